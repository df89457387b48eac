"""What the forecasts look at of a member's past, as one number: how many days with a purchase, the
first of them and the last.

A million members are a column of such numbers; whoever came alike has the same.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.services.rules.insight.purchases import DAYS, History

DAY_BITS = 22
"""Days are numbers of the calendar (`date.toordinal`): the year 9999 ends below 2**22."""

_DAY = (1 << DAY_BITS) - 1
_COUNT = ~((1 << 2 * DAY_BITS) - 1)


class Past(NamedTuple):
    """The days with a purchase, how many came after the first; the first, and the last."""

    repeats: int
    first: int
    last: int


def packed(days: Sequence[int]) -> int:
    """The past of a member who bought on these days: at least one, ascending, each once."""
    return ((len(days) << DAY_BITS | days[0]) << DAY_BITS) | days[-1]


def unpacked(code: int) -> Past:
    """The past that stands in a number."""
    return Past((code >> 2 * DAY_BITS) - 1, code >> DAY_BITS & _DAY, code & _DAY)


def came_back(code: int) -> bool:
    """Whether there is a day with a purchase after the first."""
    return code >= 2 << 2 * DAY_BITS


def past_history(code: int, later_minor: int, until: int, unit: str = "week") -> History:
    """The history up to a day of a past that ends by then; `later_minor` is what the days after
    the first came to. Equal to `purchases.history` of all its days."""
    repeats, first, last = unpacked(code)
    step = DAYS[unit]
    return History(
        repeats=repeats,
        recency=(last - first) / step,
        age=(until - first) / step,
        mean_minor=later_minor / repeats if repeats else 0.0,
    )


class Spans:
    """Pasts as one is told of them on a day: in the place of the first day stands how long ago it
    was, in that of the last how long after the first, in whole steps of so many days, the nearest.
    """

    def __init__(self, today: int, step: int) -> None:
        self._ago = _Steps(step, lambda day: today - day, DAY_BITS)
        self._between = _Steps(step, lambda days: days, 0)

    def of(self, codes: Sequence[int]) -> list[int]:
        """Of each past, which ended by today."""
        ages, between = self._ago, self._between
        return [
            (code & _COUNT)
            | ages[first := code >> DAY_BITS & _DAY]
            | between[(code & _DAY) - first]
            for code in codes
        ]


class _Steps(dict[int, int]):
    """Days in steps, where they stand in a span: each is reckoned once."""

    def __init__(self, step: int, days: Callable[[int], int], place: int) -> None:
        super().__init__()
        self._step, self._days, self._place = step, days, place

    def __missing__(self, told: int) -> int:
        # No step has an even number of days, so nothing lies half-way between two.
        steps = (2 * self._days(told) + self._step) // (2 * self._step)
        found = self[told] = steps << self._place
        return found
