"""The rules that a return must hold, each by its number, on a real file."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.errors import ClaimReturned, GiftCardNotUsable, NeedsApproval, NotEnoughPoints, TipStays
from app.messages import reason_text
from app.services.deposits import DepositDraft
from app.services.grants import Grant, GrantKind
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item, add
from app.services.rules.money import MILLI
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.scheme import simple_scheme
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.earning import (
    Multiplier,
    PointsExpiry,
    PointsTender,
    PointsTerms,
)
from app.services.rules.scheme.value import TopUpOffer, WalletTerms
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from app.services.tips import tip_line
from app.shop import Shop
from tests.scheme_builder import (
    EVERYTHING_IN_ONE,
    FIVE_OFF,
    FREE_TEA,
    NEXT_TIME,
    SIMPLE,
    TIERS,
    sound,
    use,
)
from tests.services.test_refunds import draft, sold
from tests.shop_builder import Clock, add_member, balance, cash, points, sell, stored_balance

TEA = Item("tea", 1_000)


def back(shop: Shop, receipt, *lines: tuple[int, int], **more: object):
    """Take pieces of lines back; everything that is left, without any."""
    return shop.refunds.refund(draft(receipt, *lines, **more))


def wallet(shop: Shop, member: UUID) -> tuple[int, int]:
    row = shop.desk.database.row(
        "SELECT principal_minor, bonus_minor FROM stored_value_account WHERE member_id = ?",
        (member.bytes,),
    )
    return (0, 0) if row is None else (row[0], row[1])


# --- money ------------------------------------------------------------------------


def test_rule_4_a_refund_gives_back_the_stored_share_and_the_last_unit_the_residue(
    shop: Shop,
) -> None:
    by_hand = HandDiscount("regular", amount_minor=100)
    receipt = sold(shop, (TEA, 3), (Item("mug", 700), 1), discount=by_hand)
    whole = {line.position: line.total_minor for line in receipt.lines}
    parts = [back(shop, receipt, (1, 1)).total_minor for _ in range(3)]
    assert parts == [whole[1] // 3, whole[1] * 2 // 3 - whole[1] // 3, whole[1] - whole[1] * 2 // 3]
    assert back(shop, receipt).total_minor == whole[2]
    assert sum(done.total_minor for done in shop.refunds.of_sale(receipt.sale_id)) == (
        receipt.total_minor
    )
    assert sound(shop)


@pytest.mark.parametrize("included", [True, False])
def test_rule_5_tax_goes_back_by_rate_to_the_last_cent(shop: Shop, included: bool) -> None:
    shop.settings.save(replace(shop.settings.get(), prices_include_tax=included))
    food = Item("bread", 333, tax_rate_bp=825)
    goods = Item("lamp", 999, tax_rate_bp=1_300)
    receipt = sold(shop, (food, 5), (goods, 3), (Item("stamp", 120), 1))
    done = [back(shop, receipt, (1, 1), (2, 1)) for _ in range(3)]
    done += [back(shop, receipt, (1, 1)), back(shop, receipt)]
    for rate, net, tax in receipt.taxes:
        mine = [group for each in done for group in each.taxes if group.rate_bp == rate]
        assert (sum(g.net_minor for g in mine), sum(g.tax_minor for g in mine)) == (net, tax)
        assert all(group.tax_minor >= 0 for group in mine)
    assert sum(each.added_tax_minor for each in done) == receipt.added_tax_minor
    assert sum(each.total_minor for each in done) == receipt.total_minor
    assert sound(shop)


def test_rule_6_cash_rounding_goes_back_on_the_cash_part_only(shop: Shop) -> None:
    shop.settings.save(replace(shop.settings.get(), cash_step_minor=5))
    paid = (Tender(TenderKind.BANK_CARD, 1_000), cash(1_000))
    receipt = sold(shop, (Item("nut", 333), 6), tenders=paid)
    assert (receipt.total_minor, receipt.cash_rounding_minor) == (2_000, 2)
    for _ in range(6):
        done = back(shop, receipt, (1, 1))
        for tender in done.tenders:
            assert tender.kind is not TenderKind.CASH or tender.amount_minor % 5 == 0
    every = shop.refunds.of_sale(receipt.sale_id)
    assert sum(each.cash_rounding_minor for each in every) == 2
    sums: dict[TenderKind, int] = {}
    for each in every:
        for tender in each.tenders:
            sums[tender.kind] = sums.get(tender.kind, 0) + tender.amount_minor
    assert sums == {TenderKind.BANK_CARD: 1_000, TenderKind.CASH: 1_000}
    assert sound(shop)


def test_rule_12_a_partial_refund_is_split_over_the_tenders_pro_rata(shop: Shop) -> None:
    ana = add_member(shop, points=1_000)
    receipt = sold(
        shop,
        (TEA, 10),
        member=ana,
        tenders=(points(1_000), Tender(TenderKind.ALIPAY, 3_000, "0042"), cash(6_000)),
    )
    done = back(shop, receipt, (1, 5))
    assert {t.kind.value: t.amount_minor for t in done.tenders} == {
        "points": 500, "alipay": 1_500, "cash": 3_000
    }  # fmt: skip
    assert next(t for t in done.tenders if t.kind is TenderKind.ALIPAY).reference == "0042"
    assert done.points_restored == 500
    rest = back(shop, receipt)
    assert {t.kind.value: t.amount_minor for t in rest.tenders} == {
        "points": 500, "alipay": 1_500, "cash": 3_000
    }  # fmt: skip
    assert balance(shop, ana) == 1_000
    assert sound(shop)


def test_what_came_in_by_card_goes_out_in_cash_where_that_is_asked(shop: Shop) -> None:
    receipt = sold(shop, (TEA, 2), tenders=(Tender(TenderKind.BANK_CARD, 2_000),))
    done = back(shop, receipt, (1, 1), tenders=(cash(0),))
    assert done.tenders == (cash(1_000),)
    assert back(shop, receipt).tenders == (Tender(TenderKind.BANK_CARD, 1_000),)
    assert sound(shop)


# --- points -------------------------------------------------------------------------


def test_rule_12_many_small_refunds_never_keep_a_point(shop: Shop) -> None:
    use(shop, simple_scheme(1, 2_000))
    ana = add_member(shop)
    receipt = sold(shop, (Item("sweet", 150), 31), member=ana)
    assert receipt.points_earned == 2
    left = []
    for kept in range(30, -1, -1):
        back(shop, receipt, (1, 1))
        left.append((balance(shop, ana), 150 * kept // 2_000))
    assert all(held == earned for held, earned in left)
    assert stored_balance(shop, ana) == 0
    assert sound(shop)


def test_rule_12_points_are_reversed_under_the_version_and_tier_of_the_sale(
    shop: Shop, clock: Clock
) -> None:
    double = Multiplier("double", words("double"), 20_000, goods=Goods(products=("tea",)))
    use(shop, replace(SIMPLE, tiers=TIERS, multipliers=(double,)))
    ana = add_member(shop)
    receipt = sold(shop, (TEA, 4), (Item("mug", 3_000), 1), member=ana)
    assert receipt.points_earned == 110
    use(shop, simple_scheme(7, 100))
    clock.forward(days=1)
    assert back(shop, receipt, (1, 3)).points_reversed == 60
    assert back(shop, receipt, (2, 1)).points_reversed == 30
    assert back(shop, receipt).points_reversed == 20
    assert balance(shop, ana) == 0
    assert sound(shop)


def test_rule_12_points_go_back_to_their_lot_or_with_grace_to_a_new_one(
    shop: Shop, clock: Clock
) -> None:
    lasting = PointsTerms(expiry=PointsExpiry.MONTHS, months=1, grace_days=10)
    use(shop, replace(simple_scheme(1, 100), points=lasting))
    ana = add_member(shop)
    sell(shop, 30_000, ana)
    clock.forward(days=20)
    receipt = sold(shop, (Item("lamp", 400), 1), member=ana, tenders=(points(200), cash(200)))
    early = sold(shop, (Item("lamp", 100), 1), member=ana, tenders=(points(100),))
    done = back(shop, early)
    assert (done.points_restored, balance(shop, ana)) == (100, 300 - 200 + 2)
    clock.forward(days=20)
    shop.due.run()
    preview = shop.refunds.preview(draft(receipt))
    assert (preview.points_restored, preview.restored_lapsed) == (200, 200)
    done = back(shop, receipt)
    assert done.points_restored == 200
    held = shop.desk.database.rows(
        "SELECT earned, expires_on FROM points_lot WHERE member_id = ? ORDER BY id DESC LIMIT 1",
        (ana.bytes,),
    )
    assert held == [(200, "2027-01-10")]
    clock.forward(days=11)
    shop.due.run()
    assert balance(shop, ana) == 0
    assert sound(shop)


def test_rule_13_a_refund_is_never_blocked_and_the_debt_is_repaid_once(
    shop: Shop, clock: Clock
) -> None:
    lasting = PointsTerms(expiry=PointsExpiry.MONTHS, months=2)
    scheme = replace(simple_scheme(1, 100), points=lasting)
    use(shop, scheme)
    ana = add_member(shop)
    receipt = sell(shop, 30_000, ana)
    sold(shop, (Item("lamp", 300), 1), member=ana, tenders=(points(200), cash(100)))
    preview = shop.refunds.preview(draft(receipt))
    assert (preview.balance_before, preview.balance_after, preview.debt) == (101, -199, 199)
    done = back(shop, receipt)
    assert (done.total_minor, done.debt, balance(shop, ana)) == (30_000, 199, -199)
    with pytest.raises(NotEnoughPoints):
        sold(shop, (Item("pin", 10), 1), member=ana, tenders=(points(10),))
    sell(shop, 10_000, ana)
    assert balance(shop, ana) == -99
    sell(shop, 15_000, ana)
    assert balance(shop, ana) == 51
    shop.points.adjust(ana, 9, "sorry")
    assert sound(shop)
    clock.forward(days=70)
    shop.due.run()
    # Only what was left after the debt lapses: nothing is taken twice.
    assert balance(shop, ana) == 0
    assert sound(shop)


def test_rule_13_points_by_hand_and_a_claim_repay_a_debt_too(shop: Shop) -> None:
    ana = add_member(shop)
    receipt = sell(shop, 30_000, ana)
    shop.points.adjust(ana, -300, "for a prize")
    back(shop, receipt)
    assert balance(shop, ana) == -300
    shop.points.adjust(ana, 100, "sorry")
    shop.grants.give([ana], Grant(uuid7(), GrantKind.POINTS, 50, reason="rules changed"))
    unnamed = sell(shop, 20_000)
    shop.claims.claim(unnamed.number, ana)
    assert balance(shop, ana) == 50
    assert sound(shop)


def test_rule_9_and_14_what_points_paid_never_earns_and_a_reward_gives_its_points_back(
    shop: Shop,
) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop, points=800)
    facts = shop.loyalty.facts(ana)
    lines = (CartLine(uuid7(), Item("tea", 1_200)), CartLine(uuid7(), Item("mug", 2_000)))
    cart = Cart(lines, facts, rewards=(FREE_TEA.id,))
    receipt = shop.checkout.complete(uuid7(), cart, None, (points(500), cash(1_500)))
    assert receipt.points_earned == 15
    start = balance(shop, ana)
    tea = back(shop, receipt, (1, 1))
    assert (tea.total_minor, tea.points_restored, tea.points_reversed) == (
        0,
        FREE_TEA.cost_points,
        0,
    )
    assert balance(shop, ana) == start + FREE_TEA.cost_points
    back(shop, receipt)
    assert balance(shop, ana) == 800
    assert sound(shop)


def test_a_claimed_receipt_takes_its_points_from_who_claimed_it(shop: Shop) -> None:
    receipt = sold(shop, (TEA, 3))
    ana = add_member(shop)
    shop.claims.claim(receipt.number, ana)
    assert balance(shop, ana) == 30
    done = back(shop, receipt, (1, 1))
    assert (done.points_reversed, balance(shop, ana)) == (10, 20)
    back(shop, receipt)
    spent = shop.desk.database.value(
        "SELECT spent_minor FROM member_summary WHERE member_id = ?", (ana.bytes,)
    )
    assert (balance(shop, ana), spent) == (0, 0)
    assert sound(shop)


def test_points_of_goods_that_came_back_are_not_claimed(shop: Shop) -> None:
    receipt = sold(shop, (TEA, 3))
    back(shop, receipt, (1, 1))
    ana = add_member(shop)
    with pytest.raises(ClaimReturned):
        shop.claims.claim(receipt.number, ana)
    assert balance(shop, ana) == 0


# --- tiers --------------------------------------------------------------------------


def test_rule_15_a_refund_reduces_what_counts_for_a_tier(shop: Shop) -> None:
    use(shop, replace(SIMPLE, tiers=TIERS))
    ana = add_member(shop)
    receipt = sold(shop, (Item("bag", 20_000), 2), member=ana)
    assert shop.loyalty.facts(ana).qualifying == 40_000
    back(shop, receipt, (1, 1))
    assert shop.loyalty.facts(ana).qualifying == 20_000
    back(shop, receipt)
    assert shop.loyalty.facts(ana).qualifying == 0
    assert sound(shop)


def test_rule_17_the_preview_says_what_a_plans_reward_counts_less(shop: Shop, clock: Clock) -> None:
    """30.00 of goods, a third paid by points: of 10.00 back 6.66 had counted. What was bought
    before the plan began never did."""
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    sell(shop, 200_000, ana)
    before = sold(shop, (TEA, 1), member=ana)
    clock.forward(days=1)
    shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    cart = Cart((CartLine(uuid7(), TEA, 3 * MILLI),), member=shop.loyalty.facts(ana))
    receipt = shop.checkout.complete(uuid7(), cart, None, (points(1_000), cash(2_000)))
    (note,) = [
        each
        for each in shop.refunds.preview(draft(receipt, (1, 1))).why
        if each.code == "refund_reward_less"
    ]
    assert dict(note.facts)["amount_minor"] == 666
    assert dict(note.facts)["plan"] == "Executive"
    told = reason_text(note, "en", shop.desk.settings.money)
    assert told == "The cash reward of Executive at renewal counts ¥6.66 less of what was bought"
    codes = [each.code for each in shop.refunds.preview(draft(before)).why]
    assert "refund_reward_less" not in codes


def test_rule_16_no_tier_is_lost_before_its_review_and_the_preview_says_what_that_finds(
    shop: Shop,
) -> None:
    use(shop, replace(SIMPLE, tiers=TIERS))
    ana = add_member(shop)
    receipt = sell(shop, 60_000, ana)
    assert shop.loyalty.facts(ana).tier == "gold"
    preview = shop.refunds.preview(draft(receipt))
    (note,) = preview.tier_note
    assert dict(note.facts)["tier"] == "Classic"
    back(shop, receipt)
    assert shop.loyalty.facts(ana).tier == "gold"
    assert sound(shop)


# --- kept money -----------------------------------------------------------------------


def test_rule_20_principal_and_bonus_go_back_in_the_same_parts(shop: Shop) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    before = wallet(shop, ana)
    receipt = sold(
        shop, (Item("dress", 9_667), 3), member=ana,
        tenders=(Tender(TenderKind.STORED_VALUE, 29_001),),
    )  # fmt: skip
    spent = [old - new for old, new in zip(before, wallet(shop, ana), strict=True)]
    back(shop, receipt, (1, 1))
    half = [old - new for old, new in zip(before, wallet(shop, ana), strict=True)]
    assert abs(half[0] * sum(spent) - spent[0] * sum(half)) <= sum(spent)
    back(shop, receipt, (1, 1))
    back(shop, receipt)
    assert wallet(shop, ana) == before == (50_000, 8_000)
    assert balance(shop, ana) == 0
    assert sound(shop)


def test_rule_20_bonus_that_ended_meanwhile_stays_ended(shop: Shop, clock: Clock) -> None:
    terms = WalletTerms(offers=(TopUpOffer(50_000, 10_000),), bonus_months=1)
    use(shop, replace(SIMPLE, wallet=terms))
    ana = add_member(shop)
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    receipt = sold(
        shop, (Item("dress", 12_000), 1), member=ana,
        tenders=(Tender(TenderKind.STORED_VALUE, 12_000),),
    )  # fmt: skip
    assert wallet(shop, ana) == (40_000, 8_000)
    clock.forward(days=40)
    shop.due.run()
    assert wallet(shop, ana) == (40_000, 0)
    preview = shop.refunds.preview(draft(receipt))
    assert "refund_bonus_lapsed" in {reason.code for reason in preview.why}
    back(shop, receipt)
    assert wallet(shop, ana) == (50_000, 0)
    assert sound(shop)


def test_rule_22_a_gift_card_pays_back_what_is_left_and_a_spent_part_goes_back_on_it(
    shop: Shop, clock: Clock
) -> None:
    use(shop, EVERYTHING_IN_ONE)
    gift = shop.gift_cards.sell(uuid7(), 5_000, (cash(5_000),)).card
    by_card = (Tender(TenderKind.GIFT_CARD, 2_000, gift.code), cash(1_000))
    receipt = sold(shop, (TEA, 3), tenders=by_card)
    done = back(shop, receipt, (1, 1))
    assert {t.kind.value: t.amount_minor for t in done.tenders} == {"gift_card": 667, "cash": 333}
    assert shop.gift_cards.find(gift.code).left_minor == 3_667
    shop.gift_cards.refund(uuid7(), gift.code, "not wanted")
    with pytest.raises(GiftCardNotUsable):
        shop.gift_cards.refund(uuid7(), gift.code, "again")
    clock.forward(days=800)
    shop.due.run()
    late = back(shop, receipt)
    (renewed,) = [t for t in late.tenders if t.kind is TenderKind.GIFT_CARD]
    assert renewed.reference != gift.code
    assert shop.gift_cards.find(renewed.reference).left_minor == renewed.amount_minor == 1_333
    assert sound(shop)


def test_store_credit_that_paid_comes_back_as_store_credit(shop: Shop) -> None:
    ana = add_member(shop)
    first = sold(shop, (TEA, 3), member=ana)
    goods = RefundDraft(
        uuid7(), None, reason="no receipt", member_id=ana,
        open_lines=(_open("mug", 4_000),), tenders=(Tender(TenderKind.STORE_CREDIT, 0),),
    )  # fmt: skip
    shop.refunds.refund(goods)
    receipt = sold(shop, (TEA, 4), member=ana, tenders=(Tender(TenderKind.STORE_CREDIT, 4_000),))
    done = back(shop, receipt, (1, 3))
    assert done.tenders == (Tender(TenderKind.STORE_CREDIT, 3_000),)
    back(shop, first)
    assert sound(shop)


def _open(name: str, minor: int):
    from app.services.rules.refund import OpenReturn

    return OpenReturn(name, MILLI, minor)


# --- coupons --------------------------------------------------------------------------


def test_rule_23_a_coupon_comes_back_with_the_whole_sale_only(shop: Shop, clock: Clock) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    code = shop.coupons.issue(FIVE_OFF.id, ana).code

    def bought():
        cart = Cart(
            (CartLine(uuid7(), Item("cake", 2_000), 2 * MILLI),),
            shop.loyalty.facts(ana),
            coupons=(shop.coupons.laid(code),),
        )
        return shop.checkout.complete(uuid7(), cart, None, (cash(3_500),))

    receipt = bought()
    part = back(shop, receipt, (1, 1))
    assert (part.total_minor, part.coupons_back) == (1_750, ())
    assert shop.coupons.find(code).state == "redeemed"
    rest = back(shop, receipt)
    assert rest.coupons_back == (code,)
    assert shop.coupons.find(code).state == "issued"
    again = bought()
    clock.forward(days=40)
    shop.due.run()
    assert back(shop, again).coupons_back == ()
    assert sound(shop)


def test_rule_23_coupons_that_the_sale_brought_are_revoked_and_used_ones_told(shop: Shop) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    receipt = sell(shop, 12_000, ana)
    held = {c.template: c.code for c in shop.loyalty.standing(ana).coupons}
    done = back(shop, receipt)
    assert done.coupons_revoked == (held[NEXT_TIME.id],)
    assert shop.coupons.find(held[NEXT_TIME.id]).state == "revoked"
    receipt = sell(shop, 12_000, ana)
    code = next(c.code for c in shop.loyalty.standing(ana).coupons if c.template == NEXT_TIME.id)
    cart = Cart(
        (CartLine(uuid7(), Item("cake", 4_000)),),
        shop.loyalty.facts(ana),
        coupons=(shop.coupons.laid(code),),
    )
    shop.checkout.complete(uuid7(), cart, None, (cash(3_500),))
    assert shop.refunds.preview(draft(receipt)).coupons_kept == (code,)
    back(shop, receipt)
    assert sound(shop)


# --- days, people, odd sales ----------------------------------------------------------


def test_rule_24_a_clock_set_back_puts_no_return_before_its_sale(shop: Shop, clock: Clock) -> None:
    receipt = sell(shop, 5_000)
    clock.forward(days=-3)
    done = back(shop, receipt)
    assert done.refunded_at == receipt.sold_at
    assert done.business_date == receipt.business_date
    clock.forward(days=3)
    assert sound(shop)


def test_members_who_are_frozen_or_archived_get_their_money_back(shop: Shop) -> None:
    for number, state in (("1", "frozen"), ("2", "archived")):
        ana = add_member(shop, number=number)
        receipt = sell(shop, 10_000, ana)
        shop.desk.database.execute("UPDATE member SET state = ? WHERE id = ?", (state, ana.bytes))
        assert back(shop, receipt).total_minor == 10_000
        assert balance(shop, ana) == 0
    assert sound(shop)


def test_a_sale_that_cost_nothing_and_a_weighed_line_come_back(shop: Shop) -> None:
    free = sold(shop, (Item("sample", 0), 2))
    assert back(shop, free, (1, 1)).total_minor == 0
    assert back(shop, free).whole
    pork = Item("pork", 2_990, weighed=True)
    cart = Cart((CartLine(uuid7(), pork, 735),))
    total = shop.checkout.quote(cart).total_minor
    receipt = shop.checkout.complete(uuid7(), cart, None, (cash(total),))
    first = shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id, (ReturnLine(1, 235),)))
    assert first.total_minor == total * 235 // 735
    assert back(shop, receipt).total_minor == total - first.total_minor
    assert sound(shop)


def test_what_was_returned_whole_counts_as_no_purchase_and_no_use(shop: Shop) -> None:
    ana = add_member(shop)
    receipt = sold(shop, (TEA, 3), member=ana)
    back(shop, receipt, (1, 2))
    database = shop.desk.database
    from app.models import standing

    bought = {row[2]: row[4] for row in standing.bought(database, ana.bytes, 0)}
    assert (bought["tea"], standing.purchases(database, ana.bytes)) == (1_000, 1)
    back(shop, receipt)
    assert not [row for row in standing.bought(database, ana.bytes, 0) if row[4]]
    assert standing.purchases(database, ana.bytes) == 0
    assert standing.lifetime(database, ana.bytes)[1:] == (0, 0)


def test_points_of_a_merged_member_come_from_and_go_to_who_they_are_now(shop: Shop) -> None:
    keep, gone = add_member(shop, number="1"), add_member(shop, number="2", points=300)
    receipt = sold(shop, (Item("lamp", 400), 1), member=gone, tenders=(points(200), cash(200)))
    shop.merges.merge(uuid7(), keep, gone)
    before = balance(shop, keep)
    done = back(shop, receipt)
    assert done.member is not None
    assert done.member.member_id == keep
    assert balance(shop, keep) == before + 200 - 2
    assert sound(shop)


def test_the_scheme_of_the_sale_holds_for_points_that_pay(shop: Shop) -> None:
    """What points were worth when they paid is what comes back."""
    use(shop, replace(SIMPLE, burn=PointsTender(10, 100)))
    ana = add_member(shop, points=100)
    receipt = sold(shop, (TEA, 1), member=ana, tenders=(points(1_000),))
    assert (receipt.points_burned, balance(shop, ana)) == (100, 0)
    use(shop, replace(SIMPLE, burn=PointsTender(1, 100)))
    assert back(shop, receipt).points_restored == 100
    assert shop.desk.today() >= date(2026, 11, 21)
    assert sound(shop)


# --- accounts, deposits, tips ---------------------------------------------------------


def test_what_is_owed_falls_and_what_was_repaid_goes_back_in_cash(shop: Shop) -> None:
    ana = add_member(shop)
    shop.accounts.set_limit(ana, 50_000)
    receipt = sold(
        shop, (Item("bag", 5_000), 2), member=ana,
        tenders=(Tender(TenderKind.ON_ACCOUNT, 8_000), cash(2_000)),
    )  # fmt: skip
    done = back(shop, receipt, (1, 1))
    assert {t.kind.value: t.amount_minor for t in done.tenders} == {
        "on_account": 4_000, "cash": 1_000
    }  # fmt: skip
    assert shop.accounts.owed(ana).owed_minor == 4_000
    shop.accounts.repay(uuid7(), ana, (cash(3_000),))
    done = back(shop, receipt)
    assert {t.kind.value: t.amount_minor for t in done.tenders} == {
        "on_account": 1_000, "cash": 4_000
    }  # fmt: skip
    assert shop.accounts.owed(ana).owed_minor == 0
    assert sound(shop)


def test_a_deposit_that_paid_is_open_again(shop: Shop) -> None:
    ana = add_member(shop)
    deposit = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit
    receipt = sold(
        shop, (Item("cake", 10_000), 2), member=ana,
        tenders=(Tender(TenderKind.DEPOSIT, 5_000, deposit.number), cash(15_000)),
    )  # fmt: skip
    assert shop.deposits.open() == ()
    back(shop, receipt, (1, 1))
    back(shop, receipt)
    (again,) = shop.deposits.open()
    assert (again.number, again.left_minor) == (deposit.number, 5_000)
    assert sound(shop)


def test_a_tip_comes_back_with_the_whole_sale_only(shop: Shop) -> None:
    ana = add_member(shop)
    cart = Cart((CartLine(uuid7(), Item("cut", 10_000), 2 * MILLI),), shop.loyalty.facts(ana))
    tipped = add(cart, tip_line(shop.desk, cart, 500))
    receipt = shop.checkout.complete(uuid7(), tipped, None, (cash(20_500),))
    assert [line.tip for line in shop.refunds.returnable(receipt.number).lines] == [False, True]
    with pytest.raises(TipStays):
        back(shop, receipt, (2, 1))
    part = back(shop, receipt, (1, 1))
    assert (part.total_minor, part.points_reversed) == (10_000, 100)
    rest = back(shop, receipt)
    assert (rest.total_minor, rest.whole, balance(shop, ana)) == (10_500, True, 0)
    assert shop.members.get(ana).spent_minor == 0
    assert sound(shop)


def test_a_clerk_past_their_limit_asks_and_the_manager_stands_on_the_refund(shop: Shop) -> None:
    """The limit is on what goes out; cash for a card needs leave of its own."""
    receipt = sold(shop, (Item("coat", 90_000), 1), tenders=(Tender(TenderKind.BANK_CARD, 90_000),))
    owner = shop.desk.staff
    shop.desk.staff = replace(owner, role="clerk")
    try:
        with pytest.raises(NeedsApproval) as refused:
            back(shop, receipt)
        assert refused.value.power == "refund"
        # A preview asks nobody: the manager looks at it, too.
        assert shop.refunds.preview(draft(receipt)).total_minor == 90_000
    finally:
        shop.desk.staff = owner
    assert shop.refunds.of_sale(receipt.sale_id) == ()


def test_a_limit_on_refunds_is_not_passed_in_pieces(shop: Shop) -> None:
    receipt = sold(shop, (Item("cup", 9_000), 4))
    other = sold(shop, (Item("cup", 9_000), 1))
    owner = shop.desk.staff
    shop.desk.staff = replace(owner, role="clerk")  # 200.00 of one sale
    try:
        back(shop, receipt, (1, 1))
        back(shop, receipt, (1, 1))
        with pytest.raises(NeedsApproval) as refused:
            back(shop, receipt, (1, 1))
        assert (refused.value.limit, refused.value.amount) == (20_000, 27_000)
        back(shop, other)
    finally:
        shop.desk.staff = owner
    back(shop, receipt)
    assert sound(shop)
