"""Rewards, coupons, passes and counted benefits at the till, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.errors import CouponNotUsable
from app.services.ids import uuid7
from app.services.rules.cart import AppliedCoupon, Cart
from app.services.rules.money import money
from app.ui.cashier.presenting.laid import Choice, Laid, choices, coupon_of, pass_of
from app.ui.cashier.presenting.state import Pricing
from app.ui.cashier.presenting.told import Told

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.view import CashierView, Lane


class Benefits:
    """Lays on the basket what the member has, and takes it off again."""

    def __init__(self, till: CashierPresenter, view: CashierView, shop: Any, tasks: Lane) -> None:
        self._till = till
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def open(self) -> None:
        """List what the member may have now, read afresh."""
        strip = self._till.strip
        if strip is None:
            self._view.tell(Told("benefits_need_member"))
            return
        cart, desk = self._till.state.basket.cart, self._shop.desk
        by = Pricing(desk.scheme, desk.terms, desk.moment())

        def answered(found: tuple[Choice, ...]) -> None:
            if found:
                self._view.open_benefits(found)
            else:
                self._view.tell(Told("no_benefits", (("name", strip.name or strip.number),)))

        self._tasks.run(
            lambda: choices(cart, self._shop.loyalty.standing(strip.member_id), by),
            answered,
            self._view.refuse,
        )

    def take(self, choice: Choice) -> None:
        """Lay it on the basket or take it off; a pass that pays for
        nothing in it, and a counted benefit, is used at once."""
        cart = self._till.state.basket.cart
        if choice.kind == "reward" and choice.outside:
            self._view.ask_voucher(choice)
        elif choice.kind == "reward":
            self._changed(replace(cart, rewards=(*cart.rewards, choice.id)), "laid", choice)
        elif choice.kind == "coupon" and choice.on_cart:
            self._changed(_without_coupon(cart, choice.id), "laid_off", choice)
        elif choice.kind == "coupon":
            self._lay_held(cart, choice)
        elif choice.kind == "pass" and choice.lays:
            self._lay_pass(cart, choice)
        elif choice.kind == "pass" and choice.on_cart:
            self._changed(_without_pass(cart, choice.id), "laid_off", choice)
        elif choice.kind == "pass":
            self._use_pass(choice)
        else:
            self._use_perk(choice)

    def hand_out(self, choice: Choice, code: str, then: Callable[[], None]) -> None:
        """Take the points of an outside reward, and keep the code that was handed out."""
        strip, op_id = self._till.strip, uuid7()
        if strip is None:
            return

        def done(handed: Any) -> None:
            then()
            name = choice.name.said(self._view.spoken_language())
            left = handed.points_left
            facts = (("name", name), ("before", left + handed.points), ("after", left))
            self._view.tell(Told("handed_out", facts))
            self._till.attach(strip.member_id, tell=False)

        self._tasks.run(
            lambda: self._shop.rewards.hand_out(op_id, strip.member_id, choice.id, code),
            done,
            self._view.refuse,
        )

    def drop(self, laid: Laid) -> None:
        """Take a reward, a coupon or all uses of a pass off the basket."""
        cart = self._till.state.basket.cart
        if laid.kind == "coupon":
            self._changed(_without_coupon(cart, laid.id), "laid_off", laid)
        elif laid.kind == "pass":
            self._changed(_without_pass(cart, laid.id), "laid_off", laid)
        elif laid.id in cart.rewards:
            left = list(cart.rewards)
            left.remove(laid.id)
            self._changed(replace(cart, rewards=tuple(left)), "laid_off", laid)

    def lay(self, coupon: AppliedCoupon) -> None:
        """Lay a coupon that was scanned; one that is used up or revoked is refused."""
        cart = self._till.state.basket.cart
        if coupon.refusal:
            self._view.refuse(CouponNotUsable(coupon.code, f"code_{coupon.refusal}"))
            return
        if any(coupon.code == laid.code for laid in cart.coupons):
            self._view.tell(Told("coupon_there"))
            return
        templates = self._shop.desk.scheme.coupons
        name = next((each.name for each in templates if each.id == coupon.template), None)
        if name is None:
            self._view.refuse(CouponNotUsable(coupon.code, "not_in_scheme"))
            return
        laid = Laid("coupon", coupon.code, name)
        self._changed(replace(cart, coupons=(*cart.coupons, coupon)), "laid", laid)

    def gift_found(self, card: GiftCard) -> None:
        """Say what a gift card holds; the pay sheet takes it. With no goods it may be paid back."""
        if not self._till.state.basket.cart.lines:
            self._view.open_gift(card)
            return
        held = money(card.left_minor, self._shop.desk.settings.money)
        until = "" if card.expires_on is None else card.expires_on.isoformat()
        what = "gift_card_until" if until else "gift_card"
        self._view.tell(Told(what, (("amount", held), ("until", until))))

    # --- inside ---------------------------------------------------------------------

    def _lay_held(self, cart: Cart, choice: Choice) -> None:
        held = self._till.state.basket.held
        found = () if held is None else held.standing.coupons
        for coupon in found:
            if held is not None and coupon.code == choice.id:
                laid = coupon_of(coupon, held.standing.member_id)
                self._changed(replace(cart, coupons=(*cart.coupons, laid)), "laid", choice)

    def _lay_pass(self, cart: Cart, choice: Choice) -> None:
        held = self._till.state.basket.held
        for each in () if held is None else held.standing.passes:
            if held is not None and str(each.pass_id) == choice.id:
                laid = pass_of(each, held.standing.member_id)
                self._changed(replace(cart, passes=(*cart.passes, laid)), "laid", choice)

    def _changed(self, cart: Cart, what: str, about: Choice | Laid) -> None:
        self._till.change_cart(cart)
        name = about.name.said(self._view.spoken_language())
        self._view.tell(Told(what, (("name", name),), can_undo=True))

    def _use_pass(self, choice: Choice) -> None:
        pass_id, name = UUID(choice.id), choice.name.said(self._view.spoken_language())
        op_id = uuid7()

        def done(held: Any) -> None:
            self._used(
                name,
                held.uses_left + 1,
                lambda: self._shop.passes.give_back(pass_id, self._view.undone_reason()),
            )

        self._tasks.run(
            lambda: self._shop.passes.use(pass_id, op_id=op_id), done, self._view.refuse
        )

    def _use_perk(self, choice: Choice) -> None:
        strip = self._till.strip
        if strip is None:
            return
        member_id, op_id = strip.member_id, uuid7()
        name = choice.name.said(self._view.spoken_language())
        perks = self._shop.perks

        def done(held: Any) -> None:
            self._used(
                name,
                held.left + 1,
                lambda: perks.give_back(member_id, choice.id, self._view.undone_reason()),
            )

        self._tasks.run(
            lambda: perks.use(member_id, choice.id, op_id=op_id), done, self._view.refuse
        )

    def _used(self, name: str, before: int, give_back: Any) -> None:
        def undo() -> None:
            self._tasks.run(give_back, lambda _held: self._till.refresh(), self._view.refuse)

        self._till.remember(undo)
        facts = (("name", name), ("before", before), ("after", before - 1))
        self._view.tell(Told("used_one", facts, can_undo=True))
        self._till.refresh()


def _without_coupon(cart: Cart, code: str) -> Cart:
    return replace(cart, coupons=tuple(each for each in cart.coupons if each.code != code))


def _without_pass(cart: Cart, pass_id: str) -> Cart:
    kept = tuple(each for each in cart.passes if str(each.pass_id) != pass_id)
    return replace(cart, passes=kept)
