"""The groups of members in the window: by keys, with nobody, and where it was stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.insight.groups.presenter import Lens
from app.ui.insight.people import PeopleSheet
from app.ui.shell import InsightTab
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


def groups_page(window, shop):
    window.shop_opened(shop)
    window.go("insight", InsightTab("groups"))
    return window.current_screen().page_of("groups")


@pytest.fixture
def buyers(shop, clock):
    for at in range(12):
        member = add_member(shop, f"m{at}", f"{at:06d}")
        for _ in range(at % 4 + 1):
            sell(shop, 1_000 * (at + 1), member)
            clock.forward(days=3)
    return shop


def test_by_keys_from_the_section_to_a_member_behind_a_figure(main_window, buyers):
    main_window.shop_opened(buyers)
    press(main_window, Qt.Key.Key_7, CTRL)
    page = main_window.current_screen().page()
    grid = page.panel(Lens.RFM).grid
    assert main_window.focusWidget() is main_window.current_screen().tabs
    while not grid.hasFocus():
        press(main_window, Qt.Key.Key_Tab)
    press(main_window, Qt.Key.Key_Home)
    while not grid._cells[grid.current()[0]][grid.current()[1]].value:
        press(main_window, Qt.Key.Key_Right)
    press(main_window, Qt.Key.Key_Return)
    sheet = main_window.open_sheet()
    assert isinstance(sheet, PeopleSheet)
    person = sheet.table.paged.row(0)
    press(main_window, Qt.Key.Key_Return)
    assert main_window.current_section() == "members"
    assert main_window.current_screen().page.shown().member.number == person.number


def test_a_shop_without_sales_says_so_and_shows_no_chart(main_window, shop):
    add_member(shop, "m", "000001")
    page = groups_page(main_window, shop)
    for at in range(len(Lens)):
        page.lenses.choose(at)
        assert page.stack.currentWidget() is page.empty


def test_a_group_is_saved_as_the_segment_that_means_the_same(main_window, buyers):
    page = groups_page(main_window, buyers)
    panel = page.panel(Lens.RFM)
    sums = panel._found.rfm.grouped.sums()
    at = next(at for at, each in enumerate(sums) if each.members)
    panel.groups.opened.emit(at)
    sheet = main_window.open_sheet()
    sheet.keep.click()
    sheet.name.setText("to call")
    press(main_window, Qt.Key.Key_Return)
    (saved,) = buyers.segments.saved()
    assert saved.name == "to call"
    assert buyers.segments.count(saved.conditions) == sums[at].members
