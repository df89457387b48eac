"""The screen of products: real widgets, real keys, a real shop."""

from __future__ import annotations

import contextlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import FieldInvalid
from app.services.products import ProductDraft
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.products.editor import ProductSheet
from app.ui.products.view import ProductsScreen
from app.ui.tasks import InlineTasks
from tests.shared_data import naughty_strings
from tests.shop_builder import sentences
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(shown, shop) -> MainWindow:
    shop.products.add(
        ProductDraft(
            name="燕麦拿铁", price="28", member_price="25", category="咖啡", colour="blue",
            barcodes=("6901234567892",),
        )
    )  # fmt: skip
    shop.products.add(ProductDraft(name="可颂", price="16", category="烘焙"))
    made = MainWindow(
        config=shop.config,
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    made.go("products")
    return made


@pytest.fixture
def screen(window) -> ProductsScreen:
    found = window.current_screen()
    assert isinstance(found, ProductsScreen)
    return found


def cells(screen) -> list[list[str]]:
    model = screen.table.paged
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def sheet_of(window) -> ProductSheet:
    found = window.open_sheet()
    assert isinstance(found, ProductSheet)
    return found


def test_the_list_shows_what_a_product_is_and_costs(screen):
    assert cells(screen) == [
        ["燕麦拿铁", "6901234567892", "咖啡", "", "¥28.00", "¥25.00", "0%", "Blue"],
        ["可颂", "", "烘焙", "", "¥16.00", "", "0%", "Blue"],
    ]


def test_a_product_is_added_by_keys_alone(window, screen, shop):
    press(window, Qt.Key.Key_N, CTRL)
    sheet = sheet_of(window)
    assert sheet.name.hasFocus()
    sheet.name.setText("司康")
    press(window, Qt.Key.Key_Return)
    sheet.category.setEditText("烘焙")
    press(window, Qt.Key.Key_Tab)
    assert sheet.price.hasFocus()
    QTest.keyClicks(sheet.price, "18")
    press(window, Qt.Key.Key_S, CTRL)
    assert window.open_sheet() is None
    assert window.toast_text() == "Added 司康"
    assert [row[0] for row in cells(screen)] == ["燕麦拿铁", "可颂", "司康"]
    press(window, Qt.Key.Key_Z, CTRL)
    assert [row[0] for row in cells(screen)] == ["燕麦拿铁", "可颂"]


def test_down_and_enter_open_the_product_and_esc_leaves_it_as_it_was(window, screen, shop):
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    sheet = sheet_of(window)
    form = sheet.form()
    assert form is not None
    assert sheet.draft() == shop.products.draft_of(form.product_id)
    sheet.name.setText("x")
    press(window, Qt.Key.Key_Escape)
    assert cells(screen)[0][0] == "燕麦拿铁"


def test_ctrl_e_changes_the_product_that_is_marked(window, screen):
    press(window, Qt.Key.Key_E, CTRL)
    assert window.open_sheet() is None, "none is marked yet"
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_E, CTRL)
    assert sheet_of(window).name.text() == "可颂"


def test_what_is_wrong_stands_beside_its_field(window, screen):
    press(window, Qt.Key.Key_N, CTRL)
    sheet = sheet_of(window)
    press(window, Qt.Key.Key_S, CTRL)
    assert sheet.name.accessibleDescription() or sheet.price.accessibleDescription()
    sheet.name.setText("新品")
    sheet.price.setText("1")
    sheet.barcodes.add("6901234567892")
    press(window, Qt.Key.Key_S, CTRL)
    assert "燕麦拿铁" in sheet.barcodes.accessibleDescription()
    assert sheet.barcodes.line.hasFocus()


def test_a_code_scanned_into_the_sheet_is_the_products(window, screen):
    press(window, Qt.Key.Key_N, CTRL)
    sheet = sheet_of(window)
    assert sheet.scanned("6901234567885")
    assert sheet.scanned("6901234567885")
    assert sheet.barcodes.codes() == ("6901234567885",)
    assert not sheet.scanned("912800412875503")
    assert sheet.barcodes.codes() == ("6901234567885",)


def test_backspace_and_a_click_take_a_code_away(window, screen):
    press(window, Qt.Key.Key_N, CTRL)
    field = sheet_of(window).barcodes
    for code in ("1", "2", "3"):
        field.line.setFocus()
        QTest.keyClicks(field.line, code)
        press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Backspace)
    assert field.codes() == ("1", "2")
    assert window.open_sheet() is not None


def test_delete_takes_a_product_off_sale_and_undo_brings_it_back(window, screen):
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Delete)
    assert [row[0] for row in cells(screen)] == ["可颂"]
    assert screen.table.currentIndex().row() == 0
    press(window, Qt.Key.Key_Z, CTRL)
    assert [row[0] for row in cells(screen)] == ["燕麦拿铁", "可颂"]


def test_alt_with_the_arrows_moves_a_tile(window, screen, shop):
    shop.products.add(ProductDraft(name="冰美式", price="22", category="咖啡"))
    screen.shop_changed("products")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down, ALT)
    assert [row[0] for row in cells(screen)] == ["冰美式", "燕麦拿铁", "可颂"]
    assert screen.table.currentIndex().row() == 1


def test_typing_searches_and_an_empty_answer_offers_the_way_back(window, screen, shop):
    QTest.keyClicks(screen.search, "ymnt")
    assert [row[0] for row in cells(screen)] == ["燕麦拿铁"]
    QTest.keyClicks(screen.search, "zz")
    assert cells(screen) == []
    assert screen.table.isHidden() or not screen.table.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert len(cells(screen)) == 2


def test_a_colour_is_chosen_with_the_arrows_and_told_in_words(window, screen):
    press(window, Qt.Key.Key_N, CTRL)
    picker = sheet_of(window).colour
    picker.setFocus()
    press(window, Qt.Key.Key_Right)
    assert picker.colour() == "#0F6E63"
    assert picker.accessibleName() == "Colour of the tile: Teal"


def test_every_part_has_an_accessible_name(window, screen):
    assert [type(widget).__name__ for widget in unnamed(screen)] == []
    press(window, Qt.Key.Key_N, CTRL)
    sheet = sheet_of(window)
    sheet.barcodes.add("1")
    assert [type(widget).__name__ for widget in unnamed(sheet)] == []


def test_naughty_names_are_shown_as_they_are(window, screen, shop):
    kept = []
    for text in naughty_strings()[::4]:
        with contextlib.suppress(FieldInvalid):
            kept.append(shop.products.add(ProductDraft(name=text, price="1", tile=False)).name)
    screen.shop_changed("products")
    assert len(kept) > 100
    assert set(kept) <= {row[0] for row in cells(screen)}
    window.grab()


def test_a_naughty_name_is_saved_or_refused_beside_its_field(window, screen, shop):
    for text in naughty_strings()[::50]:
        press(window, Qt.Key.Key_N, CTRL)
        sheet = sheet_of(window)
        sheet.name.setText(text)
        sheet.price.setText("1")
        typed = sheet.name.text().strip()
        press(window, Qt.Key.Key_S, CTRL)
        if window.open_sheet() is None:
            assert window.toast_text() == f"Added {' '.join(typed.splitlines())}"
        else:
            assert sheet.name.accessibleDescription()
            press(window, Qt.Key.Key_Escape)
