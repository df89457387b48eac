"""Buying on account (赊账): what members owe, how far they may, repaying, writing off.

What is bought on account earns its points at once: the sale is final and the goods are gone, and
points at each repayment would fall under another scheme, tier and day than the sale's.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import AccountNotOffered, FieldInvalid, MemberUnknown, OwesLess, TakingIdTaken
from app.models import accounts as stored
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.desk import Approval, Desk, audit
from app.services.rules.accounts import Aged, aged
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.powers import Power
from app.services.rules.tenders import Tender
from app.services.takings import (
    Stamp,
    Taking,
    TakingDraft,
    Takings,
    checked_reason,
    new_id,
    post,
    stamp,
)


@dataclass(frozen=True, slots=True)
class AccountHeld:
    """A member's account. `owed_minor` below zero is what the shop owes them.

    `limit_minor` is how far they may go, 0 where nothing is sold to them on account;
    `own_limit` says that it is theirs and not the shop's.
    """

    member_id: UUID
    number: str
    name: str
    limit_minor: int
    owed_minor: int
    own_limit: bool

    @property
    def free_minor(self) -> int:
        """What they may still buy on account."""
        return max(0, self.limit_minor - self.owed_minor)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One entry of an account, with what was owed after it.

    `kind` is "charge", "repay", "refund", "write_off" or "adjust".
    """

    at: datetime
    kind: str
    amount_minor: int
    owed_after_minor: int
    reason: str = ""
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class Debtor:
    """Someone who owes, how much and since when."""

    held: AccountHeld
    phone: str
    aged: Aged


@dataclass(frozen=True, slots=True)
class Repaid:
    """A repayment, and what is owed before and after it."""

    taking: Taking
    before_minor: int
    after_minor: int


