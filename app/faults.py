"""Bugs are written to the log: where they happened and what kind, never what they were about.

An exception's own words may hold a name or a phone number, so they stay out.
"""

import traceback
from datetime import UTC, datetime
from pathlib import Path

LOG_NAME = "regulars.log"
LOG_LIMIT_BYTES = 1_000_000


def record(error: BaseException, log_dir: Path) -> Path | None:
    """Append an unexpected error to the log and return its path; None where no log can be."""
    path = log_dir / LOG_NAME
    try:
        log_dir.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LOG_LIMIT_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as log:
            log.write(description(error))
    except OSError:
        return None
    return path


def description(error: BaseException) -> str:
    """The chain of errors, each with its kind and the lines of source it passed through."""
    parts = [f"{datetime.now(UTC).isoformat(timespec='seconds')} unexpected error\n"]
    link: BaseException | None = error
    while link is not None:
        parts.extend(traceback.format_tb(link.__traceback__))
        parts.append(f"  {type(link).__module__}.{type(link).__qualname__}\n")
        link = link.__cause__ or link.__context__
    return "".join(parts)
