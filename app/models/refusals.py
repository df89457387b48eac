"""What the engine could not do, as refusals that a person can be told."""

import errno
import os
from pathlib import Path

import apsw
import peewee

from app.errors import ShopFileUnreadable, StorageBusy, StorageFailed


class storage_errors:  # noqa: N801 - used as a function, as contextlib's own are
    """Turns the engine's failures into refusals that say what to do.

    A class and no generator, which costs a tenth as much; what every query passes asks `refuse`
    by itself, for less still.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> None:
        if error is not None:
            refuse(error, self._path)


def refuse(error: BaseException, path: Path) -> None:
    """Raise the refusal that stands for an engine's failure; nothing for anything else."""
    refusal = _refusal(error, path)
    if refusal is not None:
        raise refusal from error


def _refusal(error: BaseException, path: Path) -> Exception | None:
    """The refusal that stands for an engine's failure; None for anything else."""
    wrapped = isinstance(error, peewee.DatabaseError)
    cause = (error.__cause__ or error.__context__) if wrapped else error
    if isinstance(cause, apsw.BusyError | apsw.LockedError):
        return StorageBusy()
    if isinstance(cause, apsw.CantOpenError) and _is_forbidden(path):
        return StorageFailed(os.strerror(errno.EACCES))
    damaged = apsw.NotADBError | apsw.CorruptError | apsw.CantOpenError | UnicodeDecodeError
    if isinstance(cause, damaged) or _names_are_gone(cause):
        return ShopFileUnreadable(str(path))
    failed = apsw.IOError | apsw.FullError | apsw.ReadOnlyError
    # A connection closed under us was dropped by another thread that met such an error.
    if isinstance(cause, failed | apsw.ConnectionClosedError):
        return StorageFailed(type(cause).__name__)
    return None


def _is_forbidden(path: Path) -> bool:
    """Whether there is a file that this user may not read: nothing says that it is damaged."""
    return path.exists() and not os.access(path, os.R_OK)


def _names_are_gone(error: BaseException | None) -> bool:
    """Whether a damaged schema lacks a table, column or function that our own SQL names."""
    told = ("no such ", "has no column", "unknown function", "foreign key mismatch")
    return isinstance(error, apsw.SQLError) and any(part in str(error) for part in told)
