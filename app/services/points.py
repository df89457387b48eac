"""Points outside a sale: given or taken by hand, for a review or a post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid5

from app.errors import ActivityLimit, FieldInvalid, NotInScheme, PointsTooFew
from app.models import ledgers
from app.models import points as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.buyers import buyer
from app.services.desk import Desk, audit
from app.services.facts import is_usable, points_lots
from app.services.ids import uuid7
from app.services.rules.lots import available_from, expires_on, kept_in_lot
from app.services.rules.points import allocate
from app.services.rules.powers import Power
from app.services.rules.scheme.earning import Activity
from app.services.seals import SealChain, points_form
from app.services.takings import Stamp, checked_reason, new_id, stamp

POINTS_LIMIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class PointsMoved:
    """What an entry by hand did to a balance."""

    entry_id: UUID
    points: int
    before: int
    after: int


class TakenBack(NamedTuple):
    """What was taken out of one lot, by one entry."""

    entry_id: UUID
    member_id: bytes
    lot_id: bytes
    points: int


class Points:
    """Moves points outside a sale; every entry has its reason and its seal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def adjust(
        self, member_id: UUID, points: int, reason: str, *, op_id: UUID | None = None
    ) -> PointsMoved:
        """Give (above zero) or take points, with the reason the member will read.

        A repeated `op_id` moves them once. Raises FieldInvalid, PointsTooFew, MemberUnknown,
        MemberFrozen, MemberArchived, NeedsApproval.
        """
        why = checked_reason(reason)
        _check(points)
        entry_id = op_id or uuid7()

        def work() -> PointsMoved:
            self._allowed(entry_id, points)
            return self._adjust(member_id, points, why, entry_id)

        return self._desk.transaction(work)

    def grant(self, member_id: UUID, points: int, reason: str) -> None:
        """Give points for what a sale brought about, inside its transaction; none for zero.

        Whoever brought a friend along gets theirs even while frozen.
        """
        if points > 0:
            entry_id, at = uuid7(), stamp(self._desk)
            rows = PointsRows(
                entries=[entry_row(self._desk, member_id, entry_id, points, reason, at)],
                lots=self._lots(member_id, entry_id, points, at),
            )
            self._post(member_id, points, entry_id, rows)

    def take(self, member_id: UUID, points: int, reason: str) -> None:
        """Take points that are there, inside the caller's transaction; of who is frozen too."""
        desk, entry_id, at = self._desk, uuid7(), stamp(self._desk)
        visited = stored.last_visit(desk.database, member_id.bytes)
        lots = points_lots(desk, member_id.bytes, visited)
        rows = PointsRows(entries=[entry_row(desk, member_id, entry_id, -points, reason, at)])
        rows.allocations.extend(
            (entry_id.bytes, lot_id.bytes, -part)
            for lot_id, part in allocate(points, lots, desk.today())
        )
        self._post(member_id, -points, entry_id, rows)

    def activity(self, member_id: UUID, activity_id: str, reason: str) -> PointsMoved:
        """Points for something done by hand, as often a day as the scheme allows.

        Raises NotInScheme, ActivityLimit, and as `adjust`.
        """
        activity = self._activity(activity_id)
        why = checked_reason(reason, required=activity.by_hand)

        def work() -> PointsMoved:
            moved = self.for_activity(member_id, activity, why)
            if moved is None:
                raise ActivityLimit(activity.name, activity.per_day)
            return moved

        return self._desk.transaction(work)

    def for_activity(
        self, member_id: UUID, activity: Activity, reason: str = ""
    ) -> PointsMoved | None:
        """The same inside the caller's transaction; None where the day's count is reached."""
        desk = self._desk
        at = stamp(desk)
        done = stored.activities_of_day(desk.database, member_id.bytes, activity.id, at.day)
        if activity.per_day and done >= activity.per_day:
            return None
        entry_id = uuid7()
        why = reason or activity.name.said(desk.settings.language)
        moved = self._adjust(member_id, activity.points, why, entry_id)
        rows = LedgerRows()
        rows.add("activity_entry", new_id(), member_id.bytes, activity.id, entry_id.bytes, at.day)
        if activity.qualifies:
            rows.add(
                "qualifying_entry", member_id.bytes, at.day, entry_id.bytes, 0, activity.points
            )
            # Few activities count for a tier: what raises one is loaded where one does.
            from app.services.tier_rising import add_reached

            add_reached(desk, rows, member_id, at)
        ledgers.insert(desk.database, rows)
        return moved

    def group(self, *, tag: str = "", tier: str = "") -> tuple[UUID, ...]:
        """The members with a tag, or in a tier today; with neither, everybody; not archived."""
        desk = self._desk
        first = desk.scheme.tiers is not None and desk.scheme.tiers.tiers[0].id == tier
        ids = stored.group(
            desk.database, tag=tag, tier=tier, day=desk.today().isoformat(), or_none=first
        )
        return tuple(UUID(bytes=member_id) for member_id in ids)

    def _activity(self, activity_id: str) -> Activity:
        known = self._desk.scheme.activities
        for activity in known:
            if activity.id == activity_id:
                return activity
        raise NotInScheme("activity", activity_id[:40], ", ".join(each.id for each in known))

    def _allowed(self, op_id: UUID, points: int) -> None:
        """Refuse points by hand over a limit, but no repeat; record who approved them."""
        desk = self._desk
        if stored.entry(desk.database, op_id.bytes) is None:
            approver = desk.require(Power.POINTS_BY_HAND, points)
            if approver is not None:
                audit(desk, "points.by_hand", op_id, approved_by=approver, amount=points)

    def _adjust(self, member_id: UUID, points: int, reason: str, entry_id: UUID) -> PointsMoved:
        desk = self._desk
        first = stored.entry(desk.database, entry_id.bytes)
        if first is not None:
            before = stored.balance_before(desk.database, member_id.bytes, first[1])
            return PointsMoved(entry_id, first[0], before, before + first[0])
        facts = buyer(desk, member_id).facts
        before = facts.points
        at = stamp(desk)
        rows = PointsRows()
        rows.entries.append(entry_row(desk, member_id, entry_id, points, reason, at))
        if points > 0:
            rows.lots += lot_rows(desk, member_id, entry_id, kept_in_lot(points, before), at)
        else:
            today = desk.today()
            lots = points_lots(
                desk, member_id.bytes, stored.last_visit(desk.database, member_id.bytes)
            )
            held = sum(lot.remaining for lot in lots if is_usable(lot, today))
            if -points > min(held, before):
                raise PointsTooFew(-points, max(0, min(held, before)))
            rows.allocations.extend(
                (entry_id.bytes, lot_id.bytes, -part)
                for lot_id, part in allocate(-points, lots, today)
            )
        self._post(member_id, points, entry_id, rows)
        return PointsMoved(entry_id, points, before, before + points)

    def _lots(self, member_id: UUID, entry_id: UUID, points: int, at: Stamp) -> list[Row]:
        """The lot of points given now, less what repays a debt."""
        held = stored.balances(self._desk.database, [member_id.bytes]).get(member_id.bytes, 0)
        return lot_rows(self._desk, member_id, entry_id, kept_in_lot(points, held), at)

    def _post(self, member_id: UUID, points: int, entry_id: UUID, rows: PointsRows) -> None:
        database = self._desk.database
        stored_sales.insert_points(database, rows)
        stored_sales.add_to_summary(database, member_id.bytes, points=points)
        chain = SealChain(database, self._desk.till.till_id.bytes)
        chain.add("points", entry_id.bytes, points_form(rows))
        chain.write()

    def give_each(self, members: Sequence[UUID], points: int, reason: str, op_id: UUID) -> int:
        """Give each of some members who have nothing of this grant yet, inside the caller's
        transaction, which has asked who may; how many that were."""
        desk, at = self._desk, stamp(self._desk)
        entries = {uuid5(op_id, member_id.hex): member_id for member_id in members}
        known = stored.entries_among(desk.database, [entry.bytes for entry in entries])
        present = stored.living_among(desk.database, [one.bytes for one in members])
        held = stored.balances(desk.database, [one.bytes for one in members])
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        everything, given = PointsRows(), 0
        for entry_id, member_id in entries.items():
            if entry_id.bytes in known or member_id.bytes not in present:
                continue
            rows = PointsRows(
                entries=[entry_row(desk, member_id, entry_id, points, reason, at)],
                lots=lot_rows(
                    desk, member_id, entry_id, kept_in_lot(points, held[member_id.bytes]), at
                ),
            )
            everything.entries += rows.entries
            everything.lots += rows.lots
            chain.add("points", entry_id.bytes, points_form(rows))
            given += 1
        stored_sales.insert_points(desk.database, everything)
        for entry in everything.entries:
            stored_sales.add_to_summary(desk.database, entry[1], points=points)
        chain.write()
        return given

    def take_each(
        self, lots: Sequence[tuple[bytes, bytes, int]], reason: str
    ) -> tuple[TakenBack, ...]:
        """Take out of each of these (member, lot, points left) what is in it, but never more
        than the member has; inside the caller's transaction, which has asked who may."""
        desk, at, everything = self._desk, stamp(self._desk), PointsRows()
        held = stored.balances(desk.database, list({member for member, _, _ in lots}))
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        taken: list[TakenBack] = []
        for member, lot, left in lots:
            points = min(left, held[member])
            if points <= 0:
                continue
            entry_id = uuid7()
            rows = PointsRows(
                entries=[entry_row(desk, UUID(bytes=member), entry_id, -points, reason, at)],
                allocations=[(entry_id.bytes, lot, -points)],
            )
            everything.entries += rows.entries
            everything.allocations += rows.allocations
            chain.add("points", entry_id.bytes, points_form(rows))
            held[member] -= points
            taken.append(TakenBack(entry_id, member, lot, points))
        stored_sales.insert_points(desk.database, everything)
        for each in taken:
            stored_sales.add_to_summary(desk.database, each.member_id, points=-each.points)
        chain.write()
        return tuple(taken)


def entry_row(
    desk: Desk, member_id: UUID, entry_id: UUID, points: int, reason: str, at: Stamp
) -> Row:
    """An `adjust` entry, columns as in `models.sales.ENTRY_COLUMNS`."""
    return (
        entry_id.bytes,
        member_id.bytes,
        None,
        None,
        "adjust",
        points,
        reason,
        desk.scheme.version,
        at.staff_id,
        at.at_ms,
        at.day,
    )


def lot_rows(desk: Desk, member_id: UUID, entry_id: UUID, points: int, at: Stamp) -> list[Row]:
    """The lot of points given outside a sale: usable at once, lapsing as the scheme says; none
    for no points."""
    if not points:
        return []
    terms = desk.scheme.points
    day = date.fromisoformat(at.day)
    last = expires_on(day, terms)
    until = None if last is None else max(last, available_from(day, terms)).isoformat()
    return [(new_id(), member_id.bytes, entry_id.bytes, points, at.day, until)]


def _check(points: int) -> None:
    if points == 0:
        raise FieldInvalid("points", "zero")
    if abs(points) > POINTS_LIMIT:
        raise FieldInvalid("points", "too_large", str(points))
