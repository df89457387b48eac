"""QR codes and Code 128 as grids of modules, from the libraries' own matrices."""

from __future__ import annotations

import re
from functools import lru_cache

from app.services.documents.drawing import BLACK, Symbol

QR_QUIET_MODULES = 4
CODE_128_QUIET_MODULES = 10

_DARK = re.compile("1+")

Bars = tuple[tuple[int, int, int, int], ...]


def qr(data: str, x: float, y: float, side: float, colour: str = BLACK) -> Symbol:
    """A QR code of a code's digits, error correction M; the quiet zone is the caller's.

    Raises ValueError where `data` is not digits.
    """
    modules, bars = _qr_bars(data)
    return Symbol(x, y, side, side, modules, modules, bars, colour, data)


def code_128(data: str, x: float, y: float, width: float, height: float) -> Symbol:
    """A Code 128 of a code's digits; the quiet zone left and right is the caller's.

    Raises ValueError where `data` is not digits.
    """
    modules, bars = _code_128_bars(data)
    return Symbol(x, y, width, height, modules, 1, bars)


def _require_digits(data: str) -> None:
    # Scanners and input methods are only sure of digits; a card of anything else is a bug.
    if not (data.isascii() and data.isdigit()):
        raise ValueError("a code to print is digits only")


def _runs(row: str, at: int) -> list[tuple[int, int, int, int]]:
    """The dark runs of a row of "0" and "1"."""
    return [(run.start(), at, run.end() - run.start(), 1) for run in _DARK.finditer(row)]


@lru_cache(maxsize=256)
def _qr_bars(data: str) -> tuple[int, Bars]:
    from app.services.documents.qr_matrix import qr_rows

    _require_digits(data)
    rows = qr_rows(data)
    return len(rows), tuple(bar for at, row in enumerate(rows) for bar in _runs(row, at))


@lru_cache(maxsize=256)
def _code_128_bars(data: str) -> tuple[int, Bars]:
    from barcode.codex import Code128

    _require_digits(data)
    (modules,) = Code128(data).build()
    return len(modules), tuple(_runs(modules, 0))
