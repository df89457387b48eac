"""A scheme tried on the shop's own past, as a card: what is asked, a chart, and the figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.services.rules.money import CURRENCIES, Currency, money
from app.services.rules.scheme import Scheme
from app.ui import fonts
from app.ui.loyalty.editor.controls import PickField
from app.ui.loyalty.presenting.backtesting import (
    PERIODS,
    Tried,
    figure_rows,
    liabilities,
    month_labels,
    tier_text,
)
from app.ui.loyalty.words import title_of
from app.ui.sentences import filled
from app.ui.theme import Height, Space, tokens
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.line_chart import LineChart
from app.ui.widgets.panels import Card, Divider


class BacktestCard(Card):
    """What the owner asks, and what came out. It only reckons."""

    asked = Signal(object, int)
    """(the schemes to try, how many months back)"""
    stopped = Signal()
    export_asked = Signal()
    written = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self._scheme: Scheme | None = None
        self._others: tuple[Scheme, ...] = ()
        self._language = "en"
        self._currency: Currency = CURRENCIES["CNY"]
        self._tried: Tried | None = None
        self._span = ElidedLabel("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._note = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self.period = PickField([])
        self.against = PickField([])
        self.run = Button("", icon="chart-column", height=Height.BACK_OFFICE)
        self.export = Button("", icon="file-down", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self.bar = QProgressBar()
        self.stop = Button("", icon="x", height=Height.BACK_OFFICE)
        self._running = QWidget()
        self._result = QWidget()
        self.chart = LineChart(" ")
        self._chart_title = Label("", strong=True)
        self._grid = QGridLayout()
        self._lay_out()
        self.run.clicked.connect(self._ask)
        self.stop.clicked.connect(self.stopped)
        self.export.clicked.connect(self.export_asked)
        self._say()
        self.show_idle()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(Space.XS)
        asked.addWidget(self.period, 2)
        asked.addWidget(self.against, 3)
        asked.addWidget(self.run)
        self.body.addLayout(asked)
        self.body.addWidget(self._words)
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self.bar.setTextVisible(False)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.body.addWidget(self._running)
        column = QVBoxLayout(self._result)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._chart_title)
        head.addWidget(self._span, 1)
        head.addWidget(self.export)
        column.addLayout(head)
        column.addWidget(self.chart)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        column.addLayout(self._grid)
        self.body.addWidget(self._result)
        self.body.addWidget(self._note)

    # --- what is asked ------------------------------------------------------------------

    def show_scheme(
        self, scheme: Scheme, others: Sequence[Scheme], language: str, currency: Currency
    ) -> bool:
        """Offer a scheme to be tried, beside one of the others; whether it is another one."""
        new = self._scheme != scheme
        self._scheme, self._others = scheme, tuple(others)
        self._language, self._currency = language, currency
        self._say()
        if self._tried is None:
            self._say_idle()
        elif not new:
            self.show_report(self._tried)
        return new

    def _say(self) -> None:
        self.set_title(self.tr("Try it on your own past"))
        self._note.setText(self.tr("Only reckons; nothing in the shop changes."))
        months = {
            12: self.tr("Last 12 months"),
            3: self.tr("Last 3 months"),
            36: self.tr("Last 3 years"),
            0: self.tr("All sales"),
        }
        self._offer(self.period, self.tr("Which sales"), [(n, months[n]) for n in PERIODS])
        none = (None, self.tr("Beside no other"))
        named = [
            (at, filled(self.tr("Beside “{title}”"), title=title_of(other, self._language)))
            for at, other in enumerate(self._others)
        ]
        self._offer(self.against, self.tr("Beside which scheme"), [none, *named])
        self.run.set_label(self.tr("Reckon"))
        self.export.set_label(self.tr("Save as CSV…"))
        self.stop.set_label(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.chart.setAccessibleName(self.tr("What the shop would owe, month by month"))

    def _offer(self, field: PickField, name: str, choices: Sequence[tuple[object, str]]) -> None:
        field.set_choices(choices)
        field.setAccessibleName(name)

    def _ask(self) -> None:
        if self._scheme is None:
            return
        other = self.against.value()
        beside = () if other is None else (self._others[other],)
        self.asked.emit((self._scheme, *beside), self.period.value())

    # --- BacktestView's pictures ----------------------------------------------------------

    def show_idle(self) -> None:
        """Nothing was reckoned yet."""
        self._tried = None
        self._say_idle()
        self._words.show()
        self._running.hide()
        self._result.hide()
        self.run.setEnabled(True)

    def _say_idle(self) -> None:
        self._words.setText(
            self.tr("What would it have given away, cost and owed, on the sales you made?")
        )

    def show_running(self) -> None:
        """How far it is, and a way out."""
        self.bar.setRange(0, 0)
        self._words.hide()
        self._result.hide()
        self._running.show()
        self.run.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """So many of the sales."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_report(self, tried: Tried) -> None:
        """The chart and the figures, or that there was nothing to try it on."""
        self._tried = tried
        self._running.hide()
        self.run.setEnabled(True)
        self._words.setVisible(tried.is_empty)
        self._result.setVisible(not tried.is_empty)
        if tried.is_empty:
            self._words.setText(
                self.tr("There are no sales in these months. Make or import some, then try again.")
            )
            return
        self._show_span(tried)
        names = [title_of(scheme, self._language) for scheme in tried.schemes]
        lines = zip(names, map(liabilities, tried.report.outcomes), strict=True)
        self._chart_title.setText(self.tr("What the shop would owe"))
        self.chart.show_lines(
            list(lines), month_labels(tried), self._short, least=4 * self._currency.unit_minor
        )
        self._show_figures(tried, names)

    def show_written(self, path: Path) -> None:
        """The months were written to a file."""
        self.written.emit(path)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.refused.emit(error)

    def _short(self, minor: int) -> str:
        """An amount without decimals that say nothing."""
        return money(minor, self._currency).removesuffix(f".{'0' * self._currency.digits}")

    def _show_span(self, tried: Tried) -> None:
        report = tried.report
        first = report.outcomes[0]
        words = self.tr("{first} to {last} · {sales} sales · {revenue}")
        self._span.setText(
            filled(
                words,
                first=f"{report.first_day:%Y-%m}",
                last=f"{report.last_day:%Y-%m}",
                sales=f"{first.sales:,}",
                revenue=self._short(first.revenue_minor),
            )
        )

    def _show_figures(self, tried: Tried, names: Sequence[str]) -> None:
        grid = self._grid
        while (item := grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        labels = self._labels()
        rows = [(labels[name], texts) for name, texts in figure_rows(tried, self._currency)]
        for column, name in enumerate(names, 1):
            heading = _Series(name, column - 1)
            grid.addWidget(heading, 0, column)
        for at, (label, texts) in enumerate(rows, 1):
            grid.addWidget(Divider(), 2 * at - 1, 0, 1, len(names) + 1)
            grid.addWidget(Label(label), 2 * at, 0)
            for column, text in enumerate(texts, 1):
                shown = Label(text, strong=column == 1)
                grid.addWidget(shown, 2 * at, column, Qt.AlignmentFlag.AlignRight)
        self._show_tiers(tried, 2 * len(rows) + 1)
        grid.setColumnStretch(0, 1)

    def _show_tiers(self, tried: Tried, row: int) -> None:
        """Who would be where at the end: a line for each scheme that has tiers."""
        width = len(tried.schemes) + 1
        for scheme, outcome in zip(tried.schemes, tried.report.outcomes, strict=True):
            text = tier_text(scheme, outcome, self._language)
            if text:
                self._grid.addWidget(Divider(), row, 0, 1, width)
                title = title_of(scheme, self._language)
                words = filled(self.tr("Members at the end, “{title}”: {tiers}"), title=title)
                label = Label(words.replace("{tiers}", text), wrap=True)
                self._grid.addWidget(label, row + 1, 0, 1, width)
                row += 2

    def _labels(self) -> dict[str, str]:
        return {
            "cost": self.tr("Given away in all"),
            "share": self.tr("Of the revenue"),
            "discount": self.tr("Of it discounts"),
            "points_earned": self.tr("Points earned"),
            "points_burned": self.tr("Points used"),
            "points_expired": self.tr("Points lapsed"),
            "fees": self.tr("Fees paid by members"),
            "liability_end": self.tr("Owed at the end"),
            "moves": self.tr("Members up / down a tier"),
        }


class _Series(ElidedLabel):
    """A scheme's name in the colour of its line."""

    def __init__(self, name: str, at: int) -> None:
        super().__init__(name, size=fonts.CAPTION, strong=True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumWidth(110)
        self._at = at

    def ink(self) -> str:
        """The line's colour."""
        return tokens().series[self._at]


def csv_path(name: str) -> Path:
    """The file a person chose, with an ending."""
    path = Path(name)
    return path if path.suffix.lower() in (".csv", ".xlsx") else path.with_name(path.name + ".csv")
