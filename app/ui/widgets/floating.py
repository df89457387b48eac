"""What lies over others and keeps its place beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Floating(QWidget):
    """Over everything in `parent`; takes its place anew whenever `beside` changes its size."""

    def __init__(self, parent: QWidget, beside: QWidget) -> None:
        super().__init__(parent)
        beside.installEventFilter(self)
        self.hide()

    def _place(self) -> None:
        """Stand where it belongs by the size that `beside` has now."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it stands beside; hidden, it is placed when next shown."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
