"""Queries on who served what: lines sold, lines taken back, tips, per person and stretch of days.

All of it is found by the day: a sale's lines lie beside it.
"""

from datetime import date

from app.models.database import Database, Row

_TIPS_OUT = (
    " AND NOT EXISTS (SELECT 1 FROM sale_tip WHERE sale_tip.sale_id = sale_line.sale_id"
    " AND sale_tip.position = sale_line.position)"
)


def sold(database: Database, first: date, last: date) -> list[Row]:
    """(staff id or None, sales, lines, what they came to) of the lines sold, tips aside."""
    return database.rows(
        "SELECT served_by, count(DISTINCT sale.id), count(*), sum(sale_line.total_minor)"
        " FROM sale JOIN sale_line ON sale_line.sale_id = sale.id"
        f" WHERE sale.business_date BETWEEN ? AND ?{_TIPS_OUT} GROUP BY served_by",
        (first.isoformat(), last.isoformat()),
    )


def returned(database: Database, first: date, last: date) -> list[Row]:
    """(staff id or None, what was given back) of the lines returned, tips aside; who served a
    line that was sold stands on that line."""
    return database.rows(
        "SELECT coalesce(refund_line.served_by, sale_line.served_by),"
        " sum(refund_line.total_minor) FROM refund"
        " JOIN refund_line ON refund_line.refund_id = refund.id"
        " LEFT JOIN sale_line ON sale_line.sale_id = refund_line.sale_id"
        " AND sale_line.position = refund_line.sale_position"
        f" WHERE refund.business_date BETWEEN ? AND ?{_TIPS_OUT} GROUP BY 1",
        (first.isoformat(), last.isoformat()),
    )


def tips(database: Database, first: date, last: date) -> list[Row]:
    """(staff id or None, tips received)."""
    return database.rows(
        "SELECT sale_tip.staff_id, sum(sale_tip.amount_minor) FROM sale"
        " JOIN sale_tip ON sale_tip.sale_id = sale.id"
        " WHERE sale.business_date BETWEEN ? AND ? GROUP BY sale_tip.staff_id",
        (first.isoformat(), last.isoformat()),
    )


def people(database: Database) -> list[Row]:
    """(id, name, role, active, commission in basis points) of everybody."""
    return database.rows(
        "SELECT id, name, role, active, commission_bp FROM staff ORDER BY name, id"
    )


def set_rate(database: Database, staff_id: bytes, rate_bp: int) -> None:
    """What part of what they serve is a person's commission."""
    database.execute("UPDATE staff SET commission_bp = ? WHERE id = ?", (rate_bp, staff_id))
