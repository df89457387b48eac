"""Work that somebody must approve, done where it was begun. Without Qt.

A verb that the person at the till may not do alone is refused with `NeedsApproval`. Here that is
no end: a manager is asked on the spot, and the very same work runs again with their word. No
screen needs to know of it; one that gets `NotApproved` was refused in earnest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from app.ui.tasks import Failure, Job, Tasks

if TYPE_CHECKING:
    from app.errors import NeedsApproval
    from app.services.approvals import Approval, Approvals
    from app.services.progress import Progress, StopAsked

T = TypeVar("T")
Given = tuple["Approval", ...]
Ask = Callable[["NeedsApproval", Callable[["Approval"], None], Callable[[], None]], None]
"""Asks for a word: what needs it, what to do with it, what to do where nobody gives one."""


class ApprovingTasks:
    """The tasks of a window: what is refused for want of a word is asked for, and done."""

    def __init__(self, tasks: Tasks, ask: Ask, book: Callable[[], Approvals | None]) -> None:
        self._tasks = tasks
        self._ask = ask
        self._book = book
        # Nothing is refused there for want of a word.
        self.run_aside = tasks.run_aside
        self.run_beside = tasks.run_beside

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """See `Tasks.run`."""

        def begin(given: Given) -> None:
            self._tasks.run(self._under(given, work), then, self._failure(begin, otherwise, given))

        begin(())

    def run_long(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_long`."""
        return self._long(self._tasks.run_long, work, then, otherwise, on_progress)

    def run_alone(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_alone`."""
        return self._long(self._tasks.run_alone, work, then, otherwise, on_progress)

    def _long(
        self,
        run: Callable[..., Job],
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None,
        otherwise: Failure | None,
        on_progress: Progress | None,
    ) -> Job:
        # The caller holds one job, whichever run of the work is under way.
        job = Job()

        def begin(given: Given) -> None:
            def stoppable(progress: Progress, stop: StopAsked) -> T:
                both: StopAsked = lambda: job.is_cancelled or stop()  # noqa: E731
                return self._under(given, lambda: work(progress, both))()

            run(stoppable, then, self._failure(begin, otherwise, given), on_progress)

        begin(())
        return job

    def _under(self, given: Given, work: Callable[[], T]) -> Callable[[], T]:
        book = self._book() if given else None
        return work if book is None else lambda: book.under(given, work)

    def _failure(
        self, begin: Callable[[Given], None], otherwise: Failure | None, given: Given
    ) -> Failure:
        def failed(error: Exception) -> None:
            # The window's start needs no refusal: they are loaded with the first.
            from app.errors import NeedsApproval, NotApproved

            if isinstance(error, NeedsApproval) and self._book() is not None:
                refused = NotApproved(error.power)
                self._ask(
                    error,
                    lambda word: begin((*given, word)),
                    lambda: self._tell(refused, otherwise),
                )
            else:
                self._tell(error, otherwise)

        return failed

    def _tell(self, error: Exception, otherwise: Failure | None) -> None:
        if otherwise is not None:
            otherwise(error)
        else:
            self._tasks.run(lambda: _raise(error))  # the lanes know what to say of it


def _raise(error: Exception) -> Any:
    raise error
