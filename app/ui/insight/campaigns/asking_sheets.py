"""The questions of campaigns: start with these numbers, end it now, who was left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.campaign_stopping import StopPlan
from app.services.campaign_types import (
    Campaign,
    CampaignPlan,
    CampaignState,
    LeftOut,
    Person,
)
from app.services.rules.money import Currency, money
from app.ui.insight.campaigns.words import reason_words, span_words
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.table import Column, Table


class StartSheet(AskSheet):
    """The exact numbers, and one button."""

    confirmed = Signal(object)
    """The CampaignPlan that was confirmed."""

    def __init__(self, window: QWidget, plan: CampaignPlan, currency: Currency) -> None:
        super().__init__(window, width=520)
        self._plan = plan
        self.set_title(self.tr("Start the campaign?"), plan.draft.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        self.told = self._told(plan, currency)
        for at, (name, value) in enumerate(self.told):
            grid.addWidget(Label(name, tone=Tone.MUTED), at, 0)
            grid.addWidget(Label(value, strong=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            Label(
                self.tr(
                    "Who is asked and who is held out is drawn by lot and stays so. Offers are"
                    " issued at once; who, what and when cannot be changed afterwards."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self.done.set_label(filled(self.tr("Start, ask {count}"), count=f"{plan.reached:,}"))
        self.finish_body()

    def _told(self, plan: CampaignPlan, currency: Currency) -> tuple[tuple[str, str], ...]:
        draft, cost = plan.draft, plan.cost
        told = [
            (self.tr("Asked"), f"{plan.reached:,}"),
            (self.tr("Held out by lot"), f"{plan.holdout:,}"),
            (self.tr("Left out"), f"{plan.audience - plan.eligible:,}"),
        ]
        if len(plan.arms) > 1:
            told += [
                (filled(self.tr("Wording {name}"), name=arm.name), f"{arm.people:,}")
                for arm in plan.arms
            ]
        if draft.starts_on is not None:
            told.append((self.tr("Days"), span_words(draft.starts_on, draft.ends_on)))
        told.append((self.tr("Cost at most"), money(cost.total_minor, currency)))
        return tuple(told)

    def accept(self) -> None:
        """Start it."""
        self.close_sheet()
        self.confirmed.emit(self._plan)


class StopSheet(AskSheet):
    """End a campaign before its day; what it gave stays, unless it is ticked here."""

    confirmed = Signal(bool, bool)
    """Whether unused coupons are revoked, and unspent points taken back."""

    def __init__(self, window: QWidget, campaign: Campaign, plan: StopPlan) -> None:
        super().__init__(window, width=560)
        stopped = campaign.state is CampaignState.STOPPED
        title = self.tr("Take back what is left?") if stopped else ""
        self.set_title(title or self.tr("Stop the campaign?"), campaign.name)
        told = self.tr("The campaign is stopped; what it gave can still be used.")
        ends = self.tr(
            "Nobody is asked any more, and purchases count until today. The result stays."
        )
        self.body.addWidget(Label(told if stopped else ends, wrap=True))
        coupons = self.tr("Revoke coupons that were not used: {count}")
        self.revoke = CheckBox(filled(coupons, count=f"{plan.coupons:,}"))
        self.revoke.setVisible(bool(plan.coupons))
        points = self.tr("Take back points that were not spent: {points}, of {people} members")
        points = filled(points, points=f"{plan.points:,}", people=f"{plan.people:,}")
        self.take_back = CheckBox(points)
        self.take_back.setVisible(bool(plan.points))
        for box, count in ((self.revoke, plan.coupons), (self.take_back, plan.points)):
            box.setChecked(stopped and count > 0)  # that is what it was opened for then
        self._stays = Label(
            self.tr("What is not ticked stays with the members."), tone=Tone.MUTED, wrap=True
        )
        self._stays.setVisible(bool(plan.coupons or plan.points))
        for widget in (self.revoke, self.take_back, self._stays):
            self.body.addWidget(widget)
        self.done.set_label(self.tr("Take back") if stopped else self.tr("Stop"))
        self.finish_body()

    def accept(self) -> None:
        """Stop it."""
        self.close_sheet()
        self.confirmed.emit(self.revoke.isChecked(), self.take_back.isChecked())


class LeftOutSheet(Sheet):
    """Who is left out for one reason; Enter opens the member."""

    def __init__(self, shell: Shell, left: LeftOut) -> None:
        super().__init__(shell.overlay_parent(), width=640)
        self._shell = shell
        self.set_title(
            reason_words(left.reason),
            filled(self.tr("{count} members"), count=f"{left.count:,}"),
        )
        self.table = Table(
            (
                Column[Person](self.tr("Number"), lambda person: person.number, 160),
                Column[Person](self.tr("Name"), lambda person: person.name, strong=True),
            ),
            name=reason_words(left.reason),
        )
        self.table.show_rows(left.first)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        if left.count > len(left.first):
            words = self.tr(
                "The first {shown} by number; all of them go to a file once it started."
            )
            shown = filled(words, shown=f"{len(left.first):,}")
            self.body.addWidget(Label(shown, tone=Tone.MUTED, wrap=True))
        self.set_panel_size(640, 600)

    def _open(self, at: int) -> None:
        person = self.table.paged.row(at)
        if person is not None:
            self.close_sheet()
            self._shell.go("members", person.member_id)
