"""Invoices (发票) from any screen: one sheet for the life of a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.invoices import Invoice, InvoiceBuyer
    from app.services.rules.receipt import Receipt
    from app.ui.invoice_sheet import InvoiceList, InvoiceSheet

_SHEETS: WeakKeyDictionary[QWidget, Invoicing] = WeakKeyDictionary()


def open_invoice(shell: Shell, receipt: Receipt) -> None:
    """Ask for a sale's invoice, or mark it as issued."""
    _of(shell).open(receipt)


def open_waiting(shell: Shell) -> None:
    """Show what is asked for and not issued yet."""
    _of(shell).open_waiting()


def _of(shell: Shell) -> Invoicing:
    window = shell.overlay_parent()
    made = _SHEETS.get(window)
    if made is None:
        made = _SHEETS[window] = Invoicing(shell)
    return made


class Invoicing:
    """Carries the sheet's answers to the shop and back."""

    def __init__(self, shell: Shell) -> None:
        from app.ui.invoice_sheet import InvoiceList, InvoiceSheet

        self._shell = shell
        self.sheet: InvoiceSheet = InvoiceSheet(shell.overlay_parent())
        self.list: InvoiceList = InvoiceList(shell.overlay_parent())
        invoices = shell.shop.invoices
        self.sheet.asked.connect(self._ask)
        self.sheet.issued.connect(
            lambda sale_id, number: self._do(lambda: invoices.issued(sale_id, number))
        )
        self.sheet.cancelled.connect(lambda sale_id: self._do(lambda: invoices.cancel(sale_id)))
        self.list.chosen.connect(self._open_number)

    def open(self, receipt: Receipt) -> None:
        """Open with this sale."""
        invoices, member = self._shell.shop.invoices, receipt.member

        def work() -> tuple[Invoice | None, InvoiceBuyer | None]:
            kept = None if member is None else invoices.buyer(member.member_id)
            return invoices.of_sale(receipt.sale_id), kept

        self._shell.tasks.run(
            work, lambda found: self.sheet.ask(receipt, *found), self._shell.show_error
        )

    def open_waiting(self) -> None:
        """Open the list of what waits."""
        shop = self._shell.shop
        currency = shop.desk.settings.money
        self._shell.tasks.run(
            shop.invoices.waiting,
            lambda found: self.list.show_invoices(found, currency),
            self._shell.show_error,
        )

    def _open_number(self, number: str) -> None:
        sales = self._shell.shop.sales
        self._shell.tasks.run(lambda: sales.receipt(number), self.open, self._shell.show_error)

    def _ask(self, sale_id: UUID, title: str, tax_number: str, remember: bool) -> None:
        invoices = self._shell.shop.invoices
        self._do(lambda: invoices.ask(sale_id, title, tax_number, remember=remember))

    def _do(self, work: Callable[[], Invoice]) -> None:
        def done(invoice: Invoice) -> None:
            from app.services.invoices import InvoiceState

            words = {
                InvoiceState.ASKED: QCoreApplication.translate(
                    "Invoicing", "The invoice of {number} is asked for"
                ),
                InvoiceState.ISSUED: QCoreApplication.translate(
                    "Invoicing", "The invoice of {number} is issued"
                ),
                InvoiceState.CANCELLED: QCoreApplication.translate(
                    "Invoicing", "No invoice for {number}"
                ),
            }[invoice.state]
            self.sheet.close_sheet()
            self._shell.toast(words.replace("{number}", invoice.receipt))
            self._shell.tell_changed("sales")

        self._shell.tasks.run(
            work,
            done,
            lambda error: self.sheet.refuse(error, self._shell.sentence(error)),
        )
