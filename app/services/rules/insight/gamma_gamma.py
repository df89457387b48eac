"""How much a purchase of each member will be worth: the Gamma-Gamma model of spend.

Source: P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

from app.services.rules.insight.columns import Turn, no_turn
from app.services.rules.insight.minimise import Point, lowest
from app.services.rules.insight.purchases import History

_FARTHEST = 25.0


@dataclass(frozen=True, slots=True)
class GammaGamma:
    """The model fitted to a shop; `gamma` is in the unit of money of the means."""

    p: float
    q: float
    gamma: float
    log_likelihood: float

    def expected(self, repeats: int, mean: float) -> float:
        """What the member's purchases will come to on average, between theirs and the shop's.

        Without repeats it is the shop's, which only exists where q is above 1; else their own.
        """
        p, gamma, x, weight = self.terms(repeats)
        return p * (gamma + x * mean) / weight

    def terms(self, repeats: int) -> tuple[float, float, float, float]:
        """What hangs on repeats alone: p, gamma, x and weight in p (gamma + x mean) / weight."""
        weight = self.p * repeats + self.q - 1
        if weight <= 0:
            return 1.0, 0.0, 1.0, 1.0
        return self.p, self.gamma, float(repeats), weight


def fit(
    histories: Sequence[History], minor_per_unit: int = 1, turn: Turn = no_turn
) -> GammaGamma | None:
    """The model of those who came back and paid; None where nobody did.

    `minor_per_unit` turns minor units into the unit `gamma` is told in. `turn` is called between
    two steps of it.
    """
    spends = [
        (one.repeats, one.mean_minor / minor_per_unit)
        for one in histories
        if one.repeats and one.mean_minor > 0
    ]
    if not spends:
        return None
    middle = sum(mean for _, mean in spends) / len(spends)
    point, value = lowest(_Likelihood(spends).negative, (1.0, 1.0, log(middle)), turn)
    p, q, gamma = map(exp, point)
    return GammaGamma(p, q, gamma, -value)


class _Likelihood:
    """Of all members together, by the logarithms of p, q and gamma.

    It is asked some hundred times of the same members: what hangs on repeats alone is found once
    each time for all who came back as often, and what hangs on no parameter once for all.
    """

    def __init__(self, spends: list[tuple[int, float]]) -> None:
        self._repeats = [(x, log(x)) for x in sorted({x for x, _ in spends})]
        places = {x: at for at, (x, _) in enumerate(self._repeats)}
        self._members = [(places[x], mean * x, log(mean)) for x, mean in spends]

    def negative(self, logs: Point) -> float:
        """What is lowest where the members are the most likely."""
        if max(map(abs, logs)) > _FARTHEST:
            return 1e300
        p, q, gamma = map(exp, logs)
        common = q * logs[2] - lgamma(q)
        shared = []
        for x, log_x in self._repeats:
            px = p * x
            shared.append((common + lgamma(px + q) - lgamma(px), px - 1, px * log_x, px + q))
        total = 0.0
        for place, spent, log_mean in self._members:
            own, shape, scale, tail = shared[place]
            total += own + shape * log_mean + scale - tail * log(gamma + spent)
        return -total
