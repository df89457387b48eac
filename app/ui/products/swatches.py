"""Eight colours to choose from, and the category's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.product_drafts import TILE_COLOURS
from app.ui import fonts
from app.ui.products.words import colour_name
from app.ui.theme import tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.labels import set_tip

_SIDE = 32
_GAP = 8
_CHOICES = ("", *TILE_COLOURS.values())


class ColourPicker(QWidget):
    """A row of swatches; left and right choose. The first leaves it to the category."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def say(self, name: str) -> None:
        """The accessible name, which goes on to tell the colour chosen."""
        self._name = name
        self._tell()

    def colour(self) -> str:
        """The chosen colour as "#RRGGBB", "" for the category's."""
        return _CHOICES[self._at]

    def choose(self, colour: str) -> None:
        """Choose a colour by its value."""
        wanted = colour.upper()
        self._go(_CHOICES.index(wanted) if wanted in _CHOICES else 0)

    def spoken(self) -> str:
        """The chosen colour in words."""
        return colour_name(self.colour()) or self.tr("As its category")

    def sizeHint(self) -> QSize:
        """All swatches and the name of the chosen one."""
        return QSize(len(_CHOICES) * (_SIDE + _GAP) + 140, _SIDE + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._go(max(0, min(len(_CHOICES) - 1, self._at + step)))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        at = int(event.position().x()) // (_SIDE + _GAP)
        if at < len(_CHOICES):
            self._go(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the swatches, the chosen one ringed, and its name beside them."""
        t = tokens()
        painter = QPainter(self)
        for at, value in enumerate(_CHOICES):
            box = QRectF(2 + at * (_SIDE + _GAP), 2, _SIDE, _SIDE)
            if at == self._at:
                ring = t.focus if self.hasFocus() else t.text
                rounded(painter, box, 8, border=ring, width=2)
            inner = box.adjusted(4, 4, -4, -4)
            if value:
                rounded(painter, inner, 5, fill=value)
                continue
            pen = QPen(QColor(t.border), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        left = len(_CHOICES) * (_SIDE + _GAP)
        painter.setPen(QColor(t.text2))
        painter.setFont(fonts.font(fonts.BODY))
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.spoken())
        painter.end()

    def _go(self, at: int) -> None:
        if at == self._at:
            return
        self._at = at
        self._tell()
        self.update()
        self.changed.emit(self.colour())

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.spoken()}" if self._name else "")
        set_tip(self, self.spoken())
