"""What the till tells of its goods beside the price: what is on hand, and who serves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.services.rules.cart import Cart, CartLine
from app.services.rules.money import quantity
from app.services.rules.stock import Level
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.commissions import Server
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.served_sheet import ServedSheet


class Goods:
    """Holds the levels and the people as last read; `changed` is told once they are read anew."""

    def __init__(self, shell: Shell, changed: Callable[[], None]) -> None:
        self._shell = shell
        self._changed = changed
        self._names: Mapping[UUID, str] = {}
        self._servers: tuple[Server, ...] = ()
        self._sheet: ServedSheet | None = None
        self.levels: Mapping[UUID, Level] = {}

    def load(self) -> None:
        """Read both, away from the window."""
        shop = self._shell.shop
        self._shell.tasks.run(
            lambda: (shop.stock.levels(), shop.commissions.servers()), self._loaded
        )

    def _loaded(self, found: tuple[Mapping[UUID, Level], tuple[Server, ...]]) -> None:
        before = (self.levels, self._servers)
        self.levels, self._servers = found
        self._names = {each.staff_id: each.name for each in self._servers}
        if before != found:
            self._changed()

    def served(self, line: CartLine) -> str:
        """Who serves a line, where somebody was chosen."""
        return "" if line.served_by is None else self._names.get(line.served_by, "")

    def warning(self, line: CartLine, cart: Cart) -> str:
        """That more is to be sold than there is: told, never refused."""
        product_id = line.item.product_id
        level = None if product_id is None else self.levels.get(product_id)
        if level is None:
            return ""
        wanted = sum(
            each.quantity_milli for each in cart.lines if each.item.product_id == product_id
        )
        if not level.after(wanted).below_zero:
            return ""
        if level.on_hand_milli <= 0:
            return QCoreApplication.translate("Cashier", "None on hand")
        words = QCoreApplication.translate("Cashier", "Only {quantity} on hand")
        return words.replace("{quantity}", quantity(level.on_hand_milli))

    def ask_served(self, presenter: CashierPresenter) -> None:
        """Ask who serves the line, or the whole cart."""
        line, cart = presenter.current(), presenter.state.basket.cart
        if line is None:
            return
        if self._sheet is None:
            from app.ui.cashier.served_sheet import ServedSheet

            self._sheet = ServedSheet(self._shell.overlay_parent())
            self._sheet.chosen.connect(presenter.serve)
        nobody = all(each.served_by is None for each in cart.lines)
        self._sheet.ask(
            line.item.name,
            tuple(each for each in self._servers if each.active),
            line.served_by,
            whole=nobody and len(cart.lines) > 1,
        )
