"""What the scheme does inside a sale: coupons once, rewards from their lots, tiers at once."""

from collections import Counter
from dataclasses import replace
from threading import Thread

import pytest

from app.errors import (
    CouponNotUsable,
    CouponUnknown,
    FieldInvalid,
    GiftCardNotUsable,
    GiftCardUnknown,
    NotEnoughPoints,
    RewardRefused,
    SaleBarred,
    ShopError,
    TenderInvalid,
    ValueTooLow,
)
from app.services.coupons import CouponState
from app.services.ids import uuid7
from app.services.rules.cart import AppliedCoupon, Item
from app.services.rules.reasons import Reason
from app.services.rules.scheme.earning import EarnBasis, EarnRule, PointsExpiry, PointsTerms
from app.services.rules.scheme.offers import UseLimit
from app.services.rules.scheme.standing import Badge, BadgeBasis
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from app.shop import open_shop
from tests.scheme_builder import EVERYTHING_IN_ONE, FREE_TEA, MILES, SIMPLE, sound, use
from tests.shop_builder import add_member, balance, cart_of, cash, sell

BOX, CUP = Item("box", 4_000), Item("tea", 600)


@pytest.fixture
def ana(shop):
    use(shop, EVERYTHING_IN_ONE)
    return add_member(shop)


def with_coupons(shop, cart, *codes):
    return replace(cart, coupons=tuple(shop.coupons.laid(code) for code in codes))


def complete(shop, cart, *tenders, sale_id=None, quote=None):
    return shop.checkout.complete(sale_id or uuid7(), cart, quote, tenders)


def kept(kind, amount_minor, reference=""):
    return Tender(kind, amount_minor, reference)


def wallet(amount_minor):
    return kept(TenderKind.STORED_VALUE, amount_minor)


# --- visits ---------------------------------------------------------------------


def test_a_visit_earns_once_a_business_day(shop, clock):
    visit = EarnRule("visit", words("visit"), points=10, basis=EarnBasis.VISIT)
    use(shop, replace(SIMPLE, earn=(visit,)))
    ana = add_member(shop)
    for expected in (10, 10):
        sell(shop, 600, member=ana)
        assert balance(shop, ana) == expected
    clock.forward(days=1)
    sell(shop, 600, member=ana)
    assert balance(shop, ana) == 20


# --- coupons --------------------------------------------------------------------


def test_a_coupon_takes_its_money_off_and_is_redeemed_with_the_sale(shop, ana):
    code = shop.coupons.issue("five", ana).code
    cart = with_coupons(shop, cart_of(BOX, member=ana), code)
    assert complete(shop, cart, cash(3_500)).total_minor == 3_500
    assert shop.coupons.find(code).state is CouponState.REDEEMED
    assert shop.loyalty.standing(ana).coupons == ()
    assert sound(shop)


def test_a_coupon_without_effect_is_kept(shop, ana):
    code = shop.coupons.issue("five", ana).code
    cart = with_coupons(shop, cart_of(CUP, member=ana), code)
    receipt = complete(shop, cart, cash(600))
    assert receipt.total_minor == 600
    assert shop.coupons.find(code).state is CouponState.ISSUED
    assert "basket_too_small" in {reason.code for reason in receipt.why_not}


def test_a_coupon_used_before_is_refused_and_nothing_is_half_done(shop, ana):
    code = shop.coupons.issue("five", ana).code
    cart = with_coupons(shop, cart_of(BOX, member=ana), code)
    first = uuid7()
    complete(shop, cart, cash(3_500), sale_id=first)
    with pytest.raises(CouponNotUsable) as refused:
        complete(shop, cart, cash(3_500))
    assert refused.value.reason == "code_used"
    assert complete(shop, cart, cash(3_500), sale_id=first).total_minor == 3_500
    assert shop.desk.database.value("SELECT count(*) FROM sale") == 1
    assert sound(shop)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("expired", "code_expired"),
        ("another", "other_member"),
        ("revoked", "code_revoked"),
        ("twice", "given_twice"),
        ("gone", "not_in_scheme"),
        ("clock", "code_not_yet"),
    ],
)
def test_a_coupon_that_cannot_be_used_says_why(shop, ana, clock, wrong, reason):
    code = shop.coupons.issue("five", ana).code
    cart = with_coupons(shop, cart_of(BOX, member=ana), code)
    if wrong == "expired":
        clock.forward(days=30)
    elif wrong == "another":
        cart = with_coupons(shop, cart_of(BOX, member=add_member(shop, "Bo", "000129")), code)
    elif wrong == "revoked":
        shop.coupons.revoke(code, "a mistake")
    elif wrong == "twice":
        cart = with_coupons(shop, cart_of(BOX, member=ana), code, code)
    elif wrong == "gone":
        use(shop, SIMPLE)
    elif wrong == "clock":
        clock.forward(days=-1)
    with pytest.raises(CouponNotUsable) as refused:
        complete(shop, cart, cash(4_000))
    assert refused.value.reason == reason
    assert shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_a_coupon_made_up_is_unknown(shop, ana):
    made_up = AppliedCoupon("82" + "0" * 15, "five")
    with pytest.raises(CouponUnknown):
        complete(shop, replace(cart_of(BOX, member=ana), coupons=(made_up,)), cash(4_000))


