"""Two members who are one person, in the window: found, shown, merged by Enter, taken apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.ids import uuid7
from app.services.member_types import MemberDraft, MemberState
from app.services.rules.tenders import Tender, TenderKind
from app.ui.accessible import unnamed
from app.ui.members.view import MembersScreen
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import balance
from tests.ui.conftest import press
from tests.ui.members_room import members_screen


@pytest.fixture
def pair(shop):
    use(shop, EVERYTHING_IN_ONE)
    return tuple(
        shop.members.add(MemberDraft(name=name, phone=phone)).member.member_id
        for name, phone in (("Ana", "13800138000"), ("Anna", "13900139000"))
    )


@pytest.fixture
def screen(main_window, shop, pair) -> MembersScreen:
    made = members_screen(main_window, shop)
    main_window.go("members", pair[0])
    return made


def chosen(screen: MembersScreen, text: str):
    sheet = screen.sheets().merge
    screen.page.header.merge_asked.emit()
    sheet.box.line_edit().setText(text)
    sheet.box.edited.emit(text)
    (found,) = sheet.box.suggestions()
    sheet.box.chosen.emit(found.value)
    return sheet


def test_the_other_is_found_shown_and_merged_by_enter(main_window, screen, shop, pair):
    shop.points.adjust(pair[1], 40, "gift")
    sheet = chosen(screen, "Anna")
    assert sheet.shown_lines()[0] == ("Points", "–", "40", "40")
    assert unnamed(sheet) == []
    press(main_window, Qt.Key.Key_Return)
    assert balance(shop, pair[0]) == 40
    assert shop.members.get(pair[1]).state is MemberState.ARCHIVED
    assert sheet.isHidden()


def test_a_merge_is_undone_from_the_page_after_what_goes_back_is_shown(
    main_window, screen, shop, pair
):
    shop.points.adjust(pair[1], 40, "gift")
    chosen(screen, "Anna").accept()
    shop.points.adjust(pair[0], -15, "swap")
    screen.page.header.unmerge_asked.emit()
    sheet = screen.sheets().merge
    assert sheet.shown_lines()[0] == ("Points", "25", "–", "25")
    assert "15 points" in sheet._stays.text()
    press(main_window, Qt.Key.Key_Return)
    assert balance(shop, pair[1]) == 25
    assert shop.members.get(pair[1]).state is MemberState.ACTIVE


def test_with_two_plans_the_sheet_asks_whose_goes_on(screen, shop, pair):
    for member, plan, fee in ((pair[0], "gold", 6_000), (pair[1], "executive", 12_000)):
        shop.plans.join(uuid7(), member, plan, (Tender(TenderKind.CASH, fee),))
    sheet = chosen(screen, "Anna")
    assert sheet.keep_plan.isChecked()
    sheet.gone_plan.click()
    plans = next(line for line in sheet.shown_lines() if line[0] == "Paid plan")
    assert plans[3].startswith("Executive")
    sheet.accept()
    assert shop.loyalty.standing(pair[0]).plan.plan == "executive"


def test_a_merge_that_is_refused_is_said_in_the_sheet(screen, shop, pair):
    shop.members.freeze(pair[1])
    sheet = chosen(screen, "Anna")
    assert "is frozen" in sheet._error.text()
    assert not sheet.done.isEnabled()


def test_the_page_of_who_was_merged_leads_to_the_one_kept(main_window, screen, shop, pair):
    shop.merges.merge(uuid7(), *pair)
    main_window.go("members", pair[1])
    actions = [action.text() for action in screen.page.header.menu().actions()]
    assert any("Ana" in text for text in actions)
    screen.page.header.other_asked.emit(pair[0])
    assert screen._presenter.page.page.member.member_id == pair[0]
