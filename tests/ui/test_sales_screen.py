"""The screen of sales: real widgets, real keys, a real shop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item, MemberFacts
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.sales.claim_sheet import SaleClaimSheet
from app.ui.sales.view import SalesScreen
from app.ui.sales.why_sheet import SaleWhySheet
from tests.shared_data import naughty_strings
from tests.shop_builder import balance, cash, sell
from tests.stored_refunds import store_refund
from tests.ui.conftest import press, strike
from tests.ui.goods_room import cells, window_on

CTRL = Qt.KeyboardModifier.ControlModifier
MARKUP = "<b>月饼</b>"


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))


@pytest.fixture
def sold(shop, ana, clock):
    """A sale with a discount for the member, and a later one of nobody's."""
    line = CartLine(
        uuid7(), Item(MARKUP, 3000, member_price_minor=2800, product_id=None), 2000,
        discount=HandDiscount("torn box", percent_bp=1000),
    )  # fmt: skip
    cart = Cart(lines=(line,), member=MemberFacts(ana.member.member_id))
    first = shop.checkout.complete(uuid7(), cart, None, (cash(6000),))
    clock.forward(minutes=5)
    return first, sell(shop, 1250)


@pytest.fixture
def window(shown, shop, sold) -> MainWindow:
    opened: MainWindow = shown(window_on(shop, "sales"))
    return opened


@pytest.fixture
def screen(window) -> SalesScreen:
    found = window.current_screen()
    assert isinstance(found, SalesScreen)
    return found


def test_the_list_shows_each_sale_and_what_all_come_to(screen, sold):
    first, second = sold
    rows = cells(screen.table)
    assert rows[0] == [
        second.number, "11-21 10:05", "No member", "1", "12.50", "", "", "Cash"
    ]  # fmt: skip
    assert rows[1][:5] == [first.number, "11-21 10:00", "曾雨晴", "2", "50.40"]
    assert rows[1][5:] == ["−9.60", "+50", "Cash"]
    assert screen.totals.figures() == ("2", "¥62.90", "¥0.00", "¥62.90", "¥9.60", "50")


def test_the_arrows_bring_each_receipt_to_the_front(window, screen, sold):
    first, second = sold
    press(window, Qt.Key.Key_Down)
    assert screen._presenter.receipt.number == second.number
    assert screen.preview.claim.isEnabled()
    press(window, Qt.Key.Key_Down)
    assert screen._presenter.receipt.number == first.number
    assert not screen.preview.claim.isEnabled()


def test_a_number_typed_and_enter_open_its_receipt(window, screen, sold):
    QTest.keyClicks(screen.search.line_edit(), sold[0].number)
    press(window, Qt.Key.Key_Return)
    assert screen._presenter.receipt.number == sold[0].number
    assert screen.stack.currentWidget() is screen.page
    press(window, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.list
    press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(screen.search.line_edit(), "A0-999999")
    press(window, Qt.Key.Key_Return)
    assert window.banner_text().startswith("No sale has the receipt number A0-999999")


def test_a_character_that_no_field_takes_comes_to_an_end(window, screen, sold):
    """Held back by the field, it comes to the list again, which once gave it to the field again."""
    window.hide()  # Nothing has the focus: the field cannot get it.
    typed = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.ControlModifier, "ß"
    )
    QApplication.sendEvent(screen.list, typed)
    assert screen.list.search.text() == ""


def test_a_receipt_scanned_here_opens_and_other_codes_go_to_the_till(window, screen, sold, ana):
    assert screen.scanned(sold[0].code)
    assert screen._presenter.receipt.number == sold[0].number
    assert not screen.scanned(ana.card.code)
    assert not screen.scanned("6901234567892")


def test_printing_again_prints_a_duplicate(window, screen, sold, monkeypatch):
    printed = []
    monkeypatch.setattr(
        type(window.printing), "print_pages",
        lambda self, kind, pages, title, then=None: printed.append((pages, title)),
    )  # fmt: skip
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_P, CTRL)
    pages, title = printed[0]
    assert title == sold[1].number
    texts = [getattr(item, "text", "") for page in pages for item in page.items]
    assert any("重印" in text for text in texts)


def test_a_receipt_is_saved_as_pdf(window, screen, tmp_path: Path, monkeypatch):
    target = tmp_path / "receipt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    press(window, Qt.Key.Key_Down)
    screen.preview.save.click()
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert opened


def test_the_total_is_explained_in_words(window, screen, sold):
    screen._presenter.open(sold[0].number)
    screen.preview.why.click()
    sheet = window.open_sheet()
    assert isinstance(sheet, SaleWhySheet)
    words = sheet.words()
    assert f"{MARKUP} × 2" in words
    for part in ("Member price", "10% off: torn box", "50 points for ¥50.40 paid", "¥50.40"):
        assert part in words
    press(window, Qt.Key.Key_Escape)
    assert window.open_sheet() is None


def test_what_did_not_apply_is_said_too(window, screen, sold):
    screen._presenter.open(sold[1].number)
    screen.preview.why.click()
    assert "No points: the sale has no member" in window.open_sheet().words()


def test_points_are_claimed_by_keys_alone(window, screen, shop, ana, sold):
    press(window, Qt.Key.Key_Down)
    screen.preview.claim.click()
    sheet = window.open_sheet()
    assert isinstance(sheet, SaleClaimSheet)
    QTest.keyClicks(sheet.box.line_edit(), "8000")
    press(window, Qt.Key.Key_Return)
    assert sheet.give.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.open_sheet() is None
    assert window.toast_text() == "12 points given · 50 → 62"
    assert balance(shop, ana.member.member_id) == 62
    assert not screen.preview.claim.isEnabled()


