"""The members' section of a window on a real shop, for its tests."""

from __future__ import annotations

from app.errors import ShopError
from app.messages import sentence
from app.services.rules.money import CURRENCIES
from app.shop import Shop
from app.ui.main_window import MainWindow
from app.ui.members.view import MembersScreen


def members_screen(window: MainWindow, shop: Shop) -> MembersScreen:
    """The section in front, the shop open, refusals in plain English."""

    def said(error: Exception) -> str:
        assert isinstance(error, ShopError), error
        return sentence(error, "en", CURRENCIES["CNY"])

    window._sentence = said
    window.shop_opened(shop)
    window.go("members")
    screen = window.current_screen()
    assert isinstance(screen, MembersScreen)
    return screen


def shown_names(screen: MembersScreen) -> list[str]:
    """The names in the list, from the top."""
    model = screen.list.table.paged
    rows = [model.row(at) for at in range(model.rowCount())]
    return [row.name for row in rows if row is not None]
