"""Points, coupons, passes, perks and plans of the member on the page: verbs, told and undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.errors import FieldInvalid
from app.services.ids import uuid7
from app.services.rules.money import money, parse_minor
from app.services.rules.tenders import TenderKind
from app.ui.members.presenting.actions import ActionsView, Undo
from app.ui.members.presenting.told import Told

if TYPE_CHECKING:
    from app.services.rules.plans import Cancellation
    from app.services.rules.wallets import Closing
    from app.ui.members.presenting.holdings import Holding
    from app.ui.members.presenting.page import Page
    from app.ui.tasks import Tasks


class ValueView(ActionsView, Protocol):
    """What these verbs ask of the screen."""

    def ask_cancel(self, name: str, ending: Cancellation) -> None:
        """Ask before a plan is cancelled."""

    def ask_close(self, closing: Closing) -> None:
        """Ask before a wallet is paid out."""

    def ask_refund(self, row: Holding, minor: int) -> None:
        """Ask before a pass is paid back."""

    def undone_reason(self) -> str:
        """What a ledger says of something taken back at once."""

    def spoken_language(self) -> str:
        """The language shown."""


class Value:
    """Each verb runs once; points, coupons and uses are undone by their opposites."""

    def __init__(self, view: ValueView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def adjust(self, page: Page, points: int, reason: str, then: Callable[[], None]) -> None:
        """Give or take points."""
        member_id, op_id, service = page.member.member_id, uuid7(), self._shop.points

        def done(moved: Any) -> None:
            then()
            facts = (("before", f"{moved.before:,}"), ("after", f"{moved.after:,}"))
            undo = self._undoing(
                lambda: service.adjust(member_id, -points, self._view.undone_reason())
            )
            self._tell(Told("points_adjusted", facts), undo)

        self._run(lambda: service.adjust(member_id, points, reason, op_id=op_id), done)

    def issue(self, page: Page, template_id: str, reason: str, then: Callable[[], None]) -> None:
        """Give the member a coupon."""
        coupons, member_id = self._shop.coupons, page.member.member_id

        def done(coupon: Any) -> None:
            then()
            undo = self._undoing(lambda: coupons.revoke(coupon.code, self._view.undone_reason()))
            self._tell(Told("coupon_issued", (("name", self._said(coupon.name)),)), undo)

        self._run(lambda: coupons.issue(template_id, member_id, reason), done)

    def revoke(self, code: str, reason: str, then: Callable[[], None]) -> None:
        """Make a coupon worthless; the reason was asked for, so there is no way back."""

        def done(coupon: Any) -> None:
            then()
            self._tell(Told("coupon_revoked", (("name", self._said(coupon.name)),)))

        self._run(lambda: self._shop.coupons.revoke(code, reason), done)

    def use(self, page: Page, holding: Holding) -> None:
        """Count one use of a pass or a perk."""
        op_id, reason = uuid7(), self._view.undone_reason
        passes, perks, member_id = self._shop.passes, self._shop.perks, page.member.member_id
        if holding.kind == "pass":
            pass_id = UUID(holding.id)
            use, back = (
                lambda: passes.use(pass_id, op_id=op_id),
                lambda: passes.give_back(pass_id, reason()),
            )
        else:
            use, back = (
                lambda: perks.use(member_id, holding.id, op_id=op_id),
                lambda: perks.give_back(member_id, holding.id, reason()),
            )
        left = holding.left or 0
        facts = (("name", self._said(holding.name)), ("before", left), ("after", left - 1))
        self._run(use, lambda _done: self._tell(Told("used_one", facts), self._undoing(back)))

    def hand_out(self, page: Page, reward_id: str, code: str, then: Callable[[], None]) -> None:
        """Hand out a reward without a sale; its points are spent, so there is no way back."""
        op_id, member_id = uuid7(), page.member.member_id

        def done(given: Any) -> None:
            then()
            facts = (("name", self._said(given.reward.name)), ("left", f"{given.points_left:,}"))
            self._tell(Told("reward_given", facts))

        self._run(lambda: self._shop.rewards.hand_out(op_id, member_id, reward_id, code), done)

    def partner_card(
        self,
        page: Page,
        holding: Holding,
        number: str = "",
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Note that the member has a partner's card, or has it no longer."""
        perks, member_id, card_id = self._shop.perks, page.member.member_id, holding.id

        def put() -> None:
            perks.put_card(member_id, card_id, number)

        def drop() -> None:
            perks.drop_card(member_id, card_id)

        held = holding.state == "held"
        work, back = (drop, put) if held else (put, drop)
        facts = (("name", self._said(holding.name)),)
        told = Told("partner_card_dropped" if held else "partner_card_put", facts)

        def done(_result: object) -> None:
            then()
            self._tell(told, self._undoing(back))

        self._run(work, done)

    # --- money is confirmed, never undone -------------------------------------------------

    def ask_cancel(self, page: Page) -> None:
        """Say what cancelling the plan pays back, and ask."""
        plan, member_id = page.standing.plan, page.member.member_id
        if plan is not None:
            name = self._said(plan.name)
            self._run(
                lambda: self._shop.plans.cancellation(member_id),
                lambda ending: self._view.ask_cancel(name, ending),
            )

    def ask_refund(self, row: Holding) -> None:
        """Say what paying a pass back comes to, and ask."""
        pass_id = UUID(row.id)
        self._run(
            lambda: self._shop.passes.refundable_minor(pass_id),
            lambda minor: self._view.ask_refund(row, minor),
        )

    def refund(
        self,
        row: Holding,
        reason: str,
        then: Callable[[], None],
        kind: TenderKind = TenderKind.CASH,
    ) -> None:
        """Pay a pass back for the uses that are left, by `kind`; it ends with that."""
        op_id, pass_id, name = uuid7(), UUID(row.id), self._said(row.name)

        def done(ended: Any) -> None:
            then()
            paid = money(-ended.taking.amount_minor, self._shop.desk.settings.money)
            self._tell(Told("pass_paid_back", (("name", name), ("amount", paid))))

        self._run(lambda: self._shop.passes.refund(op_id, pass_id, reason, kind), done)

    def set_limit(self, page: Page, text: str, then: Callable[[], None]) -> None:
        """Let the member owe that much; an empty text is what the shop allows all."""
        currency, member_id = self._shop.desk.settings.money, page.member.member_id
        minor = parse_minor(text, currency) if text else None
        if text and minor is None:
            self._view.refuse(FieldInvalid("limit", "not_an_amount", text))
            return

        def done(held: Any) -> None:
            then()
            facts = (("amount", money(held.limit_minor, currency)),)
            self._tell(Told("limit_set", facts))

        self._run(lambda: self._shop.accounts.set_limit(member_id, minor), done)

    def write_off(self, page: Page, reason: str, then: Callable[[], None]) -> None:
        """Give up all that the member owes."""
        op_id, member_id = uuid7(), page.member.member_id
        owed = 0 if page.account is None else page.account.owed_minor

        def done(_held: object) -> None:
            then()
            facts = (("amount", money(owed, self._shop.desk.settings.money)),)
            self._tell(Told("written_off", facts))

        self._run(lambda: self._shop.accounts.write_off(op_id, member_id, owed, reason), done)

    def cancel(
        self,
        page: Page,
        reason: str,
        then: Callable[[], None],
        kind: TenderKind = TenderKind.CASH,
    ) -> None:
        """End the plan; what is paid back is paid by `kind`."""
        op_id, member_id = uuid7(), page.member.member_id

        def done(held: Any) -> None:
            then()
            facts = (("name", self._said(held.plan.name)), ("date", held.last.isoformat()))
            self._tell(Told("plan_cancelled", facts))

        self._run(lambda: self._shop.plans.cancel(op_id, member_id, reason, kind), done)

    def ask_close(self, page: Page) -> None:
        """Say what closing the wallet pays out and voids, and ask."""
        from app.services.rules.wallets import close

        member_id = page.member.member_id
        self._run(lambda: close(self._shop.wallets.lots(member_id)), self._view.ask_close)

    def close(
        self,
        page: Page,
        reason: str,
        then: Callable[[], None],
        kind: TenderKind = TenderKind.CASH,
    ) -> None:
        """Pay the wallet out, by `kind`."""
        op_id, member_id = uuid7(), page.member.member_id

        def done(closed: Any) -> None:
            then()
            paid = money(closed.paid_minor, self._shop.desk.settings.money)
            self._tell(Told("wallet_closed", (("amount", paid),)))

        self._run(lambda: self._shop.wallets.close(op_id, member_id, reason, kind), done)

    # --- inside ---------------------------------------------------------------------------

    def _said(self, name: Any) -> str:
        text: str = name.said(self._view.spoken_language())
        return text

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._tasks.run(work, then, self._view.refuse)

    def _tell(self, told: Told, undo: Undo | None = None) -> None:
        self._view.tell(told, undo)
        self._view.changed()

    def _undoing(self, work: Callable[[], object]) -> Undo:
        return lambda: self._run(work, lambda _result: self._tell(Told("undone")))
