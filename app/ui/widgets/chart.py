"""Small bar charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.brush import colour

_GAP: Final = 2
_LABEL_ROOM: Final = 20
_SOFT: Final = 140
_PALE: Final = 70


class BarChart(QWidget):
    """Bars with a label under each; the last, the present one, stands out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def show_bars(
        self, values: Sequence[int], labels: Sequence[str], spoken: Sequence[str] = ()
    ) -> None:
        """Show `values` (negative ones count as nothing) over `labels`.

        `spoken` says each bar in words, for those who listen to the screen.
        """
        self._values = tuple(max(0, value) for value in values)
        self._labels = tuple(labels)
        self.setAccessibleDescription(", ".join(spoken or map(str, labels)))
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn in a member's page."""
        return QSize(286, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars and their labels."""
        if not self._values:
            return
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        step = self.width() / len(self._values)
        room = self.height() - _LABEL_ROOM
        most = max(self._values) or 1
        metrics = QFontMetrics(self.font())
        for at, value in enumerate(self._values):
            last = at == len(self._values) - 1
            height = max(2.0, room * value / most)
            left, right = round(at * step) + _GAP / 2, round((at + 1) * step) - _GAP / 2
            bar = QRectF(left, room - height, right - left, height)
            painter.fillPath(_bar(bar), colour(t.series[0], 255 if last else _SOFT))
            painter.setPen(QColor(t.text2))
            label = self._labels[at] if at < len(self._labels) else ""
            if metrics.horizontalAdvance(label) <= step + 2:
                box = QRectF(at * step - 4, room, step + 8, _LABEL_ROOM)
                painter.drawText(
                    box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, label
                )
        painter.end()


def _bar(box: QRectF) -> QPainterPath:
    """A bar with rounded upper corners that stands square on its base."""
    radius = min(3.0, box.height())
    path = QPainterPath()
    path.moveTo(box.bottomLeft())
    path.lineTo(box.left(), box.top() + radius)
    path.quadTo(box.topLeft(), QPointF(box.left() + radius, box.top()))
    path.lineTo(box.right() - radius, box.top())
    path.quadTo(box.right(), box.top(), box.right(), box.top() + radius)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path


class PairChart(QWidget):
    """Bars of now, each before a paler bar of what it is compared with."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[tuple[int, int], ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.setAccessibleName(name)

    def show_pairs(
        self, pairs: Sequence[tuple[int, int]], labels: Sequence[str], spoken: Sequence[str]
    ) -> None:
        """Show (now, before) over `labels`; `spoken` says each pair in words."""
        self._pairs = tuple((max(0, now), max(0, before)) for now, before in pairs)
        self._labels = tuple(labels)
        self.setAccessibleDescription(", ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the base line, the bars and their labels."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        room = self.height() - _LABEL_ROOM
        painter.fillRect(QRectF(0, room, self.width(), 1), QColor(t.divider))
        most = max((max(pair) for pair in self._pairs), default=0) or 1
        step = self.width() / max(1, len(self._pairs))
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(label) for label in self._labels), default=0)
        every = max(1, -(-(widest + 8) // max(1, int(step))))
        for at, (now, before) in enumerate(self._pairs):
            wide = min(28, step * 7 // 10)
            middle = at * step + step // 2
            paler = QRectF(middle - wide // 2, 0, wide * 3 // 5, room * before / most)
            bar = QRectF(middle - wide // 2 + wide // 4, 0, wide * 3 // 4, room * now / most)
            for box, alpha in ((paler, _PALE), (bar, 255)):
                if box.height() > 0:
                    box.moveBottom(room)
                    painter.fillPath(_bar(box), colour(t.series[0], alpha))
            if at % every == 0 and at < len(self._labels):
                painter.setPen(QColor(t.text2))
                box = QRectF(middle - step * every / 2, room, step * every, _LABEL_ROOM)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                painter.drawText(box, flags, self._labels[at])
        painter.end()
