"""What the cashier's behaviour asks of a person: each question has its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.rules.money import Currency
from app.ui.returning import show_exchanged

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard
    from app.services.held_sales import HeldSale
    from app.services.member_types import MemberStrip
    from app.services.rules.receipt import Receipt
    from app.services.rules.refund import RefundDone
    from app.ui.cashier.presenting.charge import ChargeDesk
    from app.ui.cashier.presenting.laid import Choice
    from app.ui.cashier.presenting.parking import Resumed
    from app.ui.cashier.presenting.pay import PayDesk
    from app.ui.cashier.sheets import CashierSheets
    from app.ui.shell import Shell


class CashierAsks:
    """The part of the cashier's screen that opens sheets; none before the shop is open."""

    _sheets: CashierSheets | None
    _currency: Currency
    shell: Shell

    def open_enrolment(self, phone: str, name: str) -> None:
        """Ask for a new member."""
        if self._sheets is not None:
            self._sheets.enrol(phone, name)

    def open_item(self, name: str, price: str) -> None:
        """Ask for an open item."""
        if self._sheets is not None:
            self._sheets.open_item(name, price)

    def ask_quantity(self) -> None:
        """Ask how many, or what the scale says."""
        if self._sheets is not None:
            self._sheets.ask_quantity()

    def open_payment(self, desk: PayDesk) -> None:
        """Ask how it is paid."""
        if self._sheets is not None:
            self._sheets.pay(desk)

    def ask_note(self) -> None:
        """Ask what the basket is called."""
        if self._sheets is not None:
            self._sheets.note_sheet.ask()

    def show_changes(self, resumed: Resumed) -> None:
        """Show what changed while it was parked."""
        if self._sheets is not None:
            self._sheets.changes_sheet.tell(resumed, self._currency)

    def open_held(self, held: tuple[HeldSale, ...]) -> None:
        """Let one be chosen."""
        if self._sheets is not None:
            self._sheets.choose_held(held)

    def open_benefits(self, choices: tuple[Choice, ...]) -> None:
        """Let one be chosen."""
        if self._sheets is not None:
            self._sheets.value.choose_benefit(choices)

    def ask_voucher(self, choice: Choice) -> None:
        """Ask for the code that is handed out."""
        if self._sheets is not None:
            self._sheets.value.ask_voucher(choice)

    def open_gift(self, card: GiftCard) -> None:
        """Show what a gift card holds."""
        if self._sheets is not None:
            self._sheets.value.gift.ask(card)

    def open_charge(self, desk: ChargeDesk) -> None:
        """Ask what is charged or sold, and how it is paid."""
        if self._sheets is not None:
            self._sheets.value.ask_charge(desk)

    def offer_claim(self, receipt: Receipt, strip: MemberStrip) -> None:
        """Ask before points are given late."""
        if self._sheets is not None:
            self._sheets.offer_claim(receipt, strip)

    def exchanged(self, done: RefundDone) -> None:
        """Goods came back for what was just sold."""
        show_exchanged(self.shell, done)

    def spoken_language(self) -> str:
        """The language shown."""
        return self.shell.language
