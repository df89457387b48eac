"""Whose turn it is: long work steps aside while somebody at the till waits for an answer.

The interpreter runs one thread at a time. A scan changes threads some fifty times until it is
painted, and each time it would wait for whatever else is being reckoned.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from app.services.progress import StopAsked, stop_if

T = TypeVar("T")
# So few rows that what is done with them takes no millisecond.
ROWS_A_TURN = 128

# A short answer is found and painted within this.
HELD_S = 0.03

_held_until = 0.0


def hold() -> None:
    """From now on somebody waits, for as long as an answer takes."""
    global _held_until  # noqa: PLW0603 - one interpreter, one turn
    _held_until = time.monotonic() + HELD_S


def give_way() -> None:
    """Let whoever waits go first; for long work, between two of its steps.

    Never longer than an answer takes, so that long work goes on however much is scanned.
    """
    left = _held_until - time.monotonic()
    if left > 0:
        time.sleep(min(left, HELD_S))


def stopping(stop_asked: StopAsked) -> Callable[[], None]:
    """A turn that gives way, and raises Cancelled once somebody asks to stop."""

    def turn() -> None:
        stop_if(stop_asked)
        give_way()

    return turn


def politely(rows: Iterable[T], every: int = ROWS_A_TURN) -> Iterator[T]:
    """The rows as they are, giving way between some and the next."""
    for at, row in enumerate(rows):
        if at % every == 0:
            give_way()
        yield row
