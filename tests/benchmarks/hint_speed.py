"""Hints: how quickly they are looked up, and how often they are right beside the best-seller."""

from __future__ import annotations

import itertools
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from app.config import TillConfig
from app.models import hints as stored
from app.models.database import Row
from app.services.hint_making import BEST_DAYS, PAIR_DAYS
from app.services.rules.insight.due_again import habits
from app.services.rules.insight.pairs import pairs
from app.shop import Shop, make_demo
from tests.benchmarks.large_shop import member_id
from tests.benchmarks.measure import Figure, part, times_ms


class _Undone(Exception):
    """Ends a transaction whose rows nobody needs any more."""


def hint_figures(shop: Shop, members: int, rounds: int) -> list[Figure]:
    """Look-ups in a large shop, reckoning of a member and of the shop, and the hit rates."""
    return [*_look_ups(shop, members, rounds), *_reckoning(shop, members, rounds), *_rates()]


def _look_ups(shop: Shop, members: int, rounds: int) -> list[Figure]:
    """With everything there may be to read; what is written for it is taken back."""
    rng = random.Random(5)
    database, today = shop.desk.database, shop.desk.today()
    products = [row[0] for row in database.rows("SELECT id FROM product ORDER BY id LIMIT 40")]
    asked = [rng.randrange(members) for _ in range(rounds + 3)]
    figures: list[Figure] = []

    def work() -> None:
        for at in set(asked):
            stored.replace_made(database, at + 1, _rows(products, today), today.isoformat(), 1)
        pairs = [(one, 1, two, 9, 900) for one, two in itertools.pairwise(products)]
        stored.replace_shop(database, pairs, [(products[0], 9)], today.isoformat())
        cart = [UUID(bytes=product) for product in products[:10]]

        def look_up(at: int) -> None:
            shop.hints.hints(UUID(bytes=member_id(asked[at])), cart)

        taken = times_ms(look_up, rounds)
        figures.append(Figure("hints of a member, p50", part(taken, 0.5), "ms"))
        figures.append(Figure("hints of a member, p99", part(taken, 0.99), "ms", 1))
        raise _Undone

    try:
        database.in_transaction(work)
    except _Undone:
        pass
    return figures


def _rows(products: Sequence[bytes], today: date) -> Iterator[Row]:
    first, last = today.isoformat(), (today + timedelta(days=9)).isoformat()
    for rank in (1, 2, 3):
        product = products[-rank]
        facts = '{"interval": 7, "times": 4}'
        yield rank, "due_again", product.hex(), product, facts, first, last, 5000 - rank
    yield 4, "birthday", "self", None, f'{{"name": "", "on": "{first}"}}', first, last, 0


def _reckoning(shop: Shop, members: int, rounds: int) -> list[Figure]:
    rng = random.Random(6)
    one = times_ms(
        lambda at: shop.hints.refresh(UUID(bytes=member_id(rng.randrange(members)))), rounds // 3
    )
    started = time.perf_counter()
    shop.hints.refresh_shop()
    took = time.perf_counter() - started
    return [
        Figure("hints reckoned for a member, p50", part(one, 0.5), "ms"),
        Figure("hints reckoned for the shop", took, "s"),
    ]


def _rates() -> list[Figure]:
    """Of the demo shop, as it is made today."""
    with TemporaryDirectory() as folder:
        shop = make_demo(TillConfig(data_dir=Path(folder) / "demo"))
        rates = hit_rates(shop)
        shop.close()
    return [
        Figure(f"{name}: hit rate, {of}", 100 * hits / rate.asked, "%", None, f"of {rate.asked}")
        for name, rate in rates.items()
        if rate.asked
        for of, hits in (("the hint", rate.hint), ("the best-seller", rate.best))
    ]


@dataclass(frozen=True)
class Basket:
    """One sale: who, on which day, and what products."""

    member: bytes | None
    day: int
    products: frozenset[str]


