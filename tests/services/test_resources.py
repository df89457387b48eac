"""The bundled files are there, readable, and free to ship."""

from __future__ import annotations

import sys
import wave
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from app.resources import resource_path

ICONS = sorted(resource_path("icons").glob("*.svg"))


def test_every_icon_takes_its_colour_from_the_theme():
    assert len(ICONS) >= 80
    for icon in ICONS:
        root = ElementTree.parse(icon).getroot()
        assert root.get("stroke") == "currentColor", icon.name
        assert root.get("viewBox") == "0 0 24 24", icon.name


@pytest.mark.parametrize(
    ("folder", "licence", "words"),
    [
        ("fonts", "OFL-NotoSansSC.txt", "SIL Open Font License"),
        ("fonts", "OFL-NotoSans.txt", "SIL Open Font License"),
        ("icons", "LICENSE-lucide.txt", "ISC License"),
    ],
)
def test_every_licence_lies_beside_what_it_covers(folder, licence, words):
    assert words in resource_path(folder, licence).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["good.wav", "bad.wav"])
def test_the_scan_tones_are_short(name):
    with wave.open(str(resource_path("sounds", name))) as sound:
        assert 0.1 < sound.getnframes() / sound.getframerate() < 0.5


def test_the_regular_font_prints_every_name_of_gbk_and_the_rare_ones():
    with TTFont(resource_path("fonts", "NotoSansSC-Regular.ttf"), lazy=True) as font:
        characters = set(font.getBestCmap())
        assert "glyf" in font  # outlines that can be embedded in a PDF
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x80, 0xFF))
    gbk = {text for pair in pairs if len(text := pair.decode("gbk", "ignore")) == 1}
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0x7F))
    gbk |= {text for pair in pairs if len(text := pair.decode("gbk", "ignore")) == 1}
    assert len(gbk) > 21_000
    assert {text for text in gbk | set("䶮㛃𬭚□") if ord(text) not in characters} <= {"≒"}


def test_a_frozen_program_finds_its_files_where_it_was_unpacked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("fonts", "a.ttf") == tmp_path / "resources" / "fonts" / "a.ttf"
