"""The Z reports there are: Up and Down, Enter shows one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.services.documents.report_told import z_number
from app.services.rules.day_report import ZReport
from app.services.rules.money import CURRENCIES, money
from app.ui import fonts
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState

_ROW = 52
_REPORT = Qt.ItemDataRole.UserRole
_TEXTS = Qt.ItemDataRole.UserRole + 1


class ReportsSheet(Sheet):
    """Every report by its number, with its day, its revenue and whether the count agreed."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=720)
        self._list = QListWidget()
        self._list.setItemDelegate(_Row(self._list))
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._empty = EmptyState("receipt", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        self.set_panel_size(720, 520)

    def ask(self, reports: tuple[ZReport, ...], close_key: str) -> None:
        """Open with the newest first."""
        self.set_title(self.tr("Z reports"))
        self._list.setAccessibleName(self.tr("Z reports"))
        self._empty.say(self.tr("No day was closed yet. Close one to see its report here."),
                        key=close_key)  # fmt: skip
        self._list.clear()
        for report in reports:
            item = QListWidgetItem()
            texts = self._texts(report)
            item.setData(_REPORT, report)
            item.setData(_TEXTS, texts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, texts)))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._stack.setCurrentWidget(self._list if reports else self._empty)
        self.open(self._list if reports else None)

    def _texts(self, report: ZReport) -> tuple[str, str, str, str]:
        currency = CURRENCIES[report.currency]
        over = report.over_short_minor
        if report.count is None:
            state = self.tr("not counted")
        elif over:
            word = self.tr("over {amount}") if over > 0 else self.tr("short {amount}")
            state = word.replace("{amount}", money(abs(over), currency))
        else:
            state = self.tr("agrees")
        day = f"{report.report.business_date:%Y-%m-%d}"
        return z_number(report), day, state, money(report.report.revenue_minor, currency)

    def _take(self, item: QListWidgetItem) -> None:
        report = item.data(_REPORT)
        self.close_sheet()
        self.chosen.emit(report)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the report under the cursor."""
        item = self._list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._take(item)
            event.accept()
            return
        super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """Number and day at the left, the count and the revenue at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(320, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        number, day, state, revenue = index.data(_TEXTS)
        t = tokens()
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            rounded(painter, box, Radius.CONTROL, fill=t.primary_soft)
            focus_ring(painter, box, Radius.CONTROL, t)
        inner = box.adjusted(Space.S, 0, -Space.S, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.font(fonts.CASHIER, strong=True))
        painter.setPen(QColor(t.text))
        painter.drawText(inner, left, number)
        painter.drawText(inner, right, revenue)
        painter.setFont(fonts.font())
        painter.setPen(QColor(t.text2))
        painter.drawText(inner.adjusted(132, 0, 0, 0), left, day)
        painter.drawText(inner.adjusted(0, 0, -170, 0), right, state)
        painter.restore()
