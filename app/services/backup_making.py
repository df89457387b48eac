"""Making one backup: copy, force to the disk, verify, hash, rename, and only then the manifest."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.errors import BackupUnsound, FileUnreadable
from app.models.alone import alone
from app.models.backups import Figures, copy_open, figures, is_shop_file
from app.models.database import (
    Database,
    schema_version,
)
from app.models.disk import remove_database, sync_file, sync_folder
from app.services.backup_files import (
    Backup,
    digest,
    disk_errors,
    file_mark,
    manifest_path,
    write_manifest,
)
from app.services.doctor import examine, examine_older, failing
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.days import to_millis

STEM = "regulars"
NAME = STEM + "-{moment:%Y%m%d-%H%M%S}-{reason}"
SUFFIX = ".db"
WAIT_S = 30


def make_backup(
    database: Database,
    folder: Path,
    *,
    now: datetime,
    reason: str,
    path: Path | None = None,
    zone: ZoneInfo | None = None,
    progress: Progress = silent,
    cancelled: StopAsked = never,
) -> Backup:
    """A verified backup of an open file of any schema, in `folder` or at `path`.

    `now` dates it, `zone` only names it. Raises BackupUnsound, FileUnreadable, StorageFailed,
    Cancelled, StorageBusy where another one is being made there; a backup that stood at `path`
    before stays until this one is whole.
    """
    moment = now.astimezone(zone or UTC)
    named = path is not None and not path.is_dir()
    target = backup_target(database.path, folder, path, moment, reason)
    with alone(target if named else target.parent / STEM, wait_s=WAIT_S):
        if not named:  # another program may have taken the name meanwhile
            target = free_name(target.parent, moment, reason)
            _clear_interrupted(target.parent)
        return _make(database, target, now, reason, progress, cancelled)


def _make(
    database: Database,
    target: Path,
    now: datetime,
    reason: str,
    progress: Progress,
    cancelled: StopAsked,
) -> Backup:
    partial = target.with_name(target.name + ".partial")
    mark = file_mark(database.path)

    def copied(done: int, total: int) -> None:
        stop_if(cancelled)
        progress(done, total)

    try:
        counted = copy_open(database, partial, database.key, copied)
        with disk_errors():
            sync_file(partial)
            size = partial.stat().st_size
        _verify(partial, target, database.key, counted, now, cancelled)
        made = Backup(
            path=target,
            made_at=now.astimezone(UTC),
            reason=reason,
            sha256=digest(partial, cancelled=cancelled),
            size=size,
            sales=counted.sales,
            members=counted.members,
            schema=database.version,
            last_till=counted.last_till,
            last_serial=counted.last_serial,
            mark=mark,
        )
        with disk_errors():
            manifest_path(target).unlink(missing_ok=True)
            partial.replace(target)
            sync_folder(target.parent)
    except BaseException:
        remove_database(partial)
        raise
    write_manifest(made)
    return made


def _clear_interrupted(folder: Path) -> None:
    """Remove what killed programs left half made; the caller is alone in the folder."""
    with disk_errors():
        for left in folder.glob(f"{STEM}-*{SUFFIX}.partial*"):
            left.unlink(missing_ok=True)


def backup_target(
    shop_file: Path, folder: Path, path: Path | None, moment: datetime, reason: str
) -> Path:
    """Where a backup goes: its own name in a folder, or the file that was asked for.

    Raises FileUnreadable where that is the shop itself, or a file that is no backup.
    """
    if path is None or path.is_dir():
        return free_name(folder if path is None else path, moment, reason)
    target = path.absolute()
    if is_part_of(target, shop_file):
        raise FileUnreadable(str(path), "is_the_shop")
    if target.exists() and not (target.is_file() and _may_be_replaced(target)):
        raise FileUnreadable(str(path), "not_writable")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreadable(str(path), "not_writable") from error
    return target


def free_name(folder: Path, moment: datetime, reason: str) -> Path:
    """A name in the folder that nothing has yet. Raises StorageFailed."""
    with disk_errors():
        folder.mkdir(parents=True, exist_ok=True)
    stem = NAME.format(moment=moment, reason=reason)
    target, again = folder / f"{stem}{SUFFIX}", 1
    while target.exists() or manifest_path(target).exists():
        again += 1
        target = folder / f"{stem}-{again}{SUFFIX}"
    return target


def is_part_of(path: Path, shop_file: Path) -> bool:
    """Whether a path, by whatever name or link, is the shop's file or one of its logs."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        part = shop_file.with_name(shop_file.name + suffix)
        if path.absolute() == part.absolute():
            return True
        if path.exists() and part.exists() and path.samefile(part):
            return True
    return False


def _may_be_replaced(target: Path) -> bool:
    """An older backup, or an empty file that somebody made as a place for one."""
    return not target.stat().st_size or manifest_path(target).is_file() or is_shop_file(target)


def _verify(
    copy: Path,
    target: Path,
    key: str | None,
    counted: Figures,
    now: datetime,
    cancelled: StopAsked,
) -> None:
    """Read the copy back: its pages, its links, its newest sales, and what it counts."""
    opened = Database(copy, key=key, read_only=True)
    try:
        checks = examine_older(opened, cancelled)
        if not failing(checks) and opened.version == schema_version():
            checks += examine(opened, to_millis(now), full=False, cancelled=cancelled)
        wrong = failing(checks)
        if not wrong and figures(opened) != counted:
            wrong = ("counts",)
    finally:
        opened.close()
    if wrong:
        raise BackupUnsound(str(target), ", ".join(wrong))