def test_a_card_scanned_into_the_claim_names_the_member(window, screen, ana):
    press(window, Qt.Key.Key_Down)
    screen.preview.claim.click()
    sheet = window.open_sheet()
    assert sheet.scanned("900000011234567")
    assert "this shop did not make it" in sheet.error()
    assert not sheet.give.isEnabled()
    sheet.scanned(ana.card.code)
    assert (sheet.error(), sheet.give.isEnabled()) == ("", True)


def test_a_sale_at_the_till_is_in_the_list_when_one_comes_back(window, screen, shop):
    window.go("cashier")
    sell(shop, 500)
    window.tell_changed("sales")
    window.go("sales")
    assert len(cells(screen.table)) == 3


def test_an_empty_day_says_so_and_offers_all_sales(window, screen, clock):
    clock.forward(days=2)
    screen.shop_changed("sales")
    assert screen.list.middle.currentWidget() is screen.list.empty
    screen.list.empty.acted.emit()
    assert len(cells(screen.table)) == 2


def test_dates_typed_list_their_days(window, screen):
    screen.days.period.setFocus()
    for _ in range(5):
        press(window, Qt.Key.Key_Right)
    assert screen.days.isVisible()
    tomorrow = screen.days.last.date().addDays(1)
    screen.days.last.setDate(tomorrow)
    assert len(cells(screen.table)) == 2
    screen.days.first.setDate(tomorrow)
    assert cells(screen.table) == []
    assert screen.totals.figures()[0] == "0"


def test_a_narrow_window_keeps_number_total_and_member(window, screen):
    window.resize(1024, 640)
    QTest.qWait(1)
    hidden = [screen.table.isColumnHidden(column) for column in range(8)]
    assert hidden == [False, False, False, True, False, True, True, True]
    window.resize(1366, 768)
    QTest.qWait(1)
    shown = [column for column in range(8) if not screen.table.isColumnHidden(column)]
    assert shown == [0, 1, 2, 3, 4, 6, 7]


def test_every_part_has_an_accessible_name(window, screen):
    press(window, Qt.Key.Key_Down)
    screen._presenter.show_days(*(screen._listing.today,) * 2)
    assert [type(widget).__name__ for widget in unnamed(screen)] == []
    screen.preview.claim.click()
    assert [type(widget).__name__ for widget in unnamed(window.open_sheet())] == []


def test_naughty_strings_find_no_receipt_and_break_nothing(window, screen):
    for text in naughty_strings()[::10]:
        screen.search.set_text(text)
        screen.search.setFocus()
        press(window, Qt.Key.Key_Return)
        screen.back_to_list()
    assert window.open_sheet() is None


def test_refunds_and_voids_stand_in_place_by_word_and_icon(window, screen, shop, sold, clock):
    _first, second = sold
    store_refund(shop, second, kind="void")
    clock.forward(minutes=1)
    window.tell_changed("sales")
    rows = cells(screen.table)
    assert rows[0][0] == "RA0-000001"
    assert rows[0][2] == "Void · No member"
    assert rows[0][4] == "−12.50"
    assert rows[1][2] == "Voided · No member"
    icons = screen.table.paged.columns[2].icon
    assert [icons(screen.table.paged.row(at)) for at in range(3)] == ["ban", "ban", ""]
    assert screen.totals.figures()[:4] == ("2", "¥62.90", "−¥12.50", "¥50.40")


def test_what_is_typed_anywhere_searches_and_becomes_a_filter(window, screen, sold):
    press(window, Qt.Key.Key_Down)
    strike(window, "/")
    assert screen.search.has_focus()
    for sign in "12.5":
        strike(window, sign)
    press(window, Qt.Key.Key_Return)
    assert [row[0] for row in cells(screen.table)] == [sold[1].number]
    assert [chip.label() for chip in screen.list.filters.chips] == ["Total of ¥12.50"]
    press(window, Qt.Key.Key_Escape)
    assert len(cells(screen.table)) == 2
    assert screen.list.filters.isHidden()


def test_enter_opens_the_page_of_a_sale_and_esc_goes_back_to_its_row(window, screen, sold):
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert screen.stack.currentWidget() is screen.page
    assert screen.page.page().receipt.number == sold[0].number
    words = screen.page.lines.words()
    for part in ("Member price", "10% off: torn box", MARKUP, "¥50.40"):
        assert part in words
    assert [type(widget).__name__ for widget in unnamed(screen)] == []
    press(window, Qt.Key.Key_Escape)
    assert screen.table.hasFocus()
    assert screen.table.currentIndex().row() == 1


def test_one_key_shows_today_from_any_screen(window, screen, sold):
    window.go("cashier")
    press(window, Qt.Key.Key_T, CTRL)
    assert window.current_screen() is screen
    assert screen.stack.currentWidget() is screen.glance
    told = {figure.words()[0]: figure.words()[1] for figure in screen.glance.figures}
    assert (told["Net sales"], told["Sales"], told["Average basket"]) == ("¥62.90", "2", "¥31.45")
    assert told["Members' share"] == "80%"
    strike(window, "?")
    assert "voided ones do not count" in screen.glance.figures[1].words()[2]
    assert [type(widget).__name__ for widget in unnamed(screen)] == []
    press(window, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.list


def test_a_day_without_anything_says_what_will_be_seen(window, screen, clock):
    clock.forward(days=2)
    press(window, Qt.Key.Key_T, CTRL)
    assert screen.glance._stack.currentWidget() is screen.glance._empty
