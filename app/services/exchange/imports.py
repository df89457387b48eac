"""Imports: a file is looked at, a plan is made and may be changed, then it is run whole."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.errors import FieldInvalid, FileUnreadable, ShopError, StorageFailed
from app.services.desk import Desk, audit
from app.services.exchange import fields, source, targets
from app.services.exchange.cells import neutral, strptime_format
from app.services.exchange.members_in import MemberIntake
from app.services.exchange.pace import Pace
from app.services.exchange.plan import (
    ImportOptions,
    ImportPlan,
    ImportReport,
    Record,
    Refused,
    Tally,
)
from app.services.exchange.products_in import ProductIntake
from app.services.exchange.sales_in import SaleIntake
from app.services.exchange.sniff import SPACES
from app.services.exchange.stock_in import StockIntake
from app.services.members import Members
from app.services.products import Products
from app.services.progress import Progress, StopAsked, never, silent
from app.services.rules.powers import Power

__all__ = ["ImportOptions", "ImportPlan", "ImportReport", "Imports", "Refused"]

SAMPLE_ROWS = 20
_POWERS = {
    "members": Power.SETTINGS,
    "sales": Power.SETTINGS,
    "products": Power.PRODUCTS,
    "stock": Power.STOCK_ADJUST,
}


class Intake(Protocol):
    """Takes the rows of one kind, inside the import's transaction."""

    def take(self, record: Record) -> None:
        """Take one row, or raise why it cannot be taken."""

    def finish(self, pace: Pace) -> None:
        """Write what was kept back."""


