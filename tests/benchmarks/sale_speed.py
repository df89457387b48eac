"""Speed of a sale: pricing it, and completing it beside the same rows written through apsw."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.config import TillConfig
from app.models import ledgers
from app.models import sales as stored
from app.models.database import Row
from app.services.ids import uuid7
from app.services.rules.cart import AppliedCoupon, Cart, CartLine, Item, MemberFacts
from app.services.rules.days import Birthday, Moment
from app.services.rules.money import CURRENCIES, MILLI
from app.services.rules.pricing import price
from app.services.rules.quote import PriceTerms
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import Goods
from app.services.rules.tenders import Tender, TenderKind
from app.services.scheme_files import PRESETS, preset
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.benchmarks.large_shop import member_id, product_id
from tests.benchmarks.measure import Figure, part, times_ms

MEMBER = UUID(bytes=member_id(1))
LINES = 10
PRICE_MINOR = 1000
PAID = (Tender(TenderKind.CASH, LINES * PRICE_MINOR),)
TAX_BP = 1300
NOON = Moment(date(2026, 11, 11))


# A shop's busiest minute, after which the till folds its log into the file.
SALES_A_MINUTE = 25


def sale_figures(rounds: int) -> list[Figure]:
    """A ten-line sale beside the same rows written through apsw, and beside one fsync: with the
    logs of both folded once a minute, as the till does, and with logs that only grow."""
    return [*_sale_figures(rounds, "", folded=True), *_sale_figures(rounds, ", log not folded")]


def _sale_figures(rounds: int, way: str, *, folded: bool = False) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        shops = two_alike(Path(folder))
        try:
            mine, theirs, syncs = _sold(*shops, Path(folder), rounds, folded=folded)
        finally:
            for shop in shops:
                shop.close()
    return [
        Figure(f"sale of 10 lines p50{way}", part(mine, 0.5), "ms"),
        Figure(f"same rows through apsw p50{way}", part(theirs, 0.5), "ms"),
        Figure(f"sale / same rows p50{way}", part(mine, 0.5) / part(theirs, 0.5), "x", 2.0),
        Figure(
            f"sale p99 above fsync p99{way}", part(mine, 0.99) - part(syncs, 0.99), "ms", 4.0,
            f"the same rows {part(theirs, 0.99) - part(syncs, 0.99):.2f}",
        ),
    ]  # fmt: skip


def _sold(
    ours: Shop, floor: Shop, folder: Path, rounds: int, *, folded: bool
) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of a sale, of the same rows, and of an fsync, each sorted."""
    writer, sync = FloorWriter(floor), _fsync_floor(folder / "sync")
    cart = bench_cart()
    quote = ours.checkout.quote(cart)
    mine: list[float] = []
    theirs: list[float] = []
    syncs: list[float] = []

    def sell(_at: int) -> None:
        ours.checkout.complete(uuid7(), cart, quote, PAID)

    sell(0)
    for at in range(rounds):
        # It writes the sale before, so that either side can go first, and each does by turns.
        write = partial(writer.write, newest_sale(ours))
        sides: list[tuple[list[float], Callable[[int], object]]] = [(mine, sell), (theirs, write)]
        for times, work in sides if at % 2 else reversed(sides):
            times.extend(times_ms(work, 1, 0))
        syncs += times_ms(sync, 1, 0)
        if folded and at % SALES_A_MINUTE == 0:
            for shop in (ours, floor):
                shop.desk.database.checkpoint()
    return sorted(mine[10:]), sorted(theirs[10:]), sorted(syncs[10:])


def two_alike(folder: Path) -> tuple[Shop, Shop]:
    """A shop that has sold once, and its copy, down to the ids: what one writes fits the other."""
    configs = TillConfig(data_dir=folder / "ours"), TillConfig(data_dir=folder / "floor")
    shop = create_shop(configs[0], ShopSettings(name="b"))
    add_member_and_products(shop)
    shop.checkout.complete(uuid7(), bench_cart(), None, PAID)
    shop.close()
    configs[1].data_dir.mkdir()
    shutil.copyfile(configs[0].shop_file, configs[1].shop_file)
    return open_shop(configs[0]), open_shop(configs[1])


def add_member_and_products(shop: Shop) -> None:
    """What the cart of every figure here sells, and to whom."""
    database = shop.desk.database
    database.execute(
        "INSERT INTO member (id, number, name, joined_on, state, created_at, updated_at)"
        " VALUES (?, '1', 'x', '2024-01-01', 'active', 0, 0)",
        (MEMBER.bytes,),
    )
    database.execute("INSERT INTO member_summary (member_id) VALUES (?)", (MEMBER.bytes,))
    database.executemany(
        "INSERT INTO product (id, name, price_minor, tax_rate_bp, weighed, active, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, 0, 1, 0, 0)",
        [(product_id(at), f"Product {at}", PRICE_MINOR, TAX_BP) for at in range(LINES)],
    )


def bench_cart(lines: int = LINES) -> Cart:
    """A basket of different products, with a member."""
    return Cart(
        tuple(
            CartLine(
                uuid7(),
                Item(f"Product {at}", PRICE_MINOR, UUID(bytes=product_id(at)), tax_rate_bp=TAX_BP),
            )
            for at in range(lines)
        ),
        MemberFacts(MEMBER),
    )


# --- pricing --------------------------------------------------------------------------


