"""The drawer by keys: float, sale, in and out, blind count, Z, within the steps promised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.errors import StorageFailed
from app.services.products import ProductDraft
from app.ui.returning import return_sheet
from app.ui.returns.presenting.state import Step

TEA = "6901234567892"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def counting(till):
    shop = till.shop
    shop.settings.save(replace(shop.desk.settings, count_cash=True))
    shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    till.window.tell_changed("settings")
    till.settle()
    return shop


def drawer(till):
    return till.window.drawer.behind


def sell(till):
    till.scan(TEA)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)


def test_the_first_sale_asks_for_the_float_and_goes_on_by_itself(till, counting):
    sell(till)
    assert not drawer(till).float_sheet.isHidden()
    assert till.state.basket.cart.lines  # nothing of the basket is lost
    till.type("500")
    till.key(Qt.Key.Key_Return)
    (sold,) = till.shop.sales.last()
    assert sold.number == "A0-000001"
    assert till.shop.cash.x_report().cash.expected_minor == 54_000
    assert drawer(till).float_sheet.isHidden()
    assert not till.cashier._sheets.receipt_sheet.isHidden()


def test_a_return_before_the_float_asks_for_it_and_goes_on_by_itself(till, counting):
    till.shop.cash.open(50_000)
    sell(till)
    (sold,) = till.shop.sales.last()
    till.shop.cash.close(50_000)
    till.key(Qt.Key.Key_Return)  # the receipt
    till.scan(sold.code)
    till.key(Qt.Key.Key_F7)
    till.key(Qt.Key.Key_Space)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert not drawer(till).float_sheet.isHidden()
    till.type("300")
    till.key(Qt.Key.Key_Return)
    assert till.shop.cash.x_report().cash.expected_minor == 26_000
    presenter = return_sheet(till.window)._presenter
    assert presenter is not None
    assert presenter.desk.step is Step.DONE


def test_a_deposit_before_the_float_asks_for_it_and_goes_on_by_itself(till, counting):
    till.key(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    till.sign("1")
    while not till.cashier._sheets.value.charge.note.hasFocus():
        till.key(Qt.Key.Key_Tab)
    till.type("cake")
    till.key(Qt.Key.Key_Return)
    assert not drawer(till).float_sheet.isHidden()
    till.type("300")
    till.key(Qt.Key.Key_Return)
    (deposit,) = till.shop.deposits.open()
    assert till.shop.cash.x_report().cash.expected_minor == 30_000 + deposit.left_minor


def test_closing_the_day_takes_two_keys_and_the_amount(till, counting):
    till.shop.cash.open(50_000)
    sell(till)
    till.key(Qt.Key.Key_Return)  # the receipt
    till.forget_steps()
    till.key(Qt.Key.Key_D, CTRL)
    count = drawer(till).count_sheet
    shown = [label.text() for label in count.findChildren(type(count.error))]
    assert not any("540" in text for text in shown)  # blind
    till.type("540")
    till.key(Qt.Key.Key_Return)
    assert (till.taps, till.digits) == (2, 3)
    (closed,) = till.shop.cash.z_reports()
    assert (closed.number, closed.over_short_minor) == (1, 0)
    report = drawer(till).report_sheet
    assert not report.isHidden()
    assert report._backup.text() == "A verified backup was made"
    assert till.shop.backups.newest().reason == "day_close"


def test_a_difference_is_shown_after_the_count_and_closes_with_a_reason(till, counting):
    till.shop.cash.open(50_000)
    till.key(Qt.Key.Key_D, CTRL)
    till.type("499")
    till.key(Qt.Key.Key_Return)
    reason = drawer(till).reason_sheet
    assert not reason.isHidden()
    assert reason._difference.text() == "¥1.00"
    till.key(Qt.Key.Key_Escape)  # count again
    assert till.shop.cash.z_reports() == ()
    till.key(Qt.Key.Key_Return)
    till.type("lost a coin")
    till.key(Qt.Key.Key_Return)
    (closed,) = till.shop.cash.z_reports()
    assert (closed.over_short_minor, closed.reason) == (-100, "lost a coin")


def test_notes_and_coins_make_the_total(till, counting):
    till.shop.cash.open(25_000)
    till.key(Qt.Key.Key_D, CTRL)
    till.key(Qt.Key.Key_Tab)
    till.type("2")
    till.key(Qt.Key.Key_Down)
    till.type("1")
    till.key(Qt.Key.Key_Return)
    (closed,) = till.shop.cash.z_reports()
    assert closed.count.pieces == ((10_000, 2), (5_000, 1))
    assert closed.over_short_minor == 0


def test_letters_in_a_count_do_not_arrive(till, counting):
    till.shop.cash.open(100)
    till.key(Qt.Key.Key_D, CTRL)
    till.type("abc")
    till.key(Qt.Key.Key_Return)
    assert drawer(till).count_sheet.error.text() == "Type what was counted; 0 for an empty drawer."
    assert till.shop.cash.z_reports() == ()


def test_pieces_are_counted_in_digits_alone(till, counting):
    till.shop.cash.open(0)
    till.key(Qt.Key.Key_D, CTRL)
    sheet = drawer(till).count_sheet
    till.key(Qt.Key.Key_Tab)
    till.type("1,0x")
    first = next(iter(sheet._pieces.values()))
    assert first.text() == "10"


def test_cash_goes_in_and_out_and_the_drawer_opens_without_a_sale(till, counting):
    till.shop.cash.open(10_000)
    for digit, amount in (("1", "20"), ("2", "5"), ("3", "50")):
        till.key(Qt.Key.Key_M, CTRL)
        till.sign(digit)
        till.type(amount)
        till.key(Qt.Key.Key_Return)
        till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("4")
    till.type("change")
    till.key(Qt.Key.Key_Return)
    report = till.shop.cash.x_report()
    assert report.cash.expected_minor == 10_000 + 2_000 - 500 - 5_000
    assert report.no_sales == 1


def test_a_report_is_read_and_an_old_one_comes_back_as_a_duplicate(till, counting):
    till.shop.cash.open(0)
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("5")
    assert not drawer(till).report_sheet.isHidden()
    till.key(Qt.Key.Key_Return)
    assert till.shop.cash.z_reports() == ()
    till.shop.cash.close(0)
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("6")
    till.key(Qt.Key.Key_Return)
    sheet = drawer(till).report_sheet
    assert not sheet.isHidden()
    assert sheet._again
    texts = [getattr(item, "text", "") for item in sheet._page._pages[0].items]
    assert "重印" in texts


def test_without_a_report_the_list_names_the_next_key(till, counting):
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("6")
    assert "Ctrl+D" in drawer(till).reports_sheet._empty._key.text()
    till.key(Qt.Key.Key_Escape)


def test_a_backup_that_fails_leaves_the_day_closed(till, counting, monkeypatch):
    def fails(*_, **__):
        raise StorageFailed("disk full")

    monkeypatch.setattr(till.shop.backups, "make", fails)
    till.shop.cash.open(0)
    till.key(Qt.Key.Key_D, CTRL)
    till.type("0")
    till.key(Qt.Key.Key_Return)
    assert len(till.shop.cash.z_reports()) == 1
    assert drawer(till).report_sheet._backup.text().startswith("The day is closed, but its backup")


def test_where_nobody_counts_an_empty_amount_closes_the_day(till):
    till.shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    sell(till)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_D, CTRL)
    till.key(Qt.Key.Key_Return)
    (closed,) = till.shop.cash.z_reports()
    assert closed.count is None


@pytest.fixture
def driver(till, monkeypatch):
    """A printer of the system, through its driver: (title, pages) of each job."""
    from app.ui import printing

    jobs = []
    monkeypatch.setattr(printing, "spool", lambda name, pages, title: jobs.append((title, pages)))
    till.window.save_config(replace(till.window.config, receipt_printer="Office"))
    return jobs


@pytest.mark.parametrize(("width", "mm"), [("58", 58), ("80", 80), ("a4", 210)])
def test_x_and_z_go_straight_to_a_printer_with_a_driver(till, counting, driver, width, mm):
    till.window.save_config(replace(till.window.config, receipt_width=width))
    till.shop.cash.open(50_000)
    sell(till)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("5")
    till.key(Qt.Key.Key_P)
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_D, CTRL)
    till.type("540")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_P)
    (x, _), (z, _) = driver
    assert ("X" in x, z) == (True, "A0-Z1")
    assert all(page.width == mm for _, pages in driver for page in pages)


def test_a_till_that_prints_by_itself_prints_the_z_report_once(till, counting, driver):
    till.window.save_config(replace(till.window.config, print_receipts=True))
    till.shop.cash.open(50_000)
    till.key(Qt.Key.Key_D, CTRL)
    till.type("500")
    till.key(Qt.Key.Key_Return)
    assert [title for title, _ in driver] == ["A0-Z1"]
