"""Follow-ups: what is due today, what is to come, what was done; one key per outcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.services.care import Scope
from app.services.care_types import FollowUp
from app.services.rules.care.follow_ups import Outcome
from app.ui.care.list_room import lay_out_list
from app.ui.care.today.later_sheet import LaterSheet
from app.ui.care.today.panel import OUTCOMES, FollowUpPanel
from app.ui.care.today.presenter import Listed, TodayPresenter
from app.ui.care_words import day_words, due_tone, inside, last_words, step_words, why_words
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Space
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.care_types import FollowUpEntry

_PANEL = 380
_WIDE = 1200
_VERY_WIDE = 1400
_WHY, _ADVISER, _LAST = 3, 4, 5


def make_page(shell: Shell) -> TabPage:
    """The tab."""
    return TodayPage(shell)


class TodayPage(TabPage):
    """Arrows move, 1 to 4 say what came of it, Enter opens the member."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._listed: Listed | None = None
        self._later: LaterSheet | None = None
        self.presenter = TodayPresenter(self, shell.shop, shell.tasks)
        self.scopes = Segmented(["", "", ""], name="")
        self.mine = CheckBox("")
        self.table: Table = Table((), name="")
        self.empty = EmptyState("heart", "")
        self.panel = FollowUpPanel()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.scopes.changed.connect(lambda at: self.presenter.show(tuple(Scope)[at]))
        self.mine.toggled.connect(self.presenter.show_whose)
        self.table.current_changed.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._open_member())
        self.table.paged.dataChanged.connect(lambda *_: self._choose())
        self.panel.outcome_asked.connect(self._outcome)
        self.panel.member_asked.connect(self._open_member)
        self.panel.phone_asked.connect(self._reveal)
        self.panel.give_asked.connect(self._give)
        self.panel.undo_asked.connect(self._undo)
        self.panel.left.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.scopes)
        top.addStretch(1)
        top.addWidget(self.mine)
        self._middle, _ = lay_out_list(self, top, self.table, self.empty, self.panel)

    # --- the screen's calls ---------------------------------------------------------------

    def activated(self) -> None:
        """Show the list as it is now."""
        self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Show what changed elsewhere, where it is in sight."""
        if topic in ("care", "members", "staff") and self.isVisible():
            self.presenter.refresh()

    def retranslate(self) -> None:
        """Say everything again."""
        self.scopes.setAccessibleName(self.tr("Which follow-ups"))
        self.mine.set_label(self.tr("Mine and nobody's"))
        self.table.setAccessibleName(self.tr("Follow-ups"))
        self.table.set_columns(self._columns())
        self.panel.retranslate()
        self._say_scopes()
        if self._listed is not None:
            self._say_empty(self._listed)
            self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps who, what and when."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.panel.setFixedWidth(_PANEL if wide else 320)
        self._hide_columns()

    def _hide_columns(self) -> None:
        wide = self.width() >= _WIDE
        self.table.setColumnHidden(_WHY, self.width() < 1000)
        self.table.setColumnHidden(_ADVISER, not wide)
        self.table.setColumnHidden(_LAST, self.width() < _VERY_WIDE)

    def _today(self) -> date:
        return date.min if self._listed is None else self._listed.today

    def _columns(self) -> tuple[Column[FollowUp], ...]:
        def due(row: FollowUp) -> str:
            return day_words(row.due_on, self._today()) or step_words(row.last)

        return (
            Column(self.tr("Due"), due, 96, tone=lambda row: due_tone(row.due_on, self._today())),
            Column(self.tr("Member"), lambda row: row.member.called, 132, strong=True),
            Column(self.tr("What is to be done"), lambda row: row.what),
            Column(self.tr("Why"), lambda row: why_words(row, self._today()), 176, tone=Tone.MUTED),
            Column(self.tr("Given to"), lambda row: row.adviser, 88, tone=Tone.MUTED),
            Column(
                self.tr("Last"), lambda row: last_words(row, self._today()), 128, tone=Tone.MUTED
            ),
        )

    # --- TodayView --------------------------------------------------------------------------

    def show_listed(self, listed: Listed) -> None:
        """Show a list; the place in it stays where it was."""
        at = max(0, self.table.currentIndex().row())
        self._listed = listed
        self._say_scopes()
        self._say_empty(listed)
        self.table.show_paged(listed.total, self.presenter.fetch)
        self._hide_columns()
        self._middle.setCurrentIndex(0 if listed.total else 1)
        if listed.total:
            self.table.choose(min(at, listed.total - 1))
        self._choose()

    def show_history(self, follow_up: FollowUp, past: tuple[FollowUpEntry, ...]) -> None:
        """Show what was done with the one in front."""
        self.panel.show_history(past)

    def show_phone(self, phone: str) -> None:
        """Show the whole number."""
        self.panel.show_phone(phone)

    def tell(self, follow_up: FollowUp, outcome: str, undo: Callable[[], None] | None) -> None:
        """Say what was done."""
        self.shell.forget_error()
        if self._later is not None:
            self._later.close_sheet()
        words = f"{follow_up.member.called} · {step_words(outcome)}"
        if follow_up.due_on is not None and outcome in (Outcome.LATER, Outcome.NO_ANSWER):
            day = inside(day_words(follow_up.due_on, self._today()))
            due = filled(self.tr("due {day}"), day=day)
            words = f"{words} · {due}"
        self.shell.toast(words, undo)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        if self._later is not None and not self._later.isHidden():
            self._later.say_error(self.shell.sentence(error))
        else:
            self.shell.show_error(error)

    def changed(self) -> None:
        """The cashier counts them, the member's page lists them."""
        self.shell.tell_changed("care")

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 say what came of it."""
        keys = {str(at): outcome for at, (outcome, _, _) in enumerate(OUTCOMES, 1)}
        outcome = keys.get(event.text())
        shown = self.panel.shown()
        if outcome is not None and shown is not None and shown.is_open:
            self._outcome(outcome)
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.table.current_row() if self._listed and self._listed.total else None
        before = self.panel.shown()
        advisers = () if self._listed is None else self._listed.advisers
        self.panel.show_follow_up(row, self._today(), advisers)
        if row != before:
            self.presenter.choose(row)

    def _outcome(self, outcome: Outcome) -> None:
        shown = self.panel.shown()
        if shown is None:
            return
        if outcome is Outcome.LATER:
            self._ask_later(shown)
        else:
            self.presenter.outcome(shown, outcome, self.panel.note.text())

    def _ask_later(self, follow_up: FollowUp) -> None:
        if self._later is None:
            self._later = LaterSheet(self.shell.overlay_parent())
            self._later.submitted.connect(self._put_off)
        self._later.ask(follow_up.member.called, self._today())

    def _put_off(self, day: date) -> None:
        shown = self.panel.shown()
        if shown is not None:
            self.presenter.outcome(shown, Outcome.LATER, self.panel.note.text(), day)

    def _give(self, adviser_id: object) -> None:
        shown = self.panel.shown()
        if shown is not None and adviser_id != shown.adviser_id:
            self.presenter.give(shown, adviser_id)  # type: ignore[arg-type]

    def _undo(self) -> None:
        shown = self.panel.shown()
        if shown is not None:
            self.presenter.undo(shown)

    def _reveal(self) -> None:
        shown = self.panel.shown()
        if shown is not None:
            self.presenter.reveal(shown)

    def _open_member(self) -> None:
        shown = self.panel.shown()
        if shown is not None:
            self.shell.go("members", shown.member.member_id)

    # --- words ----------------------------------------------------------------------------------

    def _say_scopes(self) -> None:
        names = (self.tr("Today"), self.tr("To come"), self.tr("Done today"))
        counts = (0, 0, 0) if self._listed is None else self._listed.counts
        self.scopes.set_choices(
            [f"{name} {count:,}" for name, count in zip(names, counts, strict=True)]
        )

    def _say_empty(self, listed: Listed) -> None:
        words = {
            Scope.TODAY: self.tr(
                "Nothing is to be followed up today. Rules make follow-ups by themselves; one by"
                " hand is made on a member's page."
            ),
            Scope.COMING: self.tr("Nothing is to come yet."),
            Scope.CLOSED: self.tr("Nothing was done today yet."),
        }
        self.empty.say(words[listed.scope])
