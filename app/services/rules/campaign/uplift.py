"""What a campaign added: reached against held out, with an interval that keeps its word. Pure.

The people are drawn by lot within strata, so the difference of means within a stratum is fair
whatever they did before. What they did in the time before is taken off first (CUPED, Deng et al.
2013), with one slope for all, which narrows the interval and moves no expectation. The strata
are put together by their size; the variance is Neyman's, the degrees of freedom Satterthwaite's,
the quantile Student's. Counts and money are skewed, and in a small hold-out a symmetric interval
would claim too often that something was added: it is moved by the first term of Edgeworth's
expansion (Hall 1992). Whoever was drawn counts where they were drawn, reached or not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, expm1, pi, sin, sqrt
from statistics import NormalDist
from typing import NamedTuple

# Fewer people than this on one side say nothing that deserves an interval.
FEWEST = 10
_FEWEST_OF_A_CELL = 2
# The expansion holds for a moderate skew of the difference; beyond that it is not trusted more.
_LEAN = 0.5
_MISSED = 0.05  # what a 95 % interval may miss, on both sides together


class Verdict(StrEnum):
    """What can be said of a difference."""

    ADDED = "added"
    LOST = "lost"
    CANNOT_TELL = "cannot_tell"  # the interval holds zero
    TOO_FEW = "too_few"  # not enough people on one side for any interval, or none came so far
    NO_HOLDOUT = "no_holdout"  # nobody was held out: nothing to compare with


@dataclass(frozen=True, slots=True)
class Seen:
    """One person: their stratum, whether they were among those reached, what they did in the
    time before, and what since."""

    stratum: str
    treated: bool
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Uplift:
    """What was added for each person reached, with its 95 % interval, in the unit of what was
    counted; the figures are zero where `verdict` says that there are none."""

    each: float
    low: float
    high: float
    treated: int
    control: int
    verdict: Verdict

    @property
    def told(self) -> bool:
        """Whether there is an interval at all."""
        return self.verdict not in (Verdict.TOO_FEW, Verdict.NO_HOLDOUT)

    @property
    def total(self) -> float:
        """Added in all, by all who were reached."""
        return self.each * self.treated

    @property
    def total_low(self) -> float:
        """The lower end of that in all."""
        return self.low * self.treated

    @property
    def total_high(self) -> float:
        """Its upper end."""
        return self.high * self.treated


class _Cell(NamedTuple):
    """One arm of one stratum: what its people did before and after."""

    before: list[float]
    after: list[float]


_Stratum = tuple[_Cell, _Cell]  # reached, held out


def uplift(people: Iterable[Seen]) -> Uplift:
    """What reaching people added for each of them.

    A stratum with fewer than two people on one side is counted together with the others of its
    kind, then with the smallest one.
    """
    found: dict[str, _Stratum] = {}
    for seen in people:
        stratum = found.setdefault(seen.stratum, (_Cell([], []), _Cell([], [])))
        cell = stratum[0] if seen.treated else stratum[1]
        cell.before.append(seen.before)
        cell.after.append(seen.after)
    treated = sum(len(each[0].after) for each in found.values())
    control = sum(len(each[1].after) for each in found.values())
    if not control:
        return Uplift(0, 0, 0, treated, 0, Verdict.NO_HOLDOUT)
    if min(treated, control) < FEWEST:
        return Uplift(0, 0, 0, treated, control, Verdict.TOO_FEW)
    if not any(any(cell.after) for stratum in found.values() for cell in stratum):
        # Nobody did anything so far: no interval, least of all one of no width.
        return Uplift(0, 0, 0, treated, control, Verdict.TOO_FEW)
    each, low, high = _estimate(_joined(list(found.values())))
    verdict = Verdict.CANNOT_TELL
    if low > 0:
        verdict = Verdict.ADDED
    elif high < 0:
        verdict = Verdict.LOST
    return Uplift(each, low, high, treated, control, verdict)


def _joined(strata: list[_Stratum]) -> list[_Stratum]:
    """Strata that all have enough people on either side."""
    strata.sort(key=lambda each: len(each[0].after) + len(each[1].after))
    thin = [each for each in strata if _is_thin(each)]
    good = [each for each in strata if not _is_thin(each)]
    if not thin:
        return good
    rest = thin[0]
    for each in thin[1:]:
        rest = _together(rest, each)
    while _is_thin(rest):
        rest = _together(rest, good.pop(0))
    return [*good, rest]


def _is_thin(stratum: _Stratum) -> bool:
    return min(len(cell.after) for cell in stratum) < _FEWEST_OF_A_CELL


def _together(one: _Stratum, other: _Stratum) -> _Stratum:
    reached, held_out = (
        _Cell(a.before + b.before, a.after + b.after) for a, b in zip(one, other, strict=True)
    )
    return reached, held_out


def _estimate(strata: Sequence[_Stratum]) -> tuple[float, float, float]:
    """The difference for each person, and its 95 % interval."""
    slope = _slope(cell for stratum in strata for cell in stratum)
    everybody = sum(len(cell.after) for stratum in strata for cell in stratum)
    difference = variance = third = spent = 0.0
    for stratum in strata:
        weight = sum(len(cell.after) for cell in stratum) / everybody
        thirds = cubed = 0.0
        for cell, sign in zip(stratum, (1, -1), strict=True):
            count = len(cell.after)
            second, cubes = _moments(cell, slope)
            part = weight**2 * second / count
            difference += sign * weight * _level(cell, slope)
            variance += part
            cubed += cubes
            thirds += sign * weight**3 / count**2
            spent += part * part / (count - 1)
        third += thirds * cubed / sum(len(cell.after) for cell in stratum)
    if not variance:
        return difference, difference, difference
    reach, error = student(variance * variance / spent), sqrt(variance)
    lean = max(-_LEAN, min(_LEAN, third / (variance * error)))
    shift = lean / 6 * (2 * reach * reach + 1) * error
    return difference, difference + shift - reach * error, difference + shift + reach * error


def _slope(cells: Iterable[_Cell]) -> float:
    """How much of what was done before shows again after, alike in all cells."""
    along = across = 0.0
    for before, after in cells:
        middle, level = _mean(before), _mean(after)
        for was, now in zip(before, after, strict=True):
            along += (was - middle) * (was - middle)
            across += (was - middle) * (now - level)
    return across / along if along else 0.0


def _level(cell: _Cell, slope: float) -> float:
    return _mean(cell.after) - slope * _mean(cell.before)


def _moments(cell: _Cell, slope: float) -> tuple[float, float]:
    """The variance and the sum of cubes of what people did after, less what was to be expected
    of them."""
    middle = _level(cell, slope)
    squares = cubes = 0.0
    for was, now in zip(cell.before, cell.after, strict=True):
        rest = now - slope * was - middle
        squares += rest * rest
        cubes += rest * rest * rest
    return squares / (len(cell.after) - 1), cubes


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def student(freedom: float) -> float:
    """The two-sided 95 % quantile of Student's t (Hill 1970, algorithm 396), six digits."""
    if freedom > 1e6:
        return NormalDist().inv_cdf(1 - _MISSED / 2)
    if freedom < 1.5:
        return cos(_MISSED * pi / 2) / sin(_MISSED * pi / 2)
    if freedom < 2.5:
        return sqrt(2 / (_MISSED * (2 - _MISSED)) - 2)
    return _hill(freedom)


def _hill(n: float) -> float:
    a = 1 / (n - 0.5)
    b = 48 / (a * a)
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * sqrt(a * pi / 2) * n
    y = (d * _MISSED) ** (2 / n)
    if y <= 0.05 + a:
        y = (
            (1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1
        ) * (n + 1) / (n + 2) + 1 / y
        return sqrt(n * y)
    x = NormalDist().inv_cdf(_MISSED / 2)
    y = x * x
    if n < 5:
        c += 0.3 * (n - 4.5) * (x + 0.6)
    c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    return sqrt(n * expm1(a * y * y))
