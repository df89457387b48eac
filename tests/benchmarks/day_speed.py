"""Speed of the evening: a Z report over a full day's sales."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.config import TillConfig
from app.services.ids import uuid7
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.benchmarks.measure import Figure, times_ms
from tests.benchmarks.sale_speed import PAID, add_member_and_products, bench_cart


def z_figures(sales: int) -> list[Figure]:
    """Closing a day of that many sales of ten lines each, its report on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        shop = create_shop(TillConfig(data_dir=Path(folder) / "day"), ShopSettings(name="b"))
        try:
            add_member_and_products(shop)
            cart = bench_cart()
            quote = shop.checkout.quote(cart)
            for _ in range(sales):
                shop.checkout.complete(uuid7(), cart, quote, PAID)
            (taken,) = times_ms(lambda _: shop.cash.close(0), 1, 0)
            assert shop.cash.z_report(1).report.sales.count == sales
        finally:
            shop.close()
    return [Figure(f"Z report of {sales:,} sales", taken, "ms", 1_000.0)]
