"""The cells of the table in schemes.md that price or earn: each preset does what it promises.

Numbers are worked out by hand in the comments. Columns: coffee (Starbucks), warehouse (Costco),
beauty (Sephora), prime (Amazon), bank-card (CMB).
"""

from dataclasses import replace

import pytest

from app.messages import reason_text
from app.services.rules.cart import Cart
from app.services.rules.days import Birthday
from app.services.rules.pricing import Quote
from app.services.rules.scheme.conditions import BirthdaySpan, Goods, When, Who
from app.services.rules.scheme.earning import EarnRule, Multiplier
from app.services.rules.scheme.offers import Benefit, BenefitKind, BundlePart, CouponTrigger, Phase
from app.services.rules.scheme.standing import PartnerCard
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind, settle
from tests.rules.scheme_builder import (
    CNY,
    NOON,
    TERMS,
    at,
    cart,
    category,
    codes,
    discounts,
    line,
    member,
    off,
    priced,
    promo,
    scheme_of,
    template,
    the,
)


def taken(quote: Quote) -> list[int]:
    """What was taken off each line."""
    return [priced_line.discount_minor for priced_line in quote.lines]


# --- enrolment and the members-only gate --------------------------------------------


def test_warehouse_enrolment_no_plan_no_sale():
    basket = cart(line("rice", 5000), who=member())
    barred = priced(basket, the("warehouse")).barred
    assert barred is not None
    assert barred.code == "plan_needed"
    assert priced(cart(line("rice", 5000)), the("warehouse")).barred == barred
    for level in ("gold", "executive"):
        joined = replace(basket, member=member(plan_level=level))
        assert priced(joined, the("warehouse")).barred is None


# --- earn ---------------------------------------------------------------------------


def test_coffee_earn_one_star_for_each_unit_paid():
    # 30.50 paid → 30 stars, all of which count for the tier.
    quote = priced(cart(line("latte", 3050), who=member(tier="green")), the("coffee"))
    assert (quote.points_earned, quote.qualifying_points) == (30, 30)


def test_warehouse_earn_no_points_at_all():
    quote = priced(cart(line("rice", 5000), who=member(plan_level="executive")), the("warehouse"))
    assert quote.points_earned == 0


def test_beauty_earn_one_point_for_each_unit():
    quote = priced(cart(line("serum", 9990), who=member(tier="insider")), the("beauty"))
    assert quote.points_earned == 99


def test_bank_card_earn_one_point_for_twenty_and_double_in_dining():
    # Dining 45.00 × 2 + 30.00 = 120.00 of 20.00 → 6 points, not floor(2.25 × 2) + floor(1.5).
    basket = cart(
        line("noodles", 4500, category="Dining"), line("book", 3000), who=member(tier="classic")
    )
    assert priced(basket, the("bank-card")).points_earned == 6


# --- multiplier ---------------------------------------------------------------------


@pytest.mark.parametrize(("day", "stars"), [("2026-06-01", 60), ("2026-06-02", 30)])
def test_coffee_multiplier_double_stars_on_the_first_of_the_month(day, stars):
    quote = priced(cart(line("latte", 3000), who=member(tier="green")), the("coffee"), at(day))
    assert quote.points_earned == stars


@pytest.mark.parametrize(("tier", "points"), [("insider", 100), ("vib", 125), ("rouge", 150)])
def test_beauty_multiplier_by_tier(tier, points):
    quote = priced(cart(line("serum", 10000), who=member(tier=tier)), the("beauty"))
    assert quote.points_earned == points


@pytest.mark.parametrize(("tier", "points"), [("classic", 5), ("gold", 7), ("platinum", 10)])
def test_bank_card_multiplier_by_tier(tier, points):
    # 100.00 / 20.00 = 5; × 1.5 = 7.5 → 7; × 2 = 10.
    quote = priced(cart(line("book", 10000), who=member(tier=tier)), the("bank-card"))
    assert quote.points_earned == points


