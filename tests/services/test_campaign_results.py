"""What a campaign added, reckoned from real sales, returns and merges."""

import pytest

from app.services.campaign_types import Offer, OfferKind, Outcome, Variant
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.money import MILLI
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.scheme.words import words
from tests.scheme_builder import sound
from tests.services.campaign_shop import crowd, draft
from tests.shop_builder import add_product, cart_of, cash, points, sell
from tests.trust.test_doctor import triggers_off


def arms(shop, campaign):
    """Who is held out, and who is asked."""
    from uuid import UUID

    rows = shop.desk.database.rows(
        "SELECT member_id, arm FROM campaign_member WHERE campaign_id = ? ORDER BY member_id",
        (campaign.campaign_id.bytes,),
    )
    held = [UUID(bytes=key) for key, arm in rows if not arm]
    return held, [UUID(bytes=key) for key, arm in rows if arm]


@pytest.fixture
def running(shop):
    crowd(shop, 40)
    return shop.campaigns.start(
        draft(shop, holdout_bp=5_000, margin_bp=4_000, cost_minor=700, cost_each_minor=50)
    )


def test_added_visits_and_profit_are_those_of_the_reached_beyond_the_held_out(shop, clock, running):
    held, asked = arms(shop, running)
    for member in (*held[:5], *asked):
        clock.forward(minutes=1)
        sell(shop, 1_000, member)
    clock.forward(days=1)
    for member in asked[:10]:
        sell(shop, 500, member)
    told = shop.campaigns.result(running.campaign_id)
    hold, reach = told.arms
    assert (hold.people, hold.visits, hold.spent_minor, hold.bought) == (20, 5, 5_000, 5)
    assert (reach.people, reach.visits, reach.spent_minor, reach.bought) == (20, 30, 25_000, 20)
    assert (hold.profit_minor, reach.profit_minor) == (2_000, 10_000)
    assert told.visits.each == pytest.approx(1.5 - 0.25)
    assert told.profit.each == pytest.approx(500 - 100)
    assert told.profit.total == pytest.approx(8_000)
    assert told.visits.low < 1.25 < told.visits.high
    assert told.visits.verdict == told.profit.verdict == "added"
    assert (told.cost_minor, told.net_minor, told.return_bp) == (700, 7_300, 104_285)
    low, high = told.net_range_minor
    assert low == round(told.profit.total_low) - 700 < 7_300 < high
    assert not told.finished
    clock.forward(days=40)
    late = shop.campaigns.result(running.campaign_id)
    sell(shop, 99_000, asked[0])
    assert late.finished
    assert shop.campaigns.result(running.campaign_id).arms == late.arms == told.arms


def test_profit_knows_costs_returns_points_and_what_is_not_known(shop, running):
    _, (one, two, three, *_) = arms(shop, running)
    beans = add_product(shop, "Beans", 5_000)
    shop.desk.database.execute("UPDATE product SET cost_minor = 3000 WHERE name = 'Beans'")
    shop.checkout.complete(uuid7(), cart_of(beans, member=one), None, (cash(5_000),))
    bought = shop.checkout.complete(
        uuid7(), cart_of(beans, Item("open", 1_000), member=two), None, (cash(6_000),)
    )
    shop.refunds.refund(RefundDraft(uuid7(), bought.sale_id, (ReturnLine(1, MILLI),)))
    shop.points.adjust(three, 10_000, "gift")
    shop.checkout.complete(
        uuid7(), cart_of(beans, member=three), None, (points(1_000), cash(4_000))
    )
    (arm,) = [each for each in shop.campaigns.result(running.campaign_id).arms if each.name]
    # 50 − 30; 40 % of 10.00 that stayed; 50 − 30 less 10.00 paid by points.
    assert arm.profit_minor == 2_000 + 400 + 1_000
    assert arm.spent_minor == 5_000 + 1_000 + 4_000
    assert shop.campaigns.result(running.campaign_id).costed_bp == 10_000 * 10_000 // 11_000