def test_a_leaflet_is_for_whoever_bears_it(shop, ana):
    (coupon,) = shop.coupons.issue_batch("handout", 1).coupons
    cart = with_coupons(shop, cart_of(BOX), coupon.code)
    assert complete(shop, cart, cash(3_500)).total_minor == 3_500
    assert sound(shop)


def test_a_large_sale_brings_a_coupon_for_the_next(shop, ana):
    complete(shop, cart_of(Item("sofa", 10_000), member=ana), cash(10_000))
    (coupon,) = shop.loyalty.standing(ana).coupons
    assert coupon.template == "next"
    complete(shop, cart_of(BOX, member=ana), cash(4_000))
    assert len(shop.loyalty.standing(ana).coupons) == 1
    assert sound(shop)


# --- rewards and points ------------------------------------------------------------


def test_a_reward_is_paid_from_lots_beside_the_points_tender(shop, ana):
    shop.points.adjust(ana, 400, "gift")
    cart = replace(cart_of(CUP, BOX, member=ana), rewards=("tea",))
    receipt = complete(shop, cart, Tender(TenderKind.POINTS, 100), cash(3_900))
    # 150 for the tea, 100 for 1.00; 39 earned on 39.00.
    assert (receipt.points_burned, receipt.points_earned) == (250, 39)
    assert balance(shop, ana) == 400 - 250 + 39
    rows = shop.desk.database.rows("SELECT reward, cost_points, saved_minor FROM reward_use")
    assert [tuple(row) for row in rows] == [("tea", 150, 600)]
    assert sound(shop)


def test_a_reward_that_costs_more_than_is_held_says_how_much(shop, ana):
    shop.points.adjust(ana, 149, "gift")
    cart = replace(cart_of(CUP, member=ana), rewards=("tea",))
    with pytest.raises(NotEnoughPoints) as refused:
        complete(shop, cart, cash(600))
    assert (refused.value.needed, refused.value.held) == (150, 149)


def test_a_reward_that_has_nothing_to_give_is_refused_with_the_reason(shop, ana):
    shop.points.adjust(ana, 500, "gift")
    with pytest.raises(RewardRefused):
        complete(shop, replace(cart_of(BOX, member=ana), rewards=("tea",)), cash(4_000))
    with pytest.raises(RewardRefused):
        complete(shop, replace(cart_of(BOX, member=ana), rewards=("cake",)), cash(4_000))


def test_a_reward_with_a_limit_is_counted_from_sale_to_sale(shop):
    use(shop, replace(SIMPLE, rewards=(replace(FREE_TEA, limit=UseLimit(per_member_day=1)),)))
    ana = add_member(shop)
    shop.points.adjust(ana, 400, "gift")
    cart = replace(cart_of(CUP, BOX, member=ana), rewards=("tea",))
    complete(shop, cart, cash(4_000))
    with pytest.raises(RewardRefused):
        complete(shop, cart, cash(4_600))


def test_earned_points_wait_and_lapse_as_the_terms_say(shop, clock):
    terms = PointsTerms(pending_days=7, expiry=PointsExpiry.MONTHS, months=1)
    use(shop, replace(SIMPLE, points=terms))
    ana = add_member(shop)
    sell(shop, 5_000, ana)
    held = shop.loyalty.standing(ana).points
    assert (held.balance, held.usable, held.pending) == (50, 0, 50)
    with pytest.raises(NotEnoughPoints):
        complete(shop, cart_of(CUP, member=ana), Tender(TenderKind.POINTS, 50), cash(550))
    clock.forward(days=7)
    assert shop.loyalty.facts(ana).points == 50
    complete(shop, cart_of(CUP, member=ana), Tender(TenderKind.POINTS, 20), cash(580))
    clock.forward(days=24)
    # The 30 left of the first lot lapsed on 21 December; 5 of the second sale are usable.
    assert shop.loyalty.facts(ana).points == 5
    assert sound(shop)


