"""The table of schemes, cell by cell, at the till: each preset does what it promises, and the
ledgers say so. Numbers are worked out by hand in the comments; they are fens and points.

The till stands on Saturday 21 November 2026. A name is test_<preset>_<primitive>_<promise>.
"""

import pytest

from app.errors import ActivityLimit, NoPlan, PerkUsedUp, RewardRefused, SaleBarred
from app.services.ids import uuid7
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import sound
from tests.services.scheme_shop import SchemeShop
from tests.shop_builder import balance, cash


@pytest.fixture
def till(shop, clock):
    made = SchemeShop(shop, clock)
    yield made
    assert sound(shop)


def wallet(till, member):
    return till.shop.loyalty.standing(member).wallet


# --- coffee -----------------------------------------------------------------------


def test_coffee_enrolment_a_phone_is_enough(till):
    till.opens_with("coffee")
    ana = till.enrols("", phone="13912345678")
    # 12.00 paid on the first day: 12 stars.
    till.buys(ana, 1_200)
    assert (balance(till.shop, ana), till.tier(ana)) == (12, "green")


def test_coffee_earn_a_star_for_each_1_paid(till):
    till.opens_with("coffee")
    ana = till.enrols()
    # 30.50 → 30, then 0.99 → 0: what is left of one sale is no part of the next.
    till.buys(ana, 3_050)
    till.buys(ana, 99)
    assert balance(till.shop, ana) == 30


def test_coffee_multiplier_stars_are_doubled_on_the_first_of_the_month(till):
    till.opens_with("coffee")
    ana = till.enrols()
    till.goes_to("2026-12-01")
    till.buys(ana, 3_000)
    till.goes_to("2026-12-02")
    till.buys(ana, 3_000)
    # 30 × 2 + 30, all of which count for the tier.
    assert balance(till.shop, ana) == 90
    assert till.shop.loyalty.standing(ana).tier.qualifying == 90


def test_coffee_tiers_up_at_once_and_down_one_step_at_the_review(till):
    till.opens_with("coffee")
    ana = till.enrols()
    till.buys(ana, 29_900)
    assert till.tier(ana) == "green"
    till.buys(ana, 100)
    assert till.tier(ana) == "silver"
    till.buys(ana, 90_000)
    # 299 + 1 + 900 = 1,200 in twelve months: Gold, to the same day a year on.
    assert (till.tier(ana), wallet(till, ana).total_minor) == ("gold", 0)
    assert till.shop.loyalty.standing(ana).tier.expires_on.isoformat() == "2027-11-21"
    till.goes_to("2027-11-21")
    assert till.tier(ana) == "gold"
    # Nothing bought since: one step, not two.
    till.goes_to("2027-11-23")
    assert till.tier(ana) == "silver"


def test_coffee_redeem_150_stars_are_a_medium_drink(till):
    till.opens_with("coffee")
    ana = till.enrols()
    till.buys(ana, 17_000)
    lines = ("latte", 3_000, 1, "Coffee"), ("chai", 2_800, 1, "Tea & more")
    receipt = till.sells(till.cart(ana, *lines, rewards=("medium-drink",)))
    # The cheaper drink is free; 170 − 150 + 30 for the 30.00 paid.
    assert (receipt.total_minor, balance(till.shop, ana)) == (3_000, 50)


def test_coffee_birthday_gold_drinks_free_in_the_month(till):
    till.opens_with("coffee")
    ana = till.enrols(birthday="1990-03-08")
    bo = till.enrols("Bo", birthday="1990-03-08")
    till.puts_in(ana, "gold")
    till.goes_to("2027-03-01")
    assert (till.held(bo), list(till.held(ana))) == ({}, ["birthday-drink"])
    greeting = till.shop.desk.scheme.coupons[0].greeting.said("en")
    assert greeting == "Happy birthday! This month a drink is on us."
    drink = ("latte", 3_000, 1, "Coffee")
    code = till.held(ana)["birthday-drink"]
    assert till.sells(till.cart(ana, drink, coupons=(code,))).total_minor == 0
    till.goes_to("2027-03-31")
    assert till.held(ana) == {}


def test_coffee_behaviour_the_second_iced_americano_at_half_price(till):
    till.opens_with("coffee")
    ana = till.enrols()
    iced = "Iced Americano", 2_500
    for _ in range(3):
        assert "second-cup" not in till.held(ana)
        till.sells(till.cart(ana, (*iced, 1, "Coffee")))
    code = till.held(ana)["second-cup"]
    # 25.00 + 12.50.
    receipt = till.sells(till.cart(ana, (*iced, 2, "Coffee"), coupons=(code,)))
    assert receipt.total_minor == 3_750


