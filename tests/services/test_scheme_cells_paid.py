"""The table of schemes, cell by cell, at the till: the paid plan (Prime) and the bank card.

Numbers are worked out by hand in the comments. The till stands on 21 November 2026.
"""

import pytest

from app.errors import PerkUsedUp, RewardRefused
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


# --- prime ------------------------------------------------------------------------


def test_prime_enrolment_a_paid_plan_with_30_days_free(till):
    till.opens_with("prime")
    ana = till.enrols()
    held = till.shop.plans.join(uuid7(), ana, "prime-year")
    # 21 November is the first of 30 days, 20 December the last.
    assert (held.taking.amount_minor, held.last.isoformat()) == (0, "2026-12-20")
    assert till.shop.loyalty.facts(ana).plan_level == "prime"
    till.goes_to("2026-12-21")
    assert till.shop.loyalty.facts(ana).plan_level == ""
    # Nobody needs a plan to buy.
    assert till.buys(ana, 1_000).total_minor == 1_000


def test_prime_fee_139_a_year_or_14_99_a_month(till):
    till.opens_with("prime")
    ana, bo = till.enrols(), till.enrols("Bo")
    plans = till.shop.plans
    plans.join(uuid7(), ana, "prime-year")
    plans.join(uuid7(), bo, "prime-month")
    assert plans.renew(uuid7(), ana, (cash(13_900),)).last.isoformat() == "2027-12-20"
    assert plans.renew(uuid7(), bo, (cash(1_499),)).last.isoformat() == "2027-01-20"
    # A fee earns no points and is no sale.
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_prime_fee_refund_is_prorated(till):
    till.opens_with("prime")
    ana = till.enrols()
    plans = till.shop.plans
    plans.join(uuid7(), ana, "prime-year")
    till.goes_to("2026-12-21")
    plans.join(uuid7(), ana, "prime-year", (cash(13_900),))
    till.goes_to("2027-03-03")
    # The 73rd of 365 days: 139.00 × 292 / 365 = 111.20.
    assert plans.cancel(uuid7(), ana, "moves away").taking.amount_minor == -11_120
    till.goes_to("2027-03-04")
    assert till.shop.loyalty.facts(ana).plan_level == ""


def test_prime_member_day_a_percentage_on_chosen_products_for_members_only(till):
    till.opens_with("prime")
    ana, bo = till.enrols(), till.enrols("Bo")
    till.goes_to("2027-07-08")
    till.shop.plans.join(uuid7(), ana, "prime-year")
    lines = ("kettle", 10_000, 1, "Retail"), ("book", 1_000, 1, "Books")
    # 100.00 less 30 %, and 10.00.
    assert till.sells(till.cart(ana, *lines)).total_minor == 8_000
    assert till.sells(till.cart(bo, *lines)).total_minor == 11_000
    till.goes_to("2027-07-10")
    assert till.sells(till.cart(ana, *lines)).total_minor == 11_000


def test_prime_perk_the_delivery_fee_is_waived(till):
    till.opens_with("prime")
    ana, bo = till.enrols(), till.enrols("Bo")
    till.shop.plans.join(uuid7(), ana, "prime-month")
    lines = ("book", 3_000, 1, "Books"), ("Delivery", 600, 1, "")
    receipt = till.sells(till.cart(ana, *lines))
    assert [line.total_minor for line in receipt.lines] == [3_000, 0]
    assert till.sells(till.cart(bo, *lines)).total_minor == 3_600


# --- bank card --------------------------------------------------------------------


