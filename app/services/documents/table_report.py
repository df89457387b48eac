"""A report on A4: a heading, one table, its last line in bold; the same table as CSV or Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import FileUnreadable
from app.services.documents.colours import mix, parsed
from app.services.documents.drawing import WHITE, Anchor, Line, Page, Rect, Weight
from app.services.documents.files import save_pages
from app.services.documents.fonts import printable, wrapped
from app.services.documents.labels import labels_for
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.rules.shop_facts import ShopFacts

_TABLES = (".csv", ".xlsx")

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_SIDE = 18.0
_INSET, _BETWEEN, _LEAST_PT = 3.0, 2.0, 5.5
# As high as people write by hand.
_WRITING = 7.5
_INK, _QUIET, _RULE = "#1B2430", "#51606F", "#D5DBE1"
_SHOP = Type(11, colour=_QUIET)
_TITLE = Type(17, Weight.BOLD, _INK)
_BODY = Type(9.5, colour=_INK)
_STRONG = Type(9.5, Weight.BOLD, _INK)
_NARROW = Type(7.5, colour=_INK)
_SMALL = Type(8.2, colour=_QUIET)
_HEAD = Type(8.2, Weight.BOLD, _INK)


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: float
    number: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A table to print or to write out. `cells` are texts for people; `total` may be empty.

    Each line of `subtitle` begins a line. `plain` are the same rows as programs read them, under
    `names`. Where each row has room to write in by hand, `written` are what was noted before, row
    by row, and `write` is the word before the line to write on.
    """

    title: str
    subtitle: str
    columns: tuple[ReportColumn, ...]
    cells: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    note: str = ""
    names: tuple[str, ...] = ()
    plain: tuple[tuple[str, ...], ...] = ()
    written: tuple[str, ...] = ()
    write: str = ""


def save_report(path: Path, report: Report, shop: ShopFacts) -> None:
    """Write a report as `.pdf`, or its table as `.csv` or `.xlsx`.

    Raises FileUnreadable (`output_type`, `not_writable`).
    """
    if path.suffix.lower() == ".pdf":
        save_pages(path, report_pages(report, shop), f"{shop.name} {report.title}")
        return
    if path.suffix.lower() not in _TABLES:
        raise FileUnreadable(str(path), "output_type", (".pdf", *_TABLES))
    from app.services.exchange.tables_out import Column, write_table
    from app.services.exchange.targets import partial_file

    columns = [
        Column(name, column.number)
        for name, column in zip(report.names, report.columns, strict=True)
    ]
    with partial_file(path) as partial:
        write_table(partial, path.suffix.lower(), columns, report.plain)


def report_pages(report: Report, shop: ShopFacts) -> tuple[Page, ...]:
    """The report's pages, numbered, in the shop's colours."""
    return _Sheet(report, shop).pages()