def test_multiplier_by_weekday_and_hour():
    lunch = When(weekdays=(2,), from_minute=11 * 60, to_minute=14 * 60)
    lunch_points = Multiplier("lunch", words("lunch"), 30_000, when=lunch)
    scheme = replace(the("coffee"), multipliers=(lunch_points,))
    basket = cart(line("latte", 1000), who=member())
    assert priced(basket, scheme, at("2026-06-23", 13, 59)).points_earned == 30
    assert priced(basket, scheme, at("2026-06-23", 14)).points_earned == 10
    assert priced(basket, scheme, at("2026-06-24", 13)).points_earned == 10


# --- redeem -------------------------------------------------------------------------


def test_coffee_redeem_150_stars_for_a_medium_drink():
    # Of 30.00 and 28.00 the cheaper one is free; 30.00 paid → 30 stars.
    basket = cart(
        line("latte", 3000, category="Coffee"),
        line("chai", 2800, category="Tea & more"),
        who=member(points=170),
        rewards=("medium-drink",),
    )
    quote = priced(basket, the("coffee"))
    assert taken(quote) == [0, 2800]
    assert (quote.points_spent_on_rewards, quote.points_earned) == (150, 30)
    reward = quote.rewards[0]
    assert (reward.id, reward.saved_minor) == ("medium-drink", 2800)
    # Two of them need 300.
    twice = priced(replace(basket, rewards=("medium-drink", "medium-drink")), the("coffee"))
    assert (len(twice.rewards), codes(twice)["medium-drink"]) == (1, "reward_points")


def test_beauty_redeem_from_a_catalogue_of_rewards():
    basket = cart(
        line("serum", 60000, category="Full size"),
        line("balm", 3000, category="Minis"),
        who=member(tier="vib", points=1600),
        rewards=("full-size", "mini", "ten-off"),
    )
    # 1,000 + 100 + 500 points: both are free, and nothing is left for the ten off.
    quote = priced(basket, the("beauty"))
    assert taken(quote) == [60000, 3000]
    assert quote.points_spent_on_rewards == 1100
    assert codes(quote)["ten-off"] == "nothing_left"
    assert quote.points_earned == 0
    off_ten = priced(replace(basket, rewards=("ten-off",)), the("beauty"))
    assert off_ten.discount_minor == 1000


def test_bank_card_redeem_points_as_money_for_goods_and_for_an_outside_voucher():
    scheme = the("bank-card")
    basket = cart(line("book", 10000), who=member(tier="classic", points=2000))
    quote = priced(basket, scheme)
    # 100 points pay 5.00: 40.00 take 800 points; the other 60.00 earn 3.
    tenders = (Tender(TenderKind.POINTS, 4000), Tender(TenderKind.CASH, 6000))
    done = settle(basket, quote, tenders, scheme, TERMS)
    assert (done.points_burned, done.points_earned, done.refused) == (800, 3, None)
    mug = cart(line("Mug", 8800), who=member(points=800), rewards=("goods",))
    assert (priced(mug, scheme).total_minor, priced(mug, scheme).points_spent_on_rewards) == (
        0,
        800,
    )
    miles = priced(replace(basket, rewards=("miles",)), scheme)
    assert (miles.total_minor, miles.rewards[0].cost_points) == (10000, 1500)
    assert any(why.code == "reward_outside" for why in miles.why)


# --- birthday -----------------------------------------------------------------------


def birthday_cart(tier: str) -> Cart:
    return cart(
        line("latte", 3000, category="Coffee"),
        who=member(tier=tier, birthday=Birthday(4, 8, 1990)),
        coupons=("birthday-drink",),
    )


