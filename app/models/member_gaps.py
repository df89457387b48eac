"""What is missing of members, or old: counted in one pass, listed whoever was here last first."""

from app.models.database import Database

# Each is a condition on a live member; `?` is the instant before which what is known is old.
CONDITIONS = {
    "no_phone": "phone = ''",
    "bad_phone": "phone <> '' AND phone_e164 IS NULL",
    "no_name": "name = ''",
    "no_birthday": "birthday = ''",
    "no_address": "address = ''",
    "not_asked": "NOT EXISTS (SELECT 1 FROM consent WHERE member_id = member.id)",
    "stale": "updated_at < ?",
}
_LIVE = "state <> 'archived'"


def counts(database: Database, old_ms: int) -> dict[str, int]:
    """How many live members each condition is true of."""
    sums = ", ".join(f"coalesce(sum({condition}), 0)" for condition in CONDITIONS.values())
    row = database.row(f"SELECT {sums} FROM member WHERE {_LIVE}", (old_ms,))
    assert row is not None
    return dict(zip(CONDITIONS, row, strict=True))


def seqs(database: Database, name: str, old_ms: int) -> list[int]:
    """The short keys of those it is true of, who was here last first."""
    condition = CONDITIONS[name]
    found = database.rows(
        "SELECT member.seq FROM member CROSS JOIN member_recency"
        f" ON member_recency.seq = member.seq WHERE {_LIVE} AND {condition}"
        " ORDER BY last_visit_at DESC, member.seq",
        (old_ms,) if "?" in condition else (),
    )
    return [row[0] for row in found]
