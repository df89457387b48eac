"""What the panels of one case and of one follow-up share: who has it, and what was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.care_words import moment_words, step_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, EmptyState, Surface
from app.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from app.services.care_types import CaseEntry, FollowUpEntry
    from app.services.staff import Person


class InFront(Surface):
    """The one chosen in a list. A subclass fills `column`, then calls `finish`."""

    member_asked = Signal()
    give_asked = Signal(object)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.today = date.min
        self._told: tuple[CaseEntry | FollowUpEntry, ...] = ()
        self.member = SecondaryButton("", icon="user", hint="Enter", height=Height.BACK_OFFICE)
        self.adviser = DropDown()
        self.adviser_row = FormRow("", self.adviser)
        self.empty = EmptyState(icon, "")
        self._past_title = Label("", size=fonts.CAPTION, strong=True, tone=Tone.MUTED)
        self._past = QVBoxLayout()
        self._past.setSpacing(Space.XS)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.column.setSpacing(Space.S)
        self._area = ScrollArea(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addWidget(self.empty, 1)
        self.member.clicked.connect(self.member_asked)
        self.adviser.activated.connect(lambda at: self.give_asked.emit(self.adviser.itemData(at)))

    def finish(self, last: QWidget) -> None:
        """Who has it, and what was done, below everything else, whose end `last` is."""
        self.column.addWidget(self.adviser_row)
        self.column.addWidget(Divider())
        self.column.addWidget(self._past_title)
        self.column.addLayout(self._past)
        self.column.addStretch(1)
        QWidget.setTabOrder(last, self.adviser)

    def show_chosen(self, chosen: bool) -> None:
        """Show what is chosen, or what to do where nothing is."""
        self._area.setVisible(chosen)
        self.empty.setVisible(not chosen)

    def show_adviser(self, adviser_id: UUID | None, name: str, advisers: Iterable[Person]) -> None:
        """Whose it is; somebody who is not offered any more is still told."""
        self.adviser.clear()
        self.adviser.addItem(self.tr("Nobody in particular"), None)
        for person in advisers:
            self.adviser.addItem(person.name, person.staff_id)
        at = self.adviser.findData(adviser_id)
        if at < 0:
            self.adviser.addItem(name, adviser_id)
            at = self.adviser.count() - 1
        self.adviser.setCurrentIndex(at)

    def show_history(self, past: tuple[CaseEntry | FollowUpEntry, ...]) -> None:
        """What was done, newest first."""
        self._told = past
        while (item := self._past.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden first: it would stand over the new ones until it is gone.
                widget.hide()
                widget.deleteLater()
        for entry in reversed(past):
            parts = [moment_words(entry.at, self.today), step_words(entry.kind), entry.by]
            if entry.kind == "given" and entry.adviser:
                parts.append(f"→ {entry.adviser}")
            words = " · ".join(parts)
            self._past.addWidget(ElidedLabel(words, size=fonts.CAPTION, tone=Tone.MUTED))
            if entry.note:
                self._past.addWidget(Label(entry.note, wrap=True))

    def say_shared(self) -> None:
        """Say what is shared again, in another language."""
        self.member.set_label(self.tr("Page"))
        self.member.setAccessibleName(self.tr("Open the member's page"))
        self.adviser_row.set_label(self.tr("Given to"))
        self._past_title.setText(self.tr("What was done"))
        self.show_history(self._told)
