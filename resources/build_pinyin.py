"""Build `pinyin.bin` from pypinyin (developers only): `python resources/build_pinyin.py`.

The file is zlib-compressed: the length of the syllable list (2 bytes), the list itself
(ASCII, separated by spaces; the first is empty), one 16-bit index for each code point from
U+3400 to U+9FFF, then the characters above U+FFFF that the bundled font can print: their
count, their code points (32 bits each) and their indices (16 bits each). Little-endian.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from fontTools.ttLib import TTFont
from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT

HERE = Path(__file__).parent
FIRST, LAST = 0x3400, 0x9FFF


def reading(code_point: int) -> str:
    """The most common reading in ASCII, ü written v; empty when there is none."""
    if code_point not in PINYIN_DICT:
        return ""
    syllable: str = lazy_pinyin(chr(code_point))[0]
    return syllable if syllable.isascii() and syllable.isalpha() else ""


def main() -> None:
    """Write the table."""
    with TTFont(HERE / "fonts" / "NotoSansSC-Regular.ttf", lazy=True) as font:
        printable = set(font.getBestCmap())
    dense = [reading(code_point) for code_point in range(FIRST, LAST + 1)]
    sparse = {c: reading(c) for c in (*sorted(printable), 0x3007) if c > 0xFFFF or c == 0x3007}
    sparse = {code_point: text for code_point, text in sparse.items() if text}
    syllables = ["", *sorted({*dense, *sparse.values()} - {""})]
    index = {text: place for place, text in enumerate(syllables)}
    names = " ".join(syllables).encode("ascii")
    payload = struct.pack("<H", len(names)) + names
    payload += struct.pack(f"<{len(dense)}H", *(index[text] for text in dense))
    payload += struct.pack("<H", len(sparse))
    payload += struct.pack(f"<{len(sparse)}I", *sparse)
    payload += struct.pack(f"<{len(sparse)}H", *(index[text] for text in sparse.values()))
    target = HERE / "pinyin.bin"
    target.write_bytes(zlib.compress(payload, 9))
    hanzi = sum(map(bool, dense)) + len(sparse)
    print(f"{hanzi} hanzi, {len(syllables) - 1} syllables, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
