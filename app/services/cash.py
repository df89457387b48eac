"""The drawer of this till: opened with a float, counted blind, closed with a Z report."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.errors import (
    MovementIdTaken,
    SessionClosed,
    SessionNotOpen,
    SessionOpen,
    StorageFailed,
    ZReportUnknown,
)
from app.models import cash as stored
from app.models.database import Row
from app.services.as_written import reading
from app.services.cash_closing import end_session
from app.services.cash_reading import SessionRow, empty_report, read_report
from app.services.cash_types import (
    Difference,
    Moved,
    SessionNow,
    checked_amount,
    checked_count,
)
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.rules.codes import till_prefix
from app.services.rules.day_report import Count, DayReport, ZReport
from app.services.rules.day_report_form import load_z
from app.services.rules.days import from_millis, to_millis
from app.services.rules.powers import Power
from app.services.seals import SealChain, row_form
from app.services.sessions import session_of
from app.services.texts import checked_text

T = TypeVar("T")
REASON_LENGTH = 200
_POWERS = {
    "pay_in": Power.PAY_IN,
    "pay_out": Power.PAY_OUT,
    "drop": Power.DROP,
    "no_sale": Power.NO_SALE,
}


class Cash:
    """Every method is one verb and one transaction, safe to repeat under the same id."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- sessions -----------------------------------------------------------------

    def current(self) -> SessionNow | None:
        """The session that a sale of this moment would go to, where there is one already."""
        session = self._open_session()
        return None if session is None else self._now(session)

    def proposed_float_minor(self) -> int:
        """What was left in the drawer at its last count, else the shop's usual float."""
        left = stored.last_count(self._desk.database, self._desk.till.till_id.bytes)
        return self._desk.settings.cash_float_minor if left is None else left

    def open(self, float_minor: int, *, session_id: UUID | None = None) -> SessionNow:
        """Open a session with a float of zero or more; a repeated id returns the first.

        What is left of automatic sessions is closed with its Z report. Raises SessionOpen,
        FieldInvalid, AmountTooLarge.
        """
        checked_amount("float", float_minor, least=0)
        new = session_id or uuid7()
        database = self._desk.database
        return self._durable(
            lambda: self._open(new, float_minor), lambda: stored.session(database, new.bytes)
        )

    def close_left(self) -> tuple[ZReport, ...]:
        """Close the automatic sessions of earlier days, uncounted, each with its Z report.

        At the start, at midnight and before every verb of the drawer; never inside a sale.
        """
        desk = self._desk
        if not self._left():
            return ()
        return desk.transaction(
            lambda: tuple(end_session(desk, each, None, "") for each in self._left())
        )

    # --- movements ----------------------------------------------------------------

    def pay_in(
        self,
        amount_minor: int,
        reason: str = "",
        *,
        movement_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> Moved:
        """Put cash into the drawer. Raises as `no_sale`, FieldInvalid, AmountTooLarge."""
        return self._moved("pay_in", amount_minor, reason, movement_id, approval)

    def pay_out(
        self,
        amount_minor: int,
        reason: str = "",
        *,
        movement_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> Moved:
        """Pay cash out of the drawer; the amount is above zero. Raises as `pay_in`."""
        return self._moved("pay_out", amount_minor, reason, movement_id, approval)

    def drop(
        self,
        amount_minor: int,
        reason: str = "",
        *,
        movement_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> Moved:
        """Take cash to the safe; the amount is above zero. Raises as `pay_in`."""
        return self._moved("drop", amount_minor, reason, movement_id, approval)

    def no_sale(
        self,
        reason: str = "",
        *,
        movement_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> Moved:
        """Open the drawer without a sale: nothing moves, and it is written down.

        Raises SessionNotOpen, NeedsApproval, MovementIdTaken.
        """
        return self._moved("no_sale", 0, reason, movement_id, approval)

    # --- reports ------------------------------------------------------------------

    @reading
    def x_report(self, *, approval: Approval | None = None) -> DayReport:
        """The session as it stands, expected cash included; it changes nothing.

        Raises NeedsApproval: who counts blind does not see it.
        """
        desk = self._desk
        desk.require(Power.SEE_EXPECTED, approval=approval)

        def work() -> DayReport:
            session, now = self._open_session(), desk.now()
            return empty_report(desk, now) if session is None else read_report(desk, session, now)

        return desk.database.read_transaction(work)

    def count(self, counted: int | Count, *, session_id: UUID | None = None) -> Difference:
        """Compare a count with what should be there; a difference leaves its trace.

        Raises SessionNotOpen, SessionClosed, FieldInvalid, CountWrong, AmountTooLarge.
        """
        count = checked_count(counted, self._desk.settings.currency)
        desk = self._desk

        def work() -> Difference:
            session = self._to_close(session_id)
            report = read_report(desk, session, desk.now())
            found = Difference(report.cash.expected_minor, count.cash_minor)
            if found.over_short_minor:
                audit(
                    desk,
                    "cash_counted",
                    UUID(bytes=session.session_id),
                    expected=found.expected_minor,
                    counted=found.counted_minor,
                )
            return found

        return desk.transaction(work)

    def close(
        self,
        counted: int | Count | None,
        reason: str = "",
        *,
        session_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> ZReport:
        """Close the session with its Z report; a difference is recorded, never refused.

        `counted` None leaves it uncounted. The same `session_id` again, with the same count,
        returns the first report. Raises SessionNotOpen, SessionClosed, NeedsApproval,
        FieldInvalid, CountWrong, AmountTooLarge.
        """
        count = None if counted is None else checked_count(counted, self._desk.settings.currency)
        why = checked_text("reason", reason, REASON_LENGTH)
        desk, asked = self._desk, session_id

        def work() -> ZReport:
            nonlocal asked
            first = self._closed_before(asked, count, why)
            if first is not None:
                return first
            session = self._to_close(asked)
            asked = UUID(bytes=session.session_id)
            approved_by = desk.require(Power.CLOSE_SESSION, approval=approval)
            return end_session(desk, session, count, why, approved_by)

        self.close_left()
        return self._durable(work, lambda: self._closed_before(asked, count, why))

    @reading
    def z_report(self, number: int, till_number: int | None = None) -> ZReport:
        """A Z report as it was stored, of this till where no other is named.

        Raises ZReportUnknown.
        """
        till = self._desk.till.number if till_number is None else till_number
        body = stored.z_body(self._desk.database, till, number)
        if body is None:
            raise ZReportUnknown(f"{till_prefix(till)}-Z{number}")
        return load_z(body)

    def z_report_named(self, text: str) -> ZReport:
        """The Z report called `A0-Z7`, `Z7` or `7`. Raises ZReportUnknown."""
        from app.services.documents.report_told import read_z_number

        found = read_z_number(text)
        if found is None:
            raise ZReportUnknown(text.strip()[:40])
        return self.z_report(found[1], found[0])

    @reading
    def z_reports(self, limit: int = 400) -> tuple[ZReport, ...]:
        """The newest Z reports of the shop, newest first. Raises NeedsApproval."""
        self._desk.require(Power.REPORTS)
        return tuple(load_z(body) for (body,) in stored.z_bodies(self._desk.database, limit))

    # --- inside a transaction -------------------------------------------------------

    def _durable(self, work: Callable[[], T], there: Callable[[], object]) -> T:
        """Run `work`, which finds what it did before; after an I/O error it runs once more where
        that is on the disk after all."""
        try:
            return self._desk.transaction(work)
        except StorageFailed:
            if not there():
                raise
            self._desk.database.settle()
            return self._desk.transaction(work)

    def _open(self, new: UUID, float_minor: int) -> SessionNow:
        desk = self._desk
        database, till_id = desk.database, desk.till.till_id.bytes
        first = stored.session(database, new.bytes)
        if first is not None:
            return self._now(SessionRow(*first))
        standing = stored.counted_session(database, till_id)
        if standing is not None:
            since = from_millis(standing[5], desk.zone)
            raise SessionOpen(f"{since:%Y-%m-%d %H:%M}")
        now = desk.now()
        day = desk.business_date(now).isoformat()
        today = stored.automatic_session(database, till_id, day)
        for each in (*self._left(), *([] if today is None else [SessionRow(*today)])):
            end_session(desk, each, None, "")
        staff_id = desk.staff.staff_id.bytes
        stored.open_counted(database, new.bytes, till_id, day, to_millis(now), staff_id)
        self._write_movement(uuid7(), new, "float", float_minor, "", None)
        audit(desk, "session_opened", new, amount=float_minor)
        made = stored.session(database, new.bytes)
        assert made is not None
        return self._now(SessionRow(*made))

    def _moved(
        self,
        kind: str,
        amount_minor: int,
        reason: str,
        movement_id: UUID | None,
        approval: Approval | None,
    ) -> Moved:
        if kind != "no_sale":
            checked_amount("amount", amount_minor, least=1)
        why = checked_text("reason", reason, REASON_LENGTH)
        signed = -amount_minor if kind in ("pay_out", "drop") else amount_minor
        new = movement_id or uuid7()
        desk = self._desk

        def work() -> Moved:
            first = stored.movement(desk.database, new.bytes)
            if first is not None:
                if tuple(first[4:7]) != (kind, signed, why):
                    raise MovementIdTaken
                return self._told(first)
            approved_by = desk.require(_POWERS[kind], amount_minor, approval)
            now = desk.now()
            session = session_of(desk, desk.business_date(now), now)
            row = self._write_movement(new, session, kind, signed, why, approved_by)
            audit(desk, f"cash_{kind}", new, approved_by=approved_by, amount=signed, why=why)
            return self._told(row)

        self.close_left()
        return self._durable(work, lambda: stored.movement(desk.database, new.bytes))

    def _write_movement(
        self,
        movement_id: UUID,
        session_id: UUID,
        kind: str,
        amount_minor: int,
        reason: str,
        approved_by: UUID | None,
    ) -> Row:
        desk, now = self._desk, self._desk.now()
        row: Row = (
            movement_id.bytes,
            session_id.bytes,
            desk.staff.staff_id.bytes,
            None if approved_by is None else approved_by.bytes,
            kind,
            amount_minor,
            reason,
            to_millis(now),
            desk.business_date(now).isoformat(),
        )
        stored.add_movement(desk.database, row)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("cash", row[0], row_form("cash", row))
        chain.write()
        return row

    def _told(self, row: Row) -> Moved:
        return Moved(
            movement_id=UUID(bytes=row[0]),
            session_id=UUID(bytes=row[1]),
            kind=row[4],
            amount_minor=row[5],
            reason=row[6],
            moved_at=from_millis(row[7], self._desk.zone),
        )

    def _closed_before(self, asked: UUID | None, count: Count | None, why: str) -> ZReport | None:
        """The report that this very closing made before, where it is repeated."""
        closed = None if asked is None else stored.z_of_session(self._desk.database, asked.bytes)
        if closed is None:
            return None
        report = load_z(closed[1])
        return report if (report.count, report.reason) == (count, why) else None

    def _to_close(self, session_id: UUID | None) -> SessionRow:
        """The session asked for, or the one that is open. Raises SessionNotOpen, SessionClosed."""
        database = self._desk.database
        if session_id is None:
            found = self._open_session()
        else:
            row = stored.session(database, session_id.bytes)
            found = None if row is None else SessionRow(*row)
        if found is None:
            raise SessionNotOpen
        closed = stored.z_of_session(database, found.session_id)
        if closed is not None:
            raise SessionClosed(closed[0])
        return found

    def _left(self) -> list[SessionRow]:
        desk = self._desk
        till_id, today = desk.till.till_id.bytes, desk.today().isoformat()
        return [SessionRow(*row) for row in stored.left_sessions(desk.database, till_id, today)]

    def _open_session(self) -> SessionRow | None:
        desk = self._desk
        till_id = desk.till.till_id.bytes
        row = stored.counted_session(desk.database, till_id) or stored.automatic_session(
            desk.database, till_id, desk.today().isoformat()
        )
        return None if row is None else SessionRow(*row)

    def _now(self, session: SessionRow) -> SessionNow:
        desk, day = self._desk, date.fromisoformat(session.day)
        return SessionNow(
            session_id=UUID(bytes=session.session_id),
            automatic=bool(session.automatic),
            business_date=day,
            opened_at=from_millis(session.opened_at, desk.zone),
            opened_by=stored.staff_name(desk.database, session.opened_by),
            left_open=day < desk.today(),
        )
