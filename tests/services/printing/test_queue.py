"""Whatever the printer does: the sale is done, and its receipt is printed once."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace
from textwrap import dedent

import pytest

from app.config import TillConfig
from app.services.printing import queue, transports
from app.services.printing.queue import PrintQueue, QueueState
from app.services.printing.setup import PrinterSetup
from app.services.settings import ShopSettings
from app.shop import create_shop, open_shop
from tests.escpos_reader import read
from tests.services.printing.fake_printer import FakePrinter
from tests.shop_builder import Clock, sell

RECEIPT = "receipt"


@pytest.fixture
def printer():
    made = FakePrinter()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.4)
    monkeypatch.setattr(queue, "PAUSES_S", (0.05, 0.1))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shop(tmp_path, clock):
    made = create_shop(TillConfig(tmp_path / "shop"), ShopSettings(name="晨光茶室"), clock=clock)
    yield made
    made.close()


class Till:
    """A shop with a printer, and what the queue last said."""

    def __init__(self, shop, setup) -> None:
        self.shop, self.setup = shop, setup
        self.state = QueueState()
        self.queue = PrintQueue(shop.printing, lambda: self.setup, self._told)

    def _told(self, state: QueueState) -> None:
        self.state = state

    def sell(self) -> str:
        """A sale and its print job, as the window does it."""
        receipt = sell(self.shop, 2800)
        self.shop.printing.enqueue(RECEIPT, receipt.number)
        self.queue.wake()
        return str(receipt.code)

    def until(self, holds, seconds: float = 8.0) -> None:
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, (self.state, self.shop.printing.open_jobs())
            time.sleep(0.01)

    def until_empty(self) -> None:
        self.until(lambda: not self.shop.printing.open_jobs())


@pytest.fixture
def till(shop, printer):
    made = Till(shop, PrinterSetup("network", printer.address, drawer_pin=2))
    made.queue.start()
    yield made
    assert made.queue.close(5)


def codes(printer: FakePrinter) -> list[str]:
    """The codes of every whole print, in order."""
    found = []
    for data in printer.received:
        paper = read(data)
        assert len(paper.cuts) <= 1
        found += sorted(paper.codes) if paper.cuts else []
    return found


def test_every_receipt_is_printed_once_and_in_order(till, printer):
    sold = [till.sell() for _ in range(3)]
    till.until_empty()
    assert codes(printer) == sold
    till.until(lambda: till.state == QueueState())


def test_a_printer_that_is_off_holds_nothing_up_and_prints_once_it_is_on(till, printer):
    address = till.setup
    printer.close()
    till.setup = replace(address, address="127.0.0.1:9")
    began = time.monotonic()
    sold = till.sell()
    assert time.monotonic() - began < 2  # the sale itself; the printer's time is not in it
    till.until(lambda: till.state.fault == "printer_off" and till.state.waiting == 1)
    second = FakePrinter()
    till.setup = replace(address, address=second.address)
    till.until_empty()
    assert codes(second) == [sold]
    second.close()


def test_out_of_paper_waits_and_prints_once_the_roll_is_in(till, printer):
    printer.paper = False
    sold = till.sell()
    till.until(lambda: till.state.fault == "paper_out")
    assert printer.received == []
    printer.paper = True
    till.until_empty()
    assert codes(printer) == [sold]


def test_a_printer_that_hangs_up_half_way_prints_whole_the_next_time(till, printer):
    printer.hang_up_after = 3000
    sold = till.sell()
    till.until(lambda: till.state.fault == "printer_stopped")
    printer.hang_up_after = None
    till.until_empty()
    assert codes(printer) == [sold]


def test_a_slow_printer_never_holds_up_a_sale(till, printer):
    printer.seconds_a_piece = 0.05
    began = time.monotonic()
    sold = [till.sell() for _ in range(3)]
    assert time.monotonic() - began < 1.5
    printer.seconds_a_piece = 0.0
    till.until_empty()
    assert codes(printer) == sold


def test_a_print_that_is_not_confirmed_is_asked_about_and_not_repeated(till, printer):
    printer.silent_after = True
    sold = till.sell()
    till.until(lambda: till.state.failed == 1)
    time.sleep(0.5)
    assert codes(printer) == [sold]
    (job,) = till.shop.printing.open_jobs()
    assert job.fault == "printer_unsure"
    printer.silent_after = False
    till.shop.printing.drop(job.job_id)
    till.queue.wake()
    till.until(lambda: till.state == QueueState())
    assert codes(printer) == [sold]


def test_a_person_may_have_it_printed_again(till, printer):
    printer.silent_after = True
    sold = till.sell()
    till.until(lambda: till.state.failed == 1)
    printer.silent_after = False
    till.shop.printing.retry(till.state.jobs[0].job_id)
    till.queue.wake()
    till.until_empty()
    assert codes(printer) == [sold, sold]


def test_enqueuing_the_same_job_again_prints_once(till, printer):
    receipt = sell(till.shop, 2800)
    made = till.shop.printing.enqueue(RECEIPT, receipt.number)
    till.shop.printing.enqueue(RECEIPT, receipt.number, job_id=made)
    till.queue.wake()
    till.until_empty()
    assert codes(printer) == [receipt.code]


def test_the_drawer_opens_first_and_without_paper(till, printer):
    opened = threading.Event()
    printer.paper = False
    till.sell()
    till.until(lambda: till.state.fault == "paper_out")
    till.queue.kick_drawer(opened.set, lambda error: None)
    assert opened.wait(5)
    till.until(lambda: len(printer.received) == 1)
    assert read(printer.received[0]).pulses == [2]
    printer.paper = True
    till.until_empty()


def test_a_drawer_that_cannot_open_is_told_and_never_opens_later(till, printer):
    till.setup = replace(till.setup, address="127.0.0.1:9")
    said: list[Exception] = []
    till.queue.kick_drawer(lambda: None, said.append)
    till.until(lambda: bool(said))
    till.setup = replace(till.setup, address=printer.address)
    till.queue.wake()
    time.sleep(0.2)
    assert printer.received == []


def test_a_document_that_is_gone_stops_nothing(till, printer):
    till.shop.printing.enqueue(RECEIPT, "A0-777777")
    till.shop.printing.enqueue("nothing we know", "1")
    sold = till.sell()
    till.until(lambda: bool(printer.received) and till.state.failed == 2)
    assert codes(printer) == [sold]


KILLED = """
    import os, sys, time
    from pathlib import Path
    from app.config import TillConfig
    from app.services.printing import transports
    from app.services.printing.queue import PrintQueue
    from app.services.printing.setup import PrinterSetup
    from app.shop import open_shop

    shop = open_shop(TillConfig(Path(sys.argv[1])))
    shop.printing.enqueue("receipt", sys.argv[2])
    queue = PrintQueue(
        shop.printing, lambda: PrinterSetup("network", sys.argv[3]), lambda state: None
    )
    queue.start()
    time.sleep(60)
