"""Fills pages from the top down: rows, wrapped texts and rules that never collide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.services.documents.drawing import (
    BLACK,
    MM_PER_POINT,
    Anchor,
    Image,
    Item,
    Line,
    Page,
    Row,
    Ruled,
    Said,
    Symbol,
    Text,
    Weight,
)
from app.services.documents.fonts import fitted, printable, width, wrapped

LEADING = 1.42
"""Line height in type sizes: hanzi are taller than Latin letters and need air."""

_BASELINE = 0.37
"""How far below the middle of its line a text's baseline is, in type sizes."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size, weight and colour of type."""

    size_pt: float
    weight: Weight = Weight.REGULAR
    colour: str = BLACK

    @property
    def line_height(self) -> float:
        """In millimetres."""
        return self.size_pt * MM_PER_POINT * LEADING

    def width(self, text: str) -> float:
        """How wide `text` is in this type, in millimetres."""
        return width(text, self.size_pt, self.weight)


def placed(x: float, middle: float, text: str, kind: Type, anchor: Anchor = Anchor.LEFT) -> Text:
    """`text` with the middle of its line at `middle`."""
    baseline = middle + _BASELINE * kind.size_pt * MM_PER_POINT
    return Text(x, baseline, text, kind.size_pt, kind.weight, kind.colour, anchor)


def placed_fitted(
    x: float,
    middle: float,
    text: str,
    kind: Type,
    anchor: Anchor = Anchor.LEFT,
    *,
    room: float,
    least_pt: float = 0.0,
) -> Text:
    """`text` in `room` millimetres: smaller down to `least_pt`, then with an ellipsis."""
    text, size_pt = fitted(
        printable(text), kind.size_pt, kind.weight, room, least_pt or kind.size_pt
    )
    return placed(x, middle, text, Type(size_pt, kind.weight, kind.colour), anchor)


class Flow:
    """A column of `width` that grows downwards and breaks into pages of at most `longest`."""

    def __init__(
        self,
        width: float,
        *,
        side: float,
        top: float,
        bottom: float,
        longest: float,
        on_new_page: Callable[[Flow], None] | None = None,
    ) -> None:
        """`on_new_page` puts what each further page begins with."""
        self.width = width
        self.left = side
        self.right = width - side
        self.y = top
        self._top = top
        self._bottom = bottom
        self._longest = longest
        self._on_new_page = on_new_page
        self._items: list[Item] = []
        self._rows: list[Row] = []
        self._done: list[tuple[list[Item], list[Row]]] = []

    @property
    def content(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    def put(self, *items: Item) -> None:
        """Add items at their own places."""
        self._items += items
        for item in items:
            match item:
                case Text():
                    centred = item.anchor is Anchor.CENTRE
                    self._rows.append(
                        Said(item.text, "", item.size_pt, item.weight, centred=centred)
                    )
                case Symbol() | Image():
                    self._rows.append(item)

    def gap(self, height: float) -> None:
        """Leave `height` millimetres empty."""
        self.y += height

    def need(self, height: float) -> None:
        """Begin a new page unless `height` millimetres are left on this one."""
        if self.y + height > self._longest - self._bottom and self._items:
            self._done.append((self._items, self._rows))
            self._items, self._rows = [], []
            self.y = self._top
            if self._on_new_page is not None:
                self._on_new_page(self)

    def text(self, text: str, kind: Type, anchor: Anchor = Anchor.LEFT) -> None:
        """A text over the whole width, wrapped; nothing where it is blank."""
        text = printable(text)
        if not text:
            return
        x = {Anchor.LEFT: self.left, Anchor.CENTRE: self.width / 2, Anchor.RIGHT: self.right}
        centred = anchor is Anchor.CENTRE
        self._rows.append(Said(text, "", kind.size_pt, kind.weight, centred=centred))
        for line in wrapped(text, kind.size_pt, kind.weight, self.content):
            self.need(kind.line_height)
            middle = self.y + kind.line_height / 2
            self._items.append(placed(x[anchor], middle, line, kind, anchor))
            self.y += kind.line_height

    def paragraphs(self, text: str, kind: Type, anchor: Anchor = Anchor.LEFT) -> None:
        """A text of several lines, each wrapped."""
        for line in text.splitlines():
            self.text(line, kind, anchor)

    def row(self, left: str, right: str, kind: Type, right_kind: Type | None = None) -> None:
        """`left` wrapped beside `right`; `right` below it where there is no room beside.

        They share a baseline; an amount is never wrapped, only set smaller.
        """
        left, right = printable(left), printable(right)
        right_kind = right_kind or kind
        self._rows.append(
            Said(left, right, kind.size_pt, kind.weight, right_kind.size_pt, right_kind.weight)
        )
        gap = kind.size_pt * MM_PER_POINT if right else 0.0
        taken = right_kind.width(right) + gap if right else 0.0
        beside = kind.width(left) + taken <= self.content or taken <= self.content * 0.55
        height = max(kind.line_height, right_kind.line_height if beside else 0.0)
        room = self.content - taken if beside else self.content
        lines = wrapped(left, kind.size_pt, kind.weight, room)
        self.need(height + kind.line_height * (len(lines) - 1))
        middle = self.y + height / 2
        baseline = middle + _BASELINE * max(kind.size_pt, right_kind.size_pt) * MM_PER_POINT
        # The left side as a whole comes first: so it copies out of a PDF in one piece.
        for index, line in enumerate(lines):
            at = baseline + index * kind.line_height
            self._items.append(Text(self.left, at, line, kind.size_pt, kind.weight, kind.colour))
        if right and beside:
            style = (right_kind.size_pt, right_kind.weight, right_kind.colour)
            self._items.append(Text(self.right, baseline, right, *style, Anchor.RIGHT))
        self.y += height + kind.line_height * (len(lines) - 1)
        if right and not beside:
            self._right_below(right, right_kind)

    def _right_below(self, text: str, kind: Type) -> None:
        self.need(kind.line_height)
        middle = self.y + kind.line_height / 2
        self._items.append(
            placed_fitted(
                self.right, middle, text, kind, Anchor.RIGHT, room=self.content, least_pt=4
            )
        )
        self.y += kind.line_height

    def rule(self, *, dash: float = 0.0, colour: str = BLACK, thickness: float = 0.2) -> None:
        """A line across, with no space around it."""
        self._items.append(Line(self.left, self.y, self.right, self.y, colour, thickness, dash))
        self._rows.append(Ruled())

    def pages(self, *, trimmed: bool) -> list[Page]:
        """Everything put so far; `trimmed` ends the last page where its content ends."""
        whole = [*self._done, (self._items, self._rows)]
        heights = [self._longest] * len(whole)
        if trimmed:
            heights[-1] = self.y + self._bottom
        return [
            Page(self.width, height, tuple(items), rows=tuple(rows))
            for (items, rows), height in zip(whole, heights, strict=True)
        ]
