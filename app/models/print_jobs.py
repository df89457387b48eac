"""Queries on what is still to be printed."""

from typing import Any

from app.models.database import Database, Row

_COLUMNS = "id, kind, document, state, attempts, fault, queued_at"


def add(database: Database, row: tuple[Any, ...]) -> None:
    """Append a waiting job: (id, till_id, kind, document, queued_at); a repeat adds nothing."""
    database.execute(
        "INSERT INTO print_job (id, till_id, kind, document, state, queued_at)"
        " VALUES (?, ?, ?, ?, 'waiting', ?) ON CONFLICT (id) DO NOTHING",
        row,
    )


def open_jobs(database: Database, till_id: bytes) -> list[Row]:
    """(id, kind, document, state, attempts, fault, queued_at) of what is not over, oldest first."""
    return database.rows(
        f"SELECT {_COLUMNS} FROM print_job"
        " WHERE state NOT IN ('printed', 'dropped') AND till_id = ? ORDER BY queued_at, id",
        (till_id,),
    )


def first_waiting(database: Database, till_id: bytes) -> Row | None:
    """The job that has waited longest."""
    return database.row(
        f"SELECT {_COLUMNS} FROM print_job"
        " WHERE state NOT IN ('printed', 'dropped') AND state = 'waiting' AND till_id = ?"
        " ORDER BY queued_at, id LIMIT 1",
        (till_id,),
    )


def begin(database: Database, job_id: bytes) -> bool:
    """Mark a waiting job as being printed; False where it is no longer waiting."""
    changed = database.execute(
        "UPDATE print_job SET state = 'printing', attempts = attempts + 1"
        " WHERE id = ? AND state = 'waiting'",
        (job_id,),
    )
    return changed == 1


def move(database: Database, job_id: bytes, to: str, fault: str, *states: str) -> bool:
    """Put a job into another state with what went wrong; False unless it is in one of `states`."""
    marks = ", ".join("?" for _ in states)
    changed = database.execute(
        f"UPDATE print_job SET state = ?, fault = ? WHERE id = ? AND state IN ({marks})",
        (to, fault, job_id, *states),
    )
    return changed == 1


def fail_printing(database: Database, till_id: bytes, fault: str) -> None:
    """What was being printed when the program stopped is asked about, never printed by itself."""
    database.execute(
        "UPDATE print_job SET state = 'failed', fault = ? WHERE state = 'printing' AND till_id = ?",
        (fault, till_id),
    )


def fail_older(database: Database, till_id: bytes, before: int, fault: str) -> None:
    """What has waited since before that instant is asked about as well."""
    database.execute(
        "UPDATE print_job SET state = 'failed', fault = ?"
        " WHERE state = 'waiting' AND till_id = ? AND queued_at < ?",
        (fault, till_id, before),
    )


def forget_older(database: Database, before: int) -> None:
    """What was printed or dropped before that instant is of no use to anybody."""
    database.execute(
        "DELETE FROM print_job WHERE state IN ('printed', 'dropped') AND queued_at < ?", (before,)
    )
