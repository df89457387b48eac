"""The two sides of a member card, CR80: 85.60 × 53.98 mm, in the shop's colour."""

from __future__ import annotations

from app.services.documents.colours import READABLE, contrast, ground_and_ink, mix, muted_on, parsed
from app.services.documents.drawing import (
    BLACK,
    WHITE,
    Anchor,
    Circle,
    Image,
    Item,
    Rect,
    Weight,
)
from app.services.documents.fonts import printable, shortened, wrapped
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Type, placed, placed_fitted
from app.services.documents.logos import usable_logo
from app.services.documents.symbols import CODE_128_QUIET_MODULES, QR_QUIET_MODULES, code_128, qr
from app.services.rules.shop_facts import CardFacts, ShopFacts

CARD_WIDTH, CARD_HEIGHT = 85.60, 53.98
CARD_RADIUS = 3.18
BLEED = 3.0

_MARGIN = 5.0
_DARK, _QUIET_INK = "#1B2430", "#51606F"
_TILE = 8.0
_PANEL = 21.5
_WIDEST_LOGO = 22.0
_BAND_TOP, _BAND_HEIGHT = 5.0, 7.6
_BARS_TOP, _BARS_HEIGHT = 16.4, 13.4
_BARS_ROOM = 70.0
_MODULE = 0.44
_TERMS_BOTTOM = CARD_HEIGHT - 4.2
_MOST_TERMS_LINES = 3


