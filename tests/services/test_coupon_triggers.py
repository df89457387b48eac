"""Coupons that come by themselves: for joining, for a tier, for a habit, to be passed on."""

from dataclasses import replace

import pytest

from app.errors import CouponNotUsable
from app.services.coupons import CouponState
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.earning import Activity
from app.services.rules.scheme.offers import CouponTrigger
from app.services.rules.scheme.standing import Tier, TierBasis, TierTerms, TierWindow
from app.services.rules.scheme.words import words
from tests.scheme_builder import FIVE_OFF, SIMPLE, sound, use
from tests.shop_builder import add_member, cart_of, cash, sell


def preset(shop, name, **changes):
    return use(shop, replace(shop.schemes.preset(name), **changes))


def held(shop, member):
    return [coupon.template for coupon in shop.loyalty.standing(member).coupons]


def buy(shop, member, item, *codes):
    coupons = tuple(shop.coupons.laid(code) for code in codes)
    cart = replace(cart_of(item, member=member), coupons=coupons)
    total = shop.checkout.quote(cart_with_facts(shop, cart)).total_minor
    return shop.checkout.complete(uuid7(), cart, None, (cash(total),) if total else ())


def cart_with_facts(shop, cart):
    if cart.member is None:
        return cart
    return replace(cart, member=shop.loyalty.facts(cart.member.member_id))


def test_who_joins_the_restaurant_is_welcomed_once(shop):
    preset(shop, "restaurant")
    member_id = uuid7()
    draft = MemberDraft(name="Bo")
    shop.members.add(draft, member_id=member_id)
    shop.members.add(draft, member_id=member_id)
    (coupon,) = shop.loyalty.standing(member_id).coupons
    # 60 days from 21 November, the first included.
    assert (coupon.template, coupon.valid_to.isoformat()) == ("welcome", "2027-01-19")
    assert sound(shop)


def test_the_sale_that_reaches_gold_brings_its_coupon_once(shop):
    # Retail: Silver from 2,000.00, Gold from 8,000.00 of spend; the coupon is Gold's. Members
    # pay 30.00 less for every 300.00: 8,869.99 − 29 × 30.00 = 7,999.99; 50,000.00 − 166 × 30.00
    # = 45,020.00, past 50,000.00 in all, which keeps Gold for life and brings no second coupon.
    preset(shop, "retail")
    ana = add_member(shop)
    sell(shop, 886_999, ana)
    assert (shop.loyalty.facts(ana).tier, held(shop, ana)) == ("silver", [])
    sell(shop, 100, ana)
    assert (shop.loyalty.facts(ana).tier, held(shop, ana)) == ("gold", ["gold-welcome"])
    sell(shop, 5_000_000, ana)
    assert shop.loyalty.standing(ana).tier.expires_on is None
    assert held(shop, ana) == ["gold-welcome"]
    assert sound(shop)


def test_a_claimed_receipt_raises_the_tier_at_once(shop):
    preset(shop, "retail")
    ana = add_member(shop)
    number = sell(shop, 800_000).number
    shop.claims.claim(number, ana)
    assert (shop.loyalty.facts(ana).tier, held(shop, ana)) == ("gold", ["gold-welcome"])
    assert sound(shop)


def test_an_activity_that_counts_raises_the_tier_at_once(shop):
    # Coffee: Silver from 300 stars.
    quiz = Activity("quiz", words("a quiz"), 300, by_hand=True, qualifies=True)
    preset(shop, "coffee", activities=(quiz,))
    ana = add_member(shop)
    shop.points.activity(ana, "quiz", "all answers right")
    assert shop.loyalty.facts(ana).tier == "silver"
    assert sound(shop)


def test_a_habit_brings_one_coupon_in_ninety_days(shop, clock):
    # Coffee: three iced americanos in 90 days bring one second cup at half price, for 14 days.
    preset(shop, "coffee")
    ana, iced = add_member(shop), Item("Iced Americano", 2_500)
    for bought in range(5):
        assert held(shop, ana) == (["second-cup"] if bought >= 3 else [])
        buy(shop, ana, iced)
    clock.forward(days=20)
    buy(shop, ana, iced)
    assert held(shop, ana) == []
    clock.forward(days=69)
    buy(shop, ana, iced)
    assert held(shop, ana) == []
    # 90 days after it was issued; three were bought in the last 90: those of day 0 count no more.
    clock.forward(days=1)
    buy(shop, ana, iced)
    assert held(shop, ana) == ["second-cup"]
    assert sound(shop)


def test_what_a_member_was_given_to_pass_on_is_taken_from_a_friend(shop):
    # Restaurant: 200.00 bring a coupon of 10 % to whoever brings it: 100.00 cost 90.00.
    preset(shop, "restaurant")
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    sell(shop, 20_000, ana)
    code = next(
        coupon.code
        for coupon in shop.loyalty.standing(ana).coupons
        if coupon.template == "bring-a-friend"
    )
    meal = Item("meal", 10_000)
    assert buy(shop, bo, meal, code).total_minor == 9_000
    assert shop.coupons.find(code).state is CouponState.REDEEMED
    with pytest.raises(CouponNotUsable):
        buy(shop, None, meal, code)
    assert sound(shop)


def test_a_tier_reached_at_its_review_brings_its_coupon(shop, clock):
    """Silver in November by 300.00; 1,500.00 more in February are Gold only under the scheme of
    June, and nothing is bought before the review a year on: the coupon comes with it, once."""
    silver = TierTerms(
        TierBasis.SPEND,
        TierWindow.ROLLING_MONTHS,
        (Tier("green", words("Green"), 0), Tier("silver", words("Silver"), 30_000)),
    )
    gold = replace(silver, tiers=(*silver.tiers, Tier("gold", words("Gold"), 120_000)))
    welcome = replace(FIVE_OFF, id="hello", trigger=CouponTrigger.TIER, who=Who(tiers=("gold",)))
    use(shop, replace(SIMPLE, tiers=silver))
    member = add_member(shop)
    sell(shop, 30_000, member)
    clock.forward(days=90)
    sell(shop, 150_000, member)
    clock.forward(days=120)
    use(shop, replace(SIMPLE, tiers=gold, coupons=(welcome,)))
    clock.forward(days=160)
    shop.due.run()
    standing = shop.loyalty.standing(member)
    assert standing.tier.tier == "gold"
    assert [each.template for each in standing.coupons] == ["hello"]
    shop.due.run()
    assert len(shop.loyalty.standing(member).coupons) == 1
    assert sound(shop)
