"""What the forecasts know of a member: how often they came back, how lately, since when."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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


def history(
    days: Sequence[int], spent_minor: Sequence[int], until: int, unit: str = "week"
) -> History | None:
    """The history of a member who came on `days` and left `spent_minor` on each.

    Days are numbers of the calendar (`date.toordinal`), ascending, each once: purchases of one
    day are one. Those after `until` do not count; None where none is left.
    """
    known = bisect_right(days, until)
    if not known:
        return None
    step, repeats = DAYS[unit], known - 1
    return History(
        repeats=repeats,
        recency=(days[repeats] - days[0]) / step,
        age=(until - days[0]) / step,
        mean_minor=sum(spent_minor[1:known]) / repeats if repeats else 0.0,
    )


def grouped(histories: Iterable[History]) -> list[tuple[int, float, float, int]]:
    """(repeats, recency, age, how many members): those who look alike count once."""
    counts: dict[tuple[int, float, float], int] = {}
    for one in histories:
        key = (one.repeats, one.recency, one.age)
        counts[key] = counts.get(key, 0) + 1
    return [(*key, count) for key, count in sorted(counts.items())]
