"""Rules 1 to 8 and 23 to 25 of pricing, each as a scenario worked out by hand."""

from dataclasses import fields, is_dataclass, replace
from uuid import UUID

import pytest

from app.messages import reason_text
from app.services.rules.cart import AppliedCoupon, HandDiscount
from app.services.rules.days import Birthday
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme.conditions import (
    BirthdaySpan,
    DateRange,
    Goods,
    When,
    Who,
    YearDay,
)
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    BundlePart,
    Phase,
    Reward,
    UseLimit,
)
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind, settle
from tests.rules.scheme_builder import (
    CNY,
    NOON,
    SIMPLE,
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
    weighed,
)

BASKET = Phase.BASKET


def test_rule_3_a_reward_of_money_is_worth_its_whole_amount_on_a_day_of_offers():
    # 25.00 on a 20 % day is 20.00; the reward of 10.00 comes after it: 10.00 to pay.
    day = promo("day", off(20), phase=BASKET)
    ten = Reward("ten", words("ten"), 500, Benefit(BenefitKind.AMOUNT_OFF, amount_minor=1000))
    scheme = replace(scheme_of(day), rewards=(ten,))
    basket = replace(cart(line("tea", 2500), who=member(points=600)), rewards=("ten",))
    quote = priced(basket, scheme)
    assert (quote.total_minor, quote.rewards[0].saved_minor) == (1000, 1000)


def test_rule_3_the_products_own_member_price_may_stand_below_the_floor_of_offers():
    # 100.00, members 30.00, floor 50 %: 30.00; the offer of 10 % then takes nothing.
    scheme = replace(scheme_of(promo("ten", off(10))), floor_bp=5_000)
    quote = priced(cart(line("mug", 10_000, member_price_minor=3_000), who=member()), scheme)
    assert quote.total_minor == 3_000


def test_rule_1_no_float_is_in_a_quote_however_odd_the_rates():
    # 3 × 3.33 = 9.99; 7.77 % of 999 = 77.6223 → 78; 999 − 78 = 921.
    odd = off(0)
    scheme = scheme_of(promo("odd", replace(odd, percent_bp=777)))
    quote = priced(cart(line("tea", 333, 3, tax_rate_bp=825), who=member()), scheme)
    assert quote.total_minor == 921

    def values(part):
        if is_dataclass(part):
            for field in fields(part):
                yield from values(getattr(part, field.name))
        elif isinstance(part, tuple):
            for each in part:
                yield from values(each)
        else:
            yield part

    assert not [value for value in values(quote) if isinstance(value, float)]


def test_rule_2_the_same_cart_costs_the_same_wherever_it_is_priced():
    basket = cart(line("tea", 1000), who=member(tier="gold"))
    first = priced(basket, the("coffee"), at("2026-04-01"))
    assert priced(basket, the("coffee"), at("2026-04-01")) == first
    # The moment is an argument, not the clock: on the 2nd there are no double stars.
    assert (first.points_earned, priced(basket, the("coffee"), at("2026-04-02")).points_earned) == (
        20,
        10,
    )


def test_rule_3_phases_follow_each_other_on_what_the_earlier_ones_left():
    # Shelf 100.00; member price 90.00; line −10 % = 9.00 → 81.00; staff −1.00 → 80.00;
    # basket −10 % = 8.00 → 72.00; coupon −12.00 → 60.00; tax contained 60.00 × 20/120 = 10.00.
    scheme = scheme_of(
        promo("line", off(10)),
        promo("basket", off(10), phase=BASKET),
        coupons=(template("twelve", Benefit(BenefitKind.AMOUNT_OFF, amount_minor=1200)),),
    )
    tea = replace(
        line("tea", 10000, member_price_minor=9000, tax_rate_bp=2000),
        discount=HandDiscount("dent", amount_minor=100),
    )
    quote = priced(cart(tea, who=member(), coupons=("twelve",)), scheme)
    assert discounts(quote) == [
        [
            ("member_price", 1000),
            ("line", 900),
            ("hand_discount", 100),
            ("basket", 800),
            ("twelve", 1200),
        ]
    ]
    assert (quote.total_minor, quote.tax_minor) == (6000, 1000)


