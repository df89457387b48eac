"""New, active, silent, lost, back again: counts, and the rhythms they are measured by."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.services.insight_rhythms import RHYTHM_DAYS, Rhythms
from app.ui.group_words import group_name
from app.ui.insight.groups.panel import Panel, group_bars, who_of
from app.ui.sentences import filled, joined
from app.ui.theme import Space
from app.ui.widgets.charts.bars import BarList
from app.ui.widgets.charts.columns import ColumnChart, Series
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea


class StagePanel(Panel):
    """The stages at the left; how often members come at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Rhythms | None = None
        self.groups = BarList()
        self.chart = ColumnChart()
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        left, self._right = Card(), Card()
        left.body.setContentsMargins(Space.XXS, Space.S, Space.XXS, Space.XXS)
        left.body.addWidget(ScrollArea(self.groups), 1)
        self._right.body.addWidget(self.chart, 1)
        self._right.body.addWidget(self._words)
        self._right.body.addStretch()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(left, 1)
        across.addWidget(self._right, 1)
        self.groups.opened.connect(self._open)

    def is_empty(self, found: Rhythms) -> bool:
        """Whether nobody has come yet."""
        return not len(found.stages.grouped.members)

    def told(self, found: Rhythms) -> str:
        """By which days."""
        terms = found.terms
        counted = self.tr("A visit is a purchase or a check-in.")
        if terms.silent_days is not None and terms.lost_days is not None:
            words = self.tr(
                "By your own days, the same for all: silent after {silent} days without a visit,"
                " lost after {lost}; new for {new} days."
            )
            said = filled(words, silent=terms.silent_days, lost=terms.lost_days, new=terms.new_days)
            return joined(said, counted)
        words = self.tr(
            "By each member's own rhythm: silent past {silent} times the usual days between"
            " visits, lost past {lost} times; new for {new} days."
        )
        said = filled(
            words, silent=terms.silent_rhythms, lost=terms.lost_rhythms, new=terms.new_days
        )
        return joined(said, counted)

    def show_found(self, found: Rhythms) -> None:
        """Show the stages and the rhythms."""
        self._found = found
        sums = found.stages.grouped.sums()
        self.groups.show_bars(group_bars("stages", sums, self.amount), name=self.tr("Stages"))
        starts = (1, *(end + 1 for end in RHYTHM_DAYS))
        labels = [f"{start}–{end}" for start, end in zip(starts, RHYTHM_DAYS, strict=False)] + [
            f"{starts[-1]}+"
        ]
        series = Series(self.tr("Members"), tuple(map(float, found.bands)))
        self.chart.show_columns(
            [series],
            labels,
            lambda value: f"{value:,.0f}",
            name=self.tr("How often members come"),
            titles=(self.tr("Members"), self.tr("Days between visits")),
        )
        self.chart.setVisible(found.with_own > 0)
        self._words.setText(self._of_the_shop(found))

    def retranslate(self) -> None:
        """Say everything again."""
        self._right.set_title(self.tr("How often members come"))
        if self._found is not None and not self.is_empty(self._found):
            self.show_found(self._found)

    def _of_the_shop(self, found: Rhythms) -> str:
        if not found.with_own:
            return self.tr("Nobody has come three times yet, so nobody has a rhythm of their own.")
        words = self.tr(
            "Came three times or more, and so have a rhythm of their own: {count}. The others are"
            " measured by the shop's: every {days} days."
        )
        return filled(words, count=f"{found.with_own:,}", days=found.stages.shop_days)

    def _open(self, at: int) -> None:
        if self._found is not None:
            grouped = self._found.stages.grouped
            name = grouped.names[at]
            self.people_asked.emit(group_name(name), who_of(grouped, name), f"stage = {name}")
