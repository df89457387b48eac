"""An import's steps, without Qt: look at the file, match its columns, check, take it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.errors import ShopError
from app.services.exchange.cells import strptime_format
from app.services.exchange.fields import field_names
from app.services.exchange.plan import ImportOptions, ImportPlan, ImportReport

if TYPE_CHECKING:
    from app.services.progress import Progress, StopAsked

DATED: Final = {
    "members": ("birthday", "joined_on"),
    "products": (),
    "sales": ("sold_at",),
    "stock": (),
}
"""The fields of each kind that are read by the date format."""
NEEDED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "members": (("name", "phone", "number"),),
    "products": (("name",), ("price",)),
    "sales": (("sold_at",), ("total", "unit_price")),
    "stock": (("barcode", "name"), ("quantity",)),
}
"""Of each group at least one must have a column."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a person said the file is to be read; "" and None leave it to be found out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    has_header: bool | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The file, and which of its columns is which field. `missing` are groups without a column."""

    plan: ImportPlan
    options: ImportOptions
    missing: tuple[tuple[str, ...], ...]
    has_dates: bool

    def column_of(self, field: str) -> int:
        """The column of a field; -1 where the file has none."""
        return dict(self.plan.mapping).get(field, -1)


class ImportView(Protocol):
    """What the presenter asks of the sheet."""

    def do_long(
        self,
        what: str,
        work: Callable[[Progress, StopAsked], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do work with progress and a way out; `what` is "look", "check" or "run"."""

    def show_match(self, match: Match) -> None:
        """Show the file's first rows and which column is which."""

    def show_checked(self, report: ImportReport) -> None:
        """Show what an import would do."""

    def show_done(self, report: ImportReport) -> None:
        """Show what came of it."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class ImportPresenter:
    """Holds the plan; nothing is changed in the shop before `run`."""

    def __init__(self, view: ImportView, shop: Any, kind: str) -> None:
        self._view = view
        self._shop = shop
        self.kind = kind
        self.fields = field_names(kind)
        self._path = Path()
        self._reading = Reading()
        self._match: Match | None = None
        self._options = ImportOptions()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    # --- the file -------------------------------------------------------------

    def look(self, path: Path) -> None:
        """Look at a file."""
        self._path = path
        self._read(Reading(), "")

    def read_as(
        self,
        *,
        encoding: str = "",
        delimiter: str = "",
        sheet: str = "",
        header: bool | None = None,
    ) -> None:
        """Read the file in another way than was found out."""
        if self._match is None:
            return
        reading = self._reading
        self._read(
            Reading(
                encoding or reading.encoding,
                delimiter or reading.delimiter,
                sheet or reading.sheet,
                reading.has_header if header is None else header,
            ),
            self._match.plan.date_format,
        )

    def _read(self, reading: Reading, date_format: str) -> None:
        imports, kind, path = self._shop.imports, self.kind, self._path

        def work(_progress: Progress, _asked: StopAsked) -> ImportPlan:
            plan: ImportPlan = imports.sniff(
                kind,
                path,
                encoding=reading.encoding,
                delimiter=reading.delimiter,
                sheet=reading.sheet,
                has_header=reading.has_header,
            )
            return plan

        def looked(plan: ImportPlan) -> None:
            self._reading = reading
            self._show(replace(plan, date_format=date_format))

        def refused(error: Exception) -> None:
            if self._match is not None:
                self._view.show_match(self._match)
            self._view.refuse(error)

        self._view.do_long("look", work, looked, refused)

    # --- the columns ----------------------------------------------------------

    def put(self, field: str, column: int) -> None:
        """Read a field from a column; -1 leaves it out. A column is one field at most."""
        if self._match is None:
            return
        mapping = dict(self._match.plan.mapping)
        mapping.pop(field, None)
        if column >= 0:
            mapping = {name: at for name, at in mapping.items() if at != column}
            mapping[field] = column
        ordered = tuple((name, mapping[name]) for name in self.fields if name in mapping)
        self._show(replace(self._match.plan, mapping=ordered))

    def use_dates(self, text: str) -> None:
        """Read dates by a format such as dd/MM/yyyy; "" finds them out."""
        if self._match is None:
            return
        try:
            date_format = strptime_format(text.strip()) if text.strip() else ""
        except ShopError as error:
            self._view.refuse(error)
            return
        self._show(replace(self._match.plan, date_format=date_format))

    def allow(self, *, create_missing: bool | None = None, update: bool | None = None) -> None:
        """Let the import add members that sales name, or change what is there already."""
        old = self._options
        self._options = replace(
            old,
            create_missing=old.create_missing if create_missing is None else create_missing,
            update=old.update if update is None else update,
        )
        if self._match is not None:
            self._show(self._match.plan)

    def back(self) -> None:
        """Back to the columns."""
        if self._match is not None:
            self._view.show_match(self._match)

    # --- check and run --------------------------------------------------------

    def check(self) -> None:
        """Find out what an import would do; it changes nothing."""
        if self._match is not None:
            self._start("check", replace(self._options, dry_run=True), self._view.show_checked)

    def run(self, skip_bad: Path | None = None) -> None:
        """Take the rows in; those that cannot be taken go to `skip_bad`, or keep all out."""
        options = replace(self._options, skip_bad=skip_bad)
        self._start("run", options, self._finished)

    def _start(
        self, what: str, options: ImportOptions, then: Callable[[ImportReport], None]
    ) -> None:
        if self._match is None:
            return
        imports, plan = self._shop.imports, self._match.plan
        self._view.do_long(
            what,
            lambda progress, asked: imports.run(plan, options, progress, asked),
            then,
            self._view.refuse,
        )

    def _finished(self, report: ImportReport) -> None:
        # The file was written to since it was checked: nothing was taken, and this says why.
        if report.applied:
            self._view.show_done(report)
        else:
            self._view.show_checked(report)

    def _show(self, plan: ImportPlan) -> None:
        mapped = {name for name, _column in plan.mapping}
        missing = tuple(group for group in NEEDED[self.kind] if not mapped.intersection(group))
        has_dates = bool(mapped.intersection(DATED[self.kind]))
        self._match = Match(plan, self._options, missing, has_dates)
        self._view.show_match(self._match)
