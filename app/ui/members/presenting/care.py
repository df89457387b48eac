"""What was promised to, said by, measured of and agreed with one member."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.services.ids import uuid7
from app.services.rules.care.follow_ups import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.care_plans import CarePlan
    from app.services.care_types import Case, Feedback, FollowUp
    from app.services.measures import Series
    from app.services.passes import Pass
    from app.services.staff import Person
    from app.ui.tasks import Tasks

MOST_OVER = 5
"""So much of what is over is shown."""


@dataclass(frozen=True, slots=True)
class MemberCare:
    """Everything the tab shows."""

    member_id: UUID
    today: date
    follow_ups: tuple[FollowUp, ...]
    cases: tuple[Case, ...]
    feedback: tuple[Feedback, ...]
    series: tuple[Series, ...]
    plans: tuple[CarePlan, ...]
    passes: tuple[Pass, ...]
    known_series: tuple[tuple[str, str], ...]
    advisers: tuple[Person, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.follow_ups or self.cases or self.feedback or self.series or self.plans)


class CareView(Protocol):
    """What the presenter asks of the tab."""

    def show_care(self, care: MemberCare) -> None:
        """Show everything."""

    def did(self, words: str, undo: Callable[[], None] | None) -> None:
        """Say what was done; `words` is what came of a follow-up, else nothing is said."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class CarePresenter:
    """Reads one member's care, and does what one press does."""

    def __init__(self, view: CareView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._member_id: UUID | None = None

    def open(self, member_id: UUID) -> None:
        """Show a member's; a late answer about another is dropped."""
        self._member_id = member_id

        def loaded(care: MemberCare) -> None:
            if self._member_id == care.member_id:
                self._view.show_care(care)

        self._tasks.run(lambda: self._load(member_id), loaded, self._view.refuse)

    def refresh(self) -> None:
        """Read the same again."""
        if self._member_id is not None:
            self.open(self._member_id)

    def _load(self, member_id: UUID) -> MemberCare:
        shop = self._shop
        follow_ups = shop.care.of_member(member_id)
        over = [each for each in follow_ups if not each.is_open][:MOST_OVER]
        return MemberCare(
            member_id=member_id,
            today=shop.desk.today(),
            follow_ups=(*(each for each in follow_ups if each.is_open), *over),
            cases=shop.cases.of_member(member_id),
            feedback=shop.cases.feedback_of(member_id, MOST_OVER),
            series=shop.measures.of_member(member_id),
            plans=shop.care_plans.of_member(member_id),
            passes=shop.loyalty.standing(member_id).passes,
            known_series=shop.measures.known(),
            advisers=tuple(each for each in shop.staff.list() if each.active),
        )

    # --- one press ------------------------------------------------------------------------

    def done(self, follow_up: FollowUp) -> None:
        """It is done."""
        op, care = uuid7(), self._shop.care

        def kept(now: FollowUp) -> None:
            self.refresh()
            self._view.did(now.last, lambda: self._undo(now))

        self._tasks.run(
            lambda: care.outcome(op, follow_up.follow_up_id, Outcome.DONE, seen=follow_up.seen),
            kept,
            self._view.refuse,
        )

    def _undo(self, follow_up: FollowUp) -> None:
        op, care = uuid7(), self._shop.care
        self._run(lambda: care.undo(op, follow_up.follow_up_id, follow_up.seen))

    def tick(self, plan: CarePlan, position: int, done: bool) -> None:
        """A step of a plan is done, or is not after all."""
        plans = self._shop.care_plans
        self._run(lambda: plans.tick(plan.plan_id, position, done=done))

    def end(self, plan: CarePlan) -> None:
        """A plan is over, or goes on."""
        plans = self._shop.care_plans
        change = plans.end if plan.ended_on is None else plans.go_on
        self._run(lambda: change(plan.plan_id))

    def _run(self, work: Callable[[], Any]) -> None:
        def kept(_result: Any) -> None:
            self.refresh()
            self._view.did("", None)

        self._tasks.run(work, kept, self._view.refuse)
