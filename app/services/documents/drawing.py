"""What a page is made of: frozen primitives that any painter can draw.

Lengths are millimetres from the page's top left corner, downwards; only type sizes are
points. Colours are `#RRGGBB`. Items are painted in order. Texts are already fitted to
their place and free of control characters: a painter measures and wraps nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

MM_PER_POINT = 25.4 / 72
BLACK = "#000000"
WHITE = "#FFFFFF"


class Weight(StrEnum):
    """How heavy the type is."""

    REGULAR = "regular"
    BOLD = "bold"


class Anchor(StrEnum):
    """Which end of a text stands at its `x`."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of type; `y` is its baseline."""

    x: float
    y: float
    text: str
    size_pt: float
    weight: Weight = Weight.REGULAR
    colour: str = BLACK
    anchor: Anchor = Anchor.LEFT


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with round corners where `radius` is above zero."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.2
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (`x`, `y`): filled, or a ring of `stroke_width`."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` is the length of a dash and of the gap after it, zero for none."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = BLACK
    width: float = 0.2
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code or bar code stretched over its box, without the quiet zone around it.

    `bars` are (column, row, width, height) on a grid of `columns` × `rows` modules. They
    are drawn as one path: apart, a viewer would show seams between them. `data` is what a QR
    code says, for a printer that draws it by itself; "" for any other symbol.
    """

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int
    bars: tuple[tuple[int, int, int, int], ...]
    colour: str = BLACK
    data: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG, as large as its box allows, centred in it, its shape kept."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Clip:
    """Items of which only what lies inside `shape` is seen; its fill and stroke are not drawn."""

    shape: Rect
    items: tuple[Item, ...]


Item = Text | Rect | Circle | Line | Symbol | Image | Clip


@dataclass(frozen=True, slots=True)
class Said:
    """One row of words: `left` (or centred), and `right` at the other edge."""

    left: str
    right: str = ""
    size_pt: float = 9.5
    weight: Weight = Weight.REGULAR
    right_pt: float = 9.5
    right_weight: Weight = Weight.REGULAR
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line across."""


Row = Said | Ruled | Symbol | Image


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `bleed` of its edge, on each side, is to be cut away.

    `rows` is the same from the top down without places, whole texts and not their wrapped
    lines: for a printer that sets its own type.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    bleed: float = 0.0
    rows: tuple[Row, ...] = ()


def moved(items: tuple[Item, ...], dx: float, dy: float) -> tuple[Item, ...]:
    """The items `dx` to the right and `dy` further down."""
    return tuple(_moved_item(item, dx, dy) for item in items) if dx or dy else items


def _moved_item(item: Item, dx: float, dy: float) -> Item:
    match item:
        case Line():
            return replace(item, x1=item.x1 + dx, y1=item.y1 + dy, x2=item.x2 + dx, y2=item.y2 + dy)
        case Clip():
            shape = replace(item.shape, x=item.shape.x + dx, y=item.shape.y + dy)
            return Clip(shape, moved(item.items, dx, dy))
        case _:
            return replace(item, x=item.x + dx, y=item.y + dy)


def stacked(pages: tuple[Page, ...]) -> Page:
    """All pages as one, each under the one before: for a single picture."""
    items: list[Item] = []
    height = 0.0
    for page in pages:
        items += moved(page.items, 0, height)
        height += page.height
    rows = tuple(row for page in pages for row in page.rows)
    return Page(max(page.width for page in pages), height, tuple(items), rows=rows)