def test_points_that_lapse_by_inactivity_are_kept_by_a_visit(shop, clock):
    use(shop, replace(SIMPLE, points=PointsTerms(expiry=PointsExpiry.INACTIVITY, months=1)))
    ana = add_member(shop)
    sell(shop, 5_000, ana)
    clock.forward(days=29)
    shop.visits.check_in(ana)
    clock.forward(days=29)
    assert shop.loyalty.facts(ana).points == 50
    complete(shop, cart_of(CUP, member=ana), Tender(TenderKind.POINTS, 50), cash(550))
    clock.forward(days=40)
    assert shop.loyalty.facts(ana).points == 0
    assert sound(shop)


# --- tiers, badges, referrals ----------------------------------------------------------


def test_the_sale_that_reaches_the_threshold_brings_the_tier(shop, ana):
    complete(shop, cart_of(Item("sofa", 49_999), member=ana), cash(49_999))
    assert shop.loyalty.facts(ana).tier == "classic"
    complete(shop, cart_of(Item("pin", 1), member=ana), cash(1))
    standing = shop.loyalty.standing(ana)
    assert standing.tier is not None
    assert (standing.tier.tier, standing.tier.missing) == ("gold", 150_000)
    assert [benefit.said("en") for benefit in standing.benefits] == ["free wrapping"]
    assert shop.desk.database.value("SELECT count(*) FROM tier_entry") == 1
    assert sound(shop)


def test_a_sale_dated_back_never_undoes_a_later_tier(shop, ana, clock):
    complete(shop, cart_of(Item("sofa", 200_000), member=ana), cash(200_000))
    assert shop.loyalty.facts(ana).tier == "platinum"
    earlier = clock.moment.replace(day=1)
    cart = cart_of(Item("sofa", 60_000), member=ana)
    shop.checkout.complete(uuid7(), cart, None, (cash(60_000),), at=earlier)
    assert shop.loyalty.facts(ana).tier == "platinum"
    assert sound(shop)


def test_what_points_and_gift_cards_paid_does_not_count_for_the_tier(shop, ana):
    shop.points.adjust(ana, 10_000, "gift")
    code = shop.gift_cards.sell(uuid7(), 30_000, (cash(30_000),)).card.code
    complete(
        shop,
        cart_of(Item("sofa", 60_000), member=ana),
        Tender(TenderKind.POINTS, 10_000),
        kept(TenderKind.GIFT_CARD, 30_000, code),
        cash(20_000),
    )
    assert shop.loyalty.facts(ana).qualifying == 20_000
    assert balance(shop, ana) == 200


def test_a_badge_is_given_once_and_brings_its_points(shop):
    badge = Badge("loyal", words("Loyal"), BadgeBasis.SPEND, 10_000, points=30)
    use(shop, replace(SIMPLE, badges=(badge,)))
    ana = add_member(shop)
    for _ in range(3):
        complete(shop, cart_of(Item("sofa", 6_000), member=ana), cash(6_000))
    assert [held.badge for held in shop.loyalty.standing(ana).badges] == ["loyal"]
    assert balance(shop, ana) == 3 * 60 + 30
    assert sound(shop)


def test_a_referral_rewards_both_on_the_first_purchase_that_is_large_enough(shop, ana):
    bo = add_member(shop, "Bo", "000129")
    shop.perks.refer(bo, ana)
    complete(shop, cart_of(CUP, member=bo), cash(600))
    assert balance(shop, ana) == 0
    for _ in range(2):
        complete(shop, cart_of(BOX, member=bo), cash(4_000))
    assert (balance(shop, ana), balance(shop, bo)) == (100, 6 + 40 + 40 + 50)
    assert sound(shop)


def test_a_shop_for_members_only_sells_to_nobody_else(shop, ana):
    use(shop, replace(EVERYTHING_IN_ONE, plan_needed=True))
    with pytest.raises(SaleBarred):
        complete(shop, cart_of(BOX, member=ana), cash(4_000))
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    assert complete(shop, cart_of(BOX, member=ana), cash(4_000)).total_minor == 4_000


# --- money that is kept -------------------------------------------------------------


