"""The shop's file: opening it safely, transactions that are durable, and plain queries.

SQLite through peewee's apsw driver: WAL, `synchronous=FULL`, foreign keys on, our own engine
(3.51.3 or later; earlier ones can corrupt a WAL shared by two connections).
"""

import errno
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase

from app.errors import (
    RecordRefused,
    ShopExists,
    ShopFileTooNew,
    ShopFileUnreadable,
    StorageBusy,
    StorageFailed,
)
from app.models.alone import alone, identity
from app.models.disk import remove_database, sync_file, sync_folder
from app.models.engine import check_engine
from app.models.in_turn import InTurn
from app.models.refusals import refuse, storage_errors

APPLICATION_ID = 0x52474C52  # "RGLR"
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 10

T = TypeVar("T")
Row = tuple[Any, ...]

# A day at the till asks some 300 different things, the doctor 220 at once; apsw's own 100
# are pushed out before they are asked again, and preparing costs more than most answers.
STATEMENTS_KEPT = 512


def schema_version() -> int:
    """The number of the newest migration this program knows."""
    return max(int(path.name[:4]) for path in MIGRATIONS.glob("[0-9]*.py"))


class _File(APSWDatabase):
    """peewee's database with our pragmas on every connection, and an optional key."""

    def __init__(self, path: Path, *, key: str | None, flags: int, creating: bool) -> None:
        super().__init__(
            str(path), timeout=BUSY_SECONDS, flags=flags, statementcachesize=STATEMENTS_KEPT
        )
        self._key = key
        self._creating = creating
        self._writable = bool(flags & apsw.SQLITE_OPEN_READWRITE)

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        super()._add_conn_hooks(conn)
        # The migration runner dates its history rows; apsw binds no datetime by itself.
        conn.convert_binding = lambda _cursor, _number, value: str(value)
        if self._key is not None:
            conn.pragma("key", self._key)
        # A plan never hangs on a bound value: else the engine, built with STAT4, plans most of
        # our look-ups anew at every use, which costs five times the look-up itself.
        conn.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        conn.pragma("foreign_keys", 1)
        conn.pragma("trusted_schema", 0)
        # Else an INSERT OR REPLACE deletes a row of history without its trigger being asked.
        conn.pragma("recursive_triggers", 1)
        conn.pragma("cache_size", -65536)
        conn.pragma("temp_store", 2)
        if self._writable:
            conn.pragma("journal_mode", "wal")
            conn.pragma("synchronous", "extra" if self._creating else "full")
            # Checkpoints run when the till is idle: inside a sale one costs 9 to 20 ms.
            conn.pragma("wal_autocheckpoint", 0)


class _Seat(threading.local):
    """One thread's connection, at which opening of the file it was made, and how many pieces of
    work stand on it: those never change over to another connection half way."""

    connection: apsw.Connection | None = None
    file: tuple[int, int] | None = None
    opening = -1
    works = 0