class _Sheet:
    """Fills the pages from the heading to the total."""

    def __init__(self, report: Report, shop: ShopFacts) -> None:
        self._report = report
        self._shop = shop
        self._brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self._in_table = False
        self._flow = Flow(
            A4_WIDTH,
            side=_SIDE,
            top=18.0,
            bottom=20.0,
            longest=A4_HEIGHT,
            on_new_page=lambda _: self._heading() if self._in_table else None,
        )

    def pages(self) -> tuple[Page, ...]:
        """Everything, then each page with its number."""
        flow, report = self._flow, self._report
        flow.text(self._shop.name, _SHOP)
        flow.text(report.title, _TITLE)
        for line in report.subtitle.splitlines():
            flow.text(line, _BODY)
        flow.gap(5)
        self._in_table = True
        self._heading()
        for at, row in enumerate(report.cells):
            if report.write:
                self._row_to_write_on(row, report.written[at])
            else:
                self._row(row, _BODY)
        self._in_table = False
        if report.total:
            self._row(report.total, _STRONG)
        flow.gap(4)
        flow.text(report.note, _SMALL)
        return self._numbered()

    def _heading(self) -> None:
        flow, height = self._flow, 7.5
        ground = mix(self._brand, WHITE, 0.9)
        flow.put(Rect(flow.left, flow.y, flow.content, height, fill=ground, radius=1))
        headings = [each.heading for each in self._report.columns]
        # All in the size of the one that has least room: a row of several sizes looks torn.
        part = min(
            (width - _BETWEEN) / (_HEAD.width(text) or 1)
            for text, (_, width) in zip(headings, self._places(), strict=True)
        )
        size = max(_LEAST_PT, _HEAD.size_pt * min(1.0, part))
        self._cells(headings, flow.y + height / 2, replace(_HEAD, size_pt=size))
        flow.gap(height + 1.2)

    def _row(self, cells: Sequence[str], kind: Type) -> None:
        flow, height = self._flow, kind.line_height + 2.0
        flow.need(height)
        self._cells(cells, flow.y + kind.line_height / 2, kind)
        flow.gap(height - 1.0)
        flow.rule(colour=_RULE, thickness=0.15)
        flow.gap(1.0)

    def _row_to_write_on(self, cells: Sequence[str], written: str) -> None:
        """A row, what was noted before below it, and a line for a pen; never parted by a page."""
        flow, left = self._flow, self._flow.left + _INSET
        room = flow.content - 2 * _INSET
        lines = wrapped(printable(written), _SMALL.size_pt, _SMALL.weight, room) if written else []
        before = len(lines) * _SMALL.line_height
        first, second = self._in_two_lines(cells)
        flow.need(2 * _BODY.line_height + before + _WRITING + 2.0)
        self._cells(first, flow.y + _BODY.line_height / 2, _BODY)
        flow.gap(_BODY.line_height)
        if any(second):
            self._cells(second, flow.y + _NARROW.line_height / 2, _NARROW)
            flow.gap(_NARROW.line_height)
        flow.gap(0.4)
        for line in lines:
            flow.put(placed(left, flow.y + _SMALL.line_height / 2, line, _SMALL))
            flow.gap(_SMALL.line_height)
        flow.gap(_WRITING)
        word = self._report.write
        flow.put(
            placed(left, flow.y - _SMALL.line_height / 2, word, _SMALL),
            Line(
                left + _SMALL.width(word) + 2, flow.y, flow.right - _INSET, flow.y, _QUIET, 0.2, 0.6
            ),
        )
        flow.gap(1.6)
        flow.rule(colour=_RULE, thickness=0.15)
        flow.gap(1.0)

    def _in_two_lines(self, cells: Sequence[str]) -> tuple[list[str], list[str]]:
        """Each cell, and what of it has no room beside the others: a name is shown whole."""
        firsts, seconds = [], []
        for (_, width), cell in zip(self._places(), cells, strict=True):
            text, room = printable(cell), width - _BETWEEN
            first = text
            if _NARROW.width(text) > room:
                first = wrapped(text, _NARROW.size_pt, _NARROW.weight, room)[0]
            firsts.append(first)
            seconds.append(text[len(first) :].strip())
        return firsts, seconds

    def _places(self) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        columns, at = self._report.columns, self._flow.left + _INSET
        unit = (self._flow.content - 2 * _INSET) / sum(each.share for each in columns)
        places = []
        for column in columns:
            places.append((at, column.share * unit))
            at += column.share * unit
        return places

    def _cells(self, cells: Sequence[str], middle: float, kind: Type) -> None:
        for column, (at, width), text in zip(
            self._report.columns, self._places(), cells, strict=True
        ):
            anchor = Anchor.RIGHT if column.number else Anchor.LEFT
            x = at + (width if column.number else 0)
            if text:
                self._flow.put(
                    placed_fitted(
                        x, middle, printable(text), kind, anchor,
                        room=width - _BETWEEN, least_pt=_LEAST_PT,
                    )
                )  # fmt: skip

    def _numbered(self) -> tuple[Page, ...]:
        made = self._flow.pages(trimmed=False)
        words = labels_for(self._shop.language).page
        numbered = []
        for index, page in enumerate(made, 1):
            middle = A4_HEIGHT - 11
            foot = (
                Rect(0, 0, A4_WIDTH, 3.2, fill=self._brand),
                placed_fitted(_SIDE, middle, self._report.title, _SMALL, room=100),
                placed(
                    A4_WIDTH - _SIDE, middle, words.format(page=index, pages=len(made)), _SMALL,
                    Anchor.RIGHT,
                ),
            )  # fmt: skip
            numbered.append(replace(page, items=(*page.items, *foot)))
        return tuple(numbered)
