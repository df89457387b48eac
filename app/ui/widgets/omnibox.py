"""The one field of the till: scan, phone number, name, pinyin or product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.labels import KeyHint
from app.ui.widgets.panels import Icon

_ROW: Final = 52
_MOST_ROWS: Final = 8
_SHADOW: Final = 10
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
            face = fonts.font(size)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            line = QRect(left, box.top() + top, right - left, 24 if size > fonts.CAPTION else 18)
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, line.width()),
            )

    def _trailing(self, painter: QPainter, box: QRect, item: Suggestion, ink: str) -> int:
        """Draw what stands on the right; returns where the rest must end."""
        edge = box.right() - Space.M
        if not item.trailing:
            return edge
        face = fonts.font(fonts.BODY)
        width = min(QFontMetrics(face).horizontalAdvance(item.trailing), box.width() // 3)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(
            QRect(edge - width, box.top(), width + 1, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            item.trailing,
        )
        return edge - width - Space.S


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
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_SHADOW, 2, -_SHADOW, -_SHADOW)
        for spread in range(_SHADOW, 0, -2):
            rounded(
                painter,
                box.adjusted(-spread, 0, spread, spread),
                Radius.CARD + spread / 2,
                fill=colour(t.shadow, 9),
            )
        rounded(painter, box, Radius.CONTROL, fill=t.surface, border=t.divider)
        painter.end()


class Omnibox(QWidget):
    """48 pixels high; no input method, since pinyin is searched as it is typed."""

    edited = Signal(str)
    """The text after every change by hand."""
    submitted = Signal(str)
    """Enter without a list for this text."""
    chosen = Signal(object)
    """The `value` of the suggestion that Enter or a click took."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: SuggestionList | None = None
        self._listed_for: str | None = None
        self._passed_on = ""
        self.setFixedHeight(Height.CASHIER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.M, 0)
        row.setSpacing(Space.S)
        self._edit = QLineEdit()
        self._edit.setProperty("bare", True)
        self._edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._edit.setFont(fonts.font(fonts.CASHIER))
        self._edit.setMaxLength(120)
        self._edit.installEventFilter(self)
        self._edit.textEdited.connect(self._edited)
        row.addWidget(Icon("search"))
        row.addWidget(self._edit, 1)
        self._hints = row
        self._hint_widgets: list[KeyHint] = []
        self.setFocusProxy(self._edit)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """The accessible name, in the language shown."""
        self.setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def set_placeholder(self, text: str) -> None:
        """What may be typed here."""
        self._edit.setPlaceholderText(text)

    def set_hints(self, hints: Sequence[str]) -> None:
        """The keys shown at the right end, "F2 Member" and so on."""
        for old in self._hint_widgets:
            self._hints.removeWidget(old)
            old.deleteLater()
        self._hint_widgets = [KeyHint(text) for text in hints]
        for hint in self._hint_widgets:
            self._hints.addWidget(hint)

    def pass_on(self, signs: str) -> None:
        """Single characters ("*/+") that go to the screen while the field is empty."""
        self._passed_on = signs

    def text(self) -> str:
        """What stands in the field, without blanks around it."""
        return self._edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put `text` in the field, the list closed."""
        self.close_list()
        self._edit.setText(text)

    def clear(self) -> None:
        """Empty the field and close the list."""
        self.set_text("")

    def line_edit(self) -> QLineEdit:
        """The field itself, for tests and for the scanner's restoring."""
        return self._edit

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is listed now; empty while the list is closed."""
        panel = self._panel
        return panel.items() if panel is not None and panel.isVisible() else ()

    def suggest(self, for_text: str, items: Sequence[Suggestion]) -> None:
        """List `items`, found for `for_text`; a late answer to an older text is dropped."""
        if for_text != self.text():
            return
        if not items:
            self.close_list()
            return
        if self._panel is None:
            self._panel = SuggestionList(self.window())
            self._panel.chosen.connect(self._take)
        self._listed_for = for_text
        self._panel.show_under(self, items)

    def close_list(self) -> None:
        """Close the list under the field."""
        self._listed_for = None
        if self._panel is not None:
            self._panel.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys and focus."""
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self.close_list()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the box is a click in its field."""
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        t = tokens()
        painter = QPainter(self)
        focused = self._edit.hasFocus()
        rounded(
            painter,
            QRectF(self.rect()),
            Radius.CONTROL,
            fill=t.surface,
            border=t.focus if focused else t.border,
            width=2 if focused else 1,
        )
        painter.end()

    def hideEvent(self, event: QEvent) -> None:
        """The list goes with the field."""
        self.close_list()

    def _edited(self) -> None:
        if not self.text():
            self.close_list()
        self.edited.emit(self.text())

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list or the screen rather than the field."""
        key = event.key()
        listing = self._listed_for is not None
        if listing and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._panel is not None:
            self._panel.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event)
        if key == Qt.Key.Key_Escape and (listing or self.text()):
            if listing:
                self.close_list()
            else:
                self.clear()
                self.edited.emit("")
            return True
        return self._is_for_screen(event) and self._hand_up(event)

    def _enter(self, event: QKeyEvent) -> bool:
        text = self.text()
        if not text:
            return self._hand_up(event)
        if self._listed_for == text and self._panel is not None and self._panel.current() >= 0:
            self._take(self._panel.current())
        else:
            self.close_list()
            self.submitted.emit(text)
        return True

    def _is_for_screen(self, event: QKeyEvent) -> bool:
        """An empty field leaves its signs, Delete and Ctrl+Z to the screen."""
        if self._edit.text():
            return False
        typed = event.text()
        return (
            (bool(typed) and typed in self._passed_on)
            or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down)
            or (
                event.key() == Qt.Key.Key_Z
                and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            )
        )

    def _hand_up(self, event: QKeyEvent) -> bool:
        """Give the key to the widgets around the box, from the nearest outwards."""
        above = self.parentWidget()
        if above is not None:
            copy = QKeyEvent(
                event.type(),
                event.key(),
                event.modifiers(),
                event.text(),
                event.isAutoRepeat(),
                event.count(),
            )
            QCoreApplication.sendEvent(above, copy)
        return True

    def _take(self, row: int) -> None:
        if self._panel is None or not 0 <= row < len(self._panel.items()):
            return
        value = self._panel.items()[row].value
        self.clear()
        self.chosen.emit(value)
