"""The figures of the compass that are about sales and buyers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models import compass as stored
from app.models.database import Database, Row
from app.services.compass_types import Counted, People
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
    value: Callable[[Counter[str]], int],
) -> Figure:
    """One figure from the sums of its three periods and of its steps."""
    return figure_of(name, map(value, three), map(value, trend))


# --- sales --------------------------------------------------------------------------


def sales_of(database: Database, periods: Compared) -> tuple[Figure, ...]:
    """What was sold, what came back, and the members' part. Tips are no revenue; what came back
    is taken off on the day it came back."""
    daily = _sales_by_day(database, periods)
    three, trend = daily.three(periods), daily.trend(periods.now)

    def told(name: FigureName, value: Callable[[Counter[str]], int]) -> Figure:
        return figure(name, three, trend, value)

    return (
        told(FigureName.REVENUE, _revenue),
        told(FigureName.SALES, lambda s: s["sales"]),
        told(FigureName.AVERAGE_BASKET, lambda s: mean_minor(s["total"], s["sales"])),
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


def _member_share(sums: Counter[str]) -> int:
    """Where more came back than was sold there is no part of it."""
    return min(BASIS_POINTS, max(0, share_bp(_member_revenue(sums), _revenue(sums))))


# --- members ------------------------------------------------------------------------


def people_of(database: Database, periods: Compared) -> People:
    """Who joined, by source, and how many members there are."""
    daily, sources = Daily(), Daily()
    for day, source, count in read_days(database, stored.joined, periods):
        daily.add(day, {"joined": count})
        sources.add(day, {source: count})
    members = [stored.members_until(database, each.last.isoformat()) for each in periods]
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


def buyers_of(database: Database, periods: Compared, today: date) -> tuple[Figure, ...]:
    """How many members bought, and how many came again after their first purchase."""
    spans = [(each.first.isoformat(), each.last.isoformat()) for each in periods]
    active = [sum(column) for column in zip(*stored.active_members(database, spans), strict=True)]
    members = [stored.members_until(database, each.last.isoformat()) for each in periods]
    rates = [
        None if not whole else min(BASIS_POINTS, share_bp(part, whole))
        for part, whole in zip(active, members, strict=True)
    ]
    return (
        figure_of(FigureName.ACTIVE_MEMBERS, active),
        figure_of(FigureName.ACTIVE_RATE, rates),
        *_repurchase(database, periods, today),
    )


def _repurchase(database: Database, periods: Compared, today: date) -> tuple[Figure, ...]:
    """Only those count whose days have passed already."""
    counts = {days: [[0, 0] for _ in periods] for days in REPURCHASE}
    calendar = _Calendar()
    spans = [(each.first.toordinal(), each.last.toordinal()) for each in periods]
    now, until = today.toordinal(), today.isoformat()
    for piece in apart(periods):
        rows = stored.days_bought(database, piece.first.isoformat(), piece.last.isoformat(), until)
        for (texts,) in rows:
            bought = sorted(texts.split(","))
            first = calendar[bought[0]]
            gap = calendar[bought[1]] - first if len(bought) > 1 else None
            for days, sums in counts.items():
                if now - first < days:
                    continue
                for at, (begin, end) in enumerate(spans):
                    if begin <= first <= end:
                        sums[at][0] += 1
                        sums[at][1] += gap is not None and gap <= days
    return tuple(
        figure_of(
            name, (share_bp(again, whole) if whole else None for whole, again in counts[days])
        )
        for days, name in REPURCHASE.items()
    )


class _Calendar(dict[str, int]):
    """ISO days as calendar numbers; each is read once."""

    def __missing__(self, day: str) -> int:
        number = self[day] = date.fromisoformat(day).toordinal()
        return number
