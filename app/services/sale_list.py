"""The list of sales and refunds: what is looked for, a window of it, and what it comes to."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.models import sales_list as stored
from app.models.database import Row
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis, to_millis
from app.services.rules.insight.figures import FigureName
from app.services.rules.months import days_later

SEARCHED_DAYS = 92
"""A product or an amount has no index by time: it is looked for in so many days at once."""


class Documents(StrEnum):
    """What a list shows."""

    SALES = "sales"
    REFUNDS = "refunds"
    ALL = "all"


class Kind(StrEnum):
    """What one row of the list is."""

    SALE = "sale"
    REFUND = "refund"
    VOID = "void"


class Returned(StrEnum):
    """How much of a sale was taken back."""

    NOTHING = ""
    PARTLY = "partly"
    WHOLLY = "wholly"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class SaleFilter:
    """Which sales a list shows; dates are business days, both ends included.

    `line_text` is part of the name of something sold; `amount_minor` the total of the document.
    `figure` leaves only what that figure of the compass counts: no voids, and of discounts and
    tips only the documents that have one.
    """

    first_day: date | None = None
    last_day: date | None = None
    member_id: UUID | None = None
    tender: str = ""
    product_id: UUID | None = None
    line_text: str = ""
    amount_minor: int | None = None
    documents: Documents = Documents.SALES
    figure: FigureName | None = None

    @property
    def searches(self) -> bool:
        """Whether documents are read one by one, since no index finds what is looked for."""
        return self.member_id is None and (
            self.product_id is not None or bool(self.line_text) or self.amount_minor is not None
        )


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One row of the list: a sale, a refund or a void.

    A refund names the sale it belongs to (`sale_id`, `of_number`; none where there was no receipt);
    its points are those reversed (`points_burned`) and restored (`points_earned`), its tip is
    what was given back of one, below zero. `returned` and `refunded_minor` say what was taken
    back of a sale until now.
    """

    sale_id: UUID | None
    number: str
    sold_at: datetime
    member_name: str
    member_number: str
    pieces_milli: int
    total_minor: int
    discount_minor: int
    points_earned: int
    points_burned: int
    tenders: tuple[str, ...]
    kind: Kind = Kind.SALE
    refund_id: UUID | None = None
    of_number: str = ""
    returned: Returned = Returned.NOTHING
    refunded_minor: int = 0
    tip_minor: int = 0


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A business day, or a stretch of them. What was refunded is not yet taken off the total;
    tips are, and `tips_minor` has them, less those given back."""

    sales: int
    total_minor: int
    discount_minor: int
    points_earned: int
    refunds: int = 0
    refunded_minor: int = 0
    points_reversed: int = 0
    tips_minor: int = 0


def refund_number(till_number: int, sequence: int) -> str:
    """The number people read on a refund: `RA0-000012`."""
    return f"R{receipt_number(till_number, sequence)}"


def returned_of(refunded_minor: int | None, total_minor: int, whole: int, voided: int) -> Returned:
    """How much of a sale was taken back, from what its refunds come to (None: none)."""
    if voided:
        return Returned.VOIDED
    if refunded_minor is None:
        return Returned.NOTHING
    return Returned.WHOLLY if whole or refunded_minor >= total_minor else Returned.PARTLY


class SaleList:
    """Reads the list; nothing here changes a sale."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def searched(self, chosen: SaleFilter) -> SaleFilter:
        """The filter as it is really looked for: a search through all of the past keeps to the
        newest days of it (`SEARCHED_DAYS`), so that the till never waits."""
        if not chosen.searches:
            return chosen
        last = chosen.last_day or self._desk.today()
        earliest = days_later(last, 1 - SEARCHED_DAYS)
        first = earliest if chosen.first_day is None else max(chosen.first_day, earliest)
        return replace(chosen, first_day=first, last_day=last)

    def page_count(self, chosen: SaleFilter) -> int:
        """How many documents the filter leaves."""
        return stored.count_documents(self._desk.database, self._chosen(chosen))

    def page(self, chosen: SaleFilter, offset: int, limit: int) -> tuple[SaleRow, ...]:
        """A window of the list, newest first."""
        database = self._desk.database
        page = stored.page_of_documents(database, self._chosen(chosen), offset=offset, limit=limit)
        sales = [document_id for document_id, is_refund in page if not is_refund]
        refunds = [document_id for document_id, is_refund in page if is_refund]
        kinds: dict[bytes, list[str]] = {}
        for ids, are_refunds in ((sales, False), (refunds, True)):
            for document_id, kind in stored.tender_kinds(database, ids, refunds=are_refunds):
                kinds.setdefault(document_id, []).append(kind)
        with as_written(database):
            rows = {
                row[0]: self._sale(row, kinds.get(row[0], []))
                for row in stored.listed_sales(database, sales)
            }
            for row in stored.listed_refunds(database, refunds):
                rows[row[0]] = self._refund(row, kinds.get(row[0], []))
            return tuple(rows[document_id] for document_id, _ in page)

    def totals(self, chosen: SaleFilter) -> DayTotal:
        """The documents that a filter leaves, in all; reads each of them."""
        wanted, database = self._chosen(chosen), self._desk.database
        sales: Row = (0, 0, 0, 0, 0)
        refunds: Row = (0, 0, 0, 0)
        if chosen.documents is not Documents.REFUNDS:
            sales = stored.totals_of_sales(database, wanted)
        if chosen.documents is not Documents.SALES:
            refunds = stored.totals_of_refunds(database, wanted)
        told = DayTotal(*sales[:-1], *refunds[:-1])
        return replace(told, tips_minor=sales[-1] - refunds[-1])

    def _chosen(self, wanted: SaleFilter) -> stored.Chosen:
        chosen = self.searched(wanted)
        from_ms, to_ms = self._span(chosen)
        return stored.Chosen(
            from_ms=from_ms,
            to_ms=to_ms,
            member_id=None if chosen.member_id is None else chosen.member_id.bytes,
            tender=chosen.tender,
            product_id=None if chosen.product_id is None else chosen.product_id.bytes,
            line_text=chosen.line_text.strip(),
            amount_minor=chosen.amount_minor,
            documents=chosen.documents.value,
            figure=chosen.figure,
            first_day=None if chosen.first_day is None else chosen.first_day.isoformat(),
            last_day=None if chosen.last_day is None else chosen.last_day.isoformat(),
        )

    def _sale(self, row: Row, kinds: list[str]) -> SaleRow:
        return SaleRow(
            sale_id=UUID(bytes=row[0]),
            number=receipt_number(row[1], row[2]),
            sold_at=from_millis(row[3], self._desk.zone),
            member_name=row[4],
            member_number=row[5],
            pieces_milli=row[6],
            total_minor=row[7],
            discount_minor=row[8],
            points_earned=row[9],
            points_burned=row[10],
            tenders=tuple(dict.fromkeys(kinds)),
            returned=returned_of(row[11], row[7], row[12], row[13]),
            refunded_minor=row[11] or 0,
            tip_minor=row[14],
        )

    def _refund(self, row: Row, kinds: list[str]) -> SaleRow:
        return SaleRow(
            sale_id=None if row[11] is None else UUID(bytes=row[11]),
            number=refund_number(row[1], row[2]),
            sold_at=from_millis(row[3], self._desk.zone),
            member_name=row[4],
            member_number=row[5],
            pieces_milli=row[6] or 0,
            total_minor=row[7],
            discount_minor=0,
            points_earned=row[9],
            points_burned=row[8],
            tenders=tuple(dict.fromkeys(kinds)),
            kind=Kind(row[10]),
            refund_id=UUID(bytes=row[0]),
            of_number="" if row[11] is None else receipt_number(row[12], row[13]),
            tip_minor=-row[14],
        )

    def _span(self, chosen: SaleFilter) -> tuple[int | None, int | None]:
        """The instants between which the filter's business days lie."""
        first, last = chosen.first_day, chosen.last_day
        return (
            None if first is None else self._day_start_ms(first),
            None if last is None else self._day_start_ms(days_later(last, 1)),
        )

    def _day_start_ms(self, day: date) -> int:
        hour = self._desk.settings.day_end_hour
        return to_millis(datetime(day.year, day.month, day.day, hour, tzinfo=self._desk.zone))
