"""Excel workbooks, measured before they are parsed: a small file can unfold into a huge one.

The parser holds a whole sheet as a rectangle from its first cell to its last, so two cells in
opposite corners are enough to fill the memory: sizes and corners are looked at first.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO, TypeVar

import python_calamine as calamine

from app.errors import FileUnreadable
from app.services.exchange import old_excel

EXPANSION_LIMIT = 1 << 30
EXPANSION_RATIO = 20
# Under this, a workbook may be as repetitive as it likes.
EXPANSION_FREE = 64 << 20
CELL_LIMIT = 20_000_000
COLUMN_LIMIT = 16_384
ROW_LIMIT = 1_048_576
ENTRY_LIMIT = 10_000

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,9})(\d{1,12})[\"']")
_LONGEST_REFERENCE = 64
# XML cannot hold these two; the parser leaves their escaped form as it is.
_NO_CHARACTER = re.compile(r"_x(FFF[EF])_")
T = TypeVar("T")
Cell = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins with `head` is meant to be a workbook."""
    return head.startswith((ZIP_MAGIC, OLE_MAGIC))


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of a workbook's sheets, after its size was checked.

    Raises FileUnreadable: `not_a_table`, `too_large`, `locked_file`.
    """
    _measure(path)
    with _opened(path) as book:
        return tuple(
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        )


def sheet_rows(path: Path, sheet: str) -> Iterator[tuple[int, list[str]]]:
    """(row number as Excel shows it, cells as text) of one sheet. Raises FileUnreadable."""
    _measure(path)
    with _opened(path) as book:
        rows = iter(_guarded(path, lambda: book.get_sheet_by_name(sheet).iter_rows()))
        line = 0
        while (cells := _guarded(path, lambda: next(rows, None))) is not None:
            line += 1
            yield line, [text_of(cell) for cell in cells]


def text_of(cell: Cell) -> str:
    """A cell as a person would have typed it: no `.0` on whole numbers, dates as ISO."""
    if isinstance(cell, str):
        return _NO_CHARACTER.sub(lambda found: chr(int(found.group(1), 16)), cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        # 15 digits are what Excel itself shows; more are only noise of binary fractions.
        text = f"{cell:.15g}"
        return f"{float(text):.0f}" if "e+" in text and abs(cell) < 1e18 else text
    if isinstance(cell, datetime):
        midnight = cell.time() == time(0)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


@contextmanager
def _opened(path: Path) -> Iterator[calamine.CalamineWorkbook]:
    book = _guarded(path, lambda: calamine.CalamineWorkbook.from_path(path))
    try:
        yield book
    finally:
        book.close()


def _guarded(path: Path, work: Callable[[], T]) -> T:
    """Run the parser; whatever it says about a damaged file becomes a refusal."""
    try:
        return work()
    except calamine.PasswordError as error:
        raise FileUnreadable(str(path), "locked_file") from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise FileUnreadable(str(path), "not_a_table") from error
    except BaseException as error:
        # A panic inside the parser is no Exception; its type is not importable.
        if type(error).__name__ != "PanicException":
            raise
        raise FileUnreadable(str(path), "not_a_table") from error


def _measure(path: Path) -> None:
    """Refuse a workbook that would unfold past the caps, before anything parses it."""
    with path.open("rb") as handle:
        head = handle.read(8)
    if head.startswith(OLE_MAGIC):
        _measure_old(path)
        return
    try:
        with zipfile.ZipFile(path) as book, path.open("rb") as raw:
            entries = book.infolist()
            names = {entry.filename for entry in entries}
            if "xl/workbook.xml" not in names or len(entries) > ENTRY_LIMIT:
                raise FileUnreadable(str(path), "not_a_table")
            _measure_entries(path, raw, entries)
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, NotImplementedError) as error:
        raise FileUnreadable(str(path), "not_a_table") from error
    except (UnicodeError, ValueError, RuntimeError) as error:
        raise FileUnreadable(str(path), "not_a_table") from error


def _measure_old(path: Path) -> None:
    try:
        cells = old_excel.largest_sheet(path)
    except old_excel.Unsound as error:
        raise FileUnreadable(str(path), "not_a_table") from error
    if cells > CELL_LIMIT:
        raise FileUnreadable(str(path), "too_large")


def _measure_entries(path: Path, raw: BinaryIO, entries: Sequence[zipfile.ZipInfo]) -> None:
    size = path.stat().st_size
    limit = min(EXPANSION_LIMIT, max(EXPANSION_FREE, EXPANSION_RATIO * size))
    whole = 0
    for entry in entries:
        corners = _Corners()
        is_sheet = entry.filename.startswith("xl/worksheets/")
        for chunk in _expanded(raw, entry):
            whole += len(chunk)
            if whole > limit:
                raise FileUnreadable(str(path), "too_large")
            if is_sheet:
                corners.look_at(chunk)
        if corners.cells > CELL_LIMIT:
            raise FileUnreadable(str(path), "too_large")


def _expanded(raw: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one entry as it really unfolds; the size it declares may be a lie."""
    raw.seek(entry.header_offset)
    header = raw.read(30)
    if header[:4] != ZIP_MAGIC:
        raise zipfile.BadZipFile
    name_size, extra_size = struct.unpack("<HH", header[26:30])
    raw.seek(name_size + extra_size, 1)
    left = entry.compress_size
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0:
        packed = raw.read(min(left, _CHUNK))
        if not packed:
            raise zipfile.BadZipFile
        left -= len(packed)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield packed
            continue
        while packed:
            yield inflater.decompress(packed, _CHUNK)
            packed = inflater.unconsumed_tail


class _Corners:
    """The rectangle that the cells of a sheet span, read off its XML as it streams by."""

    def __init__(self) -> None:
        self._tail = b""
        self._rows = (ROW_LIMIT * 1000, 0)
        self._columns = (COLUMN_LIMIT * 1000, 0)

    def look_at(self, chunk: bytes) -> None:
        """Take in the next piece of the sheet."""
        text = self._tail + chunk
        for letters, digits in set(_REFERENCE.findall(text)):
            row = int(digits)
            self._rows = min(self._rows[0], row), max(self._rows[1], row)
            if letters:
                column = 0
                for letter in letters.upper():
                    column = column * 26 + letter - 64
                self._columns = min(self._columns[0], column), max(self._columns[1], column)
        self._tail = text[-_LONGEST_REFERENCE:]

    @property
    def cells(self) -> int:
        """How many cells the parser would make room for."""
        height = max(0, self._rows[1] - self._rows[0] + 1)
        width = max(0, self._columns[1] - self._columns[0] + 1)
        return height * max(1, width)
