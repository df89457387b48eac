"""The one field of the till: scan, phone number, name, pinyin or product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.labels import KeyHint
from app.ui.widgets.panels import Icon

if TYPE_CHECKING:
    from app.ui.widgets.suggestions import Suggestion, SuggestionList


_ICON_ROOM: Final = 28


class Omnibox(QWidget):
    """48 pixels high; no input method, since pinyin is searched as it is typed."""

    edited = Signal(str)
    """The text after every change by hand."""
    submitted = Signal(str)
    """Enter without a list for this text."""
    chosen = Signal(object)
    """The `value` of the suggestion that Enter or a click took."""
    picture_pasted = Signal(object)
    """A picture that may have a code in it."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: SuggestionList | None = None
        self._listed_for: str | None = None
        self._passed_on = ""
        self._taking = False
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
        self._placeholder = ""
        self.setFocusProxy(self._edit)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """The accessible name, in the language shown."""
        self.setAccessibleName(name)
        self._edit.setAccessibleName(name)
        self._fit_hints()

    def set_placeholder(self, text: str) -> None:
        """What may be typed here; the field's name stands for it where there is no room."""
        self._placeholder = text
        self._fit_hints()

    def set_hints(self, hints: Sequence[str]) -> None:
        """The keys shown at the right end, "F2 Member" and so on."""
        for old in self._hint_widgets:
            self._hints.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._hint_widgets = [KeyHint(text) for text in hints]
        for hint in self._hint_widgets:
            self._hints.addWidget(hint)
        self._fit_hints()

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

    def has_focus(self) -> bool:
        """Whether typing goes here."""
        return self._edit.hasFocus()

    def type(self, event: QKeyEvent) -> None:
        """Take a character that was typed elsewhere, and those that follow."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._taking:
            # The field left it, and it came back by way of whoever gave it: nobody takes it.
            event.ignore()
            return
        self._taking = True
        try:
            QCoreApplication.sendEvent(self._edit, event)
        finally:
            self._taking = False

    def begin(self, text: str) -> None:
        """Go on from what was typed elsewhere, as if it had been typed here."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_text(text)
        self.edited.emit(self.text())

    def enter(self) -> None:
        """As Enter does: take the row that is marked, else what stands here."""
        if self.text():
            self._enter_text(self.text())

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
            from app.ui.widgets.suggestions import SuggestionList

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
            return self._pasted(event) or self._key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self.close_list()
        return super().eventFilter(watched, event)

    def _pasted(self, event: QKeyEvent) -> bool:
        """Whether a picture was pasted; it is scanned, not typed."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        from app.ui.picture_scan import pasted_picture

        image = pasted_picture()
        if image is not None:
            self.picture_pasted.emit(image)
        return image is not None

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow field keeps its words rather than its keys."""
        super().resizeEvent(event)
        self._fit_hints()

    def hideEvent(self, event: QEvent) -> None:
        """The list goes with the field."""
        self.close_list()

    def _fit_hints(self) -> None:
        words = QFontMetrics(self._edit.font()).horizontalAdvance(self._placeholder)
        keys = sum(hint.sizeHint().width() + Space.S for hint in self._hint_widgets)
        fixed = 2 * Space.M + _ICON_ROOM + Space.S
        fits = words + fixed <= self.width()
        self._edit.setPlaceholderText(self._placeholder if fits else self.accessibleName())
        for hint in self._hint_widgets:
            hint.setVisible(words + keys + fixed <= self.width())

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
        self._enter_text(text)
        return True

    def _enter_text(self, text: str) -> None:
        if self._listed_for == text and self._panel is not None and self._panel.current() >= 0:
            self._take(self._panel.current())
        else:
            self.close_list()
            self.submitted.emit(text)

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
