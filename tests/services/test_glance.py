"""Today at a glance: each figure counts what it says, beside the same weekday."""

from __future__ import annotations

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from tests.shop_builder import add_product, cart_of, cash, sell
from tests.stored_refunds import store_refund


def test_a_day_on_which_nothing_happened_says_so(shop):
    glance = shop.glance.today()
    assert glance.is_empty
    assert (glance.figures.basket_minor, glance.figures.member_share_bp) == (0, 0)
    assert (glance.hours, glance.best) == ((), ())


def test_the_figures_of_the_day_count_what_they_say(shop, clock):
    ana = shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member.member_id
    sell(shop, 3000, ana)
    back = sell(shop, 1000)
    void = sell(shop, 9900)
    store_refund(shop, back, minor=400, quantity_milli=400)
    store_refund(shop, void, kind="void")
    day = shop.glance.today().figures
    assert (day.sales, day.total_minor, day.basket_minor) == (2, 4000, 2000)
    assert (day.refunds, day.refunded_minor, day.voids, day.net_minor) == (1, 400, 1, 3600)
    assert (day.member_sales, day.member_share_bp, day.new_members) == (1, 7500, 1)
    assert (day.points_issued, day.points_burned) == (30, 0)


def test_the_week_before_counts_up_to_the_same_time_of_day(shop, clock):
    sell(shop, 500)
    clock.forward(hours=5)
    sell(shop, 700)
    clock.forward(days=7, hours=-4)
    sell(shop, 900)
    glance = shop.glance.today()
    assert (glance.figures.total_minor, glance.before.total_minor) == (900, 500)
    # The hours show the whole of that day: 10:00 and 15:00 then, 11:00 now.
    hours = [(hour.hour, hour.total_minor, hour.before_minor) for hour in glance.hours]
    assert hours[0] == (10, 0, 500)
    assert hours[1] == (11, 900, 0)
    assert hours[-1] == (15, 0, 700)


def test_the_best_products_stand_by_what_was_paid(shop):
    tea, cake = add_product(shop, "茶", 1800), add_product(shop, "可颂", 1600)
    shop.checkout.complete(uuid7(), cart_of(tea, cake), None, (cash(3400),))
    shop.checkout.complete(uuid7(), cart_of(cake), None, (cash(1600),))
    best = shop.glance.today().best
    assert [(each.name, each.quantity_milli, each.total_minor) for each in best] == [
        ("可颂", 2000, 3200),
        ("茶", 1000, 1800),
    ]
