"""The first start, by keys: four steps that may all be left as they stand, and a shop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config import TillConfig
from app.services.printing import transports
from app.services.printing.trial import TRIAL_CODE
from app.services.scheme_files import PRESETS
from app.shop import Shop, create_shop, make_demo, open_shop
from app.ui import printing
from app.ui.application import Doors
from app.ui.first_run import FirstRun
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from tests.escpos_reader import read
from tests.services.printing.fake_printer import FakePrinter
from tests.ui.conftest import press, type_slowly

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "printer_names", lambda: ("Office", "XP-80"))
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.4)
    window = MainWindow(
        config=TillConfig(data_dir=tmp_path / "shop", sounds=False),
        tasks=InlineTasks(),
        sentence=str,
        language=lambda: "en",
        doors=Doors(open_shop, create_shop, make_demo),
    )
    shown(window)
    window.first_run()
    sheet = window.open_sheet()
    assert isinstance(sheet, FirstRun)
    return sheet


@pytest.fixture
def made(wizard):
    shops: list[Shop] = []
    wizard.made.connect(shops.append)
    yield shops
    for shop in shops:
        shop.close()


def enter(wizard, times: int = 1) -> None:
    for _ in range(times):
        press(wizard._window, Qt.Key.Key_Return)


def to_step(wizard, step) -> None:
    while wizard._stack.currentWidget() is not step:
        enter(wizard)


def tab_to(wizard, wanted: str) -> None:
    for _ in range(30):
        focus = QApplication.focusWidget()
        if focus is not None and wanted in focus.accessibleName():
            return
        press(wizard._window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted}")


def test_four_enters_open_a_shop_that_counts_its_drawer(wizard, made):
    enter(wizard, 4)
    (shop,) = made
    settings = shop.desk.settings
    assert (settings.name, settings.count_cash, settings.day_end_hour) == ("My shop", True, 4)
    assert (shop.desk.scheme.name, shop.desk.secured) == ("simple", False)
    assert shop.config.printer_connection == "system"


def test_the_rest_is_left_as_it_is_with_one_key(wizard, made):
    type_slowly(wizard._window, "Isle")
    press(wizard._window, Qt.Key.Key_Return, CTRL)
    assert made[0].desk.settings.name == "Isle"


def test_back_keeps_what_was_filled_in_and_the_first_step_stays(wizard, made):
    type_slowly(wizard._window, "Isle")
    enter(wizard, 2)
    press(wizard._window, Qt.Key.Key_Escape)
    press(wizard._window, Qt.Key.Key_Escape)
    press(wizard._window, Qt.Key.Key_Escape)
    assert wizard.shop_step.isVisible()
    assert wizard.shop_step.name.text() == "Isle"
    assert wizard._window.open_sheet() is wizard


def test_every_preset_can_be_chosen_by_its_trade(wizard):
    assert set(wizard.trade_step.trades) == set(PRESETS)


def test_a_new_shop_begins_with_the_scheme_of_its_trade(wizard, made):
    to_step(wizard, wizard.trade_step)
    press(wizard._window, Qt.Key.Key_Down)
    enter(wizard, 3)
    assert made[0].desk.scheme.name == "coffee"


def test_the_drawer_is_not_counted_where_the_tick_is_taken_away(wizard, made):
    to_step(wizard, wizard.owner_step)
    tab_to(wizard, "Open the drawer")
    press(wizard._window, Qt.Key.Key_Space)
    enter(wizard)
    assert not made[0].desk.settings.count_cash


def test_a_pin_given_in_the_wizard_is_the_owners_and_a_weak_one_makes_no_shop(wizard, made):
    to_step(wizard, wizard.owner_step)
    type_slowly(wizard._window, "1234")
    enter(wizard)
    assert made == []
    assert wizard.owner_step.rows["pin"].has_error()
    assert not wizard._window.config.shop_file.exists()
    wizard.owner_step.pin.clear()
    type_slowly(wizard._window, "739152")
    enter(wizard)
    (shop,) = made
    assert shop.desk.secured
    assert shop.staff.sign_in(shop.desk.staff.staff_id, "739152").has_pin


def test_a_refused_pin_brings_its_step_to_the_front_from_any_other(wizard, made):
    wizard.owner_step.pin.setText("12")
    press(wizard._window, Qt.Key.Key_Return, CTRL)
    assert made == []
    assert wizard.owner_step.isVisible()


def test_a_network_printer_is_tried_and_kept_by_keys_alone(wizard, made):
    printer = FakePrinter()
    to_step(wizard, wizard.printer_step)
    press(wizard._window, Qt.Key.Key_Right)
    press(wizard._window, Qt.Key.Key_Right)
    tab_to(wizard, "Address")
    type_slowly(wizard._window, printer.address)
    tab_to(wizard, "Print a test page")
    press(wizard._window, Qt.Key.Key_Space)
    (data,) = printer.received
    printer.close()
    assert read(data).codes == {TRIAL_CODE}
    assert "Sent" in wizard.printer_step.told.text()
    tab_to(wizard, "Which line")
    press(wizard._window, Qt.Key.Key_Right)
    tab_to(wizard, "A cash drawer")
    press(wizard._window, Qt.Key.Key_Space)
    enter(wizard, 2)
    config = made[0].config
    assert (config.printer_connection, config.printer_address) == ("network", printer.address)
    assert (config.printer_encoding, config.drawer_pin) == ("gb18030", 2)
    assert config.print_receipts
    assert wizard._window.config == config


def test_a_printer_that_is_off_is_said_to_be_off_and_stops_nothing(wizard, made):
    to_step(wizard, wizard.printer_step)
    wizard.printer_step.way.choose(2)
    wizard.printer_step.address.setText("127.0.0.1:9")
    wizard.printer_step.try_it.click()
    assert "127.0.0.1:9" in wizard.printer_step.told.text()
    enter(wizard, 2)
    assert made[0].config.printer_address == "127.0.0.1:9"


def test_a_printer_without_an_address_is_asked_for_it(wizard, made):
    to_step(wizard, wizard.printer_step)
    wizard.printer_step.way.choose(2)
    enter(wizard)
    assert wizard.printer_step.rows["printer_address"].has_error()
    assert wizard.printer_step.isVisible()


def test_an_installed_printer_prints_a_receipt_as_its_test_page(wizard, made, monkeypatch):
    jobs = []
    monkeypatch.setattr(printing, "spool", lambda *job: jobs.append(job))
    to_step(wizard, wizard.printer_step)
    press(wizard._window, Qt.Key.Key_Right)
    tab_to(wizard, "Which one")
    press(wizard._window, Qt.Key.Key_Down)
    tab_to(wizard, "Print a test page")
    press(wizard._window, Qt.Key.Key_Space)
    ((name, pages, _title),) = jobs
    assert (name, pages[0].width) == ("XP-80", 80)
    wizard.owner_step.pin.setFocus()
    press(wizard._window, Qt.Key.Key_Return, CTRL)
    assert made[0].config.receipt_printer == "XP-80"


def test_a_new_shop_without_a_printer_is_told_where_to_try_one(wizard):
    window = wizard._window
    window.shop_made.connect(window.shop_opened)
    wizard.shop_step.name.setText("晨光茶室")
    wizard.make_shop()
    assert window.open_sheet() is None
    assert "receipt printer" in window.banner_text()
    window._banner_room.banner._action.click()
    assert window.current_section() == "settings"
    assert type(window.current_screen().page()).__name__ == "PrinterPage"
    assert window.banner_text() == ""


def test_who_said_that_there_is_no_printer_is_not_asked_again(wizard):
    window = wizard._window
    window.shop_made.connect(window.shop_opened)
    to_step(wizard, wizard.owner_step)
    enter(wizard)
    assert window.open_sheet() is None
    assert window.banner_text() == ""
