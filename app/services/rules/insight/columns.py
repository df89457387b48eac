"""Figures of every member at once, in columns: looked at a piece at a time.

Whatever runs over a whole column inside one call of the interpreter keeps everyone else from
running: a million members sorted take a third of a second, and a till that waits so long is felt.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

PIECE = 4_096


def pieces(length: int) -> Iterator[slice]:
    """Where the pieces of a column of this length begin and end."""
    return (slice(start, start + PIECE) for start in range(0, length, PIECE))


def total(column: Sequence[int]) -> int:
    """The sum of a column."""
    return sum(sum(column[piece]) for piece in pieces(len(column)))


def at_ranks(column: Sequence[int], ranks: Sequence[int]) -> list[int]:
    """The values that stand at these places of the sorted column, without sorting it whole.

    Only its pieces are sorted; where a value stands among all is counted over them.
    """
    runs = [sorted(column[piece]) for piece in pieces(len(column))]
    low, high = min(run[0] for run in runs), max(run[-1] for run in runs)
    return [_at_rank(runs, rank, low, high) for rank in ranks]


def _at_rank(runs: Sequence[Sequence[int]], rank: int, low: int, high: int) -> int:
    """The least value that more than `rank` values do not exceed."""
    while low < high:
        middle = (low + high) // 2
        if sum(bisect_right(run, middle) for run in runs) > rank:
            high = middle
        else:
            low = middle + 1
    return low
