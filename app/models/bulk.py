"""Queries and writes for whole tables at a time: imports and exports."""

from collections.abc import Iterator, Sequence

from app.models.database import Database, Row


def product_without_barcode(database: Database, name: str) -> bytes | None:
    """The product of that name that has no barcode, on sale or archived."""
    found: bytes | None = database.value(
        "SELECT id FROM product WHERE name = ?"
        " AND NOT EXISTS (SELECT 1 FROM barcode WHERE product_id = product.id)"
        " ORDER BY active DESC, id LIMIT 1",
        (name,),
    )
    return found


# --- imported sales -----------------------------------------------------------


def import_till(database: Database) -> Row | None:
    """(id, number) of the till on which imported sales stand."""
    return database.row("SELECT id, number FROM till WHERE kind = 'import' ORDER BY number LIMIT 1")


def close_session(database: Database, session_id: bytes, closed_at: int) -> None:
    """Close a session: nothing more is sold in it."""
    database.execute("UPDATE cash_session SET closed_at = ? WHERE id = ?", (closed_at, session_id))


def line_contents(database: Database, sale_id: bytes) -> list[Row]:
    """(quantity, total) of the lines of a sale; none where there is no such sale."""
    return database.rows(
        "SELECT quantity_milli, total_minor FROM sale_line WHERE sale_id = ?", (sale_id,)
    )


def insert_visits(database: Database, rows: Sequence[Row]) -> None:
    """Record visits (id, member_id, kind, visited_at, business_date), one per member, day and
    kind. The caller brings the summaries in step."""
    database.executemany(
        "INSERT INTO visit (id, member_id, kind, visited_at, business_date)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (member_id, business_date, kind) DO NOTHING",
        rows,
    )


def add_to_summaries(database: Database, rows: Sequence[Row]) -> None:
    """Add (points, spent, last visit, member_id) to stored figures, and count visits anew."""
    database.executemany(
        "UPDATE member_summary SET points = points + ?1, spent_minor = spent_minor + ?2,"
        " last_visit_at = max(last_visit_at, ?3),"
        " visits = (SELECT count(*) FROM visit WHERE visit.member_id IN (SELECT ?4 UNION ALL"
        " SELECT gone_id FROM member_alias WHERE keep_id = ?4)) WHERE member_id = ?4",
        rows,
    )


# --- exports ------------------------------------------------------------------

_COUNTED = {
    "members": "SELECT count(*) FROM member WHERE state <> 'archived'",
    "products": "SELECT count(*) FROM product WHERE active = 1",
    "sales": "SELECT count(*) FROM sale_line",
    "points": "SELECT count(*) FROM points_entry",
    "stock": "SELECT count(*) FROM product_stock",
}


def row_count(database: Database, kind: str) -> int:
    """How many rows an export of `kind` has."""
    return int(database.value(_COUNTED[kind]))


def members_out(database: Database) -> Iterator[Row]:
    """(id, number, name, phone, E.164 phone, points, visits, spent, last visit) by number.

    Archived members stay out: their phones may be another member's by now.
    """
    return database.each(
        "SELECT id, number, name, phone, phone_e164, points, visits, spent_minor, last_visit_at"
        " FROM member JOIN member_summary ON member_id = id"
        " WHERE state <> 'archived' ORDER BY number"
    )


def sale_lines_out(database: Database) -> Iterator[Row]:
    """(sale id, till number, sequence, sold_at, member number, barcode, name, category,
    quantity, unit price, discount, total) of every line, oldest sale first.

    The member is the one on the sale, or the one who claimed it.
    """
    return database.each(
        "SELECT sale.id, till.number, sale.sequence, sale.sold_at, member.number, line.barcode,"
        " line.name, line.category, line.quantity_milli, line.unit_price_minor,"
        " line.discount_minor, line.total_minor"
        " FROM sale JOIN till ON till.id = sale.till_id"
        " JOIN sale_line AS line ON line.sale_id = sale.id"
        " LEFT JOIN claim ON claim.sale_id = sale.id"
        " LEFT JOIN member ON member.id = coalesce(sale.member_id, claim.member_id)"
        " ORDER BY sale.sold_at, sale.id, line.position"
    )


def tenders_out(database: Database) -> Iterator[Row]:
    """(sale id, kind, amount, change due of the sale, reference), in the order of the lines."""
    return database.each(
        "SELECT sale.id, kind, amount_minor, change_due_minor, reference FROM sale"
        " JOIN tender ON tender.sale_id = sale.id ORDER BY sale.sold_at, sale.id, tender.position"
    )


def points_out(database: Database) -> Iterator[Row]:
    """(posted_at, member number, kind, points, till number, sequence, reason) of the ledger."""
    return database.each(
        "SELECT entry.posted_at, member.number, entry.kind, entry.points, till.number,"
        " sale.sequence, entry.reason FROM points_entry AS entry"
        " JOIN member ON member.id = entry.member_id"
        " LEFT JOIN claim ON claim.id = entry.claim_id"
        " LEFT JOIN refund ON refund.id = entry.refund_id"
        " LEFT JOIN sale ON sale.id = coalesce(entry.sale_id, claim.sale_id, refund.sale_id)"
        " LEFT JOIN till ON till.id = sale.till_id ORDER BY entry.id"
    )
