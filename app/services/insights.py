"""Where members stand: groups, stages and forecasts over the shop's own past."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from app.models.database import Database
from app.services.desk import Desk, audit
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.insight_members import Members, numbers, read_days, read_sums
from app.services.rules.insight import bgnbd, gamma_gamma
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.purchases import DAYS, History, history
from app.services.rules.insight.quadrants import Cross, Habit, Quadrant, cross
from app.services.rules.insight.rfm import RfmGroup, RfmTerms, RfmValues, quintiles
from app.services.rules.insight.stages import (
    OWN_RHYTHM_VISITS,
    USUAL_RHYTHM_DAYS,
    Stage,
    StageTerms,
    gaps,
    rhythm,
    stage,
)
from app.services.rules.powers import Power

T = TypeVar("T")
FORECAST_DAYS = 90
# A fit over more tells nothing new: the fifth digit of its parameters.
FITTED_AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class GroupSum:
    """One group: how many members, and what they spent in all, in minor units."""

    name: str
    members: int
    spent_minor: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """The members of a shop parted into groups, as of a day.

    `names` are all groups there are, in the order in which they are told; `places` gives each
    member's by its place there, in the order of `members`.
    """

    as_of: date
    names: tuple[str, ...]
    members: Members
    places: "array[int]"

    def sums(self) -> tuple[GroupSum, ...]:
        """Every group, empty ones too."""
        counts, spent = Counter(self.places), [0] * len(self.names)
        for place, minor in zip(self.places, self.members.spent_minor, strict=True):
            spent[place] += minor
        return tuple(GroupSum(n, counts[i], spent[i]) for i, n in enumerate(self.names))


@dataclass(frozen=True, slots=True)
class Rfm:
    """Members by recency, frequency and spend; without `terms` nobody has bought anything."""

    grouped: Grouped
    terms: RfmTerms | None

    def values(self, at: int) -> RfmValues:
        """What the member at a place is scored on."""
        members = self.grouped.members
        away = self.grouped.as_of.toordinal() - members.last[at]
        return RfmValues(away, members.visits[at], members.spent_minor[at])


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Members by how often and how much at a time; without a `cross` nobody has bought."""

    grouped: Grouped
    cross: Cross | None


@dataclass(frozen=True, slots=True)
class Stages:
    """Members by stage, each with their rhythm in days; `shop_days` is that of the shop."""

    grouped: Grouped
    rhythms: "array[int]"
    shop_days: int


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
        basket = 0.0
        if self.spend is not None:
            basket = self.spend.expected(known.repeats, known.mean_minor / self.minor_per_unit)
        value_minor = round(expected * basket * self.minor_per_unit)
        return Forecast(seq, known, self.visits.alive(known), expected, value_minor)


