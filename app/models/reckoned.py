"""What takes long to reckon and is kept in the file: bytes under a name, whole or not at all.

`keep` writes a body in pieces, a transaction each of `PART_BYTES` at most, so that a sale waits a
few milliseconds for one; the row that makes the pieces known goes last. Killed before that, the
body that was kept before is still the one that `kept` gives, and what is left of the other goes
as soon as the next `keep` of that name begins. Of two who keep at once, threads or programs,
whoever began last stays. What is kept may be done without: it never takes the room on the disk
that sales are written to.

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

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from app.errors import ShopFileUnreadable, StorageFailed
from app.models.database import Database

PART_BYTES = 1 << 16
# What is left on the disk for sales and their backups.
_LEFT_FREE_BYTES = 1 << 28
# What the largest bodies need beside that.
_ROOM_BYTES = 1 << 26
# Longer than this nobody is let go before.
_PAUSE_S = 0.05
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
    turn: Callable[[], object] = _nobody_waits,
) -> bool:
    """Keep a body under a name, in place of what is there; `turn` is called between two pieces.

    Not from within a transaction, which would hold everybody up until its end. False where
    somebody who began later has kept theirs. Raises StorageBusy, and StorageFailed, also where
    the disk has little room left.
    """
    _require_room(database, len(body))
    pieces = [body[at : at + PART_BYTES] for at in range(0, len(body), PART_BYTES)] or [b""]
    head = len(pieces), mark, _digest(name, mark, body)

    def begin() -> tuple[int, bool]:
        generation = _begun(database, name, pieces[0])
        return generation, len(pieces) == 1 and _finished(database, name, generation, *head)

    generation, done = database.in_transaction(begin)
    _sweep(database, name, generation, turn)
    for part, piece in enumerate(pieces[1:], 2):
        turn()
        _in_its_turn(database, partial(_add, database, name, generation, part, piece))
    if len(pieces) > 1:
        turn()
        done = database.in_transaction(lambda: _finished(database, name, generation, *head))
        _sweep(database, name, generation, turn)
    return done


def hindrance(database: Database) -> str:
    """Why nothing can be kept now: `not_written`, `disk_full`; "" where nothing is in the way. It
    is asked before something is reckoned only to be kept."""
    # A full disk is why a file takes no writing, and what somebody can do something about.
    try:
        if _free_bytes(database) < _LEFT_FREE_BYTES + _ROOM_BYTES:
            return "disk_full"
    except StorageFailed:
        return "not_written"
    return "" if database.takes_writing else "not_written"


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
    one, or the mark itself, may still turn out to be damaged."""
    found: dict[str, bytes] = dict(
        database.rows(
            "SELECT name, CAST(mark AS BLOB) FROM reckoned WHERE name >= ?1"
            " AND substr(name, 1, length(?1)) = ?1 ORDER BY name",
            (prefix,),
        )
    )
    return {name: mark.decode(errors="replace") for name, mark in found.items()}


def forget_all(database: Database) -> bool:
    """Drop all that is kept, and what is left of that whose keeping was ended before its time;
    whether there was anything. Raises StorageBusy, StorageFailed."""
    found = database.rows("SELECT name FROM reckoned UNION SELECT name FROM reckoned_part")
    for (name,) in found:
        forget(database, name)
    return bool(found)


def forget(database: Database, name: str, turn: Callable[[], object] = _nobody_waits) -> None:
    """Drop what is kept under a name. Raises StorageBusy, StorageFailed."""

    def work() -> int:
        database.execute("DELETE FROM reckoned WHERE name = ?", (name,))
        return _next_generation(database, name)

    _sweep(database, name, database.in_transaction(work), turn)


def past(database: Database) -> Past:
    """How far sales, claims, returns, merges and visits go: the place and the id of the last row
    of each. Inside the view of the file that is read."""
    return tuple(last_row(database, table) for table in _GROWING)


def is_past(database: Database, some: Sequence[Sequence[int | str]]) -> bool:
    """Whether all of this lies in the past of this file: it is no other shop's, and none from
    before which it was set back."""
    return len(some) == len(_GROWING) and all(
        holds(database, table, row) for table, row in zip(_GROWING, some, strict=True)
    )


def last_row(database: Database, table: str) -> tuple[int, str]:
    """The place and the id, in hexadecimal, of the last row of a table that only grows; (0, "")
    where it has none."""
    row = database.row(f"SELECT rowid, hex(id) FROM {table} ORDER BY rowid DESC LIMIT 1")
    return (0, "") if row is None else (row[0], row[1])


def holds(database: Database, table: str, row: Sequence[int | str]) -> bool:
    """Whether the table still has this row at its place, as `last_row` told them."""
    place, row_id = row
    found = database.value(f"SELECT hex(id) FROM {table} WHERE rowid = ?", (place,))
    return not place or bool(found == row_id)


def _digest(name: str, mark: str, body: bytes) -> bytes:
    found = hashlib.sha256(f"{name}\0{mark}\0".encode())
    found.update(body)
    return found.digest()


def _begun(database: Database, name: str, piece: bytes) -> int:
    """Write the first piece of a new generation; which that is."""
    generation = _next_generation(database, name)
    _add(database, name, generation, 1, piece)
    return generation


def _next_generation(database: Database, name: str) -> int:
    last = database.value(
        "SELECT max((SELECT coalesce(max(generation), 0) FROM reckoned WHERE name = ?1),"
        " (SELECT coalesce(max(generation), 0) FROM reckoned_part WHERE name = ?1))",
        (name,),
    )
    return int(last) + 1


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
    _swept(database, name, generation)
    return bool(done)


def _sweep(database: Database, name: str, generation: int, turn: Callable[[], object]) -> None:
    """Drop the pieces of what was begun before this generation, or before what is kept now, but
    for what is kept. Whoever began later is not disturbed."""
    while _is_old(database, name, generation):
        turn()
        _in_its_turn(database, partial(_swept, database, name, generation))


_KEPT = "(SELECT generation FROM reckoned WHERE name = ?1)"
_OLD = (
    f"FROM reckoned_part WHERE name = ?1 AND generation < max(?2, coalesce({_KEPT}, 0))"
    f" AND generation IS NOT {_KEPT}"
)


def _is_old(database: Database, name: str, generation: int) -> bool:
    return bool(database.value(f"SELECT EXISTS (SELECT 1 {_OLD})", (name, generation)))


def _swept(database: Database, name: str, generation: int) -> None:
    database.execute(
        "DELETE FROM reckoned_part WHERE (name, generation, part) IN"
        f" (SELECT name, generation, part {_OLD} LIMIT ?3)",
        (name, generation, _SWEPT_AT_ONCE),
    )


def _in_its_turn(database: Database, work: Callable[[], None]) -> None:
    """Write, and stand back for as long as that took: another program that waits for the file
    asks again every few milliseconds, and would find it taken each time."""
    begun = time.monotonic()
    database.in_transaction(work)
    time.sleep(min(_PAUSE_S, time.monotonic() - begun))


def _require_room(database: Database, size: int) -> None:
    """A body lies in the log, in the file, and beside the one before."""
    if _free_bytes(database) < _LEFT_FREE_BYTES + 3 * size:
        raise StorageFailed(os.strerror(errno.ENOSPC))


def _free_bytes(database: Database) -> int:
    """Raises StorageFailed where nothing tells: the disk was taken away."""
    try:
        return shutil.disk_usage(database.path.parent).free
    except OSError as error:
        raise StorageFailed(os.strerror(error.errno or 0)) from error
