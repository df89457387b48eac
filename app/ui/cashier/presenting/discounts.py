"""Discounts by hand, without Qt: over the limit a manager's word is asked for when one is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.services.rules.powers import Power

if TYPE_CHECKING:
    from app.services.approvals import Approval
    from app.services.rules.cart import Cart
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.view import CashierView, Lane


class Discounts:
    """Lays discounts on the basket; a word given for one is kept until its sale, which asks again
    only for what goes past it."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._word: Approval | None = None

    @property
    def words(self) -> tuple[Approval, ...]:
        """What the sale may use of what was approved for it."""
        return () if self._word is None else (self._word,)

    def forget(self) -> None:
        """Another basket, which nobody has looked at."""
        self._word = None

    def give(self, cart: Cart) -> None:
        """Change the cart to one with another discount, once somebody agrees who may."""
        before, sale_id, desk = self._till.state.basket, self._till.sale_id, self._shop.desk
        rate_bp = self._rate_bp(cart)
        known = 0 if self._word is None else self._word.amount
        if rate_bp <= known or desk.may(Power.DISCOUNT, rate_bp):
            self._till.change_cart(cart)
            return

        def allowed(word: Approval | None) -> None:
            if self._till.sale_id != sale_id or self._till.state.basket != before:
                return  # sold, or changed, while somebody was asked
            self._word = word
            self._till.change_cart(cart)

        self._tasks.run(
            lambda: self._shop.checkout.allowed_discount(rate_bp), allowed, self._view.refuse
        )

    def _rate_bp(self, cart: Cart) -> int:
        if cart.discount is None and not any(line.discount for line in cart.lines):
            return 0
        # Few baskets have a discount by hand.
        from app.services.sale_powers import discount_bp

        with_it = replace(self._till.state.basket, cart=cart)
        return discount_bp(cart, self._till.priced(with_it).quote)
