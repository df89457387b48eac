"""The cashier's screen with real widgets: keys held down, what a sheet names, tiles, toasts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.money import CURRENCIES, money
from app.ui.cashier.presenter import CashierPresenter
from app.ui.cashier.tiles import MemberForm
from app.ui.cashier.view import CashierScreen
from app.ui.main_window import MainWindow
from app.ui.status import read_facts
from app.ui.tasks import InlineTasks
from tests.shop_builder import sell, sentences
from tests.ui.conftest import press


@pytest.fixture
def window(shown, shop) -> MainWindow:
    made = MainWindow(
        config=replace(shop.config, sounds=False),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    return made


def hold_down(key: Qt.Key, text: str) -> None:
    """What a keyboard sends while a key stays down."""
    field = QApplication.focusWidget()
    assert field is not None
    for _ in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True, 1)
        QCoreApplication.sendEvent(field, event)


def presenter(window: MainWindow) -> CashierPresenter:
    screen = window.current_screen()
    assert isinstance(screen, CashierScreen)
    assert screen._presenter is not None
    return screen._presenter


def names(till: CashierPresenter) -> list[str]:
    return [line.item.name for line in till.state.basket.cart.lines]


def test_a_key_held_down_on_the_receipt_prints_once_and_starts_no_sale(window, shop):
    sheets = window.current_screen()._sheets
    asked: list[object] = []
    sheets.receipt_sheet.print_asked.disconnect()
    sheets.receipt_sheet.print_asked.connect(lambda receipt, _again: asked.append(receipt))
    sheets.show_receipt(sell(shop, 500), just_sold=True)
    press(window, Qt.Key.Key_P)
    hold_down(Qt.Key.Key_P, "p")
    hold_down(Qt.Key.Key_Return, "\r")
    assert len(asked) == 1
    assert window.open_sheet() is sheets.receipt_sheet
    press(window, Qt.Key.Key_Return)
    assert window.open_sheet() is None


def test_enter_held_down_enrols_one_member(window, shop):
    sheets = window.current_screen()._sheets
    sheets.enrol("", "Ana")
    hold_down(Qt.Key.Key_Return, "\r")
    assert window.open_sheet() is sheets.enrol_sheet
    press(window, Qt.Key.Key_Return)
    assert [member.name for member in shop.members.find("Ana")] == ["Ana"]


def test_no_bank_card_number_comes_onto_a_receipt_by_hand(window):
    sheets, till = window.current_screen()._sheets, presenter(window)
    sheets.open_item("4111 1111 1111 1111", "12.50")
    press(window, Qt.Key.Key_Return)
    assert "bank-card" in sheets.item_sheet.error.text()
    assert names(till) == []
    sheets.item_sheet._name.setText("tea")
    press(window, Qt.Key.Key_Return)
    assert window.open_sheet() is None
    assert names(till) == ["tea"]
    sheets.ask_discount(whole=True)
    sheet = sheets.discount_sheet
    sheet._field.setText("10")
    sheet._reason.setText("4111111111111111")
    press(window, Qt.Key.Key_Return)
    assert "bank-card" in sheet.error.text()
    assert "4111" not in repr(till.state.basket)
    sheet._reason.setText("regular")
    press(window, Qt.Key.Key_Return)
    discount = till.state.basket.cart.discount
    assert discount is not None
    assert discount.reason == "regular"
    assert window.open_sheet() is None


def test_a_claim_names_the_points_before_and_after(window, shop):
    ana = shop.members.add(MemberDraft(name="Ana")).member.member_id
    sell(shop, 13_000, ana)
    receipt = sell(shop, 2_800)
    till = presenter(window)
    till.attach(ana)
    till.finder.scan(receipt.number)
    sheet = window.open_sheet()
    assert sheet.points.text() == "Points 130 → 158"
    press(window, Qt.Key.Key_Return)
    assert shop.members.strip(ana).points == 158


def test_the_discard_of_a_held_sale_is_taken_back_by_one_key(window, shop):
    till = presenter(window)
    for price in (300, 500):
        till.add_open_item("tea", price)
        till.parking.hold()
    till.parking.open_held()
    press(window, Qt.Key.Key_Delete)
    assert "3.00 was discarded" in window.toast_text()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sorted(sale.total_minor for sale in shop.checkout.held()) == [300, 500]


def test_a_held_sale_names_the_key_that_recalls_it_in_this_keymap(window):
    till = presenter(window)
    window.save_config(replace(window.config, keymap="guanjiapo"))
    till.add_open_item("tea", 300)
    till.parking.hold()
    assert "F8 recalls" in window.toast_text()


def test_what_is_said_while_a_sheet_is_open_is_seen_above_it(window, shop):
    sheets = window.current_screen()._sheets
    sheets.show_receipt(sell(shop, 500), just_sold=True)
    window.toast("Saved A0-000001.pdf")
    toast = window._toast
    middle = toast.mapTo(window, QPoint(toast.width() // 2, toast.height() // 2))
    assert window.childAt(middle) is toast


def test_members_prices_are_told_apart_on_every_tile_however_narrow(window, shop, qtbot):
    for name, price in (("Oat Latte", "7.00"), ("Geisha", "107.00")):
        shop.products.add(ProductDraft(name=name, price=price, member_price="6.30"))
    shop.settings.save(replace(shop.desk.settings, name="x"))
    window.current_screen().shop_changed("products")
    tiles = window.current_screen().tiles
    singapore = CURRENCIES["SGD"]
    tiles.say(
        lambda minor: money(minor, singapore),
        lambda minor: money(minor, singapore, sign=False),
        "member",
    )
    seen = set()
    for width in range(150, 500, 10):
        tiles.setFixedWidth(width)
        form = tiles.member_form()
        seen.add(form)
        room = tiles._box(0).width()
        for tile in tiles._tiles:
            words = tiles._member_price(tile, form)
            assert form is MemberForm.MARK or words.startswith("member ")
            assert tiles._member_width(tile, form) <= room
    assert seen == set(MemberForm)


def test_the_first_till_is_called_as_its_receipts_are(shop):
    assert read_facts(shop).till == "A0"
    assert sell(shop, 100).number.startswith("A0-")


def test_a_name_is_seen_whole_where_the_tier_can_stand_elsewhere(window, shop):
    shop.schemes.use(shop.schemes.preset("coffee"))
    ana = shop.members.add(MemberDraft(name="Wolfeschlegelsteinhausen", phone="13800138000"))
    panel = window.current_screen().member
    presenter(window).attach(ana.member.member_id)
    assert not panel._tier.isVisible()
    assert panel._detail.accessibleName().startswith(panel._tier.text())
    presenter(window).detach()
    ben = shop.members.add(MemberDraft(name="Ben"))
    presenter(window).attach(ben.member.member_id)
    assert panel._tier.isVisible()
    assert panel._tier.text() not in panel._detail.accessibleName()


def test_the_current_line_stays_in_sight_when_a_member_takes_the_room(window, shop):
    till = presenter(window)
    for price in range(100, 1_500, 100):
        till.add_open_item("Tea", price)
    cart = window.current_screen().cart
    cart.setFixedHeight(300)
    QApplication.processEvents()
    cart.setFixedHeight(130)
    QApplication.processEvents()
    assert cart.viewport().rect().contains(cart.visualRect(cart.currentIndex()))


def test_points_that_wait_are_told_with_their_day_and_are_not_among_those_to_spend(
    window, shop, clock
):
    ana = shop.members.add(MemberDraft(name="Ana")).member.member_id
    clock.forward(days=1)
    sell(shop, 30_000, ana)
    clock.forward(days=-1)  # somebody sets the clock back over midnight
    presenter(window).attach(ana)
    panel = window.current_screen().member
    assert panel._points.text() == "0 points"
    assert panel._wallet.text() == "+300 from 11-22"
    presenter(window).add_open_item("tea", 1_000)
    clock.forward(days=1)
    presenter(window).detach()
    presenter(window).attach(ana)
    assert panel._points.text() == "300 points"
    assert not panel._wallet.isVisible()
