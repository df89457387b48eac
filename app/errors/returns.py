"""What returns and voids refuse."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class NothingToReturn(ShopError):
    """Everything of the sale came back before."""

    number: str


@dataclass(eq=False)
class ReturnTooMuch(ShopError):
    """More of a line is to come back than is left of it. Quantities are texts."""

    name: str
    quantity: str
    left: str


@dataclass(eq=False)
class ReturnedBefore(ReturnTooMuch):
    """All of a line came back before."""


@dataclass(eq=False)
class ReturnLineUnknown(ShopError):
    """The sale has no such line."""

    number: str
    line: int


@dataclass(eq=False)
class ReturnLineTwice(ShopError):
    """The same line stands twice on one return."""

    line: int


@dataclass(eq=False)
class NotOnReceipt(ShopError):
    """Goods were scanned of which the sale has none, or none that are left."""

    code: str
    number: str


@dataclass(eq=False)
class TipStays(ShopError):
    """A tip comes back with the whole sale only."""

    number: str


@dataclass(eq=False)
class ClaimReturned(ShopError):
    """Goods of the sale came back: its points can no longer be claimed."""

    number: str


@dataclass(eq=False)
class RefundIdTaken(ShopError):
    """The id already belongs to another refund."""

    number: str


@dataclass(eq=False)
class RefundUnknown(ShopError):
    """No refund has this number."""

    number: str


@dataclass(eq=False)
class VoidRefused(ShopError):
    """A sale cannot be voided (any more). `reason` is a key of `messages.REASONS`."""

    number: str
    reason: str


@dataclass(eq=False)
class RefundTendersWrong(ShopError):
    """The tenders given are not what is to be paid back."""

    total_minor: int
    given_minor: int


@dataclass(eq=False)
class RefundTenderRefused(ShopError):
    """This part cannot be paid back that way. `kind` is a tender's."""

    kind: str
