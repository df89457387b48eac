"""Member cards as pages: one card a page for a card printer, or ten on A4 to be cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from app.services.documents.card_face import (
    BLEED,
    CARD_HEIGHT,
    CARD_RADIUS,
    CARD_WIDTH,
    CardFace,
)
from app.services.documents.drawing import Clip, Item, Line, Page, Rect, moved
from app.services.documents.labels import DocumentLabels
from app.services.rules.shop_facts import CardFacts, ShopFacts

CardLayout = Literal["cr80", "a4"]
CARD_LAYOUTS: tuple[CardLayout, ...] = ("cr80", "a4")
COLUMNS, ROWS = 2, 5
A4_WIDTH, A4_HEIGHT = 210.0, 297.0
SHEET_LEFT = (A4_WIDTH - COLUMNS * CARD_WIDTH) / 2
SHEET_TOP = (A4_HEIGHT - ROWS * CARD_HEIGHT) / 2

_MARK, _MARK_GAP = 4.0, 1.2
_PICTURE_MARGIN = 4.0
_PICTURE_GROUND, _PICTURE_EDGE = "#F6F7F9", "#D5DBE1"


def card_pages(
    cards: Iterable[CardFacts],
    shop: ShopFacts,
    labels: DocumentLabels,
    layout: CardLayout,
    *,
    bleed: bool = False,
) -> Iterator[Page]:
    """Front and back of every card, page by page as they are asked for.

    `cr80`: a front page, then its back. `a4`: a sheet of up to ten fronts, then their backs
    mirrored, so that printing on both sides (turned on the long edge) matches them.
    `bleed` lets the colour run 3 mm over the edge to be cut.
    """
    face = CardFace(shop, labels)
    if layout == "cr80":
        for card in cards:
            yield _single(face.front(card), bleed=bleed)
            yield _single(face.back(card), bleed=bleed)
        return
    remaining = iter(cards)
    while batch := list(islice(remaining, COLUMNS * ROWS)):
        yield sheet([face.front(card) for card in batch], mirrored=False, bleed=bleed)
        yield sheet([face.back(card) for card in batch], mirrored=True, bleed=bleed)


def page_count(cards: int, layout: CardLayout) -> int:
    """How many pages `card_pages` yields for so many cards."""
    return 2 * cards if layout == "cr80" else 2 * -(-cards // (COLUMNS * ROWS))


def card_picture(
    card: CardFacts, shop: ShopFacts, labels: DocumentLabels, *, both_sides: bool = False
) -> Page:
    """The card as it lies on a table, its corners round: the page to send as a PNG by chat."""
    face = CardFace(shop, labels)
    sides = [face.front(card), face.back(card)] if both_sides else [face.front(card)]
    step = CARD_HEIGHT + _PICTURE_MARGIN
    width = CARD_WIDTH + 2 * _PICTURE_MARGIN
    height = len(sides) * step + _PICTURE_MARGIN
    items: list[Item] = [Rect(0, 0, width, height, fill=_PICTURE_GROUND)]
    for index, side in enumerate(sides):
        top = _PICTURE_MARGIN + index * step
        shape = Rect(_PICTURE_MARGIN, top, CARD_WIDTH, CARD_HEIGHT, radius=CARD_RADIUS)
        items.append(Clip(shape, moved(side, _PICTURE_MARGIN, top)))
        items.append(replace(shape, stroke=_PICTURE_EDGE, stroke_width=0.15))
    return Page(width, height, tuple(items))


def _single(side: tuple[Item, ...], *, bleed: bool) -> Page:
    edge = BLEED if bleed else 0.0
    return Page(CARD_WIDTH + 2 * edge, CARD_HEIGHT + 2 * edge, moved(side, edge, edge), edge)


def sheet(sides: list[tuple[Item, ...]], *, mirrored: bool, bleed: bool) -> Page:
    """Up to ten faces of a card's size on A4, with crop marks."""
    places = [
        (COLUMNS - 1 - index % COLUMNS if mirrored else index % COLUMNS, index // COLUMNS)
        for index in range(len(sides))
    ]
    taken = set(places)
    edge = BLEED if bleed else 0.0
    items: list[Item] = []
    for (column, row), side in zip(places, sides, strict=True):
        x, y = SHEET_LEFT + column * CARD_WIDTH, SHEET_TOP + row * CARD_HEIGHT
        # Neighbours touch and share one cut; colour runs over only where there is none.
        left = 0.0 if (column - 1, row) in taken else edge
        right = 0.0 if (column + 1, row) in taken else edge
        above = 0.0 if (column, row - 1) in taken else edge
        below = 0.0 if (column, row + 1) in taken else edge
        shape = Rect(x - left, y - above, CARD_WIDTH + left + right, CARD_HEIGHT + above + below)
        items.append(Clip(shape, moved(side, x, y)))
    return Page(A4_WIDTH, A4_HEIGHT, (*items, *_crop_marks(edge)))


def _crop_marks(edge: float) -> Iterator[Line]:
    """Short lines outside the block, in line with every cut."""
    right, bottom = A4_WIDTH - SHEET_LEFT, A4_HEIGHT - SHEET_TOP
    near, far = edge + _MARK_GAP, edge + _MARK_GAP + _MARK
    for column in range(COLUMNS + 1):
        x = SHEET_LEFT + column * CARD_WIDTH
        yield Line(x, SHEET_TOP - far, x, SHEET_TOP - near, width=0.1)
        yield Line(x, bottom + near, x, bottom + far, width=0.1)
    for row in range(ROWS + 1):
        y = SHEET_TOP + row * CARD_HEIGHT
        yield Line(SHEET_LEFT - far, y, SHEET_LEFT - near, y, width=0.1)
        yield Line(right + near, y, right + far, y, width=0.1)
