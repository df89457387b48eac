"""Today at a glance: what the owner wants to know of a trading day, beside the same weekday."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.models import glance as stored
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.rules.days import from_millis, to_millis

WEEK = timedelta(days=7)
BEST = 5
_QUARTER_MS = 900_000


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A business day up to a moment. Money in minor units.

    Sales are those not voided; their total is without tips. Points are those of the sales, less
    what refunds reversed or restored. Top-ups are money owed to members, no revenue.
    """

    sales: int
    total_minor: int
    discount_minor: int
    member_sales: int
    member_minor: int
    refunds: int
    refunded_minor: int
    voids: int
    new_members: int
    points_issued: int
    points_burned: int
    top_ups: int
    top_up_minor: int

    @property
    def net_minor(self) -> int:
        """What the sales brought, less what was given back."""
        return self.total_minor - self.refunded_minor

    @property
    def basket_minor(self) -> int:
        """The average sale, rounded half up; 0 without sales."""
        return (2 * self.total_minor + self.sales) // (2 * self.sales) if self.sales else 0

    @property
    def member_share_bp(self) -> int:
        """Members' part of the total, in basis points; a member's tip takes it no further."""
        total = self.total_minor
        part = (2 * self.member_minor * 10_000 + total) // (2 * total) if total else 0
        return min(part, 10_000)


@dataclass(frozen=True, slots=True)
class HourFigures:
    """One hour of the clock: sales and what they came to, today and a week before."""

    hour: int
    sales: int
    total_minor: int
    before_minor: int


@dataclass(frozen=True, slots=True)
class BestSeller:
    """What was sold most of, by what was paid for it."""

    name: str
    quantity_milli: int
    weighed: bool
    total_minor: int


@dataclass(frozen=True, slots=True)
class Glance:
    """A day beside the same weekday a week before, both up to the same time of day."""

    day: date
    before_day: date
    until: datetime
    figures: DayFigures
    before: DayFigures
    hours: tuple[HourFigures, ...]
    best: tuple[BestSeller, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened yet."""
        day = self.figures
        return not (day.sales or day.refunds or day.top_ups or day.new_members or day.voids)


class Glances:
    """Reads days; nothing here changes anything."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def today(self) -> Glance:
        """The trading day now."""
        desk = self._desk
        now = desk.now()
        day, zone = desk.business_date(now), desk.zone
        # The same time of the clock a week ago, whatever daylight saving did in between.
        local = now.astimezone(zone).replace(tzinfo=None)
        before_at = (local - WEEK).replace(tzinfo=zone)
        before_day = day - WEEK
        until_ms, before_ms = to_millis(now), to_millis(before_at)
        with as_written(desk.database):
            return Glance(
                day=day,
                before_day=before_day,
                until=now.astimezone(zone),
                figures=self._figures(day, until_ms),
                before=self._figures(before_day, before_ms),
                hours=self._hours(day, until_ms, before_day),
                best=self._best(day, until_ms),
            )

    def _figures(self, day: date, until_ms: int) -> DayFigures:
        database, text = self._desk.database, day.isoformat()
        sales = stored.sales_of_day(database, text, until_ms)
        refunds = stored.refunds_of_day(database, text, until_ms)
        top_ups = stored.top_ups_of_day(database, text, until_ms)
        return DayFigures(
            sales=sales[0],
            total_minor=sales[1] - stored.tips_of_day(database, text, until_ms),
            discount_minor=sales[2],
            member_sales=sales[5],
            member_minor=sales[6],
            refunds=refunds[0],
            refunded_minor=refunds[1],
            voids=stored.voids_of_day(database, text, until_ms),
            new_members=stored.members_joined(database, text),
            points_issued=sales[3] - refunds[2],
            points_burned=sales[4] - refunds[3],
            top_ups=top_ups[0],
            top_up_minor=top_ups[1],
        )

    def _hours(self, day: date, until_ms: int, before_day: date) -> tuple[HourFigures, ...]:
        """From the first to the last hour in which anything was sold on one of the days."""
        now = self._by_hour(day, until_ms)
        before = self._by_hour(before_day, until_ms)
        start = self._desk.settings.day_end_hour
        # A day runs from its end hour to the next one: 1 in the morning stands last.
        places = sorted((hour - start) % 24 for hour in {*now, *before})
        if not places:
            return ()
        return tuple(
            HourFigures(hour, *now.get(hour, (0, 0)), before.get(hour, (0, 0))[1])
            for hour in ((place + start) % 24 for place in range(places[0], places[-1] + 1))
        )

    def _by_hour(self, day: date, until_ms: int) -> dict[int, tuple[int, int]]:
        """(sales, total) by the hour of the clock; zones part hours by quarters at most."""
        found: dict[int, tuple[int, int]] = {}
        rows = stored.sales_by_time(self._desk.database, day.isoformat(), until_ms, _QUARTER_MS)
        for stretch, sales, total in rows:
            hour = from_millis(stretch * _QUARTER_MS, self._desk.zone).hour
            had = found.get(hour, (0, 0))
            found[hour] = (had[0] + sales, had[1] + total)
        return found

    def _best(self, day: date, until_ms: int) -> tuple[BestSeller, ...]:
        rows = stored.best_sellers(self._desk.database, day.isoformat(), until_ms, BEST)
        return tuple(BestSeller(row[0], row[1], bool(row[2]), row[3]) for row in rows)
