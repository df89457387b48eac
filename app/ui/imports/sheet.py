"""The import sheet: one file into the shop, in two steps and a result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget

from app.services.exchange.plan import ImportReport
from app.services.progress import Progress, StopAsked
from app.ui.imports.match_page import MatchPage
from app.ui.imports.presenter import ImportPresenter, Match
from app.ui.imports.report_page import ReportPage
from app.ui.imports.words import kind_title
from app.ui.long_work import run_with_progress
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

_TOPICS = {
    "members": ("members",),
    "products": ("products",),
    "sales": ("sales", "members"),
    "stock": ("stock", "products"),
}


class ImportSheet(Sheet):
    """Columns, then what would happen, then what happened. Made anew for each import."""

    def __init__(self, shell: Shell, kind: str) -> None:
        super().__init__(shell.overlay_parent(), title=kind_title(kind))
        self._shell = shell
        self._presenter = ImportPresenter(self, shell.shop, kind)
        self._report: ImportReport | None = None
        self._done = False
        self._busy = False
        self.match = MatchPage(kind, self._presenter.fields, shell.language)
        self.report = ReportPage(kind, shell.language)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.match)
        self._stack.addWidget(self.report)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._error.hide()
        self.other = SecondaryButton(self.tr("Another file…"), icon="folder-open")
        self.back = SecondaryButton("")
        self.next = PrimaryButton("", hint="Enter")
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._error)
        self.body.addLayout(foot)
        self.set_panel_size(1180, 700)
        self._wire()

    def _wire(self) -> None:
        presenter, match = self._presenter, self.match
        match.put.connect(presenter.put)
        match.encoding_chosen.connect(lambda encoding: presenter.read_as(encoding=encoding))
        match.delimiter_chosen.connect(lambda sign: presenter.read_as(delimiter=sign))
        match.sheet_chosen.connect(lambda sheet: presenter.read_as(sheet=sheet))
        match.header_chosen.connect(lambda names: presenter.read_as(header=names))
        match.dates_chosen.connect(presenter.use_dates)
        match.create_chosen.connect(lambda yes: presenter.allow(create_missing=yes))
        match.update_chosen.connect(lambda yes: presenter.allow(update=yes))
        self.report.skip.toggled.connect(lambda _on: self._say_buttons())
        self.other.clicked.connect(self.choose_file)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)
        self.closed.connect(self._closed)

    def choose_file(self) -> None:
        """Ask for a file, and open with it."""
        tables = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)")
        everything = self.tr("All files (*)")
        title = kind_title(self._presenter.kind)
        name, _chosen = QFileDialog.getOpenFileName(
            self._shell.overlay_parent(), title, "", f"{tables};;{everything}"
        )
        if name:
            self._presenter.look(Path(name))
        elif self.isHidden():
            self.deleteLater()

    # --- ImportView -----------------------------------------------------------

    def do_long(
        self,
        what: str,
        work: Callable[[Progress, StopAsked], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do work behind a progress sheet, one at a time."""
        if self._busy:
            return

        def done(value: Any) -> None:
            self._busy = False
            then(value)

        def failed(error: Exception) -> None:
            self._busy = False
            otherwise(error)

        titles = {
            "look": self.tr("Looking at the file"),
            "check": self.tr("Checking every row"),
            "run": self.tr("Importing"),
        }
        self._busy = True
        run_with_progress(self._shell, titles[what], work, done, failed)

    def close_sheet(self) -> None:
        """Not while something runs: its progress sheet has the way out."""
        if not self._busy:
            super().close_sheet()

    def show_match(self, match: Match) -> None:
        """Show the file."""
        self._say_error("")
        self._report = None
        self.set_title(kind_title(match.plan.kind), match.plan.path.name)
        self.match.show_match(match)
        self._stack.setCurrentWidget(self.match)
        self._say_buttons(ready=not match.missing)
        if self.isHidden():
            first = match.missing[0][0] if match.missing else ""
            self.open(self.match.pickers[first] if first else self.next)

    def show_checked(self, report: ImportReport) -> None:
        """Show what would happen."""
        self._show_report(report, done=False)

    def show_done(self, report: ImportReport) -> None:
        """Show what happened, and tell the other screens."""
        self._show_report(report, done=True)
        for topic in _TOPICS[self._presenter.kind]:
            self._shell.tell_changed(topic)

    def refuse(self, error: Exception) -> None:
        """Say it in the sheet, or where there is none yet in the banner."""
        if self.isHidden():
            self._shell.show_error(error)
            self.deleteLater()
        else:
            self._say_error(self._shell.sentence(error))

    # --- inside ---------------------------------------------------------------

    def error(self) -> str:
        """What is wrong, "" where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.next.isEnabled():
                self._next()
            event.accept()
            return
        super().keyPressEvent(event)

    def _show_report(self, report: ImportReport, *, done: bool) -> None:
        self._say_error("")
        self._report, self._done = report, done
        self.report.skip.setChecked(False)
        self.report.show_report(report, done=done, kind=self._presenter.kind)
        self._stack.setCurrentWidget(self.report)
        self._say_buttons()
        # A button that is off takes no focus, and without focus no key is heard.
        (self.next if self.next.isEnabled() else self.report.skip).setFocus()

    def _say_buttons(self, *, ready: bool = True) -> None:
        report = self._report
        self.other.setVisible(not self._done)
        self.back.setVisible(not self._done)
        if report is None:
            self.back.set_label(self.tr("Cancel"))
            self.next.set_label(self.tr("Check the rows"))
            self.next.setEnabled(ready)
            return
        self.back.set_label(self.tr("Back"))
        rows = report.added + report.updated
        words = self.tr("Import {count} rows").replace("{count}", f"{rows:,}")
        words = self.tr("Import 1 row") if rows == 1 else words
        self.next.set_label(self.tr("Done") if self._done else words)
        taken = not report.refused or self.report.skip.isChecked()
        self.next.setEnabled(self._done or (rows > 0 and taken))

    def _next(self) -> None:
        if self._report is None:
            self._presenter.check()
        elif self._done:
            self.close_sheet()
        elif not self._report.refused:
            self._presenter.run()
        else:
            path = self._presenter.path
            name, _chosen = QFileDialog.getSaveFileName(
                self._shell.overlay_parent(),
                self.tr("Write the rows that cannot be taken"),
                str(path.with_name(f"{path.stem}-refused.csv")),
                self.tr("CSV (*.csv)"),
            )
            if name:
                self._presenter.run(Path(name))

    def _back(self) -> None:
        if self._report is None:
            self.close_sheet()
        else:
            self._presenter.back()

    def _closed(self) -> None:
        self.deleteLater()

    def _say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
