"""Finished sales: one receipt brought back, and the list of all of them."""

from uuid import UUID

from app.errors import CodeUnknown, SaleUnknown
from app.models import coupons as stored_coupons
from app.models import invoices as stored_invoices
from app.models import refunds as stored_refunds
from app.models import sales as stored
from app.models.database import Row
from app.models.sales import PointsRows, SaleRows
from app.services.as_written import as_written
from app.services.rules.codes import (
    cleaned,
    read_receipt_code,
    read_receipt_number,
    read_refund_code,
    read_refund_number,
    refund_number,
)
from app.services.rules.days import from_millis
from app.services.rules.receipt import Receipt, ReceiptCoupon, ReceiptInvoice, ReceiptRefund
from app.services.sale_list import DayTotal, SaleFilter, SaleList, SaleRow
from app.services.sale_rows import ReceiptContext, receipt_from_rows, served_names

__all__ = ["DayTotal", "SaleFilter", "SaleRow", "Sales"]


class Sales(SaleList):
    """Reads what the till has recorded; nothing here changes a sale."""

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

    def of_refund(self, code: str) -> Receipt:
        """The receipt of the sale whose goods came back with the slip of this code or number.

        Raises CodeUnknown where it is of none, or of goods without a receipt.
        """
        found = read_refund_code(cleaned(code)) or read_refund_number(code)
        row = None if found is None else stored_refunds.by_number(self._desk.database, *found)
        receipt = None if row is None or row[7] is None else self.by_id(UUID(bytes=row[7]))
        if receipt is None:
            raise CodeUnknown(code[:40])
        return receipt

    def by_id(self, sale_id: UUID) -> Receipt | None:
        """The receipt of a sale id, or None where there is no such sale."""
        row = stored.sale_by_id(self._desk.database, sale_id.bytes)
        return None if row is None else self.read(row)

    def last(self, limit: int = 1) -> tuple[Receipt, ...]:
        """This till's newest receipts, newest first."""
        rows = stored.newest_sales(self._desk.database, self._desk.till.till_id.bytes, limit)
        with as_written(self._desk.database):
            ids = [UUID(bytes=row[0]) for row in rows]
        return tuple(receipt for each in ids if (receipt := self.by_id(each)) is not None)

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
        for tip in stored.sale_tips(database, sale[0]):
            rows.ledgers.add("sale_tip", *tip)
        return receipt_from_rows(
            rows,
            ReceiptContext(
                till_number=till_number,
                staff=staff,
                zone=self._desk.zone,
                member=self._member(sale[5]),
                claimed_by=self._claimed_by(sale),
                invoice=_invoice(stored_invoices.of_sale(database, sale[0])),
                refunds=tuple(
                    ReceiptRefund(
                        kind,
                        refund_number(till, sequence),
                        from_millis(at_ms, self._desk.zone),
                        total,
                        bool(whole),
                    )
                    for kind, till, sequence, at_ms, total, whole in stored_refunds.notes_of_sale(
                        database, sale[0]
                    )
                ),
                served=served_names(database, rows.lines),
                coupons=self._coupons(sale[0]),
            ),
        )

    def _coupons(self, sale_id: bytes) -> tuple[ReceiptCoupon, ...]:
        rows = stored_coupons.brought_by(self._desk.database, sale_id)
        if not rows:
            return ()
        # Few sales bring a coupon: what reads one is loaded where one does.
        from app.services.coupons import on_receipt

        return on_receipt(self._desk, rows)

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


def _invoice(row: Row | None) -> ReceiptInvoice | None:
    """Who is to be named on the sale's invoice, while one is asked for or issued."""
    if row is None or row[0] == "cancelled":
        return None
    return ReceiptInvoice(title=row[1], tax_number=row[2], number=row[3])
