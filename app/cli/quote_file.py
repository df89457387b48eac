"""A cart to be priced, as a JSON file: the cart of `sale`, and what a quote needs no shop for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.cli.cart_file import (
    LINES_LIMIT,
    AskedLine,
    Fields,
    discount_of,
    parsed_file,
    place,
    quantity_of,
    tip_of,
)
from app.errors import FieldInvalid
from app.services.rules.birthdays import NotABirthday, parse_birthday
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item, MemberFacts
from app.services.rules.days import Birthday
from app.services.rules.money import (
    BASIS_POINTS,
    CURRENCIES,
    MILLI,
    Currency,
    parse_scaled,
)
from app.services.rules.reasons import Reason
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import TierBasis, TierTerms

LIST_LIMIT = 100
POINTS_LIMIT = 10**12
_CART = (
    "id",
    "member",
    "lines",
    "discount",
    "tenders",
    "at",
    "coupons",
    "rewards",
    "passes",
    "vouchers",
    "tip",
    "currency",
    "prices_include_tax",
)
_LINE = (
    "barcode",
    "name",
    "category",
    "unit_price",
    "member_price",
    "tax_rate",
    "weighed",
    "quantity",
    "discount",
)
_MEMBER = (
    "tier",
    "points",
    "birthday",
    "joined_on",
    "plan",
    "qualifying_spend",
    "qualifying_points",
    "tags",
    "partner_cards",
    "dependants",
    "purchases",
    "bought",
    "uses",
    "frozen",
)
_USES = ("today", "year", "ever")
SOMEBODY = UUID(int=1)
"""The id of a member who is told by facts alone."""
TIP_ID = UUID(int=0)


@dataclass(frozen=True, slots=True)
class AskedQuote:
    """The file, not yet understood: amounts are read once the currency is known."""

    fields: Fields

    @property
    def currency(self) -> str:
        """The code of the currency it says it is in; empty where it does not."""
        code = self.fields.text("currency")
        if code and code not in CURRENCIES:
            raise FieldInvalid("currency", "unknown_value", code)
        return code

    @property
    def at(self) -> str:
        """When it is to be priced, as written."""
        return self.fields.text("at")

    @property
    def member(self) -> str:
        """The card code, number or phone of a stored member; empty where facts stand there."""
        told = isinstance(self.fields.value("member"), dict)
        return "" if told else self.fields.text("member")

    @property
    def needs_shop(self) -> bool:
        """Whether something in it is known to a shop only."""
        stored = any(
            isinstance(line, dict)
            and (line.get("barcode") or _is_name_alone(line))
            and not line.get("unit_price")
            for line in self.fields.many("lines", LINES_LIMIT)
        )
        return bool(self.member) or stored


def read_quote(source: str) -> AskedQuote:
    """The cart in the file (`-`: standard input). Raises FileUnreadable, FieldInvalid."""
    return AskedQuote(Fields(parsed_file(source), "cart", _CART))


# --- what stands in it ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line as written: one that a shop has to look up, or one that tells all itself."""

    stored: AskedLine | None
    item: Item | None
    quantity_milli: int | None
    discount: HandDiscount | None

    def alone(self, line_id: UUID) -> CartLine:
        """The line, of what it tells itself."""
        assert self.item is not None
        return CartLine(line_id, self.item, self.quantity_milli or MILLI, self.discount)


def lines_of(asked: AskedQuote, currency: Currency, tax_rate_bp: int) -> Iterator[QuotedLine]:
    """The lines; an open item without a tax rate has that one. Raises FieldInvalid."""
    for number, value in enumerate(asked.fields.many("lines", LINES_LIMIT), 1):
        with place(f"Line {number}"):
            yield _line(Fields(value, "line", _LINE), currency, tax_rate_bp)


def _line(line: Fields, currency: Currency, tax_rate_bp: int) -> QuotedLine:
    barcode = line.text("barcode")
    quantity_milli = quantity_of(line.digits("quantity")) if line.has("quantity") else None
    discount = discount_of(line, currency)
    if barcode and not line.has("unit_price"):
        for field in ("name", "category", "member_price", "tax_rate", "weighed"):
            if line.has(field):
                raise FieldInvalid(field, "not_with_barcode")
        stored = AskedLine(barcode, "", "", None, quantity_milli, discount)
        return QuotedLine(stored, None, quantity_milli, discount)
    if _is_name_alone(line.names):
        name = line.text("name", required=True)
        return QuotedLine(
            AskedLine("", name, "", None, quantity_milli, discount), None, quantity_milli, discount
        )
    item = Item(
        name=line.text("name", required=not barcode) or barcode,
        unit_price_minor=line.amount("unit_price", currency),
        member_price_minor=line.amount("member_price", currency)
        if line.has("member_price")
        else None,
        category=line.text("category"),
        tax_rate_bp=_rate(line) if line.has("tax_rate") else tax_rate_bp,
        weighed=line.yes("weighed"),
        barcode=barcode,
    )
    return QuotedLine(None, item, quantity_milli, discount)


def _is_name_alone(names: Collection[str]) -> bool:
    """Whether a line tells a stored product by its name, and nothing of an open item."""
    told = set(names)
    return "name" in told and not told - {"name", "quantity", "discount", "served_by"}


def _rate(line: Fields) -> int:
    text = line.digits("tax_rate")
    rate_bp = parse_scaled(text, 2, BASIS_POINTS)
    if rate_bp is None or rate_bp < 0:
        raise FieldInvalid("tax_rate", "not_a_percent", text)
    return rate_bp


