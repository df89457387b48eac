"""How many purchases to expect of each member, and who is still a customer: the BG/NBD model.

Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting Your Customers' the Easy Way: An
Alternative to the Pareto/NBD Model", Marketing Science 24 (2005). Members buy at a rate that
differs between them (gamma: r, alpha) and drop out after a purchase with a probability that
differs too (beta: a, b).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, lgamma, log, log1p

from app.services.rules.insight.columns import Turn, no_turn
from app.services.rules.insight.minimise import Point, lowest
from app.services.rules.insight.purchases import History, grouped

_START = (0.0, 0.0, 0.0, 0.0)
_FARTHEST = 12.0
_SERIES_END = 1e-12
_BESIDE = 1e-6
# No larger exponent has a power that is a number.
_SURELY = 700.0
# Only for who came first today, in a shop where all come many times a day.
_TERMS_AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class BgNbd:
    """The model fitted to a shop; `alpha` is in the unit of time of the histories."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float

    def alive(self, member: History) -> float:
        """The probability, 0 to 1, that the member has not dropped out.

        Who bought only once could not have dropped out yet in this model: 1.
        """
        return 1 / (1 + self._gone_odds(member))

    def expected(self, member: History, ahead: float) -> float:
        """How many purchases the member will make in the next `ahead` units of time."""
        return self.expected_of_alive(member.repeats, member.age, ahead) * self.alive(member)

    def expected_of_alive(self, repeats: int, age: float, ahead: float) -> float:
        """How many a member will make who came back so often, first came so long ago, and has
        certainly not dropped out."""
        r, alpha, b, x = self.r, self.alpha, self.b, repeats
        # The formula is no number at these two, and the same on either side of them.
        a = self.a if self.a != 1 else 1 + _BESIDE
        z = ahead / (alpha + age + ahead)
        left = log((alpha + age) / (alpha + age + ahead))
        c = a + b + x - 1 or _BESIDE
        # Euler's transformation: of the two forms of the same, the one that converges.
        if a > 1 + r + x:
            drawn = exp((r + x) * left) * hypergeometric(r + x, b + x, c, z)
        else:
            drawn = exp((a - 1) * left) * hypergeometric(c - r - x, a - 1, c, z)
        return c / (a - 1) * (1 - drawn)

    def _gone_odds(self, member: History) -> float:
        x = member.repeats
        if not x:
            return 0.0
        longer = (self.r + x) * log((self.alpha + member.age) / (self.alpha + member.recency))
        return self.a / (self.b + x - 1) * (exp(longer) if longer < _SURELY else inf)


def fit(histories: Sequence[History], turn: Turn = no_turn) -> BgNbd | None:
    """The model under which these histories are the most likely; None where nobody came back.

    `turn` is called between two steps of it.
    """
    groups = grouped(histories)
    if not any(repeats for repeats, _, _, _ in groups):
        return None
    point, value = lowest(_Likelihood(groups).negative, _START, turn)
    r, alpha, a, b = map(exp, point)
    return BgNbd(r, alpha, a, b, -value)


class _Likelihood:
    """Of all members together, by the logarithms of r, alpha, a and b.

    It is asked some hundred times of the same members, so that what many of them share is only
    found once each time: the logarithms of ages and recencies, and what hangs on repeats alone.
    """

    def __init__(self, groups: list[tuple[int, float, float, int]]) -> None:
        self._times = sorted({time for _, *both, _ in groups for time in both})
        places = {time: at for at, time in enumerate(self._times)}
        by_repeats: dict[int, list[tuple[int, int, int]]] = {}
        for x, recency, age, count in groups:
            by_repeats.setdefault(x, []).append((places[recency], places[age], count))
        self._by_repeats = list(by_repeats.items())

    def negative(self, logs: Point) -> float:
        """What is lowest where the members are the most likely."""
        if max(map(abs, logs)) > _FARTHEST:
            return 1e300
        r, alpha, a, b = map(exp, logs)
        common = r * logs[1] - lgamma(r) + lgamma(a + b) - lgamma(b)
        times = [log(alpha + time) for time in self._times]
        total = 0.0
        for x, members in self._by_repeats:
            own = common + lgamma(r + x) + lgamma(b + x) - lgamma(a + b + x)
            power = -(r + x)
            if not x:
                for _, age, count in members:
                    total += count * (own + power * times[age])
                continue
            gone = logs[2] - log(b + x - 1)
            for recency, age, count in members:
                stays, left = power * times[age], gone + power * times[recency]
                if stays > left:
                    total += count * (own + (stays + log1p(exp(left - stays))))
                else:
                    total += count * (own + (left + log1p(exp(stays - left))))
        return -total


def hypergeometric(a: float, b: float, c: float, z: float) -> float:
    """Gauss's 2F1(a, b; c; z) for 0 ≤ z < 1, by its series; good to some digits near 1."""
    term = total = 1.0
    n = 0
    while abs(term) > _SERIES_END * abs(total) and n < _TERMS_AT_MOST:
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
        total += term
        n += 1
    return total
