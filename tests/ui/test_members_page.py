"""A member's page, used with real keys on a real shop."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.services.cards import CardState
from app.services.member_types import DependantDraft, MemberDraft, MemberState
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.members.presenting.figures import average_minor, rhythm_tenths
from app.ui.members.view import MembersScreen
from app.ui.scanner import Scanner
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press, scan, strike
from tests.ui.members_room import members_screen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ana(shop):
    return shop.members.add(
        MemberDraft(
            name="曾雨晴",
            phone="13800138000",
            birthday="11-24",
            preferences=("燕麦奶", "靠窗"),
            dependants=(DependantDraft("小满", "女儿", "2020-11-30"),),
            custom=(("鞋码", "37"),),
            note="<b>allergic</b> & careful",
            source="friend",
        )
    )


@pytest.fixture
def screen(main_window: MainWindow, shop, ana) -> MembersScreen:
    sell(shop, 13420, ana.member.member_id)
    made = members_screen(main_window, shop)
    main_window.go("members", ana.member.member_id)
    return made


def toast_undo(window: MainWindow) -> None:
    strike(window, "z", CTRL)


def texts(screen: MembersScreen) -> str:
    """Every word on the page."""
    from PySide6.QtWidgets import QLabel

    labels = [label.text() for label in screen.page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels)


def test_another_section_opens_a_members_page(screen):
    assert screen.showing_page()
    assert screen.page.hasFocus()
    said = texts(screen)
    assert "曾雨晴" in said
    assert "134" in said
    assert "¥134.20" in said


def test_enter_takes_the_member_to_the_cashier(main_window, screen, ana):
    press(screen, Qt.Key.Key_Return)
    assert main_window.current_section() == "cashier"


def test_the_phone_is_hidden_until_the_eye_is_pressed_and_that_is_audited(screen, shop, ana):
    assert screen.page.header.phone_text() == "138****8000"
    screen.page.header.eye.click()
    assert screen.page.header.phone_text() == "138 0013 8000"
    looked = shop.desk.database.value(
        "SELECT count(*) FROM audit_entry WHERE action = 'member.phone_revealed'"
    )
    assert looked == 1
    screen.page.header.eye.click()
    assert screen.page.header.phone_text() == "138****8000"


def test_a_check_in_is_counted_and_told(main_window, screen):
    screen.page.header.check_in.click()
    assert "visit 2" in main_window.toast_text() or "checked in" in main_window.toast_text()
    kinds = [
        screen.page.history.table.paged.row(at).kind
        for at in range(screen.page.history.table.paged.rowCount())
    ]
    assert "check_in" in kinds


def test_freezing_can_be_undone(main_window, screen, shop, ana):
    screen.page.header.moved.emit(MemberState.FROZEN)
    assert shop.members.get(ana.member.member_id).state is MemberState.FROZEN
    toast_undo(main_window)
    assert shop.members.get(ana.member.member_id).state is MemberState.ACTIVE


def test_archiving_a_frozen_member_is_undone_to_frozen(main_window, screen, shop, ana):
    screen.page.header.moved.emit(MemberState.FROZEN)
    screen.page.header.moved.emit(MemberState.ARCHIVED)
    assert not screen.page.header.cashier.isEnabled()
    toast_undo(main_window)
    assert shop.members.get(ana.member.member_id).state is MemberState.FROZEN


def test_a_lost_card_is_stopped_and_found_again(main_window, screen, shop, ana):
    screen.page.tabs.setCurrentIndex(4)
    screen.page.cards.lose.click()
    assert [card.state for card in shop.cards.of_member(ana.member.member_id)] == [CardState.LOST]
    assert screen.page.cards.recover.isVisible()
    screen.page.cards.recover.click()
    assert [card.state for card in shop.cards.of_member(ana.member.member_id)] == [CardState.ACTIVE]


def test_replacing_a_lost_card_is_undone_to_lost(main_window, screen, shop, ana):
    screen.page.tabs.setCurrentIndex(4)
    screen.page.cards.lose.click()
    screen.page.cards.replace.click()
    states = {card.state for card in shop.cards.of_member(ana.member.member_id)}
    assert states == {CardState.ACTIVE, CardState.REPLACED}
    toast_undo(main_window)
    states = {card.state for card in shop.cards.of_member(ana.member.member_id)}
    assert states == {CardState.LOST, CardState.CLOSED}


def test_a_scanned_card_opens_its_member_and_other_codes_are_the_cashiers(
    main_window, screen, shop, qapp
):
    other = shop.members.add(MemberDraft(name="单小明"))
    scanner = Scanner()
    scanner.scanned.connect(main_window.scanned)
    scanner.install(qapp)
    try:
        scan(screen, other.card.code)
        assert screen.page.accessibleName() == "单小明"
        scan(screen, "6901234567892")
        assert main_window.current_section() == "cashier"
    finally:
        qapp.removeEventFilter(scanner)


def test_a_replaced_card_says_so_when_it_is_scanned(main_window, screen, shop, ana):
    shop.cards.replace(ana.card.card_id)
    assert screen.scanned(ana.card.code)
    assert "replaced" in main_window.banner_text()
    screen.scanned(shop.cards.of_member(ana.member.member_id)[0].code)
    assert main_window.banner_text() == ""


def test_points_show_before_and_after(screen):
    screen.page.tabs.setCurrentIndex(1)
    model = screen.page.points.table.paged
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells[-2:] == ["+134", "0 → 134"]


def test_a_note_with_markup_is_shown_as_it_is_written(screen):
    assert "<b>allergic</b> & careful" in texts(screen)


def test_the_details_tell_custom_fields_and_that_nobody_asked_about_marketing(screen):
    screen.page.tabs.setCurrentIndex(5)
    said = texts(screen)
    assert "鞋码" in said
    assert "37" in said
    assert "nobody has asked" in said


def test_a_long_past_grows_as_it_is_scrolled(main_window, screen, shop, ana, clock):
    for _ in range(80):
        clock.forward(hours=1)
        sell(shop, 100, ana.member.member_id)
    main_window.go("members", ana.member.member_id)
    table = screen.page.history.table
    assert table.paged.rowCount() == 60
    table.setFocus()
    press(screen, Qt.Key.Key_End)
    assert table.paged.rowCount() == 81


def test_a_member_without_phone_or_name_has_a_page(main_window, screen, shop):
    nameless = shop.members.add(MemberDraft(phone="13912345678")).member
    main_window.go("members", nameless.member_id)
    assert screen.page.accessibleName() == nameless.number
    phoneless = shop.members.add(MemberDraft(name="X" * 120)).member
    main_window.go("members", phoneless.member_id)
    assert not screen.page.header.eye.isVisible()


def test_everything_on_the_page_that_takes_the_focus_has_a_name(screen):
    for at in range(6):
        screen.page.tabs.setCurrentIndex(at)
        assert unnamed(screen) == []


@pytest.mark.parametrize(
    ("days", "tenths"),
    [
        ([], None),
        ([date(2026, 1, 1)], None),
        ([date(2026, 1, 1), date(2026, 1, 1)], None),
        ([date(2026, 1, 1), date(2026, 1, 11)], 100),
        ([date(2026, 1, 1), date(2026, 1, 4), date(2026, 1, 8)], 35),
    ],
)
def test_the_rhythm_counts_each_day_once(days, tenths):
    assert rhythm_tenths(days) == tenths


def test_the_rhythm_on_the_page_is_of_all_visits_of_twelve_months(main_window, shop, clock):
    """Eleven gaps of 5 days, then 25 of 1 day: 80 days in 36 gaps. The visit before is older."""
    member = add_member(shop, "Ben", "000777")
    sell(shop, 1_000, member)
    clock.forward(days=400)
    for gap in (5,) * 11 + (1,) * 25 + (0,):
        sell(shop, 1_000, member)
        clock.forward(days=gap)
    screen = members_screen(main_window, shop)
    main_window.go("members", member)
    assert "2.2 days apart, 12-month mean" in texts(screen)


def test_an_average_sale_is_rounded_half_up():
    assert average_minor(1001, 2) == 501
    assert average_minor(0, 0) is None


def test_a_line_of_the_past_opens_its_receipt(main_window, screen):
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)
    assert main_window.current_section() == "sales"


def test_left_and_right_go_through_the_tabs_and_down_into_the_open_one(screen):
    for _ in range(4):
        press(screen, Qt.Key.Key_Right)
    assert screen.page.tabs.currentIndex() == 5
    press(screen, Qt.Key.Key_Down)
    assert screen.page.details.area.hasFocus()


def test_the_longest_texts_do_not_widen_the_window(main_window, screen, shop):
    wide = "W" * 60
    member = shop.members.add(
        MemberDraft(
            name="N" * 120,
            source="s" * 120,
            adviser="a" * 120,
            note=wide * 20,
            tags=tuple(f"{wide[:50]}{at}" for at in range(9)),
            preferences=(wide,),
            custom=((wide, wide * 10),),
            dependants=(DependantDraft("D" * 120, "r" * 60, "lunar:08-15"),),
        )
    ).member
    main_window.resize(1024, 640)
    main_window.go("members", member.member_id)
    for at in range(6):
        screen.page.tabs.setCurrentIndex(at)
        screen.grab()
        assert main_window.width() == 1024
        assert screen.page.details.area.horizontalScrollBar().maximum() == 0
    assert not screen.page.side.isVisible()
    main_window.resize(1366, 768)
    screen.grab()
    assert screen.page.side.isVisible()
    assert screen.page.side.widget().width() <= screen.page.side.width()


def test_every_naughty_name_is_shown_as_it_is_written(main_window, screen, shop):
    from app.errors import ShopError
    from tests.shared_data import naughty_strings

    for text in naughty_strings()[::7]:
        try:
            member = shop.members.add(
                MemberDraft(name=text, phone="", note=text, tags=(text[:50],)), with_card=False
            ).member
        except ShopError:
            continue
        main_window.go("members", member.member_id)
        # Qt has no U+FFFE, which marks the order of bytes.
        assert screen.page.accessibleName() == member.name.replace("\ufffe", "")
        screen.page.grab()
