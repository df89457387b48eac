"""How likely members still come, told of those who came alike at once."""

from array import array
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.services.insight_pasts import Pasts
from app.services.rules.insight.columns import pieces
from app.services.rules.insight.pasts import Spans, span_of
from app.services.rules.insight.purchases import DAYS, History
from app.services.turns import give_way

if TYPE_CHECKING:
    from app.services.insights import Models

FORECAST_DAYS = 90
# A fit to more moves no figure that is shown, and takes minutes.
FITTED_FOR_LISTS = 5_000
EXACT_AT_MOST = 50_000
# So few that what is told of them takes a millisecond.
AT_ONCE = 2_048


class Chance(StrEnum):
    """How likely it is that a member still comes; who came once only cannot be told."""

    SURE = "sure"  # 80 % or more
    LIKELY = "likely"  # 50 % or more
    DOUBTFUL = "doubtful"  # 20 % or more
    UNLIKELY = "unlikely"
    ONCE = "once"

    @classmethod
    def of(cls, repeats: int, alive: float) -> "Chance":
        """The chance of one member, by how often they came back."""
        if not repeats:
            return cls.ONCE
        if alive >= 0.8:
            return cls.SURE
        if alive >= 0.5:
            return cls.LIKELY
        return cls.DOUBTFUL if alive >= 0.2 else cls.UNLIKELY


@dataclass(frozen=True, slots=True)
class Alike:
    """Members told together, for whoever came alike is told the same.

    `groups` is the group of each member, in the order of `pasts`. Of each group: how often its
    members came back, the probability that they still come, and how many visits to expect of each
    in the next 90 days.
    """

    models: "Models"
    pasts: Pasts
    groups: "array[int]"
    repeats: "array[int]"
    alive: "array[float]"
    expected: "array[float]"


def told_alike(models: "Models", pasts: Pasts, *, exact: bool = False) -> Alike:
    """All members, as of the day of the models, which must know visits.

    In a large shop alike is to the week, unless it is to be `exact`: an estimate of 90 days does
    not turn on a day, and a million members are told in a second.
    """
    unit = DAYS[models.unit]
    rounded = models.members > EXACT_AT_MOST and not exact
    spans = Spans(models.as_of.toordinal(), unit if rounded else 1)
    groups, places = _Groups(models, 1 if rounded else unit), array("i")
    for piece in pieces(len(pasts), AT_ONCE):
        give_way()
        told = spans.of(pasts.days[piece], pasts.firsts[piece], pasts.lasts[piece])
        places.extend(map(groups.__getitem__, told))
    return Alike(models, pasts, places, groups.repeats, groups.alive, groups.expected)


class _Groups(dict[int, int]):
    """The group of a span, so many of whose steps are one unit of the models."""

    def __init__(self, models: "Models", steps: int) -> None:
        super().__init__()
        assert models.visits is not None, "a shop without a model tells nothing"
        self._model, self._steps = models.visits, steps
        self._ahead = FORECAST_DAYS / DAYS[models.unit]
        self.repeats, self.alive, self.expected = array("i"), array("d"), array("d")
        # What is expected of who still comes hangs on repeats and age alone.
        self._of_alive: dict[tuple[int, float], float] = {}

    def __missing__(self, span: int) -> int:
        repeats, ago, between = span_of(span)
        age, recency = ago / self._steps, between / self._steps
        expected = self._of_alive.get((repeats, age))
        if expected is None:
            expected = self._model.expected_of_alive(repeats, age, self._ahead)
            self._of_alive[repeats, age] = expected
        alive = self._model.alive(History(repeats, recency, age))
        group = self[span] = len(self)
        self.repeats.append(repeats)
        self.alive.append(alive)
        self.expected.append(expected * alive)
        return group
