"""Points on two axes, parted by a cross into four corners that keys can reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Radius, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.charts.cells import Cells
from app.ui.widgets.labels import Tone, tone_colour

TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = range(4)
_TITLE: Final = 22
_LABEL: Final = 22
_PILL: Final = 40
_SMALLEST: Final = 2.5
_LARGEST: Final = 9.0


class Dot(NamedTuple):
    """A point, the corner it belongs to, and how many stand on it."""

    x: float
    y: float
    corner: int
    weight: int


@dataclass(frozen=True, slots=True)
class Corner:
    """One of the four: two short lines, what is read aloud, and its colour."""

    title: str
    figure: str
    spoken: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Axis:
    """From 0 or, where `doubling`, from 1 to `most`; `ticks` are written by `say`."""

    title: str
    most: float
    ticks: tuple[float, ...]
    say: Callable[[float], str]
    doubling: bool = False

    def share(self, value: float) -> float:
        """Where a value lies between the two ends, 0 to 1."""
        if self.doubling:
            end = log(max(2.0, self.most) * 1.15)
            return max(0.0, min(1.0, (log(max(1.0, value)) + 0.12) / (end + 0.12)))
        return max(0.0, min(1.0, value / (self.most or 1.0)))


class Scatter(Cells):
    """Arrows move between the corners, Enter or a click opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._dots: tuple[Dot, ...] = ()
        self._corners: tuple[Corner, ...] = ()
        self._across: Axis | None = None
        self._up: Axis | None = None
        self._cross = (0.0, 0.0)
        self._at = TOP_RIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_dots(
        self,
        dots: Sequence[Dot],
        corners: Sequence[Corner],
        axes: tuple[Axis, Axis],
        cross: tuple[float, float],
        *,
        name: str,
    ) -> None:
        """Show dots on the axes (across, up) with the cross at a point of both."""
        self._dots, self._corners = tuple(dots), tuple(corners)
        self._across, self._up = axes
        self._cross = cross
        self.set_name(name)
        self.cells_changed()

    def sizeHint(self) -> QSize:
        """Room for many points."""
        return QSize(640, 460)

    def minimumSizeHint(self) -> QSize:
        """Room for four corners' words."""
        return QSize(360, 260)

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """Four corners."""
        return len(self._corners)

    def cell_box(self, at: int) -> QRectF:
        """The part of the plot that belongs to a corner."""
        plot, (x, y) = self._plot(), self._centre()
        left, top = at in (TOP_LEFT, BOTTOM_LEFT), at in (TOP_LEFT, TOP_RIGHT)
        return QRectF(
            QPointF(plot.left() if left else x, plot.top() if top else y),
            QPointF(x if left else plot.right(), y if top else plot.bottom()),
        )

    def cell_spoken(self, at: int) -> str:
        """What is read aloud of a corner."""
        return self._corners[at].spoken

    def cell_tip(self, at: int) -> str:
        """Nothing: all is written there."""
        return ""

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """The corner an arrow points to."""
        left = right < 0 or (not right and at in (TOP_LEFT, BOTTOM_LEFT))
        top = down < 0 or (not down and at in (TOP_LEFT, TOP_RIGHT))
        return (TOP_LEFT if top else BOTTOM_LEFT) + (0 if left else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axes, the points, the cross and the corners' words."""
        if self._across is None or self._up is None or not self._corners:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self._draw_ground(painter)
        self._draw_axes(painter, self._across, self._up)
        self._draw_dots(painter)
        self._draw_cross(painter)
        for corner in range(4):
            self._draw_words(painter, corner)
        painter.end()

    # -- inside -------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        metrics, left = QFontMetrics(self.font()), 24
        if self._up is not None:
            say = self._up.say
            left = max((metrics.horizontalAdvance(say(tick)) for tick in self._up.ticks), default=0)
        left += 10
        high = self.height() - 2 * _TITLE - _LABEL
        return QRectF(left, _TITLE, max(1, self.width() - left - 4), max(1, high))

    def _place(self, x: float, y: float) -> QPointF:
        plot = self._plot()
        assert self._across is not None
        assert self._up is not None
        return QPointF(
            plot.left() + plot.width() * self._across.share(x),
            plot.bottom() - plot.height() * self._up.share(y),
        )

    def _centre(self) -> tuple[float, float]:
        point = self._place(*self._cross)
        return point.x(), point.y()

    def _draw_ground(self, painter: QPainter) -> None:
        t = tokens()
        rounded(painter, self._plot(), Radius.CONTROL, fill=t.bg)
        if self._over is not None:
            painter.fillRect(self.cell_box(self._over), QColor(t.hover))
        if self.hasFocus():
            painter.fillRect(self.cell_box(self._at), QColor(t.primary_soft))

    def _draw_axes(self, painter: QPainter, across: Axis, up: Axis) -> None:
        t, plot = tokens(), self._plot()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for tick in up.ticks:
            y = plot.bottom() - plot.height() * up.share(tick)
            painter.setPen(QPen(QColor(t.divider), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.text2))
            painter.drawText(QRectF(0, y - 10, plot.left() - 6, 20), int(right), up.say(tick))
        painter.setPen(QColor(t.text2))
        for tick in across.ticks:
            x = plot.left() + plot.width() * across.share(tick)
            box = QRectF(x - 40, plot.bottom() + 2, 80, _LABEL)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), across.say(tick))
        painter.drawText(QRectF(0, 0, self.width(), _TITLE), int(left), up.title)
        below = QRectF(plot.left(), plot.bottom() + _LABEL, plot.width(), _TITLE)
        painter.drawText(below, int(right), across.title)

    def _draw_dots(self, painter: QPainter) -> None:
        t = tokens()
        heaviest = max((dot.weight for dot in self._dots), default=1)
        painter.setPen(Qt.PenStyle.NoPen)
        inks = [colour(tone_colour(corner.tone, t), 130) for corner in self._corners]
        for dot in self._dots:
            painter.setBrush(inks[dot.corner])
            spread = sqrt(dot.weight / heaviest) if heaviest > 1 else 0.2
            radius = _SMALLEST + (_LARGEST - _SMALLEST) * spread
            painter.drawEllipse(self._place(dot.x, dot.y), radius, radius)

    def _draw_cross(self, painter: QPainter) -> None:
        plot, (x, y) = self._plot(), self._centre()
        painter.setPen(QPen(QColor(tokens().text2), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _draw_words(self, painter: QPainter, corner: int) -> None:
        t, plot, words = tokens(), self._plot(), self._corners[corner]
        bold = fonts.font(fonts.BODY, strong=fonts.shows_strong(words.title))
        wide = max(
            QFontMetrics(bold).horizontalAdvance(words.title),
            QFontMetrics(self.font()).horizontalAdvance(words.figure),
        )
        wide = min(wide + 16, int(plot.width() / 2) - 8)
        left = plot.left() + 6 if corner in (TOP_LEFT, BOTTOM_LEFT) else plot.right() - wide - 6
        upper = corner in (TOP_LEFT, TOP_RIGHT)
        top = plot.top() + 6 if upper else plot.bottom() - _PILL - 6
        box = QRectF(left, top, wide, _PILL)
        border, width = (t.focus, 2) if self.is_marked(corner) else (t.divider, 1)
        rounded(painter, box, Radius.CONTROL, fill=t.surface, border=border, width=width)
        inner = box.adjusted(8, 3, -6, -3)
        painter.setFont(bold)
        painter.setPen(QColor(tone_colour(words.tone, t)))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        shown = QFontMetrics(bold).elidedText(
            words.title, Qt.TextElideMode.ElideRight, int(inner.width()) + 1
        )
        painter.drawText(inner, flags, shown)
        painter.setFont(self.font())
        painter.setPen(QColor(t.text))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, flags, words.figure)
