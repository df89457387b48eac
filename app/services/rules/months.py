"""Month arithmetic that clamps: 31 January and a month is 28 or 29 February (rule 18)."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
# Many members share a day, and a day is asked for again and again: a few years of them are kept.
_KEPT = 4096


@lru_cache(_KEPT)
def months_later(day: date, months: int) -> date:
    """The same day `months` on (or back, where negative), or the month's last where it is
    shorter.

    Always reckoned from the first day, never step by step: 31 January, 28 February, 31 March.
    Past the years a calendar has: its first or last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@lru_cache(_KEPT)
def days_later(day: date, days: int) -> date:
    """`days` on (or back, where negative); past the years a calendar has: its last or first."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def year_end(day: date, years: int = 0) -> date:
    """31 December of the day's year, or of so many years later."""
    return date(min(day.year + years, date.max.year), 12, 31)


def days_between(first: date, last: date) -> int:
    """How many days from `first` to `last`, both counted; 0 where `last` is before."""
    return max(0, (last - first).days + 1)
