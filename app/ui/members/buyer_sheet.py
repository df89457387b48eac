"""Whom a member's invoices name: a title and a tax number."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import FieldInvalid
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

if TYPE_CHECKING:
    from app.services.invoices import InvoiceBuyer


class BuyerSheet(Sheet):
    """Enter keeps both; a blank title keeps none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent(), width=480)
        self._shell = shell
        self._member_id: UUID | None = None
        self.buyer, self.tax_number = QLineEdit(), QLineEdit()
        self._rows = {
            "title": FormRow("", self.buyer),
            "tax_number": FormRow("", self.tax_number),
        }
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        for name, row in self._rows.items():
            row.field.setMinimumHeight(Height.CASHIER)
            self.body.addWidget(row)
            row.setObjectName(name)
        self.body.addWidget(self._error)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)
        self.done.clicked.connect(self.accept)

    def ask(self, member_id: UUID, name: str, buyer: InvoiceBuyer | None) -> None:
        """Open with what is kept."""
        self._member_id = member_id
        self.set_title(self.tr("Invoice title"), name)
        self._rows["title"].set_label(self.tr("Title: a company or a person"))
        self._rows["tax_number"].set_label(self.tr("Tax number"), self.tr("Empty for a person"))
        self.done.set_label(self.tr("Save"))
        self.buyer.setText("" if buyer is None else buyer.title)
        self.tax_number.setText("" if buyer is None else buyer.tax_number)
        self._clear()
        self.open(self.buyer)

    def accept(self) -> None:
        """Keep them, or say beside the field why not."""
        member_id, invoices = self._member_id, self._shell.shop.invoices
        if member_id is None:
            return
        self._clear()
        title, number = self.buyer.text(), self.tax_number.text()
        self._shell.tasks.run(
            lambda: invoices.set_buyer(member_id, title, number), self._kept, self._refuse
        )

    def _kept(self, buyer: InvoiceBuyer | None) -> None:
        self.close_sheet()
        words = self.tr("The invoice title is kept")
        if buyer is None:
            words = self.tr("No invoice title is kept")
        elif buyer.older:
            words = self.tr("Kept; the tax number is of an older form: compare it once more")
        self._shell.toast(words)
        self._shell.tell_changed("members")

    def _refuse(self, error: Exception) -> None:
        sentence = self._shell.sentence(error)
        row = self._rows.get(error.field) if isinstance(error, FieldInvalid) else None
        if row is None:
            self._error.setText(sentence)
            self._error.show()
            return
        row.show_error(sentence)
        row.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the title to the number, then keeps both."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.buyer.hasFocus() and not self.tax_number.text():
                self.tax_number.setFocus()
            else:
                self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _clear(self) -> None:
        for row in self._rows.values():
            row.show_error("")
        self._error.hide()
