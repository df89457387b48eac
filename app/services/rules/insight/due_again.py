"""What a member buys again and again, and may be out of: by their own interval, never the shop's.

A product bought on three days or more is a habit. Two rhythms tell when it is due again: the
median of days between its purchases (what is used up at home), and the median of the member's
visits between them (what is had here, every time or every third). It is due once three quarters
of its days have passed, or as many visits as usual; it is given up once three times as many
visits went by without it. Of several, the one most often bought of late stands first: each visit
counts half as much as the one ten visits later.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

LEAST_TIMES = 3
SOON_SHARE_BP = 7_500
GIVEN_UP_AFTER = 3
HALF_LIFE_VISITS = 10
KEPT_DAYS = 400
"""A habit is forgotten so many days after its last purchase."""

_ALL_BP = 10_000


class Habit(NamedTuple):
    """A product that is due again on and after the day `due_on` (an ordinal), of an `interval`
    in days; `chance_bp` is how likely it is in the next basket, in basis points."""

    product: bytes
    times: int
    interval: int
    last_on: int
    due_on: int
    chance_bp: int


def habits(lines: Iterable[tuple[int, bytes | None]], most: int = 3) -> tuple[Habit, ...]:
    """The likeliest products of the next visit, from (day, product) of all lines so far.

    Days are ordinals; a line without a product only tells of a visit. Returned goods are not
    handed in.
    """
    bought: dict[bytes, set[int]] = {}
    days: set[int] = set()
    for day, product in lines:
        days.add(day)
        if product is not None:
            bought.setdefault(product, set()).add(day)
    visits = sorted(days)
    place = {day: at for at, day in enumerate(visits)}
    found = [
        habit
        for product, own in bought.items()
        if len(own) >= LEAST_TIMES
        and (habit := _habit(product, sorted(own), visits, place)) is not None
    ]
    # The product's own bytes part those that are as likely: the same answer every time.
    found.sort(key=lambda habit: (-habit.chance_bp, -habit.last_on, habit.product))
    return tuple(found[:most])


def _habit(
    product: bytes, own: Sequence[int], visits: Sequence[int], place: dict[int, int]
) -> Habit | None:
    interval = median_low([later - earlier for earlier, later in pairwise(own)])
    every = median_low([place[later] - place[earlier] for earlier, later in pairwise(own)])
    since = len(visits) - place[own[-1]]  # the next visit is so many after the last purchase
    if since > GIVEN_UP_AFTER * every + 1:
        return None
    due_on = own[-1] + max(1, -(-interval * SOON_SHARE_BP // _ALL_BP))
    if since >= every:
        due_on = min(due_on, own[-1] + 1)
    return Habit(product, len(own), interval, own[-1], due_on, _chance_bp(own, visits))


def _chance_bp(own: Sequence[int], visits: Sequence[int]) -> int:
    """The share of visits with it, late ones weighing more; one visit without is added."""
    with_it = set(own)
    weight, of_it, of_all = 1.0, 0.0, 1.0
    fading = 0.5 ** (1 / HALF_LIFE_VISITS)
    for day in reversed(visits):
        of_all += weight
        of_it += weight if day in with_it else 0.0
        weight *= fading
    return int(_ALL_BP * of_it / of_all)