class CardFace:
    """Draws cards of one shop; what all its cards share is worked out once.

    Each side is drawn with its top left corner at (0, 0) and its ground reaching
    `BLEED` over every edge: whoever places it cuts it to shape.
    """

    def __init__(self, shop: ShopFacts, labels: DocumentLabels) -> None:
        """A brand colour that is none is replaced by the program's own."""
        self._shop = shop
        self._labels = labels
        brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self._brand, self._ink = ground_and_ink(brand, WHITE, _DARK)
        # The circles lean towards the text's colour where it still reads on them, else away.
        lean = self._ink
        if contrast(self._ink, mix(self._brand, lean, 0.12)) < READABLE:
            lean = BLACK if self._ink == WHITE else WHITE
        self._glow = mix(self._brand, lean, 0.07)
        self._halo = mix(self._brand, lean, 0.12)
        hardest = min((self._brand, self._halo), key=lambda ground: contrast(self._ink, ground))
        self._quiet = muted_on(hardest, self._ink)
        self._front = (*self._ground(), *self._masthead())
        self._back = (*self._back_ground(), *self._terms())

    def front(self, card: CardFacts) -> tuple[Item, ...]:
        """The side with the member's name and the QR code."""
        return (*self._front, *self._member(card), *self._panel(card))

    def back(self, card: CardFacts) -> tuple[Item, ...]:
        """The side with the bar code and the terms."""
        return (*self._back, *self._bars(card))

    def _ground(self) -> tuple[Item, ...]:
        width, height = CARD_WIDTH + 2 * BLEED, CARD_HEIGHT + 2 * BLEED
        return (
            Rect(-BLEED, -BLEED, width, height, fill=self._brand),
            Circle(CARD_WIDTH - 12, 3, 37, fill=self._glow),
            Circle(CARD_WIDTH - 12, 3, 23, fill=self._halo),
        )

    def _masthead(self) -> tuple[Item, ...]:
        """The logo, or the name's first character; the shop's name and subtitle beside it."""
        shop = self._shop
        name = printable(shop.name)
        logo = usable_logo(shop.logo)
        middle = _MARGIN + _TILE / 2
        if logo is not None:
            wide = min(max(_TILE, (_TILE - 1.4) * logo.aspect + 1.4), _WIDEST_LOGO)
            tile: tuple[Item, ...] = (
                Rect(_MARGIN, _MARGIN, wide, _TILE, fill=WHITE, radius=1.7),
                Image(_MARGIN + 0.7, _MARGIN + 0.7, wide - 1.4, _TILE - 1.4, logo.data),
            )
        elif name:
            wide = _TILE
            letter = Type(13.5, Weight.BOLD, self._brand)
            centre = _MARGIN + _TILE / 2
            tile = (
                Rect(_MARGIN, _MARGIN, _TILE, _TILE, fill=self._ink, radius=1.7),
                placed(centre, middle, name[0].upper(), letter, Anchor.CENTRE),
            )
        else:
            return ()
        x = _MARGIN + wide + 2.4
        room = CARD_WIDTH - _MARGIN - x
        title = Type(11, Weight.BOLD, self._ink)
        subtitle = printable(shop.subtitle)
        if not subtitle:
            return (*tile, placed_fitted(x, middle, name, title, room=room, least_pt=8))
        small = Type(6.4, colour=self._quiet)
        return (
            *tile,
            placed_fitted(x, middle - 1.5, name, title, room=room, least_pt=8),
            placed_fitted(x, middle + 2.4, subtitle, small, room=room, least_pt=5),
        )

    def _member(self, card: CardFacts) -> tuple[Item, ...]:
        room = CARD_WIDTH - 2 * _MARGIN - _PANEL - 3
        joined = self._labels.joined.format(date=card.joined_on) if card.joined_on else ""
        standing = " · ".join(part for part in (card.tier, joined) if part)
        number = f"{self._labels.card_number} {card.number}" if card.number else ""
        bottom = CARD_HEIGHT - _MARGIN
        small = Type(6.6, colour=self._quiet)
        return (
            placed_fitted(_MARGIN, bottom - 12.2, standing, small, room=room, least_pt=5.4),
            placed_fitted(
                _MARGIN,
                bottom - 7.1,
                card.name,
                Type(15, Weight.BOLD, self._ink),
                room=room,
                least_pt=8.5,
            ),
            placed_fitted(
                _MARGIN, bottom - 1.6, number, Type(8.4, colour=self._ink), room=room, least_pt=6
            ),
        )

    def _panel(self, card: CardFacts) -> tuple[Item, ...]:
        """The QR code, white around it as wide as its standard asks: four modules."""
        x, y = CARD_WIDTH - _MARGIN - _PANEL, CARD_HEIGHT - _MARGIN - _PANEL
        modules = qr(card.code, 0, 0, 1).columns
        side = _PANEL * modules / (modules + 2 * QR_QUIET_MODULES)
        inset = (_PANEL - side) / 2
        return (
            Rect(x, y, _PANEL, _PANEL, fill=WHITE, radius=1.9),
            qr(card.code, x + inset, y + inset, side),
        )

    def _back_ground(self) -> tuple[Item, ...]:
        width = CARD_WIDTH + 2 * BLEED
        return (
            Rect(-BLEED, -BLEED, width, CARD_HEIGHT + 2 * BLEED, fill=WHITE),
            Rect(-BLEED, _BAND_TOP, width, _BAND_HEIGHT, fill=self._brand),
        )

    def _bars(self, card: CardFacts) -> tuple[Item, ...]:
        modules = code_128(card.code, 0, 0, 1, 1).columns
        room = _BARS_ROOM * modules / (modules + 2 * CODE_128_QUIET_MODULES)
        width = min(room, modules * _MODULE)
        centre = CARD_WIDTH / 2
        digits = " ".join(card.code[start : start + 4] for start in range(0, len(card.code), 4))
        under = Type(8.6, colour=_DARK)
        return (
            code_128(card.code, centre - width / 2, _BARS_TOP, width, _BARS_HEIGHT),
            placed(centre, _BARS_TOP + _BARS_HEIGHT + 2.5, digits, under, Anchor.CENTRE),
        )

    def _terms(self) -> tuple[Item, ...]:
        """The terms in up to three lines, and who to ask, from the bottom upwards."""
        shop = self._shop
        kind = Type(5.8, colour=_QUIET_INK)
        room = CARD_WIDTH - 2 * _MARGIN
        terms = printable(shop.card_terms) or self._labels.card_terms
        lines = wrapped(terms, kind.size_pt, kind.weight, room)
        if len(lines) > _MOST_TERMS_LINES:
            rest = lines[_MOST_TERMS_LINES - 1] + "…"
            kept = shortened(rest, kind.size_pt, kind.weight, room)
            lines = [*lines[: _MOST_TERMS_LINES - 1], kept]
        whom = " · ".join(part for part in (shop.name, shop.address, shop.phone) if part.strip())
        lines.append(shortened(printable(whom), kind.size_pt, kind.weight, room))
        top = _TERMS_BOTTOM - len(lines) * kind.line_height
        return tuple(
            placed(_MARGIN, top + (index + 0.5) * kind.line_height, line, kind)
            for index, line in enumerate(lines)
        )