def test_a_wallet_pays_principal_and_bonus_pro_rata_and_the_bonus_earns_nothing(shop, ana):
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    receipt = complete(shop, cart_of(Item("sofa", 5_800), member=ana), wallet(5_800))
    # 50.00 of 500.00 and 8.00 of 80.00; 50 points on the 50.00.
    held = shop.loyalty.standing(ana).wallet
    assert (held.principal_minor, held.bonus_minor) == (45_000, 7_200)
    assert receipt.points_earned == 50
    assert shop.loyalty.facts(ana).qualifying == 5_000
    assert sound(shop)


def test_a_wallet_pays_no_more_than_it_holds(shop, ana):
    shop.wallets.top_up(uuid7(), ana, 3_000, (cash(3_000),))
    with pytest.raises(ValueTooLow) as refused:
        complete(shop, cart_of(BOX, member=ana), wallet(3_001), cash(999))
    assert refused.value.held_minor == 3_000
    for tenders in ((wallet(1_000), wallet(1_000), cash(2_000)), (wallet(0), cash(4_000))):
        with pytest.raises(TenderInvalid):
            complete(shop, cart_of(BOX, member=ana), *tenders)
    with pytest.raises(TenderInvalid):
        complete(shop, cart_of(BOX), wallet(1_000), cash(3_000))
    assert shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_a_gift_card_pays_part_by_part_until_it_is_empty(shop, ana, clock):
    code = shop.gift_cards.sell(uuid7(), 5_000, (cash(5_000),)).card.code
    complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 4_000, code))
    assert shop.gift_cards.find(code).left_minor == 1_000
    with pytest.raises(ValueTooLow):
        complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 4_000, code))
    complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 1_000, code), cash(3_000))
    with pytest.raises(GiftCardNotUsable):
        complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 1, code), cash(3_999))
    with pytest.raises(GiftCardUnknown):
        complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 1, "123"), cash(3_999))
    with pytest.raises(TenderInvalid):
        complete(shop, cart_of(BOX), kept(TenderKind.GIFT_CARD, 1), cash(3_999))
    assert sound(shop)


# --- at the same time ----------------------------------------------------------------


@pytest.mark.parametrize("what", ["coupon", "wallet", "points", "gift"])
def test_two_tills_that_spend_the_same_thing_spend_it_once(shop, ana, what):
    shop.wallets.top_up(uuid7(), ana, 4_000, (cash(4_000),))
    shop.points.adjust(ana, 150, "gift")
    code = shop.coupons.issue("five", ana).code
    gift = shop.gift_cards.sell(uuid7(), 4_000, (cash(4_000),)).card.code
    cart, tenders = {
        "coupon": (with_coupons(shop, cart_of(BOX, member=ana), code), (cash(3_500),)),
        "wallet": (cart_of(BOX, member=ana), (wallet(4_000),)),
        "points": (
            replace(cart_of(CUP, BOX, member=ana), rewards=("tea",)),
            (cash(4_000),),
        ),
        "gift": (cart_of(BOX), (kept(TenderKind.GIFT_CARD, 4_000, gift),)),
    }[what]
    told: Counter[str] = Counter()

    def sell_at_another_till() -> None:
        other = open_shop(shop.config, clock=shop.desk._clock)
        try:
            complete(other, cart, *tenders)
            told["sold"] += 1
        except ShopError as error:
            told[type(error).__name__] += 1
        finally:
            other.close()

    tills = [Thread(target=sell_at_another_till) for _ in range(4)]
    for till in tills:
        till.start()
    for till in tills:
        till.join()
    assert told["sold"] == 1, told
    assert sum(told.values()) == 4
    assert sound(shop)


def test_an_outside_reward_on_a_sale_records_the_code_that_is_handed_out(shop):
    use(shop, replace(SIMPLE, rewards=(FREE_TEA, MILES)))
    ana = add_member(shop)
    shop.points.adjust(ana, 700, "gift")
    cart = replace(cart_of(CUP, BOX, member=ana), rewards=("tea", "miles", "miles"))
    for codes in ((), ("M-1",)):
        with pytest.raises(RewardRefused) as refused:
            complete(shop, replace(cart, vouchers=codes), cash(4_000))
        assert refused.value.why == Reason("reward_needs_voucher")
    with pytest.raises(FieldInvalid):
        complete(shop, replace(cart, vouchers=("M-1", "M-2", "M-3")), cash(4_000))
    complete(shop, replace(cart, vouchers=("M-1", "M-2")), cash(4_000))
    rows = shop.desk.database.rows("SELECT reward, voucher FROM reward_use ORDER BY rowid")
    assert [tuple(row) for row in rows] == [("tea", ""), ("miles", "M-1"), ("miles", "M-2")]
    assert sound(shop)
