"""Where members stand, on a real file: equal to a plain count of the same sales."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from statistics import median_high

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.insight.rfm import RfmValues
from app.services.rules.insight.stages import gaps
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.shop_builder import Clock, add_member, cart_of, cash, points, sell
from tests.stored_refunds import store_refund


def buying_days(shop):
    """(member number, day, sales, minor units) as the file keeps them."""
    return shop.desk.database.rows(
        "SELECT number, business_date, sales, spent_minor FROM member_day"
        " JOIN member ON member.seq = member_day.seq ORDER BY number, business_date"
    )


def unsound(shop):
    return [check for check in shop.doctor.run() if check.name == "buying_days" and not check.ok]


def test_a_sale_a_claim_and_a_refund_move_the_day_they_were_sold_on(shop, clock):
    chen = add_member(shop, "陈思", "000001", points=300)  # a sale of 300.00
    day = shop.desk.today().isoformat()
    first = sell(shop, 5_000, chen)
    claimed = sell(shop, 1_000)
    shop.claims.claim(claimed.number, chen)
    assert buying_days(shop) == [("000001", day, 3, 36_000)]
    clock.forward(days=3)
    store_refund(shop, first, minor=2_000)
    assert buying_days(shop) == [("000001", day, 3, 34_000)]
    store_refund(shop, claimed)
    assert buying_days(shop) == [("000001", day, 2, 33_000)]
    assert not unsound(shop)


def test_what_points_paid_was_not_spent(shop):
    chen = add_member(shop, "陈思", "000001", points=500)
    shop.checkout.complete(
        uuid7(), cart_of(Item("tea", 2_000), member=chen), None, (points(300), cash(1_700))
    )
    (day,) = buying_days(shop)
    assert day[2:] == (2, 50_000 + 1_700)


def test_who_brought_everything_back_has_not_bought(shop):
    chen = add_member(shop, "陈思", "000001")
    store_refund(shop, sell(shop, 5_000, chen))
    assert len(shop.insights.rfm().grouped.members) == 0


def test_who_was_merged_bought_as_the_member_kept(shop, clock):
    keep, gone = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    sell(shop, 5_000, keep)
    sell(shop, 1_000, gone)
    clock.forward(days=2)
    sell(shop, 2_000, gone)
    shop.merges.merge(uuid7(), keep, gone)
    found = shop.insights.rfm()
    assert list(shop.insights.numbers(found.grouped.members.seqs)) == ["000001"]
    assert found.values(0) == RfmValues(0, 2, 8_000)
    assert not unsound(shop)


def test_a_day_that_was_changed_by_hand_is_found(shop):
    sell(shop, 5_000, add_member(shop, "陈思", "000001"))
    shop.desk.database.execute("UPDATE member_day SET spent_minor = 1")
    (check,) = unsound(shop)
    assert "000001" in check.detail


PAST = st.lists(
    # A check-in where nothing is paid.
    st.tuples(st.integers(0, 4), st.integers(0, 400), st.just(0) | st.integers(1, 90_000)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=12, deadline=None)
@given(past=PAST)
def test_groups_equal_a_plain_count_of_the_sales_and_stages_of_the_visits(tmp_path_factory, past):
    clock = Clock()
    shop = create_shop(
        TillConfig(tmp_path_factory.mktemp("shop")), ShopSettings(name="t"), clock=clock
    )
    members = [add_member(shop, f"m{at}", f"{at:06d}") for at in range(5)]
    start = clock.moment
    spent: Counter[int] = Counter()
    days: dict[int, set[int]] = {}
    visits: dict[int, set[int]] = {}
    for who, ago, minor in past:
        clock.moment = start - timedelta(days=ago)
        visits.setdefault(who, set()).add(ago)
        if not minor:
            shop.visits.check_in(members[who])
            continue
        sell(shop, minor, members[who])
        spent[who] += minor
        days.setdefault(who, set()).add(ago)
    clock.moment = start
    found = shop.insights.rfm()
    told = {
        number: found.values(at)
        for at, number in enumerate(shop.insights.numbers(found.grouped.members.seqs))
    }
    assert told == {
        f"{who:06d}": RfmValues(min(ago), len(ago), spent[who]) for who, ago in days.items()
    }
    for grouped in (found.grouped, shop.insights.quadrants().grouped):
        sums = grouped.sums()
        assert sum(each.members for each in sums) == len(days)
        assert sum(each.spent_minor for each in sums) == sum(spent.values())
    stages = shop.insights.stages()
    came, rhythms = stages.grouped.members, stages.rhythms
    assert sum(each.spent_minor for each in stages.grouped.sums()) == sum(spent.values())
    for at, number in enumerate(shop.insights.numbers(came.seqs)):
        own = sorted(-ago for ago in visits.pop(int(number)))
        assert (came.visits[at], came.last[at] - start.toordinal()) == (len(own), own[-1])
        if len(own) > 2:
            assert rhythms[at] == median_high(gaps(own))
        measures = shop.insights.of_member(members[int(number)])
        assert (measures.visits, measures.purchases) == (len(own), len(days.get(int(number), ())))
        assert measures.days[-1] == came.last[at]
    assert not visits
    assert not unsound(shop)
    shop.close()


@pytest.mark.parametrize("days_ago", [0, 1, 400])
def test_one_member_on_one_day_is_told_without_a_division_by_zero(shop, clock, days_ago):
    member = add_member(shop, "陈思", "000001")
    clock.forward(days=-days_ago)
    shop.checkout.complete(
        uuid7(), replace(Cart(), lines=(CartLine(uuid7(), Item("gift", 0)),)), None, ()
    )
    sell(shop, 100, member)
    clock.forward(days=days_ago)
    assert shop.insights.rfm().grouped.sums()
    assert shop.insights.quadrants().cross is not None
    assert shop.insights.stages().grouped.sums()
    assert shop.insights.models().visits is None
    assert list(shop.insights.forecasts(shop.insights.models())) == []
