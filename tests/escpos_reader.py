"""A small receipt printer: reads ESC/POS and draws the paper that would come out of it.

It knows the commands we send and refuses every other, so that a stray byte is noticed. Text is
set in the bundled font on a grid of 12 dots a column; QR commands are drawn by zxing-cpp, an
encoder that is not ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from app.services.documents.fonts import face_path

LINE, COLUMN = 30, 12
_REGULAR = ImageFont.truetype(face_path("NotoSansSC-Regular"), 23)
_BOLD = ImageFont.truetype(face_path("NotoSansSC-Bold"), 23)


@dataclass
class Paper:
    """What came out: `picture` is grey, `cuts` are rows of dots, `text` the lines set as type."""

    picture: Image.Image
    cuts: list[int] = field(default_factory=list)
    pulses: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    raster_bands: int = 0
    native_codes: list[str] = field(default_factory=list)

    @property
    def codes(self) -> set[str]:
        """Every code on the paper, as an independent decoder reads it."""
        return {code.text for code in zxingcpp.read_barcodes(self.picture)}


class _Printer:
    def __init__(self, data: bytes, dots: int, encoding: str) -> None:
        self.data, self.at, self.dots, self.encoding = data, 0, dots, encoding
        self.strips: list[Image.Image] = []
        self.paper = Paper(Image.new("L", (dots, 1), 255))
        self.line: list[tuple[str, int, int, bool]] = []
        self.buffer = b""
        self.qr = b""
        self.reset()

    def reset(self) -> None:
        self.bold, self.wide, self.high, self.align = False, 1, 1, 0

    def take(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + count]
        assert len(piece) == count, "the bytes end inside a command"
        self.at += count
        return piece

    @property
    def height(self) -> int:
        return sum(strip.height for strip in self.strips)

    def run(self) -> Paper:
        while self.at < len(self.data):
            byte = self.take(1)
            if byte == b"\x1b":
                self.escape(self.take(1))
            elif byte == b"\x1d":
                self.group(self.take(1))
            elif byte == b"\x1c":
                self.text_ends()
                assert self.take(1) in (b"&", b".")
            elif byte == b"\x10":
                self.take(2)
            elif byte == b"\n":
                self.line_ends()
            else:
                assert byte >= b" ", f"a stray control byte {byte!r} at {self.at}"
                self.buffer += byte
                if byte >= b"\x80":
                    self.buffer += self.take(1)
        self.text_ends()
        assert not self.line, "a line was begun and not ended"
        whole = Image.new("L", (self.dots, max(1, self.height)), 255)
        top = 0
        for strip in self.strips:
            whole.paste(strip, (0, top))
            top += strip.height
        self.paper.picture = whole
        return self.paper

    def escape(self, kind: bytes) -> None:
        self.text_ends()
        if kind == b"@":
            assert not self.line
            self.reset()
        elif kind == b"a":
            assert not self.line, "alignment changes at the start of a line only"
            self.align = self.take(1)[0]
        elif kind == b"E":
            self.bold = bool(self.take(1)[0])
        elif kind == b"d":
            self.strips.append(Image.new("L", (self.dots, LINE * self.take(1)[0]), 255))
        elif kind == b"p":
            pin, on, off = self.take(3)
            assert 0 < on <= off
            self.paper.pulses.append({0: 2, 1: 5}[pin])
        elif kind == b"t":
            self.take(1)
        else:
            raise AssertionError(f"unknown command ESC {kind!r}")

    def group(self, kind: bytes) -> None:
        self.text_ends()
        if kind == b"!":
            size = self.take(1)[0]
            self.wide, self.high = (size >> 4) + 1, (size & 15) + 1
        elif kind == b"V":
            how = self.take(1)
            assert how in (b"\x41", b"\x42")
            self.strips.append(Image.new("L", (self.dots, 60 + self.take(1)[0]), 255))
            self.paper.cuts.append(self.height)
        elif kind == b"v":
            self.raster()
        elif kind == b"(":
            assert self.take(1) == b"k"
            self.symbol(self.take(int.from_bytes(self.take(2), "little")))
        else:
            raise AssertionError(f"unknown command GS {kind!r}")

    def raster(self) -> None:
        assert not self.line, "a picture begins on a line of its own"
        assert self.take(2) == b"0\x00"
        across = int.from_bytes(self.take(2), "little")
        rows = int.from_bytes(self.take(2), "little")
        assert 0 < rows <= 255
        assert across * 8 <= self.dots, "wider than the paper"
        band = Image.frombytes("1", (across * 8, rows), self.take(across * rows)).convert("L")
        strip = Image.new("L", (self.dots, rows), 255)
        strip.paste(band.point([255 - level for level in range(256)]), (0, 0))
        self.strips.append(strip)
        self.paper.raster_bands += 1

    def symbol(self, function: bytes) -> None:
        if function[:2] == b"1P":
            self.qr = function[3:]
        elif function[:2] == b"1C":
            self.module = function[2]
        elif function[:2] == b"1Q":
            text = self.qr.decode("ascii")
            self.paper.native_codes.append(text)
            code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
            drawn = Image.fromarray(code.to_image(scale=self.module, add_quiet_zones=False))
            strip = Image.new("L", (self.dots, drawn.height), 255)
            left = {0: 0, 1: (self.dots - drawn.width) // 2, 2: self.dots - drawn.width}
            strip.paste(drawn.convert("L"), (left[self.align], 0))
            self.strips.append(strip)

    def text_ends(self) -> None:
        if self.buffer:
            text = self.buffer.decode(self.encoding, "replace")
            self.line.append((text, self.wide, self.high, self.bold))
            self.buffer = b""

    def line_ends(self) -> None:
        self.text_ends()
        high = max((run[2] for run in self.line), default=1)
        strip = Image.new("L", (self.dots, 24 * high + LINE - 24), 255)
        columns = sum(_columns(text) * wide for text, wide, _, _ in self.line)
        assert columns * COLUMN <= self.dots, f"too long for a line: {self.line}"
        x = {0: 0, 1: (self.dots - columns * COLUMN) // 2, 2: self.dots - columns * COLUMN}[
            self.align
        ]
        for text, wide, tall, bold in self.line:
            for character in text:
                cell = Image.new("L", (COLUMN * _columns(character), 24), 255)
                draw = ImageDraw.Draw(cell)
                draw.text((0, 20), character, 0, _BOLD if bold else _REGULAR, anchor="ls")
                cell = cell.resize((cell.width * wide, 24 * tall))
                strip.paste(cell, (x, 24 * (high - tall)))
                x += cell.width
        self.strips.append(strip)
        self.paper.text.append("".join(run[0] for run in self.line))
        self.line = []


def _columns(text: str) -> int:
    return sum(2 if len(character.encode("gbk", "replace")) > 1 else 1 for character in text)


def read(data: bytes, dots: int = 576, encoding: str = "gbk") -> Paper:
    """The paper that a printer of `dots` across makes of the bytes; `encoding` is its type's."""
    return _Printer(data, dots, encoding).run()