def test_coffee_early_access_gold_buys_before_the_public_date(till):
    till.opens_with("coffee")
    ana = till.enrols()
    blend = ("Winter Blend 250 g", 9_800, 1, "Retail")
    till.goes_to("2027-11-14")
    with pytest.raises(SaleBarred):
        till.sells(till.cart(ana, blend))
    till.puts_in(ana, "gold")
    assert till.sells(till.cart(ana, blend)).total_minor == 9_800
    till.goes_to("2027-11-15")
    assert till.sells(till.cart(None, blend)).total_minor == 9_800


# --- warehouse --------------------------------------------------------------------


def test_warehouse_enrolment_no_plan_no_sale(till):
    till.opens_with("warehouse")
    ana = till.enrols()
    for member in (None, ana):
        with pytest.raises(SaleBarred):
            till.buys(member, 5_000)
    till.shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    assert till.buys(ana, 5_000).total_minor == 5_000


def test_warehouse_fee_a_switch_pays_the_difference_pro_rata(till):
    till.opens_with("warehouse")
    ana = till.enrols()
    assert till.shop.plans.fee_to_join(ana, "gold") == 6_000
    till.shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    till.goes_to("2027-02-02")
    # 73 of 365 days are over: 60.00 more a year × 292 / 365 = 48.00.
    held = till.shop.plans.switch(uuid7(), ana, "executive", (cash(4_800),))
    assert (held.taking.amount_minor, held.last.isoformat()) == (4_800, "2027-11-20")
    assert balance(till.shop, ana) == 0


def test_warehouse_fee_refund_in_full_and_the_unspent_reward_is_lost(till):
    till.opens_with("warehouse")
    ana = till.enrols()
    plans = till.shop.plans
    plans.join(uuid7(), ana, "executive", (cash(12_000),))
    till.buys(ana, 100_000)
    plans.renew(uuid7(), ana, (cash(12_000),))
    till.goes_to("2027-11-21")
    # 2 % of 1,000.00 is 20.00; 5.00 of it is spent, 15.00 is lost with the plan.
    till.sells(till.cart(ana, ("rice", 500, 1, "")), Tender(TenderKind.STORE_CREDIT, 500))
    assert wallet(till, ana).credit_minor == 1_500
    till.goes_to("2028-10-01")
    assert plans.cancel(uuid7(), ana, "moves away").taking.amount_minor == -12_000
    assert wallet(till, ana).credit_minor == 0
    till.goes_to("2028-10-02")
    with pytest.raises(NoPlan):
        plans.cancel(uuid7(), ana, "again")


def test_warehouse_earn_2_percent_capped_is_issued_at_renewal(till):
    till.opens_with("warehouse")
    plans = till.shop.plans
    ana, bo = till.enrols(), till.enrols("Bo")
    for member in (ana, bo):
        plans.join(uuid7(), member, "executive", (cash(12_000),))
        plans.renew(uuid7(), member, (cash(12_000),))
    till.buys(ana, 12_345)
    till.buys(ana, 50_000, "Gift cards")
    till.buys(bo, 7_000_000)
    assert (balance(till.shop, ana), wallet(till, ana).credit_minor) == (0, 0)
    till.goes_to("2027-11-21")
    # 123.45 × 2 % = 2.469 → 2.46; gift cards earn none. 70,000.00 × 2 % = 1,400.00 → 1,250.00.
    assert wallet(till, ana).credit_minor == 246
    assert wallet(till, bo).credit_minor == 125_000


def test_warehouse_redeem_the_reward_as_a_tender(till):
    till.opens_with("warehouse")
    plans, ana = till.shop.plans, till.enrols()
    plans.join(uuid7(), ana, "executive", (cash(12_000),))
    plans.renew(uuid7(), ana, (cash(12_000),))
    till.buys(ana, 12_345)
    till.goes_to("2027-11-21")
    # The reward of 2.46 pays a part of 10.00; 7.54 are left to pay in cash.
    paid = (Tender(TenderKind.STORE_CREDIT, 246), cash(754))
    assert till.sells(till.cart(ana, ("soap", 1_000, 1, "")), *paid).total_minor == 1_000
    assert wallet(till, ana).credit_minor == 0


def test_warehouse_member_day_a_member_price_on_chosen_products(till):
    till.opens_with("warehouse")
    ana = till.enrols()
    till.shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    cart = till.cart(ana, ("towel", 4_500, 1, "Retail"), ("rice", 2_000, 1, "Food"))
    # 45.00 less 10 %, and 20.00.
    assert till.sells(cart).total_minor == 6_050


def test_warehouse_perk_one_eye_test_a_year(till):
    till.opens_with("warehouse")
    ana = till.enrols()
    with pytest.raises(RewardRefused):
        till.shop.perks.use(ana, "eye-test")
    till.shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    assert till.shop.perks.use(ana, "eye-test").left == 0
    with pytest.raises(PerkUsedUp):
        till.shop.perks.use(ana, "eye-test")
    till.goes_to("2027-01-01")
    assert till.shop.perks.use(ana, "eye-test").left == 0


