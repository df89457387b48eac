"""The cashier's behaviour, without Qt: a basket, what may be done to it, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.errors import (
    MemberArchived,
    MemberFrozen,
    PriceChanged,
    SaleIdTaken,
    TermsChanged,
)
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item, add, put, remove
from app.services.rules.money import MILLI, QUANTITY_LIMIT_MILLI, quantity
from app.services.rules.points import points_offset_minor
from app.services.rules.pricing import Reason
from app.ui.cashier.presenting.benefits import Benefits
from app.ui.cashier.presenting.charging import Charging
from app.ui.cashier.presenting.discounts import Discounts
from app.ui.cashier.presenting.finder import Finder
from app.ui.cashier.presenting.member import AtTill, at_till_now
from app.ui.cashier.presenting.parking import Parking
from app.ui.cashier.presenting.pay import PayDesk
from app.ui.cashier.presenting.paying import Paying
from app.ui.cashier.presenting.state import Basket, CashierState, Pricing, for_nobody, priced
from app.ui.cashier.presenting.told import Told
from app.ui.cashier.presenting.view import CashierView, Lane

if TYPE_CHECKING:
    from app.services.held_sales import Recalled
    from app.services.member_types import MemberStrip
    from app.services.rules.refund import GoodsBack

UNDO_DEPTH = 50
EMPTY = Basket()


class CashierPresenter:
    """Holds one immutable basket; every change makes another and shows it."""

    def __init__(self, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._basket = Basket()
        self._past: list[Callable[[], None]] = []
        self._sale_id: UUID = uuid7()
        self._held = 0
        self._busy = False
        self.finder = Finder(self, view, shop, tasks)
        self.parking = Parking(self, view, shop, tasks)
        self.benefits = Benefits(self, view, shop, tasks)
        self.charging = Charging(self, view, shop, tasks)
        self.discounts = Discounts(self, view, shop, tasks)
        self.paying = Paying(self, view, shop, tasks)

    @property
    def state(self) -> CashierState:
        """The basket, priced under the scheme in force."""
        return self.priced(self._basket)

    def priced(self, basket: Basket) -> CashierState:
        """A basket, priced as the one here is."""
        desk = self._shop.desk
        by = Pricing(desk.scheme, desk.terms, desk.moment())
        return priced(basket, by, held=self._held, busy=self._busy)

    def start(self) -> None:
        """Show the empty till and count what is parked."""
        self._show()
        self.parking.count()

    def refresh(self) -> None:
        """Price again: settings, products or members changed elsewhere."""
        if not self._basket.cart.lines and self._basket.strip is None:
            self._show()
            return
        cart = self._basket.cart
        reprice = self._shop.checkout.repriced
        self._tasks.run(lambda: reprice(cart), lambda priced: self._repriced(cart, priced))
        if self._basket.strip is not None:
            self.attach(self._basket.strip.member_id, tell=False)

    # --- the member -------------------------------------------------------------

    @property
    def strip(self) -> MemberStrip | None:
        """The member on the basket."""
        return self._basket.strip

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to sell."""
        return not self._basket.cart.lines

    def attach(self, member_id: UUID, *, tell: bool = True) -> None:
        """Put a member on the basket, or show them as they are now."""
        self._tasks.run(
            lambda: at_till_now(self._shop, member_id),
            lambda held: self.attached(held, tell=tell, asked=member_id),
            self._view.refuse,
        )

    def attached(self, held: AtTill, *, tell: bool = True, asked: UUID | None = None) -> None:
        """Take a member just found; frozen and archived ones are refused, and taken off.

        Who was `asked` for may have been merged into another since: the basket goes on with them.
        """
        member, strip = self._basket.cart.member, held.strip
        same = member is not None and member.member_id in (strip.member_id, asked)
        if not same and not tell:
            return  # an answer about a basket that is gone
        if strip.state in ("archived", "frozen"):
            if same:
                self._change(self._without_member())
            refusal = MemberArchived if strip.state == "archived" else MemberFrozen
            self._view.refuse(refusal(strip.number))
            return
        if same:
            before = self._basket.strip
            cart = replace(self._basket.cart, member=strip.facts)
            self._basket = replace(self._basket, cart=cart, held=held)
            self._show()
            if before is not None and before.member_id != strip.member_id:
                facts = (("name", before.name or before.number), ("number", strip.number))
                self._view.tell(Told("merged", facts))
                self.refresh()  # coupons and prices are that other's too
            return
        # Nobody asked this member to pay with points, nor for what another one had laid down.
        cart = replace(for_nobody(self._basket.cart), member=strip.facts)
        self._change(replace(self._basket, cart=cart, held=held, points_minor=0))
        self._view.tell(Told("member", (("name", strip.name or strip.number),)))

    def detach(self) -> None:
        """Take the member off the basket."""
        if self._basket.cart.member is None:
            return
        self._change(self._without_member())
        self._view.tell(Told("member_off", can_undo=True))

    def _without_member(self) -> Basket:
        cart = replace(for_nobody(self._basket.cart), member=None)
        return replace(self._basket, cart=cart, held=None, points_minor=0)

    def check_in(self) -> None:
        """Record a visit without a sale."""
        strip = self._basket.strip
        if strip is None:
            return

        def done(result: Any) -> None:
            what = "checked_in" if result.first_today else "checked_in_before"
            if result.points:
                what = "checked_in_points"
            name = strip.name or strip.number
            facts = (("name", name), ("visits", result.visits), ("points", result.points))
            self._view.tell(Told(what, facts))
            self.attach(strip.member_id, tell=False)

        self._tasks.run(
            lambda: self._shop.visits.check_in(strip.member_id), done, self._view.refuse
        )

    # --- the basket ---------------------------------------------------------------

    def add(self, line: CartLine) -> None:
        """Put a line in, or grow the one it equals."""
        cart = add(self._basket.cart, line)
        grown = [new for new in cart.lines if self._basket.cart.line(new.line_id) != new]
        self._change(replace(self._basket, cart=cart, current=grown[-1].line_id))
        if line.item.weighed and line.gross_minor is None and line.quantity_milli == MILLI:
            # A tile or a plain barcode does not say what the scale does.
            self._view.ask_quantity()

    def add_item(self, item: Item) -> None:
        """Put one of a product in."""
        self.add(CartLine(uuid7(), item))

    def add_open_item(self, name: str, price_minor: int) -> None:
        """Sell something by name and price."""
        rate_bp = self._shop.desk.settings.tax_rate_bp
        self.add(CartLine(uuid7(), Item(name, price_minor, tax_rate_bp=rate_bp)))

    def select(self, line_id: UUID) -> None:
        """Make a line the one that keys act on."""
        self._basket = replace(self._basket, current=line_id)
        self._show()

    def move(self, step: int) -> None:
        """Go to the line above or below."""
        lines = self._basket.cart.lines
        if not lines:
            return
        ids = [line.line_id for line in lines]
        at = ids.index(self._basket.current) if self._basket.current in ids else 0
        self.select(ids[max(0, min(len(ids) - 1, at + step))])

    def current(self) -> CartLine | None:
        """The line that keys act on."""
        current = self._basket.current
        return None if current is None else self._basket.cart.line(current)

    def set_quantity(self, quantity_milli: int) -> None:
        """Change the line's quantity; zero takes the line out."""
        line = self.current()
        if line is None:
            return
        if quantity_milli <= 0:
            self.remove_current()
        elif quantity_milli <= QUANTITY_LIMIT_MILLI and line.gross_minor is None:
            changed = put(self._basket.cart, replace(line, quantity_milli=quantity_milli))
            self._change(replace(self._basket, cart=changed))

    def remove_current(self) -> None:
        """Take the line out."""
        line = self.current()
        if line is None:
            return
        lines = self._basket.cart.lines
        at = lines.index(line)
        cart = remove(self._basket.cart, line.line_id)
        after = cart.lines[min(at, len(cart.lines) - 1)].line_id if cart.lines else None
        self._change(replace(self._basket, cart=cart, current=after))
        facts = (("name", line.item.name), ("quantity", quantity(line.quantity_milli)))
        self._view.tell(Told("removed", facts, can_undo=True))

    def discount_current(self, discount: HandDiscount | None) -> None:
        """Give, change or take away the line's discount."""
        line = self.current()
        if line is not None:
            discounted = put(self._basket.cart, replace(line, discount=discount))
            self.discounts.give(discounted)

    def serve(self, staff_id: UUID | None, whole: bool) -> None:
        """Say who serves the line, or every line but tips; None for nobody."""
        line, cart = self.current(), self._basket.cart
        if line is None:
            return
        lines = tuple(
            replace(each, served_by=staff_id) if (whole and not each.tip) or each == line else each
            for each in cart.lines
        )
        self._change(replace(self._basket, cart=replace(cart, lines=lines)))

    def discount_basket(self, discount: HandDiscount | None) -> None:
        """Give, change or take away the discount on everything."""
        if self._basket.cart.lines:
            self.discounts.give(replace(self._basket.cart, discount=discount))

    def clear(self) -> None:
        """Empty the till; undo brings it back."""
        if self._basket != Basket():
            self._change(Basket())
            self._view.tell(Told("cleared", can_undo=True))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past and not self._busy:
            self._past.pop()()

    def remember(self, step: Callable[[], None]) -> None:
        """What takes the change just made back."""
        self._past.append(step)
        del self._past[:-UNDO_DEPTH]

    def _go_back(self, basket: Basket) -> None:
        self._basket = basket
        self._show()

    def _repriced(self, asked: Cart, recalled: Recalled) -> None:
        if self._basket.cart != asked:
            # It grew, or was sold, while the prices were looked up.
            self.refresh()
            return
        self._basket = replace(self._basket, cart=recalled.cart)
        self._show()
        self.tell_changes(recalled.changes)

    def tell_changes(self, changes: tuple[Reason, ...]) -> None:
        """Say which prices are others than they were."""
        for change in changes:
            self._view.tell(Told("price_changed", change.facts))

    def show_held(self, count: int) -> None:
        """Show how many baskets are parked."""
        self._held = count
        self._show()

    # --- paying ---------------------------------------------------------------------

    def toggle_points(self) -> None:
        """Pay as much as the member's points can, or take that back."""
        basket, state = self._basket, self.state
        if basket.cart.member is None:
            self._view.tell(Told("points_need_member"))
            return
        if basket.points_minor:
            self._change(replace(basket, points_minor=0))
            return
        held = basket.cart.member.points - state.quote.points_spent_on_rewards
        total = state.quote.total_minor
        offset = points_offset_minor(held, total, self._shop.desk.scheme)
        if offset <= 0:
            self._view.tell(Told("no_points"))
            return
        self._change(replace(basket, points_minor=offset))

    def pay(self) -> None:
        """Ask how the basket is paid."""
        self.paying.open()

    def complete(self, pay: PayDesk) -> None:
        """Record the sale, once."""
        self.paying.complete(pay)

    @property
    def sale_id(self) -> UUID:
        """The sale under way."""
        return self._sale_id

    def show(self) -> None:
        """Show the basket as it stands."""
        self._show()

    def work_failed(self, error: Exception) -> None:
        """What was being done to the basket was refused: it stands as it was."""
        self._busy = False
        if isinstance(error, SaleIdTaken):
            # What seemed to fail was recorded; what stands here now is another sale.
            self._sale_id = uuid7()
        self._show()
        self._view.refuse(error)
        if isinstance(error, PriceChanged | TermsChanged):
            self.refresh()

    def stop_work(self) -> None:
        """Nothing is being done to the basket any more."""
        self._busy = False
        self._show()

    def exchange(self, goods: GoodsBack | None) -> None:
        """Sell something for goods that come back; None leaves them with whoever brought them."""
        self._change(replace(self._basket, goods_back=goods))
        if goods is not None and goods.member_id is not None and self._basket.strip is None:
            self.attach(goods.member_id, tell=True)

    # --- inside ---------------------------------------------------------------------

    def start_work(self) -> Cart | None:
        """The cart, which stays as it is until the work is done; None while some is under way."""
        if self._busy:
            return None
        self._busy = True
        return self._basket.cart

    def begin_next(self, basket: Basket = EMPTY) -> None:
        """Begin another sale, empty or with a basket brought back."""
        self._basket, self._past, self._busy = basket, [], False
        self._sale_id = uuid7()
        self.discounts.forget()
        self._show()

    def change_cart(self, cart: Cart) -> None:
        """Put another cart in place of this one; undo brings this one back."""
        self._change(replace(self._basket, cart=cart))

    def _change(self, basket: Basket) -> None:
        if self._busy:
            return
        self.remember(partial(self._go_back, self._basket))
        self._basket = basket
        self._show()

    def _show(self) -> None:
        self._view.show_state(self.state)
