"""Recency, frequency, monetary value: every member scored 1 to 5 on each, and named by them.

Quintiles: a score counts how many of the four values that part the shop's members into fifths
lie below the member's own, plus one. Members of one value therefore always share a score, even
where that leaves a fifth empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.services.rules.insight.columns import Turn, at_ranks, no_turn

FIFTHS = 5
# Of fewer members a fifth is one or two, and those who came alike all stand in the lowest.
LEAST_FOR_FIFTHS = 25
Bounds = tuple[int, int, int, int]


class RfmGroup(StrEnum):
    """Where a member stands by recency and frequency."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    PROMISING = "promising"
    NEW = "new"
    ATTENTION = "attention"
    DROWSY = "drowsy"
    AT_RISK = "at_risk"
    CANNOT_LOSE = "cannot_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


# By recency (rows, 1 = longest ago) and frequency (columns, 1 = fewest visits).
_G = RfmGroup
GRID = (
    (_G.LOST, _G.HIBERNATING, _G.AT_RISK, _G.AT_RISK, _G.CANNOT_LOSE),
    (_G.HIBERNATING, _G.HIBERNATING, _G.AT_RISK, _G.AT_RISK, _G.CANNOT_LOSE),
    (_G.DROWSY, _G.DROWSY, _G.ATTENTION, _G.LOYAL, _G.LOYAL),
    (_G.PROMISING, _G.PROMISING, _G.PROMISING, _G.LOYAL, _G.CHAMPIONS),
    (_G.NEW, _G.PROMISING, _G.PROMISING, _G.CHAMPIONS, _G.CHAMPIONS),
)


class RfmValues(NamedTuple):
    """What a member is scored on: days since the last visit, visits, minor units spent."""

    recency_days: int
    frequency: int
    monetary_minor: int


class RfmScore(NamedTuple):
    """Scores from 1 to 5; 5 is the best fifth, so the most recent in `r`."""

    r: int
    f: int
    m: int

    @property
    def group(self) -> RfmGroup:
        """What the scores are called."""
        return GRID[self.r - 1][self.f - 1]


@dataclass(frozen=True, slots=True)
class RfmTerms:
    """The four values that part the fifths of each measure, ascending.

    Those of recency are days since the last visit: fewer is better.
    """

    recency_days: Bounds
    frequency: Bounds
    monetary_minor: Bounds

    def score(self, values: RfmValues) -> RfmScore:
        """The scores of one member."""
        return RfmScore(
            FIFTHS - _above(values.recency_days, self.recency_days, reach=True),
            1 + _above(values.frequency, self.frequency),
            1 + _above(values.monetary_minor, self.monetary_minor),
        )


def quintiles(
    recency_days: Sequence[int],
    frequency: Sequence[int],
    monetary_minor: Sequence[int],
    turn: Turn = no_turn,
) -> RfmTerms | None:
    """The terms that part a shop's members into fifths, a column each; None without members."""
    if not recency_days:
        return None
    return RfmTerms(
        _far_bounds(recency_days, turn), _bounds(frequency, turn), _bounds(monetary_minor, turn)
    )


def _bounds(values: Sequence[int], turn: Turn) -> Bounds:
    """The highest value of each of the four lower fifths."""
    first, second, third, fourth = at_ranks(
        values, [-(-len(values) * fifth // FIFTHS) - 1 for fifth in range(1, FIFTHS)], turn
    )
    return first, second, third, fourth


def _far_bounds(days: Sequence[int], turn: Turn) -> Bounds:
    """The same where fewer is better: the lowest value of each of the four worse fifths."""
    fourth, third, second, first = at_ranks(
        days, [len(days) - -(-len(days) * fifth // FIFTHS) for fifth in range(1, FIFTHS)], turn
    )
    return first, second, third, fourth


def _above(value: int, bounds: Bounds, *, reach: bool = False) -> int:
    """How many bounds lie below the value, or at it where `reach`."""
    return sum(value > bound or (reach and value == bound) for bound in bounds)
