"""Where members stand: groups, stages and forecasts over the shop's own past."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from uuid import UUID

from app.models import insight as stored
from app.models.database import Database
from app.models.insight import Span
from app.services.chances import FORECAST_DAYS, told_alike
from app.services.desk import Desk, audit
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.insight_groups import (
    Grouped,
    GroupSum,
    Quadrants,
    Rfm,
    quadrants_of,
    rfm_of,
)
from app.services.insight_members import Members, numbers, read_members
from app.services.insight_pasts import KeptPasts, Pasts, pasts_now, read_pasts, stored_pasts
from app.services.insight_stages import Stages, stages_of
from app.services.rules.insight import bgnbd, gamma_gamma
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.columns import Turn, whole
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.purchases import DAYS, History
from app.services.rules.insight.stages import StageTerms
from app.services.rules.powers import Power
from app.services.turns import give_way, politely

if TYPE_CHECKING:
    from app.services.kept_forecasts import ForecastsToday
    from app.services.member_measures import MemberMeasures

__all__ = ["Forecast", "GroupSum", "Grouped", "Insights", "Models", "Quadrants", "Rfm", "Stages"]

T = TypeVar("T")
# A fit over more tells nothing new: the fifth digit of its parameters.
FITTED_AT_MOST = 50_000


class Forecast(NamedTuple):
    """What to expect of a member in the next 90 days; `value_minor` is an estimate."""

    seq: int
    history: History
    alive: float
    expected: float
    value_minor: int


@dataclass(frozen=True, slots=True)
class Models:
    """The two models fitted to the shop, and how many members have bought.

    `visits` is None where nobody came back yet, `spend` where nobody paid on coming back.
    """

    as_of: date
    unit: str
    visits: BgNbd | None
    spend: GammaGamma | None
    members: int
    minor_per_unit: int

    def of(self, seq: int, known: History) -> Forecast | None:
        """What they say of one member."""
        if self.visits is None:
            return None
        expected = self.visits.expected(known, FORECAST_DAYS / DAYS[self.unit])
        value_minor = self.value_minor(known, expected)
        return Forecast(seq, known, self.visits.alive(known), expected, value_minor)

    def value_minor(self, known: History, expected: float) -> int:
        """What so many expected visits of a member will come to."""
        if self.spend is None:
            return 0
        basket = self.spend.expected(known.repeats, known.mean_minor / self.minor_per_unit)
        return whole(expected * basket * self.minor_per_unit)


class _Kept(NamedTuple):
    """What was reckoned as of a day, while the file is as its mark says."""

    of: Hashable
    answers: dict[Hashable, Any]


class Insights:
    """Reads the past; changes nothing. Days after `as_of`, else today, do not count.

    What was asked of a day is told again without being reckoned again, until somebody buys,
    checks in, claims, brings back or is merged. Groups and forecasts are of purchases, stages of
    visits: purchases and check-ins. With `only` the shop is the members between such short keys,
    in their order.
    """

    def __init__(self, desk: Desk, only: Sequence[Span] | None = None) -> None:
        self._desk = desk
        self._only = only
        self._kept = _Kept(None, {})
        self._pasts: KeptPasts | None = None

    def rfm(self, as_of: date | None = None) -> Rfm:
        """Recency, frequency and spend by the owner's limits, else by the shop's own fifths."""
        own = self._desk.settings.rfm_terms
        return self.kept(("rfm", own), as_of, lambda at: rfm_of(at, self._members(at), own))

    def quadrants(self, as_of: date | None = None) -> Quadrants:
        """How often members come by what they leave, parted at the shop's means."""
        return self.kept("quadrants", as_of, lambda at: quadrants_of(at, self._members(at)))

    def stages(self, as_of: date | None = None, terms: StageTerms | None = None) -> Stages:
        """The stage of each member by their own rhythm, or by the owner's days.

        Without `terms` by those of the settings.
        """
        limits = terms or self._desk.settings.stage_terms
        return self.kept(("stages", limits), as_of, lambda at: self._staged(at, limits))

    def models(
        self,
        as_of: date | None = None,
        unit: str = "week",
        fitted: int = FITTED_AT_MOST,
        turn: Turn = give_way,
    ) -> Models:
        """The two models fitted to the shop, to `fitted` members at most; `unit` is day or week."""
        until = as_of or self._desk.today()
        day, minor = until.toordinal(), self._desk.settings.money.unit_minor
        pasts = self.pasts(until)
        # Evenly from all: members stand in the order in which they joined.
        every = -(-len(pasts) // fitted) or 1
        known = [pasts.history(at, day, unit) for at in range(0, len(pasts), every)]
        spend = gamma_gamma.fit(known, minor, turn)
        return Models(until, unit, bgnbd.fit(known, turn), spend, len(pasts), minor)

    def forecasts(self, models: Models) -> Iterator[Forecast]:
        """What the models say of each member, one at a time."""
        if models.visits is None:
            return
        pasts, until = self.pasts(models.as_of), models.as_of.toordinal()
        alike = told_alike(models, pasts, exact=True)
        for at, group in enumerate(politely(alike.groups)):
            known, expected = pasts.history(at, until, models.unit), alike.expected[group]
            value_minor = models.value_minor(known, expected)
            yield Forecast(pasts.seqs[at], known, alike.alive[group], expected, value_minor)

    @cached_property
    def today(self) -> "ForecastsToday":
        """What lists and members' pages tell of the future."""
        from app.services.kept_forecasts import ForecastsToday

        return ForecastsToday(self._desk, self)

    def of_member(self, member_id: UUID, as_of: date | None = None) -> "MemberMeasures":
        """The measures of one member, read by indexes: fast in a shop of any size."""
        from app.services.member_measures import read_measures

        return self._reading(lambda _database: read_measures(self._desk, member_id, as_of))

    def numbers(self, seqs: Iterable[int]) -> Iterator[str]:
        """The member numbers of these, in their order."""
        return numbers(self._desk.database, seqs)

    def write(self, path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
        """Write a table of members to a `.csv` or `.xlsx` file, whole or not at all.

        Returns its rows. Raises FileUnreadable, NeedsApproval.
        """
        suffix = suffix_of(path)
        check_target(path, self._desk.database.path)
        self._desk.require(Power.MEMBERS_EXPORT)
        with partial_file(path) as partial:
            count = write_table(partial, suffix, columns, rows)
            # People's data leaves the shop: who took it, and when, is never forgotten.
            self._desk.transaction(lambda: audit(self._desk, "export.insight", rows=count))
        return count

    def kept(self, name: Hashable, as_of: date | None, make: Callable[[date], T]) -> T:
        """An answer of this name as of a day, else today, from what is kept or made now."""
        until = as_of or self._desk.today()

        def answer(database: Database) -> T:
            of, kept = (until, stored.mark(database)), self._kept
            if kept.of != of:
                kept = self._kept = _Kept(of, {})
            if name not in kept.answers:
                kept.answers[name] = make(until)
            found: T = kept.answers[name]
            return found

        return self._reading(answer)

    def pasts(self, as_of: date | None = None) -> Pasts:
        """What the forecasts look at, of all who bought: of today read anew only of those who
        bought since it was asked for before."""
        today = self._desk.today()
        until = as_of or today

        def now(database: Database) -> Pasts:
            if until != today or self._only is not None:
                return self.kept("pasts", until, lambda at: read_pasts(database, at, self._only))
            before = self._pasts or stored_pasts(database, until)
            self._pasts = pasts_now(database, until, before)
            return self._pasts.pasts

        return self._reading(now)

    def _members(self, until: date) -> Members:
        return self.kept("members", until, self._read_members)

    def _read_members(self, until: date) -> Members:
        return read_members(self._desk.database, until, self._only)

    def _staged(self, until: date, limits: StageTerms) -> Stages:
        """The stages, and the members with them where nobody has asked for those yet and all who
        came have bought."""
        found = stages_of(self._desk.database, until, limits, self._only)
        if stored.has_check_ins(self._desk.database):
            return found
        members = self.kept("members", until, lambda _: found.grouped.members)
        return replace(found, grouped=replace(found.grouped, members=members))

    def _reading(self, work: Callable[[Database], T]) -> T:
        database = self._desk.database
        return database.read_transaction(lambda: work(database))
