"""Coupons to print and gifts to many members, by real keys, each with a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.coupons import CouponState
from app.services.segments import SavedSegment
from app.ui.accessible import unnamed
from app.ui.loyalty.handing_sheet import HandingSheet
from tests.services.documents.reading import codes_in, pictures_of
from tests.shop_builder import add_member, balance
from tests.ui.conftest import press, type_slowly
from tests.ui.goods_room import window_on

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def members(shop):
    shop.schemes.use(shop.schemes.preset("restaurant"))
    return [add_member(shop, number=f"{n:06d}") for n in (1, 2, 3)]


@pytest.fixture
def window(shown, shop, members):
    made = window_on(shop, "loyalty")
    shown(made)
    return made


@pytest.fixture
def sheet(window) -> HandingSheet:
    press(window, Qt.Key.Key_N, CTRL)
    found = window.open_sheet()
    assert isinstance(found, HandingSheet)
    return found


def on_gifts(sheet, window) -> None:
    sheet.pages.setFocus()
    press(window, Qt.Key.Key_Right)
    assert sheet.stack.currentIndex() == 1


def test_points_are_given_to_everybody_and_taken_back_by_keys(window, sheet, shop, members):
    on_gifts(sheet, window)
    sheet.amount.setFocus()
    type_slowly(window, "50")
    assert "3" in sheet._reach.text()
    assert "150" in sheet._reach.text()
    sheet.reason.setFocus()
    type_slowly(window, "sorry")
    press(window, Qt.Key.Key_Return)
    assert [balance(shop, member) for member in members] == [50, 50, 50]
    sheet.back_reason.setText("twice")
    sheet.gifts.setFocus()
    sheet.gifts.choose(0)
    press(window, Qt.Key.Key_Delete)
    assert [balance(shop, member) for member in members] == [0, 0, 0]
    (past,) = shop.grants.past()
    assert (past.done.members, past.back.total, past.grant.reason) == (3, 150, "sorry")


def test_a_gift_without_a_number_or_a_reason_is_refused_and_gives_nothing(window, sheet, shop):
    on_gifts(sheet, window)
    sheet.amount.setFocus()
    type_slowly(window, "many")
    press(window, Qt.Key.Key_Return)
    assert sheet._error.isVisible()
    sheet.amount.setText("5")
    press(window, Qt.Key.Key_Return)
    assert "why" in sheet._error.text().lower()
    assert shop.grants.past() == ()


def test_a_segment_gets_it_and_nobody_else(window, sheet, shop, members):
    saved = shop.segments.save("the second", "number = 000002")
    assert isinstance(saved, SavedSegment)
    sheet.handing.refresh()
    on_gifts(sheet, window)
    names = [sheet.audience.itemText(at) for at in range(sheet.audience.count())]
    sheet.audience.setCurrentIndex(names.index("the second"))
    sheet.amount.setText("7")
    sheet.reason.setText("birthday")
    sheet.reason.setFocus()
    press(window, Qt.Key.Key_Return)
    assert [balance(shop, member) for member in members] == [0, 7, 0]


def test_a_printed_batch_can_be_scanned_and_each_coupon_revoked(window, sheet, shop, tmp_path):
    sheet.count.setText("3")
    file = tmp_path / "coupons.pdf"
    sheet.write(file)
    codes = {coupon.code for coupon in shop.coupons.listed()}
    (page,) = pictures_of(file.read_bytes())
    assert len(codes) == 3
    assert codes <= {text for texts in codes_in(page).values() for text in texts}
    sheet.back_reason.setText("lost")
    sheet.coupons.setFocus()
    sheet.coupons.choose(0)
    press(window, Qt.Key.Key_Delete)
    states = [coupon.state for coupon in shop.coupons.listed()]
    assert states.count(CouponState.REVOKED) == 1


def test_nothing_is_issued_that_cannot_be_written(sheet, shop, tmp_path):
    sheet.write(tmp_path / "missing" / "coupons.pdf")
    assert sheet._error.isVisible()
    assert shop.coupons.listed() == ()


@pytest.mark.parametrize("text", ["", "0", "-3", "1.5", "20000", "x"])
def test_a_batch_of_no_number_is_refused(window, sheet, shop, text):
    sheet.count.setText(text)
    sheet.count.setFocus()
    QTest.keyClick(sheet.count, Qt.Key.Key_Return)
    assert sheet._error.isVisible()
    assert shop.coupons.listed() == ()


def test_every_part_has_a_name(window, sheet):
    assert unnamed(sheet) == []
