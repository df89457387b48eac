"""A form: controls by the name of the setting each of them holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from app.errors import FieldInvalid
from app.ui.settings.controls import Control, NoValue, Words
from app.ui.widgets.fields import FormGrid, FormRow


@dataclass(frozen=True, slots=True)
class _Bound:
    name: str
    control: Control
    row: FormRow | None
    label: Words
    help: Words


class Form(QObject):
    """What a page shows, what was changed by hand, and where a refusal belongs."""

    edited = Signal()
    by_hand = Signal(str)
    """A person changed the control of this setting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bound: dict[str, _Bound] = {}
        self._baseline: dict[str, Any] = {}
        self._filling = False

    def add(
        self,
        grid: FormGrid,
        name: str,
        control: Control,
        label: Words,
        *,
        help_text: Words = lambda: "",
        span: int = 1,
    ) -> FormRow:
        """Put a control for the setting `name` into `grid`, below its label."""
        assert isinstance(control, QWidget)
        row = grid.add("", control, span=span)
        self._bind(_Bound(name, control, row, label, help_text))
        return row

    def add_bare(self, name: str, control: Control, label: Words = lambda: "") -> None:
        """Hold a control that is laid out by the page and says its own words."""
        self._bind(_Bound(name, control, None, label, lambda: ""))

    def pad(self, grid: FormGrid) -> None:
        """Leave the next place of `grid` empty, so that its columns stay equal."""
        grid.add("", QWidget())

    def _bind(self, bound: _Bound) -> None:
        self._bound[bound.name] = bound
        bound.control.on_edit(lambda: self._edited(bound))
        for field in _typed_into(bound.control):
            field.installEventFilter(self)

    # -- values ----------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The settings that have a control here."""
        return tuple(self._bound)

    def control(self, name: str) -> Control:
        """The control of a setting."""
        return self._bound[name].control

    def row(self, name: str) -> FormRow | None:
        """The labelled row of a setting, None where the page laid it out."""
        return self._bound[name].row

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show what is stored; the form is then unchanged."""
        self._filling = True
        for name, bound in self._bound.items():
            bound.control.show_value(values[name])
        self._filling = False
        self._baseline = {name: values[name] for name in self._bound}
        self.clear_errors()
        self.edited.emit()

    def follow(self, values: Mapping[str, Any]) -> None:
        """Show what is stored by now, except where a person has begun something else.

        What was just saved is shown anew, so that Ctrl+Z is the toast's from then on.
        """
        begun = {name for name in self._bound if self._is_begun(name)}
        self._baseline = {name: values[name] for name in self._bound}
        self._filling = True
        for name, bound in self._bound.items():
            if name not in begun or not self._is_begun(name):
                bound.control.show_value(values[name])
        self._filling = False
        self.edited.emit()

    def _is_begun(self, name: str) -> bool:
        try:
            return bool(self._bound[name].control.value() != self._baseline.get(name))
        except NoValue:
            return True

    def values(self) -> dict[str, Any]:
        """Every value. Raises FieldInvalid for the first control that holds none."""
        return {name: self._read(bound) for name, bound in self._bound.items()}

    def readable(self) -> dict[str, Any]:
        """The values that can be read now, the stored ones in the place of the others."""
        found: dict[str, Any] = {}
        for name, bound in self._bound.items():
            try:
                found[name] = bound.control.value()
            except NoValue:
                found[name] = self._baseline.get(name)
        return found

    def is_changed(self) -> bool:
        """Whether a person changed anything."""
        return bool(self._baseline) and any(self._is_begun(name) for name in self._bound)

    def _read(self, bound: _Bound) -> Any:
        try:
            return bound.control.value()
        except NoValue as error:
            raise FieldInvalid(bound.name, error.reason, error.text) from None

    def _edited(self, bound: _Bound) -> None:
        if self._filling:
            return
        if bound.row is not None:
            bound.row.show_error("")
        self.edited.emit()
        self.by_hand.emit(bound.name)

    # -- refusals --------------------------------------------------------------------

    def refuse(self, name: str, sentence: str) -> bool:
        """Say under the control what is wrong, and go there; False where it is not here."""
        bound = self._bound.get(name)
        if bound is None or bound.row is None or not isinstance(bound.control, QWidget):
            return False
        bound.row.show_error(sentence)
        bound.control.setFocus(Qt.FocusReason.OtherFocusReason)
        area: QWidget | None = bound.row
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(bound.row)
        return True

    def clear_errors(self) -> None:
        """Nothing is wrong."""
        for bound in self._bound.values():
            if bound.row is not None:
                bound.row.show_error("")

    # -- words and keys ----------------------------------------------------------------

    def say(self) -> None:
        """Labels and choices again, in the language now shown."""
        self._filling = True
        for bound in self._bound.values():
            bound.control.say()
            if bound.row is not None:
                self.say_row(bound.name)
            elif isinstance(bound.control, QWidget) and bound.label():
                bound.control.setAccessibleName(bound.label())
        self._filling = False

    def say_row(self, name: str) -> None:
        """The label and the help of one row; the help may tell of the value typed."""
        bound = self._bound[name]
        if bound.row is not None:
            bound.row.set_label(bound.label(), bound.help())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a field that has nothing to take back is the toast's."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not _can_undo(watched)
        ):
            event.ignore()
            return True
        return False


def _typed_into(control: object) -> list[QWidget]:
    if isinstance(control, QLineEdit | QPlainTextEdit):
        return [control]
    return list(control.findChildren(QLineEdit)) if isinstance(control, QWidget) else []


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable()
    return True
