"""Codes in a picture, such as a card that a member sent by chat. An optional extra: `camera`.

What a camera sees is read by `services/camera.py`.
"""

from __future__ import annotations

import io
from importlib.util import find_spec

LARGEST_PIXELS = 40_000_000


def can_read_pictures() -> bool:
    """Whether the extra is installed."""
    return find_spec("zxingcpp") is not None


def codes_in(data: bytes) -> tuple[str, ...]:
    """The codes of a PNG or JPEG that this program could have a use for; none where it has none.

    Only the kinds that shops meet are looked for: all of them would take thirty times as long.
    """
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > LARGEST_PIXELS:
                return ()
            picture = opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return ()
    kinds = zxingcpp.BarcodeFormat
    wanted = (kinds.QRCode, kinds.Code128, kinds.EAN13, kinds.EAN8, kinds.UPCA, kinds.ITF)
    found = zxingcpp.read_barcodes(picture, formats=wanted)  # type: ignore[arg-type]
    return tuple(dict.fromkeys(code.text for code in found if code.text))
