"""Rewards, coupons, stored value and top-ups by keys and scans, within the steps promised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, FIVE_OFF, use

TEA = "6901234567892"
DRINK = Reward("drink", words("A drink"), 100, Benefit(BenefitKind.FREE_UNITS, Goods(), units=1))


@pytest.fixture
def ana(till):
    shop = till.shop
    use(shop, replace(EVERYTHING_IN_ONE, coupons=(FIVE_OFF,), rewards=(DRINK,), referral=None))
    shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    enrolled = shop.members.add(MemberDraft(name="Ana", phone="13800138000"))
    shop.points.adjust(enrolled.member.member_id, 250, "opening")
    till.window.tell_changed("settings")
    till.settle()
    return enrolled


def test_a_top_up_takes_one_scan_and_three_keys(till, ana):
    till.scan(ana.card.code)
    till.key(Qt.Key.Key_F8)
    till.sign("1")
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (1, 3)
    assert till.shop.wallets.held_minor(ana.member.member_id) == 58_000
    slip = till.cashier._sheets.value.slip
    assert not slip.isHidden()
    assert slip._slip.after_minor == 58_000


def test_a_function_key_chooses_how_a_top_up_is_paid(till, ana):
    till.scan(ana.card.code)
    till.key(Qt.Key.Key_F8)
    till.key(Qt.Key.Key_F2)
    till.sign("1")
    till.key(Qt.Key.Key_Return)
    slip = till.cashier._sheets.value.slip._slip
    assert slip.tender == "微信支付"


def test_another_amount_is_typed_after_one_key(till, ana):
    till.scan(ana.card.code)
    till.key(Qt.Key.Key_F8)
    till.sign("*")
    till.type("66")
    till.key(Qt.Key.Key_Return)
    assert till.shop.wallets.held_minor(ana.member.member_id) == 6_600


def test_a_reward_takes_two_keys(till, ana):
    till.scan(ana.card.code)
    till.scan(TEA)
    till.forget_steps()
    till.key(Qt.Key.Key_F12)
    till.sign("1")
    assert till.taps == 2
    assert till.state.quote.total_minor == 0
    till.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.state.quote.total_minor == 4_000


def test_a_coupon_takes_one_scan_and_no_key(till, ana):
    coupon = till.shop.coupons.issue("five", ana.member.member_id)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.forget_steps()
    till.scan(coupon.code)
    assert (till.scans, till.taps, till.state.quote.total_minor) == (1, 0, 3_500)
    assert [each.id for each in till.cashier.laid.shown()] == [coupon.code]


def test_stored_value_pays_with_one_key_on_the_pay_sheet(till, ana):
    member_id = ana.member.member_id
    paid = (Tender(TenderKind.CASH, 50_000),)
    till.shop.wallets.top_up(uuid7(), member_id, 50_000, paid)
    till.scan(ana.card.code)
    till.scan(TEA)
    till.forget_steps()
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F7)
    till.key(Qt.Key.Key_Return)
    assert till.taps == 3
    assert till.shop.wallets.held_minor(member_id) == 54_000


def test_a_gift_card_without_a_sale_is_paid_back_with_a_reason_and_is_void(till, ana):
    sold = till.shop.gift_cards.sell(uuid7(), 5_000, (Tender(TenderKind.CASH, 5_000),))
    till.scan(sold.card.code)
    sheet = till.cashier._sheets.value.gift
    assert not sheet.isHidden()
    till.key(Qt.Key.Key_Return)
    assert sheet.error.isVisible()
    assert till.shop.gift_cards.find(sold.card.code).left_minor == 5_000
    till.type("moving away")
    till.key(Qt.Key.Key_Return)
    assert till.shop.gift_cards.find(sold.card.code).left_minor == 0
    slip = till.cashier._sheets.value.slip
    assert not slip.isHidden()
    assert (slip._slip.what, slip._slip.amount_minor) == ("gift_refund", -5_000)
    assert [found for found in till.shop.doctor.run() if not found.ok] == []


def test_a_gift_card_scanned_over_the_pay_sheet_pays(till, ana):
    sold = till.shop.gift_cards.sell(uuid7(), 5_000, (Tender(TenderKind.CASH, 5_000),))
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.scan(sold.card.code)
    till.key(Qt.Key.Key_Return)
    assert till.shop.gift_cards.find(sold.card.code).left_minor == 1_000
