"""The basket being rung up: immutable values; every change makes a new one."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.services.rules.days import Birthday
from app.services.rules.money import MILLI, QUANTITY_LIMIT_MILLI


@dataclass(frozen=True, slots=True)
class Item:
    """What a line sells, as it stood when it was added.

    `product_id` is None for an open item. Prices are minor units for one piece,
    or for one kilogram where `weighed`; `member_price_minor` is None where members pay the same.
    """

    name: str
    unit_price_minor: int
    product_id: UUID | None = None
    member_price_minor: int | None = None
    category: str = ""
    tax_rate_bp: int = 0
    weighed: bool = False
    barcode: str = ""


@dataclass(frozen=True, slots=True)
class HandDiscount:
    """A discount given by staff: either a rate or an amount, always with a reason.

    `round_down_to_minor` is 抹零: the basket's total is cut to a multiple of it.
    """

    reason: str
    percent_bp: int = 0
    amount_minor: int = 0
    round_down_to_minor: int = 0


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of the basket; `quantity_milli` is in thousandths and above zero.

    `gross_minor` is set only where the amount is printed on the label (in-store
    price codes) or stood in an imported file; else it is price × quantity.
    A `tip` is no revenue: untaxed, never discounted, earning nothing; `served_by` gets it, and
    where that is None the shop.
    """

    line_id: UUID
    item: Item
    quantity_milli: int = MILLI
    discount: HandDiscount | None = None
    gross_minor: int | None = None
    served_by: UUID | None = None
    tip: bool = False


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What pricing may know of the member on the cart.

    `tier` and `plan_level` are ids of the scheme, empty for none. `qualifying` is in the unit
    of the scheme's tiers (minor units or points). `purchases` counts earlier sales.
    `bought` is (barcode, name or category → whole units in the last 90 days); `uses` is
    (offer id, units today, this year, ever), where `earn:` and a rule's id counts visits.
    """

    member_id: UUID
    points: int = 0
    frozen: bool = False
    joined_on: date | None = None
    tier: str = ""
    plan_level: str = ""
    birthday: Birthday | None = None
    dependants: tuple[Birthday, ...] = ()
    tags: tuple[str, ...] = ()
    partner_cards: tuple[str, ...] = ()
    qualifying: int = 0
    purchases: int = 0
    bought: tuple[tuple[str, int], ...] = ()
    uses: tuple[tuple[str, int, int, int], ...] = ()

    def in_tier(self, tier: str) -> "MemberFacts":
        """The same member in another tier."""
        return replace(self, tier=tier)


@dataclass(frozen=True, slots=True)
class AppliedCoupon:
    """A coupon laid on the cart; `member_id` is whose it is, None for whoever bears it.

    `refusal` is a reason code where it is known not to be usable (used, revoked, unknown).
    """

    code: str
    template: str
    member_id: UUID | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class AppliedPass:
    """One use of a session pass laid on the cart: it pays for one unit of the pass's goods.

    `uses_left` is what the pass holds before this sale; `member_id` whose it is, None where the
    cart tells it alone. `refusal` is a reason code where it is known not to be usable.
    """

    pass_id: UUID
    template: str
    member_id: UUID | None = None
    uses_left: int = 0
    valid_to: date | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class LaidDeposit:
    """A deposit that was taken for this basket: it pays when the basket is paid.

    `left_minor` is what it holds; `member_id` whose it is, None for whoever brings the slip.
    """

    deposit_id: UUID
    number: int
    left_minor: int = 0
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """A basket: lines in the order they were added, the member, a basket discount, and what
    is to be applied: coupons, rewards by id (twice for two of one), deposits taken for it, and
    uses of session passes (twice for two uses of one). `vouchers` are the codes handed out for
    its outside rewards, in their order."""

    lines: tuple[CartLine, ...] = ()
    member: MemberFacts | None = None
    discount: HandDiscount | None = None
    coupons: tuple[AppliedCoupon, ...] = ()
    rewards: tuple[str, ...] = ()
    deposits: tuple[LaidDeposit, ...] = ()
    passes: tuple[AppliedPass, ...] = ()
    vouchers: tuple[str, ...] = ()

    @property
    def pieces_milli(self) -> int:
        """How many things are in it: see `pieces_milli`."""
        return sum(
            pieces_milli(line.quantity_milli, weighed=line.item.weighed)
            for line in self.lines
            if not line.tip
        )

    def line(self, line_id: UUID) -> CartLine | None:
        """The line with this id, if it is still there."""
        return next((line for line in self.lines if line.line_id == line_id), None)


def pieces_milli(quantity_milli: int, *, weighed: bool) -> int:
    """How many things a line is, in thousandths: what is weighed or cut counts once."""
    return MILLI if weighed or quantity_milli % MILLI else quantity_milli


def add(cart: Cart, line: CartLine) -> Cart:
    """The cart with `line` in it; the same product, unweighed and undiscounted, grows its line."""
    for present in reversed(cart.lines):
        if _merges(present, line):
            total = present.quantity_milli + line.quantity_milli
            if total <= QUANTITY_LIMIT_MILLI:
                return put(cart, replace(present, quantity_milli=total))
    return replace(cart, lines=(*cart.lines, line))


def put(cart: Cart, line: CartLine) -> Cart:
    """The cart with the line of the same id replaced."""
    lines = tuple(line if old.line_id == line.line_id else old for old in cart.lines)
    return replace(cart, lines=lines)


def remove(cart: Cart, line_id: UUID) -> Cart:
    """The cart without that line."""
    return replace(cart, lines=tuple(line for line in cart.lines if line.line_id != line_id))


def _merges(present: CartLine, new: CartLine) -> bool:
    return (
        present.item == new.item
        and present.item.product_id is not None
        and not present.item.weighed
        and present.discount is None
        and new.discount is None
        and present.gross_minor is None
        and new.gross_minor is None
        and present.served_by == new.served_by
    )
