"""The figures of the compass that are about products: what brings most, what goes together."""

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from uuid import UUID

from app.models import compass as stored
from app.models.database import Database
from app.services.compass_types import Best, BestProduct, Pairs
from app.services.rules.insight.pairs import LARGEST_BASKET, pairs
from app.services.rules.insight.periods import Compared, Period
from app.services.turns import ROWS_A_TURN, give_way, politely

BEST = 10
# The newest ones: older habits say little, and all of ten years would take minutes.
SALES_READ = 100_000
BASKETS_READ = 50_000
# What takes the time is not the baskets but the pairs in them.
PAIRS_READ = 300_000

Key = bytes | str


def best_of(database: Database, periods: Compared) -> Best:
    """What brought most, less what came back, in the newest sales of the period."""
    first, last = _days(periods.now)
    paid: dict[Key, int] = {}
    rows = stored.sold_lines(database, first, last, SALES_READ)
    while some := list(islice(rows, ROWS_A_TURN)):
        give_way()
        for key, minor in some:
            paid[key] = paid.get(key, 0) + minor
    for key, minor in stored.returned_lines(database, first, last):
        paid[key] = paid.get(key, 0) - minor
    # Of equals not whichever was read first: the same ten, in whatever order the sales lie.
    sold = [key for key in paid if paid[key] > 0]
    keys = sorted(sold, key=lambda key: (-paid[key], str(key)))[:BEST]
    if not keys:
        return Best((), *_read(database, periods.now))
    told = _told(database, periods.now, keys)
    before, year_before = (
        None if _read(database, each)[1] > SALES_READ else _told(database, each, keys)
        for each in periods[1:]
    )
    products = (
        BestProduct(
            UUID(bytes=key) if isinstance(key, bytes) else None,
            *told[key],
            None if before is None else before.get(key, ("", 0, 0))[2],
            None if year_before is None else year_before.get(key, ("", 0, 0))[2],
        )
        for key in keys
    )
    ordered = sorted(products, key=lambda each: (-each.total_minor, each.name))
    return Best(tuple(ordered), *_read(database, periods.now))


def _told(database: Database, period: Period, keys: list[Key]) -> dict[Key, tuple[str, int, int]]:
    """The name, quantity and total of these."""
    rows = stored.told_products(database, *_days(period), SALES_READ, keys)
    return {key: (name, quantity, minor) for key, name, quantity, minor in rows}


def _read(database: Database, period: Period) -> tuple[int, int]:
    """How many sales are read, of how many."""
    count = stored.sales_count(database, *_days(period))
    return min(count, SALES_READ), count


def pairs_of(database: Database, period: Period, least_support: int) -> Pairs:
    """What is often bought together, in the newest baskets of the period."""
    baskets = _Baskets(database, period)
    found = pairs(baskets, least_support)
    return Pairs(found, baskets.read, stored.sales_count(database, *_days(period)))


def sales_of_pair(database: Database, period: Period, one: str, other: str) -> list[bytes]:
    """The sales that hold both, of those in which pairs are counted."""
    return [
        sale_id
        for sale_id, names in _Baskets(database, period).each()
        if one in names and other in names and len(names) <= LARGEST_BASKET
    ]


class _Baskets:
    """The names in each of the newest baskets, until enough pairs were seen."""

    def __init__(self, database: Database, period: Period) -> None:
        self._rows = politely(stored.baskets(database, *_days(period), BASKETS_READ))
        self.read = 0

    def __iter__(self) -> Iterator[set[str]]:
        return (names for _, names in self.each())

    def each(self) -> Iterator[tuple[bytes, set[str]]]:
        """The sale and what is in it."""
        pairs_seen = 0
        for sale_id, basket in groupby(self._rows, itemgetter(0)):
            names = {name for _, name in basket}
            self.read += 1
            yield sale_id, names
            if len(names) <= LARGEST_BASKET:
                pairs_seen += len(names) * (len(names) - 1) // 2
            if pairs_seen >= PAIRS_READ:
                return


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()
