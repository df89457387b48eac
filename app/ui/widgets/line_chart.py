"""Lines over months, each named at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import tokens

_BOTTOM: Final = 24
_TOP: Final = 8
_GAP: Final = 8
_TICKS: Final = 4
_NAME_ROOM_MOST: Final = 160
_LINE: Final = 3


class LineChart(QWidget):
    """At most six lines from nothing up; grid lines at round figures."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, tuple[int, ...]], ...] = ()
        self._labels: tuple[str, ...] = ()
        self._say: Callable[[int], str] = str
        self._least = 1
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_lines(
        self,
        lines: Sequence[tuple[str, Sequence[int]]],
        labels: Sequence[str],
        say: Callable[[int], str],
        *,
        least: int = 1,
    ) -> None:
        """Show (name, values) over `labels`; `say` writes a value on the scale and aloud.

        The scale goes up to `least` at the least.
        """
        self._least = least
        self._lines = tuple((name, tuple(values)) for name, values in lines)
        self._labels = tuple(labels)
        self._say = say
        self.setAccessibleDescription(". ".join(map(self._spoken, self._lines)))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(520, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the months, the lines and their names."""
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        highest = (max(values, default=0) for _, values in self._lines)
        step = round_step(max(self._least, *highest))
        ticks = [at * step for at in range(_TICKS + 1)]
        metrics = QFontMetrics(self.font())
        left = max(metrics.horizontalAdvance(self._say(tick)) for tick in ticks) + _GAP
        names = [metrics.horizontalAdvance(name) for name, _ in self._lines]
        right = min(_NAME_ROOM_MOST, max(names, default=0)) + _GAP + 4
        plot = QRectF(
            left, _TOP, max(1, self.width() - left - right), self.height() - _BOTTOM - _TOP
        )
        self._draw_scale(painter, plot, ticks)
        self._draw_months(painter, plot, metrics)
        self._draw_lines(painter, plot, ticks[-1])
        painter.end()

    def _draw_scale(self, painter: QPainter, plot: QRectF, ticks: Sequence[int]) -> None:
        t = tokens()
        for tick in ticks:
            y = plot.bottom() - plot.height() * tick / ticks[-1]
            painter.setPen(QPen(QColor(t.divider), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.text2))
            box = QRectF(0, y - 10, plot.left() - _GAP, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), self._say(tick))

    def _draw_months(self, painter: QPainter, plot: QRectF, metrics: QFontMetrics) -> None:
        widest = max(metrics.horizontalAdvance(label) for label in self._labels) + 12
        fit = max(1, int(plot.width() // widest))
        every = -(-len(self._labels) // fit)
        painter.setPen(QColor(tokens().text2))
        last = len(self._labels) - 1
        for at, label in enumerate(self._labels):
            # Counted from the end, so that the present month is always named.
            if (last - at) % every == 0:
                box = QRectF(self._x(plot, at) - widest / 2, plot.bottom() + 4, widest, 20)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _draw_lines(self, painter: QPainter, plot: QRectF, most: int) -> None:
        t = tokens()
        ends: list[float] = []
        for (name, values), ink in zip(self._lines, t.series, strict=False):
            points = [
                QPointF(self._x(plot, at), plot.bottom() - plot.height() * value / most)
                for at, value in enumerate(values)
            ]
            if not points:
                continue
            pen = QPen(QColor(ink), _LINE)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            if len(points) == 1:
                painter.drawPoint(points[0])
            painter.drawPolyline(points)
            y = _apart(points[-1].y(), ends)
            ends.append(y)
            painter.setPen(QColor(ink))
            room = self.width() - plot.right() - _GAP
            box = QRectF(plot.right() + _GAP, y - 10, room, 20)
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(room) + 1
            )
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), shown)

    def _x(self, plot: QRectF, at: int) -> float:
        count = len(self._labels)
        return plot.right() if count == 1 else plot.left() + plot.width() * at / (count - 1)

    def _spoken(self, line: tuple[str, tuple[int, ...]]) -> str:
        name, values = line
        told = (
            f"{label} {self._say(value)}"
            for label, value in zip(self._labels, values, strict=False)
        )
        return f"{name}: {', '.join(told)}"


def round_step(most: int) -> int:
    """The grid's step: 1, 2 or 5 with noughts, so that `_TICKS` of them reach `most`."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * _TICKS >= most:
                return step * factor
        step *= 10


def _apart(y: float, taken: Sequence[float]) -> float:
    """A height for a name that lies over none of the names before it."""
    for other in sorted(taken):
        if abs(y - other) < 16:
            y = other + 16
    return y
