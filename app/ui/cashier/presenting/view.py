"""What the cashier's behaviour asks of its screen and of the lane that does the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from app.errors import NeedsApproval
    from app.services.desk import Approval
    from app.services.gift_cards import GiftCard
    from app.services.held_sales import HeldSale
    from app.services.member_types import MemberStrip
    from app.services.rules.receipt import Receipt
    from app.services.rules.refund import RefundDone
    from app.ui.cashier.presenting.charge import Charged, ChargeDesk
    from app.ui.cashier.presenting.laid import Choice
    from app.ui.cashier.presenting.parking import Resumed
    from app.ui.cashier.presenting.pay import PayDesk
    from app.ui.cashier.presenting.state import CashierState, Offer
    from app.ui.cashier.presenting.told import Told


class CashierView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: CashierState) -> None:
        """Show the basket."""

    def show_offers(self, text: str, offers: tuple[Offer, ...]) -> None:
        """Show what was found for a text still being typed."""

    def tell(self, told: Told) -> None:
        """Say what happened."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def scanned_tone(self, good: bool) -> None:
        """Sound the tone of a scan."""

    def open_enrolment(self, phone: str, name: str) -> None:
        """Ask for a new member's particulars."""

    def open_item(self, name: str, price: str) -> None:
        """Ask for the name and price of an open item."""

    def ask_quantity(self) -> None:
        """Ask how many, or how much, of the current line."""

    def open_payment(self, desk: PayDesk) -> None:
        """Ask how the basket is paid."""

    def ask_approval(self, needs: NeedsApproval, then: Callable[[Approval], None]) -> None:
        """Ask a manager to allow it, on the spot."""

    def open_receipt(self, receipt: Receipt, *, just_sold: bool) -> None:
        """Show a receipt."""

    def exchanged(self, done: RefundDone) -> None:
        """Goods came back for what was just sold: say what is handed out."""

    def ask_note(self) -> None:
        """Ask what a basket about to be parked is called."""

    def show_changes(self, resumed: Resumed) -> None:
        """Show what is other than when a basket was parked."""

    def open_held(self, held: tuple[HeldSale, ...]) -> None:
        """Let one of several parked baskets be chosen."""

    def offer_claim(self, receipt: Receipt, strip: MemberStrip) -> None:
        """Ask whether a receipt's points go to the member at the till."""

    def open_benefits(self, choices: tuple[Choice, ...]) -> None:
        """Let one of the things the member may have be chosen."""

    def ask_voucher(self, choice: Choice) -> None:
        """Ask for the code that is handed out for an outside reward."""

    def open_gift(self, card: GiftCard) -> None:
        """Show what a gift card holds, and offer to pay it back."""

    def open_charge(self, desk: ChargeDesk) -> None:
        """Ask what is charged or sold, and how it is paid."""

    def charged(self, done: Charged) -> None:
        """Money was taken outside a sale."""

    def spoken_language(self) -> str:
        """The language shown: zh_CN, zh_TW or en."""

    def undone_reason(self) -> str:
        """What a ledger says of a use that was taken back at once."""

    def sold(self, receipt: Receipt) -> None:
        """A sale is durable: print and tell other screens."""


class Lane(Protocol):
    """The short lane of `ui.tasks`."""

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None: ...
