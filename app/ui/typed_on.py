"""Digits typed over a sheet that has no field for them: a phone number, or the start of a scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

AFTER_MS = 15
"""How much longer than a scanner's pause is waited."""


class TypedOn(QObject):
    """Keeps digits until they are surely no scan. A scan forgets them: it is told by itself."""

    typed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gap_ms = 50
        """The longest pause between two keys of the scanner."""
        self._digits = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tell)

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key was a digit, which is kept."""
        text = event.text()
        if len(text) != 1 or not (text.isascii() and text.isdigit()):
            return False
        self._digits += text
        self._timer.start(self.gap_ms + AFTER_MS)
        return True

    def forget(self) -> None:
        """They were a scan."""
        self._timer.stop()
        self._digits = ""

    def tell(self) -> bool:
        """They were typed: tell them now; False where there are none."""
        digits = self._digits
        self.forget()
        if digits:
            self.typed.emit(digits)
        return bool(digits)
