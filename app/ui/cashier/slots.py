"""What each of the cashier's actions starts; which key starts it is said by the key table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.sheets import CashierSheets


def slots_of(presenter: CashierPresenter, sheets: CashierSheets) -> dict[str, Callable[[], None]]:
    """The actions that need nothing of the screen itself."""
    return {
        "feedback": sheets.ask_feedback,
        "quantity": sheets.ask_quantity,
        "discount": lambda: sheets.ask_discount(whole=False),
        "hold": presenter.parking.ask_hold,
        "recall": presenter.parking.open_held,
        "points": presenter.toggle_points,
        "benefits": presenter.benefits.open,
        "top_up": presenter.charging.open,
        "deposit": presenter.charging.open_deposit,
        "deposits": sheets.value.open_deposits,
        "debtors": sheets.value.open_debtors,
        "pay": presenter.pay,
        "basket_discount": lambda: sheets.ask_discount(whole=True),
        "open_item": lambda: sheets.open_item("", ""),
        "delete_line": presenter.remove_current,
        "clear_cart": presenter.clear,
        "reprint": sheets.reprint_last,
        "refund": sheets.take_back,
        "void": sheets.void_last,
        "undo": presenter.undo,
    }
