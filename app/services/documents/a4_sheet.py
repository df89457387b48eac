"""What every A4 page of the shop has: heading, facts, a table, sums, a numbered foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.services.documents.colours import mix, parsed
from app.services.documents.drawing import WHITE, Anchor, Line, Page, Rect, Text, Weight
from app.services.documents.fonts import printable, wrapped
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.documents.receipt_words import Pair
from app.services.rules.shop_facts import ShopFacts

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
SIDE = 18.0
INK, QUIET, RULE = "#1B2430", "#51606F", "#D5DBE1"
SHOP = Type(17, Weight.BOLD, INK)
TITLE = Type(13, Weight.BOLD, INK)
BODY = Type(9.5, colour=INK)
STRONG = Type(9.5, Weight.BOLD, INK)
SMALL = Type(8.2, colour=QUIET)
TOTAL = Type(17, Weight.BOLD, INK)
COLUMN = 24.0
TOTALS_WIDTH = 82.0


class SumRow(NamedTuple):
    """One row of the sums: a label and an amount, each in its type; no label is a rule."""

    label: str
    amount: str
    type: Type
    amount_type: Type


class A4Sheet:
    """Fills pages from the top; `on_new_page` is asked at the head of each but the first."""

    def __init__(
        self, shop: ShopFacts, labels: DocumentLabels, on_new_page: Callable[[], None]
    ) -> None:
        self.shop = shop
        self.labels = labels
        self.brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self.flow = Flow(
            A4_WIDTH,
            side=SIDE,
            top=18.0,
            bottom=20.0,
            longest=A4_HEIGHT,
            on_new_page=lambda _: on_new_page(),
        )

    def numbered(self, number: str) -> tuple[Page, ...]:
        """The pages, each with the document's number and its own at the foot."""
        pages = self.flow.pages(trimmed=False)
        numbered = []
        for index, page in enumerate(pages, 1):
            words = self.labels.page.format(page=index, pages=len(pages))
            middle = A4_HEIGHT - 11
            foot = (
                Rect(0, 0, A4_WIDTH, 3.2, fill=self.brand),
                placed(SIDE, middle, number, SMALL),
                placed(A4_WIDTH - SIDE, middle, words, SMALL, Anchor.RIGHT),
            )
            numbered.append(replace(page, items=(*page.items, *foot)))
        return tuple(numbered)

    def heading(self, title: str, whereabouts: Sequence[str], *, duplicate: bool) -> None:
        """Who the shop is at the left, what the paper is at the right."""
        flow, top = self.flow, self.flow.y
        middle = top + SHOP.line_height / 2
        flow.put(placed(flow.right, middle, title, TITLE, Anchor.RIGHT))
        room = flow.content - 62
        shop_lines = wrapped(printable(self.shop.name), SHOP.size_pt, SHOP.weight, room)
        for line in shop_lines:
            flow.put(placed(flow.left, flow.y + SHOP.line_height / 2, line, SHOP))
            flow.gap(SHOP.line_height)
        for text in (self.shop.subtitle, " · ".join(whereabouts)):
            for line in wrapped(printable(text), SMALL.size_pt, SMALL.weight, room):
                if line:
                    flow.put(placed(flow.left, flow.y + SMALL.line_height / 2, line, SMALL))
                    flow.gap(SMALL.line_height)
        if duplicate:
            self._duplicate(top + SHOP.line_height + 1)
            flow.y = max(flow.y, top + SHOP.line_height + 10)
        flow.gap(4)
        flow.rule(colour=RULE, thickness=0.3)
        flow.gap(3)

    def _duplicate(self, top: float) -> None:
        kind = Type(11, Weight.BOLD, self.brand)
        text = self.labels.duplicate
        width = kind.width(text) + 8
        left = self.flow.right - width
        box = Rect(left, top, width, 8, stroke=self.brand, stroke_width=0.5, radius=1.5)
        self.flow.put(box, placed(left + width / 2, top + 4, text, kind, Anchor.CENTRE))

    def pairs(self, shown: Sequence[Pair], columns: int) -> None:
        """Facts in columns: a label above each."""
        flow = self.flow
        width = flow.content / columns
        for start in range(0, len(shown), columns):
            for index, (label, value) in enumerate(shown[start : start + columns]):
                x = flow.left + index * width
                label_middle = flow.y + SMALL.line_height / 2
                middle = flow.y + SMALL.line_height + BODY.line_height / 2
                flow.put(
                    placed(x, label_middle, label, SMALL),
                    placed_fitted(x, middle, value, BODY, room=width - 3, least_pt=7.5),
                )
            flow.gap(SMALL.line_height + BODY.line_height + 1)

    def table_heading(self, first: str, columns: Sequence[tuple[float, str]]) -> None:
        """The names of the columns, those of numbers by how far they are from the right."""
        flow = self.flow
        height = 7.5
        ground = mix(self.brand, WHITE, 0.9)
        kind = Type(SMALL.size_pt, Weight.BOLD, INK)
        middle = flow.y + height / 2
        flow.put(Rect(flow.left, flow.y, flow.content, height, fill=ground, radius=1))
        flow.put(placed(flow.left + 3, middle, first, kind))
        for inward, label in columns:
            flow.put(placed(flow.right - 3 - inward, middle, label, kind, Anchor.RIGHT))
        flow.gap(height + 1.5)

    def cell(self, inward: float, middle: float, text: str, kind: Type) -> Text:
        """A number in its column."""
        x = self.flow.right - 3 - inward
        return placed_fitted(x, middle, text, kind, Anchor.RIGHT, room=COLUMN, least_pt=5)

    def end_line(self) -> None:
        """The hairline under a line of the table."""
        self.flow.gap(1.2)
        self.flow.rule(colour=RULE, thickness=0.15)
        self.flow.gap(1.2)

    def sums(self, rows: Sequence[SumRow]) -> None:
        """The right column."""
        flow = self.flow
        left = flow.right - TOTALS_WIDTH
        for row in rows:
            height = max(row.type.line_height, row.amount_type.line_height)
            middle = flow.y + height / 2
            if row.label:
                self._sum(left, middle, row)
            else:
                flow.put(Line(left, middle, flow.right, middle, RULE, 0.3))
            flow.gap(height)

    def _sum(self, left: float, middle: float, row: SumRow) -> None:
        """The amount first: the label takes what it leaves."""
        right = placed_fitted(
            self.flow.right - 3, middle, row.amount, row.amount_type, Anchor.RIGHT,
            room=TOTALS_WIDTH * 0.72, least_pt=6,
        )  # fmt: skip
        used = replace(row.amount_type, size_pt=right.size_pt).width(right.text)
        room = TOTALS_WIDTH - used - 6
        label = placed_fitted(left, middle, row.label, row.type, room=room, least_pt=6)
        self.flow.put(label, right)

    def texts(self, x: float, y: float, room: float, texts: Sequence[tuple[str, Type]]) -> float:
        """Lines of text from (x, y) down, wrapped; where they end."""
        for text, kind in texts:
            for line in wrapped(printable(text), kind.size_pt, kind.weight, room) if text else ():
                self.flow.put(placed(x, y + kind.line_height / 2, line, kind))
                y += kind.line_height
        return y


def sums_height(rows: Sequence[SumRow]) -> float:
    """How much room the right column takes."""
    return sum(max(row.type.line_height, row.amount_type.line_height) for row in rows)
