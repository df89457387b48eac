"""A scheme tried on the shop's own past, without Qt: what is asked, and the figures to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import Cancelled
from app.services.rules.money import BASIS_POINTS, Currency, money, rate
from app.services.rules.months import months_later
from app.services.rules.scheme import Scheme

if TYPE_CHECKING:
    from app.services.backtests import BacktestReport
    from app.services.rules.backtest import Outcome
    from app.ui.tasks import Job, Tasks

PERIODS = (12, 3, 36, 0)
"""How many months back; 0 is all there is."""

_FIGURES = (
    ("cost", "amount"),
    ("share", "share"),
    ("discount", "amount"),
    ("points_earned", "count"),
    ("points_burned", "count"),
    ("points_expired", "count"),
    ("fees", "amount"),
    ("liability_end", "amount"),
)


class BacktestView(Protocol):
    """What the presenter asks of the card."""

    def show_running(self) -> None:
        """It has begun."""

    def show_progress(self, done: int, total: int) -> None:
        """So many of the sales are reckoned."""

    def show_report(self, tried: Tried) -> None:
        """Show what came out."""

    def show_idle(self) -> None:
        """Nothing was reckoned yet, or it was stopped."""

    def show_written(self, path: Path) -> None:
        """The months were written to a file."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A report and the schemes it is about, in the same order."""

    schemes: tuple[Scheme, ...]
    report: BacktestReport

    @property
    def is_empty(self) -> bool:
        """Whether there were no sales to try anything on."""
        return self.report.first_day is None


class BacktestPresenter:
    """Runs one backtest at a time, in the background lane."""

    def __init__(self, view: BacktestView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._job: Job | None = None
        self._run = 0
        self.tried: Tried | None = None

    def run(self, schemes: Sequence[Scheme], months: int) -> None:
        """Try the schemes on the last `months` (0: on all sales)."""
        from app.services.backtests import BacktestAsked

        self.cancel()
        self._run += 1
        mine, chosen = self._run, tuple(schemes)
        self._view.show_running()

        def work(progress: Any, cancelled: Any) -> Tried:
            first = _months_back(self._shop.desk.today(), months)
            asked = BacktestAsked(first=first)
            return Tried(chosen, self._shop.backtests.run(chosen, asked, progress, cancelled))

        self._job = self._tasks.run_long(
            work,
            lambda tried: self._done(mine, tried),
            lambda error: self._failed(mine, error),
            lambda done, total: self._progressed(mine, done, total),
        )

    def cancel(self) -> None:
        """Stop what runs; the last report stays away until it is asked for again."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._run += 1
            self._view.show_idle()

    def forget(self) -> None:
        """Another scheme is looked at."""
        self.cancel()
        self.tried = None
        self._view.show_idle()

    def write(self, path: Path) -> None:
        """Write the months of the first scheme to a file."""
        if self.tried is not None:
            outcome = self.tried.report.outcomes[0]
            self._tasks.run(
                lambda: self._shop.backtests.write_months(outcome, path),
                lambda _: self._view.show_written(path),
                self._view.refuse,
            )

    def _done(self, mine: int, tried: Tried) -> None:
        if mine == self._run:
            self._job, self.tried = None, tried
            self._view.show_report(tried)

    def _failed(self, mine: int, error: Exception) -> None:
        if mine != self._run:
            return
        self._job = None
        self._view.show_idle()
        if not isinstance(error, Cancelled):
            self._view.refuse(error)

    def _progressed(self, mine: int, done: int, total: int) -> None:
        if mine == self._run:
            self._view.show_progress(done, total)


def figure_rows(tried: Tried, currency: Currency) -> list[tuple[str, list[str]]]:
    """(what it is, its text for each scheme); what is nothing in all of them is left out."""
    outcomes = tried.report.outcomes
    rows = []
    for name, kind in _FIGURES:
        values = [_figure(outcome, name, kind) for outcome in outcomes]
        if any(values) or name in ("cost", "share", "liability_end"):
            rows.append((name, [_shown(value, kind, currency) for value in values]))
    moves = [
        (sum(t.upgrades for t in outcome.tiers), sum(t.downgrades for t in outcome.tiers))
        for outcome in outcomes
    ]
    if any(outcome.tiers for outcome in outcomes):
        rows.append(("moves", [f"{up:,} / {down:,}" for up, down in moves]))
    return rows


def tier_text(scheme: Scheme, outcome: Outcome, language: str) -> str:
    """Who would be in which tier at the end, as one line."""
    terms = scheme.tiers
    names = {} if terms is None else {tier.id: tier.name.said(language) for tier in terms.tiers}
    told = (f"{names.get(each.tier) or each.tier} {each.members_end:,}" for each in outcome.tiers)
    return " · ".join(told)


def month_labels(tried: Tried) -> list[str]:
    """The months, oldest first, as `2026-11`."""
    return [month.month for month in tried.report.outcomes[0].months]


def liabilities(outcome: Outcome) -> list[int]:
    """What the shop would owe at the end of each month, minor units."""
    return [month.liability_minor for month in outcome.months]


def _months_back(today: date, months: int) -> date | None:
    return months_later(today.replace(day=1), 1 - months) if months else None


def _figure(outcome: Outcome, name: str, kind: str) -> int:
    if kind == "share":
        revenue = outcome.revenue_minor
        return outcome.cost_minor * BASIS_POINTS // revenue if revenue else 0
    value: int = getattr(outcome, f"{name}_minor" if kind == "amount" else name)
    return value


def _shown(value: int, kind: str, currency: Currency) -> str:
    if kind == "share":
        return f"{rate(value)}%"
    return money(value, currency) if kind == "amount" else f"{value:,}"
