"""Takes money outside a sale, without Qt: once for each time the sheet was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.services.ids import uuid7
from app.ui.cashier.presenting.charge import GIFT_CARD, PASS, TOP_UP, Charged, charge_desk
from app.ui.cashier.presenting.member import AtTill, at_till
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
        """Top up the member at the till; without one, gift cards alone are sold."""
        strip = self._till.strip
        if strip is None and self._shop.desk.scheme.gift_cards is None:
            self._view.tell(Told("top_up_needs_member"))
            return
        self._open(lambda: None if strip is None else at_till(self._shop, strip), TOP_UP)

    def open_for(self, request: Any) -> None:
        """Do for a member what another screen asked for; `request` is an `AtCounter`."""
        members = self._shop.members
        self._open(lambda: at_till(self._shop, members.strip(request.member_id)), request.what)

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

        def done(charged: Charged) -> None:
            self._busy = False
            self._view.charged(charged)
            if desk.held is not None and self._till.strip is not None:
                self._till.attach(desk.held.strip.member_id, tell=False)

        def refused(error: Exception) -> None:
            self._busy = False
            self._view.refuse(error)

        self._tasks.run(lambda: self._charged(desk, article), done, refused)

    # --- in the lane ------------------------------------------------------------------

    def _charged(self, desk: ChargeDesk, article: Article) -> Charged:
        if desk.what == TOP_UP:
            return self._topped_up(desk, article)
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
