"""At the till: what is on hand is told and never stops a sale; who serves is chosen by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.products import ProductDraft
from app.services.rules.powers import Role
from app.services.rules.stock import Level
from app.services.stock import StockLine
from app.ui.accessible import unnamed
from app.ui.cashier.served_sheet import ServedSheet
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from tests.shop_builder import sentences
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "6901234567892"


@pytest.fixture
def tea(shop):
    product = shop.products.add(ProductDraft("龙井", price="35", barcodes=(CODE,)))
    shop.stock.receive([StockLine(product.product_id, 2_000)])
    return product


@pytest.fixture
def window(shown, shop, tea) -> MainWindow:
    shop.staff.add("Lily", Role.CLERK)
    made = MainWindow(
        config=shop.config, tasks=InlineTasks(), sentence=sentences(shop), language=lambda: "en"
    )
    shown(made)
    made.shop_opened(shop)
    return made


@pytest.fixture
def screen(window):
    return window.current_screen()


def cart_rows(screen):
    return screen.cart._rows.items


def pay(window, screen) -> None:
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)


def test_selling_more_than_there_is_is_told_in_the_cart_and_sold(window, screen, shop, tea):
    screen.scanned(CODE)
    assert cart_rows(screen)[0].warning == ""
    screen._presenter.set_quantity(3_000)
    assert cart_rows(screen)[0].warning == "Only 2 on hand"
    pay(window, screen)
    assert shop.stock.level(tea.product_id) == Level(-1_000)
    screen.scanned(CODE)
    assert cart_rows(screen)[0].warning == "None on hand"


def test_a_tile_tells_what_is_low_and_what_is_gone(screen, shop, tea):
    tile = shop.products.tiles()[0]
    assert screen.tiles._badge(tile) == ("", False)
    shop.stock.track(tea.product_id, 5_000)
    screen.shop_changed("stock")
    assert screen.tiles._badge(tile) == ("2", False)
    shop.stock.count([StockLine(tea.product_id, 0)])
    screen.shop_changed("stock")
    assert screen.tiles._badge(tile) == ("0", True)


def test_who_serves_is_chosen_by_a_digit_and_stands_on_the_receipt(window, screen, shop, tea):
    screen.scanned(CODE)
    screen._presenter.add_open_item("cut", 8_000)
    press(window, Qt.Key.Key_U, CTRL)
    sheet = window.open_sheet()
    assert isinstance(sheet, ServedSheet)
    assert sheet.which.current() == 1
    assert unnamed(window) == []
    press(window, Qt.Key.Key_1)
    assert [row.savings for row in cart_rows(screen)] == ["Lily", "Lily"]
    press(window, Qt.Key.Key_U, CTRL)
    assert window.open_sheet().which.current() == 0
    press(window, Qt.Key.Key_0)
    assert [row.savings for row in cart_rows(screen)] == ["Lily", ""]
    screen._presenter.undo()
    assert [row.savings for row in cart_rows(screen)] == ["Lily", "Lily"]
    pay(window, screen)
    receipt = shop.sales.last(1)[0]
    assert [line.served_by for line in receipt.lines] == ["Lily", "Lily"]


def test_there_is_nobody_to_ask_about_an_empty_cart(window):
    press(window, Qt.Key.Key_U, CTRL)
    assert window.open_sheet() is None
