"""What the cashier's screen shows, as values; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.services.rules.cart import Cart
from app.services.rules.days import Moment
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import Settlement, Tender, TenderKind, settle

if TYPE_CHECKING:
    from app.services.lookup import Suggestions
    from app.services.member_types import MemberStrip
    from app.services.rules.refund import GoodsBack
    from app.ui.cashier.presenting.member import AtTill


@dataclass(frozen=True, slots=True)
class Basket:
    """The part of the state that undo brings back; `label` is its note, where it was held."""

    cart: Cart = field(default_factory=Cart)
    held: AtTill | None = None
    current: UUID | None = None
    points_minor: int = 0
    label: str = ""
    goods_back: GoodsBack | None = None

    @property
    def strip(self) -> MemberStrip | None:
        """Who is on the basket."""
        return None if self.held is None else self.held.strip


@dataclass(frozen=True, slots=True)
class CashierState:
    """A basket, priced. `points_minor` is the part that points will pay."""

    basket: Basket
    quote: Quote
    settlement: Settlement
    held: int = 0
    busy: bool = False

    @property
    def due_minor(self) -> int:
        """What is left to pay after the points and the goods brought back."""
        return max(0, self._open_minor)

    @property
    def back_minor(self) -> int:
        """What is left to give back of the goods brought back."""
        return max(0, -self._open_minor)

    @property
    def _open_minor(self) -> int:
        goods = self.basket.goods_back
        paid = self.basket.points_minor + (0 if goods is None else goods.money_minor)
        return self.quote.total_minor - paid

    @property
    def points_before(self) -> int:
        """The member's balance now."""
        member = self.basket.cart.member
        return 0 if member is None else member.points

    @property
    def points_after(self) -> int:
        """The member's balance once this basket is paid."""
        return self.points_before - self.settlement.points_spent + self.settlement.points_earned


@dataclass(frozen=True, slots=True)
class Pricing:
    """What a basket is priced with: the scheme and the terms in force, and when."""

    scheme: Scheme
    terms: PriceTerms
    moment: Moment


def priced(basket: Basket, by: Pricing, *, held: int, busy: bool) -> CashierState:
    """The state a basket makes under a scheme; the points part never exceeds the total."""
    quote = price(basket.cart, by.scheme, by.terms, by.moment)
    by_points = min(basket.points_minor, quote.total_minor)
    tenders = (Tender(TenderKind.POINTS, by_points),) if by_points else ()
    if by_points != basket.points_minor:
        basket = replace(basket, points_minor=by_points)
    return CashierState(
        basket, quote, settle(basket.cart, quote, tenders, by.scheme, by.terms), held, busy
    )


@dataclass(frozen=True, slots=True)
class Offer:
    """One row under the omnibox: a member, a product, or something to make of the text."""

    kind: str
    text: str
    found: object = None


def offers_for(text: str, found: Suggestions) -> tuple[Offer, ...]:
    """The rows for what was found, and what can be made of the text itself.

    Digits that nobody has yet offer to enrol; a decimal amount offers an open item.
    """
    offers = [Offer("member", hit.name, hit) for hit in found.members]
    offers += [Offer("product", product.name, product) for product in found.products]
    digits = "".join(ch for ch in text if ch.isdigit())
    plain = text.strip()
    if looks_like_amount(plain):
        offers.append(Offer("open_item", plain))
    elif len(digits) >= 5 and all(ch.isdigit() or ch in "+- ()" for ch in plain):
        if not found.members:
            offers.append(Offer("enrol", plain))
    elif any(ch.isalpha() for ch in plain) and not found.members and not found.products:
        offers.append(Offer("enrol_name", plain))
    return tuple(offers)


def looks_like_amount(text: str) -> bool:
    """Digits with one decimal point between them: no phone and no code is written so."""
    whole, point, fraction = text.partition(".")
    return bool(point) and whole.isdigit() and fraction.isdigit() and len(fraction) <= 3


def for_nobody(cart: Cart) -> Cart:
    """The cart without what one member alone may have."""
    kept = tuple(coupon for coupon in cart.coupons if coupon.member_id is None)
    deposits = tuple(laid for laid in cart.deposits if laid.member_id is None)
    return replace(cart, coupons=kept, rewards=(), deposits=deposits, passes=(), vouchers=())
