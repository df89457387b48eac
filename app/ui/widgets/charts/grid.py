"""A grid of counts, the fuller the darker: both axes named, each cell reached by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Radius, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.charts.inks import heat
from app.ui.widgets.labels import set_tip

_GAP: Final = 4
_TITLE: Final = 22
_LABEL: Final = 24
_LEAST_CELL: Final = 64


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: how full it is, what is written in it, and the same read aloud.

    Of the lines of `note` as many are shown as there is room for.
    """

    value: int
    text: str
    note: str = ""
    spoken: str = ""


class HeatGrid(QWidget):
    """Rows from the top and columns from the left. Arrows move, Enter or a click opens a cell."""

    opened = Signal(int, int)
    """Row and column of the cell that was opened."""
    current_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[Cell, ...], ...] = ()
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._titles = ("", "")
        self._name = ""
        self._at = (0, 0)
        self._over: tuple[int, int] | None = None
        self.setFont(fonts.font(fonts.CAPTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_cells(
        self,
        cells: Sequence[Sequence[Cell]],
        rows: Sequence[str],
        columns: Sequence[str],
        *,
        name: str,
        titles: tuple[str, str],
    ) -> None:
        """Show `cells` by rows; `titles` names the axis at the left and the one below."""
        self._cells = tuple(tuple(row) for row in cells)
        self._rows, self._columns, self._titles = tuple(rows), tuple(columns), titles
        self._name = name
        self._at = (
            min(self._at[0], max(0, len(self._rows) - 1)),
            min(self._at[1], max(0, len(self._columns) - 1)),
        )
        self._say()
        self.updateGeometry()
        self.update()

    def current(self) -> tuple[int, int]:
        """The row and column now marked."""
        return self._at

    def choose(self, row: int, column: int) -> None:
        """Mark a cell."""
        if not self._cells:
            return
        at = (
            max(0, min(row, len(self._rows) - 1)),
            max(0, min(column, len(self._columns) - 1)),
        )
        if at != self._at:
            self._at = at
            self._say()
            self.update()
            self.current_changed.emit(*at)

    def cell_box(self, row: int, column: int) -> QRectF:
        """Where a cell is painted."""
        plot = self._plot()
        wide, high = plot.width() / len(self._columns), plot.height() / len(self._rows)
        box = QRectF(plot.left() + column * wide, plot.top() + row * high, wide, high)
        return box.adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)

    def sizeHint(self) -> QSize:
        """Room for the cells and both axes."""
        return QSize(640, 460)

    def minimumSizeHint(self) -> QSize:
        """Cells that still show their count."""
        across, down = max(1, len(self._columns)), max(1, len(self._rows))
        return QSize(across * _LEAST_CELL + self._label_room(), down * 48 + _TITLE + _LABEL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the axes."""
        if not self._cells:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(cell.value for row in self._cells for cell in row) or 1
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                self._draw_cell(painter, (row, column), cell, most)
        self._draw_axes(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens."""
        row, column = self._at
        moved = {
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
        }.get(Qt.Key(event.key()))
        if moved is not None:
            self.choose(*moved)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._cells:
                self.opened.emit(row, column)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the cell below it."""
        at = self._cell_at(event.position())
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(*at)
            self.opened.emit(*at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the whole of the cell below the pointer."""
        at = self._cell_at(event.position())
        if at != self._over:
            self._over = at
            set_tip(self, "" if at is None else self._cells[at[0]][at[1]].spoken)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No cell is pointed at."""
        self._over = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _say(self) -> None:
        """What is read out: the grid's name and the cell that is marked."""
        self.setAccessibleName(self._name)
        if self._cells:
            row, column = self._at
            self.setAccessibleDescription(self._cells[row][column].spoken)

    def _label_room(self) -> int:
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(row) for row in self._rows), default=0) + 10

    def _plot(self) -> QRectF:
        left = self._label_room()
        high = self.height() - _TITLE - _LABEL - _TITLE
        return QRectF(left, _TITLE, max(1, self.width() - left), max(1, high))

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        for row in range(len(self._rows)):
            for column in range(len(self._columns)):
                if self.cell_box(row, column).contains(point):
                    return row, column
        return None

    def _draw_cell(self, painter: QPainter, at: tuple[int, int], cell: Cell, most: int) -> None:
        t = tokens()
        box = self.cell_box(*at)
        rounded(painter, box, Radius.CONTROL, fill=t.bg, border=t.divider)
        if cell.value:
            rounded(painter, box, Radius.CONTROL, fill=heat(cell.value / most))
        if at == self._at and self.hasFocus():
            rounded(
                painter, box.adjusted(-2, -2, 2, 2), Radius.CONTROL + 2, border=t.focus, width=2
            )
        elif at == self._over:
            rounded(painter, box, Radius.CONTROL, border=t.primary, width=2)
        ink = t.text if cell.value else t.text2
        self._draw_words(painter, box.adjusted(6, 4, -6, -4), cell, ink)

    def _draw_words(self, painter: QPainter, room: QRectF, cell: Cell, ink: str) -> None:
        """The count, and below it as many lines of the note as fit."""
        painter.setPen(QColor(ink))
        strong = fonts.font(fonts.CASHIER, strong=True)
        small = QFontMetrics(self.font())
        line, under = QFontMetrics(strong).height(), small.height()
        notes = cell.note.splitlines()[: max(0, int((room.height() - line) // under))]
        top = room.top() + (room.height() - line - under * len(notes)) / 2
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
        painter.setFont(strong)
        painter.drawText(QRectF(room.left(), top, room.width(), line), flags, cell.text)
        painter.setFont(self.font())
        for at, note in enumerate(notes):
            box = QRectF(room.left(), top + line + at * under, room.width(), under)
            shown = small.elidedText(note, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(box, flags, shown)

    def _draw_axes(self, painter: QPainter) -> None:
        plot, text = self._plot(), QColor(tokens().text2)
        painter.setFont(self.font())
        painter.setPen(text)
        middle = Qt.AlignmentFlag.AlignVCenter
        down, across = self._titles
        painter.drawText(
            QRectF(0, 0, self.width(), _TITLE), int(middle | Qt.AlignmentFlag.AlignLeft), down
        )
        for row, label in enumerate(self._rows):
            box = self.cell_box(row, 0)
            room = QRectF(0, box.top(), plot.left() - 6, box.height())
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), label)
        for column, label in enumerate(self._columns):
            box = self.cell_box(len(self._rows) - 1, column)
            room = QRectF(box.left() - 2, plot.bottom(), box.width() + 4, _LABEL)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), label)
        below = QRectF(plot.left(), plot.bottom() + _LABEL, plot.width(), _TITLE)
        painter.drawText(below, int(middle | Qt.AlignmentFlag.AlignRight), across)
