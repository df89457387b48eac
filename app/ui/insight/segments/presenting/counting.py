"""How many are in what is edited: at once, or about how many until it is known, without Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import Cancelled, FieldInvalid, ShopError, StorageFailed
from app.ui.insight.segments.presenting.page import Counted, SegmentsView

if TYPE_CHECKING:
    from app.services.progress import StopAsked
    from app.services.segments import Segments
    from app.ui.tasks import Job, Tasks

# Of conditions almost without end an estimate takes longer, too: others wait behind it.
_GIVEN_UP_S = 5.0


class LiveCount:
    """Counts one text after the other; an answer that comes too late is dropped.

    Until the count is there, `estimate` shows about how many. Where counting would read the sales
    of a large shop first, it has them read part by part, so that others come between, and then
    counts; `read` is called when that is done. Where no part can be kept it says so, and counts
    all the same.
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
        # What is being counted, and what is known of it meanwhile.
        self._text = ""
        self._estimating = False
        self._about: Counted | None = None
        self._percent: int | None = None
        self._hindrance = ""

    def drop(self) -> None:
        """What is counted is no longer asked."""
        self._turn += 1
        self._text = ""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def count(self, text: str) -> None:
        """Count these conditions."""
        self.drop()
        self._text, self._about, self._percent, self._hindrance = text, None, None, ""
        self._estimating = False
        segments = self._shop.segments

        def counted(exact: Counted | None) -> None:
            if exact is None:
                self._percent = 0
                self._show_about()
                self.estimate()
                self._read_on()
            else:
                self._tell(exact)

        self._ask(
            lambda stop: _exact(segments, text, stop) if segments.is_near(text) else None, counted
        )

    def estimate(self) -> None:
        """Show about how many, while the count is not there yet."""
        turn, text, segments = self._turn, self._text, self._shop.segments
        if not text or self._estimating:
            return

        def told(about: Counted | None) -> None:
            if about is not None and turn == self._turn and self._text:
                self._about = about
                self._show_about()

        def failed(error: Exception) -> None:
            if turn != self._turn or not self._text:
                return
            self._estimating = False
            if isinstance(error, FieldInvalid):
                # The count would say the same, but behind a backup only after minutes.
                self.drop()
                self._view.show_count(None, error)
            elif not isinstance(error, ShopError):
                self._view.refuse(error)

        def work() -> Counted | None:
            until = time.monotonic() + _GIVEN_UP_S

            def stop() -> bool:
                return turn != self._turn or time.monotonic() > until

            return _about(segments, text, stop) if turn == self._turn else None

        self._estimating = True
        # Beside the long lane, where a backup may take minutes. Whatever else is wrong with the
        # shop's file, the count says.
        self._tasks.run_beside(work, told, failed)

    def _show_about(self) -> None:
        if self._about is not None:
            known = replace(self._about, read_percent=self._percent, hindrance=self._hindrance)
            self._view.show_count(known, None)

    def _tell(self, exact: Counted) -> None:
        self._text = ""
        self._view.show_count(exact, None)

    def _read_on(self) -> None:
        """One more part, then the next; at last the exact count."""
        habits, segments, text = self._shop.habits, self._shop.segments, self._text

        def work(stop: StopAsked) -> tuple[bool, int, str]:
            more = False
            with suppress(StorageFailed):
                more = habits.work(stop)
            done, of = habits.progress
            return more, 100 * done // of if of else 100, habits.hindrance()

        def made(answer: tuple[bool, int, str]) -> None:
            more, percent, hindrance = answer
            if more:
                self._percent = percent
                self._show_about()
                self._read_on()
                return
            if hindrance:
                self._hindrance = hindrance
                self._show_about()
            self._ask(lambda stop: _exact(segments, text, stop), told)

        def told(exact: Counted) -> None:
            self._tell(exact)
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
                self._job, self._text = None, ""
                self._view.show_count(None, error)

        self._job = self._tasks.run_long(lambda _progress, stop: work(stop), answered, failed)


def _about(segments: Segments, text: str, stop: StopAsked) -> Counted:
    segments.read_in_passing()
    members = segments.about(text, stop)
    everyone, unknown = segments.everyone(text), segments.unknown_names(text)
    return Counted(members, everyone, unknown, about=True)


def _exact(segments: Segments, text: str, stop: StopAsked) -> Counted:
    members = segments.count(text, stop)
    return Counted(members, segments.everyone(text), segments.unknown_names(text))