def quote_figures(rounds: int) -> list[Figure]:
    """A basket under each preset that uses all it offers, and a plain one under the simple one."""
    plain, simple = bench_cart(), preset("simple", CURRENCIES["CNY"])
    figures = [_quote_figure("quote of 10 lines, simple", plain, simple, rounds, 0.15)]
    for name in PRESETS:
        scheme = preset(name, CURRENCIES["CNY"])
        cart = full_cart(scheme, 20)
        figures.append(_quote_figure(f"quote of 20 lines, {name}", cart, scheme, rounds, 2.0))
    return figures


def _quote_figure(name: str, cart: Cart, scheme: Scheme, rounds: int, limit: float) -> Figure:
    terms = PriceTerms()
    taken = times_ms(lambda _at: price(cart, scheme, terms, NOON), rounds, warm=20)
    return Figure(f"{name} p50", part(taken, 0.5), "ms", limit)


def full_cart(scheme: Scheme, lines: int) -> Cart:
    """Goods that the scheme names, for a member of its highest tier and plan, with a coupon of
    each template and each reward once."""
    named = tuple(_goods_of(scheme))
    categories = sorted({"", *(name for each in named for name in each.categories)})
    products = sorted({name for each in named for name in each.products})
    names = [*products, *(f"Product {at}" for at in range(lines))]
    member = MemberFacts(
        MEMBER,
        points=1_000_000,
        joined_on=date(2026, 11, 1),
        tier=scheme.tiers.tiers[-1].id if scheme.tiers else "",
        plan_level=scheme.plans[-1].level if scheme.plans else "",
        birthday=Birthday(11, 11),
        tags=tuple(sorted({tag for each in scheme.promotions for tag in each.who.tags})),
        partner_cards=tuple(card.id for card in scheme.partner_cards),
    )
    return Cart(
        tuple(
            CartLine(
                uuid7(),
                Item(
                    names[at],
                    PRICE_MINOR * (at + 1),
                    UUID(bytes=product_id(at)),
                    category=categories[at % len(categories)],
                    tax_rate_bp=TAX_BP,
                ),
                2 * MILLI,
            )
            for at in range(lines)
        ),
        member,
        coupons=tuple(AppliedCoupon(each.id, each.id) for each in scheme.coupons),
        rewards=tuple(each.id for each in scheme.rewards),
    )


def _goods_of(scheme: Scheme) -> Iterator[Goods]:
    yield from (goods for _, goods in scheme.groups)
    for promotion in scheme.promotions:
        if promotion.benefit is not None:
            yield promotion.benefit.goods
            yield from (part.goods for part in promotion.benefit.parts)


# --- the floor ------------------------------------------------------------------------


class Written(NamedTuple):
    """Everything that a sale writes, but for what it adds to the member's summary."""

    rows: stored.SaleRows
    seal: Row


def newest_sale(shop: Shop) -> Written:
    """The rows of the sale that a shop made last, read back."""
    database = shop.desk.database
    sale_id = stored.newest_sales(database, shop.desk.till.till_id.bytes, 1)[0][0]
    sale = stored.sale_by_id(database, sale_id)
    seal = database.row(
        "SELECT till_id, sequence, previous, hash, kind, document_id FROM seal"
        " WHERE document_id = ?",
        (sale_id,),
    )
    assert sale is not None
    assert seal is not None
    counted = database.rows(
        f"SELECT {ledgers.COLUMNS['qualifying_entry']} FROM qualifying_entry"
        " WHERE member_id = ? AND business_date = ? AND source_id = ?",
        (sale[5], sale[7], sale_id),
    )
    rows = stored.SaleRows(
        sale=sale[:-2],
        lines=stored.sale_lines(database, sale_id),
        tenders=stored.sale_tenders(database, sale_id),
        taxes=stored.sale_taxes(database, sale_id),
        points=stored.points_of_document(database, "sale_id", sale_id),
        ledgers=ledgers.LedgerRows({"qualifying_entry": counted}),
    )
    return Written(rows, seal)


class FloorWriter:
    """Writes a sale's rows straight through apsw into the same schema, triggers included."""

    def __init__(self, shop: Shop) -> None:
        self._conn = shop.desk.database.connection

    def write(self, sale: Written, _at: int = 0) -> None:
        """One transaction."""
        conn, (rows, seal) = self._conn, sale
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany(stored.INSERT_LINE, rows.lines)
        conn.executemany(stored.INSERT_TENDER, rows.tenders)
        conn.executemany(stored.INSERT_TAX, rows.taxes)
        conn.executemany(
            ledgers.INSERTS["qualifying_entry"], rows.ledgers.tables["qualifying_entry"]
        )
        conn.execute(stored.INSERT_SALE, rows.sale)
        conn.executemany(stored.INSERT_ENTRY, rows.points.entries)
        conn.executemany(stored.INSERT_LOT, rows.points.lots)
        # The day's first visit is there since the shop's first sale.
        conn.execute(
            "INSERT OR IGNORE INTO visit (id, member_id, kind, visited_at, business_date)"
            " VALUES (?, ?, 'sale', ?, ?)",
            (rows.sale[0], rows.sale[5], rows.sale[6], rows.sale[7]),
        )
        conn.execute(
            "UPDATE member_summary SET points = points + ?, spent_minor = spent_minor + ?,"
            " last_visit_at = ? WHERE member_id = ?",
            (rows.sale[15], rows.sale[12], rows.sale[6], rows.sale[5]),
        )
        conn.execute(stored.INSERT_SEAL, seal)
        conn.execute("COMMIT")


def _fsync_floor(path: Path) -> Callable[[int], None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
    block = b"x" * 16_384

    def sync(_at: int) -> None:
        os.write(handle, block)
        os.fsync(handle)

    return sync