def test_rule_3_in_a_stacking_group_the_best_wins_line_by_line():
    # Coffee: 10 % = 1.00 or 20 % = 2.00; cake: 10 % = 0.50 only. One offer a line, the best.
    scheme = scheme_of(promo("all", off(10)), promo("coffee", off(20, category("coffee"))))
    basket = cart(line("latte", 1000, category="coffee"), line("cake", 500))
    quote = priced(basket, scheme)
    assert discounts(quote) == [[("coffee", 200)], [("all", 50)]]


def test_rule_3_the_earlier_of_equals_wins_and_the_other_says_who_is_better():
    scheme = scheme_of(promo("first", off(10)), promo("second", off(10)))
    quote = priced(cart(line("tea", 1000)), scheme)
    assert discounts(quote) == [[("first", 100)]]
    assert next(reason_text(why, "en", CNY) for why in quote.why_not) == "second: first saves more"


def test_rule_3_groups_stack():
    # 20 % of 10.00 = 2.00; then 10 % of 8.00 = 0.80.
    scheme = scheme_of(promo("a", off(20)), promo("b", off(10), stacking_group="extra"))
    assert discounts(priced(cart(line("tea", 1000)), scheme)) == [[("a", 200), ("b", 80)]]


def test_rule_3_a_second_cup_competes_with_a_percentage_for_the_lines_it_needs():
    second = Benefit(BenefitKind.NTH_UNIT, category("coffee"), every=2, percent_bp=5000)
    scheme = scheme_of(promo("ten", off(10)), promo("second", second))
    # Two cups at 20.00: second cup −10.00 against 10 % = 4.00; the cake keeps its 10 %.
    two = cart(line("latte", 2000, 2, category="coffee"), line("cake", 1000))
    assert discounts(priced(two, scheme)) == [[("second", 1000)], [("ten", 100)]]
    # One cup: no second, so 10 %.
    one = cart(line("latte", 2000, 1, category="coffee"))
    assert discounts(priced(one, scheme)) == [[("ten", 200)]]


def test_rule_3_a_floor_stops_what_stacks_but_not_staff():
    # Floor 70 %: member price 80.00, 10 % = 8.00 → 72.00, 10 % = 7.20 → only 2.00 down to 70.00.
    scheme = scheme_of(
        promo("a", off(10)), promo("b", off(10), stacking_group="extra"), floor_bp=7000
    )
    tea = line("tea", 10000, member_price_minor=8000)
    quote = priced(cart(tea, who=member()), scheme)
    assert discounts(quote) == [[("member_price", 2000), ("a", 800), ("b", 200)]]
    assert codes(quote)["b"] == "floor_held"
    held = next(why for why in quote.why_not if why.code == "floor_held")
    assert dict(held.facts)["amount_minor"] == 520
    by_hand = replace(tea, discount=HandDiscount("dent", percent_bp=5000))
    # Staff halve 70.00 all the same.
    assert priced(cart(by_hand, who=member()), scheme).total_minor == 3500


def test_rule_4_shares_of_a_basket_discount_sum_to_the_cent():
    # 10.00 off 3 × 9.99 = 29.97: 3.33⅓ each; largest remainder gives 3.34, 3.33, 3.33.
    ten = Benefit(BenefitKind.AMOUNT_OFF, amount_minor=1000, min_basket_minor=2000)
    scheme = scheme_of(promo("ten", ten, phase=BASKET))
    quote = priced(cart(line("a", 999), line("b", 999), line("c", 999)), scheme)
    assert [priced_line.discount_minor for priced_line in quote.lines] == [334, 333, 333]


def test_rule_5_the_discount_comes_before_the_tax_and_tax_is_rounded_once_a_rate():
    # 2 × 1.00 at 13 % − 10 % = 1.80; contained 180 × 13/113 = 20.7 → 21; added 23.4 → 23.
    scheme = scheme_of(promo("ten", off(10)))
    basket = cart(line("a", 100, tax_rate_bp=1300), line("b", 100, tax_rate_bp=1300))
    quote = priced(basket, scheme)
    assert (quote.total_minor, quote.tax_minor) == (180, 21)
    added = priced(basket, scheme, terms=PriceTerms(prices_include_tax=False))
    assert (added.total_minor, added.tax_minor) == (203, 23)


