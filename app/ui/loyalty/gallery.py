"""The schemes a shop may choose from, as cards under each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.loyalty.words import icon_of, title_of
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded

if TYPE_CHECKING:
    from app.ui.loyalty.presenter import Entry

WIDTH = 376
NARROW = 300
_HEIGHT = 108
_GAP = 8
_TILE = 32
_CHIP_HEIGHT = 22
_SUMMARY_LINES = 2
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_TEXTS_ROLE = Qt.ItemDataRole.UserRole + 1


class SchemeList(QListWidget):
    """Up and Down show a scheme, Enter goes into it."""

    shown = Signal(str)
    entered_scheme = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.viewport().setAutoFillBackground(False)
        self.setFont(fonts.font())
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_Card(self))
        self.currentRowChanged.connect(self._tell)
        self.itemClicked.connect(lambda _item: self.entered_scheme.emit())

    def show_entries(
        self, entries: Sequence[Entry], chosen: int, *, language: str, in_force: str
    ) -> None:
        """Show the schemes in a language; `in_force` is what the chip says."""
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem("")
            scheme = entry.scheme
            title = title_of(scheme, language)
            chip = in_force if entry.in_force else ""
            item.setData(_ENTRY_ROLE, scheme.name)
            item.setData(_TEXTS_ROLE, (icon_of(scheme), title, scheme.summary.said(language), chip))
            item.setText(title)
            spoken = ". ".join(filter(None, (title, chip, scheme.summary.said(language))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        self.blockSignals(False)
        self.setCurrentRow(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go into the scheme."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered_scheme.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters jump to nothing: a scanner types them too."""

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.shown.emit(str(self.item(row).data(_ENTRY_ROLE)))


class _Card(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(1, _HEIGHT + _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = tokens()
        state: QStyle.StateFlag = option.state
        widget: QWidget = option.widget
        rect = QRectF(option.rect).adjusted(0, 0, -Space.S, -_GAP)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen and widget.hasFocus():
            rect = focus_ring(painter, rect, Radius.CARD + 2, t)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        rounded(
            painter,
            rect,
            Radius.CARD,
            fill=t.hover if hovered and not chosen else t.surface,
            border=t.primary if chosen else t.divider,
            width=2 if chosen else 1,
        )
        icon, title, summary, chip = index.data(_TEXTS_ROLE)
        left, top = rect.left() + Space.M, rect.top() + Space.S
        tile = QRectF(left, top, _TILE, _TILE)
        rounded(painter, tile, Radius.CONTROL, fill=t.primary_soft)
        draw_icon(painter, icon, t.primary, tile.adjusted(7, 7, -7, -7))
        room = rect.width() - 2 * Space.M - _TILE - Space.S
        if chip:
            room -= _draw_chip(painter, rect, chip)
        painter.setFont(fonts.font(fonts.CASHIER, strong=fonts.shows_strong(title)))
        painter.setPen(QColor(t.text))
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(
            QRectF(tile.right() + Space.S, top, room, _TILE),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            words,
        )
        _draw_summary(painter, rect, tile.bottom() + Space.XS, summary)
        painter.restore()


def _draw_chip(painter: QPainter, rect: QRectF, text: str) -> int:
    """Draw the chip at the right; returns the room it takes."""
    t = tokens()
    painter.setFont(fonts.font(fonts.CAPTION))
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * Space.XS
    box = QRectF(rect.right() - Space.M - width, rect.top() + Space.S + 5, width, _CHIP_HEIGHT)
    rounded(painter, box, _CHIP_HEIGHT / 2, fill=t.success_soft)
    painter.setPen(QColor(t.success))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width + Space.S


def _draw_summary(painter: QPainter, rect: QRectF, top: float, summary: str) -> None:
    """The summary on two lines; what does not fit ends in an ellipsis."""
    t = tokens()
    font = fonts.font(fonts.BODY)
    painter.setFont(font)
    painter.setPen(QColor(t.text2))
    metrics = QFontMetrics(font)
    box = QRect(
        round(rect.left() + Space.M),
        round(top),
        round(rect.width() - 2 * Space.M),
        _SUMMARY_LINES * metrics.lineSpacing() + Space.XS,
    )
    painter.drawText(box, int(Qt.TextFlag.TextWordWrap), fitted(summary, metrics, box))


def fitted(text: str, metrics: QFontMetrics, box: QRect) -> str:
    """As much of `text` as the box holds when it is wrapped."""
    flags = int(Qt.TextFlag.TextWordWrap)

    def fits(shown: str) -> bool:
        return metrics.boundingRect(box, flags, shown).height() <= box.height()

    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + "…") else (low, middle - 1)
    return text[:low].rstrip(" ,，;；、。.") + "…"
