"""Gifts to groups: what was given under an id, and to whom."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.merges import marks


def audited(database: Database, grant_id: bytes, action: str) -> str | None:
    """The detail of a grant's entry in the audit trail."""
    found: str | None = database.value(
        "SELECT detail FROM audit_entry WHERE subject_id = ? AND action = ?", (grant_id, action)
    )
    return found


def past(database: Database, given: str, undone: str, limit: int) -> list[Row]:
    """(grant id, happened at, staff, detail, detail of taking it back or None), newest first."""
    return database.rows(
        "SELECT entry.subject_id, entry.happened_at, staff.name, entry.detail,"
        " (SELECT back.detail FROM audit_entry AS back"
        "  WHERE back.subject_id = entry.subject_id AND back.action = ?)"
        " FROM audit_entry AS entry JOIN staff ON staff.id = entry.staff_id"
        " WHERE entry.action = ? ORDER BY entry.happened_at DESC, entry.id DESC LIMIT ?",
        (undone, given, limit),
    )


def everybody(database: Database) -> list[bytes]:
    """The ids of all members, archived ones too."""
    return [row[0] for row in database.rows("SELECT id FROM member ORDER BY seq")]


def coupons_of(database: Database, members: Sequence[bytes], occasion: str) -> list[str]:
    """The codes of these members' coupons of one occasion."""
    rows = database.rows(
        f"SELECT code FROM coupon WHERE member_id IN ({marks(members)}) AND occasion = ?",
        (*members, occasion),
    )
    return [row[0] for row in rows]
