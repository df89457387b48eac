"""One campaign: where it stands, its funnel, and what it added with the interval drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.campaign_types import (
    Campaign,
    CampaignResult,
    CampaignState,
    Channel,
    Uplift,
    Verdict,
)
from app.services.rules.insight.shares import share_words
from app.services.rules.money import Currency, money, rate
from app.ui import fonts
from app.ui.insight.campaigns.presenter import LISTS, Row
from app.ui.insight.campaigns.presenting.calling import OUTCOMES
from app.ui.insight.campaigns.words import (
    channel_words,
    figure,
    outcome_words,
    span_words,
    state_tone,
    state_words,
    verdict_tone,
    verdict_words,
)
from app.ui.sentences import filled, joined
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton, SecondaryButton
from app.ui.widgets.charts.bars import Bar, BarList
from app.ui.widgets.charts.interval import Interval, IntervalChart
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea

MINUS = "\N{MINUS SIGN}"
_WHOLE_BP = 10_000
_BESIDE = 700
"""From this width on the funnel and what it added stand beside each other."""


class CampaignDetail(QWidget):
    """Says what it is shown; its buttons are the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = PrimaryButton("", icon="phone")
        self.door = SecondaryButton("", icon="scan-barcode")
        self.paper = SecondaryButton("", icon="printer")
        self.pictures = SecondaryButton("", icon="image")
        self.left_out = SecondaryButton("", icon="file-down")
        self.lists = {channel: SecondaryButton("", icon="file-down") for channel in LISTS}
        self.stop = Button("", kind=Kind.DANGER, icon="ban")
        self.funnel = BarList(can_open=False)
        self.outcomes = Label("", tone=Tone.MUTED, wrap=True)
        self.verdict = Label("", size=fonts.CASHIER, strong=True, wrap=True)
        self.visits, self.profit = IntervalChart(), IntervalChart()
        self._name = ElidedLabel("", size=fonts.SECTION, strong=True)
        self._state = Chip("")
        self._facts = Label("", tone=Tone.MUTED, wrap=True)
        self._how = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self._figures = QGridLayout()
        self._funnel_card, self._result_card = Card(), Card()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._name, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self._facts)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        every = (self.calls, self.door, self.paper, *self.lists.values(), self.pictures)
        for button in (*every, self.left_out, self.stop):
            flow.addWidget(button)
        column.addWidget(buttons)
        inside = QWidget()
        across = self._cards = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        self._funnel_card.body.addWidget(self.funnel)
        self._funnel_card.body.addWidget(self.outcomes)
        self._funnel_card.body.addStretch(1)
        result = self._result_card.body
        for part in (self.verdict, self.visits, self.profit):
            result.addWidget(part)
        self._figures.setHorizontalSpacing(Space.M)
        result.addLayout(self._figures)
        result.addWidget(self._how)
        result.addStretch(1)
        across.addWidget(self._funnel_card, 2)
        across.addWidget(self._result_card, 3)
        self._area = ScrollArea(inside, name="…")
        column.addWidget(self._area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit beside each other, what it added stands above the funnel."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        self._cards.setDirection(way)

    def retranslate(self, hints: Callable[[str], str]) -> None:
        """Say everything again in the language now shown."""
        self.calls.set_label(self.tr("Call list"))
        self.calls.set_hint(hints("edit"))
        self.door.set_label(self.tr("Door"))
        self.paper.set_label(self.tr("Paper list"))
        self.pictures.set_label(self.tr("Pictures"))
        self.left_out.set_label(self.tr("Left out"))
        for channel, button in self.lists.items():
            words = self.tr("{channel} list")
            button.set_label(filled(words, channel=channel_words(channel)))
        self.stop.set_label(self.tr("Stop"))
        self._funnel_card.set_title(self.tr("From asked to bought"))
        self._result_card.set_title(self.tr("What it added"))
        self.visits.setAccessibleName(self.tr("Visits added a person"))
        self.profit.setAccessibleName(self.tr("Gross profit added a person"))
        self._area.setAccessibleName(self.tr("Funnel and result"))

    # --- what is shown ----------------------------------------------------------------

    def show_row(self, row: Row, currency: Currency, is_open: bool) -> None:
        """Show one campaign."""
        campaign = row.campaign
        self._name.setText(campaign.name)
        self._state.set_text(state_words(campaign.state))
        self._state.set_tone(state_tone(campaign.state))
        words = self.tr("{days} · {reached} to ask, {holdout} held out · started by {who}")
        self._facts.setText(
            filled(
                words,
                days=span_words(campaign.starts_on, campaign.stopped_on or campaign.ends_on),
                reached=f"{campaign.reached:,}",
                holdout=f"{campaign.holdout:,}",
                who=campaign.started_by,
            )
        )
        channels = campaign.draft.channels
        for button in (self.calls, self.paper):
            button.setVisible(Channel.CALL in channels)
        self.pictures.setVisible(Channel.PICTURE in channels)
        for channel, listing in self.lists.items():
            listing.setVisible(channel in channels)
        self.door.setVisible(is_open)
        stopped = campaign.state is CampaignState.STOPPED
        self.stop.setVisible(is_open or (stopped and campaign.issued > 0))
        self.stop.set_label(self.tr("Take back") if stopped else self.tr("Stop"))
        self._show_result(campaign, row.result, currency)

    def _show_result(
        self, campaign: Campaign, result: CampaignResult | None, currency: Currency
    ) -> None:
        if result is None:
            self.verdict.setText(self.tr("Reckoning…"))
            self.verdict.set_tone(Tone.MUTED)
            self.funnel.show_bars((), name=self.tr("From asked to bought"))
            for part in (self.visits, self.profit, self._how, self.outcomes):
                part.hide()
            self._show_figures(())
            return
        self._show_funnel(result)
        self.verdict.setText(verdict_words(result.visits))
        self.verdict.set_tone(verdict_tone(result.visits.verdict))
        self._show_intervals(result, currency)
        self._show_figures(self._told(result, currency))
        self._how.setText(self._how_words(result))
        self._how.show()

    def _show_funnel(self, result: CampaignResult) -> None:
        funnel = result.funnel
        steps = (
            (self.tr("To ask"), funnel.chosen),
            (self.tr("Asked"), funnel.invited),
            (self.tr("Will come"), funnel.confirmed),
            (self.tr("Came to the door"), funnel.attended),
            (self.tr("Bought"), funnel.bought),
        )
        bars = [
            Bar(label, count, f"{count:,}", share_words(count, funnel.chosen))
            for label, count in steps
        ]
        self.funnel.show_bars(bars, name=self.tr("From asked to bought"))
        counts = dict(result.outcomes)
        said = [f"{outcome_words(each)} {counts[each]:,}" for each in OUTCOMES if counts.get(each)]
        self.outcomes.setText(" · ".join(said))
        self.outcomes.setVisible(bool(said))

    def _show_intervals(self, result: CampaignResult, currency: Currency) -> None:
        unit = currency.unit_minor

        def amount(value: float) -> str:
            return money(round(value * unit), currency)

        def rows(pick: Callable[[object], Uplift], by: int = 1) -> list[Interval]:
            shown = [(self.tr("All who were asked"), pick(result))]
            if len(result.variants) > 1:
                shown += [
                    (filled(self.tr("Wording {name}"), name=each.name), pick(each))
                    for each in result.variants
                ]
            if result.between is not None:
                names = [each.name for each in result.variants]
                words = self.tr("Wording {second} against {first}")
                label = filled(words, first=names[0], second=names[1])
                shown.append((label, pick(result.between)))
            return [
                Interval(label, up.low / by, up.each / by, up.high / by, verdict_tone(up.verdict))
                for label, up in shown
                if up.told
            ]

        self.visits.show_rows(
            rows(lambda each: each.visits),  # type: ignore[attr-defined]
            self.tr("visits added a person; the line is zero"),
            figure,
        )
        self.profit.show_rows(
            rows(lambda each: each.profit, unit),  # type: ignore[attr-defined]
            self.tr("gross profit added a person; the line is zero"),
            amount,
        )
        self.visits.setVisible(result.visits.told)
        self.profit.setVisible(result.profit.told)

    def _told(self, result: CampaignResult, currency: Currency) -> tuple[tuple[str, str], ...]:
        def amount(minor: int) -> str:
            return money(minor, currency)

        told: list[tuple[str, str]] = []
        # Where zero lies between, nothing is claimed of what is left after the cost.
        clear = result.profit.verdict in (Verdict.ADDED, Verdict.LOST)
        if result.profit.told:
            low, high = round(result.profit.total_low), round(result.profit.total_high)
            words = self.tr("{total} ({low} to {high})")
            if not clear:
                words = self.tr("{low} to {high}: cannot tell yet")
            total = filled(
                words, total=amount(round(result.profit.total)), low=amount(low), high=amount(high)
            )
            told.append((self.tr("Gross profit added in all"), total))
        told.append((self.tr("Cost so far"), amount(result.cost_minor)))
        if result.net_minor is not None and clear:
            told.append((self.tr("Left after the cost"), amount(result.net_minor)))
        if result.return_bp is not None and clear:
            percent = f"{result.return_bp // 100:,}".replace("-", MINUS)
            told.append((self.tr("Return on the cost"), f"{percent}%"))
        if result.coupons_issued:
            used = f"{result.coupons_redeemed:,} / {result.coupons_issued:,}"
            told.append((self.tr("Coupons used"), used))
        return tuple(told)

    def _how_words(self, result: CampaignResult) -> str:
        words = self.tr(
            "Counted until {until}: days with a purchase of those asked against those held out"
            " by lot. The interval holds the truth in 95 of 100 campaigns."
        )
        said = filled(words, until=result.until.isoformat())
        if result.costed_bp >= _WHOLE_BP or not result.funnel.bought:
            return said
        more = self.tr("The cost of goods is known for {share}% of what was sold.")
        return joined(said, filled(more, share=rate(result.costed_bp)))

    def _show_figures(self, told: tuple[tuple[str, str], ...]) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, value) in enumerate(told):
            self._figures.addWidget(Label(name, tone=Tone.MUTED), at, 0)
            self._figures.addWidget(Label(value, strong=True), at, 1)
        self._figures.setColumnStretch(1, 1)
