"""The middle of the cashier: categories, and a tile for each product of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.rules.money import CURRENCIES, Currency, money
from app.ui.cashier.pills import Pills
from app.ui.cashier.tiles import TileGrid
from app.ui.theme import Space
from app.ui.widgets.panels import EmptyState

if TYPE_CHECKING:
    from app.services.products import Tile


class Shelf(QWidget):
    """Shows products; says how to sell where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self._all: tuple[Tile, ...] | None = None
        self.pills = Pills()
        self.tiles = TileGrid()
        self._none = EmptyState("package", "")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.tiles)
        self._middle.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.pills)
        column.addWidget(self._middle, 1)
        self.pills.chosen.connect(lambda _key: self._filter())

    def show_tiles(self, tiles: tuple[Tile, ...], currency: Currency) -> None:
        """Show these products, priced in `currency`."""
        self._all, self._currency = tuple(tiles), currency
        self._show_pills()

    def retranslate(self, open_item_key: str) -> None:
        """Say everything again; the key sells by name and price."""
        self.tiles.setAccessibleName(self.tr("Products"))
        self._none.say(
            self.tr("No products yet. Add them, import a file, or sell by name and price."),
            key=open_item_key,
        )
        self._show_pills()

    def _show_pills(self) -> None:
        known = self._all or ()
        categories = list(dict.fromkeys(tile.category for tile in known if tile.category))
        names = [(self.tr("All"), ""), *((name, name) for name in categories)]
        self.pills.setVisible(len(categories) > 1)
        self.pills.show_choices(names)
        self.tiles.say(
            lambda minor: money(minor, self._currency),
            lambda minor: money(minor, self._currency, sign=False),
            self.tr("member"),
        )
        self._filter()

    def _filter(self) -> None:
        key = self.pills.key
        shown = [tile for tile in self._all or () if not key or tile.category == key]
        self.tiles.show_tiles(shown)
        self._middle.setCurrentIndex(0 if shown or self._all is None else 1)
