"""What of a sale not everyone may do alone: discounts by hand, and goods without a price."""

from uuid import UUID

from app.services.desk import Desk, audit
from app.services.rules.cart import Cart, HandDiscount
from app.services.rules.money import BASIS_POINTS
from app.services.rules.powers import Power, Role
from app.services.rules.pricing import hand_discount_minor
from app.services.rules.quote import Quote, QuoteLine

_BY_HAND = frozenset({"hand_discount", "round_down"})


def require_for_sale(desk: Desk, sale_id: UUID, cart: Cart, quote: Quote) -> None:
    """Refuse what the person at the till may not sell like this alone; record who approved it.

    Inside the sale's transaction. The owner's sales are not looked at. Raises NeedsApproval.
    """
    if desk.staff.role == Role.OWNER:
        return
    wanted = ((Power.DISCOUNT, discount_bp(cart, quote)), (Power.OPEN_ITEM, open_minor(quote)))
    for power, amount in wanted:
        approver = desk.require(power, amount) if amount else None
        if approver is not None:
            audit(desk, f"sale.{power.value}", sale_id, approved_by=approver, amount=amount)


def discount_bp(cart: Cart, quote: Quote) -> int:
    """The largest rate by hand on one line or on all of them together, in basis points.

    A rate is the one given; of an amount it is the smallest that takes as much off what the
    goods cost without it. So a discount on a line and one on the cart add up.
    """
    if cart.discount is None and all(line.discount is None for line in cart.lines):
        return 0
    rates = [
        _line_bp(line.line.discount, line) for line in quote.lines if line.line.discount is not None
    ]
    taken = sum(map(_by_hand_minor, quote.lines))
    base = sum(line.total_minor for line in quote.lines) + taken
    return max(*rates, _least_bp(taken, base), 0)


def open_minor(quote: Quote) -> int:
    """The dearest line that is no product of the shop, in minor units."""
    return max(
        (line.gross_minor for line in quote.lines if line.line.item.product_id is None), default=0
    )


def _line_bp(discount: HandDiscount, line: QuoteLine) -> int:
    if discount.percent_bp:
        return discount.percent_bp
    base = line.total_minor + _by_hand_minor(line)
    return _least_bp(hand_discount_minor(discount, base), base)


def _by_hand_minor(line: QuoteLine) -> int:
    return sum(effect.amount_minor for effect in line.effects if effect.why.code in _BY_HAND)


def _least_bp(taken_minor: int, base_minor: int) -> int:
    """The smallest rate that, rounded half up, takes as much off; 0 for nothing."""
    if taken_minor <= 0 or base_minor <= 0:
        return 0
    return -(-(2 * taken_minor - 1) * BASIS_POINTS // (2 * base_minor))
