"""Stock on the screen of products: by real keys and scans, on a real shop."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.products import ProductDraft
from app.services.rules.stock import Level
from app.services.stock import StockLine
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.products.editor import ProductSheet
from app.ui.products.history_sheet import HistorySheet
from app.ui.products.label_sheet import LabelSheet, LabelWish, Way
from app.ui.products.stock_sheet import StockSheet
from app.ui.tasks import InlineTasks
from tests.escpos_reader import read
from tests.shop_builder import sentences
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "6901234567892"


@pytest.fixture
def tea(shop):
    return shop.products.add(ProductDraft("龙井", price="35", barcodes=(CODE,))).product_id


@pytest.fixture
def rice(shop):
    return shop.products.add(ProductDraft("大米", price="8", weighed=True)).product_id


@pytest.fixture
def window(shown, shop, tea, rice) -> MainWindow:
    made = MainWindow(
        config=shop.config, tasks=InlineTasks(), sentence=sentences(shop), language=lambda: "en"
    )
    shown(made)
    made.shop_opened(shop)
    made.go("products")
    return made


def typed(window, text: str) -> None:
    for sign in text:
        key = {".": Qt.Key.Key_Period}.get(sign) or Qt.Key(ord(sign.upper()))
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.NoModifier, 60)


def rows(table) -> list[list[str]]:
    model = table.paged
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def stock_sheet(window) -> StockSheet:
    press(window, Qt.Key.Key_B, CTRL)
    sheet = window.open_sheet()
    assert isinstance(sheet, StockSheet)
    return sheet


def test_a_delivery_is_scanned_counted_and_booked_by_keys(window, shop, tea, rice):
    sheet = stock_sheet(window)
    assert sheet.code.hasFocus()
    sheet.scanned(CODE)
    assert sheet.quantity.hasFocus()
    typed(window, "12")
    press(window, Qt.Key.Key_Return)
    assert sheet.code.hasFocus()
    sheet.code.setText("大米")
    press(window, Qt.Key.Key_Return)
    typed(window, "2.5")
    press(window, Qt.Key.Key_Return)
    assert [row[:3] for row in rows(sheet.table)] == [
        ["龙井", "12", "0 → 12"],
        ["大米", "2.5 kg", "0 kg → 2.5 kg"],
    ]
    press(window, Qt.Key.Key_S, CTRL)
    assert window.open_sheet() is None
    assert shop.stock.level(tea) == Level(12_000)
    assert shop.stock.level(rice) == Level(2_500)


def test_a_scan_over_an_open_quantity_takes_it_and_goes_on(window, shop, tea, rice):
    sheet = stock_sheet(window)
    sheet.scanned(CODE)
    sheet.scanned(CODE)
    press(window, Qt.Key.Key_Return)
    assert [row[1] for row in rows(sheet.table)] == ["2"]


def test_a_count_says_before_and_after_and_books_the_difference(window, shop, tea):
    shop.stock.receive([StockLine(tea, 10_000)])
    sheet = stock_sheet(window)
    sheet.kinds.choose(1)
    sheet.booking.change_kind(sheet.booking.kind.__class__("count"))
    sheet.scanned(CODE)
    typed(window, "7")
    press(window, Qt.Key.Key_Return)
    assert rows(sheet.table)[0][2] == "10 → 7"
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.stock.level(tea) == Level(7_000)


def test_a_loss_without_a_reason_is_refused_in_the_sheet(window, shop, tea):
    shop.stock.receive([StockLine(tea, 10_000)])
    sheet = stock_sheet(window)
    sheet.booking.change_kind(sheet.booking.kind.__class__("loss"))
    sheet.scanned(CODE)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_S, CTRL)
    assert "reason" in sheet._error.text()
    sheet.reason.setText("broken")
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.stock.level(tea) == Level(9_000)


def test_a_quantity_that_is_none_and_a_code_of_nothing_are_refused(window, shop):
    sheet = stock_sheet(window)
    sheet.scanned(CODE)
    typed(window, "x")
    press(window, Qt.Key.Key_Return)
    assert "quantity" in sheet._error.text()
    sheet.quantity.setText("1")
    press(window, Qt.Key.Key_Return)
    sheet.code.setText("no such thing")
    press(window, Qt.Key.Key_Return)
    assert sheet._error.text()
    assert unnamed(window) == []


def test_the_list_shows_what_is_on_hand_and_what_is_low(window, shop, tea):
    screen = window.current_screen()
    shop.stock.receive([StockLine(tea, 3_000)])
    shop.stock.track(tea, 5_000)
    screen._booked()
    assert [(row[0], row[3]) for row in rows(screen.table)] == [("龙井", "3"), ("大米", "")]
    screen._show_state(1)
    assert [row[0] for row in rows(screen.table)] == ["龙井"]
    assert not screen.save_list.isHidden()


def test_stock_is_kept_from_the_form_on_and_its_history_is_told(window, shop, tea, qtbot):
    screen = window.current_screen()
    screen._presenter.scan(CODE)
    sheet = window.open_sheet()
    assert isinstance(sheet, ProductSheet)
    sheet.tracked.setChecked(True)
    sheet.low.setText("4")
    sheet.cost.setText("18")
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.stock.level(tea) == Level(0, 4_000)
    assert shop.products.get(tea).cost_minor == 1800
    shop.stock.receive([StockLine(tea, 6_000)])
    screen._presenter.scan(CODE)
    window.open_sheet()._history.click()
    history = window.open_sheet()
    assert isinstance(history, HistorySheet)
    assert rows(history.table)[0][1:4] == ["Delivery", "+6", "6"]


def test_a_low_mark_that_is_no_number_is_told_beside_its_field(window, shop, tea):
    screen = window.current_screen()
    screen._presenter.scan(CODE)
    sheet = window.open_sheet()
    sheet.tracked.setChecked(True)
    sheet.low.setText("many")
    press(window, Qt.Key.Key_S, CTRL)
    assert sheet._rows["low"].has_error()
    assert shop.stock.level(tea) is None


def test_labels_are_asked_for_and_saved(window, shop, tea, tmp_path):
    screen = window.current_screen()
    screen.table.choose(0)
    press(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    sheet = window.open_sheet()
    assert isinstance(sheet, LabelSheet)
    asked: list[LabelWish] = []
    sheet.submitted.disconnect()
    sheet.submitted.connect(asked.append)
    typed(window, "3")
    press(window, Qt.Key.Key_Return)
    (wish,) = asked
    assert (wish.one, wish.copies, wish.kind, wish.paper, wish.start, wish.way) == (
        tea, 3, "barcode", "a4-3x8", 1, Way.PRINTER,
    )  # fmt: skip
    press(window, Qt.Key.Key_S, CTRL)
    assert asked[1] == replace(wish, way=Way.FILE)
    screen._goods.write_labels(wish, tmp_path / "labels.pdf")
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
    assert window.open_sheet() is None
    assert "without" not in window.toast_text()
    screen._goods.write_labels(replace(wish, one=None, count=2), tmp_path / "both.pdf")
    assert "without a barcode: 1" in window.toast_text()


def opened_labels(window):
    window.current_screen().table.choose(0)
    press(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    return window.open_sheet()


@pytest.mark.parametrize(("paper", "printer"), [(0, "Office"), (2, "Zebra")])
def test_labels_go_to_the_printer_for_their_paper(window, tea, monkeypatch, paper, printer):
    from app.ui import printing

    spooled = []
    monkeypatch.setattr(printing, "spool", lambda name, pages, title: spooled.append((name, pages)))
    window.save_config(replace(window.config, label_printer="Zebra", label_sheet_printer="Office"))
    sheet = opened_labels(window)
    sheet.paper.setCurrentIndex(paper)
    assert sheet._printer_row.isHidden()
    sheet.copies.setFocus()
    typed(window, "30")
    press(window, Qt.Key.Key_Return)
    ((name, pages),) = spooled
    assert (name, len(pages)) == (printer, 2 if paper == 0 else 30)
    assert window.open_sheet() is None
    assert window.toast_text() == "Labels sent to the printer: 30"


def test_labels_that_fit_go_out_on_the_roll_of_receipts(qtbot, window, tea, tmp_path):
    to = tmp_path / "roll.bin"
    window.save_config(replace(window.config, printer_connection="file", printer_address=str(to)))
    sheet = opened_labels(window)
    assert sheet._printer_row.isHidden(), "A4 does not fit on a roll"
    sheet.paper.setCurrentIndex(2)
    assert not sheet._printer_row.isHidden()
    sheet.printer.choose(1)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(to.exists)
    qtbot.waitUntil(lambda: window.open_sheet() is None)
    assert read(to.read_bytes()).codes == {CODE}
    window.closing()


def test_a_printer_that_is_not_there_leaves_the_labels_asked_for(qtbot, window, tea, tmp_path):
    gone = str(tmp_path / "gone" / "lp0")
    window.save_config(replace(window.config, printer_connection="device", printer_address=gone))
    sheet = opened_labels(window)
    sheet.paper.setCurrentIndex(2)
    sheet.printer.choose(1)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is not there" in sheet._error.text())
    assert window.open_sheet() is sheet
    window.closing()
