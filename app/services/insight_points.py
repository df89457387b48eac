"""The four quadrants as points to draw: members who look alike share one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.services.insights import Quadrants

BASKET_STEPS = 120
# What lies beyond is drawn at the edge: one member of 10,000 visits would press all others flat.
SHOWN_OF_100 = 98


class Point(NamedTuple):
    """How many members stand at so many visits and so large a basket, in minor units.

    `place` is that of their quadrant among its names.
    """

    visits: int
    basket_minor: int
    place: int
    members: int


@dataclass(frozen=True, slots=True)
class Cloud:
    """The points of a shop, and how far the axes reach; `beyond` members lie at an edge.

    Without a cross there are none.
    """

    quadrants: Quadrants
    points: tuple[Point, ...]
    most_visits: int
    most_basket_minor: int
    beyond: int

    @property
    def mean_visits(self) -> float:
        """Where the upright line stands."""
        cross = self.quadrants.cross
        return 0.0 if cross is None else cross.visits / cross.members

    @property
    def mean_basket_minor(self) -> float:
        """Where the lying line stands."""
        cross = self.quadrants.cross
        return 0.0 if cross is None else cross.spend_minor / cross.visits


def cloud(quadrants: Quadrants) -> Cloud:
    """The points of a shop's members."""
    grouped = quadrants.grouped
    members = grouped.members
    if quadrants.cross is None:
        return Cloud(quadrants, (), 0, 0, 0)
    cross = quadrants.cross
    baskets = [
        minor // visits for minor, visits in zip(members.spent_minor, members.visits, strict=True)
    ]
    most_visits = max(2, _reach(members.visits), 2 * cross.visits // cross.members)
    most_basket = max(2, _reach(baskets), 2 * cross.spend_minor // cross.visits)
    step = max(1, most_basket // BASKET_STEPS)
    counted: Counter[tuple[int, int, int]] = Counter()
    beyond = 0
    for visits, basket, place in zip(members.visits, baskets, grouped.places, strict=True):
        beyond += visits > most_visits or basket > most_basket
        shown = max(0, min(basket, most_basket))
        counted[min(visits, most_visits), shown // step * step, place] += 1
    points = tuple(Point(*where, count) for where, count in sorted(counted.items()))
    return Cloud(quadrants, points, most_visits, most_basket, beyond)


def _reach(values: Sequence[int]) -> int:
    """Below which nearly all values lie."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) * SHOWN_OF_100 // 100]
