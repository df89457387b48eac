"""The figures of the compass that are about sales and buyers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models import compass as stored
from app.models.database import Database, Row
from app.models.insight import buying_days, buying_days_alone
from app.services.compass_types import BuyersTold, Counted, People
from app.services.rules.insight.buyers import Buyers
from app.services.rules.insight.cohorts import COHORTS_SHOWN, cohorts, first_month
from app.services.rules.insight.figures import (
    REPURCHASE,
    Figure,
    FigureName,
    figure_of,
    mean_minor,
    share_bp,
)
from app.services.rules.insight.periods import Compared, Period, apart, steps
from app.services.rules.money import BASIS_POINTS
from app.services.turns import give_way

Read = Callable[[Database, str, str], Iterable[Row]]


@dataclass(slots=True)
class Daily:
    """Sums by business day, whatever the columns are called."""

    days: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, day: str, sums: Mapping[str, int]) -> None:
        """Add to a day."""
        self.days.setdefault(day, Counter()).update(sums)

    def sum(self, period: Period) -> Counter[str]:
        """What the days of a period come to."""
        first, last = period.first.isoformat(), period.last.isoformat()
        total: Counter[str] = Counter()
        for day, sums in self.days.items():
            if first <= day <= last:
                total.update(sums)
        return total

    def three(self, periods: Compared) -> tuple[Counter[str], ...]:
        """The same of each of three periods."""
        return tuple(self.sum(period) for period in periods)

    def trend(self, period: Period) -> tuple[Counter[str], ...]:
        """The same of each step of a period, in one pass over the days."""
        pieces = steps(period)
        found = tuple(Counter[str]() for _ in pieces)
        firsts = [piece.first.isoformat() for piece in pieces]
        at, last = 0, period.last.isoformat()
        for day in sorted(self.days):
            if not firsts[0] <= day <= last:
                continue
            while at + 1 < len(firsts) and firsts[at + 1] <= day:
                at += 1
            found[at].update(self.days[day])
        return found


def read_days(database: Database, read: Read, periods: Iterable[Period]) -> Iterable[Row]:
    """The rows of all days of these periods, each day once."""
    for period in apart(periods):
        yield from read(database, period.first.isoformat(), period.last.isoformat())


def figure(
    name: FigureName,
    three: Sequence[Counter[str]],
    trend: Sequence[Counter[str]],
    value: Callable[[Counter[str]], int | None],
) -> Figure:
    """One figure from the sums of its three periods and of its steps; a step that has none is 0."""
    return figure_of(name, map(value, three), (value(sums) or 0 for sums in trend))


# --- sales --------------------------------------------------------------------------


def sales_of(database: Database, periods: Compared) -> tuple[Figure, ...]:
    """What was sold, what came back, and the members' part. Tips are no revenue; what came back
    is taken off on the day it came back."""
    daily = _sales_by_day(database, periods)
    three, trend = daily.three(periods), daily.trend(periods.now)

    def told(name: FigureName, value: Callable[[Counter[str]], int | None]) -> Figure:
        return figure(name, three, trend, value)

    return (
        told(FigureName.REVENUE, _revenue),
        told(FigureName.SALES, lambda s: s["sales"]),
        told(FigureName.AVERAGE_BASKET, _average_basket),
        told(FigureName.MEMBER_SHARE, _member_share),
        told(FigureName.MEMBER_REVENUE, _member_revenue),
        told(FigureName.MEMBER_SALES, lambda s: s["member_sales"]),
        told(FigureName.DISCOUNTS, lambda s: s["discount"]),
        told(FigureName.REFUNDS, lambda s: s["refunds"]),
        told(FigureName.REFUNDED, lambda s: s["refunded"]),
        told(FigureName.TIPS, lambda s: s["tips"]),
    )


def _sales_by_day(database: Database, periods: Compared) -> Daily:
    """`total` and `refunded` are without tips."""
    daily = Daily()
    for day, count, total, discount, members, of_members in read_days(
        database, stored.sales, periods
    ):
        sums = {"sales": count, "total": total, "discount": discount, "member_sales": members}
        daily.add(day, {**sums, "member_total": of_members})
    for day, tips, of_members in read_days(database, stored.tips, periods):
        daily.add(day, {"tips": tips, "total": -tips, "member_total": -of_members})
    for day, count, total, of_members in read_days(database, stored.refunds, periods):
        daily.add(day, {"refunds": count, "refunded": total, "member_refunded": of_members})
    for day, tips, of_members in read_days(database, stored.tips_back, periods):
        daily.add(day, {"tips": -tips, "refunded": -tips, "member_refunded": -of_members})
    return daily


def _revenue(sums: Counter[str]) -> int:
    return sums["total"] - sums["refunded"]


def _member_revenue(sums: Counter[str]) -> int:
    return sums["member_total"] - sums["member_refunded"]


def _average_basket(sums: Counter[str]) -> int | None:
    return mean_minor(sums["total"], sums["sales"]) if sums["sales"] else None


def _member_share(sums: Counter[str]) -> int | None:
    """Where nothing was sold, or more came back than was sold, there is no part of it."""
    revenue = _revenue(sums)
    if revenue <= 0:
        return None
    return min(BASIS_POINTS, max(0, share_bp(_member_revenue(sums), revenue)))


# --- members ------------------------------------------------------------------------


def people_of(database: Database, periods: Compared) -> People:
    """Who joined, by source, and how many members there are."""
    daily, sources = Daily(), Daily()
    for day, source, count in read_days(database, stored.joined, periods):
        daily.add(day, {"joined": count})
        sources.add(day, {source: count})
    members = _members_at_the_end(database, periods)
    figures = (
        figure(
            FigureName.NEW_MEMBERS,
            daily.three(periods),
            daily.trend(periods.now),
            lambda sums: sums["joined"],
        ),
        figure_of(FigureName.MEMBERS, members),
    )
    return People(figures, counted(sources, periods))


def counted(daily: Daily, periods: Compared) -> tuple[Counted, ...]:
    """Each key with its three counts, most of the period first; who has none at all is left out."""
    now, before, year_before = daily.three(periods)
    rows = (
        Counted(key, now[key], before[key], year_before[key])
        for key in {*now, *before, *year_before}
    )
    told = (row for row in rows if row.now or row.before or row.year_before)
    return tuple(sorted(told, key=lambda row: (-row.now, -row.before, row.key)))


def buyers_of(database: Database, periods: Compared, today: date) -> BuyersTold:
    """How many members bought, how many came again after their first purchase, and which cohort
    they are of: from one reading of all their days."""
    last_month = periods.now.last.isoformat()[:7]
    found = Buyers(periods, first_month(last_month, COHORTS_SHOWN), give_way)
    for live, days in _bought_days(database, today.isoformat()):
        give_way()
        found.add(days, live=live)
    found.finish()
    members = _members_at_the_end(database, periods)
    rates = [
        None if not whole else min(BASIS_POINTS, share_bp(part, whole))
        for part, whole in zip(found.active, members, strict=True)
    ]
    figures = (
        figure_of(FigureName.ACTIVE_MEMBERS, found.active),
        figure_of(FigureName.ACTIVE_RATE, rates),
        *(figure_of(name, found.repurchase(days, today)) for days, name in REPURCHASE.items()),
    )
    return BuyersTold(figures, cohorts(found.cohort_counts(), last_month))


def _bought_days(database: Database, until: str) -> Iterator[tuple[bool, list[str]]]:
    """The days on which some members bought, and whether those are not archived."""
    archived = stored.archived(database)
    if not archived:
        yield from ((True, days) for days in buying_days_alone(database, until))
        return
    for columns in buying_days(database, until):
        parted: tuple[list[str], list[str]] = ([], [])
        for seq, days in zip(columns.seqs, columns.days, strict=True):
            parted[seq in archived].append(days)
        yield True, parted[0]
        yield False, parted[1]


def _members_at_the_end(database: Database, periods: Compared) -> list[int]:
    """How many members there were at the end of each period, without those archived since."""
    lasts = [each.last.isoformat() for each in periods]
    told = stored.members_until(database, lasts)
    return [told[last] for last in lasts]
