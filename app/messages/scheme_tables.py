"""What a scheme promises, section by section, in the order people ask for it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.messages.scheme_words import Section, Speaker
from app.services.rules.money import BASIS_POINTS, Currency, plain, quantity, rate
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import Goods, When, Who
from app.services.rules.scheme.earning import Activity, EarnRule, Multiplier, PointsExpiry
from app.services.rules.scheme.offers import (
    Benefit,
    CouponTemplate,
    Promotion,
    Reward,
    UseLimit,
)
from app.services.rules.scheme.standing import (
    Badge,
    BadgeBasis,
    PartnerCard,
    Perk,
    Plan,
    Tier,
    TierBasis,
    TierTerms,
)
from app.services.rules.scheme.value import PassTemplate


def plain_words(scheme: Scheme, language: str, currency: Currency) -> tuple[Section, ...]:
    """The whole scheme in plain words; a section without a promise is left out."""
    speaker = Speaker(scheme, language, currency)
    found = (
        Section(speaker.say(name), tuple(line for line in lines(speaker) if line))
        for name, lines in _SECTIONS
    )
    return tuple(section for section in found if section.lines)


def promise(part: Any, speaker: Speaker) -> str:
    """One part of a scheme in plain words: an offer, a tier, a condition …; "" for no words."""
    said = _PROMISES.get(type(part))
    return "" if said is None else said(speaker, part)


def _earning(speaker: Speaker) -> Iterator[str]:
    scheme = speaker.scheme
    for rule in scheme.earn:
        yield _earn(speaker, rule)
    for each in scheme.multipliers:
        yield _multiplier(speaker, each)
    for activity in scheme.activities:
        yield _activity(speaker, activity)


def _multiplier(speaker: Speaker, each: Multiplier) -> str:
    factor = plain(each.factor_bp, 4).rstrip("0").rstrip(".")
    goods = [speaker.goods(each.goods)] if each.goods != type(each.goods)() else []
    asides = [*goods, *speaker.who(each.who), *speaker.when(each.when)]
    said = speaker.say("multiplier", name=speaker.name(each.name), factor=factor)
    return speaker.with_asides(said, asides)


def _activity(speaker: Speaker, activity: Activity) -> str:
    points = speaker.count("points", activity.points)
    name = speaker.name(activity.name)
    return speaker.say("activity", name=name, points=points, n=activity.per_day)


def _earn(speaker: Speaker, rule: EarnRule) -> str:
    said = speaker.say(
        f"earn_{rule.basis}",
        points=speaker.count("points", rule.points),
        amount=speaker.amount(rule.unit_minor),
        quantity=quantity(rule.unit_milli),
    )
    goods = [speaker.goods(rule.goods)] if rule.goods != type(rule.goods)() else []
    more = [speaker.say("earn_also")] if rule.also else []
    more += [speaker.say("net_of_tax")] if rule.net_of_tax else []
    return speaker.with_asides(
        said, [*goods, *speaker.who(rule.who), *speaker.when(rule.when), *more]
    )


def _points(speaker: Speaker) -> Iterator[str]:
    scheme = speaker.scheme
    terms, burn = scheme.points, scheme.burn
    if not (scheme.earn or scheme.activities):
        return
    if terms.pending_days:
        yield speaker.say("pending", days=speaker.count("days", terms.pending_days))
    months = speaker.count("months", terms.months)
    if terms.expiry is PointsExpiry.NEVER:
        yield speaker.say("expiry_never")
    else:
        yield speaker.say(f"expiry_{terms.expiry}", months=months)
    if burn is not None:
        said = speaker.say(
            "burn",
            points=speaker.count("points", burn.points),
            amount=speaker.amount(burn.value_minor),
        )
        asides = []
        if burn.min_points:
            asides.append(speaker.say("burn_from", points=speaker.count("points", burn.min_points)))
        if burn.max_part_bp < BASIS_POINTS:
            asides.append(speaker.say("burn_part", percent=rate(burn.max_part_bp)))
        yield speaker.with_asides(said, asides)


def _tiers(speaker: Speaker) -> Iterator[str]:
    terms = speaker.scheme.tiers
    if terms is None:
        return
    for tier in terms.tiers:
        yield _tier(speaker, terms, tier)
    said = [
        speaker.say(f"window_{terms.window}", months=speaker.count("months", terms.window_months)),
        speaker.say(f"kept_{terms.kept}", months=speaker.count("months", terms.kept_months)),
    ]
    if terms.grace_days:
        said.append(speaker.say("grace", days=speaker.count("days", terms.grace_days)))
    said.append(speaker.say(f"downgrade_{terms.downgrade}"))
    yield speaker.say("then").join(said)


def _tier(speaker: Speaker, terms: TierTerms, tier: Tier) -> str:
    def shown(threshold: int) -> str:
        by_spend = terms.basis is TierBasis.SPEND
        return speaker.amount(threshold) if by_spend else speaker.count("points", threshold)

    said = speaker.say(
        f"tier_{terms.basis}" if tier.threshold else "tier_start",
        name=speaker.name(tier.name),
        amount=shown(tier.threshold),
        points=shown(tier.threshold),
    )
    more = [speaker.name(benefit) for benefit in tier.benefits]
    if tier.lifetime_threshold:
        more.append(speaker.say("tier_lifetime", threshold=shown(tier.lifetime_threshold)))
    return speaker.say("then").join([said, *more])


def _plans(speaker: Speaker) -> Iterator[str]:
    if speaker.scheme.plan_needed:
        yield speaker.say("plan_needed")
    for plan in speaker.scheme.plans:
        yield _plan(speaker, plan)


def _plan(speaker: Speaker, plan: Plan) -> str:
    said = [
        speaker.say(
            "plan",
            name=speaker.name(plan.name),
            amount=speaker.amount(plan.fee_minor),
            months=speaker.count("months", plan.period_months),
        )
    ]
    if plan.trial_days:
        said.append(speaker.say("trial", days=speaker.count("days", plan.trial_days)))
    reward = plan.cash_reward
    if reward is not None:
        back = speaker.say("cash_reward", percent=rate(reward.rate_bp))
        cap = speaker.say("cash_reward_cap", amount=speaker.amount(reward.cap_minor))
        said.append(speaker.with_asides(back, [cap] if reward.cap_minor else []))
    said += [speaker.name(benefit) for benefit in plan.benefits]
    said.append(speaker.say(f"refund_{plan.refund}"))
    if plan.forfeits_reward:
        said.append(speaker.say("forfeits"))
    return speaker.say("then").join(said)


def _offers(speaker: Speaker) -> Iterator[str]:
    for offer in speaker.scheme.promotions:
        yield _offer(speaker, offer)


def _offer(speaker: Speaker, offer: Promotion) -> str:
    texts = [] if offer.benefit is None else [speaker.benefit(offer.benefit)]
    if offer.gate is not None:
        texts.append(speaker.say("gate", goods=speaker.goods(offer.gate)))
    asides = [*speaker.who(offer.who), *speaker.when(offer.when), *speaker.limit(offer.limit)]
    text = speaker.with_asides(speaker.listed(texts), asides)
    return speaker.say("named", name=speaker.name(offer.name), text=text)


def _rewards(speaker: Speaker) -> Iterator[str]:
    for reward in speaker.scheme.rewards:
        yield _reward(speaker, reward)


def _reward(speaker: Speaker, reward: Reward) -> str:
    points = speaker.count("points", reward.cost_points)
    given = [] if reward.benefit is None else [speaker.benefit(reward.benefit)]
    given += [speaker.name(reward.outside)] if reward.outside.texts else []
    said = speaker.say("reward", points=points, name=speaker.name(reward.name))
    more = [*speaker.who(reward.who), *speaker.when(reward.when), *speaker.limit(reward.limit)]
    return speaker.with_asides(said, [*given, *more])


def _coupons(speaker: Speaker) -> Iterator[str]:
    for coupon in speaker.scheme.coupons:
        yield _coupon(speaker, coupon)


def _coupon(speaker: Speaker, coupon: CouponTemplate) -> str:
    text = speaker.with_asides(speaker.benefit(coupon.benefit), _issue(speaker, coupon))
    return speaker.say("named", name=speaker.name(coupon.name), text=text)


def _issue(speaker: Speaker, coupon: CouponTemplate) -> Iterator[str]:
    if coupon.sale_from_minor:
        yield speaker.say("trigger_sale_from", amount=speaker.amount(coupon.sale_from_minor))
    else:
        yield speaker.say(f"trigger_{coupon.trigger}")
    yield from speaker.who(coupon.who)
    yield from speaker.when(coupon.when)
    if coupon.valid_days:
        yield speaker.say("valid", days=speaker.count("days", coupon.valid_days))
    if coupon.last_day is not None:
        yield speaker.say("dates", first="…", last=coupon.last_day.isoformat())
    if coupon.bearer:
        yield speaker.say("bearer")


def _perks(speaker: Speaker) -> Iterator[str]:
    for perk in speaker.scheme.perks:
        yield _perk(speaker, perk)


def _perk(speaker: Speaker, perk: Perk) -> str:
    said = speaker.say(
        "perk_year" if perk.per_months == 12 else "perk",
        name=speaker.name(perk.name),
        n=perk.count,
        months=speaker.count("months", perk.per_months),
    )
    return speaker.with_asides(said, speaker.who(perk.who))


def _value(speaker: Speaker) -> Iterator[str]:
    scheme = speaker.scheme
    if scheme.wallet is not None:
        for offer in scheme.wallet.offers:
            amount, bonus = speaker.amount(offer.amount_minor), speaker.amount(offer.bonus_minor)
            parts = offer.instalments
            aside = [speaker.say("instalments", n=parts)] if parts > 1 else []
            yield speaker.with_asides(speaker.say("top_up", amount=amount, bonus=bonus), aside)
        if scheme.wallet.cap_minor:
            yield speaker.say("wallet_cap", amount=speaker.amount(scheme.wallet.cap_minor))
        if scheme.wallet.bonus_months:
            lasts = speaker.count("months", scheme.wallet.bonus_months)
            yield speaker.say("bonus_lasts", months=lasts)
    for each in scheme.passes:
        yield _pass(speaker, each)
    cards = scheme.gift_cards
    if cards is not None:
        least, most = speaker.amount(cards.min_minor), speaker.amount(cards.max_minor)
        said = speaker.say("gift_cards", amount=least, most=most)
        months = speaker.count("months", cards.valid_months)
        valid = [speaker.say("gift_valid", months=months)] if cards.valid_months else []
        yield speaker.with_asides(said, valid)


def _pass(speaker: Speaker, each: PassTemplate) -> str:
    name, days = speaker.name(each.name), speaker.count("days", each.valid_days)
    amount = speaker.amount(each.price_minor)
    said = speaker.say("pass", name=name, n=each.uses, days=days, amount=amount)
    return speaker.with_asides(said, [speaker.goods(each.goods)])


def _people(speaker: Speaker) -> Iterator[str]:
    scheme = speaker.scheme
    referral = scheme.referral
    if referral is not None:
        yield speaker.say(
            "referral",
            points=speaker.count("points", referral.referrer_points),
            referee=speaker.count("points", referral.referee_points),
        )
    for badge in scheme.badges:
        yield _badge(speaker, badge)
    for card in scheme.partner_cards:
        yield _card(speaker, card)
    if scheme.archive is not None:
        yield speaker.say("archive", months=speaker.count("months", scheme.archive.months))


def _card(speaker: Speaker, card: PartnerCard) -> str:
    said = speaker.say("card", name=speaker.name(card.name), partner=card.partner)
    more = [speaker.name(benefit) for benefit in card.benefits]
    return speaker.say("then").join([said, *more])


def _badge(speaker: Speaker, badge: Badge) -> str:
    count = f"{badge.threshold:,}"
    said = speaker.say(
        f"badge_{badge.basis}",
        name=speaker.name(badge.name),
        n=count,
        amount=speaker.amount(badge.threshold) if badge.basis is BadgeBasis.SPEND else "",
        points=speaker.count("points", badge.threshold),
        goods=speaker.goods(badge.goods),
    )
    brings = speaker.say("brings", points=speaker.count("points", badge.points))
    return speaker.with_asides(said, [brings] if badge.points else [])


def _rules(speaker: Speaker) -> Iterator[str]:
    scheme = speaker.scheme
    if scheme.earn:
        yield speaker.say("claim", days=speaker.count("days", scheme.claim_days))
    if scheme.floor_bp:
        yield speaker.say("floor", percent=rate(scheme.floor_bp))
    yield speaker.name(scheme.notice)


_SECTIONS = (
    ("earning", _earning),
    ("points", _points),
    ("tiers", _tiers),
    ("plans", _plans),
    ("offers", _offers),
    ("rewards", _rewards),
    ("coupons", _coupons),
    ("perks", _perks),
    ("value", _value),
    ("people", _people),
    ("rules", _rules),
)

_PROMISES: Mapping[type, Callable[[Speaker, Any], str]] = {
    EarnRule: _earn,
    Multiplier: _multiplier,
    Activity: _activity,
    Plan: _plan,
    Promotion: _offer,
    Reward: _reward,
    CouponTemplate: _coupon,
    Perk: _perk,
    PassTemplate: _pass,
    Badge: _badge,
    PartnerCard: _card,
    Goods: Speaker.goods,
    Benefit: Speaker.benefit,
    Who: lambda speaker, who: speaker.listed(speaker.who(who)),
    When: lambda speaker, when: speaker.listed(speaker.when(when)),
    UseLimit: lambda speaker, limit: speaker.listed(speaker.limit(limit)),
}