"""


def test_killed_in_the_middle_of_a_print_it_asks_instead_of_printing_again(shop, printer):
    printer.seconds_a_piece = 0.1
    receipt = sell(shop, 2800)
    folder = str(shop.config.data_dir)
    program = subprocess.Popen(
        [sys.executable, "-c", dedent(KILLED), folder, receipt.number, printer.address]
    )
    till = Till(shop, PrinterSetup("network", printer.address))
    till.until(lambda: any(job.state == "printing" for job in shop.printing.open_jobs()), 20)
    program.kill()
    program.wait()
    printer.seconds_a_piece = 0.0
    time.sleep(1)  # whatever is on its way still arrives
    before = list(printer.received)
    till.queue.start()
    till.until(lambda: till.state.failed == 1)
    time.sleep(0.5)
    assert till.state.jobs[0].fault == "print_interrupted"
    assert printer.received == before
    assert till.queue.close(5)


def test_what_waited_since_yesterday_is_asked_about(shop, printer, clock):
    receipt = sell(shop, 2800)
    shop.printing.enqueue(RECEIPT, receipt.number)
    clock.forward(hours=14)
    later = sell(shop, 2800)
    shop.printing.enqueue(RECEIPT, later.number)
    till = Till(shop, PrinterSetup("network", printer.address))
    till.queue.start()
    till.until(lambda: till.state.failed == 1 and not till.state.waiting)
    till.until(lambda: bool(printer.received))
    assert till.state.jobs[0].fault == "print_old"
    assert codes(printer) == [later.code]
    assert till.queue.close(5)


def test_jobs_outlive_the_program(shop, tmp_path):
    receipt = sell(shop, 2800)
    shop.printing.enqueue(RECEIPT, receipt.number, duplicate=True)
    shop.close()
    again = open_shop(TillConfig(tmp_path / "shop"))
    (job,) = again.printing.open_jobs()
    assert (job.number, job.duplicate, job.state) == (receipt.number, True, "waiting")
    again.close()
