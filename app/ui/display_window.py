"""The second window: it fills its screen, takes no keys, and shows what it is given."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.display_face import Look, paint_face
from app.ui.display_state import IDLE, DisplayState


class DisplayWindow(QWidget):
    """The customer's view of the sale; also the preview of it in the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is None:
            # The keys and scans are the cashier's, whatever is clicked on this screen.
            self.setWindowFlags(
                Qt.WindowType.Window
                | Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowDoesNotAcceptFocus
            )
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._state: DisplayState = IDLE
        self._look = Look()

    @property
    def state(self) -> DisplayState:
        """What is shown."""
        return self._state

    @property
    def look(self) -> Look:
        """How it is shown."""
        return self._look

    def show_state(self, state: DisplayState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.update()

    def show_look(self, look: Look) -> None:
        """Show it another way."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it all."""
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), self._state, self._look)
        painter.end()
