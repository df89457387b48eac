"""Categories above the tiles, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.flow import FlowLayout

HEIGHT = 32
MOST_WIDTH = 180


class Pill(QAbstractButton):
    """One category."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__()
        self.key = key
        self._name = name
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Room for the name."""
        width = QFontMetrics(fonts.font(fonts.BODY)).horizontalAdvance(self._name) + 28
        return QSize(min(MOST_WIDTH, width), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, filled while chosen."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = HEIGHT / 2
        if self.hasFocus():
            box = focus_ring(painter, box, radius, t)
        chosen = self.isChecked()
        fill = t.primary if chosen else (t.hover if self.underMouse() else t.surface)
        border = t.primary if chosen else t.divider
        rounded(painter, box, box.height() / 2, fill=fill, border=border)
        font = fonts.font(fonts.BODY, strong=chosen)
        painter.setFont(font)
        painter.setPen(QColor(t.on_primary if chosen else t.text))
        words = QFontMetrics(font).elidedText(
            self._name, Qt.TextElideMode.ElideRight, int(box.width()) - 16
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Pills(QWidget):
    """The row of categories; the first, "all", has an empty key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills: list[Pill] = []
        self._key = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host)
        column.addWidget(self._flow_host)

    @property
    def key(self) -> str:
        """The chosen category's key."""
        return self._key

    def show_choices(self, names: Sequence[tuple[str, str]]) -> None:
        """Show (name, key) pairs; the chosen one stays chosen where it still exists."""
        self._flow.clear()
        if self._key not in {key for _name, key in names}:
            self._key = ""
        self._pills = []
        for name, key in names:
            pill = Pill(name, key)
            pill.clicked.connect(lambda _checked=False, k=key: self._choose(k))
            self._pills.append(pill)
            self._flow.addWidget(pill)
            pill.show()
        self._mark()

    def _choose(self, key: str) -> None:
        self._key = key
        self._mark()
        self.chosen.emit(key)

    def _mark(self) -> None:
        for pill in self._pills:
            pill.setChecked(pill.key == self._key)
