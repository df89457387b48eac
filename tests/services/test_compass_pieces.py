"""The compass reads much at a time; what it tells does not hang on how much."""

import pytest

from app.models import compass as stored
from app.services import compass_products
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.insight import buyers
from app.services.rules.insight.periods import Period
from tests.shop_builder import add_member, add_product, cart_of, cash


@pytest.fixture
def traded(shop, clock):
    """Two weeks of known and open goods, some of them voided, on days of up to four sales."""
    members = [add_member(shop, f"M{at}", f"{at}") for at in range(4)]
    known = add_product(shop, "Ab12", 500)
    # Open goods called as ids are written, and as names are told from them.
    goods = (known, Item("AB12", 700), Item("=tea", 900), Item("tea", 100))
    clock.forward(days=-14)
    for at in range(30):
        item = goods[at % len(goods)]
        cart = cart_of(item, known, member=members[at * 3 // 2 % 4])
        paid = (cash(item.unit_price_minor + known.unit_price_minor),)
        receipt = shop.checkout.complete(uuid7(), cart, None, paid)
        if at % 7 == 3:
            shop.refunds.void(receipt.number, "wrong")
        clock.forward(hours=11)
    return shop


def period(shop):
    return Period(shop.compass.this_month().first, shop.desk.today())


def test_the_best_products_are_what_every_line_comes_to(traded, monkeypatch):
    monkeypatch.setattr(compass_products, "ROWS_A_TURN", 7)
    found = traded.compass.best(period(traded))
    assert {each.name for each in found.products} == {"Ab12", "AB12", "=tea", "tea"}
    told = {each.name: each.total_minor for each in found.products}
    rows = traded.desk.database.rows(
        "SELECT line.name, sum(line.total_minor) FROM sale_line AS line WHERE sale_id NOT IN"
        " (SELECT sale_id FROM refund WHERE kind = 'void') GROUP BY line.name"
    )
    assert told == dict(rows)


def test_only_the_newest_sales_are_read_whatever_day_they_are_of(traded, monkeypatch):
    monkeypatch.setattr(compass_products, "SALES_READ", 5)
    rows = traded.desk.database.rows(
        "SELECT coalesce(product_id, line.name), sum(line.total_minor) FROM (SELECT id FROM sale"
        " WHERE id NOT IN (SELECT sale_id FROM refund WHERE kind = 'void')"
        " ORDER BY sold_at DESC LIMIT 5) AS newest JOIN sale_line AS line"
        " ON line.sale_id = newest.id GROUP BY 1"
    )
    found = traded.compass.best(period(traded)).products
    told = {
        each.name if each.product_id is None else each.product_id.bytes: each.total_minor
        for each in found
    }
    assert told == dict(rows)


def test_buyers_are_counted_alike_however_many_are_kept_together(traded, monkeypatch):
    asked = period(traded)
    whole = traded.compass.buyers(asked)
    assert whole.figures[0].now == 4
    monkeypatch.setattr(buyers, "_KEPT", 0)
    assert traded.compass.buyers(asked) == whole


def test_members_of_three_days_are_each_counted_once(shop):
    for at, day in enumerate(("2024-01-01", "2025-06-30", "2025-06-30", "2026-05-05")):
        add_member(shop, number=f"{at}")
        shop.desk.database.execute(
            "UPDATE member SET joined_on = ? WHERE number = ?", (day, f"{at}")
        )
    shop.desk.database.execute("UPDATE member SET state = 'archived' WHERE number = '1'")
    asked = ["2026-05-05", "2023-12-31", "2025-06-30", "2024-01-01", "2025-06-30"]
    found = stored.members_until(shop.desk.database, asked)
    assert found == {"2023-12-31": 0, "2024-01-01": 1, "2025-06-30": 2, "2026-05-05": 3}