def test_rule_5_a_weight_is_rounded_half_up_once_a_line():
    # 0.355 kg × 19.90 = 7.0645 → 7.06; 50 % of it 3.53.
    scheme = scheme_of(promo("half", off(50)))
    quote = priced(cart(weighed("plums", 1990, 355)), scheme)
    assert (quote.gross_minor, quote.total_minor) == (706, 353)


def test_rule_6_cash_rounding_changes_no_points():
    # 9.96 in cash to the nearest 0.05: 9.95; points for 9.96 = 9.
    basket, terms = cart(line("tea", 996), who=member()), PriceTerms(cash_step_minor=5)
    quote = priced(basket, SIMPLE, terms=terms)
    done = settle(basket, quote, (Tender(TenderKind.CASH, 1000),), SIMPLE, terms)
    assert (done.cash_rounding_minor, done.change_due_minor, done.points_earned) == (-1, 5, 9)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_rule_7_every_effect_says_why_and_every_miss_why_not(language):
    scheme = the("beauty")
    basket = cart(
        line("serum", 60000, category="Full size"),
        who=member(tier="vib", points=400),
        rewards=("full-size",),
        coupons=("birthday-gift",),
    )
    quote = priced(basket, scheme, at("2026-04-10"))
    said = [
        reason_text(why, language, CNY)
        for why in (
            *quote.why,
            *quote.why_not,
            *(effect.why for each in quote.lines for effect in each.effects),
        )
    ]
    assert all(text and "{" not in text and "  " not in text for text in said)
    missed = codes(quote)
    assert missed["full-size"] == "reward_points"
    assert missed["birthday-gift"] == "birthday_unknown"
    assert missed["rouge"] == "other_tier"
    if language == "zh_CN":
        assert any(text.endswith("：需 1,000 积分，可用 400") for text in said)


def test_rule_8_a_held_basket_is_priced_at_the_moment_it_comes_back():
    happy = promo("happy", off(20), when=When(from_minute=14 * 60, to_minute=17 * 60))
    basket = cart(line("tea", 1000))
    assert priced(basket, scheme_of(happy), at("2026-06-20", 16)).total_minor == 800
    later = priced(basket, scheme_of(happy), at("2026-06-20", 17))
    assert (later.total_minor, codes(later)["happy"]) == (1000, "not_this_hour")


def test_rule_23_a_coupon_without_effect_is_not_used():
    scheme = scheme_of(coupons=(template("cake", off(50, category("cake"))),))
    quote = priced(cart(line("tea", 1000), who=member(), coupons=("cake",)), scheme)
    assert (quote.coupons_used, codes(quote)["cake"]) == ((), "no_goods")
    with_cake = cart(line("pie", 1000, category="cake"), who=member(), coupons=("cake",))
    assert priced(with_cake, scheme).coupons_used == ("cake",)


def test_rule_23_of_two_coupons_in_a_group_only_the_better_is_used():
    scheme = scheme_of(coupons=(template("five", off(5)), template("ten", off(10))))
    quote = priced(cart(line("tea", 1000), who=member(), coupons=("five", "ten")), scheme)
    assert quote.coupons_used == ("ten",)
    assert codes(quote)["five"] == "better_offer"


def test_rule_24_after_midnight_the_hours_belong_to_the_business_day():
    # Friday night, 22:00 to 02:00: at 01:30 the business day is still Friday.
    late = promo("late", off(10), when=When(weekdays=(5,), from_minute=1320, to_minute=120))
    assert priced(
        cart(line("tea", 1000)), scheme_of(late), at("2026-06-19", 1, 30)
    ).total_minor == (900)
    saturday = priced(cart(line("tea", 1000)), scheme_of(late), at("2026-06-20", 23))
    assert codes(saturday)["late"] == "not_this_weekday"