@dataclass
class Hits:
    """Of `asked` last baskets: in how many lay what a hint named, and in how many of the very
    same baskets the best-seller."""

    asked: int = 0
    hint: int = 0
    best: int = 0

    def count(self, hint: str, best: str, basket: Iterable[str]) -> None:
        self.asked += 1
        self.hint += hint in basket
        self.best += best in basket


def hit_rates(shop: Shop) -> dict[str, Hits]:
    """The last basket of each member, guessed from what lies before it and from nothing else.

    "due again" names one product as the till would; "together" is given the dearest-ranked
    product of the basket (the first by id) and names one more; each stands beside the best-seller
    of the ninety days before, on the baskets that it named something for.
    """
    baskets = list(_baskets(shop))
    last = {b.member: at for at, b in enumerate(baskets) if b.member is not None and b.products}
    due, together = Hits(), Hits()
    before: dict[bytes, list[Basket]] = defaultdict(list)
    for at, basket in enumerate(baskets):
        if basket.member is None:
            continue
        if last.get(basket.member) == at:
            _guess_due(before[basket.member], basket, baskets[:at], due)
        before[basket.member].append(basket)
    # What goes together is told by all baskets but those that are guessed at.
    left_out = set(last.values())
    _guess_together(baskets, left_out, together)
    return {"due_again": due, "together": together}


def _guess_due(own: Sequence[Basket], basket: Basket, past: Sequence[Basket], hits: Hits) -> None:
    lines: list[tuple[int, bytes | None]] = [(b.day, None) for b in own]
    lines += [(b.day, product.encode()) for b in own for product in b.products]
    named = [habit for habit in habits(lines) if habit.due_on <= basket.day]
    best = best_seller(past, basket.day, frozenset())
    if named and best is not None:
        hits.count(named[0].product.decode(), best, basket.products)


def _guess_together(baskets: Sequence[Basket], left_out: set[int], hits: Hits) -> None:
    known = [b for at, b in enumerate(baskets) if at not in left_out]
    newest = max(b.day for b in known)
    year = [b for b in known if b.day > newest - PAIR_DAYS]
    alone: Counter[str] = Counter()
    for b in year:
        alone.update(b.products)
    goes_with: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in pairs([tuple(b.products) for b in year]):
        goes_with[pair.first].append((pair.baskets / alone[pair.first], pair.second))
        goes_with[pair.second].append((pair.baskets / alone[pair.second], pair.first))
    for at in sorted(left_out):
        basket = baskets[at]
        for first in sorted(basket.products):
            rest = basket.products - {first}
            if goes_with[first]:
                best = best_seller(known, newest, frozenset({first}))
                assert best is not None
                hits.count(max(goes_with[first])[1], best, rest)


def best_seller(past: Sequence[Basket], day: int, without: frozenset[str]) -> str | None:
    """What lay in most baskets of the ninety days before, without what lies there already."""
    counts: Counter[str] = Counter()
    for basket in reversed(past):
        if basket.day < day - BEST_DAYS:
            break
        counts.update(basket.products)
    left = [(count, product) for product, count in counts.items() if product not in without]
    return max(left)[1] if left else None


def _baskets(shop: Shop) -> Iterator[Basket]:
    """Every sale that was not given back, oldest first."""
    found: dict[bytes, tuple[bytes | None, str, set[str]]] = {}
    for sale, member, day, product in shop.desk.database.rows(
        "SELECT sale.id, coalesce(keep_id, sale.member_id), business_date, product_id FROM sale"
        " JOIN sale_line ON sale_id = sale.id LEFT JOIN member_alias ON gone_id = sale.member_id"
        " WHERE NOT EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND whole = 1)"
        " ORDER BY business_date, sold_at, sale.id"
    ):
        products = found.setdefault(sale, (member, day, set()))[2]
        if product is not None:
            products.add(product.hex())
    for member, day, products in found.values():
        yield Basket(member, date.fromisoformat(day).toordinal(), frozenset(products))
