"""What is found by trying each offer on a basket made for it."""

from collections.abc import Iterator
from dataclasses import replace

from app.services.rules.conditions import why_not_who
from app.services.rules.days import Moment
from app.services.rules.lint.baskets import Ground, Size
from app.services.rules.lint.findings import Finding, Severity
from app.services.rules.lint.pairs import birthday_findings, pair_findings
from app.services.rules.lint.trials import (
    FREE,
    Basket,
    Offer,
    asked_for,
    cost_facts,
    offers_of,
    paid,
    paid_part,
    same,
    shown_of,
    trial,
)
from app.services.rules.money import MILLI
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.offers import Benefit, CouponTemplate, Promotion, Reward


def offer_findings(ground: Ground) -> Iterator[Finding]:
    """Offers that never hold, have no effect, cost too much, or keep everybody out."""
    sound = []
    for offer in offers_of(ground.scheme):
        never = _never(ground, offer)
        if never is not None:
            yield never
            continue
        sound.append(offer)
        yield from _tried(ground, offer)
    yield from pair_findings(ground, sound)
    yield from birthday_findings(ground)


# --- never -------------------------------------------------------------------


def _never(ground: Ground, offer: Offer) -> Finding | None:
    held = offer.held
    moment = ground.moment(held.when)
    if held.when.from_minute == held.when.to_minute:
        return _finding(ground, offer, "hours_empty", severity=Severity.ERROR)
    if moment is None:
        return _finding(ground, offer, "day_never_comes")
    if offer.goods is not None and not asked_for(ground, offer):
        return _finding(ground, offer, "goods_unmatched")
    if _nobody(ground, held.who, moment):
        return _finding(ground, offer, "nobody_meets")
    return None


def _nobody(ground: Ground, who: Who, moment: Moment) -> bool:
    """Whether even the member made for it does not meet it, or who meets it cannot exist."""
    above_first = (
        ground.scheme.tiers is not None
        and bool(who.tiers)
        and ground.scheme.tiers.tiers[0].id not in who.tiers
    )
    if who.first_purchase and (above_first or who.often_bought is not None):
        return True
    member = ground.member(who, moment)
    return why_not_who(who, member, moment, ground.scheme) is not None


# --- one at a time -----------------------------------------------------------


def _tried(ground: Ground, offer: Offer) -> Iterator[Finding]:
    moment = ground.moment(offer.held.when)
    assert moment is not None
    if isinstance(offer.held, Promotion) and offer.held.gate is not None:
        yield from _gate(ground, offer, moment)
    benefit = offer.benefit
    if benefit is None:
        return
    if not _has_effect(ground, offer, moment):
        yield _no_effect(ground, offer, moment)
    elif isinstance(offer.held, Reward):
        yield from _reward(ground, offer, offer.held, moment)
    else:
        yield from _cost(ground, offer, benefit, moment)


def _has_effect(ground: Ground, offer: Offer, moment: Moment, *, alone: bool = False) -> bool:
    """Whether some member notices the offer, on a small, a large or a dear basket."""
    for size in (Size.SMALL, Size.DEAR, Size.LARGE):
        for standing in ground.standings(offer.held.who):
            basket = Basket(size, standing, alone=alone)
            tried = trial(ground, offer, moment, basket)
            bare = trial(ground, offer, moment, replace(basket, without=True))
            if not same(tried.quote, bare.quote):
                return True
    return False


def _gate(ground: Ground, offer: Offer, moment: Moment) -> Iterator[Finding]:
    """A gate that shuts out even who it is for: by another gate, or a plan nobody sells."""
    assert isinstance(offer.held, Promotion)
    assert offer.held.gate is not None
    asked = [(item, MILLI) for item in ground.matching(offer.held.gate)[:1]]
    examples = [
        ground.example(asked, ground.member(offer.held.who, moment, tier=tier, plan=plan), moment)
        for tier, plan in ground.standings(offer.held.who)
    ]
    if examples and all(example.quote.barred is not None for example in examples):
        yield Finding("gate_closed", Severity.ERROR, offer.path, offer.facts, examples[0])


def _no_effect(ground: Ground, offer: Offer, moment: Moment) -> Finding:
    benefit, facts = offer.benefit, offer.facts
    shown = shown_of(ground, offer, moment)
    code = "no_effect"
    if _has_effect(ground, offer, moment, alone=True):
        code = "overshadowed"
    elif benefit is not None and benefit.price_minor:
        code = "above_shelf"
        shelf = shown.quote.gross_minor
        facts = (*facts, ("set_minor", benefit.price_minor), ("shelf_minor", shelf))
    return Finding(code, Severity.WARNING, offer.path, facts, shown)


def _reward(ground: Ground, offer: Offer, reward: Reward, moment: Moment) -> Iterator[Finding]:
    """A reward that brings points, itself or by a coupon: earned on a burn."""
    assert reward.benefit is not None
    given = {each.id: each.benefit.points for each in ground.scheme.coupons}
    points = reward.benefit.points or given.get(reward.benefit.coupon, 0)
    if not points:
        return
    endless = points >= reward.cost_points
    facts = (*offer.facts, ("points", points), ("cost", reward.cost_points))
    severity = Severity.ERROR if endless else Severity.WARNING
    code = "points_without_end" if endless else "earns_on_burn"
    yield Finding(code, severity, offer.path, facts, shown_of(ground, offer, moment))


def _cost(ground: Ground, offer: Offer, benefit: Benefit, moment: Moment) -> Iterator[Finding]:
    """Whether what is paid falls below what the goods cost the shop."""
    if benefit.kind in FREE:
        return
    baskets = [
        Basket(size, standing, alone=True)
        for size in (Size.SMALL, Size.DEAR)
        for standing in ground.standings(offer.held.who)
    ]
    tried = [(paid_part(trial(ground, offer, moment, basket)), basket) for basket in baskets]
    part, basket = min(tried, key=lambda each: each[0])
    if part >= ground.scheme.cost_bp:
        return
    worst = shown_of(ground, offer, moment, basket)
    nothing_left = paid(worst.quote) == 0 and isinstance(offer.held, Promotion)
    yield Finding(
        "free_for_all" if nothing_left else "below_cost",
        Severity.ERROR if nothing_left else Severity.WARNING,
        offer.path,
        (*offer.facts, *cost_facts(ground, worst)),
        worst,
    )


def _finding(
    ground: Ground, offer: Offer, code: str, *, severity: Severity = Severity.WARNING
) -> Finding:
    """A finding about an offer that never holds: its basket, today, at the shelf price."""
    moment = ground.moment(offer.held.when) or ground.now
    asked = asked_for(ground, offer) or ground.anything()
    held = offer.held
    shown = ground.example(
        asked,
        ground.member(held.who, moment),
        moment,
        coupons=(held.id,) if isinstance(held, CouponTemplate) else (),
    )
    return Finding(code, severity, offer.path, offer.facts, shown)
