"""Queries on points that move outside a sale."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.merges import MINE


def entry(database: Database, entry_id: bytes) -> Row | None:
    """(points, posted_at) of an entry."""
    return database.row("SELECT points, posted_at FROM points_entry WHERE id = ?", (entry_id,))


def balance_before(database: Database, member_id: bytes, at_ms: int) -> int:
    """A member's points just before a moment."""
    return int(
        database.value(
            "SELECT coalesce(sum(points), 0) FROM points_entry"
            " WHERE member_id = ? AND posted_at < ?",
            (member_id, at_ms),
        )
    )


def last_visit(database: Database, member_id: bytes) -> int:
    """The moment of a member's last visit; 0 for none."""
    return int(
        database.value("SELECT last_visit_at FROM member_summary WHERE member_id = ?", (member_id,))
        or 0
    )


def balances(database: Database, ids: Sequence[bytes]) -> dict[bytes, int]:
    """The stored points of members; below zero is owed."""
    if not ids:
        return {}
    marks = ", ".join("?" * len(ids))
    return dict(
        database.rows(
            f"SELECT member_id, points FROM member_summary WHERE member_id IN ({marks})", ids
        )
    )


def activities_of_day(database: Database, member_id: bytes, activity: str, day: str) -> int:
    """How often a member got points for an activity on a business day."""
    return int(
        database.value(
            f"SELECT count(*) FROM activity_entry WHERE member_id {MINE} AND activity = ?"
            " AND business_date = ?",
            (member_id, member_id, activity, day),
        )
    )


def entries_among(database: Database, ids: Sequence[bytes]) -> frozenset[bytes]:
    """Which of these entries are there."""
    return _among(database, "SELECT id FROM points_entry WHERE id IN ({marks})", ids)


def living_among(database: Database, ids: Sequence[bytes]) -> frozenset[bytes]:
    """Which of these members are not archived."""
    return _among(
        database, "SELECT id FROM member WHERE id IN ({marks}) AND state <> 'archived'", ids
    )


def _among(database: Database, sql: str, ids: Sequence[bytes]) -> frozenset[bytes]:
    if not ids:
        return frozenset()
    marks = ", ".join("?" * len(ids))
    return frozenset(row[0] for row in database.rows(sql.format(marks=marks), ids))


def group(database: Database, *, tag: str, tier: str, day: str, or_none: bool) -> list[bytes]:
    """Ids of members with a tag and a tier, where given; `or_none`: without any tier entry too."""
    tests = ["state <> 'archived'"]
    values: list[object] = []
    if tag:
        tests.append("EXISTS (SELECT 1 FROM member_tag WHERE member_id = member.id AND tag = ?)")
        values.append(tag)
    if tier:
        tests.append(
            "coalesce((SELECT tier FROM tier_entry WHERE member_id = member.id"
            " AND effective_on <= ? ORDER BY number DESC LIMIT 1), ?) = ?"
        )
        values += [day, tier if or_none else "", tier]
    rows = database.rows(
        f"SELECT id FROM member WHERE {' AND '.join(tests)} ORDER BY number", values
    )
    return [row[0] for row in rows]
