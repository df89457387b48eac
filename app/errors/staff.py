"""What is refused of people at the till, their PINs and their powers.

A `power` is a value of `Power`, a key of the messages' `powers`.
"""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class NeedsApproval(ShopError):
    """The person at the till may not do this alone; someone who may can approve it on the spot.

    `limit` is up to how much they may (None: not at all a matter of amounts), `amount` how much
    was asked; both in `unit`: "minor", "bp", "points" or "".
    """

    power: str
    limit: int | None = None
    amount: int = 0
    unit: str = ""


@dataclass(eq=False)
class NotApproved(ShopError):
    """Nobody approved what the person at the till may not do alone."""

    power: str


@dataclass(eq=False)
class ApproverMayNot(ShopError):
    """Who was asked to approve may not do this either."""

    name: str
    power: str


@dataclass(eq=False)
class PinWrong(ShopError):
    """A wrong PIN; the next try waits."""

    seconds: int


@dataclass(eq=False)
class PinBlocked(ShopError):
    """After wrong PINs, no try is taken for a while."""

    seconds: int


@dataclass(eq=False)
class NoPin(ShopError):
    """This person has no PIN and signs in by card alone."""

    name: str


@dataclass(eq=False)
class StaffUnknown(ShopError):
    """Nobody at the till has this name, id or card."""

    name: str


@dataclass(eq=False)
class StaffCardUnknown(ShopError):
    """No staff card in use has this code."""


@dataclass(eq=False)
class StaffDisabled(ShopError):
    """This person no longer works here."""

    name: str


@dataclass(eq=False)
class LastOwner(ShopError):
    """A shop keeps one active owner."""

    name: str
