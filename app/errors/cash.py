"""What the drawer refuses."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class SessionNotOpen(ShopError):
    """The shop counts its cash, and nobody has opened the drawer with its float."""


@dataclass(eq=False)
class SessionOpen(ShopError):
    """The drawer is open already, since a moment in the shop's time."""

    since: str


@dataclass(eq=False)
class SessionClosed(ShopError):
    """The session was closed before, with the Z report of this `number`."""

    number: int


@dataclass(eq=False)
class ZReportUnknown(ShopError):
    """No Z report has this number."""

    text: str


@dataclass(eq=False)
class CountWrong(ShopError):
    """The pieces counted do not come to the amount that was said."""

    counted_minor: int
    pieces_minor: int


@dataclass(eq=False)
class MovementIdTaken(ShopError):
    """The id was already used for another movement of the drawer."""
