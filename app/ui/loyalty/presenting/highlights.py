"""The few things of a scheme that a member remembers, as pictures with a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.messages.scheme_words import Speaker
from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.earning import EarnBasis
from app.services.rules.scheme.offers import CouponTrigger
from app.services.rules.scheme.standing import TierBasis

MOST = 4


@dataclass(frozen=True, slots=True)
class Highlight:
    """An icon, a figure or name in large, and what it is for."""

    icon: str
    figure: str
    caption: str


@dataclass(frozen=True, slots=True)
class Step:
    """One tier of the ladder: its name, and from what it is reached (empty for the first)."""

    name: str
    threshold: str


def highlights(scheme: Scheme, language: str, currency: Currency) -> tuple[Highlight, ...]:
    """At most `MOST` of them, the weightiest first."""
    return tuple(_found(Speaker(scheme, language, currency)))[:MOST]


def ladder(scheme: Scheme, language: str, currency: Currency) -> tuple[Step, ...]:
    """The tiers from the lowest up; none where the scheme has none."""
    if scheme.tiers is None:
        return ()
    speaker = Speaker(scheme, language, currency)
    by_spend = scheme.tiers.basis is TierBasis.SPEND
    return tuple(
        Step(
            speaker.name(tier.name),
            ""
            if not tier.threshold
            else speaker.amount(tier.threshold)
            if by_spend
            else speaker.count("points", tier.threshold),
        )
        for tier in scheme.tiers.tiers
    )


def _found(speaker: Speaker) -> Iterator[Highlight]:
    for part in (_plan, _earning, _spending, _value, _birthday, _offer):
        yield from part(speaker)


def _plan(speaker: Speaker) -> Iterator[Highlight]:
    for plan in speaker.scheme.plans[:1]:
        yield Highlight("id-card", speaker.amount(plan.fee_minor), speaker.name(plan.name))


def _earning(speaker: Speaker) -> Iterator[Highlight]:
    for rule in speaker.scheme.earn[-1:]:
        by_money = rule.basis is EarnBasis.MONEY
        caption = speaker.amount(rule.unit_minor) if by_money else speaker.name(rule.name)
        yield Highlight("coins", speaker.count("points", rule.points), caption)


def _spending(speaker: Speaker) -> Iterator[Highlight]:
    scheme = speaker.scheme
    for reward in scheme.rewards[:1]:
        cost = speaker.count("points", reward.cost_points)
        yield Highlight("gift", cost, speaker.name(reward.name))
    if scheme.burn is not None and not scheme.rewards:
        worth = speaker.amount(scheme.burn.value_minor)
        yield Highlight("hand-coins", worth, speaker.count("points", scheme.burn.points))


def _value(speaker: Speaker) -> Iterator[Highlight]:
    scheme = speaker.scheme
    for offer in () if scheme.wallet is None else scheme.wallet.offers[:1]:
        bonus = f"+{speaker.amount(offer.bonus_minor)}"
        yield Highlight("wallet", bonus, speaker.amount(offer.amount_minor))
    for each in scheme.passes[:1]:
        yield Highlight("ticket", f"{each.uses} ×", speaker.name(each.name))


def _birthday(speaker: Speaker) -> Iterator[Highlight]:
    for coupon in speaker.scheme.coupons:
        if coupon.trigger is CouponTrigger.BIRTHDAY:
            yield Highlight("cake", speaker.name(coupon.name), "")
            return


def _offer(speaker: Speaker) -> Iterator[Highlight]:
    for promotion in speaker.scheme.promotions[:1]:
        yield Highlight("badge-percent", speaker.name(promotion.name), "")
