"""The settings by keyboard: what is saved, refused, taken back and followed."""

import gc
import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
)

from app.config import TillConfig
from app.services.settings import ShopSettings
from app.ui.accessible import unnamed
from app.ui.loyalty.view import LoyaltyScreen
from app.ui.settings.backups_page import BackupsPage
from app.ui.settings.colour_control import ColourControl
from app.ui.settings.controls import ChoiceControl
from app.ui.settings.data_page import DataPage
from app.ui.settings.documents_page import DocumentsPage
from app.ui.settings.page import Page
from app.ui.settings.points_page import PointsPage
from app.ui.settings.shop_page import ShopPage
from app.ui.settings.till_page import TillPage
from app.ui.settings.view import PAGES, SettingsScreen
from app.ui.widgets.labels import Label
from tests.shared_data import naughty_strings
from tests.shop_builder import add_product
from tests.ui.conftest import press
from tests.ui.settings_help import field, go_to, open_settings, save, undo


@pytest.fixture
def settings(shown, shop) -> SettingsScreen:
    return open_settings(shown, shop)[1]


def type_over(screen: SettingsScreen, name: str, text: str) -> None:
    """Select what stands in the field and type something else."""
    control = field(screen, name)
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    control.selectAll()
    if text.isascii():
        QTest.keyClicks(control, text)
    elif isinstance(control, QLineEdit):
        control.insert(text)
    else:
        control.insertPlainText(text)


def every_page(screen: SettingsScreen) -> Iterator[Page]:
    """Each page, brought to the front."""
    for at in range(len(PAGES)):
        screen.list.setCurrentRow(at)
        yield screen.page()


def test_every_setting_of_the_shop_has_a_control(settings):
    here = {name for page in every_page(settings) for name in page.form.names()}
    # Limits of groups and which hints are said stand beside what they change, under Insight.
    beside = {n.name for n in fields(ShopSettings) if n.name[:4] in ("rfm_", "stag", "hint")}
    assert {f.name for f in fields(ShopSettings)} - {"demo"} - beside <= here


def test_every_setting_of_the_till_that_a_person_may_choose_has_a_control(settings):
    here = {
        name
        for page in every_page(settings)
        for form in (page.form, page.till_form)
        for name in form.names()
    }
    not_chosen = {"data_dir", "window"}
    assert {f.name for f in fields(TillConfig)} - not_chosen <= here


def test_every_control_has_a_name_for_those_who_listen(settings):
    for page in every_page(settings):
        assert not unnamed(settings), f"{type(page).__name__}: {unnamed(settings)}"


def test_the_list_shows_a_page_by_arrow_and_enters_it_by_enter(settings):
    assert settings.list.hasFocus()
    press(settings, Qt.Key.Key_Down)
    assert isinstance(settings.page(), DocumentsPage)
    press(settings, Qt.Key.Key_Up)
    press(settings, Qt.Key.Key_Return)
    assert settings.page().form.control("name").hasFocus()
    press(settings, Qt.Key.Key_Escape)
    assert settings.list.hasFocus()


def test_what_is_saved_is_stored_and_told_to_other_screens(shown, shop):
    window, settings = open_settings(shown, shop)
    told: list[str] = []
    window.tell_changed = lambda topic, by=None: told.append(topic)  # type: ignore[method-assign]
    type_over(settings, "name", "R&D <b>Café</b>")
    save(settings)
    assert shop.desk.settings.name == "R&D <b>Café</b>"
    assert shop.desk.settings.currency == "CNY"
    assert told == ["settings"]


def test_a_save_can_be_taken_back_for_eight_seconds(settings, shop):
    type_over(settings, "phone", "0571-1")
    save(settings)
    assert shop.desk.settings.phone == "0571-1"
    undo(settings)
    assert shop.desk.settings.phone == ""
    assert settings.page().form.control("phone").value() == ""


def test_undo_in_a_field_takes_back_the_typing_first(settings, shop):
    type_over(settings, "address", "1 Road")
    undo(settings)
    assert settings.page().form.control("address").value() == ""
    assert shop.desk.settings.address == ""


def test_a_page_with_unsaved_changes_says_so_and_keeps_them(settings):
    type_over(settings, "subtitle", "Coffee")
    page = settings.page()
    assert page.note.text()
    go_to(settings, PointsPage)
    first = settings.list.item(0)
    assert "not saved" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    assert page.form.control("subtitle").value() == "Coffee"
    page.discard.click()
    assert page.form.control("subtitle").value() == ""
    assert not page.form.is_changed()


