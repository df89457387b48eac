"""Cases: what is open and for how long, what was solved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.services.care_types import Case, CaseEntry
from app.ui.care.cases.panel import CasePanel
from app.ui.care.cases.presenter import CasesPresenter, Listed
from app.ui.care.list_room import lay_out_list
from app.ui.care_form import Field, Form, ask
from app.ui.care_words import age_words, case_words, day_words, old_tone, step_words
from app.ui.feedback_sheet import open_feedback
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled, joined
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.exchange.answers_in import AnswersRead

_PANEL = 380
_WIDE = 1200
_ADVISER, _LAST = 4, 5


def make_page(shell: Shell) -> TabPage:
    """The tab."""
    return CasesPage(shell)


class CasesPage(TabPage):
    """Arrows move; 1 writes a note, 2 solves or opens again, Enter opens the member."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._listed: Listed | None = None
        self.presenter = CasesPresenter(self, shell.shop, shell.tasks)
        self.states = Segmented(["", ""], name="")
        self.new = PrimaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.form = SecondaryButton("", icon="file-up", height=Height.BACK_OFFICE)
        self.table: Table = Table((), name="")
        self.empty = EmptyState("message-circle", "")
        self.panel = CasePanel()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.states.changed.connect(lambda at: self.presenter.show(bool(at)))
        self.new.clicked.connect(self._new)
        self.form.clicked.connect(self._choose_form)
        self.empty.acted.connect(self._new)
        self.table.current_changed.connect(lambda _: self._choose())
        self.table.paged.dataChanged.connect(lambda *_: self._choose())
        self.table.opened.connect(lambda _: self._open_member())
        self.panel.note_asked.connect(self._note)
        self.panel.solve_asked.connect(self._solve)
        self.panel.reopen_asked.connect(self._reopen)
        self.panel.member_asked.connect(self._open_member)
        self.panel.give_asked.connect(self._give)
        shell.keys.bind(self, "new", self._new)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.states)
        top.addStretch(1)
        top.addWidget(self.form)
        top.addWidget(self.new)
        self._middle, _ = lay_out_list(self, top, self.table, self.empty, self.panel)

    # --- the screen's calls ---------------------------------------------------------------

    def acted(self, action: str) -> None:
        """Ctrl+N from the row of tabs."""
        if action == "new":
            self._new()

    def activated(self) -> None:
        """Show the list as it is now."""
        self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Show what changed elsewhere, where it is in sight."""
        if topic in ("care", "members", "staff") and self.isVisible():
            self.presenter.refresh()

    def retranslate(self) -> None:
        """Say everything again."""
        hint = self.shell.keys.hint("new")
        self.states.setAccessibleName(self.tr("Which cases"))
        self.new.set_label(self.tr("Feedback"))
        self.new.set_hint(hint)
        self.form.set_label(self.tr("From a form…"))
        self.table.setAccessibleName(self.tr("Cases"))
        self.table.set_columns(self._columns())
        self.panel.retranslate()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps who and what."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(_PANEL if self.width() >= _WIDE else 320)
        self._hide_columns()

    def _hide_columns(self) -> None:
        self.table.setColumnHidden(_ADVISER, self.width() < 1000)
        self.table.setColumnHidden(_LAST, self.width() < _WIDE)

    def _today(self) -> date:
        return date.min if self._listed is None else self._listed.today

    def _columns(self) -> tuple[Column[Case], ...]:
        def who(case: Case) -> str:
            return case.member.called if case.member else self.tr("No member")

        def last(case: Case) -> str:
            return f"{step_words(case.last)} · {day_words(case.last_at.date(), self._today())}"

        return (
            Column(self.tr("No."), lambda case: str(case.number), 56, tone=Tone.MUTED),
            Column(self.tr("Waiting"), age_words, 128, tone=old_tone),
            Column(self.tr("Member"), who, 128, strong=True),
            Column(self.tr("What happened"), case_words),
            Column(self.tr("Given to"), lambda case: case.adviser, 88, tone=Tone.MUTED),
            Column(self.tr("Last"), last, 152, tone=Tone.MUTED),
        )

    # --- CasesView --------------------------------------------------------------------------

    def show_listed(self, listed: Listed) -> None:
        """Show a list; the place in it stays where it was."""
        at = max(0, self.table.currentIndex().row())
        self._listed = listed
        self._say()
        self.table.show_paged(listed.total, self.presenter.fetch)
        self._hide_columns()
        self._middle.setCurrentIndex(0 if listed.total else 1)
        if listed.total:
            self.table.choose(min(at, listed.total - 1))
        self._choose()

    def show_history(self, past: tuple[CaseEntry, ...]) -> None:
        """Show what was done with the case in front."""
        self.panel.show_history(past)

    def changed(self) -> None:
        """The member's page shows it too."""
        self.shell.tell_changed("care")

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.shell.show_error(error)

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 writes a note, 2 solves or opens again."""
        shown = self.panel.shown()
        if shown is not None and event.text() == "1":
            self._note()
        elif shown is not None and event.text() == "2":
            self._solve() if shown.is_open else self._reopen()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.table.current_row() if self._listed and self._listed.total else None
        before = self.panel.shown()
        advisers = () if self._listed is None else self._listed.advisers
        self.panel.show_case(row, self._today(), advisers)
        if row != before:
            self.presenter.choose(row)

    def _new(self) -> None:
        open_feedback(self.shell)

    def _choose_form(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self.shell.overlay_parent(), self.tr("Answers of a form"), "",
            "CSV, Excel (*.csv *.xlsx *.xls *.txt)",
        )  # fmt: skip
        if chosen:
            self.take_form(Path(chosen))

    def take_form(self, path: Path) -> None:
        """Take down the answers in a file, and say what came of it."""
        answers = self.shell.shop.answers
        run_with_progress(
            self.shell,
            self.tr("Taking down the answers"),
            lambda _progress, _stop: answers.take(path),
            self._form_taken,
        )

    def _form_taken(self, found: AnswersRead) -> None:
        words = self.tr("Answers taken down: {taken}. Cases opened: {cases}.")
        said = [filled(words, taken=f"{found.taken:,}", cases=f"{found.cases:,}")]
        if found.known:
            known = self.tr("Known already: {count}.")
            said.append(filled(known, count=f"{found.known:,}"))
        if found.refused:
            wrong = self.tr("Rows that say nothing to keep: {count}, the first in line {line}.")
            first = found.refused[0].line
            said.append(filled(wrong, count=f"{len(found.refused):,}", line=first))
        self.shell.toast(joined(*said))
        self.changed()
        self.presenter.refresh()

    def _note(self) -> None:
        self._ask(self.tr("Note"), self.tr("What was done or said"), self.presenter.note)

    def _solve(self) -> None:
        self._ask(self.tr("Solved"), self.tr("How it was put right"), self.presenter.solve)

    def _reopen(self) -> None:
        self._ask(self.tr("Open again"), self.tr("Why"), self.presenter.reopen)

    def _ask(self, title: str, label: str, work: Callable[[Case, str], Case]) -> None:
        case = self.panel.shown()
        if case is None:
            return

        def do(values: Mapping[str, Any]) -> Case:
            return work(case, values["note"])

        def then(now: Case) -> None:
            self.shell.toast(f"{now.number} · {step_words(now.last)}")
            self.changed()
            self.presenter.refresh()

        who = f"{case.number} · {case.member.called}" if case.member else str(case.number)
        field = Field("note", label, lines=True)
        ask(self.shell, Form(title, self.tr("Keep"), (field,), do, then, who))

    def _give(self, adviser_id: object) -> None:
        shown = self.panel.shown()
        if shown is not None and adviser_id != shown.adviser_id:
            self.presenter.give(shown, adviser_id if isinstance(adviser_id, UUID) else None)

    def _open_member(self) -> None:
        shown = self.panel.shown()
        if shown is not None and shown.member is not None:
            self.shell.go("members", shown.member.member_id)

    def _say(self) -> None:
        counts = (0, 0) if self._listed is None else self._listed.counts
        names = (self.tr("Open"), self.tr("Solved"))
        self.states.set_choices(
            [f"{name} {count:,}" for name, count in zip(names, counts, strict=True)]
        )
        solved = self._listed is not None and self._listed.solved
        words = self.tr("No case is open. A complaint, or a score of 1 or 2, opens one.")
        if solved:
            words = self.tr("No case was solved yet.")
        self.empty.say(
            words,
            key="" if solved else self.shell.keys.hint("new"),
            action="" if solved else self.tr("Feedback"),
        )