def test_coffee_birthday_a_free_drink_for_gold_in_the_month():
    free = priced(birthday_cart("gold"), the("coffee"), at("2026-04-30"))
    assert (free.total_minor, free.coupons_used) == (0, ("birthday-drink",))
    may = priced(birthday_cart("gold"), the("coffee"), at("2026-05-01"))
    assert (may.total_minor, codes(may)["birthday-drink"]) == (3000, "not_birthday_month")
    green = priced(birthday_cart("green"), the("coffee"), at("2026-04-30"))
    assert codes(green)["birthday-drink"] == "other_tier"


def test_beauty_birthday_a_gift_by_coupon():
    basket = cart(
        line("balm", 3000, category="Minis"),
        who=member(tier="insider", birthday=Birthday(4, 8)),
        coupons=("birthday-gift",),
    )
    assert priced(basket, the("beauty"), at("2026-04-01")).total_minor == 0


# --- behaviour coupon ---------------------------------------------------------------


def test_coffee_behaviour_second_iced_americano_half_price():
    # Two at 25.00: the second −12.50. Three are the most-bought that make the segment.
    basket = cart(
        line("Iced Americano", 2500, 2),
        who=member(bought=(("Iced Americano", 3),)),
        coupons=("second-cup",),
    )
    assert taken(priced(basket, the("coffee"))) == [1250]
    seldom = replace(basket, member=member(bought=(("Iced Americano", 2),)))
    missed = priced(seldom, the("coffee"))
    assert codes(missed)["second-cup"] == "bought_too_little"
    assert any("bought 2 in 90 days, needs 3" in reason_text(w, "en", CNY) for w in missed.why_not)


def test_bank_card_behaviour_an_offer_by_what_the_member_buys():
    basket = cart(
        line("bun", 1000, category="Bakery"),
        who=member(bought=(("Bakery", 4),)),
        coupons=("bakery-fan",),
    )
    assert taken(priced(basket, the("bank-card"))) == [150]


# --- member days --------------------------------------------------------------------


def test_warehouse_member_day_member_price_on_chosen_products():
    basket = cart(
        line("towel", 5000, category="Retail", member_price_minor=4500),
        line("rice", 2000),
        who=member(plan_level="gold"),
    )
    # Member price 45.00, then 10 % of it; the rice is not chosen.
    assert taken(priced(basket, the("warehouse"))) == [950, 0]


@pytest.mark.parametrize(
    ("day", "minor"),
    [
        ("2026-04-09", 10000),
        ("2026-04-10", 8000),
        ("2026-04-16", 8000),
        ("2026-04-17", 10000),
        ("2026-11-03", 8000),
        ("2026-11-09", 8000),
        ("2026-11-10", 10000),
    ],
)
def test_beauty_member_day_twenty_percent_twice_a_year(day, minor):
    quote = priced(cart(line("serum", 10000), who=member(tier="insider")), the("beauty"), at(day))
    assert quote.total_minor == minor
    stranger = priced(cart(line("serum", 10000)), the("beauty"), at(day))
    assert stranger.total_minor == 10000


def test_beauty_member_day_is_shared_over_the_basket():
    # 20 % of 29.99 = 5.998 → 6.00: 2.00 : 4.00 by 9.99 : 20.00 → 1.9987 and 4.0013.
    basket = cart(line("a", 999), line("b", 2000), who=member(tier="insider"))
    assert taken(priced(basket, the("beauty"), at("2026-04-12"))) == [200, 400]


def test_prime_member_day_thirty_percent_for_members_only():
    goods = line("kettle", 10000, category="Retail")
    day = at("2026-07-08")
    prime = priced(
        cart(goods, line("book", 1000), who=member(plan_level="prime")), the("prime"), day
    )
    assert taken(prime) == [3000, 0]
    assert codes(priced(cart(goods, who=member()), the("prime"), day))["prime-day"] == "other_plan"


