"""The ways to a printer: a socket, a device file, a Windows raw queue, a file that collects.

Each sends bytes in pieces and gives up on a piece that the printer does not take. Where the
way leads back as well, the printer is asked for its state before, and whether it has taken
everything after. Every failure is a `PrinterFault`.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, Protocol

from app.errors import PrinterFault
from app.services.printing.escpos import ASK_OFFLINE, ASK_PAPER
from app.services.printing.setup import PrinterSetup

PORT: Final = 9100
PIECE: Final = 4096
CONNECT_S: Final = 3.0
ANSWER_S: Final = 0.5
"""A printer that can tell its state does so at once; most cheap ones cannot."""
TAKE_S: Final = 15.0
"""A printer that takes not one piece for so long is out of paper, or stuck."""
CONFIRM_S: Final = 30.0
"""It answers only once it has read all that was sent before the question."""

_SURE_BITS, _SURE = 0x93, 0x12
_COVER, _PAPER_STOP, _ERROR, _PAPER_END = 0x04, 0x20, 0x40, 0x60


class Way(Protocol):
    """An open way to a printer. Each method raises PrinterFault or OSError."""

    def send(self, piece: bytes) -> None:
        """Hand over a piece; returns once it is taken."""

    def ask(self, question: bytes, wait_s: float) -> int | None:
        """The printer's one-byte answer; None where none comes in time."""

    def end(self) -> None:
        """Everything was sent: see it off."""

    def close(self) -> None:
        """Let go."""


def deliver(
    setup: PrinterSetup,
    data: bytes,
    *,
    asks: bool = True,
    begin: Callable[[], bool] = lambda: True,
) -> bool:
    """Send one print to the printer; returns once it has taken it all.

    Without `asks` its state does not matter: a drawer opens without paper too. `begin` is called
    once the printer is found ready, before the first byte; where it says no, nothing is sent and
    False returned.
    Raises PrinterFault; only where its `may_be_printed` is true can the print be on paper whole.
    """
    with _told_as_faults(setup.address, "printer_off"):
        way = _opened(setup)
    with closing(way):
        with _told_as_faults(setup.address, "printer_off"):
            talks = asks and _require_ready(way, setup.address)
        if not begin():
            return False
        with _told_as_faults(setup.address, "printer_stopped"):
            for at in range(0, len(data), PIECE):
                way.send(data[at : at + PIECE])
            if talks:
                _require_taken(way, setup.address)
            way.end()
    return True


def _require_ready(way: Way, address: str) -> bool:
    """Whether the printer tells its state; refused where that is no good one."""
    offline = way.ask(ASK_OFFLINE, ANSWER_S)
    if offline is None:
        return False
    paper = way.ask(ASK_PAPER, ANSWER_S)
    reason = _trouble(offline, paper)
    if reason:
        raise PrinterFault(address, reason)
    return True


def _require_taken(way: Way, address: str) -> None:
    """It answers after reading everything before the question, or nobody knows."""
    paper = way.ask(ASK_PAPER, CONFIRM_S)
    if paper is None or _trouble(None, paper):
        raise PrinterFault(address, "printer_unsure")


def _trouble(offline: int | None, paper: int | None) -> str:
    """What the two answers say is wrong, "" where nothing is."""
    if paper is not None and _is_answer(paper) and paper & _PAPER_END == _PAPER_END:
        return "paper_out"
    if offline is None or not _is_answer(offline):
        return ""
    for bit, reason in (
        (_PAPER_STOP, "paper_out"),
        (_COVER, "cover_open"),
        (_ERROR, "printer_error"),
    ):
        if offline & bit:
            return reason
    return ""


def _is_answer(byte: int) -> bool:
    """Whether four of its bits are as every answer has them."""
    return byte & _SURE_BITS == _SURE


@contextmanager
def _told_as_faults(address: str, otherwise: str) -> Iterator[None]:
    try:
        yield
    except PrinterFault:
        raise
    except OSError as error:
        missing = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR)
        if error.errno in missing:
            raise PrinterFault(address, "printer_missing") from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise PrinterFault(address, "printer_denied") from error
        raise PrinterFault(address, otherwise) from error


def _opened(setup: PrinterSetup) -> Way:
    match setup.connection:
        case "network":
            return _Socket(setup.address)
        case "device":
            return _Device(setup.address)
        case "file":
            return _Capture(setup.address)
        case "windows":
            from app.services.printing.winspool import WindowsQueue

            return WindowsQueue(setup.address)
    raise PrinterFault(setup.address, "printer_address")


