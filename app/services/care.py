"""Follow-ups (回访): made by the owner's rules or by hand, given to an adviser, done one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.errors import CareChanged, CareClosed, CareUnknown, FieldInvalid, MemberUnknown
from app.models import follow_ups as stored
from app.models.database import Row
from app.models.merges import owner
from app.services.as_written import reading
from app.services.care_types import (
    FollowUp,
    FollowUpEntry,
    FollowUps,
    Whom,
)
from app.services.desk import Desk
from app.services.follow_up_rules import WHAT_LENGTH, check_adviser
from app.services.ids import uuid7
from app.services.rules.care.follow_ups import (
    FollowUpKind,
    Outcome,
    next_due,
    occasion_day,
)
from app.services.rules.days import from_millis
from app.services.texts import checked_text

NOTE_LENGTH = 500
PAGE = 200
FAR_DAYS = 3660


class Scope(StrEnum):
    """Which follow-ups a list shows."""

    TODAY = "today"
    COMING = "coming"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class _Step:
    """What an entry says of a follow-up from now on."""

    kind: str
    due_on: str | None
    adviser: bytes | None
    note: str = ""


class Care:
    """Keeps what was promised to members. Every entry is kept; who looked sees the newest."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- what is to be done -----------------------------------------------------------

    @reading
    def get(self, follow_up_id: UUID) -> FollowUp:
        """One follow-up. Raises CareUnknown."""
        row = stored.shown(self._desk.database, follow_up_id.bytes)
        if row is None:
            raise CareUnknown("follow_up")
        return self._told(row)

    @reading
    def open_for(self, member_id: UUID) -> tuple[FollowUp, ...]:
        """What is open for a member, soonest first, whenever it is due; found by an index."""
        rows = stored.open_of(self._desk.database, member_id.bytes)
        return tuple(self._told(row) for row in rows)

    @reading
    def of_member(self, member_id: UUID, limit: int = PAGE) -> tuple[FollowUp, ...]:
        """Everything of a member: what is open, then what is over, newest first."""
        rows = stored.of_member(self._desk.database, member_id.bytes, limit)
        return tuple(self._told(row) for row in rows)

    @reading
    def history(self, follow_up_id: UUID) -> tuple[FollowUpEntry, ...]:
        """What was done with a follow-up, oldest first."""
        return tuple(
            FollowUpEntry(
                row[2], row[3], _day(row[4]), row[6], row[7], from_millis(row[8], self._desk.zone)
            )
            for row in stored.entries(self._desk.database, follow_up_id.bytes)
        )

    @reading
    def listed(
        self,
        scope: Scope = Scope.TODAY,
        adviser_id: UUID | None = None,
        *,
        limit: int = PAGE,
        offset: int = 0,
    ) -> FollowUps:
        """A page of what is due to today, of what is to come, or of what was closed today.

        With an adviser: theirs, and what is nobody's. Members who are archived are left out.
        """
        database, today = self._desk.database, self._desk.today()
        key = None if adviser_id is None else adviser_id.bytes
        if scope is Scope.CLOSED:
            day = today.isoformat()
            rows = stored.closed_on(database, day, key, limit, offset)
            total = stored.count_closed(database, day, key)
        else:
            first, last = _span(scope, today)
            rows = stored.due(database, first, last, key, limit, offset)
            total = stored.count_due(database, first, last, key)
        return FollowUps(tuple(self._told(row) for row in rows), total)

    @reading
    def counts(self, adviser_id: UUID | None = None) -> tuple[int, int, int]:
        """How many there are of each scope, in its order."""
        database, today = self._desk.database, self._desk.today()
        key = None if adviser_id is None else adviser_id.bytes
        return (
            stored.count_due(database, *_span(Scope.TODAY, today), key),
            stored.count_due(database, *_span(Scope.COMING, today), key),
            stored.count_closed(database, today.isoformat(), key),
        )

    @reading
    def count_today(self, adviser_id: UUID | None = None) -> int:
        """How many are due to the end of today."""
        first, last = _span(Scope.TODAY, self._desk.today())
        key = None if adviser_id is None else adviser_id.bytes
        return stored.count_due(self._desk.database, first, last, key)

    # --- doing it ---------------------------------------------------------------------

    def make(
        self, op_id: UUID, member_id: UUID, what: str, due_on: date, adviser_id: UUID | None = None
    ) -> FollowUp:
        """Promise something by hand; a repeated `op_id` makes one.

        Raises FieldInvalid, MemberUnknown.
        """
        text = checked_text("what", what, WHAT_LENGTH, required=True)
        self._check_day(due_on)

        def work() -> FollowUp:
            desk = self._desk
            if stored.shown(desk.database, op_id.bytes) is None:
                check_adviser(self._desk, adviser_id)
                whose = self._whose(member_id)
                adviser = None if adviser_id is None else adviser_id.bytes
                row = (op_id.bytes, whose, None, "", text, desk.now_ms(), due_on.isoformat())
                stored.insert(desk.database, [(*row, adviser)])
                step = _Step("made", due_on.isoformat(), adviser)
                self._enter(uuid7(), op_id.bytes, 1, step)
            return self.get(op_id)

        return self._desk.transaction(work)

    def outcome(
        self,
        op_id: UUID,
        follow_up_id: UUID,
        outcome: Outcome,
        note: str = "",
        *,
        later_on: date | None = None,
        seen: int | None = None,
    ) -> FollowUp:
        """Say what came of it; a repeated `op_id` says it once.

        Nobody answered: it is due again tomorrow, and over after the third time in a row. `later`
        needs its day. `seen` is the newest entry that was shown. Raises FieldInvalid, CareUnknown,
        CareClosed, CareChanged.
        """
        kept = checked_text("note", note, NOTE_LENGTH, lines=True)
        if outcome is Outcome.LATER:
            self._check_later(later_on)

        def step(now: FollowUp) -> _Step:
            unanswered = self._unanswered(now.follow_up_id)
            due = next_due(outcome, self._desk.today(), later_on, unanswered)
            due_on = None if due is None else due.isoformat()
            return _Step(outcome.value, due_on, _key(now.adviser_id), kept)

        return self._step(op_id, follow_up_id, step, seen)

    def give(
        self, op_id: UUID, follow_up_id: UUID, adviser_id: UUID | None, *, seen: int | None = None
    ) -> FollowUp:
        """Give it to somebody, or to nobody; a repeated `op_id` gives it once.

        Raises CareUnknown, CareClosed, CareChanged.
        """

        def step(now: FollowUp) -> _Step:
            check_adviser(self._desk, adviser_id)
            return _Step("given", None if now.due_on is None else now.due_on.isoformat(),
                         _key(adviser_id))  # fmt: skip

        return self._step(op_id, follow_up_id, step, seen)

    def undo(self, op_id: UUID, follow_up_id: UUID, entry: int) -> FollowUp:
        """Take its newest entry back, the `entry`th: it stands as before; once for one `op_id`.

        Raises CareUnknown, CareChanged where something was done with it since.
        """

        def work() -> FollowUp:
            database = self._desk.database
            if stored.entry_owner(database, op_id.bytes) is None:
                now = self.get(follow_up_id)
                if now.seen != entry or entry < 2 or now.last == "undone":
                    raise CareChanged(now.last_by)
                rows = stored.entries(database, follow_up_id.bytes)
                before = rows[entry - 2]
                step = _Step("undone", before[4], before[5])
                self._enter(op_id, follow_up_id.bytes, entry + 1, step)
                stored.stand(database, follow_up_id.bytes, step.due_on, step.adviser)
            return self.get(follow_up_id)

        return self._desk.transaction(work)

    def _step(
        self,
        op_id: UUID,
        follow_up_id: UUID,
        make_step: Callable[[FollowUp], _Step],
        seen: int | None,
    ) -> FollowUp:
        def work() -> FollowUp:
            database = self._desk.database
            if stored.entry_owner(database, op_id.bytes) is None:
                now = self.get(follow_up_id)
                if not now.is_open:
                    raise CareClosed(now.last_by)
                if seen is not None and now.seen != seen:
                    raise CareChanged(now.last_by)
                step = make_step(now)
                self._enter(op_id, follow_up_id.bytes, now.seen + 1, step)
                stored.stand(database, follow_up_id.bytes, step.due_on, step.adviser)
            return self.get(follow_up_id)

        return self._desk.transaction(work)

    def _enter(self, entry_id: UUID, follow_up: bytes, number: int, step: _Step) -> None:
        desk = self._desk
        row = (
            entry_id.bytes, follow_up, number, step.kind, step.note, step.due_on, step.adviser,
            desk.staff.staff_id.bytes, desk.now_ms(), desk.today().isoformat(),
        )  # fmt: skip
        stored.insert_entries(desk.database, [row])

    def _unanswered(self, follow_up_id: UUID) -> int:
        """How often in a row nobody answered; who was undone never asked."""
        counts = [0]
        for row in stored.entries(self._desk.database, follow_up_id.bytes):
            if row[2] == "undone":
                counts.pop()
            elif row[2] == Outcome.NO_ANSWER:
                counts.append(counts[-1] + 1)
            else:
                counts.append(counts[-1] if row[2] == "given" else 0)
        return counts[-1]

    def _whose(self, member_id: UUID) -> bytes:
        """The member that this one is now. Raises MemberUnknown."""
        if not stored.is_member(self._desk.database, member_id.bytes):
            raise MemberUnknown("")
        return owner(self._desk.database, member_id.bytes)

    def _check_day(self, day: date) -> None:
        away = (day - self._desk.today()).days
        if away < 0:
            raise FieldInvalid("due_on", "in_the_past", day.isoformat())
        if away > FAR_DAYS:
            raise FieldInvalid("due_on", "out_of_range", day.isoformat())

    def _check_later(self, day: date | None) -> None:
        if day is None:
            raise FieldInvalid("due_on", "required")
        self._check_day(day)
        if day == self._desk.today():
            raise FieldInvalid("due_on", "in_the_past", day.isoformat())

    def _told(self, row: Row) -> FollowUp:
        return FollowUp(
            follow_up_id=UUID(bytes=row[0]),
            member=Whom(UUID(bytes=row[1]), row[2], row[3], row[4]),
            what=row[5],
            kind=FollowUpKind(row[6]) if row[6] else None,
            occasion_on=occasion_day(row[7]),
            due_on=_day(row[9]),
            adviser_id=None if row[10] is None else UUID(bytes=row[10]),
            adviser=row[11],
            seen=row[12],
            last=row[13],
            note=row[14],
            last_at=from_millis(row[15], self._desk.zone),
            last_by=row[16],
        )


def _span(scope: Scope, today: date) -> tuple[str, str]:
    if scope is Scope.TODAY:
        return date.min.isoformat(), today.isoformat()
    first = date.fromordinal(min(today.toordinal() + 1, date.max.toordinal()))
    return first.isoformat(), date.max.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _key(staff_id: UUID | None) -> bytes | None:
    return None if staff_id is None else staff_id.bytes
