"""Opens the cashier's sheets, each made when first needed, and carries their answers back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.errors import FieldInvalid, GiftCardNotUsable, PhoneTaken
from app.services.documents.labels import labels_for
from app.services.gift_cards import GiftCard, GiftCardState
from app.services.rules.cart import MemberFacts
from app.services.rules.money import Currency, quantity
from app.services.texts import CART_TEXT_LENGTH, LABEL_LENGTH, checked_text
from app.ui import receipts
from app.ui.cashier.claim_sheet import ClaimSheet
from app.ui.cashier.customer import show_sale
from app.ui.cashier.held_sheets import ChangesSheet, HeldSheet, NoteSheet
from app.ui.cashier.pay_sheet import PaySheet
from app.ui.cashier.receipt_sheet import ReceiptSheet
from app.ui.cashier.small_sheets import (
    DiscountSheet,
    EnrolSheet,
    OpenItemSheet,
    QuantitySheet,
)
from app.ui.cashier.value_sheets import ValueSheets
from app.ui.cashier.why_sheet import WhySheet
from app.ui.cashier.words import pieces_words
from app.ui.invoicing import open_invoice
from app.ui.returning import open_return, open_void
from app.ui.shell import Shell
from app.ui.widgets.asking import AskSheet

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.held_sales import HeldSale
    from app.services.member_types import Enrolled, MemberStrip
    from app.services.rules.cart import HandDiscount
    from app.services.rules.receipt import Receipt
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.pay import PayDesk


class CashierSheets:
    """One of each sheet for the life of the window."""

    def __init__(self, shell: Shell, presenter: CashierPresenter, currency: Currency) -> None:
        self._shell = shell
        self._presenter = presenter
        self._currency = currency
        window = shell.overlay_parent()
        self.pay_sheet = PaySheet(window, currency=currency)
        self.receipt_sheet = ReceiptSheet(window)
        self.enrol_sheet = EnrolSheet(window)
        self.item_sheet = OpenItemSheet(window, currency=currency)
        self.quantity_sheet = QuantitySheet(window)
        self.discount_sheet = DiscountSheet(window, currency=currency)
        self.held_sheet = HeldSheet(window, currency=currency)
        self.note_sheet = NoteSheet(window)
        self.changes_sheet = ChangesSheet(window)
        self.claim_sheet = ClaimSheet(window)
        self.why_sheet = WhySheet(window)
        self.value = ValueSheets(shell, presenter, currency)
        self._discounts_whole = False
        self._on_paper: UUID | None = None
        self._wire()

    def ask_feedback(self, receipt: Receipt | None = None) -> None:
        """Take down what the member on the cart, or of a receipt, says of the shop."""
        from app.ui.feedback_sheet import open_feedback

        who = self._presenter.strip if receipt is None else receipt.member
        sale_id = None if receipt is None else receipt.sale_id
        if who is None:
            open_feedback(self._shell, sale_id=sale_id)
        else:
            open_feedback(self._shell, who.member_id, who.name or who.number, sale_id)

    def _wire(self) -> None:
        presenter = self._presenter
        self.pay_sheet.completed.connect(presenter.complete)
        self.pay_sheet.closed.connect(lambda: self._shell.display.paying(on=False))
        self.enrol_sheet.submitted.connect(self._enrol)
        self.item_sheet.submitted.connect(self._sell_open)
        self.quantity_sheet.submitted.connect(presenter.set_quantity)
        self.discount_sheet.submitted.connect(self._discounted)
        self.held_sheet.recalled.connect(presenter.parking.recall)
        self.held_sheet.discarded.connect(presenter.parking.discard)
        self.note_sheet.submitted.connect(self._hold_as)
        self.claim_sheet.confirmed.connect(presenter.finder.claim)
        self.receipt_sheet.print_asked.connect(self._print)
        self.receipt_sheet.save_asked.connect(self._save)
        self.receipt_sheet.gift_asked.connect(
            lambda receipt: receipts.print_gift(self._shell, receipt)
        )
        self.receipt_sheet.invoice_asked.connect(lambda receipt: open_invoice(self._shell, receipt))
        self.receipt_sheet.feedback_asked.connect(self.ask_feedback)
        self.receipt_sheet.code_scanned.connect(presenter.finder.scan)
        self.receipt_sheet.return_asked.connect(lambda sold: open_return(self._shell, sold.number))
        self.receipt_sheet.void_asked.connect(lambda sold: open_void(self._shell, sold.number))
        self.pay_sheet.gift_scanned.connect(self._gift_scanned)
        self.pay_sheet.code_taken.connect(lambda: self._shell.sound(True))
        self.pay_sheet.tipped.connect(
            lambda desk, minor: self.pay_sheet.show_desk(presenter.paying.tip(desk, minor))
        )

    def refuse(self, error: Exception) -> bool:
        """Say it in the sheet that is open; False where none is.

        Where the drawer is to be opened first, basket and payment wait behind the question.
        """
        if self._shell.drawer.is_wanted_by(error) and not self.pay_sheet.isHidden():
            self._shell.drawer.open_first(self.pay_sheet.go_on)
            return True
        if not self.enrol_sheet.isHidden():
            self.enrol_sheet.say_error(self._shell.sentence(error))
            return True
        if self.value.refuse(error):
            return True
        self.pay_sheet.close_sheet()
        return False

    # --- questions ----------------------------------------------------------------------

    def pay(self, desk: PayDesk) -> None:
        """Ask how the basket is paid."""
        strip = self._presenter.strip
        count = pieces_words(quantity(desk.cart.pieces_milli))
        parts = [strip.name or strip.number] if strip is not None else []
        self._shell.display.paying(on=True)
        self.pay_sheet.ask(desk, " · ".join([*parts, count]), self._shell.language)

    def _gift_scanned(self, code: str) -> None:
        """A gift card over the pay sheet; one that cannot pay is refused there."""
        self._shell.tasks.run(
            lambda: self._shell.shop.gift_cards.find(code), self._gift_found, self._gift_refused
        )

    def _gift_found(self, card: GiftCard) -> None:
        good = card.state is GiftCardState.ACTIVE
        self._shell.sound(good)
        if good:
            self.pay_sheet.take_gift(card)
        else:
            reason = "code_expired" if card.state is GiftCardState.EXPIRED else "used_up"
            self.pay_sheet.say_error(self._shell.sentence(GiftCardNotUsable(card.code, reason)))

    def _gift_refused(self, error: Exception) -> None:
        self._shell.sound(good=False)
        self.pay_sheet.say_error(self._shell.sentence(error))

    def enrol(self, phone: str, name: str) -> None:
        """Ask for a new member."""
        self.enrol_sheet.ask(phone, name)

    def open_item(self, name: str, price: str) -> None:
        """Ask for an open item."""
        self.item_sheet.ask(name, price)

    def ask_quantity(self) -> None:
        """Ask how many of the line."""
        line = self._presenter.current()
        if line is not None and line.gross_minor is None:
            self.quantity_sheet.ask(line.item.name, line.quantity_milli, weighed=line.item.weighed)

    def ask_discount(self, *, whole: bool) -> None:
        """Ask for a discount on the line or on everything."""
        presenter = self._presenter
        line = presenter.current()
        if presenter.is_empty or (not whole and line is None):
            return
        self._discounts_whole = whole
        cart = presenter.state.basket.cart
        present = cart.discount if whole or line is None else line.discount
        sheet = self.discount_sheet
        name = (
            QCoreApplication.translate("Cashier", "whole cart")
            if whole or line is None
            else line.item.name
        )
        step = self._shell.shop.desk.settings.round_down_minor
        sheet.ask(name, present, whole=whole, step_minor=step)

    def choose_held(self, held: tuple[HeldSale, ...]) -> None:
        """Let one of several held sales be chosen."""
        self.held_sheet.ask(held, self._shell.shop.desk.today())

    def offer_claim(self, receipt: Receipt, strip: MemberStrip) -> None:
        """Ask before points are given late."""
        facts = MemberFacts(strip.member_id, strip.points)
        points = self._shell.shop.claims.points_of(receipt, facts)
        self.claim_sheet.ask(receipt, strip, points, self._currency)

    def explain(self) -> None:
        """Say why the basket costs what it costs."""
        desk = self._shell.shop.desk
        language = self._shell.language
        self.why_sheet.explain(self._presenter.state, desk.settings.money, language)

    # --- receipts -----------------------------------------------------------------------

    def show_receipt(self, receipt: Receipt, *, just_sold: bool) -> None:
        """Paint a receipt at once."""
        self.pay_sheet.close_sheet()
        keys = self._shell.keys
        gap_ms = self._shell.config.scanner_gap_ms
        self.receipt_sheet.use_keys(keys.action, keys.hint("refund"), gap_ms)
        settings = self._shell.shop.desk.settings
        self.receipt_sheet.show_receipt(
            receipt,
            settings.facts,
            labels_for(settings.language),
            just_sold=just_sold,
            width=self._shell.config.receipt_width,
        )

    def take_back(self) -> None:
        """Take goods back, of a sale still to be found."""
        open_return(self._shell)

    def void_last(self) -> None:
        """Undo this till's newest sale."""
        open_void(self._shell)

    def reprint_last(self) -> None:
        """Bring back this till's newest receipt."""

        def answered(receipts: tuple[Receipt, ...]) -> None:
            if receipts:
                self.show_receipt(receipts[0], just_sold=False)
            else:
                self._shell.toast(
                    QCoreApplication.translate("Cashier", "No sale yet: nothing to print again")
                )

        self._shell.tasks.run(lambda: self._shell.shop.sales.last(1), answered)

    def print_if_wanted(self, receipt: Receipt) -> None:
        """Open the drawer for cash, and print by itself where the till is set so; the sale is
        durable either way."""
        receipts.kick_drawer(self._shell, *receipt.tenders)
        show_sale(self._shell, receipt, self._currency)
        if self._shell.config.print_receipts:
            self._print(receipt, False)

    def _print(self, receipt: Receipt, duplicate: bool) -> None:
        again = duplicate or self._on_paper == receipt.sale_id
        receipts.print_receipt(
            self._shell, receipt, duplicate=again, then=lambda: self._given_out(receipt)
        )

    def _save(self, receipt: Receipt, duplicate: bool) -> None:
        again = duplicate or self._on_paper == receipt.sale_id
        receipts.save_pdf(
            self._shell, receipt, duplicate=again, then=lambda: self._given_out(receipt)
        )

    def _given_out(self, receipt: Receipt) -> None:
        """From now on every other copy of this receipt is a duplicate."""
        self._on_paper = receipt.sale_id

    # --- answers ------------------------------------------------------------------------

    def _enrol(self, name: str, phone: str) -> None:
        from app.services.member_types import MemberDraft

        shop, tasks = self._shell.shop, self._shell.tasks

        def done(enrolled: Enrolled) -> None:
            self.enrol_sheet.close_sheet()
            self._shell.tell_changed("members")
            self._presenter.attach(enrolled.member.member_id)
            if "phone_unparsed" in enrolled.warnings:
                self._shell.toast(
                    QCoreApplication.translate(
                        "Cashier", "The phone number looks unusual; it was kept as typed"
                    )
                )

        def refused(error: Exception) -> None:
            if isinstance(error, PhoneTaken):
                # Entering a phone that somebody has opens that member (rule 26).
                self.enrol_sheet.close_sheet()
                self._shell.toast(self._shell.sentence(error))
                tasks.run(
                    lambda: shop.members.by_number(error.number),
                    lambda member: self._presenter.attach(member.member_id),
                )
                return
            self.refuse(error)

        draft = MemberDraft(name=name, phone=phone)
        tasks.run(lambda: shop.members.add(draft), done, refused)

    def _sell_open(self, name: str, price_minor: int) -> None:
        if self._takes(self.item_sheet, "name", name):
            self.item_sheet.close_sheet()
            self._presenter.add_open_item(name, price_minor)

    def _hold_as(self, note: str) -> None:
        if self._takes(self.note_sheet, "note", note, LABEL_LENGTH):
            self.note_sheet.close_sheet()
            self._presenter.parking.hold(note)

    def _takes(self, sheet: AskSheet, field: str, text: str, limit: int = CART_TEXT_LENGTH) -> bool:
        """Whether a text can stand on a receipt; the sheet says why not."""
        try:
            checked_text(field, text, limit)
        except FieldInvalid as error:
            sheet.say_error(self._shell.sentence(error))
            return False
        return True

    def _discounted(self, discount: HandDiscount | None) -> None:
        sheet = self.discount_sheet
        if discount is not None and not self._takes(sheet, "reason", discount.reason):
            return
        sheet.close_sheet()
        if self._discounts_whole:
            self._presenter.discount_basket(discount)
        else:
            self._presenter.discount_current(discount)
