"""The filters that a search put on, as chips: a click or Enter takes one off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.rules.money import Currency
from app.services.sale_finding import Find
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.sales.words import find_icon, find_words
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import ElidedLabel, Tone

_HEIGHT = 32
_MOST = 260
_ELIDE = Qt.TextElideMode.ElideRight
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class FilterChip(Button):
    """One filter: its icon, its words, and a cross."""

    def __init__(self, find: Find, words: str, name: str) -> None:
        super().__init__(words, height=_HEIGHT)
        self.meant = find
        self.setFont(fonts.font(fonts.BODY))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Room for the words, up to a limit."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.label())
        return QSize(min(_MOST, words + 70), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As it wants to be."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        t, painter, box = tokens(), QPainter(self), QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, _HEIGHT / 2, t)
        over = t.hover if self.underMouse() else t.primary_soft
        rounded(painter, box, box.height() / 2, fill=over, border=t.primary)
        top = (self.height() - 16) // 2
        draw_icon(painter, find_icon(self.meant.kind), t.primary, QRectF(12, top, 16, 16))
        draw_icon(painter, "x", t.primary, QRectF(self.width() - 28, top, 16, 16))
        painter.setFont(self.font())
        painter.setPen(QColor(t.primary))
        room = QRectF(36, 0, self.width() - 36 - 32, self.height())
        shown = QFontMetrics(self.font()).elidedText(self.label(), _ELIDE, int(room.width()) + 1)
        painter.drawText(room, _LINE, shown)
        painter.end()


class FilterBar(QWidget):
    """The chips in a row, and how far back the search went where it did not go all the way."""

    dropped = Signal(str)
    """The kind of the filter to take off."""

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[FilterChip] = []
        self._note = ElidedLabel("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        self._row.addWidget(self._note, 1)
        self.hide()

    def show_filters(
        self, filters: Sequence[Find], note: str, currency: Currency, language: str
    ) -> None:
        """Show these; nothing at all where there are none."""
        for old in self.chips:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = []
        for at, find in enumerate(filters):
            words = find_words(find, currency, language)
            name = self.tr("Without the filter {words}").replace("{words}", words)
            chip = FilterChip(find, words, name)
            chip.clicked.connect(lambda _=False, kind=find.kind: self.dropped.emit(kind))
            self._row.insertWidget(at, chip)
            self.chips.append(chip)
        self._note.setText(note)
        self.setVisible(bool(filters))
