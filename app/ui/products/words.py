"""The words of the products' screen that more than one of its parts says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.product_drafts import TILE_COLOURS
from app.services.rules.money import quantity
from app.services.rules.stock import Level
from app.ui.widgets.labels import Tone

_NAMES_OF_VALUES = {value: name for name, value in TILE_COLOURS.items()}


def colour_name(value: str) -> str:
    """What a tile colour ("#RRGGBB" or its name) is called; "" where it is none of ours."""
    name = _NAMES_OF_VALUES.get(value.upper(), value)
    words = {
        "teal": QCoreApplication.translate("Products", "Teal"),
        "blue": QCoreApplication.translate("Products", "Blue"),
        "orange": QCoreApplication.translate("Products", "Orange"),
        "violet": QCoreApplication.translate("Products", "Violet"),
        "red": QCoreApplication.translate("Products", "Red"),
        "slate": QCoreApplication.translate("Products", "Slate"),
        "green": QCoreApplication.translate("Products", "Green"),
        "pink": QCoreApplication.translate("Products", "Pink"),
    }
    return words.get(name, "")


def told_words(what: str, name: str) -> str:
    """What happened to a product, as one short sentence."""
    sentences = {
        "added": QCoreApplication.translate("Products", "Added {name}"),
        "changed": QCoreApplication.translate("Products", "Saved {name}"),
        "archived": QCoreApplication.translate("Products", "{name} is no longer on sale"),
        "restored": QCoreApplication.translate("Products", "{name} is on sale again"),
        "moved": QCoreApplication.translate("Products", "Moved the tile of {name}"),
    }
    return sentences[what].replace("{name}", name)


def on_hand_words(level: Level | None, *, weighed: bool) -> str:
    """What is on hand; "" where nobody keeps count."""
    if level is None:
        return ""
    said = quantity(level.on_hand_milli).replace("-", "−")
    return f"{said} kg" if weighed else said


def stock_tone(level: Level | None) -> Tone:
    """How a level is coloured: its figure says the same."""
    if level is None or not level.low:
        return Tone.NORMAL
    return Tone.DANGER if level.below_zero else Tone.WARNING
