"""The hints of the till: their presenter, their place in the member strip, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.cashier.presenting.hinting import Hinting

if TYPE_CHECKING:
    from app.services.hint_types import Said
    from app.services.rules.cart import Item
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.state import CashierState
    from app.ui.cashier.view import CashierScreen


class CashierHints:
    """Shows hints below the member, and tells their presenter what is done."""

    def __init__(self, screen: CashierScreen, presenter: CashierPresenter) -> None:
        self._screen = screen
        self._presenter = presenter
        shell = screen.shell
        self.presenter = Hinting(self, shell.shop, shell.tasks)
        strip = screen.member.hints
        strip.taken.connect(self.presenter.take)
        strip.refused.connect(self.presenter.refuse)
        shell.keys.bind(screen, "hint_take", lambda: self.presenter.take(strip.in_front()))
        shell.keys.bind(screen, "hint_no", lambda: self.presenter.refuse(strip.in_front()))

    def follow(self, state: CashierState) -> None:
        """The basket is as it is now, and what is laid on it is shown."""
        screen, goods = self._screen, state.basket.goods_back
        crowded = goods is not None or not (screen.laid.isHidden() and screen.barred.isHidden())
        screen.member.hints.give_way(crowded)
        self.presenter.follow(state.basket, self._presenter.sale_id)

    def show_hints(self, said: tuple[Said, ...]) -> None:
        """See `HintView`."""
        desk = self._screen.shell.shop.desk
        self._screen.member.show_hints(said, desk.settings.money, desk.today())

    def put_in(self, item: Item) -> None:
        """See `HintView`."""
        self._presenter.add_item(item)

    def refuse(self, error: Exception) -> None:
        """See `HintView`."""
        self._screen.refuse(error)
