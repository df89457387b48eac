"""Bugs of the window: logged without anyone's data, and apologised for."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.faults import record

_folders: list[Path] = []


def log_to(folder: Path) -> None:
    """Keep the log in `folder` from now on."""
    _folders[:] = [folder]


def report(error: BaseException) -> None:
    """Log what went wrong and where, without the exception's own words.

    A folder that cannot be written is no reason to stop selling.
    """
    for folder in _folders:
        record(error, folder)


def catch_all(apologise: Callable[[BaseException], None]) -> None:
    """Have every exception that nobody caught logged and apologised for; nothing stops."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report(error)
        apologise(error)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
