"""Queries and writes for whole tables at a time: imports and exports."""

from collections.abc import Sequence

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
        " visits = (SELECT count(*) FROM visit WHERE visit.member_id = ?4) WHERE member_id = ?4",
        rows,
    )
