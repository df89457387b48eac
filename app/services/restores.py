"""Putting a backup in the shop's place, so that a power cut leaves the one or the other, whole."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.errors import BackupUnsound, FileUnreadable, ShopError, ShopFileUnreadable, StorageBusy
from app.models import settings as stored
from app.models import staff as people
from app.models.alone import alone
from app.models.backups import Figures, copy_file, figures, fold, start_till
from app.models.database import (
    Database,
    schema_version,
)
from app.models.disk import remove_database, sync_file, sync_folder
from app.models.doctor import damage_told
from app.services.backup_files import (
    digest,
    disk_errors,
    note_numbers,
    noted_numbers,
    read_manifest,
)
from app.services.backup_making import free_name, is_part_of
from app.services.doctor import examine, examine_older, failing
from app.services.ids import uuid7
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.days import to_millis

# Cards, and members, that a shop which can no longer be read may have got since its last backup.
UNKNOWN_SERIALS = 1000
_LOGS = ("-wal", "-shm", "-journal")


class Restore:
    """One restore: a scratch copy is verified and made ready, then takes the shop's place."""

    def __init__(self, source: Path, shop_file: Path, folder: Path, key: str | None) -> None:
        self._source = source.absolute()
        self._shop_file = shop_file
        self._folder = folder
        self._key = key
        self._scratch = shop_file.with_name(shop_file.name + ".restoring")
        self._by: tuple[bytes, bytes | None] | None = None

    @contextmanager
    def prepared(
        self,
        now: datetime,
        present: Figures | None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
        by: tuple[bytes, bytes | None] | None = None,
    ) -> Iterator[None]:
        """While inside, the scratch copy is whole, verified, migrated, and on the disk.

        `by` is who restores and who approved it; None is the owner, at a shop that is not open.
        `present` is what the shop counts now, None where nobody can tell. Raises FileUnreadable,
        ShopFileUnreadable, ShopFileTooNew, BackupUnsound, StorageFailed, Cancelled, StorageBusy
        where another program restores or makes this shop.
        """
        self._check_source(cancelled)
        with disk_errors():
            self._shop_file.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._shop_file):
            try:
                self._copy(progress, cancelled)
                self._by = by
                self._make_ready(now, present, progress, cancelled)
                yield
            finally:
                remove_database(self._scratch)

    def put_in_place(self, present: Figures | None = None) -> None:
        """Replace the shop's file, which nobody may have open.

        Raises StorageBusy where another program has it, or has written to it since `present` was
        counted; StorageFailed.
        """
        shop_file = self._shop_file
        if shop_file.exists():
            try:
                fold(shop_file, self._key)
                if present not in (None, figures_of(shop_file, self._key)):
                    raise StorageBusy
            except ShopFileUnreadable:
                # Damaged, and kept aside: what lies beside it must not be read into the new one.
                with disk_errors():
                    for suffix in _LOGS:
                        shop_file.with_name(shop_file.name + suffix).unlink(missing_ok=True)
        with disk_errors():
            # The log is gone from the disk before the new file can be there.
            sync_folder(shop_file.parent)
            self._scratch.replace(shop_file)
            sync_folder(shop_file.parent)

    def _check_source(self, cancelled: StopAsked) -> None:
        source = self._source
        if is_part_of(source, self._shop_file):
            raise FileUnreadable(str(source), "is_the_shop")
        if source.is_dir():
            raise FileUnreadable(str(source), "is_a_folder")
        if not source.is_file():
            raise FileUnreadable(str(source), "missing_file")
        manifest = read_manifest(source)
        if manifest is not None and digest(source, cancelled=cancelled) != manifest.sha256:
            raise BackupUnsound(str(source), "sha256")

    def _copy(self, progress: Progress, cancelled: StopAsked) -> None:
        def copied(done: int, total: int) -> None:
            stop_if(cancelled)
            progress(done, total)

        copy_file(self._source, self._scratch, self._key, copied)

    def _make_ready(
        self,
        now: datetime,
        present: Figures | None,
        progress: Progress,
        cancelled: StopAsked,
    ) -> None:
        """Verify the copy whole, bring it up to date, and start its new till."""
        database = Database(self._scratch, key=self._key)
        try:
            if database.version < schema_version():
                self._refuse(failing(examine_older(database, cancelled)))
                database.migrate()
            checks = examine(
                database, to_millis(now), full=True, progress=progress, cancelled=cancelled
            )
            self._refuse(failing(checks))
            known = self._known_numbers(database, present)
            database.in_transaction(lambda: self._start_till(database, known, now))
            note_numbers(self._folder, known.last_till + 1, known.last_serial)
            # Closing would fold the log in too, and not say that it could not; the copy is
            # put in place without its log, and the new till stands in that.
            database.settle()
        finally:
            database.close()
        with disk_errors():
            sync_file(self._scratch)

    def _refuse(self, wrong: tuple[str, ...]) -> None:
        if wrong:
            raise BackupUnsound(str(self._source), ", ".join(wrong))

    def _known_numbers(self, restored: Database, present: Figures | None) -> Figures:
        """The highest numbers of tills, cards and members that any file here knows of."""
        counted = figures(restored)
        noted_till, noted_serial = noted_numbers(self._folder)
        known = counted._replace(
            last_till=max(counted.last_till, noted_till),
            last_serial=max(counted.last_serial, noted_serial),
        )
        if present is None:
            return known._replace(
                last_serial=known.last_serial + UNKNOWN_SERIALS,
                next_member=known.next_member + UNKNOWN_SERIALS,
            )
        return known._replace(
            last_till=max(known.last_till, present.last_till),
            last_serial=max(known.last_serial, present.last_serial),
            next_member=max(known.next_member, present.next_member),
        )

    def _start_till(self, database: Database, known: Figures, now: datetime) -> None:
        till_id, now_ms = uuid7().bytes, to_millis(now)
        start_till(database, till_id, known, now_ms)
        owner = stored.owner(database)
        assert owner is not None  # the doctor has looked
        who, approver = self._by or (owner[0], None)
        # Whoever was not there yet when the backup was made is not in it.
        known_who = who if people.person(database, who) is not None else owner[0]
        if approver is not None and people.person(database, approver) is None:
            approver = owner[0]
        detail = json.dumps({"file": self._source.name})
        stored.add_audit_entry(
            database, (uuid7().bytes, known_who, now_ms, "restore", till_id, detail, approver)
        )


def stored_aside(shop_file: Path, folder: Path, now: datetime) -> Path:
    """Keep the files of a shop that cannot be read, byte by byte, for whoever can mend them."""
    aside = free_name(folder, now.astimezone(UTC), "damaged")
    with disk_errors():
        for suffix in ("", "-wal"):
            part = shop_file.with_name(shop_file.name + suffix)
            if part.exists():
                kept = aside.with_name(aside.name + suffix)
                shutil.copyfile(part, kept)
                sync_file(kept)
        sync_folder(folder)
    return aside


def figures_of(shop_file: Path, key: str | None) -> Figures | None:
    """What a shop counts that is not open, as far as its file can be read."""
    if not shop_file.is_file():
        return None
    database = Database(shop_file, key=key, read_only=True)
    try:
        with damage_told(database):
            return figures(database)
    except ShopError:
        return None
    finally:
        database.close()
