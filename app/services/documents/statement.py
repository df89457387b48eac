"""A member's statement on A4: what they are and have, and every entry with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.documents.colours import mix, parsed
from app.services.documents.drawing import WHITE, Anchor, Page, Rect, Weight
from app.services.documents.files import save_pages
from app.services.documents.fonts import printable, wrapped
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.documents.statement_told import Table, Told
from app.services.rules.shop_facts import ShopFacts
from app.services.statements import MemberStatement

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_SIDE = 18.0
_INK, _QUIET, _RULE = "#1B2430", "#51606F", "#D5DBE1"
_SHOP = Type(17, Weight.BOLD, _INK)
_TITLE = Type(13, Weight.BOLD, _INK)
_FIGURE = Type(15, Weight.BOLD, _INK)
_BODY = Type(9, colour=_INK)
_STRONG = Type(9, Weight.BOLD, _INK)
_SMALL = Type(8, colour=_QUIET)
_BOX_GAP = 4.0


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column begins and how wide it is, in millimetres from the left margin."""

    at: float
    width: float
    right: bool = False


def statement_pages(statement: MemberStatement, shop: ShopFacts) -> tuple[Page, ...]:
    """The statement in the shop's language, its pages numbered."""
    return _Sheet(statement, shop).pages()


def save_statement(path: Path, statement: MemberStatement, shop: ShopFacts) -> None:
    """Write the statement as a PDF. Raises FileUnreadable."""
    pages = statement_pages(statement, shop)
    save_pages(path, pages, f"{shop.name} {statement.member.number}")


