"""The ways to a printer: what arrives is what was sent, and each failure has its sentence."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import threading

import pytest

from app.errors import PrinterFault
from app.messages import sentence
from app.services.printing import transports
from app.services.printing.setup import PrinterSetup
from app.services.printing.transports import deliver, host_and_port
from app.services.printing.winspool import WindowsQueue
from app.services.rules.money import CURRENCIES
from tests.services.printing.fake_printer import FakePrinter

PRINT = bytes(range(256)) * 400 + b"the end"


@pytest.fixture
def printer():
    made = FakePrinter()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    for name in ("CONNECT_S", "ANSWER_S", "TAKE_S", "CONFIRM_S"):
        monkeypatch.setattr(transports, name, 0.3)


def network(printer: FakePrinter) -> PrinterSetup:
    return PrinterSetup("network", printer.address)


def fault(setup: PrinterSetup, data: bytes = PRINT) -> PrinterFault:
    with pytest.raises(PrinterFault) as raised:
        deliver(setup, data)
    for language in ("en", "zh_CN", "zh_TW"):
        said = sentence(raised.value, language, CURRENCIES["CNY"])
        assert said.endswith((".", "。"))
    return raised.value


def wait_for(printer: FakePrinter, count: int) -> None:
    until = threading.Event()
    for _ in range(100):
        if len(printer.received) >= count:
            return
        until.wait(0.02)
    raise AssertionError(printer.received)


@pytest.mark.parametrize("answers", [True, False])
def test_a_network_printer_gets_every_byte_whether_it_talks_or_not(printer, answers):
    printer.answers = answers
    deliver(network(printer), PRINT)
    wait_for(printer, 1)
    assert printer.received == [PRINT]


def test_a_printer_that_is_off_is_said_to_be_off(printer):
    printer.close()
    assert fault(network(printer)).reason == "printer_off"


def test_a_printer_out_of_paper_gets_nothing(printer):
    printer.paper = False
    assert fault(network(printer)).reason == "paper_out"
    assert not printer.received


def test_a_printer_that_hangs_up_half_way_has_not_printed(printer):
    printer.hang_up_after = 5000
    failed = fault(network(printer))
    assert failed.reason == "printer_stopped"
    assert not failed.may_be_printed


def test_a_printer_that_does_not_confirm_may_have_printed(printer):
    printer.silent_after = True
    failed = fault(network(printer))
    assert failed.may_be_printed


def test_a_printer_that_takes_nothing_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        setup = PrinterSetup("network", f"127.0.0.1:{server.getsockname()[1]}")
        assert fault(setup, b"x" * 20_000_000).reason == "printer_stopped"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.168.1.50", ("192.168.1.50", 9100)),
        (" printer.local:9101 ", ("printer.local", 9101)),
        ("[fe80::1]:9100", ("fe80::1", 9100)),
    ],
)
def test_an_address_is_read_as_people_write_it(address, expected):
    assert host_and_port(address) == expected


@pytest.mark.parametrize(
    "address", ["", ":9100", "a:b", "a:0", "a:99999", "a b", "打印机" * 90, "a:１２"]
)
def test_an_address_that_is_none_is_refused_in_a_sentence(address):
    assert fault(PrinterSetup("network", address)).reason == "printer_address"


@pytest.mark.parametrize("connection", ["device", "file"])
@pytest.mark.parametrize("path", ["no/such/folder/lp0", "", "."])
def test_a_path_that_does_not_exist_is_said_to_be_missing(tmp_path, connection, path):
    where = str(tmp_path / path) if path else str(tmp_path)
    assert fault(PrinterSetup(connection, where)).reason == "printer_missing"


def test_a_device_is_never_made_by_us(tmp_path):
    path = tmp_path / "lp0"
    assert fault(PrinterSetup("device", str(path))).reason == "printer_missing"
    assert not path.exists()


def test_a_capture_file_collects_every_print(tmp_path):
    setup = PrinterSetup("file", str(tmp_path / "prints.bin"))
    deliver(setup, b"one")
    deliver(setup, b"two")
    assert (tmp_path / "prints.bin").read_bytes() == b"onetwo"


@pytest.mark.parametrize("connection", ["device", "file"])
def test_the_shops_own_file_is_never_printed_into(shop, connection):
    """A wrong path in the settings must not write a receipt over the members."""
    before = shop.config.shop_file.stat()
    assert fault(PrinterSetup(connection, str(shop.config.shop_file))).reason in (
        "printer_missing", "printer_denied",
    )  # fmt: skip
    after = shop.config.shop_file.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for a right of their own there")
def test_nor_is_it_by_another_name_nor_are_the_files_beside_it(shop, tmp_path):
    own = shop.config.shop_file
    (tmp_path / "prints.bin").symlink_to(own)
    beside = [own.with_name(own.name + end) for end in ("", "-wal", "-shm")]
    before = [path.stat().st_size for path in beside]
    for path in (tmp_path / "prints.bin", *beside):
        assert fault(PrinterSetup("file", str(path))).reason == "printer_denied"
    assert [path.stat().st_size for path in beside] == before


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are another thing there")
def test_a_device_file_gets_every_byte_and_one_that_nobody_reads_is_off(tmp_path):
    path = tmp_path / "lp0"
    os.mkfifo(path)
    assert fault(PrinterSetup("device", str(path))).reason == "printer_off"
    got = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    for _ in range(100):
        try:
            deliver(PrinterSetup("device", str(path)), PRINT)
            break
        except PrinterFault:
            threading.Event().wait(0.02)
    reader.join(5)
    assert got == [PRINT]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are another thing there")
def test_a_device_that_takes_nothing_more_is_given_up(tmp_path):
    path = tmp_path / "lp0"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert fault(PrinterSetup("device", str(path)), b"x" * 1_000_000).reason == (
            "printer_stopped"
        )
    finally:
        os.close(reader)


class Spooler:
    """The system's spooler as its manual describes it: every call and its order is written down."""

    def __init__(self, *, refuses: str = "") -> None:
        self.refuses = refuses
        self.calls: list[str] = []
        self.data = b""

    def __getattr__(self, name: str):
        def call(*arguments) -> int:
            self.calls.append(name)
            if name == self.refuses:
                return 0
            if name == "WritePrinter":
                _handle, buffer, size, written = arguments
                self.data += buffer.raw
                ctypes.cast(written, ctypes.POINTER(ctypes.c_uint32))[0] = size.value
            return 1

        return call


def test_a_windows_queue_gets_one_raw_job():
    spooler = Spooler()
    way = WindowsQueue("XP-80C", spooler)
    way.send(b"abc\x00")
    way.send(b"def")
    way.end()
    way.close()
    assert spooler.data == b"abc\x00def"
    assert spooler.calls == [
        "OpenPrinterW", "StartDocPrinterW", "StartPagePrinter", "WritePrinter", "WritePrinter",
        "EndPagePrinter", "EndDocPrinter", "ClosePrinter",
    ]  # fmt: skip


def test_half_a_windows_job_is_taken_out_of_the_queue():
    spooler = Spooler(refuses="WritePrinter")
    way = WindowsQueue("XP-80C", spooler)
    with pytest.raises(OSError):
        way.send(b"abc")
    way.close()
    assert spooler.calls[-2:] == ["AbortPrinter", "ClosePrinter"]


def test_a_windows_queue_that_is_not_there_is_said_to_be_missing():
    with pytest.raises(PrinterFault) as raised:
        WindowsQueue("nobody", Spooler(refuses="OpenPrinterW"))
    assert raised.value.reason == "printer_missing"
    if sys.platform != "win32":
        assert fault(PrinterSetup("windows", "XP-80C")).printer == "XP-80C"
