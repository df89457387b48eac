"""Printing on the system's printers: one chosen for receipts, for cards, for labels.

The first print of a kind asks which printer; after that nothing asks. Spooling runs in
a lane of its own, so that a printer that is off never holds up a sale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.services.documents.drawing import Page
from app.ui.paint import paint_page
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.ui.shell import Shell

MM_PER_INCH = 25.4


class Kind(Enum):
    """What is printed; each kind has its printer."""

    RECEIPT = "receipt_printer"
    CARD = "card_printer"
    LABEL = "label_printer"
    LABEL_SHEET = "label_sheet_printer"
    REPORT = "report_printer"


class PrinterFailed(Exception):
    """The printer is gone, off, or refused the job."""


class Printing(QObject):
    """The printers of this till."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._told: dict[Kind, str] = {}

    def printer_name(self, kind: Kind) -> str:
        """The printer chosen for `kind`, "" before the first choice."""
        return str(getattr(self._shell.config, kind.value))

    def choose(self, kind: Kind, name: str) -> None:
        """Print `kind` on the printer `name` from now on; "" asks again."""
        config: TillConfig = self._shell.config
        change: dict[str, Any] = {kind.value: name}
        self._shell.save_config(replace(config, **change))
        self._dealt_with(kind)

    def config_saved(self, before: TillConfig) -> None:
        """What was said of a printer is over once another one is chosen, wherever that was."""
        for kind in Kind:
            if getattr(before, kind.value) != self.printer_name(kind):
                self._dealt_with(kind)

    def _dealt_with(self, kind: Kind) -> None:
        self._shell.take_banner_away(self._told.pop(kind, ""))

    def print_pages(
        self,
        kind: Kind,
        pages: Sequence[Page],
        title: str,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Print `pages` as the job `title`, asking for a printer the first time.

        Returns at once. A failure is told in the banner, with a way to choose another
        printer; nothing that was sold is touched by it.
        """
        if kind is Kind.RECEIPT and self._shell.roll.takes_commands:
            self._shell.roll.print_pages(pages, then or (lambda: None), self._shell.show_error)
            return
        name = self.printer_name(kind)
        if not name:
            self.ask(kind, partial(self.print_pages, kind, pages, title, then))
            return
        kept = tuple(pages)

        def printed(_none: None) -> None:
            self._dealt_with(kind)
            if then is not None:
                then()

        self._shell.tasks.run_aside(
            lambda: spool(name, kept, title),
            then=printed,
            otherwise=lambda error: self.say_failed(
                kind, error, partial(self.print_pages, kind, kept, title, then)
            ),
        )

    def kick_drawer(self) -> None:
        """Open the drawer, if this till has one."""
        self._shell.roll.kick_drawer()

    def ask(self, kind: Kind, then: Callable[[], None] | None = None) -> None:
        """Ask which printer `kind` goes to; `then` is called once one is chosen."""
        self._shell.tasks.run_aside(
            printer_names, then=lambda names: self._show_choice(kind, names, then)
        )

    def _show_choice(
        self, kind: Kind, names: Sequence[str], then: Callable[[], None] | None
    ) -> None:
        if not names:
            words = QCoreApplication.translate(
                "Printing",
                "No printer is installed on this PC. Install one, or save the PDF instead.",
            )
            self._told[kind] = words
            self._shell.banner(words, Tone.WARNING)
            return
        from app.ui.printer_sheet import PrinterSheet

        def chosen(name: str) -> None:
            self.choose(kind, name)
            if then is not None:
                then()

        sheet = PrinterSheet(self._shell.overlay_parent(), kind, names, self.printer_name(kind))
        sheet.chosen.connect(chosen)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def say_failed(self, kind: Kind, error: Exception, again: Callable[[], None]) -> None:
        """Say that a print failed; once another printer is chosen, `again` prints on it."""
        if not isinstance(error, PrinterFailed):
            self._shell.show_error(error)
            return
        words = QCoreApplication.translate(
            "Printing",
            "{printer} did not take the print. Nothing is lost: check it and print again.",
        ).replace("{printer}", self.printer_name(kind))
        self._told[kind] = words
        self._shell.banner(
            words,
            Tone.WARNING,
            QCoreApplication.translate("Printing", "Choose a printer"),
            lambda: self.ask(kind, again),
        )


def printer_names() -> tuple[str, ...]:
    """The printers installed on this PC, the system's own choice first."""
    names = list(QPrinterInfo.availablePrinterNames())
    standard = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != standard, name.casefold())))


def spool(name: str, pages: Sequence[Page], title: str) -> None:
    """Hand `pages` to the printer `name`. Runs in any thread. Raises PrinterFailed."""
    if name not in QPrinterInfo.availablePrinterNames():
        raise PrinterFailed(name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    if not printer.isValid():
        raise PrinterFailed(name)
    print_on(printer, pages, title)


def print_on(printer: QPrinter, pages: Sequence[Page], title: str) -> None:
    """Print `pages` as one job, each on paper of exactly its size. Raises PrinterFailed."""
    printer.setDocName(title)
    printer.setFullPage(True)
    _set_paper(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed(printer.printerName())
    try:
        for at, page in enumerate(pages):
            if at:
                _set_paper(printer, page)
                if not printer.newPage():
                    raise PrinterFailed(printer.printerName())
            painter.save()
            dots_per_mm = printer.resolution() / MM_PER_INCH
            painter.scale(dots_per_mm, dots_per_mm)
            paint_page(painter, page)
            painter.restore()
    finally:
        ended = painter.end()
    failed = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    if not ended or printer.printerState() in failed:
        raise PrinterFailed(printer.printerName())


def _set_paper(printer: QPrinter, page: Page) -> None:
    """Exactly this paper: a receipt is as long as it is."""
    size = QPageSize(
        QSizeF(page.width, page.height),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    layout = QPageLayout(
        size,
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Millimeter,
    )
    printer.setPageLayout(layout)