class _Sheet:
    """Fills the pages from the heading to the last table."""

    def __init__(self, statement: MemberStatement, shop: ShopFacts) -> None:
        self._shop = shop
        self._told = Told(statement, shop)
        self._brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self._table: Table | None = None
        self._flow = Flow(
            A4_WIDTH,
            side=_SIDE,
            top=18.0,
            bottom=20.0,
            longest=A4_HEIGHT,
            on_new_page=lambda _: self._heading_again(),
        )

    def pages(self) -> tuple[Page, ...]:
        """Every block, then each page with its number."""
        self._head()
        self._facts()
        self._figures()
        for table in self._told.tables():
            self._put(table)
        made = self._flow.pages(trimmed=False)
        numbered = []
        for index, page in enumerate(made, 1):
            words = self._told.page(index, len(made))
            middle = A4_HEIGHT - 11
            foot = (
                Rect(0, 0, A4_WIDTH, 3.2, fill=self._brand),
                placed(_SIDE, middle, printable(self._told.foot), _SMALL),
                placed(A4_WIDTH - _SIDE, middle, words, _SMALL, Anchor.RIGHT),
            )
            numbered.append(replace(page, items=(*page.items, *foot)))
        return tuple(numbered)

    def _head(self) -> None:
        flow = self._flow
        title = self._told.words.title
        flow.put(placed(flow.right, flow.y + _SHOP.line_height / 2, title, _TITLE, Anchor.RIGHT))
        room = flow.content - 62
        for line in wrapped(printable(self._shop.name), _SHOP.size_pt, _SHOP.weight, room):
            flow.put(placed(flow.left, flow.y + _SHOP.line_height / 2, line, _SHOP))
            flow.gap(_SHOP.line_height)
        whereabouts = " · ".join(part for part in (self._shop.address, self._shop.phone) if part)
        flow.text(whereabouts, _SMALL)
        flow.gap(3)
        flow.rule(colour=_RULE, thickness=0.3)
        flow.gap(3)

    def _facts(self) -> None:
        flow, pairs, columns = self._flow, self._told.facts(), 3
        width = flow.content / columns
        for start in range(0, len(pairs), columns):
            for index, (label, value) in enumerate(pairs[start : start + columns]):
                x = flow.left + index * width
                low = flow.y + _SMALL.line_height + _BODY.line_height / 2
                flow.put(
                    placed(x, flow.y + _SMALL.line_height / 2, label, _SMALL),
                    placed_fitted(x, low, value, _BODY, room=width - 3, least_pt=7),
                )
            flow.gap(_SMALL.line_height + _BODY.line_height + 1)
        flow.gap(3)

    def _figures(self) -> None:
        """A box for each of points, tier, stored value and plan."""
        flow, boxes = self._flow, self._told.figures()
        width = (flow.content - _BOX_GAP * (len(boxes) - 1)) / len(boxes)
        room = width - 8
        remarks = [
            [
                line
                for remark in box.remarks
                for line in wrapped(printable(remark), _SMALL.size_pt, _SMALL.weight, room)
            ]
            for box in boxes
        ]
        lines = max(map(len, remarks))
        height = 6 + _SMALL.line_height * (1 + lines) + _FIGURE.line_height
        ground = mix(self._brand, WHITE, 0.92)
        for index, box in enumerate(boxes):
            x, y = flow.left + index * (width + _BOX_GAP), flow.y
            flow.put(Rect(x, y, width, height, fill=ground, radius=1.5))
            y += 3
            flow.put(placed(x + 4, y + _SMALL.line_height / 2, box.label, _SMALL))
            y += _SMALL.line_height
            middle = y + _FIGURE.line_height / 2
            flow.put(placed_fitted(x + 4, middle, box.value, _FIGURE, room=room, least_pt=9))
            y += _FIGURE.line_height
            for line in remarks[index]:
                flow.put(placed(x + 4, y + _SMALL.line_height / 2, line, _SMALL))
                y += _SMALL.line_height
        flow.gap(height + 6)

    # --- tables -----------------------------------------------------------------------

    def _put(self, table: Table) -> None:
        flow = self._flow
        flow.need(_TITLE.line_height + 22)
        flow.put(placed(flow.left, flow.y + _TITLE.line_height / 2, table.title, _TITLE))
        flow.gap(_TITLE.line_height + 1)
        if not table.rows:
            flow.text(self._told.words.nothing, _SMALL)
            flow.gap(5)
            return
        self._table = table
        self._table_heading(table)
        for row in table.rows:
            self._row(table, row)
        self._table = None
        flow.gap(5)

    def _heading_again(self) -> None:
        if self._table is not None:
            self._table_heading(self._table)

    def _table_heading(self, table: Table) -> None:
        flow, height = self._flow, 7.0
        ground = mix(self._brand, WHITE, 0.9)
        kind = Type(_SMALL.size_pt, Weight.BOLD, _INK)
        flow.put(Rect(flow.left, flow.y, flow.content, height, fill=ground, radius=1))
        self._cells(table, table.columns, flow.y + height / 2, kind)
        flow.gap(height + 1)

    def _row(self, table: Table, row: Sequence[str]) -> None:
        flow = self._flow
        reason = table.reason
        column = self._columns(table)[reason]
        texts = wrapped(printable(row[reason]), _BODY.size_pt, _BODY.weight, column.width - 2)
        height = max(1, len(texts)) * _BODY.line_height + 1.6
        flow.need(height)
        first = [text if at != reason else "" for at, text in enumerate(row)]
        self._cells(table, first, flow.y + _BODY.line_height / 2, _BODY)
        for at, text in enumerate(texts):
            middle = flow.y + (at + 0.5) * _BODY.line_height
            flow.put(placed(flow.left + column.at, middle, text, _BODY))
        flow.gap(height - 0.8)
        flow.rule(colour=_RULE, thickness=0.15)
        flow.gap(0.8)

    def _cells(self, table: Table, texts: Sequence[str], middle: float, kind: Type) -> None:
        flow = self._flow
        for column, text in zip(self._columns(table), texts, strict=True):
            if not text:
                continue
            x = flow.left + column.at + (column.width if column.right else 0)
            anchor = Anchor.RIGHT if column.right else Anchor.LEFT
            room = column.width - (0 if column.right else 2)
            flow.put(placed_fitted(x, middle, text, kind, anchor, room=room, least_pt=5.5))

    def _columns(self, table: Table) -> tuple[_Column, ...]:
        """The widths as shares of the line, the first column a little in from the edge."""
        inset = 3.0
        unit = (self._flow.content - 2 * inset) / sum(table.widths)
        made, at = [], inset
        for place, share in enumerate(table.widths):
            made.append(_Column(at, share * unit, place in table.right))
            at += share * unit
        return tuple(made)