@pytest.mark.parametrize(
    ("birthday", "day", "march", "held"),
    [
        (Birthday(2, 29, 1992), "2026-02-28", False, True),
        (Birthday(2, 29, 1992), "2026-03-01", False, False),
        (Birthday(2, 29, 1992), "2026-03-01", True, True),
        # The 15th of the 8th lunar month of 2026 is 25 September.
        (Birthday(8, 15, 1990, lunar=True), "2026-09-25", False, True),
        # The last days of the lunar year lie in the next solar one: 12-08 of 2025 is 26 January.
        (Birthday(12, 8, 1990, lunar=True), "2026-01-26", False, True),
    ],
)
def test_rule_25_a_birthday_falls_on_its_day_of_the_year(birthday, day, march, held):
    gift = promo("gift", off(10), who=Who(birthday=BirthdaySpan.DAY))
    scheme = scheme_of(gift, leap_birthday_on_1_march=march)
    quote = priced(cart(line("tea", 1000), who=member(birthday=birthday)), scheme, at(day))
    assert quote.total_minor == (900 if held else 1000)


def test_rule_25_a_birthday_week_passes_new_year():
    gift = promo("gift", off(10), who=Who(birthday=BirthdaySpan.WEEK))
    basket = cart(line("tea", 1000), who=member(birthday=Birthday(1, 2)))
    assert priced(basket, scheme_of(gift), at("2026-12-30")).total_minor == 900
    assert codes(priced(basket, scheme_of(gift), at("2026-12-29")))["gift"] == "not_birthday_week"


# --- where and when ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "holds", "not_then"),
    [
        (When(month_days=(31,)), "2026-06-30", "2026-06-29"),
        (When(festivals=("mid_autumn",)), "2026-09-25", "2026-09-26"),
        (When(festivals=("spring_festival",)), "2026-02-17", "2026-02-16"),
        (When(festivals=("lunar:12-08",)), "2026-01-26", "2026-01-25"),
        (When(festivals=("qingming", "12-25")), "2026-04-05", "2026-04-04"),
        (When(dates=(DateRange(YearDay(12, 24), YearDay(1, 6)),)), "2027-01-06", "2027-01-07"),
        (When(dates=(DateRange(YearDay(2, 29), YearDay(2, 29)),)), "2026-02-28", "2026-03-01"),
        (When(weekdays=(3,), month_days=(10,)), "2026-06-10", "2026-06-17"),
    ],
)
def test_an_offer_holds_on_its_days_and_on_no_other(when, holds, not_then):
    scheme = scheme_of(promo("day", off(10), when=when))
    basket = cart(line("tea", 1000))
    assert priced(basket, scheme, at(holds)).total_minor == 900
    assert priced(basket, scheme, at(not_then)).total_minor == 1000


def test_a_limit_counts_units_and_what_was_had_before():
    # Three a day, one had today: two of five units are half price: 2 × 5.00.
    limited = promo("half", off(50), limit=UseLimit(per_member_day=3))
    who = member(uses=(("half", 1, 1, 1),))
    quote = priced(cart(line("tea", 1000, 5), who=who), scheme_of(limited))
    assert (quote.discount_minor, quote.uses) == (1000, (("half", 2),))
    spent = member(uses=(("half", 3, 3, 3),))
    done = priced(cart(line("tea", 1000, 5), who=spent), scheme_of(limited))
    assert (done.discount_minor, codes(done)["half"]) == (0, "limit_per_day")
    stranger = priced(cart(line("tea", 1000)), scheme_of(limited))
    assert codes(stranger)["half"] == "members_only"


def test_a_fee_is_waived_as_often_as_the_limit_says():
    waiver = Benefit(BenefitKind.WAIVE_FEE, category("delivery"))
    once = promo("free", waiver, limit=UseLimit(per_member_day=1))
    parcels = cart(line("parcel", 600, 2, category="delivery"), who=member())
    assert priced(parcels, scheme_of(once)).total_minor == 600


def test_a_frozen_member_gets_what_a_stranger_gets():
    scheme = scheme_of(promo("ours", off(10), who=Who(members_only=True)))
    quote = priced(cart(line("tea", 1000, member_price_minor=900), who=member(frozen=True)), scheme)
    assert (quote.total_minor, quote.points_earned) == (1000, 0)
    assert codes(quote)["ours"] == "member_frozen"


# --- each kind of benefit, by hand --------------------------------------------------

COFFEE = category("coffee")
LATTE = line("latte", 3000, 2, category="coffee")
BREW = line("brew", 2000, 1, category="coffee")
CAKE = line("cake", 1500, 1, category="cake")


