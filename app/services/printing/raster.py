"""A page as black dots, for the picture command of receipt printers.

Glyphs are drawn once for each face and size and kept: a receipt repeats them, and the
outlines of hanzi are what takes time. Import this where bytes are first needed.
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image as Pillow
from PIL import ImageDraw

from app.services.documents.drawing import (
    MM_PER_POINT,
    Anchor,
    Circle,
    Clip,
    Image,
    Item,
    Line,
    Page,
    Rect,
    Symbol,
    Text,
)
from app.services.documents.fonts import runs, shown
from app.services.documents.png import font, painted
from app.services.printing.setup import DOTS_PER_MM

_MARGIN = 8
"""Rows left white above and below what is printed: the knife is further away in any case."""

_INK_FROM = 104
"""How dark a dot must be to be printed: a little under half, or thin strokes break."""


def page_rows(page: Page, dots: int) -> bytes:
    """The rows of a page from the top down, `dots` across (a multiple of 8), a set bit is black.

    The paper's unprinted edges are left away, and what is white above and below.
    """
    return picture_rows(page_picture(page, dots))


def page_picture(page: Page, dots: int) -> Pillow.Image:
    """The page as a picture of mode "1" in which ink is set."""
    high = max(1, round(page.height * DOTS_PER_MM))
    left = (round(page.width * DOTS_PER_MM) - dots) // 2
    if any(isinstance(item, Clip | Circle) for item in page.items):
        # Not on our own papers; whatever else is printed here is drawn as it is on screen.
        picture = _from_greys(painted(page, 203), left, dots)
    else:
        picture = Pillow.new("1", (dots, high))
        painter = _Painter(picture, left)
        for item in page.items:
            painter.paint(item)
    box = picture.getbbox()
    if box is None:
        return picture.crop((0, 0, dots, 1))
    return picture.crop((0, box[1] - _MARGIN, dots, box[3] + _MARGIN))


def picture_rows(picture: Pillow.Image) -> bytes:
    """The bits of a picture of mode "1", each row whole bytes."""
    return picture.tobytes()


def _from_greys(page: Pillow.Image, left: int, dots: int) -> Pillow.Image:
    grey = page.convert("L").crop((left, 0, left + dots, page.height))
    return grey.point([255 * (level < 255 - _INK_FROM) for level in range(256)], "1")


class _Painter:
    """Sets the dots of items; `left` of the page's dots lie on the unprinted edge."""

    def __init__(self, picture: Pillow.Image, left: int) -> None:
        self._picture = picture
        self._draw = ImageDraw.Draw(picture)
        self._ink = self._draw.draw.draw_ink(1)
        self._left = left

    def paint(self, item: Item) -> None:
        """Paint one item; everything that is not white is black."""
        match item:
            case Text():
                self._text(item)
            case Symbol():
                self._symbol(item)
            case Line():
                self._line(item)
            case Rect():
                self._rect(item)
            case Image():
                self._image(item)

    def _x(self, x: float) -> float:
        return x * DOTS_PER_MM - self._left

    def _text(self, item: Text) -> None:
        pixels = round(item.size_pt * MM_PER_POINT * DOTS_PER_MM, 2)
        parts = runs(item.text, item.weight)
        whole = sum(width for _, _, width in parts) * pixels
        x = self._x(item.x)
        if item.anchor is not Anchor.LEFT:
            x -= whole if item.anchor is Anchor.RIGHT else whole / 2
        y = round(item.y * DOTS_PER_MM)
        # A receipt has a thousand glyphs and more: ImageDraw.bitmap would cost four times its work.
        core = self._draw.draw
        for face, part, _ in parts:
            for character in shown(part, item.weight):
                glyph, aside, above, advance = _glyph(face, pixels, character)
                if glyph is not None:
                    core.draw_bitmap((round(x) + aside, y + above), glyph.im, self._ink)
                x += advance

    def _symbol(self, item: Symbol) -> None:
        """Modules of whole dots, so that every scanner reads them; centred in their box."""
        wide = max(1, int(item.width * DOTS_PER_MM / item.columns))
        high = max(1, int(item.height * DOTS_PER_MM / item.rows))
        left = round(self._x(item.x) + (item.width * DOTS_PER_MM - wide * item.columns) / 2)
        top = round(item.y * DOTS_PER_MM + (item.height * DOTS_PER_MM - high * item.rows) / 2)
        for column, row, width, height in item.bars:
            x, y = left + column * wide, top + row * high
            self._draw.rectangle((x, y, x + width * wide - 1, y + height * high - 1), fill=1)

    def _line(self, item: Line) -> None:
        """Level or upright, as a roll's rules are."""
        thick = max(2, round(item.width * DOTS_PER_MM))
        x, y = round(self._x(item.x1)), round(item.y1 * DOTS_PER_MM)
        if item.x1 == item.x2:
            end = round(item.y2 * DOTS_PER_MM)
            self._draw.rectangle((x, y, x + thick - 1, end), fill=1)
            return
        end, step = round(self._x(item.x2)), round(item.dash * DOTS_PER_MM)
        for start in range(x, end, 2 * step or end - x):
            stop = min(end, start + (step or end - x)) - 1
            self._draw.rectangle((start, y, stop, y + thick - 1), fill=1)

    def _rect(self, item: Rect) -> None:
        x, y = self._x(item.x), item.y * DOTS_PER_MM
        box = (
            round(x),
            round(y),
            round(x + item.width * DOTS_PER_MM) - 1,
            round(y + item.height * DOTS_PER_MM) - 1,
        )
        stroke = max(2, round(item.stroke_width * DOTS_PER_MM)) if item.stroke else 0
        dark = item.fill is not None and item.fill.upper() != "#FFFFFF"
        self._draw.rounded_rectangle(box, item.radius * DOTS_PER_MM, 1 if dark else None, 1, stroke)

    def _image(self, item: Image) -> None:
        """In dots that are dense where it is dark."""
        with Pillow.open(io.BytesIO(item.data)) as opened:
            shape = opened.convert("RGBA")
        room = (item.width * DOTS_PER_MM, item.height * DOTS_PER_MM)
        ratio = min(room[0] / shape.width, room[1] / shape.height)
        size = (max(1, round(shape.width * ratio)), max(1, round(shape.height * ratio)))
        ground = Pillow.new("RGBA", shape.size, "#FFFFFF")
        ground.alpha_composite(shape)
        dots = ground.convert("L").resize(size, Pillow.Resampling.LANCZOS)
        ink = dots.point([255 - level for level in range(256)]).convert("1")
        left = round(self._x(item.x) + (room[0] - size[0]) / 2)
        top = round(item.y * DOTS_PER_MM + (room[1] - size[1]) / 2)
        self._draw.bitmap((left, top), ink, 1)


@lru_cache(maxsize=8192)
def _glyph(face: str, pixels: float, character: str) -> tuple[Pillow.Image | None, int, int, float]:
    """A character's dots, where they lie from its origin, and how far the next one is."""
    drawn = font(face, pixels)
    mask, (aside, above) = drawn.getmask2(character, "L", anchor="ls")
    advance = drawn.getlength(character)
    if not mask.size[0] or not mask.size[1]:
        return None, 0, 0, advance
    grey = Pillow.frombytes("L", mask.size, bytes(mask))
    ink = grey.point([255 * (level >= _INK_FROM) for level in range(256)], "1")
    return ink, aside, above, advance
