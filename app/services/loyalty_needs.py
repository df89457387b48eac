"""Which facts of a member a scheme asks for at all: what it does not, no sale reads."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.earning import EarnBasis, PointsExpiry
from app.services.rules.scheme.offers import NO_LIMIT, UseLimit


@dataclass(frozen=True, slots=True)
class Needs:
    """What pricing under a scheme may ask of a member beside points, tier and joining."""

    plan: bool = False
    birthday: bool = False
    dependants: bool = False
    tags: bool = False
    partner_cards: bool = False
    purchases: bool = False
    bought: bool = False
    promotion_uses: bool = False
    reward_uses: bool = False
    waiting_points: bool = False


def needs_of(scheme: Scheme) -> Needs:
    """What this scheme asks for, found by looking at every condition in it."""
    asked = tuple(_conditions(scheme))
    return Needs(
        plan=scheme.plan_needed or bool(scheme.plans) or any(who.plans for who in asked),
        birthday=any(who.birthday for who in asked),
        dependants=any(who.dependant_birthday for who in asked),
        tags=any(who.tags for who in asked),
        partner_cards=bool(scheme.partner_cards) or any(who.partner_cards for who in asked),
        purchases=any(who.first_purchase for who in asked),
        bought=any(who.often_bought for who in asked),
        promotion_uses=_limited(promotion.limit for promotion in scheme.promotions)
        or any(rule.basis is EarnBasis.VISIT for rule in scheme.earn),
        reward_uses=_limited(reward.limit for reward in scheme.rewards),
        waiting_points=bool(scheme.points.pending_days)
        or scheme.points.expiry is not PointsExpiry.NEVER,
    )


def _limited(limits: Iterator[UseLimit]) -> bool:
    return any(limit != NO_LIMIT for limit in limits)


def _conditions(value: object) -> Iterator[Who]:
    if isinstance(value, Who):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _conditions(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _conditions(getattr(value, each.name))
