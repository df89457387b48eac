"""The session of the drawer that a sale, a taking or a refund belongs to."""

from datetime import date, datetime
from uuid import UUID

from app.errors import SessionNotOpen
from app.models import cash as stored
from app.models import settings as stored_settings
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.days import to_millis

Standing = tuple[bytes | None, bytes | None]


def open_session(desk: Desk, day: date, standing: Standing | None = None) -> UUID | None:
    """The session that what happens on `day` is booked to, where it is open already; `standing`
    is what `models.cash.sessions_of` tells, where somebody has asked."""
    counted, found = standing or stored.sessions_of(
        desk.database, desk.till.till_id.bytes, day.isoformat()
    )
    if (counted is not None or desk.settings.count_cash) and day >= desk.today():
        found = counted
    return None if found is None else UUID(bytes=found)


def session_of(
    desk: Desk, day: date, opened_at: datetime, standing: Standing | None = None
) -> UUID:
    """Where what happens on `day` is booked: one way for all, inside the caller's transaction.

    The session that was opened with a float, whatever midnight has passed since; else, where
    the shop does not count, the till's automatic session of that day, opened by the first that
    needs it. What is dated back to an earlier day never was in today's drawer: it goes to that
    day's automatic session. Raises SessionNotOpen where the shop counts and nobody has opened.
    """
    found = open_session(desk, day, standing)
    if found is not None:
        return found
    if day >= desk.today() and desk.settings.count_cash:
        raise SessionNotOpen
    made = uuid7()
    stored_settings.start_session(
        desk.database,
        made.bytes,
        desk.till.till_id.bytes,
        day.isoformat(),
        to_millis(opened_at),
        opened_by=desk.staff.staff_id.bytes,
    )
    return made
