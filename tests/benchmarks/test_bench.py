"""The benchmark itself runs and says what it measured; its limits are not held here."""

import json

import pytest

from app.models.database import open_database
from app.services.ids import uuid7
from app.services.rules.money import CURRENCIES
from app.services.rules.pricing import PriceTerms, price
from app.services.scheme_files import PRESETS, preset
from tests.benchmarks import __main__ as bench
from tests.benchmarks import large_shop, sale_speed
from tests.benchmarks.measure import Figure, part, table

PARTS = "find,paint,refund,insight"


@pytest.fixture(autouse=True)
def _no_real_cache(monkeypatch, tmp_path):
    monkeypatch.setattr(large_shop, "user_cache_dir", lambda *_names, **_more: str(tmp_path))


def test_the_benchmark_measures_a_small_shop(monkeypatch, capsys):
    monkeypatch.setattr(
        "sys.argv",
        [
            "bench",
            "--members",
            "60",
            "--rounds",
            "2",
            "--only",
            "find,paint,refund,insight",
            "--json",
        ],
    )
    bench.main()
    figures = {figure["name"]: figure for figure in json.loads(capsys.readouterr().out)}
    assert figures["query: pinyin p99"]["limit"] == 1.0
    assert figures["scan to member painted p99"]["value"] > 0
    assert figures["preview of a return of 50 lines p99"]["limit"] == 50.0
    assert figures["stages, cold"]["limit"] == 3.0
    assert figures["scan painted while stages are reckoned p99"]["value"] > 0
    assert figures["a sale, its days kept / not kept p50"]["limit"] == 1.15


def test_the_floor_writes_every_row_that_a_sale_writes(tmp_path):
    ours, floor = sale_speed.two_alike(tmp_path)
    for _ in range(2):
        ours.checkout.complete(uuid7(), sale_speed.bench_cart(), None, sale_speed.PAID)
        sale_speed.FloorWriter(floor).write(sale_speed.newest_sale(ours))
    tables = [
        name
        for (name,) in ours.desk.database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
    ]
    assert {"sale", "seal", "member_recency", "qualifying_entry"} < set(tables)
    for name in tables:
        rows = f"SELECT * FROM {name}"
        assert ours.desk.database.rows(rows) == floor.desk.database.rows(rows), name
    ours.close()
    floor.close()


def test_every_preset_is_priced_by_a_basket_that_it_takes_something_off():
    figures = {figure.name: figure.limit for figure in sale_speed.quote_figures(2)}
    assert figures["quote of 10 lines, simple p50"] == 0.15
    for name in PRESETS:
        assert figures[f"quote of 20 lines, {name} p50"] == 2.0
        scheme = preset(name, CURRENCIES["CNY"])
        cart = sale_speed.full_cart(scheme, 20)
        quote = price(cart, scheme, PriceTerms(), sale_speed.NOON)
        offers = scheme.promotions or scheme.rewards or scheme.coupons
        assert bool(quote.discount_minor) == bool(offers), name
        assert quote.points_earned or not scheme.earn, name


def test_a_figure_past_its_limit_is_marked():
    shown = table([Figure("slow", 2.5, "x", 2.0), Figure("quick", 1.5, "x", 2.0)])
    assert "OVER" in shown.splitlines()[0]
    assert "ok" in shown.splitlines()[1]


def test_the_99th_percentile_leaves_one_in_a_hundred_out():
    assert part([float(at) for at in range(100)], 0.99) == 99.0
    assert part([float(at) for at in range(100)], 0.5) == 50.0


def test_the_shop_as_it_was_made_is_only_copied_and_migrated():
    ready = large_shop.large_shop(60)
    made = ready.data_dir.with_name("v4-60")
    before = (made / "shop.db").read_bytes()
    (ready.data_dir / "complete").write_text("an older schema")
    again = large_shop.large_shop(60)
    assert (made / "shop.db").read_bytes() == before
    database = open_database(again.shop_file, read_only=True)
    assert database.value("SELECT sum(sales) FROM member_day") == 60
    database.close()
