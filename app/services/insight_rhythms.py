"""How often members come, told in bands of days."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.insights import Stages
from app.services.rules.insight.stages import OWN_RHYTHM_VISITS, StageTerms

# A band ends at each of these days; the last has no end.
RHYTHM_DAYS = (3, 7, 14, 21, 30, 45, 60, 90)


@dataclass(frozen=True, slots=True)
class Rhythms:
    """The stages of a shop, and how many members come about every so many days.

    `bands` counts those who have a rhythm of their own, one more band than `RHYTHM_DAYS`.
    """

    stages: Stages
    terms: StageTerms
    bands: tuple[int, ...]

    @property
    def with_own(self) -> int:
        """How many have a rhythm of their own."""
        return sum(self.bands)


def rhythms(stages: Stages, terms: StageTerms) -> Rhythms:
    """The bands of a shop."""
    members = stages.grouped.members
    own = [
        days
        for days, visits in zip(stages.rhythms, members.visits, strict=True)
        if visits >= OWN_RHYTHM_VISITS
    ]
    return Rhythms(stages, terms, banded(own, RHYTHM_DAYS))


def banded(values: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """How many values lie up to each end, and how many past the last."""
    counts = [0] * (len(ends) + 1)
    for value in values:
        counts[next((at for at, end in enumerate(ends) if value <= end), len(ends))] += 1
    return tuple(counts)
