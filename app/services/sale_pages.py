"""The page of one sale: its receipt, and everything that came of it since."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.errors import SaleUnknown
from app.models import sale_links as stored
from app.models.database import Row
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.rules.receipt import Receipt
from app.services.sale_list import Kind, Returned, refund_number, returned_of
from app.services.sales import Sales


@dataclass(frozen=True, slots=True)
class LinkedRefund:
    """A refund or void, as the sales that it links name it. Points and money are what went back.

    `of_number` is the sale whose goods came back, `exchange_number` the one they were exchanged
    for; "" where there is none.
    """

    refund_id: UUID
    kind: Kind
    number: str
    refunded_at: datetime
    staff: str
    total_minor: int
    reason: str
    points_reversed: int
    points_restored: int
    of_number: str
    exchange_number: str


@dataclass(frozen=True, slots=True)
class SalePage:
    """A sale and what hangs on it. `returned_milli` is by line, in the receipt's order.

    `in_open_session` tells that no Z report covers it yet: it may still be voided.
    """

    receipt: Receipt
    till: str
    session_opened_at: datetime
    in_open_session: bool
    scheme_name: str
    returned: Returned
    returned_milli: tuple[int, ...]
    refunds: tuple[LinkedRefund, ...]
    exchanged_from: LinkedRefund | None
    claimed_at: datetime | None

    @property
    def can_return(self) -> bool:
        """Whether anything of it is left to take back."""
        return self.returned in (Returned.NOTHING, Returned.PARTLY)

    @property
    def can_void(self) -> bool:
        """Whether it may be undone as a whole: of the open session, nothing taken back yet."""
        return self.in_open_session and self.returned is Returned.NOTHING

    @property
    def can_claim(self) -> bool:
        """Whether its points belong to nobody yet."""
        receipt = self.receipt
        return receipt.member is None and not receipt.claimed_by and self.can_return


class SalePages:
    """Reads what a sale's page shows; nothing here changes a sale."""

    def __init__(self, desk: Desk, sales: Sales) -> None:
        self._desk = desk
        self._sales = sales

    def page(self, sale_id: UUID) -> SalePage:
        """The page of a sale. Raises SaleUnknown."""
        receipt = self._sales.by_id(sale_id)
        if receipt is None:
            raise SaleUnknown(str(sale_id))
        return self.page_of(receipt)

    def by_text(self, text: str) -> SalePage:
        """The page of the sale with this receipt number or code. Raises SaleUnknown."""
        return self.page_of(self._sales.receipt(text))

    def page_of(self, receipt: Receipt) -> SalePage:
        """The page of a receipt just read."""
        with as_written(self._desk.database):
            return self._page(receipt)

    def _page(self, receipt: Receipt) -> SalePage:
        database, sale_id, zone = self._desk.database, receipt.sale_id.bytes, self._desk.zone
        made = stored.made_at(database, sale_id)
        if made is None:
            raise SaleUnknown(receipt.number)
        refunds = tuple(self._linked(row) for row in stored.refunds_of_sale(database, sale_id))
        came = stored.refund_exchanged_for(database, sale_id)
        back: dict[int, int] = dict(stored.returned_by_line(database, sale_id))
        claimed = stored.claimed_at(database, sale_id)
        own_till = made[6] == self._desk.till.till_id.bytes
        return SalePage(
            receipt=receipt,
            till=made[0] or receipt_number(made[1], 1).partition("-")[0],
            session_opened_at=from_millis(made[2], zone),
            in_open_session=own_till and made[3] is None and not made[4],
            scheme_name=made[5],
            returned=_returned(receipt, refunds, back),
            returned_milli=tuple(back.get(line.position, 0) for line in receipt.lines),
            refunds=refunds,
            exchanged_from=None if came is None else self._linked(came),
            claimed_at=None if claimed is None else from_millis(claimed, zone),
        )

    def _linked(self, row: Row) -> LinkedRefund:
        return LinkedRefund(
            refund_id=UUID(bytes=row[0]),
            kind=Kind(row[1]),
            number=refund_number(row[2], row[3]),
            refunded_at=from_millis(row[4], self._desk.zone),
            staff=row[5],
            total_minor=row[6],
            reason=row[7],
            points_reversed=row[8],
            points_restored=row[9],
            of_number="" if row[10] is None else receipt_number(row[11], row[12]),
            exchange_number="" if row[13] is None else receipt_number(row[14], row[15]),
        )


def _returned(
    receipt: Receipt, refunds: tuple[LinkedRefund, ...], back: dict[int, int]
) -> Returned:
    money = sum(refund.total_minor for refund in refunds) if refunds else None
    whole = all(back.get(line.position, 0) >= line.quantity_milli for line in receipt.lines)
    voided = any(refund.kind is Kind.VOID for refund in refunds)
    if money is not None and not whole and not voided:
        return Returned.PARTLY
    return returned_of(money, receipt.total_minor, int(whole), int(voided))
