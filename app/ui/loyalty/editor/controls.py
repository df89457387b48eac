"""The controls of the forms: each holds one value of the scheme's document, in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.amounts import plain_digits
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, Tone


class LineField(QLineEdit):
    """One line; Ctrl+Z is the editor's, which knows all the fields."""

    def __init__(self, *, right: bool = False, placeholder: str = "") -> None:
        super().__init__()
        self.setFont(fonts.font())
        self.setProperty("dense", True)
        self.setPlaceholderText(placeholder)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def event(self, event: QEvent) -> bool:
        """Leave the undo key to the screen's shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The undo key goes on to the screen."""
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)


def is_undo(event: QEvent) -> bool:
    """Whether a key event is the platform's undo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


class TextField(LineField):
    """A figure, a day or a short text, as it is typed; blank is nothing."""

    edited = Signal(object)

    def __init__(self, *, figure: bool = False, placeholder: str = "") -> None:
        super().__init__(right=figure, placeholder=placeholder)
        self._figure = figure
        self.textEdited.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show what stands in the document."""
        shown = "" if value is None else str(value)
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)

    def _tell(self, text: str) -> None:
        typed = plain_digits(text).rstrip("%") if self._figure else text.strip()
        whole = self._figure and typed.isascii() and typed.isdecimal() and len(typed) < 12
        self.edited.emit(int(typed) if whole else typed or None)


class AmountField(TextField):
    """An amount, a percentage or a factor: a decimal number, kept as text."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(figure=True, placeholder=placeholder)

    def _tell(self, text: str) -> None:
        self.edited.emit(plain_digits(text).rstrip("%") or None)


class ListField(LineField):
    """A few figures with commas between them."""

    edited = Signal(object)

    def __init__(self, *, whole: bool, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder)
        self._whole = whole
        self.textEdited.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show the figures."""
        self.setText(", ".join(str(each) for each in value or ()))

    def _tell(self, text: str) -> None:
        for sign in ("，", "、", ";", "；", " "):
            text = text.replace(sign, ",")
        parts = [plain_digits(part) for part in text.split(",") if part.strip()]
        whole = self._whole and all(part.isascii() and part.isdecimal() for part in parts)
        self.edited.emit(([int(p) for p in parts] if whole else parts) or None)


class PickField(DropDown):
    """One of several values; one that is not among them is shown as it is stored."""

    edited = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setProperty("dense", True)
        self._values = [value for value, _ in choices]
        self.addItems([words for _, words in choices])
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda at: self.edited.emit(self._values[at]))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the one chosen stays where it can."""
        held = self.value()
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([words for _, words in choices])
        self.setCurrentIndex(self._values.index(held) if held in self._values else 0)

    def value(self) -> Any:
        """The value chosen."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def show_value(self, value: Any) -> None:
        """Choose a value."""
        if value not in self._values:
            self._values.append(value)
            self.addItem("" if value is None else str(value))
        self.setCurrentIndex(self._values.index(value))


class TickField(CheckBox):
    """Yes or no; its words stand beside it."""

    edited = Signal(object)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(lambda on: self.edited.emit(bool(on)))

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class TogglesField(QWidget):
    """Any of a few values, all of them in sight."""

    edited = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._buttons: dict[Any, Button] = {}
        for value, words in choices:
            self._add(value, words)

    def show_value(self, value: Any) -> None:
        """Press those that hold; one that is no more can be taken away."""
        held = list(value or ())
        for each in held:
            if each not in self._buttons:
                self._add(each, str(each))
        for each, button in self._buttons.items():
            button.setChecked(each in held)

    def _add(self, value: Any, words: str) -> None:
        button = Button(words, height=Height.BACK_OFFICE)
        button.setCheckable(True)
        button.clicked.connect(self._tell)
        self._buttons[value] = button
        self._flow.addWidget(button)

    def _tell(self) -> None:
        held = [value for value, button in self._buttons.items() if button.isChecked()]
        self.edited.emit(held or None)


