"""Goods taken back by keys and scans alone, within the steps promised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.member_types import MemberDraft
from app.services.pins import PinCost
from app.services.products import ProductDraft
from app.services.rules.powers import Role
from app.services.staff import StaffList
from app.ui.returning import return_sheet
from app.ui.returns.presenting.state import Step
from app.ui.staff.proof_sheet import ProofSheet
from tests.shop_builder import balance

LATTE, CROISSANT = "6901234567892", "6901234567885"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ana(till):
    till.shop.products.add(ProductDraft(name="燕麦拿铁", price="28", barcodes=(LATTE,)))
    till.shop.products.add(ProductDraft(name="可颂", price="16", barcodes=(CROISSANT,)))
    return till.shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))


@pytest.fixture
def sold(till, ana):
    """Two lattes and a croissant, 72.00 in cash; the till stands empty again."""
    for code in (ana.card.code, LATTE, LATTE, CROISSANT):
        till.scan(code)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Escape)
    till.forget_steps()
    return till.shop.sales.last()[0]


@pytest.fixture
def sheet(till, sold):
    return return_sheet(till.window)


def exchange(till):
    """E, and the moment that a hand needs to take up the scanner."""
    till.sign("e")
    QTest.qWait(60)


def everything(till):
    """A, and the moment in which a scanner would have typed on."""
    till.sign("a")
    QTest.qWait(100)
    till.settle()


def desk(sheet):
    return sheet._presenter.desk


def test_a_whole_sale_comes_back_with_one_scan_and_three_keys(till, ana, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    everything(till)
    assert desk(sheet).step is Step.PREVIEW
    assert desk(sheet).preview.total_minor == 7200
    assert (desk(sheet).preview.balance_before, desk(sheet).preview.balance_after) == (72, 0)
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (1, 3)
    assert desk(sheet).step is Step.DONE
    assert balance(till.shop, ana.member.member_id) == 0
    till.key(Qt.Key.Key_Return)
    assert till.window.open_sheet() is None


@pytest.mark.parametrize("code", ["A12345", "12A456", "123CEA"])
def test_a_letter_inside_a_scanned_code_chooses_nothing(till, sold, sheet, code):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan(code)
    QTest.qWait(100)
    till.settle()
    assert desk(sheet).step is Step.CHOOSE
    assert not desk(sheet).anything


def test_goods_scanned_come_back_with_three_keys(till, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan(LATTE)
    assert dict(desk(sheet).chosen) == {1: 1000}
    till.scan(CROISSANT)
    assert dict(desk(sheet).chosen) == {1: 1000, 2: 1000}
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert (till.scans, till.taps) == (3, 3)
    assert desk(sheet).done.total_minor == 4400


def test_arrows_and_digits_choose_how_many_come_back(till, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.type("1")
    till.key(Qt.Key.Key_Down)
    till.type("1")
    till.key(Qt.Key.Key_Up)
    till.type("0")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert desk(sheet).done.total_minor == 1600


def test_a_step_back_chooses_again_and_another_closes(till, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    everything(till)
    till.key(Qt.Key.Key_Escape)
    assert desk(sheet).step is Step.CHOOSE
    till.key(Qt.Key.Key_Escape)
    assert till.window.open_sheet() is None
    assert till.shop.refunds.of_sale(sold.sale_id) == ()


def test_without_the_receipt_at_hand_the_sale_is_found_first(till, sold, sheet):
    till.key(Qt.Key.Key_F7)
    assert desk(sheet).step is Step.FIND
    till.type("72.00")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Down)
    till.key(Qt.Key.Key_Return)
    assert desk(sheet).sale.receipt.number == sold.number


def test_a_receipt_scanned_into_the_empty_sheet_is_its_sale(till, sold, sheet):
    till.key(Qt.Key.Key_F7)
    till.scan(sold.code)
    assert desk(sheet).step is Step.CHOOSE
    assert sheet.sales.search.text() == ""


def test_the_last_sale_is_voided_with_two_keys(till, ana, sold, sheet):
    till.key(Qt.Key.Key_F7, SHIFT)
    assert (desk(sheet).step, desk(sheet).preview.kind) == (Step.PREVIEW, "void")
    till.key(Qt.Key.Key_Return)
    assert till.taps == 2
    assert desk(sheet).done.kind == "void"
    assert balance(till.shop, ana.member.member_id) == 0


def test_a_sale_chosen_in_the_list_comes_back_by_the_same_key(till, sold, sheet):
    till.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    till.key(Qt.Key.Key_Down)
    till.key(Qt.Key.Key_F7)
    everything(till)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    screen = till.window.current_screen()
    rows = screen.table.paged
    assert rows.row(0).number == "RA0-000001"
    assert rows.row(1).number == sold.number


def test_a_refused_return_says_why_and_keeps_the_sheet(till, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan("6901234567000")
    assert sheet.error().startswith("sale A0-000001 has none of 6901234567000".capitalize()[:4])
    assert desk(sheet).step is Step.CHOOSE


def test_an_exchange_shows_the_difference_and_takes_it_in_one_go(till, ana, sold, sheet):
    """A croissant of 16.00 for a latte of 28.00: 12.00 on top."""
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan(CROISSANT)
    till.key(Qt.Key.Key_Return)
    exchange(till)
    assert till.window.open_sheet() is None
    till.scan(LATTE)
    state = till.state
    assert (state.due_minor, state.back_minor) == (1200, 0)
    assert state.basket.strip.name == "曾雨晴"
    assert "16.00" in till.cashier.goods_back.text()
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    receipt = till.shop.sales.last()[0]
    assert [(t.kind.value, t.amount_minor) for t in receipt.tenders] == [
        ("exchange", 1600), ("cash", 1200),
    ]  # fmt: skip
    page = till.shop.sale_pages.page(sold.sale_id)
    assert page.refunds[0].exchange_number == receipt.number
    assert till.shop.sale_pages.page(receipt.sale_id).exchanged_from.of_number == sold.number
    assert not till.cashier.goods_back.isVisible()


def test_an_exchange_for_less_gives_the_rest_back_and_says_how_much(till, sold, sheet):
    """A latte of 28.00 for a croissant of 16.00: 12.00 back."""
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan(LATTE)
    till.key(Qt.Key.Key_Return)
    exchange(till)
    till.scan(CROISSANT)
    assert (till.state.due_minor, till.state.back_minor) == (0, 1200)
    till.key(Qt.Key.Key_F9)
    pay = till.window.open_sheet()
    assert (pay._change_word.text(), pay._change.text()) == ("To give back", "¥12.00")
    till.key(Qt.Key.Key_Return)
    assert desk(sheet).step is Step.DONE
    done = desk(sheet).done
    paid = {tender.kind.value: tender.amount_minor for tender in done.tenders}
    assert paid == {"exchange": 1600, "cash": 1200}
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert till.window.open_sheet() is None


def test_goods_brought_back_stay_with_who_brought_them_until_all_is_paid(till, sold, sheet):
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.scan(LATTE)
    till.key(Qt.Key.Key_Return)
    exchange(till)
    till.scan(CROISSANT)
    till.key(Qt.Key.Key_F4)
    assert till.state.basket.goods_back is not None
    assert "Finish the exchange first" in till.window.toast_text()
    till.cashier.goods_back.closed.emit()
    till.settle()
    assert till.state.basket.goods_back is None
    assert till.shop.refunds.of_sale(sold.sale_id) == ()


@pytest.fixture
def people(till, sold):
    """A clerk at the till, who may take nothing back without a receipt, and a manager's card."""
    staff = StaffList(till.shop.desk, PinCost(memory_kib=8, rounds=1))
    staff.set_pin(staff.list()[0].staff_id, "739152")
    clerk = staff.add("Lin", Role.CLERK, "9047")
    manager = staff.add("Chen", Role.MANAGER, "482617")
    cards = {who.name: staff.new_card(who.staff_id) for who in (clerk, manager)}
    till.scan(cards["Lin"])
    assert till.shop.desk.staff.name == "Lin"
    return cards


