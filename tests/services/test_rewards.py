"""Rewards without a basket: a voucher's code recorded, a coupon issued, the points burned once."""

from dataclasses import replace

import pytest

from app.errors import FieldInvalid, NotEnoughPoints, NotInScheme, RewardRefused, TakingIdTaken
from app.services.ids import uuid7
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.earning import Activity
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward, UseLimit
from app.services.rules.scheme.words import words
from tests.scheme_builder import EVERYTHING_IN_ONE, MILES, SIMPLE, sound, use
from tests.shop_builder import add_member, balance

COUPON = Reward("five", words("5 off"), 80, Benefit(BenefitKind.GIVE_COUPON, coupon="five"))


@pytest.fixture
def ana(shop):
    limited = replace(MILES, limit=UseLimit(per_member_year=1))
    gold = replace(MILES, id="gold-miles", who=Who(tiers=("gold",)))
    rewards = (*EVERYTHING_IN_ONE.rewards[:1], limited, COUPON, gold)
    use(shop, replace(EVERYTHING_IN_ONE, rewards=rewards))
    member = add_member(shop)
    shop.points.adjust(member, 700, "gift")
    return member


def test_an_outside_voucher_is_recorded_with_its_code_and_paid_once(shop, ana):
    op_id = uuid7()
    done = shop.rewards.hand_out(op_id, ana, "miles", "AIR-7781")
    assert (done.points, done.points_left, done.voucher) == (200, 500, "AIR-7781")
    assert shop.rewards.hand_out(op_id, ana, "miles", "AIR-7781") == done
    assert balance(shop, ana) == 500
    row = shop.desk.database.row("SELECT reward, voucher, sale_id FROM reward_use")
    assert tuple(row) == ("miles", "AIR-7781", None)
    with pytest.raises(RewardRefused):
        shop.rewards.hand_out(uuid7(), ana, "miles", "AIR-7782")
    with pytest.raises(TakingIdTaken):
        shop.rewards.hand_out(op_id, add_member(shop, "Bo", "000129"), "miles", "AIR-7783")
    assert sound(shop)


def test_a_coupon_for_points_is_issued_to_the_member(shop, ana):
    op_id = uuid7()
    done = shop.rewards.hand_out(op_id, ana, "five")
    assert [held.code for held in shop.loyalty.standing(ana).coupons] == [done.coupon_code]
    assert shop.rewards.hand_out(op_id, ana, "five") == done
    assert balance(shop, ana) == 620
    assert sound(shop)


def test_what_cannot_be_handed_out_says_why_and_costs_nothing(shop, ana):
    for reward, error in (
        ("miles", FieldInvalid),
        ("tea", RewardRefused),
        ("gold-miles", RewardRefused),
        ("cake", NotInScheme),
    ):
        with pytest.raises(error):
            shop.rewards.hand_out(uuid7(), ana, reward, "" if reward == "miles" else "X-1")
    shop.points.adjust(ana, -600, "a mistake")
    with pytest.raises(NotEnoughPoints):
        shop.rewards.hand_out(uuid7(), ana, "miles", "AIR-1")
    assert balance(shop, ana) == 100


def test_a_check_in_brings_its_points_once_a_day(shop, clock):
    visit = Activity("visit", words("A visit"), 5, by_hand=False, qualifies=True)
    use(shop, replace(SIMPLE, activities=(visit,)))
    member = add_member(shop)
    assert shop.visits.check_in(member).points == 5
    assert shop.visits.check_in(member).points == 0
    clock.forward(days=1)
    assert shop.visits.check_in(member).points == 5
    assert balance(shop, member) == 10
    assert sound(shop)
