"""What a campaign would do, while it is typed: who, who not and why, what it costs and shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.services.campaign_types import CampaignPlan, LeftOut, PlanNote
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.insight.campaigns.words import (
    channel_words,
    note_words,
    power_words,
    reason_words,
)
from app.ui.lists import listed
from app.ui.sentences import filled
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.charts.bars import Bar, BarList
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

_STOPPING = frozenset({PlanNote.NOBODY, PlanNote.OVER_BUDGET})


class PlanPanel(Card):
    """Says only what it is told; `left_out_asked` opens the list behind a reason."""

    left_out_asked = Signal(object)
    """The LeftOut whose people are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: CampaignPlan | None = None
        self.figure = Label("", size=fonts.AMOUNT, strong=True)
        self.words = Label("", tone=Tone.MUTED, wrap=True)
        self.power = Label("", wrap=True)
        self.notes = Label("", tone=Tone.WARNING, wrap=True)
        self.left_head = Label("", strong=True)
        self.left = BarList()
        self.cost = QGridLayout()
        self.start = PrimaryButton("", icon="play")
        self._lay_out()
        self._show_nothing()
        self.left.opened.connect(self._open)

    def _lay_out(self) -> None:
        self.body.setSpacing(Space.S)
        for part in (self.figure, self.words, self.power, self.notes, self.left_head, self.left):
            self.body.addWidget(part)
        self.cost.setHorizontalSpacing(Space.M)
        costs = QVBoxLayout()
        costs.addLayout(self.cost)
        self.body.addLayout(costs)
        self.body.addStretch(1)

    def retranslate(self, hint: str) -> None:
        """Say everything again in the language now shown."""
        self.set_title(self.tr("What it would do"))
        self.left_head.setText(self.tr("Left out, and why"))
        if not self.figure.text():
            self.words.setText(
                self.tr("Shown once there is somebody to ask and something to say to them.")
            )
        self.start.set_label(self.tr("Start…"))
        self.start.set_hint(hint)

    def planning(self) -> None:
        """The figures are no longer true."""
        self.figure.set_tone(Tone.MUTED)

    def show_error(self, sentence: str) -> None:
        """It cannot be planned yet, and why."""
        self.figure.setText("–")
        self.figure.set_tone(Tone.MUTED)
        self.words.setText("")
        self.notes.setText(sentence)
        self.notes.set_tone(Tone.MUTED)
        self._show_nothing()
        self.notes.show()
        self._show_cost(())
        self.start.setEnabled(True)

    def _show_nothing(self) -> None:
        for part in (self.power, self.notes, self.left_head, self.left):
            part.hide()
        self.figure.setVisible(bool(self.figure.text()))

    def show_plan(self, plan: CampaignPlan, currency: Currency) -> None:
        """Show what it would do."""
        self._plan = plan
        self.figure.set_tone(Tone.NORMAL)
        self.figure.setText(filled(self.tr("{count} asked"), count=f"{plan.reached:,}"))
        self.figure.show()
        words = self.tr("{holdout} held out by lot · {audience} in the audience")
        said = filled(words, holdout=f"{plan.holdout:,}", audience=f"{plan.audience:,}")
        by = listed(
            f"{channel_words(channel)} {count:,}" for channel, count in plan.channels if count
        )
        arms = ""
        if len(plan.arms) > 1:
            arms = listed(f"{arm.name} {arm.people:,}" for arm in plan.arms)
        self.words.setText("\n".join(line for line in (said, by, arms) if line))
        power = power_words(plan.power, plan.reached, plan.holdout)
        self.power.setText(power)
        self.power.setVisible(bool(power))
        self._show_notes(plan)
        self.left.show_bars(
            [
                Bar(reason_words(each.reason), each.count, f"{each.count:,}", tone=Tone.MUTED)
                for each in plan.left_out
            ],
            name=self.tr("Left out, and why"),
        )
        for part in (self.left_head, self.left):
            part.setVisible(bool(plan.left_out))
        self._show_cost(self._costs(plan, currency))

    def _show_notes(self, plan: CampaignPlan) -> None:
        said = [note_words(note) for note in plan.notes]
        if plan.unknown_names:
            said.append(listed(plan.unknown_names))
        self.notes.setText("\n".join(said))
        stopped = bool(_STOPPING & set(plan.notes))
        self.notes.set_tone(Tone.DANGER if stopped else Tone.WARNING)
        self.notes.setVisible(bool(said))
        self.start.setEnabled(not stopped)

    def _costs(self, plan: CampaignPlan, currency: Currency) -> tuple[tuple[str, str], ...]:
        cost = plan.cost
        told = [
            (self.tr("Spent once"), cost.once_minor),
            (self.tr("For asking"), cost.contacts_minor),
            (self.tr("For the offers, at most"), cost.offers_minor),
            (self.tr("In all, at most"), cost.total_minor),
        ]
        if cost.budget_minor:
            told.append((self.tr("Budget"), cost.budget_minor))
        if not cost.total_minor and not cost.budget_minor:
            return ()
        return tuple((name, money(minor, currency)) for name, minor in told if minor)

    def _show_cost(self, told: tuple[tuple[str, str], ...]) -> None:
        while (item := self.cost.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, value) in enumerate(told):
            self.cost.addWidget(Label(name, tone=Tone.MUTED), at, 0)
            amount = Label(value, strong=True)
            self.cost.addWidget(amount, at, 1, Qt.AlignmentFlag.AlignRight)
        self.cost.setColumnStretch(0, 1)

    def _open(self, at: int) -> None:
        if self._plan is not None and 0 <= at < len(self._plan.left_out):
            chosen: LeftOut = self._plan.left_out[at]
            self.left_out_asked.emit(chosen)