def cart_of(
    asked: AskedQuote, lines: tuple[CartLine, ...], member: MemberFacts | None, currency: Currency
) -> Cart:
    """The cart, all but its coupons and passes. Raises FieldInvalid."""
    rewards = tuple(asked.fields.texts("rewards", LIST_LIMIT))
    tip = tip_of(asked.fields, currency)
    if tip:
        lines = (*lines, CartLine(TIP_ID, Item("Tip", tip), tip=True))
    return Cart(lines, member, discount_of(asked.fields, currency), rewards=rewards)


def codes_of(asked: AskedQuote) -> list[str]:
    """The coupons' codes. Raises FieldInvalid."""
    return asked.fields.texts("coupons", LIST_LIMIT)


def passes_of(asked: AskedQuote) -> list[str]:
    """The uses of session passes, each by its pass's id or its template. Raises FieldInvalid."""
    return asked.fields.texts("passes", LINES_LIMIT)


# --- a member told by facts -----------------------------------------------------


def member_of(asked: AskedQuote, scheme: Scheme, currency: Currency) -> MemberFacts | None:
    """The member that the cart describes; None where it names none. Raises FieldInvalid."""
    value = asked.fields.value("member")
    if not isinstance(value, dict):
        return None
    with place("Member"):
        return _facts(Fields(value, "member", _MEMBER), scheme, currency)


def missed_facts(asked: AskedQuote, scheme: Scheme) -> tuple[Reason, ...]:
    """What the cart says of its member that the scheme has no use for, so that one cart can be
    priced under several schemes."""
    value = asked.fields.value("member")
    if not isinstance(value, dict):
        return ()
    given, terms = Fields(value, "member", _MEMBER), scheme.tiers
    missed = []
    tier, plan = given.text("tier"), given.text("plan")
    if tier and tier not in [each.id for each in (() if terms is None else terms.tiers)]:
        missed.append(Reason("tier_not_in_scheme", (("tier", tier),)))
    if plan and not _plan_level(plan, scheme):
        missed.append(Reason("plan_not_in_scheme", (("plan", plan),)))
    by_points = terms is not None and terms.basis is TierBasis.POINTS
    if given.has("qualifying_spend") and (terms is None or by_points):
        missed.append(Reason("spend_not_counted"))
    return tuple(missed)


def _facts(given: Fields, scheme: Scheme, currency: Currency) -> MemberFacts:
    qualifying = _qualifying(given, scheme.tiers, currency)
    bought, uses = given.inside("bought"), given.inside("uses")
    return MemberFacts(
        member_id=SOMEBODY,
        points=_whole(given, "points", negative=True),
        frozen=given.yes("frozen"),
        joined_on=_day(given.text("joined_on")),
        tier=_tier(given, scheme.tiers, qualifying),
        plan_level=_plan_level(given.text("plan"), scheme),
        birthday=_birthday("birthday", given.text("birthday")),
        dependants=tuple(
            born
            for text in given.texts("dependants", LIST_LIMIT)
            if (born := _birthday("dependants", text)) is not None
        ),
        tags=tuple(given.texts("tags", LIST_LIMIT)),
        partner_cards=tuple(given.texts("partner_cards", LIST_LIMIT)),
        qualifying=qualifying,
        purchases=_whole(given, "purchases"),
        bought=tuple((name, _whole(bought, name)) for name in bought.names),
        uses=tuple(_use(uses, offer) for offer in uses.names),
    )


def _qualifying(given: Fields, terms: TierTerms | None, currency: Currency) -> int:
    """In the unit of the scheme's tiers: minor units of spend, or points."""
    if terms is not None and terms.basis is TierBasis.POINTS:
        return _whole(given, "qualifying_points")
    return given.amount("qualifying_spend", currency) if given.has("qualifying_spend") else 0


def _tier(given: Fields, terms: TierTerms | None, qualifying: int) -> str:
    """The tier that is named, where the scheme has it; else the one the qualifying spend or
    points reach."""
    named = given.text("tier")
    tiers = () if terms is None else terms.tiers
    if named in [tier.id for tier in tiers]:
        return named
    reached = [tier for tier in tiers if tier.threshold <= qualifying]
    return max(reached, key=lambda tier: tier.threshold).id if reached else ""


def _plan_level(named: str, scheme: Scheme) -> str:
    """The level of a plan, which may be named by itself; none where the scheme has no such."""
    levels = {plan.id: plan.level for plan in scheme.plans}
    return levels.get(named, named if named in levels.values() else "")


def _use(uses: Fields, offer: str) -> tuple[str, int, int, int]:
    used = Fields(uses.value(offer), "uses", _USES)
    today, year, ever = (_whole(used, field) for field in _USES)
    return offer, today, max(today, year), max(today, year, ever)


def _whole(given: Fields, field: str, *, negative: bool = False) -> int:
    if not given.has(field):
        return 0
    text = given.digits(field)
    number = parse_scaled(text, 0, POINTS_LIMIT)
    if number is None:
        raise FieldInvalid(field, "not_a_whole_number", text)
    if number < 0 and not negative:
        raise FieldInvalid(field, "negative", text)
    return number


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise FieldInvalid("joined_on", "not_a_date", text) from error


def _birthday(field: str, text: str) -> Birthday | None:
    try:
        return parse_birthday(text)
    except NotABirthday as error:
        raise FieldInvalid(field, "not_a_birthday", text) from error
