"""Only one program at a time makes or replaces a file; the system ends the hold with it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import StorageBusy, StorageFailed

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_POLL_S = 0.05


@contextmanager
def alone(target: Path, *, wait_s: float = 0) -> Iterator[None]:
    """While inside, nobody else makes or replaces `target`.

    Raises StorageBusy where somebody is still at it after `wait_s` seconds, StorageFailed. A
    killed program holds nothing.
    """
    path = target.with_name(target.name + ".lock")
    handle = _taken(path, time.monotonic() + wait_s)
    try:
        yield
    finally:
        if sys.platform == "win32":
            handle.close()
            with suppress(OSError):  # it cannot be removed while another waits with it open
                path.unlink()
        else:
            # Removed while still held: who opened it before sees that its name is gone.
            path.unlink(missing_ok=True)
            handle.close()


def _taken(path: Path, until: float) -> BinaryIO:
    while True:
        try:
            handle = path.open("ab")
        except OSError as error:
            raise StorageFailed(os.strerror(error.errno or 0)) from error
        try:
            _lock(handle)
        except OSError as error:
            handle.close()
            if time.monotonic() >= until:
                raise StorageBusy from error
            time.sleep(_POLL_S)
            continue
        if _is_still(path, handle):
            return handle
        handle.close()


def _is_still(path: Path, handle: BinaryIO) -> bool:
    """Whether the name still stands for the file that is held."""
    held = os.fstat(handle.fileno())
    return identity(path) == (held.st_dev, held.st_ino)


def identity(path: Path | str) -> tuple[int, int] | None:
    """Which file of the disk a name stands for; None where for none."""
    try:
        told = os.stat(path)  # noqa: PTH116 - every commit asks: pathlib's costs twice as much
    except OSError:
        return None
    return told.st_dev, told.st_ino
