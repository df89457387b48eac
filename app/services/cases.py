"""Feedback and complaints (反馈与投诉): taken down once, looked after until they are solved."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.errors import CareChanged, CareClosed, CareUnknown, FieldInvalid, MemberUnknown
from app.models import cases as stored
from app.models import follow_ups
from app.models.database import Row
from app.models.merges import owner
from app.services.as_written import reading
from app.services.care_types import Case, CaseEntry, Cases, Feedback, FeedbackDraft, Whom
from app.services.desk import Desk, audit
from app.services.follow_up_rules import check_adviser
from app.services.ids import uuid7
from app.services.rules.care.feedback import SCORES, opens_case
from app.services.rules.days import from_millis
from app.services.texts import checked_text

WORDS_LENGTH = 500
PAGE = 200


class CaseBook:
    """Takes feedback down; a complaint or a low score opens a case, which ends solved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- feedback -----------------------------------------------------------------------

    def take(self, op_id: UUID, draft: FeedbackDraft) -> Case | None:
        """Take feedback down, once for an `op_id`; the case that it opened, None for none.

        Raises FieldInvalid, MemberUnknown.
        """
        kept = self._checked(draft)

        def work() -> Case | None:
            desk = self._desk
            if not stored.has_feedback(desk.database, op_id.bytes):
                self._keep(op_id, kept)
            row = stored.case_of_feedback(desk.database, op_id.bytes)
            return None if row is None else self._told(row)

        return self._desk.transaction(work)

    def is_taken(self, op_id: UUID) -> bool:
        """Whether this feedback was taken down already."""
        return stored.has_feedback(self._desk.database, op_id.bytes)

    def _checked(self, draft: FeedbackDraft) -> FeedbackDraft:
        words = checked_text("words", draft.words, WORDS_LENGTH, lines=True)
        if draft.score is not None and draft.score not in SCORES:
            raise FieldInvalid("score", "not_a_score", str(draft.score))
        if not words and (draft.complaint or draft.score is None):
            raise FieldInvalid("words", "required")
        return FeedbackDraft(
            draft.score, words, draft.complaint, draft.member_id, draft.sale_id, draft.adviser_id
        )

    def _keep(self, op_id: UUID, draft: FeedbackDraft) -> None:
        desk = self._desk
        member = self._whose(draft.member_id)
        sale = None if draft.sale_id is None else draft.sale_id.bytes
        stamp = desk.staff.staff_id.bytes, desk.now_ms(), desk.today().isoformat()
        stored.insert_feedback(
            desk.database,
            (op_id.bytes, member, sale, draft.score, draft.words, int(draft.complaint), *stamp),
        )
        if opens_case(draft.score, complaint=draft.complaint):
            self._open(op_id, draft, member)

    def _open(self, op_id: UUID, draft: FeedbackDraft, member: bytes | None) -> None:
        desk = self._desk
        check_adviser(desk, draft.adviser_id)
        adviser = None if draft.adviser_id is None else draft.adviser_id.bytes
        if adviser is None and member is not None:
            adviser = follow_ups.advisers(desk.database, [member]).get(member)
        case_id, number = uuid7(), stored.next_number(desk.database)
        what = draft.words or str(draft.score)
        stored.insert_case(
            desk.database,
            (case_id.bytes, number, member, op_id.bytes, what, desk.now_ms(),
             desk.today().isoformat(), "open", adviser),
        )  # fmt: skip
        self._enter(uuid7(), case_id.bytes, (1, "opened", ""), ("open", adviser))
        audit(desk, "case.opened", case_id, number=number)

    def _whose(self, member_id: UUID | None) -> bytes | None:
        if member_id is None:
            return None
        if not follow_ups.is_member(self._desk.database, member_id.bytes):
            raise MemberUnknown("")
        return owner(self._desk.database, member_id.bytes)

    @reading
    def feedback_of(self, member_id: UUID, limit: int = PAGE) -> tuple[Feedback, ...]:
        """What a member said, newest first."""
        return tuple(
            Feedback(
                row[1],
                row[2],
                bool(row[3]),
                row[4],
                from_millis(row[5], self._desk.zone),
                row[6],
            )
            for row in stored.feedback_of(self._desk.database, member_id.bytes, limit)
        )

    @reading
    def scores(self, first: date, last: date) -> dict[int, int]:
        """How often each score was given from one business day to another; all five are there."""
        rows = stored.scores(self._desk.database, first.isoformat(), last.isoformat())
        return dict.fromkeys(SCORES, 0) | {int(row[0]): int(row[1]) for row in rows}

    # --- cases --------------------------------------------------------------------------

    @reading
    def get(self, case_id: UUID) -> Case:
        """One case. Raises CareUnknown."""
        row = stored.case(self._desk.database, case_id.bytes)
        if row is None:
            raise CareUnknown("case")
        return self._told(row)

    @reading
    def listed(self, *, solved: bool = False, limit: int = PAGE, offset: int = 0) -> Cases:
        """A page of cases: open ones, the oldest first; or solved ones, the newest first."""
        database, state = self._desk.database, "solved" if solved else "open"
        rows = stored.cases(database, state, limit, offset)
        return Cases(tuple(self._told(row) for row in rows), stored.count(database, state))

    @reading
    def counts(self) -> tuple[int, int]:
        """How many are open, and how many solved."""
        database = self._desk.database
        return stored.count(database, "open"), stored.count(database, "solved")

    @reading
    def of_member(self, member_id: UUID) -> tuple[Case, ...]:
        """All cases of a member, what is open first."""
        rows = stored.cases_of(self._desk.database, member_id.bytes)
        return tuple(self._told(row) for row in rows)

    @reading
    def history(self, case_id: UUID) -> tuple[CaseEntry, ...]:
        """What was done with a case, oldest first."""
        return tuple(
            CaseEntry(row[0], row[1], row[2], row[3], from_millis(row[4], self._desk.zone))
            for row in stored.entries(self._desk.database, case_id.bytes)
        )

    def note(self, op_id: UUID, case_id: UUID, note: str) -> Case:
        """Write down what was done or said; once for an `op_id`.

        Raises FieldInvalid, CareUnknown.
        """
        kept = checked_text("note", note, WORDS_LENGTH, required=True, lines=True)
        return self._step(op_id, case_id, lambda now: ("note", kept, now.state, now.adviser_id))

    def give(self, op_id: UUID, case_id: UUID, adviser_id: UUID | None) -> Case:
        """Give it to somebody, or to nobody. Raises FieldInvalid, CareUnknown."""

        def step(now: Case) -> tuple[str, str, str, UUID | None]:
            check_adviser(self._desk, adviser_id)
            return "given", "", now.state, adviser_id

        return self._step(op_id, case_id, step)

    def solve(self, op_id: UUID, case_id: UUID, note: str, *, seen: int | None = None) -> Case:
        """Say how it was put right. Raises FieldInvalid, CareUnknown, CareClosed, CareChanged."""
        kept = checked_text("note", note, WORDS_LENGTH, required=True, lines=True)

        def step(now: Case) -> tuple[str, str, str, UUID | None]:
            if not now.is_open:
                raise CareClosed(now.last_by)
            if seen is not None and seen != now.seen:
                raise CareChanged(now.last_by)
            audit(self._desk, "case.solved", case_id, number=now.number)
            return "solved", kept, "solved", now.adviser_id

        return self._step(op_id, case_id, step)

    def reopen(self, op_id: UUID, case_id: UUID, note: str = "") -> Case:
        """It was not put right after all. Raises FieldInvalid, CareUnknown, CareChanged."""
        kept = checked_text("note", note, WORDS_LENGTH, lines=True)

        def step(now: Case) -> tuple[str, str, str, UUID | None]:
            if now.is_open:
                raise CareChanged(now.last_by)
            audit(self._desk, "case.reopened", case_id, number=now.number)
            return "reopened", kept, "reopened", now.adviser_id

        return self._step(op_id, case_id, step)

    def _step(
        self,
        op_id: UUID,
        case_id: UUID,
        make: Callable[[Case], tuple[str, str, str, UUID | None]],
    ) -> Case:
        def work() -> Case:
            database = self._desk.database
            if not stored.has_entry(database, op_id.bytes):
                now = self.get(case_id)
                kind, note, state, adviser_id = make(now)
                adviser = None if adviser_id is None else adviser_id.bytes
                self._enter(op_id, case_id.bytes, (now.seen + 1, kind, note), (state, adviser))
                stored.stand(database, case_id.bytes, state, adviser)
            return self.get(case_id)

        return self._desk.transaction(work)

    def _enter(
        self,
        entry_id: UUID,
        case: bytes,
        what: tuple[int, str, str],
        stands: tuple[str, bytes | None],
    ) -> None:
        desk = self._desk
        stamp = desk.staff.staff_id.bytes, desk.now_ms(), desk.today().isoformat()
        stored.insert_entry(desk.database, (entry_id.bytes, case, *what, *stands, *stamp))

    def _told(self, row: Row) -> Case:
        opened = date.fromisoformat(row[7])
        return Case(
            case_id=UUID(bytes=row[0]),
            number=row[1],
            member=None if row[2] is None else Whom(UUID(bytes=row[2]), *row[3:6]),
            what=row[6],
            opened_on=opened,
            age_days=max(0, (self._desk.today() - opened).days),
            state=row[8],
            adviser_id=None if row[9] is None else UUID(bytes=row[9]),
            adviser=row[10],
            score=row[11],
            seen=row[12],
            last=row[13],
            note=row[14],
            last_at=from_millis(row[15], self._desk.zone),
            last_by=row[16],
        )
