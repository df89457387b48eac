"""What is found in earn rules, tiers, wallets and prices."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from app.services.rules.days import Moment
from app.services.rules.lint.baskets import Asked, Ground
from app.services.rules.lint.findings import Example, Finding, Severity
from app.services.rules.lint.trials import offers_of
from app.services.rules.money import BASIS_POINTS, MILLI
from app.services.rules.reasons import said
from app.services.rules.scheme.conditions import ALWAYS, ANYBODY, EVERYTHING, Goods
from app.services.rules.scheme.earning import EarnBasis, EarnRule, Multiplier
from app.services.rules.scheme.standing import Tier, TierBasis

_PRODUCTS_AT_MOST = 20


def standing_findings(ground: Ground) -> Iterator[Finding]:
    """Rules that never earn, points worth too much, tiers nobody reaches or that pay less."""
    yield from _earning(ground)
    yield from _worth(ground)
    yield from _tiers(ground)
    yield from _value(ground)
    yield from _member_prices(ground)


# --- earning -----------------------------------------------------------------


def _earning(ground: Ground) -> Iterator[Finding]:
    scheme = ground.scheme
    caught = False
    for rule in scheme.earn:
        path = f"earn[{rule.id}]"
        facts = said("name", rule.name)
        if caught and not rule.also and rule.basis is not EarnBasis.VISIT:
            yield Finding("earn_never", Severity.WARNING, path, facts, _bought(ground, rule))
        caught = caught or _takes_all(rule)
        yield from _conditions(ground, rule, path)
    for each in scheme.multipliers:
        yield from _conditions(ground, each, f"multipliers[{each.id}]")
    points_asked = scheme.burn is not None or bool(scheme.rewards)
    if points_asked and not _any_points(ground):
        path = "burn" if scheme.burn is not None else "rewards"
        yield Finding("nothing_earned", Severity.WARNING, path, (), ground.plain_example())


def _takes_all(rule: EarnRule) -> bool:
    on_top = rule.also or rule.basis is EarnBasis.VISIT
    free = rule.who == ANYBODY and rule.when == ALWAYS and rule.goods == EVERYTHING
    return free and not on_top


def _conditions(ground: Ground, rule: EarnRule | Multiplier, path: str) -> Iterator[Finding]:
    facts = said("name", rule.name)
    shown = _bought(ground, rule)
    if rule.when.from_minute == rule.when.to_minute:
        yield Finding("hours_empty", Severity.ERROR, path, facts, shown)
    elif ground.moment(rule.when) is None:
        yield Finding("day_never_comes", Severity.WARNING, path, facts, shown)
    elif not ground.matching(rule.goods):
        yield Finding("goods_unmatched", Severity.WARNING, path, facts, shown)


def _bought(ground: Ground, rule: EarnRule | Multiplier) -> Example:
    """One of the rule's goods, bought by who it is for."""
    moment = ground.moment(rule.when) or ground.now
    asked = _one(ground, rule.goods) or ground.anything()
    return ground.example(asked, ground.member(rule.who, moment), moment)


def _any_points(ground: Ground) -> bool:
    scheme = ground.scheme
    gives = any(offer.benefit is not None and offer.benefit.points for offer in offers_of(scheme))
    return (
        any(rule.points for rule in scheme.earn)
        or bool(scheme.activities)
        or scheme.referral is not None
        or any(badge.points for badge in scheme.badges)
        or gives
    )


def _worth(ground: Ground) -> Iterator[Finding]:
    """Points worth more than what a sale leaves over its cost: the price falls below cost."""
    burn = ground.scheme.burn
    if burn is None:
        return
    worst: Example | None = None
    for tier, plan in ground.standings(ANYBODY):
        for moment in _earning_moments(ground):
            member = ground.member(ANYBODY, moment, tier=tier, plan=plan)
            found = ground.example(_hundreds(ground), member, moment)
            if worst is None or found.quote.points_earned > worst.quote.points_earned:
                worst = found
    if worst is None or not worst.quote.total_minor:
        return
    worth = worst.quote.points_earned * burn.value_minor // burn.points
    paid = worst.quote.total_minor
    cost = worst.quote.gross_minor * ground.scheme.cost_bp // BASIS_POINTS
    if paid - worth < cost:
        facts = (
            ("points", worst.quote.points_earned),
            ("worth_minor", worth),
            ("paid_minor", paid),
            ("cost_minor", cost),
        )
        yield Finding("points_worth_too_much", Severity.WARNING, "burn", facts, worst)


