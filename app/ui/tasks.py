"""Work away from the window's thread, without Qt.

`Tasks` is the only way in. The short lane does small work in order and owns
the database connection; the long lane has its own and runs imports, reports
and backups with progress and cancel; what somebody waits for while the long
lane is taken is read beside both. Every result comes back on the thread that
owns the window, through `deliver`.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from app.services.turns import hold

if TYPE_CHECKING:
    from app.services.progress import Progress, StopAsked

T = TypeVar("T")

Failure = Callable[[Exception], None]

_PROGRESS_EVERY_S: Final = 0.05
# How long a thread reckons on while another wants to; Python's own 5 ms are felt at the till.
_TURN_S: Final = 0.0005


class Job:
    """A handle on long work."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then fails with `app.errors.Cancelled`."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()


class Tasks(Protocol):
    """How presenters and screens have work done."""

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """Do `work` in the short lane; its value goes to `then`, its error to `otherwise`.

        Without `otherwise` the window says what went wrong.
        """

    def run_aside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """Do `work` in a lane for devices, such as printers: in order, never the database."""

    def run_beside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """Do `work` in a lane that is always free, on its own connection: what takes part of a
        second, too long for the short lane, and only reads."""

    def run_long(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """Do `work` in the long lane; `on_progress` is called on the window's thread."""
        ...

    def run_alone(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """As `run_long`, while all other lanes that read the shop's file stand still: for what
        replaces it."""
        ...


class InlineTasks:
    """Does everything at once on the caller's thread: for tests and scripts."""

    def __init__(self, apologise: Failure | None = None) -> None:
        self._apologise = apologise

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """See `Tasks.run`."""
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - every error goes to its handler
            self._fail(error, otherwise)
            return
        if then is not None:
            then(value)

    # On one thread there is one lane.
    run_aside = run
    run_beside = run

    def run_long(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_long`."""
        job = Job()
        progress = on_progress or (lambda done, total: None)
        self.run(lambda: work(progress, lambda: job.is_cancelled), then, otherwise)
        return job

    def run_alone(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_alone`."""
        return self.run_long(work, then, otherwise, on_progress)

    def _fail(self, error: Exception, otherwise: Failure | None) -> None:
        handler = otherwise or self._apologise
        if handler is None:
            raise error
        handler(error)


class _Lane:
    """One thread that does what it is given, in order."""

    def __init__(self, name: str) -> None:
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    def put(self, step: Callable[[], None]) -> None:
        self._queue.put(step)

    def pause(self, go_on: threading.Event) -> threading.Event:
        """Do nothing until `go_on`, once what came before is done; set when it is."""
        still = threading.Event()

        def stand_still() -> None:
            still.set()
            go_on.wait()

        self.put(stand_still)
        return still

    def close(self, timeout_s: float) -> bool:
        """Finish what is queued, then end; False if it did not end in time."""
        self._queue.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        while (step := self._queue.get()) is not None:
            step()


class LaneTasks:
    """The lanes. `deliver` runs a callable on the window's thread, in order."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None], apologise: Failure) -> None:
        sys.setswitchinterval(_TURN_S)
        self._deliver = deliver
        self._apologise = apologise
        self._short = _Lane("short work")
        self._long: _Lane | None = None
        self._beside: _Lane | None = None
        self._aside: _Lane | None = None
        self._jobs: set[Job] = set()

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """See `Tasks.run`."""
        hold()

        def answer() -> None:
            self._do(work, then, otherwise)
            # What was found is painted now.
            hold()

        self._short.put(answer)

    def run_aside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """See `Tasks.run_aside`."""
        if self._aside is None:
            self._aside = _Lane("devices")
        self._aside.put(lambda: self._do(work, then, otherwise))

    def run_beside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
    ) -> None:
        """See `Tasks.run_beside`."""
        self._lane_beside().put(lambda: self._do(work, then, otherwise))

    def _lane_beside(self) -> _Lane:
        if self._beside is None:
            self._beside = _Lane("work beside")
        return self._beside

    def run_long(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_long`."""
        job = Job()
        self._jobs.add(job)
        progress = self._throttled(on_progress)

        def stopped() -> bool:
            return job.is_cancelled

        def step() -> None:
            try:
                if stopped():
                    raise _cancelled()
                value = work(progress, stopped)
            except Exception as error:  # noqa: BLE001 - every error goes to its handler
                self._failed(error, otherwise)
            else:
                self._succeeded(value, then)
            self._jobs.discard(job)

        if self._long is None:
            self._long = _Lane("long work")
        self._long.put(step)
        return job

    def run_alone(
        self,
        work: Callable[[Progress, StopAsked], T],
        then: Callable[[T], None] | None = None,
        otherwise: Failure | None = None,
        on_progress: Progress | None = None,
    ) -> Job:
        """See `Tasks.run_alone`."""
        # Begun now: what is first asked of it meanwhile would find no lane that stands still.
        others = self._short, self._lane_beside()

        def alone(progress: Progress, stopped: StopAsked) -> T:
            go_on = threading.Event()
            try:
                for still in [lane.pause(go_on) for lane in others]:
                    still.wait()
                return work(progress, stopped)
            finally:
                go_on.set()

        return self.run_long(alone, then, otherwise, on_progress)

    def close(self, timeout_s: float = 10.0) -> bool:
        """Cancel long work, finish short work and end these lanes; False if one hangs."""
        for job in tuple(self._jobs):
            job.cancel()
        # A printer that hangs must not keep the shop's file open: its lane is not waited for.
        ended = [
            lane.close(timeout_s)
            for lane in (self._long, self._beside, self._short)
            if lane is not None
        ]
        return all(ended)

    def _do(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None,
        otherwise: Failure | None,
    ) -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - every error goes to its handler
            self._failed(error, otherwise)
        else:
            self._succeeded(value, then)

    def _succeeded(self, value: Any, then: Callable[[Any], None] | None) -> None:
        if then is not None:
            self._deliver(lambda: then(value))

    def _failed(self, error: Exception, otherwise: Failure | None) -> None:
        handler = otherwise or self._apologise
        self._deliver(lambda: handler(error))

    def _throttled(self, on_progress: Progress | None) -> Progress:
        if on_progress is None:
            return lambda done, total: None
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if done >= total > 0 or now - last >= _PROGRESS_EVERY_S:
                last = now
                self._deliver(lambda: on_progress(done, total))

        return report


def _cancelled() -> Exception:
    # Imported when first needed: the error tree takes longer to load than the window to show.
    from app.errors import Cancelled

    return Cancelled()
