"""Queries and writes on members' measurements, and on their plans of care.

What corrects a measurement takes its place; one without a value strikes it out.
"""

from collections.abc import Iterable, Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import MINE

_SERIES = "id, member_id, name, unit, goal_milli, made_at"
_VALUE = "id, series_id, measured_on, value_milli, corrects, staff_id, posted_at"
_STANDS = "NOT EXISTS (SELECT 1 FROM measurement AS newer WHERE newer.corrects = measurement.id)"


# --- series ---------------------------------------------------------------------


def series_of(database: Database, member_id: bytes) -> list[Row]:
    """(id, name, unit, goal) of a member and of who was merged into them, as they came."""
    return database.rows(
        f"SELECT id, name, unit, goal_milli FROM measure_series WHERE member_id {MINE}"
        " ORDER BY made_at, id",
        (member_id, member_id),
    )


def series(database: Database, series_id: bytes) -> Row | None:
    """(id, name, unit, goal, member)."""
    return database.row(
        "SELECT id, name, unit, goal_milli, member_id FROM measure_series WHERE id = ?",
        (series_id,),
    )


def series_named(database: Database, member_id: bytes, name: str) -> Row | None:
    """The same of a member's series of this name, or of who was merged into them."""
    return database.row(
        "SELECT id, name, unit, goal_milli, member_id FROM measure_series"
        f" WHERE member_id {MINE} AND name = ? ORDER BY made_at LIMIT 1",
        (member_id, member_id, name),
    )


def names(database: Database) -> list[Row]:
    """(name, unit) of all series there are, the most used first."""
    return database.rows(
        "SELECT name, unit FROM measure_series GROUP BY name, unit"
        " ORDER BY count(*) DESC, name LIMIT 50"
    )


def insert_series(database: Database, row: Row) -> None:
    """Add (id, member, name, unit, goal, made at)."""
    database.execute(insert_sql("measure_series", _SERIES), row)


def set_goal(database: Database, series_id: bytes, goal: int | None) -> None:
    """Aim at another value, or at none."""
    database.execute("UPDATE measure_series SET goal_milli = ? WHERE id = ?", (goal, series_id))


# --- values ---------------------------------------------------------------------


def insert_value(database: Database, row: Row) -> None:
    """Append (id, series, day, value, what it corrects, staff, posted at)."""
    database.execute(insert_sql("measurement", _VALUE), row)


def value(database: Database, value_id: bytes) -> Row | None:
    """(id, series, day, value, whether it stands)."""
    return database.row(
        f"SELECT id, series_id, measured_on, value_milli, {_STANDS} FROM measurement WHERE id = ?",
        (value_id,),
    )


def values_of(database: Database, series_ids: Sequence[bytes]) -> list[Row]:
    """(series, id, day, value, corrected, by whom, posted at) of what stands, by day."""
    if not series_ids:
        return []
    marks = ", ".join("?" * len(series_ids))
    return database.rows(
        "SELECT series_id, measurement.id, measured_on, value_milli, corrects IS NOT NULL,"
        " staff.name, posted_at FROM measurement JOIN staff ON staff.id = staff_id"
        f" WHERE series_id IN ({marks}) AND value_milli IS NOT NULL AND {_STANDS}"
        " ORDER BY measured_on, posted_at, measurement.id",
        tuple(series_ids),
    )


# --- plans ----------------------------------------------------------------------

_PLAN = "id, member_id, name, words, pass_id, sessions, made_at, ended_on"


def insert_plan(database: Database, row: Row, steps: Iterable[Row]) -> None:
    """Add a plan, columns as in _PLAN, and its (plan, position, what)."""
    database.execute(insert_sql("care_plan", _PLAN), row)
    database.executemany(insert_sql("care_plan_step", "plan_id, position, what"), steps)


def plan(database: Database, plan_id: bytes) -> Row | None:
    """(id, name, words, pass, sessions, made at, ended on, member)."""
    return database.row(
        "SELECT id, name, words, pass_id, sessions, made_at, ended_on, member_id FROM care_plan"
        " WHERE id = ?",
        (plan_id,),
    )


def plans_of(database: Database, member_id: bytes) -> list[Row]:
    """The same of a member and of who was merged into them: what runs first, newest first."""
    return database.rows(
        "SELECT id, name, words, pass_id, sessions, made_at, ended_on, member_id FROM care_plan"
        f" WHERE member_id {MINE} ORDER BY ended_on IS NOT NULL, made_at DESC, id DESC",
        (member_id, member_id),
    )


def end_plan(database: Database, plan_id: bytes, day: str | None) -> None:
    """It is over, or goes on."""
    database.execute("UPDATE care_plan SET ended_on = ? WHERE id = ?", (day, plan_id))


def steps(database: Database, plan_id: bytes) -> list[Row]:
    """(position, what, done at, by whom)."""
    return database.rows(
        "SELECT position, what, done_at, coalesce(staff.name, '') FROM care_plan_step"
        " LEFT JOIN staff ON staff.id = done_by WHERE plan_id = ? ORDER BY position",
        (plan_id,),
    )


def tick(
    database: Database, plan_id: bytes, position: int, done_at: int | None, by: bytes | None
) -> None:
    """A step is done, or is not after all."""
    database.execute(
        "UPDATE care_plan_step SET done_at = ?, done_by = ? WHERE plan_id = ? AND position = ?",
        (done_at, by, plan_id, position),
    )


def sessions(database: Database, plan_id: bytes) -> list[Row]:
    """(id, note, by whom, posted at, day), newest first."""
    return database.rows(
        "SELECT care_session.id, note, staff.name, posted_at, business_date FROM care_session"
        " JOIN staff ON staff.id = staff_id WHERE plan_id = ? ORDER BY posted_at DESC,"
        " care_session.id DESC",
        (plan_id,),
    )


def has_session(database: Database, session_id: bytes) -> bool:
    """Whether it was counted already."""
    return database.row("SELECT 1 FROM care_session WHERE id = ?", (session_id,)) is not None


def insert_session(database: Database, row: Row) -> None:
    """Append (id, plan, note, staff, posted at, day)."""
    database.execute(
        insert_sql("care_session", "id, plan_id, note, staff_id, posted_at, business_date"), row
    )


def pass_uses(database: Database, pass_id: bytes) -> Row:
    """(member, uses of a pass, uses left, last day)."""
    row = database.row(
        "SELECT member_id, uses, (SELECT coalesce(sum(uses), 0) FROM pass_entry"
        " WHERE pass_id = session_pass.id), valid_to FROM session_pass WHERE id = ?",
        (pass_id,),
    )
    assert row is not None
    return row
