"""Bars that lie, one a row, with their words: a list and a chart in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Radius, Space, Tokens, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.charts.cells import Cells
from app.ui.widgets.labels import Tone, tone_colour

_PAD: Final = 8
_LINE: Final = 22
_BAR: Final = 6
_BESIDE: Final = 96
"""Least room of the figures at the right."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `value` is the length of its bar; `figure` and `beside` are written at the right.

    `note` is said below in a smaller type, as long as it needs to be; `beside` goes there, too,
    where it would leave a label too little room.
    """

    label: str
    value: int
    figure: str
    beside: str = ""
    note: str = ""
    tone: Tone = Tone.PRIMARY


class BarList(Cells):
    """Up and Down move, Enter or a click opens. Rows are as high as their notes need."""

    def __init__(self, *, can_open: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, can_open=can_open)
        self._bars: tuple[Bar, ...] = ()
        self._tops: list[int] = [0]
        self._rooms, self._longest = (0, 0), 0
        self.setFont(fonts.font(fonts.BODY))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, bars: Sequence[Bar], *, name: str) -> None:
        """Show these rows; `name` is read out before the one that is marked."""
        self._bars = tuple(bars)
        self.set_name(name)
        self._measure()
        self.cells_changed()

    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """A row each."""
        return len(self._bars)

    def cell_box(self, at: int) -> QRectF:
        """The whole row."""
        return QRectF(0, self._tops[at], self.width(), self._tops[at + 1] - self._tops[at])

    def cell_spoken(self, at: int) -> str:
        """Everything that is written in it."""
        bar = self._bars[at]
        return ", ".join(word for word in (bar.label, bar.figure, bar.beside, bar.note) if word)

    def cell_tip(self, at: int) -> str:
        """The label where even so it is cut."""
        bar = self._bars[at]
        return bar.label if _label_width(bar) > self._label_room(self.width()) else ""

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """The row below or above."""
        return at + down

    def choose(self, at: int) -> None:
        """Mark a row, and bring it into sight."""
        before = self.current()
        super().choose(at)
        area = self._scroller()
        if area is not None and self.current() != before:
            row = self.cell_box(self.current())
            area.ensureVisible(0, int(row.center().y()), 0, int(row.height()) // 2 + 2)

    # -- size ------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows at that width."""
        return self._heights(width)[-1]

    def sizeHint(self) -> QSize:
        """As high as the rows are at the present width."""
        width = max(320, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never cut at the bottom."""
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notes wrap elsewhere."""
        super().resizeEvent(event)
        self._measure()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every row."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.value for bar in self._bars), default=0) or 1
        rooms = self._figure_rooms(self.width())
        for at, bar in enumerate(self._bars):
            box = self.cell_box(at)
            self._draw_ground(painter, box, at, t)
            self._draw_row(painter, box, bar, most, rooms, t)
        painter.end()

    # -- inside -------------------------------------------------------------------------------

    def _heights(self, width: int) -> list[int]:
        metrics = QFontMetrics(fonts.font(fonts.CAPTION))
        tops = [0]
        room = QRectF(0, 0, max(40, width - 2 * Space.S), 1000).toRect()
        for bar in self._bars:
            note, said = 0, self._note(bar, width)
            if said:
                wrap = int(Qt.TextFlag.TextWordWrap)
                note = metrics.boundingRect(room, wrap, said).height() + 2
            tops.append(tops[-1] + _PAD + _LINE + _BAR + note + _PAD)
        return tops

    def _measure(self) -> None:
        strong = QFontMetrics(fonts.font(fonts.BODY, strong=True))
        plain = QFontMetrics(fonts.font(fonts.BODY))
        figures = max((strong.horizontalAdvance(bar.figure) for bar in self._bars), default=0)
        beside = max((plain.horizontalAdvance(bar.beside) for bar in self._bars), default=0)
        self._rooms = figures + 4, max(_BESIDE, beside + Space.M) if beside else 0
        self._longest = max(map(_label_width, self._bars), default=0)
        self._tops = self._heights(self.width())

    def _figure_rooms(self, width: int) -> tuple[int, int]:
        """The widths of the two columns of figures, the same for every row; the second has none
        where a label would be cut for it."""
        figures, beside = self._rooms
        left = width - 2 * Space.S - figures - Space.XS
        return figures, beside if self._longest <= left - beside else 0

    def _label_room(self, width: int) -> int:
        return width - 2 * Space.S - sum(self._figure_rooms(width)) - Space.XS

    def _note(self, bar: Bar, width: int) -> str:
        """What is said below, and what has no room at the right."""
        beside = "" if self._figure_rooms(width)[1] else bar.beside
        return " · ".join(part for part in (beside, bar.note) if part)

    def _draw_ground(self, painter: QPainter, box: QRectF, at: int, t: Tokens) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        if at == self._over:
            rounded(painter, inner, Radius.CONTROL, fill=t.hover)
        if self.is_marked(at):
            rounded(painter, inner, Radius.CONTROL, fill=t.primary_soft, border=t.focus, width=2)

    def _draw_row(
        self,
        painter: QPainter,
        box: QRectF,
        bar: Bar,
        most: int,
        rooms: tuple[int, int],
        t: Tokens,
    ) -> None:
        inner = box.adjusted(Space.S, _PAD, -Space.S, -_PAD)
        line = QRectF(inner.left(), inner.top(), inner.width(), _LINE)
        figures, beside = rooms
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        right = int(flags | Qt.AlignmentFlag.AlignRight)
        if beside:
            painter.setFont(fonts.font(fonts.BODY))
            painter.setPen(QColor(t.text2))
            painter.drawText(
                QRectF(line.right() - beside, line.top(), beside, _LINE), right, bar.beside
            )
        painter.setFont(fonts.font(fonts.BODY, strong=True))
        painter.setPen(QColor(t.text))
        end = line.right() - beside
        painter.drawText(QRectF(end - figures, line.top(), figures, _LINE), right, bar.figure)
        self._draw_label(painter, line, end - figures - Space.XS, bar)
        track = QRectF(inner.left(), line.bottom() + 1, inner.width(), _BAR)
        rounded(painter, track, _BAR / 2, fill=t.divider)
        if bar.value > 0:
            long = max(_BAR, track.width() * bar.value / most)
            filled = QRectF(track.left(), track.top(), long, _BAR)
            rounded(painter, filled, _BAR / 2, fill=colour(tone_colour(bar.tone, t)))
        note = self._note(bar, self.width())
        if note:
            painter.setFont(fonts.font(fonts.CAPTION))
            painter.setPen(QColor(t.text2))
            room = QRectF(inner.left(), track.bottom() + 2, inner.width(), inner.bottom())
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), note)

    def _draw_label(self, painter: QPainter, line: QRectF, right: float, bar: Bar) -> None:
        face = _label_face(bar)
        painter.setFont(face)
        room = max(0, int(right - line.left()))
        shown = QFontMetrics(face).elidedText(bar.label, Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(line.left(), line.top(), room, _LINE), int(flags), shown)

    def _scroller(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above


def _label_face(bar: Bar) -> QFont:
    return fonts.font(fonts.BODY, strong=fonts.shows_strong(bar.label))


def _label_width(bar: Bar) -> int:
    return QFontMetrics(_label_face(bar)).horizontalAdvance(bar.label)
