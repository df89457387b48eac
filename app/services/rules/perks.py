"""Benefits that are counted: so many in a year, or in any other stretch of months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.services.rules.months import ONE_DAY, months_later, year_end
from app.services.rules.scheme.standing import Perk

YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PerkPeriod:
    """The days one count is for, both included."""

    first: date
    last: date


def perk_period(perk: Perk, day: date) -> PerkPeriod:
    """The stretch of `per_months` that `day` is in, reckoned from January: the calendar year
    for 12, the quarter for 3, the month for 1. What does not divide a year begins anew with it.
    """
    length = max(1, perk.per_months)
    if length > YEAR_MONTHS:
        ahead = (day.year * YEAR_MONTHS + day.month - 1) % length
        first = months_later(day.replace(day=1), -ahead)
        return PerkPeriod(first, months_later(first, length) - ONE_DAY)
    first = day.replace(month=(day.month - 1) // length * length + 1, day=1)
    return PerkPeriod(first, min(months_later(first, length) - ONE_DAY, year_end(day)))


def perk_left(perk: Perk, uses: Iterable[tuple[date, int]], day: date) -> int:
    """How many are left on `day`, of (day, uses; below zero where taken back); those of other
    stretches do not count."""
    period = perk_period(perk, day)
    used = sum(count for on, count in uses if period.first <= on <= period.last)
    return max(0, perk.count - used)
