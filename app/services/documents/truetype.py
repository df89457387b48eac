"""The advance widths of a bundled TrueType font, read without a font library.

Measuring a receipt must not cost the 80 ms that reportlab and its font parser take to
load: only `cmap` and `hmtx` are read, in about a millisecond.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from pathlib import Path


def _big_endian(code: str, data: bytes) -> array[int]:
    values = array(code, data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


class TrueTypeWidths:
    """Which characters a font has, and how wide they are in thousandths of the type size."""

    def __init__(self, path: Path) -> None:
        """Read the font's tables; raises OSError where the file cannot be read."""
        with path.open("rb") as file:
            (count,) = struct.unpack_from(">4xH", file.read(12))
            directory = file.read(16 * count)
            places: dict[bytes, tuple[int, int]] = {}
            for index in range(count):
                tag, _, start, length = struct.unpack_from(">4sIII", directory, 16 * index)
                places[tag] = (start, length)

            def table(tag: bytes) -> bytes:
                start, length = places[tag]
                file.seek(start)
                return file.read(length)

            (units,) = struct.unpack_from(">18xH", table(b"head"))
            (self._measured,) = struct.unpack_from(">34xH", table(b"hhea"))
            self._metrics = _big_endian("H", table(b"hmtx")[: 4 * self._measured])
            self._read_cmap(table(b"cmap"))
        self._scale: float = 1000 / units

    def _read_cmap(self, cmap: bytes) -> None:
        """Keep the Unicode table as (first, last, first glyph) ranges; format 12 before 4."""
        (count,) = struct.unpack_from(">2xH", cmap)
        starts = [struct.unpack_from(">4xI", cmap, 4 + 8 * index)[0] for index in range(count)]
        by_format = {struct.unpack_from(">H", cmap, start)[0]: start for start in starts}
        if 12 in by_format:
            start = by_format[12]
            (groups,) = struct.unpack_from(">12xI", cmap, start)
            values = struct.unpack_from(f">{3 * groups}I", cmap, start + 16)
            ranges = list(zip(values[0::3], values[1::3], values[2::3], strict=True))
        else:
            ranges = _format_4_ranges(cmap, by_format[4])
        self._firsts = [first for first, _, _ in ranges]
        self._ranges = ranges

    def width(self, code_point: int) -> float | None:
        """The advance in thousandths of the type size; None where the font lacks it."""
        index = bisect_right(self._firsts, code_point) - 1
        if index < 0:
            return None
        first, last, glyph = self._ranges[index]
        if code_point > last:
            return None
        measured = min(glyph + code_point - first, self._measured - 1)
        advance: int = self._metrics[2 * measured]
        return advance * self._scale


def _format_4_ranges(cmap: bytes, start: int) -> list[tuple[int, int, int]]:
    """A format 4 table as ranges of consecutive glyphs."""
    (double,) = struct.unpack_from(">6xH", cmap, start)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", cmap, start + 14)
    firsts = struct.unpack_from(f">{count}H", cmap, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", cmap, start + 16 + 2 * double)
    offsets_at = start + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", cmap, offsets_at)
    ranges: list[tuple[int, int, int]] = []
    for index, (first, last) in enumerate(zip(firsts, ends, strict=True)):
        if first == 0xFFFF:
            continue
        if not offsets[index]:
            ranges.append((first, last, (first + deltas[index]) & 0xFFFF))
            continue
        glyphs_at = offsets_at + 2 * index + offsets[index]
        for code_point in range(first, last + 1):
            (glyph,) = struct.unpack_from(">H", cmap, glyphs_at + 2 * (code_point - first))
            if glyph:
                ranges.append((code_point, code_point, (glyph + deltas[index]) & 0xFFFF))
    return ranges
