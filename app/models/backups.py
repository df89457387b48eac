"""Copying a shop's file page by page while it is in use, and what a restored copy needs."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import apsw

from app.errors import ShopFileTooNew, ShopFileUnreadable, StorageBusy
from app.models.database import (
    APPLICATION_ID,
    Database,
    schema_version,
)
from app.models.disk import remove_database
from app.models.members import NEXT_NUMBER, give_numbers_from
from app.models.refusals import storage_errors

PAGES_AT_ONCE = 256  # 1 MiB: often enough to be cancelled at once
_BUSY_MS = 10_000

Copied = Callable[[int, int], None]
"""Called with (pages done, pages in all) after each step; raising stops the copy."""


class Figures(NamedTuple):
    """What is counted in a shop and in its copy; both must agree."""

    sales: int
    lines: int
    members: int
    products: int
    points_entries: int
    seals: int
    last_till: int
    last_serial: int
    next_member: int


def figures(database: Database) -> Figures:
    """The counts of a file."""
    row = database.row(
        "SELECT (SELECT count(*) FROM sale), (SELECT count(*) FROM sale_line),"
        " (SELECT count(*) FROM member), (SELECT count(*) FROM product),"
        " (SELECT count(*) FROM points_entry), (SELECT count(*) FROM seal),"
        " (SELECT coalesce(max(number), -1) FROM till),"
        " (SELECT coalesce(max(last_serial), -1) FROM serial_block),"
        " (SELECT coalesce(max(CAST(value AS INTEGER)), 1) FROM setting WHERE name = ?)",
        (NEXT_NUMBER,),
    )
    assert row is not None
    return Figures(*row)


def copy_open(database: Database, target: Path, key: str | None, copied: Copied) -> Figures:
    """Copy an open shop as it stands at this moment, whatever is written meanwhile.

    The read transaction holds one view of the file, so a busy till never makes the copy
    start again. Returns the counts of that view.
    """

    def work() -> Figures:
        counted = figures(database)
        with storage_errors(target):
            _copy(database.connection, target, key, copied)
        return counted

    return database.read_transaction(work)


def is_shop_file(path: Path) -> bool:
    """Whether a file says of itself that it is a plain shop file; its bytes are not looked at."""
    with path.open("rb") as handle:
        header = handle.read(72)
    return header[:6] == b"SQLite" and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def copy_file(source: Path, target: Path, key: str | None, copied: Copied) -> None:
    """Copy a shop's file that may lie anywhere, its write-ahead log included; it is not changed.

    Raises ShopFileUnreadable, ShopFileTooNew, StorageFailed.
    """
    log = source.with_name(source.name + "-wal")
    # Without a log the file is at rest: then a folder that cannot be written to is no hindrance.
    at_rest = not log.exists() or not log.stat().st_size
    uri = source.resolve().as_uri() + ("?immutable=1" if at_rest else "")
    with storage_errors(source):
        opened = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        try:
            if key is not None:
                opened.pragma("key", key)
            opened.set_busy_timeout(_BUSY_MS)
            opened.execute("BEGIN")
            if opened.pragma("application_id") != APPLICATION_ID:
                raise ShopFileUnreadable(str(source))
            if opened.pragma("user_version") > schema_version():
                raise ShopFileTooNew(str(source))
            _copy(opened, target, key, copied)
        finally:
            opened.close()


def _copy(source: apsw.Connection, target: Path, key: str | None, copied: Copied) -> None:
    remove_database(target)
    made = apsw.Connection(str(target), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    try:
        if key is not None:
            made.pragma("key", key)
        # The caller forces the whole file to the disk once, at the end.
        made.pragma("journal_mode", "off")
        made.pragma("synchronous", "off")
        with made.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step(PAGES_AT_ONCE)
                copied(backup.page_count - backup.remaining, backup.page_count)
        # One file without a log beside it: what is carried away is whole.
        made.pragma("journal_mode", "delete")
    finally:
        made.close()


def fold(path: Path, key: str | None) -> None:
    """Fold the log into a shop's file that nobody has open, so that nothing lies beside it.

    Raises StorageBusy where another program has it open.
    """
    with storage_errors(path):
        opened = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            if key is not None:
                opened.pragma("key", key)
            opened.set_busy_timeout(_BUSY_MS // 5)
            # Leaving WAL needs the file to itself: every open connection would refuse it.
            if opened.pragma("journal_mode", "delete") != "delete":
                raise StorageBusy
        finally:
            opened.close()


def start_till(database: Database, till_id: bytes, given: Figures, created_at: int) -> None:
    """Begin a counter till whose receipts, card serials and member numbers repeat none `given`.

    What waits for a Z report at the counter till before it waits for one at this till.
    """
    number, last_serial = given.last_till + 1, given.last_serial
    give_numbers_from(database, given.next_member)
    database.execute(
        "INSERT INTO till (id, number, name, kind, created_at) VALUES (?, ?, '', 'counter', ?)",
        (till_id, number, created_at),
    )
    # A drawer that was open goes on at the new till: closed under the old one, its Z report would
    # repeat a number that was printed after the backup.
    database.execute(
        "UPDATE cash_session SET till_id = ?1 WHERE till_id = (SELECT id FROM till"
        " WHERE kind = 'counter' AND id <> ?1 ORDER BY number DESC LIMIT 1)"
        " AND (closed_at IS NULL OR automatic = 1 AND opened_by IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM z_report WHERE session_id = cash_session.id)",
        (till_id,),
    )
    first = figures(database).last_serial + 1
    if last_serial >= first:
        # Cards given out since the backup are gone from it, but people still carry them.
        database.execute(
            "INSERT INTO serial_block (first_serial, last_serial, next_serial, till_id)"
            " VALUES (?, ?, ?, ?)",
            (first, last_serial, last_serial + 1, till_id),
        )
