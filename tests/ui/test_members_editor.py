"""Enrolling and editing a member, typed with real keys on a real shop."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services.member_types import DependantDraft, MemberDraft
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.members.editor_sheet import EditorSheet
from app.ui.members.presenting.editing import TypedBirthday, typed_birthday
from app.ui.members.view import MembersScreen
from tests.ui.conftest import press, strike, type_slowly
from tests.ui.members_room import members_screen

CTRL = Qt.KeyboardModifier.ControlModifier
FULL = MemberDraft(
    name="曾雨晴 <b>x</b>",
    phone="13800138000",
    gender="female",
    birthday="lunar:08-15",
    tags=("常客",),
    preferences=("燕麦奶", "靠窗"),
    note="第一行\n第二行\u00a0末",
    email="a@b.cn",
    wechat="yq",
    address="某路 1 号",
    occupation="老师",
    source="朋友",
    adviser="林晓",
    dependants=(DependantDraft("小满", "女儿", "2020-11-30"),),
    custom=(("鞋码", "37"), ("备注", "a\nb")),
    marketing_consent=True,
)


@pytest.fixture
def screen(main_window: MainWindow, shop) -> MembersScreen:
    return members_screen(main_window, shop)


def editor(window: MainWindow) -> EditorSheet:
    sheet = window.open_sheet()
    assert isinstance(sheet, EditorSheet)
    return sheet


def all_members(shop):
    from app.services.member_types import MemberFilter

    return shop.members.page(MemberFilter(), 0, 50)


def test_a_member_is_enrolled_by_keys_alone_and_their_page_opens_once(
    main_window, screen, shop, monkeypatch
):
    opened = []
    shown = type(screen).show_page

    def counted(self, page):
        opened.append(page)
        shown(self, page)

    monkeypatch.setattr(type(screen), "show_page", counted)
    strike(screen, "n", CTRL)
    type_slowly(main_window, "Ana")
    press(main_window, Qt.Key.Key_Tab)
    type_slowly(main_window, "13800138000")
    press(main_window, Qt.Key.Key_Return)
    assert main_window.open_sheet() is None
    assert screen.page.accessibleName() == "Ana"
    assert "Ana is a member now" in main_window.toast_text()
    assert shop.members.resolve("13800138000").name == "Ana"
    assert len(opened) == 1


def test_saving_twice_enrols_once(main_window, screen, shop):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("Ana")
    form, draft = sheet._form, sheet.draft()
    sheet.submit()
    sheet.save_asked.emit(form, draft)
    assert len(all_members(shop)) == 1


def test_a_text_that_found_nobody_is_in_the_new_members_form(main_window, screen):
    type_slowly(screen, "13800138000")
    screen.list.empty.acted.emit()
    assert editor(main_window).lines["phone"].text() == "13800138000"


def test_the_key_for_a_new_one_takes_the_text_that_found_nobody_along(main_window, screen):
    type_slowly(screen, "Zoe")
    strike(screen, "n", CTRL)
    assert editor(main_window).lines["name"].text() == "Zoe"


def test_an_edit_that_changes_nothing_changes_nothing(main_window, screen, shop):
    member = shop.members.add(FULL).member
    before = shop.members.draft_of(member.member_id)
    main_window.go("members", member.member_id)
    strike(screen, "e", CTRL)
    strike(main_window, "s", CTRL)
    assert main_window.open_sheet() is None
    assert shop.members.draft_of(member.member_id) == before


def test_an_edit_is_saved_and_can_be_undone(main_window, screen, shop):
    member = shop.members.add(FULL).member
    before = shop.members.draft_of(member.member_id)
    main_window.go("members", member.member_id)
    strike(screen, "e", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("曾晴")
    sheet.tags.line.setText("新")
    sheet.consent.setChecked(False)
    strike(main_window, "s", CTRL)
    assert screen.page.accessibleName() == "曾晴"
    assert shop.members.get(member.member_id).tags == ("常客", "新")
    strike(main_window, "z", CTRL)
    assert shop.members.draft_of(member.member_id) == before
    assert screen.page.accessibleName() == FULL.name


def test_leaving_asks_nothing_and_brings_back_what_was_typed(main_window, screen, shop):
    strike(screen, "n", CTRL)
    type_slowly(main_window, "Ana")
    press(main_window, Qt.Key.Key_Escape)
    assert main_window.open_sheet() is None
    assert main_window.toast_text() == "What you typed was not saved"
    strike(main_window, "z", CTRL)
    assert editor(main_window).lines["name"].text() == "Ana"


def test_leaving_an_untouched_form_says_nothing(main_window, screen):
    strike(screen, "n", CTRL)
    press(main_window, Qt.Key.Key_Escape)
    assert main_window.toast_text() == ""


def test_a_taken_phone_offers_to_open_the_member_who_has_it(main_window, screen, shop):
    shop.members.add(MemberDraft(name="Ben", phone="13800138000"))
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["phone"].setText("138 0013 8000")
    sheet.submit()
    assert sheet.error_of("phone")
    assert "Ben" in sheet.taken.text()
    sheet.taken.acted.emit()
    assert main_window.open_sheet() is None
    assert screen.page.accessibleName() == "Ben"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "x" * 121),
        ("number", "900000012345678"),
        ("email", "a" * 300),
        ("joined_on", "2026-13-40"),
        ("phone", "\u202e0000000000000000000000000000000000000000000"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(main_window, screen, shop, field, text):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("Ana")
    sheet.lines[field].setText(text)
    sheet.submit()
    assert sheet.error_of(field)
    assert not sheet.isHidden()
    assert all_members(shop) == ()


def test_a_birthday_that_is_none_is_said_beside_it(main_window, screen, shop):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("Ana")
    sheet.birthday.line.setText("13-13")
    sheet.submit()
    assert sheet.error_of("birthday")
    sheet.birthday.line.setText("12-13")
    sheet.submit()
    assert main_window.open_sheet() is None


def test_a_strange_phone_is_kept_and_told(main_window, screen, shop):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("Ana")
    sheet.lines["phone"].setText("ask at home")
    sheet.submit()
    assert "kept as typed" in main_window.toast_text()


def test_a_lunar_birthday_says_when_it_falls_next(main_window, screen):
    strike(screen, "n", CTRL)
    birthday = editor(main_window).birthday
    birthday.line.setText("1990-08-15")
    birthday.calendar.choose(1)
    assert birthday.draft() == "lunar:1990-08-15"
    assert birthday.hint() == "Next on 2027-09-15, turning 37"


def test_words_become_chips_by_enter_and_comma_and_backspace_takes_the_last(main_window, screen):
    strike(screen, "n", CTRL)
    tags = editor(main_window).tags
    tags.line.setFocus()
    type_slowly(main_window, "vip,ok")
    press(main_window, Qt.Key.Key_Return)
    assert tags.words() == ("vip", "ok")
    assert main_window.open_sheet() is not None
    press(main_window, Qt.Key.Key_Backspace)
    assert tags.words() == ("vip",)


def test_rows_of_family_and_own_fields_are_added_and_taken_away(main_window, screen, shop):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.lines["name"].setText("Ana")
    sheet.dependants.add.click()
    child: Any = sheet.dependants.rows[0]
    child.name.setText("Mia")
    child.birthday.show_draft("lunar:L04-10")
    sheet.custom.add.click()
    own: Any = sheet.custom.rows[0]
    own.name.setText("Shoe size")
    own.value.setText("37")
    sheet.custom.add.click()
    sheet.submit()
    member = shop.members.get(all_members(shop)[0].member_id)
    assert [str(each.birthday) for each in member.dependants] == ["lunar:L04-10"]
    assert member.custom == (("Shoe size", "37"),)


def test_everything_in_the_form_that_takes_the_focus_has_a_name(main_window, screen):
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    sheet.dependants.add.click()
    sheet.custom.add.click()
    assert unnamed(sheet) == []


@pytest.mark.parametrize(
    "kept", ["", "1990-03-08", "03-08", "lunar:08-15", "lunar:1990-08-15", "lunar:2020-L04-10"]
)
def test_a_birthday_comes_back_from_the_form_as_it_was(kept):
    typed = typed_birthday(kept)
    assert typed.read() == TypedBirthday(kept).read()


def test_a_text_that_is_no_birthday_stays_to_be_mended():
    assert typed_birthday("soon") == TypedBirthday("soon")


def test_no_string_breaks_the_form(main_window, screen, shop):
    from tests.shared_data import naughty_strings

    member = shop.members.add(MemberDraft(name="Ana")).member
    for text in naughty_strings():
        draft = replace(MemberDraft(name=text), note=text, custom=(("x", text),))
        sheet = screen.sheets().editor
        sheet._show(draft, shop.desk.today())
        assert sheet.draft().name == text
        assert sheet.draft().note == text
        assert sheet.draft().custom == (("x", text),)
    assert member.name == "Ana"


def test_who_brought_a_new_member_along_is_kept_and_nobody_unknown_is(main_window, screen, shop):
    ben = shop.members.add(MemberDraft(name="Ben", phone="13800138000")).member
    strike(screen, "n", CTRL)
    sheet = editor(main_window)
    type_slowly(main_window, "Ana")
    sheet.referrer.setFocus()
    type_slowly(main_window, "13900139000")
    press(main_window, Qt.Key.Key_Return)
    assert sheet.error_of("referrer")
    assert [each.name for each in all_members(shop)] == ["Ben"], "nothing is half done"
    sheet.referrer.selectAll()
    type_slowly(main_window, "13800138000")
    press(main_window, Qt.Key.Key_Return)
    assert main_window.open_sheet() is None
    ana = next(each for each in all_members(shop) if each.name == "Ana")
    assert shop.perks.referrer(ana.member_id) == (ben.number, "Ben")
    strike(screen, "e", CTRL)
    assert not editor(main_window).referrer.isVisible(), "asked once, at enrolment"
