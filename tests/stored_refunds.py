"""A refund written straight into the tables: for what only reads refunds."""

from __future__ import annotations

from app.services.ids import uuid7
from app.services.rules.days import to_millis


def store_refund(shop, receipt, *, kind="refund", minor=None, quantity_milli=1000, reason="back"):
    """Take the first line of a sale paid in cash back, wholly or in part."""
    database, desk = shop.desk.database, shop.desk
    refund_id, amount = uuid7(), receipt.total_minor if minor is None else minor
    whole = int(minor is None)
    line = receipt.lines[0]

    def work() -> None:
        session, member = database.row(
            "SELECT session_id, member_id FROM sale WHERE id = ?", (receipt.sale_id.bytes,)
        )
        number = 1 + database.value("SELECT coalesce(max(sequence), 0) FROM refund")
        database.execute(
            "INSERT INTO refund_line (refund_id, position, sale_id, sale_position, name,"
            " quantity_milli, weighed, total_minor, tax_rate_bp, tax_minor, points)"
            " VALUES (?, 1, ?, ?, ?, ?, 0, ?, 0, 0, 0)",
            (refund_id.bytes, receipt.sale_id.bytes, line.position, line.name,
             line.quantity_milli if whole else quantity_milli, amount),
        )  # fmt: skip
        database.execute(
            "INSERT INTO refund_tender (refund_id, position, kind, amount_minor)"
            " VALUES (?, 1, 'cash', ?)",
            (refund_id.bytes, amount),
        )
        database.execute(
            "INSERT INTO refund (id, kind, till_id, sequence, session_id, staff_id, sale_id,"
            " exchange_sale_id, member_id, refunded_at, business_date, whole, lines_minor,"
            " added_tax_minor, cash_rounding_minor, total_minor, points_reversed, points_restored,"
            " points_before, scheme_version, reason, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, ?, ?, '[]')",
            (
                refund_id.bytes, kind, desk.till.till_id.bytes, number, session,
                desk.staff.staff_id.bytes, receipt.sale_id.bytes,
                None, member,
                to_millis(desk.now()), desk.today().isoformat(), whole, amount, amount,
                receipt.scheme_version, reason,
            ),
        )  # fmt: skip

    database.in_transaction(work)
    return refund_id
