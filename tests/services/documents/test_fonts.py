"""Texts are measured as the fonts print them, and fit where they are put."""

from __future__ import annotations

import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from app.services.documents import fonts
from app.services.documents.drawing import MM_PER_POINT, Weight
from app.services.documents.fonts import FACES, covers, fitted, printable, runs, width, wrapped
from app.services.documents.truetype import TrueTypeWidths

TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize("face", FACES)
def test_widths_are_those_that_a_font_library_reads(face):
    ours = TrueTypeWidths(fonts.face_path(face))
    with TTFont(fonts.face_path(face), lazy=True) as font:
        characters = font.getBestCmap()
        metrics = font["hmtx"]
        for code_point in [*range(0x20, 0x3000), *range(0x4E00, 0x5200), 0x2CB5A, 0x10FFFF]:
            expected = metrics[characters[code_point]][0] if code_point in characters else None
            assert ours.width(code_point) == expected, hex(code_point)


def test_a_bold_text_falls_back_character_by_character():
    parts = runs("曾𬭚ạ🎉", Weight.BOLD)
    assert [(face, text) for face, text, _ in parts] == [
        ("NotoSansSC-Bold", "曾"),
        ("NotoSansSC-Regular", "𬭚"),
        ("NotoSansSC-Bold", "ạ"),
        ("NotoSansSC-Regular", "🎉"),
    ]
    assert covers("曾𬭚ạ₹", Weight.BOLD)
    assert not covers("🎉")
    assert fonts.shown("a🎉", Weight.REGULAR) == "a□"


def test_a_width_is_in_millimetres():
    assert width("曾雨", 10) == pytest.approx(20 * MM_PER_POINT)
    assert width("", 10) == 0


def test_controls_are_boxes_breaks_are_blanks_and_marks_of_direction_are_gone():
    assert printable("a\tb\r\nc") == "a b  c"
    assert printable("a\x00b\x1b") == "a□b□"
    assert printable("\u202eabc\u200b\ufeff❤\ufe0f") == "abc❤"
    assert printable("\ud800") == "□"


def test_words_are_kept_whole_and_no_line_begins_with_a_comma():
    assert wrapped("fresh orange juice", 10, Weight.REGULAR, 24) == ["fresh orange", "juice"]
    room = width("春夏秋", 10) + 0.1
    assert wrapped("春夏秋，冬", 10, Weight.REGULAR, room) == ["春夏", "秋，冬"]
    assert wrapped("x" * 9, 10, Weight.REGULAR, width("xxxx", 10) + 0.1) == ["xxxx", "xxxx", "x"]


@given(TEXT, st.sampled_from(Weight), st.floats(8, 90))
def test_any_text_wraps_and_fits_and_loses_nothing(text, weight, room):
    text = printable(text)
    lines = wrapped(text, 9, weight, room)
    assert all(width(line, 9, weight) <= room + 1e-6 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    cut, size = fitted(text, 12, weight, room, 6)
    assert 6 <= size <= 12
    assert width(cut, size, weight) <= room * 1.01


def test_measuring_loads_neither_reportlab_nor_pillow():
    program = (
        "import sys\n"
        "from app.services.documents.card import card_pages\n"
        "from app.services.documents.receipt import receipt_pages\n"
        "from app.services.documents.fonts import width\n"
        "assert width('曾', 10)\n"
        "print([m for m in ('reportlab', 'PIL', 'qrcode', 'barcode') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
