"""What each key of the cashier's screen does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.sheets import CashierSheets
    from app.ui.cashier.view import CashierScreen


def slots_of(
    screen: CashierScreen, presenter: CashierPresenter, sheets: CashierSheets
) -> dict[str, Callable[[], None]]:
    """Actions of `ui.keys`, and what they start here."""
    return {
        "quantity": sheets.ask_quantity,
        "discount": lambda: sheets.ask_discount(whole=False),
        "member": screen.go_to_member,
        "products": lambda: screen.tiles.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "hold": presenter.parking.hold,
        "recall": presenter.parking.open_held,
        "points": presenter.toggle_points,
        "benefits": presenter.benefits.open,
        "top_up": presenter.charging.open,
        "pay": presenter.pay,
        "basket_discount": lambda: sheets.ask_discount(whole=True),
        "open_item": lambda: sheets.open_item("", ""),
        "delete_line": presenter.remove_current,
        "clear_cart": presenter.clear,
        "reprint": sheets.reprint_last,
        "find": screen.omnibox.setFocus,
        "undo": presenter.undo,
    }
