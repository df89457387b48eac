"""The list of follow-ups without Qt: one list at a time, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.services.care import Scope
from app.services.care_types import FollowUp, FollowUpEntry
from app.services.ids import uuid7
from app.services.rules.care.follow_ups import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.staff import Person
    from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows: how many there are of each kind, and of this one."""

    scope: Scope
    total: int
    counts: tuple[int, int, int]
    today: date
    advisers: tuple[Person, ...]


class TodayView(Protocol):
    """What the presenter asks of the page."""

    def show_listed(self, listed: Listed) -> None:
        """Show a list; its rows are fetched by the page."""

    def show_history(self, follow_up: FollowUp, past: tuple[FollowUpEntry, ...]) -> None:
        """Show what was done with the follow-up in front."""

    def show_phone(self, phone: str) -> None:
        """Show the whole number."""

    def tell(self, follow_up: FollowUp, outcome: str, undo: Callable[[], None] | None) -> None:
        """Say what was done."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def changed(self) -> None:
        """Other screens show it too."""


class TodayPresenter:
    """Keeps which list is shown, and whose."""

    def __init__(self, view: TodayView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._chosen: UUID | None = None
        self.scope = Scope.TODAY
        self.mine = False

    def show(self, scope: Scope) -> None:
        """Show another list."""
        self.scope = scope
        self.refresh()

    def show_whose(self, mine: bool) -> None:
        """Everybody's, or what the person at the till and nobody has."""
        self.mine = mine
        self.refresh()

    def refresh(self) -> None:
        """Read how many there are; the rows follow as they come into sight."""
        self._tasks.run(self._read, self._view.show_listed, self._view.refuse)

    def _read(self) -> Listed:
        shop = self._shop
        counts = shop.care.counts(self._adviser())
        people = tuple(each for each in shop.staff.list() if each.active)
        total = counts[tuple(Scope).index(self.scope)]
        return Listed(self.scope, total, counts, shop.desk.today(), people)

    def _adviser(self) -> UUID | None:
        found: UUID | None = self._shop.desk.staff.staff_id if self.mine else None
        return found

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[FollowUp]], None]) -> None:
        """A page of the list."""
        scope, adviser = self.scope, self._adviser()
        self._tasks.run(
            lambda: self._shop.care.listed(scope, adviser, limit=limit, offset=offset).rows,
            give,
            self._view.refuse,
        )

    def choose(self, follow_up: FollowUp | None) -> None:
        """Read what was done with the one in front."""
        self._chosen = None if follow_up is None else follow_up.follow_up_id
        if follow_up is None:
            return

        def show(past: tuple[FollowUpEntry, ...]) -> None:
            if self._chosen == follow_up.follow_up_id:
                self._view.show_history(follow_up, past)

        care = self._shop.care
        self._tasks.run(lambda: care.history(follow_up.follow_up_id), show, self._view.refuse)

    def reveal(self, follow_up: FollowUp) -> None:
        """The whole number, which is kept in the audit trail."""
        members = self._shop.members
        self._tasks.run(
            lambda: members.reveal_phone(follow_up.member.member_id),
            self._view.show_phone,
            self._view.refuse,
        )

    # --- doing it -----------------------------------------------------------------------

    def outcome(
        self, follow_up: FollowUp, outcome: Outcome, note: str = "", later_on: date | None = None
    ) -> None:
        """Say what came of it."""
        op, care = uuid7(), self._shop.care
        self._do(
            lambda: care.outcome(
                op,
                follow_up.follow_up_id,
                outcome,
                note,
                later_on=later_on,
                seen=follow_up.seen,
            ),
            outcome.value,
        )

    def give(self, follow_up: FollowUp, adviser_id: UUID | None) -> None:
        """Give it to somebody else."""
        op, care = uuid7(), self._shop.care
        self._do(
            lambda: care.give(op, follow_up.follow_up_id, adviser_id, seen=follow_up.seen),
            "given",
        )

    def undo(self, follow_up: FollowUp) -> None:
        """Take back what was done last."""
        op, care = uuid7(), self._shop.care
        self._do(lambda: care.undo(op, follow_up.follow_up_id, follow_up.seen), "undone")

    def _do(self, work: Callable[[], FollowUp], what: str) -> None:
        def done(now: FollowUp) -> None:
            undo = None if what == "undone" else lambda: self.undo(now)
            self._view.tell(now, what, undo)
            self._view.changed()
            self.refresh()

        def refused(error: Exception) -> None:
            self._view.refuse(error)
            self.refresh()

        self._tasks.run(work, done, refused)
