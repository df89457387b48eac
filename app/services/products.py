"""Products and services the shop sells: kept, found, laid out on tiles."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from app.errors import BarcodeTaken, FieldInvalid, ProductUnknown
from app.models import products as stored
from app.models.database import Database
from app.services.desk import Desk, audit
from app.services.ids import uuid7
from app.services.on_sale import OnSale, Product, Tile, product_of
from app.services.product_drafts import (
    CATEGORY_LENGTH,
    CheckedProduct,
    ProductDraft,
    check_product,
    same_codes,
)
from app.services.rules.money import BASIS_POINTS, plain_money, rate
from app.services.rules.pinyin import normalise_query, search_tokens
from app.services.rules.powers import Power
from app.services.texts import checked_text


@dataclass(frozen=True, slots=True)
class Category:
    """A group of products; groups stand in the order of `position`."""

    category_id: UUID
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """Which products a list shows; `active` None shows the archived ones too, `low` only what
    is low in stock or below zero."""

    text: str = ""
    category_id: UUID | None = None
    active: bool | None = True
    low: bool = False


__all__ = ["Category", "Product", "ProductDraft", "ProductFilter", "Products", "Tile"]


class Products:
    """Adds, changes, archives and finds products. Amounts are in the shop's currency."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_sale = OnSale(desk)

    # --- keeping -------------------------------------------------------------

    def add(self, draft: ProductDraft, *, product_id: UUID | None = None) -> Product:
        """Keep a new product; a repeated `product_id` returns the first.

        Raises FieldInvalid, BarcodeTaken, NeedsApproval.
        """
        checked = self._checked(draft)
        new_id = product_id or uuid7()

        def work() -> Product:
            if stored.find(self._database, new_id.bytes) is None:
                self._desk.require(Power.PRODUCTS)
                self._check_barcodes(checked, None)
                tile = stored.next_tile(self._database) if checked.tile else None
                stored.insert(self._database, self._values(new_id, checked, tile))
                stored.replace_barcodes(self._database, new_id.bytes, checked.barcodes)
            return self.get(new_id)

        return self._changed(work)

    def update(self, product_id: UUID, draft: ProductDraft) -> Product:
        """Change a product; finished sales keep what they sold.

        Its price is a power of its own, with a limit. Raises FieldInvalid, BarcodeTaken,
        ProductUnknown, NeedsApproval.
        """
        given = self._checked(draft)

        def work() -> Product:
            checked, old = given, self.get(product_id)
            self._check_barcodes(checked, product_id)
            tile = (old.tile_position or stored.next_tile(self._database)) if checked.tile else None
            if draft.cost is None:
                checked = replace(checked, cost_minor=old.cost_minor)
            approver = self._allowed(old, checked)
            stored.update(self._database, self._values(product_id, checked, tile))
            if set(old.barcodes) != set(checked.barcodes):
                stored.replace_barcodes(self._database, product_id.bytes, checked.barcodes)
            if old.price_minor != checked.price_minor:
                before, after = old.price_minor, checked.price_minor
                audit(
                    self._desk, "product.price", product_id,
                    approved_by=approver, before=before, after=after,
                )  # fmt: skip
            return self.get(product_id)

        return self._changed(work)

    def archive(self, product_id: UUID) -> Product:
        """Take a product off sale; history keeps its name, and it keeps its barcodes."""
        return self._set_active(product_id, False)

    def restore(self, product_id: UUID) -> Product:
        """Put an archived product on sale again."""
        return self._set_active(product_id, True)

    def get(self, product_id: UUID) -> Product:
        """One product, archived or not. Raises ProductUnknown."""
        row = stored.find(self._database, product_id.bytes)
        if row is None:
            raise ProductUnknown(str(product_id))
        return product_of(row, stored.barcodes_of(self._database, product_id.bytes))

    def draft_of(self, product_id: UUID) -> ProductDraft:
        """The product as text, for editing and for undoing an edit."""
        product = self.get(product_id)
        currency = self._desk.settings.money
        member_price, cost = product.member_price_minor, product.cost_minor
        return ProductDraft(
            name=product.name,
            barcodes=product.barcodes,
            price=plain_money(product.price_minor, currency),
            member_price="" if member_price is None else plain_money(member_price, currency),
            category=product.category,
            tax_rate=rate(product.tax_rate_bp),
            weighed=product.weighed,
            colour=product.colour,
            tile=product.tile_position is not None,
            cost=None if cost is None else plain_money(cost, currency),
        )

    def cost_shown(self) -> bool:
        """Whether the person at the till may see what products cost the shop."""
        return self._desk.may(Power.PRODUCTS)

    # --- finding -------------------------------------------------------------

    def by_barcode(self, code: str, *, archived: bool = False) -> Product:
        """The product with this barcode; a GTIN is found with or without its leading zeros.

        Archived products only where `archived`. Raises ProductUnknown.
        """
        for way in same_codes(code):
            owner = stored.owner_of(self._database, way)
            if owner is not None:
                product = self.get(UUID(bytes=owner))
                if product.active or archived:
                    return product
        raise ProductUnknown(code)

    def suggest(self, text: str, limit: int = 20) -> tuple[Product, ...]:
        """Products on sale by name, pinyin, initials or barcode, best first, as one types."""
        on_sale = self._on_sale.now()
        return tuple(on_sale.products[place] for place in on_sale.index.find(text, limit))

    def page_count(self, wanted: ProductFilter) -> int:
        """How many products a list has."""
        return stored.page_count(self._database, _wanted(wanted))

    def page(self, wanted: ProductFilter, offset: int, limit: int) -> tuple[Product, ...]:
        """One page of a list, by category, then tile, then name."""
        ids = stored.page(self._database, _wanted(wanted), offset, limit)
        return tuple(self.get(product_id) for product_id in ids)

    # --- tiles and categories ------------------------------------------------

    def on_sale(self) -> tuple[Product, ...]:
        """Every product on sale, tiles first."""
        return self._on_sale.now().products

    def tiles(self) -> tuple[Tile, ...]:
        """The products a cashier taps, in their order."""
        return self._on_sale.now().tiles

    def move_tile(self, product_id: UUID, place: int) -> None:
        """Put a tile at `place` (0 is first); the others close up. Raises ProductUnknown."""

        def work() -> None:
            self.get(product_id)
            self._desk.require(Power.PRODUCTS)
            order = stored.tile_order(self._database)
            rest = [other for other in order if other != product_id.bytes]
            rest.insert(max(0, place), product_id.bytes)
            stored.place_tiles(self._database, rest, self._desk.now_ms())

        self._desk.transaction(work)
        self._on_sale.forget()

    def categories(self) -> tuple[Category, ...]:
        """The categories that hold a product, in their order."""
        rows = stored.categories(self._database)
        return tuple(Category(UUID(bytes=row[0]), row[1], row[2]) for row in rows)

    def rename_category(self, category_id: UUID, name: str) -> None:
        """Give a category another name. Raises FieldInvalid where one has it already."""
        kept = checked_text("category", name, CATEGORY_LENGTH, required=True)

        def work() -> None:
            self._desk.require(Power.PRODUCTS)
            if stored.category_named(self._database, kept) not in (None, category_id.bytes):
                raise FieldInvalid("category", "taken", kept)
            now = self._desk.now_ms()
            stored.rename_category(self._database, category_id.bytes, kept, now)

        self._desk.transaction(work)
        self._on_sale.forget()

    def forget(self) -> None:
        """Something about products was changed past this service: read them again."""
        self._on_sale.forget()

    # --- inside --------------------------------------------------------------

    @property
    def _database(self) -> Database:
        return self._desk.database

    def _allowed(self, old: Product, new: CheckedProduct) -> UUID | None:
        """Who approved the change of a price, or of anything else."""
        approver = None
        if old.price_minor != new.price_minor:
            moved = abs(new.price_minor - old.price_minor) * BASIS_POINTS
            moved_bp = -(-moved // old.price_minor) if old.price_minor else BASIS_POINTS
            approver = self._desk.require(Power.PRICE_CHANGE, moved_bp)
        if not _same_but_price(old, new):
            approver = self._desk.require(Power.PRODUCTS) or approver
        return approver

    def _checked(self, draft: ProductDraft) -> CheckedProduct:
        settings = self._desk.settings
        return check_product(draft, settings.money, settings.tax_rate_bp)

    def _check_barcodes(self, checked: CheckedProduct, own: UUID | None) -> None:
        for code in checked.barcodes:
            for way in same_codes(code):
                owner = stored.owner_of(self._database, way)
                if owner is not None and (own is None or owner != own.bytes):
                    raise BarcodeTaken(code, self.get(UUID(bytes=owner)).name)

    def _values(
        self, product_id: UUID, checked: CheckedProduct, tile: int | None
    ) -> tuple[object, ...]:
        return (
            product_id.bytes,
            checked.name,
            self._category(checked.category),
            checked.price_minor,
            checked.member_price_minor,
            checked.tax_rate_bp,
            int(checked.weighed),
            checked.colour,
            tile,
            "\n".join(sorted(search_tokens(checked.name))),
            self._desk.now_ms(),
            checked.cost_minor,
        )

    def _category(self, name: str) -> bytes | None:
        """The category of that name, made on the fly."""
        if not name:
            return None
        found = stored.category_named(self._database, name)
        if found is None:
            found = uuid7().bytes
            stored.add_category(self._database, found, name)
        return found

    def _set_active(self, product_id: UUID, active: bool) -> Product:
        def work() -> Product:
            if self.get(product_id).active is not active:
                approver = self._desk.require(Power.PRODUCTS)
                now = self._desk.now_ms()
                stored.set_active(self._database, product_id.bytes, active, now)
                action = f"product.{'restored' if active else 'archived'}"
                audit(self._desk, action, product_id, approved_by=approver)
            return self.get(product_id)

        return self._changed(work)

    def _changed(self, work: Callable[[], Product]) -> Product:
        try:
            return self._desk.transaction(work)
        finally:
            self._on_sale.forget()


def _same_but_price(old: Product, new: CheckedProduct) -> bool:
    return (
        old.name == new.name
        and set(old.barcodes) == set(new.barcodes)
        and old.member_price_minor == new.member_price_minor
        and old.category == new.category
        and old.tax_rate_bp == new.tax_rate_bp
        and old.weighed == new.weighed
        and old.colour == new.colour
        and old.cost_minor == new.cost_minor
        and (old.tile_position is not None) == new.tile
    )


def _wanted(wanted: ProductFilter) -> stored.Wanted:
    return stored.Wanted(
        text=wanted.text.strip(),
        query=normalise_query(wanted.text),
        category_id=wanted.category_id,
        active=wanted.active,
        low=wanted.low,
    )
