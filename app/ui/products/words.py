"""The words of the products' screen that more than one of its parts says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.product_drafts import TILE_COLOURS

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
