"""Tables as CSV or Excel files, written row by row."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.errors import FileUnreadable
from app.services.exchange.cells import neutral

SUFFIXES = (".csv", ".xlsx")
# A sheet of Excel holds no more rows.
SHEET_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and whether its cells are plain decimal numbers or text.

    A text that a spreadsheet would run goes out with an apostrophe; a number never needs one.
    """

    name: str
    number: bool = False


def suffix_of(path: Path) -> str:
    """`.csv` or `.xlsx`, by the ending. Raises FileUnreadable (`output_type`)."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileUnreadable(str(path), "output_type", SUFFIXES)
    return suffix


def write_table(
    path: Path, suffix: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]
) -> int:
    """Write a whole table in the form of `suffix`, whatever the file's own name ends in.

    CSV is UTF-8 with a byte order mark, so that Excel reads it, and quoted by RFC 4180.
    Returns the number of rows below the heading. Raises FileUnreadable (`not_writable`).
    """
    return (_write_csv if suffix == ".csv" else _write_xlsx)(path, columns, rows)


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow([column.name for column in columns])
        for cells in rows:
            count += 1
            writer.writerow(
                [
                    cell if column.number else neutral(cell)
                    for column, cell in zip(columns, cells, strict=True)
                ]
            )
    return count


def _write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    # Slow to import, and only exports to Excel need it.
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        with _Sink(path, "wb") as sink:
            with xlsxwriter.Workbook(sink, options) as book:
                count = _fill_book(book, columns, rows)
            if sink.failed is not None:
                raise sink.failed
            return count
    except XlsxWriterException as error:
        raise FileUnreadable(str(path), "not_writable") from error


class _Sink(io.FileIO):
    """A file that keeps what the disk refused, and takes the rest as if it had written it.

    An archive that breaks off half written complains on the console when it is cleared away.
    """

    failed: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Write all of `data`, or note why not."""
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest and self.failed is None:
            try:
                rest = rest[super().write(rest) :]
            except OSError as error:
                self.failed = error
        return size


def _fill_book(book: Any, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """Rows past what one sheet holds go on in the next, under the same heading."""
    heading = [column.name for column in columns]
    sheet, line, count = book.add_worksheet(), 1, 0
    sheet.write_row(0, 0, heading)
    for cells in rows:
        if line == SHEET_ROWS:
            sheet, line = book.add_worksheet(), 1
            sheet.write_row(0, 0, heading)
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            if column.number and cell:
                sheet.write_number(line, place, Decimal(cell))
            elif cell:
                sheet.write_string(line, place, neutral(cell))
        line += 1
        count += 1
    return count
