"""A shop's logo, checked once: what cannot be opened is left out, never a crash."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import NamedTuple

_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 25_000_000


class Logo(NamedTuple):
    """A picture that opens: its bytes, and how many times as wide as high it is."""

    data: bytes
    aspect: float


@lru_cache(maxsize=4)
def usable_logo(data: bytes) -> Logo | None:
    """The logo, or None where it is empty, damaged, huge, or neither PNG nor JPEG."""
    if not data:
        return None
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            width, height = picture.size
            if not 0 < width * height <= _MOST_PIXELS:
                return None
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None  # Pillow raises SyntaxError for a broken PNG
    return Logo(data, width / height)
