"""Setting up a receipt printer by keyboard: connected, tried, chosen, stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.printing import transports
from app.services.printing.trial import TRIAL_CODE
from app.ui.main_window import MainWindow
from app.ui.settings.printer_page import PrinterPage
from app.ui.tasks import InlineTasks
from tests.escpos_reader import read
from tests.services.printing.fake_printer import FakePrinter
from tests.shop_builder import sentences
from tests.ui.conftest import press, type_slowly


@pytest.fixture
def printer() -> Iterator[FakePrinter]:
    made = FakePrinter()
    yield made
    made.close()


@pytest.fixture
def window(shown, shop, monkeypatch) -> Iterator[MainWindow]:
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.4)
    made = MainWindow(
        config=replace(shop.config, sounds=False),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    made.go("settings")
    made.current_screen().asked("printer")
    yield made
    made.closing()


@pytest.fixture
def page(window) -> PrinterPage:
    found = window.current_screen().page()
    assert isinstance(found, PrinterPage)
    found.enter()
    return found


def tab_to(window: MainWindow, wanted: str) -> None:
    """Tab until the widget of that accessible name or text has the focus."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and wanted in (
            focus.accessibleName() + "|" + str(getattr(focus, "text", str)())
        ):
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted}")


def test_a_network_printer_is_set_up_by_keyboard_alone(qtbot, window, page, printer):
    tab_to(window, "Connected by")
    press(window, Qt.Key.Key_Right)
    tab_to(window, "Address")
    type_slowly(window, printer.address)
    tab_to(window, "Print the test page")
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(printer.received) == 1)
    paper = read(printer.received[0])
    assert paper.codes == {TRIAL_CODE}
    assert paper.native_codes == [TRIAL_CODE]
    assert "2  GB18030  会员 會員 ￥88.00" in paper.text
    assert "Sent." in page.told.text()
    tab_to(window, "Which line")
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    config = window.config
    assert (config.printer_connection, config.printer_address, config.printer_encoding) == (
        "network",
        printer.address,
        "gb18030",
    )
    assert window.roll.takes_commands


def test_a_printer_that_is_off_is_said_to_be_off_in_one_sentence(window, page, printer):
    printer.close()
    page._connection.choose(1)
    page.form.control("printer_address").show_value("127.0.0.1:9")
    page.try_it.click()
    assert page.told.text() == (
        "The printer 127.0.0.1:9 does not answer; switch it on and check its cable."
    )


@pytest.mark.parametrize(
    ("way", "address", "says"),
    [(1, "", "is missing"), (1, "a:b:c d", "is no address"), (2, "", "is missing")],
)
def test_an_address_that_cannot_be_is_refused_beside_its_field(window, page, way, address, says):
    page._connection.choose(way)
    page.form.control("printer_address").show_value(address)
    page.form.edited.emit()
    page.save()
    row = page.form.row("printer_address")
    assert row is not None
    said = [label.text() for label in row.findChildren(type(page.told)) if not label.isHidden()]
    assert any(says in words for words in said), said
    assert window.config.printer_connection == "system"


def test_the_drawer_is_tried_on_its_pin(qtbot, window, page, printer):
    page._connection.choose(1)
    page.form.control("printer_address").show_value(printer.address)
    page.form.control("drawer_pin").show_value(5)
    page.open_drawer.click()
    qtbot.waitUntil(lambda: len(printer.received) == 1)
    assert read(printer.received[0]).pulses == [5]


@pytest.mark.parametrize("width", [58, 80])
def test_the_frame_of_the_test_page_is_as_wide_as_the_paper(width):
    from app.services.printing.setup import DOTS, PrinterSetup
    from app.services.printing.trial import trial_bytes

    for language in ("en", "zh_CN", "zh_TW"):
        setup = PrinterSetup("file", "x", width)
        paper = read(trial_bytes(setup, language), DOTS[width])
        box = paper.picture.crop((0, 0, DOTS[width], 60)).point(lambda v: 255 - v).getbbox()
        assert box is not None
        assert (box[0], box[2]) == (0, DOTS[width])
        assert paper.codes == {TRIAL_CODE}
