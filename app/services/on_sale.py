"""What is on sale, held in memory for tiles and for finding as one types."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from threading import get_ident
from uuid import UUID

from app.models import products as stored
from app.models.products import ProductRow
from app.services.desk import Desk
from app.services.product_drafts import TILE_COLOURS
from app.services.rules.cart import Item
from app.services.rules.product_search import ProductIndex, SearchedProduct


@dataclass(frozen=True, slots=True)
class Product:
    """A product. Prices and cost in minor units, for one piece or, where weighed, one kilogram."""

    product_id: UUID
    name: str
    barcodes: tuple[str, ...]
    price_minor: int
    member_price_minor: int | None
    category: str
    tax_rate_bp: int
    weighed: bool
    colour: str
    tile_position: int | None
    active: bool
    cost_minor: int | None = None

    @property
    def item(self) -> Item:
        """What a cart line sells. One product is always the same item, however it was found."""
        return Item(
            name=self.name,
            unit_price_minor=self.price_minor,
            product_id=self.product_id,
            member_price_minor=self.member_price_minor,
            category=self.category,
            tax_rate_bp=self.tax_rate_bp,
            weighed=self.weighed,
            barcode=self.barcodes[0] if self.barcodes else "",
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """A product as the cashier taps it. `colour` is its own, or its category's."""

    product_id: UUID
    item: Item
    colour: str
    category: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every product on sale at one moment, tiles first; `stamp` tells when it is out of date."""

    products: tuple[Product, ...]
    index: ProductIndex
    tiles: tuple[Tile, ...]
    stamp: tuple[object, ...]
    serial: int


class OnSale:
    """The newest snapshot, read again after a change by this or any other connection."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: Snapshot | None = None
        self._serials = count(1)
        # The state of the file at which each thread last found which snapshot current.
        self._seen: dict[int, tuple[object, int]] = {}

    def forget(self) -> None:
        """Something has changed here: the next reader reads again."""
        self._held = None

    def now(self) -> Snapshot:
        """What is on sale now."""
        thread, state = get_ident(), stored.file_state(self._desk.database)
        held = self._held
        if held is not None and self._seen.get(thread) == (state, held.serial):
            return held
        stamp = stored.stamp(self._desk.database)
        if held is None or held.stamp != stamp:
            held = self._read(stamp)
            self._held = held
        self._seen[thread] = (state, held.serial)
        return held

    def _read(self, stamp: tuple[object, ...]) -> Snapshot:
        codes: dict[bytes, list[str]] = defaultdict(list)
        for product_id, code in stored.active_barcodes(self._desk.database):
            codes[product_id].append(code)
        rows = stored.all_active(self._desk.database)
        products = tuple(product_of(row, codes[row.id]) for row in rows)
        searched = [
            SearchedProduct(row.name, row.search, product.barcodes)
            for row, product in zip(rows, products, strict=True)
        ]
        tiles = tuple(
            Tile(product.product_id, product.item, _tile_colour(row), row.category)
            for row, product in zip(rows, products, strict=True)
            if row.tile_position is not None
        )
        return Snapshot(products, ProductIndex(searched), tiles, stamp, next(self._serials))


def product_of(row: ProductRow, barcodes: Sequence[str]) -> Product:
    """A stored product as a value."""
    return Product(
        product_id=UUID(bytes=row.id),
        name=row.name,
        barcodes=tuple(barcodes),
        price_minor=row.price_minor,
        member_price_minor=row.member_price_minor,
        category=row.category,
        tax_rate_bp=row.tax_rate_bp,
        weighed=bool(row.weighed),
        colour=row.colour,
        tile_position=row.tile_position,
        active=bool(row.active),
        cost_minor=row.cost_minor,
    )


def _tile_colour(row: ProductRow) -> str:
    """The product's own colour, else one that tells its category from its neighbours'."""
    colours = tuple(TILE_COLOURS.values())
    return row.colour or colours[max(0, row.category_position) % len(colours)]
