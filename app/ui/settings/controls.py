"""The controls of the settings' forms: each holds one value, in and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.services.rules.money import BASIS_POINTS, parse_scaled, rate
from app.ui import fonts
from app.ui.theme import Height
from app.ui.widgets.amounts import plain_digits
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import MoneyEdit, Segmented

Words = Callable[[], str]
"""A text in the language shown, said anew after a change of language."""


class NoValue(Exception):
    """What stands in a control is no value of its setting; `reason` as in `FieldInvalid`."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


class Control:
    """What a form may do with one of its controls."""

    def value(self) -> Any:
        """What it holds. Raises NoValue where that is none."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Hold another value."""
        raise NotImplementedError

    def on_edit(self, slot: Callable[[], None]) -> None:
        """Call `slot` whenever a person changes the value."""
        raise NotImplementedError

    def say(self) -> None:
        """Its own words again, in the language now shown."""


class TextControl(QLineEdit, Control):
    """One line of text, without the blanks around it: so it is stored."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.font())

    def value(self) -> str:
        """The text."""
        return self.text().strip()

    def show_value(self, value: Any) -> None:
        """Show another text, from its beginning."""
        self.setText(str(value))
        self.setCursorPosition(0)

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.textEdited.connect(lambda _text: slot())


class AreaControl(QPlainTextEdit, Control):
    """A few lines of text; Tab goes on to the next field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setFont(fonts.font())
        self.setTabChangesFocus(True)
        self.setFixedHeight(18 + lines * (self.fontMetrics().lineSpacing() + 1))

    def value(self) -> str:
        """The text without the blanks around it."""
        return self.toPlainText().strip()

    def show_value(self, value: Any) -> None:
        """Show another text."""
        self.setPlainText(str(value))

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.textChanged.connect(slot)


class NumberControl(TextControl):
    """A whole number that is not negative, of so many digits at most."""

    def __init__(self, digits: int = 6) -> None:
        super().__init__()
        self._digits = digits
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int:  # type: ignore[override]
        """The number. Raises NoValue."""
        typed = plain_digits(self.text())
        if not (typed.isascii() and typed.isdigit()):
            raise NoValue("not_a_whole_number" if typed else "required", self.text())
        if len(typed) > self._digits:
            raise NoValue("out_of_range", self.text())
        return int(typed)


class PercentControl(TextControl):
    """A percentage, in and out as basis points."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int:  # type: ignore[override]
        """Basis points. Raises NoValue."""
        bp = parse_scaled(plain_digits(self.text()).rstrip("%"), 2, BASIS_POINTS)
        if bp is None or bp < 0:
            raise NoValue("not_a_percent", self.text())
        return bp

    def show_value(self, value: Any) -> None:
        """Show basis points as percent."""
        super().show_value(rate(int(value)))


class AmountControl(MoneyEdit, Control):
    """An amount, in and out as minor units."""

    def value(self) -> int:
        """Minor units. Raises NoValue."""
        minor = self.value_minor()
        if minor is None:
            raise NoValue("not_an_amount" if self.text() else "required", self.text())
        return minor

    def show_value(self, value: Any) -> None:
        """Show minor units."""
        self.set_value_minor(int(value))

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.changed_minor.connect(lambda _minor: slot())


class ChoiceControl(DropDown, Control):
    """One of several values; a stored one that is not among them is shown as it is."""

    def __init__(self, choices: Sequence[tuple[Any, Words]] = ()) -> None:
        super().__init__()
        self._choices = list(choices)
        self._shown: list[Any] = []
        self.say()

    def set_choices(self, choices: Sequence[tuple[Any, Words]]) -> None:
        """Offer other values; the one held stays."""
        held = self.value() if self._shown else None
        self._choices = list(choices)
        self.say()
        if held is not None:
            self.show_value(held)

    def value(self) -> Any:
        """The value chosen."""
        at = self.currentIndex()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def show_value(self, value: Any) -> None:
        """Choose a value."""
        if value not in self._shown:
            self._shown.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._shown.index(value))

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.activated.connect(lambda _at: slot())

    def say(self) -> None:
        """See `Control`."""
        held = self.value()
        self.blockSignals(True)
        self.clear()
        self._shown = [value for value, _ in self._choices]
        self.addItems([words() for _, words in self._choices])
        if held is not None:
            self.show_value(held)
        self.blockSignals(False)


class SegmentControl(Segmented, Control):
    """One of a few values, all of them in sight."""

    def __init__(self, choices: Sequence[tuple[Any, Words]]) -> None:
        self._choices = list(choices)
        super().__init__([words() for _, words in choices], name="")

    def value(self) -> Any:
        """The value chosen."""
        return self._choices[self.current()][0]

    def show_value(self, value: Any) -> None:
        """Choose a value; an unknown one is the first."""
        values = [known for known, _ in self._choices]
        self.blockSignals(True)
        self.choose(values.index(value) if value in values else 0)
        self.blockSignals(False)

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.changed.connect(lambda _at: slot())

    def say(self) -> None:
        """See `Control`."""
        self.set_choices([words() for _, words in self._choices])


class TickControl(CheckBox, Control):
    """Yes or no; the words stand beside it."""

    def __init__(self, words: Words) -> None:
        super().__init__("")
        self._says = words

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.clicked.connect(lambda _on: slot())

    def say(self) -> None:
        """See `Control`."""
        self.set_label(self._says())


class SearchControl(QLineEdit, Control):
    """One of very many values, found by any part of its name; Down shows the list."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason
        self._value_of: dict[str, str] = {}
        self._text_of: dict[str, str] = {}
        self._stored = ""
        self.setFont(fonts.font())

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (value, text) pairs."""
        held = self._value_of.get(self.text(), self.text())
        self._value_of = {text: value for value, text in choices}
        self._text_of = dict(choices)
        completer = QCompleter([text for _, text in choices], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        view = QListView()
        view.setFont(fonts.font())
        view.setUniformItemSizes(True)
        completer.setPopup(view)
        completer.activated.connect(lambda _text: self.textEdited.emit(self.text()))
        self.setCompleter(completer)
        self._show_text_of(held)

    def value(self) -> str:
        """The value. Raises NoValue where the text is none of them, nor what is stored."""
        typed = self.text().strip()
        if typed in self._value_of:
            return self._value_of[typed]
        if typed in self._text_of or not self._text_of or typed == self._stored:
            return typed
        raise NoValue(self._reason, typed)

    def show_value(self, value: Any) -> None:
        """Show a value by its text; one that is not offered is shown as it is stored."""
        self._stored = str(value)
        self._show_text_of(self._stored)

    def _show_text_of(self, value: str) -> None:
        self.setText(self._text_of.get(value, value))
        self.setCursorPosition(0)

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.textEdited.connect(lambda _text: slot())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the list."""
        super().mousePressEvent(event)
        self.selectAll()
        self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down shows the list."""
        if event.key() == Qt.Key.Key_Down:
            self._show_all()
            return
        super().keyPressEvent(event)

    def _show_all(self) -> None:
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()


def narrow(control: QWidget, width: int = 160) -> QWidget:
    """The control no wider than what stands in it needs."""
    control.setMaximumWidth(width)
    control.setMinimumHeight(Height.DEFAULT)
    return control
