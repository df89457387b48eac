"""Figures of a member's page, reckoned from what the services tell. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


def rhythm_tenths(days: Iterable[date]) -> int | None:
    """Tenths of a day between visits on average, rounded; None for fewer than two days.

    Two visits on one day count once.
    """
    known = sorted(set(days))
    if len(known) < 2:
        return None
    gaps = len(known) - 1
    span = (known[-1] - known[0]).days
    return (span * 10 * 2 + gaps) // (gaps * 2)


def average_minor(total_minor: int, sales: int) -> int | None:
    """The average sale in minor units, rounded half up; None where nothing was bought."""
    if sales <= 0 or total_minor < 0:
        return None
    return (total_minor * 2 + sales) // (sales * 2)
