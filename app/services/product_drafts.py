"""What a person types about a product, and what it is once checked."""

from dataclasses import dataclass
from typing import TypeGuard
from unicodedata import normalize

from app.errors import FieldInvalid
from app.services.rules.codes import CodeKind, cleaned, gtin_check_holds, kind_of
from app.services.rules.money import BASIS_POINTS, Currency, parse_minor, parse_scaled
from app.services.texts import checked_text

NAME_LENGTH = 100
CATEGORY_LENGTH = 40
BARCODE_LENGTH = 64
BARCODES = 20

TILE_COLOURS = {
    "teal": "#0F6E63",
    "blue": "#0B63C5",
    "orange": "#B45309",
    "violet": "#7C3AED",
    "red": "#B3261E",
    "slate": "#51606F",
    "green": "#1B7A3D",
    "pink": "#BE185D",
}
"""The colours a tile may have; the database keeps the hex value."""

# A scanner reads these as something else, so a product could never be found by one.
_TAKEN_SHAPES = frozenset(CodeKind) - {CodeKind.GTIN, CodeKind.IN_STORE, CodeKind.OTHER}


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product as typed. `tax_rate` is percent; blank takes the shop's own rate.

    `colour` is a name or value of TILE_COLOURS, blank for the category's. `tile` puts the
    product on the cashier's tiles. `cost` is what the shop pays for one; None leaves it as it is,
    for whoever may not see it.
    """

    name: str = ""
    barcodes: tuple[str, ...] = ()
    price: str = ""
    member_price: str = ""
    category: str = ""
    tax_rate: str = ""
    weighed: bool = False
    colour: str = ""
    tile: bool = True
    cost: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedProduct:
    """A draft that can be stored: amounts in minor units, the rate in basis points."""

    name: str
    barcodes: tuple[str, ...]
    price_minor: int
    member_price_minor: int | None
    category: str
    tax_rate_bp: int
    weighed: bool
    colour: str
    tile: bool
    cost_minor: int | None = None


def check_product(draft: ProductDraft, currency: Currency, tax_rate_bp: int) -> CheckedProduct:
    """The draft's values; `tax_rate_bp` is the shop's own rate. Raises FieldInvalid."""
    price = checked_amount("price", draft.price, currency)
    member_price = None
    if draft.member_price.strip():
        member_price = checked_amount("member_price", draft.member_price, currency)
        if member_price > price:
            raise FieldInvalid("member_price", "above_price", draft.member_price.strip())
    return CheckedProduct(
        name=checked_text("name", draft.name, NAME_LENGTH, required=True),
        barcodes=checked_barcodes(draft.barcodes),
        price_minor=price,
        member_price_minor=member_price,
        category=checked_text("category", draft.category, CATEGORY_LENGTH),
        tax_rate_bp=checked_rate(draft.tax_rate, tax_rate_bp),
        weighed=draft.weighed,
        colour=checked_colour(draft.colour),
        tile=draft.tile,
        cost_minor=checked_amount("cost", draft.cost, currency) if _given(draft.cost) else None,
    )


def _given(text: str | None) -> TypeGuard[str]:
    return text is not None and bool(text.strip())


def checked_amount(field: str, text: str, currency: Currency) -> int:
    """An amount of money of zero or more, in minor units. Raises FieldInvalid."""
    if not text.strip():
        raise FieldInvalid(field, "required")
    minor = parse_minor(text, currency)
    if minor is None:
        raise FieldInvalid(field, "not_an_amount", text.strip())
    if minor < 0:
        raise FieldInvalid(field, "negative", text.strip())
    return minor


def checked_rate(text: str, default_bp: int) -> int:
    """A tax rate typed as percent, in basis points; blank is `default_bp`. Raises FieldInvalid."""
    percent = normalize("NFKC", text).strip().removesuffix("%").rstrip()
    if not percent:
        return default_bp
    rate = parse_scaled(percent, 2, BASIS_POINTS)
    if rate is None or rate < 0:
        raise FieldInvalid("tax_rate", "not_a_percent", text.strip())
    return rate


def checked_colour(text: str) -> str:
    """The hex value of a tile colour given by name or value; blank stays so."""
    colour = text.strip()
    if not colour:
        return ""
    found = TILE_COLOURS.get(colour.lower(), colour.upper())
    if found not in TILE_COLOURS.values():
        raise FieldInvalid("colour", "not_a_colour", colour)
    return found


def checked_barcodes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes as given, leading zeros kept, each once. Raises FieldInvalid."""
    kept: dict[str, None] = {}
    for given in codes:
        code = checked_text("barcode", given, BARCODE_LENGTH)
        if code and kind_of(cleaned(code)) in _TAKEN_SHAPES:
            raise FieldInvalid("barcode", "reserved_code", code)
        if code and not any(other in kept for other in same_codes(code)):
            kept[code] = None
    if len(kept) > BARCODES:
        raise FieldInvalid("barcode", "too_many")
    return tuple(kept)


def same_codes(code: str) -> tuple[str, ...]:
    """The ways one code may be stored: as given, without blanks and dashes, and, for a GTIN,
    with and without its leading zeros (a GTIN-12 is a GTIN-13 that starts with 0)."""
    text = code.strip()
    plain = cleaned(text)
    ways = {text: None, plain: None}
    if plain.isascii() and plain.isdigit() and len(plain) in (8, 12, 13, 14):
        padded = plain.zfill(14)
        if gtin_check_holds(plain):
            ways.update(
                (padded[-size:], None)
                for size in (14, 13, 12, 8)
                if padded[:-size].strip("0") == ""
            )
    ways.pop("", None)
    return tuple(ways)
