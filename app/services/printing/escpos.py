"""The commands of ESC/POS that every receipt printer of these days understands."""

from __future__ import annotations

ESC, FS, GS, DLE = b"\x1b", b"\x1c", b"\x1d", b"\x10"

LEFT, CENTRE, RIGHT = 0, 1, 2
BAND_ROWS = 128
"""Rows of dots in one picture command: a cheap printer's memory holds no more."""

ASK_OFFLINE = DLE + b"\x04\x02"
ASK_PAPER = DLE + b"\x04\x04"
QR_LEVEL_M = 49
_PULSE = {2: b"\x00", 5: b"\x01"}
_ON, _OFF = 25, 250  # in units of 2 ms


class EscPos:
    """Collects commands; each method appends one and returns the builder."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def done(self) -> bytes:
        """Everything so far."""
        return b"".join(self._parts)

    def _add(self, *parts: bytes) -> EscPos:
        self._parts += parts
        return self

    def start(self) -> EscPos:
        """Forget what was set before: modes, alignment, a half-read command."""
        return self._add(ESC, b"@")

    def chinese(self) -> EscPos:
        """Read bytes from 0x80 on as double-byte characters of the printer's own set."""
        return self._add(FS, b"&")

    def align(self, where: int) -> EscPos:
        """`LEFT`, `CENTRE` or `RIGHT` from the next line on."""
        return self._add(ESC, b"a", bytes([where]))

    def bold(self, on: bool) -> EscPos:
        """Heavier type, or no longer."""
        return self._add(ESC, b"E", bytes([on]))

    def size(self, wide: int, high: int) -> EscPos:
        """Type 1 to 8 times as wide and as high; hanzi as well."""
        return self._add(GS, b"!", bytes([(wide - 1) << 4 | (high - 1)]))

    def text(self, encoded: bytes) -> EscPos:
        """Characters in the printer's encoding, on the line begun."""
        return self._add(encoded)

    def line(self, encoded: bytes = b"") -> EscPos:
        """Characters, and the end of the line."""
        return self._add(encoded, b"\n")

    def feed(self, lines: int) -> EscPos:
        """Move the paper on."""
        return self._add(ESC, b"d", bytes([lines]))

    def raster(self, width_bytes: int, rows: bytes) -> EscPos:
        """A picture, `width_bytes` × 8 dots across, a set bit is black; band by band."""
        band = width_bytes * BAND_ROWS
        for at in range(0, len(rows), band):
            part = rows[at : at + band]
            size = width_bytes.to_bytes(2, "little") + (len(part) // width_bytes).to_bytes(
                2, "little"
            )
            self._add(GS, b"v0\x00", size, part)
        return self

    def qr(self, data: bytes, module: int = 6) -> EscPos:
        """A QR code, error correction M, that the printer draws with `module` dots a module."""
        for function in (
            b"\x31\x41\x32\x00",  # model 2
            b"\x31\x43" + bytes([module]),
            b"\x31\x45" + bytes([QR_LEVEL_M]),
            b"\x31\x50\x30" + data,
            b"\x31\x51\x30",
        ):
            self._add(GS, b"(k", len(function).to_bytes(2, "little"), function)
        return self

    def cut(self, how: str) -> EscPos:
        """Move the paper to the knife and cut it ("full", "partial"), or to the tear edge."""
        if how == "none":
            return self.feed(5)
        return self._add(GS, b"V", b"\x41" if how == "full" else b"\x42", b"\x00")

    def drawer(self, pin: int) -> EscPos:
        """A pulse that opens the drawer on pin 2 or 5 of the printer's socket."""
        return self._add(ESC, b"p", _PULSE[pin], bytes([_ON, _OFF]))