def test_bank_card_member_day_half_price_wednesday_capped_per_member_and_day():
    scheme, wednesday = the("bank-card"), at("2026-06-24")
    # One unit a day, 30.00 at most: the dearest of 80.00, 40.00 would be half, so 30.00.
    dear = cart(line("latte", 8000, category="Coffee"), who=member(tier="classic"))
    assert taken(priced(dear, scheme, wednesday)) == [3000]
    three = cart(line("latte", 3000, 3, category="Coffee"), who=member(tier="classic"))
    quote = priced(three, scheme, wednesday)
    assert (taken(quote), quote.uses) == ([1500], (("half-wednesday", 1),))
    again = replace(three, member=member(tier="classic", uses=(("half-wednesday", 1, 1, 1),)))
    assert codes(priced(again, scheme, wednesday))["half-wednesday"] == "limit_per_day"
    thursday = priced(three, scheme, at("2026-06-25"))
    why = next(w for w in thursday.why_not if ("offer", "half-wednesday") in w.facts)
    assert reason_text(why, "zh_CN", CNY).endswith("仅限周三")


# --- early access -------------------------------------------------------------------


def test_coffee_early_access_gold_buys_before_the_public_date():
    basket = cart(line("Winter Blend 250 g", 9800), who=member(tier="silver"))
    assert priced(basket, the("coffee"), at("2026-11-01")).barred is not None
    gold = replace(basket, member=member(tier="gold"))
    assert priced(gold, the("coffee"), at("2026-11-01")).barred is None
    assert priced(basket, the("coffee"), at("2026-11-15")).barred is None


def test_beauty_early_access_rouge_first():
    basket = cart(line("serum", 9800, category="New arrivals"), who=member(tier="vib"))
    assert priced(basket, the("beauty"), at("2026-03-01")).barred is not None
    rouge = replace(basket, member=member(tier="rouge"))
    assert priced(rouge, the("beauty"), at("2026-03-01")).barred is None


# --- counted perks: the fee waiver --------------------------------------------------


def test_prime_perk_delivery_is_free():
    basket = cart(line("book", 3000), line("Delivery", 600), who=member(plan_level="prime"))
    quote = priced(basket, the("prime"))
    assert discounts(quote) == [[], [("free-delivery", 600)]]
    assert priced(replace(basket, member=member()), the("prime")).total_minor == 3600


# --- the list under the table -------------------------------------------------------


def test_spend_a_sum_get_a_coupon():
    ten = template("next", off(10), trigger=CouponTrigger.SALE, sale_from_minor=10000)
    scheme = scheme_of(coupons=(ten,))
    assert priced(cart(line("a", 10000), who=member()), scheme).coupons_to_issue == ("next",)
    short = priced(cart(line("a", 9999), who=member()), scheme)
    assert (short.coupons_to_issue, codes(short)["next"]) == ((), "basket_too_small")
    assert priced(cart(line("a", 10000)), scheme).coupons_to_issue == ()


def test_buy_two_get_one():
    # Of 7 cups two threes, the dearest together: 30, 30, 30 frees 30.00 and 30, 20, 20 frees 20.00.
    deal = Benefit(BenefitKind.BUY_GET, category("coffee"), every=2, units=1, percent_bp=10000)
    basket = cart(
        line("latte", 3000, 4, category="coffee"), line("brew", 2000, 3, category="coffee")
    )
    assert taken(priced(basket, scheme_of(promo("b2g1", deal)))) == [3000, 2000]


def test_basket_threshold_the_best_step_wins():
    # 300 − 30 and 600 − 80: 650.00 takes 80.00, not both.
    def step(name: str, at_least: int, amount: int) -> object:
        benefit = Benefit(BenefitKind.AMOUNT_OFF, amount_minor=amount, min_basket_minor=at_least)
        return promo(name, benefit, phase=Phase.BASKET)

    scheme = scheme_of(step("300", 30000, 3000), step("600", 60000, 8000))  # type: ignore[arg-type]
    assert priced(cart(line("coat", 65000)), scheme).discount_minor == 8000
    assert priced(cart(line("coat", 45000)), scheme).discount_minor == 3000