def host_and_port(address: str) -> tuple[str, int]:
    """`192.168.1.50`, `192.168.1.50:9100`, `[fe80::1]:9100` or a name.

    Raises PrinterFault "printer_address".
    """
    text = address.strip()
    host, port = text, ""
    if text.startswith("["):
        host, _, port = text[1:].partition("]")
        port = port.removeprefix(":")
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    number = int(port) if port.isascii() and port.isdigit() and len(port) <= 5 else 0
    if not host or " " in host or len(host) > 253 or (port and not 0 < number < 65536):
        raise PrinterFault(address, "printer_address")
    return host, number or PORT


class _Socket:
    """A network printer on its raw port."""

    def __init__(self, address: str) -> None:
        try:
            self._socket = socket.create_connection(host_and_port(address), CONNECT_S)
        except (UnicodeError, OverflowError) as error:
            raise PrinterFault(address, "printer_address") from error

    def send(self, piece: bytes) -> None:
        self._socket.settimeout(TAKE_S)
        self._socket.sendall(piece)

    def ask(self, question: bytes, wait_s: float) -> int | None:
        self._socket.settimeout(TAKE_S)
        self._socket.sendall(question)
        self._socket.settimeout(wait_s)
        try:
            answer = self._socket.recv(1)
        except TimeoutError:
            return None
        if not answer:
            raise ConnectionResetError(errno.ECONNRESET, "the printer hung up")
        return answer[0]

    def end(self) -> None:
        # One that hung up before reading everything is heard of here at the latest.
        self._socket.shutdown(socket.SHUT_WR)
        self._socket.settimeout(ANSWER_S)
        try:
            while self._socket.recv(64):
                pass
        except TimeoutError:
            pass

    def close(self) -> None:
        self._socket.close()


class _Device:
    """A printer as a file of the system, such as /dev/usb/lp0 or LPT1; never made by us."""

    def __init__(self, path: str) -> None:
        self._talks = False
        if sys.platform == "win32":
            name = path if path.startswith("\\\\") else f"\\\\.\\{path}"
            self._file = os.open(name, os.O_WRONLY | os.O_BINARY)
            return
        mode = os.stat(path).st_mode  # noqa: PTH116 - a Path would drop a trailing slash
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            raise PrinterFault(path, "printer_missing")
        flags = os.O_NONBLOCK | os.O_NOCTTY
        try:
            self._talks = stat.S_ISCHR(mode)
            self._file = os.open(path, flags | (os.O_RDWR if self._talks else os.O_WRONLY))
        except PermissionError:
            self._talks = False
            self._file = os.open(path, flags | os.O_WRONLY)

    def send(self, piece: bytes) -> None:
        if sys.platform == "win32":
            os.write(self._file, piece)
            return
        until = time.monotonic() + TAKE_S
        while piece:
            left = until - time.monotonic()
            if left <= 0 or not select.select([], [self._file], [], left)[1]:
                raise TimeoutError(errno.ETIMEDOUT, "the printer takes nothing")
            try:
                piece = piece[os.write(self._file, piece) :]
            except BlockingIOError:
                time.sleep(0.02)

    def ask(self, question: bytes, wait_s: float) -> int | None:
        if sys.platform == "win32" or not self._talks:
            return None
        self.send(question)
        if not select.select([self._file], [], [], wait_s)[0]:
            return None
        try:
            answer = os.read(self._file, 1)
        except OSError:
            return None
        return answer[0] if answer else None

    def end(self) -> None:
        """The system sends on what it took."""

    def close(self) -> None:
        os.close(self._file)


class _Capture:
    """A file that collects every print, for trials and for another program to send on.

    A file with a write-ahead log beside it is a database in use, and is never written to, under
    whatever name; nor are its log and the index of that, whose locks closing it would give up.
    """

    def __init__(self, path: str) -> None:
        real = os.path.realpath(path)
        for end in ("", "-wal", "-shm"):
            if real.endswith(end) and Path(f"{real.removesuffix(end)}-wal").exists():
                raise PrinterFault(path, "printer_denied")
        self._file = Path(path).open("ab")  # noqa: SIM115 - closed by `close`

    def send(self, piece: bytes) -> None:
        self._file.write(piece)

    def ask(self, question: bytes, wait_s: float) -> int | None:
        return None

    def end(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.close()
