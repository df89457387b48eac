"""Queries and writes on challenges, and on what their members did in the period."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import marks

COLUMNS = (
    "id, name, measure, series, falling, first_on, last_on, prize, whole_names, made_at, called_off"
)


def insert(database: Database, row: Row) -> None:
    """Add a challenge, columns as in COLUMNS."""
    database.execute(insert_sql("challenge", COLUMNS), row)


def challenges(database: Database) -> list[Row]:
    """(COLUMNS, members) of all, those that end last first."""
    return database.rows(
        f"SELECT {COLUMNS}, (SELECT count(*) FROM challenge_member WHERE challenge_id ="
        " challenge.id) FROM challenge ORDER BY called_off, last_on DESC, made_at DESC"
    )


def challenge(database: Database, challenge_id: bytes) -> Row | None:
    """The same of one."""
    return database.row(
        f"SELECT {COLUMNS}, (SELECT count(*) FROM challenge_member WHERE challenge_id ="
        " challenge.id) FROM challenge WHERE id = ?",
        (challenge_id,),
    )


def call_off(database: Database, challenge_id: bytes) -> None:
    """It ends without a winner."""
    database.execute("UPDATE challenge SET called_off = 1 WHERE id = ?", (challenge_id,))


def join(database: Database, challenge_id: bytes, member_id: bytes, now_ms: int) -> None:
    """Let a member in; who is in stays in."""
    database.execute(
        "INSERT INTO challenge_member (challenge_id, member_id, joined_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (challenge_id, member_id, now_ms),
    )


def leave(database: Database, challenge_id: bytes, member_ids: Sequence[bytes]) -> None:
    """Take a member out, under each of their ids."""
    database.execute(
        "DELETE FROM challenge_member WHERE challenge_id = ?"
        f" AND member_id IN ({marks(member_ids)})",
        (challenge_id, *member_ids),
    )


def members(database: Database, challenge_id: bytes) -> list[Row]:
    """(member as they are now, number, name, phone) of who is in, as they joined."""
    return database.rows(
        "SELECT member.id, member.number, member.name, member.phone FROM challenge_member AS joined"
        " LEFT JOIN member_alias ON gone_id = joined.member_id"
        " JOIN member ON member.id = coalesce(keep_id, joined.member_id)"
        " WHERE challenge_id = ? AND member.state <> 'archived' GROUP BY member.id"
        " ORDER BY min(joined_at), member.number",
        (challenge_id,),
    )


# --- what they did, each by the id it was written under ----------------------------


def visit_days(database: Database, ids: Sequence[bytes], first: str, last: str) -> list[Row]:
    """(member, business_date) of each day on which they came."""
    return database.rows(
        f"SELECT DISTINCT member_id, business_date FROM visit WHERE member_id IN ({marks(ids)})"
        " AND business_date BETWEEN ? AND ?",
        (*ids, first, last),
    )


def spent(database: Database, ids: Sequence[bytes], first: str, last: str) -> list[Row]:
    """(member, minor units) really paid, less what was given back."""
    return database.rows(
        "SELECT member.id, sum(spent_minor) FROM member"
        f" JOIN member_day ON member_day.seq = member.seq WHERE member.id IN ({marks(ids)})"
        " AND business_date BETWEEN ? AND ? GROUP BY member.id",
        (*ids, first, last),
    )


def earned(database: Database, ids: Sequence[bytes], first: str, last: str) -> list[Row]:
    """(member, points) earned, less what returns took back."""
    return database.rows(
        "SELECT member_id, sum(points) FROM points_entry WHERE kind IN ('earn', 'reverse_earn')"
        f" AND member_id IN ({marks(ids)}) AND business_date BETWEEN ? AND ? GROUP BY member_id",
        (*ids, first, last),
    )


def measured(database: Database, ids: Sequence[bytes], series: str, last: str) -> list[Row]:
    """(member, day, thousandths) of what stands in their series of this name, to a day."""
    return database.rows(
        "SELECT member_id, measured_on, value_milli FROM measure_series AS series"
        " JOIN measurement ON series_id = series.id WHERE series.name = ?"
        f" AND member_id IN ({marks(ids)}) AND measured_on <= ? AND value_milli IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM measurement AS newer WHERE newer.corrects = measurement.id)"
        " ORDER BY measured_on, posted_at",
        (series, *ids, last),
    )


def unit_of(database: Database, series: str) -> str:
    """The unit that most series of this name have."""
    found: str | None = database.value(
        "SELECT unit FROM measure_series WHERE name = ? GROUP BY unit ORDER BY count(*) DESC"
        " LIMIT 1",
        (series,),
    )
    return found or ""
