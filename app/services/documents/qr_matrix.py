"""A QR code's modules with its best mask, found on whole rows at once.

qrcode lays every code out nine times, module by module, to compare the eight masks of the
standard: 4 of the 6 ms that a card takes. What a mask changes is the same for every code of
a version, so it is worked out once and put over the bits of each row.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_NUMBER, QRData

_MASKS = range(8)
_LONG_RUN = re.compile("0{5,}|1{5,}")
# What could be taken for a corner: 1:1:3:1:1 with four light modules before or after.
_LIKE_A_CORNER = re.compile("(?=10111010000|00001011101)")

Rows = tuple[int, ...]


def qr_rows(digits: str) -> list[str]:
    """The rows of a QR code of `digits`, error correction M: "1" is a dark module."""
    code = _code(digits)
    size = 4 * code.version + 17
    base = _laid_out(code, test=True, mask=0)
    layers = _layers(code.version)
    trials = [[row ^ bits for row, bits in zip(base, trial, strict=True)] for trial, _ in layers]
    best = min(_MASKS, key=lambda mask: penalty(trials[mask], size))
    final = [row ^ bits for row, bits in zip(base, layers[best][1], strict=True)]
    return [f"{row:0{size}b}" for row in final]


def penalty(rows: list[int], size: int) -> int:
    """How badly a matrix would scan, by the four rules of ISO/IEC 18004; `rows` are bits."""
    texts = [f"{row:0{size}b}" for row in rows]
    lines = " ".join([*texts, *("".join(column) for column in zip(*texts, strict=True))])
    runs = sum(len(run) - 2 for run in _LONG_RUN.findall(lines))
    corners = 40 * len(_LIKE_A_CORNER.findall(lines))
    inner = (1 << (size - 1)) - 1
    blocks = 0
    for above, below in pairwise(rows):
        differs = (above ^ below) | (above ^ (above >> 1)) | ((above ^ below) >> 1)
        blocks += (~differs & inner).bit_count()
    dark = sum(row.bit_count() for row in rows)
    uneven = int(abs(dark * 100 / size**2 - 50) / 5) * 10
    return runs + corners + 3 * blocks + uneven


def _code(digits: str) -> QRCode:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(QRData(digits, mode=MODE_NUMBER), optimize=0)
    code.best_fit()
    return code


def _laid_out(code: QRCode, *, test: bool, mask: int) -> Rows:
    code.makeImpl(test, mask)
    return tuple(int("".join("1" if dark else "0" for dark in row), 2) for row in code.modules)


@lru_cache(maxsize=4)
def _layers(version: int) -> tuple[tuple[Rows, Rows], ...]:
    """For each mask, the bits it changes in a layout for trial with mask 0, and in the end."""
    code = _code("0")
    code.version = version
    code.data_cache = None
    base = _laid_out(code, test=True, mask=0)

    def layer(*, test: bool, mask: int) -> Rows:
        rows = _laid_out(code, test=test, mask=mask)
        return tuple(row ^ bits for row, bits in zip(rows, base, strict=True))

    return tuple((layer(test=True, mask=mask), layer(test=False, mask=mask)) for mask in _MASKS)
