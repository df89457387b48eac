"""What must hold in a scheme as a whole, wherever it comes from: a file, a form, the shop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from app.services.rules.calendar import FESTIVALS, is_festival
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import ANYBODY, DateRange, Goods, When, Who
from app.services.rules.scheme.earning import EarnBasis, EarnRule, Multiplier, PointsExpiry
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    CouponTemplate,
    CouponTrigger,
    Promotion,
    Reward,
)
from app.services.rules.scheme.standing import Plan, TierTerms
from app.services.rules.scheme_file.kinds import LIST_LIMIT, Kind, specs_of
from app.services.rules.scheme_file.refusal import SchemeRefused

# The figures a kind of benefit cannot do without, and those it may have beside them.
_NEEDS: Mapping[BenefitKind, tuple[str, ...]] = {
    BenefitKind.PERCENT_OFF: ("percent_bp",),
    BenefitKind.AMOUNT_OFF: ("amount_minor",),
    BenefitKind.SET_PRICE: ("goods",),
    BenefitKind.FREE_UNITS: ("units",),
    BenefitKind.NTH_UNIT: ("every", "percent_bp"),
    BenefitKind.BUY_GET: ("every", "units", "percent_bp"),
    BenefitKind.BUNDLE: ("parts",),
    BenefitKind.WAIVE_FEE: ("goods",),
    BenefitKind.GIVE_POINTS: ("points",),
    BenefitKind.GIVE_COUPON: ("coupon",),
}
_MAY_HAVE: Mapping[BenefitKind, tuple[str, ...]] = {
    BenefitKind.AMOUNT_OFF: ("each_minor",),
    BenefitKind.SET_PRICE: ("price_minor",),
    BenefitKind.BUNDLE: ("price_minor",),
}
_ANY_BENEFIT = ("kind", "goods", "min_basket_minor", "max_amount_minor", "max_units")

Part = tuple[str, Any]


def check_scheme(scheme: Scheme) -> None:
    """Raise SchemeRefused for the first thing that cannot be."""
    _check_lists(scheme)
    parts = tuple(_parts(scheme, ""))
    _check_references(scheme, parts)
    _check_loops(scheme)
    for path, part in parts:
        for check in _CHECKS.get(type(part), ()):
            check(part, path)
    _require(bool(scheme.plans) or not scheme.plan_needed, "plans")


def _parts(value: Any, path: str) -> Iterator[Part]:
    """Every table of the scheme with its path, the outer ones first."""
    yield path, value
    for spec in specs_of(type(value)):
        held = getattr(value, spec.attribute)
        here = f"{path}.{spec.name}" if path else spec.name
        if spec.kind is Kind.NAMED_TABLES:
            for name, goods in held:
                yield from _parts(goods, f"{here}.{name}")
        elif spec.kind is Kind.TABLE and spec.many:
            for number, each in enumerate(held, 1):
                yield from _parts(each, f"{here}[{getattr(each, 'id', number)}]")
        elif spec.kind is Kind.TABLE and held is not None:
            yield from _parts(held, here)


def _require(holds: bool, path: str) -> None:
    if not holds:
        raise SchemeRefused(path, "required")


# --- lists, names and what refers to them ------------------------------------


def _check_lists(scheme: Scheme) -> None:
    for name in _LISTS_WITH_IDS:
        held = getattr(scheme, name)
        if len(held) > LIST_LIMIT:
            raise SchemeRefused(name, "too_many", str(len(held)), f"≤ {LIST_LIMIT}")
        _refuse_repeated((each.id for each in held), name)
    if scheme.tiers is not None:
        _refuse_repeated((tier.id for tier in scheme.tiers.tiers), "tiers.tiers")
    # Both are counted against their limits under their id.
    offers: tuple[Promotion | Reward, ...] = (*scheme.promotions, *scheme.rewards)
    _refuse_repeated((offer.id for offer in offers), "rewards")


_LISTS_WITH_IDS = (
    "earn",
    "multipliers",
    "activities",
    "plans",
    "rewards",
    "coupons",
    "promotions",
    "perks",
    "badges",
    "partner_cards",
    "passes",
)


def _refuse_repeated(ids: Iterable[str], name: str) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise SchemeRefused(f"{name}[{each}].id", "duplicate")
        seen.add(each)


def _check_references(scheme: Scheme, parts: Sequence[Part]) -> None:
    tiers = [] if scheme.tiers is None else [tier.id for tier in scheme.tiers.tiers]
    levels = [plan.level for plan in scheme.plans]
    cards = [card.id for card in scheme.partner_cards]
    coupons = [coupon.id for coupon in scheme.coupons]
    groups = [name for name, _ in scheme.groups]
    rules = [rule.id for rule in scheme.earn]
    for path, part in parts:
        if isinstance(part, Who):
            _refer(part.tiers, tiers, f"{path}.tiers")
            _refer(part.plans, levels, f"{path}.plans")
            _refer(part.partner_cards, cards, f"{path}.partner_cards")
        elif isinstance(part, Goods):
            _refer(part.groups, groups, f"{path}.groups")
        elif isinstance(part, Benefit) and part.coupon:
            _refer((part.coupon,), coupons, f"{path}.coupon")
        elif isinstance(part, Multiplier):
            _refer(part.rules, rules, f"{path}.rules")
    if scheme.archive is not None:
        _refer(scheme.archive.keep_tiers, tiers, "archive.keep_tiers")


def _refer(names: Iterable[str], known: Sequence[str], path: str) -> None:
    for name in names:
        if name not in known:
            raise SchemeRefused(path, "no_such_id", name, ", ".join(dict.fromkeys(known)))


def _check_loops(scheme: Scheme) -> None:
    gives = {each.id: (each.benefit.coupon,) for each in scheme.coupons if each.benefit.coupon}
    holds = {name: _groups_in(goods) for name, goods in scheme.groups}
    for graph, place in ((gives, "coupons[{}].benefit.coupon"), (holds, "groups.{}")):
        looped = _looped(graph)
        if looped is not None:
            raise SchemeRefused(place.format(looped), "loop", looped)


def _groups_in(goods: Goods) -> tuple[str, ...]:
    return goods.groups + (_groups_in(goods.without) if goods.without is not None else ())


def _looped(graph: Mapping[str, Sequence[str]]) -> str | None:
    """The first name that is reached from itself: nodes that lead only to safe ones are safe."""
    safe: set[str] = set()
    growing = True
    while growing:
        more = {
            name
            for name in graph
            if name not in safe and all(to in safe or to not in graph for to in graph[name])
        }
        safe |= more
        growing = bool(more)
    return next((name for name in graph if name not in safe), None)


# --- the parts ---------------------------------------------------------------


def _check_benefit(benefit: Benefit, path: str) -> None:
    needs = _NEEDS[benefit.kind]
    allowed = (*_ANY_BENEFIT, *needs, *_MAY_HAVE.get(benefit.kind, ()))
    for spec in specs_of(Benefit):
        held = getattr(benefit, spec.attribute)
        if spec.attribute in needs:
            _require(held != spec.default, f"{path}.{spec.name}")
        elif held != spec.default and spec.attribute not in allowed:
            names = [each.name for each in specs_of(Benefit) if each.attribute in allowed]
            raise SchemeRefused(
                f"{path}.{spec.name}", "not_used_here", benefit.kind, ", ".join(names)
            )


def _check_earn(rule: EarnRule, path: str) -> None:
    _require(rule.basis is not EarnBasis.MONEY or rule.unit_minor > 0, f"{path}.unit")
    _require(rule.basis is not EarnBasis.QUANTITY or rule.unit_milli > 0, f"{path}.unit_quantity")


def _check_range(days: DateRange, path: str) -> None:
    first, last = days.first, days.last
    if isinstance(first, date) != isinstance(last, date):
        raise SchemeRefused(f"{path}.last", "not_a_range", str(last), "2026-04-10, 04-10")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise SchemeRefused(f"{path}.last", "ends_before", last.isoformat(), f"≥ {first}")


def _check_when(when: When, path: str) -> None:
    unknown = next((name for name in when.festivals if not is_festival(name)), None)
    if unknown is not None:
        raise SchemeRefused(f"{path}.festivals", "not_a_festival", unknown, ", ".join(FESTIVALS))


def _check_tiers(terms: TierTerms, path: str) -> None:
    _require(bool(terms.tiers), f"{path}.tiers")
    first = terms.tiers[0]
    if first.threshold:
        raise SchemeRefused(f"{path}.tiers[{first.id}].threshold", "first_tier", "", "0")
    for below, tier in pairwise(terms.tiers):
        here = f"{path}.tiers[{tier.id}]"
        if tier.threshold == 0:
            raise SchemeRefused(f"{here}.threshold", "zero")
        if tier.threshold <= below.threshold:
            raise SchemeRefused(f"{here}.threshold", "tiers_overlap", below.id)
        if 0 < tier.lifetime_threshold < tier.threshold:
            raise SchemeRefused(f"{here}.lifetime_threshold", "tiers_overlap", tier.id)


def _check_coupon(coupon: CouponTemplate, path: str) -> None:
    needs_who = coupon.trigger is CouponTrigger.SEGMENT
    _require(not needs_who or coupon.who != ANYBODY, f"{path}.who")


def _check_reward(reward: Reward, path: str) -> None:
    _require(reward.benefit is not None or bool(reward.outside.texts), f"{path}.benefit")


def _check_promotion(promotion: Promotion, path: str) -> None:
    _require(promotion.benefit is not None or promotion.gate is not None, f"{path}.benefit")


def _check_plan(plan: Plan, path: str) -> None:
    _require(bool(plan.level), f"{path}.level")


def _check_whole(scheme: Scheme, path: str) -> None:
    by_months = (PointsExpiry.MONTHS, PointsExpiry.INACTIVITY)
    months_needed = scheme.points.expiry in by_months
    _require(not months_needed or scheme.points.months > 0, "points.months")
    cards = scheme.gift_cards
    if cards is not None and cards.max_minor < cards.min_minor:
        raise SchemeRefused("gift_cards.max", "below_min")
    if scheme.wallet is not None:
        amounts = [str(offer.amount_minor) for offer in scheme.wallet.offers]
        if len(set(amounts)) < len(amounts):
            raise SchemeRefused("wallet.offers", "duplicate")


_CHECKS: Mapping[type, tuple[Any, ...]] = {
    Scheme: (_check_whole,),
    Benefit: (_check_benefit,),
    EarnRule: (_check_earn,),
    DateRange: (_check_range,),
    When: (_check_when,),
    TierTerms: (_check_tiers,),
    CouponTemplate: (_check_coupon,),
    Reward: (_check_reward,),
    Promotion: (_check_promotion,),
    Plan: (_check_plan,),
}
