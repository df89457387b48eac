"""What a member gets, drawn: tiles with a figure, and the ladder of tiers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.loyalty.presenting.highlights import Highlight, Step
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.labels import ElidedLabel, Tone

_TILE_ICON = 36
_TILE_HEIGHT = 68
_TILE_LEAST = 168
_LADDER_HEIGHT = 132
_STEP_LEAST = 0.34
_TEXT_ROOM = 46


class _RoundIcon(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_TILE_ICON, _TILE_ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, _TILE_ICON / 2, fill=t.primary_soft)
        draw_icon(painter, self._icon, t.primary, box.adjusted(8, 8, -8, -8))
        painter.end()


class _Tile(QWidget):
    """An icon in a circle, a figure, and what it is for."""

    def __init__(self, highlight: Highlight) -> None:
        super().__init__()
        self.setFixedHeight(_TILE_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(_RoundIcon(highlight.icon))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(ElidedLabel(highlight.figure, size=fonts.CASHIER, strong=True))
        if highlight.caption:
            caption = ElidedLabel(highlight.caption, size=fonts.CAPTION, tone=Tone.MUTED)
            column.addWidget(caption)
        column.addStretch(1)
        row.addLayout(column, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CARD, fill=t.surface, border=t.divider)
        painter.end()


class Tiles(QWidget):
    """The highlights side by side, equally wide; in two rows where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[_Tile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)

    def show_highlights(self, shown: Sequence[Highlight]) -> None:
        """Show these instead of the present ones."""
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [_Tile(highlight) for highlight in shown]
        self._columns = 0
        self._place()
        self.setVisible(bool(shown))

    def minimumSizeHint(self) -> QSize:
        """Two tiles, or what the tiles need in height."""
        return QSize(_TILE_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        count = len(self._tiles)
        fits = self.width() >= count * (_TILE_LEAST + Space.S)
        columns = max(1, count if fits else (count + 1) // 2)
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)


class Ladder(QWidget):
    """The tiers as steps that rise to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these tiers, the lowest first."""
        self._steps = tuple(steps)
        self.setAccessibleName(", ".join(f"{s.name} {s.threshold}".strip() for s in steps))
        self.setVisible(bool(steps))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _LADDER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps, each with its name and from where it begins."""
        if not self._steps:
            return
        t = tokens()
        painter = QPainter(self)
        count = len(self._steps)
        width = (self.width() - (count - 1) * Space.XS) / count
        room = self.height() - _TEXT_ROOM
        for at, step in enumerate(self._steps):
            part = 1.0 if count == 1 else _STEP_LEAST + (1 - _STEP_LEAST) * at / (count - 1)
            left = at * (width + Space.XS)
            box = QRectF(left, _TEXT_ROOM + room * (1 - part), width, room * part)
            strength = 60 + round(195 * (at + 1) / count)
            rounded(painter, box, Radius.CONTROL, fill=colour(t.series[0], strength))
            self._say(painter, step, QRectF(left, box.top() - _TEXT_ROOM, width, _TEXT_ROOM))
        painter.end()

    def _say(self, painter: QPainter, step: Step, box: QRectF) -> None:
        t = tokens()
        half = box.height() / 2
        for text, strong, ink, size, top in (
            (step.name, True, t.text, fonts.BODY, box.top()),
            (step.threshold, False, t.text2, fonts.CAPTION, box.top() + half - 3),
        ):
            painter.setFont(fonts.font(size, strong=strong and fonts.shows_strong(text)))
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(box.width())
            )
            line = QRectF(box.left(), top, box.width(), half)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignBottom), shown)
