"""Finished sales: one receipt brought back, and the list of all of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.errors import SaleUnknown
from app.models import sales as stored
from app.models import sales_list
from app.models.database import Row
from app.models.sales import PointsRows, SaleRows
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.rules.codes import (
    cleaned,
    read_receipt_code,
    read_receipt_number,
    receipt_number,
)
from app.services.rules.days import from_millis, to_millis
from app.services.rules.receipt import Receipt
from app.services.sale_rows import ReceiptContext, receipt_from_rows


@dataclass(frozen=True, slots=True)
class SaleFilter:
    """Which sales a list shows; dates are business days, both ends included."""

    first_day: date | None = None
    last_day: date | None = None
    member_id: UUID | None = None
    tender: str = ""


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One row of the list of sales."""

    sale_id: UUID
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


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A business day, or a stretch of them, in four figures."""

    sales: int
    total_minor: int
    discount_minor: int
    points_earned: int


class Sales:
    """Reads what the till has recorded; nothing here changes a sale."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def receipt(self, text: str) -> Receipt:
        """The receipt with this number (`A0-001902`), code, or number from an imported file.

        Raises SaleUnknown.
        """
        code = cleaned(text)
        found = read_receipt_code(code) or read_receipt_number(text)
        if found is not None:
            row = stored.sale_by_number(self._desk.database, *found)
            if row is not None:
                return self.read(row)
        imported = stored.sales_by_source(self._desk.database, text.strip())
        if len(imported) == 1:
            row = stored.sale_by_id(self._desk.database, imported[0][0])
            if row is not None:
                return self.read(row)
        raise SaleUnknown(text.strip()[:40])

    def by_id(self, sale_id: UUID) -> Receipt | None:
        """The receipt of a sale id, or None where there is no such sale."""
        row = stored.sale_by_id(self._desk.database, sale_id.bytes)
        return None if row is None else self.read(row)

    def last(self, limit: int = 1) -> tuple[Receipt, ...]:
        """This till's newest receipts, newest first."""
        rows = stored.newest_sales(self._desk.database, self._desk.till.till_id.bytes, limit)
        found = (self.by_id(UUID(bytes=row[0])) for row in rows)
        return tuple(receipt for receipt in found if receipt is not None)

    def read(self, row: Row) -> Receipt:
        """The receipt of a sale's row as `models.sales.sale_by_id` gives it."""
        with as_written(self._desk.database):
            return self._read(row)

    def _read(self, row: Row) -> Receipt:
        database = self._desk.database
        sale, till_number, staff = row[:-2], row[-2], row[-1]
        rows = SaleRows(
            sale=sale,
            lines=stored.sale_lines(database, sale[0]),
            tenders=stored.sale_tenders(database, sale[0]),
            taxes=stored.sale_taxes(database, sale[0]),
            points=PointsRows(),
        )
        return receipt_from_rows(
            rows,
            ReceiptContext(
                till_number=till_number,
                staff=staff,
                zone=self._desk.zone,
                member=self._member(sale[5]),
                claimed_by=self._claimed_by(sale),
            ),
        )

    def _member(self, member_id: bytes | None) -> tuple[str, str, str] | None:
        if member_id is None:
            return None
        row = stored.member_facts(self._desk.database, member_id)
        return None if row is None else (row[0], row[1], row[2])

    def _claimed_by(self, sale: Row) -> str:
        if sale[5] is not None:
            return ""
        claim = stored.claim_of_sale(self._desk.database, sale[0])
        return "" if claim is None else str(claim[3])

    # --- the list ---------------------------------------------------------------

    def page_count(self, chosen: SaleFilter) -> int:
        """How many sales the filter leaves."""
        from_ms, to_ms = self._span(chosen)
        return sales_list.count_sales(
            self._desk.database,
            from_ms=from_ms,
            to_ms=to_ms,
            member_id=None if chosen.member_id is None else chosen.member_id.bytes,
            tender=chosen.tender,
        )

    def page(self, chosen: SaleFilter, offset: int, limit: int) -> tuple[SaleRow, ...]:
        """A window of the list, newest first."""
        from_ms, to_ms = self._span(chosen)
        rows = sales_list.page_of_sales(
            self._desk.database,
            offset=offset,
            limit=limit,
            from_ms=from_ms,
            to_ms=to_ms,
            member_id=None if chosen.member_id is None else chosen.member_id.bytes,
            tender=chosen.tender,
        )
        kinds: dict[bytes, list[str]] = {}
        for sale_id, kind in sales_list.tender_kinds(self._desk.database, [r[0] for r in rows]):
            kinds.setdefault(sale_id, []).append(kind)
        with as_written(self._desk.database):
            return tuple(self._row(row, kinds.get(row[0], [])) for row in rows)

    def totals(self, chosen: SaleFilter) -> DayTotal:
        """The sales that a filter leaves, in all; reads each of them."""
        from_ms, to_ms = self._span(chosen)
        return DayTotal(
            *sales_list.totals_of_sales(
                self._desk.database,
                from_ms=from_ms,
                to_ms=to_ms,
                member_id=None if chosen.member_id is None else chosen.member_id.bytes,
                tender=chosen.tender,
            )
        )

    def _row(self, row: Row, kinds: list[str]) -> SaleRow:
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
        )

    def _span(self, chosen: SaleFilter) -> tuple[int | None, int | None]:
        """The instants between which the filter's business days lie."""
        first, last = chosen.first_day, chosen.last_day
        return (
            None if first is None else self._day_start_ms(first),
            None if last is None else self._day_start_ms(last + timedelta(days=1)),
        )

    def _day_start_ms(self, day: date) -> int:
        hour = self._desk.settings.day_end_hour
        return to_millis(datetime(day.year, day.month, day.day, hour, tzinfo=self._desk.zone))