class NamesField(QWidget):
    """Names, each of which can be taken away, and a field that offers more."""

    edited = Signal(object)

    def __init__(self, known: Sequence[tuple[str, str]], add: str, remove: str) -> None:
        super().__init__()
        self._labels = dict(known)
        self._values = {words: value for value, words in known}
        self._remove = remove
        self._held: list[str] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.field = LineField(placeholder=add)
        completer(self.field, [words for _, words in known], self._take)
        self.field.returnPressed.connect(lambda: self._take(self.field.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        """The field is what is read out."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """Show these names."""
        self._held = [str(each) for each in value or ()]
        self._flow.clear()
        for name in self._held:
            words = self._labels.get(name, name)
            chip = Button(words, icon="x", kind=Kind.SECONDARY, height=Height.BACK_OFFICE)
            chip.setAccessibleName(f"{self._remove} {words}")
            chip.clicked.connect(lambda _=False, name=name: self._drop(name))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._held))

    def _take(self, words: str) -> None:
        name = self._values.get(words.strip(), words.strip())
        self.field.clear()
        if name and name not in self._held:
            self.show_value([*self._held, name])
            self.edited.emit(list(self._held))

    def _drop(self, name: str) -> None:
        self.show_value([each for each in self._held if each != name])
        self.field.setFocus()
        self.edited.emit(list(self._held) or None)


def completer(field: QLineEdit, offered: Sequence[str], take: Any) -> None:
    """Offer texts that contain what is typed; `take` gets the one that is chosen."""
    made = QCompleter(list(dict.fromkeys(offered)), field)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setMaxVisibleItems(8)
    view = QListView()
    view.setFont(fonts.font())
    view.setUniformItemSizes(True)
    made.setPopup(view)
    # Queued: the completer writes its text into the field after it has told.
    made.activated[str].connect(  # type: ignore[index]
        take, Qt.ConnectionType.QueuedConnection
    )
    field.setCompleter(made)


class WordsField(QWidget):
    """A text in the language shown, and on demand in the others."""

    edited = Signal(object)

    def __init__(self, language: str, names: Mapping[str, str], more: str) -> None:
        super().__init__()
        self._language = language
        self._held: Any = None
        self.field = LineField()
        self._fields = {language: self.field}
        self._others = QWidget()
        button = IconButton("languages", more)
        button.clicked.connect(lambda: self._others.setVisible(self._others.isHidden()))
        row = QHBoxLayout()
        row.setSpacing(Space.XXS)
        row.addWidget(self.field, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addLayout(row)
        column.addWidget(self._others)
        below = QVBoxLayout(self._others)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.XXS)
        for other, name in names.items():
            if other != language:
                below.addWidget(Label(name, size=fonts.CAPTION, tone=Tone.MUTED))
                self._fields[other] = LineField()
                self._fields[other].setAccessibleName(name)
                below.addWidget(self._fields[other])
        self._others.hide()
        for each, field in self._fields.items():
            field.textEdited.connect(lambda text, each=each: self._tell(each, text))
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        """The field is what is read out."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """Show the texts; what stands for every language, in the one shown."""
        self._held = value
        texts = {"any": value} if isinstance(value, str) else dict(value or {})
        fallback = next((text for text in texts.values() if text), "")
        for language, field in self._fields.items():
            own = texts.get(language, "")
            if language == self._language:
                own = own or texts.get("any", "")
            field.setPlaceholderText("" if own else str(fallback))
            if field.text() != own:
                field.setText(own)
                field.setCursorPosition(0)

    def _tell(self, language: str, text: str) -> None:
        """One text stands for every language until another is written."""
        held = self._held
        plain = held is None or held == {} or isinstance(held, str)
        if plain and language == self._language:
            made: Any = text
        else:
            texts = {self._language: held} if isinstance(held, str) else dict(held or {})
            if text:
                texts[language] = text
            else:
                texts.pop(language, None)
            made = texts
        self._held = made
        self.edited.emit(made)
