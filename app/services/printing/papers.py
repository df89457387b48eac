"""Any roll that `services.documents` lays out, as the bytes that a receipt printer takes."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.documents.drawing import Page
from app.services.printing.escpos import EscPos
from app.services.printing.setup import PrinterSetup


def paper_bytes(pages: Sequence[Page], setup: PrinterSetup) -> bytes:
    """One print: the pages one under the other, then a cut.

    The pages are rolls of `setup.width` millimetres.
    """
    out = EscPos().start()
    if setup.encoding == "raster":
        from app.services.printing.raster import page_rows

        for page in pages:
            out.raster(setup.dots // 8, page_rows(page, setup.dots))
    else:
        from app.services.printing.text import page_text

        out.chinese()
        for page in pages:
            page_text(page, setup, out)
    return out.cut(setup.cut).done()


def drawer_bytes(pin: int) -> bytes:
    """The pulse that opens the drawer on pin 2 or 5."""
    return EscPos().start().drawer(pin).done()
