"""Visits: a sale or a check-in; one of each kind per business day counts once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import MemberArchived, MemberUnknown
from app.models import members as stored_members
from app.models import visits as stored
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.days import from_millis, to_millis


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What a check-in did: whether it was the first today, how many visits count now, and the
    points it brought."""

    first_today: bool
    visits: int
    points: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; `kind` is "sale", "check_in" or "event"."""

    at: datetime
    kind: str
    business_date: date


class Visits:
    """Records check-ins and lists visits. A sale records its visit itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check_in(self, member_id: UUID) -> CheckIn:
        """Record that the member is here. Raises MemberUnknown, MemberArchived."""
        desk = self._desk

        def work() -> CheckIn:
            found = stored_members.strip(desk.database, member_id.bytes)
            if found is None:
                raise MemberUnknown(str(member_id))
            if found[3] == "archived":
                raise MemberArchived(found[0])
            # A visit may move what lapses without one: what has lapsed already stays so.
            desk.before_spending(member_id)
            now = desk.now()
            first = stored.record_visit(
                desk.database,
                member_id.bytes,
                "check_in",
                to_millis(now),
                desk.business_date(now).isoformat(),
                uuid7().bytes,
            )
            points = self._rewarded(member_id) if first and found[3] == "active" else 0
            return CheckIn(first, stored.counted(desk.database, member_id.bytes), points)

        return desk.transaction(work)

    def _rewarded(self, member_id: UUID) -> int:
        """Give what the scheme gives for the visit itself; how many points that was."""
        activities = [each for each in self._desk.scheme.activities if not each.by_hand]
        if not activities:
            return 0
        from app.services.points import Points

        points = Points(self._desk)
        moved = (points.for_activity(member_id, activity) for activity in activities)
        return sum(each.points for each in moved if each is not None)

    def of_member(self, member_id: UUID, limit: int = 20) -> tuple[Visit, ...]:
        """The member's last visits, newest first, in shop time."""
        return tuple(
            Visit(from_millis(at_ms, self._desk.zone), kind, date.fromisoformat(day))
            for at_ms, kind, day in stored.of_member(self._desk.database, member_id.bytes, limit)
        )
