"""Taking goods back, from any screen: one sheet for the life of a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

from app.services.documents.drawing import Page
from app.ui import receipts
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.errors import NeedsApproval
    from app.services.desk import Approval
    from app.services.rules.refund import RefundDone
    from app.ui.returns.sheet import ReturnSheet

_SHEETS: WeakKeyDictionary[QWidget, ReturnSheet] = WeakKeyDictionary()


def open_return(shell: Shell, receipt: str = "") -> None:
    """Take goods of this sale back (a number or code), or look for the sale first."""
    return_sheet(shell).start(receipt)


def open_void(shell: Shell, receipt: str = "") -> None:
    """Undo this sale as a whole, or this till's last one."""
    return_sheet(shell).start(receipt, voids=True, last=not receipt)


def return_sheet(shell: Shell) -> ReturnSheet:
    """The window's sheet, made when first needed."""
    from app.ui.returns.presenter import ReturnPresenter
    from app.ui.returns.sheet import ReturnSheet

    window = shell.overlay_parent()
    sheet = _SHEETS.get(window)
    if sheet is None:
        sheet = ReturnSheet(shell)
        sheet.use(ReturnPresenter(sheet, shell.shop, shell.tasks))
        sheet.print_asked.connect(lambda done: print_slip(shell, done, duplicate=True))
        sheet.save_asked.connect(lambda done: save_slip(shell, done))
        sheet.code_scanned.connect(lambda code: shell.go("cashier", code))
        sheet.came_back.connect(lambda done: _came_back(shell, done))
        _SHEETS[window] = sheet
    return sheet


def ask_approval(shell: Shell, needs: NeedsApproval, then: Callable[[Approval], None]) -> None:
    """Ask somebody who may do it for their word."""
    from app.ui.staff.approval import ask_approval as ask

    ask(shell, needs, then)


def slip_pages_of(shell: Shell, done: RefundDone, *, duplicate: bool = False) -> tuple[Page, ...]:
    """The refund's slip in the shop's language, on this till's paper."""
    from app.services.documents.labels import labels_for
    from app.services.documents.refund import refund_pages

    settings = shell.shop.desk.settings
    labels = labels_for(settings.language)
    width = receipts.paper(shell)
    return refund_pages(done, settings.facts, labels, width, duplicate=duplicate)


def print_slip(shell: Shell, done: RefundDone, *, duplicate: bool) -> None:
    """Print the slip on the receipt printer."""
    from app.ui.printing import Kind

    pages = slip_pages_of(shell, done, duplicate=duplicate)
    shell.printing.print_pages(Kind.RECEIPT, pages, done.number, None)


def save_slip(shell: Shell, done: RefundDone) -> None:
    """Ask for a file and write the slip as a PDF."""
    from app.services.documents.files import save_pages

    name, pages = shell.shop.desk.settings.facts.name, slip_pages_of(shell, done)
    receipts.save_document(
        shell, f"{done.number}.pdf", lambda path: save_pages(path, pages, f"{name} {done.number}")
    )


def _came_back(shell: Shell, done: RefundDone) -> None:
    """It is durable: the drawer opens for cash, the slip is printed, every screen is told."""
    receipts.kick_drawer(shell, *done.tenders)
    if shell.config.print_receipts:
        print_slip(shell, done, duplicate=False)
    for topic in ("sales", "members", "products"):
        shell.tell_changed(topic)
