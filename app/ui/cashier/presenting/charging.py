"""Takes money outside a sale, without Qt: once for each time the sheet was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import DepositHeld, TenderInvalid
from app.services.ids import uuid7
from app.ui.cashier.presenting.charge import (
    DEPOSIT,
    GIFT_CARD,
    PASS,
    REPAYMENT,
    TOP_UP,
    Charged,
    charge_desk,
    deposit_desk,
)
from app.ui.cashier.presenting.member import AtTill, at_till_now
from app.ui.cashier.presenting.told import Told

if TYPE_CHECKING:
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.charge import Article, ChargeDesk
    from app.ui.cashier.presenting.view import CashierView, Lane


class Charging:
    """Opens the top-up sheet, and does what it was asked for."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._busy = False

    def open(self) -> None:
        """Top up the member at the till; without one, gift cards alone are sold.

        Who owes repays here.
        """
        strip = self._till.strip
        if strip is None and self._shop.desk.scheme.gift_cards is None:
            self._view.tell(Told("top_up_needs_member"))
            return
        shop = self._shop
        self._open(lambda: None if strip is None else at_till_now(shop, strip.member_id), TOP_UP)

    def open_deposit(self) -> None:
        """Take a deposit: for the basket, which is then put on hold, or for something to come."""
        state = self._till.state
        unit = self._shop.desk.settings.money.unit_minor
        cart = state.basket.cart if state.basket.cart.lines else None
        total = state.quote.total_minor
        self._view.open_charge(deposit_desk(uuid7(), state.basket.held, cart, total, unit))

    def lay_deposit(self, deposit: Any) -> None:
        """Lay an open deposit on the basket: it pays first when the basket is paid."""
        cart = self._till.state.basket.cart
        if not cart.lines:
            self._view.tell(Told("cart_empty"))
            return
        laid = deposit.laid
        mine = None if cart.member is None else cart.member.member_id
        if laid.member_id not in (None, mine):
            self._view.refuse(TenderInvalid("deposit", "of_another_member"))
        elif deposit.held_id is not None:
            self._view.refuse(DepositHeld(deposit.number, deposit.note))
        elif laid.deposit_id not in {each.deposit_id for each in cart.deposits}:
            self._till.change_cart(replace(cart, deposits=(*cart.deposits, laid)))
            facts = (("number", deposit.number), ("amount_minor", laid.left_minor))
            self._view.tell(Told("deposit_laid", facts, can_undo=True))

    def open_for(self, request: Any) -> None:
        """Do for a member what another screen asked for; `request` is an `AtCounter`."""
        self._open(lambda: at_till_now(self._shop, request.member_id), request.what)

    def _open(self, read: Callable[[], AtTill | None], what: str) -> None:
        op_id = uuid7()

        def answered(desk: ChargeDesk | None) -> None:
            if desk is None:
                self._view.tell(Told("nothing_to_charge"))
            else:
                self._view.open_charge(desk)

        self._tasks.run(
            lambda: charge_desk(self._shop, op_id, read(), what), answered, self._view.refuse
        )

    def complete(self, desk: ChargeDesk) -> None:
        """Take the money; a second Enter while that is under way does nothing."""
        article = desk.article
        if not desk.can_complete or article is None or self._busy:
            return
        self._busy = True

        if desk.cart is not None and self._till.start_work() is None:
            self._busy = False
            return

        def done(charged: Charged) -> None:
            self._busy = False
            if desk.cart is not None:
                # The basket is parked with its deposit, and comes back with it.
                self._till.begin_next()
                self._till.parking.count()
            self._view.charged(charged)
            if desk.held is not None and self._till.strip is not None:
                self._till.attach(self._till.strip.member_id, tell=False)

        def refused(error: Exception) -> None:
            self._busy = False
            if desk.cart is not None:
                self._till.stop_work()
            self._view.refuse(error)

        self._tasks.run(lambda: self._charged(desk, article), done, refused)

    # --- in the lane ------------------------------------------------------------------

    def _charged(self, desk: ChargeDesk, article: Article) -> Charged:
        if desk.what == TOP_UP:
            return self._topped_up(desk, article)
        if desk.what == REPAYMENT:
            return self._repaid(desk, article)
        if desk.what == DEPOSIT:
            return self._deposited(desk, article)
        if desk.what == GIFT_CARD:
            sold = self._shop.gift_cards.sell(desk.op_id, article.amount_minor, desk.tenders)
            return Charged(
                desk.what, article, sold.taking, _who(desk), until=sold.card.expires_on,
                code=sold.card.code,
            )  # fmt: skip
        if desk.what == PASS:
            member_id = desk.held.strip.member_id if desk.held is not None else None
            sold = self._shop.passes.sell(desk.op_id, member_id, article.id, desk.tenders)
            return Charged(desk.what, article, sold.taking, _who(desk), until=sold.held.valid_to)
        return self._in_plan(desk, article)

    def _topped_up(self, desk: ChargeDesk, article: Article) -> Charged:
        assert desk.held is not None
        member_id = desk.held.strip.member_id
        before = self._shop.wallets.held_minor(member_id)
        done = self._shop.wallets.top_up(desk.op_id, member_id, article.amount_minor, desk.tenders)
        return Charged(
            desk.what,
            article,
            done.taking,
            _who(desk),
            before,
            done.balance_minor,
            done.promised,
        )

    def _repaid(self, desk: ChargeDesk, article: Article) -> Charged:
        assert desk.held is not None
        done = self._shop.accounts.repay(
            desk.op_id, desk.held.strip.member_id, desk.tenders, article.amount_minor
        )
        return Charged(
            desk.what, article, done.taking, _who(desk), done.before_minor, done.after_minor
        )

    def _deposited(self, desk: ChargeDesk, article: Article) -> Charged:
        from app.services.deposits import DepositDraft

        member_id = None if desk.held is None else desk.held.strip.member_id
        done = self._shop.deposits.take(
            DepositDraft(
                desk.op_id, article.amount_minor, desk.tenders, member_id, desk.note, desk.cart
            )
        )
        return Charged(desk.what, article, done.taking, _who(desk), number=done.deposit.number)

    def _in_plan(self, desk: ChargeDesk, article: Article) -> Charged:
        assert desk.held is not None
        plans, member_id = self._shop.plans, desk.held.strip.member_id
        if article.verb == "renew":
            held = plans.renew(desk.op_id, member_id, desk.tenders)
        elif article.verb == "switch":
            held = plans.switch(desk.op_id, member_id, article.id, desk.tenders, desk.kind)
        else:
            held = plans.join(desk.op_id, member_id, article.id, desk.tenders)
        return Charged(desk.what, article, held.taking, _who(desk), until=held.last)


def _who(desk: ChargeDesk) -> tuple[str, str]:
    """The member's number and name, for the receipt."""
    return ("", "") if desk.held is None else (desk.held.strip.number, desk.held.strip.name)
