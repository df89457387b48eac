"""Two members who are one person: merged by entries (rule 27), shown before, undone after.

Points, the wallet, store credit, what is owed, what counts for tiers and a paid plan move by
entries in their ledgers. Everything else of the person (sales, visits, cards, coupons, passes,
benefits used) stays where it was written and is found by either number: who was merged is an
alias of the member kept. The undoing moves back what is still there.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.errors import MemberMerged, MemberUnknown, MergeRefused
from app.models import hints as stored_hints
from app.models import members as stored_members
from app.models import merges as stored
from app.models.database import Row
from app.models.members import MemberRow
from app.services.desk import Approval, Desk
from app.services.ids import uuid7
from app.services.loyalty import Loyalty
from app.services.merge_documents import Body, MergeDocuments, party
from app.services.merge_moves import Moves, Side, running_terms
from app.services.merge_types import KeptPlan, Merge, MergedMember, Stays
from app.services.rules.powers import Power
from app.services.rules.tiers import TierStanding
from app.services.takings import checked_reason, new_id, stamp


class _Preview(Exception):
    """Carries what would be out of a transaction that is undone."""

    def __init__(self, merge: Merge) -> None:
        self.merge = merge


class Merges:
    """Merges members, and takes merges back."""

    def __init__(self, desk: Desk, loyalty: Loyalty) -> None:
        self._desk = desk
        self._documents = MergeDocuments(desk, loyalty)

    # --- verbs ------------------------------------------------------------------

    def preview(self, keep_id: UUID, gone_id: UUID, plan: KeptPlan | None = None) -> Merge:
        """What merging would do to both; nothing is done. Raises as `merge`."""
        return self._tried(lambda: self._merge(uuid7(), keep_id, gone_id, plan, "", None))

    def merge(
        self,
        op_id: UUID,
        keep_id: UUID,
        gone_id: UUID,
        *,
        plan: KeptPlan | None = None,
        reason: str = "",
        approval: Approval | None = None,
    ) -> Merge:
        """Move all of `gone_id` to `keep_id`, put the former away as an alias; once.

        `plan` says whose paid plan goes on where both are in one; that of `gone_id` then rests
        with them, that of `keep_id` ends. Raises MergeRefused (with themself, merged already,
        frozen, archived, both in a plan), MemberUnknown, FieldInvalid, NeedsApproval.
        """
        why = checked_reason(reason, required=False)

        def work() -> Merge:
            first = stored.merge(self._desk.database, op_id.bytes)
            if first is not None:
                return self._documents.told(first)
            approved = self._desk.require(Power.MEMBERS_MERGE, approval=approval)
            return self._merge(op_id, keep_id, gone_id, plan, why, approved)

        return self._desk.transaction(work)

    def preview_unmerge(self, keep_id: UUID) -> Merge:
        """What undoing the newest merge would do; nothing is done. Raises as `unmerge`."""
        return self._tried(lambda: self._unmerge(uuid7(), keep_id, "", None))

    def unmerge(
        self, op_id: UUID, keep_id: UUID, *, reason: str = "", approval: Approval | None = None
    ) -> Merge:
        """Undo the newest merge into a member: what was moved and is still there goes back.

        Raises MergeRefused (nothing merged, frozen, merged themself), MemberUnknown, PhoneTaken
        where the other's phone is somebody's now, NeedsApproval. A repeated `op_id` undoes once.
        """
        why = checked_reason(reason, required=False)

        def work() -> Merge:
            first = stored.merge(self._desk.database, op_id.bytes)
            if first is not None:
                return self._documents.told(first)
            approved = self._desk.require(Power.MEMBERS_MERGE, approval=approval)
            return self._unmerge(op_id, keep_id, why, approved)

        return self._desk.transaction(work)

    def merged(self, keep_id: UUID) -> tuple[Merge, ...]:
        """The merges into a member that stand, newest first."""
        rows = stored.standing_merges(self._desk.database, keep_id.bytes)
        return tuple(map(self._documents.told, rows))

    def merged_into(self, member_id: UUID) -> MergedMember | None:
        """The member that this one was merged into; None where they were not."""
        row = stored.merged_into(self._desk.database, member_id.bytes)
        return None if row is None else MergedMember(UUID(bytes=row[0]), row[1], row[2])

    def owner_of(self, member_id: UUID) -> UUID:
        """The member that this one is now."""
        return UUID(bytes=stored.owner(self._desk.database, member_id.bytes))

    def _tried(self, work: Callable[[], Merge]) -> Merge:
        """The very merge, in a transaction that is taken back."""

        def tried() -> Merge:
            raise _Preview(work())

        try:
            return self._desk.transaction(tried)
        except _Preview as found:
            return found.merge

    # --- merging ----------------------------------------------------------------

    def _merge(
        self,
        merge_id: UUID,
        keep_id: UUID,
        gone_id: UUID,
        plan: KeptPlan | None,
        reason: str,
        approved_by: UUID | None,
    ) -> Merge:
        desk, database = self._desk, self._desk.database
        keep_row, gone_row = self._checked(keep_id, gone_id)
        for member_id in (keep_id, gone_id):
            desk.before_spending(member_id)
        before = self._documents.holding(keep_id), self._documents.holding(gone_id)
        keep, gone = Side(keep_id, keep_row.number), Side(gone_id, gone_row.number)
        moves = Moves(desk, gone, keep, merge_id.bytes)
        ended = self._plans(moves, keep, gone, plan)
        _, debt = moves.points()
        moves.wallet()
        moves.credit()
        moves.owed()
        moves.qualifying()
        moves.written()
        moves.better_tier()
        moves.written()
        added = self._people(keep.key, gone.key)
        for alias in stored.ids_of(database, gone.key):
            stored.put_alias(database, alias, keep.key)
        stored_members.set_state(database, gone_row, "archived", desk.now_ms())
        for key in (keep.key, gone.key):
            stored.recount(database, key)
            # They were reckoned of another person.
            stored_hints.forget(database, key)
        done = Merge(
            merge_id=merge_id,
            kind="merge",
            keep=party(keep_row),
            gone=party(gone_row),
            at=desk.now(),
            keep_before=before[0],
            gone_before=before[1],
            keep_after=self._documents.holding(keep_id),
            gone_after=self._documents.holding(gone_id),
            tags=tuple(added["tags"]),
        )
        body: Body = {**added, "state": gone_row.state, "ended": ended, "debt": debt}
        self._documents.write(done, None, body, reason, approved_by, moves)
        return done

    def _checked(self, keep_id: UUID, gone_id: UUID) -> tuple[MemberRow, MemberRow]:
        database = self._desk.database
        rows: list[MemberRow] = []
        for member_id in (keep_id, gone_id):
            found = stored_members.member(database, member_id.bytes)
            if found is None:
                raise MemberUnknown(str(member_id))
            rows.append(found[0])
        keep, gone = rows
        if keep_id == gone_id:
            raise MergeRefused(keep.number, "merge_self")
        for row in rows:
            into = stored.merged_into(database, row.id)
            if into is not None:
                raise MemberMerged(row.number, into[1])
            if row.state == "frozen":
                raise MergeRefused(row.number, "merge_frozen")
        if keep.state == "archived":
            raise MergeRefused(keep.number, "merge_archived")
        return keep, gone

    def _plans(self, moves: Moves, keep: Side, gone: Side, plan: KeptPlan | None) -> list[Row]:
        """Move the plan that goes on; the terms of the one that ends for it, to be undone."""
        mine, theirs = (running_terms(self._desk, side.key) for side in (keep, gone))
        if mine and theirs:
            if plan is None:
                raise MergeRefused(gone.number, "merge_plans")
            if plan is KeptPlan.KEEP:
                return []
            moves.end_plan(keep.key, mine[0], moves.into)
            moves.plan()
            return mine
        if theirs:
            moves.plan()
        return []

    def _people(self, keep: bytes, gone: bytes) -> Body:
        """Give the kept member the other's tags and dependants; what was added.

        A withdrawn consent counts for the person: the other's newer "no" is written here too.
        """
        database = self._desk.database
        held = set(stored_members.tags(database, keep))
        tags = [tag for tag in stored_members.tags(database, gone) if tag not in held]
        stored.add_tags(database, keep, tags)
        known = set(stored.dependants(database, keep))
        people = [row for row in stored.dependants(database, gone) if row not in known]
        stored.add_dependants(database, ((new_id(), keep, *row) for row in people))
        self._carry_refusal(keep, gone)
        return {"tags": list(tags), "dependants": [list(row) for row in people]}

    def _carry_refusal(self, keep: bytes, gone: bytes) -> None:
        database = self._desk.database
        mine, theirs = (stored_members.consent(database, key) for key in (keep, gone))
        if mine is None or theirs is None or theirs[0] or not mine[0] or theirs[2] < mine[2]:
            return
        at = stamp(self._desk)
        stored_members.add_consent(
            database, (new_id(), keep, "marketing", 0, theirs[1], at.staff_id, at.at_ms)
        )

    # --- undoing ----------------------------------------------------------------

    def _unmerge(
        self, undo_id: UUID, keep_id: UUID, reason: str, approved_by: UUID | None
    ) -> Merge:
        desk, database = self._desk, self._desk.database
        document, keep_row, gone_row = self._undoable(keep_id)
        body = self._documents.body(document)
        gone_id = UUID(bytes=gone_row.id)
        for member_id in (keep_id, gone_id):
            desk.before_spending(member_id)
        before = self._documents.holding(keep_id), self._documents.holding(gone_id)
        keep, gone = Side(keep_id, keep_row.number), Side(gone_id, gone_row.number)
        back = Moves(desk, keep, gone, undo_id.bytes)
        first = self._documents.told(document)
        self._free(keep.key, gone.key)
        returns = self._returns_since(gone.key)
        stays = self._given_back(back, document, body, first, returns)
        stored.drop_tags(database, keep.key, body["tags"])
        stored.drop_dependants(database, keep.key, body["dependants"])
        if body["state"] != "archived":
            stored_members.refuse_conflict(database, gone_row)
            stored_members.set_state(database, gone_row, body["state"], desk.now_ms())
        for key in (keep.key, gone.key):
            stored.recount(database, key)
            # They were reckoned of another person.
            stored_hints.forget(database, key)
        done = Merge(
            merge_id=undo_id,
            kind="unmerge",
            keep=party(keep_row),
            gone=party(gone_row),
            at=desk.now(),
            keep_before=before[0],
            gone_before=before[1],
            keep_after=self._documents.holding(keep_id),
            gone_after=self._documents.holding(gone_id),
            tags=tuple(body["tags"]),
            stays=stays,
        )
        undone: Body = {"returns": [each.hex() for each in returns]}
        self._documents.write(done, document[0], undone, reason, approved_by, back)
        return done

    def _undoable(self, keep_id: UUID) -> tuple[Row, MemberRow, MemberRow]:
        database = self._desk.database
        found = stored_members.member(database, keep_id.bytes)
        if found is None:
            raise MemberUnknown(str(keep_id))
        keep = found[0]
        into = stored.merged_into(database, keep.id)
        if into is not None:
            raise MemberMerged(keep.number, into[1])
        documents = stored.standing_merges(database, keep.id)
        if not documents:
            raise MergeRefused(keep.number, "nothing_merged")
        if keep.state == "frozen":
            raise MergeRefused(keep.number, "merge_frozen")
        gone = stored_members.member(database, documents[0][5])
        assert gone is not None
        return documents[0], keep, gone[0]

    def _returns_since(self, gone: bytes) -> list[bytes]:
        """Returns of the other's sales while they were merged: what those moved is theirs too.

        What an earlier undoing gave back already was moved by the merge that followed it.
        """
        database = self._desk.database
        given: set[str] = set()
        for document in stored.undone(database, gone):
            given.update(self._documents.body(document).get("returns", ()))
        ids = stored.ids_of(database, gone)
        found = stored.returns_since(database, ids)
        return [each for each in found if each.hex() not in given]

    def _given_back(
        self, back: Moves, document: Row, body: Body, first: Merge, returns: list[bytes]
    ) -> Stays:
        """Move back what is still there; what is not."""
        database, merge_id = self._desk.database, document[0]
        plan = self._plan_back(back, merge_id, body)

        def lots(ledger: str) -> frozenset[bytes]:
            moved = stored.lots_of_merge(database, merge_id, ledger)
            return moved | stored.lots_of_returns(database, returns, ledger)

        came = stored.returned(database, returns)
        moved = first.gone_before
        points, _ = back.points(lots("points_entry"), body["debt"])
        principal, bonus = back.wallet(lots("stored_value_entry"))
        credit = back.credit(moved.credit_minor + came[3])
        owed = back.owed(moved.owed_minor - came[4])
        back.qualifying(merge_id, returns)
        back.written()
        self._tier_back(back, merge_id)
        back.written()
        return Stays(
            points=max(0, moved.points + body["debt"] + came[0] - points),
            principal_minor=moved.principal_minor + came[1] - principal,
            bonus_minor=moved.bonus_minor + came[2] - bonus,
            credit_minor=moved.credit_minor + came[3] - credit,
            owed_minor=max(0, moved.owed_minor - came[4] - owed),
            plan=not plan,
        )

    def _plan_back(self, back: Moves, merge_id: bytes, body: Body) -> bool:
        """Give the plan back where it is as it was moved; whether all is as before."""
        wrote = stored.entries(self._desk.database, merge_id, "membership_entry")
        if not wrote:
            return True
        if stored.newest_membership(self._desk.database, back.giver.key) not in wrote:
            return False
        moved = back.plan()
        if body["ended"]:
            back.put_plan(back.giver.key, [tuple(row) for row in body["ended"]], back.out)
        return moved

    def _tier_back(self, back: Moves, merge_id: bytes) -> None:
        """Put the kept member back into their own tier, unless it has changed since."""
        database, keep = self._desk.database, back.giver.key
        wrote = stored.entries(database, merge_id, "tier_entry")
        entries = stored.tier_entries(database, keep)
        if not wrote or entries[0][0] not in wrote:
            return
        terms = self._desk.scheme.tiers
        before = next((row for row in entries if row[0] not in wrote), None)
        if before is not None:
            until = None if before[3] is None else date.fromisoformat(before[3])
            own = TierStanding(before[1], date.fromisoformat(before[2]), until)
        elif terms is not None:
            own = TierStanding(terms.tiers[0].id, self._desk.today())
        else:
            return
        back.set_tier(keep, own, back.out)

    def _free(self, keep: bytes, gone: bytes) -> None:
        """Let the other, and who was merged into them before, be found as themselves again."""
        database = self._desk.database
        stored.drop_alias(database, gone)
        waiting = [gone]
        while waiting:
            owner = waiting.pop()
            for document in stored.standing_merges(database, owner):
                stored.put_alias(database, document[5], gone)
                waiting.append(document[5])
