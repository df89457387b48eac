"""The receipt: everything a finished sale shows on screen and paper, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from app.services.rules.pricing import Effect, Reason, TaxGroup
from app.services.rules.scheme.words import Words
from app.services.rules.tenders import Tender


class ReceiptLine(NamedTuple):
    """One line as sold. `unit_price_minor` is the shelf price of one piece or kilogram."""

    position: int
    name: str
    quantity_milli: int
    unit_price_minor: int
    gross_minor: int
    effects: tuple[Effect, ...]
    total_minor: int
    tax_rate_bp: int
    points: int
    weighed: bool = False
    category: str = ""
    barcode: str = ""
    tip: bool = False
    served_by: str = ""


class ReceiptRefund(NamedTuple):
    """What came back of a sale since: `kind` is `refund` or `void`, the rest as on its slip."""

    kind: str
    number: str
    refunded_at: datetime
    total_minor: int
    whole: bool


class ReceiptMember(NamedTuple):
    """The member as the receipt names them; name and phone are masked when printed."""

    member_id: UUID
    number: str
    name: str
    phone: str
    points_before: int
    points_after: int


@dataclass(frozen=True, slots=True)
class ReceiptInvoice:
    """Who is named on the sale's invoice; `number` is the invoice's once it is issued."""

    title: str
    tax_number: str = ""
    number: str = ""


class ReceiptCoupon(NamedTuple):
    """A coupon that the sale brought; without a member, whoever bears `code` may use it."""

    name: Words
    code: str
    valid_from: date
    valid_to: date | None
    bearer: bool


class Receipt(NamedTuple):
    """A finished sale. Amounts in minor units; `sold_at` carries the shop's time zone.

    total = gross − discount + added tax + cash rounding = tenders − change.
    `code` is what brings the sale back when scanned; `taxes` contains each rate's part.
    """

    sale_id: UUID
    number: str
    code: str
    sold_at: datetime
    business_date: date
    staff: str
    member: ReceiptMember | None
    lines: tuple[ReceiptLine, ...]
    gross_minor: int
    discount_minor: int
    taxes: tuple[TaxGroup, ...]
    added_tax_minor: int
    cash_rounding_minor: int
    total_minor: int
    tenders: tuple[Tender, ...]
    change_due_minor: int
    points_burned: int
    points_earned: int
    why: tuple[Reason, ...]
    why_not: tuple[Reason, ...]
    scheme_version: int
    source_receipt: str = ""
    claimed_by: str = ""
    invoice: ReceiptInvoice | None = None
    refunds: tuple[ReceiptRefund, ...] = ()
    coupons: tuple[ReceiptCoupon, ...] = ()

    @property
    def tips_minor(self) -> int:
        """What of the total is tips, which are no revenue."""
        return sum(line.total_minor for line in self.lines if line.tip)
