"""What the forecasts look at of a member's past: how many days with a purchase, the first of them
and the last, and what came after the first."""

from collections.abc import Callable, Iterator, Sequence
from operator import add, sub
from typing import NamedTuple

from app.services.rules.insight.purchases import DAYS, History

# The place of each in a span: the year 9999 ends below day 2**22.
_BITS = 22
_FIELD = (1 << _BITS) - 1


class Past(NamedTuple):
    """Days with a purchase, at least one: how many, the first and the last (`date.toordinal`), and
    what all but the first came to, in minor units."""

    days: int
    first: int
    last: int
    later_minor: int


def past_of(days: Sequence[int], spent_minor: Sequence[int]) -> Past:
    """The past of who bought on these days, ascending, each once, for so much."""
    return Past(len(days), days[0], days[-1], sum(spent_minor[1:]))


def past_history(past: Past, until: int, unit: str = "week") -> History:
    """The history of a past up to a day that it ended by: as `purchases.history` tells it of all
    its days."""
    repeats, step = past.days - 1, DAYS[unit]
    return History(
        repeats=repeats,
        recency=(past.last - past.first) / step,
        age=(until - past.first) / step,
        mean_minor=past.later_minor / repeats if repeats else 0.0,
    )


class Span(NamedTuple):
    """How often a member came back; how long ago the first day was, and how long after it the
    last, in steps."""

    repeats: int
    ago: int
    between: int


def span_of(number: int) -> Span:
    """The span that stands in a number."""
    return Span((number >> 2 * _BITS) - 1, number >> _BITS & _FIELD, number & _FIELD)


class Spans:
    """Pasts as they are told on a day, in whole steps of so many days, the nearest: a number each,
    the same for all who came alike."""

    def __init__(self, today: int, step: int) -> None:
        def steps(days: int) -> int:
            # No step has an even number of days, so nothing lies half-way between two.
            return (2 * days + step) // (2 * step)

        self._days = _Known(lambda days: days << 2 * _BITS)
        self._ago = _Known(lambda first: steps(today - first) << _BITS)
        self._between = _Known(steps)

    def of(self, days: Sequence[int], firsts: Sequence[int], lasts: Sequence[int]) -> Iterator[int]:
        """Of pasts, which ended by today, in three columns."""
        ago = map(self._ago.__getitem__, firsts)
        between = map(self._between.__getitem__, map(sub, lasts, firsts))
        return map(add, map(self._days.__getitem__, days), map(add, ago, between))


class _Known(dict[int, int]):
    """What is told of a number, reckoned once: few are different among a million."""

    def __init__(self, tell: Callable[[int], int]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, number: int) -> int:
        told = self[number] = self._tell(number)
        return told
