"""An X or Z report on a roll of 58 or 80 mm, or on A4: from the stored report alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.services.documents.colours import mix, parsed
from app.services.documents.drawing import WHITE, Anchor, Item, Page, Rect, Weight, moved, stacked
from app.services.documents.files import RECEIPT_DPI, whole_file
from app.services.documents.fonts import printable
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.documents.receipt import ReceiptWidth
from app.services.documents.report_told import Block, ReportTold, Row
from app.services.documents.roll import LONGEST_MM, banner, dashed, roll_flow, roll_scale
from app.services.rules.day_report import DayReport, ZReport
from app.services.rules.shop_facts import ShopFacts

ENDINGS = (".pdf", ".png")
A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_SIDE, _BETWEEN, _FOOT = 18.0, 10.0, 20.0
_INK, _QUIET, _RULE = "#1B2430", "#51606F", "#D5DBE1"


class _Types:
    """The sizes and inks of one kind of paper."""

    def __init__(self, width: ReceiptWidth) -> None:
        scale = 1.0 if width == "a4" else roll_scale(float(width))
        ink, quiet = (_INK, _QUIET) if width == "a4" else ("#000000", "#000000")
        self.shop = Type((17 if width == "a4" else 15) * scale, Weight.BOLD, ink)
        self.title = Type((13 if width == "a4" else 11.5) * scale, Weight.BOLD, ink)
        self.heading = Type(9.5 * scale, Weight.BOLD, ink)
        self.body = Type(9.5 * scale, colour=ink)
        self.strong = Type(10.5 * scale, Weight.BOLD, ink)
        self.small = Type(7.7 * scale, colour=quiet)


def report_pages(
    told: DayReport | ZReport, shop: ShopFacts, width: ReceiptWidth, *, duplicate: bool = False
) -> tuple[Page, ...]:
    """The report in the shop's language; `duplicate` marks a reprint."""
    paper = _Sheet if width == "a4" else _Roll
    return paper(ReportTold(told, shop), shop, width).pages(duplicate=duplicate)


def save_report(
    path: Path,
    told: DayReport | ZReport,
    shop: ShopFacts,
    width: ReceiptWidth = "a4",
    *,
    duplicate: bool = False,
) -> None:
    """Write a report as PDF, or as PNG with its pages one under the other.

    Raises FileUnreadable: `output_type` for another ending, `not_writable`.
    """
    from app.errors import FileUnreadable

    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise FileUnreadable(str(path), "output_type", ENDINGS)
    pages = report_pages(told, shop, width, duplicate=duplicate)
    if ending == ".png":
        from app.services.documents.png import png_bytes

        content = png_bytes(stacked(pages), RECEIPT_DPI)
    else:
        from app.services.documents.pdf import pdf_bytes

        text = ReportTold(told, shop)
        content = pdf_bytes(pages, f"{shop.name} {text.number or text.title}")
    with whole_file(path) as partial:
        partial.write_bytes(content)


def _row(flow: Flow, row: Row, types: _Types) -> None:
    kind = types.strong if row.strong else types.small if row.quiet else types.body
    flow.row(row.label, row.value, kind)


class _Roll:
    """One strip, block under block."""

    def __init__(self, text: ReportTold, shop: ShopFacts, width: ReceiptWidth) -> None:
        self._text = text
        self._shop = shop
        self._types = _Types(width)
        self._flow = roll_flow(float(width))

    def pages(self, *, duplicate: bool) -> tuple[Page, ...]:
        """The head, then every block, with a dashed rule between two."""
        flow, text, types = self._flow, self._text, self._types
        if duplicate:
            banner(flow, text.words.duplicate, types.title)
        flow.text(text.shop_name or self._shop.name, types.shop, Anchor.CENTRE)
        flow.row(text.title, text.number, types.title)
        if not text.number:
            flow.text(text.words.not_final, types.small)
        for label, value in text.facts():
            flow.row(label, value, types.small)
        for block in text.blocks():
            dashed(flow)
            flow.text(block.title, types.heading)
            for row in block.rows:
                _row(flow, row, types)
        return tuple(flow.pages(trimmed=True))


