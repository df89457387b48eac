"""A grid of counts, the fuller the darker: both axes named, each cell reached by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Radius, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.charts.cells import Cells
from app.ui.widgets.charts.inks import heat

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


class HeatGrid(Cells):
    """Rows from the top and columns from the left. Arrows move, Enter or a click opens a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cells: tuple[tuple[Cell, ...], ...] = ()
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._titles = ("", "")
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
        self.set_name(name)
        self.cells_changed()

    def place(self, at: int) -> tuple[int, int]:
        """The row and column of a cell."""
        return divmod(at, max(1, len(self._columns)))

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """Every row has as many."""
        return len(self._rows) * len(self._columns)

    def cell_box(self, at: int) -> QRectF:
        """Where a cell is painted."""
        (row, column), plot = self.place(at), self._plot()
        wide, high = plot.width() / len(self._columns), plot.height() / len(self._rows)
        box = QRectF(plot.left() + column * wide, plot.top() + row * high, wide, high)
        return box.adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)

    def cell_spoken(self, at: int) -> str:
        """The whole of a cell in words."""
        row, column = self.place(at)
        return self._cells[row][column].spoken

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """The cell that an arrow goes to; none beyond the edge."""
        row, column = self.place(at)
        row = max(0, min(row + down, len(self._rows) - 1))
        column = max(0, min(column + right, len(self._columns) - 1))
        return row * len(self._columns) + column

    # -- painting --------------------------------------------------------------------------

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
        for at, cell in enumerate(cell for row in self._cells for cell in row):
            self._draw_cell(painter, at, cell, most)
        self._draw_axes(painter)
        painter.end()

    def _label_room(self) -> int:
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(row) for row in self._rows), default=0) + 10

    def _plot(self) -> QRectF:
        left = self._label_room()
        high = self.height() - _TITLE - _LABEL - _TITLE
        return QRectF(left, _TITLE, max(1, self.width() - left), max(1, high))

    def _draw_cell(self, painter: QPainter, at: int, cell: Cell, most: int) -> None:
        t = tokens()
        box = self.cell_box(at)
        rounded(painter, box, Radius.CONTROL, fill=t.bg, border=t.divider)
        if cell.value:
            rounded(painter, box, Radius.CONTROL, fill=heat(cell.value / most))
        if self.is_marked(at):
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
            box = self.cell_box(row * len(self._columns))
            room = QRectF(0, box.top(), plot.left() - 6, box.height())
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), label)
        for column, label in enumerate(self._columns):
            box = self.cell_box(column)
            room = QRectF(box.left() - 2, plot.bottom(), box.width() + 4, _LABEL)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), label)
        below = QRectF(plot.left(), plot.bottom() + _LABEL, plot.width(), _TITLE)
        painter.drawText(below, int(middle | Qt.AlignmentFlag.AlignRight), across)
