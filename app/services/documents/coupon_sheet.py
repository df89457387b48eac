"""Coupons on A4 sheets, ten a page with crop marks: what it gives, until when, its QR code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.errors import FileUnreadable
from app.services.coupons import Coupon
from app.services.documents.card import COLUMNS, ROWS, sheet
from app.services.documents.card_face import CARD_HEIGHT, CARD_WIDTH
from app.services.documents.colours import ground_and_ink, parsed
from app.services.documents.coupon_words import code_said, validity_said
from app.services.documents.drawing import WHITE, Item, Page, Rect, Weight
from app.services.documents.files import whole_file
from app.services.documents.fonts import printable, wrapped
from app.services.documents.layout import Type, placed, placed_fitted
from app.services.documents.symbols import QR_QUIET_MODULES, qr
from app.services.rules.shop_facts import ShopFacts

_MARGIN, _PANEL = 5.0, 26.0
_DARK, _QUIET = "#1B2430", "#51606F"
_BAND = 9.0
_NAME_LINES = 3


def checked_sheet(path: Path) -> None:
    """Refuse a file that is no PDF, or cannot be written, before anything is issued.

    Raises FileUnreadable.
    """
    if path.suffix.lower() != ".pdf":
        raise FileUnreadable(str(path), "output_type", (".pdf",))
    if path.is_dir() or not os.access(path.parent, os.W_OK | os.X_OK):
        raise FileUnreadable(str(path), "not_writable")


def save_coupons(path: Path, coupons: Sequence[Coupon], shop: ShopFacts) -> None:
    """Write coupons as sheets to cut, in the shop's language; the whole file or none.

    Raises FileUnreadable: `output_type`, `not_writable`.
    """
    from app.services.documents.pdf import write_pdf

    checked_sheet(path)
    with whole_file(path) as partial, partial.open("wb") as target:
        write_pdf(coupon_pages(coupons, shop), target, shop.name)


def coupon_pages(coupons: Iterable[Coupon], shop: ShopFacts) -> Iterator[Page]:
    """A sheet of up to ten coupons at a time."""
    remaining = iter(coupons)
    while batch := list(islice(remaining, COLUMNS * ROWS)):
        yield sheet([coupon_face(coupon, shop) for coupon in batch], mirrored=False, bleed=False)


def coupon_face(coupon: Coupon, shop: ShopFacts) -> tuple[Item, ...]:
    """One coupon, its top left corner at (0, 0)."""
    brand, ink = ground_and_ink(
        parsed(shop.brand_colour, ShopFacts(name="").brand_colour), WHITE, _DARK
    )
    room = CARD_WIDTH - 2 * _MARGIN
    return (
        Rect(0, 0, CARD_WIDTH, CARD_HEIGHT, fill=WHITE),
        Rect(0, 0, CARD_WIDTH, _BAND, fill=brand),
        placed_fitted(
            _MARGIN, _BAND / 2, shop.name, Type(10, Weight.BOLD, ink), room=room, least_pt=7
        ),
        *_name(coupon, shop.language, room - _PANEL - 3),
        *_foot(coupon, shop.language, room - _PANEL - 3),
        *_panel(coupon),
    )


def _name(coupon: Coupon, language: str, room: float) -> Iterator[Item]:
    kind = Type(15, Weight.BOLD, _DARK)
    text = printable(coupon.name.said(language))
    lines = wrapped(text, kind.size_pt, kind.weight, room)
    if len(lines) > _NAME_LINES:
        kind = Type(11, Weight.BOLD, _DARK)
        lines = wrapped(text, kind.size_pt, kind.weight, room)[: _NAME_LINES + 1]
    top = _BAND + 3.5
    for index, line in enumerate(lines):
        yield placed(_MARGIN, top + (index + 0.5) * kind.line_height, line, kind)


def _foot(coupon: Coupon, language: str, room: float) -> Iterator[Item]:
    """Until when, and the digits for a scanner that fails."""
    text = validity_said(coupon.valid_from, coupon.valid_to, language)
    digits = code_said(coupon.code)
    small = Type(7, colour=_QUIET)
    bottom = CARD_HEIGHT - _MARGIN
    yield placed_fitted(_MARGIN, bottom - 6.2, text, small, room=room, least_pt=5)
    yield placed_fitted(_MARGIN, bottom - 1.6, digits, small, room=room, least_pt=5)


def _panel(coupon: Coupon) -> tuple[Item, ...]:
    """The QR code with the quiet zone its standard asks for."""
    x = CARD_WIDTH - _MARGIN - _PANEL
    y = _BAND + (CARD_HEIGHT - _BAND - _PANEL) / 2
    modules = qr(coupon.code, 0, 0, 1).columns
    side = _PANEL * modules / (modules + 2 * QR_QUIET_MODULES)
    inset = (_PANEL - side) / 2
    return (qr(coupon.code, x + inset, y + inset, side),)
