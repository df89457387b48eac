"""What a customer may see of a sale, as values: nothing of the cashier's screen but this. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.services.rules.money import CURRENCIES, Currency


class Phase(StrEnum):
    """What the display is about."""

    IDLE = "idle"
    CART = "cart"
    PAYING = "paying"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class DisplayLine:
    """A line of the cart in the customer's words: `counted` is "2 × 28.00"."""

    name: str
    counted: str
    total_minor: int
    saved_minor: int = 0


@dataclass(frozen=True, slots=True)
class DisplayMember:
    """Who buys, by a masked name; points before the sale and after it."""

    name: str
    points_before: int
    points_after: int


@dataclass(frozen=True, slots=True)
class DisplayState:
    """Everything on the display. Amounts in minor units of `currency`."""

    phase: Phase = Phase.IDLE
    lines: tuple[DisplayLine, ...] = ()
    saved_minor: int = 0
    total_minor: int = 0
    due_minor: int = 0
    change_minor: int = 0
    member: DisplayMember | None = None
    currency: Currency = field(default_factory=lambda: CURRENCIES["CNY"])


IDLE = DisplayState()


class Showing:
    """What is shown, from what the cashier does: thanks stay for a while, and then nothing of
    the sale is left, whatever was on it."""

    def __init__(self) -> None:
        self.state = IDLE

    def cart(self, state: DisplayState) -> DisplayState:
        """The cart is this now; an empty one ends no thanks."""
        empty = not state.lines and state.member is None
        if empty and self.state.phase is Phase.THANKS:
            return self.state
        if empty:
            self.state = replace(IDLE, currency=state.currency)
        else:
            paying = self.state.phase is Phase.PAYING and state.lines
            self.state = replace(state, phase=Phase.PAYING if paying else Phase.CART)
        return self.state

    def paying(self, on: bool) -> DisplayState:
        """The customer is asked to pay, or the cart is gone back to."""
        if self.state.phase in (Phase.CART, Phase.PAYING) and self.state.lines:
            self.state = replace(self.state, phase=Phase.PAYING if on else Phase.CART)
        return self.state

    def sold(self, state: DisplayState) -> DisplayState:
        """It is paid: what comes back, and the balance after."""
        self.state = replace(state, phase=Phase.THANKS, lines=())
        return self.state

    def over(self) -> DisplayState:
        """The thanks were long enough."""
        if self.state.phase is Phase.THANKS:
            self.state = replace(IDLE, currency=self.state.currency)
        return self.state
