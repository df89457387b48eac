"""One person at the till: name, role, PIN, card, and whether they still work here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import FieldInvalid
from app.services.rules.powers import Role
from app.services.staff import Person
from app.ui import fonts
from app.ui.shell import Shell
from app.ui.staff_words import role_name
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.fields import FormGrid, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

ROLES = (Role.CLERK, Role.MANAGER, Role.OWNER)


class PersonSheet(Sheet):
    """Adds a person, or changes one."""

    changed = Signal()

    def __init__(self, shell: Shell, person: Person | None) -> None:
        title = person.name if person is not None else self.tr("Add a person")
        super().__init__(shell.overlay_parent(), title=title, width=560)
        self._shell = shell
        self._person = person
        self.name, self.pin = QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.name, self.pin):
            field.setFont(fonts.font())
        self.role = Segmented([role_name(role) for role in ROLES], name=self.tr("Role"))
        grid = FormGrid(1)
        self._rows = {
            "name": grid.add(self.tr("Name"), self.name),
            "role": grid.add(self.tr("Role"), self.role),
            "pin": grid.add(self.tr("PIN"), self.pin),
        }
        held = person is not None and person.has_pin
        self._rows["pin"].set_label(
            self.tr("PIN"),
            self.tr("Empty keeps the PIN. 4 to 12 digits.")
            if held
            else self.tr("4 to 12 digits; empty: they sign in by card alone."),
        )
        self.save = PrimaryButton(self.tr("Save"), icon="check", hint="Enter")
        self.error = Label("", tone=Tone.DANGER, wrap=True)
        self.body.addWidget(grid)
        self.body.addWidget(self.error)
        self.body.addLayout(self._buttons())
        if person is not None:
            self.name.setText(person.name)
            self.role.choose(ROLES.index(person.role))
        for field in (self.name, self.pin):
            field.returnPressed.connect(self.store)
        self.save.clicked.connect(self.store)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        person = self._person
        if person is not None:
            self.card = Button(self.tr("Card as PDF…"), icon="id-card")
            self.card.clicked.connect(self._save_card)
            self.card.setEnabled(person.active)
            words = self.tr("Disable") if person.active else self.tr("Enable again")
            self.active = Button(words, kind=Kind.DANGER if person.active else Kind.SECONDARY)
            self.active.clicked.connect(self._turn)
            row.addWidget(self.card)
            row.addWidget(self.active)
        row.addStretch(1)
        row.addWidget(self.save)
        return row

    def store(self) -> None:
        """Store what stands there."""
        staff, person = self._shell.shop.staff, self._person
        name, role, pin = self.name.text(), ROLES[self.role.current()], self.pin.text()

        def work() -> None:
            if person is None:
                staff.add(name, role, pin)
                return
            if (name, role) != (person.name, person.role):
                staff.change(person.staff_id, name, role)
            if pin:
                staff.set_pin(person.staff_id, pin)

        self._shell.tasks.run(work, lambda _: self._done(), self._refused)

    def _turn(self) -> None:
        staff, person = self._shell.shop.staff, self._person
        assert person is not None
        verb = staff.disable if person.active else staff.enable
        self._shell.tasks.run(lambda: verb(person.staff_id), lambda _: self._done(), self._refused)

    def _save_card(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        assert self._person is not None
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Staff card"), f"{self._person.name}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_card(Path(name).with_suffix(".pdf"))

    def save_card(self, path: Path) -> None:
        """Write the card there; who has none gets one."""
        staff, person = self._shell.shop.staff, self._person
        assert person is not None

        def saved(_files: object) -> None:
            self._shell.toast(self.tr("Saved as {file}").replace("{file}", path.name))
            self._done()

        self._shell.tasks.run(lambda: staff.save_card(person.staff_id, path), saved, self._refused)

    def _done(self) -> None:
        self.close_sheet()
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        for row in self._rows.values():
            row.show_error("")
        self.error.setText("")
        sentence = self._shell.sentence(error)
        if isinstance(error, FieldInvalid) and error.field in self._rows:
            row = self._rows[error.field]
            row.show_error(sentence)
            field: QWidget = row.field
            field.setFocus()
        else:
            self.error.setText(sentence)
