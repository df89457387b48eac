"""The omnibox, without Qt: what a typed text or a scanned code means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.errors import CodeUnknown, MemberUnknown, ProductUnknown
from app.services.rules.cart import AppliedCoupon
from app.services.rules.pay_codes import payer_of
from app.ui.cashier.presenting.member import AtTill, at_till
from app.ui.cashier.presenting.state import Offer, offers_for
from app.ui.cashier.presenting.told import Told

if TYPE_CHECKING:
    from app.services.claims import Claimed
    from app.services.rules.receipt import Receipt
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.view import CashierView, Lane


class Finder:
    """Turns texts and codes into members, lines and receipts at the till."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._wanted = ""

    def typed(self, text: str) -> None:
        """Find as one types; an answer that comes after the next key is dropped."""
        self._wanted = text
        if not text.strip():
            self._view.show_offers(text, ())
            return
        self._tasks.run(
            lambda: offers_for(text, self._shop.lookup.suggest(text)),
            lambda offers: self._found(text, offers),
        )

    def submitted(self, text: str) -> None:
        """Enter in the omnibox: nothing typed checks the member in, else it is looked up."""
        if text.strip():
            self._wanted = ""
            self.scan(text.strip(), typed=True)
        elif self._till.strip is not None and self._till.is_empty:
            self._till.check_in()

    def choose(self, offer: Offer) -> None:
        """Take one row of the list."""
        self._wanted = ""
        found: Any = offer.found
        if offer.kind == "member":
            self._till.attach(found.member_id)
        elif offer.kind == "product":
            self._till.add_item(found.item)
        elif offer.kind == "enrol":
            self._view.open_enrolment(offer.text, "")
        elif offer.kind == "enrol_name":
            self._view.open_enrolment("", offer.text)
        elif offer.kind == "open_item":
            self._view.open_item("", offer.text)

    def scan(self, code: str, *, typed: bool = False) -> None:
        """A code from the scanner, or a text entered as one.

        A pay code over a basket opens the pay sheet with its app; it is never looked up.
        """
        if payer_of(code) is not None and not self._till.is_empty:
            self._view.scanned_tone(True)
            self._till.paying.open(code)
            return

        def answered(found: Any) -> None:
            self._view.scanned_tone(True)
            self._take(found)

        def refused(error: Exception) -> None:
            self._view.scanned_tone(False)
            self._view.refuse(error)

        self._tasks.run(lambda: self._looked_up(code, typed=typed), answered, refused)

    def _looked_up(self, code: str, *, typed: bool) -> Any:
        """What a code is; a typed text that is none is the first row it would be offered.

        Runs in the lane: Enter may come before the rows for the last key do.
        """
        try:
            found = self._shop.lookup.scan(code)
            return at_till(self._shop, found.strip) if hasattr(found, "strip") else found
        except (CodeUnknown, ProductUnknown, MemberUnknown):
            offers = offers_for(code, self._shop.lookup.suggest(code)) if typed else ()
            if not offers:
                raise
            return offers[0]

    def _take(self, found: Any) -> None:
        if isinstance(found, Offer):
            self.choose(found)
        elif isinstance(found, AtTill):
            self._till.attached(found)
        elif isinstance(found, AppliedCoupon):
            self._till.benefits.lay(found)
        elif hasattr(found, "left_minor"):
            self._till.benefits.gift_found(found)
        elif hasattr(found, "line"):
            self._till.add(found.line)
        else:
            self._receipt_found(found.receipt)

    def claim(self, receipt: Receipt) -> None:
        """Give the member at the till the points of a receipt that named none."""
        strip = self._till.strip
        if strip is None:
            return

        def done(claimed: Claimed) -> None:
            facts = (
                ("points", claimed.points),
                ("before", claimed.points_before),
                ("after", claimed.points_after),
            )
            self._view.tell(Told("claimed", facts))
            self._till.attach(strip.member_id, tell=False)

        self._tasks.run(
            lambda: self._shop.claims.claim(receipt.number, strip.member_id),
            done,
            self._view.refuse,
        )

    def _receipt_found(self, receipt: Receipt) -> None:
        strip = self._till.strip
        claimable = receipt.member is None and not receipt.claimed_by
        if strip is not None and claimable and self._till.is_empty:
            self._view.offer_claim(receipt, strip)
        else:
            self._view.open_receipt(receipt, just_sold=False)

    def _found(self, text: str, offers: tuple[Offer, ...]) -> None:
        if text == self._wanted:
            self._view.show_offers(text, offers)
