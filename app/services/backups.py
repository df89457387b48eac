"""Backups of the open shop: made while it sells, verified before they count, rotated after."""

from datetime import timedelta
from pathlib import Path

from app.errors import BackupUnsound, ShopFileUnreadable
from app.models.backups import Figures, figures
from app.services.backup_files import Backup, digest, discard, file_mark, manifests, to_keep
from app.services.backup_making import make_backup
from app.services.desk import Approval, Desk
from app.services.progress import Progress, StopAsked, never, silent
from app.services.restores import Restore, stored_aside
from app.services.rules.powers import Power

HOUR = timedelta(hours=1)


class Backups:
    """Makes, lists and restores backups; they stand in `folder` unless a path is given."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._known_good: set[tuple[str, int, int]] = set()

    def make(
        self,
        path: Path | None = None,
        reason: str = "manual",
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Backup:
        """A verified backup of this moment, while the till goes on selling; progress in pages.

        Raises BackupUnsound, FileUnreadable (a path that cannot be written), StorageFailed,
        Cancelled; in each case what was there before still is.
        """
        made = self._made(path, reason, progress, cancelled)
        if path is None:
            self._rotate(made)
        return made

    def _made(
        self, path: Path | None, reason: str, progress: Progress, cancelled: StopAsked
    ) -> Backup:
        desk = self._desk
        return make_backup(
            desk.database,
            self._folder,
            path=path,
            reason=reason,
            now=desk.now(),
            zone=desk.zone,
            progress=progress,
            cancelled=cancelled,
        )

    def listed(self) -> tuple[Backup, ...]:
        """Every backup in the folder whose copy is what its manifest says, newest first."""
        return tuple(backup for backup in manifests(self._folder) if self._is_good(backup))

    def newest(self) -> Backup | None:
        """The newest backup, or None."""
        return next((b for b in manifests(self._folder) if self._is_good(b)), None)

    def age(self) -> timedelta | None:
        """How old the newest backup is; None where there is none."""
        newest = self.newest()
        if newest is None:
            return None
        return max(timedelta(0), self._desk.now() - newest.made_at)

    def due(self) -> bool:
        """Whether the newest backup is an hour old and something was written since."""
        newest = self.newest()
        if newest is None:
            return True
        if abs(self._desk.now() - newest.made_at) < HOUR:
            return False
        return newest.mark != file_mark(self._desk.database.path)

    def hourly_if_changed(
        self, progress: Progress = silent, cancelled: StopAsked = never
    ) -> Backup | None:
        """The idle hook: a backup where one is due, else None. Raises as `make`."""
        return self.make(None, "hourly", progress, cancelled) if self.due() else None

    def restore(
        self,
        path: Path,
        progress: Progress = silent,
        cancelled: StopAsked = never,
        *,
        approval: Approval | None = None,
    ) -> Path:
        """Put the shop back to a backup; returns where the present one was kept aside.

        The file is verified whole before anything is touched, and replaced in one step. A new
        till number begins, so that no receipt number repeats. What other threads of this program
        want to write waits, and goes into the restored shop. Raises FileUnreadable,
        ShopFileUnreadable, ShopFileTooNew, BackupUnsound, StorageBusy, StorageFailed, Cancelled,
        NeedsApproval; in each case the present shop still is as it was.
        """
        desk = self._desk
        approver = desk.require(Power.BACKUPS, 0, approval)
        by = desk.staff.staff_id.bytes, None if approver is None else approver.bytes
        database = desk.database
        restore = Restore(path, database.path, self._folder, database.key)
        with database.to_itself():
            present = self._figures()
            with restore.prepared(desk.now(), present, progress, cancelled, by):
                aside = self._kept_aside(cancelled)
                database.close()
                restore.put_in_place(present)
            # A thread that read meanwhile has the old file open.
            database.close()
            desk.reload()
        return aside

    def _figures(self) -> Figures | None:
        try:
            return figures(self._desk.database)
        except ShopFileUnreadable:
            return None

    def _kept_aside(self, cancelled: StopAsked) -> Path:
        """The present shop as a backup; where it is too damaged for one, its files as they are."""
        try:
            # Nothing is rotated out now: it might be the very backup that is restored.
            return self._made(None, "before_restore", silent, cancelled).path
        except (BackupUnsound, ShopFileUnreadable):
            self._desk.database.close()
            return stored_aside(self._desk.database.path, self._folder, self._desk.now())

    def _rotate(self, made: Backup) -> None:
        every = manifests(self._folder)
        kept = to_keep(every, self._desk.business_date)
        for backup in every:
            if backup.path not in kept and backup.path != made.path:
                discard(backup.path)

    def _is_good(self, backup: Backup) -> bool:
        """Whether the copy is the manifest's; hashed once, until the file changes."""
        try:
            stat = backup.path.stat()
        except OSError:
            return False
        if stat.st_size != backup.size:
            return False
        seen = (backup.sha256, stat.st_size, stat.st_mtime_ns)
        if seen not in self._known_good:
            if digest(backup.path) != backup.sha256:
                return False
            self._known_good.add(seen)
        return True
