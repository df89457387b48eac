"""What is often bought together: pairs of products, told only where chance does not explain them.

Support counts the baskets with both. Lift is how many times more often they meet than if each
were chosen by itself. A pair is told where it met often enough and its chi-square (one degree of
freedom, 2 × 2 table of baskets) is beyond 10.83: one pair in a thousand gets there by chance.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import NamedTuple

LEAST_SUPPORT = 5
BEYOND_CHANCE = 10.83
# A basket of a wholesale buyer says nothing of what goes together.
LARGEST_BASKET = 50


class Pair(NamedTuple):
    """Two products, in the order of their names."""

    first: str
    second: str
    baskets: int
    lift: float


def pairs(
    baskets: Iterable[Collection[str]], least_support: int = LEAST_SUPPORT
) -> tuple[Pair, ...]:
    """The pairs that belong together, most telling first; a product counts once a basket."""
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    total = 0
    for basket in baskets:
        names = sorted(set(basket))
        if len(names) > LARGEST_BASKET:
            continue
        total += 1
        alone.update(names)
        together.update(combinations(names, 2))
    found = [
        Pair(a, b, both, both * total / (alone[a] * alone[b]))
        for (a, b), both in together.items()
        if both >= least_support and _telling(both, alone[a], alone[b], total)
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.lift, -pair.baskets, pair.first)))


def _telling(both: int, first: int, second: int, total: int) -> bool:
    """Whether they meet more often than chance lets them."""
    others = (total - first) * (total - second)
    if both * total <= first * second or not others:
        return False
    apart = both * total - first * second
    return total * apart * apart / (first * second * others) > BEYOND_CHANCE
