"""The two charts of the compass: who came back, and what is owed month by month."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.services.compass_types import Owed
from app.services.documents.compass_told import Told, rough_percent
from app.services.rules.insight.cohorts import Cohort, mean_share_bp, month_after
from app.services.rules.money import BASIS_POINTS
from app.ui.insight.compass.presenter import Part
from app.ui.sentences import filled
from app.ui.widgets.charts.heat import CohortMap, HeatRow
from app.ui.widgets.charts.trend import StackChart
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

# Where nobody comes back the fullest cell is no full one.
_FULL_AT_LEAST_BP = BASIS_POINTS // 10


class ChartCards(QObject):
    """Makes both, and says what is looked at."""

    opened = Signal(str, object, str)
    """(what, the key of the list behind it, its title)"""
    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: Told | None = None
        self._cohorts: tuple[Cohort, ...] | None = None
        self._months: tuple[Owed, ...] | None = None
        self.cohorts, self.owed = Card(), Card()
        self.map, self.chart = CohortMap(), StackChart()
        self._no_map, self._no_chart = (Label("", tone=Tone.MUTED, wrap=True) for _ in range(2))
        for card, chart, empty in (
            (self.cohorts, self.map, self._no_map),
            (self.owed, self.chart, self._no_chart),
        ):
            card.body.addWidget(chart)
            card.body.addWidget(empty)
            card.body.addStretch(1)
            chart.hide()
        self.map.opened.connect(self._open_cohort)
        self.chart.opened.connect(self._open_month)
        self.map.current_changed.connect(lambda _at: self.looked_at.emit("cohorts"))
        self.chart.current_changed.connect(lambda _at: self.looked_at.emit("liability"))

    def say(self, told: Told) -> None:
        """Say everything again in another language."""
        self._told = told
        for card, chart, name in (
            (self.cohorts, self.map, "cohorts"),
            (self.owed, self.chart, "liability"),
        ):
            card.set_title(told.words.names[name])
            chart.set_name(told.words.names[name])
        if self._cohorts is not None:
            self._show_cohorts(self._cohorts)
        if self._months is not None:
            self._show_months(self._months)

    def wait(self) -> None:
        """Both are on their way."""
        self._cohorts = self._months = None
        for chart, empty in ((self.map, self._no_map), (self.chart, self._no_chart)):
            chart.hide()
            empty.setText("…")
            empty.show()

    def show_part(self, part: Part, found: Any) -> None:
        """Show what came out, where it is one of these."""
        if part is Part.BUYERS:
            self._cohorts = found.cohorts
            self._show_cohorts(found.cohorts)
        elif part is Part.LEDGERS:
            self._months = found.months
            self._show_months(found.months)

    # -- who came back -----------------------------------------------------------------------

    def _show_cohorts(self, cohorts: tuple[Cohort, ...]) -> None:
        assert self._told is not None
        words = self._told.words
        some = any(len(cohort.came) > 1 for cohort in cohorts)
        self.map.setVisible(some)
        self._no_map.setVisible(not some)
        if not some:
            self._no_map.setText(
                self.tr("Seen once a month has passed since somebody's first purchase.")
            )
            return
        longest = max(len(cohort.came) for cohort in cohorts)
        shares = (c.share_bp(at) for c in cohorts for at in range(1, len(c.came)))
        full = max(_FULL_AT_LEAST_BP, *shares)
        self.map.show_rows(
            [self._everyone(cohorts, longest, full), *(self._row(each, full) for each in cohorts)],
            [f"+{at}" for at in range(1, longest)],
            (words.cohort, words.members, words.months_after),
        )

    def _everyone(self, cohorts: tuple[Cohort, ...], longest: int, full_bp: int) -> HeatRow:
        """All cohorts together, as far as each has come."""
        assert self._told is not None
        words = self._told.words
        shares = [(at, mean_share_bp(cohorts, at) or 0) for at in range(1, longest)]
        cells = tuple(
            (
                share / full_bp,
                rough_percent(share),
                f"{words.average} +{at}: {rough_percent(share)}",
            )
            for at, share in shares
        )
        return HeatRow(words.average, f"{sum(each.members for each in cohorts):,}", tuple(cells))

    def _row(self, cohort: Cohort, full_bp: int) -> HeatRow:
        cells = tuple(
            (
                share / full_bp,
                rough_percent(share),
                self._spoken(cohort, at, share),
            )
            for at, share in ((at, cohort.share_bp(at)) for at in range(1, len(cohort.came)))
            if cohort.members
        )
        return HeatRow(cohort.month, f"{cohort.members:,}", cells)

    def _spoken(self, cohort: Cohort, at: int, share_bp: int) -> str:
        return filled(
            self.tr("{month}: {members} bought first; {came} of them ({share}) in {then}"),
            month=cohort.month,
            members=f"{cohort.members:,}",
            came=f"{cohort.came[at]:,}",
            share=rough_percent(share_bp),
            then=month_after(cohort.month, at),
        )

    def _open_cohort(self, at: int) -> None:
        if self._cohorts is None:
            return
        row, column = self.map.place(at)
        if row == 0:
            return  # everyone: no month of their own
        month = self._cohorts[row - 1].month
        key = (month, month_after(month, column + 1))
        self.opened.emit("cohort", key, f"{key[0]} → {key[1]}")

    # -- what is owed ------------------------------------------------------------------------

    def _show_months(self, months: tuple[Owed, ...]) -> None:
        told = self._told
        assert told is not None
        some = any(month.total_minor for month in months)
        self.chart.setVisible(some)
        self._no_chart.setVisible(not some)
        if not some:
            self._no_chart.setText(told.words.nothing)
            return
        breakage = [month.expected_breakage_minor for month in months]
        self.chart.show_stacks(
            told.owed_parts(months),
            [month.day.isoformat()[:7] for month in months],
            told.amount,
            (told.words.owed["breakage"], breakage if any(breakage) else ()),
        )

    def _open_month(self, at: int) -> None:
        if self._months is not None and self._told is not None:
            day: date = self._months[at].day
            title = f"{self._told.words.names['owed']} · {day.isoformat()}"
            self.opened.emit("owed_on", (day.isoformat(),), title)
