"""Figures of every member at once, in columns: looked at a piece at a time.

Whatever runs over a whole column inside one call of the interpreter keeps everyone else from
running: a million members sorted take a third of a second, and a till that waits so long is felt.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from math import isnan

PIECE = 4_096

LARGEST = 2**62
"""No figure of money is above it, so that a column holds every one."""

# What is called between two pieces, so that somebody else may have a turn.
Turn = Callable[[], object]


class Calendar(dict[str, int]):
    """ISO days as calendar numbers; each is read once."""

    def __missing__(self, day: str) -> int:
        number = self[day] = date.fromisoformat(day).toordinal()
        return number

    def numbers(self, days: Iterable[str]) -> list[int]:
        """The numbers of many."""
        return list(map(self.__getitem__, days))

    def all(self, days: str) -> list[int]:
        """Days with commas between."""
        return self.numbers(days.split(","))


def no_turn() -> None:
    """Nobody waits."""


def pieces(length: int, size: int = PIECE) -> Iterator[slice]:
    """Where the pieces of a column of this length begin and end."""
    return (slice(start, start + size) for start in range(0, length, size))


def whole(value: float, most: int = LARGEST) -> int:
    """The nearest whole number from -`most` to `most`; 0 of what is no number. Models of a shop
    that has hardly any past may expect anything."""
    return 0 if isnan(value) else round(max(-most, min(most, value)))


def total(column: Sequence[int], turn: Turn = no_turn) -> int:
    """The sum of a column."""
    found = 0
    for piece in pieces(len(column)):
        turn()
        found += sum(column[piece])
    return found


def at_ranks(column: Sequence[int], ranks: Sequence[int], turn: Turn = no_turn) -> list[int]:
    """The values that stand at these places of the sorted column, without sorting it whole.

    Only its pieces are sorted; where a value stands among all is counted over them.
    """
    runs = []
    for piece in pieces(len(column)):
        turn()
        # Columns, not lists: letting a million numbers go one by one stops everyone.
        runs.append(array("q", sorted(column[piece])))
    low, high = min(run[0] for run in runs), max(run[-1] for run in runs)
    return [_at_rank(runs, rank, low, high, turn) for rank in ranks]


def _at_rank(runs: Sequence[Sequence[int]], rank: int, low: int, high: int, turn: Turn) -> int:
    """The least value that more than `rank` values do not exceed."""
    while low < high:
        turn()
        middle = (low + high) // 2
        if sum(bisect_right(run, middle) for run in runs) > rank:
            high = middle
        else:
            low = middle + 1
    return low
