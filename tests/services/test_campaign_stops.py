"""A campaign is stopped: points it gave stay, or come back by entries, as the owner says."""

import pytest

from app.errors import Cancelled
from app.services.campaign_types import CampaignState, Offer, OfferKind, Variant
from app.services.ids import uuid7
from app.services.rules.scheme.words import words
from tests.scheme_builder import sound
from tests.services.campaign_shop import crowd, draft
from tests.shop_builder import balance, sell, stored_balance

GIFT = Offer(OfferKind.POINTS, points=100)


def gave_points(shop, count, **changes):
    """A campaign that gave each of some members a hundred points; their ids."""
    people = crowd(shop, count)
    campaign = shop.campaigns.start(
        draft(shop, variants=(Variant("A", words("{name}"), GIFT),), holdout_bp=0, **changes)
    )
    return campaign.campaign_id, people


def test_points_stay_where_the_owner_does_not_take_them_back(shop):
    key, people = gave_points(shop, 3)
    plan = shop.campaigns.stop_plan(key)
    assert (plan.coupons, plan.points, plan.people) == (0, 300, 3)
    stopped = shop.campaigns.stop(key)
    assert (stopped.points_back, stopped.people_back) == (0, 0)
    assert [balance(shop, each) for each in people] == [100] * 3
    assert shop.campaigns.stop_plan(key) == plan  # it may still be done


def test_what_was_spent_stays_spent_and_a_repeat_takes_nothing_more(shop):
    """Of a hundred given, forty are spent; of a merged member the points moved with them."""
    key, (ana, ben, cai, gone) = gave_points(shop, 4)
    sell(shop, 10_000, ana)  # her own hundred, which stay hers
    shop.points.adjust(ana, -40, "spent")  # the gift is the older lot
    shop.points.adjust(ben, -100, "spent")
    shop.merges.merge(uuid7(), cai, gone)
    assert shop.campaigns.stop_plan(key).points == 60 + 200
    stopped = shop.campaigns.stop(key, take_back_points=True)
    assert (stopped.points_back, stopped.people_back) == (260, 2)
    assert [balance(shop, each) for each in (ana, ben, cai, gone)] == [100, 0, 0, 0]
    assert [stored_balance(shop, each) for each in (ana, ben, cai)] == [100, 0, 0]
    (last, *_) = shop.desk.database.rows(
        "SELECT points, reason FROM points_entry WHERE member_id = ? ORDER BY posted_at DESC,"
        " rowid DESC",
        (ana.bytes,),
    )
    assert last == (-60, "Autumn（已停止）")
    again = shop.campaigns.stop(key, take_back_points=True)
    assert (again.points_back, shop.campaigns.stop_plan(key).points) == (0, 0)
    assert sound(shop)


def test_points_taken_back_are_no_cost_of_the_campaign(shop):
    key, people = gave_points(shop, 4)
    before = shop.campaigns.result(key).offers_minor
    shop.points.adjust(people[0], -100, "spent")
    shop.campaigns.stop(key, take_back_points=True)
    assert 0 < shop.campaigns.result(key).offers_minor == before // 4


def test_a_stop_that_was_broken_off_goes_on_when_it_is_repeated(shop, monkeypatch):
    """Batches of two: the first stops it, and what is left is taken by the next."""
    monkeypatch.setattr("app.services.campaign_stopping.GIVEN_AT_ONCE", 2)
    key, people = gave_points(shop, 5)
    with pytest.raises(Cancelled):
        shop.campaigns.stop(key, take_back_points=True, cancelled=lambda: True)
    assert shop.campaigns.get(key).state is CampaignState.STOPPED
    assert shop.campaigns.stop_plan(key).people == 3
    assert shop.campaigns.stop(key, take_back_points=True).points_back == 300
    assert sum(balance(shop, each) for each in people) == 0
    assert sound(shop)
