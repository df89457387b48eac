"""The four quadrants (四象限): how often members come, by what they leave each time.

The cross stands at the shop's means of both. A member on a line counts as above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.services.rules.insight.columns import Turn, no_turn, total


class Quadrant(StrEnum):
    """Often or seldom, much or little at a time."""

    OFTEN_MUCH = "often_much"
    OFTEN_LITTLE = "often_little"
    SELDOM_MUCH = "seldom_much"
    SELDOM_LITTLE = "seldom_little"


class Habit(NamedTuple):
    """How often a member came, and what they spent in all, in minor units."""

    visits: int
    spend_minor: int


@dataclass(frozen=True, slots=True)
class Cross:
    """Where the lines stand, as the sums they are the means of.

    One lies at `visits` / `members`, the other at `spend_minor` / `visits`.
    """

    members: int
    visits: int
    spend_minor: int

    def quadrant(self, habit: Habit) -> Quadrant:
        """Where a member with at least one visit stands; exact, nothing is divided."""
        often = habit.visits * self.members >= self.visits
        much = habit.spend_minor * self.visits >= self.spend_minor * habit.visits
        if often:
            return Quadrant.OFTEN_MUCH if much else Quadrant.OFTEN_LITTLE
        return Quadrant.SELDOM_MUCH if much else Quadrant.SELDOM_LITTLE

    def least_minor(self, visits: int) -> int:
        """What a member with so many visits has to have spent in all to stand above."""
        return -(-self.spend_minor * visits // self.visits)


def cross(visits: Sequence[int], spend_minor: Sequence[int], turn: Turn = no_turn) -> Cross | None:
    """The means of a shop's members, a column each; None without a visit."""
    came = total(visits, turn)
    return Cross(len(visits), came, total(spend_minor, turn)) if came else None