def test_changes_begun_on_one_page_outlive_a_save_on_another(settings, shop):
    type_over(settings, "subtitle", "Coffee")
    go_to(settings, DocumentsPage)
    type_over(settings, "receipt_footer", "Thanks")
    save(settings)
    assert shop.desk.settings.receipt_footer == "Thanks"
    go_to(settings, ShopPage)
    assert settings.page().form.control("subtitle").value() == "Coffee"
    save(settings)
    assert (shop.desk.settings.subtitle, shop.desk.settings.receipt_footer) == ("Coffee", "Thanks")


def test_what_is_typed_on_while_a_save_is_under_way_stays(shown, shop):
    window, settings = open_settings(shown, shop)
    waiting: list[Callable[[], None]] = []
    tasks = window.tasks
    run = tasks.run
    tasks.run = lambda *work: waiting.append(lambda: run(*work))  # type: ignore[method-assign]
    type_over(settings, "phone", "1")
    save(settings)
    type_over(settings, "phone", "12")
    type_over(settings, "address", "Road")
    while waiting:
        waiting.pop(0)()
    page = settings.page()
    assert shop.desk.settings.phone == "1"
    assert (page.form.control("phone").value(), page.form.control("address").value()) == (
        "12",
        "Road",
    )
    assert page.form.is_changed()


