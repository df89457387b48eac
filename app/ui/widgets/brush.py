"""Small drawing helpers shared by the painted widgets."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.ui import fonts
from app.ui.theme import Tokens

HINT_HEIGHT: Final = 20
_HINT_SIZE: Final = 11
_HINT_PADDING: Final = 6
_RING: Final = 2
_GAP: Final = 2


def colour(value: str, alpha: int = 255) -> QColor:
    """The token `value` with an opacity of 0 to 255."""
    made = QColor(value)
    made.setAlpha(alpha)
    return made


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: QColor | str | None = None,
    border: QColor | str | None = None,
    width: float = 1.0,
) -> None:
    """A filled and bordered box whose border lies inside `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inner = box
    else:
        painter.setPen(QPen(QColor(border), width))
        half = width / 2
        inner = box.adjusted(half, half, -half, -half)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(fill))
    painter.drawRoundedRect(inner, radius, radius)


def focus_ring(painter: QPainter, box: QRectF, radius: float, tokens: Tokens) -> QRectF:
    """Draw the two-tone ring along the inside of `box`; returns what is left for the body.

    Two pixels of focus colour, then two of the surface, so that the ring is seen
    on any background.
    """
    rounded(painter, box, radius, fill=tokens.surface, border=tokens.focus, width=_RING)
    inset = _RING + _GAP
    return box.adjusted(inset, inset, -inset, -inset)


def hint_width(text: str, *, strong: bool = False) -> float:
    """The width of a key hint that says `text`."""
    metrics = QFontMetricsF(fonts.font(_HINT_SIZE, strong=strong))
    return max(HINT_HEIGHT - 2.0, metrics.horizontalAdvance(text) + 2 * _HINT_PADDING)


def draw_hint(
    painter: QPainter,
    box: QRectF,
    text: str,
    tokens: Tokens,
    *,
    on_primary: bool = False,
) -> None:
    """A key's name in its little box, as drawn beside the thing it starts."""
    if on_primary:
        rounded(painter, box, 4, border=colour(tokens.on_primary, 190))
        painter.setPen(QColor(tokens.on_primary))
    else:
        rounded(painter, box, 4, fill=tokens.bg, border=tokens.divider)
        painter.setPen(QColor(tokens.text2))
    painter.setFont(fonts.font(_HINT_SIZE, strong=on_primary))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
