"""Who came back: a row a month of first purchase, a column a month after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.charts.cells import Cells
from app.ui.widgets.charts.inks import heat

_ROW: Final = 30
_HEAD: Final = 46
_GAP: Final = 3
_WIDEST: Final = 72.0


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name, a number beside it, and (fullness from 0 to 1, text, spoken) a cell."""

    name: str
    number: str
    cells: tuple[tuple[float, str, str], ...]


class CohortMap(Cells):
    """A triangle of shares; the first column, where all are, is left out by who makes it.

    Both axes are named. Arrows move, Enter or a click opens a cell.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows: tuple[HeatRow, ...] = ()
        self._places: tuple[tuple[int, int], ...] = ()
        self._columns: tuple[str, ...] = ()
        self._titles = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(
        self, rows: Sequence[HeatRow], columns: Sequence[str], titles: tuple[str, str, str]
    ) -> None:
        """Show rows under `columns`; `titles` names the rows, their numbers, and the columns."""
        self._rows, self._columns, self._titles = tuple(rows), tuple(columns), titles
        self._places = tuple(
            (row, column) for row, each in enumerate(rows) for column in range(len(each.cells))
        )
        self.cells_changed()

    def place(self, at: int) -> tuple[int, int]:
        """The row and column of a cell."""
        return self._places[at]

    def sizeHint(self) -> QSize:
        """Every row."""
        return QSize(720, _HEAD + len(self._rows) * _ROW + Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Cells that still show a share."""
        return QSize(self._left() + 44 * max(1, len(self._columns)), self.sizeHint().height())

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """One a share."""
        return len(self._places)

    def cell_box(self, at: int) -> QRectF:
        """Where a cell is painted."""
        row, column = self._places[at]
        wide = self._wide()
        box = QRectF(self._left() + column * wide, _HEAD + row * _ROW, wide, _ROW)
        return box.adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)

    def cell_spoken(self, at: int) -> str:
        """The cell in words."""
        row, column = self._places[at]
        return self._rows[row].cells[column][2]

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """Rows grow shorter: an arrow that leaves the triangle stays where it is."""
        row, column = self._places[at]
        there = (row + down, column + right)
        return self._places.index(there) if there in self._places else at

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axes and every cell."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self._draw_axes(painter)
        for at in range(len(self._places)):
            self._draw_cell(painter, at)
        painter.end()

    def _name_room(self) -> int:
        metrics = QFontMetrics(self.font())
        named = (self._titles[0], *(row.name for row in self._rows))
        return max(map(metrics.horizontalAdvance, named)) + Space.M

    def _left(self) -> int:
        metrics = QFontMetrics(self.font())
        numbers = (self._titles[1], *(row.number for row in self._rows))
        return self._name_room() + max(map(metrics.horizontalAdvance, numbers)) + Space.S

    def _wide(self) -> float:
        """A cell's width: as there is room, but no band."""
        return min(_WIDEST, (self.width() - self._left()) / max(1, len(self._columns)))

    def _draw_axes(self, painter: QPainter) -> None:
        t, left, names = tokens(), self._left(), self._name_room()
        painter.setPen(QColor(t.text2))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        start = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows, numbers, columns = self._titles
        painter.drawText(QRectF(left, 0, self.width() - left, 20), start, columns)
        painter.drawText(QRectF(0, 22, names, 20), start, rows)
        painter.drawText(QRectF(names, 22, left - names - Space.S, 20), right, numbers)
        wide = self._wide()
        for at, label in enumerate(self._columns):
            box = QRectF(left + at * wide, 22, wide, 20)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)
        for at, row in enumerate(self._rows):
            top = _HEAD + at * _ROW
            painter.setPen(QColor(t.text))
            painter.drawText(QRectF(0, top, names, _ROW), start, row.name)
            painter.setPen(QColor(t.text2))
            painter.drawText(QRectF(names, top, left - names - Space.S, _ROW), right, row.number)

    def _draw_cell(self, painter: QPainter, at: int) -> None:
        t, (row, column) = tokens(), self._places[at]
        box, (full, text, _) = self.cell_box(at), self._rows[row].cells[column]
        rounded(painter, box, Radius.CONTROL - 2, fill=t.bg)
        if full:
            rounded(painter, box, Radius.CONTROL - 2, fill=heat(full))
        self.draw_mark(painter, at, box, Radius.CONTROL - 2)
        painter.setFont(fonts.font(fonts.CAPTION))
        painter.setPen(QColor(t.text if full else t.text2))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