class _Sheet:
    """A4 in two columns, as long a report as it may be."""

    def __init__(self, text: ReportTold, shop: ShopFacts, width: ReceiptWidth) -> None:
        self._text = text
        self._shop = shop
        self._types = _Types(width)
        self._brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)

    def pages(self, *, duplicate: bool) -> tuple[Page, ...]:
        """The head on the first page, the blocks in columns, each page with its number."""
        head, top = self._head(duplicate=duplicate)
        columns = self._columns(A4_HEIGHT - top - _FOOT)
        apart = (A4_WIDTH - 2 * _SIDE + _BETWEEN) / 2
        made: list[list[Item]] = []
        for index, column in enumerate(columns):
            if index % 2 == 0:
                made.append(list(head))
            made[-1] += moved(column.items, _SIDE + (index % 2) * apart, top)
        return tuple(
            Page(A4_WIDTH, A4_HEIGHT, (*items, *self._foot(index, len(made))))
            for index, items in enumerate(made, 1)
        )

    def _columns(self, room: float) -> list[Page]:
        """The blocks in columns of equal height, where two of them hold everything."""
        whole = self._filled(LONGEST_MM * 10)
        height = whole[0].height
        for step in range(10):
            longest = height / 2 + 6.0 * step
            if longest > room:
                break
            columns = self._filled(longest)
            if len(columns) <= 2:
                return columns
        return self._filled(room)

    def _filled(self, longest: float) -> list[Page]:
        width = (A4_WIDTH - 2 * _SIDE - _BETWEEN) / 2
        flow = Flow(width, side=0.0, top=0.0, bottom=0.0, longest=longest)
        for block in self._text.blocks():
            self._block(flow, block)
        return flow.pages(trimmed=True)

    def _block(self, flow: Flow, block: Block) -> None:
        types = self._types
        rows = len(block.rows)
        flow.need(min(rows, 14) * types.body.line_height + 10)
        height = 6.6
        ground = mix(self._brand, WHITE, 0.9)
        flow.put(
            Rect(0, flow.y, flow.width, height, fill=ground, radius=1),
            placed_fitted(2.5, flow.y + height / 2, block.title, types.heading, room=flow.width),
        )
        flow.gap(height + 1.2)
        for row in block.rows:
            if row.strong:
                flow.gap(0.6)
                flow.rule(colour=_RULE, thickness=0.3)
                flow.gap(0.6)
            _row(flow, row, types)
        flow.gap(4.5)

    def _head(self, *, duplicate: bool) -> tuple[tuple[Item, ...], float]:
        text, types = self._text, self._types
        flow = Flow(A4_WIDTH, side=_SIDE, top=18.0, bottom=_FOOT, longest=A4_HEIGHT)
        name = printable(text.shop_name or self._shop.name)
        middle = flow.y + types.shop.line_height / 2
        titled = f"{text.title}  {text.number}".strip()
        flow.put(placed(flow.right, middle, titled, types.title, Anchor.RIGHT))
        flow.put(
            placed_fitted(flow.left, middle, name, types.shop, room=flow.content - 62, least_pt=9)
        )
        flow.gap(types.shop.line_height)
        note = text.words.duplicate if duplicate else ""
        note = note or ("" if text.number else text.words.not_final)
        if note:
            kind = replace(types.heading, colour=self._brand)
            wide, high = kind.width(note) + 7, 6.8
            flow.put(
                Rect(flow.right - wide, flow.y, wide, high, stroke=self._brand, radius=1.5),
                placed(flow.right - wide / 2, flow.y + high / 2, note, kind, Anchor.CENTRE),
            )
            flow.gap(high)
        flow.gap(3)
        flow.rule(colour=_RULE, thickness=0.3)
        flow.gap(3)
        self._facts(flow)
        (page,) = flow.pages(trimmed=False)
        return page.items, flow.y

    def _facts(self, flow: Flow) -> None:
        pairs, types, columns = self._text.facts(), self._types, 3
        width = flow.content / columns
        for start in range(0, len(pairs), columns):
            for index, (label, value) in enumerate(pairs[start : start + columns]):
                x = flow.left + index * width
                low = flow.y + types.small.line_height + types.body.line_height / 2
                flow.put(
                    placed(x, flow.y + types.small.line_height / 2, label, types.small),
                    placed_fitted(x, low, printable(value), types.body, room=width - 3, least_pt=7),
                )
            flow.gap(types.small.line_height + types.body.line_height + 1)
        flow.gap(4)

    def _foot(self, page: int, pages: int) -> tuple[Item, ...]:
        small, middle = self._types.small, A4_HEIGHT - 11
        words = self._text.words.page.format(page=page, pages=pages)
        return (
            Rect(0, 0, A4_WIDTH, 3.2, fill=self._brand),
            placed(_SIDE, middle, self._text.number or self._text.title, small),
            placed(A4_WIDTH - _SIDE, middle, words, small, Anchor.RIGHT),
        )
