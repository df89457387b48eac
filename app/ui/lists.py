"""Several things in one sentence, as the language shown writes them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def listed(parts: Iterable[str]) -> str:
    """ "a, b, c"; Chinese has a comma of its own for this."""
    return QCoreApplication.translate("Lists", ", ").join(parts)
