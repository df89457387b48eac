"""Baskets, members and moments that meet the conditions of a scheme's offers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from uuid import UUID

from app.services.rules.calendar import holds
from app.services.rules.cart import AppliedCoupon, Cart, CartLine, Item, MemberFacts
from app.services.rules.conditions import flattened, takes
from app.services.rules.days import Birthday, Moment
from app.services.rules.lint.findings import Example
from app.services.rules.money import MILLI
from app.services.rules.months import days_later
from app.services.rules.pricing import PriceTerms, price
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import ANYBODY, EVERYTHING, Goods, When, Who
from app.services.rules.scheme.offers import Benefit, BenefitKind

DAYS_AHEAD = 800
"""Over how many days an offer is looked for: every day of two years, and a leap day."""

_MEMBER = UUID(int=1)
_MANY_POINTS = 10**9
_PRICE_UNITS = 20
# A price above what an offer sets, so that the offer has an effect.
_ABOVE = (5, 4)
_UNITS_AT_MOST = 500

_LARGE = 3

Asked = tuple[Item, int]
"""An item and how many thousandths of it."""


class Size(Enum):
    """What a basket is made of: the cheapest goods, the dearest, or many of the cheapest."""

    SMALL = "small"
    DEAR = "dear"
    LARGE = "large"


@dataclass(slots=True)
class Ground:
    """What a scheme is tried on: the shop's prices, a day, and what it sells (empty: anything).

    `unit_minor` is one unit of the currency.
    """

    scheme: Scheme
    terms: PriceTerms
    today: date
    unit_minor: int
    goods: Sequence[Item] = ()
    _days: dict[When, tuple[int, ...]] = field(default_factory=dict)
    _moments: dict[tuple[When, ...], Moment | None] = field(default_factory=dict)
    _matching: dict[Goods, list[Item]] = field(default_factory=dict)

    # --- when ------------------------------------------------------------------

    @property
    def now(self) -> Moment:
        """Noon of the day it is tried on."""
        return Moment(self.today)

    def moment(self, *whens: When) -> Moment | None:
        """The first moment at which all of these hold; None within the days looked at."""
        if whens not in self._moments:
            self._moments[whens] = self._first(whens)
        return self._moments[whens]

    def _first(self, whens: tuple[When, ...]) -> Moment | None:
        minutes = (12 * 60, *(when.from_minute for when in whens))
        days = [self._days_of(when) for when in whens] or [tuple(range(DAYS_AHEAD))]
        common = set(days[0]).intersection(*days[1:])
        for ahead in sorted(common):
            for minute in minutes:
                moment = Moment(days_later(self.today, ahead), minute)
                if all(holds(when, moment) for when in whens):
                    return moment
        return None

    def _days_of(self, when: When) -> tuple[int, ...]:
        all_day = replace(when, from_minute=0, to_minute=24 * 60)
        if all_day not in self._days:
            self._days[all_day] = tuple(self._holding(all_day))
        return self._days[all_day]

    def _holding(self, when: When) -> Iterator[int]:
        starts = [each.first for each in when.dates if isinstance(each.first, date)]
        for start in (self.today, *(day for day in starts if day > self.today)):
            offset = (start - self.today).days
            for ahead in range(offset, offset + DAYS_AHEAD):
                if holds(when, Moment(days_later(self.today, ahead))):
                    yield ahead

    # --- who -------------------------------------------------------------------

    def member(self, who: Who, moment: Moment, *, tier: str = "", plan: str = "") -> MemberFacts:
        """A member who meets `who`, where anybody can."""
        terms, day = self.scheme.tiers, moment.day
        tiers = () if terms is None else terms.tiers
        born = Birthday(day.month, day.day, 1992)
        wanted = tier or next(iter(who.tiers), "") or (tiers[0].id if tiers else "")
        levels = [each.level for each in self.scheme.plans] if self.scheme.plan_needed else []
        often = [] if who.often_bought is None else names_of(who.often_bought, self.scheme)
        return MemberFacts(
            _MEMBER,
            points=_MANY_POINTS,
            joined_on=day,
            tier=wanted,
            plan_level=plan or next(iter((*who.plans, *levels)), ""),
            birthday=born if who.birthday else None,
            dependants=(born,) if who.dependant_birthday else (),
            tags=who.tags[:1],
            partner_cards=who.partner_cards[:1],
            qualifying=next((each.threshold for each in tiers if each.id == wanted), 0),
            purchases=0 if who.first_purchase else 10,
            bought=tuple((name, who.bought_at_least) for name in often[:1]),
        )

    def standings(self, who: Who) -> Iterator[tuple[str, str]]:
        """Every (tier, plan level) that `who` leaves open, the lowest first."""
        terms = self.scheme.tiers
        tiers = who.tiers or (() if terms is None else tuple(tier.id for tier in terms.tiers))
        levels = who.plans or ("", *dict.fromkeys(plan.level for plan in self.scheme.plans))
        for tier in tiers or ("",):
            for level in levels:
                yield tier, level

    # --- what ------------------------------------------------------------------

    def matching(self, goods: Goods) -> list[Item]:
        """What the shop sells of these goods, cheapest first; without a list, something made up.

        What is sold by weight stands last. Empty: nothing can be among them.
        """
        if goods not in self._matching:
            self._matching[goods] = self._matched(goods)
        return self._matching[goods]

    def _matched(self, goods: Goods) -> list[Item]:
        if self.goods:
            found = [item for item in self.goods if takes(goods, item, self.scheme)]
            return sorted(found, key=lambda item: (item.weighed, item.unit_price_minor))
        made = (self._made(name, goods) for name in names_of(goods, self.scheme) or [""])
        return [item for pair in made for item in pair if takes(goods, item, self.scheme)]

    def _made(self, name: str, goods: Goods) -> tuple[Item, Item]:
        price_minor = _PRICE_UNITS * self.unit_minor
        return Item(name, price_minor, category=name), Item(name, price_minor, barcode=name)

    def asked(self, benefit: Benefit, size: Size = Size.SMALL) -> list[Asked]:
        """What must be in a basket for the benefit to hold; empty where there is no such thing."""
        if benefit.kind is BenefitKind.BUNDLE:
            return self._asked_of_parts(benefit, size)
        found = self.matching(benefit.goods)
        if not found:
            return []
        item = found[-1 if size is Size.DEAR else 0]
        units = {
            BenefitKind.FREE_UNITS: benefit.units,
            BenefitKind.NTH_UNIT: benefit.every,
            BenefitKind.BUY_GET: benefit.every + benefit.units,
        }.get(benefit.kind, 1)
        item = self._priced(item, benefit.price_minor, 1)
        times = _LARGE if size is Size.LARGE else 1
        needed = max(benefit.min_basket_minor, benefit.each_minor)
        return [self._enough(item, units * times, needed * times)]

    def _asked_of_parts(self, benefit: Benefit, size: Size) -> list[Asked]:
        asked = []
        for part in benefit.parts:
            found = self.matching(part.goods)
            if not found:
                return []
            dear = -1 if size is Size.DEAR else 0
            item = self._priced(found[dear], benefit.price_minor, len(benefit.parts))
            asked.append((item, part.quantity_milli))
        return asked

    def _priced(self, item: Item, set_minor: int, parts: int) -> Item:
        """Something made up costs a little more than what an offer sets."""
        if self.goods or not set_minor:
            return item
        above = set_minor * _ABOVE[0] // (_ABOVE[1] * parts) + 1
        return replace(item, unit_price_minor=above)

    def _enough(self, item: Item, units: int, needed_minor: int) -> Asked:
        """So many units that they come to `needed_minor`; what is made up costs just that."""
        if self.goods:
            each = max(1, item.unit_price_minor)
            return item, MILLI * min(_UNITS_AT_MOST, max(units, -(-needed_minor // each)))
        if needed_minor > item.unit_price_minor * units:
            item = replace(item, unit_price_minor=-(-needed_minor // units))
        return item, MILLI * units

    # --- the basket ------------------------------------------------------------

    def example(
        self,
        asked: Iterable[Asked],
        member: MemberFacts | None,
        moment: Moment,
        *,
        coupons: Iterable[str] = (),
        rewards: tuple[str, ...] = (),
        scheme: Scheme | None = None,
    ) -> Example:
        """A basket as a scheme, by default the one tried, prices it."""
        lines = tuple(
            CartLine(UUID(int=number), item, milli) for number, (item, milli) in enumerate(asked, 1)
        )
        laid = tuple(AppliedCoupon(name.upper(), name) for name in coupons)
        cart = Cart(lines, member, coupons=laid, rewards=rewards)
        return Example(cart, price(cart, scheme or self.scheme, self.terms, moment))

    def anything(self) -> list[Asked]:
        """One thing the shop sells."""
        found = self.matching(EVERYTHING)
        return [(found[0], MILLI)] if found else []

    def plain_example(self) -> Example:
        """One thing for a member, today."""
        return self.example(self.anything(), self.member(ANYBODY, self.now), self.now)


def names_of(goods: Goods, scheme: Scheme) -> list[str]:
    """The names in these goods and in their groups, in their order."""
    flat = flattened(goods, scheme.groups)
    return list(dict.fromkeys(name for each in flat.with_groups() for name in each.named))
