"""What is given back: as it is asked for, as it would be, and as it was done. Values only."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from app.services.rules.pricing import Reason, TaxGroup
from app.services.rules.receipt import Receipt, ReceiptMember
from app.services.rules.tenders import Tender


class ReturnLine(NamedTuple):
    """One line of the sale that comes back: its position there, and how many thousandths."""

    position: int
    quantity_milli: int


class OpenReturn(NamedTuple):
    """Goods that come back without a receipt. `total_minor` is what is paid for all of them."""

    name: str
    quantity_milli: int
    total_minor: int
    product_id: UUID | None = None
    category: str = ""
    barcode: str = ""
    weighed: bool = False
    tax_rate_bp: int = 0


@dataclass(frozen=True, slots=True)
class RefundDraft:
    """A return as it is asked for; its id makes a repeat the same one.

    `lines` empty: everything of the sale that is left. `open_lines` come back without a receipt
    (`sale_id` None), for a member where one is named. `tenders` say how the money part is paid,
    where that is not the way it came in: one tender of 0 pays all of it; what was paid by kept
    money or points goes back there in any case. `restock`: the goods go back on the shelf.
    """

    refund_id: UUID
    sale_id: UUID | None
    lines: tuple[ReturnLine, ...] = ()
    reason: str = ""
    open_lines: tuple[OpenReturn, ...] = ()
    member_id: UUID | None = None
    tenders: tuple[Tender, ...] | None = None
    restock: bool = True
    exchange: UUID | None = None


@dataclass(frozen=True, slots=True)
class GoodsBack:
    """Goods that come back for others: the return as it will be asked for, the sale's number,
    the money in it that pays for what is taken instead, and whose sale it was."""

    draft: RefundDraft
    number: str
    money_minor: int
    member_id: UUID | None = None


class RefundLine(NamedTuple):
    """One line given back. `total_minor` is paid back for it (tax apart where prices exclude
    it), `discount_minor` its share of what was taken off when it was sold, `points` its share of
    the points reversed. `sale_position` is 0 without a receipt."""

    position: int
    sale_position: int
    name: str
    quantity_milli: int
    weighed: bool
    total_minor: int
    discount_minor: int
    tax_rate_bp: int
    tax_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class RefundPreview:
    """Every consequence of a return, before it is confirmed. Amounts in minor units.

    total = lines + added tax + cash rounding = tenders. `restored_lapsed` of `points_restored`
    go to a lot of their own, since the one they came from has lapsed. `debt` is what the member
    owes in points afterwards. `coupons_back` can be used again, `coupons_revoked` no more,
    `coupons_kept` were brought by the sale and are used already: their codes. `tier_note` says
    what the next review would find, `why` everything else worth knowing. `whole`: nothing of the
    sale is left after it.
    """

    kind: str
    sale_number: str
    lines: tuple[RefundLine, ...]
    lines_minor: int
    taxes: tuple[TaxGroup, ...]
    added_tax_minor: int
    cash_rounding_minor: int
    total_minor: int
    tenders: tuple[Tender, ...]
    discount_back_minor: int
    member: ReceiptMember | None
    points_reversed: int
    points_restored: int
    restored_lapsed: int
    balance_before: int
    balance_after: int
    coupons_back: tuple[str, ...]
    coupons_revoked: tuple[str, ...]
    coupons_kept: tuple[str, ...]
    passes_back: int
    tier_note: tuple[Reason, ...]
    why: tuple[Reason, ...]
    whole: bool

    @property
    def debt(self) -> int:
        """Points that the member owes afterwards (rule 13)."""
        return max(0, -self.balance_after)


@dataclass(frozen=True, slots=True)
class RefundDone:
    """A return as it was done, and all that its slip shows. `kind` is `refund` or `void`.

    `number` is for people (`RA0-000001`), `code` is what brings it back when scanned.
    `member.points_before` and `points_after` are the balance around it.
    """

    refund_id: UUID
    kind: str
    number: str
    code: str
    refunded_at: datetime
    business_date: date
    staff: str
    sale_id: UUID | None
    sale_number: str
    exchange_number: str
    member: ReceiptMember | None
    lines: tuple[RefundLine, ...]
    lines_minor: int
    taxes: tuple[TaxGroup, ...]
    added_tax_minor: int
    cash_rounding_minor: int
    total_minor: int
    tenders: tuple[Tender, ...]
    points_reversed: int
    points_restored: int
    balance_before: int
    balance_after: int
    coupons_back: tuple[str, ...]
    coupons_revoked: tuple[str, ...]
    reason: str
    why: tuple[Reason, ...]
    whole: bool

    @property
    def debt(self) -> int:
        """Points that the member owed afterwards (rule 13)."""
        return max(0, -self.balance_after)


class ReturnableLine(NamedTuple):
    """A line of a sale, and how much of it may still come back, in thousandths and minor
    units. A tip comes back with the whole sale only."""

    position: int
    name: str
    sold_milli: int
    returned_milli: int
    left_milli: int
    left_minor: int
    weighed: bool
    barcode: str = ""
    tip: bool = False


@dataclass(frozen=True, slots=True)
class Returnable:
    """A sale as the till takes it back: its receipt, each line, what came back before.

    `why_no_void` is a key of the messages' reasons where it can no longer be voided.
    """

    receipt: Receipt
    lines: tuple[ReturnableLine, ...]
    refunds: tuple[RefundDone, ...]
    left_minor: int
    why_no_void: str = ""

    @property
    def voidable(self) -> bool:
        """Whether it can be undone as a whole, inside the session that is still open."""
        return not self.why_no_void

    @property
    def done(self) -> bool:
        """Whether nothing of it is left to come back."""
        return all(line.left_milli == 0 for line in self.lines)
