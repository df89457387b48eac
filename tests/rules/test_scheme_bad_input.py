"""What should not be there at all: a clear reason each, and nothing half done."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.messages import reason_text
from app.services.rules.cart import AppliedCoupon
from app.services.rules.conditions import takes
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward
from app.services.rules.scheme.words import words
from tests.rules.scheme_builder import (
    ANA,
    CNY,
    NOON,
    cart,
    category,
    codes,
    line,
    member,
    off,
    priced,
    promo,
    scheme_of,
    template,
    weighed,
)

TEN = scheme_of(coupons=(template("ten", off(10)),))
TEA = cart(line("tea", 1000), who=member())


@pytest.mark.parametrize(
    ("coupon", "said"),
    [
        (AppliedCoupon("C1", "ten", refusal="used"), "ten: the coupon was already used"),
        (AppliedCoupon("C1", "ten", refusal="revoked"), "ten: the coupon was revoked"),
        (AppliedCoupon("C1", "C1", refusal="unknown"), "C1: no coupon of this scheme"),
        (AppliedCoupon("C1", "gone"), "C1: no coupon of this scheme"),
        (
            AppliedCoupon("C1", "ten", valid_to=date(2026, 6, 19)),
            "ten: the coupon was valid until 2026-06-19",
        ),
        (
            AppliedCoupon("C1", "ten", valid_from=date(2026, 6, 21)),
            "ten: the coupon is valid from 2026-06-21",
        ),
        (
            AppliedCoupon("C1", "ten", member_id=UUID(int=99)),
            "ten: the coupon belongs to another member",
        ),
    ],
)
def test_a_coupon_that_cannot_be_used_says_why_and_takes_nothing(coupon, said):
    quote = priced(replace(TEA, coupons=(coupon,)), TEN)
    assert (quote.total_minor, quote.coupons_used) == (1000, ())
    assert [reason_text(why, "en", CNY) for why in quote.why_not] == [said]


def test_a_coupon_on_its_last_day_is_valid():
    coupon = AppliedCoupon("C1", "ten", ANA, valid_from=NOON.day, valid_to=NOON.day)
    assert priced(replace(TEA, coupons=(coupon,)), TEN).total_minor == 900


def test_the_same_coupon_twice_counts_once():
    one = AppliedCoupon("C1", "ten")
    quote = priced(replace(TEA, coupons=(one, one)), TEN)
    assert (quote.total_minor, quote.coupons_used) == (900, ("C1",))
    assert codes(quote)["ten"] == "coupon_twice"


def test_a_members_coupon_is_nothing_for_a_stranger_but_a_bearers_is():
    assert codes(priced(cart(line("tea", 1000), coupons=("ten",)), TEN))["ten"] == "members_only"
    bearer = scheme_of(coupons=(template("ten", off(10), bearer=True),))
    assert priced(cart(line("tea", 1000), coupons=("ten",)), bearer).total_minor == 900


def test_more_points_than_are_held_take_no_reward():
    cup = Reward("cup", words("cup"), 150, off(100))
    scheme = scheme_of(rewards=(cup,))
    quote = priced(replace(TEA, member=member(points=149), rewards=("cup",)), scheme)
    assert (quote.total_minor, quote.rewards) == (1000, ())
    assert reason_text(quote.why_not[0], "en", CNY) == "cup: needs 150 points, 149 are free"
    debt = priced(replace(TEA, member=member(points=-5), rewards=("cup",)), scheme)
    assert codes(debt)["cup"] == "reward_points"


def test_an_unknown_reward_is_told():
    quote = priced(replace(TEA, rewards=("moon",)), TEN)
    assert codes(quote) == {"moon": "reward_unknown"}


def test_a_reward_without_effect_costs_nothing():
    cake = Reward("cake", words("cake"), 10, off(100, category("cake")))
    quote = priced(
        replace(TEA, member=member(points=50), rewards=("cake",)), scheme_of(rewards=(cake,))
    )
    assert (quote.points_spent_on_rewards, codes(quote)["cake"]) == (0, "no_goods")


def test_a_set_price_above_the_price_is_no_offer():
    dear = Benefit(BenefitKind.SET_PRICE, price_minor=2000)
    quote = priced(TEA, scheme_of(promo("dear", dear)))
    assert (quote.total_minor, codes(quote)["dear"]) == (1000, "already_cheaper")


def test_a_unit_of_what_is_weighed_is_never_given_away():
    free = Benefit(BenefitKind.FREE_UNITS, units=1)
    quote = priced(cart(weighed("ham", 9900, 2500)), scheme_of(promo("free", free)))
    assert (quote.discount_minor, codes(quote)["free"]) == (0, "no_whole_unit")


def test_groups_of_goods_that_contain_each_other_end():
    round_and_round = (
        ("a", Goods(groups=("b",), categories=("tea",))),
        ("b", Goods(groups=("a",), categories=("cake",))),
    )
    scheme = scheme_of(groups=round_and_round)
    assert takes(Goods(groups=("a",)), line("x", 1, category="cake").item, scheme)
    assert not takes(Goods(groups=("a",)), line("x", 1, category="oil").item, scheme)


def test_goods_left_out_of_a_group_are_not_left_out_of_the_others():
    groups = (("drinks", Goods(categories=("tea",), without=Goods(products=("geisha",)))),)
    both = Goods(groups=("drinks",), products=("geisha",))
    scheme = scheme_of(groups=groups)
    geisha = line("geisha", 1, category="tea").item
    assert not takes(Goods(groups=("drinks",)), geisha, scheme)
    assert takes(both, geisha, scheme)


def test_an_empty_cart_costs_nothing_and_earns_nothing():
    quote = priced(replace(TEA, lines=(), coupons=(AppliedCoupon("C1", "ten"),)), TEN)
    assert (quote.total_minor, quote.points_earned, quote.coupons_used) == (0, 0, ())


def test_hundreds_of_promotions_are_each_told():
    many = tuple(promo(f"p{n}", off(n % 90 + 1)) for n in range(300))
    quote = priced(TEA, scheme_of(*many))
    assert quote.total_minor == 100
    assert len(codes(quote)) == 299
