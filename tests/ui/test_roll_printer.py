"""A receipt printer behind the window: told where the clerk looks, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services.printing import queue, transports
from app.ui import receipts
from app.ui.main_window import MainWindow
from app.ui.print_jobs_sheet import PrintJobsSheet
from app.ui.status import StatusKeeper
from app.ui.tasks import InlineTasks
from tests.escpos_reader import read
from tests.services.printing.fake_printer import FakePrinter
from tests.shop_builder import sell, sentences
from tests.ui.conftest import press


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.4)
    monkeypatch.setattr(queue, "PAUSES_S", (0.05,))


@pytest.fixture
def printer() -> Iterator[FakePrinter]:
    made = FakePrinter()
    yield made
    made.close()


@pytest.fixture
def window(shown, shop, printer) -> Iterator[MainWindow]:
    made = MainWindow(
        config=replace(
            shop.config,
            sounds=False,
            print_receipts=True,
            printer_connection="network",
            printer_address=printer.address,
            drawer_pin=2,
        ),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    keeper = StatusKeeper(made)
    made.shop_opened(shop)
    keeper.opened(shop)
    yield made
    made.closing()


def sold(window: MainWindow, shop):
    """A sale as the cashier's screen hears of it once it is durable."""
    receipt = sell(shop, 500)
    screen: Any = window.current_screen()
    screen.sold(receipt)
    return receipt


def test_a_cash_sale_opens_the_drawer_and_prints_once(qtbot, window, shop, printer):
    receipt = sold(window, shop)
    qtbot.waitUntil(lambda: len(printer.received) == 2)
    papers = [read(data) for data in printer.received]
    assert [paper.pulses for paper in papers] == [[2], []]
    assert papers[1].codes == {receipt.code}


def test_a_reprint_and_a_second_copy_are_duplicates(qtbot, window, shop, printer):
    receipt = sold(window, shop)
    qtbot.waitUntil(lambda: len(printer.received) == 2)
    receipts.print_receipt(window, receipt, duplicate=True)
    qtbot.waitUntil(lambda: len(printer.received) == 3)
    assert printer.received[2] != printer.received[1]


def test_a_sale_without_cash_leaves_the_drawer_shut(window, shop, monkeypatch):
    kicked = []
    monkeypatch.setattr(window.roll, "kick_drawer", lambda: kicked.append(1))
    receipt = sell(shop, 500)
    by_card = receipt._replace(tenders=(replace(receipt.tenders[0], kind="wechat"),))
    receipts.kick_drawer(window, *by_card.tenders)
    assert kicked == []
    receipts.kick_drawer(window, *receipt.tenders)
    assert kicked == [1]


def test_a_printer_without_paper_is_told_and_what_waits_is_shown_by_a_key(
    qtbot, window, shop, printer
):
    printer.paper = False
    sold(window, shop)
    qtbot.waitUntil(lambda: "out of paper" in window.banner_text())
    assert "Prints waiting: 1" in window.status.texts()[1]
    window.setFocus()
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    sheet = window.open_sheet()
    assert isinstance(sheet, PrintJobsSheet)
    assert "A0-000001" in sheet.list.item(0).text()
    assert "out of paper" in sheet.told.text()
    printer.paper = True
    qtbot.waitUntil(lambda: sheet.list.count() == 0)
    assert sheet.told.text() == "Everything is printed."
    assert window.banner_text() == ""
    assert "Prints" not in window.status.texts()[1]
    sheet.close_sheet()


def test_a_print_is_dropped_by_one_key(qtbot, window, shop, printer):
    printer.paper = False
    sold(window, shop)
    qtbot.waitUntil(lambda: "out of paper" in window.banner_text())
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    sheet = window.open_sheet()
    assert isinstance(sheet, PrintJobsSheet)
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sheet.list.count() == 0)
    assert shop.printing.open_jobs() == ()
    sheet.close_sheet()


def test_a_drawer_that_does_not_open_is_told(qtbot, window, printer):
    printer.close()
    window.save_config(replace(window.config, printer_address="127.0.0.1:9"))
    window.roll.kick_drawer()
    qtbot.waitUntil(lambda: "The drawer did not open." in window.banner_text())


def test_a_path_that_does_not_exist_is_told_in_a_sentence(qtbot, window, shop, tmp_path: Path):
    window.save_config(
        replace(
            window.config, printer_connection="device", printer_address=str(tmp_path / "no" / "lp0")
        )
    )
    sold(window, shop)
    qtbot.waitUntil(lambda: "lp0 is not there" in window.banner_text())
    window.roll.drop(shop.printing.open_jobs()[0].job_id)
