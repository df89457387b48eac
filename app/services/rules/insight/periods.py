"""A stretch of business days, and the ones it is compared with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.services.rules.months import months_later

# A trend of more points than this says no more than one of fewer.
DAYS_SHOWN_SINGLY = 62
DAYS_SHOWN_BY_WEEK = 366
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days just before; the whole months before where it is of whole months."""
        if self.first.day == 1 and (self.last + timedelta(days=1)).day == 1:
            months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
            return Period(months_later(self.first, -months - 1), self.first - timedelta(days=1))
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    @property
    def year_before(self) -> "Period":
        """The same days of the calendar a year before; 29 February is the 28th there."""
        first = months_later(self.first, -12)
        ends_month = (self.last + timedelta(days=1)).day == 1
        if ends_month:
            return Period(
                first, months_later(self.last + timedelta(days=1), -12) - timedelta(days=1)
            )
        return Period(first, months_later(self.last, -12))

    def holds(self, day: date) -> bool:
        """Whether a day is one of its days."""
        return self.first <= day <= self.last


class Compared(NamedTuple):
    """A period, the one before it, and the same a year before."""

    now: Period
    before: Period
    year_before: Period


def compared(period: Period) -> Compared:
    """A period with those it is compared with."""
    return Compared(period, period.before, period.year_before)


def apart(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days without any twice: overlapping and touching periods become one."""
    found: list[Period] = []
    for period in sorted(periods, key=lambda each: each.first):
        if found and period.first <= found[-1].last + timedelta(days=1):
            found[-1] = Period(found[-1].first, max(found[-1].last, period.last))
        else:
            found.append(period)
    return tuple(found)


def month_ends(period: Period) -> tuple[date, ...]:
    """The last day of each month that ends in the period, and its own last day."""
    ends, day = [], period.first.replace(day=1)
    while (end := months_later(day, 1) - timedelta(days=1)) < period.last:
        ends.append(end)
        day = end + timedelta(days=1)
    return (*ends, period.last)


class Step(StrEnum):
    """How long one point of a trend is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def step_of(period: Period) -> Step:
    """Days up to two months, weeks up to a year, else months."""
    if period.days <= DAYS_SHOWN_SINGLY:
        return Step.DAY
    return Step.WEEK if period.days <= DAYS_SHOWN_BY_WEEK else Step.MONTH


def steps(period: Period) -> tuple[Period, ...]:
    """The period in pieces of its step; weeks begin with its first day, the last may be short."""
    return tuple(_steps(period, step_of(period)))


def _steps(period: Period, step: Step) -> Iterator[Period]:
    first = period.first
    while first <= period.last:
        if step is Step.MONTH:
            after = months_later(first.replace(day=1), 1)
        else:
            after = first + timedelta(days=1 if step is Step.DAY else 7)
        last = after - timedelta(days=1)
        yield Period(first, min(last, period.last))
        first = after


class Preset(StrEnum):
    """The usual stretches. What is not over yet runs until today."""

    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    THIS_QUARTER = "this_quarter"
    THIS_YEAR = "this_year"
    LAST_WEEK = "last_week"
    LAST_MONTH = "last_month"
    LAST_QUARTER = "last_quarter"
    LAST_YEAR = "last_year"


def preset_period(preset: Preset, today: date) -> Period:
    """The days of a preset; weeks begin on Monday, quarters in January, April, July, October."""
    begun = _begun(preset, today)
    if preset.value.startswith("this"):
        return Period(begun, today)
    last = begun - timedelta(days=1)
    return Period(_begun(preset, last), last)


def _begun(preset: Preset, day: date) -> date:
    """The first day of the week, month, quarter or year that `day` is in."""
    match preset.value.partition("_")[2]:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case _:
            return day.replace(month=1, day=1)


def refused(first: date, last: date, today: date) -> str:
    """Why these days are no period to reckon over: a reason, or "" where they are one."""
    if first > last:
        return "after_the_end"
    if first > today:
        return "in_the_future"
    return "too_long_ago" if first < EARLIEST else ""
