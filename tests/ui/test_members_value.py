"""Points, coupons, passes, plan and wallet on a member's page, on a real shop."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.services.coupons import CouponState
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.scheme.offers import Reward
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from app.ui.accessible import unnamed
from app.ui.members.page_view import HOLDINGS, WALLET
from app.ui.members.presenting.holdings import holdings
from app.ui.members.view import MembersScreen
from app.ui.widgets.buttons import SecondaryButton
from tests.scheme_builder import counter_scheme, fill_counter, use
from tests.shop_builder import add_product, cart_of
from tests.ui.conftest import press, strike
from tests.ui.members_room import members_screen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ana(shop):
    use(shop, counter_scheme(shop.desk.settings.money))
    member = shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member
    fill_counter(shop, member.member_id)
    return member.member_id


@pytest.fixture
def screen(main_window, shop, ana) -> MembersScreen:
    made = members_screen(main_window, shop)
    main_window.go("members", ana)
    return made


def row(screen: MembersScreen, kind: str):
    assert screen._presenter is not None
    page = screen._presenter.page.page
    assert page is not None
    found = dict(holdings(page))
    return found[kind][0]


def answer(screen: MembersScreen, reason: str, points: str = "") -> None:
    sheet = screen.sheets().value.sheet
    sheet.points.setText(points)
    sheet.reason.setText(reason)
    sheet.accept()


def test_the_page_shows_tier_wallet_and_what_is_missing(screen):
    said = {screen.page.figures.last.accessibleName(), screen.page.figures.spent.accessibleName()}
    assert "金卡" in screen.page.header._tier.text() or "Gold" in screen.page.header._tier.text()
    assert any("¥580.00" in text and "500.00" in text for text in said)
    assert any("¥19,550.00" in text for text in said)


def test_points_are_adjusted_with_a_reason_and_undone(main_window, screen, shop, ana):
    before = shop.loyalty.standing(ana).points.balance
    screen.page.adjust.click()
    sheet = screen.sheets().value.sheet
    answer(screen, "", "50")
    assert shop.loyalty.standing(ana).points.balance == before
    sheet.points.setText("50")
    sheet._show_move()
    assert f"{before:,} → {before + 50:,}" in sheet.moved()
    answer(screen, "a review", "50")
    assert sheet.isHidden()
    assert shop.members.points_entries(ana, 1)[0].reason == "a review"
    assert shop.loyalty.standing(ana).points.balance == before + 50
    strike(main_window, "z", CTRL)
    assert shop.loyalty.standing(ana).points.balance == before


def test_more_points_than_held_are_refused_in_the_sheet(screen, shop, ana):
    before = shop.loyalty.standing(ana).points.balance
    screen.page.adjust.click()
    answer(screen, "too many", "-999999")
    sheet = screen.sheets().value.sheet
    assert not sheet.isHidden()
    assert "999,999" in sheet._error.text()
    assert shop.loyalty.standing(ana).points.balance == before


def test_a_coupon_is_issued_and_undo_revokes_it(main_window, screen, shop, ana):
    screen.page.holdings.issue.click()
    answer(screen, "")
    assert len(shop.coupons.listed(ana)) == 3
    strike(main_window, "z", CTRL)
    states = [coupon.state for coupon in shop.coupons.listed(ana)]
    assert states.count(CouponState.REVOKED) == 1


def test_a_coupon_is_revoked_with_a_reason(screen, shop, ana):
    code = row(screen, "coupon").id
    screen.page.holdings.buttons["coupon", code].click()
    answer(screen, "")
    assert shop.coupons.find(code).state is CouponState.ISSUED
    answer(screen, "given by mistake")
    assert shop.coupons.find(code).state is CouponState.REVOKED
    assert ("coupon", code) not in screen.page.holdings.buttons


def test_a_perk_and_a_pass_are_used_and_given_back(main_window, screen, shop, ana):
    for kind, left in (("perk", 3), ("pass", 9)):
        screen.page.holdings.buttons[kind, row(screen, kind).id].click()
        assert row(screen, kind).left == left - 1
        strike(main_window, "z", CTRL)
        assert row(screen, kind).left == left


def test_a_plan_is_cancelled_after_it_was_said_what_comes_back(screen, shop, ana):
    screen.page.holdings.buttons["plan", "monthly"].click()
    sheet = screen.sheets().value.sheet
    assert "¥0.00" in sheet._facts.text()
    answer(screen, "moves away")
    assert shop.loyalty.standing(ana).plan.cancelled


def test_a_wallet_is_paid_out_after_it_was_said_what_becomes_void(screen, shop, ana):
    screen.page.pay_out.click()
    sheet = screen.sheets().value.sheet
    assert "¥500.00" in sheet._facts.text()
    assert "¥80.00" in sheet._facts.text()
    answer(screen, "moves away")
    assert shop.wallets.held_minor(ana) == 0
    assert not screen.page.pay_out.isEnabled()


def test_f8_takes_the_member_to_the_counter_with_the_top_up_open(main_window, screen, ana):
    press(screen, Qt.Key.Key_F8)
    assert main_window.current_section() == "cashier"
    cashier = main_window.current_screen()
    assert cashier._presenter.strip.member_id == ana
    assert not cashier._sheets.value.charge.isHidden()


def test_what_a_member_may_owe_is_set_on_their_page_and_written_off(screen, shop, ana):
    screen.sheets().value.act(row(screen, "account"))
    answer(screen, "ten")
    assert not screen.sheets().value.sheet.isHidden()
    answer(screen, "500")
    assert shop.accounts.owed(ana).limit_minor == 50_000
    cart = cart_of(add_product(shop, "Box", 10_000), member=ana)
    total = shop.checkout.quote(cart).total_minor
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.ON_ACCOUNT, total),))
    screen._presenter.page.reload()
    rows = dict(holdings(screen._presenter.page.page))["account"]
    assert [(each.kind, each.amount_minor) for each in rows[1:]] == [
        ("account", total),
        ("owing", total),
    ]
    screen.sheets().value.act(rows[1])
    answer(screen, "moved away")
    assert shop.accounts.owed(ana).owed_minor == 0


def test_a_wallet_is_paid_out_by_another_tender_than_cash(screen, shop, ana):
    screen._presenter.value.ask_close(screen._presenter.page.page)
    sheet = screen.sheets().value.sheet
    sheet.choices.setCurrentRow(1)
    answer(screen, "moves away")
    database = shop.desk.database
    kinds = database.rows(
        "SELECT taking_tender.kind FROM taking_tender JOIN taking ON taking.id = taking_id"
        " WHERE taking.kind = 'wallet_close'"
    )
    assert kinds == [("wechat",)]


def test_a_shop_without_a_wallet_shows_no_tab_for_it(main_window, shop):
    member = shop.members.add(MemberDraft(name="Ben")).member
    screen = members_screen(main_window, shop)
    main_window.go("members", member.member_id)
    assert not screen.page.tabs.isTabVisible(WALLET)
    assert screen.page.tabs.isTabVisible(HOLDINGS)  # what they may owe is set there
    assert not screen.page.header.top_up.isVisible()


def test_everything_that_takes_the_focus_has_a_name(screen):
    for at in range(6):
        screen.page.tabs.setCurrentIndex(at)
        assert unnamed(screen) == []


def test_a_reward_is_handed_out_with_its_code_for_its_points(main_window, screen, shop, ana):
    scheme = shop.desk.scheme
    miles = Reward("miles", words("500 miles"), 200, outside=words("miles"))
    use(shop, replace(scheme, rewards=(*scheme.rewards, miles)))
    screen.shop_changed("settings")
    before = shop.loyalty.standing(ana).points.usable
    screen.page.header.reward_asked.emit()
    sheet = screen.sheets().value.sheet
    assert unnamed(sheet) == []
    assert sheet.choices.count() == len(screen._presenter.page.page.handed_out)
    sheet.choices.setCurrentRow(sheet.choices.count() - 1)
    answer(screen, "AIR-1")
    assert shop.loyalty.standing(ana).points.usable == before - 200
    assert sheet.isHidden()


def test_the_page_names_who_brought_the_member_along(screen, shop, ana):
    ben = shop.members.add(MemberDraft(name="Ben")).member.member_id
    shop.perks.refer(ben, ana)
    screen._presenter.open(ben)
    assert screen._presenter.page.page.referrer[1] == "Ana"
    assert "Ana" in screen.page.header._facts.text()


def test_points_stand_by_their_last_day_and_none_lapse_is_said(screen):
    from datetime import date

    from app.services.standing import PointsHeld
    from app.ui.members.lapses import Lapses

    assert screen.page.side.lapses.words.text() == "None of the points lapse."
    shown, days = Lapses(), ((date(2026, 12, 5), 1_200), (date(2027, 1, 31), 40))
    shown.show_points(PointsHeld(1_300, 1_300, 0, 0, expiring=days), date(2026, 11, 21))
    assert shown.bars.accessibleDescription() == "2026-12-05 1,200, 2027-01-31 40"
    assert shown.words.text() == "60 more never lapse."
    shown.show_points(PointsHeld(0, 0, 0, 0), date(2026, 11, 21))
    assert shown.is_empty


def test_a_pass_is_paid_back_for_the_uses_left_and_ends(main_window, screen, shop, ana):
    passed = row(screen, "pass")
    minor = shop.passes.refundable_minor(UUID(passed.id))
    assert minor > 0
    button = next(
        each
        for each in screen.page.holdings.findChildren(SecondaryButton)
        if each.accessibleName().startswith("Pay back")
    )
    button.click()
    sheet = screen.sheets().value.sheet
    assert f"Uses {passed.left} → 0" in sheet._facts.text()
    answer(screen, "")
    assert not sheet.isHidden(), "why is always asked"
    sheet.reason.setText("moved away")
    press(main_window, Qt.Key.Key_Return)
    assert sheet.isHidden()
    assert "is paid back" in main_window.toast_text()
    assert shop.passes.find(UUID(passed.id)).uses_left == 0
    paid = shop.desk.database.value("SELECT amount_minor FROM taking WHERE kind = 'pass_refund'")
    assert paid == -minor