def test_a_sale_taken_back_whole_is_no_visit(shop, running):
    _, asked = arms(shop, running)
    bought = sell(shop, 1_000, asked[0])
    shop.refunds.refund(RefundDraft(uuid7(), bought.sale_id, (ReturnLine(1, MILLI),)))
    told = shop.campaigns.result(running.campaign_id)
    assert told.arms[1].visits == told.arms[1].profit_minor == told.funnel.bought == 0
    assert told.visits.verdict == "too_few"


def test_the_sales_of_who_was_merged_count_for_who_is_kept_once(shop, running):
    held, asked = arms(shop, running)
    keep, gone = asked[0], asked[1]
    shop.campaigns.outcome(running.campaign_id, gone, Outcome.WILL_COME)
    sell(shop, 1_000, keep)
    sell(shop, 2_000, gone)
    other = held[0]
    sell(shop, 4_000, other)
    shop.merges.merge(uuid7(), keep, gone)
    told = shop.campaigns.result(running.campaign_id)
    assert told.merged == 1
    assert (told.arms[1].people, told.arms[1].spent_minor, told.arms[1].visits) == (19, 3_000, 1)
    # Who was drawn and merged into somebody who was not, is that somebody.
    new = crowd(shop, 1)[0]
    shop.merges.merge(uuid7(), new, other)
    sell(shop, 500, new)
    assert shop.campaigns.result(running.campaign_id).arms[0].spent_minor == 4_500
    third = shop.campaigns.call_list(running.campaign_id)[2]
    shop.merges.merge(uuid7(), new, third.member_id)
    assert shop.campaigns.outcome(running.campaign_id, new, Outcome.NO).member_id == (
        third.member_id
    )
    assert sound(shop)


def test_points_given_are_a_cost_and_two_variants_are_compared(shop):
    crowd(shop, 60)
    variants = (
        Variant("A", words("a")),
        Variant("B", words("b"), Offer(OfferKind.POINTS, points=200)),
    )
    campaign = shop.campaigns.start(draft(shop, variants=variants, holdout_bp=3_333))
    told = shop.campaigns.result(campaign.campaign_id)
    assert [arm.people for arm in told.arms] == [20, 20, 20]
    # 200 points pay 2.00 under the simple scheme; twenty people got them.
    assert told.offers_minor == 20 * 200
    assert told.between is not None
    assert told.between.visits.treated == told.between.visits.control == 20
    assert [each.name for each in told.variants] == ["A", "B"]


# --- the doctor -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ("campaign", "UPDATE campaign SET audience = audience + 1"),
        ("campaign_member", "UPDATE campaign_member SET arm = 9 WHERE arm = 1"),
        ("campaign_member", "UPDATE campaign_member SET arm = 0 WHERE arm = 1"),
        (
            "campaign_left_out",
            "INSERT INTO campaign_left_out SELECT campaign_id, member_id, 'cap'"
            " FROM campaign_member LIMIT 1",
        ),
        ("contact", "DELETE FROM contact"),
        ("campaign_outcome", "DELETE FROM campaign_outcome"),
        ("campaign_outcome", "UPDATE campaign_outcome SET number = 2"),
        ("campaign_issue", "DELETE FROM campaign_issue"),
        ("coupon", "UPDATE coupon SET occasion = 'campaign 00'"),
    ],
)
def test_the_doctor_finds_what_was_changed_behind_its_back(shop, tables, fault):
    from tests.services.campaign_shop import TEN_OFF, TEXT, with_coupon

    crowd(with_coupon(shop), 10)
    campaign = shop.campaigns.start(draft(shop, variants=(Variant("A", TEXT, TEN_OFF),)))
    _, asked = arms(shop, campaign)
    shop.campaigns.outcome(campaign.campaign_id, asked[0], Outcome.REACHED)
    assert sound(shop)
    database = shop.desk.database
    with triggers_off(database, tables):
        assert database.execute(fault.replace("'campaign 00'", "occasion || '00'"))
    assert "campaigns" in {check.name for check in shop.doctor.run() if not check.ok}
