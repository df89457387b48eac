"""The members' screen: a list of any length, and a page per member."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.services.member_types import MemberRow
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.ui.members.cleaning import wire_list
from app.ui.members.list_view import MemberList
from app.ui.members.page_view import MemberPage
from app.ui.members.presenter import MembersPresenter
from app.ui.members.presenting.cards import CardChoice, Whose
from app.ui.members.presenting.listing import Listed
from app.ui.members.presenting.page import Page, Past
from app.ui.members.presenting.told import Told
from app.ui.members.words import told_words, warning_words
from app.ui.screen import Screen
from app.ui.shell import Shell, Shop

if TYPE_CHECKING:
    from app.services.cards import MemberCard
    from app.services.member_types import MemberHit
    from app.services.merge_types import KeptPlan, Merge
    from app.services.rules.plans import Cancellation
    from app.services.rules.wallets import Closing
    from app.ui.members.presenting.editing import Form
    from app.ui.members.presenting.holdings import Holding
    from app.ui.members.sheets import MembersSheets
    from app.ui.members.value_sheets import ValueSheets


class MembersScreen(Screen):
    """The people enrolled."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: MembersPresenter | None = None
        self._made_sheets: MembersSheets | None = None
        self._stale = True
        self.list = MemberList()
        self.page = MemberPage(shell)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.list)

    # --- what the window tells ----------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The shop is open: find the members."""
        presenter = self._presenter = MembersPresenter(self, shop, self.shell.tasks)
        self._wire(presenter)
        presenter.listing.want(text=self.list.search.text().strip())

    def activated(self) -> None:
        """Show what changed while another section was in front."""
        self._catch_up()
        if self.showing_page():
            self.page.setFocus()

    def typed_ahead(self, text: str) -> None:
        """What was typed before the shop was open."""
        self.list.search.setText(text)

    def asked(self, request: object) -> None:
        """Open a member's page."""
        if isinstance(request, UUID) and self._presenter is not None:
            self._presenter.open(request)

    def scanned(self, code: str) -> bool:
        """A member's card opens that member; other codes are the cashier's."""
        if self._presenter is None or kind_of(cleaned(code)) is not CodeKind.MEMBER:
            return False
        self._presenter.open_card(code)
        return True

    def shop_changed(self, topic: str) -> None:
        """Members, sales or settings changed elsewhere: shown now, or on coming to the front."""
        if topic in ("members", "sales", "settings", "care"):
            self._stale = True
            if self.isVisible() and self._presenter is not None:
                self._catch_up()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.list.retranslate(self.shell.keys.hint)
        self.page.retranslate()
        self.page.header.top_up.set_hint(self.shell.keys.hint("top_up"))
        if self._made_sheets is not None:
            self._made_sheets.retranslate()

    def _catch_up(self) -> None:
        """Show everything as it is now, where something changed."""
        desk = self.shell.shop.desk
        self.list.use(desk.settings.money, desk.today())
        self.page.use(desk.settings.money, desk.today())
        if self._stale and self._presenter is not None:
            self._stale = False
            self._presenter.reload()

    # --- keys ---------------------------------------------------------------------------

    def _wire(self, presenter: MembersPresenter) -> None:
        self.list.wanted.connect(self._want)
        self.list.opened.connect(self._open_row)
        header, page = self.page.header, self.page
        page.back_asked.connect(self.back)
        page.cashier_asked.connect(self._to_cashier)
        page.history.more_asked.connect(presenter.page.more_history)
        page.points.more_asked.connect(presenter.page.more_points)
        page.wallet.more_asked.connect(presenter.page.more_wallet)
        self._wire_value()
        for past in (page.history, page.points, page.wallet):
            past.receipt_asked.connect(lambda number: self.shell.go("sales", number))
        header.reveal_asked.connect(presenter.page.show_phone)
        header.check_in_asked.connect(presenter.check_in)
        header.moved.connect(presenter.move)
        page.cards.lost.connect(presenter.actions.report_lost)
        page.cards.found.connect(presenter.actions.found_again)
        page.cards.replaced.connect(presenter.actions.replace)
        self._wire_merging(presenter)
        header.edit_asked.connect(presenter.edit)
        page.details.buyer_asked.connect(self._ask_buyer)
        header.print_asked.connect(self._print_card)
        header.save_asked.connect(self._save_card)
        page.cards.print_asked.connect(self._print_card)
        page.cards.save_asked.connect(self._save_card)
        page.cards.add_asked.connect(lambda: self.sheets().ask_card())
        self.list.cards_asked.connect(self._ask_cards)
        self._cleaner = wire_list(self, presenter)
        self.shell.keys.bind(self, "find", self._find)
        self.shell.keys.bind(self, "new", self._new)
        self.shell.keys.bind(self, "edit", self._edit)

    def _wire_value(self) -> None:
        """Points, coupons, passes, plan and wallet."""
        header, page = self.page.header, self.page
        for asked, do in (
            (header.points_asked, lambda: self._value().ask_points()),
            (page.adjust.clicked, lambda: self._value().ask_points()),
            (header.coupon_asked, lambda: self._value().ask_coupon()),
            (page.holdings.issue_asked, lambda: self._value().ask_coupon()),
            (header.reward_asked, lambda: self._value().ask_reward()),
            (header.statement_asked, lambda: self._value().save_statement()),
            (page.statement.clicked, lambda: self._value().save_statement()),
            (header.top_up_asked, self._top_up),
            (page.pay_out.clicked, self._pay_out),
        ):
            asked.connect(do)
        page.holdings.acted.connect(lambda row: self._value().act(row))
        page.holdings.sale_asked.connect(lambda what: self._value().to_counter(what))
        self.shell.keys.bind(self, "top_up", self._top_up)

    def _ask_buyer(self) -> None:
        from app.ui.members.buyer_sheet import BuyerSheet

        page = self.page.shown()
        if page is not None:
            sheet = BuyerSheet(self.shell)
            sheet.closed.connect(sheet.deleteLater)
            sheet.ask(page.member.member_id, page.member.name or page.member.number, page.buyer)

    def _wire_merging(self, presenter: MembersPresenter) -> None:
        """Two members who are one person."""
        header = self.page.header
        header.merge_asked.connect(lambda: self.sheets().ask_merge())
        header.unmerge_asked.connect(self._ask_unmerge)
        header.other_asked.connect(presenter.open)

    def _ask_unmerge(self) -> None:
        if self._presenter is not None and (page := self._presenter.page.page) is not None:
            self._presenter.merging.ask_unmerge(page)

    def _value(self) -> ValueSheets:
        return self.sheets().value

    def _top_up(self) -> None:
        page = None if self._presenter is None else self._presenter.page.page
        if self.showing_page() and page is not None and page.scheme.wallet is not None:
            self._value().to_counter("top_up")

    def _pay_out(self) -> None:
        if self._presenter is not None and (page := self._presenter.page.page) is not None:
            self._presenter.value.ask_close(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page, then empties the search."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.showing_page():
            self.back()
        else:
            self.list.search.setFocus()

    def back(self) -> None:
        """From the page to the list, as it was left."""
        if self._presenter is None:
            return
        self._presenter.page.leave()
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        if self.list.table.currentIndex().isValid():
            self.list.table.setFocus()
        else:
            self.list.search.setFocus()
        self._catch_up()

    def showing_page(self) -> bool:
        """Whether a member's page is in front, not the list."""
        return self._stack.currentWidget() is self.page

    def _find(self) -> None:
        if self.showing_page():
            self.back()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _want(self, part: str, value: str) -> None:
        if self._presenter is not None:
            self.list.expect_answer()
            self._presenter.listing.want(**{part: value})

    def _open_row(self, row: MemberRow) -> None:
        if self._presenter is not None:
            self._presenter.open(row.member_id)

    def sheets(self) -> MembersSheets:
        """The sheets, made when first needed."""
        if self._made_sheets is None:
            from app.ui.members.sheets import MembersSheets

            assert self._presenter is not None, "no sheet is asked for before the shop is open"
            self._made_sheets = MembersSheets(self.shell, self._presenter)
        return self._made_sheets

    def _new(self) -> None:
        """Enrol somebody: whom the search found nobody for, where it did."""
        missed = not self.showing_page() and not self.list.listed_count
        if self._presenter is not None:
            self._presenter.editing.new(self.list.search.text().strip() if missed else "")

    def _edit(self) -> None:
        """The member on the page."""
        if self._presenter is not None and self.showing_page():
            self._presenter.edit()

    def _ask_cards(self) -> None:
        found = self.list
        self.sheets().ask_cards(found.spans(), found.chosen_count(), found.listed_count)

    def _print_card(self, card: MemberCard | None = None) -> None:
        whose = self._whose(card)
        if whose is not None:
            self.sheets().print_cards(CardChoice(whose))

    def _save_card(self, card: MemberCard | None = None) -> None:
        page = self._presenter.page.page if self._presenter is not None else None
        whose = self._whose(card)
        if whose is not None and page is not None:
            self.sheets().save_one(whose, page.member.number)

    def _whose(self, card: MemberCard | None) -> Whose | None:
        """This card, or the one that works of the member on the page."""
        page = self._presenter.page.page if self._presenter is not None else None
        if page is None:
            return None
        member_id = page.member.member_id
        return Whose(member_id=member_id) if card is None else Whose(card_id=card.card_id)

    def _to_cashier(self) -> None:
        page = self._presenter.page.page if self._presenter is not None else None
        if page is not None:
            self.shell.go("cashier", page.member.member_id)

    # --- what the presenter asks for ----------------------------------------------------

    def show_list(self, listed: Listed) -> None:
        """Show a list."""
        if self._presenter is not None:
            self.list.show_list(listed, self._presenter.listing.fetch)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Offer these tags."""
        self.list.show_tags(tags)

    def show_page(self, page: Page) -> None:
        """Bring a member's page to the front."""
        self.page.use(self.shell.shop.desk.settings.money, page.today)
        self.page.show_page(page, self.shell.language)
        if not self.showing_page():
            self._stack.setCurrentWidget(self.page)
            self.setFocusProxy(self.page)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_phone(self, phone: str) -> None:
        """Show the phone, hidden or whole."""
        self.page.header.show_phone(phone)

    def show_history(self, past: Past) -> None:
        """Show more of what happened."""
        self.page.show_history(past)

    def show_points(self, past: Past) -> None:
        """Show more of the points."""
        self.page.show_points(past)

    def show_wallet(self, past: Past) -> None:
        """Show more of the stored value."""
        self.page.show_wallet(past)

    def ask_cancel(self, name: str, ending: Cancellation) -> None:
        """Ask before a plan is cancelled."""
        self._value().ask_cancel(name, ending)

    def ask_refund(self, row: Holding, minor: int) -> None:
        """Ask before a pass is paid back."""
        self._value().ask_refund(row, minor)

    def ask_close(self, closing: Closing) -> None:
        """Ask before a wallet is paid out."""
        self._value().ask_close(closing)

    def show_others(self, text: str, found: tuple[MemberHit, ...]) -> None:
        """List who may be the same person."""
        self.sheets().merge.list_others(text, found)

    def show_merge(self, merge: Merge, plan: KeptPlan | None) -> None:
        """Show what a merge would do."""
        self.sheets().show_merge(merge, plan)

    def show_unmerge(self, merge: Merge) -> None:
        """Show what taking it apart would do."""
        self.sheets().show_unmerge(merge)

    def refuse_merge(self, error: Exception) -> None:
        """Say why two cannot be merged."""
        self.sheets().merge.refuse(self.shell.sentence(error))

    def undone_reason(self) -> str:
        """What a ledger says of something taken back at once."""
        return self.tr("taken back at once")

    def spoken_language(self) -> str:
        """The language shown."""
        return self.shell.language

    def tell(self, told: Told, undo: Callable[[], None] | None = None) -> None:
        """Say what happened."""
        self.shell.forget_error()
        words = [told_words(told), *(warning_words(code) for code in told.warnings)]
        self.shell.toast(" · ".join(words), undo)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        if self._made_sheets is None or not self._made_sheets.refuse(error):
            self.shell.show_error(error)

    def open_editor(self, form: Form) -> None:
        """Let a member be typed."""
        self.sheets().edit(form)

    def close_editor(self) -> None:
        """The draft is saved."""
        self.sheets().editor.close_saved()

    def refuse_draft(self, error: Exception) -> None:
        """Say beside the field why the draft cannot be saved."""
        self.sheets().refuse_draft(error)

    def scanned_tone(self, good: bool) -> None:
        """The tone of a scan; a good one takes the last refusal away."""
        if good:
            self.shell.forget_error()
        self.shell.sound(good)

    def changed(self, *, page_too: bool = True) -> None:
        """Show the page as it is now, the list when it comes back, and tell other screens.

        Without `page_too` the page is left alone: it has just been opened."""
        if page_too and self._presenter is not None:
            self._presenter.page.reload()
        if self.showing_page():
            self._stale = True
        elif self._presenter is not None:
            self._presenter.listing.reload()
        self.shell.tell_changed("members", self)
