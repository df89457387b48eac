"""Any roll that `services.documents` lays out, as the bytes that a receipt printer takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.errors import FieldInvalid, LabelTooWide
from app.services.documents.drawing import Line, Page
from app.services.printing.escpos import EscPos
from app.services.printing.setup import DOTS_PER_MM, PrinterSetup

LABELS_AT_ONCE = 500
"""More than a roll of receipts holds, and what the printer's lane is kept busy with."""
_LINE_MM = 0.25


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


def label_bytes(pages: Iterable[Page], setup: PrinterSetup) -> bytes:
    """Labels one under the other, a line to cut along after each, and one cut at the end.

    Always as a picture: the bars need every dot. Raises LabelTooWide, FieldInvalid.
    """
    from app.services.printing.raster import page_rows

    out = EscPos().start()
    for at, page in enumerate(pages):
        check_label(page.width, setup)
        if at == LABELS_AT_ONCE:
            raise FieldInvalid("copies", "too_many")
        out.raster(setup.dots // 8, page_rows(_between_lines(page), setup.dots))
    return out.cut(setup.cut).done()


def check_label(width_mm: float, setup: PrinterSetup) -> None:
    """That a label fits on the roll. Raises LabelTooWide."""
    if width_mm * DOTS_PER_MM > setup.dots:
        raise LabelTooWide(round(width_mm), setup.dots // DOTS_PER_MM)


def _between_lines(page: Page) -> Page:
    """The label with a dashed line at its foot: a roll of receipts has no gaps."""
    foot = page.height - _LINE_MM / 2
    line = Line(0.0, foot, page.width, foot, width=_LINE_MM, dash=1.5)
    return replace(page, items=(*page.items, line))


def drawer_bytes(pin: int) -> bytes:
    """The pulse that opens the drawer on pin 2 or 5."""
    return EscPos().start().drawer(pin).done()
