"""Members looked over in the window: duplicates merged or parted, missing fields mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.member_gaps import Gap
from app.services.member_types import MemberDraft, MemberState
from app.ui.accessible import unnamed
from app.ui.members.cleaning_sheet import CleaningSheet
from app.ui.members.view import MembersScreen
from tests.ui.conftest import press
from tests.ui.members_room import members_screen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(shop):
    return tuple(
        shop.members.add(MemberDraft(name=name, phone=phone, birthday=day)).member.member_id
        for name, phone, day in (
            ("Ana Kimm", "13800138000", "1990-03-08"),
            ("Anna Kimm", "138 0013 8000 (old)", "1990-03-08"),
            ("Ben", "12345", ""),
            ("Ben", "0086-12345", ""),
            ("Cleo", "13700137000", "1988-01-02"),
        )
    )


@pytest.fixture
def screen(main_window, shop, people) -> MembersScreen:
    return members_screen(main_window, shop)


@pytest.fixture
def sheet(main_window, screen) -> CleaningSheet:
    screen.list.clean.click()
    found = main_window.open_sheet()
    assert isinstance(found, CleaningSheet)
    return found


def pairs(sheet: CleaningSheet) -> list[tuple[str, str]]:
    return [(pair.first.name, pair.second.name) for pair in sheet._pairs]


def test_a_pair_stands_side_by_side_and_enter_merges_it(main_window, shop, screen, sheet, people):
    assert pairs(sheet) == [("Ana Kimm", "Anna Kimm")]
    assert ("1990-03-08", "1990-03-08") in sheet.twins.shown()
    assert unnamed(sheet) == []
    press(main_window, Qt.Key.Key_Return)
    merge = screen.sheets().merge
    assert main_window.open_sheet() is merge
    assert merge.shown_lines()
    press(main_window, Qt.Key.Key_Return)
    assert shop.members.get(people[1]).state is MemberState.ARCHIVED
    assert main_window.open_sheet() is sheet
    assert pairs(sheet) == []


def test_del_says_that_two_are_two_people_and_ctrl_z_takes_it_back(main_window, shop, sheet):
    press(main_window, Qt.Key.Key_Delete)
    assert pairs(sheet) == []
    assert shop.duplicates.find().total == 0
    assert "not listed again" in main_window.toast_text()
    press(main_window, Qt.Key.Key_Z, CTRL)
    assert pairs(sheet) == [("Ana Kimm", "Anna Kimm")]
    assert shop.duplicates.find().total == 1
    assert main_window.toast_text() == "Ana Kimm and Anna Kimm are listed again."


def test_what_is_missing_is_listed_and_enter_opens_the_editor_on_its_field(
    main_window, shop, screen, sheet, people
):
    press(main_window, Qt.Key.Key_Backtab)
    assert sheet.which.hasFocus()
    press(main_window, Qt.Key.Key_Right)
    counts = {each.gap: each.members for each in sheet._gaps}
    assert counts[Gap.NO_BIRTHDAY] == 2
    sheet.gaps.choose([each.gap for each in sheet._gaps].index(Gap.NO_BIRTHDAY))
    sheet.gaps.setFocus()
    press(main_window, Qt.Key.Key_Return)
    assert sheet.people.hasFocus()
    press(main_window, Qt.Key.Key_Return)
    editor = screen.sheets().editor
    assert main_window.open_sheet() is editor
    focus = QApplication.focusWidget()
    assert focus is not None
    assert editor.birthday.isAncestorOf(focus)
    editor.birthday.show_draft("1991-05-06")
    press(main_window, Qt.Key.Key_S, CTRL)
    assert main_window.open_sheet() is sheet
    counts = {each.gap: each.members for each in sheet._gaps}
    assert counts[Gap.NO_BIRTHDAY] == 1


def test_a_shop_without_anything_to_mend_says_so(main_window, shop):
    screen = members_screen(main_window, shop)
    screen.list.clean.click()
    sheet = main_window.open_sheet()
    assert isinstance(sheet, CleaningSheet)
    assert sheet.no_pairs.isVisible()
    assert not sheet.merge.isEnabled()
    press(main_window, Qt.Key.Key_Delete)
    press(main_window, Qt.Key.Key_Escape)
    assert main_window.open_sheet() is None
