"""Backups: how old the last one is, one more now, back to an earlier one, and the check-up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.ui import fonts
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled
from app.ui.settings.checkup import Checkup
from app.ui.settings.page import Page
from app.ui.settings.restore_sheet import RestoreSheet
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.backup_files import Backup

OLD = timedelta(days=3)
SHOP_SUFFIX = ".db"
MOST_ROWS = 6
HEADER = 38


class Found(NamedTuple):
    """What the backups' folder holds."""

    age: timedelta | None
    backups: tuple[Backup, ...]


class BackupsPage(Page):
    """Nothing here is saved: each button does one thing."""

    icon = "database"
    saves = False

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("BackupsPage", "Backups")

    def build(self) -> None:
        """See `Page`."""
        self._found: Found | None = None
        self.ask_save = self._ask_save
        self.ask_open = self._ask_open
        self._last, self._earlier = Card(" "), Card(" ")
        self.checkup = Checkup(self.shell)
        self._build_last()
        self._build_earlier()
        for card in (self._last, self._earlier, self.checkup):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _build_last(self) -> None:
        self.age = Label("", size=fonts.SECTION, strong=True)
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self.now = PrimaryButton("", icon="save")
        self.to_file = Button("", icon="file-down")
        self.folder = Button("", icon="folder-open", kind=Kind.QUIET)
        self._path = ElidedLabel("", size=fonts.CAPTION, tone=Tone.MUTED)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for button in (self.now, self.to_file, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        self._last.body.addWidget(self.age)
        self._last.body.addWidget(self._note)
        self._last.body.addLayout(row)
        self._last.body.addWidget(self._path)
        self.now.clicked.connect(lambda: self._make(None))
        self.to_file.clicked.connect(self._make_in_file)
        self.folder.clicked.connect(self._open_folder)

    def _build_earlier(self) -> None:
        self._restore_note = Label("", tone=Tone.MUTED, wrap=True)
        self.table = Table(self._columns(), name="")
        self.restore_this = Button("", icon="history")
        self.restore_file = Button("", icon="file-up", kind=Kind.QUIET)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.restore_this)
        row.addWidget(self.restore_file)
        row.addStretch(1)
        self._earlier.body.addWidget(self._restore_note)
        self._earlier.body.addWidget(self.table)
        self._earlier.body.addLayout(row)
        self.restore_this.setEnabled(False)
        self.table.current_changed.connect(lambda at: self.restore_this.setEnabled(at >= 0))
        self.table.opened.connect(lambda _at: self._restore_marked())
        self.restore_this.clicked.connect(self._restore_marked)
        self.restore_file.clicked.connect(self._restore_from_file)

    # -- what there is ------------------------------------------------------------------------

    def activated(self) -> None:
        """Read the folder; each copy is proved against its manifest, so not in the short lane."""
        backups = self.shell.shop.backups
        self.shell.tasks.run_long(
            lambda _progress, _stop: Found(backups.age(), backups.listed()), self._show
        )

    def _show(self, found: Found) -> None:
        self._found = found
        self.age.setText(self._age_words(found.age))
        old = found.age is None or found.age > OLD
        self.age.set_tone(Tone.WARNING if old else Tone.NORMAL)
        self.table.show_rows(found.backups)
        shown = min(max(len(found.backups), 1), MOST_ROWS)
        self.table.setFixedHeight(HEADER + shown * Height.TABLE_ROW)
        self.table.setVisible(bool(found.backups))
        self.restore_this.setVisible(bool(found.backups))
        self.restore_this.setEnabled(False)

    def _make(self, path: Path | None) -> None:
        backups = self.shell.shop.backups
        run_with_progress(
            self.shell,
            self.tr("Making a backup"),
            lambda progress, stop: backups.make(path, "manual", progress, stop),
            self._made,
        )

    def _made(self, backup: Backup) -> None:
        words = self.tr("Backup made and checked: {name}")
        self.shell.toast(filled(words, name=backup.path.name))
        self.activated()

    def _make_in_file(self) -> None:
        path = self.ask_save()
        if path:
            chosen = Path(path)
            self._make(chosen if chosen.suffix else chosen.with_suffix(SHOP_SUFFIX))

    def _open_folder(self) -> None:
        folder = self.shell.config.backup_dir
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # -- back to an earlier one ------------------------------------------------------------------

    def _restore_marked(self) -> None:
        backup = self.table.current_row()
        if backup is not None:
            self._confirm(backup.path, backup)

    def _restore_from_file(self) -> None:
        path = self.ask_open()
        if path:
            self._confirm(Path(path), None)

    def _confirm(self, path: Path, backup: Backup | None) -> None:
        made = self._time(backup) if backup is not None else path.name
        sheet = RestoreSheet(self.shell.overlay_parent(), made, backup)
        sheet.confirmed.connect(lambda: self._restore(path))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.keep)

    def _restore(self, path: Path) -> None:
        backups = self.shell.shop.backups
        run_with_progress(
            self.shell,
            self.tr("Restoring the backup"),
            lambda progress, stop: backups.restore(path, progress, stop),
            self._restored,
            alone=True,
        )

    def _restored(self, _aside: Path) -> None:
        for topic in ("settings", "products", "members", "sales"):
            self.host.tell_changed(topic)
        self.host.follow_settings()
        self.shell.toast(self.tr("Restored. What was here before is kept as a backup."))
        self.activated()

    def _ask_save(self) -> str:
        name = self.tr("Back up to a file")
        path, _ = QFileDialog.getSaveFileName(
            self.window(), name, "regulars-backup.db", self._filter()
        )
        return path

    def _ask_open(self) -> str:
        name = self.tr("Restore from a file")
        path, _ = QFileDialog.getOpenFileName(self.window(), name, "", self._filter())
        return path

    def _filter(self) -> str:
        return self.tr("Backups (*.db);;All files (*)")

    # -- words --------------------------------------------------------------------------------

    def say(self) -> None:
        """See `Page`."""
        self._last.set_title(self.tr("Last backup"))
        self._earlier.set_title(self.tr("Go back to a backup"))
        self._note.setText(
            self.tr(
                "One is made by itself every hour in which something was sold, and before every"
                " import. A disk can fail: keep a copy on another one."
            )
        )
        self.now.set_label(self.tr("Back up now"))
        self.to_file.set_label(self.tr("Back up to a file…"))
        self.folder.set_label(self.tr("Open the folder"))
        self._path.setText(str(self.shell.config.backup_dir))
        self._restore_note.setText(
            self.tr("Choose one and press Enter. You are asked before anything happens.")
        )
        self.restore_this.set_label(self.tr("Go back to this one…"))
        self.restore_file.set_label(self.tr("From a file…"))
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.set_columns(self._columns())
        self.checkup.say()
        if self._found is not None:
            self.age.setText(self._age_words(self._found.age))
        else:
            self.age.setText(self.tr("Looking…"))

    def _columns(self) -> list[Column[Backup]]:
        return [
            Column(self.tr("Made"), self._time, width=160),
            Column(self.tr("Why"), lambda backup: self._reason(backup.reason)),
            Column(self.tr("Sales"), lambda backup: f"{backup.sales:,}", width=96, right=True),
            Column(self.tr("Members"), lambda backup: f"{backup.members:,}", width=96, right=True),
            Column(
                self.tr("Size"),
                lambda backup: f"{backup.size / 1_000_000:,.1f} MB",
                width=110,
                right=True,
                tone=Tone.MUTED,
            ),
        ]

    def _time(self, backup: Backup) -> str:
        zone = self.shell.shop.desk.zone
        return f"{backup.made_at.astimezone(zone):%Y-%m-%d %H:%M}"

    def _reason(self, reason: str) -> str:
        reasons = {
            "manual": self.tr("By hand"),
            "hourly": self.tr("Every hour"),
            "day_close": self.tr("End of the day"),
            "before_import": self.tr("Before an import"),
            "before_migration": self.tr("Before an update"),
            "before_restore": self.tr("Before going back"),
        }
        return reasons.get(reason, reason)

    def _age_words(self, age: timedelta | None) -> str:
        if age is None:
            return self.tr("There is no backup yet")
        minutes = int(age.total_seconds() // 60)
        if minutes < 1:
            return self.tr("Just now")
        if minutes == 1:
            return self.tr("1 minute ago")
        if minutes < 120:
            return filled(self.tr("{count} minutes ago"), count=minutes)
        if minutes < 48 * 60:
            return filled(self.tr("{count} hours ago"), count=minutes // 60)
        return filled(self.tr("{count} days ago"), count=minutes // (24 * 60))
