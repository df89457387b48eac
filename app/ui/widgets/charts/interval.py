"""Estimates with their intervals: a dot, an error bar, and the line of zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.labels import Tone, tone_colour

_ROW: Final = 52
_BOTTOM: Final = 44
_TOP: Final = 6
_EDGE: Final = 12
_CAP: Final = 7
_DOT: Final = 5.5
_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """One row: the estimate `at` between `low` and `high`, and what it is of."""

    label: str
    low: float
    at: float
    high: float
    tone: Tone = Tone.PRIMARY


class IntervalChart(QWidget):
    """Rows above one axis, which always holds zero; without rows it says why."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._rows: tuple[Interval, ...] = ()
        self._say: Callable[[float], str] = str
        self._unit = ""
        self._empty = ""
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_rows(
        self, rows: Sequence[Interval], unit: str, say: Callable[[float], str], empty: str = ""
    ) -> None:
        """Show `rows`; `unit` names the axis, `say` writes a figure on it and aloud."""
        self._rows, self._unit, self._say, self._empty = tuple(rows), unit, say, empty
        told = (
            f"{row.label}: {say(row.at)}, {say(row.low)} – {say(row.high)}" for row in self._rows
        )
        self.setAccessibleDescription(f"{unit}. {'. '.join(told) or empty}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as there are rows."""
        return QSize(420, _TOP + _ROW * max(1, len(self._rows)) + _BOTTOM)

    def minimumSizeHint(self) -> QSize:
        """Room for the axis and its words."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, zero, and each row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if not self._rows:
            painter.setPen(QColor(tokens().text2))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self._empty)
            painter.end()
            return
        ticks = axis_ticks(min(row.low for row in self._rows), max(row.high for row in self._rows))
        plot = QRectF(_EDGE, _TOP, self.width() - 2 * _EDGE, self.height() - _TOP - _BOTTOM)
        self._draw_axis(painter, plot, ticks)
        for at, row in enumerate(self._rows):
            self._draw_row(painter, plot, ticks, row, _TOP + at * _ROW)
        painter.end()

    def _x(self, plot: QRectF, ticks: Sequence[float], value: float) -> float:
        span = ticks[-1] - ticks[0]
        return plot.left() + plot.width() * (value - ticks[0]) / span

    def _draw_axis(self, painter: QPainter, plot: QRectF, ticks: Sequence[float]) -> None:
        t = tokens()
        metrics = QFontMetrics(self.font())
        last_end = -1.0
        for tick, words in zip(ticks, evenly([self._say(tick) for tick in ticks]), strict=True):
            x = self._x(plot, ticks, tick)
            zero = tick == 0
            painter.setPen(QPen(QColor(t.text2 if zero else t.divider), 2 if zero else 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            half = metrics.horizontalAdvance(words) / 2
            left = max(0.0, min(x - half, self.width() - 2 * half))
            if left > last_end or zero:
                painter.setPen(QColor(t.text if zero else t.text2))
                painter.drawText(QPointF(left, plot.bottom() + 16), words)
                last_end = left + 2 * half + 8
        painter.setPen(QColor(t.text2))
        box = QRectF(0, plot.bottom() + 20, self.width(), 20)
        shown = metrics.elidedText(self._unit, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_row(
        self, painter: QPainter, plot: QRectF, ticks: Sequence[float], row: Interval, top: int
    ) -> None:
        t = tokens()
        ink = QColor(tone_colour(row.tone, t))
        y = top + 36.0
        low, high = self._x(plot, ticks, row.low), self._x(plot, ticks, row.high)
        pen = QPen(ink, 2)
        painter.setPen(pen)
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for end in (low, high):
            painter.drawLine(QPointF(end, y - _CAP), QPointF(end, y + _CAP))
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(self._x(plot, ticks, row.at), y), _DOT, _DOT)
        painter.setPen(QColor(t.text))
        # On the ground of the card, so that no grid line runs through the words.
        words = painter.fontMetrics().elidedText(
            row.label, Qt.TextElideMode.ElideRight, int(plot.width())
        )
        box = QRectF(plot.left(), top - 2, painter.fontMetrics().horizontalAdvance(words) + 10, 22)
        painter.fillRect(box, QColor(t.surface))
        painter.drawText(box.adjusted(4, 2, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def evenly(figures: Sequence[str]) -> list[str]:
    """Figures of one axis with as many places each: 0.08 beside 0.10; a bare zero stays."""
    most = max((len(each.partition(".")[2]) for each in figures), default=0)

    def padded(figure: str) -> str:
        whole, _, part = figure.partition(".")
        plain = whole[-1:].isdigit() and (part.isdigit() or not part)
        return f"{whole}.{part:0<{most}}" if most and plain and figure != "0" else figure

    return [padded(each) for each in figures]


def axis_ticks(low: float, high: float) -> tuple[float, ...]:
    """Round figures from below the lowest (or zero) to above the highest (or zero)."""
    low, high = min(0.0, low), max(0.0, high)
    span = (high - low) or 1.0
    rough = span / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
    first = floor(low / step)
    last = -floor(-high / step)
    if first == last:
        last += 1
    return tuple(round(at * step, 10) for at in range(first, last + 1))
