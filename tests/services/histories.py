"""What histories that are drawn at random share."""

from collections.abc import Iterable
from typing import Any


def play(history: Any, steps: Iterable[tuple[str, int, int]]) -> None:
    """Every step, one look more at the end, and the shop is closed."""
    for step in (*steps, ("look", 0, 0)):
        history.do(*step)
    history.shop.close()
