"""The smallest old Excel file (.xls): a compound file that holds one BIFF8 workbook."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def label(row: int, column: int, text: str) -> bytes:
    body = struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHH", row, column, 0) + body)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def xls(cells: bytes, *, name: str = "Sheet1", dimensions: bytes = b"") -> bytes:
    """A workbook with one sheet of these cell records; `dimensions` is what the sheet claims."""
    start = record(0x0809, struct.pack("<HHHHLL", 0x0600, 5, 0, 0, 0, 0))
    sheet_start = record(0x0809, struct.pack("<HHHHLL", 0x0600, 0x10, 0, 0, 0, 0))
    claimed = record(0x0200, dimensions) if dimensions else b""
    sheet = sheet_start + claimed + cells + record(0x000A)
    title = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    offset = len(start) + 4 + 6 + len(title) + 4
    bound = record(0x0085, struct.pack("<LBB", offset, 0, 0) + title)
    return compound(start + bound + record(0x000A) + sheet)


def compound(stream: bytes) -> bytes:
    """A compound file with one stream called Workbook, past the size of the mini stream."""
    padded = stream + bytes(max(4096, -(-len(stream) // SECTOR) * SECTOR) - len(stream))
    sectors = len(padded) // SECTOR
    fat = [FAT, END, *range(3, sectors + 2), END]
    fat += [FREE] * (SECTOR // 4 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6sLLLLLLLLLL",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, 1, 1, 0, 4096, END, 0, END, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108L", *[FREE] * 108)
    entries = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 2, len(padded))
    return header + struct.pack("<128L", *fat) + entries + bytes(SECTOR - len(entries)) + padded


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBLLL16sLQQLQ", raw, len(raw), kind, 1, FREE, FREE, child, b"", 0, 0, 0, start, size
    )
