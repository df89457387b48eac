"""Members of a shop parted into groups: by RFM, by quadrants, by stages; a place each."""

from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import compress

from app.models import insight as stored
from app.models.database import Database
from app.services.insight_members import Members, places_of
from app.services.rules.insight.columns import Calendar, pieces
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
from app.services.turns import give_way, politely


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
        counts, spent = [0] * len(self.names), [0] * len(self.names)
        only = [bytes(byte == place for byte in range(256)) for place in range(len(self.names))]
        for piece in pieces(len(self.places)):
            give_way()
            places = self.places[piece].tobytes()
            minor = self.members.spent_minor[piece].tolist()
            for place, table in enumerate(only):
                here = places.translate(table)
                counts[place] += here.count(1)
                spent[place] += sum(compress(minor, here))
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


# --- RFM ------------------------------------------------------------------------------


class _Scored(dict[tuple[int, int], int]):
    """The place of a member's group by their last day and visits: many share theirs."""

    def __init__(self, terms: RfmTerms, today: int) -> None:
        super().__init__()
        self._terms, self._today = terms, today
        self._places = {group: at for at, group in enumerate(RfmGroup)}

    def __missing__(self, key: tuple[int, int]) -> int:
        last, visits = key
        group = self._terms.score(RfmValues(self._today - last, visits, 0)).group
        place = self[key] = self._places[group]
        return place


def rfm_of(until: date, members: Members, own: RfmTerms | None) -> Rfm:
    """The groups by the owner's limits, else by fifths."""
    names, places, today = tuple(RfmGroup), array("b"), until.toordinal()
    away = array("i")
    for piece in pieces(len(members)):
        give_way()
        away.extend([today - day for day in members.last[piece]])
    terms = quintiles(away, members.visits, members.spent_minor, give_way)
    if terms is not None:
        terms = own or terms
        places = places_of(_Scored(terms, today), members.last, members.visits)
    return Rfm(Grouped(until, names, members, places), terms)


# --- quadrants --------------------------------------------------------------------------


class _Sides(dict[int, tuple[int, int, int]]):
    """By visits: what has to be spent to stand above, the place above, the place below."""

    def __init__(self, lines: Cross) -> None:
        super().__init__()
        self._lines = lines
        self._places = {quadrant: at for at, quadrant in enumerate(Quadrant)}

    def __missing__(self, visits: int) -> tuple[int, int, int]:
        least = self._lines.least_minor(visits)
        above, below = (
            self._places[self._lines.quadrant(Habit(visits, minor))] for minor in (least, least - 1)
        )
        sides = self[visits] = (least, above, below)
        return sides


def quadrants_of(until: date, members: Members) -> Quadrants:
    """The quadrants about the shop's means."""
    names, places = tuple(Quadrant), array("b")
    lines = cross(members.visits, members.spent_minor, give_way)
    if lines is not None:
        sides = _Sides(lines)
        for piece in pieces(len(members)):
            give_way()
            asked = map(sides.__getitem__, members.visits[piece])
            places.extend(
                [
                    above if minor >= least else below
                    for (least, above, below), minor in zip(
                        asked, members.spent_minor[piece], strict=True
                    )
                ]
            )
    return Quadrants(Grouped(until, names, members, places), lines)


# --- stages -----------------------------------------------------------------------------


# Stage and rhythm in one number: a pair for each of a million members would be looked through
# by the collector of garbage again and again, and everyone waits for that.
_PLACE = 1 << 32
_WAITS = 127


class _Staged(dict[str, int]):
    """The stage's place (times `_PLACE`) and the rhythm by the days a member came, as they are
    read.

    Who has no rhythm of their own is told of when the shop's is known: until then the place is
    `_WAITS`, and in the rhythm's stead stands which of the `waiting` it is. Few days are shared
    by many members, so those are told once.
    """

    def __init__(self, today: int, terms: StageTerms, calendar: Calendar) -> None:
        super().__init__()
        self._today, self._terms, self._calendar = today, terms, calendar
        self._places = {name: at for at, name in enumerate(Stage)}
        self._waiting: list[str] = []
        self.own: Counter[int] = Counter()

    def __missing__(self, text: str) -> int:
        days = self._calendar.all(text)
        if len(days) < OWN_RHYTHM_VISITS:
            told = self[text] = self._wait(text)
            return told
        usual = rhythm(days)
        self.own[usual] += 1
        # Whether they came back is asked of the days before the last; theirs are too few.
        away, silent = self._today - days[-1], self._terms.limits(usual)[0]
        if len(days) == OWN_RHYTHM_VISITS and away <= silent:
            return self._wait(text)
        return self._place(days, usual) * _PLACE + usual

    def _wait(self, text: str) -> int:
        self._waiting.append(text)
        return _WAITS * _PLACE + len(self._waiting) - 1

    def _place(self, days: list[int], usual: int, shop_days: int = USUAL_RHYTHM_DAYS) -> int:
        return self._places[stage(days, self._today, shop_days, self._terms, usual)]

    def waited(self, shop_days: int) -> "array[int]":
        """The same of those who waited."""
        told = array("q")
        for text in politely(self._waiting):
            days = self._calendar.all(text)
            usual = rhythm(days, shop_days)
            told.append(self._place(days, usual, shop_days) * _PLACE + usual)
        return told


def stages_of(database: Database, until: date, terms: StageTerms) -> Stages:
    """The stage of each member who came until then, to buy or to check in."""
    members, places, rhythms = Members(), array("b"), array("i")
    calendar = Calendar()
    known = _Staged(until.toordinal(), terms, calendar)
    for read in stored.visiting_days(database, until.isoformat()):
        give_way()
        members.add(read, calendar)
        told = [known[days] for days in read.days]
        places.extend([both // _PLACE for both in told])
        rhythms.extend([both % _PLACE for both in told])
    shop_days = _shop_rhythm(known.own, database, until, calendar)
    _tell(known.waited(shop_days), places, rhythms)
    return Stages(Grouped(until, tuple(Stage), members, places), rhythms, shop_days)


def _tell(told: "array[int]", places: "array[int]", rhythms: "array[int]") -> None:
    """Put what is told of those who waited where each stands."""
    for piece in pieces(len(places)):
        give_way()
        both = [
            told[days] if place == _WAITS else place * _PLACE + days
            for place, days in zip(places[piece], rhythms[piece], strict=True)
        ]
        places[piece] = array("b", [each // _PLACE for each in both])
        rhythms[piece] = array("i", [each % _PLACE for each in both])


def _shop_rhythm(own: Counter[int], database: Database, until: date, calendar: Calendar) -> int:
    """The median rhythm of those who have one of their own, else of all gaps."""
    between: Counter[int] = Counter()
    if not own:
        for read in stored.visiting_days(database, until.isoformat(), OWN_RHYTHM_VISITS - 1):
            between.update(gap for days in read.days for gap in gaps(calendar.all(days)))
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
