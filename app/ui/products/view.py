"""The screen of products: a list, and a sheet for one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.services.product_drafts import TILE_COLOURS
from app.services.products import ProductFilter
from app.services.rules.codes import CodeKind, kind_of
from app.services.rules.money import CURRENCIES, Currency, money, rate
from app.services.rules.stock import Level
from app.ui.products.goods_sheets import GoodsSheets
from app.ui.products.label_sheet import LabelChoice
from app.ui.products.words import colour_name, on_hand_words, stock_tone, told_words
from app.ui.screen import Screen
from app.ui.shell import Shell, Shop
from app.ui.theme import Height, Space
from app.ui.transfers import open_export, open_import
from app.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.on_sale import Product
    from app.ui.products.editor import ProductSheet
    from app.ui.products.presenter import Listing, ProductForm, ProductsPresenter

_WIDE = 1100
_BARCODES = 1
_ON_HAND = 3
_SHOWN = ((True, False), (True, True), (False, False), (None, False))
"""On sale, low in stock, archived, all: (active, low) in the order of the segments."""


class ProductsScreen(Screen):
    """What is sold."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: ProductsPresenter | None = None
        self._sheet: ProductSheet | None = None
        self._currency: Currency = CURRENCIES["CNY"]
        self._listing: Listing | None = None
        self._stale = False
        self._goods: GoodsSheets | None = None
        self.search = SearchField()
        self.add = PrimaryButton("", icon="plus", height=Height.CASHIER)
        self.take_in = SecondaryButton("", icon="file-up", height=Height.CASHIER)
        self.put_out = SecondaryButton("", icon="file-down", height=Height.CASHIER)
        self.stock = SecondaryButton("", icon="truck")
        self.labels = SecondaryButton("", icon="tag")
        self.save_list = IconButton("download", "")
        self.state = Segmented((), name="")
        self.category = DropDown()
        self.category.setProperty("dense", True)
        self.category.setMinimumWidth(180)
        self._count = Label("", tone=Tone.MUTED)
        self.table = Table((), name="")
        self._empty = EmptyState("package", "")
        self._middle = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.search)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        for button in (self.take_in, self.put_out, self.add):
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(Space.XS)
        below.addWidget(self.state)
        below.addStretch(1)
        below.addWidget(self.save_list)
        below.addWidget(self.stock)
        below.addWidget(self.labels)
        below.addWidget(self._count)
        below.addSpacing(Space.XS)
        below.addWidget(self.category)
        card = Card()
        card.body.setContentsMargins(1, 6, 1, 6)
        card.body.addWidget(self.table, 1)
        self._middle.addWidget(card)
        self._middle.addWidget(self._empty)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self._middle, 1)

    # --- the window's calls ---------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """List the products."""
        from app.ui.products.presenter import ProductsPresenter

        self._currency = shop.desk.settings.money
        self._presenter = ProductsPresenter(self, shop, self.shell.tasks)
        self._wire(self._presenter)
        self.retranslate()
        self._presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Another screen changed the products or the settings."""
        if self._presenter is None or topic not in ("products", "stock", "sales", "settings"):
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._presenter.refresh(self._current_id())

    def activated(self) -> None:
        """Show what changed meanwhile."""
        if self._stale and self._presenter is not None:
            self._stale = False
            self._presenter.refresh(self._current_id())

    def scanned(self, code: str) -> bool:
        """Open the product with this code; other codes are the cashier's."""
        presenter = self._presenter
        if presenter is None or kind_of(code) not in (CodeKind.GTIN, CodeKind.OTHER):
            return False
        presenter.scan(code)
        return True

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        hint = self.shell.keys.hint
        self.search.say(self.tr("Search by name, pinyin or barcode"), hint("find"))
        self.add.set_label(self.tr("New product"))
        self.add.set_hint(hint("new"))
        self.take_in.set_label(self.tr("Import"))
        self.put_out.set_label(self.tr("Export"))
        self.state.setAccessibleName(self.tr("Which products"))
        self.state.set_choices(
            (self.tr("On sale"), self.tr("Low stock"), self.tr("Archived"), self.tr("All"))
        )
        self.stock.set_label(self.tr("Stock"))
        self.stock.set_hint(hint("stock"))
        self.labels.set_label(self.tr("Labels"))
        self.labels.setToolTip(hint("labels"))  # too long for the smallest window
        self.save_list.set_name(self.tr("Save the list"))
        self.category.setAccessibleName(self.tr("Category"))
        self.table.setAccessibleName(self.tr("Products"))
        self.table.set_columns(self._columns())
        if self._sheet is not None:
            self._sheet.retranslate()
        if listing := self._listing:
            self._show_around(listing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a product off sale; Esc goes back to the search."""
        product = self.table.current_row() if self.table.hasFocus() else None
        if event.key() == Qt.Key.Key_Delete and product is not None:
            self._switch(product)
        elif event.key() == Qt.Key.Key_Escape and not self.search.hasFocus():
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the barcodes' room to the names, the count's to the buttons."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_BARCODES, self.width() < _WIDE)
        self._count.setHidden(self.width() < _WIDE)

    # --- ProductsView ---------------------------------------------------------

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""
        self._listing = listing
        presenter = self._presenter
        assert presenter is not None
        before = self.table.currentIndex().row()
        self.table.show_paged(listing.count, presenter.fetch)
        # A product that left the list leaves the mark to the one that took its place.
        place = listing.marked if listing.marked >= 0 else min(before, listing.count - 1)
        if place >= 0:
            self.table.choose(place)
            self.table.scrollTo(self.table.currentIndex())
        self._show_around(listing)

    def open_editor(self, form: ProductForm) -> None:
        """Ask for a product."""
        settings = self.shell.shop.desk.settings
        self._editor().ask(form, own_rate_bp=settings.tax_rate_bp)

    def saved(self) -> None:
        """The product is kept."""
        self._editor().close_sheet()

    def refuse_form(self, error: Exception) -> None:
        """Say it beside the field."""
        self._editor().refuse(error, self.shell.sentence(error))

    def refuse(self, error: Exception) -> None:
        """Say it in the banner."""
        self.shell.show_error(error)

    def tell(self, what: str, name: str, undo: Callable[[], None] | None) -> None:
        """Say it in a toast."""
        self.shell.toast(told_words(what, name), undo)

    def changed(self) -> None:
        """Other screens show products too."""
        self.shell.tell_changed("products", self)

    # --- inside ---------------------------------------------------------------

    def _wire(self, presenter: ProductsPresenter) -> None:
        self.search.textEdited.connect(presenter.search)
        self.search.entered.connect(self._entered)
        self.search.left_down.connect(self._into_list)
        self.state.changed.connect(self._show_state)
        goods = self._goods = GoodsSheets(self.shell, self._currency)
        self.stock.clicked.connect(lambda: goods.book(self._booked))
        self.labels.clicked.connect(lambda: goods.labels(self._label_choice()))
        self.save_list.clicked.connect(goods.save_list)
        self.category.activated.connect(lambda _at: self._category_chosen())
        self.table.opened.connect(self._open)
        self.add.clicked.connect(lambda _checked: presenter.add())
        self.take_in.clicked.connect(lambda: open_import(self.shell, "products"))
        self.put_out.clicked.connect(lambda: open_export(self.shell, "products"))
        self._empty.acted.connect(self._empty_acted)
        bind = self.shell.keys.bind
        bind(self, "new", presenter.add)
        bind(self, "edit", lambda: self._open(self.table.currentIndex().row()))
        bind(self, "find", self._go_find)
        bind(self, "stock", lambda: goods.book(self._booked))
        bind(self, "labels", lambda: goods.labels(self._label_choice()))
        bind(self, "earlier", lambda: self._move(-1))
        bind(self, "later", lambda: self._move(1))

    def _editor(self) -> ProductSheet:
        if self._sheet is None:
            from app.ui.products.editor import ProductSheet

            self._sheet = ProductSheet(
                self.shell.overlay_parent(), self.shell.keys, currency=self._currency
            )
            presenter = self._presenter
            assert presenter is not None
            self._sheet.submitted.connect(presenter.save)
            if self._goods is not None:
                self._sheet.history_asked.connect(self._goods.history_of)
            self._sheet.switched.connect(self._switch_form)
        return self._sheet

    def _show_around(self, listing: Listing) -> None:
        """All but the rows: the count, the categories, and what an empty list says."""
        chosen = listing.wanted.category_id
        self.category.clear()
        self.category.addItem(self.tr("All categories"), None)
        for category in listing.categories:
            self.category.addItem(category.name, category.category_id)
            if category.category_id == chosen:
                self.category.setCurrentIndex(self.category.count() - 1)
        self.category.setVisible(bool(listing.categories))
        told = "" if listing.wanted.low or not listing.count else self.tr("{count} in the list")
        self._count.setText(told.format(count=f"{listing.count:,}"))
        self.table.setColumnHidden(_ON_HAND, not listing.levels)
        self.save_list.setVisible(listing.wanted.low and listing.count > 0)
        self._middle.setCurrentIndex(0 if listing.count else 1)
        if listing.any_at_all:
            self._empty.say(self.tr("Nothing matches."), action=self.tr("Show all products"))
            return
        words = self.tr(
            "No products yet. Add the first one with {new}, import a list from a file,"
            " or sell by name and price at the till with {key}."
        )
        hint = self.shell.keys.hint
        words = words.format(new=hint("new"), key=hint("open_item"))
        self._empty.say(words, action=self.tr("Import a file…"))

    def _columns(self) -> tuple[Column[Product], ...]:
        def tone(product: Product) -> Tone:
            return Tone.NORMAL if product.active else Tone.MUTED

        return (
            Column(self.tr("Name"), lambda p: p.name, strong=True, tone=tone),
            Column(self.tr("Barcodes"), lambda p: ", ".join(p.barcodes), 190, tone=Tone.MUTED),
            Column(self.tr("Category"), lambda p: p.category, 130, tone=tone),
            Column(self.tr("On hand"), self._on_hand, 110, right=True, tone=self._stock_tone),
            Column(self.tr("Price"), self._price, 120, right=True, tone=tone),
            Column(self.tr("Member price"), self._member_price, 120, right=True, tone=tone),
            Column(self.tr("Tax"), lambda p: f"{rate(p.tax_rate_bp)}%", 80, right=True, tone=tone),
            Column(self.tr("Tile"), self._tile, 130, tone=Tone.MUTED, swatch=self._swatch),
        )

    def _level(self, product: Product) -> Level | None:
        return None if self._listing is None else self._listing.levels.get(product.product_id)

    def _on_hand(self, product: Product) -> str:
        return on_hand_words(self._level(product), weighed=product.weighed)

    def _stock_tone(self, product: Product) -> Tone:
        return stock_tone(self._level(product))

    def _price(self, product: Product) -> str:
        amount = money(product.price_minor, self._currency)
        return f"{amount}/kg" if product.weighed else amount

    def _member_price(self, product: Product) -> str:
        member_price = product.member_price_minor
        return "" if member_price is None else money(member_price, self._currency)

    def _tile(self, product: Product) -> str:
        if not product.active:
            return self.tr("Archived")
        return colour_name(self._swatch(product)) or self.tr("No tile")

    def _swatch(self, product: Product) -> str:
        if self._listing is None or product.tile_position is None or not product.active:
            return ""
        colour = self._listing.colours.get(product.product_id, product.colour)
        return colour if colour in TILE_COLOURS.values() else ""

    def _show_state(self, at: int) -> None:
        active, low = _SHOWN[at]
        if self._presenter is not None:
            self._presenter.show_active(active, low=low)

    def _booked(self) -> None:
        """Stock moved: show what is on hand now."""
        self.shop_changed("stock")
        self.shell.tell_changed("stock", self)

    def _label_choice(self) -> LabelChoice:
        """What is marked, and what the list shows."""
        listing, marked = self._listing, self.table.current_row()
        wanted, count = (listing.wanted, listing.count) if listing else (ProductFilter(), 0)
        return LabelChoice(marked, wanted, count)

    def _go_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _current_id(self) -> UUID | None:
        row: Product | None = self.table.current_row()
        return None if row is None else row.product_id

    def _category_chosen(self) -> None:
        if self._presenter is not None:
            self._presenter.show_category(self.category.currentData())

    def _entered(self, text: str) -> None:
        """Enter after a search opens the first product found."""
        if text:
            self._open(0)
        else:
            self._into_list()

    def _into_list(self) -> None:
        if self._listing is not None and self._listing.count:
            self.table.enter()

    def _open(self, at: int) -> None:
        listed = at >= 0 and self._listing is not None and self._listing.count > 0
        product = self.table.paged.row(at) if listed else None
        if product is not None and self._presenter is not None:
            self.table.choose(at)
            self._presenter.edit(product)

    def _move(self, step: int) -> None:
        product = self.table.current_row()
        if product is not None and self._presenter is not None:
            self._presenter.move(product, step)

    def _switch(self, product: Product) -> None:
        if self._presenter is None:
            return
        if product.active:
            self._presenter.archive(product)
        else:
            self._presenter.restore(product)

    def _switch_form(self, form: ProductForm) -> None:
        self.shell.tasks.run(
            lambda: self.shell.shop.products.get(form.product_id), self._switch, self.refuse
        )

    def _empty_acted(self) -> None:
        if self._listing is None or not self._listing.any_at_all:
            open_import(self.shell, "products")
            return
        self.search.clear()
        if self._presenter is not None:
            self._presenter.want(ProductFilter(active=None))
            self.state.choose(len(_SHOWN) - 1)
