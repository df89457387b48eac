"""A list of pages at the left: Up and Down show the page, Enter goes into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
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
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded

NAV_WIDTH = 216
_ROW = 44
_ICON_ROLE = Qt.ItemDataRole.UserRole
_CHANGED_ROLE = Qt.ItemDataRole.UserRole + 1


class PageList(QListWidget):
    """The pages by name; one with unsaved changes has a dot."""

    shown = Signal(int)
    entered_page = Signal()

    def __init__(self, icons: Sequence[str], *, width: int = NAV_WIDTH, row: int = _ROW) -> None:
        super().__init__()
        self.row_height = row
        self.setFixedWidth(width)
        self.setFont(fonts.font())
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Row(self))
        self.setViewportMargins(Space.S, Space.M, Space.S, Space.M)
        for icon in icons:
            item = QListWidgetItem("")
            item.setData(_ICON_ROLE, icon)
            self.addItem(item)
        self._titles = [""] * len(icons)
        self._mark = ""
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self.shown)
        self.itemClicked.connect(lambda _item: self.entered_page.emit())

    def set_width(self, width: int) -> None:
        """Take another width."""
        self.setFixedWidth(width)
        self.scheduleDelayedItemsLayout()

    def say(self, name: str, titles: Sequence[str], unsaved: str) -> None:
        """The pages' titles, and what is read out for one with unsaved changes."""
        self.setAccessibleName(name)
        self._titles = list(titles)
        self._mark = unsaved
        for at in range(self.count()):
            self.mark(at, bool(self.item(at).data(_CHANGED_ROLE)))

    def mark(self, at: int, changed: bool) -> None:
        """Show whether a page has unsaved changes."""
        item = self.item(at)
        item.setData(_CHANGED_ROLE, changed)
        item.setText(self._titles[at])
        spoken = f"{self._titles[at]} ({self._mark})" if changed else self._titles[at]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go into the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered_page.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters jump to nothing: a scanner types them too."""


class _Row(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        owner = option.widget
        assert isinstance(owner, PageList)
        return QSize(owner.viewport().width(), owner.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = tokens()
        state: QStyle.StateFlag = option.state
        rect = option.rect
        widget: QWidget = option.widget
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(0, 2, 0, -2)
        painter.save()
        if chosen and widget.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        if chosen:
            rounded(painter, box, Radius.CONTROL, fill=t.primary_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, Radius.CONTROL, fill=t.hover)
        ink = t.primary if chosen else t.text
        middle = rect.center().y() + 1
        draw_icon(
            painter,
            str(index.data(_ICON_ROLE)),
            t.primary if chosen else t.text2,
            QRectF(rect.left() + Space.S, middle - 9, 18, 18),
        )
        painter.setFont(fonts.font(strong=chosen))
        painter.setPen(QColor(ink))
        room = rect.adjusted(Space.S + 18 + Space.S, 0, -Space.L, 0)
        shown = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if index.data(_CHANGED_ROLE):
            rounded(painter, QRectF(rect.right() - Space.M, middle - 4, 8, 8), 4, fill=t.warning)
        painter.restore()
