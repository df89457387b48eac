"""Baskets put aside, as values."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.services.rules.cart import Cart
from app.services.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class HeldSale:
    """A parked basket as the recall list shows it; it posts nothing to any ledger.

    `deposit_minor` is what is left of the deposits taken for it.
    """

    held_id: UUID
    label: str
    member_name: str
    total_minor: int
    held_at: datetime
    pieces_milli: int
    deposit_minor: int = 0


@dataclass(frozen=True, slots=True)
class Recalled:
    """A parked basket, priced afresh, and what changed meanwhile (rule 8).

    `before_minor` is what it came to when it was parked, None for one that was not.
    """

    cart: Cart
    changes: tuple[Reason, ...]
    label: str = ""
    before_minor: int | None = None
