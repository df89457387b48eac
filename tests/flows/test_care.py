"""Follow-ups by keys alone: seen on opening, done, put off, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.services.care import Scope
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.care.follow_ups import FollowUpKind

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 21)


@pytest.fixture
def calls(till):
    """Two follow-ups for today, the older one first."""
    members = [till.shop.members.add(MemberDraft(name=name)).member for name in ("Ana", "Ben")]
    made = [
        till.shop.care.make(uuid7(), member.member_id, f"call {member.name}", TODAY)
        for member in members
    ]
    till.window.tell_changed("care")
    till.settle()
    return made


@pytest.fixture
def page(till, calls):
    assert till.cashier.promised.label() == "Follow-ups 2"
    till.key(Qt.Key.Key_8, CTRL)
    return till.window.current_screen().page_of("today")


def test_a_narrow_window_tells_how_many_wait_and_leads_there(till, calls):
    button = till.cashier.promised
    till.window.resize(1024, 640)
    till.settle()
    assert (button.isVisible(), button.label()) == (True, "2")
    assert button.accessibleName() == "Follow-ups today: 2"
    assert button.toolTip().startswith("Follow-ups today: 2")
    for _ in range(40):
        if button.hasFocus():
            break
        till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Return)
    page = till.window.current_screen().page_of("today")
    assert page.panel.shown().member.name == "Ana"
    till.key(Qt.Key.Key_1, CTRL)
    till.key(Qt.Key.Key_8, CTRL)
    assert till.window.current_section() == "care"


@pytest.mark.parametrize("section", [Qt.Key.Key_7, Qt.Key.Key_8])
def test_one_key_turns_the_tabs_wherever_the_focus_is_even_in_an_empty_shop(till, section):
    till.key(section, CTRL)
    screen = till.window.current_screen()
    row = screen.tabs
    for at in range(1, row.count()):
        till.key(Qt.Key.Key_Tab, CTRL)
        assert row.currentIndex() == at
        till.key(Qt.Key.Key_Down)  # into the page
    till.key(Qt.Key.Key_Tab, CTRL)
    assert row.currentIndex() == 0
    till.key(Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert row.currentIndex() == row.count() - 1


def whose(till, scope):
    return [row.member.name for row in till.shop.care.listed(scope).rows]


def test_one_key_does_a_follow_up_and_one_takes_it_back(till, page):
    till.sign("1")
    assert whose(till, Scope.CLOSED) == ["Ana"]
    assert page.panel.shown().member.name == "Ben"
    till.key(Qt.Key.Key_Z, CTRL)
    assert whose(till, Scope.TODAY) == ["Ana", "Ben"]
    till.sign("4")
    till.sign("4")
    assert whose(till, Scope.TODAY) == []
    till.key(Qt.Key.Key_1, CTRL)
    assert till.cashier.promised.isHidden()


def test_nobody_answers_and_it_comes_back_tomorrow(till, page):
    till.key(Qt.Key.Key_Down)
    till.sign("2")
    assert whose(till, Scope.COMING) == ["Ben"]
    assert whose(till, Scope.TODAY) == ["Ana"]


def test_it_is_put_off_to_a_typed_day_with_a_note(till, page):
    page.panel.note.setFocus()
    till.type("busy today")
    till.key(Qt.Key.Key_Return)
    till.sign("3")
    till.type("+")
    till.type("3")
    till.key(Qt.Key.Key_Return)
    (row,) = till.shop.care.listed(Scope.COMING).rows
    assert (row.member.name, row.due_on, row.note) == ("Ana", date(2026, 11, 24), "busy today")
    assert till.window.open_sheet() is None


def test_a_day_that_is_none_is_said_in_the_sheet(till, page):
    till.sign("3")
    till.type("x")
    till.key(Qt.Key.Key_Return)
    assert till.window.open_sheet() is not None
    assert whose(till, Scope.TODAY) == ["Ana", "Ben"]


def test_enter_opens_the_member(till, page, calls):
    till.key(Qt.Key.Key_Return)
    assert till.window.current_section() == "members"
    shown = till.window.current_screen().page.shown()
    assert shown.member.member_id == calls[0].member.member_id


def test_a_rule_is_made_by_keys(till, page):
    till.window.go("care", "rules")
    till.settle()
    till.key(Qt.Key.Key_N, CTRL)
    sheet = till.window.open_sheet()
    sheet.kind.setCurrentIndex(sheet.kind.findData(FollowUpKind.SILENT.value))
    till.key(Qt.Key.Key_Return)
    assert sheet.rows["name"].has_error()
    till.type("invite")
    till.key(Qt.Key.Key_Return)
    (rule,) = till.shop.follow_up_rules.listed()
    assert (rule.draft.name, rule.draft.kind) == ("invite", FollowUpKind.SILENT)


def test_a_low_score_at_the_till_opens_a_case_that_two_keys_solve(till, calls):
    ana = calls[0].member
    till.window.go("cashier", ana.member_id)
    till.settle()
    till.key(Qt.Key.Key_K, CTRL)
    till.sign("2")
    till.key(Qt.Key.Key_Return)
    assert till.window.open_sheet() is None
    (case,) = till.shop.cases.listed().rows
    assert (case.member.name, case.score) == ("Ana", 2)
    till.window.go("care", "cases")
    till.settle()
    till.sign("2")
    till.type("a new cup")
    till.key(Qt.Key.Key_S, CTRL)
    assert till.shop.cases.counts() == (0, 1)


def test_the_list_of_a_form_is_taken_down_and_its_cases_are_in_sight(till, calls, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("score,comment\n1,cold\n5,fine\n8,\n")
    till.window.go("care", "cases")
    till.settle()
    page = till.window.current_screen().page_of("cases")
    page.take_form(file)
    till.settle()
    assert "taken down: 2. Cases opened: 1." in till.window.toast_text()
    assert "first in line 4" in till.window.toast_text()
    assert page.table.paged.rowCount() == 1


@pytest.fixture
def care_tab(till, calls):
    from app.ui.members.page_view import CARE

    till.window.go("members", calls[0].member.member_id)
    till.settle()
    screen = till.window.current_screen()
    screen.page.tabs.setCurrentIndex(CARE)
    till.settle()
    return screen.page.care


def test_a_promise_is_made_on_the_members_page_and_done_there(till, calls, care_tab):
    care_tab.promise.click()
    till.type("bring the book")
    till.key(Qt.Key.Key_Return)
    made = till.shop.care.open_for(calls[0].member.member_id)
    assert [(each.what, each.due_on) for each in made] == [
        ("call Ana", TODAY),
        ("bring the book", date(2026, 11, 28)),
    ]
    care_tab._presenter.done(made[0])
    till.settle()
    assert [each.is_open for each in care_tab._care.follow_ups] == [True, False]
    till.key(Qt.Key.Key_Z, CTRL)
    assert [each.is_open for each in care_tab._care.follow_ups] == [True, True]


def test_a_measurement_is_typed_and_a_comma_is_asked_about(till, calls, care_tab):
    care_tab.measure.click()
    sheet = till.window.open_sheet()
    for text in ("Weight", "kg", "72,5"):
        till.type(text)
        till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Return)
    assert sheet.rows["value"].has_error()
    sheet.inputs["value"].selectAll()
    till.type("72.5")
    till.key(Qt.Key.Key_Return)
    (series,) = till.shop.measures.of_member(calls[0].member.member_id)
    assert [(each.day, each.milli) for each in series.values] == [(TODAY, 72_500)]
    assert care_tab._care.series == (series,)


def test_a_challenge_is_begun_by_keys_and_a_scanned_card_takes_part(till):
    enrolled = till.shop.members.add(MemberDraft(name="曾雨晴"))
    till.window.go("care", "challenges")
    till.settle()
    till.key(Qt.Key.Key_N, CTRL)
    till.type("Autumn")
    till.key(Qt.Key.Key_Return)
    (made,) = till.shop.challenges.listed()
    page = till.window.current_screen().page_of("challenges")
    till.scan(enrolled.card.code)
    (row,) = till.shop.challenges.board(made.challenge_id)
    assert (row.place, row.shown, row.value) == (1, "曾*", 0)
    page.display.click()
    till.settle()
    board = till.window.display.look().board
    assert (board.title, board.rows) == ("Autumn", (("1", "曾*", "0"),))
    page.display.click()
    assert till.window.display.look().board is None
