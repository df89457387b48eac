"""Pay codes, references, accounts, deposits and tips by keys and scans alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine, add
from app.services.rules.tenders import Tender, TenderKind

TEA = "6901234567892"
WECHAT = "134567890123456789"
ALIPAY = "281234567890123456"


@pytest.fixture
def ana(till):
    till.shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    enrolled = till.shop.members.add(MemberDraft(name="Ana", phone="13800138000"))
    till.window.tell_changed("products")
    till.settle()
    till.forget_steps()
    return enrolled


def pay_sheet(till):
    return till.cashier._sheets.pay_sheet


def newest(till):
    return till.shop.sales.last(1)[0]


def paid(till):
    return [(t.kind, t.amount_minor, t.reference) for t in newest(till).tenders]


@pytest.mark.parametrize(
    ("code", "kind"), [(WECHAT, TenderKind.WECHAT), (ALIPAY, TenderKind.ALIPAY)]
)
def test_a_pay_code_over_a_basket_takes_one_scan_and_one_key(till, ana, code, kind):
    till.scan(TEA)
    till.forget_steps()
    till.scan(code)
    assert not pay_sheet(till).isHidden()
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (1, 1)
    assert paid(till) == [(kind, 4_000, "…" + code[-4:])]


def test_a_pay_code_over_the_open_pay_sheet_pays_what_is_left(till, ana):
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.type("10")
    till.sign("+")
    QTest.qWait(80)  # nobody scans in the same twentieth of a second
    till.scan(WECHAT)
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.CASH, 1_000, ""), (TenderKind.WECHAT, 3_000, "…6789")]


def test_a_pay_code_over_an_empty_till_is_no_product(till, ana):
    till.scan(WECHAT)
    assert pay_sheet(till).isHidden()
    assert not till.state.basket.cart.lines


def test_a_slip_number_is_noted_and_a_bank_card_never(till, ana):
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F4)
    till.key(Qt.Key.Key_Tab)
    while not pay_sheet(till)._reference.hasFocus():
        till.key(Qt.Key.Key_Tab)
    till.type("4111111111111111")
    till.key(Qt.Key.Key_Return)
    assert not pay_sheet(till).isHidden()
    assert "bank card" in pay_sheet(till)._short.text()
    pay_sheet(till)._reference.clear()
    till.type("0042")
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.BANK_CARD, 4_000, "0042")]


def test_on_account_is_one_key_and_tells_what_is_owed(till, ana):
    till.shop.accounts.set_limit(ana.member.member_id, 10_000)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F10)
    assert "¥0.00 → ¥40.00" in pay_sheet(till)._balances.text()
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.ON_ACCOUNT, 4_000, "")]
    assert till.shop.accounts.owed(ana.member.member_id).owed_minor == 4_000


def test_without_a_limit_there_is_no_such_key(till, ana):
    till.scan(ana.card.code)
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F10)
    till.key(Qt.Key.Key_F11)
    assert pay_sheet(till).desk().kind is TenderKind.CASH


def deposit(till, ana, minor):
    item = till.shop.products.by_barcode(TEA).item
    facts = till.shop.checkout.member_facts(ana.member.member_id)
    cart = add(Cart(member=facts), CartLine(uuid7(), item))
    cash = (Tender(TenderKind.CASH, minor),)
    till.shop.deposits.take(DepositDraft(uuid7(), minor, cash, cart=cart))


def test_a_deposit_pays_by_itself_when_its_basket_comes_back(till, ana):
    deposit(till, ana, 1_500)
    till.key(Qt.Key.Key_F5)
    till.key(Qt.Key.Key_F9)
    assert pay_sheet(till).desk().left_minor == 2_500
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.DEPOSIT, 1_500, "D-000001"), (TenderKind.CASH, 2_500, "")]
    assert till.shop.deposits.open() == ()


def test_what_a_sale_leaves_of_its_deposit_is_told_and_given_back(till, ana):
    deposit(till, ana, 6_000)
    till.key(Qt.Key.Key_F5)
    till.key(Qt.Key.Key_F9)
    assert "20.00" in pay_sheet(till)._note.text()
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.DEPOSIT, 4_000, "D-000001")]
    assert till.shop.deposits.open() == ()


def test_a_deposit_of_a_held_basket_pays_no_other_and_says_so(till, ana):
    deposit(till, ana, 1_500)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    till.key(Qt.Key.Key_Return)
    assert till.state.basket.cart.deposits == ()
    assert "D-000001 belongs to a basket on hold" in till.window.banner_text()
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F11)
    assert pay_sheet(till).desk().kind is TenderKind.CASH


def test_a_free_standing_deposit_is_one_key(till, ana):
    draft = DepositDraft(
        uuid7(), 1_500, (Tender(TenderKind.CASH, 1_500),), ana.member.member_id, "cake"
    )
    till.shop.deposits.take(draft)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F11)
    till.sign("+")
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.DEPOSIT, 1_500, "D-000001"), (TenderKind.CASH, 2_500, "")]


def test_a_tip_is_two_keys_where_the_shop_takes_tips(till, ana):
    shop = till.shop
    shop.settings.save(replace(shop.desk.settings, tips=True))
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.forget_steps()
    till.key(Qt.Key.Key_F12)
    sheet = pay_sheet(till)
    assert [quick._hint for quick in sheet._quick if quick.isVisible()][:2] == ["F1", "F2"]
    assert not any(button._keyed for button in sheet._buttons), "each key is shown once"
    till.key(Qt.Key.Key_F2)
    assert all(button._keyed for button in sheet._buttons)
    assert till.taps == 2
    assert pay_sheet(till).desk().quote.total_minor == 4_400
    till.key(Qt.Key.Key_Return)
    assert (newest(till).total_minor, newest(till).tips_minor) == (4_400, 400)


def test_a_typed_tip_is_laid_and_taken_off_again(till, ana):
    shop = till.shop
    shop.settings.save(replace(shop.desk.settings, tips=True))
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F12)
    till.type("5")
    till.key(Qt.Key.Key_Return)
    assert pay_sheet(till).desk().tip_minor == 500
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert pay_sheet(till).desk().tip_minor == 0
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Escape)
    assert not pay_sheet(till).isHidden()


def test_a_short_sum_is_told_and_not_taken(till, ana):
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.type("10")
    till.key(Qt.Key.Key_Return)
    assert not pay_sheet(till).isHidden()
    assert pay_sheet(till)._change.text() == "¥30.00"
    assert till.shop.sales.last(1) == ()


# --- money outside a sale ------------------------------------------------------------


def charge(till):
    return till.cashier._sheets.value.charge


def test_a_deposit_for_the_basket_puts_it_on_hold(till, ana):
    till.scan(TEA)
    till.forget_steps()
    till.key(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    till.sign("1")
    till.key(Qt.Key.Key_Return)
    assert till.taps == 3
    (deposit,) = till.shop.deposits.open()
    assert deposit.paid_minor == 400
    (held,) = till.shop.checkout.held()
    assert (held.deposit_minor, deposit.held_id) == (400, held.held_id)
    assert not till.state.basket.cart.lines
    assert till.state.held == 1


def test_a_free_standing_deposit_says_what_it_is_for_and_gives_change(till, ana):
    till.key(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    till.sign("2")
    till.key(Qt.Key.Key_Return)
    assert till.shop.deposits.open() == ()  # for nobody and nothing
    till.sign("+")
    till.type("100")
    assert "50.00" in charge(till)._change.text()
    while not charge(till).note.hasFocus():
        till.key(Qt.Key.Key_Tab)
    till.type("cake")
    till.key(Qt.Key.Key_Return)
    (deposit,) = till.shop.deposits.open()
    assert (deposit.note, deposit.left_minor) == ("cake", 5_000)


def test_a_repayment_takes_one_scan_and_three_keys(till, ana):
    member_id = ana.member.member_id
    till.shop.accounts.set_limit(member_id, 10_000)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F10)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Escape)
    till.forget_steps()
    till.scan(ana.card.code)
    till.key(Qt.Key.Key_F8)
    till.sign("1")
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (1, 3)
    assert till.shop.accounts.owed(member_id).owed_minor == 0


def test_an_open_deposit_is_laid_on_the_cart_and_pays_first(till, ana):
    cash = (Tender(TenderKind.CASH, 1_500),)
    till.shop.deposits.take(DepositDraft(uuid7(), 1_500, cash, note="cake"))
    till.scan(TEA)
    till.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert paid(till) == [(TenderKind.DEPOSIT, 1_500, "D-000001"), (TenderKind.CASH, 2_500, "")]


def test_an_open_deposit_is_given_back_or_kept_with_a_reason(till, ana):
    cash = (Tender(TenderKind.CASH, 1_500),)
    for note in ("cake", "table"):
        till.shop.deposits.take(DepositDraft(uuid7(), 1_500, cash, note=note))
    till.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    till.key(Qt.Key.Key_Delete)
    till.key(Qt.Key.Key_Return)
    (left,) = till.shop.deposits.open()
    assert left.note == "table"
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    till.key(Qt.Key.Key_Delete)
    till.key(Qt.Key.Key_Right)
    till.key(Qt.Key.Key_Return)  # not without a reason
    assert till.shop.deposits.open() == (left,)
    till.type("late")
    till.key(Qt.Key.Key_Return)
    assert till.shop.deposits.open() == ()


def test_who_owes_is_brought_to_the_till(till, ana):
    member_id = ana.member.member_id
    till.shop.accounts.set_limit(member_id, 10_000)
    item = till.shop.products.by_barcode(TEA).item
    cart = add(Cart(member=till.shop.checkout.member_facts(member_id)), CartLine(uuid7(), item))
    on_account = (Tender(TenderKind.ON_ACCOUNT, 4_000),)
    till.shop.checkout.complete(uuid7(), cart, None, on_account)
    till.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    model = till.cashier._sheets.value.debtors.rows.model()
    told = [model.index(0, column).data() for column in (1, 2, 3, 4)]
    assert told == ["Ana", "¥40.00", "¥40.00", "–"]
    till.key(Qt.Key.Key_Return)
    assert till.state.basket.strip.member_id == member_id
