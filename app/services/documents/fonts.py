"""The bundled fonts: which one prints a character, how wide a text is, how it fits.

Nothing is read before the first text is measured, and then only widths.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from app.resources import resource_path
from app.services.documents.drawing import MM_PER_POINT, Weight
from app.services.documents.truetype import TrueTypeWidths

MISSING = "□"
"""What is printed for a character that no bundled font has."""

FACES = {
    "NotoSansSC-Regular": "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold": "NotoSansSC-Bold.ttf",
    "NotoSans-European-Regular": "NotoSans-European-Regular.ttf",
    "NotoSans-European-Bold": "NotoSans-European-Bold.ttf",
}
_LAST_RESORT = "NotoSansSC-Regular"
# The bold faces are subsets; a rare character of a heading is printed in regular.
_CHAINS = {
    Weight.REGULAR: (_LAST_RESORT, "NotoSans-European-Regular"),
    Weight.BOLD: (
        "NotoSansSC-Bold",
        "NotoSans-European-Bold",
        _LAST_RESORT,
        "NotoSans-European-Regular",
    ),
}
# What may not begin a line of Chinese.
_CLOSING = frozenset("，。、；：？！）》」』】〉〕”’…·,.;:?!)]}%")
_WIDE_FROM = 0x2E80


def face_path(face: str) -> Path:
    """The file of a face named in `FACES`."""
    return resource_path("fonts", FACES[face])


@lru_cache(maxsize=len(FACES))
def _widths(face: str) -> TrueTypeWidths:
    return TrueTypeWidths(face_path(face))


@lru_cache(maxsize=16_384)
def _glyph(character: str, weight: Weight) -> tuple[str, float, bool]:
    """The face that prints a character, its width in em, and whether it truly has it."""
    for face in _CHAINS[weight]:
        width = _widths(face).width(ord(character))
        if width is not None:
            return face, width / 1000, True
    missing = _widths(_LAST_RESORT).width(ord(MISSING)) or 1000
    return _LAST_RESORT, missing / 1000, False


def covers(text: str, weight: Weight = Weight.REGULAR) -> bool:
    """Whether the bundled fonts have every character of `text`."""
    return all(_glyph(character, weight)[2] for character in text)


def runs(text: str, weight: Weight) -> list[tuple[str, str, float]]:
    """`text` as (face, part, width in em) runs, for a painter that embeds fonts."""
    marked = [(character, *_glyph(character, weight)) for character in text]
    parts = []
    for face, group in groupby(marked, key=lambda mark: mark[1]):
        marks = list(group)
        parts.append((face, "".join(m[0] for m in marks), sum(m[2] for m in marks)))
    return parts


def shown(text: str, weight: Weight) -> str:
    """`text` with `MISSING` for what the fonts lack, for a painter that draws glyphs."""
    return "".join(c if _glyph(c, weight)[2] else MISSING for c in text)


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """`text` in one line without what cannot be seen: breaks are blanks, controls are boxes.

    Direction marks, joiners and variation selectors are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable_character(character) for character in text).strip()


def _printable_character(character: str) -> str:
    if character in "\t\n\v\f\r\x85":
        return " "
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return ""
    match unicodedata.category(character):
        case "Zl" | "Zp":
            return " "
        case "Cf":
            return ""
        case "Cc" | "Cs":
            return MISSING
    return character


@lru_cache(maxsize=8192)
def _em_width(text: str, weight: Weight) -> float:
    return sum(_glyph(character, weight)[1] for character in text)


def width(text: str, size_pt: float, weight: Weight = Weight.REGULAR) -> float:
    """How wide `text` is, in millimetres, without kerning."""
    return _em_width(text, weight) * size_pt * MM_PER_POINT


def shortened(text: str, size_pt: float, weight: Weight, room: float) -> str:
    """`text`, or as much of its start as `room` millimetres take, and an ellipsis."""
    if width(text, size_pt, weight) <= room:
        return text
    # The font's own ellipsis is the Chinese one, in the middle of the line.
    ellipsis = "…" if any(ord(character) >= _WIDE_FROM for character in text) else "..."
    left = room - width(ellipsis, size_pt, weight)
    kept = 0
    for character in text:
        left -= width(character, size_pt, weight)
        if left < 0:
            break
        kept += 1
    return text[:kept].rstrip() + ellipsis


def fitted(
    text: str, size_pt: float, weight: Weight, room: float, least_pt: float
) -> tuple[str, float]:
    """`text` in `room` millimetres: smaller type down to `least_pt`, then shortened."""
    needed = width(text, size_pt, weight)
    if needed <= room:
        return text, size_pt
    size_pt = max(least_pt, size_pt * room / needed)
    return shortened(text, size_pt, weight, room * 1.001), size_pt


def wrapped(text: str, size_pt: float, weight: Weight, room: float) -> list[str]:
    """`text` in lines of `room` millimetres: Latin between words, Chinese anywhere.

    A word longer than a line is broken; closing punctuation begins no line.
    """
    lines = [""]
    for piece in _pieces(text):
        for part in _cut(piece, size_pt, weight, room):
            if width((lines[-1] + part).rstrip(), size_pt, weight) <= room:
                lines[-1] += part
            else:
                lines.append(part)
    return [line.strip() for line in lines if line.strip()] or [""]


def _pieces(text: str) -> list[str]:
    """What a line must not break: a word with its blanks, a hanzi with what closes it."""
    pieces: list[str] = []
    for character in text:
        wide = ord(character) >= _WIDE_FROM
        last = pieces[-1][-1] if pieces else ""
        joins = bool(last) and (
            character in _CLOSING
            or (character == " ")
            or not (wide or last == " " or last == "-" or ord(last) >= _WIDE_FROM)
        )
        if joins:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _cut(piece: str, size_pt: float, weight: Weight, room: float) -> list[str]:
    """A piece, cut where it is wider than a whole line."""
    if width(piece.rstrip(), size_pt, weight) <= room:
        return [piece]
    parts = [""]
    for character in piece:
        if parts[-1] and width(parts[-1] + character, size_pt, weight) > room:
            parts.append("")
        parts[-1] += character
    return parts
