"""Queries and writes on feedback, and on the cases that came of it.

A case keeps the state and the adviser of its newest entry.
"""

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import MINE

FEEDBACK = "id, member_id, sale_id, score, words, complaint, staff_id, posted_at, business_date"
_CASE = "id, number, member_id, feedback_id, what, opened_at, opened_on, state, adviser_id"
_ENTRY = "id, case_id, number, kind, note, state, adviser_id, staff_id, posted_at, business_date"
_SHOWN = (
    "SELECT care_case.id, care_case.number, member.id, member.number, member.name, member.phone,"
    " care_case.what, opened_on, care_case.state, care_case.adviser_id,"
    " coalesce(adviser.name, ''), score, newest.number, newest.kind, newest.note,"
    " newest.posted_at, poster.name FROM care_case"
    " LEFT JOIN member_alias ON gone_id = care_case.member_id"
    " LEFT JOIN member ON member.id = coalesce(keep_id, care_case.member_id)"
    " LEFT JOIN feedback ON feedback.id = feedback_id"
    " JOIN care_case_entry AS newest ON newest.case_id = care_case.id AND newest.number ="
    " (SELECT max(number) FROM care_case_entry WHERE case_id = care_case.id)"
    " JOIN staff AS poster ON poster.id = newest.staff_id"
    " LEFT JOIN staff AS adviser ON adviser.id = care_case.adviser_id WHERE "
)
_STATES = {"open": "care_case.state <> 'solved'", "solved": "care_case.state = 'solved'"}


def insert_feedback(database: Database, row: Row) -> None:
    """Append feedback, columns as in FEEDBACK."""
    database.execute(insert_sql("feedback", FEEDBACK), row)


def has_feedback(database: Database, feedback_id: bytes) -> bool:
    """Whether it was given already."""
    return database.row("SELECT 1 FROM feedback WHERE id = ?", (feedback_id,)) is not None


def feedback_of(database: Database, member_id: bytes, limit: int) -> list[Row]:
    """(id, score, words, complaint, by whom, posted at, case number) of a member and of who was
    merged into them, newest first."""
    return database.rows(
        "SELECT feedback.id, score, words, complaint, staff.name, posted_at, care_case.number"
        " FROM feedback JOIN staff ON staff.id = feedback.staff_id"
        " LEFT JOIN care_case ON feedback_id = feedback.id"
        f" WHERE feedback.member_id {MINE} ORDER BY posted_at DESC, feedback.id DESC LIMIT ?",
        (member_id, member_id, limit),
    )


def scores(database: Database, first: str, last: str) -> list[Row]:
    """(score, how often) of the feedback given in the span."""
    return database.rows(
        "SELECT score, count(*) FROM feedback WHERE business_date BETWEEN ? AND ?"
        " AND score IS NOT NULL GROUP BY score ORDER BY score",
        (first, last),
    )


def next_number(database: Database) -> int:
    """The number of the next case."""
    return 1 + int(database.value("SELECT coalesce(max(number), 0) FROM care_case"))


def insert_case(database: Database, row: Row) -> None:
    """Add (id, number, member, feedback, what, opened at, opened on, state, adviser)."""
    database.execute(insert_sql("care_case", _CASE), row)


def insert_entry(database: Database, row: Row) -> None:
    """Append (id, case, number, kind, note, state, adviser, staff, posted at, day)."""
    database.execute(insert_sql("care_case_entry", _ENTRY), row)


def has_entry(database: Database, entry_id: bytes) -> bool:
    """Whether an entry was made already."""
    return database.row("SELECT 1 FROM care_case_entry WHERE id = ?", (entry_id,)) is not None


def stand(database: Database, case_id: bytes, state: str, adviser: bytes | None) -> None:
    """Keep what the newest entry says."""
    database.execute(
        "UPDATE care_case SET state = ?, adviser_id = ? WHERE id = ?", (state, adviser, case_id)
    )


def case(database: Database, case_id: bytes) -> Row | None:
    """(id, number, member: id, number, name, phone, what, opened on, state, adviser, their name,
    score, newest entry: number, kind, note, posted at, by whom)."""
    return database.row(f"{_SHOWN} care_case.id = ?", (case_id,))


def case_of_feedback(database: Database, feedback_id: bytes) -> Row | None:
    """The same, of the case that feedback opened."""
    return database.row(f"{_SHOWN} care_case.feedback_id = ?", (feedback_id,))


def cases(database: Database, state: str, limit: int, offset: int) -> list[Row]:
    """A page of them: open ones oldest first, solved ones newest first."""
    order = "care_case.opened_at" if state == "open" else "newest.posted_at DESC"
    return database.rows(
        f"{_SHOWN} {_STATES[state]} ORDER BY {order}, care_case.number LIMIT ? OFFSET ?",
        (limit, offset),
    )


def count(database: Database, state: str) -> int:
    """How many there are."""
    return int(database.value(f"SELECT count(*) FROM care_case WHERE {_STATES[state]}"))


def cases_of(database: Database, member_id: bytes) -> list[Row]:
    """All of a member and of who was merged into them, what is open first."""
    return database.rows(
        f"{_SHOWN} care_case.member_id {MINE} ORDER BY care_case.state = 'solved',"
        " care_case.number DESC",
        (member_id, member_id),
    )


def entries(database: Database, case_id: bytes) -> list[Row]:
    """(kind, note, adviser's name, by whom, posted at), oldest first."""
    return database.rows(
        "SELECT kind, note, coalesce(adviser.name, ''), poster.name, posted_at"
        " FROM care_case_entry AS entry JOIN staff AS poster ON poster.id = entry.staff_id"
        " LEFT JOIN staff AS adviser ON adviser.id = entry.adviser_id"
        " WHERE case_id = ? ORDER BY number",
        (case_id,),
    )
