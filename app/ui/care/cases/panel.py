"""The case in front: what happened, what was done, and what may be done next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui import fonts
from app.ui.care.in_front import InFront
from app.ui.care_words import (
    age_words,
    case_words,
    state_tone,
    state_words,
)
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider

if TYPE_CHECKING:
    from app.services.care_types import Case
    from app.services.staff import Person


class CasePanel(InFront):
    """Shows one case."""

    note_asked = Signal()
    solve_asked = Signal()
    reopen_asked = Signal()

    def __init__(self) -> None:
        super().__init__("message-circle")
        self._shown: Case | None = None
        self._title = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._state = Chip("")
        self._age = Label("", tone=Tone.MUTED, wrap=True)
        self._what = Label("", size=fonts.CASHIER, wrap=True)
        self.note = SecondaryButton("", icon="pencil", hint="1")
        self.solve = PrimaryButton("", icon="check", hint="2")
        self.reopen = SecondaryButton("", icon="rotate-ccw", hint="2")
        self._lay_out()
        self.note.clicked.connect(self.note_asked)
        self.solve.clicked.connect(self.solve_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.show_case(None, date.min, ())

    def _lay_out(self) -> None:
        column = self.column
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
        self.finish(self.reopen)

    def shown(self) -> Case | None:
        """What is shown."""
        return self._shown

    def show_case(self, case: Case | None, today: date, advisers: tuple[Person, ...]) -> None:
        """Show one, or what to do where none is chosen."""
        self._shown, self.today = case, today
        self.show_chosen(case is not None)
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
        self.adviser_row.setVisible(case.is_open)
        self.show_adviser(case.adviser_id, case.adviser, advisers)

    def retranslate(self) -> None:
        """Say everything again."""
        self.note.set_label(self.tr("Note…"))
        self.solve.set_label(self.tr("Solved…"))
        self.reopen.set_label(self.tr("Open again…"))
        self.say_shared()
        self.empty.say(self.tr("Choose a case in the list."))
