"""One member's measures, equal to a plain count of their sales; and where they stand."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import median_high

import pytest

from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.insight.rfm import LEAST_FOR_FIFTHS, RfmGroup
from app.services.rules.insight.stages import gaps
from tests.services.test_outlook import days_of
from tests.shop_builder import add_member, cart_of, cash, points, sell
from tests.stored_refunds import store_refund


def buy(shop, member, name, minor, category=""):
    item = replace(Item(name, minor), category=category)
    return shop.checkout.complete(uuid7(), cart_of(item, member=member), None, (cash(minor),))


@pytest.fixture
def chen(shop):
    return add_member(shop, "陈思", "000001")


def test_measures_are_those_of_the_sales_that_stand(shop, clock, chen):
    days = []
    for at, minor in enumerate((1_000, 2_500, 4_000, 900, 900)):
        buy(shop, chen, "Latte" if at % 2 else "Tea", minor, "Coffee")
        days.append(shop.desk.today())
        clock.forward(days=at + 2)
    last = days[-1]
    back = buy(shop, chen, "Cake", 99_900, "Bakery")
    store_refund(shop, back)
    found = shop.insights.of_member(chen)
    assert (found.first_visit, found.last_visit, found.visits) == (days[0], last, 5)
    assert (found.spent_minor, found.average_minor) == (9_300, 1_860)
    assert found.rhythm_days == median_high(gaps([day.toordinal() for day in days]))
    assert found.away_days == (shop.desk.today() - last).days
    assert found.products == ("Tea", "Latte")
    assert found.categories == ("Coffee",)
    assert found.price_band == (900, 2_500)
    assert found.recent_sales == 5


def test_only_the_last_twelve_months_count_as_such(shop, clock, chen):
    sell(shop, 1_000, chen)
    clock.forward(days=360)
    sell(shop, 2_000, chen)
    clock.forward(days=10)
    found = shop.insights.of_member(chen)
    assert (found.visits, found.spent_minor) == (2, 3_000)
    assert (found.visits_12, found.spent_12_minor) == (1, 2_000)


def test_a_habit_is_told_only_where_there_is_one(shop, clock, chen):
    sell(shop, 1_000, chen)
    assert shop.insights.of_member(chen).usual_weekday is None
    weekday = shop.desk.today().weekday()
    for _ in range(3):
        clock.forward(days=7)
        sell(shop, 1_000, chen)
    found = shop.insights.of_member(chen)
    assert found.usual_weekday == weekday
    local = clock.moment.astimezone(shop.desk.zone)
    assert found.usual_hour is not None
    assert (local.hour - found.usual_hour) % 24 in (0, 1)
    for _ in range(24):
        clock.forward(days=8, hours=5)
        sell(shop, 1_000, chen)
    assert shop.insights.of_member(chen).usual_weekday is None


def test_a_sale_where_a_benefit_was_used_is_counted(shop, chen):
    sell(shop, 500_000, chen)
    item = Item("tea", 2_000)
    shop.checkout.complete(uuid7(), cart_of(item, member=chen), None, (points(300), cash(1_700)))
    found = shop.insights.of_member(chen)
    assert (found.recent_sales, found.with_benefit) == (2, 1)


def test_claims_and_who_was_merged_count_and_the_future_does_not(shop, clock, chen):
    gone = add_member(shop, "陈思", "000002")
    sell(shop, 1_000, gone)
    clock.forward(days=3)
    shop.claims.claim(sell(shop, 2_000).number, chen)
    shop.merges.merge(uuid7(), chen, gone)
    days_of(shop, [(0, -40, 70_000)])
    found = shop.insights.of_member(chen)
    assert (found.visits, found.spent_minor, found.recent_sales) == (2, 3_000, 2)
    assert found.first_visit == shop.desk.today() - timedelta(days=3)


def test_who_never_bought_has_measures_and_no_place(shop, chen):
    shop.segments.save("all", "visits >= 0")
    place = shop.places.of(chen)
    assert (place.measures.visits, place.measures.away_days) == (0, None)
    assert (place.stage, place.group, place.quadrant, place.forecast) == (None,) * 4
    assert place.segments == ("all",)


def test_a_member_stands_where_the_groups_of_the_shop_put_them(shop, clock, chen):
    for at in range(10, 10 + LEAST_FOR_FIFTHS):
        add_member(shop, f"m{at}", f"{at:06d}")
    past = [
        (at, 3 * at + 7 * visit, 1_000 * (at + 1))
        for at in range(LEAST_FOR_FIFTHS + 1)
        for visit in range(at % 4 + 1)
    ]
    days_of(shop, past)
    shop.segments.save("champions", "rfm = champions")
    shop.segments.save("broken", "tag = gone")
    for grouped, kind in (
        (shop.insights.rfm().grouped, "group"),
        (shop.insights.quadrants().grouped, "quadrant"),
        (shop.insights.stages().grouped, "stage"),
    ):
        numbers = list(shop.insights.numbers(grouped.members.seqs))
        for at, number in enumerate(numbers):
            place = shop.places.of(shop.members.by_number(number).member_id)
            assert getattr(place, kind) == grouped.names[grouped.places[at]]
            assert place.segments == (("champions",) if place.group == "champions" else ())
    assert shop.places.of(chen).forecast is None  # too few came back to forecast from


def test_fifths_of_a_few_members_call_nobody_lost(shop, clock, chen):
    sell(shop, 1_000, chen)
    assert shop.insights.rfm().grouped.places[0] == list(RfmGroup).index(RfmGroup.LOST)
    assert shop.places.of(chen).group is None
    own = {"rfm_recency_days": "8 31 91 181", "rfm_frequency": "1 3 6 12"}
    settings = replace(shop.settings.get(), **own, rfm_monetary_minor="1 2 3 4")
    shop.settings.save(settings)
    assert shop.places.of(chen).group is RfmGroup.NEW


def test_the_mean_of_a_few_members_calls_nobody_frequent(shop, clock, chen):
    sell(shop, 1_000, chen)
    assert shop.insights.quadrants().cross is not None
    assert shop.places.of(chen).quadrant is None


def test_the_owners_limits_move_a_member_at_once(shop, clock, chen):
    sell(shop, 1_000, chen)
    clock.forward(days=40)
    assert shop.places.of(chen).stage == "active"
    settings = shop.settings.get()
    shop.settings.save(replace(settings, stage_silent_days=20, stage_lost_days=30))
    assert shop.places.of(chen).stage == "lost"


def test_ten_thousand_visits_are_measured(shop, chen):
    days_of(shop, [(0, ago, 100) for ago in range(10_000)])
    found = shop.insights.of_member(chen)
    assert (found.visits, found.rhythm_days) == (10_000, 1)
    assert found.first_visit == date.fromordinal(shop.desk.today().toordinal() - 9_999)
    assert shop.places.of(chen).stage == "active"
