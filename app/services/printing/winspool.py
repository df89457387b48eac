"""A Windows printer queue, fed with bytes as they are: the spooler's RAW data type."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import Any

from app.errors import PrinterFault

_ACCESS_DENIED = 5
_TITLE = "Regulars"


class _DocInfo(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
    )


def spooler() -> Any:
    """The system's spooler library. Raises PrinterFault where the system has none."""
    if sys.platform == "win32":
        return ctypes.WinDLL("winspool.drv", use_last_error=True)
    raise PrinterFault("", "printer_missing")


class WindowsQueue:
    """One job in a queue. It is printed when it ends, and only then: half of one never is."""

    def __init__(self, name: str, library: Any = None) -> None:
        self._name = name
        try:
            self._library = spooler() if library is None else library
        except PrinterFault as error:
            raise PrinterFault(name, error.reason) from None
        self._handle = ctypes.c_void_p()
        if not self._library.OpenPrinterW(ctypes.c_wchar_p(name), ctypes.byref(self._handle), None):
            raise PrinterFault(name, _reason("printer_missing"))
        self._open = True
        info = _DocInfo(_TITLE, None, "RAW")
        self._begun = bool(self._library.StartDocPrinterW(self._handle, 1, ctypes.byref(info)))
        if not self._begun or not self._library.StartPagePrinter(self._handle):
            self.close()
            raise PrinterFault(name, _reason("printer_off"))

    def send(self, piece: bytes) -> None:
        """See `Way`."""
        written = ctypes.c_uint32()
        kept = ctypes.create_string_buffer(piece, len(piece))
        done = self._library.WritePrinter(
            self._handle, kept, ctypes.c_uint32(len(piece)), ctypes.byref(written)
        )
        if not done or written.value != len(piece):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def ask(self, question: bytes, wait_s: float) -> int | None:
        """A queue leads one way only."""
        return None

    def end(self) -> None:
        """Hand the job to the printer."""
        self._begun = False
        page = self._library.EndPagePrinter(self._handle)
        if not (self._library.EndDocPrinter(self._handle) and page):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def close(self) -> None:
        """Let go; a job that was not ended is taken out of the queue."""
        if self._begun:
            self._begun = False
            self._library.AbortPrinter(self._handle)
        if self._open:
            self._open = False
            self._library.ClosePrinter(self._handle)


def _reason(otherwise: str) -> str:
    last = getattr(ctypes, "get_last_error", lambda: 0)()
    return "printer_denied" if last == _ACCESS_DENIED else otherwise