def test_bank_card_enrolment_is_free(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    till.buys(ana, 2_000)
    assert (balance(till.shop, ana), till.tier(ana)) == (1, "classic")


def test_bank_card_earn_1_for_20_and_double_in_dining(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    # 45.00 × 2 + 30.00 = 120.00, of 20.00 → 6: floored once, not 4 + 1.
    till.sells(till.cart(ana, ("noodles", 4_500, 1, "Dining"), ("book", 3_000, 1, "Books")))
    assert balance(till.shop, ana) == 6


@pytest.mark.parametrize(("tier", "points"), [("classic", 5), ("gold", 7), ("platinum", 10)])
def test_bank_card_multiplier_by_tier(till, tier, points):
    # 100.00 / 20.00 = 5; × 1.5 = 7.5 → 7; × 2 = 10.
    till.opens_with("bank-card")
    ana = till.enrols()
    till.puts_in(ana, tier)
    till.buys(ana, 10_000)
    assert balance(till.shop, ana) == points


def test_bank_card_tiers_are_recalculated_at_the_years_end(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    till.buys(ana, 499_999)
    assert till.tier(ana) == "classic"
    till.buys(ana, 1)
    assert till.tier(ana) == "gold"
    till.buys(ana, 1_500_000)
    assert till.tier(ana) == "platinum"
    # The review of 2026 finds 20,000.00: Platinum for 2027. In 2027 5,000.00 are spent: Gold.
    till.goes_to("2027-06-01")
    assert till.tier(ana) == "platinum"
    till.buys(ana, 500_000)
    till.goes_to("2028-01-01")
    assert till.tier(ana) == "gold"
    till.goes_to("2029-01-01")
    assert till.tier(ana) == "classic"


def test_bank_card_redeem_points_as_money_as_goods_and_as_an_outside_voucher(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    till.shop.points.adjust(ana, 3_500, "moved from paper")
    cart = till.cart(ana, ("book", 10_000, 1, "Books"))
    # 100 points pay 5.00: 40.00 take 800; the other 60.00 earn 3.
    till.sells(cart, Tender(TenderKind.POINTS, 4_000), cash(6_000))
    assert balance(till.shop, ana) == 2_703
    mug = till.sells(till.cart(ana, ("Mug", 8_800, 1, "Goods"), rewards=("goods",)))
    assert (mug.total_minor, balance(till.shop, ana)) == (0, 1_903)
    handed = till.shop.rewards.hand_out(uuid7(), ana, "miles", "MU-2026-77")
    # 1,903 − 1,500.
    assert (handed.voucher, balance(till.shop, ana)) == ("MU-2026-77", 403)


def test_bank_card_behaviour_an_offer_by_what_the_member_buys(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    for _ in range(4):
        assert till.held(ana) == {}
        till.sells(till.cart(ana, ("bun", 1_000, 1, "Bakery")))
    code = till.held(ana)["bakery-fan"]
    cart = till.cart(ana, ("bun", 1_000, 1, "Bakery"), ("book", 1_000, 1, ""), coupons=(code,))
    # 15 % off the bun alone.
    assert till.sells(cart).total_minor == 1_850


def test_bank_card_member_day_wednesdays_half_price_once_a_member_and_day(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    till.goes_to("2026-11-25")
    three = ("latte", 3_000, 3, "Coffee")
    # One of three at half price: 90.00 − 15.00; the second sale of the day pays in full.
    assert till.sells(till.cart(ana, three)).total_minor == 7_500
    assert till.sells(till.cart(ana, three)).total_minor == 9_000
    till.goes_to("2026-12-02")
    # 80.00: half would be 40.00, the cap is 30.00.
    assert till.sells(till.cart(ana, ("geisha", 8_000, 1, "Coffee"))).total_minor == 5_000
    assert till.sells(till.cart(None, ("geisha", 8_000, 1, "Coffee"))).total_minor == 8_000


def test_bank_card_perk_six_lounge_visits_and_two_range_sessions_a_year(till):
    till.opens_with("bank-card")
    ana = till.enrols()
    with pytest.raises(RewardRefused):
        till.shop.perks.use(ana, "lounge")
    till.puts_in(ana, "platinum")
    for perk, count in (("lounge", 6), ("range", 2)):
        left = [till.shop.perks.use(ana, perk).left for _ in range(count)]
        assert left == list(reversed(range(count)))
        with pytest.raises(PerkUsedUp):
            till.shop.perks.use(ana, perk)
    till.goes_to("2027-01-01")
    assert till.shop.perks.use(ana, "lounge").left == 5
