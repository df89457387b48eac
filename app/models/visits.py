"""Queries on visits: one of a kind per member and business day counts once."""

from app.models.database import Database, Row
from app.models.merges import ids_of, marks


def add_visit(
    database: Database,
    member_id: bytes,
    kind: str,
    at_ms: int,
    business_date: str,
    visit_id: bytes,
) -> bool:
    """Add a visit unless there was one of its kind that day; whether it was the first.

    `kind` is "sale", "check_in" or "event", `business_date` ISO text. The caller keeps the
    member's summary in step, in the same transaction.
    """
    return bool(
        database.execute(
            "INSERT INTO visit (id, member_id, kind, visited_at, business_date)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (member_id, business_date, kind) DO NOTHING",
            (visit_id, member_id, kind, at_ms, business_date),
        )
    )


def record_visit(
    database: Database,
    member_id: bytes,
    kind: str,
    at_ms: int,
    business_date: str,
    visit_id: bytes,
) -> bool:
    """The same, with the member's stored count and last visit kept in step."""
    first = add_visit(database, member_id, kind, at_ms, business_date, visit_id)
    # A second check-in of the day is recorded nowhere, so it moves nothing either.
    moved_to = at_ms if first or kind == "sale" else 0
    database.execute(
        "UPDATE member_summary SET visits = visits + ?,"
        " last_visit_at = CASE WHEN last_visit_at < ? THEN ? ELSE last_visit_at END"
        " WHERE member_id = ?",
        (int(first), moved_to, moved_to, member_id),
    )
    return first


def counted(database: Database, member_id: bytes) -> int:
    """How many visits of the member count."""
    return int(
        database.value("SELECT visits FROM member_summary WHERE member_id = ?", (member_id,)) or 0
    )


def of_member(database: Database, member_id: bytes, limit: int) -> list[Row]:
    """(visited_at, kind, business_date) of a member's visits, newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        f"SELECT visited_at, kind, business_date FROM visit WHERE member_id IN ({marks(mine)})"
        " ORDER BY visited_at DESC LIMIT ?",
        (*mine, limit),
    )


def days_between(database: Database, member_id: bytes, first: str, last: str) -> list[str]:
    """The business days from `first` to `last` on which a member came, in order, each once."""
    mine = ids_of(database, member_id)
    rows = database.rows(
        f"SELECT DISTINCT business_date FROM visit WHERE member_id IN ({marks(mine)})"
        " AND business_date BETWEEN ? AND ? ORDER BY business_date",
        (*mine, first, last),
    )
    return [day for (day,) in rows]
