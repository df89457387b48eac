"""The verb `quote`: what a cart would cost and earn, and why. It sells nothing."""

from argparse import Namespace
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from app.cli.cart_file import moment_of, place
from app.cli.console import Console, facts, table
from app.cli.quote_file import (
    AskedQuote,
    cart_of,
    codes_of,
    lines_of,
    member_of,
    missed_facts,
    passes_of,
    read_quote,
)
from app.cli.receipts import Told, told_effect, told_reason
from app.cli.sales import line_of
from app.errors import AmountTooLarge, CartEmpty, FieldInvalid
from app.messages import reason_text
from app.services import scheme_files
from app.services.rules.birthdays import occurrence
from app.services.rules.cart import AppliedCoupon, AppliedPass, Cart, CartLine, MemberFacts
from app.services.rules.coupons import birthday_days, birthday_span
from app.services.rules.days import Moment, business_date
from app.services.rules.money import AMOUNT_LIMIT_MINOR, Currency, quantity, rate
from app.services.rules.pricing import PriceTerms, Quote, QuoteLine, price
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTrigger
from app.services.settings import ShopSettings
from app.shop import Shop

SIMPLE = "simple"


@dataclass(frozen=True, slots=True)
class _Counter:
    """What a cart is priced at: a shop's, or that of one with nothing but default settings."""

    settings: ShopSettings
    scheme: Scheme
    moment: Moment
    shop: Shop | None

    @property
    def currency(self) -> Currency:
        return self.settings.money

    @property
    def terms(self) -> PriceTerms:
        return self.settings.terms


def quote(asked: Namespace, console: Console) -> int:
    """Price the cart in the file and print lines, totals, points and every reason.

    Raises FileUnreadable, FieldInvalid, SchemeUnknown, SchemeInvalid, and what looking up
    members, products and coupons raises; CartEmpty and AmountTooLarge as a sale does.
    """
    wanted = read_quote(asked.file)
    counter = _counter(wanted, asked, console)
    console.currency = counter.currency
    cart = _cart(wanted, counter)
    if not cart.lines:
        raise CartEmpty
    priced = price(cart, counter.scheme, counter.terms, counter.moment)
    if priced.gross_minor > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    missed = missed_facts(wanted, counter.scheme)
    priced = priced._replace(why_not=(*missed, *priced.why_not))
    if console.json:
        console.show_json(_told(priced, counter.scheme, console))
    else:
        console.write(_shown(priced, counter, console))
    return 0


# --- where it is priced ---------------------------------------------------------


def _counter(wanted: AskedQuote, asked: Namespace, console: Console) -> _Counter:
    shop = _shop(wanted, console)
    if shop is not None:
        settings = shop.desk.settings
        scheme = shop.schemes.named(asked.scheme) if asked.scheme else shop.schemes.in_force()
    else:
        settings = replace(ShopSettings(), currency=wanted.currency or ShopSettings().currency)
        scheme = scheme_files.preset_or_file(asked.scheme or SIMPLE, settings.money)
    if wanted.fields.has("prices_include_tax"):
        included = wanted.fields.yes("prices_include_tax")
        settings = replace(settings, prices_include_tax=included)
    return _Counter(settings, scheme, _moment(asked.at or wanted.at, settings), shop)


def _shop(wanted: AskedQuote, console: Console) -> Shop | None:
    """The shop, where there is one that keeps its books in the cart's currency.

    A cart that names stored members or products needs it. Raises what `open_shop` raises.
    """
    if not console.config.shop_file.is_file() and not wanted.needs_shop:
        return None
    shop = console.open_shop()
    other = wanted.currency not in ("", shop.desk.settings.currency)
    if other and wanted.needs_shop:
        raise FieldInvalid("currency", "in_use", wanted.currency)
    return None if other else shop


def _moment(text: str, settings: ShopSettings) -> Moment:
    local = moment_of(text, settings.zone) or datetime.now(settings.zone)
    day = business_date(local, settings.zone, settings.day_end_hour)
    return Moment(day, local.hour * 60 + local.minute)


# --- what is priced -------------------------------------------------------------


def _cart(wanted: AskedQuote, counter: _Counter) -> Cart:
    currency, settings = counter.currency, counter.settings
    lines: list[CartLine] = []
    for number, line in enumerate(lines_of(wanted, currency, settings.tax_rate_bp), 1):
        line_id = UUID(int=number)
        if line.stored is None:
            lines.append(line.alone(line_id))
            continue
        assert counter.shop is not None
        with place(f"Line {number}"):
            lines.append(replace(line_of(line.stored, counter.shop), line_id=line_id))
    member = _member(wanted, counter)
    cart = cart_of(wanted, tuple(lines), member, currency)
    coupons = tuple(_coupon(code, member, counter) for code in codes_of(wanted))
    return replace(cart, coupons=coupons, passes=_passes(wanted, member, counter))


def _member(wanted: AskedQuote, counter: _Counter) -> MemberFacts | None:
    if not wanted.member:
        return member_of(wanted, counter.scheme, counter.currency)
    assert counter.shop is not None
    found = counter.shop.members.resolve(wanted.member)
    return counter.shop.loyalty.facts(found.member_id, counter.moment.day)


