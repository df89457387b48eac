"""The cart as the clerk and the member read it: name, how many, what it costs, what was saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import fonts
from app.ui.theme import Space, tokens

ROW: Final = 61
ROW_WHERE_LOW: Final = 44
"""Both lines of a row without the air around them."""
_TEXT: Final = 40
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CartRow:
    """One line in words. `was` is the price before discounts, "" where nothing was taken
    off; `warning` that more is sold than there is."""

    line_id: UUID
    name: str
    quantity: str
    total: str
    was: str = ""
    savings: str = ""
    warning: str = ""


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[CartRow, ...] = ()

    def show(self, rows: Sequence[CartRow]) -> None:
        self.beginResetModel()
        self.items = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name} {row.quantity} {row.total} {row.savings} {row.warning}".strip()
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, rows: _Rows) -> None:
        super().__init__()
        self._rows = rows
        self.row = ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens()
        row = self._rows.items[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(t.primary_soft))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(t.primary))
        rule = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(rule, QColor(t.divider))
        air = (self.row - 1 - _TEXT) // 2
        inner = box.adjusted(Space.M, air, -Space.M, -air)
        self._line_of_name(painter, row, inner)
        self._line_of_savings(painter, row, inner)
        painter.restore()

    def _line_of_name(self, painter: QPainter, row: CartRow, inner: QRectF) -> None:
        t = tokens()
        strong = fonts.font(fonts.CASHIER, strong=True)
        total_width = max(76.0, QFontMetricsF(strong).horizontalAdvance(row.total) + 4)
        body = fonts.font(fonts.CASHIER)
        count_width = max(56.0, QFontMetricsF(body).horizontalAdvance(row.quantity) + 8)
        top = QRectF(inner.left(), inner.top(), inner.width(), 22)
        _write(painter, top, row.total, strong, t.text, right=True)
        count = top.adjusted(0, 0, -total_width - 12, 0)
        _write(painter, count, row.quantity, body, t.text, right=True)
        name = count.adjusted(0, 0, -count_width, 0)
        _write(painter, name, row.name, body, t.text)

    def _line_of_savings(self, painter: QPainter, row: CartRow, inner: QRectF) -> None:
        if not (row.savings or row.was or row.warning):
            return
        t = tokens()
        low = QRectF(inner.left(), inner.top() + 22, inner.width(), 18)
        struck = fonts.font(fonts.CAPTION)
        struck.setStrikeOut(True)
        _write(painter, low, row.was, struck, t.text2, right=True)
        used = QFontMetricsF(struck).horizontalAdvance(row.was) + 12
        plain, room = fonts.font(fonts.CAPTION), low.adjusted(0, 0, -used, 0)
        if row.warning:
            _write(painter, room, row.warning, plain, t.warning)
            room.adjust(QFontMetricsF(plain).horizontalAdvance(row.warning) + 10, 0, 0, 0)
        _write(painter, room, row.savings, plain, t.text2)


class CartList(QListView):
    """The lines; the selected one is the one that keys act on."""

    selected = QtSignal(object)
    """The id of the line that was clicked or moved to."""
    opened = QtSignal()
    """A line was double-clicked: change its quantity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self._shown: tuple[CartRow, ...] | None = None
        self.setModel(self._rows)
        self._painter = _Painter(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def be_low(self, low: bool) -> None:
        """Stand closer in a low window: five lines are in sight all the same."""
        row = ROW_WHERE_LOW if low else ROW
        if row != self._painter.row:
            self._painter.row = row
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def show_rows(self, rows: Sequence[CartRow], current: UUID | None) -> None:
        """Show the lines, the current one in sight."""
        if tuple(rows) != self._shown:
            self._shown = tuple(rows)
            self._rows.show(rows)
        for at, row in enumerate(rows):
            if row.line_id == current:
                index = self._rows.index(at)
                self.setCurrentIndex(index)
                self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current line stays in sight when what is said of the member takes more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a line; everything else is the screen's."""
        moving = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if not moving:
            event.ignore()
            return
        super().keyPressEvent(event)
        self._clicked(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selected.emit(self._rows.items[index.row()].line_id)


def _write(
    painter: QPainter, box: QRectF, text: str, font: QFont, ink: str, *, right: bool = False
) -> None:
    if not text:
        return
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(box, flags, shown)
