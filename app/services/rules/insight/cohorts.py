"""Who came back: members by the month of their first purchase, month after month. Pure."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from app.services.rules.insight.figures import share_bp

COHORTS_SHOWN = 12


class Cohort(NamedTuple):
    """Members whose first purchase fell into `month` ("2026-03").

    `came[n]` of them bought in the n-th month after it; the list ends with the present month.
    `came[0]` is all of them.
    """

    month: str
    members: int
    came: tuple[int, ...]

    def share_bp(self, after: int) -> int:
        """The part of them that bought in that month, in basis points, rounded half up."""
        return share_bp(self.came[after], self.members)


def cohorts(
    counts: Iterable[tuple[str, str, int]], last_month: str, *, shown: int = COHORTS_SHOWN
) -> tuple[Cohort, ...]:
    """The newest `shown` cohorts up to `last_month`, oldest first.

    `counts` are (month of the first purchase, month of a purchase, members). A month in which
    nobody came first has no cohort where it is older than the first that has one.
    """
    known: dict[str, Counter[str]] = {}
    for first, month, members in counts:
        known.setdefault(first, Counter())[month] += members
    months = [month_after(last_month, -back) for back in range(shown - 1, -1, -1)]
    while months and months[0] not in known:
        del months[0]
    return tuple(_cohort(month, known.get(month, Counter()), last_month) for month in months)


def _cohort(month: str, came: Counter[str], last_month: str) -> Cohort:
    months = range(_number(last_month) - _number(month) + 1)
    after = tuple(came[month_after(month, at)] for at in months)
    return Cohort(month, after[0], after)


def mean_share_bp(found: Iterable[Cohort], after: int) -> int | None:
    """How many of all whose n-th month has begun bought in it; None where it has for nobody."""
    old = [each for each in found if len(each.came) > after and each.members]
    whole = sum(each.members for each in old)
    if not whole:
        return None
    return share_bp(sum(each.came[after] for each in old), whole)


def first_month(last_month: str, shown: int = COHORTS_SHOWN) -> str:
    """The oldest month shown."""
    return month_after(last_month, 1 - shown)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_after(month: str, months: int) -> str:
    """The month so many later, or earlier where negative: "2026-03" and 2 is "2026-05"."""
    year, at = divmod(_number(month) + months, 12)
    return f"{year:04d}-{at + 1:02d}"