class Accounts:
    """What members owe the shop."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._takings = takings

    @reading
    def owed(self, member_id: UUID) -> AccountHeld:
        """A member's account now. Raises MemberUnknown."""
        row = stored.account(self._desk.database, member_id.bytes)
        if row is None:
            raise MemberUnknown("")
        return self._held(member_id, *row)

    @reading
    def aged(self, member_id: UUID) -> Aged:
        """How old what a member owes is."""
        moves = stored.account_moves(self._desk.database, member_id.bytes)
        return aged(
            ((date.fromisoformat(day), amount) for day, amount in moves), self._desk.today()
        )

    @reading
    def entries(self, member_id: UUID, limit: int = 100) -> tuple[AccountRow, ...]:
        """The last entries of an account, newest first."""
        balance = self.owed(member_id).owed_minor
        rows = []
        for at_ms, _, kind, amount, reason, till, sequence in stored.account_entries(
            self._desk.database, member_id.bytes, limit
        ):
            number = "" if till is None else receipt_number(till, sequence)
            at = from_millis(at_ms, self._desk.zone)
            rows.append(AccountRow(at, kind, amount, balance, reason, number))
            balance -= amount
        return tuple(rows)

    @reading
    def debtors(self) -> tuple[Debtor, ...]:
        """All who owe something or are owed, who owes most first."""
        found = []
        for member_id, number, name, phone, limit, owed in stored.debtors(self._desk.database):
            held = self._held(UUID(bytes=member_id), number, name, limit, owed)
            found.append(Debtor(held, phone, self.aged(held.member_id)))
        return tuple(found)

    def set_limit(
        self, member_id: UUID, limit_minor: int | None, approval: Approval | None = None
    ) -> AccountHeld:
        """Let a member owe up to `limit_minor`; 0 is nothing, None what the shop allows all.

        Raises FieldInvalid, MemberUnknown, NeedsApproval.
        """
        if limit_minor is not None and not 0 <= limit_minor <= AMOUNT_LIMIT_MINOR:
            raise FieldInvalid("limit", "negative" if limit_minor < 0 else "out_of_range")
        return self._desk.transaction(lambda: self._limited(member_id, limit_minor, approval))

    def repay(
        self,
        taking_id: UUID,
        member_id: UUID,
        tenders: tuple[Tender, ...],
        amount_minor: int | None = None,
    ) -> Repaid:
        """Take a repayment; a repeated `taking_id` takes it once.

        `amount_minor` None is what the tenders come to, at most all that is owed: cash past it
        is change. Raises OwesLess, MemberUnknown, FieldInvalid, and as `Takings.once`.
        """

        def work() -> Repaid:
            first = self._takings.by_id(taking_id)
            if first is None:
                amount = self._repayable(member_id, tenders, amount_minor)
                paid = tenders
            else:
                # Nothing is owed any more: whoever pays "all of it" again pays by nothing.
                amount, paid = first.amount_minor, tenders or first.tenders
                if amount_minor not in (None, amount):
                    raise TakingIdTaken
            draft = TakingDraft(taking_id, "repayment", amount, paid, "", member_id)
            taking = self._takings.once(draft, lambda: self._repaid(draft))
            after = self.owed(member_id).owed_minor
            return Repaid(taking, after + taking.amount_minor, after)

        return self._takings.durable(taking_id, work)

    def write_off(
        self,
        op_id: UUID,
        member_id: UUID,
        amount_minor: int,
        reason: str,
        approval: Approval | None = None,
    ) -> AccountHeld:
        """Give up part or all of what a member owes; a repeated `op_id` does it once.

        The points of the sales stay. Raises OwesLess, FieldInvalid, MemberUnknown, NeedsApproval,
        TakingIdTaken.
        """
        why = checked_reason(reason)
        if amount_minor <= 0:
            raise FieldInvalid("amount", "negative" if amount_minor else "zero")

        def work() -> AccountHeld:
            first = stored.account_entry(self._desk.database, op_id.bytes)
            if first is not None:
                if first != (member_id.bytes, "write_off", -amount_minor):
                    raise TakingIdTaken
                return self.owed(member_id)
            held = self.owed(member_id)
            if amount_minor > held.owed_minor:
                raise OwesLess(held.number, max(0, held.owed_minor))
            approver = self._desk.require(Power.WRITE_OFF, amount_minor, approval)
            rows = LedgerRows()
            add_account_entry(
                rows, member_id, stamp(self._desk), ("write_off", -amount_minor, why),
                entry_id=op_id.bytes,
            )  # fmt: skip
            post(self._desk, rows)
            audit(
                self._desk, "account.write_off", member_id, approved_by=approver, why=why,
                before=held.owed_minor, after=held.owed_minor - amount_minor,
            )  # fmt: skip
            return self.owed(member_id)

        return self._desk.transaction(work)

    def charging(
        self, member_id: UUID, amount_minor: int, approval: Approval | None = None
    ) -> UUID | None:
        """Whether a sale may be charged that much, inside its transaction; who let it past the
        limit. Raises AccountNotOffered, NeedsApproval."""
        held = self.owed(member_id)
        if not held.limit_minor:
            raise AccountNotOffered(held.number)
        if amount_minor <= held.free_minor:
            return None
        approver = self._desk.require(Power.ON_ACCOUNT_OVER_LIMIT, 0, approval)
        audit(
            self._desk, "account.over_limit", member_id, approved_by=approver,
            limit=held.limit_minor, before=held.owed_minor, after=held.owed_minor + amount_minor,
        )  # fmt: skip
        return approver

    def _held(
        self, member_id: UUID, number: str, name: str, limit: int | None, owed: int
    ) -> AccountHeld:
        shops = self._desk.settings.account_limit_minor
        return AccountHeld(
            member_id, number, name, shops if limit is None else limit, owed, limit is not None
        )

    def _limited(
        self, member_id: UUID, limit_minor: int | None, approval: Approval | None
    ) -> AccountHeld:
        before = self.owed(member_id)
        approver = self._desk.require(Power.ON_ACCOUNT_OVER_LIMIT, 0, approval)
        stored.put_limit(self._desk.database, member_id.bytes, limit_minor)
        after = self.owed(member_id)
        audit(
            self._desk, "account.limit", member_id, approved_by=approver,
            before=before.limit_minor, after=after.limit_minor,
        )  # fmt: skip
        return after

    def _repayable(
        self, member_id: UUID, tenders: tuple[Tender, ...], amount_minor: int | None
    ) -> int:
        """What a repayment comes to."""
        held = self.owed(member_id)
        paid = sum(tender.amount_minor for tender in tenders)
        amount = min(paid, held.owed_minor) if amount_minor is None else amount_minor
        if held.owed_minor <= 0 or amount > held.owed_minor:
            raise OwesLess(held.number, max(0, held.owed_minor))
        if amount <= 0:
            raise FieldInvalid("amount", "negative" if amount else "zero")
        return amount

    def _repaid(self, draft: TakingDraft) -> LedgerRows:
        assert draft.member_id is not None
        rows = LedgerRows()
        what = ("repay", -draft.amount_minor, "")
        add_account_entry(
            rows, draft.member_id, stamp(self._desk), what, taking_id=draft.taking_id.bytes
        )
        return rows


def add_account_entry(
    rows: LedgerRows,
    member_id: UUID,
    at: Stamp,
    what: tuple[str, int, str],
    *,
    entry_id: bytes | None = None,
    sale_id: bytes | None = None,
    taking_id: bytes | None = None,
    refund_id: bytes | None = None,
) -> None:
    """Add an entry (kind, amount, reason); above zero the member owes more."""
    kind, amount, reason = what
    rows.add(
        "account_entry",
        entry_id or new_id(),
        sale_id,
        taking_id,
        refund_id,
        member_id.bytes,
        kind,
        amount,
        reason,
        *at.row,
    )
