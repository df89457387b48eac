"""Returns where something else happened in between: a merge, a write-off, a card paid back."""

from dataclasses import replace

import pytest

from app.errors import SaleIdTaken
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.refund import OpenReturn, RefundDraft
from app.services.rules.scheme.value import TopUpOffer, WalletTerms
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, SIMPLE, sound, use
from tests.services.test_refund_rules import TEA, back, wallet
from tests.services.test_refunds import draft, sold
from tests.shop_builder import Clock, add_member, balance, cash, points, sell
from tests.trust.test_doctor import failing, triggers_off


def test_goods_that_come_back_never_pay_for_a_sale_that_was_made_before(shop: Shop) -> None:
    first = sold(shop, (Item("coat", 1_000), 2))
    cart, sale_id = Cart((CartLine(uuid7(), Item("hat", 1_000)),)), uuid7()
    shop.refunds.exchange(draft(first, (1, 1)), sale_id, cart, None, ())
    with pytest.raises(SaleIdTaken):
        shop.refunds.exchange(draft(first, (1, 1)), sale_id, cart, None, ())
    paid = uuid7()
    shop.checkout.complete(paid, cart, None, (cash(1_000),))
    with pytest.raises(SaleIdTaken):
        shop.refunds.exchange(draft(first, (1, 1)), paid, cart, None, (cash(1_000),))
    assert len(shop.refunds.of_sale(first.sale_id)) == 1
    assert sound(shop)
    database = shop.desk.database
    with triggers_off(database, "refund"):
        database.execute("UPDATE refund SET exchange_sale_id = ?", (paid.bytes,))
    assert {"refunds", "seals"} <= failing(shop)


def test_rule_22_a_gift_card_that_was_paid_back_stays_dead(shop: Shop) -> None:
    use(shop, EVERYTHING_IN_ONE)
    gift = shop.gift_cards.sell(uuid7(), 5_000, (cash(5_000),)).card
    receipt = sold(shop, (TEA, 2), tenders=(Tender(TenderKind.GIFT_CARD, 2_000, gift.code),))
    shop.gift_cards.refund(uuid7(), gift.code, "not wanted")
    for left in (1_000, 2_000):
        (tender,) = back(shop, receipt, (1, 1)).tenders
        assert tender.reference != gift.code
        assert shop.gift_cards.find(tender.reference).left_minor == 1_000
        assert shop.gift_cards.find(gift.code).left_minor == 0
        held = "SELECT sum(amount_minor) FROM gift_entry"
        assert shop.desk.database.value(held) == left
    assert sound(shop)


@pytest.mark.parametrize("late", [False, True])
def test_rule_20_bonus_of_a_merged_member_comes_back_with_its_last_day(
    shop: Shop, clock: Clock, late: bool
) -> None:
    terms = WalletTerms(offers=(TopUpOffer(50_000, 10_000),), bonus_months=1)
    use(shop, replace(SIMPLE, wallet=terms))
    gone, kept = add_member(shop), add_member(shop, "Bob", "000129")
    shop.wallets.top_up(uuid7(), gone, 50_000, (cash(50_000),))
    paid = (Tender(TenderKind.STORED_VALUE, 12_000),)
    receipt = sold(shop, (Item("dress", 12_000), 1), member=gone, tenders=paid)
    shop.merges.merge(uuid7(), kept, gone)
    if late:
        clock.forward(days=40)
        shop.due.run()
        assert wallet(shop, kept) == (40_000, 0)
    back(shop, receipt)
    assert wallet(shop, kept) == ((50_000, 0) if late else (50_000, 10_000))
    clock.forward(days=40)
    shop.due.run()
    assert wallet(shop, kept) == (50_000, 0)
    assert sound(shop)


def test_what_was_written_off_never_comes_back_as_cash(shop: Shop) -> None:
    ana, bag = add_member(shop), Item("bag", 5_000)
    shop.accounts.set_limit(ana, 50_000)
    owed = (Tender(TenderKind.ON_ACCOUNT, 10_000),)
    receipt = sold(shop, (bag, 2), member=ana, tenders=owed)
    shop.accounts.repay(uuid7(), ana, (cash(2_000),))
    shop.accounts.write_off(uuid7(), ana, 7_000, "moved away")
    first = back(shop, receipt, (1, 1))
    assert first.tenders == (Tender(TenderKind.ON_ACCOUNT, 5_000),)
    assert shop.accounts.owed(ana).owed_minor == 0
    rest = back(shop, receipt)
    assert {t.kind.value: t.amount_minor for t in rest.tenders} == {
        "on_account": 3_000, "cash": 2_000
    }  # fmt: skip
    assert shop.accounts.owed(ana).owed_minor == 0
    assert sound(shop)


def test_credit_for_goods_without_a_receipt_goes_to_who_the_member_is_now(shop: Shop) -> None:
    gone, kept = add_member(shop), add_member(shop, "Bob", "000129")
    shop.merges.merge(uuid7(), kept, gone)
    done = shop.refunds.refund(
        RefundDraft(
            uuid7(), None, reason="no receipt", member_id=gone,
            open_lines=(OpenReturn("mug", 1_000, 4_000),),
            tenders=(Tender(TenderKind.STORE_CREDIT, 0),),
        )
    )  # fmt: skip
    assert done.member is not None
    assert done.member.member_id == kept
    assert shop.loyalty.standing(kept).wallet.credit_minor == 4_000
    assert sound(shop)


@pytest.mark.parametrize("how", ["exchange", "cash"])
def test_points_never_turn_into_money_by_an_exchange_or_cash_before(shop: Shop, how: str) -> None:
    ana = add_member(shop)
    sell(shop, 1_000_000, ana)
    paid = (points(4_000), Tender(TenderKind.BANK_CARD, 4_000))
    receipt = sold(shop, (TEA, 8), member=ana, tenders=paid)
    before = balance(shop, ana)
    if how == "exchange":
        cart = Cart((CartLine(uuid7(), Item("hat", 2_000)),))
        first, _ = shop.refunds.exchange(draft(receipt, (1, 4)), uuid7(), cart, None, ())
    else:
        first = back(shop, receipt, (1, 4), tenders=(cash(0),))
    rest = back(shop, receipt)
    for done in (first, rest):
        by_points = [t.amount_minor for t in done.tenders if t.kind is TenderKind.POINTS]
        assert (by_points, done.total_minor) == ([2_000], 4_000)
    assert rest.tenders[-1].kind is TenderKind.BANK_CARD
    assert balance(shop, ana) == before + receipt.points_burned - receipt.points_earned
    assert sound(shop)
