"""One person at the till: name, role, PIN, card, and whether they still work here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import FieldInvalid
from app.services.commissions import Server
from app.services.rules.powers import Role
from app.services.staff import Person
from app.ui import fonts
from app.ui.settings.controls import NoValue, PercentControl
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
        super().__init__(shell.overlay_parent(), title=title, width=680)
        self._shell = shell
        self._person = person
        self.name, self.pin = QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.name, self.pin):
            field.setFont(fonts.font())
        self.commission = PercentControl()
        self.commission.show_value(0)
        self._rate_bp = 0
        self.role = Segmented([role_name(role) for role in ROLES], name=self.tr("Role"))
        grid = FormGrid(1)
        self._rows = {
            "name": grid.add(self.tr("Name"), self.name),
            "role": grid.add(self.tr("Role"), self.role),
            "pin": grid.add(self.tr("PIN"), self.pin),
            "commission": grid.add(
                self.tr("Commission, % of what they serve"),
                self.commission,
                help_text=self.tr("Of the goods they served, less what came back; tips aside."),
            ),
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
            shell.tasks.run(shell.shop.commissions.servers, self._show_rate)
        for field in (self.name, self.pin, self.commission):
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
            self.no_pin = Button(self.tr("Take the PIN away"), icon="lock")
            self.no_pin.clicked.connect(self._take_pin)
            self.no_pin.setVisible(person.has_pin)
            row.addWidget(self.card)
            row.addWidget(self.no_pin)
            row.addWidget(self.active)
        row.addStretch(1)
        row.addWidget(self.save)
        return row

    def store(self) -> None:
        """Store what stands there."""
        staff, person = self._shell.shop.staff, self._person
        name, role, pin = self.name.text(), ROLES[self.role.current()], self.pin.text()
        commissions = self._shell.shop.commissions
        try:
            rate_bp = self.commission.value()
        except NoValue as error:
            self._refused(FieldInvalid("commission", error.reason, self.commission.text()))
            return
        rated = rate_bp != self._rate_bp

        def work() -> None:
            if person is None:
                added = staff.add(name, role, pin)
                if rated:
                    commissions.set_rate(added.staff_id, rate_bp)
                return
            if rated:
                commissions.set_rate(person.staff_id, rate_bp)
            if (name, role) != (person.name, person.role):
                staff.change(person.staff_id, name, role)
            if pin:
                staff.set_pin(person.staff_id, pin)

        self._shell.tasks.run(work, lambda _: self._done(), self._refused)

    def _show_rate(self, servers: tuple[Server, ...]) -> None:
        for each in servers:
            if self._person is not None and each.staff_id == self._person.staff_id:
                self._rate_bp = each.rate_bp
                self.commission.show_value(each.rate_bp)

    def _take_pin(self) -> None:
        staff, person = self._shell.shop.staff, self._person
        assert person is not None
        self._shell.tasks.run(
            lambda: staff.set_pin(person.staff_id, ""), lambda _: self._done(), self._refused
        )

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
