"""The screen of sales: the list, the page of one sale, and today at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.money import CURRENCIES, Currency
from app.services.sale_list import Documents, Returned, SaleFilter, SaleRow
from app.ui.invoicing import open_invoice, open_waiting
from app.ui.receipts import (
    pages_of,
    paper,
    print_gift,
    print_receipt,
    print_slip,
    save_pdf,
    save_slip,
    slip_pages,
)
from app.ui.returning import open_return, open_void
from app.ui.sales.glance_view import GlanceView
from app.ui.sales.list_view import SalesList
from app.ui.sales.page_view import SalePageView
from app.ui.sales.words import find_suggestion
from app.ui.screen import Screen
from app.ui.shell import DayAtAGlance, Shell, Shop
from app.ui.transfers import open_export, open_import

if TYPE_CHECKING:
    from app.services.claims import Claimed
    from app.services.glance import Glance
    from app.services.rules.receipt import Receipt
    from app.services.rules.refund import RefundDone
    from app.services.sale_pages import SalePage
    from app.services.sales import DayTotal
    from app.ui.sales.claim_sheet import SaleClaimSheet
    from app.ui.sales.presenter import Claimant, Find, Listing, SalesPresenter


class SalesScreen(Screen):
    """What was sold, what came back, and how the day goes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: SalesPresenter | None = None
        self._claim: SaleClaimSheet | None = None
        self._currency: Currency = CURRENCIES["CNY"]
        self._listing: Listing | None = None
        self._totals: DayTotal | None = None
        self._stale = False
        self.list, self.page, self.glance = SalesList(), SalePageView(), GlanceView()
        self.search, self.days, self.tender = self.list.search, self.list.days, self.list.tender
        self.totals, self.table, self.preview = (
            self.list.totals,
            self.list.table,
            self.list.preview,
        )
        self.stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for view in (self.list, self.page, self.glance):
            self.stack.addWidget(view)
        whole.addWidget(self.stack)
        self.setFocusProxy(self.list)

    # --- the window's calls ---------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """List what was sold today."""
        from app.ui.sales.presenter import SalesPresenter

        self._use(shop.desk.settings.money)
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
            if self.stack.currentWidget() is self.glance:
                self._presenter.look_at_today()

    def shop_changed(self, topic: str) -> None:
        """Something was sold, taken back, claimed, or renamed."""
        self._stale = True
        self._use(self.shell.shop.desk.settings.money)
        if self.isVisible():
            self.activated()

    def asked(self, request: object) -> None:
        """Another screen wants a sale's page, by its number, the day at a glance, or a list."""
        if self._presenter is None:
            return
        if isinstance(request, str):
            self._presenter.open(request)
        elif isinstance(request, DayAtAGlance):
            self.look_at_today()
        elif isinstance(request, SaleFilter):
            self._turn_to(self.list)
            self._presenter.show_wanted(request)

    def scanned(self, code: str) -> bool:
        """The code of a receipt or a refund opens its sale; other codes are the cashier's."""
        kinds = (CodeKind.RECEIPT, CodeKind.REFUND)
        if self._presenter is None or kind_of(cleaned(code)) not in kinds:
            return False
        self._presenter.submitted(code)
        return True

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        hint, language = self.shell.keys.hint, self.shell.language
        self.list.say(language, hint)
        self.page.say(language, hint)
        self.glance.say(hint)
        if self._listing is not None:
            self.list.show_around(self._listing, hint("go_cashier"))
            self.totals.show_totals(self._totals, self._currency)
            if self._presenter is not None:
                self.show_receipt(self._presenter.receipt)

    def _use(self, currency: Currency) -> None:
        self._currency = currency
        for view in (self.list, self.page, self.glance):
            view.use(currency)

    # --- SalesView ------------------------------------------------------------

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""
        presenter = self._presenter
        assert presenter is not None
        self._listing = listing
        self.list.show_listing(listing)
        self.list.show_around(listing, self.shell.keys.hint("go_cashier"))
        self.table.show_paged(listing.count, presenter.fetch)

    def show_totals(self, totals: DayTotal | None) -> None:
        """Show what the listed sales come to."""
        self._totals = totals
        self.totals.show_totals(totals, self._currency)

    def show_finds(self, text: str, finds: tuple[Find, ...]) -> None:
        """List what a text may mean."""
        rows = [find_suggestion(find, self._currency) for find in finds]
        self.search.suggest(text.strip(), rows)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show one receipt, or none; the sale's page too, where it is open."""
        presenter = self._presenter
        assert presenter is not None
        if receipt is None:
            self.preview.show_receipt(None, (), claimable=False)
            return
        page = presenter.page
        pages = pages_of(self.shell, receipt, paper(self.shell), duplicate=False)
        self.preview.show_receipt(
            receipt,
            pages,
            claimable=presenter.can_claim(receipt),
            returned=Returned.NOTHING if page is None else page.returned,
        )
        if page is not None and self.stack.currentWidget() is self.page:
            self.page.show_page(page)

    def show_refund(self, done: RefundDone) -> None:
        """Show the slip of a refund or void beside the list."""
        self.preview.show_slip(done, slip_pages(self.shell, done))

    def open_page(self, page: SalePage) -> None:
        """Show the page of a sale in place of the list."""
        self.page.show_page(page)
        self._turn_to(self.page)

    def show_glance(self, glance: Glance, expected_minor: int | None) -> None:
        """Show today, and the cash that should be there where that is told."""
        self.glance.show_glance(glance, expected_minor)
        if self.stack.currentWidget() is not self.glance:
            self._turn_to(self.glance)

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
        view = self.list
        view.search.edited.connect(presenter.typed)
        view.search.submitted.connect(self._submitted)
        view.search.chosen.connect(presenter.take)
        view.filter_dropped.connect(presenter.drop_filter)
        view.filters.dropped.connect(presenter.drop_filter)
        view.today.clicked.connect(self.look_at_today)
        view.days.period_chosen.connect(presenter.show_period)
        view.days.days_chosen.connect(presenter.show_days)
        view.tender.activated.connect(
            lambda _at: presenter.show_tender(str(view.tender.currentData()))
        )
        view.documents.activated.connect(
            lambda _at: presenter.show_documents(Documents(view.documents.currentData()))
        )
        view.table.current_changed.connect(lambda _at: self._show_current())
        view.table.paged.dataChanged.connect(lambda *_: self._show_current())
        view.table.opened.connect(lambda _at: self._open_current())
        view.take_in.clicked.connect(lambda: open_import(self.shell, "sales"))
        view.put_out.clicked.connect(lambda: open_export(self.shell, "sales"))
        view.empty.acted.connect(self._empty_acted)
        view.preview.whole.clicked.connect(self._open_current)
        view.preview.save.clicked.connect(self._save)
        view.preview.why.clicked.connect(self._explain)
        for part in (self.preview, self.page):
            part.print.clicked.connect(self._print)
            part.claim.clicked.connect(presenter.ask_claim)
        self.preview.back.clicked.connect(self._take_back)
        self.page.refund.clicked.connect(self._take_back)
        self.page.void.clicked.connect(self._undo)
        self.page.gift_asked.connect(self._gift)
        self.page.invoice_asked.connect(self._invoice)
        view.commissions.clicked.connect(self._commissions)
        view.invoices.clicked.connect(lambda: open_waiting(self.shell))
        self.shell.keys.bind(self, "gift_receipt", self._gift)
        self.shell.keys.bind(self, "invoice", self._invoice)
        self.page.back_asked.connect(self.back_to_list)
        self.page.member_asked.connect(self._go_to_member)
        self.page.sale_asked.connect(presenter.open)
        self.glance.back_asked.connect(self.back_to_list)
        self.glance.again_asked.connect(presenter.look_at_today)
        self.shell.keys.bind(self, "find", self._go_find)
        self.shell.keys.bind(self, "reprint", self._print)
        self.shell.keys.bind(self, "refund", self._take_back)
        self.shell.keys.bind(self, "void", self._undo)

    def look_at_today(self) -> None:
        """Show the day, as it is now."""
        if self._presenter is not None:
            self._presenter.look_at_today()

    def back_to_list(self) -> None:
        """Leave the page or the glance: the list stands as it was."""
        self._turn_to(self.list)
        if self.table.currentIndex().isValid():
            self.table.setFocus()

    def _turn_to(self, view: QWidget) -> None:
        # The stack moves the focus by itself to what it shows; the window asks the proxy.
        self.setFocusProxy(view)
        self.stack.setCurrentWidget(view)
        view.setFocus()

    def _claim_sheet(self) -> SaleClaimSheet:
        if self._claim is None:
            from app.ui.sales.claim_sheet import SaleClaimSheet

            self._claim = SaleClaimSheet(self.shell.overlay_parent())
            presenter = self._presenter
            assert presenter is not None
            self._claim.typed.connect(presenter.find_claimants)
            self._claim.scanned_code.connect(presenter.scan_claimant)
            self._claim.confirmed.connect(presenter.claim)
        return self._claim

    def _show_current(self) -> None:
        row: SaleRow | None = self.table.current_row()
        if row is None or self._presenter is None:
            return
        if row.refund_id is not None:
            self._presenter.show_refund(row.refund_id, row.sale_id)
        elif row.sale_id is not None:
            self._presenter.show(row.sale_id)

    def _open_current(self) -> None:
        if self._presenter is not None and self._presenter.page is not None:
            self.open_page(self._presenter.page)

    def _submitted(self, text: str) -> None:
        if self._presenter is not None:
            self.search.clear()
            self._presenter.submitted(text)

    def _go_find(self) -> None:
        self._turn_to(self.list)
        self.search.setFocus()
        self.search.line_edit().selectAll()

    def _go_to_member(self) -> None:
        page = self.page.page()
        if page is not None and page.receipt.member is not None:
            self.shell.go("members", page.receipt.member.member_id)

    def _take_back(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        open_return(self.shell, "" if receipt is None else receipt.number)

    def _undo(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is not None:
            open_void(self.shell, receipt.number)

    def _print(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        done = self._refund_in_front()
        if done is not None:
            print_slip(self.shell, done, duplicate=True)
        elif receipt is not None:
            print_receipt(self.shell, receipt, duplicate=True)

    def _refund_in_front(self) -> RefundDone | None:
        """The refund whose slip stands beside the list; a sale's page is about the sale."""
        on_list = self.stack.currentWidget() is self.list
        return self._presenter.refund if self._presenter is not None and on_list else None

    def _save(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        done = self._refund_in_front()
        if done is not None:
            save_slip(self.shell, done)
        elif receipt is not None:
            save_pdf(self.shell, receipt, duplicate=True)

    def _gift(self) -> None:
        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is not None:
            print_gift(self.shell, receipt)

    def _invoice(self) -> None:
        """The invoice of the sale in front; with none, all that wait."""
        receipt = self._presenter.receipt if self._presenter is not None else None
        if receipt is None:
            open_waiting(self.shell)
        else:
            open_invoice(self.shell, receipt)

    def _commissions(self) -> None:
        from app.ui.sales.commission_sheet import CommissionSheet

        sheet = CommissionSheet(self.shell, self._currency)
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

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
            self.list.documents.setCurrentIndex(0)
            self._presenter.show_everything()
        else:
            open_import(self.shell, "sales")
