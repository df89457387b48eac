"""What the scheme, or money kept for members, refuses.

A `name` is a text of the scheme (`Words`), a `why` a `Reason`: both are read out in the language
of who is told.
"""

from dataclasses import dataclass
from datetime import date

from app.errors.base import ShopError


@dataclass(eq=False)
class NotInScheme(ShopError):
    """The scheme in force has no such coupon, plan, pass … `field` is a key of the messages'
    fields, `allowed` what it has."""

    field: str
    text: str
    allowed: str


@dataclass(eq=False)
class NotOffered(ShopError):
    """The scheme in force has none of this at all. `field` is a key of the messages' fields."""

    field: str


@dataclass(eq=False)
class SaleBarred(ShopError):
    """The scheme forbids this sale. `why` is a `Reason` of the quote."""

    why: object


@dataclass(eq=False)
class RewardRefused(ShopError):
    """A reward asked for cannot be had on this sale. `why` is a `Reason` of the quote."""

    reward: object
    why: object


@dataclass(eq=False)
class AmountOutOfRange(ShopError):
    """An amount must lie between two others. `field` is a key of the messages' fields."""

    field: str
    least_minor: int
    most_minor: int


@dataclass(eq=False)
class GrantUnknown(ShopError):
    """Nothing was given to a group under this id."""

    text: str


@dataclass(eq=False)
class PointsTooFew(ShopError):
    """The member holds fewer points than are to be taken."""

    needed: int
    held: int


@dataclass(eq=False)
class CouponUnknown(ShopError):
    """No coupon has this code."""

    code: str


@dataclass(eq=False)
class CouponNotUsable(ShopError):
    """A coupon cannot be used (any more). `reason` is a key of `messages.REASONS`."""

    code: str
    reason: str


@dataclass(eq=False)
class GiftCardUnknown(ShopError):
    """No gift card has this code."""

    code: str


@dataclass(eq=False)
class GiftCardNotUsable(ShopError):
    """A gift card cannot be used (any more). `reason` is a key of `messages.REASONS`."""

    code: str
    reason: str


@dataclass(eq=False)
class ValueTooLow(ShopError):
    """A wallet, store credit or gift card holds less than the payment. `kind` is a tender's."""

    kind: str
    needed_minor: int
    held_minor: int


@dataclass(eq=False)
class WalletCapReached(ShopError):
    """A top-up with its bonus would take a wallet past its cap."""

    cap_minor: int
    room_minor: int


@dataclass(eq=False)
class WalletEmpty(ShopError):
    """There is nothing in the wallet to pay out."""

    number: str


@dataclass(eq=False)
class TakingIdTaken(ShopError):
    """The id was already used for something else."""


@dataclass(eq=False)
class PassNotUsable(ShopError):
    """A session pass cannot be used (any more). `reason` is a key of `messages.REASONS`."""

    name: object
    reason: str


@dataclass(eq=False)
class PerkUsedUp(ShopError):
    """None of a counted benefit is left until a day, that day included."""

    name: object
    until: date


@dataclass(eq=False)
class PlanHeldAlready(ShopError):
    """The member is in a plan already, to its last day."""

    name: object
    until: date


@dataclass(eq=False)
class NoPlan(ShopError):
    """The member is in no plan."""

    number: str


@dataclass(eq=False)
class ActivityLimit(ShopError):
    """The points for this were given as often as a day allows."""

    name: object
    per_day: int


@dataclass(eq=False)
class ReferralRefused(ShopError):
    """This referral cannot be recorded. `reason` is a key of `messages.REASONS`."""

    number: str
    reason: str
