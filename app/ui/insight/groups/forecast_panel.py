"""What to expect of the members: in words, in bars, and against the shop's own past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.chances import Chance
from app.services.outlook import Outlook, TopMember
from app.services.rules.insight.proof import LEAST_BACK, LEAST_DAYS_BEFORE, OFTEN, Proof
from app.ui import fonts
from app.ui.group_words import chance_name, chance_note, chance_tone
from app.ui.insight.groups.panel import Panel, percent
from app.ui.sentences import filled, joined
from app.ui.theme import Space
from app.ui.widgets.charts.bars import Bar, BarList
from app.ui.widgets.charts.columns import ColumnChart, Series
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from array import array


class _Figure(QWidget):
    """One large figure and what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = Label("", size=fonts.AMOUNT, strong=True)
        self._words = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(self._words)

    def say(self, figure: str, words: str) -> None:
        """Show it."""
        self._figure.setText(figure)
        self._words.setText(words)


class ForecastPanel(Panel):
    """Figures and chances at the left; the model's fit and the top members at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Outlook | None = None
        self._figures = [_Figure() for _ in range(3)]
        self.chances = BarList()
        self.fit = ColumnChart()
        self._fit_words = Label("", wrap=True)
        self.table = Table((), name="")
        self.table.setMinimumHeight(36 + 5 * 40)
        self._left, self._right, self._below = Card(), Card(), Card()
        self._lay_out()
        self.chances.opened.connect(self._open_chance)
        self.table.opened.connect(self._open_member)

    def _lay_out(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, Space.XS, 0)
        grid.setSpacing(Space.M)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        figures = Card()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for figure in self._figures:
            row.addWidget(figure, 1)
        figures.body.addLayout(row)
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(figures)
        self._left.body.setContentsMargins(Space.XXS, Space.S, Space.XXS, Space.XXS)
        self._left.body.addWidget(self.chances)
        left.addWidget(self._left)
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        self.fit.setMinimumHeight(240)
        self._right.body.addWidget(self._fit_words)
        self._right.body.addWidget(self.fit, 1)
        grid.addWidget(self._right, 0, 1)
        self._below.body.setContentsMargins(1, Space.S, 1, 6)
        self._below.body.addWidget(self.table)
        grid.addWidget(self._below, 1, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.scroller = ScrollArea(inner)
        column.addWidget(self.scroller)

    def is_empty(self, found: Outlook) -> bool:
        """Whether the past is too short."""
        return not found.is_enough

    def lacking(self, found: Outlook) -> str:
        """What is missing, where there is not past enough."""
        if not found.models.members:
            return self.tr("No member has bought anything yet.")
        words = self.tr(
            "Not enough history yet. A forecast needs {least} members who bought on a second day"
            " and {weeks} weeks of sales; so far {back} did in {past} weeks."
        )
        return filled(
            words,
            least=LEAST_BACK,
            weeks=LEAST_DAYS_BEFORE // 7,
            back=f"{found.came_back:,}",
            past=f"{found.days // 7:,}",
        )

    def told(self, found: Outlook) -> str:
        """How it is reckoned."""
        return self.tr(
            "Reckoned from each member's days with a purchase, by published models (BG/NBD,"
            " Gamma-Gamma); check-ins do not count. An estimate: right for many together, not for"
            " one."
        )

    def show_found(self, found: Outlook) -> None:
        """Show everything."""
        self._found = found
        bands = found.bands
        days = sum(band.expected for band in bands.values())
        value = sum(band.value_minor for band in bands.values())
        alive = filled(self.tr("of {count} returning still come"), count=f"{found.again:,}")
        self._figures[0].say(f"≈ {found.alive:,.0f}", alive)
        self._figures[1].say(f"≈ {days:,.0f}", self.tr("purchase days in 90 days"))
        self._figures[2].say(f"≈ {self.about(value)}", self.tr("spent in the next 90 days"))
        self.chances.show_bars([self._bar(c, found) for c in bands], name=self.tr("Chances"))
        self._show_fit(found.proof)
        self.table.set_columns(self._columns())
        self.table.show_rows(found.top)

    def retranslate(self) -> None:
        """Say everything again."""
        self._right.set_title(self.tr("How right such a forecast was here"))
        self._below.set_title("")
        self.table.setAccessibleName(self.tr("Members of whom the most is expected"))
        self.table.set_columns(self._columns())
        self.scroller.setAccessibleName(self.tr("Forecast"))
        if self._found is not None and not self.is_empty(self._found):
            self.show_found(self._found)

    # -- inside -------------------------------------------------------------------------------

    def _bar(self, chance: Chance, found: Outlook) -> Bar:
        band = found.bands[chance]
        days = filled(self.tr("{count} purchase days expected"), count=f"{band.expected:,.0f}")
        share = percent(band.members, found.models.members)
        return Bar(
            chance_name(chance), band.members, f"{band.members:,} ({share})", days,
            chance_note(chance), chance_tone(chance),
        )  # fmt: skip

    def _show_fit(self, proof: Proof | None) -> None:
        self.fit.setVisible(proof is not None)
        if proof is None:
            self._fit_words.setText(
                self.tr("The past is too short to hold a part of it back and try the forecast.")
            )
            return
        self._fit_words.setText(self.proof_words(proof))
        labels = [
            f"{group.repeats}+" if group.repeats == OFTEN else str(group.repeats)
            for group in proof.groups
        ]
        groups = proof.groups
        expected = Series(self.tr("expected"), tuple(g.expected / g.members for g in groups))
        came = Series(self.tr("actual"), tuple(g.came / g.members for g in groups))
        self.fit.show_columns(
            [expected, came],
            labels,
            _short,
            name=self.tr("Purchase days expected, and those that came"),
            titles=(self.tr("Purchase days a member"), self.tr("Times they had come back before")),
        )

    def _columns(self) -> tuple[Column[TopMember], ...]:
        return (
            Column(self.tr("Most expected of"), lambda m: m.person.name, strong=True),
            Column(self.tr("Number"), lambda m: m.person.number, 140),
            Column(self.tr("Still comes"), lambda m: f"{m.alive:.0%}", 120, right=True),
            Column(
                self.tr("Purchase days in 90"), lambda m: f"{m.expected:,.1f}", 160, right=True
            ),
            Column(
                self.tr("Spent in 90 days"), lambda m: self.amount(m.value_minor), 170, right=True
            ),
            Column(
                self.tr("Last visit"),
                lambda m: "" if m.person.last_visit is None else m.person.last_visit.isoformat(),
                130, right=True, tone=Tone.MUTED,
            ),
        )  # fmt: skip

    def _open_chance(self, at: int) -> None:
        found = self._found
        if found is not None:
            chance = list(found.bands)[at]

            def who() -> array[int]:
                return found.bands[chance].seqs

            self.people_asked.emit(chance_name(chance), who, f"chance = {chance}")

    def _open_member(self, at: int) -> None:
        if self._found is not None:
            self.member_asked.emit(self._found.top[at].person.member_id)

    def proof_words(self, proof: Proof) -> str:
        """What was expected of the held back weeks, what came, and how far to trust it."""
        words = self.tr(
            "Fitted to the past without its last {weeks} weeks, it expected {expected} purchase"
            " days in them; {came} came."
        )
        said = filled(
            words,
            weeks=(proof.until - proof.fitted_until) // 7,
            expected=f"{proof.expected:,.0f}",
            came=f"{proof.came:,}",
        )
        if proof.off is None:
            none = self.tr("How far off that is cannot be told. Do not plan by it.")
            return joined(said, none)
        off = abs(proof.off)
        if off <= 0.1:
            trust = self.tr("Close: within {off}. Rely on it for the shop as a whole.")
        elif off <= 0.25:
            trust = self.tr("Fair: {off} off. Good for ranking, rough for planning.")
        else:
            trust = self.tr("Rough: {off} off. Use it to rank members only.")
        return joined(said, filled(trust, off=f"{off:.0%}"))


def _short(value: float) -> str:
    """One decimal where there is one."""
    return f"{value:,.1f}".removesuffix(".0")
