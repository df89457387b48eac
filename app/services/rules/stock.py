"""Stock, pure: what is on hand, when it is low, and what a count changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class MoveKind(StrEnum):
    """Why stock moved; the values are stored."""

    SALE = "sale"
    REFUND = "refund"
    DELIVERY = "delivery"
    COUNT = "count"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Level:
    """What is on hand, in thousandths of a piece or kilogram; `low_milli` None: never low.

    Less than nothing on hand means that something was sold that was never booked in.
    """

    on_hand_milli: int
    low_milli: int | None = None

    @property
    def low(self) -> bool:
        """Whether it is to be ordered: at the mark or below it, or less than nothing."""
        mark = -1 if self.low_milli is None else self.low_milli
        return self.on_hand_milli <= mark

    @property
    def below_zero(self) -> bool:
        """Whether more was sold than there was."""
        return self.on_hand_milli < 0

    def after(self, sold_milli: int) -> "Level":
        """The level once that much more is sold."""
        return Level(self.on_hand_milli - sold_milli, self.low_milli)


def count_change(counted_milli: int, seen_milli: int) -> int:
    """What a count moves: what was found less what the file said as it was counted.

    What is sold between the counting and the booking stays sold.
    """
    return counted_milli - seen_milli


def by_product(lines: Iterable[tuple[bytes | None, int]]) -> dict[bytes, int]:
    """(product, quantity) pairs added up per product; open items have none and are left out."""
    sums: dict[bytes, int] = {}
    for product_id, quantity_milli in lines:
        if product_id is not None:
            sums[product_id] = sums.get(product_id, 0) + quantity_milli
    return sums
