"""Member cards: issued from the till's serials, found by a keyed code, replaced when lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.errors import CardForged, CardNotActive, CodeUnknown, MemberArchived, MemberUnknown
from app.models import audit as trail
from app.models import cards as stored
from app.models.cards import CardRow
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.rules.codes import CodeKind, cleaned, kind_of, member_code, member_serial
from app.services.rules.days import from_millis
from app.services.rules.powers import Power
from app.services.rules.shop_facts import CardFacts
from app.services.slips import only_stopped_now, was_before
from app.services.texts import checked_text

HOLDER_LENGTH = 120
_AT_ONCE = 200
_STOPPED = ("card.lost", "card.closed", "card.replaced")


class CardKind(StrEnum):
    """How a card is carried."""

    PRINTED = "printed"
    VIRTUAL = "virtual"
    COBRANDED = "cobranded"


class CardState(StrEnum):
    """Only an active card is accepted."""

    ACTIVE = "active"
    LOST = "lost"
    REPLACED = "replaced"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One card of a member. `holder` names the relative who carries it; `code` has 15 digits."""

    card_id: UUID
    member_id: UUID
    serial: int
    code: str
    kind: CardKind
    holder: str
    state: CardState
    issued_on: date
    state_on: date


class Cards:
    """Issues, finds and revokes member cards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- issuing ---------------------------------------------------------------

    def issue(
        self, member_id: UUID, kind: CardKind = CardKind.VIRTUAL, holder: str = ""
    ) -> MemberCard:
        """A new active card. Raises MemberUnknown, MemberArchived, FieldInvalid."""
        named = checked_text("holder", holder, HOLDER_LENGTH)
        return self._desk.transaction(lambda: self._issue(member_id, kind, named))

    def replace(self, card_id: UUID) -> MemberCard:
        """A new card in place of an active or lost one, which from now on says so.

        Raises CardNotActive where it was replaced or closed before, CodeUnknown, MemberArchived.
        """

        def work() -> MemberCard:
            old = self._row(card_id)
            if old.state not in (CardState.ACTIVE, CardState.LOST):
                raise _not_active(old)
            new = self._issue(UUID(bytes=old.member_id), CardKind(old.kind), old.holder)
            self._set_state(old, CardState.REPLACED, new.card_id)
            return new

        return self._desk.transaction(work)

    def _issue(self, member_id: UUID, kind: CardKind, holder: str) -> MemberCard:
        (row,) = self._issue_many([member_id.bytes], kind, holder)
        return self._card(row)

    def _issue_many(
        self, member_ids: Sequence[bytes], kind: CardKind, holder: str = ""
    ) -> list[CardRow]:
        """Active cards for live members. Runs inside the caller's transaction."""
        database = self._desk.database
        known = stored.holder_names(database, member_ids)
        for member_id in member_ids:
            if member_id not in known:
                raise MemberUnknown(str(UUID(bytes=member_id)))
            if known[member_id][3] == "archived":
                raise MemberArchived(known[member_id][1])
        serials = stored.draw_serials(database, self._desk.till.till_id.bytes, len(member_ids))
        now_ms, today = self._desk.now_ms(), self._desk.today().isoformat()
        rows = [
            CardRow(
                id=uuid7().bytes,
                member_id=member_id,
                serial=serial,
                code=member_code(serial, self._desk.card_key),
                kind=kind.value,
                holder=holder,
                state=CardState.ACTIVE.value,
                issued_at=now_ms,
                state_on=today,
                replaced_by=None,
            )
            for member_id, serial in zip(member_ids, serials, strict=True)
        ]
        stored.insert_cards(database, rows)
        return rows

    # --- states ----------------------------------------------------------------

    def report_lost(self, card_id: UUID) -> MemberCard:
        """Stop an active card that was lost. Raises CardNotActive, CodeUnknown."""
        return self._move(card_id, CardState.LOST, (CardState.ACTIVE,))

    def close(self, card_id: UUID) -> MemberCard:
        """Stop an active or lost card for good. Raises CardNotActive, CodeUnknown."""
        return self._move(card_id, CardState.CLOSED, (CardState.ACTIVE, CardState.LOST))

    def reactivate(self, card_id: UUID, *, approval: Approval | None = None) -> MemberCard:
        """Take a card back into use: found again, or an undo, which needs nobody's leave.

        A replaced card comes back only after the card in its place was stopped.
        Raises CardNotActive, CodeUnknown, NeedsApproval.
        """

        def work() -> MemberCard:
            row = self._row(card_id)
            if row.replaced_by is not None:
                instead = stored.card(self._desk.database, row.replaced_by)
                if instead is not None and instead.state != CardState.CLOSED:
                    raise _not_active(row)
            return self._free(row, approval)

        return self._desk.transaction(work)

    def undo_replace(self, card_id: UUID, *, approval: Approval | None = None) -> MemberCard:
        """Stop the card in place of this one, which is again what it was: in use, or lost.

        Raises CardNotActive where it was not replaced, CodeUnknown, NeedsApproval.
        """

        def work() -> MemberCard:
            row = self._row(card_id)
            if row.replaced_by is None:
                raise _not_active(row)
            instead = stored.card(self._desk.database, row.replaced_by)
            if instead is not None and instead.state != CardState.CLOSED:
                self._set_state(instead, CardState.CLOSED)
            newest = trail.newest_of(self._desk.database, row.id, ("card.replaced",))
            if newest is not None and was_before(newest[3]) == CardState.LOST:
                return self._set_state(row, CardState.LOST)
            return self._free(row, approval)

        return self._desk.transaction(work)

    def _free(self, row: CardRow, approval: Approval | None) -> MemberCard:
        desk, approver = self._desk, None
        stopped = row.state != CardState.ACTIVE
        if stopped and not only_stopped_now(desk, UUID(bytes=row.id), _STOPPED):
            approver = desk.require(Power.UNFREEZE, 0, approval)
        return self._set_state(row, CardState.ACTIVE, approver=approver)

    def _move(self, card_id: UUID, to: CardState, allowed: tuple[CardState, ...]) -> MemberCard:
        def work() -> MemberCard:
            row = self._row(card_id)
            if row.state == to:
                return self._card(row)
            if row.state not in allowed:
                raise _not_active(row)
            return self._set_state(row, to)

        return self._desk.transaction(work)

    def _set_state(
        self,
        row: CardRow,
        state: CardState,
        replaced_by: UUID | None = None,
        approver: UUID | None = None,
    ) -> MemberCard:
        if row.state == state:
            return self._card(row)
        today = self._desk.today().isoformat()
        instead = None if replaced_by is None else replaced_by.bytes
        stored.set_state(self._desk.database, row.id, state.value, today, instead)
        audit(
            self._desk, f"card.{state.value}", UUID(bytes=row.id), approved_by=approver,
            serial=row.serial, was=row.state,
        )  # fmt: skip
        return self._card(row._replace(state=state.value, state_on=today, replaced_by=instead))

    # --- reading ---------------------------------------------------------------

    def of_member(self, member_id: UUID) -> tuple[MemberCard, ...]:
        """Every card of a member, newest first."""
        rows = stored.cards_of_member(self._desk.database, member_id.bytes)
        return tuple(map(self._card, rows))

    def get(self, card_id: UUID) -> MemberCard:
        """The card with this id. Raises CodeUnknown."""
        return self._card(self._row(card_id))

    def find(self, code: str) -> MemberCard:
        """The active card with this code; its keyed check is verified before any lookup.

        Raises CodeUnknown where it is no member code or of no card of this shop, CardForged,
        CardNotActive with the date it was lost, replaced or closed.
        """
        digits = cleaned(code)
        if kind_of(digits) is not CodeKind.MEMBER:
            raise CodeUnknown(code)
        serial = member_serial(digits, self._desk.card_key)
        if serial is None:
            raise CardForged
        row = stored.card_of_serial(self._desk.database, serial)
        if row is None:
            raise CodeUnknown(digits)
        if row.state != CardState.ACTIVE:
            raise _not_active(row)
        return self._card(row)

    def facts(self, member_ids: Sequence[UUID]) -> Iterator[CardFacts]:
        """The card to print of each member, issuing one where there is none.

        Archived members without a card are left out. Raises MemberUnknown.
        """
        for start in range(0, len(member_ids), _AT_ONCE):
            yield from self._facts([each.bytes for each in member_ids[start : start + _AT_ONCE]])

    def facts_of_card(self, card_id: UUID) -> CardFacts:
        """What is printed on this very card, with its holder's name where it has one."""
        row = self._row(card_id)
        name, number, joined_on, _ = stored.holder_names(self._desk.database, [row.member_id])[
            row.member_id
        ]
        return CardFacts(row.code, row.holder or name, number, joined_on)

    def _facts(self, member_ids: list[bytes]) -> list[CardFacts]:
        database = self._desk.database
        people = stored.holder_names(database, member_ids)

        def with_cards() -> dict[bytes, str]:
            codes = stored.main_cards(database, member_ids)
            missing = [
                each
                for each in dict.fromkeys(member_ids)
                if each not in codes and (each not in people or people[each][3] != "archived")
            ]
            if missing:
                issued = self._issue_many(missing, CardKind.PRINTED)
                codes |= {row.member_id: row.code for row in issued}
            return codes

        codes = self._desk.transaction(with_cards)
        return [
            CardFacts(codes[each], people[each][0], people[each][1], people[each][2])
            for each in member_ids
            if each in codes
        ]

    def _row(self, card_id: UUID) -> CardRow:
        row = stored.card(self._desk.database, card_id.bytes)
        if row is None:
            raise CodeUnknown(str(card_id))
        return row

    def _card(self, row: CardRow) -> MemberCard:
        issued_at = from_millis(row.issued_at, self._desk.zone)
        return MemberCard(
            card_id=UUID(bytes=row.id),
            member_id=UUID(bytes=row.member_id),
            serial=row.serial,
            code=row.code,
            kind=CardKind(row.kind),
            holder=row.holder,
            state=CardState(row.state),
            issued_on=self._desk.business_date(issued_at),
            state_on=date.fromisoformat(row.state_on),
        )


def _not_active(row: CardRow) -> CardNotActive:
    return CardNotActive(state=row.state, on=date.fromisoformat(row.state_on))
