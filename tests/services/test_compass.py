"""The shop compass, on a real file: each figure equal to what happened."""

from datetime import date

import pytest

from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.insight.pairs import pairs
from app.services.rules.insight.periods import Period
from tests.shop_builder import add_member, cart_of, cash, points, sell
from tests.stored_refunds import store_refund


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(first: str, last: str) -> Period:
    return Period(day(first), day(last))


@pytest.fixture
def traded(shop, clock):
    """October: 300.00 to a member. November: three sales, one of them half returned."""
    clock.forward(days=-40)  # 12 October
    chen = add_member(shop, "陈思", "000001", points=300)
    clock.forward(days=30)  # 11 November
    sell(shop, 10_000, chen)
    stranger = sell(shop, 4_000)
    store_refund(shop, stranger, minor=1_000)
    store_refund(shop, sell(shop, 9_999), kind="void")
    clock.forward(days=10)
    cart = cart_of(Item("tea", 6_000), member=chen)
    shop.checkout.complete(uuid7(), cart, None, (points(300), cash(5_700)))
    return shop


def test_a_period_stands_beside_the_one_before_and_a_year_before(traded):
    found = traded.compass.compass(period("2026-11-01", "2026-11-30"))
    now = found.figures
    assert found.before.period == period("2026-10-01", "2026-10-31")
    assert found.year_before.period == period("2025-11-01", "2025-11-30")
    assert (now.sales, now.revenue_minor) == (3, 10_000 + 4_000 - 1_000 + 6_000)
    assert (now.refunds, now.refunded_minor) == (1, 1_000)
    assert now.basket_minor == round(20_000 / 3)
    assert (now.member_sales, now.member_revenue_minor) == (2, 16_000)
    assert now.member_share_bp == round(16_000 / 19_000 * 10_000)
    assert (now.members, now.active, now.active_bp) == (1, 1, 10_000)
    assert (now.points_issued, now.points_burned) == (100 + 57, 300)
    assert (found.before.sales, found.before.revenue_minor) == (1, 30_000)
    assert (found.year_before.sales, found.year_before.basket_minor) == (0, 0)


def test_repurchase_counts_those_whose_days_have_passed(traded):
    """Who first came on 12 October came again on the 30th day after."""
    october = traded.compass.compass(period("2026-10-01", "2026-10-31")).figures
    assert [(r.days, r.members, r.again) for r in october.repurchase] == [
        (30, 1, 1),
        (60, 0, 0),
        (90, 0, 0),
    ]
    assert october.repurchase[0].share_bp == 10_000
    assert october.repurchase[1].share_bp is None


def test_what_is_owed_is_told_month_by_month(traded):
    october, november = traded.compass.owed(period("2026-10-01", "2026-11-21"))
    assert (october.day, november.day) == (day("2026-10-31"), day("2026-11-21"))
    assert (october.points, october.points_minor, october.breakage_minor) == (300, 300, None)
    assert (november.points, november.breakage_minor) == (157, 0)
    assert november.total_minor == 157


def test_the_best_products_are_told_by_what_was_paid(traded):
    best = traded.compass.best_products(period("2026-11-01", "2026-11-30"))
    assert best == (("open item", 2_000, 14_000), ("tea", 1_000, 6_000))


def test_a_shop_without_sales_has_figures_of_zero(shop):
    found = shop.compass.compass()
    assert (found.figures.sales, found.figures.basket_minor, found.figures.active_bp) == (0, 0, 0)
    assert shop.compass.owed(shop.compass.this_month())[-1].total_minor == 0
    assert shop.compass.pairs(shop.compass.this_month(), 1) == ()


def test_whole_months_are_compared_with_whole_months():
    assert period("2026-03-01", "2026-04-30").before == period("2026-01-01", "2026-02-28")
    assert period("2024-02-01", "2024-02-29").year_before == period("2023-02-01", "2023-02-28")
    assert period("2026-11-15", "2026-11-21").before == period("2026-11-08", "2026-11-14")


def test_pairs_are_told_only_beyond_chance():
    together = [("bread", "butter", "bag")] * 20 + [("tea", "bag")] * 40 + [("bag",)] * 40
    told = pairs(together, 5)
    assert [(pair.first, pair.second, pair.baskets) for pair in told] == [("bread", "butter", 20)]
    assert told[0].lift == 5.0
    by_chance = [("a", "b"), ("a",), ("b",), ()] * 25
    assert pairs(by_chance, 1) == ()
    assert pairs([], 1) == ()
