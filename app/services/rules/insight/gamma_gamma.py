"""How much a purchase of each member will be worth: the Gamma-Gamma model of spend.

Source: P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

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
        weight = self.p * repeats + self.q - 1
        if weight <= 0:
            return mean
        return self.p * (self.gamma + repeats * mean) / weight


def fit(histories: Sequence[History], minor_per_unit: int = 1) -> GammaGamma | None:
    """The model of those who came back and paid; None where nobody did.

    `minor_per_unit` turns minor units into the unit `gamma` is told in.
    """
    spends = [
        (one.repeats, one.mean_minor / minor_per_unit, log(one.mean_minor / minor_per_unit))
        for one in histories
        if one.repeats and one.mean_minor > 0
    ]
    if not spends:
        return None
    middle = sum(mean for _, mean, _ in spends) / len(spends)
    point, value = lowest(lambda at: -_log_likelihood(at, spends), (1.0, 1.0, log(middle)))
    p, q, gamma = map(exp, point)
    return GammaGamma(p, q, gamma, -value)


def _log_likelihood(logs: Point, spends: list[tuple[int, float, float]]) -> float:
    if max(map(abs, logs)) > _FARTHEST:
        return -1e300
    p, q, gamma = map(exp, logs)
    common = q * logs[2] - lgamma(q)
    total = 0.0
    for x, mean, log_mean in spends:
        px = p * x
        total += (
            common
            + lgamma(px + q)
            - lgamma(px)
            + (px - 1) * log_mean
            + px * log(x)
            - (px + q) * log(gamma + mean * x)
        )
    return total
