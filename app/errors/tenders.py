"""What tenders, accounts and deposits refuse."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class AccountNotOffered(ShopError):
    """This member may not buy on account."""

    number: str


@dataclass(eq=False)
class OwesLess(ShopError):
    """A member owes less than is to be repaid or written off."""

    number: str
    owed_minor: int


@dataclass(eq=False)
class DepositUnknown(ShopError):
    """No deposit has this number."""

    text: str


@dataclass(eq=False)
class DepositClosed(ShopError):
    """Nothing is left of a deposit: it was used, given back or forfeited."""

    number: str


@dataclass(eq=False)
class DepositHeld(ShopError):
    """A deposit was taken for a basket that is still parked, called `text`: it pays that one."""

    number: str
    text: str


@dataclass(eq=False)
class StillOpen(ShopError):
    """A member owes money, or the shop holds their deposit: they cannot go yet."""

    number: str
    owed_minor: int
    deposits_minor: int
