"""The figures of the compass that are entries in ledgers: value, tiers, benefits."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from app.models import compass as stored
from app.models.database import Database
from app.services.compass_sales import Daily, figure, read_days
from app.services.compass_types import BenefitUse, Ledgers, Owed, TierMove, Tiers
from app.services.rules.insight.figures import FigureName, figure_of
from app.services.rules.insight.periods import Compared, Period, month_ends
from app.services.rules.months import months_later
from app.services.rules.points import points_worth_minor
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import Words, words

MONTHS_TOLD = 12


def ledgers_of(database: Database, periods: Compared, scheme: Scheme) -> Ledgers:
    """What moved and what is owed, from one reading of each ledger."""
    value = _value(database, periods)
    three, trend = value.three(periods), value.trend(periods.now)
    figures = tuple(figure(name, three, trend, _sum_of(name)) for name in _MOVED)
    told = months_told(periods.now)
    ends = {*told, *(each.last for each in periods)}
    owed = {each.day: each for each in _owed(value, sorted(ends), scheme)}
    total = figure_of(FigureName.OWED, (owed[each.last].total_minor for each in periods))
    return Ledgers((*figures, total), tuple(owed[day] for day in told))


def months_told(period: Period) -> tuple[date, ...]:
    """The ends of its months and its last day; of the year before its last day where it is
    shorter, so that there is a course to see."""
    year = months_later(period.last.replace(day=1), 1 - MONTHS_TOLD)
    return month_ends(Period(min(period.first, year), period.last))


# A figure is the sum of these columns, each times a factor.
_MOVED: dict[FigureName, tuple[tuple[str, int], ...]] = {
    FigureName.POINTS_ISSUED: (("points earn", 1), ("points reverse_earn", 1)),
    FigureName.POINTS_BURNED: (("points burn", -1), ("points reverse_burn", -1)),
    FigureName.POINTS_EXPIRED: (("points expire", -1),),
    FigureName.COUPONS_ISSUED: (("coupon issued", 1),),
    FigureName.COUPONS_REDEEMED: (("coupon redeemed", 1), ("coupon returned", -1)),
    FigureName.COUPONS_EXPIRED: (("coupon expired", 1),),
    FigureName.TOPPED_UP: (("principal top_up", 1),),
    FigureName.BONUS_GIVEN: (("bonus top_up", 1), ("bonus bonus", 1)),
    FigureName.WALLET_SPENT: (
        ("principal spend", -1), ("principal refund", -1), ("bonus spend", -1),
        ("bonus refund", -1),
    ),
}  # fmt: skip


def _sum_of(name: FigureName) -> Callable[[Counter[str]], int]:
    return lambda sums: sum(sums[key] * factor for key, factor in _MOVED[name])


def _value(database: Database, periods: Compared) -> Daily:
    """Every ledger by day, in columns such as "points earn"."""
    daily, last = Daily(), max(each.last for each in periods).isoformat()
    for day, kind, points in stored.points(database, last):
        daily.add(day, {f"points {kind}": points, "points": points})
    for day, kind, principal, bonus in stored.stored_value(database, last):
        sums = {f"principal {kind}": principal, f"bonus {kind}": bonus}
        daily.add(day, {**sums, "principal": principal, "bonus": bonus})
    for day, what, amount in stored.kept(database, last):
        daily.add(day, {what: amount})
    for day, kind, count in read_days(database, stored.coupons, periods):
        daily.add(day, {f"coupon {kind}": count})
    return daily


def _owed(value: Daily, ends: Iterable[date], scheme: Scheme) -> Iterator[Owed]:
    """What was owed at the end of each of these days, which are in order."""
    total: Counter[str] = Counter()
    days, at = sorted(value.days), 0
    for end in ends:
        until = end.isoformat()
        while at < len(days) and days[at] <= until:
            total.update(value.days[days[at]])
            at += 1
        worth = points_worth_minor(total["points"], scheme)
        spent = -total["points burn"] - total["points reverse_burn"]
        bonus_spent = -total["bonus spend"] - total["bonus refund"]
        yield Owed(
            day=end,
            points=total["points"],
            points_minor=worth,
            breakage_minor=_lapsing(worth, -total["points expire"], spent),
            principal_minor=total["principal"],
            bonus_minor=total["bonus"],
            credit_minor=total["credit"],
            gift_minor=total["gift"],
            deposits_minor=total["deposit"],
            bonus_breakage_minor=_lapsing(total["bonus"], -total["bonus expire"], bonus_spent),
        )


def _lapsing(held: int, lapsed: int, spent: int) -> int | None:
    """The part of what is held that will lapse as its forerunners did, rounded down."""
    ended = lapsed + spent
    return held * lapsed // ended if ended > 0 else None


# --- tiers ----------------------------------------------------------------------------


def tiers_of(database: Database, periods: Compared, scheme: Scheme) -> Tiers:
    """Who rose and who fell."""
    daily: Daily = Daily()
    moves: Counter[tuple[str | None, str, bool]] = Counter()
    first, last = _texts(periods.now)
    for day, kind, was, tier, count in read_days(database, stored.tier_moves, periods):
        daily.add(day, {kind: count})
        if first <= day <= last and kind != "kept":
            moves[was, tier, kind == "reached"] += count
    three, trend = daily.three(periods), daily.trend(periods.now)
    names = {} if scheme.tiers is None else {each.id: each.name for each in scheme.tiers.tiers}
    told = tuple(
        TierMove(
            None if was is None else names.get(was, words(was)),
            names.get(tier, words(tier)),
            up,
            count,
            ("reached" if up else "lowered", was or "", tier),
        )
        for (was, tier, up), count in sorted(
            moves.items(), key=lambda each: (not each[0][2], -each[1], each[0][1])
        )
    )
    figures = (
        figure(FigureName.TIERS_UP, three, trend, lambda sums: sums["reached"]),
        figure(FigureName.TIERS_DOWN, three, trend, lambda sums: sums["lowered"]),
    )
    return Tiers(figures, told, three[0]["kept"])


# --- benefits -------------------------------------------------------------------------


def benefits_of(database: Database, periods: Compared, scheme: Scheme) -> tuple[BenefitUse, ...]:
    """How often each benefit was used, most first."""
    uses: dict[tuple[str, str], list[int]] = {}
    spans = [_texts(each) for each in periods]
    for day, kind, name, count in read_days(database, stored.benefit_uses, periods):
        sums = uses.setdefault((kind, name), [0, 0, 0])
        for at, (first, last) in enumerate(spans):
            if first <= day <= last:
                sums[at] += count
    known = _names(scheme)
    found = (
        BenefitUse(kind, name, known.get((kind, name), words(name)), *sums)
        for (kind, name), sums in uses.items()
        if any(sums)
    )
    return tuple(sorted(found, key=lambda use: (-use.now, -use.before, use.kind, use.id)))


def _names(scheme: Scheme) -> dict[tuple[str, str], Words]:
    """What the scheme calls its benefits."""
    by_kind = (
        ("offer", scheme.promotions), ("reward", scheme.rewards), ("perk", scheme.perks),
        ("coupon", scheme.coupons), ("pass", scheme.passes),
    )  # fmt: skip
    return {
        (kind, each.id): each.name
        for kind, benefits in by_kind
        for each in benefits
        if each.name.texts
    }


def _texts(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()
