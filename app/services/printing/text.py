"""A roll in the printer's own type: its rows on a grid of columns, as text of its encoding.

A row that the encoding cannot hold is sent as a picture, so that nothing is printed wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.services.documents.drawing import (
    Anchor,
    Image,
    Page,
    Row,
    Ruled,
    Said,
    Symbol,
    Weight,
    moved,
)
from app.services.documents.layout import Flow, Type
from app.services.printing.escpos import CENTRE, LEFT, EscPos
from app.services.printing.raster import page_rows
from app.services.printing.setup import DOTS_PER_MM, PrinterSetup

DOTS_A_COLUMN = 12
"""Of the printer's usual type; a hanzi takes two columns."""

_CODECS = {"gb18030": "gbk", "big5": "cp950"}
# What these sets lack, or hold only in four bytes that few printers know, and what says the same.
_ALIKE = str.maketrans({"¥": "￥", "−": "-", "–": "-", "\u00a0": " "})
_DOUBLE_FROM, _TALL_FROM = 13.0, 10.0
_QR_MM = 22.0


class _Style(NamedTuple):
    """How large the printer's type is set."""

    wide: int = 1
    high: int = 1
    bold: bool = False


def page_text(page: Page, setup: PrinterSetup, out: EscPos) -> None:
    """Append the rows of a page to `out`; `setup.encoding` is "gb18030" or "big5"."""
    writer = _Writer(setup, out)
    for row in page.rows:
        writer.put(row)


class _Writer:
    """Puts rows in the printer's type."""

    def __init__(self, setup: PrinterSetup, out: EscPos) -> None:
        self._setup = setup
        self._out = out
        self._codec = _CODECS[setup.encoding]
        self._columns = setup.dots // DOTS_A_COLUMN

    def put(self, row: Row) -> None:
        """Put one row, whatever it takes."""
        match row:
            case Ruled():
                self._out.line(b"-" * self._columns)
            case Said():
                self._say(row)
            case Symbol(data=data) if data and self._setup.native_qr:
                modules = row.columns
                module = max(3, min(8, round(_QR_MM * DOTS_PER_MM / modules)))
                self._out.line().align(CENTRE).qr(data.encode("ascii"), module).line().align(LEFT)
            case Symbol() | Image():
                self._out.line()
                self._picture(_alone(row, self._setup))
                self._out.line()

    def _say(self, row: Said) -> None:
        left, right = self._encoded(row.left), self._encoded(row.right)
        if left is None or right is None:
            self._picture(_said_alone(row, self._setup))
            return
        style = _style(row.size_pt, row.weight)
        right_style = _style(row.right_pt, row.right_weight)
        beside = len(left) * style.wide + len(right) * right_style.wide + 1 <= self._columns
        if right and beside:
            gap = self._columns - len(left) * style.wide - len(right) * right_style.wide
            self._styled(left, style)
            self._styled(b" " * gap, _Style(1, right_style.high))
            self._styled(right, right_style)
            self._out.line()
            self._plain()
            return
        if row.centred:
            self._out.align(CENTRE)
        for line in self._wrapped(row.left, self._columns // style.wide):
            self._styled(line, style)
            self._out.line()
        if right:
            gap = max(0, self._columns - len(right) * right_style.wide)
            self._styled(b" " * gap, _Style(1, right_style.high))
            self._styled(right, right_style)
            self._out.line()
        self._plain()
        if row.centred:
            self._out.align(LEFT)

    def _styled(self, text: bytes, style: _Style) -> None:
        self._out.bold(style.bold).size(style.wide, style.high).text(text)

    def _plain(self) -> None:
        self._out.bold(False).size(1, 1)

    def _encoded(self, text: str) -> bytes | None:
        """The text in the printer's set; None where it lacks a character."""
        try:
            return text.translate(_ALIKE).encode(self._codec)
        except UnicodeEncodeError:
            return None

    def _wrapped(self, text: str, columns: int) -> Iterator[bytes]:
        """The text in lines of at most `columns`: Latin between words, Chinese anywhere."""
        line = b""
        for piece in _pieces(text):
            whole = self._encoded(piece.rstrip()) or b""
            # A word longer than a line is cut between two characters, never inside one.
            for part in (piece,) if len(whole) <= columns else piece:
                encoded = self._encoded(part) or b""
                if line and len(line) + len(encoded.rstrip()) > columns:
                    yield line.rstrip()
                    line = b""
                line += encoded
        if line:
            yield line.rstrip()

    def _picture(self, page: Page) -> None:
        self._out.raster(self._setup.dots // 8, page_rows(page, self._setup.dots))


def _style(size_pt: float, weight: Weight) -> _Style:
    bold = weight is Weight.BOLD
    if size_pt >= _DOUBLE_FROM:
        return _Style(2, 2, bold)
    return _Style(1, 2 if bold and size_pt >= _TALL_FROM else 1, bold)


def _pieces(text: str) -> Iterator[str]:
    """Hanzi one by one, Latin words whole with the blanks after them."""
    piece = ""
    for character in text:
        ends = piece and (piece[-1] == " " or ord(character) >= 0x2E80 or ord(piece[-1]) >= 0x2E80)
        if ends and character != " ":
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _said_alone(row: Said, setup: PrinterSetup) -> Page:
    """One row as a page of its own."""
    flow = _flow(setup)
    kind = Type(row.size_pt, row.weight)
    if row.right:
        flow.row(row.left, row.right, kind, Type(row.right_pt, row.right_weight))
    else:
        flow.text(row.left, kind, Anchor.CENTRE if row.centred else Anchor.LEFT)
    return flow.pages(trimmed=True)[0]


def _alone(row: Symbol | Image, setup: PrinterSetup) -> Page:
    """A code or picture as a page of its own, in the middle."""
    flow = _flow(setup)
    flow.put(*moved((row,), (flow.width - row.width) / 2 - row.x, flow.y - row.y))
    flow.gap(row.height)
    return flow.pages(trimmed=True)[0]


def _flow(setup: PrinterSetup) -> Flow:
    """Over all that is printed, so that a row sent as a picture begins where the others do."""
    side = (setup.width - setup.dots / DOTS_PER_MM) / 2
    return Flow(float(setup.width), side=side, top=1.0, bottom=1.0, longest=1500.0)
