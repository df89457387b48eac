"""Columns over labels, one or two beside each other, with a scale: keys tell each in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.labels import set_tip
from app.ui.widgets.line_chart import round_step

_TITLE: Final = 22
_LABEL: Final = 22
_ABOVE: Final = 8
_WIDEST: Final = 30
_SWATCH: Final = 10


class Series(NamedTuple):
    """One colour of columns: its name, and a value over each label."""

    name: str
    values: tuple[float, ...]


class ColumnChart(QWidget):
    """Left and Right move over the labels; what stands there is read aloud and shown as a tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._titles = ("", "")
        self._say: Callable[[float], str] = str
        self._name = ""
        self._at = 0
        self.setFont(fonts.font(fonts.CAPTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(
        self,
        series: Sequence[Series],
        labels: Sequence[str],
        say: Callable[[float], str],
        *,
        name: str,
        titles: tuple[str, str],
    ) -> None:
        """Show `series` over `labels`; `titles` names the scale and the labels' axis."""
        self._series, self._labels = tuple(series), tuple(labels)
        self._say, self._titles, self._name = say, titles, name
        self._at = min(self._at, max(0, len(labels) - 1))
        self._speak()
        self.update()

    def spoken(self, at: int) -> str:
        """What stands over one label, in words."""
        told = ", ".join(f"{each.name} {self._say(each.values[at])}" for each in self._series)
        return f"{self._labels[at]}: {told}"

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(520, 240)

    def minimumSizeHint(self) -> QSize:
        """Columns that can still be told apart."""
        return QSize(260, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the columns, their labels and names."""
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        ticks = self._ticks()
        plot = self._plot(ticks)
        self._draw_scale(painter, plot, ticks)
        self._draw_columns(painter, plot, ticks[-1])
        self._draw_labels(painter, plot)
        self._draw_names(painter, plot)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._labels:
            self._at = max(0, min(self._at + step, len(self._labels) - 1))
            self._speak()
            self.update()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is pointed at."""
        if self._labels:
            plot = self._plot(self._ticks())
            step = plot.width() / len(self._labels)
            at = int((event.position().x() - plot.left()) // step)
            set_tip(self, self.spoken(at) if 0 <= at < len(self._labels) else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.spoken(self._at) if self._labels else "")

    def _ticks(self) -> list[int]:
        most = max((max(each.values, default=0.0) for each in self._series), default=0.0)
        step = round_step(max(1, -int(-most // 1)))
        count = max(1, -int(-most // step))
        return [at * step for at in range(count + 1)]

    def _plot(self, ticks: Sequence[int]) -> QRectF:
        metrics = QFontMetrics(self.font())
        left = max(metrics.horizontalAdvance(self._say(tick)) for tick in ticks) + 8
        high = self.height() - 2 * _TITLE - _LABEL - _ABOVE
        return QRectF(left, _TITLE + _ABOVE, max(1, self.width() - left - 2), max(1, high))

    def _draw_scale(self, painter: QPainter, plot: QRectF, ticks: Sequence[int]) -> None:
        t = tokens()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in ticks:
            y = plot.bottom() - plot.height() * tick / ticks[-1]
            painter.setPen(QPen(QColor(t.border if tick == 0 else t.divider), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.text2))
            painter.drawText(QRectF(0, y - 10, plot.left() - 6, 20), int(right), self._say(tick))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, self.width(), _TITLE), int(left), self._titles[0])

    def _draw_columns(self, painter: QPainter, plot: QRectF, most: int) -> None:
        t = tokens()
        step = plot.width() / len(self._labels)
        each = min(float(_WIDEST), step * 0.8 / max(1, len(self._series)))
        for at in range(len(self._labels)):
            middle = plot.left() + (at + 0.5) * step
            if at == self._at and self.hasFocus():
                room = QRectF(middle - step / 2, plot.top(), step, plot.height())
                rounded(painter, room, 4, border=t.focus, width=2)
            left = middle - each * len(self._series) / 2
            for series, ink in zip(self._series, t.series, strict=False):
                high = plot.height() * series.values[at] / most
                if high > 0:
                    bar = QRectF(left + 1, plot.bottom() - max(1.0, high), each - 2, max(1.0, high))
                    painter.fillRect(bar, QColor(ink))
                left += each

    def _draw_labels(self, painter: QPainter, plot: QRectF) -> None:
        metrics = QFontMetrics(self.font())
        step = plot.width() / len(self._labels)
        widest = max(metrics.horizontalAdvance(label) for label in self._labels) + 8
        every = max(1, -int(-widest // max(1.0, step)))
        painter.setPen(QColor(tokens().text2))
        for at, label in enumerate(self._labels):
            if at % every == 0:
                middle = plot.left() + (at + 0.5) * step
                box = QRectF(middle - widest / 2, plot.bottom() + 2, widest, _LABEL)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        below = QRectF(plot.left(), plot.bottom() + _LABEL, plot.width(), _TITLE)
        painter.drawText(below, int(right), self._titles[1])

    def _draw_names(self, painter: QPainter, plot: QRectF) -> None:
        """Which colour is which, where there is more than one."""
        if len(self._series) < 2:
            return
        t, metrics = tokens(), QFontMetrics(self.font())
        right = plot.right()
        for series, ink in reversed(list(zip(self._series, t.series, strict=False))):
            wide = metrics.horizontalAdvance(series.name)
            painter.setPen(QColor(t.text2))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(right - wide, 0, wide + 2, _TITLE), int(middle), series.name)
            square = QRectF(right - wide - _SWATCH - 5, (_TITLE - _SWATCH) / 2, _SWATCH, _SWATCH)
            rounded(painter, square, 2, fill=ink)
            right -= wide + _SWATCH + 20
