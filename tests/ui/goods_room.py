"""A window on a real shop, for the tests of products, sales and imports."""

from __future__ import annotations

from app.errors import ShopError
from app.messages import sentence
from app.services.rules.money import CURRENCIES
from app.shop import Shop
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks, Tasks


def window_on(shop: Shop, section: str, tasks: Tasks | None = None) -> MainWindow:
    """A window not yet shown, refusals in plain English; a bug fails the test."""

    def said(error: Exception) -> str:
        assert isinstance(error, ShopError), error
        return sentence(error, "en", CURRENCIES["CNY"])

    made = MainWindow(
        config=shop.config, tasks=tasks or InlineTasks(), sentence=said, language=lambda: "en"
    )
    made.shop_opened(shop)
    made.go(section)
    return made


def cells(table) -> list[list[str]]:
    """What a table shows, row by row."""
    model = table.paged
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
