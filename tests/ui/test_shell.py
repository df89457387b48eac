"""The window's contract with the rooms on both sides of it."""

from __future__ import annotations

from app.shop import Shop, open_shop
from app.ui import shell
from app.ui.main_window import MainWindow


def shop_as_screens_see_it(shop: Shop) -> shell.Shop:
    """Type checking proves that what `open_shop` returns is what screens use."""
    return shop


def window_as_screens_see_it(window: MainWindow) -> shell.Shell:
    """Type checking proves that the window keeps what `Shell` promises."""
    return window


def test_every_service_that_screens_use_is_there():
    promised = {name for name in vars(shell.Shop) if not name.startswith("_")}
    assert {name for name in promised if not hasattr(Shop, name)} <= set(Shop.__annotations__)
    assert open_shop.__annotations__["return"] is Shop
