"""Paints the pages of receipts and cards with QPainter: on the screen and on printers."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

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

_DESIGN_PIXELS = 100
"""Type is set at this size and scaled, so that it is as wide as it was measured."""


def paint_page(painter: QPainter, page: Page, *, bleed: bool = True) -> None:
    """Paint `page` with `painter`, whose unit is a millimetre, from its top left corner.

    Without `bleed` what would be cut away is left out.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if page.bleed and not bleed:
        edge = page.bleed
        painter.translate(-edge, -edge)
        inside = QRectF(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
        painter.setClipRect(inside)
    for item in page.items:
        _paint(painter, item)
    painter.restore()


def page_image(page: Page, pixels_per_mm: float, background: str = "#FFFFFF") -> QImage:
    """The page as a picture."""
    size = QSizeF(page.width, page.height) * pixels_per_mm
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    painter = QPainter(image)
    painter.scale(pixels_per_mm, pixels_per_mm)
    paint_page(painter, page)
    painter.end()
    return image


def _paint(painter: QPainter, item: Item) -> None:
    match item:
        case Text():
            _text(painter, item)
        case Rect():
            _pen(painter, item.fill, item.stroke, item.stroke_width)
            box = QRectF(item.x, item.y, item.width, item.height)
            painter.drawRoundedRect(box, item.radius, item.radius)
        case Circle():
            _pen(painter, item.fill, item.stroke, item.stroke_width)
            painter.drawEllipse(QPointF(item.x, item.y), item.radius, item.radius)
        case Line():
            _line(painter, item)
        case Symbol():
            _symbol(painter, item)
        case Image():
            _image(painter, item)
        case Clip():
            _clip(painter, item)


def _text(painter: QPainter, item: Text) -> None:
    size = item.size_pt * MM_PER_POINT
    parts = runs(item.text, item.weight)
    whole = sum(width for _, _, width in parts) * size
    x = item.x
    if item.anchor is not Anchor.LEFT:
        x -= whole if item.anchor is Anchor.RIGHT else whole / 2
    painter.setPen(QColor(item.colour))
    for face, part, width in parts:
        painter.save()
        painter.translate(x, item.y)
        painter.scale(size / _DESIGN_PIXELS, size / _DESIGN_PIXELS)
        font = _font(face)
        text = shown(part, item.weight)
        # Where the face is missing another stands in for it, and is made to fit its room.
        measured = QFontMetricsF(font).horizontalAdvance(text)
        room = width * _DESIGN_PIXELS
        if measured > room * 1.01:
            painter.scale(room / measured, 1)
        painter.setFont(font)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()
        x += width * size


@lru_cache(maxsize=8)
def _font(face: str) -> QFont:
    family = "Noto Sans" if "European" in face else "Noto Sans SC"
    font = QFont([family])
    font.setPixelSize(_DESIGN_PIXELS)
    font.setWeight(QFont.Weight.Bold if face.endswith("Bold") else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    return font


def _pen(painter: QPainter, fill: str | None, stroke: str | None, width: float) -> None:
    painter.setBrush(QColor(fill) if fill else QColor(0, 0, 0, 0))
    painter.setPen(QPen(QColor(stroke), width) if stroke else QPen(Qt.PenStyle.NoPen))


def _line(painter: QPainter, item: Line) -> None:
    pen = QPen(QColor(item.colour), item.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if item.dash and item.width:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([item.dash / item.width, item.dash / item.width])
    painter.setPen(pen)
    painter.drawLine(QLineF(item.x1, item.y1, item.x2, item.y2))


def _symbol(painter: QPainter, item: Symbol) -> None:
    """One path without smoothing: a grey edge would cost a decoder its contrast."""
    wide, high = item.width / item.columns, item.height / item.rows
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for column, row, width, height in item.bars:
        path.addRect(item.x + column * wide, item.y + row * high, width * wide, height * high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillPath(path, QColor(item.colour))
    painter.restore()


def _image(painter: QPainter, item: Image) -> None:
    picture = _decoded(item.data)
    if picture.isNull():
        return
    size = QSizeF(picture.size()).scaled(
        QSizeF(item.width, item.height), Qt.AspectRatioMode.KeepAspectRatio
    )
    left = item.x + (item.width - size.width()) / 2
    top = item.y + (item.height - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), picture)


@lru_cache(maxsize=4)
def _decoded(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


def _clip(painter: QPainter, item: Clip) -> None:
    shape = item.shape
    path = QPainterPath()
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    path.addRoundedRect(box, shape.radius, shape.radius)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    for inner in item.items:
        _paint(painter, inner)
    painter.restore()
