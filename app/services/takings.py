"""Money taken or paid back outside a sale: once, durably, sealed, in the drawer's session."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from app.errors import (
    AmountTooLarge,
    StorageFailed,
    TakingIdTaken,
    TenderInvalid,
    TendersOver,
    TendersShort,
)
from app.models import accounts as stored_accounts
from app.models import ledgers as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.desk import Desk, audit
from app.services.ids import uuid7
from app.services.rules.days import from_millis, to_millis
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.powers import Power
from app.services.rules.tenders import Tender, TenderKind
from app.services.seals import ENTRY_TABLES, SealChain, entry_form, taking_form
from app.services.sessions import session_of
from app.services.tender_checks import noted
from app.services.texts import checked_text

T = TypeVar("T")
MONEY = frozenset(
    {
        TenderKind.CASH,
        TenderKind.BANK_CARD,
        TenderKind.WECHAT,
        TenderKind.ALIPAY,
        TenderKind.OTHER,
    }
)

# Whoever takes these names the amount; of the others the scheme or the ledger says it, and may
# say another by the time of a repeat.
_NAMED = frozenset({"top_up", "gift_card", "deposit"})


@dataclass(frozen=True, slots=True)
class Taking:
    """Money that moved outside a sale; below zero it was paid out, tenders too.

    `subject` says for what: the id of a plan, a pass template, a gift card's code.
    """

    taking_id: UUID
    kind: str
    subject: str
    member_id: UUID | None
    taken_at: datetime
    business_date: date
    amount_minor: int
    change_due_minor: int
    tenders: tuple[Tender, ...]


@dataclass(frozen=True, slots=True)
class TakingDraft:
    """What is to be taken; below zero it is paid out, by the same kinds of tender.

    `before_minor` is what the same person paid out of the same money before, so that no limit
    is passed in pieces; `origin` whose money it is: a deposit, card, pass or member, by id.
    """

    taking_id: UUID
    kind: str
    amount_minor: int
    tenders: tuple[Tender, ...]
    subject: str = ""
    member_id: UUID | None = None
    reason: str = ""
    before_minor: int = 0
    origin: bytes = b""

    @property
    def fingerprint(self) -> str:
        """Tells a repeat from another taking under the same id."""
        member = "" if self.member_id is None else self.member_id.hex
        parts = [self.kind, self.subject, member]
        parts += [f"{t.kind.value} {t.amount_minor} {t.reference!r}" for t in self.tenders]
        return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who posts an entry, when, on which business day: the last columns of every ledger."""

    staff_id: bytes
    at_ms: int
    day: str

    @property
    def row(self) -> tuple[bytes, int, str]:
        """As columns."""
        return self.staff_id, self.at_ms, self.day


def stamp(desk: Desk) -> Stamp:
    """Now, at this desk."""
    now = desk.now()
    return Stamp(desk.staff.staff_id.bytes, to_millis(now), desk.business_date(now).isoformat())


