"""Who is behind a figure: the list of members, to open, to export, to save as a segment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import SegmentUnknown
from app.services.people import Person
from app.services.rules.money import money, plain_money
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.segments import SavedSegment


@dataclass(frozen=True, slots=True)
class Amounts:
    """What each member has of a figure that is their sum: its name, the number by `seq`, what
    nobody known has, and how a number is shown and written to a file."""

    heading: str
    of: Mapping[int, int]
    of_nobody: int
    said: Callable[[int], str]
    written: Callable[[int], str]


def show_people(
    shell: Shell,
    title: str,
    seqs: Sequence[int],
    conditions: str = "",
    amounts: Amounts | None = None,
) -> PeopleSheet:
    """Open the list of members by their short keys, in their order.

    `conditions` are those of a segment that means the same; "" where none does.
    """
    sheet = PeopleSheet(shell, title, seqs, conditions, amounts)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open(sheet.table if seqs else None)
    sheet.table.enter()
    return sheet


class PeopleSheet(Sheet):
    """Up and Down move, Enter opens the member's page."""

    def __init__(
        self,
        shell: Shell,
        title: str,
        seqs: Sequence[int],
        conditions: str = "",
        amounts: Amounts | None = None,
    ) -> None:
        super().__init__(shell.overlay_parent(), width=960)
        self._amounts = amounts
        self._shell = shell
        self._seqs = seqs
        self._conditions = conditions
        self._currency = shell.shop.desk.settings.money
        self.set_title(title, self._count())
        self.table = Table(self._columns(), name=title)
        self.empty = EmptyState("users", self.tr("Nobody stands here."))
        self.export = SecondaryButton(self.tr("Export"), icon="file-down")
        self.keep = SecondaryButton(self.tr("Save as segment"), icon="save")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the segment"))
        self._refused = Label("", tone=Tone.DANGER, wrap=True)
        self.save = PrimaryButton(self.tr("Save"))
        self._lay_out(title)
        self.table.show_paged(len(seqs), self._fetch)
        self.table.opened.connect(self._open)
        self.export.clicked.connect(self._export)
        self.keep.clicked.connect(self._ask_name)
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.set_panel_size(960, 680)

    def _lay_out(self, title: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.name.setText(title)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.export)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self._refused)
        self.body.addLayout(row)
        some = bool(self._seqs)
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.export.setVisible(some)
        self.keep.setVisible(bool(self._conditions))
        for widget in (self.name, self.save, self._refused):
            widget.hide()

    def _count(self) -> str:
        amounts = self._amounts
        count = filled(self.tr("Members: {count}"), count=f"{len(self._seqs):,}")
        if amounts is None:
            return count
        total = sum(amounts.of.values()) + amounts.of_nobody
        said = filled(
            self.tr("{count} · {figure}: {total}"),
            count=count,
            figure=amounts.heading,
            total=amounts.said(total),
        )
        if not amounts.of_nobody:
            return said
        nobody = amounts.said(amounts.of_nobody)
        return filled(self.tr("{said}, of it {nobody} without a member"), said=said, nobody=nobody)

    def _fetch(self, offset: int, limit: int, give: Callable[[Sequence[Person]], None]) -> None:
        some = tuple(self._seqs[offset : offset + limit])
        people = self._shell.shop.people
        self._shell.tasks.run(lambda: people.rows(some), give, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._refused.setText(self._shell.sentence(error))
        self._refused.show()

    def _open(self, at: int) -> None:
        person = self.table.paged.row(at)
        if person is not None:
            self.close_sheet()
            self._shell.go("members", person.member_id)

    def _export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getSaveFileName(
            self._shell.overlay_parent(),
            self.tr("Export"),
            "members.csv",
            "CSV (*.csv);;Excel (*.xlsx)",
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the list to a file; who may not is asked for a manager's word."""
        people, amount = self._shell.shop.people, partial(plain_money, currency=self._currency)
        counted = None
        if (amounts := self._amounts) is not None:
            of, written = amounts.of, amounts.written
            counted = lambda seq: written(of.get(seq, 0))  # noqa: E731
        run_with_progress(
            self._shell,
            self.tr("Exporting members"),
            lambda progress, stop: people.write(path, self._seqs, amount, counted, progress, stop),
            lambda rows: self._shell.toast(
                filled(self.tr("Members written to {file}: {rows}."), rows=rows, file=path.name)
            ),
        )

    def _ask_name(self) -> None:
        for widget in (self.name, self.save):
            widget.show()
        self.keep.hide()
        self.name.setFocus()
        self.name.selectAll()

    def _save(self) -> None:
        name, segments, conditions = self.name.text(), self._shell.shop.segments, self._conditions

        def work() -> tuple[SavedSegment | None, SavedSegment]:
            try:
                before = segments.get(name)
            except SegmentUnknown:
                before = None
            return before, segments.save(name, conditions)

        self._shell.tasks.run(work, lambda both: self._saved(*both), self._refuse)

    def _saved(self, before: SavedSegment | None, saved: SavedSegment) -> None:
        self._refused.hide()
        self.table.setFocus()
        shell, segments = self._shell, self._shell.shop.segments

        def back() -> None:  # the sheet may be gone by then
            if before is None:
                shell.tasks.run(lambda: segments.remove(saved.name))
            else:
                shell.tasks.run(partial(segments.save, before.name, before.conditions))

        shell.toast(filled(self.tr("Segment “{name}” saved."), name=saved.name), back)

    def _columns(self) -> tuple[Column[Person], ...]:
        def last(person: Person) -> str:
            return "" if person.last_visit is None else person.last_visit.isoformat()

        amounts = self._amounts
        told: tuple[Column[Person], ...] = ()
        if amounts is not None:
            of, said = amounts.of, amounts.said
            told = (
                Column(
                    amounts.heading, lambda p: said(of.get(p.seq, 0)), 150, right=True, strong=True
                ),
            )
        return (
            Column(self.tr("Number"), lambda p: p.number, 150),
            Column(self.tr("Name"), lambda p: p.name, strong=True),
            *told,
            Column(self.tr("Visits"), lambda p: f"{p.visits:,}", 90, right=True),
            Column(
                self.tr("Spent"), lambda p: money(p.spent_minor, self._currency), 150, right=True
            ),
            Column(self.tr("Last visit"), last, 130, right=True, tone=Tone.MUTED),
        )
