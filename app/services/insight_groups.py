"""Members of a shop parted into groups, a place each: by RFM, by quadrants."""

from array import array
from dataclasses import dataclass
from datetime import date
from itertools import compress

from app.services.insight_members import Members, places_of
from app.services.rules.insight.columns import pieces
from app.services.rules.insight.quadrants import Cross, Habit, Quadrant, cross
from app.services.rules.insight.rfm import RfmGroup, RfmTerms, RfmValues, quintiles
from app.services.turns import give_way


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
        away.fromlist([today - day for day in members.last[piece]])
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
            places.fromlist(
                [
                    above if minor >= least else below
                    for (least, above, below), minor in zip(
                        asked, members.spent_minor[piece], strict=True
                    )
                ]
            )
    return Quadrants(Grouped(until, names, members, places), lines)
