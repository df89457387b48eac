"""The products' behaviour, without Qt: which are listed, and what may be done to one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.errors import FieldInvalid, ProductUnknown
from app.services.ids import uuid7
from app.services.on_sale import Product
from app.services.product_drafts import ProductDraft
from app.services.products import Category, ProductFilter
from app.services.rules.money import parse_milli
from app.services.rules.stock import Level

if TYPE_CHECKING:
    from app.ui.tasks import Tasks

_PLACES_SOUGHT = 2_000
_PLACES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows: how many rows, and which of them is to be marked (-1 none).

    `any_at_all` is False while the shop has no product yet; `colours` are those of the tiles.
    """

    wanted: ProductFilter
    count: int
    marked: int
    any_at_all: bool
    categories: tuple[Category, ...] = ()
    colours: dict[UUID, str] = field(default_factory=dict)
    levels: Mapping[UUID, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProductForm:
    """A product on its way to be added (`is_new`) or changed."""

    product_id: UUID
    draft: ProductDraft
    is_new: bool
    active: bool = True
    categories: tuple[str, ...] = ()
    level: Level | None = None
    costs: bool = False


@dataclass(frozen=True, slots=True)
class StockWish:
    """Whether a product's stock is to be kept, and from how many on it is low, as typed."""

    tracked: bool
    low: str = ""

    def low_milli(self) -> int | None:
        """The mark in thousandths; None where there is none. Raises FieldInvalid."""
        if not self.tracked or not self.low.strip():
            return None
        milli = parse_milli(self.low)
        if milli is None or milli < 0:
            raise FieldInvalid("low", "not_a_quantity", self.low.strip())
        return milli

    def as_kept(self, level: Level | None) -> bool:
        """Whether nothing of it is to be changed."""
        if level is None or not self.tracked:
            return self.tracked == (level is not None)
        try:
            return self.low_milli() == level.low_milli
        except FieldInvalid:
            return False


class ProductsView(Protocol):
    """What the presenter asks of the screen."""

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""

    def open_editor(self, form: ProductForm) -> None:
        """Ask for a product's particulars."""

    def saved(self) -> None:
        """The editor's product is kept: close it."""

    def refuse_form(self, error: Exception) -> None:
        """Say in the editor why the product cannot be kept."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def tell(self, what: str, name: str, undo: Callable[[], None] | None) -> None:
        """Say what happened to the product `name`, with a way to take it back."""

    def changed(self) -> None:
        """Products changed: other screens want to know."""


class ProductsPresenter:
    """Holds what is listed; every change is saved at once and can be taken back."""

    def __init__(self, view: ProductsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._wanted = ProductFilter()
        self._categories: tuple[Category, ...] = ()
        self._saving = False

    # --- the list -------------------------------------------------------------

    @property
    def wanted(self) -> ProductFilter:
        """Which products are listed."""
        return self._wanted

    def search(self, text: str) -> None:
        """List what answers to a text."""
        self.want(replace(self._wanted, text=text.strip()))

    def show_category(self, category_id: UUID | None) -> None:
        """List one category, or all."""
        self.want(replace(self._wanted, category_id=category_id))

    def show_active(self, active: bool | None, *, low: bool = False) -> None:
        """List what is on sale, or low in stock, what is archived, or all."""
        self.want(replace(self._wanted, active=active, low=low))

    def want(self, wanted: ProductFilter) -> None:
        """List others."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.refresh()

    def refresh(self, mark: UUID | None = None) -> None:
        """Show the list as it is now, with the product `mark` marked where it is in it."""
        wanted, products, stock = self._wanted, self._shop.products, self._shop.stock

        def work() -> Listing:
            count = products.page_count(wanted)
            return Listing(
                wanted=wanted,
                count=count,
                marked=-1 if mark is None else _place_of(products, wanted, mark, count),
                any_at_all=bool(count or products.page_count(ProductFilter(active=None))),
                categories=products.categories(),
                colours={tile.product_id: tile.colour for tile in products.tiles()},
                levels=stock.levels(),
            )

        def listed(listing: Listing) -> None:
            if listing.wanted == self._wanted:
                self._categories = listing.categories
                self._view.show_listing(listing)

        self._tasks.run(work, listed)

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[Product]], None]) -> None:
        """Find some rows of the list."""
        wanted = self._wanted
        self._tasks.run(lambda: self._shop.products.page(wanted, offset, limit), give)

    # --- one product ----------------------------------------------------------

    def add(self) -> None:
        """Ask for a new product; what is listed says its category."""
        wanted = self._wanted.category_id
        names = [c.name for c in self._categories if c.category_id == wanted]
        self._ask_new(ProductDraft(category=names[0] if names else ""))

    def _ask_new(self, draft: ProductDraft) -> None:
        self._view.open_editor(self._form(uuid7(), draft, is_new=True))

    def edit(self, product: Product) -> None:
        """Ask for the particulars of one product."""
        shop, key = self._shop, product.product_id

        def asked(answer: tuple[ProductDraft, Level | None]) -> None:
            form = self._form(key, answer[0], is_new=False, active=product.active)
            self._view.open_editor(replace(form, level=answer[1]))

        self._tasks.run(
            lambda: (shop.products.draft_of(key), shop.stock.level(key)), asked, self._view.refuse
        )

    def scan(self, code: str) -> None:
        """Open the product with this code, or a new one that has it."""

        def otherwise(error: Exception) -> None:
            if isinstance(error, ProductUnknown):
                self._ask_new(ProductDraft(barcodes=(code,), tile=False))
            else:
                self._view.refuse(error)

        self._tasks.run(
            lambda: self._shop.products.by_barcode(code, archived=True), self.edit, otherwise
        )

    def save(self, form: ProductForm, draft: ProductDraft, wish: StockWish | None = None) -> None:
        """Keep what was typed; pressing twice keeps it once."""
        if self._saving:
            return
        same = wish is None or wish.as_kept(form.level)
        if same and draft == form.draft and not form.is_new:
            self._view.saved()
            return
        products, self._saving = self._shop.products, True

        def work() -> tuple[Product, ProductDraft | None]:
            low = None if wish is None else wish.low_milli()
            before = None if form.is_new else products.draft_of(form.product_id)
            if before is None:
                kept = products.add(draft, product_id=form.product_id)
            elif draft == form.draft:
                kept = products.get(form.product_id)
            else:
                kept = products.update(form.product_id, draft)
            if wish is not None and not same:
                self._keep_stock(form.product_id, low, tracked=wish.tracked)
            return kept, before

        def kept(answer: tuple[Product, ProductDraft | None]) -> None:
            self._saving = False
            product, before = answer
            self._view.saved()
            if before is None:
                self._done("added", product, lambda: self._take_back(product, draft))
            else:
                self._done("changed", product, lambda: self._put_back(product, before))

        def refused(error: Exception) -> None:
            self._saving = False
            self._view.refuse_form(error)

        self._tasks.run(work, kept, refused)

    def _keep_stock(self, product_id: UUID, low_milli: int | None, *, tracked: bool) -> None:
        if tracked:
            self._shop.stock.track(product_id, low_milli)
        else:
            self._shop.stock.untrack(product_id)

    def archive(self, product: Product) -> None:
        """Take a product off sale."""
        self._switch(product, False)

    def restore(self, product: Product) -> None:
        """Put an archived product on sale again."""
        self._switch(product, True)

    def move(self, product: Product, step: int) -> None:
        """Move a product's tile before or behind its neighbour of the same category."""
        products = self._shop.products

        def work() -> int | None:
            tiles = products.tiles()
            beside = [i for i, tile in enumerate(tiles) if tile.category == product.category]
            here = [i for i in beside if tiles[i].product_id == product.product_id]
            if not here:
                return None
            target = beside.index(here[0]) + step
            if not 0 <= target < len(beside):
                return None
            products.move_tile(product.product_id, beside[target])
            return here[0]

        def moved(before: int | None) -> None:
            if before is not None:
                self._done("moved", product, lambda: self._move_back(product, before))

        self._tasks.run(work, moved, self._view.refuse)

    # --- inside ---------------------------------------------------------------

    def _form(
        self, product_id: UUID, draft: ProductDraft, *, is_new: bool, active: bool = True
    ) -> ProductForm:
        names = tuple(category.name for category in self._categories)
        costs = self._shop.products.cost_shown()
        if not costs:
            draft = replace(draft, cost=None)
        return ProductForm(product_id, draft, is_new, active, names, costs=costs)

    def _switch(self, product: Product, active: bool) -> None:
        change = self._shop.products.restore if active else self._shop.products.archive
        what = "restored" if active else "archived"
        self._tasks.run(
            lambda: change(product.product_id),
            lambda after: self._done(what, after, lambda: self._switch_back(after)),
            self._view.refuse,
        )

    def _switch_back(self, product: Product) -> None:
        products = self._shop.products
        change = products.archive if product.active else products.restore
        self._undo(lambda: change(product.product_id), product)

    def _put_back(self, product: Product, before: ProductDraft) -> None:
        self._undo(lambda: self._shop.products.update(product.product_id, before), product)

    def _take_back(self, product: Product, draft: ProductDraft) -> None:
        """A product just added goes to the archive and frees its barcodes for another try."""
        products = self._shop.products

        def work() -> None:
            if draft.barcodes:
                products.update(product.product_id, replace(draft, barcodes=()))
            products.archive(product.product_id)

        self._undo(work, product)

    def _move_back(self, product: Product, place: int) -> None:
        self._undo(lambda: self._shop.products.move_tile(product.product_id, place), product)

    def _undo(self, work: Callable[[], object], product: Product) -> None:
        def undone(_answer: object) -> None:
            self.refresh(product.product_id)
            self._view.changed()

        self._tasks.run(work, undone, self._view.refuse)

    def _done(self, what: str, product: Product, undo: Callable[[], None]) -> None:
        self.refresh(product.product_id)
        self._view.changed()
        self._view.tell(what, product.name, undo)


def _place_of(products: Any, wanted: ProductFilter, product_id: UUID, count: int) -> int:
    """Where a product stands in the list; -1 where it is not, or too far down to seek."""
    for offset in range(0, min(count, _PLACES_SOUGHT), _PLACES_AT_ONCE):
        page = products.page(wanted, offset, _PLACES_AT_ONCE)
        for place, product in enumerate(page, start=offset):
            if product.product_id == product_id:
                return place
    return -1
