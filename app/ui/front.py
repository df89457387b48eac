"""The first frame: rail, omnibox and status line as they will stand, painted at once.

It takes keys from its first moment. Everything else is loaded behind it, within a blink,
and laid into the same window; what was typed meanwhile is handed on. Only what loads
cheaply is used here: the `Qt` namespace alone costs a fifth of an empty window's start,
and the first text drawn as much again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from app.ui.tokens import DARK, LIGHT, Height, Radius, Space, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

LEAST_WIDTH = 1024
LEAST_HEIGHT = 640
RAIL_WIDTH = 72
STATUS_HEIGHT = 28
CART_WIDTH = 424
_MARK = 40


class Front(QWidget):
    """The window on the desktop. First it is the frame; then it holds the main window."""

    painted = Signal()
    closing = Signal()

    def __init__(self, theme: str, geometry: str) -> None:
        super().__init__()
        self._tokens = tokens_for(theme)
        self._content: QWidget | None = None
        self._painted = False
        self._typed = ""
        self._entered = False
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        if not self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore"))):
            self.resize(1366, 768)

    def take(self, content: QWidget) -> tuple[str, bool]:
        """Show `content` in place of the frame.

        Returns what was typed meanwhile, and whether Enter was pressed after it.
        """
        self._content = content
        content.setParent(self)
        content.setGeometry(self.rect())
        content.show()
        return self._typed, self._entered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed; Enter ends it, Backspace takes one back, Esc all."""
        for sign in event.text() if self._content is None and not self._entered else "":
            if sign in "\r\n":
                self._entered = bool(self._typed)
            elif sign == "\b":
                self._typed = self._typed[:-1]
            elif sign == "\x1b":
                self._typed = ""
            elif sign.isprintable():
                self._typed += sign

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content fills the window."""
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame; tell the first paint once all of it is on the screen."""
        if self._content is None:
            painter = QPainter(self)
            _draw_frame(painter, self.width(), self.height(), self._tokens)
            painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the rest of the program end first."""
        self.closing.emit()
        super().closeEvent(event)

    def geometry_text(self) -> str:
        """Where the window is, as `TillConfig.window` keeps it."""
        return self.saveGeometry().toBase64().toStdString()


def tokens_for(theme: str) -> Tokens:
    """The colours of "light" or "dark"; of the desktop's palette for anything else."""
    if theme in {"light", "dark"}:
        return DARK if theme == "dark" else LIGHT
    desktop = QGuiApplication.palette()
    ink, paper = desktop.windowText().color(), desktop.window().color()
    return DARK if ink.lightness() > paper.lightness() else LIGHT


def _draw_frame(painter: QPainter, width: int, height: int, t: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, width, height, QColor(t.bg))
    painter.fillRect(0, 0, RAIL_WIDTH, height, QColor(t.surface))
    painter.fillRect(RAIL_WIDTH - 1, 0, 1, height, QColor(t.divider))
    bottom = height - STATUS_HEIGHT
    cart = width - CART_WIDTH
    painter.fillRect(cart, 0, CART_WIDTH, bottom, QColor(t.surface))
    painter.fillRect(cart, 0, 1, bottom, QColor(t.divider))
    painter.fillRect(RAIL_WIDTH, bottom, width - RAIL_WIDTH, STATUS_HEIGHT, QColor(t.surface))
    painter.fillRect(RAIL_WIDTH, bottom, width - RAIL_WIDTH, 1, QColor(t.divider))
    painter.setBrush(QColor(t.primary))
    painter.setPen(QColor(t.primary))
    painter.drawRoundedRect(
        (RAIL_WIDTH - _MARK) // 2, Space.S, _MARK, _MARK, Radius.CARD, Radius.CARD
    )
    painter.setBrush(QColor(t.focus))
    painter.setPen(QColor(t.focus))
    box = (RAIL_WIDTH + Space.M, Space.M, cart - RAIL_WIDTH - 2 * Space.M - 141, Height.CASHIER)
    painter.drawRoundedRect(*box, Radius.CONTROL, Radius.CONTROL)
    painter.setBrush(QColor(t.surface))
    painter.setPen(QColor(t.surface))
    painter.drawRoundedRect(
        box[0] + 2, box[1] + 2, box[2] - 4, box[3] - 4, Radius.CONTROL - 2, Radius.CONTROL - 2
    )
    caret = RAIL_WIDTH + Space.M + 48
    painter.fillRect(caret, Space.M + 14, 1, Height.CASHIER - 28, QColor(t.text))
