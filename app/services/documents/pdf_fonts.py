"""Our fonts for reportlab, so that text copies out of a PDF as it was put in."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts

from app.services.documents.fonts import FACES, MISSING, face_path

_MOST_ENTRIES = 100
"""The longest list of characters that the format of a ToUnicode map allows."""


class _Glyphs(dict[int, int]):
    """Glyph of each character, and the box for any other.

    reportlab then gives a character that the font lacks a place of its own in the embedded
    subset: it prints a box, and still copies out as the character it is.
    """

    def __init__(self, glyphs: dict[int, int]) -> None:
        super().__init__(glyphs)
        self._missing = glyphs.get(ord(MISSING), 0)

    def __contains__(self, code_point: object) -> bool:
        return True

    def __missing__(self, code_point: int) -> int:
        return self._missing


class _CopyableFont(ttfonts.TTFont):
    """A TTFont whose ToUnicode map holds above U+FFFF, and that threads may share."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, shapable=False)
        self._reading = threading.Lock()
        face = self.face
        face.defaultWidth = face.charWidths.get(ord(MISSING), face.defaultWidth)
        face.charToGlyph = _Glyphs(face.charToGlyph)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        state = self.state[doc]
        # The parser reads from one shared position while it cuts the subset out.
        with self._reading:
            super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for index, subset in enumerate(state.subsets):
            font = fonts[f"{state.internalName}+{index}"]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, subset)


def _to_unicode(name: str, subset: list[int]) -> str:
    """The map from the subset's bytes to UTF-16, surrogate pairs where they are needed.

    reportlab 5.1 writes code points above U+FFFF as five hexadecimal digits, which
    readers take for another character.
    """
    entries = [
        f"<{byte:02X}> <{chr(code_point).encode('utf-16-be').hex().upper()}>"
        for byte, code_point in enumerate(subset)
        if code_point
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _MOST_ENTRIES):
        part = entries[start : start + _MOST_ENTRIES]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


_registering = threading.Lock()


def pdf_font(face: str) -> str:
    """The name under which reportlab knows a face of `fonts.FACES`, parsed when first used."""
    with _registering:
        return _registered(face)


@lru_cache(maxsize=len(FACES))
def _registered(face: str) -> str:
    pdfmetrics.registerFont(_CopyableFont(face, str(face_path(face))))
    return face
