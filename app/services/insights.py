"""Where members stand: groups, stages and forecasts over the shop's own past."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from statistics import median_high
from typing import NamedTuple
from uuid import UUID

from app.models import insight as stored
from app.services.desk import Desk, audit
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.rules.insight import bgnbd, gamma_gamma
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.purchases import DAYS, History, history
from app.services.rules.insight.quadrants import Cross, Habit, Quadrant, cross
from app.services.rules.insight.rfm import RfmScore, RfmTerms, RfmValues, quintiles
from app.services.rules.insight.stages import (
    OWN_RHYTHM_VISITS,
    USUAL_RHYTHM_DAYS,
    Stage,
    StageTerms,
    gaps,
    rhythm,
    stage,
)

FORECAST_DAYS = 90


class Buyer(NamedTuple):
    """A member who has bought: what they left on each day, in minor units, oldest first."""

    member_id: UUID
    number: str
    days: tuple[tuple[date, int], ...]

    @property
    def dates(self) -> list[date]:
        """The days they bought on."""
        return [day for day, _ in self.days]

    @property
    def spend_minor(self) -> int:
        """What they left in all."""
        return sum(minor for _, minor in self.days)


class Scored(NamedTuple):
    """A member with the values and scores of recency, frequency and monetary value."""

    buyer: Buyer
    values: RfmValues
    score: RfmScore


class Placed(NamedTuple):
    """A member in a quadrant."""

    buyer: Buyer
    quadrant: Quadrant


class Staged(NamedTuple):
    """A member in a stage; `rhythm_days` is their own, else the shop's."""

    buyer: Buyer
    stage: Stage
    rhythm_days: int


class Forecast(NamedTuple):
    """What to expect of a member: `value_minor` in the next 90 days, as an estimate."""

    buyer: Buyer
    history: History
    alive: float
    expected: float
    value_minor: int


@dataclass(frozen=True, slots=True)
class Forecasts:
    """The models fitted to the shop, and what they say of each member.

    `visits` is None where nobody came back yet, `spend` where nobody paid on coming back.
    """

    as_of: date
    unit: str
    visits: BgNbd | None
    spend: GammaGamma | None
    members: tuple[Forecast, ...]


@dataclass(frozen=True, slots=True)
class Rfm:
    """Every member scored, and the bounds of the fifths; None in a shop without purchases."""

    as_of: date
    terms: RfmTerms | None
    members: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Every member placed, and where the lines cross; None in a shop without purchases."""

    as_of: date
    cross: Cross | None
    members: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Stages:
    """Every member's stage; `shop_days` is the shop's rhythm."""

    as_of: date
    shop_days: int
    members: tuple[Staged, ...]


class Insights:
    """Reads the past; changes nothing. Days after `as_of`, else today, do not count."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def buyers(self, as_of: date | None = None) -> Iterator[Buyer]:
        """Every member who has bought, by id."""
        until = as_of or self._desk.today()
        rows = stored.purchase_days(self._desk.database, until.isoformat())
        for (member_id, number), days in groupby(rows, itemgetter(0, 1)):
            bought = tuple((date.fromisoformat(day), minor) for _, _, day, minor in days)
            yield Buyer(UUID(bytes=member_id), number, bought)

    def rfm(self, as_of: date | None = None) -> Rfm:
        """Recency, frequency and monetary value by the shop's own fifths."""
        until = as_of or self._desk.today()
        values = [
            (buyer, RfmValues((until - buyer.days[-1][0]).days, len(buyer.days), buyer.spend_minor))
            for buyer in self.buyers(until)
        ]
        terms = quintiles([each for _, each in values])
        if terms is None:
            return Rfm(until, None, ())
        return Rfm(until, terms, tuple(Scored(b, v, terms.score(v)) for b, v in values))

    def quadrants(self, as_of: date | None = None) -> Quadrants:
        """How often members come by what they leave, parted at the shop's means."""
        until = as_of or self._desk.today()
        habits = [
            (buyer, Habit(len(buyer.days), buyer.spend_minor)) for buyer in self.buyers(until)
        ]
        lines = cross([habit for _, habit in habits])
        if lines is None:
            return Quadrants(until, None, ())
        return Quadrants(until, lines, tuple(Placed(b, lines.quadrant(h)) for b, h in habits))

    def stages(self, as_of: date | None = None, terms: StageTerms | None = None) -> Stages:
        """The stage of each member by their own rhythm, or by the owner's days."""
        until = as_of or self._desk.today()
        buyers = list(self.buyers(until))
        shop_days = _shop_rhythm(buyers)
        staged = (
            Staged(
                buyer,
                stage(buyer.dates, until, shop_days, terms),
                rhythm(buyer.dates, shop_days),
            )
            for buyer in buyers
        )
        return Stages(until, shop_days, tuple(staged))

    def forecast(self, as_of: date | None = None, unit: str = "week") -> Forecasts:
        """What each member will do in the next 90 days, by the two models; `unit` day or week."""
        until = as_of or self._desk.today()
        histories = [
            (buyer, known)
            for buyer in self.buyers(until)
            if (known := history(buyer.days, until, unit)) is not None
        ]
        visits = bgnbd.fit([known for _, known in histories])
        minor_per_unit = 10**self._desk.settings.money.digits
        spend = gamma_gamma.fit([known for _, known in histories], minor_per_unit)
        if visits is None:
            return Forecasts(until, unit, None, spend, ())
        told = partial(_forecast, visits, spend, FORECAST_DAYS / DAYS[unit], minor_per_unit)
        return Forecasts(until, unit, visits, spend, tuple(told(b, k) for b, k in histories))

    def write(self, path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
        """Write a table of members to a `.csv` or `.xlsx` file, whole or not at all.

        Returns its rows. Raises FieldInvalid (`output_type`), FileUnreadable.
        """
        suffix = suffix_of(path)
        check_target(path, self._desk.database.path)
        with partial_file(path) as partial:
            count = write_table(partial, suffix, columns, rows)
            self._desk.transaction(lambda: audit(self._desk, "export.insight", rows=count))
        return count


def _forecast(
    visits: BgNbd,
    spend: GammaGamma | None,
    ahead: float,
    minor_per_unit: int,
    buyer: Buyer,
    known: History,
) -> Forecast:
    expected = visits.expected(known, ahead)
    basket = 0.0
    if spend is not None:
        basket = spend.expected(known.repeats, known.mean_minor / minor_per_unit)
    value_minor = round(expected * basket * minor_per_unit)
    return Forecast(buyer, known, visits.alive(known), expected, value_minor)


def _shop_rhythm(buyers: Iterable[Buyer]) -> int:
    """The median rhythm of those who have one."""
    known = [rhythm(b.dates) for b in buyers if len(b.days) >= OWN_RHYTHM_VISITS]
    if known:
        return median_high(known)
    between = [gap for buyer in buyers for gap in gaps(buyer.dates)]
    return median_high(between) if between else USUAL_RHYTHM_DAYS


def group_sums(
    members: Iterable[tuple[Buyer, str]], order: Iterable[str]
) -> list[tuple[str, int, int]]:
    """(group, members, minor units spent) in the given order, empty groups too."""
    counts: Counter[str] = Counter()
    spends: Counter[str] = Counter()
    for buyer, name in members:
        counts[name] += 1
        spends[name] += buyer.spend_minor
    return [(name, counts[name], spends[name]) for name in order]
