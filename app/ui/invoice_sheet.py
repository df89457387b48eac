"""The sheet of a sale's invoice (发票): whom it names, asked for, issued; and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import FieldInvalid
from app.services.invoices import Invoice, InvoiceBuyer, InvoiceState
from app.services.rules.money import Currency, money
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.rules.receipt import Receipt


class InvoiceSheet(Sheet):
    """Enter notes the buyer; once it is asked for, Enter marks it as issued with its number."""

    asked = Signal(object, str, str, bool)
    """(sale id, title, tax number, remember on the member)"""
    issued = Signal(object, str)
    cancelled = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=520)
        self._sale_id: UUID | None = None
        self._invoice: Invoice | None = None
        self.buyer, self.tax_number, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.buyer, self.tax_number, self.number):
            field.setMinimumHeight(Height.CASHIER)
        self._rows = {
            "title": FormRow("", self.buyer),
            "tax_number": FormRow("", self.tax_number),
            "invoice_number": FormRow("", self.number),
        }
        self.remember = CheckBox("")
        self._state = Label("", wrap=True)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._drop = Button("", icon="x", kind=Kind.QUIET)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        self.body.addWidget(self._state)
        self.body.addWidget(self._rows["title"])
        self.body.addWidget(self._rows["tax_number"])
        self.body.addWidget(self.remember)
        self.body.addWidget(self._rows["invoice_number"])
        self.body.addWidget(self._error)
        foot = QHBoxLayout()
        foot.addWidget(self._drop)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)
        self.done.clicked.connect(self.accept)
        self._drop.clicked.connect(self._cancel)

    def ask(self, receipt: Receipt, invoice: Invoice | None, kept: InvoiceBuyer | None) -> None:
        """Open with a sale, its invoice so far, and the buyer kept on its member."""
        self._sale_id = receipt.sale_id
        self._say()
        self.set_title(self.tr("Invoice"), receipt.number)
        named = kept if invoice is None else invoice.buyer
        self.buyer.setText("" if named is None else named.title)
        self.tax_number.setText("" if named is None else named.tax_number)
        self.remember.setVisible(receipt.member is not None)
        self.remember.setChecked(kept is None and receipt.member is not None)
        self.number.clear()
        self.show_invoice(invoice)
        self.open(self.buyer if invoice is None else self.number)

    def show_invoice(self, invoice: Invoice | None) -> None:
        """Show where it stands."""
        self._invoice = invoice
        state = None if invoice is None else invoice.state
        asked, issued = state is InvoiceState.ASKED, state is InvoiceState.ISSUED
        self._state.setText(self._words(invoice))
        self._state.setVisible(bool(self._state.text()))
        self._state.set_tone(Tone.WARNING if asked else Tone.SUCCESS if issued else Tone.MUTED)
        for field in (self.buyer, self.tax_number):
            field.setReadOnly(issued)
        self._rows["invoice_number"].setVisible(asked)
        self._drop.setVisible(asked or issued)
        self.remember.setVisible(self.remember.isVisibleTo(self) and not issued)
        self.done.set_label(
            self.tr("Close")
            if issued
            else self.tr("Mark as issued")
            if asked
            else self.tr("Ask for the invoice")
        )
        self._clear_errors()

    def refuse(self, error: Exception, sentence: str) -> None:
        """Say it beside the field it is about."""
        row = self._rows.get(error.field) if isinstance(error, FieldInvalid) else None
        if row is None:
            self._error.setText(sentence)
            self._error.show()
            return
        row.show_error(sentence)
        row.field.setFocus()

    def accept(self) -> None:
        """The next step of it."""
        self._clear_errors()
        invoice, sale_id = self._invoice, self._sale_id
        if sale_id is None:
            return
        state = None if invoice is None else invoice.state
        if state is InvoiceState.ISSUED:
            self.close_sheet()
        elif state is InvoiceState.ASKED and self.number.text().strip():
            self.issued.emit(sale_id, self.number.text())
        else:
            remember = not self.remember.isHidden() and self.remember.isChecked()
            self.asked.emit(sale_id, self.buyer.text(), self.tax_number.text(), remember)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the title to the tax number, then does it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.buyer.hasFocus() and not self.tax_number.text():
                self.tax_number.setFocus()
            else:
                self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        self._rows["title"].set_label(self.tr("Title: a company or a person"))
        self._rows["tax_number"].set_label(self.tr("Tax number"), self.tr("Empty for a person"))
        self._rows["invoice_number"].set_label(self.tr("Number of the invoice, once issued"))
        self.remember.set_label(self.tr("Keep both on the member"))
        self._drop.set_label(self.tr("No invoice"))

    def _words(self, invoice: Invoice | None) -> str:
        if invoice is None:
            return ""
        words = {
            InvoiceState.ASKED: self.tr("Asked for, not issued yet"),
            InvoiceState.ISSUED: self.tr("Issued: {number}"),
            InvoiceState.CANCELLED: self.tr("Cancelled"),
        }[invoice.state].replace("{number}", invoice.number)
        if invoice.buyer.older:
            older = self.tr("The tax number is of an older form: compare it once more.")
            words = f"{words} · {older}"
        return words

    def _cancel(self) -> None:
        if self._sale_id is not None:
            self.cancelled.emit(self._sale_id)

    def _clear_errors(self) -> None:
        for row in self._rows.values():
            row.show_error("")
        self._error.hide()


class InvoiceList(Sheet):
    """The sales whose invoice waits to be issued; Enter opens one."""

    chosen = Signal(str)
    """The number of its sale."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=900)
        self.table = Table((), name="")
        self.table.setMinimumHeight(420)
        self._empty = EmptyState("receipt-text", "")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        self._hint = Label("", tone=Tone.MUTED)
        self._close = SecondaryButton("")
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._close)
        self.body.addLayout(foot)
        self.table.opened.connect(self._opened)
        self._close.clicked.connect(self.close_sheet)

    def show_invoices(self, invoices: tuple[Invoice, ...], currency: Currency) -> None:
        """Open with what waits, the longest first."""
        self.set_title(self.tr("Invoices to issue"))
        self.table.setAccessibleName(self.tr("Invoices"))
        self._close.set_label(self.tr("Close"))
        self._hint.setText(self.tr("Enter opens one, to mark it as issued."))
        self._hint.setVisible(bool(invoices))
        self._empty.say(self.tr("No invoice is waiting."))
        self.table.set_columns(self._columns(currency))
        self.table.show_rows(invoices)
        self.table.setVisible(bool(invoices))
        self._empty.setVisible(not invoices)
        if invoices:
            self.table.choose(0)
        self.open(self.table if invoices else self._close)

    def _opened(self, at: int) -> None:
        invoice: Any = self.table.paged.row(at)
        if invoice is not None:
            self.close_sheet()
            self.chosen.emit(invoice.receipt)

    def _columns(self, currency: Currency) -> tuple[Column[Invoice], ...]:
        return (
            Column(self.tr("Sale"), lambda i: i.receipt, 120, strong=True),
            Column(self.tr("Sold"), lambda i: f"{i.sold_at:%Y-%m-%d %H:%M}", 150, tone=Tone.MUTED),
            Column(self.tr("Title"), lambda i: i.buyer.title),
            Column(self.tr("Tax number"), lambda i: i.buyer.tax_number, 200, tone=Tone.MUTED),
            Column(
                self.tr("Amount"),
                lambda i: money(i.total_minor - i.refunded_minor, currency),
                110,
                right=True,
            ),
        )
