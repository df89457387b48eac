"""Lucide icons, recoloured from the tokens, sharp at any scale, drawn once each.

QtSvg is imported on the first icon, so a program that shows none never loads it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from app.resources import resource_path


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, physical: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(physical, physical)
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, physical, physical))
    painter.end()
    return pixmap


def pixmap(name: str, colour: str, size: int = 20, scale: float = 1.0) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels square, for a screen of `scale`."""
    drawn = QPixmap(_drawn(name, colour, max(1, round(size * scale))))
    drawn.setDevicePixelRatio(scale)
    return drawn


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """The same as a QIcon, sharp up to twice the size."""
    made = QIcon()
    for scale in (1.0, 2.0):
        made.addPixmap(pixmap(name, colour, size, scale))
    return made


def draw_icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw the icon `name` so that it fills the width of `box`, on whole device pixels."""
    scale = painter.device().devicePixelRatio()
    shown = pixmap(name, colour, round(box.width()), scale)
    painter.drawPixmap(box.topLeft(), shown)
