"""A sheet of a few fields, for everything that care asks: a promise, a note, a measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.errors import FieldInvalid
from app.ui.shell import Shell
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormRow

_LINES_HEIGHT = 96


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked. `name` is that of the refusal it is told by.

    With `choices` (words, value) one of them is chosen; `tick` is yes or no; `lines` is a longer
    text.
    """

    name: str
    label: str
    value: Any = ""
    help_text: str = ""
    choices: tuple[tuple[str, Any], ...] = ()
    lines: bool = False
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a sheet asks; `work` is done with what was typed, away from the window."""

    title: str
    done: str
    fields: tuple[Field, ...]
    work: Callable[[Mapping[str, Any]], Any]
    then: Callable[[Any], None]
    who: str = ""


class FormSheet(AskSheet):
    """Enter in a line, or the button, answers; what is refused is said beside its field."""

    def __init__(self, shell: Shell, form: Form) -> None:
        super().__init__(shell.overlay_parent(), width=480)
        self._shell = shell
        self._form = form
        self.inputs: dict[str, QWidget] = {}
        self.rows: dict[str, FormRow] = {}
        for field in form.fields:
            self._add(field)
        self.finish_body()
        self.set_title(form.title, form.who)
        self.done.set_label(form.done)
        shell.keys.bind(self, "save", self.accept)

    def _add(self, field: Field) -> None:
        if field.tick:
            box = CheckBox(field.label)
            box.setChecked(bool(field.value))
            self.inputs[field.name] = box
            self.body.addWidget(box)
            return
        made = self._input(field)
        row = FormRow(field.label, made, help_text=field.help_text)
        self.inputs[field.name], self.rows[field.name] = made, row
        self.body.addWidget(row)

    def _input(self, field: Field) -> QWidget:
        if field.choices:
            chosen = DropDown()
            for words, value in field.choices:
                chosen.addItem(words, value)
            values = [value for _, value in field.choices]
            chosen.setCurrentIndex(values.index(field.value) if field.value in values else 0)
            chosen.setMinimumHeight(Height.DEFAULT)
            return chosen
        if field.lines:
            text = QPlainTextEdit(str(field.value))
            text.setTabChangesFocus(True)
            text.setFixedHeight(_LINES_HEIGHT)
            return text
        line = QLineEdit(str(field.value))
        line.setMinimumHeight(Height.DEFAULT)
        return line

    def values(self) -> dict[str, Any]:
        """What was typed and chosen."""
        found: dict[str, Any] = {}
        for field in self._form.fields:
            made = self.inputs[field.name]
            if isinstance(made, CheckBox):
                found[field.name] = made.isChecked()
            elif isinstance(made, DropDown):
                # By its place: Qt would give another type back.
                found[field.name] = field.choices[made.currentIndex()][1]
            elif isinstance(made, QPlainTextEdit):
                found[field.name] = made.toPlainText()
            elif isinstance(made, QLineEdit):
                found[field.name] = made.text()
        return found

    def accept(self) -> None:
        """Do it with what was typed."""
        for row in self.rows.values():
            row.show_error("")
        self.say_error("")
        values, form = self.values(), self._form

        def done(result: Any) -> None:
            self.close_sheet()
            self._shell.forget_error()
            form.then(result)

        self._shell.tasks.run(lambda: form.work(values), done, self.refuse)

    def refuse(self, error: Exception) -> None:
        """Say beside the field why not."""
        sentence = self._shell.sentence(error)
        row = self.rows.get(error.field) if isinstance(error, FieldInvalid) else None
        if row is None:
            self.say_error(sentence)
            return
        row.show_error(sentence)
        row.field.setFocus()


_LAST: WeakKeyDictionary[QWidget, FormSheet] = WeakKeyDictionary()
"""The sheet that was asked for last: it goes when the next one comes."""


def ask(shell: Shell, form: Form) -> FormSheet:
    """Open a sheet for it."""
    window = shell.overlay_parent()
    old = _LAST.pop(window, None)
    if old is not None:
        old.deleteLater()
    sheet = _LAST[window] = FormSheet(shell, form)
    first = next(iter(sheet.inputs.values()), None)
    sheet.open(first)
    return sheet
