"""A table in a file, CSV or Excel alike: how it is read, and its rows one at a time."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from app.errors import FieldInvalid, FileUnreadable
from app.services.exchange import sheets, sniff
from app.services.exchange.cells import restored

FILE_LIMIT = 200 * 1000 * 1000
ROW_LIMIT = 2_000_000
COLUMN_LIMIT = 200
CELL_LIMIT = 10_000
PREVIEW_ROWS = 50

# Fed to the parser after the last row: an unclosed quotation mark swallows it.
_END = "\x00end"

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Source:
    """A file and how it is read. `delimiter` is one of `sniff.DELIMITERS` or `sniff.SPACES`;
    a workbook has no encoding and no delimiter, but a `sheet` of `sheets`.

    `has_header` says that the first row names the columns.
    """

    path: Path
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    has_header: bool = True

    @property
    def is_workbook(self) -> bool:
        """Whether the file is Excel."""
        return bool(self.sheets)


def open_source(path: Path, *, encoding: str = "", delimiter: str = "", sheet: str = "") -> Source:
    """Find out how a file is to be read; what is given is taken as it is.

    Raises FileUnreadable: `missing_file`, `is_a_folder`, `unreadable`, `empty_file`,
    `too_large`, `binary_file`, `unknown_encoding`, `not_a_table`, `locked_file`;
    FieldInvalid for an encoding, delimiter or sheet that is not known.
    """
    head = _head(path)
    if sheets.is_workbook(head):
        names = sheets.sheet_names(path)
        if not names:
            raise FileUnreadable(str(path), "not_a_table")
        if sheet and sheet not in names:
            raise FieldInvalid("sheet", "unknown_value", sheet)
        return Source(path, sheet=sheet or names[0], sheets=names)
    if encoding:
        encoding = _known_encoding(path, encoding)
    encoding = encoding or sniff.encoding_of(path)
    if delimiter and delimiter not in (*sniff.DELIMITERS, sniff.SPACES):
        raise FieldInvalid("delimiter", "unknown_value", delimiter)
    if not delimiter:
        with path.open(encoding=encoding, newline="") as handle:
            delimiter = sniff.delimiter_of(handle.read(sniff.SAMPLE_BYTES // 4))
    return Source(path, encoding=encoding, delimiter=delimiter)


def with_header(source: Source, has_header: bool) -> Source:
    """The same file, its first row taken as names or as data."""
    return replace(source, has_header=has_header)


def lines(source: Source) -> Iterator[Line]:
    """(line number, cells) of every row that is not blank, the header included.

    Raises FileUnreadable where a cap is passed or a quotation mark is never closed.
    """
    count = 0
    try:
        for line, cells in _rows(source):
            _check_cells(source, cells)
            if any(cell.strip() for cell in cells):
                count += 1
                if count > ROW_LIMIT + 1:
                    raise FileUnreadable(str(source.path), "too_many_rows")
                yield line, cells
    except UnicodeError as error:
        # The file was written to since it was looked at.
        raise FileUnreadable(str(source.path), "unknown_encoding") from error
    except OSError as error:
        raise FileUnreadable(str(source.path), "unreadable") from error


def texts(source: Source) -> Iterator[Line]:
    """The rows of `lines` as they were before an export guarded a cell of theirs, whatever its
    column: a birthday or a code is guarded as a name is. Raises FileUnreadable."""
    for line, cells in lines(source):
        yield line, [restored(cell) for cell in cells]


def _rows(source: Source) -> Iterator[Line]:
    if source.is_workbook:
        return sheets.sheet_rows(source.path, source.sheet)
    return _spaced(source) if source.delimiter == sniff.SPACES else _separated(source)


def preview(source: Source, rows: int = PREVIEW_ROWS) -> tuple[tuple[str, ...], ...]:
    """The first rows of a file, the header included. Raises FileUnreadable."""
    return tuple(tuple(cells) for _, cells in islice(texts(source), rows))


def estimated_rows(source: Source, sample: Sequence[Sequence[str]]) -> int:
    """About how many rows there are, for progress; 0 where it cannot be told cheaply."""
    if source.is_workbook or not sample:
        return 0
    line_count = 0
    with source.path.open("rb") as handle:
        while chunk := handle.read(1 << 20):
            line_count += chunk.count(b"\n")
    return line_count


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise FileUnreadable(str(path), "is_a_folder")
    try:
        size = path.stat().st_size
        with path.open("rb") as handle:
            head = handle.read(8)
    except FileNotFoundError as error:
        raise FileUnreadable(str(path), "missing_file") from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), "unreadable") from error
    if not size:
        raise FileUnreadable(str(path), "empty_file")
    if size > FILE_LIMIT:
        raise FileUnreadable(str(path), "too_large")
    return head


def _known_encoding(path: Path, encoding: str) -> str:
    if encoding not in sniff.ENCODINGS:
        raise FieldInvalid("encoding", "unknown_value", encoding)
    if not sniff.reads_in(path, encoding):
        raise FileUnreadable(str(path), "unknown_encoding")
    return encoding


def _separated(source: Source) -> Iterator[Line]:
    with source.path.open(encoding=source.encoding, newline="") as handle:
        reader = csv.reader(chain(handle, [_END]), delimiter=source.delimiter)
        start = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                raise FileUnreadable(str(source.path), "unclosed_quote") from None
            except csv.Error as error:
                raise FileUnreadable(str(source.path), "cell_too_long") from error
            if cells == [_END]:
                return
            yield start, cells
            start = reader.line_num + 1


def _spaced(source: Source) -> Iterator[Line]:
    with source.path.open(encoding=source.encoding) as handle:
        for line, text in enumerate(handle, start=1):
            if len(text) > COLUMN_LIMIT * CELL_LIMIT:
                raise FileUnreadable(str(source.path), "cell_too_long")
            yield line, text.split()


def _check_cells(source: Source, cells: list[str]) -> None:
    if len(cells) > COLUMN_LIMIT:
        # Excel counts formatted but empty columns too.
        if any(cells[COLUMN_LIMIT:]):
            raise FileUnreadable(str(source.path), "too_many_columns")
        del cells[COLUMN_LIMIT:]
    if any(len(cell) > CELL_LIMIT for cell in cells):
        raise FileUnreadable(str(source.path), "cell_too_long")
