"""Queries on the people at the till: who they are, their PINs and cards, what they may."""

from app.models.database import Database, Row

_COLUMNS = "id, name, role, active, pin_hash <> '', card_code <> ''"
LIMITS = "staff_limits"


def everyone(database: Database) -> list[Row]:
    """(id, name, role, active, has a PIN, has a card) of all, as they came."""
    return database.rows(f"SELECT {_COLUMNS} FROM staff ORDER BY id")


def person(database: Database, staff_id: bytes) -> Row | None:
    """One of `everyone`."""
    return database.row(f"SELECT {_COLUMNS} FROM staff WHERE id = ?", (staff_id,))


def bearer(database: Database, card_code: str) -> Row | None:
    """Whose card this is, as in `everyone`."""
    return database.row(
        f"SELECT {_COLUMNS} FROM staff WHERE card_code = ? AND card_code <> ''", (card_code,)
    )


def named(database: Database, name: str) -> list[Row]:
    """Everybody of this name, whatever the case of its letters."""
    return database.rows(
        f"SELECT {_COLUMNS} FROM staff WHERE name = ? COLLATE NOCASE ORDER BY active DESC, id",
        (name,),
    )


def card_code(database: Database, staff_id: bytes) -> str:
    """The code of a person's card, "" where they have none."""
    return str(database.value("SELECT card_code FROM staff WHERE id = ?", (staff_id,)) or "")


def other_owners(database: Database, staff_id: bytes) -> int:
    """How many active owners there are besides this person."""
    return int(
        database.value(
            "SELECT count(*) FROM staff WHERE role = 'owner' AND active = 1 AND id <> ?",
            (staff_id,),
        )
    )


def is_secured(database: Database) -> bool:
    """Whether an active owner has a PIN or a card, so that the till asks who is there."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM staff WHERE role = 'owner' AND active = 1"
            " AND (pin_hash <> '' OR card_code <> ''))"
        )
    )


def change(database: Database, staff_id: bytes, name: str, role: str, active: bool) -> None:
    """Give a person another name, role or state."""
    database.execute(
        "UPDATE staff SET name = ?, role = ?, active = ? WHERE id = ?",
        (name, role, int(active), staff_id),
    )


def pin_state(database: Database, staff_id: bytes) -> Row | None:
    """(hash, failures, blocked until in UTC milliseconds)."""
    return database.row(
        "SELECT pin_hash, pin_failures, pin_blocked_until FROM staff WHERE id = ?", (staff_id,)
    )


def set_pin_tries(database: Database, staff_id: bytes, failures: int, blocked_until: int) -> None:
    """Keep how often a PIN was wrong since it was last right, and until when none is tried."""
    database.execute(
        "UPDATE staff SET pin_failures = ?, pin_blocked_until = ? WHERE id = ?",
        (failures, blocked_until, staff_id),
    )


def set_pin(database: Database, staff_id: bytes, pin_hash: str) -> None:
    """Keep another PIN's hash, "" for none; the wrong tries of the old one are forgotten."""
    database.execute(
        "UPDATE staff SET pin_hash = ?, pin_failures = 0, pin_blocked_until = 0 WHERE id = ?",
        (pin_hash, staff_id),
    )


def set_card(database: Database, staff_id: bytes, code: str) -> None:
    """Give a person another card, "" for none; the old one is dead."""
    database.execute("UPDATE staff SET card_code = ? WHERE id = ?", (code, staff_id))


def limits(database: Database) -> str | None:
    """What managers and clerks may, as it was stored; None before anything was."""
    found: str | None = database.value("SELECT value FROM setting WHERE name = ?", (LIMITS,))
    return found
