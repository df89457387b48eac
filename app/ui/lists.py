"""Lists and counts in a sentence, as the language shown writes them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def listed(parts: Iterable[str]) -> str:
    """Things after one another; Chinese has a comma of its own for this."""
    return QCoreApplication.translate("Lists", ", ").join(parts)


def points_words(points: int) -> str:
    """How many points: "1 point", "1,204 points"."""
    if points == 1:
        return QCoreApplication.translate("Lists", "1 point")
    return QCoreApplication.translate("Lists", "{points} points").format(points=f"{points:,}")