class Takings:
    """Records takings for the services of wallets, gift cards, passes and plans."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def once(self, draft: TakingDraft, rows: Callable[[], LedgerRows]) -> Taking:
        """Record a taking with its ledger rows in one transaction; a repeat returns the first.

        `rows` is asked inside the transaction, and not for a repeat. Raises TakingIdTaken,
        TenderInvalid, TendersShort, TendersOver, AmountTooLarge, and what `rows` raises.
        """
        kept = replace(draft, tenders=tuple(map(noted, draft.tenders)))
        return self.durable(draft.taking_id, lambda: self._once(kept, rows))

    def durable(self, taking_id: UUID, work: Callable[[], T]) -> T:
        """Run `work`, which records this taking or finds it recorded, in one transaction.

        After an I/O error it runs once more where the taking is on the disk after all.
        """
        try:
            return self._desk.transaction(work)
        except StorageFailed:
            if self.by_id(taking_id) is None:
                raise
            self._desk.database.settle()
            return self._desk.transaction(work)

    def first(self, draft: TakingDraft) -> Taking | None:
        """The taking recorded under this id before. Raises TakingIdTaken where it is another."""
        row = stored.taking(self._desk.database, draft.taking_id.bytes)
        if row is None:
            return None
        member_id = None if draft.member_id is None else draft.member_id.bytes
        if (row[5], row[11]) != (member_id, draft.subject):
            raise TakingIdTaken
        return self._read(row)

    def by_id(self, taking_id: UUID) -> Taking | None:
        """The taking with this id, or None."""
        row = stored.taking(self._desk.database, taking_id.bytes)
        return None if row is None else self._read(row)

    def _leave(self, draft: TakingDraft) -> UUID | None:
        """Who agreed that it is paid out; cash for what was no cash needs leave of its own, as
        it does where goods come back. Raises NeedsApproval."""
        desk = self._desk
        approver = desk.require(Power.REFUND, draft.amount_minor - draft.before_minor)
        cash = -sum(t.amount_minor for t in draft.tenders if t.kind is TenderKind.CASH)
        if approver is not None or not draft.origin or desk.may(Power.PAY_OUT, cash):
            return approver
        came = max(0, stored.cash_behind(desk.database, draft.kind, draft.origin))
        return desk.require(Power.PAY_OUT, cash - came) if cash > came else None

    def _once(self, draft: TakingDraft, rows: Callable[[], LedgerRows]) -> Taking:
        desk = self._desk
        first = stored.taking(desk.database, draft.taking_id.bytes)
        if first is not None:
            other = draft.kind in _NAMED and first[8] != draft.amount_minor
            if other or first[13] != draft.fingerprint:
                raise TakingIdTaken
            return self._read(first)
        if draft.amount_minor < 0:
            approver = self._leave(draft)
            paid_minor = -draft.amount_minor
            audit(desk, "value.paid_out", draft.taking_id, approved_by=approver, amount=paid_minor)
        change = change_due_minor(draft.amount_minor, draft.tenders)
        now = desk.now()
        day = desk.business_date(now)
        ledger = rows()
        for position, tender in enumerate(draft.tenders, 1):
            ledger.add(
                "taking_tender",
                draft.taking_id.bytes,
                position,
                tender.kind.value,
                tender.amount_minor,
                tender.reference,
            )
        row: Row = (
            draft.taking_id.bytes,
            draft.kind,
            desk.till.till_id.bytes,
            session_of(desk, day, now).bytes,
            desk.staff.staff_id.bytes,
            None if draft.member_id is None else draft.member_id.bytes,
            to_millis(now),
            day.isoformat(),
            draft.amount_minor,
            change,
            desk.scheme.version,
            draft.subject,
            draft.reason,
            draft.fingerprint,
        )
        ledger.add("taking", *row)
        stored.insert(desk.database, ledger)
        keep_accounts(desk, ledger)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("taking", draft.taking_id.bytes, taking_form(row, ledger.tables))
        chain.write()
        return self._read(row)

    def _read(self, row: Row) -> Taking:
        desk = self._desk
        return Taking(
            taking_id=UUID(bytes=row[0]),
            kind=row[1],
            subject=row[11],
            member_id=None if row[5] is None else UUID(bytes=row[5]),
            taken_at=from_millis(row[6], desk.zone),
            business_date=date.fromisoformat(row[7]),
            amount_minor=row[8],
            change_due_minor=row[9],
            tenders=tuple(
                Tender(TenderKind(kind), amount, reference)
                for _, _, kind, amount, reference in stored.taking_tenders(desk.database, row[0])
            ),
        )


def change_due_minor(amount_minor: int, tenders: tuple[Tender, ...]) -> int:
    """The change that tenders give on an amount; only cash gives any.

    Raises TenderInvalid for one that is no money, TendersShort, TendersOver, AmountTooLarge.
    """
    if abs(amount_minor) > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    for tender in tenders:
        if tender.kind not in MONEY:
            raise TenderInvalid(tender.kind.value, "not_for_value")
        if abs(tender.amount_minor) > AMOUNT_LIMIT_MINOR:
            raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
        if tender.amount_minor == 0 or (tender.amount_minor > 0) != (amount_minor > 0):
            raise TenderInvalid(tender.kind.value, "not_an_amount")
    over = sum(tender.amount_minor for tender in tenders) - amount_minor
    if amount_minor < 0:
        if over:
            raise TendersOver(abs(over))
        return 0
    if over < 0:
        raise TendersShort(-over)
    cash = sum(t.amount_minor for t in tenders if t.kind is TenderKind.CASH)
    if over > cash:
        raise TendersOver(over - cash)
    return over


def paid_out(kind: TenderKind, amount_minor: int) -> tuple[Tender, ...]:
    """The tender that pays an amount out; none where there is nothing to pay."""
    return (Tender(kind, -amount_minor),) if amount_minor else ()


def keep_accounts(desk: Desk, ledger: LedgerRows) -> None:
    """Keep stored balances in step with entries of wallets, credit and debts just appended."""
    for row in ledger.of("account_entry"):
        stored_accounts.add_owed(desk.database, row[4], row[6])
    sums: dict[bytes, list[int]] = {}
    for row in ledger.of("stored_value_entry"):
        held = sums.setdefault(row[3], [0, 0, 0])
        held[0] += row[5]
        held[1] += row[6]
    for row in ledger.of("store_credit_entry"):
        sums.setdefault(row[3], [0, 0, 0])[2] += row[5]
    for member_id, (principal, bonus, credit) in sums.items():
        stored.add_to_account(
            desk.database,
            member_id,
            principal_minor=principal,
            bonus_minor=bonus,
            credit_minor=credit,
        )


def post(desk: Desk, ledger: LedgerRows) -> None:
    """Append rows that belong to no sale and no taking, inside the caller's transaction.

    Keeps stored balances in step, and seals each entry that moved money.
    """
    stored.insert(desk.database, ledger)
    keep_accounts(desk, ledger)
    chain = SealChain(desk.database, desk.till.till_id.bytes)
    for kind, table in ENTRY_TABLES.items():
        for row in ledger.of(table):
            chain.add(kind, row[0], entry_form(kind, row))
    chain.write()


def new_id() -> bytes:
    """An id for one more row."""
    return uuid7().bytes


def checked_reason(text: str, *, required: bool = True) -> str:
    """A reason as staff typed it. Raises FieldInvalid."""
    return checked_text("reason", text, 200, required=required)
