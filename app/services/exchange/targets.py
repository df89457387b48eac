"""Files that are written: under another name first, then renamed, so that none is ever half;
and files that are read: never the shop's own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from app.errors import FileUnreadable


def check_target(path: Path, shop_file: Path) -> None:
    """Refuse a name that cannot be written, or that belongs to the shop itself.

    Raises FileUnreadable: `is_a_folder`, `own_file`, `not_writable`.
    """
    try:
        folder, target = path.parent.resolve(), path.resolve()
        is_folder, has_folder = path.is_dir(), folder.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise FileUnreadable(str(path), "not_writable") from error
    if is_folder:
        raise FileUnreadable(str(path), "is_a_folder")
    if _belongs_to(target, shop_file):
        raise FileUnreadable(str(path), "own_file")
    if not has_folder or not os.access(folder, os.W_OK):
        raise FileUnreadable(str(path), "not_writable")


def check_source(path: Path, shop_file: Path) -> None:
    """Refuse the shop's own file before it is opened: closing it again, with whatever means,
    would give up the locks that this process holds on it (POSIX locks belong to the process).

    Raises FileUnreadable `binary_file`.
    """
    with suppress(OSError, ValueError, RuntimeError):
        if _belongs_to(path.resolve(), shop_file):
            raise FileUnreadable(str(path), "binary_file")


def _belongs_to(resolved: Path, shop_file: Path) -> bool:
    own = shop_file.resolve()
    return resolved.name.startswith(own.name) and resolved.parent == own.parent


@contextmanager
def partial_file(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its name when the block ends well, and goes away if not."""
    partial = path.with_name(f".{uuid4().hex}.partial")
    try:
        yield partial
        with partial.open("rb+") as handle:
            os.fsync(handle.fileno())
        partial.replace(path)
    except OSError as error:
        raise FileUnreadable(str(path), "not_writable") from error
    finally:
        partial.unlink(missing_ok=True)
