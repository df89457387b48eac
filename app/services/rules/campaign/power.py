"""How many people it takes to see a given effect. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

# 95 % confidence on both sides, and four chances in five to see what is there.
_REACH = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)
WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class PeopleNeeded:
    """What a campaign of this size can show, with 95 % confidence and 80 % power.

    `effect` is what is hoped for: added visits per person over the campaign's days; `usual` what
    people make in as many days without it. `needed` people in all (reached and held out) show
    `effect`; None where nothing is known to reckon with, or nobody is held out. `smallest` is
    the least effect that `people` can show.
    """

    people: int
    usual: float
    effect: float
    needed: int | None
    smallest: float | None

    @property
    def enough(self) -> bool:
        """Whether there are as many as needed."""
        return self.needed is not None and self.people >= self.needed


@dataclass(frozen=True, slots=True)
class Habit:
    """What people do by themselves in as many days as a campaign lasts: the mean, and how far
    they lie from what their own past tells (its standard deviation)."""

    mean: float
    spread: float


def habit(pairs: Sequence[tuple[float, float]]) -> Habit:
    """Of (visits long before, visits in the days just before) of each person."""
    if not pairs:
        return Habit(0.0, 0.0)
    count = len(pairs)
    was = sum(before for before, _ in pairs) / count
    now = sum(after for _, after in pairs) / count
    along = sum((before - was) ** 2 for before, _ in pairs)
    across = sum((before - was) * (after - now) for before, after in pairs)
    apart = sum((after - now) ** 2 for _, after in pairs)
    rest = apart - across * across / along if along else apart
    return Habit(now, sqrt(max(0.0, rest) / max(1, count - 1)))


def people_needed(known: Habit, people: int, holdout_bp: int, effect_bp: int) -> PeopleNeeded:
    """What `people` can show, and how many show an effect of `effect_bp` of the usual visits."""
    share = holdout_bp / WHOLE_BP
    effect = known.mean * effect_bp / WHOLE_BP
    both = share * (1 - share)
    if not both or not known.spread:
        return PeopleNeeded(people, known.mean, effect, None, None)
    smallest = _REACH * known.spread / sqrt(people * both) if people else None
    needed = ceil((_REACH * known.spread / effect) ** 2 / both) if effect else None
    return PeopleNeeded(people, known.mean, effect, needed, smallest)
