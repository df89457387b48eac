"""The presets say what the table of primitives says, figure by figure."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from app.services.rules.money import CURRENCIES
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.conditions import (
    ANYBODY,
    BirthdaySpan,
    DateRange,
    Goods,
    Who,
    YearDay,
)
from app.services.rules.scheme.earning import EarnBasis, PointsExpiry
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    CouponTemplate,
    CouponTrigger,
    Phase,
    Promotion,
    Reward,
)
from app.services.rules.scheme.standing import (
    BadgeBasis,
    Downgrade,
    FeeRefund,
    Plan,
    TierBasis,
    TierKept,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.words import Words
from app.services.rules.scheme_file.kinds import specs_of
from app.services.scheme_files import PRESETS, preset, preset_path

CNY = CURRENCIES["CNY"]
NAMES = (
    *("simple", "coffee", "warehouse", "beauty", "prime", "bank-card"),
    *("retail", "restaurant", "salon", "gym", "school"),
)


def scheme(name: str) -> Scheme:
    return preset(name, CNY)


def promotion(name: str, offer: str) -> Promotion:
    return next(each for each in scheme(name).promotions if each.id == offer)


def benefit(offer: Promotion | Reward | CouponTemplate) -> Benefit:
    assert offer.benefit is not None
    return offer.benefit


def reward(name: str, offer: str) -> Reward:
    return next(each for each in scheme(name).rewards if each.id == offer)


def coupon(name: str, template: str) -> CouponTemplate:
    return next(each for each in scheme(name).coupons if each.id == template)


def plan(name: str, wanted: str) -> Plan:
    return next(each for each in scheme(name).plans if each.id == wanted)


def tiers(name: str) -> TierTerms:
    terms = scheme(name).tiers
    assert terms is not None
    return terms


def thresholds(name: str) -> list[tuple[str, int]]:
    return [(tier.id, tier.threshold) for tier in tiers(name).tiers]


def group(name: str, wanted: str) -> Goods:
    return dict(scheme(name).groups)[wanted]


def earns(name: str) -> tuple[int, int]:
    """Points for each so many minor units, of the rule for everything."""
    rule = next(each for each in scheme(name).earn if each.goods == Goods() and not each.also)
    assert rule.basis is EarnBasis.MONEY
    return rule.points, rule.unit_minor


# --- coffee ------------------------------------------------------------------


def test_coffee_earns_a_star_for_1_and_asks_for_no_fee():
    assert earns("coffee") == (1, 100)
    assert not scheme("coffee").plans
    assert not scheme("coffee").plan_needed


def test_coffee_doubles_stars_on_the_first_of_each_month():
    (double,) = scheme("coffee").multipliers
    assert (double.factor_bp, double.when.month_days, double.who) == (20_000, (1,), ANYBODY)


def test_coffee_has_three_tiers_by_points_in_twelve_months_and_goes_down_one_step():
    assert thresholds("coffee") == [("green", 0), ("silver", 300), ("gold", 1200)]
    terms = tiers("coffee")
    assert (terms.basis, terms.window) == (TierBasis.POINTS, TierWindow.ROLLING_MONTHS)
    assert (terms.window_months, terms.kept, terms.kept_months) == (12, TierKept.MONTHS, 12)
    assert terms.downgrade is Downgrade.ONE_STEP


def test_coffee_gives_a_medium_drink_of_a_group_for_150():
    drink = reward("coffee", "medium-drink")
    assert drink.cost_points == 150
    assert (benefit(drink).kind, benefit(drink).units) == (BenefitKind.FREE_UNITS, 1)
    assert benefit(drink).goods.groups == ("medium-drinks",)


def test_coffee_gives_gold_a_drink_and_a_greeting_in_the_birthday_month():
    drink = coupon("coffee", "birthday-drink")
    assert drink.trigger is CouponTrigger.BIRTHDAY
    assert drink.who == Who(tiers=("gold",), birthday=BirthdaySpan.MONTH)
    assert benefit(drink).kind is BenefitKind.FREE_UNITS
    assert drink.greeting.said("zh_CN")


def test_coffee_gives_who_often_buys_iced_americano_the_second_cup_at_half_price():
    second = coupon("coffee", "second-cup")
    assert second.trigger is CouponTrigger.SEGMENT
    assert second.who.often_bought == Goods(groups=("iced-americano",))
    assert group("coffee", "iced-americano").products == ("Iced Americano", "冰美式")
    cup = benefit(second)
    assert (cup.kind, cup.every, cup.percent_bp) == (BenefitKind.NTH_UNIT, 2, 5_000)


def test_coffee_lets_gold_buy_a_product_before_its_public_date():
    early = promotion("coffee", "first-taste")
    assert (early.gate, early.who.tiers) == (Goods(groups=("first-taste",)), ("gold",))
    assert early.benefit is None
    assert early.when.dates


# --- warehouse ---------------------------------------------------------------


def test_warehouse_sells_to_plans_alone_gold_60_executive_120_a_year():
    assert scheme("warehouse").plan_needed
    gold, executive = plan("warehouse", "gold"), plan("warehouse", "executive")
    assert (gold.fee_minor, executive.fee_minor) == (6_000, 12_000)
    assert (gold.period_months, executive.period_months) == (12, 12)
    assert gold.rank < executive.rank


def test_warehouse_refunds_the_fee_in_full_and_forfeits_the_unspent_reward():
    assert {each.refund for each in scheme("warehouse").plans} == {FeeRefund.FULL}
    assert plan("warehouse", "executive").forfeits_reward


def test_warehouse_pays_executive_back_2_percent_of_eligible_spend_capped():
    reward_terms = plan("warehouse", "executive").cash_reward
    assert reward_terms is not None
    assert (reward_terms.rate_bp, reward_terms.cap_minor) == (200, 125_000)
    assert reward_terms.goods.without == Goods(groups=("not-eligible",))
    assert plan("warehouse", "gold").cash_reward is None
    assert not scheme("warehouse").earn


def test_warehouse_has_a_member_price_on_chosen_products_and_one_eye_test_a_year():
    chosen = promotion("warehouse", "member-price")
    assert chosen.who.plans == ("gold", "executive")
    assert benefit(chosen).goods == Goods(groups=("members-choice",))
    (eye,) = scheme("warehouse").perks
    assert (eye.id, eye.count, eye.per_months, eye.who.plans) == (
        *("eye-test", 1, 12),
        ("gold", "executive"),
    )


# --- beauty ------------------------------------------------------------------


def test_beauty_earns_1_for_1_more_by_tier_and_points_by_hand_with_a_daily_cap():
    assert earns("beauty") == (1, 100)
    factors = {each.who.tiers: each.factor_bp for each in scheme("beauty").multipliers}
    assert factors == {("vib",): 12_500, ("rouge",): 15_000}
    by_hand = {each.id: (each.by_hand, each.per_day) for each in scheme("beauty").activities}
    assert by_hand == {"review": (True, 3), "post": (True, 1)}


def test_beauty_has_three_tiers_by_the_years_spend_kept_to_the_end_of_the_next():
    assert thresholds("beauty") == [("insider", 0), ("vib", 37_500), ("rouge", 100_000)]
    terms = tiers("beauty")
    assert (terms.basis, terms.window) == (TierBasis.SPEND, TierWindow.CALENDAR_YEAR)
    assert terms.kept is TierKept.END_OF_NEXT_YEAR


def test_beauty_has_a_catalogue_with_a_full_size_product_for_1000_and_a_birthday_gift():
    assert [each.cost_points for each in scheme("beauty").rewards] == [100, 500, 1000]
    assert benefit(reward("beauty", "full-size")).goods == Goods(groups=("full-size",))
    assert coupon("beauty", "birthday-gift").trigger is CouponTrigger.BIRTHDAY


def test_beauty_takes_20_percent_off_all_for_members_in_two_ranges_a_year():
    days = promotion("beauty", "member-days")
    assert days.who.members_only
    assert (benefit(days).percent_bp, benefit(days).goods, days.phase) == (
        *(2_000, Goods()),
        Phase.BASKET,
    )
    assert days.when.dates == (
        DateRange(YearDay(4, 10), YearDay(4, 16)),
        DateRange(YearDay(11, 3), YearDay(11, 9)),
    )


def test_beauty_lets_rouge_in_first_and_invites_them():
    early = promotion("beauty", "rouge-first")
    assert (early.who.tiers, early.gate) == (("rouge",), Goods(groups=("new-arrivals",)))
    invited = [text.said("en") for text in tiers("beauty").tiers[2].benefits]
    assert "Invitations to events" in invited


# --- prime -------------------------------------------------------------------


def test_prime_costs_139_a_year_or_14_99_a_month_after_30_days_free_refunded_prorated():
    fees = {(each.fee_minor, each.period_months) for each in scheme("prime").plans}
    assert fees == {(13_900, 12), (1_499, 1)}
    assert {each.trial_days for each in scheme("prime").plans} == {30}
    assert {each.refund for each in scheme("prime").plans} == {FeeRefund.PRORATED}
    assert {each.level for each in scheme("prime").plans} == {"prime"}
    assert not scheme("prime").plan_needed


def test_prime_has_days_of_its_own_and_waives_the_delivery_fee():
    day, delivery = promotion("prime", "prime-day"), promotion("prime", "free-delivery")
    assert (day.who.plans, benefit(day).kind) == (("prime",), BenefitKind.PERCENT_OFF)
    assert benefit(day).goods == Goods(groups=("members-deals",))
    assert (delivery.who.plans, benefit(delivery).kind) == (("prime",), BenefitKind.WAIVE_FEE)


# --- bank card ---------------------------------------------------------------


def test_bank_card_earns_1_for_20_times_category_and_tier():
    assert earns("bank-card") == (1, 2_000)
    found = {each.id: (each.factor_bp, each.group) for each in scheme("bank-card").multipliers}
    assert found["dining"] == (20_000, "category")
    assert found["gold"] == (15_000, "tier")
    assert found["platinum"] == (20_000, "tier")


def test_bank_card_has_three_tiers_by_the_years_spend_recalculated_at_its_end():
    expected = [("classic", 0), ("gold", 500_000), ("platinum", 2_000_000)]
    assert thresholds("bank-card") == expected
    terms = tiers("bank-card")
    assert (terms.basis, terms.window) == (TierBasis.SPEND, TierWindow.CALENDAR_YEAR)
    assert (terms.kept, terms.downgrade) == (TierKept.END_OF_YEAR, Downgrade.RECALCULATE)


def test_bank_card_points_pay_and_buy_goods_and_outside_vouchers():
    burn = scheme("bank-card").burn
    assert burn is not None
    assert (burn.points, burn.value_minor, burn.max_part_bp) == (100, 500, 10_000)
    assert benefit(reward("bank-card", "goods")).kind is BenefitKind.FREE_UNITS
    for voucher in ("miles", "phone-credit"):
        assert reward("bank-card", voucher).outside.said("en")
        assert reward("bank-card", voucher).benefit is None


def test_bank_card_halves_one_group_each_wednesday_capped_per_member_and_day():
    day = promotion("bank-card", "half-wednesday")
    assert (day.when.weekdays, day.limit.per_member_day) == ((3,), 1)
    assert (benefit(day).percent_bp, benefit(day).goods) == (5_000, Goods(groups=("wednesday",)))
    assert day.who.members_only


def test_bank_card_offers_by_what_the_member_buys():
    offer = coupon("bank-card", "bakery-fan")
    assert offer.trigger is CouponTrigger.SEGMENT
    assert offer.who.often_bought == Goods(groups=("bakery",))


def test_bank_card_counts_six_lounge_visits_and_two_range_sessions_for_platinum():
    counted = {each.id: (each.count, each.who.tiers) for each in scheme("bank-card").perks}
    assert counted == {"lounge": (6, ("platinum",)), "range": (2, ("platinum",))}


# --- the list under the table ------------------------------------------------


def test_gym_gives_points_for_a_check_in_once_a_day_by_itself():
    check_in = scheme("gym").activities[0]
    assert (check_in.id, check_in.per_day, check_in.by_hand) == ("check-in", 1, False)


@pytest.mark.parametrize("name", ["gym", "school"])
def test_a_referral_pays_both_sides_on_the_first_purchase(name):
    referral = scheme(name).referral
    assert referral is not None
    assert min(referral.referrer_points, referral.referee_points, referral.min_sale_minor) > 0


def test_salon_gives_80_for_500_in_instalments_under_a_cap():
    wallet = scheme("salon").wallet
    assert wallet is not None
    first = wallet.offers[0]
    assert (first.amount_minor, first.bonus_minor, first.instalments) == (50_000, 8_000, 4)
    assert wallet.cap_minor == 500_000


def test_gym_sells_ten_classes_for_90_days():
    (classes,) = scheme("gym").passes
    assert (classes.uses, classes.valid_days) == (10, 90)


def test_salon_sells_passes_and_gives_extra_points_off_season():
    assert [each.uses for each in scheme("salon").passes] == [10, 6]
    (quiet,) = scheme("salon").multipliers
    assert quiet.factor_bp == 20_000
    assert quiet.when.dates


def test_restaurant_gives_a_coupon_for_spending_and_one_with_a_sale():
    spend = benefit(promotion("restaurant", "spend-100"))
    assert (spend.kind, spend.coupon, spend.min_basket_minor) == (
        *(BenefitKind.GIVE_COUPON, "next-visit"),
        10_000,
    )
    assert coupon("restaurant", "bring-a-friend").trigger is CouponTrigger.SALE
    assert coupon("restaurant", "bring-a-friend").bearer


def test_restaurant_has_buy_x_get_y_bundles_thresholds_and_festivals():
    free = benefit(promotion("restaurant", "dessert-2-1"))
    assert (free.every, free.units, free.percent_bp) == (2, 1, 10_000)
    lunch = promotion("restaurant", "set-lunch")
    assert (benefit(lunch).price_minor, len(benefit(lunch).parts)) == (3_800, 2)
    assert (lunch.when.from_minute, lunch.when.to_minute) == (11 * 60, 14 * 60)
    off = benefit(promotion("restaurant", "300-30"))
    assert (off.amount_minor, off.min_basket_minor) == (3_000, 30_000)
    assert "mid_autumn" in promotion("restaurant", "festival-desserts").when.festivals


def test_retail_has_category_points_tier_prices_rolling_expiry_and_a_lifetime_tier():
    (double,) = scheme("retail").multipliers
    assert double.goods == Goods(groups=("house-brand",))
    bases = {rule.basis for rule in scheme("retail").earn}
    assert bases == {EarnBasis.MONEY, EarnBasis.QUANTITY, EarnBasis.VISIT}
    prices = {promotion("retail", f"{tier}-price").who.tiers for tier in ("silver", "gold")}
    assert prices == {("silver",), ("gold",)}
    beans = promotion("retail", "gold-beans")
    assert (benefit(beans).kind, benefit(beans).price_minor) == (BenefitKind.SET_PRICE, 7_000)
    points = scheme("retail").points
    assert (points.expiry, points.months, points.pending_days) == (PointsExpiry.INACTIVITY, 12, 7)
    assert tiers("retail").tiers[-1].lifetime_threshold > 0


def test_retail_has_lunar_offers_members_products_counted_and_uncounted_perks():
    assert "spring_festival" in promotion("retail", "festival").when.festivals
    assert promotion("retail", "little-new-year").when.festivals == ("lunar:12-23",)
    assert promotion("retail", "members-only").gate == Goods(groups=("members-only",))
    assert [text.said("en") for text in tiers("retail").tiers[1].benefits] == ["Free gift wrapping"]
    archive = scheme("retail").archive
    assert archive is not None
    assert archive.months == 24


@pytest.mark.parametrize("name", ["salon", "gym", "school"])
def test_points_may_lapse_at_the_end_of_next_year(name):
    assert scheme(name).points.expiry is PointsExpiry.END_OF_NEXT_YEAR


def test_school_is_triggered_by_a_dependants_birthday():
    child = coupon("school", "child-birthday")
    assert child.trigger is CouponTrigger.DEPENDANT_BIRTHDAY
    assert child.who.dependant_birthday is BirthdaySpan.WEEK
    assert promotion("school", "child-birthday-month").who.dependant_birthday is BirthdaySpan.MONTH


def test_school_has_badges_partner_cards_and_a_bundle_with_a_partners_product():
    assert {badge.basis for badge in scheme("school").badges} == {
        BadgeBasis.BOUGHT,
        BadgeBasis.SPEND,
    }
    assert promotion("school", "library-card").who.partner_cards == ("library",)
    goods = [part.goods.groups for part in benefit(promotion("school", "course-and-book")).parts]
    assert goods == [("courses",), ("partner-books",)]


# --- all of them -------------------------------------------------------------


def test_every_preset_has_its_file_and_its_name():
    assert PRESETS == NAMES
    assert [scheme(name).name for name in PRESETS] == list(PRESETS)


def test_the_simple_preset_is_what_a_new_shop_starts_with():
    assert scheme("simple") == simple_scheme(1, 100)


def said(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from said(each)
    elif is_dataclass(value) and not isinstance(value, type | date):
        for field in fields(value):
            yield from said(getattr(value, field.name))


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_says_everything_in_three_languages(name):
    texts = [each for each in said(scheme(name)) if each.texts]
    assert texts
    for text in texts:
        assert [language for language, _ in text.texts] == ["en", "zh_CN", "zh_TW"], text
        assert all(said_text.strip() for _, said_text in text.texts)
    assert scheme(name).title.texts
    assert scheme(name).summary.texts


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_names_its_goods_in_english_and_in_chinese(name):
    for group_name, goods in scheme(name).groups:
        for names in (goods.categories, goods.products):
            kinds = {text.isascii() for text in names}
            assert kinds in ({True, False}, set()), group_name


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_is_explained_to_who_edits_it(name):
    text = preset_path(name).read_text("utf-8")
    assert text.startswith("# ")
    assert "dit" in text.split("\n\n")[0] + text.split("\n\n")[1]
    assert tomllib.loads(text)["name"] == name


def test_every_kind_of_benefit_and_trigger_stands_in_some_preset():
    kinds: set[BenefitKind] = set()
    triggers: set[CouponTrigger] = set()
    for name in PRESETS:
        made = scheme(name)
        offers: list[Promotion | Reward | CouponTemplate] = [*made.promotions, *made.rewards]
        kinds |= {each.benefit.kind for each in (*offers, *made.coupons) if each.benefit}
        triggers |= {each.trigger for each in made.coupons}
    assert kinds == set(BenefitKind)
    assert triggers == set(CouponTrigger)


def test_every_field_of_a_scheme_stands_in_some_preset():
    unused = {
        spec.name
        for spec in specs_of(Scheme)
        if all(getattr(scheme(name), spec.attribute) == spec.default for name in PRESETS)
    }
    assert unused == {"leap_birthday_on_1_march"}
