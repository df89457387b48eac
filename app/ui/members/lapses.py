"""When a member's points lapse: a bar for each last day, the soonest on top."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.services.standing import PointsHeld
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.labels import Label, Tone

_ROW: Final = 24
_BAR: Final = 8
_SOON_DAYS: Final = 30
"""Points that lapse within so many days are shown as a warning."""


class LapseBars(QWidget):
    """A row for each day: its date, a bar as long as its share of the most, and the points."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[date, int], ...] = ()
        self._today = date.min
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[tuple[date, int], ...], today: date) -> None:
        """Show (last day, points), as they come."""
        self._rows, self._today = rows, today
        self.setAccessibleDescription(
            ", ".join(f"{day.isoformat()} {points:,}" for day, points in rows)
        )
        self.setFixedHeight(_ROW * len(rows))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it has rows."""
        return QSize(240, _ROW * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dates at the left, the points at the right, the bars between them."""
        if not self._rows:
            return
        t, painter = tokens(), QPainter(self)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        days = max(metrics.horizontalAdvance(day.isoformat()) for day, _ in self._rows)
        counts = max(metrics.horizontalAdvance(f"{points:,}") for _, points in self._rows)
        room = self.width() - days - counts - 2 * Space.S
        most = max(points for _, points in self._rows)
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, (day, points) in enumerate(self._rows):
            soon = (day - self._today).days < _SOON_DAYS
            line = QRectF(0, at * _ROW, self.width(), _ROW)
            painter.setPen(QColor(t.warning if soon else t.text2))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, day.isoformat())
            painter.setPen(QColor(t.text))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, f"{points:,}")
            bar = QRectF(days + Space.S, line.center().y() - _BAR / 2, max(0, room), _BAR)
            rounded(painter, bar, _BAR / 2, fill=colour(t.series[0], 30))
            bar.setWidth(max(float(_BAR), bar.width() * points / most))
            rounded(painter, bar, _BAR / 2, fill=t.warning if soon else t.series[0])
        painter.end()


class Lapses(QWidget):
    """The bars, or one line where nothing lapses."""

    def __init__(self) -> None:
        super().__init__()
        self.bars = LapseBars()
        self.words = Label("", tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.bars)
        column.addWidget(self.words)

    def show_points(self, points: PointsHeld, today: date) -> None:
        """Show every date, the oldest first; where a part never lapses, a line says how much."""
        self.bars.setAccessibleName(self.tr("Points by the last day they can be used"))
        self.bars.show_rows(points.expiring, today)
        self.bars.setVisible(bool(points.expiring))
        self.words.setText(self._words(points))
        self.words.setVisible(bool(self.words.text()))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say: no point can be used."""
        return self.bars.isHidden() and self.words.isHidden()

    def _words(self, points: PointsHeld) -> str:
        if not points.expiring:
            return self.tr("None of the points lapse.") if points.usable > 0 else ""
        lasting = points.usable - sum(lapsing for _, lapsing in points.expiring)
        if lasting > 0:
            return filled(self.tr("{points} more never lapse."), points=f"{lasting:,}")
        return ""
