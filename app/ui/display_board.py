"""Who leads a challenge, as the customer display shows it: shortened names, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BOARD_ROWS: Final = 8
"""As many as can be read from two steps away."""


@dataclass(frozen=True, slots=True)
class Board:
    """Rows are (place, name, value) as they are shown."""

    title: str
    prize: str
    period: str
    rows: tuple[tuple[str, str, str], ...]
