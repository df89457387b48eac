"""What an import is going to do, what it was told, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import BarcodeTaken, FieldInvalid, MemberNumberTaken, PhoneTaken, ShopError
from app.services.exchange.source import Source


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How one file becomes members, products or sales: shown, changed by a person, then run.

    `mapping` pairs each field with its column, counted from 0. `columns` are the headings, or
    the places from 1 where the file has none. `date_format` is empty or in `strptime`'s terms.
    `sample` are the first rows below the heading; `rows` is about how many there are, 0 where
    that cannot be told.
    """

    kind: str
    source: Source
    columns: tuple[str, ...]
    mapping: tuple[tuple[str, int], ...]
    date_format: str = ""
    sample: tuple[tuple[str, ...], ...] = ()
    rows: int = 0

    @property
    def path(self) -> Path:
        """The file."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What an import may do.

    `create_missing` adds members that sales name and the shop does not know; `update` changes
    what is there already and differs; `skip_bad` takes the rows that can be taken and writes
    the others to that file; `dry_run` tells what would happen and leaves everything as it is.
    """

    create_missing: bool = False
    update: bool = False
    skip_bad: Path | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken. `reason` is a key of `messages.REASONS`; `earlier` is the line
    of the same file that it goes against, 0 where there is none."""

    line: int
    field: str
    reason: str
    text: str = ""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import, counted in rows of the file.

    `sales` and `members` were made by it. `applied` is False where refused rows kept everything
    out (then nothing counts as added or updated), and after a dry run (whose counts are those
    of the rows that can be taken).
    """

    added: int
    unchanged: int
    updated: int
    refused: tuple[Refused, ...]
    applied: bool
    sales: int = 0
    members: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: its line, its cells (no guard of an export on them any more), and where
    each field stands."""

    line: int
    cells: list[str]
    columns: Mapping[str, int]

    def text(self, name: str) -> str:
        """The cell of a field; empty where the file has no such column."""
        column = self.columns.get(name)
        return "" if column is None else self.cells[column]


@dataclass(slots=True)
class Tally:
    """Counts of an import under way."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    sales: int = 0
    members: int = 0
    refused: list[Refused] = field(default_factory=list)
    bad: dict[int, list[str]] = field(default_factory=dict)
    earlier: dict[int, int] = field(default_factory=dict)

    def refuse(self, line: int, cells: list[str] | None, error: ShopError) -> None:
        """Note that a row cannot be taken, and why."""
        name, reason, text = _told(error)
        self.refused.append(Refused(line, name, reason, text, self.earlier.get(line, 0)))
        if cells is not None:
            self.bad[line] = cells

    def report(self, *, applied: bool, counted: bool) -> ImportReport:
        """The counts so far; `counted` False where nothing came of them."""
        return ImportReport(
            added=self.added if counted else 0,
            unchanged=self.unchanged,
            updated=self.updated if counted else 0,
            refused=tuple(sorted(self.refused, key=lambda refused: refused.line)),
            applied=applied,
            sales=self.sales if counted else 0,
            members=self.members if counted else 0,
        )


def _told(error: ShopError) -> tuple[str, str, str]:
    """(field, reason, text) of what kept a row out."""
    if isinstance(error, FieldInvalid):
        return error.field, error.reason, error.text
    if isinstance(error, PhoneTaken):
        return "phone", "taken", error.phone
    if isinstance(error, MemberNumberTaken):
        return "number", "taken", error.number
    if isinstance(error, BarcodeTaken):
        return "barcode", "taken", error.barcode
    raise error