@pytest.mark.parametrize(
    ("benefit", "amounts"),
    [
        # 300 − 30, 600 − 60: 95.00 holds two full 40.00, so 2 × 5.00, by largest remainder:
        # 60/95 × 1000 = 631.6, 20/95 × 1000 = 210.5, 15/95 × 1000 = 157.9.
        (
            Benefit(BenefitKind.AMOUNT_OFF, amount_minor=500, each_minor=4000),
            [632, 210, 158],
        ),
        (Benefit(BenefitKind.SET_PRICE, COFFEE, price_minor=2500), [1000, 0, 0]),
        (Benefit(BenefitKind.FREE_UNITS, COFFEE, units=1), [0, 2000, 0]),
        (Benefit(BenefitKind.FREE_UNITS, COFFEE, units=2), [3000, 2000, 0]),
        # Three coffees, the dearest two together: the second of 30.00 at half price.
        (Benefit(BenefitKind.NTH_UNIT, COFFEE, every=2, percent_bp=5000), [1500, 0, 0]),
        # Buy two, get one free: the cheapest of three.
        (Benefit(BenefitKind.BUY_GET, COFFEE, every=2, units=1, percent_bp=10000), [0, 2000, 0]),
        (Benefit(BenefitKind.WAIVE_FEE, category("cake")), [0, 0, 1500]),
        # Half price of one unit at most: the dearest, 15.00, and no more than 10.00 of it.
        (off(50, max_units=1, max_amount_minor=1000), [1000, 0, 0]),
        (off(50, max_units=1), [1500, 0, 0]),
    ],
)
def test_each_benefit_takes_off_what_was_worked_out_by_hand(benefit, amounts):
    quote = priced(cart(LATTE, BREW, CAKE), scheme_of(promo("offer", benefit)))
    assert [priced_line.discount_minor for priced_line in quote.lines] == amounts


def test_a_bundle_costs_its_set_price_as_often_as_it_is_complete():
    # Coffee and cake for 40.00: the dearest coffee 30.00 + 15.00 − 40.00 = 5.00, shared 30 : 15.
    parts = (BundlePart(COFFEE, 1000), BundlePart(category("cake"), 1000))
    bundle = Benefit(BenefitKind.BUNDLE, parts=parts, price_minor=4000)
    scheme = scheme_of(promo("break", bundle))
    assert [p.discount_minor for p in priced(cart(LATTE, BREW, CAKE), scheme).lines] == [
        333,
        0,
        167,
    ]
    assert codes(priced(cart(LATTE), scheme))["break"] == "bundle_incomplete"
    # A breakfast for five: five bundles at 5.00.
    many = cart(line("latte", 3000, 5, category="coffee"), line("cake", 1500, 9, category="cake"))
    assert priced(many, scheme).discount_minor == 2500


def test_a_bundle_part_with_little_choice_chooses_first():
    # Any drink and a latte for 40.00: the one latte is the second part, so the tea is the first.
    parts = (BundlePart(category("coffee", "tea"), 1000), BundlePart(COFFEE, 1000))
    bundle = Benefit(BenefitKind.BUNDLE, parts=parts, price_minor=4000)
    basket = cart(line("latte", 3000, category="coffee"), line("tea", 2000, category="tea"))
    assert priced(basket, scheme_of(promo("pair", bundle))).total_minor == 4000


def test_an_offer_that_needs_a_basket_says_how_much_is_missing():
    thirty = Benefit(BenefitKind.AMOUNT_OFF, amount_minor=3000, min_basket_minor=30000)
    scheme = scheme_of(promo("300-30", thirty, phase=BASKET))
    missed = priced(cart(line("shirt", 25000)), scheme)
    assert reason_text(missed.why_not[0], "en", CNY) == "300-30: ¥50.00 short of ¥300.00"
    assert priced(cart(line("shirt", 30000)), scheme).total_minor == 27000


