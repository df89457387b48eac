"""The field that listens to a scanner key by key, whatever the settings in force are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.scanner import key_time_ms
from app.ui.settings.presenting.calibration import Heard
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import rounded

_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_SILENCE_MS = 800
"""No key for so long: the scanner is done, though it sent no Enter."""


class Listener(QWidget):
    """Takes keys while it has the focus, and tells `heard` what they were."""

    heard = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._last_ms = 0
        self._longest_ms = 0
        self._words = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SILENCE_MS)
        self._timer.timeout.connect(lambda: self.finish(""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(72)

    def say(self, resting: str, listening: str) -> None:
        """What it says without and with the focus."""
        self._words = (resting, listening)
        self.setAccessibleName(resting)
        self.update()

    def finish(self, ended_by: str) -> None:
        """What was typed is complete."""
        self._timer.stop()
        text, longest = "".join(self._keys), self._longest_ms
        self._keys.clear()
        self._longest_ms = 0
        if text:
            self.heard.emit(Heard(text, longest, ended_by))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tab ends a scan, and only without one moves on."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and self._keys:
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self.finish("\t")
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key of the scanner."""
        end = _ENDS.get(Qt.Key(event.key()), "")
        if end:
            self.finish(end)
            return
        text = event.text()
        if len(text) != 1 or not text.isprintable() or event.isAutoRepeat():
            event.ignore()
            return
        now = key_time_ms(event)
        if self._keys:
            self._longest_ms = max(self._longest_ms, now - self._last_ms)
        self._last_ms = now
        self._keys.append(text)
        self._timer.start()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to listen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listen no longer; what was begun is no scan."""
        super().focusOutEvent(event)
        self._timer.stop()
        self._keys.clear()
        self._longest_ms = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what it waits for, or what it hears."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        listens = self.hasFocus()
        if listens:
            rounded(painter, box, Radius.CONTROL, fill=t.primary_soft, border=t.focus, width=2)
        else:
            rounded(painter, box, Radius.CONTROL, fill=t.bg, border=t.border)
        ink = t.primary if listens else t.text2
        middle = self.height() // 2
        draw_icon(painter, "scan-barcode", ink, QRectF(Space.M, middle - 12, 24, 24))
        painter.setFont(fonts.font(fonts.CASHIER))
        painter.setPen(QColor(t.text if listens else t.text2))
        shown = "".join(self._keys) or self._words[listens]
        room = self.rect().adjusted(Space.M + 24 + Space.S, 0, -Space.M, 0)
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
