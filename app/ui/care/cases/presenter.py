"""The list of cases without Qt: open or solved, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.services.care_types import Case, CaseEntry
from app.services.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.staff import Person
    from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows: how many are open and solved."""

    solved: bool
    counts: tuple[int, int]
    today: date
    advisers: tuple[Person, ...]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.counts[self.solved]


class CasesView(Protocol):
    """What the presenter asks of the page."""

    def show_listed(self, listed: Listed) -> None:
        """Show a list; its rows are fetched by the page."""

    def show_history(self, past: tuple[CaseEntry, ...]) -> None:
        """Show what was done with the case in front."""

    def changed(self) -> None:
        """Other screens show it too."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class CasesPresenter:
    """Keeps which list is shown."""

    def __init__(self, view: CasesView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._chosen: UUID | None = None
        self.solved = False

    def show(self, solved: bool) -> None:
        """Show what is open, or what is solved."""
        self.solved = solved
        self.refresh()

    def refresh(self) -> None:
        """Read how many there are; the rows follow as they come into sight."""
        self._tasks.run(self._read, self._view.show_listed, self._view.refuse)

    def _read(self) -> Listed:
        shop = self._shop
        people = tuple(each for each in shop.staff.list() if each.active)
        return Listed(self.solved, shop.cases.counts(), shop.desk.today(), people)

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[Case]], None]) -> None:
        """A page of the list."""
        solved, cases = self.solved, self._shop.cases
        self._tasks.run(
            lambda: cases.listed(solved=solved, limit=limit, offset=offset).rows,
            give,
            self._view.refuse,
        )

    def choose(self, case: Case | None) -> None:
        """Read what was done with the one in front."""
        self._chosen = None if case is None else case.case_id
        if case is None:
            return

        def show(past: tuple[CaseEntry, ...]) -> None:
            if self._chosen == case.case_id:
                self._view.show_history(past)

        cases = self._shop.cases
        self._tasks.run(lambda: cases.history(case.case_id), show, self._view.refuse)

    # --- what is done with one; called by the sheets, away from the window ------------------

    def note(self, case: Case, text: str) -> Case:
        """Write something down."""
        done: Case = self._shop.cases.note(uuid7(), case.case_id, text)
        return done

    def solve(self, case: Case, text: str) -> Case:
        """Say how it was put right."""
        done: Case = self._shop.cases.solve(uuid7(), case.case_id, text, seen=case.seen)
        return done

    def reopen(self, case: Case, text: str) -> Case:
        """It was not put right after all."""
        done: Case = self._shop.cases.reopen(uuid7(), case.case_id, text)
        return done

    def give(self, case: Case, adviser_id: UUID | None) -> None:
        """Give it to somebody."""
        cases, op = self._shop.cases, uuid7()

        def done(_case: Case) -> None:
            self._view.changed()
            self.refresh()

        self._tasks.run(lambda: cases.give(op, case.case_id, adviser_id), done, self._view.refuse)
