"""QR codes and Code 128 as grids of modules, from the libraries' own matrices."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from app.services.documents.drawing import BLACK, Symbol

QR_QUIET_MODULES = 4
CODE_128_QUIET_MODULES = 10

Bars = tuple[tuple[int, int, int, int], ...]


def qr(data: str, x: float, y: float, side: float, colour: str = BLACK) -> Symbol:
    """A QR code of a code's digits, error correction M; the quiet zone is the caller's.

    Raises ValueError where `data` is not digits.
    """
    modules, bars = _qr_bars(data)
    return Symbol(x, y, side, side, modules, modules, bars, colour)


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


def _runs(row: list[bool], at: int) -> list[tuple[int, int, int, int]]:
    found, column = [], 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            found.append((column, at, length, 1))
        column += length
    return found


@lru_cache(maxsize=256)
def _qr_bars(data: str) -> tuple[int, Bars]:
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import MODE_NUMBER, QRData

    _require_digits(data)
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(QRData(data, mode=MODE_NUMBER), optimize=0)
    matrix = code.get_matrix()
    bars = [bar for at, row in enumerate(matrix) for bar in _runs([bool(m) for m in row], at)]
    return len(matrix), tuple(bars)


@lru_cache(maxsize=256)
def _code_128_bars(data: str) -> tuple[int, Bars]:
    from barcode.codex import Code128

    _require_digits(data)
    (modules,) = Code128(data).build()
    return len(modules), tuple(_runs([module == "1" for module in modules], 0))
