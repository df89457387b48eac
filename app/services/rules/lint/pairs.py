"""What two offers do together."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.services.rules.conditions import why_not_who
from app.services.rules.lint.baskets import Asked, Ground
from app.services.rules.lint.findings import Finding, Severity
from app.services.rules.lint.trials import (
    FREE,
    Offer,
    asked_for,
    cost_facts,
    is_below,
    only,
    same,
    without,
)
from app.services.rules.reasons import said
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.offers import (
    BenefitKind,
    CouponTemplate,
    CouponTrigger,
    Promotion,
    Reward,
)

# A scheme of hundreds of offers is not tried pair by pair for minutes.
_PAIRS_AT_MOST = 400


def pair_findings(ground: Ground, offers: list[Offer]) -> Iterator[Finding]:
    """Pairs that are sound each, and together take the price below cost."""
    taking = [offer for offer in offers if _takes_money(offer)]
    pairs = [
        (one, other)
        for place, one in enumerate(taking)
        for other in taking[place + 1 :]
        if not (_alike(one, other))
    ]
    for one, other in pairs[:_PAIRS_AT_MOST]:
        found = _pair(ground, one, other)
        if found is not None:
            yield found


def _takes_money(offer: Offer) -> bool:
    benefit = offer.benefit
    giving = (BenefitKind.GIVE_POINTS, BenefitKind.GIVE_COUPON)
    return (
        benefit is not None
        and benefit.kind not in (*FREE, *giving)
        and not isinstance(offer.held, Reward)
    )


def _alike(one: Offer, other: Offer) -> bool:
    """Whether only the better of the two ever holds."""
    same = type(one.held) is type(other.held)
    if isinstance(one.held, Promotion) and isinstance(other.held, Promotion):
        same = one.held.phase is other.held.phase
    if isinstance(one.held, Reward) or isinstance(other.held, Reward):
        return True
    return same and one.held.stacking_group == other.held.stacking_group


def _pair(ground: Ground, one: Offer, other: Offer) -> Finding | None:
    moment = ground.moment(one.held.when, other.held.when)
    who = _both(one.held.who, other.held.who)
    if moment is None or who is None:
        return None
    member = ground.member(who, moment)
    if any(why_not_who(each.held.who, member, moment, ground.scheme) for each in (one, other)):
        return None
    coupons = [each.held.id for each in (one, other) if isinstance(each.held, CouponTemplate)]
    asked = max((asked_for(ground, one), asked_for(ground, other)), key=_worth)
    both = only(ground.scheme, one, other)
    found = ground.example(asked, member, moment, coupons=coupons, scheme=both)
    if not is_below(ground, found):
        return None
    for each in (one, other):
        left = without(both, each)
        kept = ground.example(asked, member, moment, coupons=coupons, scheme=left)
        if is_below(ground, kept) or same(found.quote, kept.quote):
            return None
    found = ground.example(asked, member, moment, coupons=coupons)
    facts = (*one.facts, *said("other", other.held.name), *cost_facts(ground, found))
    return Finding("below_cost_together", Severity.WARNING, one.path, facts, found)


def _both(one: Who, other: Who) -> Who | None:
    """A condition for who meets both; None where the tiers or plans exclude each other."""
    merged: dict[str, Any] = {}
    for name in ("tiers", "plans", "tags", "partner_cards"):
        first, second = getattr(one, name), getattr(other, name)
        if name in ("tiers", "plans") and first and second:
            common = tuple(each for each in first if each in second)
            if not common:
                return None
            merged[name] = common
        else:
            merged[name] = first or second
    return replace(
        one,
        **merged,
        birthday=one.birthday or other.birthday,
        dependant_birthday=one.dependant_birthday or other.dependant_birthday,
        often_bought=one.often_bought or other.often_bought,
        bought_at_least=max(one.bought_at_least, other.bought_at_least),
        first_purchase=one.first_purchase or other.first_purchase,
    )


def birthday_findings(ground: Ground) -> Iterator[Finding]:
    """Two coupons that the same member is given for the same birthday."""
    for trigger in (CouponTrigger.BIRTHDAY, CouponTrigger.DEPENDANT_BIRTHDAY):
        found = [each for each in ground.scheme.coupons if each.trigger is trigger]
        for place, one in enumerate(found):
            for other in found[place + 1 :]:
                finding = _twice(ground, one, other)
                if finding is not None:
                    yield finding


def _twice(ground: Ground, one: CouponTemplate, other: CouponTemplate) -> Finding | None:
    who = _both(one.who, other.who)
    moment = ground.moment(one.when, other.when) or ground.now
    if who is None:
        return None
    member = ground.member(who, moment)
    if any(why_not_who(each.who, member, moment, ground.scheme) for each in (one, other)):
        return None
    asked = [*ground.asked(one.benefit), *ground.asked(other.benefit)]
    shown = ground.example(asked, member, moment, coupons=(one.id, other.id))
    facts = (*said("name", one.name), *said("other", other.name))
    return Finding("birthday_twice", Severity.WARNING, f"coupons[{other.id}]", facts, shown)


def _worth(asked: list[Asked]) -> int:
    return sum(item.unit_price_minor * milli for item, milli in asked)