class Database:
    """One shop file. Each thread that uses it gets a connection of its own."""

    def __init__(
        self, path: Path, *, key: str | None = None, read_only: bool = False, creating: bool = False
    ) -> None:
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        if creating:
            flags |= apsw.SQLITE_OPEN_CREATE
        self.path = path
        self._name = str(path)  # every commit asks by it which file that is
        self._refusing = storage_errors(path)
        self._key = key
        self._file = _File(path, key=key, flags=flags, creating=creating)
        self._seat = _Seat()
        self._opening = 0
        self._connections: list[apsw.Connection] = []
        self._lock = threading.Lock()
        self._writing = InTurn()
        self._unsure = False

    @property
    def key(self) -> str | None:
        """The key the file was opened with; its backups have the same."""
        return self._key

    # --- connections ---------------------------------------------------------

    @property
    def connection(self) -> apsw.Connection:
        """This thread's connection, opened at first use and again after any thread's `close`."""
        seat = self._seat
        conn = seat.connection
        if conn is None or (seat.opening != self._opening and not seat.works):
            conn = self._opened(seat)
        return conn

    def _opened(self, seat: _Seat) -> apsw.Connection:
        if seat.connection is not None:
            # Busy when another thread closed it, or closed: peewee knows neither.
            _shut(seat.connection)
            seat.connection = None
        self._file.dispose()
        with self._lock:
            opening = self._opening
        with self._refusing:
            conn: apsw.Connection = self._file.connection()
        with self._lock:
            self._connections.append(conn)
        seat.connection, seat.opening, seat.file = conn, opening, identity(self.path)
        return conn

    def close(self) -> None:
        """Close every thread's connection; the last one folds the WAL into the file.

        A thread at work on one is refused what it still asks of it; each gets a new one after.
        """
        with self._lock:
            self._opening += 1
            connections, self._connections = self._connections, []
        for conn in connections:
            _shut(conn)

    @contextmanager
    def to_itself(self) -> Iterator[None]:
        """While inside, no other thread writes: it waits its turn. Raises StorageBusy."""
        if not self._writing.acquire(timeout=BUSY_SECONDS):
            raise StorageBusy
        try:
            yield
        finally:
            self._writing.release()

    def settle(self) -> None:
        """Force everything that can be read now onto the disk.

        A commit whose sync failed may be found again in the log without ever having reached
        the disk; copied into the file and synced there, it has. Raises StorageFailed,
        StorageBusy.
        """
        with self._refusing:
            logged, folded = self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_FULL)
        if folded < logged:
            raise StorageBusy
        self._unsure = False

    @property
    def takes_writing(self) -> bool:
        """Whether the file was opened to be written, and the last try was not refused: what can
        wait asks this first, since every refused try has all connections opened anew."""
        return not (self._unsure or self.connection.readonly("main"))

    # --- queries -------------------------------------------------------------

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query, as tuples."""
        try:
            return self.connection.execute(sql, params).fetchall()
        except Exception as error:
            refuse(error, self.path)
            raise

    def row(self, sql: str, params: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        try:
            found: Row | None = self.connection.execute(sql, params).fetchone()
        except Exception as error:
            refuse(error, self.path)
            raise
        return found

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def each(self, sql: str, params: Sequence[Any] = ()) -> Iterator[Row]:
        """Rows one at a time, for results too large to hold."""
        with self._refusing:
            yield from self.connection.execute(sql, params)

    def execute(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Run one statement; returns how many rows it changed."""
        try:
            conn = self.connection
            conn.execute(sql, params)
            return conn.changes()
        except Exception as error:
            refuse(error, self.path)
            raise

    def executemany(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        try:
            self.connection.executemany(sql, many)
        except Exception as error:
            refuse(error, self.path)
            raise

    def query(self, query: peewee.BaseQuery) -> list[Row]:
        """All rows of a query built with the table classes, as tuples."""
        with self._refusing:
            _ = self.connection
            return list(query.tuples().bind(self._file))

    # --- transactions --------------------------------------------------------

    def in_transaction(self, work: Callable[[], T]) -> T:
        """Run `work` in one durable transaction and return its value.

        `work` may run again after a conflict, so it touches only the database. Inside
        another transaction it simply joins it. Any exception undoes everything, except that
        after StorageFailed a commit may be there all the same: every connection is dropped,
        and the caller looks its id up. Raises StorageBusy, StorageFailed, and RecordRefused
        where a rule of the file itself forbids it.
        """
        if self._works_already():
            return work()
        if not self._writing.acquire(timeout=BUSY_SECONDS):
            raise StorageBusy
        try:
            if self._unsure:
                self.settle()
            return self._committed(work)
        except StorageFailed:
            # Nothing cached is trusted after an I/O error.
            self._unsure = True
            self.close()
            raise
        except apsw.ConstraintError as error:
            raise RecordRefused(str(error)) from error
        finally:
            self._writing.release()

    def _works_already(self) -> bool:
        with self._refusing:
            return self.connection.in_transaction

    def _committed(self, work: Callable[[], T]) -> T:
        with self._refusing:
            conn = self.connection
            if self._seat.file != identity(self._name):
                # Deleted, moved or replaced: what is written now would be gone with it.
                raise StorageFailed(os.strerror(errno.ENOENT))
            self._seat.works += 1
            try:
                conn.execute("BEGIN IMMEDIATE")
                result = work()
                conn.execute("COMMIT")
            except BaseException:
                if not conn.getautocommit():
                    conn.execute("ROLLBACK")
                raise
            finally:
                self._seat.works -= 1
        return result

    def read_transaction(self, work: Callable[[], T]) -> T:
        """Run `work` over one unchanging view of the file."""
        if self._works_already():
            return work()
        with self._refusing, self._at_work() as conn:
            conn.execute("BEGIN")
            try:
                return work()
            finally:
                if not conn.getautocommit():
                    conn.execute("ROLLBACK")

    @contextmanager
    def _at_work(self) -> Iterator[apsw.Connection]:
        """This thread's connection, which stays the same while inside."""
        seat, conn = self._seat, self.connection
        seat.works += 1
        try:
            yield conn
        finally:
            seat.works -= 1

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file as far as readers allow; for idle moments."""
        with self._refusing:
            self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    # --- schema --------------------------------------------------------------

    @property
    def version(self) -> int:
        """The schema number of the file; 0 while it is empty."""
        return int(self.value("PRAGMA user_version"))

    def migrate(self) -> None:
        """Bring the schema up to date. The caller has made a verified backup."""
        # The runner pulls in peewee's schema tools, which an ordinary start never needs.
        from playhouse.migrations import Runner

        with self._refusing:
            _ = self.connection
            Runner(self._file, str(MIGRATIONS)).up()
            self.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.execute(f"PRAGMA user_version = {schema_version()}")


def open_database(path: Path, *, key: str | None = None, read_only: bool = False) -> Database:
    """Open an existing shop file; the caller migrates it where `version` is behind.

    Raises EngineTooOld, ShopFileUnreadable, ShopFileTooNew, StorageBusy.
    """
    check_engine()
    if not path.is_file():
        raise ShopFileUnreadable(str(path))
    database = Database(path, key=key, read_only=read_only)
    try:
        application = database.value("PRAGMA application_id")
        if application != APPLICATION_ID:
            raise ShopFileUnreadable(str(path))
        if database.version > schema_version():
            raise ShopFileTooNew(str(path))
    except BaseException:
        database.close()
        raise
    return database


def create_database(
    path: Path, seed: Callable[["Database"], None], *, key: str | None = None
) -> None:
    """Make a new shop file, filled by `seed`, all or nothing.

    It is built under another name and renamed when it is durable, so that a power cut
    leaves either no shop or a whole one. Raises ShopExists, StorageBusy where another
    program is making one here, StorageFailed.
    """
    check_engine()
    with alone(path):
        if path.exists():
            raise ShopExists(str(path.parent))
        _build(path, seed, key)


def _build(path: Path, seed: Callable[["Database"], None], key: str | None) -> None:
    partial = path.with_name(path.name + ".partial")
    remove_database(partial)
    database = Database(partial, key=key, creating=True)
    try:
        database.migrate()
        database.in_transaction(lambda: seed(database))
        # Closing would fold the log in too, and not say that it could not.
        database.settle()
        database.close()
    except BaseException:
        database.close()
        remove_database(partial)
        raise
    sync_file(partial)
    partial.replace(path)
    sync_folder(path.parent)


def _shut(conn: apsw.Connection) -> None:
    try:
        conn.close()
    except apsw.Error:
        # Another thread is at work on it and closes it later; or a disk refuses: what could not
        # be folded stays in the log, and is read from there at the next opening.
        return
