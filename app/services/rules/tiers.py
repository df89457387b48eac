"""Tiers: counted in a window, up at once, down only at a review (rules 15 and 16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.services.rules.months import ONE_DAY, days_later, months_later, year_end
from app.services.rules.scheme.standing import Downgrade, Tier, TierKept, TierTerms, TierWindow


class Qualified(NamedTuple):
    """What a day brought towards the tiers, in the unit of the terms (minor units or points).

    A return is below zero and dated as the sale that it takes back, so that it counts in the
    same window.
    """

    day: date
    amount: int


class Counted(NamedTuple):
    """What counts on one day: inside the window, and over the whole life."""

    in_window: int
    lifetime: int


class TierStanding(NamedTuple):
    """The tier a member is in; `kept_until` is the last day it is theirs, None: for good."""

    tier: str
    effective_on: date
    kept_until: date | None = None


def window(terms: TierTerms, day: date) -> tuple[date, date]:
    """The first and last day that count on `day`.

    Twelve rolling months to 10 January begin on 11 January a year before, so that what brought
    a tier on one day does not keep it on the same day a year later.
    """
    match terms.window:
        case TierWindow.LIFETIME:
            return date.min, day
        case TierWindow.CALENDAR_YEAR:
            return date(day.year, 1, 1), day
        case TierWindow.ROLLING_MONTHS:
            return days_later(months_later(day, -terms.window_months), 1), day


def counted(amounts: Iterable[Qualified], terms: TierTerms, day: date) -> Counted:
    """What counts on `day`; never below zero."""
    first, last = window(terms, day)
    in_window = lifetime = 0
    for day_of, amount in amounts:
        if day_of <= last:
            lifetime += amount
            in_window += amount if day_of >= first else 0
    return Counted(max(0, in_window), max(0, lifetime))


def base_tier(terms: TierTerms) -> Tier:
    """The tier everybody starts in."""
    return terms.tiers[0]


def tier_named(terms: TierTerms, tier_id: str) -> Tier:
    """The tier of that id; the first where the scheme has none such any more."""
    return terms.tiers[_index(terms, tier_id)]


def _index(terms: TierTerms, tier_id: str) -> int:
    for index, tier in enumerate(terms.tiers):
        if tier.id == tier_id:
            return index
    return 0


def reached(terms: TierTerms, amounts: Counted) -> Tier:
    """The highest tier these amounts bring, through the window or for a lifetime."""
    return terms.tiers[max(_by_window(terms, amounts), _for_life(terms, amounts))]


def _by_window(terms: TierTerms, amounts: Counted) -> int:
    best = 0
    for index, tier in enumerate(terms.tiers):
        if tier.threshold <= amounts.in_window:
            best = index
    return best


def _for_life(terms: TierTerms, amounts: Counted) -> int:
    best = 0
    for index, tier in enumerate(terms.tiers):
        if 0 < tier.lifetime_threshold <= amounts.lifetime:
            best = index
    return best


def kept_until(terms: TierTerms, reached_on: date) -> date | None:
    """The last day a tier reached on `reached_on` is kept; None: for good.

    By months it is the same day of a later month, that day included.
    """
    if terms.downgrade is Downgrade.NEVER:
        return None
    match terms.kept:
        case TierKept.FOR_EVER:
            return None
        case TierKept.MONTHS:
            return months_later(reached_on, max(1, terms.kept_months))
        case TierKept.END_OF_YEAR:
            return year_end(reached_on)
        case TierKept.END_OF_NEXT_YEAR:
            return year_end(reached_on, 1)


def _standing(terms: TierTerms, index: int, effective_on: date, until: date | None) -> TierStanding:
    # The first tier has nothing to lose, so it is never reviewed.
    return TierStanding(terms.tiers[index].id, effective_on, until if index else None)


def upgraded(
    standing: TierStanding | None, terms: TierTerms, amounts: Counted, day: date
) -> TierStanding | None:
    """The new standing where `amounts` reach a higher tier on `day`; None where they do not.

    `amounts` count the sale that is being completed: up at once, on that sale (rule 16). The
    tier a lifetime has earned is taken up for good, also by who is in it already.
    """
    present = 0 if standing is None else _index(terms, standing.tier)
    lifelong = _for_life(terms, amounts)
    index = max(_by_window(terms, amounts), lifelong)
    if index > present:
        until = None if lifelong == index else kept_until(terms, day)
        return _standing(terms, index, day, until)
    if standing is not None and lifelong == present > 0 and standing.kept_until is not None:
        return TierStanding(standing.tier, standing.effective_on, None)
    return None


def review_on(standing: TierStanding, terms: TierTerms) -> date | None:
    """The day the review's outcome takes effect: the first after the last day kept and the
    grace; None where there is none."""
    if standing.kept_until is None or terms.downgrade is Downgrade.NEVER:
        return None
    return days_later(standing.kept_until, terms.grace_days + 1)


def reviewed(
    standing: TierStanding,
    terms: TierTerms,
    amounts: Iterable[Qualified],
    on: date | None = None,
) -> TierStanding:
    """The standing from the day of its review on; `on` is that day where it fell later than
    the terms say, because there were no tiers before.

    It counts what stood in the window on the last day kept, or at the end of the grace where
    that is more. Who still qualifies keeps the tier (or goes up); who does not goes one step
    down, or to the tier reached, as the terms say. The next review is reckoned from the last
    day kept, so that a grace does not wander.
    """
    effective_on = on or review_on(standing, terms)
    assert effective_on is not None
    assert standing.kept_until is not None
    known = tuple(amounts)
    at_end = counted(known, terms, standing.kept_until)
    last = effective_on - ONE_DAY
    best = at_end
    if last != standing.kept_until:
        at_grace = counted(known, terms, last)
        best = Counted(
            max(at_end.in_window, at_grace.in_window), max(at_end.lifetime, at_grace.lifetime)
        )
    present, lifelong = _index(terms, standing.tier), _for_life(terms, best)
    index = max(_by_window(terms, best), lifelong)
    if index < present and terms.downgrade is Downgrade.ONE_STEP:
        index = present - 1
    until = None if index and index == lifelong else _kept_again(standing.kept_until, terms)
    since = standing.effective_on if index == present else effective_on
    return _standing(terms, index, since, until)


def _kept_again(last_day: date, terms: TierTerms) -> date | None:
    # What was kept to the end of this year is decided for all of the next one.
    if terms.kept is TierKept.END_OF_YEAR:
        return year_end(last_day, 1)
    return kept_until(terms, last_day)


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing to the next tier, in the unit of the terms, and by which day to reach it
    (None: no hurry). `to_keep` is what is missing to keep the present one at its review."""

    next_tier: Tier | None
    to_next: int
    to_keep: int
    keep_by: date | None


def missing(
    standing: TierStanding | None, terms: TierTerms, amounts: Iterable[Qualified], day: date
) -> Missing:
    """What a member still needs on `day`. What has left the window by the review is not
    counted towards keeping the tier."""
    known = tuple(amounts)
    now = counted(known, terms, day)
    present = 0 if standing is None else _index(terms, standing.tier)
    above = terms.tiers[present + 1] if present + 1 < len(terms.tiers) else None
    to_next = 0 if above is None else max(0, above.threshold - now.in_window)
    if standing is None or standing.kept_until is None or not present:
        return Missing(above, to_next, 0, None)
    at_review = counted(known, terms, max(day, standing.kept_until))
    to_keep = max(0, terms.tiers[present].threshold - at_review.in_window)
    return Missing(above, to_next, to_keep, days_later(standing.kept_until, terms.grace_days))
