"""Staff, in the settings: who works here, what managers and clerks may, when the till locks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.services.staff import Person
from app.ui.settings.controls import ChoiceControl, Words
from app.ui.settings.limits_control import LimitsControl
from app.ui.settings.page import Page
from app.ui.settings.person_sheet import PersonSheet
from app.ui.staff_words import role_name
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import Avatar, Chip, Label, Tone
from app.ui.widgets.panels import Card

_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class StaffPage(Page):
    """People are kept in a sheet each; limits with Save; the lock follows at once."""

    icon = "user-check"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("StaffPage", "Staff")

    def build(self) -> None:
        """See `Page`."""
        self._people: tuple[Person, ...] = ()
        self.rows: list[Button] = []
        self._staff, self._may, self._lock = Card(" "), Card(" "), Card(" ")
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XXS)
        self.add = PrimaryButton("", icon="user-plus")
        self.left = CheckBox("")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.left)
        self._staff.body.addWidget(self._note)
        self._staff.body.addLayout(self._list)
        self._staff.body.addLayout(row)
        self.limits = LimitsControl(
            lambda: self.shell.language, lambda: self.host.presenter.settings.money
        )
        self._may_note = Label("", tone=Tone.MUTED, wrap=True)
        self._may.body.addWidget(self._may_note)
        self._may.body.addWidget(self.limits)
        self.form.add_bare("limits", self.limits)
        never: list[tuple[Any, Words]] = [(0, lambda: self.tr("Never"))]
        minutes = [(count, partial(self._minutes, count)) for count in _MINUTES]
        grid = FormGrid(2)
        self.till_form.add(
            grid, "lock_minutes", ChoiceControl([*never, *minutes]),
            lambda: self.tr("Lock this till when nobody touched it for"),
        )  # fmt: skip
        self.till_form.pad(grid)
        self._lock.body.addWidget(grid)
        for card in (self._staff, self._lock, self._may):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.add.clicked.connect(lambda: self.edit(None))
        self.left.toggled.connect(lambda _on: self._show_people())

    def stored_values(self) -> Mapping[str, Any]:
        """See `Page`."""
        return {"limits": self.shell.shop.desk.limits}

    def store(self) -> None:
        """See `Page`."""
        limits, staff = self.form.values()["limits"], self.shell.shop.staff

        def stored(_: object) -> None:
            self.settings_changed()
            self.shell.toast(self.tr("Saved"))

        self.shell.tasks.run(lambda: staff.set_limits(limits), stored, self.host.refuse)

    def activated(self) -> None:
        """Who works here by now."""
        self.shell.tasks.run(self.shell.shop.staff.list, self._listed)

    def edit(self, person: Person | None) -> None:
        """Add a person, or change one."""
        sheet = PersonSheet(self.shell, person)
        sheet.changed.connect(self.activated)
        sheet.changed.connect(lambda: self.host.tell_changed("staff"))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.name)

    def say(self) -> None:
        """See `Page`."""
        self._staff.set_title(self.tr("People"))
        self._may.set_title(self.tr("What they may do alone"))
        self._lock.set_title(self.tr("Lock"))
        self._note.setText(
            self.tr(
                "The till asks who is there once the owner has a PIN or a card. Ctrl+L locks it;"
                " one scan of a staff card changes who sells."
            ).replace("Ctrl+L", self.shell.keys.hint("lock"))
        )
        self._may_note.setText(
            self.tr(
                "The owner may everything. Over a limit, somebody who may approves it on the spot."
            )
        )
        self.add.set_label(self.tr("Add a person"))
        self.left.set_label(self.tr("Show who left"))
        self._show_people()

    def _minutes(self, count: int) -> str:
        return self.tr("{count} min").replace("{count}", str(count))

    def _listed(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self._show_people()

    def _show_people(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            layout = item.layout()
            while layout is not None and (inner := layout.takeAt(0)) is not None:
                widget = inner.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.rows = []
        for person in self._people:
            if person.active or self.left.isChecked():
                self._list.addLayout(self._row(person))
        self.left.setVisible(any(not person.active for person in self._people))

    def _row(self, person: Person) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Avatar(person.name, size=36))
        row.addWidget(Label(person.name, strong=True))
        row.addWidget(Label(role_name(person.role), tone=Tone.MUTED))
        marks = (
            (self.tr("PIN"), person.has_pin, Tone.SUCCESS),
            (self.tr("Card"), person.has_card, Tone.SUCCESS),
            (self.tr("Left"), not person.active, Tone.MUTED),
        )
        for words, shown, tone in marks:
            if shown:
                row.addWidget(Chip(words, tone=tone))
        row.addStretch(1)
        change = Button(self.tr("Change"), icon="pencil", kind=Kind.QUIET, height=32)
        change.setAccessibleName(self.tr("Change {name}").replace("{name}", person.name))
        change.clicked.connect(lambda: self.edit(person))
        row.addWidget(change)
        self.rows.append(change)
        return row
