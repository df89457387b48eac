"""What the due jobs write beside the ledgers."""

from collections.abc import Iterable

from app.models.database import Database, Row
from app.models.inserts import insert_sql


def take_points(database: Database, rows: Iterable[tuple[int, bytes]]) -> None:
    """Take (points, member) from stored balances."""
    database.executemany("UPDATE member_summary SET points = points - ? WHERE member_id = ?", rows)


def archive(database: Database, ids: Iterable[bytes], now_ms: int) -> None:
    """Put members away; their past and their number stay."""
    database.executemany(
        "UPDATE member SET state = 'archived', updated_at = ? WHERE id = ? AND state = 'active'",
        ((now_ms, member_id) for member_id in ids),
    )


INSERT_AUDIT = insert_sql("audit_entry", "id, staff_id, happened_at, action, subject_id, detail")


def add_audit_entries(database: Database, rows: Iterable[Row]) -> None:
    """Append to the audit trail, many at once."""
    database.executemany(INSERT_AUDIT, rows)
