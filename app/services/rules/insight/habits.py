"""What a member likes and when they come, as their last sales tell it. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# What is liked is told by the last sales: so many are read however many there are.
SALES_READ = 300
FAVOURITES = 3
# Fewer say nothing of a habit.
HABIT_SALES = 3


class Piece(NamedTuple):
    """What a line says of taste: its name and category, how many, minor units of each."""

    name: str
    category: str
    pieces: int
    each_minor: int


class Liked(NamedTuple):
    """Products and categories bought most, and what half of all pieces cost, from the lower to
    the upper quarter; None where fewer than `HABIT_SALES` sales tell nothing."""

    products: tuple[str, ...]
    categories: tuple[str, ...]
    price_band: tuple[int, int] | None


class Usual(NamedTuple):
    """The hour (0 to 23) and the weekday (0 is Monday) of most sales; None where no habit is
    seen. A habit is a third of the sales in one hour or the next, or a third on one weekday."""

    hour: int | None
    weekday: int | None


def liked(lines: Iterable[Piece], sales: int) -> Liked:
    """What a member likes, from the lines of so many sales."""
    # Plain ones: ten million lines are counted, and a Counter takes longer.
    names: dict[str, int] = {}
    categories: dict[str, int] = {}
    prices: dict[int, int] = {}
    for name, category, pieces, each_minor in lines:
        names[name] = names.get(name, 0) + pieces
        prices[each_minor] = prices.get(each_minor, 0) + pieces
        if category:
            categories[category] = categories.get(category, 0) + pieces
    band = None
    if sales >= HABIT_SALES and prices:
        band = _at_share(prices, 1, 4), _at_share(prices, 3, 4)
    return Liked(_most(names), _most(categories), band)


def usual(hours: Sequence[int], weekdays: Sequence[int]) -> Usual:
    """When a member comes, from the hour and the weekday of each sale or check-in."""
    visits = len(hours)
    if visits < HABIT_SALES:
        return Usual(None, None)
    by_hour, by_day = Counter(hours), Counter(weekdays)
    hour = max(range(24), key=lambda at: (by_hour[at] + by_hour[(at + 1) % 24], -at))
    weekday = max(range(7), key=lambda at: (by_day[at], -at))
    often = 3 * (by_hour[hour] + by_hour[(hour + 1) % 24]) >= visits
    return Usual(hour if often else None, weekday if 3 * by_day[weekday] >= visits else None)


def _most(counts: dict[str, int]) -> tuple[str, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ranked[:FAVOURITES])


def _at_share(counts: dict[int, int], part: int, of: int) -> int:
    """The value below which a share of all counted values lies."""
    reach, seen, value = sum(counts.values()) * part, 0, 0
    for value in sorted(counts):
        seen += counts[value]
        if seen * of >= reach:
            return value
    return value
