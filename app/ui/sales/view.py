"""The screen of sales: what was sold, and the receipt of each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.services.documents.receipt import ReceiptWidth
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.money import CURRENCIES, Currency, money, quantity
from app.services.rules.tenders import TenderKind
from app.ui.receipts import pages_of, print_receipt, save_pdf
from app.ui.sales.days import DayPicker
from app.ui.sales.preview import ReceiptPreview
from app.ui.sales.totals import Totals
from app.ui.sales.words import less, moment_words, points_words, tender_words
from app.ui.screen import Screen
from app.ui.shell import Shell, Shop
from app.ui.theme import Height, Space
from app.ui.transfers import open_export, open_import
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import Card, Divider, EmptyState
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.claims import Claimed
    from app.services.rules.receipt import Receipt
    from app.services.sales import DayTotal, SaleRow
    from app.ui.sales.claim_sheet import SaleClaimSheet
    from app.ui.sales.presenter import Claimant, Listing, SalesPresenter

_WIDE = 1200
_PIECES, _DISCOUNT, _TENDERS = 3, 5, 7


class SalesScreen(Screen):
    """What was sold."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: SalesPresenter | None = None
        self._claim: SaleClaimSheet | None = None
        self._currency: Currency = CURRENCIES["CNY"]
        self._listing: Listing | None = None
        self._totals: DayTotal | None = None
        self._stale = False
        self.search = SearchField()
        self.take_in = SecondaryButton("", icon="file-up", height=Height.CASHIER)
        self.put_out = SecondaryButton("", icon="file-down", height=Height.CASHIER)
        self.days = DayPicker()
        self.tender = DropDown()
        self.totals = Totals()
        self.table = Table((), name="")
        self.preview = ReceiptPreview()
        self._empty = EmptyState("receipt-text", "")
        self._middle = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.search)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        top.addWidget(self.take_in)
        top.addWidget(self.put_out)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self.days.period)
        below.addStretch(1)
        below.addWidget(self.tender)
        self.tender.setProperty("dense", True)
        self.tender.setMinimumWidth(130)
        card = Card()
        card.body.setContentsMargins(1, 6, 1, 6)
        card.body.addWidget(self.table, 1)
        self._middle.addWidget(card)
        self._middle.addWidget(self._empty)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.days)
        self.days.hide()
        column.addWidget(self.totals)
        column.addWidget(self._middle, 1)
        across.addLayout(column, 1)
        across.addWidget(Divider(vertical=True))
        across.addWidget(self.preview)

    # --- the window's calls ---------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """List what was sold today."""
        from app.ui.sales.presenter import SalesPresenter

        self._currency = shop.desk.settings.money
        self._presenter = SalesPresenter(self, shop, self.shell.tasks)
        self._wire(self._presenter)
        self.retranslate()
        self._presenter.refresh()

    def activated(self) -> None:
        """Show what was sold meanwhile."""
        if self._stale and self._presenter is not None:
            self._stale = False
            self._presenter.refresh()
            self._presenter.again()

    def shop_changed(self, topic: str) -> None:
        """Something was sold, claimed, or renamed."""
        self._stale = True
        if self.isVisible():
            self.activated()

    def asked(self, request: object) -> None:
        """Another screen wants a receipt, by its number."""
        if isinstance(request, str) and self._presenter is not None:
            self._presenter.open(request)

    def scanned(self, code: str) -> bool:
        """A receipt's code opens it; other codes are the cashier's."""
        if self._presenter is None or kind_of(cleaned(code)) is not CodeKind.RECEIPT:
            return False
        self._presenter.open(code)
        return True

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        hint = self.shell.keys.hint
        self.search.say(self.tr("Receipt number"), hint("find"))
        self.take_in.set_label(self.tr("Import"))
        self.put_out.set_label(self.tr("Export"))
        self.days.say()
        self.totals.say()
        self.preview.say(hint("reprint") if self.width() >= _WIDE else "")
        self.tender.setAccessibleName(self.tr("Paid by"))
        chosen = self.tender.currentIndex()
        self.tender.clear()
        self.tender.addItem(self.tr("Any payment"), "")
        for kind in TenderKind:
            self.tender.addItem(tender_words((kind.value,), self.shell.language), kind.value)
        self.tender.setCurrentIndex(max(0, chosen))
        self.table.setAccessibleName(self.tr("Sales"))
        self.table.set_columns(self._columns())
        if self._listing is not None:
            self._show_around(self._listing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the search."""
        if event.key() == Qt.Key.Key_Escape and not self.search.hasFocus():
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what matters: number, time, member, total and points."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.preview.setFixedWidth(400 if wide else 340)
        for column in (_PIECES, _DISCOUNT, _TENDERS):
            self.table.setColumnHidden(column, not wide)
        self.preview.say(self.shell.keys.hint("reprint") if wide else "")

    # --- SalesView ------------------------------------------------------------

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""
        presenter = self._presenter
        assert presenter is not None
        self._listing = listing
        wanted = listing.wanted
        self.days.show_days(listing.period, wanted.first_day, wanted.last_day, listing.today)
        self.table.show_paged(listing.count, presenter.fetch)
        self._show_around(listing)

    def show_totals(self, totals: DayTotal | None) -> None:
        """Show what the listed sales come to."""
        self._totals = totals
        self.totals.show_totals(totals, self._currency)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show one receipt, or none."""
        presenter = self._presenter
        assert presenter is not None
        if receipt is None:
            self.preview.show_receipt(None, (), claimable=False)
            return
        roll: ReceiptWidth = "58" if self.shell.config.receipt_width == "58" else "80"
        pages = pages_of(self.shell, receipt, roll, duplicate=False)
        self.preview.show_receipt(receipt, pages, claimable=presenter.can_claim(receipt))

    def open_claim(self, receipt: Receipt) -> None:
        """Ask which member gets the points."""
        self._claim_sheet().ask(receipt, self._currency)

    def show_claimants(self, text: str, found: tuple[Claimant, ...]) -> None:
        """Show who may be meant."""
        self._claim_sheet().list_members(text, found)

    def choose_claimant(self, claimant: Claimant) -> None:
        """A card was scanned."""
        self.shell.sound(good=True)
        self._claim_sheet().choose(claimant)

    def claimed(self, claimed: Claimed) -> None:
        """The points were given."""
        self._claim_sheet().close_sheet()
        words = self.tr("{points} points given · {before} → {after}").format(
            points=f"{claimed.points:,}",
            before=f"{claimed.points_before:,}",
            after=f"{claimed.points_after:,}",
        )
        self.shell.toast(words)
        self.shell.tell_changed("members", self)

    def refuse_claim(self, error: Exception) -> None:
        """Say in the sheet why not."""
        self.shell.sound(good=False)
        self._claim_sheet().refuse(self.shell.sentence(error))

    def refuse(self, error: Exception) -> None:
        """Say it in the banner."""
        self.shell.show_error(error)

    # --- inside ---------------------------------------------------------------

    def _wire(self, presenter: SalesPresenter) -> None:
        self.search.entered.connect(self._search)
        self.search.left_down.connect(self._into_list)
        self.days.period_chosen.connect(presenter.show_period)
        self.days.days_chosen.connect(presenter.show_days)
        self.tender.activated.connect(
            lambda _at: presenter.show_tender(str(self.tender.currentData()))
        )
        self.table.current_changed.connect(lambda _at: self._show_current())
        self.table.paged.dataChanged.connect(lambda *_: self._show_current())
        self.table.opened.connect(lambda _at: self.preview.print.setFocus())
        self.take_in.clicked.connect(lambda: open_import(self.shell, "sales"))
        self.put_out.clicked.connect(lambda: open_export(self.shell, "sales"))
        self._empty.acted.connect(self._empty_acted)
        self.preview.print.clicked.connect(self._print)
        self.preview.save.clicked.connect(self._save)
        self.preview.why.clicked.connect(self._explain)
        self.preview.claim.clicked.connect(presenter.ask_claim)
        self.shell.keys.bind(self, "find", self._go_find)
        self.shell.keys.bind(self, "reprint", self._print)

    def _claim_sheet(self) -> SaleClaimSheet:
        if self._claim is None:
            from app.ui.sales.claim_sheet import SaleClaimSheet

            presenter = self._presenter
            assert presenter is not None
            self._claim = SaleClaimSheet(self.shell.overlay_parent())
            self._claim.typed.connect(presenter.find_claimants)
            self._claim.scanned_code.connect(presenter.scan_claimant)
            self._claim.confirmed.connect(presenter.claim)
        return self._claim

    def _columns(self) -> tuple[Column[SaleRow], ...]:
        nobody = self.tr("No member")

        def member(row: SaleRow) -> str:
            return row.member_name or row.member_number or nobody

        def muted(row: SaleRow) -> Tone:
            return Tone.NORMAL if row.member_number else Tone.MUTED

        def points(row: SaleRow) -> Tone:
            return Tone.NORMAL if row.points_burned else Tone.SUCCESS

        return (
            Column(self.tr("Number"), lambda r: r.number, 100),
            Column(self.tr("Time"), self._time, 116, tone=Tone.MUTED),
            Column(self.tr("Member"), member, tone=muted),
            Column(self.tr("Pieces"), lambda r: quantity(r.pieces_milli), 60, right=True),
            Column(self.tr("Total"), self._total, 96, right=True, strong=True),
            Column(self.tr("Discount"), self._discount, 80, right=True, tone=Tone.SUCCESS),
            Column(self.tr("Points"), points_words, 112, right=True, tone=points),
            Column(self.tr("Paid by"), self._tenders, 116, tone=Tone.MUTED),
        )

    def _time(self, row: SaleRow) -> str:
        today = self._listing.today if self._listing is not None else date.min
        return moment_words(row.sold_at, today)

    def _total(self, row: SaleRow) -> str:
        return money(row.total_minor, self._currency, sign=False)

    def _discount(self, row: SaleRow) -> str:
        return less(row.discount_minor, self._currency)

    def _tenders(self, row: SaleRow) -> str:
        return tender_words(row.tenders, self.shell.language)

    def _show_around(self, listing: Listing) -> None:
        """All but the rows: the figures, and what an empty list says."""
        self.totals.show_totals(self._totals, self._currency)
        self._middle.setCurrentIndex(0 if listing.count else 1)
        if listing.any_at_all:
            words, action = self.tr("Nothing was sold then."), self.tr("Show all sales")
        else:
            words = self.tr(
                "Nothing sold yet. Ring up the first sale at the till,"
                " or bring your old sales along from a file."
            )
            action = self.tr("Import a file…")
        key = "" if listing.any_at_all else self.shell.keys.hint("go_cashier")
        self._empty.say(words, key=key, action=action)
        if self._presenter is not None:
            self.show_receipt(self._presenter.receipt)

    def _show_current(self) -> None:
        row: SaleRow | None = self.table.current_row()
        if row is not None and self._presenter is not None:
            self._presenter.show(row.sale_id)

    def _search(self, text: str) -> None:
        if self._presenter is not None and text:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.paged.index(-1, -1))
            self._presenter.open(text)
        elif not text:
            self._into_list()

    def _into_list(self) -> None:
        if self._listing is not None and self._listing.count:
            self.table.enter()

    def _go_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _print(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is not None:
            print_receipt(self.shell, receipt, duplicate=True)

    def _save(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is not None:
            save_pdf(self.shell, receipt, duplicate=True)

    def _explain(self) -> None:
        from app.ui.sales.why_sheet import SaleWhySheet

        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is not None:
            window, language = self.shell.overlay_parent(), self.shell.language
            sheet = SaleWhySheet(window, receipt, self._currency, language)
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def _empty_acted(self) -> None:
        if self._listing is not None and self._listing.any_at_all and self._presenter is not None:
            self.tender.setCurrentIndex(0)
            self._presenter.show_everything()
        else:
            open_import(self.shell, "sales")