# --- beauty -----------------------------------------------------------------------


def test_beauty_enrolment_is_free(till):
    till.opens_with("beauty")
    ana = till.enrols()
    till.buys(ana, 1_000)
    assert (balance(till.shop, ana), till.tier(ana)) == (10, "insider")
    assert till.shop.desk.database.value("SELECT count(*) FROM taking") == 0


def test_beauty_earn_1_for_1_and_for_reviews_by_hand_up_to_the_days_cap(till):
    till.opens_with("beauty")
    ana = till.enrols()
    till.buys(ana, 9_990)
    for _ in range(3):
        till.shop.points.activity(ana, "review", "review of the serum")
    till.shop.points.activity(ana, "post", "post of the day")
    # 99 + 3 × 20 + 10; a fourth review and a second post wait for tomorrow.
    assert balance(till.shop, ana) == 169
    for activity in ("review", "post"):
        with pytest.raises(ActivityLimit):
            till.shop.points.activity(ana, activity, "one more")
    till.goes_to("2026-11-22")
    till.shop.points.activity(ana, "review", "review of the balm")
    assert balance(till.shop, ana) == 189


@pytest.mark.parametrize(("tier", "points"), [("insider", 100), ("vib", 125), ("rouge", 150)])
def test_beauty_multiplier_by_tier(till, tier, points):
    # 100.00 × 1, × 1.25, × 1.5.
    till.opens_with("beauty")
    ana = till.enrols()
    till.puts_in(ana, tier)
    till.buys(ana, 10_000)
    assert balance(till.shop, ana) == points


def test_beauty_tiers_by_the_years_spend_are_kept_to_the_end_of_the_next(till):
    till.opens_with("beauty")
    ana = till.enrols()
    till.buys(ana, 37_499)
    assert till.tier(ana) == "insider"
    till.buys(ana, 1)
    assert till.tier(ana) == "vib"
    till.goes_to("2027-01-01")
    # A new year counts from nothing: 999.99 is not Rouge, 1,000.00 is.
    till.buys(ana, 99_999)
    assert till.tier(ana) == "vib"
    till.buys(ana, 1)
    assert till.tier(ana) == "rouge"
    till.goes_to("2028-12-31")
    assert till.tier(ana) == "rouge"
    till.goes_to("2029-01-01")
    assert till.tier(ana) == "insider"


def test_beauty_redeem_1000_points_are_a_full_size_product(till):
    till.opens_with("beauty")
    ana = till.enrols()
    till.shop.points.adjust(ana, 1_600, "moved from paper")
    lines = ("serum", 60_000, 1, "Full size"), ("balm", 3_000, 1, "Minis")
    receipt = till.sells(till.cart(ana, *lines, rewards=("full-size", "mini")))
    # 1,600 − 1,000 − 100, and nothing is earned on what is free.
    assert (receipt.total_minor, balance(till.shop, ana)) == (0, 500)
    # 500 points take 10.00 off 30.00; 20.00 earn 20.
    receipt = till.sells(till.cart(ana, ("brush", 3_000, 1, ""), rewards=("ten-off",)))
    assert (receipt.total_minor, balance(till.shop, ana)) == (2_000, 20)


def test_beauty_birthday_a_gift_by_coupon(till):
    till.opens_with("beauty")
    ana = till.enrols(birthday="1990-02-28")
    till.goes_to("2027-02-01")
    code = till.held(ana)["birthday-gift"]
    cart = till.cart(ana, ("balm", 3_000, 1, "Minis"), ("serum", 5_000, 1, ""), coupons=(code,))
    assert till.sells(cart).total_minor == 5_000


@pytest.mark.parametrize(
    ("day", "minor"),
    [("2027-04-09", 10_000), ("2027-04-10", 8_000), ("2027-11-09", 8_000), ("2027-11-10", 10_000)],
)
def test_beauty_member_day_20_percent_off_all_for_members_only(till, day, minor):
    till.opens_with("beauty")
    ana = till.enrols()
    till.goes_to(day)
    assert till.buys(ana, 10_000).total_minor == minor
    assert till.buys(None, 10_000).total_minor == 10_000


def test_beauty_early_access_rouge_buys_first_and_is_invited(till):
    till.opens_with("beauty")
    ana = till.enrols()
    till.goes_to("2027-03-07")
    with pytest.raises(SaleBarred):
        till.buys(ana, 9_800, "New arrivals")
    till.puts_in(ana, "rouge")
    assert till.buys(ana, 9_800, "New arrivals").total_minor == 9_800
    told = [text.said("en") for text in till.shop.loyalty.standing(ana).benefits]
    assert told == ["New arrivals first", "Invitations to events"]
