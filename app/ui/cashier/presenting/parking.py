"""Baskets parked for later, without Qt: put aside, brought back, thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import StorageFailed
from app.ui.cashier.presenting.state import Basket
from app.ui.cashier.presenting.told import Told

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.held_sales import HeldSale, Recalled
    from app.services.rules.cart import Cart
    from app.services.rules.reasons import Reason
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.view import CashierView, Lane


@dataclass(frozen=True, slots=True)
class Resumed:
    """What is other than when the basket was parked: its name, prices, and what it comes to."""

    name: str
    changes: tuple[Reason, ...]
    before_minor: int
    after_minor: int


class Parking:
    """The till's parked baskets; nothing of one is ever lost between the till and the file."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def count(self) -> None:
        """Say how many are parked."""
        self._tasks.run(self._shop.checkout.held, self._counted)

    def ask_hold(self) -> None:
        """Park the basket under its member's name or its note; ask for a note where it has none."""
        basket = self._till.state.basket
        if basket.goods_back is not None:
            self._view.tell(Told("exchange_first"))
        elif basket.cart.lines and basket.cart.member is None and not basket.label:
            self._view.ask_note()
        else:
            self.hold(basket.label)

    def hold(self, label: str = "") -> None:
        """Park the basket."""
        cart = self._till.start_work()
        if cart is None:
            return

        def done(_held_id: UUID) -> None:
            self._till.begin_next()
            self.count()
            self._view.tell(Told("held"))

        self._tasks.run(lambda: self._shop.checkout.hold(cart, label), done, self._till.work_failed)

    def open_held(self) -> None:
        """Bring back the one parked basket, or let one of several be chosen."""

        def answered(held: tuple[HeldSale, ...]) -> None:
            self._counted(held)
            if not held:
                self._view.tell(Told("nothing_held"))
            elif len(held) == 1:
                self.recall(held[0].held_id)
            else:
                self._view.open_held(held)

        self._tasks.run(self._shop.checkout.held, answered)

    def recall(self, held_id: UUID) -> None:
        """Bring a parked basket back; what stands in the till is parked in its place."""
        basket = self._till.state.basket
        if basket.goods_back is not None:
            self._view.tell(Told("exchange_first"))
            return
        label = basket.label
        standing = self._till.start_work()
        if standing is None:
            return
        self._tasks.run(
            lambda: self._taken(held_id, standing, label), self._recalled, self._till.work_failed
        )

    def discard(self, sale: HeldSale) -> None:
        """Throw a parked basket away; undo parks it again."""

        def done(taken: Recalled) -> None:
            self.count()
            self._till.remember(lambda: self._park_again(taken.cart, sale.label))
            facts = (("name", sale.member_name or sale.label), ("total_minor", sale.total_minor))
            self._view.tell(Told("discarded", facts, can_undo=True))

        self._tasks.run(lambda: self._taken(sale.held_id, None), done, self._view.refuse)

    def _park_again(self, cart: Cart, label: str) -> None:
        def work() -> None:
            self._shop.checkout.hold(cart, label)

        self._tasks.run(work, lambda _none: self.count(), self._view.refuse)

    def _taken(self, held_id: UUID, standing: Cart | None, label: str = "") -> Recalled:
        """A parked basket, out of the file for certain. Raises HeldSaleUnknown, StorageFailed.

        A commit that reported an I/O error may be there after all; then the basket stands
        nowhere but here, and is not given up.
        """
        read: list[Recalled] = []

        def work() -> Recalled:
            read[:] = [self._shop.checkout.recall(held_id, standing, label)]
            return read[0]

        try:
            taken: Recalled = self._shop.desk.transaction(work)
        except StorageFailed:
            if not read or held_id in {sale.held_id for sale in self._shop.checkout.held()}:
                raise
            return read[0]
        return taken

    def _recalled(self, recalled: Recalled) -> None:
        lines = recalled.cart.lines
        last = lines[-1].line_id if lines else None
        self._till.begin_next(Basket(recalled.cart, current=last, label=recalled.label))
        self._view.tell(Told("recalled"))
        self._tell_differences(recalled)
        self.count()
        if recalled.cart.member is not None:
            self._till.attach(recalled.cart.member.member_id, tell=False)

    def _tell_differences(self, recalled: Recalled) -> None:
        """Show what is other than when it was parked (rule 8); nothing where nothing is."""
        after = self._till.state.quote.total_minor
        before = after if recalled.before_minor is None else recalled.before_minor
        if recalled.changes or before != after:
            self._view.show_changes(Resumed(recalled.label, recalled.changes, before, after))

    def _counted(self, held: tuple[HeldSale, ...]) -> None:
        self._till.show_held(len(held))
