"""Colours of charts that text stands on."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

from app.ui.theme import tokens
from app.ui.widgets.brush import colour

_LEAST: Final = 22
# Past these opacities the token `text` would be read with less than 4.5:1.
_MOST: Final = {"light": 175, "dark": 138}


def heat(share: float) -> QColor:
    """The ground of a cell, the fuller the darker: `share` is 0 to 1; `text` is read on it."""
    t = tokens()
    most = _MOST[t.name]
    return colour(t.primary, round(_LEAST + (most - _LEAST) * max(0.0, min(1.0, share))))
