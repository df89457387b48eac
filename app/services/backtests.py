"""Backtests: a scheme tried on the shop's own past. Nothing in the shop changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.errors import FieldInvalid
from app.models import past_sales as stored
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.exchange.pace import Pace
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.past_sales import PastSales
from app.services.progress import Progress, StopAsked, never, silent
from app.services.rules.backtest import Assumed, Backtest, Outcome, assumed_plan
from app.services.rules.money import plain_money
from app.services.rules.months import ONE_DAY, months_later, year_end
from app.services.rules.scheme import Scheme

__all__ = ["BacktestAsked", "BacktestReport", "Backtests"]

_MONTHS = (
    Column("month"),
    Column("sales", number=True),
    Column("revenue", number=True),
    Column("points_earned", number=True),
    Column("points_burned", number=True),
    Column("points_expired", number=True),
    Column("discount", number=True),
    Column("reward_cost", number=True),
    Column("fees", number=True),
    Column("liability", number=True),
)


@dataclass(frozen=True, slots=True)
class BacktestAsked:
    """Which business days, and what is assumed.

    Without `last` it ends with the month of the last sale, or today where that is earlier.
    `members_file` is written with how each member ends.
    """

    first: date | None = None
    last: date | None = None
    assumed: Assumed = field(default_factory=Assumed)
    members_file: Path | None = None


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """What each scheme comes to over the same sales; the days are None where there were none."""

    first_day: date | None
    last_day: date | None
    outcomes: tuple[Outcome, ...]


class Backtests:
    """Runs schemes over the stored sales, all of one moment and in one pass."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(
        self,
        schemes: Sequence[Scheme],
        asked: BacktestAsked | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> BacktestReport:
        """Try each scheme; the members' file is the first one's. Progress counts sales.

        Raises FieldInvalid, FileUnreadable, Cancelled.
        """
        wanted = asked or BacktestAsked()
        if wanted.first and wanted.last and wanted.last < wanted.first:
            raise FieldInvalid("to", "before_first", wanted.last.isoformat())
        if wanted.members_file is not None:
            self.check_file(wanted.members_file)
        backtests = [
            Backtest(scheme, self._desk.terms, assumed)
            for scheme, assumed in zip(schemes, _assumed_for(schemes, wanted.assumed), strict=True)
        ]
        return self._desk.database.read_transaction(
            lambda: self._run(backtests, wanted, progress, cancelled)
        )

    def check_file(self, path: Path) -> None:
        """Refuse a file that could not be written, before the work.

        Raises FileUnreadable.
        """
        suffix_of(path)
        check_target(path, self._desk.database.path)

    def write_months(self, outcome: Outcome, path: Path) -> int:
        """Write the months as a `.csv` or `.xlsx` file; returns its rows.

        Raises FieldInvalid, FileUnreadable.
        """
        self.check_file(path)
        columns = (*_MONTHS, *(Column(tier.tier, number=True) for tier in outcome.tiers))
        with partial_file(path) as partial:
            return write_table(partial, suffix_of(path), columns, self._months(outcome))

    def _run(
        self,
        backtests: Sequence[Backtest],
        asked: BacktestAsked,
        progress: Progress,
        cancelled: StopAsked,
    ) -> BacktestReport:
        database = self._desk.database
        first = stored.FIRST_DAY if asked.first is None else asked.first.isoformat()
        last = stored.LAST_DAY if asked.last is None else asked.last.isoformat()
        with as_written(database):
            count, first_sold, last_sold = stored.past_span(database, first, last)
            pace = Pace(progress, cancelled, count)
            for sale in PastSales(self._desk).each(first, last):
                for backtest in backtests:
                    backtest.add(sale)
                pace.step()
            first_day = None if first_sold is None else date.fromisoformat(first_sold)
            end = self._last_day(asked.last, last_sold)
        outcomes = tuple(backtest.outcome(end) for backtest in backtests)
        if asked.members_file is not None:
            self._write_members(asked.members_file, backtests[0], (first_day or end, end))
        pace.close()
        return BacktestReport(first_day, None if first_day is None else end, outcomes)

    def _last_day(self, asked: date | None, last_sold: str | None) -> date:
        """The evening the backtest ends on: never before the last sale."""
        if asked is not None or last_sold is None:
            return asked or self._desk.today()
        sold = date.fromisoformat(last_sold)
        month_end = months_later(sold.replace(day=1), 1) - ONE_DAY
        return max(sold, min(month_end, self._desk.today()))

    # --- tables ---------------------------------------------------------------

    def _months(self, outcome: Outcome) -> Iterator[Sequence[str]]:
        for month in outcome.months:
            yield (
                month.month,
                str(month.sales),
                self._money(month.revenue_minor),
                str(month.points_earned),
                str(month.points_burned),
                str(month.points_expired),
                self._money(month.discount_minor),
                self._money(month.reward_cost_minor),
                self._money(month.fees_minor),
                self._money(month.liability_minor),
                *(str(members) for _, members in month.tiers),
            )

    def _write_members(self, path: Path, backtest: Backtest, span: tuple[date, date]) -> None:
        first, last = span
        ended = last.year + (last == year_end(last))
        years = range(first.year, ended)
        names = ("number", "spent", "points", "tier", *(f"tier_{year}" for year in years))
        columns = [Column(name, name in ("spent", "points")) for name in names]
        with partial_file(path) as partial:
            write_table(partial, suffix_of(path), columns, self._members(backtest, years))

    def _members(self, backtest: Backtest, years: range) -> Iterator[Sequence[str]]:
        for member_id, number in stored.member_numbers(self._desk.database):
            figures = backtest.member(member_id)
            if figures is not None:
                tiers = dict(figures.tier_by_year)
                yield (
                    number,
                    self._money(figures.spent_minor),
                    str(figures.points),
                    figures.tier,
                    *(tiers.get(year, "") for year in years),
                )

    def _money(self, minor: int) -> str:
        return plain_money(minor, self._desk.settings.money)


def _assumed_for(schemes: Sequence[Scheme], assumed: Assumed) -> list[Assumed]:
    """The assumptions of each scheme: one that lacks the plan named keeps to its cheapest.

    Raises FieldInvalid where none has it.
    """
    has = [assumed_plan(scheme, assumed) is not None for scheme in schemes]
    if assumed.plan and not any(has):
        raise FieldInvalid("assume_plan", "no_such_plan", assumed.plan)
    return [assumed if found else replace(assumed, plan="") for found in has]
