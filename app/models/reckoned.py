"""What takes long to reckon and is kept in the file: bytes under a name, whole or not at all.

`keep` writes a body in pieces, a transaction each of `PART_BYTES` at most, so that a sale waits a
few milliseconds for one; the row that makes the pieces known goes last. Killed before that, the
body that was kept before is still the one that `kept` gives, and what is left of the other goes
with the next `keep` of that name. Of two who keep at once, threads or programs, whoever began
last stays.

`kept` gives None where there is nothing, or where what there is is not what was written. Whoever
keeps something must be able to make it again from the rest of the file, and drops nothing else
where it is gone: any of it may be emptied at any time.

`mark` says what the body was reckoned of, in the words of whoever keeps it: day, zone, the number
of its own form, and how far the file was read. For that is `past`: it travels with a backup as
the body does, `is_past` says whether this file still holds it, and what lies beyond it came since.
What has another mark is stale, and whoever keeps it decides whether it can be brought up to date.

A name stays the same from day to day (the day goes in the mark), or old ones are never dropped.
Columns of numbers as bytes: `app/services/kept_columns.py`.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from app.errors import ShopFileUnreadable
from app.models.database import Database

PART_BYTES = 1 << 16
# Old pieces that go in one transaction.
_SWEPT_AT_ONCE = 8
# Each only grows; their last rows tell how far the file was read.
_GROWING = ("sale", "claim", "refund", "member_merge", "visit")

Past = tuple[tuple[int, str], ...]


class Kept(NamedTuple):
    """A body, and what it was reckoned of."""

    mark: str
    body: bytes


def _nobody_waits() -> None:
    pass


def keep(
    database: Database,
    name: str,
    mark: str,
    body: bytes,
    turn: Callable[[], None] = _nobody_waits,
) -> bool:
    """Keep a body under a name, in place of what is there; `turn` is called between two pieces.

    Not from within a transaction, which would hold everybody up until its end. False where
    somebody who began later has kept theirs. Raises StorageBusy, StorageFailed.
    """
    pieces = [body[at : at + PART_BYTES] for at in range(0, len(body), PART_BYTES)] or [b""]
    head = len(pieces), mark, _digest(name, mark, body)

    def begin() -> tuple[int, bool]:
        generation = _begun(database, name, pieces[0])
        return generation, len(pieces) == 1 and _finished(database, name, generation, *head)

    generation, done = database.in_transaction(begin)
    for part, piece in enumerate(pieces[1:], 2):
        turn()
        database.in_transaction(partial(_add, database, name, generation, part, piece))
    if len(pieces) > 1:
        turn()
        done = database.in_transaction(lambda: _finished(database, name, generation, *head))
    _sweep(database, name, turn)
    return done


def kept(database: Database, name: str) -> Kept | None:
    """What is kept under a name, whole as it was written; None where it is not."""

    def work() -> Kept | None:
        row = database.row(
            "SELECT generation, parts, mark, digest FROM reckoned WHERE name = ?", (name,)
        )
        if row is None:
            return None
        generation, count, mark, digest = row
        pieces = database.rows(
            "SELECT body FROM reckoned_part WHERE name = ? AND generation = ? ORDER BY part",
            (name, generation),
        )
        body = b"".join(piece for (piece,) in pieces)
        whole = len(pieces) == count and _digest(name, mark, body) == digest
        return Kept(mark, body) if whole else None

    try:
        return database.read_transaction(work)
    except ShopFileUnreadable:
        # Pages that cannot be read: what is gone is reckoned again.
        return None


def marks(database: Database, prefix: str) -> dict[str, str]:
    """The marks of all that is kept under names beginning so, by name; no body is read, so that
    one may still turn out to be damaged."""
    return dict(
        database.rows(
            "SELECT name, mark FROM reckoned WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1"
            " ORDER BY name",
            (prefix,),
        )
    )


def forget(database: Database, name: str, turn: Callable[[], None] = _nobody_waits) -> None:
    """Drop what is kept under a name. Raises StorageBusy, StorageFailed."""

    def work() -> None:
        database.execute("DELETE FROM reckoned WHERE name = ?", (name,))

    database.in_transaction(work)
    _sweep(database, name, turn)


def past(database: Database) -> Past:
    """How far sales, claims, returns, merges and visits go: the place and the id of the last row
    of each. Inside the view of the file that is read."""
    each = [
        database.row(f"SELECT rowid, hex(id) FROM {table} ORDER BY rowid DESC LIMIT 1")
        for table in _GROWING
    ]
    return tuple((0, "") if row is None else (row[0], row[1]) for row in each)


def is_past(database: Database, some: Sequence[Sequence[int | str]]) -> bool:
    """Whether all of this lies in the past of this file: it is no other shop's, and none from
    before which it was set back."""
    return len(some) == len(_GROWING) and all(
        not place
        or database.value(f"SELECT hex(id) FROM {table} WHERE rowid = ?", (place,)) == row_id
        for table, (place, row_id) in zip(_GROWING, some, strict=True)
    )


def _digest(name: str, mark: str, body: bytes) -> bytes:
    found = hashlib.sha256(f"{name}\0{mark}\0".encode())
    found.update(body)
    return found.digest()


def _begun(database: Database, name: str, piece: bytes) -> int:
    """Write the first piece of a new generation; which that is."""
    last = database.value(
        "SELECT max((SELECT coalesce(max(generation), 0) FROM reckoned WHERE name = ?1),"
        " (SELECT coalesce(max(generation), 0) FROM reckoned_part WHERE name = ?1))",
        (name,),
    )
    generation = int(last) + 1
    _add(database, name, generation, 1, piece)
    return generation


def _add(database: Database, name: str, generation: int, part: int, piece: bytes) -> None:
    database.execute(
        "INSERT INTO reckoned_part (name, generation, part, body) VALUES (?, ?, ?, ?)",
        (name, generation, part, piece),
    )


def _finished(
    database: Database, name: str, generation: int, parts: int, mark: str, digest: bytes
) -> bool:
    """Make a generation the one that is kept, if its pieces are all there still and none later
    is kept; what is old goes at once, if it is not much."""
    done = database.execute(
        "INSERT INTO reckoned (name, generation, parts, mark, digest)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?3 ="
        " (SELECT count(*) FROM reckoned_part WHERE name = ?1 AND generation = ?2)"
        " ON CONFLICT (name) DO UPDATE SET generation = excluded.generation,"
        " parts = excluded.parts, mark = excluded.mark, digest = excluded.digest"
        " WHERE excluded.generation > reckoned.generation",
        (name, generation, parts, mark, digest),
    )
    _swept(database, name)
    return bool(done)


def _sweep(database: Database, name: str, turn: Callable[[], None]) -> None:
    """Drop the pieces of what was kept or begun before what is kept now, of everything where
    nothing is. Whoever began later is not disturbed."""
    while _is_old(database, name):
        turn()
        database.in_transaction(lambda: _swept(database, name))


_OLD = (
    "FROM reckoned_part WHERE name = ?1 AND generation <"
    " coalesce((SELECT generation FROM reckoned WHERE name = ?1), 9223372036854775807)"
)


def _is_old(database: Database, name: str) -> bool:
    return bool(database.value(f"SELECT EXISTS (SELECT 1 {_OLD})", (name,)))


def _swept(database: Database, name: str) -> None:
    database.execute(
        "DELETE FROM reckoned_part WHERE (name, generation, part) IN"
        f" (SELECT name, generation, part {_OLD} LIMIT ?2)",
        (name, _SWEPT_AT_ONCE),
    )
