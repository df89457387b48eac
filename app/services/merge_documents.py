"""The documents of merges: sealed, and read back as they were told."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from app.models import members as stored_members
from app.models import merges as stored
from app.models.database import Row
from app.models.members import MemberRow
from app.services.as_written import reading
from app.services.desk import Desk, audit
from app.services.loyalty import Loyalty
from app.services.merge_moves import Moves
from app.services.merge_types import Holding, Merge, MergedMember, Stays
from app.services.rules.days import from_millis
from app.services.seals import SealChain, merge_form

# What a merge keeps for its undoing, and what it told.
Body = dict[str, Any]


class MergeDocuments:
    """Writes and reads the documents of merges; says what a member holds."""

    def __init__(self, desk: Desk, loyalty: Loyalty) -> None:
        self._desk = desk
        self._loyalty = loyalty

    def write(
        self,
        done: Merge,
        undoes: bytes | None,
        body: Body,
        reason: str,
        approved_by: UUID | None,
        moves: Moves,
    ) -> None:
        desk, database = self._desk, self._desk.database
        row: Row = (
            done.merge_id.bytes,
            stored.next_number(database),
            done.kind,
            undoes,
            done.keep.member_id.bytes,
            done.gone.member_id.bytes,
            json.dumps(body | {"told": _dumped(done)}, sort_keys=True, ensure_ascii=False),
            reason,
            moves.at.staff_id,
            None if approved_by is None else approved_by.bytes,
            moves.at.at_ms,
            moves.at.day,
        )
        stored.insert_merge(database, row, moves.entries)
        chain = SealChain(database, desk.till.till_id.bytes)
        chain.add("merge", row[0], merge_form(row))
        chain.write()
        for member in (done.keep, done.gone):
            audit(
                desk,
                f"member.{done.kind}",
                member.member_id,
                approved_by=approved_by,
                keep=done.keep.number,
                gone=done.gone.number,
            )

    @reading
    def body(self, document: Row) -> Body:
        body: Body = json.loads(document[6])
        return body

    @reading
    def told(self, document: Row) -> Merge:
        """A document of before, as it was told."""
        told = json.loads(document[6])["told"]
        parties = []
        for key in document[4:6]:
            found = stored_members.member(self._desk.database, key)
            assert found is not None
            parties.append(party(found[0]))
        return Merge(
            merge_id=UUID(bytes=document[0]),
            kind=document[2],
            keep=parties[0],
            gone=parties[1],
            at=from_millis(document[10], self._desk.zone),
            keep_before=_holding(told["keep_before"]),
            gone_before=_holding(told["gone_before"]),
            keep_after=_holding(told["keep_after"]),
            gone_after=_holding(told["gone_after"]),
            tags=tuple(told["tags"]),
            stays=Stays(**told["stays"]),
        )

    def holding(self, member_id: UUID) -> Holding:
        """What a member has now."""
        database, key = self._desk.database, member_id.bytes
        standing = self._loyalty.standing(member_id)
        found = stored_members.member(database, key)
        assert found is not None
        points, visits, spent_minor, _ = found[1]
        gone = stored.merged_into(database, key) is not None
        if gone:
            # What is found by way of the member kept is theirs.
            return Holding(points=points)
        tier, plan = standing.tier, standing.plan
        return Holding(
            points=points,
            principal_minor=standing.wallet.principal_minor,
            bonus_minor=standing.wallet.bonus_minor,
            credit_minor=standing.wallet.credit_minor,
            owed_minor=stored.owed_minor(database, key),
            coupons=len(standing.coupons),
            pass_uses=sum(each.uses_left for each in standing.passes),
            badges=len(standing.badges),
            cards=stored.count_of(database, "member_card", key),
            sales=stored.count_of(database, "sale", key),
            visits=visits,
            spent_minor=spent_minor,
            qualifying=0 if tier is None else tier.qualifying,
            tier="" if tier is None else tier.tier,
            plan="" if plan is None else plan.plan,
            plan_until=None if plan is None else plan.ends_on,
        )


def party(row: MemberRow) -> MergedMember:
    """Who a stored member is."""
    return MergedMember(UUID(bytes=row.id), row.number, row.name)


def _dumped(done: Merge) -> dict[str, object]:
    """What is told, as text keeps it."""
    sides = ("keep_before", "gone_before", "keep_after", "gone_after")
    told: dict[str, object] = {side: _plain(getattr(done, side)) for side in sides}
    return told | {"tags": list(done.tags), "stays": asdict(done.stays)}


def _plain(holding: Holding) -> dict[str, object]:
    until = holding.plan_until
    return asdict(holding) | {"plan_until": None if until is None else until.isoformat()}


def _holding(told: dict[str, Any]) -> Holding:
    until = told["plan_until"]
    return Holding(**told | {"plan_until": None if until is None else date.fromisoformat(until)})
