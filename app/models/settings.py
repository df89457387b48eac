"""Queries on the shop's settings, schemes, tills, staff and keys."""

from collections.abc import Iterable
from typing import Any

from app.models.database import Database, Row


def settings(database: Database) -> dict[str, str]:
    """All stored settings: name → JSON value."""
    return dict(database.rows("SELECT name, value FROM setting"))


def save_settings(database: Database, values: Iterable[tuple[str, str]]) -> None:
    """Store settings, replacing those of the same name."""
    database.executemany(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        values,
    )


def scheme_rows(database: Database) -> list[Row]:
    """(version, name, definition, active_from) of every scheme version, newest first."""
    return database.rows(
        "SELECT version, name, definition, active_from FROM scheme ORDER BY version DESC"
    )


def add_scheme(database: Database, row: tuple[Any, ...]) -> None:
    """Append a scheme version: (id, version, name, definition, active_from, created_at)."""
    database.execute(
        "INSERT INTO scheme (id, version, name, definition, active_from, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        row,
    )


def add_till(database: Database, till_id: bytes, name: str, kind: str, created_at: int) -> int:
    """Add a till and return its number, one past the highest ever used."""
    number = int(database.value("SELECT coalesce(max(number) + 1, 0) FROM till"))
    database.execute(
        "INSERT INTO till (id, number, name, kind, created_at) VALUES (?, ?, ?, ?, ?)",
        (till_id, number, name, kind, created_at),
    )
    return number


def counter_till(database: Database) -> Row | None:
    """(id, number) of the counter till in use: the newest, since a restore starts a new one."""
    return database.row(
        "SELECT id, number FROM till WHERE kind = 'counter' ORDER BY number DESC LIMIT 1"
    )


def add_staff(database: Database, staff_id: bytes, name: str, role: str) -> None:
    """Add a person at the till."""
    database.execute(
        "INSERT INTO staff (id, name, role, active) VALUES (?, ?, ?, 1)", (staff_id, name, role)
    )


def owner(database: Database) -> Row | None:
    """(id, name, role) of the shop's first active owner."""
    return database.row(
        "SELECT id, name, role FROM staff WHERE role = 'owner' AND active = 1 ORDER BY id LIMIT 1"
    )


def add_key(database: Database, purpose: str, secret: bytes) -> None:
    """Keep a secret made with the shop."""
    database.execute("INSERT INTO shop_key (purpose, secret) VALUES (?, ?)", (purpose, secret))


def key(database: Database, purpose: str) -> bytes:
    """A secret made with the shop."""
    return bytes(database.value("SELECT secret FROM shop_key WHERE purpose = ?", (purpose,)))


def start_session(
    database: Database,
    session_id: bytes,
    till_id: bytes,
    day: str,
    opened_at: int,
    opened_by: bytes | None = None,
) -> None:
    """Open an automatic session for a till and day, closing the automatic ones of earlier days.

    One that nobody opened, as an import's, never waits for a Z report once it is closed.

    One for a day before a session that is there already, for a sale dated back, is closed at
    once and leaves today's as it is.
    """
    later = database.value(
        "SELECT EXISTS (SELECT 1 FROM cash_session WHERE till_id = ? AND business_date > ?)",
        (till_id, day),
    )
    if not later:
        database.execute(
            "UPDATE cash_session SET closed_at = max(opened_at, ?), opened_by = coalesce(opened_by,"
            " ?) WHERE till_id = ? AND closed_at IS NULL AND automatic = 1",
            (opened_at, opened_by, till_id),
        )
    database.execute(
        "INSERT INTO cash_session (id, till_id, business_date, sequence, automatic, opened_at,"
        " closed_at, opened_by) SELECT ?, ?, ?, coalesce(max(sequence), 0) + 1, 1, ?, ?, ?"
        " FROM cash_session WHERE till_id = ? AND business_date = ?",
        (
            session_id,
            till_id,
            day,
            opened_at,
            opened_at if later else None,
            opened_by,
            till_id,
            day,
        ),
    )


def has_amounts(database: Database) -> bool:
    """Whether amounts are stored, so that the currency can no longer change."""
    return bool(
        database.value("SELECT EXISTS (SELECT 1 FROM product) OR EXISTS (SELECT 1 FROM sale)")
    )


def add_audit_entry(database: Database, row: tuple[Any, ...]) -> None:
    """Append to the audit trail: (id, staff_id, happened_at, action, subject_id, detail,
    approved_by)."""
    database.execute(
        "INSERT INTO audit_entry (id, staff_id, happened_at, action, subject_id, detail,"
        " approved_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        row,
    )
