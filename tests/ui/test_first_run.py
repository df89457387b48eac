"""The first start: a shop with the scheme of its trade."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.config import TillConfig
from app.services.scheme_files import PRESETS
from app.shop import Shop, create_shop, make_demo, open_shop
from app.ui.application import Doors
from app.ui.first_run import FirstRun
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from tests.ui.conftest import press, type_slowly


@pytest.fixture
def wizard(shown, tmp_path):
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


def test_every_preset_can_be_chosen_by_its_trade(wizard):
    offered = {wizard._trade.itemData(at) for at in range(wizard._trade.count())}
    assert offered == set(PRESETS)


@pytest.mark.parametrize(("steps", "name"), [(0, "simple"), (1, "coffee")])
def test_a_new_shop_begins_with_the_scheme_of_its_trade(wizard, steps, name):
    made: list[Shop] = []
    wizard.made.connect(made.append)
    wizard._name.setFocus()
    type_slowly(wizard, "Isle")
    wizard._trade.setFocus()
    for _ in range(steps):
        press(wizard, Qt.Key.Key_Down)
    wizard._name.setFocus()
    press(wizard, Qt.Key.Key_Return)
    (shop,) = made
    assert shop.desk.scheme.name == name
    shop.close()


def test_a_pin_given_in_the_wizard_is_the_owners_and_a_weak_one_makes_no_shop(wizard):
    made: list[Shop] = []
    wizard.made.connect(made.append)
    wizard._name.setText("Isle")
    wizard._pin.setText("1234")
    wizard._open.click()
    assert made == []
    assert not wizard._window.config.shop_file.exists()
    wizard._pin.setText("739152")
    wizard._open.click()
    (shop,) = made
    assert shop.desk.secured
    assert shop.staff.sign_in(shop.desk.staff.staff_id, "739152").has_pin
    shop.close()


def test_a_new_shop_offers_to_try_the_printer_and_waits_for_nobody(wizard):
    window = wizard._window
    window.shop_made.connect(window.shop_opened)
    wizard._name.setText("晨光茶室")
    wizard._create()
    assert window.open_sheet() is None
    assert "receipt printer" in window.banner_text()
    window._banner_acted()
    assert window.current_section() == "settings"
    assert type(window.current_screen().page()).__name__ == "PrinterPage"
    assert window.banner_text() == ""
