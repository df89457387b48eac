"""Invoices and gift receipts by real keys, from the till and from the sales, on a real shop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.ids import uuid7
from app.services.invoices import InvoiceState
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.powers import Role
from app.ui.accessible import unnamed
from app.ui.invoice_sheet import InvoiceList, InvoiceSheet
from app.ui.main_window import MainWindow
from app.ui.members.buyer_sheet import BuyerSheet
from app.ui.sales import commission_sheet
from app.ui.sales.commission_sheet import CommissionSheet
from app.ui.tasks import InlineTasks
from tests.shop_builder import add_member, cash, sell, sentences
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier
COMPANY = "91350100M000100Y43"


@pytest.fixture
def window(shown, shop) -> MainWindow:
    made = MainWindow(
        config=shop.config, tasks=InlineTasks(), sentence=sentences(shop), language=lambda: "en"
    )
    shown(made)
    made.shop_opened(shop)
    return made


def invoice_sheet(window) -> InvoiceSheet:
    sheet = window.open_sheet()
    assert isinstance(sheet, InvoiceSheet)
    return sheet


def test_one_key_on_the_receipt_asks_for_the_invoice(window, shop):
    member = add_member(shop)
    shop.invoices.set_buyer(member, "屿见咖啡", COMPANY)
    receipt = sell(shop, 9900, member)
    screen = window.current_screen()
    screen.open_receipt(receipt, just_sold=True)
    press(window, Qt.Key.Key_I)
    sheet = invoice_sheet(window)
    assert (sheet.buyer.text(), sheet.tax_number.text()) == ("屿见咖啡", COMPANY)
    press(window, Qt.Key.Key_Return)
    assert shop.invoices.of_sale(receipt.sale_id).state is InvoiceState.ASKED
    assert window.open_sheet() is screen._sheets.receipt_sheet


def test_a_wrong_tax_number_is_told_beside_its_field(window, shop):
    receipt = sell(shop, 100)
    window.current_screen().open_receipt(receipt, just_sold=False)
    press(window, Qt.Key.Key_I)
    sheet = invoice_sheet(window)
    sheet.buyer.setText("公司")
    sheet.tax_number.setText("91350100M000100Y44")
    press(window, Qt.Key.Key_Return)
    assert sheet._rows["tax_number"].has_error()
    assert sheet.tax_number.hasFocus()
    assert unnamed(window) == []
    sheet.tax_number.setText("440301999999980")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_I)
    assert "older form" in invoice_sheet(window)._state.text()


def test_what_waits_is_listed_and_ticked_off_by_keys(window, shop):
    first, second = sell(shop, 100), sell(shop, 200)
    for sale in (first, second):
        shop.invoices.ask(sale.sale_id, "王芳")
    window.go("sales")
    window.current_screen().list.invoices.click()
    listed = window.open_sheet()
    assert isinstance(listed, InvoiceList)
    assert listed.table.paged.rowCount() == 2
    press(window, Qt.Key.Key_Return)
    sheet = invoice_sheet(window)
    assert sheet.number.hasFocus()
    sheet.number.setText("24332000000012345678")
    press(window, Qt.Key.Key_Return)
    assert [each.receipt for each in shop.invoices.waiting()] == [second.number]
    assert shop.invoices.of_sale(first.sale_id).state is InvoiceState.ISSUED


def test_the_sales_page_opens_its_invoice_and_no_invoice_takes_it_back(window, shop):
    receipt = sell(shop, 100)
    shop.invoices.ask(receipt.sale_id, "王芳")
    window.go("sales")
    window.current_screen()._presenter.open(receipt.number)
    press(window, Qt.Key.Key_I, CTRL)
    invoice_sheet(window)._drop.click()
    assert shop.invoices.of_sale(receipt.sale_id).state is InvoiceState.CANCELLED


def test_a_gift_receipt_is_printed_by_one_key(window, shop, monkeypatch):
    printed: list[str] = []
    monkeypatch.setattr(
        "app.ui.receipts.print_gift", lambda _shell, receipt: printed.append(receipt.number)
    )
    receipt = sell(shop, 100)
    window.current_screen().open_receipt(receipt, just_sold=True)
    press(window, Qt.Key.Key_G)
    assert printed == [receipt.number]
    assert shop.printing.pages("gift", receipt.number, 80)


def test_the_buyer_is_kept_on_the_members_page(window, shop):
    member = add_member(shop)
    window.go("members", member)
    screen = window.current_screen()
    screen.page.details.buyer.click()
    sheet = window.open_sheet()
    assert isinstance(sheet, BuyerSheet)
    sheet.buyer.setText("屿见咖啡")
    sheet.tax_number.setText("1")
    press(window, Qt.Key.Key_Return)
    assert sheet._rows["tax_number"].has_error()
    sheet.tax_number.setText(COMPANY)
    press(window, Qt.Key.Key_Return)
    assert shop.invoices.buyer(member).title == "屿见咖啡"
    assert ("Tax number", COMPANY) in screen.page.details._pairs(screen.page.shown())


def test_commissions_are_shown_for_the_days_chosen(window, shop, clock, monkeypatch):
    lily = shop.staff.add("Lily", Role.CLERK).staff_id
    shop.commissions.set_rate(lily, 1000)
    cart = Cart((CartLine(uuid7(), Item("cut", 8_000), served_by=lily),))
    shop.checkout.complete(uuid7(), cart, None, (cash(8_000),))
    window.go("sales")
    window.current_screen().list.commissions.click()
    sheet = window.open_sheet()
    assert isinstance(sheet, CommissionSheet)
    model = sheet.table.paged
    shown = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert shown == ["Lily", "1", "¥80.00", "", "¥80.00", "10%", "¥8.00", ""]
    assert unnamed(window) == []
    assert sheet._total.text() == "Net ¥80.00 · commission ¥8.00"
    asked: list[str] = []
    monkeypatch.setattr(
        commission_sheet, "save_document", lambda _shell, name, _write: asked.append(name)
    )
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["commissions-2026-11-01-2026-11-21.pdf"]
    sheet.days.choose(3)
    sheet.days.changed.emit(3)
    assert model.rowCount() == 0
