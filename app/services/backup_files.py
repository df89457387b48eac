"""Backups as files: a copy, a manifest beside it, and which of them are kept.

A backup exists only if its manifest does and the copy has the manifest's size and SHA-256.
"""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.errors import StorageFailed
from app.models.disk import sync_file, sync_folder
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.codes import SERIAL_LIMIT, TILL_LIMIT

MANIFEST_FORMAT = 1
MANIFEST_SUFFIX = ".json"
NUMBERS_NAME = "last-numbers.json"
AUTOMATIC = frozenset({"hourly", "day_close"})
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12
KEPT_AT_LEAST = timedelta(days=30)
_CHUNK = 1 << 20
# What reading a file raises that is missing, or that something else wrote.
_NOT_OURS = (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of the shop. `made_at` is UTC; `mark` is how the shop's files looked."""

    path: Path
    made_at: datetime
    reason: str
    sha256: str
    size: int
    sales: int
    members: int
    schema: int
    last_till: int
    last_serial: int
    mark: tuple[int, ...] = ()


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a copy stands."""
    return backup.with_name(backup.name + MANIFEST_SUFFIX)


def write_manifest(backup: Backup) -> None:
    """Write the manifest, durably and whole: from now on the backup exists."""
    content = {
        "format": MANIFEST_FORMAT,
        "file": backup.path.name,
        "made_at": backup.made_at.astimezone(UTC).isoformat(),
        "reason": backup.reason,
        "sha256": backup.sha256,
        "size": backup.size,
        "sales": backup.sales,
        "members": backup.members,
        "schema": backup.schema,
        "last_till": backup.last_till,
        "last_serial": backup.last_serial,
        "mark": list(backup.mark),
    }
    _write_durably(manifest_path(backup.path), json.dumps(content, indent=2) + "\n")


def note_numbers(folder: Path, last_till: int, last_serial: int) -> None:
    """Remember the till that a restore starts, should the shop's file be lost once more."""
    text = json.dumps({"last_till": last_till, "last_serial": last_serial}) + "\n"
    _write_durably(folder / NUMBERS_NAME, text)


def noted_numbers(folder: Path) -> tuple[int, int]:
    """The highest till number and card serial that the folder remembers; -1 where none."""
    known = [(backup.last_till, backup.last_serial) for backup in manifests(folder)]
    try:
        stored: Any = json.loads((folder / NUMBERS_NAME).read_text("utf-8"))
        known.append(_numbers(stored))
    except _NOT_OURS:
        pass
    return max((k[0] for k in known), default=-1), max((k[1] for k in known), default=-1)


def _numbers(stored: Any) -> tuple[int, int]:
    """The last till and serial that a file tells; ValueError where there can be no such ones."""
    till, serial = int(stored["last_till"]), int(stored["last_serial"])
    if not (-1 <= till < TILL_LIMIT and -1 <= serial < SERIAL_LIMIT):
        raise ValueError
    return till, serial


def _write_durably(final: Path, text: str) -> None:
    partial = final.with_name(final.name + ".partial")
    with disk_errors():
        final.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, "utf-8")
        sync_file(partial)
        partial.replace(final)
        sync_folder(final.parent)


def read_manifest(backup: Path) -> Backup | None:
    """What the manifest beside a copy says; None where there is none that can be read."""
    try:
        stored: Any = json.loads(manifest_path(backup).read_text("utf-8"))
        if stored["format"] > MANIFEST_FORMAT:
            return None
        last_till, last_serial = _numbers(stored)
        return Backup(
            path=backup,
            made_at=datetime.fromisoformat(stored["made_at"]).astimezone(UTC),
            reason=str(stored["reason"]),
            sha256=str(stored["sha256"]),
            size=int(stored["size"]),
            sales=int(stored["sales"]),
            members=int(stored["members"]),
            schema=int(stored["schema"]),
            last_till=last_till,
            last_serial=last_serial,
            mark=tuple(int(part) for part in stored["mark"]),
        )
    except _NOT_OURS:
        return None


def manifests(folder: Path) -> list[Backup]:
    """What the manifests of a folder claim, newest first; the copies are not looked at."""
    found = (
        read_manifest(path.with_name(path.name.removesuffix(MANIFEST_SUFFIX)))
        for path in sorted(folder.glob("*.db" + MANIFEST_SUFFIX))
    )
    return sorted(
        (backup for backup in found if backup is not None),
        key=lambda backup: (backup.made_at, backup.path.name),
        reverse=True,
    )


def digest(path: Path, progress: Progress = silent, cancelled: StopAsked = never) -> str:
    """The SHA-256 of a file as hex; progress in bytes. Raises StorageFailed, Cancelled."""
    made = hashlib.sha256()
    with disk_errors():
        total, done = path.stat().st_size, 0
        with path.open("rb") as handle:
            while chunk := handle.read(_CHUNK):
                stop_if(cancelled)
                made.update(chunk)
                done += len(chunk)
                progress(done, total)
    return made.hexdigest()


def to_keep(backups: Iterable[Backup], day_of: Callable[[datetime], date]) -> frozenset[Path]:
    """Which backups rotation leaves: the newest of each of 7 days, 4 weeks and 12 months.

    Whatever a person or a dangerous step asked for stays 30 days at least. Ages are counted
    from the newest backup, so a clock that jumps never empties the folder.
    """
    ordered = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept: set[Path] = set()
    spans: tuple[tuple[int, Callable[[date], object]], ...] = (
        (KEPT_DAYS, lambda day: day),
        (KEPT_WEEKS, lambda day: day.isocalendar()[:2]),
        (KEPT_MONTHS, lambda day: (day.year, day.month)),
    )
    for count, span_of in spans:
        seen: set[object] = set()
        for backup in ordered:
            span = span_of(day_of(backup.made_at))
            if span not in seen and len(seen) < count:
                seen.add(span)
                kept.add(backup.path)
    for backup in ordered:
        asked_for = backup.reason not in AUTOMATIC
        if asked_for and ordered[0].made_at - backup.made_at < KEPT_AT_LEAST:
            kept.add(backup.path)
    return frozenset(kept)


def discard(backup: Path) -> None:
    """Remove a backup, its manifest first: half removed, it no longer exists."""
    with disk_errors():
        manifest_path(backup).unlink(missing_ok=True)
        backup.unlink(missing_ok=True)


def file_mark(shop_file: Path) -> tuple[int, ...]:
    """How the shop's file and its log look now; equal marks mean that nothing was written."""
    mark: list[int] = []
    for path in (shop_file, shop_file.with_name(shop_file.name + "-wal")):
        try:
            stat = path.stat()
        except OSError:
            mark += [0, 0]
            continue
        # An empty log is no log: opening the shop makes one.
        mark += [stat.st_size, stat.st_mtime_ns] if stat.st_size else [0, 0]
    return tuple(mark)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn what the system refuses of a file into a refusal with its short name (ENOSPC, …)."""
    try:
        yield
    except OSError as error:
        raise StorageFailed(errno.errorcode.get(error.errno or 0, os.strerror(0))) from error
