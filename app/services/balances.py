"""Points as of today: what has lapsed never counts, its entry written or not (rule 11)."""

from collections.abc import Sequence
from datetime import date

from app.models import due as stored
from app.services.desk import Desk
from app.services.rules.days import from_millis
from app.services.rules.lots import moved_by_visit
from app.services.rules.scheme.earning import PointsExpiry


def lapsed_points(desk: Desk, member_ids: Sequence[bytes] | None = None) -> dict[bytes, int]:
    """Points that stored balances still hold though they have lapsed, by member; of everybody
    where no members are named. Empty once the due jobs of today are done."""
    today = desk.today()
    through = stored.through(desk.database)
    if through is not None and through >= today.isoformat():
        return {}
    lapsed: dict[bytes, int] = {}
    for member_id, remaining, expires_on, version, last_visit_at in stored.lapsed_lots(
        desk.database, today.isoformat(), member_ids
    ):
        if not _kept_by_visit(desk, date.fromisoformat(expires_on), version, last_visit_at):
            lapsed[member_id] = lapsed.get(member_id, 0) + remaining
    return lapsed


def _kept_by_visit(desk: Desk, expires_on: date, version: int, last_visit_at: int) -> bool:
    """Whether a visit moved the last day of a lot to today or later."""
    terms = desk.schemes[version].points
    if terms.expiry is not PointsExpiry.INACTIVITY or not last_visit_at:
        return False
    visited = desk.business_date(from_millis(last_visit_at, desk.zone))
    moved = moved_by_visit(expires_on, terms, visited)
    return moved is not None and moved >= desk.today()
