"""One condition as a row: not, field, operator, value, and a cross to take it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.insight.segments import FIELDS, Kind
from app.services.segment_choices import SegmentChoices
from app.ui import fonts
from app.ui.insight.segments.not_button import NotButton
from app.ui.insight.segments.presenting.rows import (
    BOUGHT,
    EMPTY,
    FILLED,
    Line,
    changed_field,
    operators_of,
)
from app.ui.insight.segments.words import (
    GROUPS,
    choices_of,
    ever_at,
    ever_names,
    field_name,
    operator_name,
    problem_words,
    suggested,
    unit_name,
)
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.labels import Label, Tone

_LEAST = 100
_UNIT = 60
_VALUE, _GOODS = 56, 80
_ROUND_WORDS = 58
"""What a list needs round the words that it shows: the margins and the arrow."""
_FIGURE, _TEXT = 140, 360


class LineRow(QWidget):
    """Tells `changed` every other line it becomes; shows one it is given in place."""

    def __init__(
        self,
        line: Line,
        choices: SegmentChoices,
        language: str,
        changed: Callable[[Line], None],
        removed: Callable[[], None],
    ) -> None:
        super().__init__()
        self.line = line
        self._choices = choices
        self._language = language
        self._changed = changed
        self._shape: tuple[object, ...] = ()
        self.negation = NotButton()
        self.field, self.operator, self.pick = DropDown(), DropDown(), DropDown()
        self.value, self.days = QLineEdit(), QLineEdit()
        self.unit = Label("", tone=Tone.MUTED)
        self.cross = IconButton("x", self.tr("Take the condition away"))
        self._note = Label("", size=fonts.CAPTION, tone=Tone.DANGER)
        self._lay_out()
        self._fill_fields()
        self._fill()
        self.show_line(line, "")
        self._wire(removed)

    def _lay_out(self) -> None:
        for field in (self.field, self.operator, self.pick):
            field.setMinimumWidth(_LEAST)
        self.operator.setMinimumWidth(_LEAST + 16)
        self.field.setMaximumWidth(230)
        self.operator.setMaximumWidth(220)
        self.pick.setMaximumWidth(320)
        self.days.setFixedWidth(64)
        for edit in (self.value, self.days):
            edit.setFont(fonts.font())
        for each in (self.field, self.operator, self.pick, self.value, self.days):
            each.setProperty("dense", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        policy = self.negation.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # fields stand under each other
        self.negation.setSizePolicy(policy)
        row.addWidget(self.negation)
        for share, before in ((4, self.field), (4, self.operator), (6, self.pick)):
            row.addWidget(before, share)
        row.addWidget(self.value, 6)
        row.addWidget(self.days)
        row.addWidget(self.unit)
        row.addStretch(1)
        row.addWidget(self.cross)
        column.addLayout(row)
        column.addWidget(self._note)
        self._note.hide()

    def _fill_fields(self) -> None:
        for group in GROUPS:
            for name in group:
                self.field.addItem(field_name(name), name)
            if group is not GROUPS[-1]:
                self.field.insertSeparator(self.field.count())
        self.field.setMaxVisibleItems(18)

    def _fill(self) -> None:
        """What the line's field can be compared by and with. The field's own list stays, so that
        one can go on typing in it."""
        line = self.line
        self._shape = _shape(line)
        self.operator.clear()
        self.pick.clear()
        if line.field == BOUGHT:
            for at, words in enumerate(ever_names()):
                self.operator.addItem(words, at)
        else:
            for operator in operators_of(line):
                self.operator.addItem(operator_name(line, operator), operator)
        offered = () if line.operator == "contains" else self._offered()
        for value, words in offered:
            self.pick.addItem(words, value)
        needed = line.operator not in (EMPTY, FILLED)
        self.pick.setVisible(bool(offered) and needed)
        self.value.setVisible(not offered and needed)
        self.days.setVisible(line.field == BOUGHT and line.days is not None)
        self.negation.setVisible(line.field != BOUGHT)
        figures = line.field in FIELDS and FIELDS[line.field] in (Kind.NUMBER, Kind.MONEY)
        unit = unit_name(line) if line.field != BOUGHT or line.days is not None else ""
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self._offer_texts(figures)
        self._name()

    def _offered(self) -> tuple[tuple[str, str], ...]:
        known = choices_of(self.line.field, self._choices, self._language)
        value = self.line.value
        if known and value and value not in [each for each, _ in known]:
            return ((value, value), *known)  # gone from the shop since
        return known

    def _offer_texts(self, figures: bool) -> None:
        words = suggested(self.line.field, self._choices)
        completer = QCompleter(list(words), self.value) if words else None
        if completer is not None:
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(lambda text: self._typed(str(text)))
        self.value.setCompleter(completer)  # type: ignore[arg-type]
        self.value.setMaximumWidth(_FIGURE if figures else _TEXT)
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        self.value.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        bought = self.line.field == BOUGHT
        # What was bought has a name; its unit is short.
        self.value.setMinimumWidth(_GOODS if bought else _VALUE)
        self.unit.setMinimumWidth(_UNIT - (_GOODS - _VALUE) if bought else _UNIT)
        self.value.setPlaceholderText(self.tr("Product, barcode or category") if bought else "")

    def _name(self) -> None:
        what = field_name(self.line.field)
        self.negation.setAccessibleName(self.tr("Not {field}").replace("{field}", what))
        self.field.setAccessibleName(self.tr("Field"))
        self.operator.setAccessibleName(self.tr("How {field} is compared").replace("{field}", what))
        for each in (self.pick, self.value):
            each.setAccessibleName(self.tr("Value of {field}").replace("{field}", what))
        self.days.setAccessibleName(self.tr("Days of {field}").replace("{field}", what))
        self.cross.set_name(self.tr("Take away the condition {field}").replace("{field}", what))

    def _wire(self, removed: Callable[[], None]) -> None:
        self.field.activated.connect(lambda _at: self._choose_field())
        self.operator.activated.connect(lambda _at: self._choose_operator())
        self.pick.activated.connect(lambda _at: self._typed(str(self.pick.currentData())))
        self.value.textEdited.connect(self._typed)
        self.days.textEdited.connect(lambda text: self._change(replace(self.line, days=text)))
        self.negation.clicked.connect(
            lambda: self._change(replace(self.line, negated=self.negation.isChecked()))
        )
        self.cross.clicked.connect(removed)

    # --- what is shown ----------------------------------------------------------------

    def show_line(self, line: Line, problem: str) -> None:
        """Show a line, and why it is no condition yet."""
        self.line = line
        if _shape(line) != self._shape:
            self._fill()
        self.negation.show_state(negated=line.negated)
        self.field.setCurrentIndex(self.field.findData(line.field))
        whole = self.field.fontMetrics().horizontalAdvance(self.field.currentText()) + _ROUND_WORDS
        self.field.setMinimumWidth(max(_LEAST, min(whole, _LEAST + 16)))
        wanted = ever_at(line) if line.field == BOUGHT else line.operator
        self.operator.setCurrentIndex(self.operator.findData(wanted))
        if not self.pick.isHidden():
            self.pick.setCurrentIndex(self.pick.findData(line.value))
        if self.value.text().strip() != line.value.strip():
            self.value.setText(line.value)
        if self.days.text().strip() != (line.days or "").strip():
            self.days.setText(line.days or "")
        self._note.setText(problem_words(problem) if problem else "")
        # What was never touched is not blamed: the count says what is missing.
        self._note.setVisible(problem not in ("", "missing"))

    # --- what is chosen ---------------------------------------------------------------

    def _change(self, line: Line) -> None:
        if line != self.line:
            self.line = line
            self._changed(line)

    def _typed(self, text: str) -> None:
        self._change(replace(self.line, value=text))

    def _choose_field(self) -> None:
        field = str(self.field.currentData())
        if field == self.line.field:
            return
        first = choices_of(field, self._choices, self._language)
        self._change(changed_field(self.line, field, first[0][0] if first else ""))

    def _choose_operator(self) -> None:
        chosen = self.operator.currentData()
        if self.line.field != BOUGHT:
            self._change(replace(self.line, operator=str(chosen)))
            return
        days = (self.line.days or "30") if chosen >= 2 else None
        self._change(replace(self.line, days=days, negated=bool(chosen % 2)))


def _shape(line: Line) -> tuple[object, ...]:
    texts = line.operator in (EMPTY, FILLED), line.operator == "contains"
    return line.field, texts, line.days is None
