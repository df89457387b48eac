"""The main job by keyboard and scanner alone, within the step counts promised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.tenders import TenderKind
from app.services.sales import SaleFilter
from tests.shop_builder import balance, sell

LATTE, CROISSANT, BEANS = "6901234567892", "6901234567885", "6901234567878"


@pytest.fixture(autouse=True)
def goods(shop):
    shop.products.add(
        ProductDraft(name="燕麦拿铁", price="28", member_price="25", barcodes=(LATTE,))
    )
    shop.products.add(ProductDraft(name="可颂", price="16", barcodes=(CROISSANT,)))
    shop.products.add(ProductDraft(name="咖啡豆 250 g", price="88", barcodes=(BEANS,)))


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))


def test_enrolling_takes_eleven_digits_and_two_keys(till):
    till.type("13912345678")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert (till.taps, till.digits) == (2, 11)
    assert till.state.basket.strip.masked_phone == "139****5678"
    assert till.shop.members.find("13912345678")


def test_a_scanned_card_needs_no_key_and_the_last_four_digits_one(till, ana):
    till.scan(ana.card.code)
    assert (till.taps, till.state.basket.strip.name) == (0, "曾雨晴")
    till.key(Qt.Key.Key_Escape)
    till.forget_steps()
    till.type("8000")
    till.key(Qt.Key.Key_Return)
    assert (till.taps, till.digits) == (1, 4)
    assert till.state.basket.strip.name == "曾雨晴"


def test_three_items_and_points_take_four_scans_and_three_keys(till, ana):
    sell(till.shop, 50000, ana.member.member_id)
    for code in (ana.card.code, LATTE, CROISSANT, BEANS):
        till.scan(code)
    assert till.state.quote.total_minor == 2500 + 1600 + 8800
    till.key(Qt.Key.Key_F6)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (4, 3)
    receipt = till.shop.sales.last()[0]
    assert [(t.kind, t.amount_minor) for t in receipt.tenders] == [
        (TenderKind.POINTS, 500),
        (TenderKind.CASH, 12400),
    ]
    assert balance(till.shop, ana.member.member_id) == 500 - 500 + 124
    assert not till.cashier._sheets.receipt_sheet.isHidden()


def test_a_phone_number_typed_over_the_receipt_starts_the_next_sale(till, ana):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.forget_steps()
    till.type("8000")
    till.key(Qt.Key.Key_Return)
    assert (till.taps, till.digits) == (1, 4)
    assert till.state.basket.strip.name == "曾雨晴"
    assert till.window.open_sheet() is None


def test_a_scan_over_the_receipt_leaves_no_digit_in_the_field(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.scan(CROISSANT)
    QTest.qWait(120)
    till.settle()
    assert till.cashier.omnibox.text() == ""
    assert len(till.state.basket.cart.lines) == 1


def test_digits_over_a_receipt_that_was_brought_back_do_nothing(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Escape)
    till.scan(till.shop.sales.last()[0].code)
    till.type("8")
    QTest.qWait(120)
    assert not till.cashier._sheets.receipt_sheet.isHidden()


def test_the_next_scan_starts_the_next_sale_without_a_key(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.scan(CROISSANT)
    assert till.cashier._sheets.receipt_sheet.isHidden()
    assert [line.line.item.name for line in till.state.quote.lines] == ["可颂"]


def test_a_scan_lands_in_the_cart_whatever_has_the_focus(till):
    screen = till.cashier
    for widget in (screen.omnibox, screen.tiles, screen.cart, screen.totals.pay):
        widget.setFocus()
        till.scan(LATTE)
        assert widget.hasFocus() or widget.focusProxy().hasFocus()
    assert till.state.quote.lines[0].line.quantity_milli == 4000
    assert screen.omnibox.text() == ""


def test_cash_with_change_is_typed_and_given_back(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.type("50")
    till.key(Qt.Key.Key_Return)
    receipt = till.shop.sales.last()[0]
    assert (receipt.total_minor, receipt.change_due_minor) == (2800, 2200)


def test_too_little_cash_cannot_be_completed(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.type("20")
    till.key(Qt.Key.Key_Return)
    assert till.shop.sales.page_count(SaleFilter()) == 0
    till.key(Qt.Key.Key_Escape)
    assert till.state.quote.total_minor == 2800


def test_a_function_key_pays_by_another_tender(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_F2)
    till.key(Qt.Key.Key_Return)
    assert till.shop.sales.last()[0].tenders[0].kind is TenderKind.WECHAT


def test_quantity_discount_delete_and_undo_by_keys(till):
    till.scan(LATTE)
    till.sign("*")
    till.type("3")
    till.key(Qt.Key.Key_Return)
    assert till.state.quote.total_minor == 8400
    till.sign("/")
    till.type("10")
    till.key(Qt.Key.Key_Tab)
    till.type("regular")
    till.key(Qt.Key.Key_Return)
    assert till.state.quote.total_minor == 7560
    till.key(Qt.Key.Key_Delete)
    assert till.state.quote.lines == ()
    till.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.state.quote.total_minor == 7560


def test_plus_on_the_number_pad_pays(till):
    till.scan(LATTE)
    till.sign("+")
    assert not till.cashier._sheets.pay_sheet.isHidden()


def test_hold_and_recall_take_one_key_each(till, ana):
    till.scan(ana.card.code)
    till.scan(LATTE)
    till.key(Qt.Key.Key_F4)
    assert not till.state.basket.cart.lines
    till.key(Qt.Key.Key_F5)
    assert till.taps == 2
    assert till.state.quote.total_minor == 2500


def test_an_open_item_is_sold_by_price_and_name(till):
    till.key(Qt.Key.Key_F11)
    till.type("12.5")
    till.key(Qt.Key.Key_Return)
    assert till.state.quote.total_minor == 1250


def test_a_check_in_is_a_scan_and_enter(till, ana):
    till.scan(ana.card.code)
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (1, 1)
    assert till.shop.members.get(ana.member.member_id).visits == 1


def test_a_reprint_is_one_key_and_says_duplicate(till):
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    sheet = till.cashier._sheets.receipt_sheet
    assert not sheet.isHidden()
    words = [
        item.text for page in sheet._page._pages for item in page.items if hasattr(item, "text")
    ]
    assert any("重印" in word for word in words)


def test_only_the_first_print_of_a_sale_is_no_duplicate(till, monkeypatch):
    printed = []

    def print_pages(_self, _kind, pages, _title, then=None):
        printed.append("".join(getattr(item, "text", "") for page in pages for item in page.items))
        if then is not None:
            then()

    monkeypatch.setattr("app.ui.printing.Printing.print_pages", print_pages)
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_P)
    till.key(Qt.Key.Key_P)
    assert ["重印" in words for words in printed] == [False, True]


def test_a_receipt_is_claimed_by_scans_and_enter(till, ana):
    receipt = sell(till.shop, 10000)
    till.scan(ana.card.code)
    till.scan(receipt.code)
    till.key(Qt.Key.Key_Return)
    assert balance(till.shop, ana.member.member_id) == 100


@pytest.mark.parametrize("parked", [False, True])
def test_a_cart_of_a_member_merged_elsewhere_goes_on_with_the_one_kept(till, ana, parked):
    bo = till.shop.members.add(MemberDraft(name="Bo"))
    till.scan(bo.card.code)
    till.scan(LATTE)
    if parked:
        till.key(Qt.Key.Key_F4)
    till.shop.merges.merge(uuid7(), ana.member.member_id, bo.member.member_id)
    if parked:
        till.key(Qt.Key.Key_F5)
        assert till.state.basket.strip.name == "曾雨晴"
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert till.window.banner_text() == ""
    (sold,) = till.shop.sales.last(1)
    assert sold.member.number == ana.member.number
    assert balance(till.shop, ana.member.member_id) == 25


def test_a_duplicate_phone_opens_the_existing_member(till, ana):
    till.cashier.open_enrolment("13800138000", "somebody else")
    till.key(Qt.Key.Key_Return)
    assert till.state.basket.strip.name == "曾雨晴"


def test_a_lost_card_is_refused_with_its_date_and_the_cart_stays(till, ana):
    till.scan(LATTE)
    till.shop.cards.report_lost(ana.card.card_id)
    till.scan(ana.card.code)
    assert "2026-11-21" in till.window.banner_text()
    assert till.state.quote.total_minor == 2800


def test_a_refusal_is_gone_once_the_next_scan_works(till):
    till.scan("6901234500000")
    assert till.window.banner_text()
    till.scan(LATTE)
    assert till.window.banner_text() == ""


def test_four_digits_that_nobody_has_do_not_enrol_a_name(till):
    till.type("4711")
    till.key(Qt.Key.Key_Return)
    assert till.window.open_sheet() is None
    assert "4711" in till.window.banner_text()


def test_typing_on_the_tiles_searches_and_a_sale_gives_the_focus_back(till, ana):
    till.key(Qt.Key.Key_F3)
    till.key(Qt.Key.Key_Return)
    sold = [line.line.item.name for line in till.state.quote.lines]
    assert len(sold) == 1
    till.type("8000")
    till.key(Qt.Key.Key_Return)
    assert [line.line.item.name for line in till.state.quote.lines] == sold
    assert till.state.basket.strip.name == "曾雨晴"
    till.key(Qt.Key.Key_F3)
    till.key(Qt.Key.Key_F9)
    for _complete_close_and_once_too_often in range(3):
        till.key(Qt.Key.Key_Return)
    assert till.shop.sales.page_count(SaleFilter()) == 1
    assert till.state.quote.lines == ()


def test_a_cart_that_is_open_at_the_end_is_on_hold_at_the_next_start(till, ana):
    till.scan(LATTE)
    till.window.closing()
    till.settle()
    assert [held.total_minor for held in till.shop.checkout.held()] == [2800]
    till.window.closing()
    till.settle()
    assert len(till.shop.checkout.held()) == 1, "an empty cart is nothing to hold"
