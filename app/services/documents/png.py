"""Paint a page as a picture, for sending by chat and for looking at.

Import this module where a picture is first needed: Pillow takes time to load.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image as Pillow
from PIL import ImageColor, ImageDraw, ImageFont

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
from app.services.documents.fonts import face_path, runs, shown

MM_PER_INCH = 25.4
_FINER = 3
"""Everything but codes is painted this much larger and reduced, for smooth edges."""

_BAND = 512
"""Pixels of the picture painted at a time."""

_OVERLAP = 96
"""Pixels painted again above each band: Pillow sets a text that begins outside a hair lower."""


def png_bytes(page: Page, dpi: int = 300, background: str = "#FFFFFF") -> bytes:
    """The page as a PNG of `dpi` pixels an inch, on `background`."""
    target = io.BytesIO()
    painted(page, dpi, background).save(target, "PNG", dpi=(dpi, dpi))
    return target.getvalue()


def painted(page: Page, dpi: int = 300, background: str = "#FFFFFF") -> Pillow.Image:
    """The page as a Pillow picture: in greys alone where nothing on it has a colour.

    It is painted band by band, so that a receipt of many metres needs no more room than a card.
    """
    scale = dpi / MM_PER_INCH
    size = (round(page.width * scale), round(page.height * scale))
    picture = Pillow.new("L" if _is_grey(page.items, background) else "RGB", size, background)
    symbols: list[Symbol] = []
    for at, items in enumerate(_in_bands(page, scale)):
        above = _OVERLAP if at else 0
        top = at * _BAND - above
        height = min(_BAND + above, size[1] - top)
        large = Pillow.new(picture.mode, (size[0] * _FINER, height * _FINER), background)
        painter = _Painter(large, scale * _FINER, top=top * _FINER)
        for item in items:
            painter.paint(item)
        symbols += painter.symbols
        band = large.resize((size[0], height), Pillow.Resampling.BOX)
        picture.paste(band.crop((0, above, size[0], height)), (0, top + above))
    draw = ImageDraw.Draw(picture)
    for symbol in symbols:
        _paint_symbol(draw, symbol, scale)
    return picture


def _in_bands(page: Page, scale: float) -> list[list[Item]]:
    """The items that each band of `_BAND` pixels shows a part of, in their order."""
    bands: list[list[Item]] = [[] for _ in range(-(-round(page.height * scale) // _BAND))]
    for item in page.items:
        top, bottom = _reach(item)
        first, last = (int(edge * scale) // _BAND for edge in (max(0.0, top), max(0.0, bottom)))
        for band in bands[first : last + 1]:
            band.append(item)
    return bands


def _reach(item: Item) -> tuple[float, float]:
    """From where to where an item reaches down the page, in millimetres; rather too far."""
    match item:
        case Text():
            em = item.size_pt * MM_PER_POINT
            return item.y - 2 * em, item.y + em
        case Circle():
            return item.y - item.radius - 1, item.y + item.radius + 1
        case Line():
            return min(item.y1, item.y2) - 1, max(item.y1, item.y2) + 1
        case Clip():
            return _reach(item.shape)
        case Rect() | Symbol() | Image():
            return item.y - 1, item.y + item.height + 1


def _is_grey(items: Sequence[Item], *others: str | None) -> bool:
    """Whether a picture without colours shows the items, and `others`, as they are."""
    colours = set(others)
    for item in items:
        match item:
            case Image():
                return False
            case Clip():
                if not _is_grey(item.items, item.shape.fill, item.shape.stroke):
                    return False
            case Rect() | Circle():
                colours |= {item.fill, item.stroke}
            case Text() | Line() | Symbol():
                colours.add(item.colour)
    return all(_grey(colour) for colour in colours if colour)


def _grey(colour: str) -> bool:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red == green == blue


def _paint_symbol(draw: ImageDraw.ImageDraw, item: Symbol, scale: float) -> None:
    """Modules of whole pixels, so that every decoder reads them; centred in their box."""
    wide = max(1, int(item.width * scale / item.columns))
    high = max(1, int(item.height * scale / item.rows))
    left = round(item.x * scale + (item.width * scale - wide * item.columns) / 2)
    top = round(item.y * scale + (item.height * scale - high * item.rows) / 2)
    for column, row, width, height in item.bars:
        x, y = left + column * wide, top + row * high
        draw.rectangle((x, y, x + width * wide - 1, y + height * high - 1), fill=item.colour)


@lru_cache(maxsize=64)
def font(face: str, pixels: float) -> ImageFont.FreeTypeFont:
    """A bundled face at a size."""
    return ImageFont.truetype(face_path(face), pixels, layout_engine=ImageFont.Layout.BASIC)


class _Painter:
    """Paints items on a picture of `scale` pixels a millimetre; keeps the codes for later.

    The picture may be a part of the page: `left` and `top` are where it begins, in pixels.
    """

    def __init__(self, picture: Pillow.Image, scale: float, left: int = 0, top: int = 0) -> None:
        self._picture = picture
        self._draw = ImageDraw.Draw(picture)
        self._scale = scale
        self._left = left
        self._top = top
        self.symbols: list[Symbol] = []

    def paint(self, item: Item) -> None:
        """Paint one item."""
        match item:
            case Text():
                self._text(item)
            case Rect():
                self._rect(item)
            case Circle():
                self._circle(item)
            case Line():
                self._line(item)
            case Symbol():
                self.symbols.append(item)
            case Image():
                self._image(item)
            case Clip():
                self._clip(item)

    def _box(self, x: float, y: float, width: float, height: float) -> tuple[float, ...]:
        return (self._x(x), self._y(y), self._x(x + width) - 1, self._y(y + height) - 1)

    def _x(self, x: float) -> float:
        return x * self._scale - self._left

    def _y(self, y: float) -> float:
        return y * self._scale - self._top

    def _text(self, item: Text) -> None:
        pixels = item.size_pt * MM_PER_POINT * self._scale
        parts = runs(item.text, item.weight)
        whole = sum(width for _, _, width in parts) * pixels
        x = self._x(item.x)
        if item.anchor is not Anchor.LEFT:
            x -= whole if item.anchor is Anchor.RIGHT else whole / 2
        for face, part, width in parts:
            kind = font(face, round(pixels, 2))
            place = (x, self._y(item.y))
            self._draw.text(place, shown(part, item.weight), item.colour, kind, anchor="ls")
            x += width * pixels

    def _stroke(self, stroke: str | None, width: float) -> int:
        return max(1, round(width * self._scale)) if stroke else 0

    def _rect(self, item: Rect) -> None:
        box = self._box(item.x, item.y, item.width, item.height)
        stroke = self._stroke(item.stroke, item.stroke_width)
        radius = item.radius * self._scale
        self._draw.rounded_rectangle(box, radius, item.fill, item.stroke, stroke)

    def _circle(self, item: Circle) -> None:
        side = 2 * item.radius
        box = self._box(item.x - item.radius, item.y - item.radius, side, side)
        stroke = self._stroke(item.stroke, item.stroke_width)
        self._draw.ellipse(box, item.fill, item.stroke, stroke)

    def _line(self, item: Line) -> None:
        length = ((item.x2 - item.x1) ** 2 + (item.y2 - item.y1) ** 2) ** 0.5
        step = item.dash or length
        along_x = (item.x2 - item.x1) / length if length else 0.0
        along_y = (item.y2 - item.y1) / length if length else 0.0
        start = 0.0
        while start < length:
            end = min(start + step, length)
            points = [
                axis(origin + along * at)
                for at in (start, end)
                for axis, origin, along in (
                    (self._x, item.x1, along_x),
                    (self._y, item.y1, along_y),
                )
            ]
            self._draw.line(points, item.colour, self._stroke(item.colour, item.width))
            start = end + item.dash

    def _image(self, item: Image) -> None:
        with Pillow.open(io.BytesIO(item.data)) as opened:
            logo = opened.convert("RGBA")
        room = (item.width * self._scale, item.height * self._scale)
        ratio = min(room[0] / logo.width, room[1] / logo.height)
        size = (max(1, round(logo.width * ratio)), max(1, round(logo.height * ratio)))
        logo = logo.resize(size, Pillow.Resampling.LANCZOS)
        left = round(self._x(item.x) + (room[0] - size[0]) / 2)
        top = round(self._y(item.y) + (room[1] - size[1]) / 2)
        self._picture.paste(logo, (left, top), logo)

    def _clip(self, item: Clip) -> None:
        shape = item.shape
        box = self._box(shape.x, shape.y, shape.width, shape.height)
        left, top = max(0, round(box[0])), max(0, round(box[1]))
        area = (left, top, round(box[2]) + 1, round(box[3]) + 1)
        layer = self._picture.crop(area)
        inner = _Painter(layer, self._scale, self._left + left, self._top + top)
        for part in item.items:
            inner.paint(part)
        self.symbols += inner.symbols
        mask = Pillow.new("L", layer.size, 0)
        edges = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
        ImageDraw.Draw(mask).rounded_rectangle(edges, shape.radius * self._scale, 255)
        self._picture.paste(layer, (left, top), mask)
