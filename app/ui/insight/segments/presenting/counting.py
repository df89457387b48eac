"""How many are in what is edited: at once, or about how many until it is known, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import Cancelled, StorageFailed
from app.ui.insight.segments.presenting.page import Counted, SegmentsView

if TYPE_CHECKING:
    from app.services.progress import StopAsked
    from app.services.segments import Segments
    from app.ui.tasks import Job, Tasks


class LiveCount:
    """Counts one text after the other; an answer that comes too late is dropped.

    Where counting would read the sales of a large shop first, it shows about how many at once,
    has them read part by part, so that others come between, and then counts; `read` is called
    when that is done. Where no part can be kept it says so, and counts all the same.
    """

    def __init__(
        self, view: SegmentsView, shop: Any, tasks: Tasks, read: Callable[[], None]
    ) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._read = read
        self._turn = 0
        self._job: Job | None = None

    def drop(self) -> None:
        """What is counted is no longer asked."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def count(self, text: str) -> None:
        """Count these conditions."""
        segments = self._shop.segments
        self._ask(
            lambda stop: _about(segments, text) or _exact(segments, text, stop),
            lambda counted: self._answered(text, counted),
        )

    def _answered(self, text: str, counted: Counted) -> None:
        self._view.show_count(counted, None)
        if counted.read_percent is not None:
            self._read_on(text, counted)

    def _read_on(self, text: str, counted: Counted) -> None:
        """One more part, then the next; at last the exact count."""
        habits, segments = self._shop.habits, self._shop.segments

        def work(stop: StopAsked) -> tuple[bool, int, str]:
            more = False
            with suppress(StorageFailed):
                more = habits.work(stop)
            done, of = habits.progress
            return more, 100 * done // of if of else 100, habits.hindrance()

        def made(answer: tuple[bool, int, str]) -> None:
            more, percent, hindrance = answer
            if more:
                self._answered(text, replace(counted, read_percent=percent))
                return
            if hindrance:
                self._view.show_count(replace(counted, hindrance=hindrance), None)
            self._ask(lambda stop: _exact(segments, text, stop), told)

        def told(exact: Counted) -> None:
            self._view.show_count(exact, None)
            self._read()

        self._ask(work, made)

    def _ask(self, work: Callable[[StopAsked], Any], then: Callable[[Any], None]) -> None:
        turn = self._turn

        def answered(answer: Any) -> None:
            if turn == self._turn:
                self._job = None
                then(answer)

        def failed(error: Exception) -> None:
            if turn == self._turn and not isinstance(error, Cancelled):
                self._job = None
                self._view.show_count(None, error)

        self._job = self._tasks.run_long(lambda _progress, stop: work(stop), answered, failed)


def _about(segments: Segments, text: str) -> Counted | None:
    members = segments.about(text)
    if members is None:
        return None
    return Counted(members, segments.everyone(), segments.unknown_names(text), read_percent=0)


def _exact(segments: Segments, text: str, stop: StopAsked) -> Counted:
    return Counted(segments.count(text, stop), segments.everyone(), segments.unknown_names(text))
