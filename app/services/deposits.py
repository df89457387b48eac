"""Deposits (订金): money taken for a basket, or for something to come; a liability until then.

A deposit is no revenue and earns nothing. It pays a later sale as a tender, and what that leaves
is given back. While the basket it was taken for is parked it pays no other; it belongs to none for
good: a basket that is thrown away, or swapped for another, leaves it open.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import (
    DepositClosed,
    DepositHeld,
    DepositUnknown,
    FieldInvalid,
    TakingIdTaken,
    ValueTooLow,
)
from app.models import accounts as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.cart_json import load_cart
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.rules.cart import Cart, LaidDeposit
from app.services.rules.days import from_millis
from app.services.rules.deposits import deposit_number, read_deposit_number
from app.services.rules.powers import Power
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import (
    Stamp,
    Taking,
    TakingDraft,
    Takings,
    checked_reason,
    new_id,
    paid_out,
    post,
    stamp,
)
from app.services.texts import LABEL_LENGTH, checked_text

if TYPE_CHECKING:
    from app.services.checkout import Checkout


@dataclass(frozen=True, slots=True)
class Deposit:
    """A deposit as it stands. `member` is (number, name), empty where it is nobody's.

    `held_id` is the parked basket that it was laid on, if it is still parked.
    """

    deposit_id: UUID
    number: str
    member_id: UUID | None
    member: tuple[str, str]
    note: str
    made_at: datetime
    paid_minor: int
    left_minor: int
    held_id: UUID | None = None

    @property
    def laid(self) -> LaidDeposit:
        """As a basket carries it."""
        number = read_deposit_number(self.number)
        assert number is not None
        return LaidDeposit(self.deposit_id, number, self.left_minor, self.member_id)


@dataclass(frozen=True, slots=True)
class DepositDone:
    """A deposit just taken, given back or forfeited, and the money that moved, if any."""

    deposit: Deposit
    taking: Taking | None
    moved_minor: int


@dataclass(frozen=True, slots=True)
class DepositDraft:
    """A deposit to be taken. With a `cart` the basket is parked with it in the same moment."""

    op_id: UUID
    amount_minor: int
    tenders: tuple[Tender, ...]
    member_id: UUID | None = None
    note: str = ""
    cart: Cart | None = None


class Deposits:
    """Takes deposits and gives them back."""

    def __init__(self, desk: Desk, takings: Takings, checkout: "Checkout | None" = None) -> None:
        self._desk = desk
        self._takings = takings
        self._checkout = checkout

    def take(self, draft: DepositDraft) -> DepositDone:
        """Take a deposit; a repeated `op_id` takes it once, and parks its basket once.

        Without a basket and without a member the note must say what it is for. Raises
        FieldInvalid, CartEmpty, and as `Takings.once`.
        """
        member_id = draft.member_id
        if draft.cart is not None and draft.cart.member is not None:
            member_id = draft.cart.member.member_id
        needed = draft.cart is None and member_id is None
        note = checked_text("note", draft.note, LABEL_LENGTH, required=needed)
        if draft.amount_minor <= 0:
            raise FieldInvalid("amount", "negative" if draft.amount_minor else "zero")
        draft = replace(draft, member_id=member_id, note=note)
        return self._takings.durable(draft.op_id, lambda: self._taken(draft))

    def give_back(
        self,
        op_id: UUID,
        number: str,
        reason: str = "",
        *,
        amount_minor: int | None = None,
        kind: TenderKind = TenderKind.CASH,
    ) -> DepositDone:
        """Pay back what is left of a deposit, or a part; a repeated `op_id` pays once.

        Raises DepositUnknown, DepositClosed, ValueTooLow, FieldInvalid, TakingIdTaken.
        """
        why = checked_reason(reason, required=False)

        def work() -> DepositDone:
            deposit = self.find(number)
            first = self._takings.by_id(op_id)
            if first is None:
                amount = self._payable(deposit, amount_minor)
            else:
                # Nothing is left any more: whoever asks for "all of it" again asks for the same.
                amount = -first.amount_minor if amount_minor is None else amount_minor
            desk, key = self._desk, deposit.deposit_id.bytes
            before = stored.deposit_returned(desk.database, key, desk.staff.staff_id.bytes)
            draft = TakingDraft(
                op_id, "deposit_refund", -amount, paid_out(kind, amount), deposit.number,
                deposit.member_id, why, before, key,
            )  # fmt: skip
            taking = self._takings.once(draft, lambda: self._returned(draft, deposit))
            return DepositDone(self.find(number), taking, taking.amount_minor)

        return self._takings.durable(op_id, work)

    def forfeit(
        self, op_id: UUID, number: str, reason: str, approval: Approval | None = None
    ) -> DepositDone:
        """Keep what is left of a deposit for good; a repeated `op_id` does it once.

        Raises DepositUnknown, DepositClosed, FieldInvalid, NeedsApproval, TakingIdTaken.
        """
        why = checked_reason(reason)

        def work() -> DepositDone:
            deposit, key = self.find(number), op_id.bytes
            first = stored.deposit_entry(self._desk.database, key)
            if first is not None:
                if first[:2] != (deposit.deposit_id.bytes, "forfeited"):
                    raise TakingIdTaken
                return DepositDone(deposit, None, first[2])
            left = self._payable(deposit, None)
            approver = self._desk.require(Power.WRITE_OFF, left, approval)
            rows = LedgerRows()
            what = ("forfeited", -left, why)
            add_deposit_entry(rows, deposit.deposit_id.bytes, stamp(self._desk), what, entry_id=key)
            post(self._desk, rows)
            audit(
                self._desk, "deposit.forfeited", deposit.deposit_id, approved_by=approver,
                why=why, before=left, after=0,
            )  # fmt: skip
            return DepositDone(self.find(number), None, -left)

        return self._desk.transaction(work)

    @reading
    def open(self) -> tuple[Deposit, ...]:
        """Every deposit of which something is left, oldest first."""
        held = self._held_by_deposit()
        found = map(self._told, stored.open_deposits(self._desk.database))
        return tuple(replace(each, held_id=held.get(each.deposit_id)) for each in found)

    @reading
    def of_member(self, member_id: UUID) -> tuple[Deposit, ...]:
        """A member's open deposits, oldest first."""
        held = self._held_by_deposit()
        found = map(self._told, stored.deposits_of(self._desk.database, member_id.bytes))
        return tuple(replace(each, held_id=held.get(each.deposit_id)) for each in found)

    @reading
    def find(self, text: str) -> Deposit:
        """The deposit with this number. Raises DepositUnknown."""
        number = read_deposit_number(text)
        row = None
        if number is not None:
            row = stored.deposit_by_number(self._desk.database, number)
        if row is None:
            raise DepositUnknown(text.strip()[:40])
        return self._told(row)

    def spending(self, number: str, amount_minor: int) -> Deposit:
        """The deposit that pays `amount_minor`. Raises DepositUnknown, DepositClosed,
        ValueTooLow, DepositHeld."""
        deposit = self.find(number)
        self._payable(deposit, amount_minor)
        # A basket that was recalled is parked no more: what is found here is another's.
        for row in stored_sales.held_sales(self._desk.database):
            if any(laid.deposit_id == deposit.deposit_id for laid in load_cart(row[3]).deposits):
                raise DepositHeld(deposit.number, row[1])
        return deposit

    def _payable(self, deposit: Deposit, amount_minor: int | None) -> int:
        left = deposit.left_minor
        if left <= 0:
            raise DepositClosed(deposit.number)
        wanted = left if amount_minor is None else amount_minor
        if wanted <= 0:
            raise FieldInvalid("amount", "negative" if wanted else "zero")
        if wanted > left:
            raise ValueTooLow(TenderKind.DEPOSIT.value, wanted, left)
        return wanted

    def _taken(self, draft: DepositDraft) -> DepositDone:
        database = self._desk.database
        if self._takings.by_id(draft.op_id) is None:
            number = stored.last_deposit_number(database) + 1
            deposit_id = uuid7()
        else:
            key = stored.deposit_of_taking(database, draft.op_id.bytes)
            row = None if key is None else stored.deposit_by_id(database, key)
            if row is None:
                raise TakingIdTaken
            deposit_id, number = UUID(bytes=row[0]), row[1]
        # What the basket is called is no part of what was paid: the number is.
        taking_draft = TakingDraft(
            draft.op_id, "deposit", draft.amount_minor, draft.tenders, deposit_number(number),
            draft.member_id, draft.note,
        )  # fmt: skip
        taking = self._takings.once(taking_draft, lambda: self._begun(draft, deposit_id, number))
        return DepositDone(self.find(deposit_number(number)), taking, taking.amount_minor)

    def _begun(self, draft: DepositDraft, deposit_id: UUID, number: int) -> LedgerRows:
        """The rows of a new deposit; its basket is parked beside them."""
        held_id = None
        if draft.cart is not None and self._checkout is not None:
            laid = LaidDeposit(deposit_id, number, draft.amount_minor, draft.member_id)
            cart = replace(draft.cart, deposits=(*draft.cart.deposits, laid))
            held_id = self._checkout.hold(cart, draft.note)
        rows, at = LedgerRows(), stamp(self._desk)
        rows.add(
            "deposit",
            deposit_id.bytes,
            number,
            None if draft.member_id is None else draft.member_id.bytes,
            None if held_id is None else held_id.bytes,
            draft.note,
            at.at_ms,
        )
        what = ("paid", draft.amount_minor, "")
        add_deposit_entry(rows, deposit_id.bytes, at, what, taking_id=draft.op_id.bytes)
        return rows

    def _returned(self, draft: TakingDraft, deposit: Deposit) -> LedgerRows:
        rows = LedgerRows()
        what = ("returned", draft.amount_minor, draft.reason)
        add_deposit_entry(
            rows, deposit.deposit_id.bytes, stamp(self._desk), what,
            taking_id=draft.taking_id.bytes,
        )  # fmt: skip
        return rows

    def _held_by_deposit(self) -> dict[UUID, UUID]:
        """Which parked basket carries which deposit."""
        return {
            laid.deposit_id: UUID(bytes=row[0])
            for row in stored_sales.held_sales(self._desk.database)
            for laid in load_cart(row[3]).deposits
        }

    def _told(self, row: Row) -> Deposit:
        deposit_id, number, member_id, member_number, name, note, made_at, paid, left = row
        return Deposit(
            UUID(bytes=deposit_id),
            deposit_number(number),
            None if member_id is None else UUID(bytes=member_id),
            (member_number, name),
            note,
            from_millis(made_at, self._desk.zone),
            paid,
            left,
        )


def laid_now(desk: Desk, deposits: tuple[LaidDeposit, ...]) -> tuple[LaidDeposit, ...]:
    """The deposits of a basket as they stand now, without those of which nothing is left."""
    rows = (stored.deposit_by_id(desk.database, laid.deposit_id.bytes) for laid in deposits)
    return tuple(
        LaidDeposit(
            UUID(bytes=row[0]), row[1], row[8], None if row[2] is None else UUID(bytes=row[2])
        )
        for row in rows
        if row is not None and row[8] > 0
    )


def add_deposit_entry(
    rows: LedgerRows,
    deposit_id: bytes,
    at: Stamp,
    what: tuple[str, int, str],
    *,
    entry_id: bytes | None = None,
    sale_id: bytes | None = None,
    taking_id: bytes | None = None,
    refund_id: bytes | None = None,
) -> None:
    """Add an entry (kind, amount, reason); above zero the shop holds more."""
    kind, amount, reason = what
    rows.add(
        "deposit_entry",
        entry_id or new_id(),
        sale_id,
        taking_id,
        refund_id,
        deposit_id,
        kind,
        amount,
        reason,
        *at.row,
    )
