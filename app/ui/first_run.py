"""The first start: the shop's name, currency, language and day, or the demo shop in one click."""

from __future__ import annotations

from app.ui.widgets.overlays import Sheet


class FirstRun(Sheet):
    """Asks what a new shop needs."""
