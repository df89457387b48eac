"""The printer is off all day long: every sale is done, every receipt comes out once it is on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.services.printing import queue, transports
from app.services.products import ProductDraft
from app.ui.print_jobs_sheet import PrintJobsSheet
from app.ui.status import StatusKeeper
from tests.escpos_reader import read
from tests.services.printing.fake_printer import FakePrinter

TEA = "6901234567892"
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9


@pytest.fixture
def port(till, monkeypatch) -> Iterator[int]:
    """Where the till's printer would answer, were it on; it tries by itself once a minute."""
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.4)
    monkeypatch.setattr(queue, "PAUSES_S", (60.0,))
    printer = FakePrinter()
    printer.close()
    till.shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    keeper = StatusKeeper(till.window)
    till.window.save_config(
        replace(
            till.window.config,
            print_receipts=True,
            printer_connection="network",
            printer_address=printer.address,
            drawer_pin=2,
        )
    )
    keeper.opened(till.shop)
    till.settle()
    yield int(printer.address.rpartition(":")[2])
    till.window.closing()


def sell(till) -> None:
    till.scan(TEA)
    till.key(F9)
    till.key(ENTER)


def test_sales_go_on_without_the_printer_and_each_receipt_comes_out_once(qtbot, till, port):
    sell(till)
    assert [sold.number for sold in till.shop.sales.last(5)] == ["A0-000001"]
    assert not till.cashier._sheets.receipt_sheet.isHidden()
    status = till.window.status
    qtbot.waitUntil(lambda: "Prints waiting: 1" in status.texts()[1], timeout=8_000)
    assert "does not answer" in till.window.banner_text()
    sell(till)  # the next scan starts the next sale, printer or none
    qtbot.waitUntil(lambda: "Prints waiting: 2" in status.texts()[1], timeout=8_000)
    assert len(till.shop.sales.last(5)) == 2
    till.key(ENTER)

    till.key(Qt.Key.Key_J, CTRL)
    sheet = till.window.open_sheet()
    assert isinstance(sheet, PrintJobsSheet)
    till.key(ENTER)  # still off
    qtbot.waitUntil(lambda: "does not answer" in sheet.told.text(), timeout=8_000)
    assert sheet.list.count() == 2

    printer = FakePrinter(port)
    till.key(ENTER)
    till.key(ENTER)  # an impatient second press
    qtbot.waitUntil(lambda: sheet.list.count() == 0, timeout=8_000)
    qtbot.wait(150)
    printer.close()
    codes = [read(data).codes for data in printer.received if not read(data).pulses]
    sold = till.shop.sales.last(5)
    assert codes == [{sold[1].code}, {sold[0].code}]
    assert len(till.shop.sales.last(5)) == 2
    assert "Prints" not in status.texts()[1]
    assert till.window.banner_text() == ""
    assert all(not read(data).pulses for data in printer.received), "no drawer opens an hour later"
