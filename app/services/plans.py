"""Paid memberships: joined, renewed, switched, cancelled. A fee is revenue without points."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.errors import NoPlan, NotInScheme, PlanHeldAlready
from app.models import ledgers
from app.models import standing as stored_standing
from app.models import value as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.buyers import buyer
from app.services.desk import Desk
from app.services.rules.plans import (
    Cancellation,
    PlanPeriod,
    Switch,
    cancel,
    next_period,
    paid_period,
    switch,
    trial_period,
)
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import FeeRefund, Plan
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import (
    Taking,
    TakingDraft,
    Takings,
    checked_reason,
    new_id,
    paid_out,
    stamp,
)


@dataclass(frozen=True, slots=True)
class MembershipHeld:
    """What a verb did: the plan, the period that holds (or will), and the money that moved."""

    taking: Taking
    kind: str
    plan: Plan
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Running:
    """The newest membership entry that has begun, and those paid ahead."""

    plan: Plan
    kind: str
    begins: date
    period: PlanPeriod
    ahead: tuple[PlanPeriod, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A membership entry to be written."""

    kind: str
    plan: Plan
    begins: date
    period: PlanPeriod


class Plans:
    """Lets members into paid plans, and out again."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._takings = takings

    def fee_to_join(self, member_id: UUID, plan_id: str) -> int:
        """What joining costs now, in minor units: nothing while a trial is free.

        Raises NotInScheme.
        """
        plan = self._plan(plan_id)
        return 0 if self._trial(member_id, plan) else plan.fee_minor

    def fee_to_renew(self, member_id: UUID) -> int:
        """What the next period costs, in minor units. Raises NoPlan, NotInScheme."""
        return self._plan(self._known(member_id).plan.id).fee_minor

    def join(
        self, op_id: UUID, member_id: UUID, plan_id: str, tenders: tuple[Tender, ...] = ()
    ) -> MembershipHeld:
        """Let a member join: the free trial first where they never had a plan, else for the fee.

        Raises NotInScheme, PlanHeldAlready, MemberUnknown, MemberFrozen, MemberArchived, and as
        `Takings.once`. A repeated `op_id` joins once.
        """
        plan = self._plan(plan_id)

        def work() -> MembershipHeld:
            draft = TakingDraft(op_id, "plan", 0, tenders, plan.id, member_id)
            if (first := self._takings.first(draft)) is not None:
                return self._held(first)
            today = self._desk.today()
            buyer(self._desk, member_id)
            running = self._running(member_id)
            if running is not None and not _is_paid_back(running):
                raise PlanHeldAlready(running.plan.name, _end(running))
            trial = trial_period(plan, today) if self._trial(member_id, plan) else None
            if trial is not None:
                return self._write(draft, _Entry("trial", plan, trial.renews_on, trial), 0)
            entry = _Entry("join", plan, today, paid_period(plan, today))
            return self._write(draft, entry, plan.fee_minor)

        return self._takings.durable(op_id, work)

    def renew(self, op_id: UUID, member_id: UUID, tenders: tuple[Tender, ...]) -> MembershipHeld:
        """Pay the next period of the plan a member is in; a repeated `op_id` pays once.

        A plan that was cancelled and paid back cannot be renewed, only joined anew. Raises
        NoPlan, PlanHeldAlready where the next period is paid, NotInScheme, MemberFrozen,
        MemberArchived.
        """

        def work() -> MembershipHeld:
            paid = self._takings.by_id(op_id)
            if paid is not None and (paid.kind, paid.member_id) == ("plan", member_id):
                return self._held(paid)  # whatever has become of the plan since
            buyer(self._desk, member_id)
            running = self._known(member_id)
            plan = self._plan(running.plan.id)
            draft = TakingDraft(op_id, "plan", 0, tenders, plan.id, member_id)
            if (first := self._takings.first(draft)) is not None:
                return self._held(first)
            if _is_paid_back(running):
                raise NoPlan(self._number(member_id))
            if running.ahead:
                raise PlanHeldAlready(plan.name, _end(running))
            period = next_period(plan, running.begins, running.period.last)
            return self._write(draft, _Entry("renew", plan, running.begins, period), plan.fee_minor)

        return self._takings.durable(op_id, work)

    def switch_to(self, member_id: UUID, plan_id: str) -> Switch:
        """What changing the plan today would cost or pay back. Raises NoPlan, NotInScheme."""
        running, plan = self._uncancelled(member_id), self._plan(plan_id)
        return switch(running.plan, plan, running.period, self._desk.today())

    def switch(
        self,
        op_id: UUID,
        member_id: UUID,
        plan_id: str,
        tenders: tuple[Tender, ...] = (),
        kind: TenderKind = TenderKind.CASH,
    ) -> MembershipHeld:
        """Change the plan today and settle the difference pro rata, once.

        What is given back is paid by `kind`. Raises NoPlan, NotInScheme, PlanHeldAlready (the
        same plan, or the next period is paid), and as `Takings.once`.
        """
        plan = self._plan(plan_id)

        def work() -> MembershipHeld:
            draft = TakingDraft(op_id, "plan", 0, tenders, plan.id, member_id)
            if (first := self._takings.first(draft)) is not None:
                return self._held(first)
            buyer(self._desk, member_id)
            running = self._uncancelled(member_id)
            if running.ahead or running.plan.id == plan.id:
                raise PlanHeldAlready(running.plan.name, _end(running))
            change = switch(running.plan, plan, running.period, self._desk.today())
            if change.due_minor < 0:
                paid = paid_out(kind, -change.due_minor)
                draft = TakingDraft(
                    op_id, "plan_refund", change.due_minor, paid, plan.id, member_id,
                    origin=member_id.bytes,
                )  # fmt: skip
            same = change.period.first == running.period.first
            entry = _Entry(
                "trial" if change.period.trial else "switch",
                plan,
                running.begins if same else change.period.first,
                change.period,
            )
            return self._write(draft, entry, change.due_minor)

        return self._takings.durable(op_id, work)

    def cancellation(self, member_id: UUID) -> Cancellation:
        """What cancelling today would pay back, and until when the benefits last.

        Raises NoPlan.
        """
        running = self._known(member_id)
        return cancel(running.plan, running.period, self._desk.today(), running.ahead)

    def cancel(
        self, op_id: UUID, member_id: UUID, reason: str, kind: TenderKind = TenderKind.CASH
    ) -> MembershipHeld:
        """End a membership by its plan's rule, paying back by `kind`; once.

        Where the plan says so, the cash reward not yet spent is lost. Raises NoPlan,
        FieldInvalid.
        """
        why = checked_reason(reason)

        def work() -> MembershipHeld:
            running = self._last(member_id)
            draft = TakingDraft(op_id, "plan_refund", 0, (), running.plan.id, member_id, why)
            if (first := self._takings.first(draft)) is not None:
                return self._held(first)
            self._desk.before_spending(member_id)
            running = self._uncancelled(member_id)
            ended = cancel(running.plan, running.period, self._desk.today(), running.ahead)
            back = ended.refund_minor
            draft = TakingDraft(
                op_id, "plan_refund", -back, paid_out(kind, back), running.plan.id, member_id, why,
                origin=member_id.bytes,
            )  # fmt: skip
            paid = running.period.fee_minor + sum(each.fee_minor for each in running.ahead)
            period = PlanPeriod(running.period.first, ended.last_day, paid - back)
            entry = _Entry("cancel", running.plan, running.begins, period)
            lost = self._forfeited(member_id) if ended.forfeits_reward else 0
            return self._write(draft, entry, -back, lost)

        return self._takings.durable(op_id, work)

    # --- what is stored ---------------------------------------------------------

    def _plan(self, plan_id: str) -> Plan:
        plan = _plan_of(self._desk.scheme, plan_id)
        if plan is None:
            known = ", ".join(each.id for each in self._desk.scheme.plans)
            raise NotInScheme("plan", plan_id[:40], known)
        return plan

    def _trial(self, member_id: UUID, plan: Plan) -> bool:
        """Whether joining begins with free days: once in a member's life."""
        database = self._desk.database
        return bool(plan.trial_days) and not stored_standing.memberships(database, member_id.bytes)

    def _known(self, member_id: UUID) -> _Running:
        running = self._running(member_id)
        if running is None:
            raise NoPlan(self._number(member_id))
        return running

    def _uncancelled(self, member_id: UUID) -> _Running:
        """The same, where it was not cancelled: its fee may be paid back already."""
        running = self._known(member_id)
        if running.kind == "cancel":
            raise NoPlan(self._number(member_id))
        return running

    @reading
    def _running(self, member_id: UUID) -> _Running | None:
        """The membership that holds today; None where none does."""
        today = self._desk.today()
        rows = stored_standing.memberships(self._desk.database, member_id.bytes)
        begun = [row for row in rows if row[5] <= today.isoformat()]
        if not begun or begun[-1][6] < today.isoformat():
            return None
        now = begun[-1]
        plan = self._plan_as_sold(now)
        return _Running(
            plan=plan,
            kind=now[1],
            begins=date.fromisoformat(now[4]),
            period=_period(now),
            ahead=tuple(
                _period(row) for row in rows if row[5] > today.isoformat() and row[0] > now[0]
            ),
        )

    def _last(self, member_id: UUID) -> _Running:
        """The newest membership there is, over or not. Raises NoPlan."""
        row = stored_standing.membership(
            self._desk.database, member_id.bytes, self._desk.today().isoformat()
        )
        if row is None:
            raise NoPlan(self._number(member_id))
        plan, begins = self._plan_as_sold(row), date.fromisoformat(row[4])
        return _Running(plan, row[1], begins, _period(row), ())

    def _plan_as_sold(self, row: Row) -> Plan:
        """The plan under the version it was sold with: its refund rule was promised."""
        plan = _plan_of(self._desk.schemes[row[8]], row[2])
        return plan if plan is not None else self._plan(row[2])

    def _number(self, member_id: UUID) -> str:
        row = stored_standing.person(self._desk.database, member_id.bytes)
        return "" if row is None else str(row[0])

    def _forfeited(self, member_id: UUID) -> int:
        """The cash reward that is not spent yet, in minor units."""
        database = self._desk.database
        issued = stored.rewards_issued(database, member_id.bytes)
        return max(0, min(issued, stored.credit(database, member_id.bytes)))

    def _write(
        self, draft: TakingDraft, entry: _Entry, amount_minor: int, forfeited_minor: int = 0
    ) -> MembershipHeld:
        assert draft.member_id is not None
        exact = replace(draft, amount_minor=amount_minor)
        taking = self._takings.once(exact, lambda: self._rows(exact, entry, forfeited_minor))
        return MembershipHeld(taking, entry.kind, entry.plan, entry.period.first, entry.period.last)

    def _rows(self, draft: TakingDraft, entry: _Entry, forfeited_minor: int) -> LedgerRows:
        assert draft.member_id is not None
        rows, at, member_id = LedgerRows(), stamp(self._desk), draft.member_id.bytes
        taking_id = draft.taking_id.bytes
        known = ledgers.latest_numbers(
            self._desk.database, "membership_entry", "member_id", [member_id]
        )
        rows.add(
            "membership_entry",
            new_id(),
            taking_id,
            member_id,
            known[0][1] + 1 if known else 1,
            entry.kind,
            entry.plan.id,
            entry.plan.level,
            entry.begins.isoformat(),
            entry.period.first.isoformat(),
            entry.period.last.isoformat(),
            entry.period.fee_minor,
            self._desk.scheme.version,
            draft.reason,
            *at.row,
        )
        if forfeited_minor:
            rows.add(
                "store_credit_entry",
                new_id(),
                None,
                taking_id,
                member_id,
                "forfeit",
                -forfeited_minor,
                draft.reason,
                *at.row,
            )
        return rows

    @reading
    def _held(self, taking: Taking) -> MembershipHeld:
        """What a taking of before did."""
        row = stored.membership_of_taking(self._desk.database, taking.taking_id.bytes)
        assert row is not None
        kind, plan_id, starts_on, ends_on, version = row
        plan = _plan_of(self._desk.schemes[version], plan_id) or self._plan(plan_id)
        return MembershipHeld(
            taking, kind, plan, date.fromisoformat(starts_on), date.fromisoformat(ends_on)
        )


def _plan_of(scheme: Scheme, plan_id: str) -> Plan | None:
    return next((plan for plan in scheme.plans if plan.id == plan_id), None)


def _period(row: Row) -> PlanPeriod:
    first, last = date.fromisoformat(row[5]), date.fromisoformat(row[6])
    return PlanPeriod(first, last, row[7], trial=row[1] == "trial")


def _is_paid_back(running: _Running) -> bool:
    """Whether it was cancelled and paid back: only the rest of its last day is left of it."""
    return running.kind == "cancel" and running.plan.refund is not FeeRefund.NONE


def _end(running: _Running) -> date:
    return max([running.period.last, *(each.last for each in running.ahead)])
