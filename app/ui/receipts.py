"""What any screen may do with a receipt: show its pages, print it, save it as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from app.services.documents.drawing import Page
from app.services.documents.labels import labels_for
from app.services.documents.receipt import RECEIPT_WIDTHS, ReceiptWidth, receipt_pages
from app.services.rules.receipt import Receipt
from app.services.rules.refund import RefundDone
from app.services.rules.tenders import Tender, TenderKind
from app.ui.shell import Shell


def paper(shell: Shell) -> ReceiptWidth:
    """The paper that this till prints receipts on."""
    chosen = shell.config.receipt_width
    return next((width for width in RECEIPT_WIDTHS if width == chosen), "80")


def pages_of(
    shell: Shell, receipt: Receipt, width: ReceiptWidth, *, duplicate: bool
) -> tuple[Page, ...]:
    """The receipt's pages in the shop's language."""
    settings = shell.shop.desk.settings
    labels = labels_for(settings.language)
    return receipt_pages(receipt, settings.facts, labels, width, duplicate=duplicate)


def print_receipt(
    shell: Shell, receipt: Receipt, *, duplicate: bool, then: Callable[[], None] | None = None
) -> None:
    """Print on the receipt printer; `then` is called once it is on paper, or sure to be."""
    if shell.roll.takes_commands:
        shell.roll.print_document("receipt", receipt.number, duplicate=duplicate, then=then)
        return
    from app.ui.printing import Kind

    pages = pages_of(shell, receipt, paper(shell), duplicate=duplicate)
    shell.printing.print_pages(Kind.RECEIPT, pages, receipt.number, then)


def print_gift(shell: Shell, receipt: Receipt) -> None:
    """Print the gift receipt: what was bought, and nothing about money."""
    if shell.roll.takes_commands:
        shell.roll.print_document("gift", receipt.number)
        return
    from app.ui.printing import Kind

    settings = shell.shop.desk.settings
    labels = labels_for(settings.language)
    pages = receipt_pages(receipt, settings.facts, labels, paper(shell), gift=True)
    shell.printing.print_pages(Kind.RECEIPT, pages, receipt.number, None)


def kick_drawer(shell: Shell, *tenders: Tender) -> None:
    """Open the drawer where cash moved; called once the sale or refund is durable."""
    if any(tender.kind is TenderKind.CASH for tender in tenders):
        shell.roll.kick_drawer()


def save_pdf(
    shell: Shell, receipt: Receipt, *, duplicate: bool, then: Callable[[], None] | None = None
) -> None:
    """Ask for a file, write it away from the window, and open it; `then` is called once it is."""
    from app.services.documents.files import save_receipt

    facts, width = shell.shop.desk.settings.facts, paper(shell)
    save_document(
        shell,
        f"{receipt.number}.pdf",
        lambda path: save_receipt(path, receipt, facts, width, duplicate=duplicate),
        then,
    )


def slip_pages(shell: Shell, done: RefundDone, *, duplicate: bool = False) -> tuple[Page, ...]:
    """The slip of a refund in the shop's language, on this till's paper."""
    from app.services.documents.refund_slip import refund_pages

    settings = shell.shop.desk.settings
    width = paper(shell)
    mm = 210.0 if width == "a4" else float(width)
    labels = labels_for(settings.language)
    return refund_pages(done, settings.facts, labels, mm, duplicate=duplicate)


def print_slip(shell: Shell, done: RefundDone, *, duplicate: bool) -> None:
    """Print the slip of a refund on the receipt printer."""
    if shell.roll.takes_commands:
        shell.roll.print_document("refund", done.number, duplicate=duplicate)
        return
    from app.ui.printing import Kind

    pages = slip_pages(shell, done, duplicate=duplicate)
    shell.printing.print_pages(Kind.RECEIPT, pages, done.number, None)


def save_slip(shell: Shell, done: RefundDone) -> None:
    """Ask for a file, and write the slip of a refund to it."""
    from app.services.documents.files import save_refund_slip

    facts, width = shell.shop.desk.settings.facts, paper(shell)
    save_document(
        shell, f"{done.number}.pdf", lambda path: save_refund_slip(path, done, facts, width)
    )


def save_document(
    shell: Shell, name: str, write: Callable[[Path], object], then: Callable[[], None] | None = None
) -> None:
    """Ask for a PDF file, `write` it away from the window, and open it."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Receipts", "Save as PDF")
    chosen, _kind = QFileDialog.getSaveFileName(shell.overlay_parent(), title, name, "PDF (*.pdf)")
    if not chosen:
        return
    path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(chosen + ".pdf")

    def saved(_none: object) -> None:
        if then is not None:
            then()
        words = QCoreApplication.translate("Receipts", "Saved {file}")
        shell.toast(words.replace("{file}", path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    shell.tasks.run_aside(lambda: write(path), saved, shell.show_error)
