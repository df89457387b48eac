"""How cards and receipts look, seen while they change, and where this till prints them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.documents.card import card_pages
from app.services.documents.card_face import CARD_RADIUS
from app.services.documents.labels import labels_for
from app.services.documents.receipt import RECEIPT_WIDTHS, ReceiptWidth, receipt_pages
from app.ui.settings.colour_control import ColourControl
from app.ui.settings.controls import (
    AreaControl,
    ChoiceControl,
    NumberControl,
    SegmentControl,
    TickControl,
    Words,
)
from app.ui.settings.page import Page, scrolling
from app.ui.settings.presenting.sample import sample_card, sample_receipt
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import FormGrid, Segmented
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.pages import PageView
from app.ui.widgets.panels import Card, Divider

if TYPE_CHECKING:
    from app.services.settings import ShopSettings

PREVIEW_WIDTH = 372
LEAST_PREVIEW = 264
_PAUSE_MS = 120


class DocumentsPage(Page):
    """Cards and receipts."""

    icon = "id-card"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("DocumentsPage", "Cards & receipts")

    def lay_out_body(self, column: QVBoxLayout) -> None:
        """The form, and beside it what it makes."""
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(scrolling(self.body, 640), 1)
        across.addWidget(Divider(vertical=True))
        across.addWidget(self._preview())
        column.addLayout(across, 1)

    def _preview(self) -> QWidget:
        self._side = side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.M, Space.M, 0, 0)
        column.setSpacing(Space.S)
        self._wide = PREVIEW_WIDTH
        self.which = Segmented(("", ""), name="")
        self.which.changed.connect(lambda _at: self._show_preview())
        self.paper = PageView("")
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.paper)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.which)
        column.addWidget(self._scroll, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_preview)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview takes a third of the page, no more than it needs and no less."""
        super().resizeEvent(event)
        room = self.width() * 9 // 25 - 2 * Space.M
        self._wide = max(LEAST_PREVIEW, min(PREVIEW_WIDTH, room))
        self._side.setFixedWidth(self._wide + 2 * Space.M)
        self._pause.start()

    def build(self) -> None:
        """See `Page`."""
        self._card, self._receipt, self._printing = Card(" "), Card(" "), Card(" ")
        self._build_card()
        self._build_receipt()
        self._build_printing()
        for card in (self._card, self._receipt, self._printing):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._pause.start)

    def _build_card(self) -> None:
        grid = FormGrid(1)
        self.form.add(grid, "brand_colour", ColourControl(), lambda: self.tr("Colour of cards"))
        self.form.add(
            grid,
            "card_terms",
            AreaControl(3),
            lambda: self.tr("Terms on the back of a card"),
            help_text=lambda: self.tr("Empty prints the usual sentence. Three lines fit."),
        )
        self._card.body.addWidget(grid)

    def _build_receipt(self) -> None:
        grid = FormGrid(1)
        self.form.add(
            grid,
            "receipt_footer",
            AreaControl(2),
            lambda: self.tr("Last lines of a receipt"),
            help_text=lambda: self.tr("A thank-you, opening hours, what is on this week."),
        )
        days = NumberControl(4)
        self.form.add(
            grid,
            "return_days",
            days,
            lambda: self.tr("Days for returns"),
            help_text=lambda: self.tr("Printed beside the receipt's code; 0 prints none."),
        )
        self._receipt.body.addWidget(grid)

    def _build_printing(self) -> None:
        self._till_note = Label("", tone=Tone.MUTED, wrap=True)
        self._printing.body.addWidget(self._till_note)
        grid = FormGrid(1)
        papers = SegmentControl(
            (
                ("58", lambda: self.tr("58 mm")),
                ("80", lambda: self.tr("80 mm")),
                ("a4", lambda: self.tr("A4")),
            )
        )
        form = self.till_form
        form.add(grid, "receipt_width", papers, lambda: self.tr("Receipt paper"))
        printers: dict[str, Words] = {
            "receipt_printer": lambda: self.tr("Receipt printer"),
            "card_printer": lambda: self.tr("Card printer"),
            "label_printer": lambda: self.tr("Printer of label rolls"),
            "label_sheet_printer": lambda: self.tr("Printer of label sheets, A4"),
            "report_printer": lambda: self.tr("Printer of reports, A4"),
        }
        self._printers = {name: ChoiceControl() for name in printers}
        for name, words in printers.items():
            form.add(grid, name, self._printers[name], words)
        self._printing.body.addWidget(grid)
        tick = TickControl(lambda: self.tr("Print after each sale"))
        form.add_bare("print_receipts", tick)
        self._printing.body.addWidget(tick)
        self.test_receipt = Button("", icon="printer", height=Height.DEFAULT)
        self.test_card = Button("", icon="printer", height=Height.DEFAULT)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.test_receipt)
        row.addWidget(self.test_card)
        self._printing.body.addWidget(buttons)
        self.test_receipt.clicked.connect(self._print_receipt)
        self.test_card.clicked.connect(self._print_card)

    # -- what this till has ----------------------------------------------------------------

    def activated(self) -> None:
        """Printers come and go; the scheme or the shop's name may have changed."""
        from app.ui.printing import printer_names

        self.shell.tasks.run_aside(printer_names, self._show_printers)
        self._show_preview()

    def till_changed(self) -> None:
        """See `Page`."""
        super().till_changed()
        self._pause.start()

    def _show_printers(self, names: tuple[str, ...]) -> None:
        first: tuple[str, Words] = ("", lambda: self.tr("Ask at the first print"))
        choices: list[tuple[str, Words]] = [first]
        choices += [(name, partial(str, name)) for name in names]
        for control in self._printers.values():
            control.set_choices(choices)
        self.till_changed()

    def draft(self) -> ShopSettings:
        """The shop's settings with what was typed here so far."""
        return replace(self.host.presenter.settings, **self.form.readable())

    def _show_preview(self) -> None:
        self._pause.stop()
        settings, width = self.draft(), self._width()
        labels = labels_for(settings.language)
        if self.which.current() == 0:
            pages = tuple(card_pages([sample_card(settings)], settings.facts, labels, "cr80"))
            self.paper.show_pages(pages, self.tr("A member card, front and back"))
            self.paper.round_corners(CARD_RADIUS)
        else:
            receipt = sample_receipt(settings, self.host.presenter.scheme)
            pages = receipt_pages(receipt, settings.facts, labels, width)
            self.paper.show_pages(pages, self.tr("A receipt"))
            self.paper.round_corners(0)
        narrow = self.which.current() == 1 and width == "58"
        self.paper.fit_width(self._wide * 58 // 80 if narrow else self._wide)

    def _width(self) -> ReceiptWidth:
        stored = self.shell.config.receipt_width
        return next((width for width in RECEIPT_WIDTHS if width == stored), "80")

    def _print_receipt(self) -> None:
        from app.ui.printing import Kind

        settings = self.draft()
        receipt = sample_receipt(settings, self.host.presenter.scheme)
        labels = labels_for(settings.language)
        pages = receipt_pages(receipt, settings.facts, labels, self._width(), duplicate=True)
        self.shell.printing.print_pages(Kind.RECEIPT, pages, self.tr("Test receipt"), self._sent)

    def _print_card(self) -> None:
        from app.ui.printing import Kind

        settings = self.draft()
        labels = labels_for(settings.language)
        pages = tuple(card_pages([sample_card(settings)], settings.facts, labels, "cr80"))
        self.shell.printing.print_pages(Kind.CARD, pages, self.tr("Test card"), self._sent)

    def _sent(self) -> None:
        self.till_changed()
        self.shell.toast(self.tr("Sent to the printer"))

    def say(self) -> None:
        """See `Page`."""
        self._card.set_title(self.tr("Member card"))
        self._receipt.set_title(self.tr("Receipt"))
        self._printing.set_title(self.tr("Printing on this till"))
        self._till_note.setText(self.tr("These belong to this till and are followed at once."))
        self.test_receipt.set_label(self.tr("Print a test receipt"))
        self.test_card.set_label(self.tr("Print a test card"))
        self.which.set_choices([self.tr("Card"), self.tr("Receipt")])
        self.which.setAccessibleName(self.tr("What the preview shows"))
        self.paper.setAccessibleName(self.tr("Preview"))
        self._pause.start()
