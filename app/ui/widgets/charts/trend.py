"""Courses over time: a small line in a card, and stacked bars month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Space, tokens
from app.ui.widgets.brush import colour
from app.ui.widgets.charts.cells import Cells
from app.ui.widgets.line_chart import round_step

_TICKS: Final = 4
_LEGEND: Final = 28
_BOTTOM: Final = 24
_WIDEST_BAR: Final = 44


def draw_course(painter: QPainter, box: QRectF, values: Sequence[int]) -> None:
    """A line from the first value to the last, with its end marked; it stands on nothing, or on
    the lowest value where that is below."""
    low, high = min(0, *values), max(0, *values)
    span, steps = (high - low) or 1, max(1, len(values) - 1)
    points = [
        QPointF(
            box.left() + box.width() * at / steps,
            box.bottom() - box.height() * (value - low) / span,
        )
        for at, value in enumerate(values)
    ]
    t = tokens()
    base = box.bottom() - box.height() * (0 - low) / span
    ground = QPolygonF([QPointF(box.left(), base), *points, QPointF(box.right(), base)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(t.series[0], 40))
    painter.drawPolygon(ground)
    pen = QPen(QColor(t.series[0]), 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.series[0]))
    painter.drawEllipse(points[-1], 2.5, 2.5)


class StackChart(Cells):
    """Parts stacked on each other, a bar a month, and a dashed line of what is thought apart.

    Arrows go from month to month and read each out; the scale and the months are named.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._parts: tuple[tuple[str, tuple[int, ...]], ...] = ()
        self._line: tuple[str, tuple[int, ...]] = ("", ())
        self._labels: tuple[str, ...] = ()
        self._say: Callable[[int], str] = str
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stacks(
        self,
        parts: Sequence[tuple[str, Sequence[int]]],
        labels: Sequence[str],
        say: Callable[[int], str],
        line: tuple[str, Sequence[int]] = ("", ()),
    ) -> None:
        """Show (name, values over `labels`), the first at the bottom; negative ones as nothing."""
        self._parts = tuple((name, tuple(max(0, v) for v in values)) for name, values in parts)
        self._line = (line[0], tuple(max(0, value) for value in line[1]))
        self._labels, self._say = tuple(labels), say
        self.cells_changed()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(520, 280)

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """One a month."""
        return len(self._labels)

    def cell_box(self, at: int) -> QRectF:
        """The whole height of a month."""
        plot = self._plot()
        step = plot.width() / max(1, len(self._labels))
        return QRectF(plot.left() + at * step, plot.top(), step, plot.height())

    def cell_spoken(self, at: int) -> str:
        """Every part of a month, their sum, and the line."""
        told = [f"{name} {self._say(values[at])}" for name, values in self._parts]
        name, values = self._line
        if values:
            told.append(f"{name} {self._say(values[at])}")
        return f"{self._labels[at]}: {self._say(self._sum(at))} · " + ", ".join(told)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the legend, the scale, the bars, the line and the months."""
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        plot, most = self._plot(), self._most()
        self._draw_legend(painter)
        self._draw_scale(painter, plot, most)
        for at in range(len(self._labels)):
            self._draw_bar(painter, at, plot, most)
        self._draw_line(painter, plot, most)
        self._draw_months(painter, plot)
        painter.end()

    def _sum(self, at: int) -> int:
        return sum(values[at] for _, values in self._parts)

    def _most(self) -> int:
        highest = max((self._sum(at) for at in range(len(self._labels))), default=0)
        return round_step(max(1, highest, *self._line[1])) * _TICKS

    def _plot(self) -> QRectF:
        metrics, step = QFontMetrics(self.font()), self._most() // _TICKS
        ticks = (metrics.horizontalAdvance(self._say(at * step)) for at in range(_TICKS + 1))
        left = max(ticks) + Space.XS
        high = self.height() - _LEGEND - _BOTTOM
        return QRectF(left, _LEGEND, max(1, self.width() - left - 4), max(1, high))

    def _draw_legend(self, painter: QPainter) -> None:
        t, left = tokens(), 0.0
        for (name, _), ink in zip(self._parts, t.series, strict=False):
            painter.fillRect(QRectF(left, 4, 12, 12), QColor(ink))
            left = self._legend_words(painter, left + 18, name)
        if self._line[1]:
            painter.setPen(_dashed())
            painter.drawLine(QPointF(left, 10), QPointF(left + 16, 10))
            self._legend_words(painter, left + 22, self._line[0])

    def _legend_words(self, painter: QPainter, left: float, text: str) -> float:
        room = max(0, self.width() - left)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        painter.setPen(QColor(tokens().text2))
        painter.drawText(QRectF(left, 0, room, 20), int(Qt.AlignmentFlag.AlignVCenter), shown)
        return left + painter.fontMetrics().horizontalAdvance(shown) + Space.M

    def _draw_scale(self, painter: QPainter, plot: QRectF, most: int) -> None:
        t = tokens()
        for at in range(_TICKS + 1):
            y = plot.bottom() - plot.height() * at / _TICKS
            painter.setPen(QPen(QColor(t.divider), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.text2))
            box = QRectF(0, y - 10, plot.left() - Space.XS, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), self._say(most // _TICKS * at))

    def _draw_bar(self, painter: QPainter, at: int, plot: QRectF, most: int) -> None:
        cell = self.cell_box(at)
        wide = min(_WIDEST_BAR, max(1.0, cell.width() * 0.7))
        left, bottom = cell.center().x() - wide / 2, plot.bottom()
        for (_, values), ink in zip(self._parts, tokens().series, strict=False):
            high = plot.height() * values[at] / most
            painter.fillRect(QRectF(left, bottom - high, wide, high), QColor(ink))
            bottom -= high
        around = QRectF(left - 3, bottom - 3, wide + 6, plot.bottom() - bottom + 4)
        self.draw_mark(painter, at, around, 3)

    def _draw_line(self, painter: QPainter, plot: QRectF, most: int) -> None:
        values = self._line[1]
        points = [
            QPointF(self.cell_box(at).center().x(), plot.bottom() - plot.height() * value / most)
            for at, value in enumerate(values)
        ]
        if not points:
            return
        painter.setPen(_dashed())
        if len(points) == 1:
            reach = QPointF(min(_WIDEST_BAR, self.cell_box(0).width()) / 2, 0)
            points = [points[0] - reach, points[0] + reach]
        painter.drawPolyline(points)

    def _draw_months(self, painter: QPainter, plot: QRectF) -> None:
        metrics, last = painter.fontMetrics(), len(self._labels) - 1
        widest = max(metrics.horizontalAdvance(label) for label in self._labels) + 12
        every = -(-len(self._labels) // max(1, int(plot.width() // widest)))
        painter.setPen(QColor(tokens().text2))
        for at, label in enumerate(self._labels):
            # Counted from the end, so that the present month is always named.
            if (last - at) % every == 0:
                middle = self.cell_box(at).center().x()
                left = min(max(0.0, middle - widest / 2), self.width() - widest)
                box = QRectF(left, plot.bottom() + 4, widest, 20)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)


def _dashed() -> QPen:
    pen = QPen(QColor(tokens().text), 2)
    pen.setDashPattern([3, 2])
    return pen
