"""Members: enrolled, changed, frozen, archived; their phone shown only on request."""

from functools import cached_property
from uuid import UUID

from app.errors import MemberArchived, MemberMerged, MemberUnknown, StillOpen
from app.models import accounts as stored_accounts
from app.models import audit as trail
from app.models import members as stored
from app.models.members import MemberRow as StoredMember
from app.models.merges import merged_into
from app.services.as_written import reading
from app.services.balances import lapsed_points
from app.services.cards import CardKind
from app.services.desk import Approval, audit
from app.services.ids import uuid7
from app.services.loyalty import Loyalty
from app.services.member_drafts import (
    DraftContext,
    checked_number,
    consent_row,
    new_member,
)
from app.services.member_history import MemberHistory
from app.services.member_pages import MemberPages
from app.services.member_types import (
    Enrolled,
    Member,
    MemberDraft,
    MemberState,
    MemberStrip,
)
from app.services.rules.birthdays import days_until, parse_birthday
from app.services.rules.phones import Phone, masked
from app.services.rules.pinyin import search_tokens
from app.services.rules.powers import Power
from app.services.rules.scheme.offers import CouponTrigger
from app.services.slips import only_stopped_now


class Members(MemberPages, MemberHistory):
    """Everything a shop does with its members; searching, lists and the past are inherited."""

    @cached_property
    def _loyalty(self) -> Loyalty:
        """One for every scan: what a scheme asks for is found out once a version."""
        return Loyalty(self._desk)

    # --- enrolling and changing --------------------------------------------------

    def add(
        self, draft: MemberDraft, *, member_id: UUID | None = None, with_card: bool = True
    ) -> Enrolled:
        """Enrol a member, with a virtual card; a repeated `member_id` returns the first one.

        Raises FieldInvalid, PhoneTaken, MemberNumberTaken, SerialsExhausted.
        """
        chosen = uuid7() if member_id is None else member_id

        def work() -> Enrolled:
            if member_id is not None and stored.member(self._desk.database, member_id.bytes):
                return Enrolled(self.get(member_id), existing=True)
            return self._add(draft, chosen, with_card=with_card)

        return self._desk.transaction(work)

    def _add(self, draft: MemberDraft, member_id: UUID, *, with_card: bool) -> Enrolled:
        database = self._desk.database
        number = checked_number(draft.number) or stored.take_number(database)
        member, warnings = new_member(
            draft, self.draft_context(), member_id=member_id, number=number
        )
        stored.refuse_conflict(database, member.row)
        stored.insert_members(database, [member])
        card = self._cards.issue(member_id, CardKind.VIRTUAL) if with_card else None
        self._welcome(member_id)
        return Enrolled(self.get(member_id), card, warnings)

    def _welcome(self, member_id: UUID) -> None:
        """Issue the coupons that joining brings under the scheme in force."""
        desk = self._desk
        if any(template.trigger is CouponTrigger.JOINING for template in desk.scheme.coupons):
            from app.services.coupon_triggers import welcome
            from app.services.takings import stamp

            welcome(desk, self._loyalty.facts(member_id), stamp(desk))

    def update(self, member_id: UUID, draft: MemberDraft) -> Enrolled:
        """Change a member to what the draft says.

        Raises MemberUnknown, FieldInvalid, PhoneTaken, MemberNumberTaken.
        """
        return self._desk.transaction(lambda: self._update(member_id, draft))

    def _update(self, member_id: UUID, draft: MemberDraft) -> Enrolled:
        database = self._desk.database
        old, _ = self._stored(member_id)
        context = self.draft_context(_phone_of(old))
        member, warnings = new_member(
            draft,
            context,
            member_id=member_id,
            number=checked_number(draft.number) or old.number,
            state=MemberState(old.state),
            created_at=old.created_at,
        )
        if draft.joined_on is None:
            member = member._replace(row=member.row._replace(joined_on=old.joined_on))
        granted = self._consent(member_id)
        member = member._replace(consent=None)
        if draft.marketing_consent != (granted is not None and granted.granted):
            word = consent_row(context, member_id, granted=draft.marketing_consent)
            member = member._replace(consent=word)
        if old.state != MemberState.ARCHIVED:
            stored.refuse_conflict(database, member.row)
        stored.update_member(database, member, search_tokens(old.name))
        return Enrolled(self.get(member_id), None, warnings, existing=True)

    def draft_context(self, kept_phone: Phone | None = None) -> DraftContext:
        """What drafts are read with at this desk; an import makes one for all its rows."""
        desk = self._desk
        return DraftContext(
            region=desk.settings.region,
            today=desk.today(),
            now_ms=desk.now_ms(),
            notice_version=desk.settings.notice_version,
            staff_id=desk.staff.staff_id.bytes,
            kept_phone=kept_phone,
        )

    # --- states --------------------------------------------------------------------

    def freeze(self, member_id: UUID) -> Member:
        """Let the member neither earn nor spend. Raises MemberUnknown, MemberArchived."""
        return self._move(member_id, MemberState.FROZEN)

    def unfreeze(self, member_id: UUID, *, approval: Approval | None = None) -> Member:
        """Let a frozen member earn and spend again; taking back one's own freezing needs no leave.

        Raises MemberUnknown, MemberArchived, NeedsApproval.
        """
        return self._move(member_id, MemberState.ACTIVE, approval=approval)

    def archive(self, member_id: UUID) -> Member:
        """Put a member away: the past stays, the phone is free for another.

        Raises MemberUnknown, StillOpen where they owe money or left a deposit here.
        """
        return self._move(member_id, MemberState.ARCHIVED)

    def unarchive(self, member_id: UUID) -> Member:
        """Bring an archived member back, frozen where they went so. Raises MemberUnknown,
        PhoneTaken, MemberMerged."""
        return self._move(member_id, MemberState.ACTIVE, from_archive=True)

    def _move(
        self,
        member_id: UUID,
        state: MemberState,
        *,
        from_archive: bool = False,
        approval: Approval | None = None,
    ) -> Member:
        def work() -> Member:
            row, _ = self._stored(member_id)
            archived = row.state == MemberState.ARCHIVED
            # Only `unarchive` leads out of the archive, and it leads nowhere else.
            if archived and state is not MemberState.ARCHIVED and not from_archive:
                raise MemberArchived(row.number)
            if row.state != state and archived == from_archive:
                if state is MemberState.ARCHIVED:
                    self._refuse_open(row.id, row.number)
                if from_archive:
                    into = merged_into(self._desk.database, row.id)
                    if into is not None:
                        raise MemberMerged(row.number, into[1])
                    stored.refuse_conflict(self._desk.database, row)
                self._set_state(row, self._out_of_archive(row) if from_archive else state, approval)
            return self.get(member_id)

        return self._desk.transaction(work)

    def _set_state(self, row: StoredMember, state: MemberState, approval: Approval | None) -> None:
        desk, member_id, approver = self._desk, UUID(bytes=row.id), None
        free = row.state == MemberState.FROZEN and state is MemberState.ACTIVE
        if free and not only_stopped_now(desk, member_id, ("member.frozen",)):
            approver = desk.require(Power.UNFREEZE, 0, approval)
        stored.set_state(desk.database, row, state.value, desk.now_ms())
        audit(desk, f"member.{state.value}", member_id, approved_by=approver, was=row.state)

    def _out_of_archive(self, row: StoredMember) -> MemberState:
        """Nobody is set free by being put away and brought back."""
        last = trail.newest_of(self._desk.database, row.id, ("member.frozen", "member.active"))
        frozen = last is not None and last[2] == "member.frozen"
        return MemberState.FROZEN if frozen else MemberState.ACTIVE

    def _refuse_open(self, member_id: bytes, number: str) -> None:
        """Nobody is put away with money still between them and the shop."""
        account = stored_accounts.account(self._desk.database, member_id)
        owed = 0 if account is None else account[3]
        held = sum(row[8] for row in stored_accounts.deposits_of(self._desk.database, member_id))
        if owed or held:
            raise StillOpen(number, owed, held)

    # --- reading -------------------------------------------------------------------

    @reading
    def strip(self, member_id: UUID) -> MemberStrip:
        """What the cashier shows of the member on the cart. Raises MemberUnknown."""
        database = self._desk.database
        row = stored.strip(database, member_id.bytes)
        if row is None:
            raise MemberUnknown(str(member_id))
        number, name, phone, state, birthday_text, note, _, points, visits, last_ms = row
        points -= lapsed_points(self._desk, (member_id.bytes,)).get(member_id.bytes, 0)
        birthday = parse_birthday(birthday_text)
        return MemberStrip(
            member_id=member_id,
            number=number,
            name=name,
            masked_phone=masked(phone),
            points=points,
            visits=visits,
            last_visit_on=self._visited_on(last_ms),
            favourite=next(iter(self.favourites(member_id, 1)), ""),
            birthday_in_days=None if birthday is None else days_until(birthday, self._desk.today()),
            state=MemberState(state),
            tags=stored.tags(database, member_id.bytes),
            note=note,
            facts=self._loyalty.facts(member_id),
        )

    def reveal_phone(self, member_id: UUID) -> str:
        """The whole phone; who looked, and when, is kept in the audit trail."""

        def work() -> str:
            row, _ = self._stored(member_id)
            audit(self._desk, "member.phone_revealed", member_id)
            return row.phone

        return self._desk.transaction(work)


def _phone_of(row: StoredMember) -> Phone:
    return Phone(row.phone, row.phone_e164, row.phone_digits or "")
