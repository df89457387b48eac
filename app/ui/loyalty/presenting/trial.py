"""A basket to try a scheme on: who buys, when, and what; the price comes from the one authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.services.ids import uuid7
from app.services.rules.cart import AppliedCoupon, Cart, CartLine, Item, MemberFacts, add
from app.services.rules.days import Birthday, Moment
from app.services.rules.money import MILLI
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import Scheme

MOST_UNITS = 99
_SOMEBODY = UUID(int=1)


@dataclass(frozen=True, slots=True)
class Buyer:
    """The member who is imagined; `tier` and `plan_level` are ids of the scheme."""

    tier: str = ""
    plan_level: str = ""
    points: int = 0
    birthday: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A basket, its buyer (None: nobody), the moment, and what is laid on it.

    `rewards` and `coupons` are ids of the scheme's rewards and templates; one that the scheme
    no longer has is left out.
    """

    moment: Moment
    buyer: Buyer | None = field(default_factory=Buyer)
    lines: tuple[CartLine, ...] = ()
    rewards: tuple[str, ...] = ()
    coupons: tuple[str, ...] = ()

    def with_item(self, item: Item) -> Trial:
        """One more of it."""
        return replace(self, lines=add(Cart(self.lines), CartLine(uuid7(), item)).lines)

    def with_units(self, place: int, units: int) -> Trial:
        """So many of the line at `place`; none takes it away."""
        lines = list(self.lines)
        if units <= 0:
            del lines[place]
        else:
            milli = min(units, MOST_UNITS) * MILLI
            lines[place] = replace(lines[place], quantity_milli=milli)
        return replace(self, lines=tuple(lines))

    def with_laid(self, kind: str, laid: str) -> Trial:
        """A reward (`kind` "rewards") or a coupon ("coupons") laid on it."""
        if kind == "rewards":
            return replace(self, rewards=(*self.rewards, laid))
        return replace(self, coupons=(*self.coupons, laid))

    def without_laid(self, kind: str, place: int) -> Trial:
        """The one at `place` taken off again."""
        held = self.rewards if kind == "rewards" else self.coupons
        left = (*held[:place], *held[place + 1 :])
        return replace(self, rewards=left) if kind == "rewards" else replace(self, coupons=left)

    def priced(self, scheme: Scheme, terms: PriceTerms) -> Quote | None:
        """What it costs and why; None while it is empty."""
        if not self.lines:
            return None
        return price(self._cart(scheme), scheme, terms, self.moment)

    def _cart(self, scheme: Scheme) -> Cart:
        rewards = {reward.id for reward in scheme.rewards}
        templates = {template.id for template in scheme.coupons}
        return Cart(
            self.lines,
            None if self.buyer is None else self._facts(self.buyer, scheme),
            coupons=tuple(
                AppliedCoupon(each, each, None if self.buyer is None else _SOMEBODY)
                for each in self.coupons
                if each in templates
            ),
            rewards=tuple(each for each in self.rewards if each in rewards),
        )

    def _facts(self, buyer: Buyer, scheme: Scheme) -> MemberFacts:
        """The member; of a tier the scheme no longer has they are in its first."""
        tiers = [] if scheme.tiers is None else [tier.id for tier in scheme.tiers.tiers]
        tier = buyer.tier if buyer.tier in tiers else next(iter(tiers), "")
        levels = {plan.level for plan in scheme.plans}
        day = self.moment.day
        return MemberFacts(
            _SOMEBODY,
            points=buyer.points,
            joined_on=date(day.year - 1, 1, 1),
            tier=tier,
            plan_level=buyer.plan_level if buyer.plan_level in levels else "",
            birthday=Birthday(day.month, day.day) if buyer.birthday else None,
            purchases=1,
        )


def first_basket(goods: Sequence[Item], moment: Moment) -> Trial:
    """A basket to begin with: the first goods of the shop, two of the first."""
    trial = Trial(moment)
    for item in goods[:3]:
        trial = trial.with_item(item)
    return trial.with_units(0, 2) if trial.lines else trial