def test_points_and_coupons_that_an_offer_gives_do_not_compete_with_prices():
    gift = Benefit(BenefitKind.GIVE_POINTS, points=50, min_basket_minor=1000)
    next_time = Benefit(BenefitKind.GIVE_COUPON, coupon="ten")
    scheme = scheme_of(
        promo("price", off(20)),
        promo("gift", gift),
        promo("next", next_time),
        coupons=(template("ten", off(10)),),
    )
    # 15.00 − 20 % = 12.00: 12 points for it, and 50.
    quote = priced(cart(line("tea", 1500), who=member()), scheme)
    assert (quote.total_minor, quote.points_earned, quote.coupons_to_issue) == (1200, 62, ("ten",))
    assert dict(quote.points_by_rule) == {"money": 12, "gift": 50}
    # 12.00 − 20 % = 9.60 is short of 10.00.
    assert (
        codes(priced(cart(line("tea", 1200), who=member()), scheme))["gift"] == "basket_too_small"
    )


def test_a_gate_bars_the_sale_for_others_and_only_while_it_stands():
    gate = promo(
        "early",
        None,
        who=Who(tiers=("rouge",)),
        when=When(dates=(DateRange(YearDay(3, 1), YearDay(3, 7)),)),
        gate=Goods(products=("serum",)),
    )
    scheme = scheme_of(gate, tiers=the("beauty").tiers)
    vib = cart(line("serum", 1000), who=member(tier="vib"))
    barred = priced(vib, scheme, at("2026-03-02")).barred
    assert barred is not None
    assert reason_text(barred, "en", CNY) == "early: serum may not be sold to everybody now"
    assert priced(vib, scheme, at("2026-03-08")).barred is None
    rouge = replace(vib, member=member(tier="rouge"))
    assert priced(rouge, scheme, at("2026-03-02")).barred is None


def test_a_coupon_of_another_member_is_not_taken():
    scheme = scheme_of(coupons=(template("ten", off(10)),))
    basket = cart(line("tea", 1000), who=member())
    theirs = AppliedCoupon("C1", "ten", member_id=UUID(int=9))
    quote = priced(replace(basket, coupons=(theirs,)), scheme, NOON)
    assert (quote.total_minor, codes(quote)["ten"]) == (1000, "coupon_of_another")
    assert settle(basket, quote, (), scheme, TERMS).missing_minor == 1000


@pytest.mark.parametrize(
    ("prices", "saved"),
    [
        # Paid three by three: one cup of 10.00 and one of 4.00 are free, however they are scanned.
        ((1000, 1000, 1000, 400, 400, 400), 1400),
        ((400, 1000, 400, 1000, 400, 1000), 1400),
        # 9, 8 and the 7 are a group; two are left over.
        ((900, 800, 700, 600, 500), 700),
        ((900, 800), 0),
    ],
)
def test_buy_two_get_one_frees_the_cheapest_of_each_three_the_dearest_together(prices, saved):
    deal = Benefit(BenefitKind.BUY_GET, COFFEE, every=2, units=1, percent_bp=10_000)
    cups = [line(f"cup {place}", each, category="coffee") for place, each in enumerate(prices)]
    assert priced(cart(*cups), scheme_of(promo("deal", deal))).discount_minor == saved


def test_a_gate_names_what_is_in_the_basket_and_says_once_who_may_have_it():
    gate = replace(promo("early", None, who=Who(tiers=("gold",))), gate=COFFEE)
    quote = priced(cart(LATTE, CAKE, who=member()), scheme_of(gate))
    assert quote.barred is not None
    assert dict(quote.barred.facts)["goods"] == LATTE.item.name
    assert [reason.code for reason in quote.why_not if reason.code != "points_no_rule"] == [
        "other_tier"
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sale: only on day 23 of lunar month 12, Christmas"),
        ("zh_CN", "Sale：仅限农历12月23"),
    ],
)
def test_a_day_of_the_lunar_calendar_is_said_in_words(language, said):
    late = promo("sale", off(10), when=When(festivals=("lunar:12-23", "christmas")))
    late = replace(late, name=words("Sale"))
    found = priced(cart(LATTE), scheme_of(late)).why_not
    reason = next(each for each in found if each.code == "not_this_festival")
    assert reason_text(reason, language, CNY).startswith(said)


def test_one_point_is_no_plural_in_english():
    quote = priced(cart(line("gum", 100), who=member()), SIMPLE)
    assert "1 point for" in reason_text(quote.why[0], "en", CNY)
