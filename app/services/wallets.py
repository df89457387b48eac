"""Wallets (储值): charged, spent lot by lot, closed. A top-up is a liability, never revenue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.errors import FieldInvalid, NotOffered, ValueTooLow, WalletCapReached, WalletEmpty
from app.models import standing as stored_standing
from app.models import wallets as stored
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.buyers import buyer
from app.services.desk import Desk
from app.services.rules.scheme.value import SpendOrder, TopUpOffer, WalletTerms
from app.services.rules.tenders import Tender, TenderKind
from app.services.rules.wallets import (
    WalletLot,
    WalletPart,
    close,
    instalments,
    offer_for,
    room_minor,
    spend,
    wallet_minor,
)
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


@dataclass(frozen=True, slots=True)
class TopUp:
    """A top-up: what was paid, the bonus at once, and the instalments to come."""

    taking: Taking
    principal_minor: int
    bonus_minor: int
    promised: tuple[tuple[date, int], ...]
    balance_minor: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed wallet (退卡): what was paid out and what became void, in minor units."""

    taking: Taking
    paid_minor: int
    voided_minor: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What a tender takes from a wallet, and from which lots."""

    principal_minor: int
    bonus_minor: int
    parts: tuple[WalletPart, ...]


class Wallets:
    """Money kept for members, principal and bonus apart."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._takings = takings

    def offer(self, amount_minor: int) -> TopUpOffer | None:
        """What charging that much brings; None for no bonus. Raises NotOffered."""
        return offer_for(amount_minor, self._terms())

    def top_up(
        self,
        op_id: UUID,
        member_id: UUID,
        amount_minor: int,
        tenders: tuple[Tender, ...],
    ) -> TopUp:
        """Charge a member's wallet; a repeated `op_id` charges once.

        Raises NotOffered, WalletCapReached, FieldInvalid, MemberUnknown, MemberFrozen,
        MemberArchived, and as `Takings.once`.
        """
        if amount_minor <= 0:
            raise FieldInvalid("amount", "negative" if amount_minor else "zero")
        draft = TakingDraft(op_id, "top_up", amount_minor, tenders, "", member_id)
        taking = self._takings.once(draft, lambda: self._charged(draft))
        return self._told(taking)

    def close(
        self, op_id: UUID, member_id: UUID, reason: str, kind: TenderKind = TenderKind.CASH
    ) -> Closed:
        """Pay out what is left of the principal and void the bonus; a repeat pays once.

        Instalments still to come are dropped. Raises WalletEmpty, FieldInvalid.
        """
        why = checked_reason(reason)

        def work() -> Closed:
            first = self._takings.by_id(op_id)
            self._desk.before_spending(member_id)
            lots = () if first is not None else self.lots(member_id)
            closing = close(lots)
            paid = closing.paid_minor if first is None else -first.amount_minor
            if first is None and not closing.parts:
                row = stored_standing.person(self._desk.database, member_id.bytes)
                raise WalletEmpty("" if row is None else row[0])
            draft = TakingDraft(
                op_id, "wallet_close", -paid, paid_out(kind, paid), "", member_id, why,
                origin=member_id.bytes,
            )  # fmt: skip
            taking = self._takings.once(draft, lambda: self._emptied(draft, closing.parts))
            entry = stored.entry_of_taking(self._desk.database, op_id.bytes)
            assert entry is not None
            return Closed(taking, -entry[0], -entry[1])

        return self._takings.durable(op_id, work)

    @reading
    def lots(self, member_id: UUID) -> tuple[WalletLot, ...]:
        """What is left of each top-up."""
        return tuple(
            WalletLot(
                UUID(bytes=lot_id),
                date.fromisoformat(opened_on),
                principal,
                bonus,
                None if expires_on is None else date.fromisoformat(expires_on),
            )
            for lot_id, opened_on, principal, bonus, expires_on in stored.lots(
                self._desk.database, member_id.bytes
            )
        )

    def held_minor(self, member_id: UUID, day: date | None = None) -> int:
        """What the wallet can pay on a business day, else today: lapsed bonus is left out."""
        return wallet_minor(self.lots(member_id), day or self._desk.today())

    def spending(self, member_id: UUID, amount_minor: int, day: date) -> Spent:
        """Where a tender of that amount would come from. Raises ValueTooLow.

        What was paid in can be spent under every scheme, one without wallets too.
        """
        lots = self.lots(member_id)
        held = wallet_minor(lots, day)
        if held < amount_minor:
            raise ValueTooLow(TenderKind.STORED_VALUE.value, amount_minor, held)
        terms = self._desk.scheme.wallet
        order = SpendOrder.PRO_RATA if terms is None else terms.order
        parts = spend(amount_minor, lots, order, day)
        return Spent(
            sum(part.principal_minor for part in parts),
            sum(part.bonus_minor for part in parts),
            parts,
        )

    def _terms(self) -> WalletTerms:
        terms = self._desk.scheme.wallet
        if terms is None:
            raise NotOffered("wallet")
        return terms

    def _charged(self, draft: TakingDraft) -> LedgerRows:
        """The rows of a top-up, its bonus and its instalments."""
        terms, member_id, amount = self._terms(), draft.member_id, draft.amount_minor
        assert member_id is not None
        buyer(self._desk, member_id)
        day = self._desk.today()
        promised = stored.promised(self._desk.database, member_id.bytes)
        room = room_minor(
            amount, self.held_minor(member_id, day), sum(row[3] for row in promised), terms
        )
        if room is not None:
            raise WalletCapReached(terms.cap_minor, room)
        offer = offer_for(amount, terms)
        parts = instalments(offer, day, terms) if offer is not None else ()
        now = [part for part in parts if part.day == day]
        bonus, until = (now[0].bonus_minor, now[0].until) if now else (0, None)
        rows, at = LedgerRows(), stamp(self._desk)
        add_credit(
            rows, member_id, at, ("top_up", amount, bonus), until=until, taking_id=draft.taking_id
        )
        for number, part in enumerate(parts, 1):
            if part.day > day:
                rows.add(
                    "bonus_instalment",
                    draft.taking_id.bytes,
                    number,
                    member_id.bytes,
                    part.day.isoformat(),
                    part.bonus_minor,
                )
        return rows

    def _emptied(self, draft: TakingDraft, parts: Sequence[WalletPart]) -> LedgerRows:
        """The rows that take everything out of a wallet, and drop what was promised."""
        assert draft.member_id is not None
        rows, at = LedgerRows(), stamp(self._desk)
        add_spending(
            rows, draft.member_id, at, ("close", draft.reason), parts, taking_id=draft.taking_id
        )
        for taking_id, number, _, _ in stored.promised(self._desk.database, draft.member_id.bytes):
            rows.add("bonus_instalment_end", taking_id, number, "void", None, at.at_ms)
        return rows

    def _told(self, taking: Taking) -> TopUp:
        entry = stored.entry_of_taking(self._desk.database, taking.taking_id.bytes)
        assert entry is not None
        assert taking.member_id is not None
        return TopUp(
            taking,
            entry[0],
            entry[1],
            tuple(
                (date.fromisoformat(due_on), minor)
                for due_on, minor in stored.instalments_of(
                    self._desk.database, taking.taking_id.bytes
                )
            ),
            self.held_minor(taking.member_id),
        )


