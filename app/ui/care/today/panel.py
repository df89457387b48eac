"""The follow-up in front: whom it is about, what was done, and a key for each outcome."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from app.services.rules.care.follow_ups import Outcome
from app.services.rules.phones import masked
from app.ui import fonts
from app.ui.care.in_front import InFront
from app.ui.care_words import day_words, due_tone, inside, why_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, SecondaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Avatar, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider

if TYPE_CHECKING:
    from app.services.care_types import FollowUp
    from app.services.staff import Person

OUTCOMES: Final = (
    (Outcome.DONE, str(QT_TRANSLATE_NOOP("FollowUpPanel", "Done")), "check"),
    (Outcome.NO_ANSWER, str(QT_TRANSLATE_NOOP("FollowUpPanel", "No answer")), "phone"),
    (Outcome.LATER, str(QT_TRANSLATE_NOOP("FollowUpPanel", "Later…")), "clock"),
    (Outcome.NOT_NEEDED, str(QT_TRANSLATE_NOOP("FollowUpPanel", "Not needed")), "ban"),
)
"""In the order of their keys, 1 to 4."""


class _Note(QLineEdit):
    """Enter and Esc go back to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return
        super().keyPressEvent(event)


class FollowUpPanel(InFront):
    """Shows one follow-up."""

    outcome_asked = Signal(object)
    phone_asked = Signal()
    undo_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("heart")
        self._shown: FollowUp | None = None
        self.avatar = Avatar("", size=40)
        self._name = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._about = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        self._what = Label("", size=fonts.CASHIER, wrap=True)
        self._why = Label("", tone=Tone.MUTED, wrap=True)
        self._phone = Label("", size=fonts.CASHIER, strong=True)
        self.reveal = SecondaryButton("", icon="eye", height=Height.BACK_OFFICE)
        self.note = _Note()
        self._note_row = FormRow("", self.note)
        self.buttons = {
            outcome: Button(
                "",
                kind=Kind.PRIMARY if outcome is Outcome.DONE else Kind.SECONDARY,
                icon=icon,
                hint=str(at),
            )
            for at, (outcome, _, icon) in enumerate(OUTCOMES, 1)
        }
        self.undo = SecondaryButton("", icon="undo-2")
        self._lay_out()
        for outcome, button in self.buttons.items():
            button.clicked.connect(lambda _=False, each=outcome: self.outcome_asked.emit(each))
        self.reveal.clicked.connect(self.phone_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.note.left.connect(self.left)
        self.show_follow_up(None, date.min, ())

    def _lay_out(self) -> None:
        column = self.column
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        head.addWidget(self.member)
        column.addLayout(head)
        call = QHBoxLayout()
        call.addWidget(self._phone, 1)
        call.addWidget(self.reveal)
        column.addLayout(call)
        column.addWidget(Divider())
        column.addWidget(self._what)
        column.addWidget(self._why)
        column.addWidget(self._note_row)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        for at, button in enumerate(self.buttons.values()):
            grid.addWidget(button, at // 2, at % 2)
        column.addLayout(grid)
        column.addWidget(self.undo)
        self.finish(self.undo)

    def shown(self) -> FollowUp | None:
        """What is shown."""
        return self._shown

    def show_follow_up(
        self, follow_up: FollowUp | None, today: date, advisers: tuple[Person, ...]
    ) -> None:
        """Show one, or what to do where none is chosen."""
        same = (
            self._shown is not None
            and follow_up is not None
            and self._shown.follow_up_id == follow_up.follow_up_id
        )
        self._shown, self.today = follow_up, today
        self.show_chosen(follow_up is not None)
        if follow_up is None:
            return
        if not same:
            self.note.clear()
        member = follow_up.member
        self.avatar.set_name(member.called)
        self._name.setText(member.called)
        self._about.setText(member.number)
        self._phone.setText(masked(member.phone) or self.tr("No phone"))
        self.reveal.setVisible(bool(member.phone))
        self._what.setText(follow_up.what)
        self._say_why(follow_up)
        self.show_adviser(follow_up.adviser_id, follow_up.adviser, advisers)
        for button in self.buttons.values():
            button.setVisible(follow_up.is_open)
        self._note_row.setVisible(follow_up.is_open)
        self.adviser_row.setVisible(follow_up.is_open)
        self.undo.setVisible(not follow_up.is_open and follow_up.last != "undone")

    def _say_why(self, follow_up: FollowUp) -> None:
        parts = [why_words(follow_up, self.today)]
        if follow_up.due_on is not None:
            due = inside(day_words(follow_up.due_on, self.today))
            parts.append(self.tr("due {day}").replace("{day}", due))
        self._why.setText(" · ".join(parts))
        self._why.set_tone(
            Tone.DANGER if due_tone(follow_up.due_on, self.today) is Tone.DANGER else Tone.MUTED
        )

    def show_phone(self, phone: str) -> None:
        """The whole number."""
        self._phone.setText(phone)
        self.reveal.hide()

    def retranslate(self) -> None:
        """Say everything again."""
        for outcome, label, _ in OUTCOMES:
            self.buttons[outcome].set_label(QCoreApplication.translate("FollowUpPanel", label))
        self.reveal.set_label(self.tr("Show"))
        self.undo.set_label(self.tr("Take back"))
        self._note_row.set_label(self.tr("Note (may be left out)"))
        self.say_shared()
        self.empty.say(self.tr("Choose a follow-up in the list."))
