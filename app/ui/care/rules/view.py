"""The rules of follow-ups: a list, and a sheet for one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.services.care_types import FollowUpRule
from app.services.rules.care.follow_ups import FollowUpKind
from app.ui.care.rules.presenter import Known, RulesPresenter
from app.ui.care.rules.sheet import RuleSheet
from app.ui.care_words import kind_words
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.table import Column, Table

_WIDE = 1100
_ADVISER = 3


def make_page(shell: Shell) -> TabPage:
    """The tab."""
    return RulesPage(shell)


class RulesPage(TabPage):
    """Enter changes a rule; the key of new things adds one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._known = Known((), (), ())
        self._sheet: RuleSheet | None = None
        self.presenter = RulesPresenter(self, shell.shop, shell.tasks)
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self.new = PrimaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.table: Table = Table((), name="")
        self.empty = EmptyState("bell", "")
        self._middle = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._words, 1)
        top.addWidget(self.new)
        column.addLayout(top)
        card = Card()
        card.body.setContentsMargins(1, 6, 1, 6)
        card.body.addWidget(self.table, 1)
        self._middle.addWidget(card)
        self._middle.addWidget(self.empty)
        column.addWidget(self._middle, 1)
        self.setFocusProxy(self.table)
        self.new.clicked.connect(lambda: self._ask(None))
        self.empty.acted.connect(lambda: self._ask(None))
        self.table.opened.connect(lambda at: self._ask(self._known.rules[at]))
        shell.keys.bind(self, "new", lambda: self._ask(None))

    def acted(self, action: str) -> None:
        """Ctrl+N from the row of tabs."""
        if action == "new":
            self._ask(None)

    def activated(self) -> None:
        """Show the rules as they are now."""
        self.presenter.refresh()

    def retranslate(self) -> None:
        """Say everything again."""
        hint = self.shell.keys.hint("new")
        self._words.setText(
            self.tr(
                "Each rule that is switched on makes a follow-up once for every occasion, from the"
                " day on which it was switched on."
            )
        )
        self.new.set_label(self.tr("New rule"))
        self.new.set_hint(hint)
        self.table.setAccessibleName(self.tr("Rules of follow-ups"))
        self.table.set_columns(self._columns())
        self._fit()
        self.empty.say(
            self.tr("No rule yet. One reminds of members after a purchase, before a birthday, or"
                    " when they no longer come."),
            key=hint,
            action=self.tr("New rule"),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is to be done needs the room of who does it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.table.setColumnHidden(_ADVISER, self.width() < _WIDE)

    def _columns(self) -> tuple[Column[FollowUpRule], ...]:
        def days(rule: FollowUpRule) -> str:
            kind, count = rule.draft.kind, rule.draft.days
            after = kind in (FollowUpKind.PURCHASE, FollowUpKind.SILENT)
            if not count:
                return self.tr("On the day")
            words = self.tr("{days} days after") if after else self.tr("{days} days before")
            return filled(words, days=count)

        def watches(rule: FollowUpRule) -> str:
            return " · ".join(filter(None, (kind_words(rule.draft.kind), rule.draft.category)))

        def on(rule: FollowUpRule) -> str:
            if not rule.draft.active:
                return self.tr("Off")
            return filled(self.tr("On since {day}"), day=rule.active_from.isoformat())

        def tone(rule: FollowUpRule) -> Tone:
            return Tone.SUCCESS if rule.draft.active else Tone.MUTED

        return (
            Column(self.tr("What is to be done"), lambda rule: rule.draft.name, strong=True),
            Column(self.tr("Watches for"), watches, 220),
            Column(self.tr("When"), days, 116),
            Column(
                self.tr("Given to"),
                lambda rule: rule.adviser or self.tr("Own adviser"),
                120,
                tone=Tone.MUTED,
            ),
            Column(self.tr("Switched on"), on, 172, tone=tone),
        )

    # --- RulesView ----------------------------------------------------------------------------

    def show_known(self, known: Known) -> None:
        """Show the rules."""
        at = max(0, self.table.currentIndex().row())
        self._known = known
        self.table.set_columns(self._columns())
        self._fit()
        self.table.show_rows(known.rules)
        self._middle.setCurrentIndex(0 if known.rules else 1)
        if known.rules:
            self.table.choose(min(at, len(known.rules) - 1))

    def saved(self, rule: FollowUpRule, made: int) -> None:
        """Say so."""
        if self._sheet is not None:
            self._sheet.close_sheet()
        self.shell.forget_error()
        words = self.tr("“{name}” is kept.")
        if made:
            words = self.tr("“{name}” is kept; follow-ups made: {count}.")
        self.shell.toast(filled(words, name=rule.draft.name, count=made))
        self.shell.tell_changed("care")

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        sentence = self.shell.sentence(error)
        if self._sheet is not None and not self._sheet.isHidden():
            self._sheet.refuse(error, sentence)
        else:
            self.shell.show_error(error)

    def _ask(self, rule: FollowUpRule | None) -> None:
        if self._sheet is None:
            self._sheet = RuleSheet(self.shell.overlay_parent())
            self._sheet.submitted.connect(self.presenter.save)
        self._sheet.ask(rule, self._known)