def without_a_receipt(till):
    till.key(Qt.Key.Key_F7)
    till.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    till.scan(LATTE)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Tab)


def test_without_a_receipt_a_managers_word_and_a_reason_are_needed(till, people, sheet):
    without_a_receipt(till)
    assert desk(sheet).step is Step.PREVIEW
    sheet.look.reason.setFocus()
    till.type("no receipt")
    till.key(Qt.Key.Key_Return)
    assert type(till.window.open_sheet()) is ProofSheet
    assert desk(sheet).step is Step.PREVIEW
    till.scan(people["Chen"])
    assert desk(sheet).step is Step.DONE
    assert (desk(sheet).done.total_minor, desk(sheet).done.sale_id) == (2800, None)


def test_without_the_managers_word_nothing_is_done_and_the_sheet_stays(till, people, sheet):
    without_a_receipt(till)
    sheet.look.reason.setFocus()
    till.type("no receipt")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Escape)
    assert desk(sheet).step is Step.PREVIEW
    assert sheet.error()
    assert till.window.open_sheet() is sheet


def test_without_a_receipt_a_scanned_card_names_the_member_by_keys_alone(till, ana, sold, sheet):
    till.key(Qt.Key.Key_F7)
    till.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    till.scan(LATTE)
    till.type("zengyu")
    till.key(Qt.Key.Key_Return)
    assert desk(sheet).member.name == "曾雨晴"
    assert "曾雨晴" in sheet.choose.named.words()
    till.scan(ana.card.code)
    assert desk(sheet).member.name == "曾雨晴"
    till.key(Qt.Key.Key_Return)
    assert "72 → 44" in sheet.look.words()
    sheet.look.reason.setFocus()
    till.type("no receipt")
    till.key(Qt.Key.Key_Return)
    assert desk(sheet).step is Step.DONE
    assert balance(till.shop, ana.member.member_id) == 44


@pytest.mark.parametrize("code", ["81000000000990139", "A7-000001"])
def test_a_receipt_of_another_till_is_said_to_be_none_of_this_shop(till, sold, sheet, code):
    till.key(Qt.Key.Key_F7)
    till.scan(code)
    assert code in sheet.error()
    assert desk(sheet).step is Step.FIND