class Insights:
    """Reads the past; changes nothing. Days after `as_of`, else today, do not count."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rfm(self, as_of: date | None = None) -> Rfm:
        """Recency, frequency and spend by the owner's limits, else by the shop's own fifths."""
        until, members = self._sums(as_of)
        names, places, today = tuple(RfmGroup), array("b"), until.toordinal()
        away = [today - day for day in members.last]
        terms = quintiles(away, members.visits, members.spent_minor)
        if terms is not None:
            terms = self._desk.settings.rfm_terms or terms
        if terms is not None:
            place = {
                (days, visits): names.index(terms.score(RfmValues(days, visits, 0)).group)
                for days, visits in set(zip(away, members.visits, strict=True))
            }
            places.extend(map(place.__getitem__, zip(away, members.visits, strict=True)))
        return Rfm(Grouped(until, names, members, places), terms)

    def quadrants(self, as_of: date | None = None) -> Quadrants:
        """How often members come by what they leave, parted at the shop's means."""
        until, members = self._sums(as_of)
        names, places = tuple(Quadrant), array("b")
        lines = cross(members.visits, members.spent_minor)
        if lines is not None:
            place = {name: at for at, name in enumerate(names)}
            habits = map(Habit, members.visits, members.spent_minor)
            places.extend(place[lines.quadrant(habit)] for habit in habits)
        return Quadrants(Grouped(until, names, members, places), lines)

    def stages(self, as_of: date | None = None, terms: StageTerms | None = None) -> Stages:
        """The stage of each member by their own rhythm, or by the owner's days.

        Without `terms` by those of the settings.
        """
        until = as_of or self._desk.today()
        limits = terms or self._desk.settings.stage_terms
        return self._reading(lambda database: _staged(database, until, limits))

    def models(self, as_of: date | None = None, unit: str = "week") -> Models:
        """The two models fitted to the shop; `unit` is day or week."""
        until = as_of or self._desk.today()
        known = self._reading(lambda database: list(_histories(database, until, unit)))
        # Evenly from all: members stand in the order in which they joined.
        fitted = [each for _, each in known[:: -(-len(known) // FITTED_AT_MOST) or 1]]
        minor = self._desk.settings.money.unit_minor
        spend = gamma_gamma.fit(fitted, minor)
        return Models(until, unit, bgnbd.fit(fitted), spend, len(known), minor)

    def forecasts(self, models: Models) -> Iterator[Forecast]:
        """What the models say of each member, one at a time."""
        for seq, known in _histories(self._desk.database, models.as_of, models.unit):
            told = models.of(seq, known)
            if told is not None:
                yield told

    def numbers(self, seqs: Iterable[int]) -> Iterator[str]:
        """The member numbers of these, in their order."""
        return numbers(self._desk.database, seqs)

    def write(self, path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
        """Write a table of members to a `.csv` or `.xlsx` file, whole or not at all.

        Returns its rows. Raises FieldInvalid (`output_type`), FileUnreadable, NeedsApproval.
        """
        suffix = suffix_of(path)
        check_target(path, self._desk.database.path)
        self._desk.require(Power.MEMBERS_EXPORT)
        with partial_file(path) as partial:
            count = write_table(partial, suffix, columns, rows)
            # People's data leaves the shop: who took it, and when, is never forgotten.
            self._desk.transaction(lambda: audit(self._desk, "export.insight", rows=count))
        return count

    def _sums(self, as_of: date | None) -> tuple[date, Members]:
        until = as_of or self._desk.today()
        return until, self._reading(lambda database: read_sums(database, until))

    def _reading(self, work: Callable[[Database], T]) -> T:
        database = self._desk.database
        return database.read_transaction(lambda: work(database))


def _histories(database: Database, until: date, unit: str) -> Iterator[tuple[int, History]]:
    day = until.toordinal()
    for seq, days, spent in read_days(database, until):
        known = history(days, spent, day, unit)
        if known is not None:
            yield seq, known


def _staged(database: Database, until: date, terms: StageTerms) -> Stages:
    """Two readings: the shop's rhythm is known only when all have been seen."""
    members, places, rhythms = Members(), array("b"), array("q")
    shop_days, today = _shop_rhythm(database, until), until.toordinal()
    names = tuple(Stage)
    place = {name: at for at, name in enumerate(names)}
    for seq, days, spent in read_days(database, until):
        members.add(seq, len(days), days[-1], sum(spent))
        places.append(place[stage(days, today, shop_days, terms)])
        rhythms.append(rhythm(days, shop_days))
    return Stages(Grouped(until, names, members, places), rhythms, shop_days)


def _shop_rhythm(database: Database, until: date) -> int:
    """The median rhythm of those who have one of their own, else of all gaps."""
    own: Counter[int] = Counter()
    between: Counter[int] = Counter()
    for _, days, _ in read_days(database, until):
        if len(days) >= OWN_RHYTHM_VISITS:
            own[rhythm(days)] += 1
        else:
            between.update(gaps(days))
    known = own or between
    return middle(known) if known else USUAL_RHYTHM_DAYS


def middle(counts: Counter[int]) -> int:
    """The median of counted values, the higher of two."""
    half = sum(counts.values()) // 2
    seen = 0
    for value in sorted(counts):
        seen += counts[value]
        if seen > half:
            return value
    raise ValueError("nothing was counted")
