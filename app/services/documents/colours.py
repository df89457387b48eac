"""Colours that stay readable on whatever brand colour a shop chooses (WCAG contrast)."""

from __future__ import annotations

import re

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")
READABLE = 4.5
"""The least contrast of text against what it stands on."""


def parsed(colour: str, otherwise: str) -> str:
    """`colour` where it is `#RRGGBB`, else `otherwise`."""
    return colour.upper() if _HEX.match(colour) else otherwise


def rgb(colour: str) -> tuple[int, int, int]:
    """The channels of `#RRGGBB`, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, part: float) -> str:
    """`colour` with `part` (0 to 1) of `other` in it."""
    channels = zip(rgb(colour), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in channels)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in rgb(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ground_and_ink(brand: str, light: str, dark: str) -> tuple[str, str]:
    """The ground and the text colour of a coloured card.

    Light text is preferred on a middling brand colour: it is darkened, hardly to be seen,
    until light text reads. Where that would take too much, dark text stands on the brand
    colour as it is, and black where even that does not read.
    """
    for part in (0.0, 0.04, 0.08, 0.12):
        ground = mix(brand, "#000000", part)
        if contrast(light, ground) >= READABLE:
            return ground, light
    return brand, dark if contrast(dark, brand) >= READABLE else "#000000"


def muted_on(ground: str, ink: str) -> str:
    """The quietest mix of `ink` into `ground` that still reads, for secondary text."""
    for part in (0.25, 0.15, 0.05):
        quiet = mix(ink, ground, part)
        if contrast(quiet, ground) >= READABLE:
            return quiet
    return ink
