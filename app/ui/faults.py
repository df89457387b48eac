"""Bugs: logged without anyone's data, and apologised for by the window."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_log = logging.getLogger("regulars")


def log_to(folder: Path) -> None:
    """Keep the log in `folder`: three files of 512 KiB. A folder that cannot be written is
    no reason to stop selling."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "regulars.log", maxBytes=512 * 1024, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def report(error: BaseException) -> None:
    """Log what went wrong and where.

    Neither the exception's message nor any value is written: either could hold a name
    or a phone number.
    """
    kinds: list[str] = []
    link: BaseException | None = error
    while link is not None and len(kinds) < 5:
        kinds.append(type(link).__name__)
        link = link.__cause__ or link.__context__
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    _log.error("%s at %s", " from ".join(kinds), places or "(nowhere)")


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
