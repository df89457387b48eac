"""One line of dated values, with the goal that it makes for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import tokens

_TOP: Final = 10
_BOTTOM: Final = 24
_GAP: Final = 8
_TICKS: Final = 4
_DOT: Final = 3.5


class ProgressChart(QWidget):
    """Days run to the right as far apart as they are; the scale begins where the values do."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[tuple[date, int], ...] = ()
        self._goal: int | None = None
        self._say: Callable[[int], str] = str
        self._goal_words = ""
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_values(
        self,
        values: Sequence[tuple[date, int]],
        say: Callable[[int], str],
        *,
        goal: int | None = None,
        goal_words: str = "",
    ) -> None:
        """Show (day, value) in the order of days; `say` writes a value on the scale and aloud."""
        self._values, self._say = tuple(values), say
        self._goal, self._goal_words = goal, goal_words
        told = [f"{day.isoformat()} {say(value)}" for day, value in self._values]
        self.setAccessibleDescription(", ".join([*told, goal_words] if goal_words else told))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(420, 168)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the goal, the line and its first and last day."""
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        ticks = scale([value for _, value in self._values], self._goal)
        metrics = QFontMetrics(self.font())
        left = max(metrics.horizontalAdvance(self._say(tick)) for tick in ticks) + _GAP
        room = self.height() - _TOP - _BOTTOM
        plot = QRectF(left, _TOP, max(1, self.width() - left - _GAP), room)
        self._draw_scale(painter, plot, ticks)
        self._draw_goal(painter, plot, ticks)
        self._draw_line(painter, plot, ticks)
        self._draw_days(painter, plot)
        painter.end()

    def _y(self, plot: QRectF, ticks: Sequence[int], value: int) -> float:
        low, high = ticks[0], ticks[-1]
        return plot.bottom() - plot.height() * (value - low) / (high - low)

    def _x(self, plot: QRectF, day: date) -> float:
        first, last = self._values[0][0], self._values[-1][0]
        days = (last - first).days
        if not days:
            return plot.center().x()
        return plot.left() + _DOT + (plot.width() - 2 * _DOT) * (day - first).days / days

    def _draw_scale(self, painter: QPainter, plot: QRectF, ticks: Sequence[int]) -> None:
        t = tokens()
        for tick in ticks:
            y = self._y(plot, ticks, tick)
            painter.setPen(QPen(QColor(t.divider), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.text2))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, plot.left() - _GAP, 20), flags, self._say(tick))

    def _draw_goal(self, painter: QPainter, plot: QRectF, ticks: Sequence[int]) -> None:
        if self._goal is None:
            return
        y = self._y(plot, ticks, self._goal)
        pen = QPen(QColor(tokens().success), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        # Above the line where there is room, else below it.
        top = y - 20 if y - 20 >= 0 else y + 2
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(plot.left(), top, plot.width(), 18), flags, self._goal_words)

    def _draw_line(self, painter: QPainter, plot: QRectF, ticks: Sequence[int]) -> None:
        ink = QColor(tokens().series[0])
        points = [
            QPointF(self._x(plot, day), self._y(plot, ticks, value)) for day, value in self._values
        ]
        pen = QPen(ink, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(points)
        painter.setBrush(ink)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_days(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QColor(tokens().text2))
        first, last = self._values[0][0], self._values[-1][0]
        box = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 20)
        if first == last:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, first.isoformat())
            return
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, first.isoformat())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, last.isoformat())


def scale(values: Sequence[int], goal: int | None) -> tuple[int, ...]:
    """Round values from below the lowest to above the highest, at most a few."""
    known = [*values, *(() if goal is None else (goal,))]
    low, high = min(known), max(known)
    step = 1
    while True:
        for factor in (1, 2, 5):
            wide = step * factor
            first, last = low // wide, -(-high // wide)
            if last - first <= _TICKS:
                last = max(last, first + 1)
                return tuple(at * wide for at in range(first, last + 1))
        step *= 10
