"""The list of sales: filtered pages, newest first, and a day's totals."""

from typing import Any

from app.models.database import Database, Row


def _conditions(
    *, from_ms: int | None, to_ms: int | None, member_id: bytes | None, tender: str
) -> tuple[str, list[Any]]:
    parts: list[str] = []
    params: list[Any] = []
    for condition, value in (
        ("sale.sold_at >= ?", from_ms),
        ("sale.sold_at < ?", to_ms),
        ("sale.member_id = ?", member_id),
        (
            "EXISTS (SELECT 1 FROM tender WHERE tender.sale_id = sale.id AND tender.kind = ?)",
            tender or None,
        ),
    ):
        if value is not None:
            parts.append(condition)
            params.append(value)
    return (" WHERE " + " AND ".join(parts) if parts else ""), params


def count_sales(
    database: Database,
    *,
    from_ms: int | None = None,
    to_ms: int | None = None,
    member_id: bytes | None = None,
    tender: str = "",
) -> int:
    """How many sales the filter leaves."""
    where, params = _conditions(from_ms=from_ms, to_ms=to_ms, member_id=member_id, tender=tender)
    return int(database.value(f"SELECT count(*) FROM sale{where}", params))


def page_of_sales(
    database: Database,
    *,
    offset: int,
    limit: int,
    from_ms: int | None = None,
    to_ms: int | None = None,
    member_id: bytes | None = None,
    tender: str = "",
) -> list[Row]:
    """(id, till number, sequence, sold_at, member name, member number, pieces_milli, total_minor,
    discount_minor, points_earned, points_burned) a sale, newest first.

    The page is found first: what comes before it is passed over in the index alone.
    """
    where, params = _conditions(from_ms=from_ms, to_ms=to_ms, member_id=member_id, tender=tender)
    return database.rows(
        "SELECT sale.id, till.number, sale.sequence, sale.sold_at, coalesce(member.name, ''),"
        " coalesce(member.number, ''),"
        " (SELECT sum(CASE WHEN weighed = 1 OR quantity_milli % 1000 > 0 THEN 1000"
        "  ELSE quantity_milli END) FROM sale_line"
        "  WHERE sale_id = sale.id),"
        " sale.total_minor, sale.discount_minor, sale.points_earned, sale.points_burned"
        f" FROM (SELECT sale.id FROM sale{where}"
        "  ORDER BY sale.sold_at DESC, sale.id DESC LIMIT ? OFFSET ?) AS page"
        " JOIN sale ON sale.id = page.id JOIN till ON till.id = sale.till_id"
        " LEFT JOIN member ON member.id = sale.member_id"
        " ORDER BY sale.sold_at DESC, sale.id DESC",
        [*params, limit, offset],
    )


def tender_kinds(database: Database, sale_ids: list[bytes]) -> list[Row]:
    """(sale id, kind) of the tenders of these sales, in the order they were given."""
    marks = ", ".join("?" * len(sale_ids))
    return database.rows(
        f"SELECT sale_id, kind FROM tender WHERE sale_id IN ({marks}) ORDER BY sale_id, position",
        sale_ids,
    )


def totals_of_sales(
    database: Database,
    *,
    from_ms: int | None = None,
    to_ms: int | None = None,
    member_id: bytes | None = None,
    tender: str = "",
) -> Row:
    """(sales, total_minor, discount_minor, points earned) of what the filter leaves."""
    where, params = _conditions(from_ms=from_ms, to_ms=to_ms, member_id=member_id, tender=tender)
    found = database.row(
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(discount_minor), 0),"
        f" coalesce(sum(points_earned), 0) FROM sale{where}",
        params,
    )
    assert found is not None
    return found
