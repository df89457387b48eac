"""A forecast tried on the shop's own past: fitted to its first part, held against the rest."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.services.rules.insight import bgnbd
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.columns import Turn, no_turn
from app.services.rules.insight.purchases import DAYS, History, history

# Who came back so often or more is one group.
OFTEN = 7
LEAST_DAYS_BEFORE = 56
LEAST_DAYS_AFTER = 28
MOST_DAYS_AFTER = 273
LEAST_BACK = 30
"""With fewer who came back the parameters hang on single members."""


class Tried(NamedTuple):
    """Members who had come back `repeats` times (`OFTEN` is that or more) before the day.

    `expected` and `came` are purchases of all of them after it.
    """

    repeats: int
    members: int
    expected: float
    came: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What the model expected and what came. Days are numbers of the calendar."""

    fitted_until: int
    until: int
    groups: tuple[Tried, ...]

    @property
    def expected(self) -> float:
        """All purchases expected."""
        return sum(group.expected for group in self.groups)

    @property
    def came(self) -> int:
        """All purchases that came."""
        return sum(group.came for group in self.groups)

    @property
    def off(self) -> float | None:
        """How far off it was, as a share of what came; below 0 where it expected too little.

        None where nothing came: of nothing there is no share, however much was expected.
        """
        return (self.expected - self.came) / self.came if self.came else None


def fitting_day(first: int, until: int) -> int | None:
    """Up to which day to fit, so that the last third, 39 weeks at most, is left to compare.

    None where the past is too short.
    """
    after = min(MOST_DAYS_AFTER, (until - first) // 3)
    enough = after >= LEAST_DAYS_AFTER and until - after - first >= LEAST_DAYS_BEFORE
    return until - after if enough else None


def prove(
    members: Sequence[Sequence[int]],
    fitted_until: int,
    until: int,
    unit: str = "week",
    turn: Turn = no_turn,
) -> Proof | None:
    """Fit to each member's days up to one day, compare with those up to another.

    `members` holds each member's days, ascending. None where too few had come back by then.
    """
    known: list[tuple[History, int]] = []
    for days in members:
        one = history(days, [0] * len(days), fitted_until, unit)
        if one is not None:
            known.append((one, bisect_right(days, until) - bisect_right(days, fitted_until)))
    if sum(1 for one, _ in known if one.repeats) < LEAST_BACK:
        return None
    model = bgnbd.fit([one for one, _ in known], turn)
    if model is None:
        return None
    ahead = (until - fitted_until) / DAYS[unit]
    return Proof(fitted_until, until, _grouped(model, known, ahead))


def _grouped(model: BgNbd, known: Sequence[tuple[History, int]], ahead: float) -> tuple[Tried, ...]:
    members, came = [0] * (OFTEN + 1), [0] * (OFTEN + 1)
    expected = [0.0] * (OFTEN + 1)
    alike: dict[tuple[int, float, float], float] = {}
    for one, later in known:
        group = min(one.repeats, OFTEN)
        key = (one.repeats, one.recency, one.age)
        if key not in alike:
            alike[key] = model.expected(one, ahead)
        members[group] += 1
        came[group] += later
        expected[group] += alike[key]
    return tuple(
        Tried(at, members[at], expected[at], came[at]) for at in range(OFTEN + 1) if members[at]
    )
