"""Gift cards: sold, spent in sales, paid back for what is left; the code is their bearer's."""

import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.errors import (
    AmountOutOfRange,
    GiftCardNotUsable,
    GiftCardUnknown,
    NotOffered,
    ValueTooLow,
)
from app.models import value as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.desk import Desk
from app.services.rules.codes import DRAWN_LIMIT, CodeKind, cleaned, gift_code, kind_of
from app.services.rules.months import months_later
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import (
    Stamp,
    Taking,
    TakingDraft,
    Takings,
    checked_reason,
    new_id,
    paid_out,
    stamp,
)


class GiftCardState(StrEnum):
    """Whether a gift card can pay."""

    ACTIVE = "active"
    USED_UP = "used_up"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class GiftCard:
    """A gift card and what it still holds, in minor units."""

    code: str
    face_minor: int
    left_minor: int
    issued_on: date
    expires_on: date | None
    state: GiftCardState


@dataclass(frozen=True, slots=True)
class GiftSold:
    """A gift card just sold or paid back, and the money that moved."""

    taking: Taking
    card: GiftCard


class GiftCards:
    """Sells gift cards and pays them back."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._takings = takings

    def sell(self, op_id: UUID, amount_minor: int, tenders: tuple[Tender, ...]) -> GiftSold:
        """Sell a gift card of that value; a repeated `op_id` sells one.

        Raises NotOffered, AmountOutOfRange, and as `Takings.once`.
        """
        terms = self._desk.scheme.gift_cards
        if terms is None:
            raise NotOffered("gift_card")
        if not terms.min_minor <= amount_minor <= terms.max_minor:
            raise AmountOutOfRange("amount", terms.min_minor, terms.max_minor)
        draft = TakingDraft(op_id, "gift_card", amount_minor, tenders)
        until = None
        if terms.valid_months:
            until = months_later(self._desk.today(), terms.valid_months)
        taking = self._takings.once(draft, lambda: self._issued(draft, until))
        return self._sold(taking)

    def refund(
        self, op_id: UUID, code: str, reason: str, kind: TenderKind = TenderKind.CASH
    ) -> GiftSold:
        """Pay back what a card still holds; its code dies in the same moment (rule 22).

        Raises GiftCardUnknown, GiftCardNotUsable where it lapsed or nothing is left, FieldInvalid.
        """
        why = checked_reason(reason)

        def work() -> GiftSold:
            row = self._row(code)
            first = self._takings.by_id(op_id)
            left = row[5] if first is None else -first.amount_minor
            if first is None and self._told(row).state is GiftCardState.EXPIRED:
                raise GiftCardNotUsable(row[1], "code_expired")
            if left <= 0:
                raise GiftCardNotUsable(row[1], "used_up")
            draft = TakingDraft(
                op_id, "gift_refund", -left, paid_out(kind, left), row[1], None, why,
                origin=row[0],
            )  # fmt: skip
            taking = self._takings.once(draft, lambda: self._ended(draft, row))
            return self._sold(taking)

        return self._takings.durable(op_id, work)

    @reading
    def find(self, code: str) -> GiftCard:
        """The card with this code. Raises GiftCardUnknown."""
        return self._told(self._row(code))

    def spending(self, code: str, amount_minor: int, day: date) -> Row:
        """The card that pays `amount_minor` on a day, as `models.value.gift_card` gives it.

        Raises GiftCardUnknown, GiftCardNotUsable, ValueTooLow.
        """
        row = self._row(code)
        if row[4] is not None and row[4] < day.isoformat():
            raise GiftCardNotUsable(row[1], "code_expired")
        if row[5] <= 0:
            raise GiftCardNotUsable(row[1], "used_up")
        if row[5] < amount_minor:
            raise ValueTooLow(TenderKind.GIFT_CARD.value, amount_minor, row[5])
        return row

    def _row(self, code: str) -> Row:
        plain = cleaned(code)
        row = None
        if kind_of(plain) is CodeKind.GIFT:
            row = stored.gift_card(self._desk.database, plain)
        if row is None:
            raise GiftCardUnknown(plain[:40])
        return row

    def _issued(self, draft: TakingDraft, until: date | None) -> LedgerRows:
        code = gift_code(secrets.randbelow(DRAWN_LIMIT))
        while stored.gift_card(self._desk.database, code) is not None:
            code = gift_code(secrets.randbelow(DRAWN_LIMIT))
        rows, at, card_id = LedgerRows(), stamp(self._desk), new_id()
        rows.add(
            "gift_card",
            card_id,
            code,
            draft.amount_minor,
            at.day,
            None if until is None else until.isoformat(),
        )
        add_gift_entry(rows, card_id, at, ("issue", draft.amount_minor), taking_id=draft.taking_id)
        return rows

    def _ended(self, draft: TakingDraft, card: Row) -> LedgerRows:
        rows = LedgerRows()
        add_gift_entry(
            rows,
            card[0],
            stamp(self._desk),
            ("refund", draft.amount_minor),
            taking_id=draft.taking_id,
            reason=draft.reason,
        )
        return rows

    def _sold(self, taking: Taking) -> GiftSold:
        code = stored.gift_card_of_taking(self._desk.database, taking.taking_id.bytes)
        assert code is not None
        return GiftSold(taking, self.find(code))

    def _told(self, row: Row) -> GiftCard:
        expires_on = None if row[4] is None else date.fromisoformat(row[4])
        state = GiftCardState.ACTIVE
        if row[5] <= 0:
            state = GiftCardState.USED_UP
        elif expires_on is not None and expires_on < self._desk.today():
            state = GiftCardState.EXPIRED
        return GiftCard(row[1], row[2], row[5], date.fromisoformat(row[3]), expires_on, state)


def add_gift_entry(
    rows: LedgerRows,
    card_id: bytes,
    at: Stamp,
    what: tuple[str, int],
    *,
    sale_id: UUID | None = None,
    taking_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Add an entry (kind, minor units) of a gift card."""
    rows.add(
        "gift_entry",
        new_id(),
        None if sale_id is None else sale_id.bytes,
        None if taking_id is None else taking_id.bytes,
        card_id,
        *what,
        reason,
        *at.row,
    )