def test_category_and_tier_prices():
    tier_price = promo(
        "gold",
        Benefit(BenefitKind.SET_PRICE, category("tea"), price_minor=800),
        who=Who(tiers=("gold",)),
    )
    scheme = scheme_of(tier_price, tiers=the("coffee").tiers)
    basket = cart(line("oolong", 1000, 3, category="tea"), who=member(tier="gold"))
    assert priced(basket, scheme).total_minor == 2400
    missed = priced(replace(basket, member=member(tier="green")), scheme)
    assert reason_text(missed.why_not[0], "en", CNY) == "gold: only for Gold"


def test_off_season_extra_points():
    season = When(weekdays=(1, 2))
    extra = EarnRule("quiet", words("quiet"), points=1, unit_minor=100, when=season, also=True)
    scheme = replace(the("coffee"), earn=(*the("coffee").earn, extra))
    basket = cart(line("latte", 1000), who=member())
    assert priced(basket, scheme, at("2026-06-22")).points_earned == 20
    assert priced(basket, scheme, NOON).points_earned == 10


def test_a_bundle_with_a_product_of_a_partner():
    parts = (
        BundlePart(category("coffee"), 1000),
        BundlePart(Goods(products=("Partner cake",)), 1000),
    )
    bundle = Benefit(BenefitKind.BUNDLE, parts=parts, price_minor=3500)
    basket = cart(line("latte", 3000, category="coffee"), line("Partner cake", 1500))
    assert priced(basket, scheme_of(promo("with", bundle))).total_minor == 3500


def test_members_only_products():
    gate = promo("club", None, who=Who(members_only=True), gate=category("reserve"))
    basket = cart(line("oolong", 9000, category="reserve"))
    assert priced(basket, scheme_of(gate)).barred is not None
    assert priced(replace(basket, member=member()), scheme_of(gate)).barred is None


@pytest.mark.parametrize(
    ("festival", "day"),
    [("mid_autumn", "2026-09-25"), ("christmas", "2026-12-25"), ("lunar:01-15", "2026-03-03")],
)
def test_festival_and_lunar_holiday_offers(festival, day):
    scheme = scheme_of(promo("feast", off(12), when=When(festivals=(festival,))))
    assert priced(cart(line("cake", 1000)), scheme, at(day)).total_minor == 880
    missed = priced(cart(line("cake", 1000)), scheme)
    assert codes(missed)["feast"] == "not_this_festival"


def test_a_trigger_by_a_dependants_birthday():
    scheme = scheme_of(promo("child", off(10), who=Who(dependant_birthday=BirthdaySpan.DAY)))
    basket = cart(line("toy", 1000), who=member(dependants=(Birthday(6, 20, 2019),)))
    assert priced(basket, scheme).total_minor == 900
    assert priced(basket, scheme, at("2026-06-21")).total_minor == 1000


def test_a_partner_card_brings_its_own_benefit():
    card = PartnerCard("air", words("Airline card"), "Airline")
    offer = promo("air", off(5), who=Who(partner_cards=("air",)))
    scheme = scheme_of(offer, partner_cards=(card,))
    basket = cart(line("tea", 1000), who=member(partner_cards=("air",)))
    assert priced(basket, scheme).total_minor == 950
    missed = priced(replace(basket, member=member()), scheme)
    assert reason_text(missed.why_not[0], "en", CNY) == "air: only with Airline card"


def test_a_first_purchase_and_a_new_member_are_welcomed():
    scheme = scheme_of(
        promo("first", off(10), who=Who(first_purchase=True)),
        promo("new", off(5), who=Who(new_within_days=7), stacking_group="new"),
    )
    day = NOON.day
    newcomer = member(joined_on=day.replace(day=14), purchases=0)
    assert priced(cart(line("a", 1000), who=newcomer), scheme).total_minor == 855
    later = member(joined_on=day.replace(day=13), purchases=1)
    missed = priced(cart(line("a", 1000), who=later), scheme)
    assert (codes(missed)["first"], codes(missed)["new"]) == ("not_first_purchase", "not_new")
