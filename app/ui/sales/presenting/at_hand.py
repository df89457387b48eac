"""The sale in front, without Qt: brought by its row, number or code; its points claimed late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

from app.errors import AlreadyClaimed, ClaimTooLate
from app.services.rules.cart import MemberFacts
from app.services.rules.receipt import Receipt

if TYPE_CHECKING:
    from app.services.claims import Claimed
    from app.services.member_types import MemberHit, MemberStrip
    from app.services.rules.refund import RefundDone
    from app.services.sale_pages import SalePage
    from app.ui.tasks import Tasks

MOST_CLAIMANTS: Final = 5


@dataclass(frozen=True, slots=True)
class Claimant:
    """A member who may be given a receipt's points, before and after."""

    member_id: UUID
    number: str
    name: str
    masked_phone: str
    points_before: int
    points_after: int


class AtHandView(Protocol):
    """What is asked of the screen."""

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show one receipt, or none."""

    def show_refund(self, done: RefundDone) -> None:
        """Show the slip of a refund or void."""

    def open_page(self, page: SalePage) -> None:
        """Show the page of a sale in place of the list."""

    def open_claim(self, receipt: Receipt) -> None:
        """Ask which member the receipt's points go to."""

    def show_claimants(self, text: str, found: tuple[Claimant, ...]) -> None:
        """Show the members a text may mean."""

    def choose_claimant(self, claimant: Claimant) -> None:
        """A card was scanned: this member."""

    def claimed(self, claimed: Claimed) -> None:
        """The points were given."""

    def refuse_claim(self, error: Exception) -> None:
        """Say in the sheet why not."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class SaleAtHand:
    """Holds the sale in front with all that came of it; changes nothing but claims."""

    def __init__(self, view: AtHandView, shop: Any, tasks: Tasks) -> None:
        self._at_hand = view
        self._shop = shop
        self._tasks = tasks
        self._page: SalePage | None = None
        self._refund: RefundDone | None = None
        self._claiming: Receipt | None = None
        self._asked_for: object = None

    @property
    def receipt(self) -> Receipt | None:
        """The receipt in front."""
        return None if self._page is None else self._page.receipt

    @property
    def page(self) -> SalePage | None:
        """The sale in front, with its refunds, claim and exchange."""
        return self._page

    @property
    def refund(self) -> RefundDone | None:
        """The refund whose slip is in front; `page` is then the sale it belongs to."""
        return self._refund

    def show(self, sale_id: UUID) -> None:
        """Bring a sale of the list to the front."""
        shown = self._refund is None and self._page is not None
        if shown and self._page is not None and self._page.receipt.sale_id == sale_id:
            return
        self._bring(sale_id, lambda: self._shop.sale_pages.page(sale_id))

    def show_refund(self, refund_id: UUID, sale_id: UUID | None) -> None:
        """Bring a refund or void to the front, and the sale it belongs to behind it."""
        if self._refund is not None and self._refund.refund_id == refund_id:
            return
        self._asked_for = refund_id

        def work() -> tuple[RefundDone | None, SalePage | None]:
            page = None if sale_id is None else self._shop.sale_pages.page(sale_id)
            return self._shop.refunds.by_id(refund_id), page

        def found(both: tuple[RefundDone | None, SalePage | None]) -> None:
            if self._asked_for == refund_id and both[0] is not None:
                self._refund, self._page = both
                self._at_hand.show_refund(both[0])

        self._tasks.run(work, found, self._at_hand.refuse)

    def open(self, text: str) -> None:
        """Open the page of the sale with this number or code, whenever it was."""
        if text.strip():
            self._bring(text, lambda: self._shop.sale_pages.by_text(text), whole=True)

    def open_sale(self, sale_id: UUID) -> None:
        """Open the page of a sale."""
        self._bring(sale_id, lambda: self._shop.sale_pages.page(sale_id), whole=True)

    def again(self) -> None:
        """Read the sale in front again."""
        page = self._page
        if page is not None and self._refund is None:
            sale_id = page.receipt.sale_id
            self._bring(sale_id, lambda: self._shop.sale_pages.page(sale_id))

    def _bring(self, what: object, work: Callable[[], SalePage], *, whole: bool = False) -> None:
        self._asked_for = what

        def found(page: SalePage) -> None:
            if self._asked_for == what:
                self._page, self._refund = page, None
                self._at_hand.show_receipt(page.receipt)
                if whole:
                    self._at_hand.open_page(page)

        self._tasks.run(work, found, self._at_hand.refuse)

    # --- claiming its points --------------------------------------------------

    def can_claim(self, receipt: Receipt) -> bool:
        """Whether the receipt's points belong to nobody yet."""
        page = self._page
        if page is not None and page.receipt == receipt:
            return page.can_claim
        return receipt.member is None and not receipt.claimed_by

    def ask_claim(self) -> None:
        """Ask which member is given the points of the receipt in front, where that is allowed."""
        receipt = self.receipt
        if receipt is None:
            return
        desk = self._shop.desk
        days = desk.schemes[receipt.scheme_version].claim_days
        if not self.can_claim(receipt):
            self._at_hand.refuse(AlreadyClaimed(receipt.number))
        elif (desk.today() - receipt.business_date).days > days:
            self._at_hand.refuse(ClaimTooLate(receipt.number, days))
        else:
            # The sheet is about this one, whatever comes to the front behind it.
            self._claiming = receipt
            self._at_hand.open_claim(receipt)

    def find_claimants(self, text: str) -> None:
        """Find members as their name, phone or number is typed."""
        receipt, members = self._claiming or self.receipt, self._shop.members
        if receipt is None:
            return
        if not text.strip():
            self._at_hand.show_claimants(text, ())
            return

        def work() -> tuple[Claimant, ...]:
            hits = members.suggest(text, MOST_CLAIMANTS)
            return tuple(self._claimant(hit, receipt) for hit in hits)

        self._tasks.run(work, lambda found: self._at_hand.show_claimants(text, found))

    def scan_claimant(self, code: str) -> None:
        """Choose the member whose card was scanned."""
        receipt, members = self._claiming or self.receipt, self._shop.members
        if receipt is None:
            return

        def work() -> Claimant:
            return self._claimant(members.strip(members.resolve(code).member_id), receipt)

        self._tasks.run(work, self._at_hand.choose_claimant, self._at_hand.refuse_claim)

    def claim(self, claimant: Claimant) -> None:
        """Give the receipt's points to a member, once and for all."""
        receipt, claims = self._claiming or self.receipt, self._shop.claims
        if receipt is None:
            return

        def given(claimed: Claimed) -> None:
            self._at_hand.claimed(claimed)
            self.again()

        self._tasks.run(
            lambda: claims.claim(receipt.number, claimant.member_id),
            given,
            self._at_hand.refuse_claim,
        )

    def _claimant(self, hit: MemberHit | MemberStrip, receipt: Receipt) -> Claimant:
        points = self._shop.claims.points_of(receipt, MemberFacts(hit.member_id, hit.points))
        return Claimant(
            hit.member_id, hit.number, hit.name, hit.masked_phone, hit.points, hit.points + points
        )
