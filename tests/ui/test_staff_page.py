"""The staff page: people in their sheets, limits with Save, the lock at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.rules.powers import Power, Role
from app.ui.main_window import MainWindow
from app.ui.settings.person_sheet import ROLES
from app.ui.tasks import InlineTasks
from tests.shop_builder import sentences
from tests.ui.conftest import press


@pytest.fixture
def window(shop, shown):
    made = MainWindow(
        config=shop.config, tasks=InlineTasks(), sentence=sentences(shop), language=lambda: "en"
    )
    shown(made)
    made.shop_opened(shop)
    made.go("settings")
    return made


def page_of(window, name):
    screen = window.current_screen()
    screen.asked(name)
    return screen.page()


def test_a_person_is_added_changed_and_disabled_in_a_sheet(window, shop):
    page = page_of(window, "staff")
    page.add.click()
    sheet = window.open_sheet()
    sheet.name.setText("Lin")
    sheet.pin.setText("1234")
    sheet.store()
    assert "guess" in sheet._rows["pin"]._note.text()
    sheet.pin.setText("9047")
    sheet.store()
    assert window.open_sheet() is None
    (_, lin) = shop.staff.list()
    assert (lin.name, lin.role, lin.has_pin) == ("Lin", Role.CLERK, True)
    page.rows[1].click()
    sheet = window.open_sheet()
    sheet.role.choose(ROLES.index(Role.MANAGER))
    press(window, Qt.Key.Key_Return)
    assert shop.staff.get(lin.staff_id).role is Role.MANAGER
    page.rows[1].click()
    window.open_sheet().active.click()
    assert not shop.staff.get(lin.staff_id).active
    assert len(page.rows) == 1
    page.left.click()
    assert len(page.rows) == 2


def test_a_commission_is_set_and_a_pin_taken_away_in_the_sheet(window, shop):
    shop.staff.add("Lin", Role.CLERK, "9047")
    page = page_of(window, "staff")
    page.activated()
    page.rows[1].click()
    sheet = window.open_sheet()
    assert sheet.commission.text() == "0"
    sheet.commission.setText("a lot")
    sheet.store()
    assert sheet._rows["commission"]._note.text()
    sheet.commission.setText("7.5")
    sheet.store()
    assert [each.rate_bp for each in shop.commissions.servers() if each.name == "Lin"] == [750]
    page.rows[1].click()
    sheet = window.open_sheet()
    assert sheet.commission.text() == "7.5"
    sheet.no_pin.click()
    assert window.open_sheet() is None
    assert not shop.staff.list()[1].has_pin
    page.rows[1].click()
    assert window.open_sheet().no_pin.isHidden()


def test_the_only_owner_is_not_disabled(window, shop):
    page = page_of(window, "staff")
    page.rows[0].click()
    sheet = window.open_sheet()
    sheet.active.click()
    assert "only owner" in sheet.error.text()


def test_a_card_is_saved_from_the_sheet(window, shop, tmp_path):
    page = page_of(window, "staff")
    page.rows[0].click()
    window.open_sheet().save_card(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").stat().st_size > 1000
    assert shop.staff.list()[0].has_card


def test_limits_are_stored_with_save_and_nonsense_is_refused(window, shop):
    page = page_of(window, "staff")
    cell = page.limits._cells[Power.DISCOUNT, Role.CLERK]
    assert cell.limit.text() == "10"
    cell.limit.setText("15")
    cell.limit.textEdited.emit("15")
    page.limits._cells[Power.VOID, Role.CLERK].tick.click()
    assert page.save_button.isEnabled()
    page.save()
    assert shop.desk.limits.clerk.limits[Power.DISCOUNT] == 1_500
    assert Power.VOID in shop.desk.limits.clerk.may
    assert not page.form.is_changed()
    cell.limit.setText("a lot")
    cell.limit.textEdited.emit("a lot")
    page.save()
    assert shop.desk.limits.clerk.limits[Power.DISCOUNT] == 1_500
    assert window.banner_text()


def test_the_minutes_of_the_lock_are_this_tills_and_hold_at_once(window):
    page = page_of(window, "staff")
    control = page.till_form.control("lock_minutes")
    control.setCurrentIndex(0)
    control.activated.emit(0)
    assert window.config.lock_minutes == 0


def test_the_trail_is_shown_filtered_and_saved(window, shop, tmp_path):
    shop.staff.add("Lin", Role.CLERK)
    page = page_of(window, "audit")
    page.activated()
    assert page.trail.paged.rowCount() == 1
    page.action.setCurrentIndex(page.action.findData("staff.added"))
    page.read()
    assert page.trail.paged.row(0).subject == "Lin"
    page.save_as(tmp_path / "trail.csv")
    assert "staff.added" in (tmp_path / "trail.csv").read_text("utf-8-sig")
    page.view.choose(1)
    page.read()
    assert page.people.paged.rowCount() == 2
    page.save_as(tmp_path / "odd.csv")
    assert "Lin" in (tmp_path / "odd.csv").read_text("utf-8-sig")