class _Undone(Exception):
    """Carries the counts out of a transaction that is to leave nothing behind."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.tally = tally


class Imports:
    """Members, products, sales and counts from CSV and Excel: all rows or none."""

    def __init__(
        self,
        desk: Desk,
        members: Members,
        products: Products,
        backup: Callable[[StopAsked], object],
    ) -> None:
        self._desk = desk
        self._members = members
        self._products = products
        self._backup = backup

    def sniff(
        self,
        kind: str,
        path: Path,
        *,
        encoding: str = "",
        delimiter: str = "",
        sheet: str = "",
        has_header: bool | None = None,
        mapping: Mapping[str, str] | None = None,
        date_format: str = "",
    ) -> ImportPlan:
        """Look at a file and plan its import; what is given is not guessed.

        `mapping` names a column for a field, by heading or by place from 1; the fields it does
        not name are guessed from the headings. Raises FileUnreadable, FieldInvalid.
        """
        known = fields.field_names(kind)
        targets.check_source(path, self._desk.database.path)
        found = source.open_source(path, encoding=encoding, delimiter=delimiter, sheet=sheet)
        rows = source.preview(found)
        if not rows:
            raise FileUnreadable(str(path), "empty_file")
        first, second = rows[0], rows[1] if len(rows) > 1 else ()
        if has_header is None:
            has_header = _names(first, mapping) or fields.names_columns(kind, first, second)
        found = source.with_header(found, has_header)
        width = max(len(row) for row in rows)
        columns = first if has_header else tuple(str(place) for place in range(1, width + 1))
        chosen = fields.chosen(kind, columns, mapping or {})
        guessed = fields.guess(kind, columns) if has_header else {}
        free = {name: at for name, at in guessed.items() if at not in chosen.values()}
        return ImportPlan(
            kind=kind,
            source=found,
            columns=columns,
            mapping=tuple(
                (name, at) for name in known if (at := {**free, **chosen}.get(name)) is not None
            ),
            date_format=strptime_format(date_format) if date_format else "",
            sample=rows[has_header : SAMPLE_ROWS + has_header],
            rows=source.estimated_rows(found, rows),
        )

    def run(
        self,
        plan: ImportPlan,
        options: ImportOptions = ImportOptions(),  # noqa: B008 - frozen
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> ImportReport:
        """Take every row of the file, or none where one is refused and none may be skipped.

        A backup is made first. Cancelling undoes everything. Progress counts rows, those of
        sales twice: as they are read and as they are written. Raises FileUnreadable,
        FieldInvalid, Cancelled, BackupUnsound, StorageFailed, NeedsApproval; a dry run needs none.
        """
        _check_mapping(plan)
        self._check_skipped(plan, options)
        if not options.dry_run:
            self._backup(cancelled)
        try:
            tally = self._desk.transaction(lambda: self._work(plan, options, progress, cancelled))
        except _Undone as undone:
            return undone.tally.report(applied=False, counted=options.dry_run)
        if options.skip_bad is not None and tally.refused:
            _write_refused(plan, options.skip_bad, tally)
        return tally.report(applied=True, counted=True)

    def _work(
        self, plan: ImportPlan, options: ImportOptions, progress: Progress, cancelled: StopAsked
    ) -> Tally:
        # Opening balances come with members and sales: what brings them is the owner's.
        approver = None if options.dry_run else self._desk.require(_POWERS[plan.kind])
        tally = Tally()
        intake = self._intake(plan, options, tally)
        # Sales are read first and written after, so they count twice.
        pace = Pace(progress, cancelled, plan.rows * (2 if plan.kind == "sales" else 1))
        for record in _records(plan, tally):
            try:
                intake.take(record)
            except ShopError as error:
                tally.refuse(record.line, record.cells, error)
            pace.step()
        intake.finish(pace)
        pace.close()
        if options.dry_run or (tally.refused and options.skip_bad is None):
            raise _Undone(tally)
        if tally.added or tally.updated:
            audit(
                self._desk, f"import.{plan.kind}", added=tally.added, updated=tally.updated,
                approved_by=approver,
            )  # fmt: skip
        return tally

    def _intake(self, plan: ImportPlan, options: ImportOptions, tally: Tally) -> Intake:
        if plan.kind == "members":
            return MemberIntake(self._desk, self._members, plan, options, tally)
        if plan.kind == "sales":
            return SaleIntake(self._desk, self._members, self._products, plan, options, tally)
        if plan.kind == "stock":
            return StockIntake(self._desk, self._products, tally)
        return ProductIntake(self._desk, self._products, options, tally)

    def _check_skipped(self, plan: ImportPlan, options: ImportOptions) -> None:
        if options.skip_bad is None:
            return
        targets.check_target(options.skip_bad, self._desk.database.path)
        if options.skip_bad.resolve() == plan.path.resolve():
            raise FileUnreadable(str(options.skip_bad), "not_writable")


def _names(first: tuple[str, ...], mapping: Mapping[str, str] | None) -> bool:
    """Whether a column that a person named stands in the first row."""
    cells = {cell.strip() for cell in first}
    return any(column.strip() in cells for column in (mapping or {}).values())


def _check_mapping(plan: ImportPlan) -> None:
    """Without these columns no row could be taken."""
    mapped = {name for name, _ in plan.mapping}
    needed: dict[str, tuple[str, ...]] = {
        "members": ("name", "phone", "number"),
        "products": ("name",),
        "sales": ("total", "unit_price"),
        "stock": ("barcode", "name"),
    }
    always = {
        "members": (), "products": ("price",), "sales": ("sold_at",), "stock": ("quantity",)
    }  # fmt: skip
    for name in always[plan.kind]:
        if name not in mapped:
            raise FieldInvalid(name, "no_column")
    if not mapped.intersection(needed[plan.kind]):
        raise FieldInvalid(needed[plan.kind][0], "no_column")


def _records(plan: ImportPlan, tally: Tally) -> Iterator[Record]:
    """The rows below the heading; one that does not fit the heading is refused."""
    mapping = dict(plan.mapping)
    width = len(plan.columns)
    lines = source.texts(plan.source)
    if plan.source.has_header:
        next(lines, None)
    for line, cells in lines:
        record = Record(line, cells, mapping)
        # Runs of blanks leave no trace of an empty cell, so a short row could mean anything.
        if len(cells) < width and plan.source.delimiter == SPACES:
            tally.refuse(line, cells, FieldInvalid("row", "too_few_cells"))
        elif any(cell.strip() for cell in cells[width:]):
            tally.refuse(line, cells, FieldInvalid("row", "too_many_cells"))
        else:
            yield replace(record, cells=cells + [""] * (width - len(cells)))


def _write_refused(plan: ImportPlan, path: Path, tally: Tally) -> None:
    """The refused rows as they were, with the reason beside them, to be mended and imported."""
    width = len(plan.columns)
    with targets.partial_file(path) as partial:
        try:
            with partial.open("w", encoding="utf-8-sig", newline="") as handle:
                writer = csv.writer(handle)
                if plan.source.has_header:
                    writer.writerow(
                        [*map(neutral, plan.columns), "refused_field", "refused_reason"]
                    )
                for refused in sorted(tally.refused, key=lambda refused: refused.line):
                    cells = tally.bad[refused.line]
                    padded = [*cells, *[""] * (width - len(cells))]
                    writer.writerow([*map(neutral, padded), refused.field, refused.reason])
        except OSError as error:
            raise StorageFailed(type(error).__name__) from error
