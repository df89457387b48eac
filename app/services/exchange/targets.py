"""Files that are written: under another name first, then renamed, so that none is ever half."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
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
    own = shop_file.resolve()
    if target.name.startswith(own.name) and target.parent == own.parent:
        raise FileUnreadable(str(path), "own_file")
    if not has_folder or not os.access(folder, os.W_OK):
        raise FileUnreadable(str(path), "not_writable")


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
