"""The list under the omnibox. Loaded with the first suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Radius, Space, Tokens, tokens
from app.ui.widgets.brush import colour, rounded

_ROW: Final = 52
_MOST_ROWS: Final = 8
_SHADOW: Final = 10
# Put together once: PySide takes a hundredth of a millisecond for each `|`.
_ON_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
ModelIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list under the omnibox; `value` comes back when it is chosen."""

    title: str
    detail: str = ""
    trailing: str = ""
    icon: str = "user"
    value: object = None


class _Suggestions(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Suggestion, ...] = ()

    def show(self, items: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return len(self.items)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (item.title, item.detail, item.trailing) if part)
        return None


class _SuggestionPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        t = tokens()
        model = index.model()
        assert isinstance(model, _Suggestions)
        item = model.items[index.row()]
        box: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(t.primary_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(t.primary))
        draw_icon(
            painter,
            item.icon,
            t.text2,
            QRectF(box.left() + Space.M, box.top() + (_ROW - 20) // 2, 20, 20),
        )
        right = self._trailing(painter, box, item, t.text2)
        left = box.left() + 52
        lines = (
            (item.title, fonts.CASHIER, t.text, 5 if item.detail else 14),
            (item.detail, fonts.CAPTION, t.text2, 28),
        )
        for text, size, ink, top in lines:
            face, metrics = _face(size)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            line = QRect(left, box.top() + top, right - left, 24 if size > fonts.CAPTION else 18)
            painter.drawText(
                line,
                _ON_ONE_LINE,
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width()),
            )

    def _trailing(self, painter: QPainter, box: QRect, item: Suggestion, ink: str) -> int:
        """Draw what stands on the right; returns where the rest must end."""
        edge = box.right() - Space.M
        if not item.trailing:
            return edge
        face, metrics = _face(fonts.BODY)
        width = min(metrics.horizontalAdvance(item.trailing), box.width() // 3)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(
            QRect(edge - width, box.top(), width + 1, box.height()),
            _ON_ONE_LINE,
            item.trailing,
        )
        return edge - width - Space.S


@cache
def _face(size: int) -> tuple[QFont, QFontMetrics]:
    face = fonts.font(size)
    return face, QFontMetrics(face)


class SuggestionList(QWidget):
    """The panel under the omnibox. A child of the window, so opening it costs no window."""

    chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._model = _Suggestions()
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_SuggestionPainter(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.hide()

    def items(self) -> tuple[Suggestion, ...]:
        """What is listed."""
        return self._model.items

    def current(self) -> int:
        """The marked row, -1 where none is."""
        return self._list.currentIndex().row()

    def move_by(self, step: int) -> None:
        """Mark the next or the previous row; past an end comes the other end."""
        count = len(self._model.items)
        if count:
            row = (self.current() + step) % count
            self._list.setCurrentIndex(self._model.index(row, 0))

    def show_under(self, anchor: QWidget, items: Sequence[Suggestion]) -> None:
        """List `items` under `anchor`, the first one marked."""
        self._model.show(items)
        rows = min(len(items), _MOST_ROWS)
        corner = anchor.mapTo(self.window(), QPoint(0, anchor.height() + 4))
        height = rows * _ROW + 2
        self.setGeometry(
            corner.x() - _SHADOW, corner.y() - 2, anchor.width() + 2 * _SHADOW, height + _SHADOW + 2
        )
        self._list.setGeometry(_SHADOW + 1, 3, anchor.width() - 2, rows * _ROW)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel and a soft shadow."""
        panel = _panel(self.width(), self.height(), self.devicePixelRatioF(), tokens())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, panel)
        painter.end()


@lru_cache(maxsize=2 * _MOST_ROWS)
def _panel(width: int, height: int, scale: float, t: Tokens) -> QPixmap:
    """The panel and its shadow at one size, drawn once: fading it takes a tenth of a frame."""
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    box = QRectF(0, 0, width, height).adjusted(_SHADOW, 2, -_SHADOW, -_SHADOW)
    for step in range(_SHADOW):
        ink = colour(t.shadow, 3 * (_SHADOW - step))
        left, right = round(box.left()) - step - 1, round(box.right()) + step
        bottom = round(box.bottom()) + step
        top = round(box.top()) + _SHADOW
        painter.fillRect(left, top, 1, bottom - top, ink)
        painter.fillRect(right, top, 1, bottom - top, ink)
        painter.fillRect(left + 1, bottom, right - left - 1, 1, ink)
    rounded(painter, box, Radius.CONTROL, fill=t.surface, border=t.divider)
    painter.end()
    return pixmap
