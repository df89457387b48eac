"""The case in front: what happened, what was done, and what may be done next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.care_words import (
    age_words,
    case_words,
    moment_words,
    state_tone,
    state_words,
    step_words,
)
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, EmptyState, Surface
from app.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from app.services.care_types import Case, CaseEntry
    from app.services.staff import Person


class CasePanel(Surface):
    """Shows one case."""

    note_asked = Signal()
    solve_asked = Signal()
    reopen_asked = Signal()
    member_asked = Signal()
    give_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Case | None = None
        self._today = date.min
        self._title = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._state = Chip("")
        self.member = SecondaryButton("", icon="user", hint="Enter", height=Height.BACK_OFFICE)
        self._age = Label("", tone=Tone.MUTED, wrap=True)
        self._what = Label("", size=fonts.CASHIER, wrap=True)
        self.note = SecondaryButton("", icon="pencil", hint="1")
        self.solve = PrimaryButton("", icon="check", hint="2")
        self.reopen = SecondaryButton("", icon="rotate-ccw", hint="2")
        self.adviser = DropDown()
        self._adviser_row = FormRow("", self.adviser)
        self._past_title = Label("", size=fonts.CAPTION, strong=True, tone=Tone.MUTED)
        self._past = QVBoxLayout()
        self._empty = EmptyState("message-circle", "")
        self._lay_out()
        self.note.clicked.connect(self.note_asked)
        self.solve.clicked.connect(self.solve_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.member.clicked.connect(self.member_asked)
        self.adviser.activated.connect(lambda at: self.give_asked.emit(self.adviser.itemData(at)))
        self.show_case(None, date.min, ())

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        who = QHBoxLayout()
        who.addWidget(self._age, 1)
        who.addWidget(self.member)
        column.addLayout(who)
        column.addWidget(Divider())
        column.addWidget(self._what)
        acts = QHBoxLayout()
        acts.setSpacing(Space.XS)
        for button in (self.note, self.solve, self.reopen):
            acts.addWidget(button, 1)
        column.addLayout(acts)
        column.addWidget(self._adviser_row)
        column.addWidget(Divider())
        column.addWidget(self._past_title)
        self._past.setSpacing(Space.XS)
        column.addLayout(self._past)
        column.addStretch(1)
        self._area = ScrollArea(body)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._empty, 1)

    def shown(self) -> Case | None:
        """What is shown."""
        return self._shown

    def show_case(self, case: Case | None, today: date, advisers: tuple[Person, ...]) -> None:
        """Show one, or what to do where none is chosen."""
        self._shown, self._today = case, today
        self._area.setVisible(case is not None)
        self._empty.setVisible(case is None)
        if case is None:
            return
        self._title.setText(f"{case.number} · {case.member.called}" if case.member else
                            str(case.number))  # fmt: skip
        self._state.set_text(state_words(case))
        self._state.set_tone(state_tone(case))
        self.member.setVisible(case.member is not None)
        self._age.setText(age_words(case))
        self._what.setText(case_words(case))
        self.solve.setVisible(case.is_open)
        self.reopen.setVisible(not case.is_open)
        self._adviser_row.setVisible(case.is_open)
        self.adviser.clear()
        self.adviser.addItem(self.tr("Nobody in particular"), None)
        for person in advisers:
            self.adviser.addItem(person.name, person.staff_id)
        at = self.adviser.findData(case.adviser_id)
        if at < 0:
            self.adviser.addItem(case.adviser, case.adviser_id)
            at = self.adviser.count() - 1
        self.adviser.setCurrentIndex(at)

    def show_history(self, past: tuple[CaseEntry, ...]) -> None:
        """What was done, newest first."""
        while (item := self._past.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden first: it would stand over the new ones until it is gone.
                widget.hide()
                widget.deleteLater()
        for entry in reversed(past):
            when = moment_words(entry.at, self._today)
            parts = [when, step_words(entry.kind), entry.by]
            if entry.kind == "given" and entry.adviser:
                parts.append(f"→ {entry.adviser}")
            words = " · ".join(parts)
            self._past.addWidget(ElidedLabel(words, size=fonts.CAPTION, tone=Tone.MUTED))
            if entry.note:
                self._past.addWidget(Label(entry.note, wrap=True))

    def retranslate(self) -> None:
        """Say everything again."""
        self.note.set_label(self.tr("Note…"))
        self.solve.set_label(self.tr("Solved…"))
        self.reopen.set_label(self.tr("Open again…"))
        self.member.set_label(self.tr("Page"))
        self.member.setAccessibleName(self.tr("Open the member's page"))
        self._adviser_row.set_label(self.tr("Given to"))
        self._past_title.setText(self.tr("What was done"))
        self._empty.say(self.tr("Choose a case in the list."))
