"""The end of a session: its Z report, sealed, in one transaction with the closing itself."""

from uuid import UUID

from app.models import cash as stored
from app.models.database import Row
from app.services.cash_reading import SessionRow, read_report
from app.services.desk import Desk, audit
from app.services.ids import uuid7
from app.services.rules.day_report import Count, ZReport
from app.services.rules.day_report_form import dump_z
from app.services.rules.days import to_millis
from app.services.seals import SealChain, row_form


def end_session(
    desk: Desk,
    session: SessionRow,
    count: Count | None,
    reason: str,
    approved_by: UUID | None = None,
) -> ZReport:
    """Close one session and write its Z report, sealed, in the caller's transaction."""
    now = desk.now()
    database = desk.database
    last = stored.last_z(database, session.till_id)
    made = ZReport(
        number=1 if last is None else last[0] + 1,
        report=read_report(desk, session, now, count),
        closed_by=desk.staff.name,
        count=count,
        reason=reason,
        shop_name=desk.settings.name,
        currency=desk.settings.currency,
    )
    z_id, now_ms = uuid7(), to_millis(now)
    row: Row = (
        z_id.bytes,
        session.till_id,
        made.number,
        session.session_id,
        desk.staff.staff_id.bytes,
        session.day,
        now_ms,
        made.expected_minor,
        made.counted_minor,
        made.over_short_minor,
        reason,
        dump_z(made),
    )
    stored.end_session(database, session.session_id, now_ms)
    stored.add_z(database, row)
    chain = SealChain(database, session.till_id)
    chain.add("z_report", z_id.bytes, row_form("z_report", row))
    chain.write()
    over = made.over_short_minor
    audit(desk, "session_closed", z_id, approved_by=approved_by, number=made.number,
          over_short=over, why=reason)  # fmt: skip
    return made
