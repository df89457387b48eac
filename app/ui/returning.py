"""Taking goods back, from any screen: one sheet for the life of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

from app.services.rules.refund_rules import handed_out_minor
from app.ui import receipts
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.rules.refund import RefundDone
    from app.ui.returns.sheet import ReturnSheet

_SHEETS: WeakKeyDictionary[QWidget, ReturnSheet] = WeakKeyDictionary()


def open_return(shell: Shell, receipt: str = "") -> None:
    """Take goods of this sale back (a number or code), or look for the sale first."""
    return_sheet(shell).start(receipt)


def open_void(shell: Shell, receipt: str = "") -> None:
    """Undo this sale as a whole, or this till's last one."""
    return_sheet(shell).start(receipt, voids=True, last=not receipt)


def show_exchanged(shell: Shell, done: RefundDone) -> None:
    """Say what an exchange gives back; where it gives nothing, only the slip is printed."""
    if handed_out_minor(done.tenders):
        return_sheet(shell).show_over(done)
    else:
        _came_back(shell, done)


def return_sheet(shell: Shell) -> ReturnSheet:
    """The window's sheet, made when first needed."""
    from app.ui.returns.presenter import ReturnPresenter
    from app.ui.returns.sheet import ReturnSheet

    window = shell.overlay_parent()
    sheet = _SHEETS.get(window)
    if sheet is None:
        sheet = ReturnSheet(shell)
        sheet.use(ReturnPresenter(sheet, shell.shop, shell.tasks))
        sheet.print_asked.connect(lambda done: receipts.print_slip(shell, done, duplicate=True))
        sheet.save_asked.connect(lambda done: receipts.save_slip(shell, done))
        sheet.exchange_asked.connect(lambda goods: shell.go("cashier", goods))
        sheet.code_scanned.connect(lambda code: shell.go("cashier", code))
        sheet.came_back.connect(lambda done: _came_back(shell, done))
        _SHEETS[window] = sheet
    return sheet


def _came_back(shell: Shell, done: RefundDone) -> None:
    """It is durable: the drawer opens for cash, the slip is printed, every screen is told."""
    receipts.kick_drawer(shell, *done.tenders)
    if shell.config.print_receipts:
        receipts.print_slip(shell, done, duplicate=False)
    for topic in ("sales", "members", "products"):
        shell.tell_changed(topic)
