"""Challenges: those there are at the left, the board of the one in front at the right."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.challenges import BoardRow, Challenge
from app.services.rules.care.challenges import Stage
from app.services.rules.money import Currency
from app.ui import fonts
from app.ui.care.challenges import forms
from app.ui.care.challenges.presenter import ChallengesPresenter
from app.ui.care.challenges.words import (
    counted_words,
    period_words,
    stage_words,
    value_words,
)
from app.ui.care.list_room import lay_out_list
from app.ui.care_form import ask
from app.ui.display_board import BOARD_ROWS, Board
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, EmptyState, Surface
from app.ui.widgets.table import Column, Table

_PANEL = 460
_ON_THE_BOARD = 2


def make_page(shell: Shell) -> TabPage:
    """The tab."""
    return ChallengesPage(shell)


class ChallengesPage(TabPage):
    """Arrows choose a challenge; a scanned card takes part in the one in front."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._found: tuple[Challenge, ...] = ()
        self._series: tuple[tuple[str, str], ...] = ()
        self._board: tuple[BoardRow, ...] = ()
        self._on_display: Challenge | None = None
        self.presenter = ChallengesPresenter(self, shell.shop, shell.tasks)
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self.new = PrimaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.table: Table = Table((), name="")
        self.empty = EmptyState("crown", "")
        self._lay_out()
        self.setFocusProxy(self.table)
        self.new.clicked.connect(self._new)
        self.empty.acted.connect(self._new)
        self.table.current_changed.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._join())
        self.board.opened.connect(self._open_member)
        self.join.clicked.connect(self._join)
        self.leave.clicked.connect(self._leave)
        self.display.clicked.connect(self._toggle_display)
        self.call_off.clicked.connect(self._call_off)
        shell.keys.bind(self, "new", self._new)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._words, 1)
        top.addWidget(self.new)
        self._middle, self._rule = lay_out_list(
            self, top, self.table, self.empty, self._make_panel()
        )

    def _make_panel(self) -> QWidget:
        self.panel = Surface()
        self._name = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._about = Label("", tone=Tone.MUTED, wrap=True)
        self._prize = Label("", wrap=True)
        self.join = SecondaryButton("", icon="user-plus", height=Height.BACK_OFFICE)
        self.leave = IconButton("x", "")
        self.display = SecondaryButton("", icon="monitor", height=Height.BACK_OFFICE)
        self.display.setCheckable(True)
        self.call_off = IconButton("ban", "")
        self.board: Table = Table((), name="")
        self._nobody = EmptyState("users", "")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        for widget in (self._name, self._about, self._prize):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.join)
        row.addWidget(self.display)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.call_off)
        column.addLayout(row)
        column.addWidget(Divider())
        self._places = QStackedWidget()
        self._places.addWidget(self.board)
        self._places.addWidget(self._nobody)
        column.addWidget(self._places, 1)
        return self.panel

    # --- the screen's calls ---------------------------------------------------------------

    def acted(self, action: str) -> None:
        """Ctrl+N from the row of tabs."""
        if action == "new":
            self._new()

    def activated(self) -> None:
        """Show the list as it is now."""
        self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """A sale moves the board, which may stand on the customer display."""
        if topic in ("sales", "members", "care"):
            if self.isVisible():
                self.presenter.refresh()
            elif self._on_display is not None:
                self.presenter.choose(self._on_display)

    def scanned(self, code: str) -> bool:
        """A member's card takes part."""
        challenge = self._current()
        if challenge is None or challenge.stage not in (Stage.COMING, Stage.RUNNING):
            return False
        self.presenter.join_scanned(challenge, code)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shortens the board."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(_PANEL if self.width() >= 1200 else 400)
        self.table.setColumnHidden(2, self.width() < 1200)
        self.table.setColumnHidden(1, self.width() < 1000)
        self.board.setColumnHidden(_ON_THE_BOARD, self.width() < 1200)

    def retranslate(self) -> None:
        """Say everything again."""
        hint = self.shell.keys.hint("new")
        self._words.setText(self.tr("Who comes, spends, earns or improves most in a period."))
        self.new.set_label(self.tr("New challenge"))
        self.new.set_hint(hint)
        self.table.setAccessibleName(self.tr("Challenges"))
        self.table.set_columns(self._columns())
        self.board.setAccessibleName(self.tr("Board"))
        self.board.set_columns(self._places_columns())
        self.join.set_label(self.tr("Take part…"))
        self.leave.set_name(self.tr("Take the chosen member out"))
        self.display.set_label(self.tr("Customer display"))
        self.call_off.set_name(self.tr("Call the challenge off"))
        self.empty.say(
            self.tr("No challenge yet. Members see on the customer display who leads."),
            key=hint,
            action=self.tr("New challenge"),
        )
        self._nobody.say(self.tr("Nobody takes part yet. Scan a member's card."))
        self._say_panel()

    def _currency(self) -> Currency:
        return self.shell.shop.desk.settings.money

    def _columns(self) -> tuple[Column[Challenge], ...]:
        return (
            Column(self.tr("Challenge"), lambda each: each.draft.name, strong=True),
            Column(self.tr("Counted"), counted_words, 156),
            Column(self.tr("Period"), period_words, 208, tone=Tone.MUTED),
            Column(self.tr("Members"), lambda each: f"{each.members:,}", 88, right=True),
            Column(
                self.tr("State"),
                lambda each: stage_words(each)[0],
                104,
                tone=lambda each: stage_words(each)[1],
            ),
        )

    def _places_columns(self) -> tuple[Column[BoardRow], ...]:
        def value(row: BoardRow) -> str:
            challenge = self._current()
            return "" if challenge is None else value_words(challenge, row, self._currency())

        def tone(row: BoardRow) -> Tone:
            return Tone.SUCCESS if row.place == 1 else Tone.NORMAL

        return (
            Column(self.tr("Place"), lambda row: str(row.place or "–"), 64, tone=tone),
            Column(self.tr("Member"), lambda row: row.member.called, strong=True),
            Column(self.tr("On the board"), lambda row: row.shown, 104, tone=Tone.MUTED),
            Column(self.tr("So far"), value, 112, right=True, tone=tone),
        )

    # --- ChallengesView -----------------------------------------------------------------------

    def show_challenges(
        self, found: tuple[Challenge, ...], series: tuple[tuple[str, str], ...]
    ) -> None:
        """List them; the one in front stays in front."""
        before = self._current()
        self._found, self._series = found, series
        ids = [each.challenge_id for each in found]
        at = ids.index(before.challenge_id) if before and before.challenge_id in ids else 0
        self.table.set_columns(self._columns())
        self.table.show_rows(found)
        self._middle.setCurrentIndex(0 if found else 1)
        self.panel.setVisible(bool(found))
        self._rule.setVisible(bool(found))
        if found:
            self.table.choose(at)
        self._choose()

    def show_board(self, challenge: Challenge, board: tuple[BoardRow, ...]) -> None:
        """Show who leads, here and where the customers see it."""
        self._board = board
        self.board.set_columns(self._places_columns())
        self.board.show_rows(board)
        self._places.setCurrentIndex(0 if board else 1)
        shown = self._on_display
        if shown is not None and shown.challenge_id == challenge.challenge_id:
            self.shell.display.show_board(self._for_display(challenge, board))

    def joined(self, name: str) -> None:
        """Say who takes part now."""
        self.shell.forget_error()
        self.shell.sound(good=True)
        self.shell.toast(filled(self.tr("{name} takes part."), name=name))

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.shell.show_error(error)

    # --- what is done -------------------------------------------------------------------------

    def _current(self) -> Challenge | None:
        at = self.table.currentIndex().row()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _choose(self) -> None:
        self._say_panel()
        self.presenter.choose(self._current())

    def _say_panel(self) -> None:
        challenge = self._current()
        if challenge is None:
            return
        draft = challenge.draft
        self._name.setText(draft.name)
        stage, _ = stage_words(challenge)
        self._about.setText(f"{counted_words(challenge)} · {period_words(challenge)} · {stage}")
        self._prize.setText(filled(self.tr("Prize: {prize}"), prize=draft.prize))
        self._prize.setVisible(bool(draft.prize))
        running = challenge.stage in (Stage.COMING, Stage.RUNNING)
        self.join.setEnabled(running)
        self.call_off.setEnabled(running)
        shown = self._on_display
        self.display.setChecked(shown is not None and shown.challenge_id == challenge.challenge_id)

    def _new(self) -> None:
        today: date = self.shell.shop.desk.today()

        def made(challenge: Challenge) -> None:
            self.shell.toast(filled(self.tr("“{name}” begins."), name=challenge.draft.name))
            self.presenter.refresh()

        ask(self.shell, forms.new_form(today, self._series, self.presenter.make, made))

    def _join(self) -> None:
        challenge = self._current()
        if challenge is None or not self.join.isEnabled():
            return

        def done(member: Any) -> None:
            self.joined(member.name or member.number)
            self.presenter.refresh()

        ask(self.shell, forms.join_form(challenge, partial(self.presenter.join, challenge), done))

    def _leave(self) -> None:
        challenge, row = self._current(), self.board.current_row()
        if challenge is None or row is None:
            return
        self.presenter.leave(challenge, row)
        words = filled(self.tr("{name} no longer takes part."), name=row.member.called)
        self.shell.toast(words, lambda: self.presenter.join_again(challenge, row))

    def _call_off(self) -> None:
        challenge = self._current()
        if challenge is not None:
            work = partial(self.presenter.call_off, challenge)
            form = forms.call_off_form(challenge, work, lambda _done: self.presenter.refresh())
            ask(self.shell, form)

    def _open_member(self, at: int) -> None:
        if at < len(self._board):
            self.shell.go("members", self._board[at].member.member_id)

    def _toggle_display(self) -> None:
        challenge, shown = self._current(), self._on_display
        if shown is not None and challenge is not None:
            # The same button takes it off again.
            challenge = None if shown.challenge_id == challenge.challenge_id else challenge
        self._on_display = challenge
        if challenge is None:
            self.shell.display.show_board(None)
        else:
            self.presenter.choose(challenge)
            if not self.shell.display.is_on:
                self.shell.toast(self.tr("No customer display is switched on in the settings."))
        self._say_panel()

    def _for_display(self, challenge: Challenge, board: tuple[BoardRow, ...]) -> Board:
        currency = self._currency()
        rows = tuple(
            (str(row.place), row.shown, value_words(challenge, row, currency))
            for row in board
            if row.place
        )
        draft = challenge.draft
        return Board(draft.name, draft.prize, period_words(challenge), rows[:BOARD_ROWS])