def _earning_moments(ground: Ground) -> Iterator[Moment]:
    yield ground.now
    rules: list[EarnRule | Multiplier] = [*ground.scheme.earn, *ground.scheme.multipliers]
    for each in rules:
        moment = ground.moment(each.when)
        if moment is not None:
            yield moment


def _hundreds(ground: Ground) -> list[Asked]:
    """Something for 100 units of the currency, so that points are worth counting."""
    asked = ground.anything()
    return [(replace(item, unit_price_minor=100 * ground.unit_minor), m) for item, m in asked]


# --- tiers -------------------------------------------------------------------


def _tiers(ground: Ground) -> Iterator[Finding]:
    terms = ground.scheme.tiers
    if terms is None:
        return
    qualifying = any(rule.points and rule.qualifies for rule in ground.scheme.earn) or any(
        activity.qualifies for activity in ground.scheme.activities
    )
    if terms.basis is TierBasis.POINTS and not qualifying:
        for tier in terms.tiers[1:]:
            path = f"tiers.tiers[{tier.id}]"
            facts = (*said("name", tier.name), ("threshold", tier.threshold))
            yield Finding("tier_unreachable", Severity.WARNING, path, facts, ground.plain_example())
    for lower, higher in pairwise(terms.tiers):
        finding = _higher_pays_more(ground, lower, higher)
        if finding is not None:
            yield finding


def _higher_pays_more(ground: Ground, lower: Tier, higher: Tier) -> Finding | None:
    """The first basket that costs the higher tier more, or earns it less."""
    for asked, moment in _tier_baskets(ground):
        one = ground.example(asked, ground.member(ANYBODY, moment, tier=lower.id), moment)
        other = ground.example(asked, ground.member(ANYBODY, moment, tier=higher.id), moment)
        dearer = other.quote.total_minor > one.quote.total_minor
        same = other.quote.total_minor == one.quote.total_minor
        if dearer or (same and other.quote.points_earned < one.quote.points_earned):
            facts = (
                *said("name", higher.name),
                *said("other", lower.name),
                ("paid_minor", other.quote.total_minor),
                ("other_paid_minor", one.quote.total_minor),
                ("points", other.quote.points_earned),
                ("other_points", one.quote.points_earned),
            )
            path = f"tiers.tiers[{higher.id}]"
            return Finding("tier_pays_more", Severity.WARNING, path, facts, other)
    return None


def _tier_baskets(ground: Ground) -> Iterator[tuple[list[Asked], Moment]]:
    """A basket for every effect that names a tier."""
    rules: list[EarnRule | Multiplier] = [*ground.scheme.earn, *ground.scheme.multipliers]
    for each in rules:
        moment = ground.moment(each.when)
        if each.who.tiers and moment is not None:
            yield [(i, 10 * m) for i, m in _one(ground, each.goods)], moment
    for each_offer in ground.scheme.promotions:
        moment = ground.moment(each_offer.when)
        if each_offer.who.tiers and moment is not None and each_offer.benefit is not None:
            yield ground.asked(each_offer.benefit), moment


def _one(ground: Ground, goods: Goods) -> list[Asked]:
    return [(item, MILLI) for item in ground.matching(goods)[:1]]


# --- value and prices --------------------------------------------------------


def _value(ground: Ground) -> Iterator[Finding]:
    wallet = ground.scheme.wallet
    if wallet is None or not wallet.cap_minor:
        return
    for number, offer in enumerate(wallet.offers, 1):
        whole = offer.amount_minor + offer.bonus_minor
        if whole > wallet.cap_minor:
            facts = (("amount_minor", whole), ("cap_minor", wallet.cap_minor))
            path = f"wallet.offers[{number}]"
            yield Finding("over_cap", Severity.WARNING, path, facts, ground.plain_example())


def _member_prices(ground: Ground) -> Iterator[Finding]:
    """Products that cost a member more than anybody else."""
    found = 0
    for item in ground.goods:
        member_price = item.member_price_minor
        if member_price is not None and member_price > item.unit_price_minor:
            found += 1
            if found > _PRODUCTS_AT_MOST:
                return
            shown = ground.example([(item, MILLI)], ground.member(ANYBODY, ground.now), ground.now)
            facts = (
                ("name", item.name),
                ("set_minor", member_price),
                ("shelf_minor", item.unit_price_minor),
            )
            yield Finding("member_price_above", Severity.WARNING, "", facts, shown)
