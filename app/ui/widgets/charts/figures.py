"""Figures as cards: a name, a number, its course, and how it stands to what was before."""

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
from app.ui.widgets.charts.trend import draw_course

_HIGH: Final = 112
_LEAST_WIDE: Final = 232
_VALUE: Final = 22
_COURSE: Final = 72


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One card. `remarks` are lines below the value with their news: 1 good, -1 bad, 0 neither.

    A `value` of "" is on its way.
    """

    name: str
    value: str = ""
    remarks: tuple[tuple[str, int], ...] = ()
    course: tuple[int, ...] = ()
    spoken: str = ""
    tip: str = ""


class FigureGrid(Cells):
    """As many cards in a row as fit; one stop for Tab, arrows move from card to card."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._cards: tuple[FigureCard, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: Sequence[FigureCard]) -> None:
        """Show these."""
        self._cards = tuple(cards)
        self.cells_changed()

    def cards(self) -> tuple[FigureCard, ...]:
        """What is shown."""
        return self._cards

    def columns(self, width: int | None = None) -> int:
        """How many cards stand in a row."""
        room = self.width() if width is None else width
        return max(1, min(5, (room + Space.S) // (_LEAST_WIDE + Space.S)))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        rows = -(-len(self._cards) // self.columns(width))
        return max(0, rows * (_HIGH + Space.S) - Space.S)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(5 * (_LEAST_WIDE + Space.S), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One card wide."""
        return QSize(_LEAST_WIDE, _HIGH)

    # -- cells -----------------------------------------------------------------------------

    def cell_count(self) -> int:
        """One a card."""
        return len(self._cards)

    def cell_box(self, at: int) -> QRectF:
        """Where a card lies."""
        columns = self.columns()
        row, column = divmod(at, columns)
        wide = (self.width() + Space.S) / columns - Space.S
        return QRectF(column * (wide + Space.S), row * (_HIGH + Space.S), wide, _HIGH)

    def cell_spoken(self, at: int) -> str:
        """The figure and what it is compared with."""
        card = self._cards[at]
        return card.spoken or card.name

    def cell_tip(self, at: int) -> str:
        """How it is counted."""
        return self._cards[at].tip

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """Left and right run on into the next row."""
        return at + right + down * self.columns()

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every card that is in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, card in enumerate(self._cards):
            box = self.cell_box(at)
            if box.intersects(QRectF(event.rect())):
                self._draw_card(painter, at, box, card)
        painter.end()

    def _draw_card(self, painter: QPainter, at: int, box: QRectF, card: FigureCard) -> None:
        t = tokens()
        rounded(painter, box, Radius.CARD, fill=t.surface, border=t.divider)
        self.draw_mark(painter, at, box, Radius.CARD)
        room = box.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        caption = fonts.font(fonts.CAPTION)
        line = QFontMetrics(caption).height()
        _words(painter, QRectF(room.left(), room.top(), room.width(), line), card.name, t.text2)
        high = QFontMetrics(fonts.font(_VALUE, strong=True)).height()
        value = QRectF(room.left(), room.top() + line + 2, room.width(), high)
        if len(card.course) > 1 and any(card.course):
            course = QRectF(room.right() - _COURSE, value.top() + 4, _COURSE, high - 8)
            draw_course(painter, course, card.course)
            value.setRight(course.left() - Space.XS)
        _value(painter, value, card.value or "…", t.text if card.value else t.text2)
        inks = {1: t.success, -1: t.danger, 0: t.text2}
        top = room.bottom() - 2 * line - 2
        for index, (text, news) in enumerate(card.remarks[:2]):
            under = QRectF(room.left(), top + index * (line + 2), room.width(), line)
            _words(painter, under, text, inks[news])


def _words(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    painter.setFont(fonts.font(fonts.CAPTION))
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _value(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    """An amount is never cut: it is set smaller."""
    size = _VALUE
    while size > fonts.CAPTION:
        painter.setFont(fonts.font(size, strong=True))
        if painter.fontMetrics().horizontalAdvance(text) <= box.width():
            break
        size -= 2
    painter.setPen(QColor(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
