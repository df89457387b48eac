"""Paying for the basket, without Qt: opens the sheet, lays what was taken before, records once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid5

from app.errors import NeedsApproval, SaleBarred, TermsChanged
from app.services.rules.deposits import deposit_number
from app.services.rules.tenders import Tender, TenderKind
from app.ui.cashier.presenting.pay import Kept, PayDesk
from app.ui.cashier.presenting.told import Told

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.desk import Approval
    from app.services.rules.cart import LaidDeposit
    from app.services.rules.receipt import Receipt
    from app.services.rules.refund import GoodsBack, RefundDone
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.view import CashierView, Lane


Done = tuple["Receipt", "RefundDone | None"]
"""A sale, and the return that paid for it where goods were exchanged."""


class Paying:
    """Asks how the basket at the till is paid, and records the sale."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def open(self, pay_code: str = "") -> None:
        """Ask how the basket is paid; a pay code scanned chooses its app for all of it."""
        desk = self._desk()
        if desk is not None:
            self._view.open_payment(desk.by_code(pay_code) if pay_code else desk)

    def _desk(self) -> PayDesk | None:
        state = self._till.state
        if not state.basket.cart.lines:
            self._view.tell(Told("cart_empty"))
            return None
        if state.quote.barred is not None:
            self._view.refuse(SaleBarred(state.quote.barred))
            return None
        by_points = state.basket.points_minor
        given = (Tender(TenderKind.POINTS, by_points),) if by_points else ()
        desk = self._shop.desk
        goods = state.basket.goods_back
        pay = PayDesk(
            state.basket.cart,
            state.quote,
            desk.scheme,
            desk.terms,
            desk.settings.currency,
            given,
            kept=self._kept(),
            tips=desk.settings.tips,
        )
        return (pay if goods is None else pay.lay_goods(goods.money_minor)).lay_deposits()

    def _kept(self) -> Kept:
        basket = self._till.state.basket
        mine = basket.cart.deposits
        held = basket.held
        if held is None:
            return Kept(deposits=mine)
        apart = {laid.deposit_id for laid in mine} | held.tied
        more: tuple[LaidDeposit, ...] = tuple(
            each for each in held.deposits if each.deposit_id not in apart
        )
        credit = held.standing.wallet.credit_minor
        return Kept(held.lots, credit, deposits=(*mine, *more), account=held.account)

    def tip(self, pay: PayDesk, amount_minor: int) -> PayDesk:
        """The desk with a tip of that much; none takes it off again."""
        from app.services.tips import tip_line

        if amount_minor <= 0:
            return pay.tipped(None)
        return pay.tipped(tip_line(self._shop.desk, pay.cart, amount_minor))

    def complete(self, pay: PayDesk, approval: Approval | None = None) -> None:
        """Record the sale; a second press while it is being recorded does nothing."""
        if not pay.can_complete or self._till.start_work() is None:
            return
        goods = self._till.state.basket.goods_back
        self._till.show()
        sale_id, shop = self._till.sale_id, self._shop

        words = self._till.discounts.words

        def work() -> Done:
            done: Done = shop.desk.approvals.under(
                words, lambda: self._sold(sale_id, pay, goods, approval)
            )
            return done

        def done(made: Done) -> None:
            receipt, back = made
            self._till.begin_next()
            self._view.sold(receipt)
            self._view.open_receipt(receipt, just_sold=True)
            if back is not None:
                self._view.exchanged(back)
            if pay.deposit_back_minor:
                facts = (("amount_minor", pay.deposit_back_minor),)
                self._view.tell(Told("deposit_rest", facts))

        def refused(error: Exception) -> None:
            if isinstance(error, NeedsApproval):
                self._till.stop_work()
                self._view.ask_approval(error, lambda given: self.complete(pay, given))
            else:
                self._till.work_failed(error)

        self._tasks.run(work, done, refused)

    def _sold(
        self, sale_id: UUID, pay: PayDesk, goods: GoodsBack | None, approval: Approval | None
    ) -> Done:
        shop = self._shop
        if (pay.scheme, pay.terms) != (shop.desk.scheme, shop.desk.terms):
            raise TermsChanged
        if goods is not None:
            return self._exchanged(goods, pay, approval)
        receipt: Receipt = shop.checkout.complete(
            sale_id, pay.cart, pay.quote, pay.tenders, approval=approval
        )
        self._give_rest_back(pay, receipt)
        return receipt, None

    def _exchanged(self, goods: GoodsBack, pay: PayDesk, approval: Approval | None) -> Done:
        """The sale and the return it is paid with, both or neither."""
        paid = tuple(t for t in pay.tenders if t.kind is not TenderKind.EXCHANGE)
        made = self._shop.refunds.exchange(
            goods.draft, self._till.sale_id, pay.cart, pay.quote, paid, approval=approval
        )
        self._give_rest_back(pay, made.receipt)
        return made.receipt, made.refund

    def _give_rest_back(self, pay: PayDesk, receipt: Receipt) -> None:
        """What the sale leaves of the deposits taken for it, in cash.

        The sale is durable before: what a power cut leaves here stays in the list of deposits.
        """
        if not pay.deposit_back_minor:
            return
        for laid in pay.cart.deposits:
            number = deposit_number(laid.number)
            if self._shop.deposits.find(number).left_minor > 0:
                self._shop.deposits.give_back(uuid5(receipt.sale_id, number), number)
