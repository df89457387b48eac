"""The search field above a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, hint_width

_ICON = 20
_EDGE = 16


class SearchField(QLineEdit):
    """A line edit, 48 pixels high, with a magnifying glass and the key that goes to it.

    Esc empties it; while it is empty, Esc and Ctrl+Z go to the screen.
    """

    entered = Signal(str)
    """Enter, with the text without blanks around it."""
    left_down = Signal()
    """Down: on to the list below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setMaxLength(120)
        self.setProperty("search", True)
        self.setFont(fonts.font(fonts.CASHIER))
        self.setTextMargins(_ICON + 12, 0, 0, 0)

    def say(self, name: str, hint: str = "") -> None:
        """What may be searched, and the key that goes here, in the language shown."""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._hint = hint
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Down and Esc are not text; an empty field leaves Ctrl+Z to the screen."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text().strip())
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif key == Qt.Key.Key_Escape or (not self.text() and _is_undo(event)):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """An empty field does not claim Ctrl+Z before its screen is asked."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and _is_undo(event)
        ):
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the glass, and the key while nothing is typed."""
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        middle = (self.height() - _ICON) // 2
        box = self.rect().adjusted(_EDGE, middle, 0, 0)
        box.setSize(box.size().scaled(_ICON, _ICON, Qt.AspectRatioMode.IgnoreAspectRatio))
        draw_icon(painter, "search", t.text2, box.toRectF())
        width = round(hint_width(self._hint))
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - 2 * _EDGE - _ICON - 2 * 12
        # A narrow field keeps its words rather than its key.
        if self._hint and not self.text() and words + width <= room:
            place = self.rect().adjusted(self.width() - width - _EDGE, 0, -_EDGE, 0)
            place.setTop((self.height() - HINT_HEIGHT) // 2)
            place.setHeight(HINT_HEIGHT)
            draw_hint(painter, place.toRectF(), self._hint, t)
        painter.end()


def _is_undo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
