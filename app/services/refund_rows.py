"""Stored refunds as values: what a slip shows, just done or read back years later."""

from datetime import date
from uuid import UUID

from app.models import refunds as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.services.desk import Desk
from app.services.rules.codes import receipt_number, refund_code, refund_number
from app.services.rules.days import from_millis
from app.services.rules.pricing import TaxGroup
from app.services.rules.receipt import ReceiptMember
from app.services.rules.refund import RefundDone, RefundLine
from app.services.rules.tenders import Tender, TenderKind
from app.services.sale_rows import reasons_in


def refund_done(desk: Desk, row: Row) -> RefundDone:
    """The refund of a row of `models.refunds.by_id`."""
    database, key = desk.database, row[0]
    till_number, staff, sale_till, sale_sequence, new_till, new_sequence = row[-6:]
    coupons = stored.coupons(database, key)
    after = row[19] + row[18] - row[17]
    return RefundDone(
        refund_id=UUID(bytes=key),
        kind=row[1],
        number=refund_number(till_number, row[3]),
        code=refund_code(till_number, row[3]),
        refunded_at=from_millis(row[10], desk.zone),
        business_date=date.fromisoformat(row[11]),
        staff=staff,
        sale_id=None if row[7] is None else UUID(bytes=row[7]),
        sale_number="" if sale_till is None else receipt_number(sale_till, sale_sequence),
        exchange_number="" if new_till is None else receipt_number(new_till, new_sequence),
        member=_member(desk, row[9], row[19], after),
        lines=tuple(_line(each) for each in stored.parts(database, "refund_line", key)),
        lines_minor=row[13],
        taxes=tuple(TaxGroup(*each[1:]) for each in stored.parts(database, "refund_tax", key)),
        added_tax_minor=row[14],
        cash_rounding_minor=row[15],
        total_minor=row[16],
        tenders=tuple(
            Tender(TenderKind(kind), amount, reference)
            for _, _, kind, amount, reference in stored.parts(database, "refund_tender", key)
        ),
        points_reversed=row[17],
        points_restored=row[18],
        balance_before=row[19],
        balance_after=after,
        coupons_back=tuple(code for code, kind in coupons if kind == "returned"),
        coupons_revoked=tuple(code for code, kind in coupons if kind == "revoked"),
        reason=row[21],
        why=reasons_in(row[22]),
        whole=bool(row[12]),
    )


def _line(row: Row) -> RefundLine:
    _, position, _, sale_position, _, name, _, _, quantity, weighed, total, rate, tax, points, _ = (
        row
    )
    return RefundLine(
        position, sale_position or 0, name, quantity, bool(weighed), total, 0, rate, tax, points
    )


def _member(desk: Desk, key: bytes | None, before: int, after: int) -> ReceiptMember | None:
    if key is None:
        return None
    row = stored_sales.member_facts(desk.database, key)
    if row is None:
        return None
    return ReceiptMember(UUID(bytes=key), row[0], row[1], row[2], before, after)
