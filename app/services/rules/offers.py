"""What promotions, rewards and coupons share while a basket is being priced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.services.rules.basket import Basket
from app.services.rules.benefits import Saving, why_not_goods
from app.services.rules.calendar import why_not_when
from app.services.rules.cart import MemberFacts
from app.services.rules.conditions import why_not_who
from app.services.rules.days import Moment
from app.services.rules.quote import AppliedReward, GivenPoints
from app.services.rules.reasons import Named, Reason, about, named, said
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import When, Who
from app.services.rules.scheme.offers import (
    NO_LIMIT,
    Benefit,
    BenefitKind,
    CouponTemplate,
    UseLimit,
)


@dataclass(slots=True)
class Pricing:
    """A basket on its way to a quote, and what was found out so far.

    `member` may be frozen; who is frozen gets what a stranger gets.
    """

    basket: Basket
    member: MemberFacts | None
    moment: Moment
    why: list[Reason] = field(default_factory=list)
    why_not: list[Reason] = field(default_factory=list)
    uses: dict[str, int] = field(default_factory=dict)
    given: list[GivenPoints] = field(default_factory=list)
    rewards: list[AppliedReward] = field(default_factory=list)
    coupons_used: list[str] = field(default_factory=list)
    coupons_to_issue: list[str] = field(default_factory=list)
    passes_used: dict[UUID, int] = field(default_factory=dict)
    barred: Reason | None = None

    @property
    def scheme(self) -> Scheme:
        """The scheme it is priced under."""
        return self.basket.scheme

    @property
    def active_member(self) -> MemberFacts | None:
        """The member, unless they are frozen."""
        return None if self.member is None or self.member.frozen else self.member

    def refuse(self, offer: Named, reason: Reason) -> None:
        """Keep why an offer did not apply."""
        self.why_not.append(about(offer, reason))

    def count_use(self, offer: str, limit: UseLimit, units: int) -> None:
        """Count an offer that is limited."""
        if limit != NO_LIMIT:
            self.uses[offer] = self.uses.get(offer, 0) + units

    def take(self, saving: Saving, why: Reason) -> None:
        """Take a saving off the lines."""
        for place, amount in saving.amounts.items():
            self.basket.lines[place].take(amount, why)

    def why_not_now(self, when: When, who: Who) -> Reason | None:
        """Why an offer with these conditions does not hold here and now."""
        return why_not_when(when, self.moment) or why_not_who(
            who, self.member, self.moment, self.scheme
        )

    def units_left(self, offer: str, limit: UseLimit) -> int | None:
        """How many units of an offer may still be had; None: as many as one likes."""
        if limit == NO_LIMIT or self.active_member is None:
            return None
        return min(left for left, _ in self._left_of(offer, limit))

    def why_not_limit(self, offer: str, limit: UseLimit) -> Reason | None:
        """Why a limited offer may not be had any more; one per member is none for strangers."""
        if limit == NO_LIMIT:
            return None
        if self.active_member is None:
            return Reason("members_only" if self.member is None else "member_frozen")
        return next((why for left, why in self._left_of(offer, limit) if left <= 0), None)

    def _left_of(self, offer: str, limit: UseLimit) -> list[tuple[int, Reason]]:
        assert self.member is not None
        today, this_year, ever = next(
            (tuple(counts) for name, *counts in self.member.uses if name == offer), (0, 0, 0)
        )
        here = self.uses.get(offer, 0)
        return [
            (most - used - here, Reason(code, (("limit", most),)))
            for most, used, code in (
                (limit.per_member_day, today, "limit_per_day"),
                (limit.per_member_year, this_year, "limit_per_year"),
                (limit.per_member, ever, "limit_reached"),
            )
            if most
        ]

    def give(self, offer: Named, benefit: Benefit) -> Reason | None:
        """Promise the points or the coupon of a benefit that takes nothing off; why not, where
        it gives nothing."""
        if self.active_member is None:
            return Reason("members_only" if self.member is None else "member_frozen")
        missed = why_not_goods(benefit, self.basket)
        if missed is not None:
            return missed
        if benefit.kind is BenefitKind.GIVE_COUPON:
            return self._issue(benefit.coupon, offer)
        lines = tuple(self.basket.taking(benefit.goods))
        if not self.basket.left_minor(lines):
            return Reason("nothing_left")
        self.given.append(GivenPoints(offer.id, offer.name, benefit.points, lines))
        return None

    def _issue(self, template_id: str, offer: Named) -> Reason | None:
        """Promise a coupon; why not, where the scheme has no such template."""
        template = self.template(template_id)
        if template is None:
            return Reason("coupon_unknown")
        self.coupons_to_issue.append(template.id)
        facts = (*named(offer), *said("coupon", template.name))
        self.why.append(Reason("give_coupon", facts))
        return None

    def template(self, template_id: str) -> CouponTemplate | None:
        """The coupon template with this id."""
        return next((each for each in self.scheme.coupons if each.id == template_id), None)


def why_off(offer: Named, benefit: Benefit) -> Reason:
    """Why a promotion takes money off: its kind as the code, its figures as facts."""
    figures = tuple((fact, getattr(benefit, fact)) for fact in _FIGURES[benefit.kind])
    return Reason(benefit.kind.value, (*named(offer), *figures))


_FIGURES: Mapping[BenefitKind, tuple[str, ...]] = {
    BenefitKind.PERCENT_OFF: ("percent_bp",),
    BenefitKind.AMOUNT_OFF: ("amount_minor",),
    BenefitKind.SET_PRICE: ("price_minor",),
    BenefitKind.FREE_UNITS: ("units",),
    BenefitKind.NTH_UNIT: ("every", "percent_bp"),
    BenefitKind.BUY_GET: ("every", "units", "percent_bp"),
    BenefitKind.BUNDLE: ("price_minor",),
    BenefitKind.WAIVE_FEE: (),
}
