"""The call list without Qt: one person after the other, an outcome each, the last one mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from app.services.campaign_types import Call, Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.campaign_types import Campaign
    from app.ui.tasks import Tasks

OUTCOMES = (
    Outcome.REACHED,
    Outcome.WILL_COME,
    Outcome.NO,
    Outcome.WRONG_NUMBER,
    Outcome.DO_NOT_CALL,
)
"""In the order of their keys."""


@dataclass(frozen=True, slots=True)
class CallState:
    """What is shown: the person in hand (None where nobody is left), and how far it is.

    `asks_again` is the outcome that is pressed once more to be meant; `can_undo` whether there
    is a last one to mend.
    """

    call: Call | None
    done: int
    total: int
    place: int
    counts: tuple[tuple[Outcome, int], ...]
    asks_again: Outcome | None = None
    can_undo: bool = False
    busy: bool = False


class CallView(Protocol):
    """What the presenter asks of the sheet."""

    def show_call(self, state: CallState) -> None:
        """Show where it stands."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def noted(self, call: Call) -> None:
        """An outcome was kept."""


class CallsPresenter:
    """An outcome is kept at once; the newest one of a person counts, so a wrong one is mended."""

    def __init__(self, view: CallView, shop: Any, tasks: Tasks, campaign: Campaign) -> None:
        self._view = view
        self._campaigns = shop.campaigns
        self._tasks = tasks
        self._campaign = campaign
        self._calls: list[Call] = []
        self._at: int = 0
        self._last: int | None = None
        self._again: Outcome | None = None
        self._busy = False

    def open(self, language: str) -> None:
        """Read the list; the first person not called yet comes first."""
        key = self._campaign.campaign_id

        def listed(calls: tuple[Call, ...]) -> None:
            self._calls = list(calls)
            self._at = self._next_open(-1)
            self._show()

        self._tasks.run(lambda: self._campaigns.call_list(key, language), listed, self._view.refuse)

    def take(self, outcome: Outcome, note: str | None = None) -> None:
        """Note what came of the call in hand, with what was said, and go on; do-not-call is
        pressed twice."""
        call = self.current
        if call is None or self._busy:
            return
        if outcome is Outcome.DO_NOT_CALL and self._again is not outcome:
            self._again = outcome
            self._show()
            return
        at, key, member_id = self._at, self._campaign.campaign_id, call.member_id

        def kept(after: Call) -> None:
            self._calls[at] = after
            self._last = at
            self._at = self._next_open(at)
            self._view.noted(after)

        self._run(lambda: self._campaigns.outcome(key, member_id, outcome, note=note), kept)

    def note(self, text: str, then: Callable[[], None] | None = None) -> None:
        """Keep what was said to the person in hand, where it is new; `then` goes on."""
        call = self.current
        if call is None or self._busy or text.strip() == call.note:
            if then is not None:
                then()
            return
        at, key, member_id = self._at, self._campaign.campaign_id, call.member_id

        def kept(after: Call) -> None:
            self._calls[at] = after
            self._view.noted(after)
            if then is not None:
                then()

        self._run(lambda: self._campaigns.note(key, member_id, text), kept)

    def _run(self, work: Callable[[], Call], kept: Callable[[Call], None]) -> None:
        """One thing at a time; the person stays in hand where it is refused."""
        self._again, self._busy = None, True

        def done(after: Call) -> None:
            self._busy = False
            kept(after)
            self._show()

        def refused(error: Exception) -> None:
            self._busy = False
            self._show()
            self._view.refuse(error)

        self._tasks.run(work, done, refused)

    def undo(self) -> None:
        """Back to the person whose outcome was noted last: another key mends it."""
        if self._last is not None:
            self._at, self._last, self._again = self._last, None, None
            self._show()

    def step(self, by: int) -> None:
        """Look at the person before or behind, called or not."""
        if self._calls and not self._busy:
            self._again = None
            self._at = max(0, min(len(self._calls) - 1, self._at + by))
            self._show()

    @property
    def current_member(self) -> UUID | None:
        """Who is in hand."""
        call = self.current
        return None if call is None else call.member_id

    @property
    def current(self) -> Call | None:
        """The call in hand as it is kept."""
        return self._calls[self._at] if 0 <= self._at < len(self._calls) else None

    def _next_open(self, at: int) -> int:
        """The next who can be called and was not, after a place and then from the top."""
        places: list[int] = [*range(at + 1, len(self._calls)), *range(at + 1)]
        for place in places:
            call = self._calls[place]
            if call.outcome is None and call.barred is None:
                return place
        return len(self._calls)

    def _show(self) -> None:
        done = sum(call.outcome is not None for call in self._calls)
        counts = tuple(
            (each, sum(call.outcome is each for call in self._calls)) for each in OUTCOMES
        )
        self._view.show_call(
            CallState(
                self.current, done, len(self._calls), self._at, counts, self._again,
                self._last is not None, self._busy,
            )
        )  # fmt: skip
