"""Plans of care or training of a member: what is agreed, a checklist, the sessions had."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import CareChanged, CareClosed, CareUnknown, FieldInvalid, MemberUnknown
from app.models import follow_ups
from app.models import measures as stored
from app.models.database import Row
from app.models.merges import ids_of, owner
from app.services.as_written import reading
from app.services.desk import Desk
from app.services.passes import Passes
from app.services.rules.days import from_millis
from app.services.takings import Takings
from app.services.texts import checked_text

NAME_LENGTH = 60
WORDS_LENGTH = 2_000
STEP_LENGTH = 120
STEPS_MOST = 40
SESSIONS_MOST = 1_000
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as it is agreed; with a pass its sessions are the uses of that pass."""

    name: str
    words: str = ""
    steps: tuple[str, ...] = ()
    sessions: int = 0
    pass_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist."""

    position: int
    what: str
    done_at: datetime | None
    done_by: str


@dataclass(frozen=True, slots=True)
class Session:
    """One session that was had."""

    note: str
    by: str
    day: date


@dataclass(frozen=True, slots=True)
class CarePlan:
    """A plan and how far it is: `used` sessions of `sessions` (0 where none were agreed)."""

    plan_id: UUID
    name: str
    words: str
    made_at: datetime
    ended_on: date | None
    steps: tuple[Step, ...]
    had: tuple[Session, ...]
    sessions: int
    used: int
    pass_id: UUID | None


class CarePlans:
    """Keeps plans; a session of one with a pass uses the pass, in one transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._passes = Passes(desk, Takings(desk))

    @reading
    def of_member(self, member_id: UUID) -> tuple[CarePlan, ...]:
        """All plans of a member and of who was merged into them, what runs first."""
        rows = stored.plans_of(self._desk.database, member_id.bytes)
        return tuple(self._told(row) for row in rows)

    @reading
    def get(self, plan_id: UUID) -> CarePlan:
        """One plan. Raises CareUnknown."""
        row = stored.plan(self._desk.database, plan_id.bytes)
        if row is None:
            raise CareUnknown("care_plan")
        return self._told(row)

    def make(self, op_id: UUID, member_id: UUID, draft: PlanDraft) -> CarePlan:
        """Agree on a plan; a repeated `op_id` makes one.

        Raises FieldInvalid, MemberUnknown, CareUnknown (a pass of somebody else).
        """
        name = checked_text("name", draft.name, NAME_LENGTH, required=True)
        words = checked_text("words", draft.words, WORDS_LENGTH, lines=True)
        steps = tuple(
            checked_text("steps", step, STEP_LENGTH) for step in draft.steps if step.strip()
        )
        if len(steps) > STEPS_MOST:
            raise FieldInvalid("steps", "too_many", str(len(steps)))
        if not 0 <= draft.sessions <= SESSIONS_MOST:
            raise FieldInvalid("sessions", "out_of_range", str(draft.sessions))

        def work() -> CarePlan:
            database = self._desk.database
            if stored.plan(database, op_id.bytes) is None:
                whose = self._whose(member_id, draft.pass_id)
                pass_key = None if draft.pass_id is None else draft.pass_id.bytes
                stored.insert_plan(
                    database,
                    (op_id.bytes, whose, name, words, pass_key, draft.sessions,
                     self._desk.now_ms(), None),
                    [(op_id.bytes, at, step) for at, step in enumerate(steps, 1)],
                )  # fmt: skip
            return self.get(op_id)

        return self._desk.transaction(work)

    def _whose(self, member_id: UUID, pass_id: UUID | None) -> bytes:
        database = self._desk.database
        if not follow_ups.is_member(database, member_id.bytes):
            raise MemberUnknown("")
        whose = owner(database, member_id.bytes)
        if pass_id is not None:
            held = self._passes.find(pass_id)
            if held.member_id.bytes not in ids_of(database, whose):
                raise CareUnknown("pass")
        return whose

    def tick(self, plan_id: UUID, position: int, *, done: bool = True) -> CarePlan:
        """A step is done, or is not after all; saying it twice is saying it once.

        Raises CareUnknown, CareClosed.
        """

        def work() -> CarePlan:
            plan = self._running(plan_id)
            step = next((each for each in plan.steps if each.position == position), None)
            if step is None:
                raise CareUnknown("step")
            if (step.done_at is not None) is not done:
                desk = self._desk
                at, by = (desk.now_ms(), desk.staff.staff_id.bytes) if done else (None, None)
                stored.tick(desk.database, plan_id.bytes, position, at, by)
            return self.get(plan_id)

        return self._desk.transaction(work)

    def session(self, op_id: UUID, plan_id: UUID, note: str = "") -> CarePlan:
        """Count a session that was had; once for an `op_id`. With a pass one use of it is taken.

        Raises FieldInvalid, CareUnknown, CareClosed, PassNotUsable, MemberFrozen, MemberArchived.
        """
        kept = checked_text("note", note, NOTE_LENGTH, lines=True)

        def work() -> CarePlan:
            desk = self._desk
            if not stored.has_session(desk.database, op_id.bytes):
                plan = self._running(plan_id)
                if plan.pass_id is not None:
                    self._passes.use(plan.pass_id, op_id=op_id)
                stamp = desk.staff.staff_id.bytes, desk.now_ms(), desk.today().isoformat()
                row = (op_id.bytes, plan_id.bytes, kept, *stamp)
                stored.insert_session(desk.database, row)
            return self.get(plan_id)

        return self._desk.transaction(work)

    def end(self, plan_id: UUID) -> CarePlan:
        """It is over; saying it twice is saying it once. Raises CareUnknown."""

        def work() -> CarePlan:
            if self.get(plan_id).ended_on is None:
                today = self._desk.today().isoformat()
                stored.end_plan(self._desk.database, plan_id.bytes, today)
            return self.get(plan_id)

        return self._desk.transaction(work)

    def go_on(self, plan_id: UUID) -> CarePlan:
        """It is not over after all. Raises CareUnknown, CareChanged where it runs."""

        def work() -> CarePlan:
            if self.get(plan_id).ended_on is None:
                raise CareChanged(self._desk.staff.name)
            stored.end_plan(self._desk.database, plan_id.bytes, None)
            return self.get(plan_id)

        return self._desk.transaction(work)

    def _running(self, plan_id: UUID) -> CarePlan:
        plan = self.get(plan_id)
        if plan.ended_on is not None:
            raise CareClosed(self._desk.staff.name)
        return plan

    def _told(self, row: Row) -> CarePlan:
        database, zone = self._desk.database, self._desk.zone
        plan_id, name, words, pass_key, sessions, made_at, ended_on, _ = row
        had = tuple(
            Session(each[1], each[2], date.fromisoformat(each[4]))
            for each in stored.sessions(database, plan_id)
        )
        used = len(had)
        if pass_key is not None:
            _, sessions, left, _ = stored.pass_uses(database, pass_key)
            used = sessions - left
        steps = tuple(
            Step(each[0], each[1], None if each[2] is None else from_millis(each[2], zone), each[3])
            for each in stored.steps(database, plan_id)
        )
        return CarePlan(
            UUID(bytes=plan_id),
            name,
            words,
            from_millis(made_at, zone),
            None if ended_on is None else date.fromisoformat(ended_on),
            steps,
            had,
            sessions,
            used,
            None if pass_key is None else UUID(bytes=pass_key),
        )
