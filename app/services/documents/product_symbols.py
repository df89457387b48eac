"""The bars of a product's code: EAN-13 or EAN-8 where it is one, else Code 128."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.services.documents.drawing import Symbol
from app.services.rules.codes import gtin_check_holds

_DARK = re.compile("1+")
_QUIET = {"EAN13": 11 + 7, "EAN8": 7 + 7, "CODE128": 10 + 10}
_LEFT_QUIET = {"EAN13": 11, "EAN8": 7, "CODE128": 10}

Bars = tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ProductBars:
    """The bars of a code: its modules, and the quiet zone that scanners ask for beside them."""

    kind: str
    modules: int
    bars: Bars
    digits: str

    @property
    def modules_in_all(self) -> int:
        """With the quiet zone on both sides."""
        return self.modules + _QUIET[self.kind]

    def drawn(self, x: float, y: float, module: float, height: float) -> Symbol:
        """The bars with `module` millimetres a module, quiet zone left of them included."""
        left = x + _LEFT_QUIET[self.kind] * module
        return Symbol(left, y, self.modules * module, height, self.modules, 1, self.bars)


@lru_cache(maxsize=512)
def product_bars(code: str) -> ProductBars | None:
    """How a product's barcode is drawn; None where no scanner could read it back."""
    from barcode.codex import Code128
    from barcode.ean import EAN8, EAN13

    digits = code.isascii() and code.isdigit()
    if digits and len(code) in (12, 13) and gtin_check_holds(code):
        # A GTIN-12 is the GTIN-13 that starts with 0.
        full = code.zfill(13)
        (row,) = EAN13(full[:12]).build()
        return _bars("EAN13", row, f"{full[0]} {full[1:7]} {full[7:]}")
    if digits and len(code) == 8 and gtin_check_holds(code):
        (row,) = EAN8(code[:7]).build()
        return _bars("EAN8", row, f"{code[:4]} {code[4:]}")
    if code and code.isascii() and code.isprintable():
        (row,) = Code128(code).build()
        return _bars("CODE128", row, code)
    return None


def _bars(kind: str, row: str, digits: str) -> ProductBars:
    runs = tuple((run.start(), 0, run.end() - run.start(), 1) for run in _DARK.finditer(row))
    return ProductBars(kind, len(row), runs, digits)
