"""Queries on member cards and the blocks of serials the tills draw."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.errors import SerialsExhausted
from app.models.database import Database, Row
from app.models.merges import MINE

BLOCK = 100
LAST_SERIAL = 9_999_999


class CardRow(NamedTuple):
    """A row of `member_card`, columns in their order."""

    id: bytes
    member_id: bytes
    serial: int
    code: str
    kind: str
    holder: str
    state: str
    issued_at: int
    state_on: str
    replaced_by: bytes | None


_COLUMNS = ", ".join(CardRow._fields)
# A card of who was merged into another member is that other's.
_READ = _COLUMNS.replace(
    "member_id",
    "coalesce((SELECT keep_id FROM member_alias WHERE gone_id = member_card.member_id), member_id)",
    1,
)


def draw_serials(database: Database, till_id: bytes, count: int) -> list[int]:
    """`count` serials that no card has, from the till's block and new ones after it.

    A till that works alone never meets another's serials. Joins the caller's transaction.
    Raises SerialsExhausted.
    """
    serials: list[int] = []
    while len(serials) < count:
        first, start, last = _open_block(database, till_id) or _new_block(database, till_id)
        taken = range(start, min(last + 1, start + count - len(serials)))
        serials.extend(taken)
        database.execute(
            "UPDATE serial_block SET next_serial = ? WHERE first_serial = ?", (taken.stop, first)
        )
    return serials


def _open_block(database: Database, till_id: bytes) -> Row | None:
    """(first, next, last) of the till's newest block, while it has serials left."""
    block = database.row(
        "SELECT first_serial, next_serial, last_serial FROM serial_block WHERE till_id = ?"
        " ORDER BY first_serial DESC LIMIT 1",
        (till_id,),
    )
    return block if block is not None and block[1] <= block[2] else None


def _new_block(database: Database, till_id: bytes) -> Row:
    first = int(database.value("SELECT coalesce(max(last_serial) + 1, 0) FROM serial_block"))
    if first > LAST_SERIAL:
        raise SerialsExhausted
    last = min(first + BLOCK - 1, LAST_SERIAL)
    database.execute(
        "INSERT INTO serial_block (first_serial, last_serial, next_serial, till_id)"
        " VALUES (?, ?, ?, ?)",
        (first, last, first, till_id),
    )
    return (first, first, last)


def insert_cards(database: Database, rows: Iterable[CardRow]) -> None:
    """Write new cards."""
    database.executemany(
        f"INSERT INTO member_card ({_COLUMNS}) VALUES ({', '.join('?' * len(CardRow._fields))})",
        rows,
    )


def set_state(
    database: Database, card_id: bytes, state: str, on: str, replaced_by: bytes | None = None
) -> None:
    """Change a card's state as of the business date `on`."""
    database.execute(
        "UPDATE member_card SET state = ?, state_on = ?, replaced_by = ? WHERE id = ?",
        (state, on, replaced_by, card_id),
    )


def card(database: Database, card_id: bytes) -> CardRow | None:
    """The card with this id."""
    return _card(database.row(f"SELECT {_READ} FROM member_card WHERE id = ?", (card_id,)))


def card_of_serial(database: Database, serial: int) -> CardRow | None:
    """The card with this serial."""
    return _card(database.row(f"SELECT {_READ} FROM member_card WHERE serial = ?", (serial,)))


def cards_of_member(database: Database, member_id: bytes) -> list[CardRow]:
    """Every card of a member, newest first; those of who was merged into them too."""
    rows = database.rows(
        f"SELECT {_READ} FROM member_card WHERE member_id {MINE}"
        " ORDER BY issued_at DESC, serial DESC",
        (member_id, member_id),
    )
    return [CardRow(*row) for row in rows]


def holder_names(database: Database, member_ids: Sequence[bytes]) -> dict[bytes, Row]:
    """Member id → (name, number, joined_on, state), for printing their cards."""
    marks = ", ".join("?" * len(member_ids))
    rows = database.rows(
        f"SELECT id, name, number, joined_on, state FROM member WHERE id IN ({marks})", member_ids
    )
    return {row[0]: row[1:] for row in rows}


def main_cards(database: Database, member_ids: Sequence[bytes]) -> dict[bytes, str]:
    """Member id → code of the active card to print: their own before a holder's, then the newest.

    Members without one are missing.
    """
    marks = ", ".join("?" * len(member_ids))
    rows = database.rows(
        "SELECT member_id, code FROM member_card"
        f" WHERE member_id IN ({marks}) AND state = 'active'"
        " ORDER BY holder <> '' DESC, issued_at, serial",
        member_ids,
    )
    # The best stands last and overwrites those before it.
    return dict(rows)


def _card(row: Row | None) -> CardRow | None:
    return None if row is None else CardRow(*row)
