"""Visits: one per member, kind and business day counts once."""

from app.models.database import Database


def record_visit(
    database: Database,
    member_id: bytes,
    kind: str,
    visited_at: int,
    business_date: str,
    visit_id: bytes,
) -> bool:
    """Record a visit inside the caller's transaction; False where that day already has one.

    Keeps the member's stored count in step, and the moment of the last visit always.
    """
    added = database.execute(
        "INSERT INTO visit (id, member_id, kind, visited_at, business_date)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (member_id, business_date, kind) DO NOTHING",
        (visit_id, member_id, kind, visited_at, business_date),
    )
    database.execute(
        "UPDATE member_summary SET visits = visits + ?,"
        " last_visit_at = CASE WHEN last_visit_at < ? THEN ? ELSE last_visit_at END"
        " WHERE member_id = ?",
        (added, visited_at, visited_at, member_id),
    )
    return added == 1