@pytest.mark.parametrize(
    ("page", "name", "typed", "said"),
    [
        (ShopPage, "name", " ", "missing"),
        (ShopPage, "time_zone", "Moon/Crater", "time zone"),
        (ShopPage, "region", "Atlantis", "known values"),
        (ShopPage, "tax_rate_bp", "130", "percentage"),
        (ShopPage, "cash_step_minor", "0", "outside"),
        (DocumentsPage, "brand_colour", "teal", "colour"),
        (DocumentsPage, "return_days", "x", "whole number"),
        (DocumentsPage, "return_days", "9999", "outside"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(settings, shop, page, name, typed, said):
    before = (shop.desk.settings, shop.desk.scheme)
    go_to(settings, page)
    type_over(settings, name, typed)
    if not typed:
        field(settings, name).clear()  # type: ignore[attr-defined]
        settings.page().form.edited.emit()
    save(settings)
    row = settings.page().form.row(name)
    assert row is not None
    assert row.has_error()
    assert said in row.field.accessibleDescription()
    assert (shop.desk.settings, shop.desk.scheme) == before


def test_the_currency_is_settled_by_the_first_product(settings, shop):
    control = settings.page().form.control("currency")
    assert control.isEnabled()
    control.show_value("JPY")
    save(settings)
    assert shop.desk.settings.currency == "JPY"
    add_product(shop, "tea", 100)
    go_to(settings, PointsPage)
    go_to(settings, ShopPage)
    assert not control.isEnabled()
    assert "no longer" in settings.page().form.row("currency")._note.text()


def choose_currency(screen: SettingsScreen, code: str) -> None:
    """As a person does in the list."""
    control = screen.page().form.control("currency")
    assert isinstance(control, ChoiceControl)
    at = control._shown.index(code)
    control.setCurrentIndex(at)
    control.activated.emit(at)


def test_in_another_currency_the_steps_stay_the_same_amounts(settings, shop):
    def steps() -> list[str]:
        form = settings.page().form
        return [form.control(name).text() for name in ("cash_step_minor", "round_down_minor")]

    assert steps() == ["0.01", "0.10"]
    choose_currency(settings, "KWD")
    assert steps() == ["0.001", "0.100"], "nothing was rounded, nothing is"
    choose_currency(settings, "JPY")
    assert steps() == ["1", "1"]
    choose_currency(settings, "CNY")
    assert steps() == ["0.01", "0.10"], "back as it was"
    type_over(settings, "cash_step_minor", "0.50")
    choose_currency(settings, "KWD")
    assert steps() == ["0.500", "0.100"]
    save(settings)
    stored = shop.desk.settings
    assert (stored.cash_step_minor, stored.round_down_minor) == (500, 100)
    undo(settings)
    stored = shop.desk.settings
    assert (stored.currency, stored.cash_step_minor, stored.round_down_minor) == ("CNY", 1, 10)
    assert steps() == ["0.01", "0.10"]


def test_a_time_zone_is_found_by_a_part_of_its_name(settings, shop):
    field(settings, "time_zone")
    type_over(settings, "time_zone", "kuala")
    control = settings.page().form.control("time_zone")
    popup = control.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    save(settings)
    assert shop.desk.settings.time_zone == "Asia/Kuala_Lumpur"


def test_a_logo_is_shown_stored_and_removed_and_what_is_no_picture_refused(
    settings, shop, tmp_path
):
    picture, text, huge = tmp_path / "logo.png", tmp_path / "logo.txt", tmp_path / "huge.png"
    pixmap = QPixmap(64, 32)
    pixmap.fill(QColor("#0F6E63"))
    pixmap.save(str(picture))
    text.write_text("no picture")
    huge.write_bytes(picture.read_bytes() + b"\0" * 1_000_000)
    logo = settings.page().form.control("logo")
    for path in (text, huge, tmp_path / "missing.png"):
        logo.ask_file = lambda path=path: str(path)
        logo.choose.click()
        assert logo.value() == b""
    logo.ask_file = lambda: str(picture)
    logo.choose.click()
    assert logo.picture.has_picture()
    save(settings)
    assert shop.desk.settings.logo == picture.read_bytes()
    logo.remove.click()
    save(settings)
    assert shop.desk.settings.logo == b""


def test_the_preview_follows_what_is_typed_before_it_is_saved(settings, shop):
    page = go_to(settings, DocumentsPage)
    assert isinstance(page, DocumentsPage)
    before = page.paper.grab().toImage()
    colours = page.form.control("brand_colour")
    assert isinstance(colours, ColourControl)
    colours.swatches[5].click()
    QTest.qWait(200)
    assert page.paper.grab().toImage() != before
    assert page.draft().brand_colour == "#B3261E"
    assert shop.desk.settings.brand_colour == "#0F6E63"


def test_points_say_what_holds_and_lead_to_where_it_is_set(shown, shop):
    window, settings = open_settings(shown, shop, PointsPage)
    page = settings.page()
    assert isinstance(page, PointsPage)
    words = "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())
    assert "1 point for each ¥1.00 paid" in words
    shop.schemes.use(shop.schemes.preset("coffee"))
    page.activated()
    QApplication.processEvents()
    words = "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())
    assert "Gold: from 1,200 points" in words
    page.go.click()
    assert isinstance(window.current_screen(), LoyaltyScreen)


def test_the_tills_own_choices_are_followed_at_once_and_taken_back(shown, shop):
    window, settings = open_settings(shown, shop)
    saved: list[TillConfig] = []
    window.config_saved.connect(saved.append)
    go_to(settings, TillPage)
    field(settings, "theme")
    press(settings, Qt.Key.Key_Left)
    assert saved[-1].theme == "dark"
    undo(settings)
    assert saved[-1].theme == "system"
    assert settings.page().till_form.control("theme").value() == "system"


@pytest.mark.parametrize(("own", "followed"), [("", True), ("en", False)])
def test_screens_that_speak_as_the_shop_follow_its_language(shown, shop, own, followed):
    window, settings = open_settings(shown, shop, ShopPage, language=own)
    saved: list[TillConfig] = []
    window.config_saved.connect(saved.append)
    language = settings.page().form.control("language")
    language.show_value("zh_TW")
    settings.page().form.edited.emit()
    save(settings)
    assert shop.desk.settings.language == "zh_TW"
    assert bool(saved) is followed


def test_naughty_strings_are_stored_as_typed_or_refused_with_a_reason(settings, shop):
    names = ("name", "subtitle", "address", "phone")
    strings = naughty_strings()
    random.Random(1).shuffle(strings)
    form = settings.page().form
    for text in strings[:60]:
        for name in names:
            form.control(name).show_value(text)
        save(settings)
        stored = shop.desk.settings
        kept = all(getattr(stored, name) == text[:400] for name in names)
        assert kept or any(form.row(name).has_error() for name in names), repr(text)
        settings.page().show_stored()


def test_all_pages_are_in_the_list(settings):
    assert settings.list.count() == len(PAGES)
    assert all(settings.list.item(at).text() for at in range(settings.list.count()))


def test_a_time_zone_that_is_not_offered_is_kept_and_counts_as_saved(shown, shop):
    shop.settings.save(replace(shop.desk.settings, time_zone="Etc/UTC"))
    _, screen = open_settings(shown, shop, ShopPage)
    page = screen.page()
    assert page.form.control("time_zone").value() == "Etc/UTC"
    assert not page.form.is_changed()
    type_over(screen, "time_zone", "Etc/Nowhere")
    assert page.form.is_changed()
    save(screen)
    assert shop.settings.get().time_zone == "Etc/UTC"


def test_pages_that_were_walked_by_keys_stay_whole(shown, shop, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window, screen = open_settings(shown, shop)
    for _ in every_page(screen):
        press(screen, Qt.Key.Key_Return)
        inside = window.focusWidget()
        assert inside is not None
        assert screen.page().isAncestorOf(inside)
        press(screen, Qt.Key.Key_Escape)
    for kind in (DataPage, BackupsPage, DataPage):
        go_to(screen, kind)
        for _enter_and_press in range(2):
            press(screen, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.open_sheet() is None)
        gc.collect()
    for page in every_page(screen):
        assert any(area.isVisible() for area in page.findChildren(QAbstractScrollArea))