def _coupon(code: str, member: MemberFacts | None, counter: _Counter) -> AppliedCoupon:
    """A coupon of the template that the code names: issued to the member, valid now; else the
    shop's own coupon of that code.

    A birthday coupon is valid around the member's birthday only.
    """
    templates = {template.id: template for template in counter.scheme.coupons}
    template = templates.get(code)
    if template is None:
        if counter.shop is not None:
            return counter.shop.coupons.laid(code)
        return AppliedCoupon(code, code, refusal="unknown")
    laid = AppliedCoupon(code, template.id)
    if template.trigger is CouponTrigger.BIRTHDAY and member is not None and member.birthday:
        march = counter.scheme.leap_birthday_on_1_march
        years = (counter.moment.day.year + shift for shift in (0, -1, 1))
        falls = [occurrence(member.birthday, year, leap_day_in_march=march) for year in years]
        spans = [birthday_days(day, birthday_span(template)) for day in falls if day is not None]
        if spans:
            now = [span for span in spans if span[0] <= counter.moment.day <= span[1]]
            first, last = (now or spans)[0]
            return replace(laid, valid_from=first, valid_to=last)
    return laid


def _passes(
    wanted: AskedQuote, member: MemberFacts | None, counter: _Counter
) -> tuple[AppliedPass, ...]:
    """Uses of a stored member's passes; of somebody told by facts, of a new pass of the scheme."""
    named = passes_of(wanted)
    if wanted.member and named:
        assert counter.shop is not None
        assert member is not None
        return counter.shop.passes.to_lay(member.member_id, named)
    uses = {template.id: template.uses for template in counter.scheme.passes}
    return tuple(
        AppliedPass(uuid5(NAMESPACE_OID, each), each, uses_left=uses.get(each, 0)) for each in named
    )


# --- what is said ---------------------------------------------------------------


def _told(priced: Quote, scheme: Scheme, console: Console) -> Told:
    amount = console.amount
    return {
        "scheme": scheme.name,
        "date": priced.moment.day.isoformat(),
        "currency": console.currency.code,
        "lines": [_told_line(line, console) for line in priced.lines],
        "subtotal": amount(priced.gross_minor),
        "discount": amount(priced.discount_minor),
        "tax": amount(priced.tax_minor),
        "total": amount(priced.total_minor),
        "points_earned": priced.points_earned,
        "qualifying_points": priced.qualifying_points,
        "points_by_rule": dict(priced.points_by_rule),
        "rewards": [
            {
                "id": reward.id,
                "name": reward.name.said("en"),
                "points": reward.cost_points,
                "saved": amount(reward.saved_minor),
            }
            for reward in priced.rewards
        ],
        "points_spent": priced.points_spent_on_rewards,
        "coupons_used": list(priced.coupons_used),
        "passes_used": {str(pass_id): uses for pass_id, uses in priced.passes_used},
        "coupons_to_issue": list(priced.coupons_to_issue),
        "barred": None if priced.barred is None else told_reason(priced.barred, console),
        "why": [told_reason(reason, console) for reason in priced.why],
        "why_not": [told_reason(reason, console) for reason in priced.why_not],
    }


def _told_line(line: QuoteLine, console: Console) -> Told:
    item = line.line.item
    return {
        "name": item.name,
        "category": item.category,
        "barcode": item.barcode,
        "quantity": quantity(line.line.quantity_milli),
        "unit_price": console.amount(item.unit_price_minor),
        "gross": console.amount(line.gross_minor),
        "discounts": [told_effect(effect, console) for effect in line.effects],
        "net": console.amount(line.total_minor),
        "tax_rate": rate(item.tax_rate_bp),
        "tax": console.amount(line.tax_minor),
        "points": line.points,
    }


def _shown(priced: Quote, counter: _Counter, console: Console) -> str:
    """The quote as a till slip: lines with what was taken off under them, sums, reasons."""
    rows: list[tuple[object, ...]] = []
    for line in priced.lines:
        item = line.line.item
        count = quantity(line.line.quantity_milli)
        rows.append((item.name, count, console.amount(line.gross_minor), line.points or ""))
        for effect in line.effects:
            why = reason_text(effect.why, "en", console.currency)
            rows.append((f"  {why}", "", console.amount(-effect.amount_minor), ""))
    moment, title = priced.moment, counter.scheme.title.said("en") or counter.scheme.name
    clock = f"{moment.minute // 60:02d}:{moment.minute % 60:02d}"
    parts = [
        f"{title} · {moment.day.isoformat()} {clock}",
        table(("item", "quantity", "amount", "points"), rows, frozenset({1, 2, 3})),
        facts(_sums(priced, console)),
    ]
    for heading, reasons in (("Why", priced.why), ("Why not", priced.why_not)):
        if reasons:
            said = [f"  {reason_text(reason, 'en', console.currency)}" for reason in reasons]
            parts.append("\n".join([heading, *said]))
    return "\n\n".join(parts)


def _sums(priced: Quote, console: Console) -> dict[str, object]:
    tax = priced.tax_minor
    barred = priced.barred
    return {
        "subtotal": console.amount(priced.gross_minor),
        "discount": console.amount(-priced.discount_minor) if priced.discount_minor else "",
        "tax": console.amount(tax) if tax else "",
        "total": f"{console.amount(priced.total_minor)} {console.currency.code}",
        "points_earned": priced.points_earned,
        "points_spent": priced.points_spent_on_rewards or "",
        "coupons_used": priced.coupons_used,
        "coupons_to_issue": priced.coupons_to_issue,
        "may_not_be_sold": "" if barred is None else reason_text(barred, "en", console.currency),
    }
