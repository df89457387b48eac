"""What a campaign added: reached against held out, with an interval that keeps its word. Pure.

The people are drawn by lot within strata, so the difference of means within a stratum is fair
whatever they did before. What they did in the time before is taken off first (CUPED, Deng et al.
2013), with one slope for all, which narrows the interval and moves no expectation. The strata
are put together by their size; the variance is Neyman's, the degrees of freedom Satterthwaite's,
the quantile Student's: with skewed counts in a small hold-out a normal quantile promises more
than it keeps. Whoever was drawn counts where they were drawn, reached or not.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What can be said of a difference."""

    ADDED = "added"
    LOST = "lost"
    CANNOT_TELL = "cannot_tell"  # the interval holds zero
    TOO_FEW = "too_few"  # not enough people on one side for any interval
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
