"""Gifts to a group with one reason: when rules change, or something went wrong for many.

A grant is all or nothing and safe to repeat: each member's entry has an id made of the grant's.
It is taken back by entries too, as far as it is still there.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from app.errors import FieldInvalid, GrantUnknown
from app.models import audit as trail
from app.models import coupons as stored_coupons
from app.models import grants as stored
from app.models import ledgers
from app.models import points as stored_points
from app.models import standing as stored_standing
from app.models import value as stored_value
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.merges import owner as owner_of
from app.services.coupons import NewCoupon, add_coupon, add_entry, template_of
from app.services.desk import Approval, Desk, audit
from app.services.facts import spendable_points
from app.services.points import Points
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.coupons import validity
from app.services.rules.days import from_millis
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.powers import Power
from app.services.slips import just_did
from app.services.takings import Stamp, checked_reason, post, stamp

POINTS_LIMIT = 1_000_000
_AT_ONCE = 500
_ACTION, _UNDONE = "granted", "grant_taken_back"


class GrantKind(StrEnum):
    """What each member of the group gets."""

    POINTS = "points"
    COUPON = "coupon"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Grant:
    """What to give each: points, minor units of store credit, or one coupon of a template."""

    grant_id: UUID
    kind: GrantKind
    amount: int = 0
    template: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Granted:
    """How many members a grant reached, or would, and what it came to in all.

    `total` is points, minor units or coupons; after taking back, what came back of it.
    """

    members: int
    total: int


@dataclass(frozen=True, slots=True)
class PastGrant:
    """A grant that was given, by whom and when; `back` is what of it came back since."""

    grant: Grant
    given_at: datetime
    staff: str
    done: Granted
    back: Granted | None


class Grants:
    """Gives to groups, and takes back."""

    def __init__(self, desk: Desk, points: Points) -> None:
        self._desk = desk
        self._points = points

    def preview(self, members: Sequence[UUID], grant: Grant) -> Granted:
        """Whom it would reach, and what it would cost. Raises FieldInvalid, NotInScheme."""
        self._checked(grant, "-")
        count = sum(len(part) for part in self._living(members))
        return Granted(count, count * _each(grant))

    def give(
        self,
        members: Sequence[UUID],
        grant: Grant,
        *,
        approval: Approval | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Granted:
        """Give each the same, with the reason on each statement; all or none, once.

        Frozen members get theirs too, archived ones do not. Raises FieldInvalid, NotInScheme,
        NeedsApproval, Cancelled.
        """
        why = self._checked(grant, grant.reason)

        def work() -> Granted:
            if stored.audited(self._desk.database, grant.grant_id.bytes, _ACTION) is not None:
                return self._first(grant)
            living = tuple(self._living(members))
            cost = sum(map(len, living)) * _each(grant)
            approver = self._desk.require(*_power(grant.kind, cost), approval)
            reached = 0
            for part in living:
                stop_if(cancelled)
                self._give_part(part, replace(grant, reason=why))
                reached += len(part)
                progress(reached, len(members))
            total = reached * _each(grant)
            audit(
                self._desk, _ACTION, grant.grant_id, approved_by=approver, kind=grant.kind.value,
                amount=grant.amount, template=grant.template, members=reached, total=total,
                why=why,
            )  # fmt: skip
            return Granted(reached, total)

        return self._desk.transaction(work)

    def past(self, limit: int = 100) -> tuple[PastGrant, ...]:
        """The newest grants, newest first."""
        rows = stored.past(self._desk.database, _ACTION, _UNDONE, limit)
        return tuple(_past(row, self._desk.zone) for row in rows)

    def take_back(
        self,
        grant_id: UUID,
        reason: str,
        *,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Granted:
        """Take a grant back by entries, as far as each member still has it; once.

        Raises GrantUnknown, FieldInvalid, NeedsApproval, Cancelled.
        """
        why = checked_reason(reason)

        def work() -> Granted:
            database = self._desk.database
            given = stored.audited(database, grant_id.bytes, _ACTION)
            if given is None:
                raise GrantUnknown(str(grant_id))
            undone = stored.audited(database, grant_id.bytes, _UNDONE)
            if undone is not None:
                first = json.loads(undone)
                return Granted(first["members"], first["total"])
            told = json.loads(given)
            grant = Grant(grant_id, GrantKind(told["kind"]), told["amount"], told["template"], why)
            approver = self._leave_to_take_back(grant, told["total"])
            members, total = 0, 0
            everybody = stored.everybody(database)
            for start in range(0, len(everybody), _AT_ONCE):
                stop_if(cancelled)
                for back in self._take_part(everybody[start : start + _AT_ONCE], grant):
                    members += 1
                    total += back
                progress(start, len(everybody))
            audit(
                self._desk, _UNDONE, grant_id, approved_by=approver, members=members, total=total,
                why=why,
            )  # fmt: skip
            return Granted(members, total)

        return self._desk.transaction(work)

    # --- giving -----------------------------------------------------------------

    def _checked(self, grant: Grant, reason: str) -> str:
        if grant.kind is GrantKind.COUPON:
            template_of(self._desk.scheme, grant.template)
        else:
            field = "points" if grant.kind is GrantKind.POINTS else "amount"
            limit = POINTS_LIMIT if grant.kind is GrantKind.POINTS else AMOUNT_LIMIT_MINOR
            if grant.amount <= 0:
                raise FieldInvalid(field, "negative" if grant.amount else "zero")
            if grant.amount > limit:
                raise FieldInvalid(field, "too_large", str(grant.amount))
        return checked_reason(reason)

    def _living(self, members: Sequence[UUID]) -> Iterator[list[UUID]]:
        wanted = list(dict.fromkeys(members))
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            living = stored_points.living_among(self._desk.database, [each.bytes for each in part])
            yield [each for each in part if each.bytes in living]

    def _give_part(self, members: list[UUID], grant: Grant) -> None:
        desk, at, rows = self._desk, stamp(self._desk), LedgerRows()
        if grant.kind is GrantKind.POINTS:
            self._points.give_each(members, grant.amount, grant.reason, grant.grant_id)
        elif grant.kind is GrantKind.CREDIT:
            for member_id in members:
                _credit(rows, member_id, grant.grant_id, grant.amount, grant.reason, at)
            post(desk, rows)
        else:
            template = template_of(desk.scheme, grant.template)
            valid = validity(template, desk.today())
            new = NewCoupon(
                template, None, desk.today(), valid.first, valid.last, _occasion(grant.grant_id),
                grant.reason,
            )  # fmt: skip
            for member_id in members:
                add_coupon(desk, rows, replace(new, member_id=member_id), at)
            ledgers.insert(desk.database, rows)

    def _first(self, grant: Grant) -> Granted:
        found = stored.audited(self._desk.database, grant.grant_id.bytes, _ACTION)
        told = json.loads(found or "{}")
        return Granted(told["members"], told["total"])

    # --- taking back --------------------------------------------------------------

    def _leave_to_take_back(self, grant: Grant, total: int) -> UUID | None:
        """Who approved it. Coupons are revoked one by one or by the gift with the same leave."""
        desk = self._desk
        if grant.kind is not GrantKind.COUPON:
            return desk.require(*_power(grant.kind, total))
        given = trail.newest_of(desk.database, grant.grant_id.bytes, (_ACTION,))
        if given is not None and just_did(desk, given[0], given[1]):
            return None
        return desk.require(Power.COUPON_REVOKE)

    def _take_part(self, members: Sequence[bytes], grant: Grant) -> Iterator[int]:
        """What came back of each member who got it."""
        database = self._desk.database
        by_entry = {uuid5(grant.grant_id, UUID(bytes=key).hex).bytes: key for key in members}
        if grant.kind is GrantKind.POINTS:
            for entry in sorted(stored_points.entries_among(database, list(by_entry))):
                yield self._points_back(by_entry[entry], grant)
        elif grant.kind is GrantKind.CREDIT:
            yield from self._credit_back(by_entry, grant)
        else:
            yield from self._coupons_back(members, grant)

    def _points_back(self, key: bytes, grant: Grant) -> int:
        owner = UUID(bytes=owner_of(self._desk.database, key))
        self._desk.before_spending(owner)
        person = stored_standing.person(self._desk.database, owner.bytes)
        assert person is not None
        held = spendable_points(self._desk, owner.bytes, person, self._desk.today())
        back = max(0, min(held, grant.amount))
        if back:
            self._points.take(owner, back, grant.reason)
        return back

    def _credit_back(self, by_entry: dict[bytes, bytes], grant: Grant) -> Iterator[int]:
        database, at = self._desk.database, stamp(self._desk)
        for row in ledgers.by_ids(database, "store_credit_entry", list(by_entry)):
            owner = owner_of(database, by_entry[row[0]])
            back = min(stored_value.credit(database, owner), grant.amount)
            if back > 0:
                rows = LedgerRows()
                # Two who got it may be one by now: the entry is named after who got it.
                undo = uuid5(grant.grant_id, f"back {by_entry[row[0]].hex()}")
                _credit(rows, UUID(bytes=owner), undo, -back, grant.reason, at)
                post(self._desk, rows)
            yield max(0, back)

    def _coupons_back(self, members: Sequence[bytes], grant: Grant) -> Iterator[int]:
        database, at = self._desk.database, stamp(self._desk)
        for code in stored.coupons_of(database, members, _occasion(grant.grant_id)):
            row = stored_coupons.by_code(database, code)
            assert row is not None
            if row[9] not in ("issued", "returned"):
                yield 0
                continue
            rows = LedgerRows()
            add_entry(rows, row, "revoked", at, reason=grant.reason)
            ledgers.insert(database, rows)
            yield 1


def _each(grant: Grant) -> int:
    return 1 if grant.kind is GrantKind.COUPON else grant.amount


def _power(kind: GrantKind, cost: int) -> tuple[Power, int]:
    """What a grant of that cost in all asks for; store credit is money given up."""
    if kind is GrantKind.CREDIT:
        return Power.WRITE_OFF, cost
    return Power.POINTS_BY_HAND, cost if kind is GrantKind.POINTS else 0


def _credit(
    rows: LedgerRows, member_id: UUID, grant_id: UUID, minor: int, reason: str, at: Stamp
) -> None:
    entry = uuid5(grant_id, member_id.hex).bytes
    rows.add(
        "store_credit_entry",
        entry, None, None, member_id.bytes, "adjust", minor, reason, *at.row,
    )  # fmt: skip


def _occasion(grant_id: UUID) -> str:
    return f"grant {grant_id.hex}"


def _past(row: Row, zone: ZoneInfo) -> PastGrant:
    told = json.loads(row[3])
    grant = Grant(
        UUID(bytes=row[0]), GrantKind(told["kind"]), told["amount"], told["template"], told["why"]
    )
    back = None if row[4] is None else json.loads(row[4])
    return PastGrant(
        grant=grant,
        given_at=from_millis(row[1], zone),
        staff=row[2],
        done=Granted(told["members"], told["total"]),
        back=None if back is None else Granted(back["members"], back["total"]),
    )
