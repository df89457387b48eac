"""A member's stage by their own rhythm: new, active, silent (沉默), lost (流失), back again.

The rhythm is the median of days between visits. Who came fewer than three times has none of
their own yet and is measured by the shop's. Days are numbers of the calendar
(`date.toordinal`), ascending, each once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import sub

OWN_RHYTHM_VISITS = 3
USUAL_RHYTHM_DAYS = 30


class Stage(StrEnum):
    """Where a member stands in their life with the shop."""

    NEW = "new"
    ACTIVE = "active"
    SILENT = "silent"
    LOST = "lost"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class StageTerms:
    """How long is too long. Silent begins past `silent_rhythms` times the rhythm, lost past
    `lost_rhythms` times, but never sooner than after `least_days`.

    With `silent_days` and `lost_days` the owner sets one number for all instead.
    New is who first came within `new_days`.
    """

    silent_rhythms: int = 2
    lost_rhythms: int = 4
    least_days: int = 14
    new_days: int = 30
    silent_days: int | None = None
    lost_days: int | None = None

    def limits(self, rhythm_days: int) -> tuple[int, int]:
        """After how many days without a visit silent and lost begin."""
        if self.silent_days is not None and self.lost_days is not None:
            return self.silent_days, self.lost_days
        silent = max(self.least_days, self.silent_rhythms * rhythm_days)
        return silent, max(2 * self.least_days, self.lost_rhythms * rhythm_days)


def gaps(days: Sequence[int]) -> list[int]:
    """Days between one visit and the next."""
    return list(map(sub, days[1:], days))


def rhythm(days: Sequence[int], shop_days: int = USUAL_RHYTHM_DAYS) -> int:
    """The median days between these visits (the higher of two); `shop_days` with too few."""
    if len(days) < OWN_RHYTHM_VISITS:
        return shop_days
    # Asked for each of a million members: the library's own median takes three times as long.
    return sorted(gaps(days))[(len(days) - 1) // 2]


def stage(
    days: Sequence[int],
    today: int,
    shop_days: int,
    terms: StageTerms | None = None,
    own_days: int | None = None,
) -> Stage:
    """The stage of a member who came on these days, at least one; `own_days` is their rhythm,
    where it is known already.

    Back again is who had been lost by the rhythm before their last visit, and is active since.
    """
    limits = terms or StageTerms()
    usual = rhythm(days, shop_days) if own_days is None else own_days
    gone = stage_of_gone(today - days[-1], limits.limits(usual))
    if gone is not None:
        return gone
    _, lost_before = limits.limits(rhythm(days[:-1], shop_days))
    return stage_of_here(days, today, lost_before, limits.new_days)


def stage_of_gone(away_days: int, limits: tuple[int, int]) -> Stage | None:
    """Lost or silent, by the days since the last visit; None of who has not been away so long."""
    silent, lost = limits
    if away_days > lost:
        return Stage.LOST
    return Stage.SILENT if away_days > silent else None


def stage_of_here(days: Sequence[int], today: int, lost_before: int, new_days: int) -> Stage:
    """Back again, new or active, of who is not gone; before their last visit lost began after
    `lost_before` days."""
    if len(days) > 1 and days[-1] - days[-2] > lost_before:
        return Stage.BACK
    return Stage.NEW if today - days[0] <= new_days else Stage.ACTIVE
