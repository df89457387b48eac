"""The session of the drawer that a sale or a taking belongs to."""

from datetime import date, datetime
from uuid import UUID

from app.models import settings as stored
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.days import to_millis


def session_of(desk: Desk, day: date, opened_at: datetime) -> UUID:
    """The till's automatic session of that day, opened by the first that needs it."""
    database, till_id = desk.database, desk.till.till_id.bytes
    found = stored.session_of_day(database, till_id, day.isoformat())
    if found is not None:
        return UUID(bytes=found)
    made = uuid7()
    stored.start_session(database, made.bytes, till_id, day.isoformat(), to_millis(opened_at))
    return made
