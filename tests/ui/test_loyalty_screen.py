"""The screen of loyalty: the gallery, a scheme whole, and putting one in force, by real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.offers import Benefit, BenefitKind, Promotion
from app.services.rules.scheme.words import words
from app.ui.accessible import unnamed
from app.ui.loyalty.view import LoyaltyScreen
from app.ui.widgets.labels import Label
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press, type_slowly
from tests.ui.goods_room import window_on

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(shown, shop):
    made = window_on(shop, "loyalty")
    shown(made)
    return made


@pytest.fixture
def screen(window) -> LoyaltyScreen:
    found = window.current_screen()
    assert isinstance(found, LoyaltyScreen)
    return found


def choose(screen, name: str) -> None:
    names = [entry.scheme.name for entry in screen._presenter.gallery.entries]
    screen.list.setCurrentRow(names.index(name))


def texts(screen) -> str:
    return "\n".join(label.text() for label in screen.page.findChildren(Label))


def test_the_gallery_begins_with_the_scheme_in_force_and_marks_it(screen, shop):
    presenter = screen._presenter
    marked = [entry.scheme.name for entry in presenter.gallery.entries if entry.in_force]
    assert marked == [shop.schemes.in_force().name]
    assert screen.page.shown().scheme.name == marked[0]
    assert not screen.page.use.isVisible()


def test_the_arrow_keys_show_each_scheme_in_plain_words(window, screen):
    screen.list.setFocus()
    choose(screen, "coffee")
    assert "150" in texts(screen)
    press(window, Qt.Key.Key_Down)
    shown = screen.page.shown().scheme
    assert shown.name == "warehouse"
    assert screen.page.title.text()
    press(window, Qt.Key.Key_Return)
    assert screen.page.scroller.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert screen.list.hasFocus()


def test_a_preset_is_put_in_force_from_the_keyboard_and_can_be_taken_back(window, screen, shop):
    before = shop.schemes.in_force()
    choose(screen, "beauty")
    screen.page.use.setFocus()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    assert (shop.desk.scheme.name, shop.desk.scheme.version) == ("beauty", before.version + 1)
    assert screen.page.shown().in_force
    window._toast.undo()
    assert (shop.desk.scheme.name, shop.desk.scheme.version) == (before.name, before.version + 2)


def test_a_later_day_is_kept_and_shown_among_the_versions(window, screen, shop, clock):
    day = shop.desk.today() + timedelta(days=10)
    choose(screen, "coffee")
    screen.page.use.click()
    sheet = window.open_sheet()
    sheet.day.selectAll()
    type_slowly(window, day.isoformat())
    sheet.notice.setPlainText("Stars from the tenth day")
    press(window, Qt.Key.Key_S, CTRL)
    assert window.open_sheet() is None
    assert shop.desk.scheme.name == "simple"
    newest = shop.schemes.versions()[0]
    assert (newest.active_from, newest.scheme.notice.said("en")) == (
        day,
        "Stars from the tenth day",
    )
    clock.forward(days=10)
    assert shop.desk.scheme.name == "coffee"


@pytest.mark.parametrize("typed", ["", "2026-02-30", "soon", "1999-01-01"])
def test_a_day_that_is_none_or_past_is_refused_beside_its_field(window, screen, shop, typed):
    choose(screen, "coffee")
    screen.page.use.click()
    sheet = window.open_sheet()
    sheet.day.setText(typed)
    press(window, Qt.Key.Key_Return)
    assert sheet.day_row.has_error()
    assert shop.desk.scheme.name == "simple"


def test_an_old_version_can_be_looked_at_and_used_again(window, screen, shop):
    screen._presenter.use(shop.schemes.preset("coffee"), shop.desk.today(), "")
    screen._presenter.look(1)
    assert screen.page.shown().version == 1
    assert screen.page.use.isVisible()
    screen.page.use.click()
    press(window, Qt.Key.Key_Return)
    assert (shop.desk.scheme.name, shop.desk.scheme.version) == ("simple", 3)


def test_everything_that_takes_the_focus_has_a_name(window, screen):
    assert unnamed(window) == []


def test_every_preset_says_something_in_every_language(screen):
    for entry in screen._presenter.gallery.entries:
        for language in ("zh_CN", "zh_TW", "en"):
            screen.page.show_entry(entry, (), language)
            assert screen.page.title.text()
            assert len(texts(screen)) > 40, (entry.scheme.name, language)


def test_the_first_day_of_next_month_is_one_key_away(window, screen):
    choose(screen, "gym")
    screen.page.use.click()
    sheet = window.open_sheet()
    sheet.next_month.click()
    chosen = date.fromisoformat(sheet.day.text())
    assert chosen.day == 1
    assert chosen > screen._presenter.gallery.today


def all_free() -> Scheme:
    """Everything for nothing: what no shop may put in force."""
    gift = Promotion("all", words("All free"), Benefit(BenefitKind.PERCENT_OFF, percent_bp=10_000))
    return replace(simple_scheme(1, 100), promotions=(gift,))


def test_a_scheme_that_gives_everything_away_cannot_be_put_in_force(window, screen, shop):
    before = shop.desk.scheme.version
    screen._ask_use_of(all_free())
    sheet = window.open_sheet()
    found = "\n".join(label.text() for label in sheet.checks.findChildren(Label))
    assert "gives everything away" in found
    assert "¥0.00 to pay" in found
    assert not sheet.done.isEnabled()
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.desk.scheme.version == before
    sheet.checks.mend.click()
    assert window.open_sheet() is None
    assert screen.editor.isVisible()


def test_a_warning_is_read_and_does_not_bar_the_way(window, screen, shop):
    half = Benefit(BenefitKind.PERCENT_OFF, percent_bp=5_000)
    scheme = replace(all_free(), promotions=(Promotion("half", words("Half"), half),))
    screen._ask_use_of(scheme)
    sheet = window.open_sheet()
    found = "\n".join(label.text() for label in sheet.checks.findChildren(Label))
    assert "below cost" in found
    assert sheet.done.isEnabled()
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.desk.scheme.promotions == scheme.promotions


def test_a_sound_scheme_is_told_to_be_sound(window, screen):
    screen._ask_use_of(simple_scheme(1, 100))
    labels = window.open_sheet().checks.findChildren(Label)
    assert any("nothing goes wrong" in label.text() for label in labels)


def test_words_for_members_of_two_lines_are_kept_as_one(window, screen, shop):
    screen._ask_use_of(simple_scheme(1, 100))
    sheet = window.open_sheet()
    sheet.notice.setPlainText("New rules.\nSame points.")
    press(window, Qt.Key.Key_S, CTRL)
    shop.desk.reload()
    assert shop.desk.scheme.notice.said("en") == "New rules. Same points."


def test_words_that_no_scheme_can_hold_are_refused_and_the_shop_stays_readable(
    window, screen, shop
):
    before = shop.desk.scheme
    screen._ask_use_of(simple_scheme(1, 100))
    sheet = window.open_sheet()
    sheet.notice.setPlainText("bell \x07")
    press(window, Qt.Key.Key_S, CTRL)
    assert sheet.notice_row.has_error()
    shop.desk.reload()
    assert shop.desk.scheme == before


def test_members_are_lifted_at_once_where_the_sheet_is_asked_to(window, screen, shop):
    member = add_member(shop)
    sell(shop, 60_000, member)
    choose(screen, "beauty")
    screen.page.use.click()
    sheet = window.open_sheet()
    assert unnamed(sheet) == []
    sheet.lift.setFocus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_S, CTRL)
    assert shop.desk.scheme.name == "beauty"
    assert shop.loyalty.standing(member).tier.tier == "vib"
