"""The list of members, used with real keys on a real shop."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services.member_types import MemberDraft
from app.ui.accessible import unnamed
from app.ui.members.presenting.listing import ListPresenter
from app.ui.members.view import MembersScreen
from tests.shop_builder import sell
from tests.ui.conftest import press, strike, type_slowly
from tests.ui.members_room import members_screen, shown_names

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(shop):
    return {
        name: shop.members.add(MemberDraft(name=name, phone=phone, tags=tags)).member
        for name, phone, tags in (
            ("曾雨晴", "13800138000", ("vip",)),
            ("单小明", "13912345678", ()),
            ("王 <b>bold</b> & Co", "", ()),
        )
    }


@pytest.fixture
def screen(main_window, shop, people) -> MembersScreen:
    return members_screen(main_window, shop)


def test_typing_finds_by_pinyin_phone_and_number(screen):
    type_slowly(screen, "zyq", gap_ms=60)
    assert shown_names(screen) == ["曾雨晴"]
    press(screen, Qt.Key.Key_Escape)
    assert len(shown_names(screen)) == 3
    type_slowly(screen, "5678", gap_ms=60)
    assert shown_names(screen) == ["单小明"]


def test_enter_opens_the_member_that_was_found_and_escape_returns_to_the_search(screen):
    type_slowly(screen, "smm"[:2], gap_ms=60)
    press(screen, Qt.Key.Key_Escape)
    type_slowly(screen, "8000", gap_ms=60)
    press(screen, Qt.Key.Key_Return)
    assert screen.showing_page()
    assert screen.page.accessibleName() == "曾雨晴"
    press(screen, Qt.Key.Key_Escape)
    assert not screen.showing_page()
    assert screen.list.search.text() == "8000"


def test_down_goes_into_the_list_and_enter_opens_the_marked_member(screen):
    press(screen, Qt.Key.Key_Down)
    assert screen.list.table.hasFocus()
    press(screen, Qt.Key.Key_Down)
    marked = screen.list.table.current_row()
    press(screen, Qt.Key.Key_Return)
    assert screen.page.accessibleName() == marked.name


def test_shift_and_arrows_choose_several_and_ctrl_a_all(screen):
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Down, SHIFT)
    assert screen.list.spans() == ((0, 1),)
    assert screen.list.count.text() == "2 chosen"
    strike(screen, "a", CTRL)
    assert screen.list.chosen_count() == 3


def test_filters_show_the_frozen_and_those_with_a_tag(screen, shop, people):
    shop.members.freeze(people["单小明"].member_id)
    screen.list.state.choose(1)
    assert shown_names(screen) == ["单小明"]
    screen.list.state.choose(0)
    screen.list.tag.setCurrentIndex(screen.list.tag.findText("vip"))
    screen.list.tag.activated.emit(screen.list.tag.currentIndex())
    assert shown_names(screen) == ["曾雨晴"]


def test_the_list_can_be_sorted_by_points(screen, shop, people):
    sell(shop, 9900, people["单小明"].member_id)
    screen.list.sort.setCurrentIndex(3)
    screen.list.sort.activated.emit(3)
    assert shown_names(screen)[0] == "单小明"


def test_phones_are_masked_and_names_shown_as_they_are_written(screen):
    model = screen.list.table.paged
    texts = [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    flat = [cell for row in texts for cell in row]
    assert "138****8000" in flat
    assert "王 <b>bold</b> & Co" in flat
    assert not any("13800138000" in cell for cell in flat)


def test_an_empty_shop_names_the_key_that_enrols(main_window, shop):
    screen = members_screen(main_window, shop)
    assert screen.list.empty.isVisible()
    assert screen.list.new.isVisible()


def test_nobody_found_offers_to_enrol(screen):
    type_slowly(screen, "zzz", gap_ms=60)
    assert screen.list.empty.isVisible()
    assert shown_names(screen) == []


def test_the_list_comes_up_to_date_when_it_is_shown_again(main_window, screen, shop):
    main_window.go("cashier")
    shop.members.add(MemberDraft(name="New One"))
    main_window.tell_changed("members")
    main_window.go("members")
    assert "New One" in shown_names(screen)


def test_everything_that_takes_the_focus_has_a_name(screen):
    assert unnamed(screen) == []


class _Lane:
    """Keeps work until it is told to do it, as a lane that is behind does."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Any]] = []

    def run(self, work, then=None, otherwise=None):
        self.waiting.append((work, then))

    def catch_up(self):
        while self.waiting:
            work, then = self.waiting.pop(0)
            value = work()
            if then is not None:
                then(value)


class _Shown:
    def __init__(self) -> None:
        self.lists: list[Any] = []

    def show_list(self, listed):
        self.lists.append(listed)

    def show_tags(self, tags):
        pass


def test_what_was_typed_over_is_never_shown(shop, people):
    lane: Any = _Lane()
    shown = _Shown()
    presenter = ListPresenter(shown, shop, lane)
    for text in ("z", "zy", "zyq"):
        presenter.want(text=text)
    lane.catch_up()
    assert [listed.wanted.text for listed in shown.lists] == ["zyq"]


def test_a_long_list_is_shown_before_it_is_counted(shop):
    for number in range(130):
        shop.members.add(MemberDraft(name=f"Member {number:03d}"), with_card=False)
    lane: Any = _Lane()
    shown = _Shown()
    ListPresenter(shown, shop, lane).reload()
    lane.catch_up()
    assert [(listed.count, listed.counted) for listed in shown.lists] == [(100, False), (130, True)]