def add_credit(
    rows: LedgerRows,
    member_id: UUID,
    at: Stamp,
    what: tuple[str, int, int],
    *,
    until: date | None = None,
    taking_id: UUID | None = None,
    reason: str = "",
) -> bytes:
    """Add an entry (kind, principal, bonus) that opens a lot; the entry's id."""
    kind, principal, bonus = what
    entry_id = new_id()
    taking = None if taking_id is None else taking_id.bytes
    rows.add(
        "stored_value_entry",
        entry_id,
        None,
        taking,
        member_id.bytes,
        kind,
        principal,
        bonus,
        reason,
        *at.row,
    )
    rows.add(
        "stored_value_lot",
        new_id(),
        member_id.bytes,
        entry_id,
        principal,
        bonus,
        at.day,
        until.isoformat() if until is not None and bonus else None,
    )
    return entry_id


def add_spending(
    rows: LedgerRows,
    member_id: UUID,
    at: Stamp,
    what: tuple[str, str],
    parts: Sequence[WalletPart],
    *,
    sale_id: UUID | None = None,
    taking_id: UUID | None = None,
) -> bytes:
    """Add an entry (kind, reason) that draws on lots; the entry's id."""
    kind, reason = what
    entry_id = new_id()
    rows.add(
        "stored_value_entry",
        entry_id,
        None if sale_id is None else sale_id.bytes,
        None if taking_id is None else taking_id.bytes,
        member_id.bytes,
        kind,
        -sum(part.principal_minor for part in parts),
        -sum(part.bonus_minor for part in parts),
        reason,
        *at.row,
    )
    for part in parts:
        rows.add(
            "stored_value_allocation",
            entry_id,
            part.lot_id.bytes,
            -part.principal_minor,
            -part.bonus_minor,
        )
    return entry_id
