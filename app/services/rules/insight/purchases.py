"""What the forecasts know of a member: how often they came back, how lately, since when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

DAYS = {"day": 1, "week": 7}


class History(NamedTuple):
    """One member's purchases up to a day, in units of time since the first one.

    `repeats` (x) are days with a purchase after the first; `recency` (t_x) is when the last of
    them was, 0 without any; `age` (T) is how long ago the first one was. `mean_minor` is what a
    repeat day came to on average, in minor units, 0 without any.
    """

    repeats: int
    recency: float
    age: float
    mean_minor: float = 0.0


def history(days: Sequence[tuple[date, int]], until: date, unit: str = "week") -> History | None:
    """The history of (day, minor units) purchases up to and with `until`; None without any.

    Purchases of one day are one: what matters is that the member came.
    """
    spent: dict[date, int] = {}
    for day, minor in days:
        if day <= until:
            spent[day] = spent.get(day, 0) + minor
    if not spent:
        return None
    step = DAYS[unit]
    first, *later = sorted(spent)
    return History(
        repeats=len(later),
        recency=(later[-1] - first).days / step if later else 0.0,
        age=(until - first).days / step,
        mean_minor=sum(spent[day] for day in later) / len(later) if later else 0.0,
    )


def grouped(histories: Iterable[History]) -> list[tuple[int, float, float, int]]:
    """(repeats, recency, age, how many members): those who look alike count once."""
    counts: dict[tuple[int, float, float], int] = {}
    for one in histories:
        key = (one.repeats, one.recency, one.age)
        counts[key] = counts.get(key, 0) + 1
    return [(*key, count) for key, count in sorted(counts.items())]
