"""What the drawer tells, and what it is told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import AmountTooLarge, CountWrong, FieldInvalid
from app.services.rules.day_report import COUNTABLE, Count
from app.services.rules.denominations import denominations, pieces_minor
from app.services.rules.money import AMOUNT_LIMIT_MINOR


@dataclass(frozen=True, slots=True)
class SessionNow:
    """The session that is open. `left_open`: it was opened on an earlier business day."""

    session_id: UUID
    automatic: bool
    business_date: date
    opened_at: datetime
    opened_by: str
    left_open: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement of the drawer; `amount_minor` is below zero where cash went out."""

    movement_id: UUID
    session_id: UUID
    kind: str
    amount_minor: int
    reason: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """What a count says: shown only after counting."""

    expected_minor: int
    counted_minor: int

    @property
    def over_short_minor(self) -> int:
        """Above zero is over, below is short."""
        return self.counted_minor - self.expected_minor


def checked_count(counted: int | Count, currency: str) -> Count:
    """A count that can be. Raises FieldInvalid, CountWrong, AmountTooLarge."""
    count = Count(counted) if isinstance(counted, int) else counted
    checked_amount("count", count.cash_minor, least=0)
    known = denominations(currency)
    for value, pieces in count.pieces:
        if value not in known:
            raise FieldInvalid("pieces", "not_a_denomination", str(value))
        if pieces < 0:
            raise FieldInvalid("pieces", "negative", str(pieces))
    if count.pieces and pieces_minor(count.pieces) != count.cash_minor:
        raise CountWrong(count.cash_minor, pieces_minor(count.pieces))
    for kind, amount in count.others:
        if kind not in COUNTABLE[1:]:
            raise FieldInvalid("count", "not_countable", kind)
        if abs(amount) > AMOUNT_LIMIT_MINOR:
            raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    return count


def checked_amount(field: str, amount_minor: int, *, least: int) -> None:
    """An amount in minor units that can be. Raises FieldInvalid, AmountTooLarge."""
    if amount_minor < 0:
        raise FieldInvalid(field, "negative", str(amount_minor))
    if amount_minor < least:
        raise FieldInvalid(field, "zero", str(amount_minor))
    if amount_minor > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
