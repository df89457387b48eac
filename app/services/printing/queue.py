"""Prints what waits, in a thread of its own: nothing that a printer does holds up a sale.

A job is marked as printing, durably, before its first byte is sent. So after a crash it is known
what may be on paper, and that is asked about instead of being printed again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.errors import PrinterFault, ShopError
from app.services.printing.jobs import Printing, PrintJob
from app.services.printing.papers import drawer_bytes, paper_bytes
from app.services.printing.setup import PrinterSetup
from app.services.printing.transports import deliver

PAUSES_S: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
"""Between two tries at a printer that does not print; the last one from then on."""

DRAWER_WITHIN_S: Final = 10.0
"""A drawer that opens later than that opens when nobody looks."""


@dataclass(frozen=True, slots=True)
class QueueState:
    """What the queue stands at. `fault` is what the printer said last, "" while it prints."""

    jobs: tuple[PrintJob, ...] = ()
    fault: str = ""

    @property
    def waiting(self) -> int:
        """How many prints come by themselves."""
        return sum(job.state != "failed" for job in self.jobs)

    @property
    def failed(self) -> int:
        """How many a person must look at."""
        return sum(job.state == "failed" for job in self.jobs)


@dataclass(frozen=True, slots=True)
class _Loose:
    """Bytes that no job remembers: a drawer's pulse, a test page."""

    make: Callable[[PrinterSetup], bytes]
    asks: bool
    until: float
    then: Callable[[], None]
    otherwise: Callable[[Exception], None]


class PrintQueue:
    """One printer's thread. `told` is called in it whenever something changed."""

    def __init__(
        self,
        jobs: Printing,
        setup: Callable[[], PrinterSetup],
        told: Callable[[QueueState], None],
        report: Callable[[Exception], object] = lambda error: None,
    ) -> None:
        """`report` is told of bugs, in the queue's thread."""
        self._jobs = jobs
        self._report = report
        self._setup = setup
        self._told = told
        self._state = QueueState()
        self._loose: deque[_Loose] = deque()
        self._unsettled: list[Callable[[], None]] = []
        self._failures = 0
        self._again_at = 0.0
        self._woken = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._live, name="receipt printer", daemon=True)

    # --- from any thread --------------------------------------------------------------

    def start(self) -> None:
        """Begin: ask about what was under way, print what waits."""
        self._thread.start()

    def wake(self) -> None:
        """Something is new: try at once, whatever the printer did before."""
        self._again_at = 0.0
        self._woken.set()

    def kick_drawer(self, then: Callable[[], None], otherwise: Callable[[Exception], None]) -> None:
        """Open the drawer before anything else is printed."""
        until = time.monotonic() + DRAWER_WITHIN_S
        self._loose.appendleft(
            _Loose(lambda setup: drawer_bytes(setup.drawer_pin), False, until, then, otherwise)
        )
        self._woken.set()

    def send(
        self,
        make: Callable[[PrinterSetup], bytes],
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Print once what no job remembers; it is tried once."""
        self._loose.append(_Loose(make, True, time.monotonic() + 3600, then, otherwise))
        self._woken.set()

    def close(self, timeout_s: float = 2.0) -> bool:
        """End after the print under way; False where the printer holds it up for longer."""
        self._closing = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # --- in its own thread --------------------------------------------------------------

    def _live(self) -> None:
        recovered = False
        while not self._closing:
            self._woken.clear()
            try:
                if not recovered:
                    self._jobs.recover()
                    recovered = True
                    self._tell()
                busy = self._step()
            except ShopError as error:
                # The shop's file is busy, or being restored: nothing was sent for it.
                self._rest(getattr(error, "reason", "") or self._state.fault)
                busy = False
            except Exception as error:  # noqa: BLE001 - a bug may cost one print, not all of them
                self._report(error)
                self._rest(self._state.fault)
                busy = False
            if not busy:
                self._woken.wait(self._pause())

    def _pause(self) -> float | None:
        """How long until something is to be done by itself; None until somebody wakes us."""
        if not self._again_at:
            return None
        return max(0.0, self._again_at - time.monotonic())

    def _step(self) -> bool:
        """Do one thing; False where there is nothing to do now."""
        while self._unsettled:
            self._unsettled[0]()
            self._unsettled.pop(0)
        if self._loose:
            self._send_loose(self._loose.popleft())
            return True
        setup = self._setup()
        if not setup.takes_commands or time.monotonic() < self._again_at:
            return False
        job = self._jobs.next_waiting()
        if job is None:
            self._again_at = 0.0
            self._tell()
            return False
        self._print(job, setup)
        return True

    def _send_loose(self, loose: _Loose) -> None:
        setup = self._setup()
        try:
            if time.monotonic() > loose.until:
                raise PrinterFault(setup.address, "printer_off")
            deliver(setup, loose.make(setup), asks=loose.asks)
        except ShopError as error:
            loose.otherwise(error)
        else:
            loose.then()

    def _print(self, job: PrintJob, setup: PrinterSetup) -> None:
        try:
            pages = self._jobs.pages(job.kind, job.number, setup.width, duplicate=job.duplicate)
            data = paper_bytes(pages, setup)
        except (ShopError, LookupError, ValueError):
            self._settle(lambda: self._jobs.failed(job.job_id, "print_gone"))
            return
        try:
            # Only now it may be on paper: until then a person may still drop it.
            if not deliver(setup, data, begin=lambda: self._jobs.begin(job.job_id)):
                return
        except PrinterFault as error:
            self._failed(job, error)
            return
        self._failures, self._again_at = 0, 0.0
        self._state = QueueState(self._state.jobs)
        self._settle(lambda: self._jobs.printed(job.job_id))

    def _failed(self, job: PrintJob, error: PrinterFault) -> None:
        if error.may_be_printed:
            self._settle(lambda: self._jobs.failed(job.job_id, error.reason), error.reason)
        else:
            self._settle(lambda: self._jobs.put_back(job.job_id, error.reason), error.reason)
            self._rest(error.reason)

    def _rest(self, fault: str) -> None:
        pause = PAUSES_S[min(self._failures, len(PAUSES_S) - 1)]
        self._failures += 1
        self._again_at = time.monotonic() + pause
        self._state = QueueState(self._state.jobs, fault)

    def _settle(self, move: Callable[[], None], fault: str = "") -> None:
        """Write down what became of a job; where the file refuses now, before the next one."""
        self._unsettled.append(move)
        move()
        self._unsettled.remove(move)
        self._tell(fault)

    def _tell(self, fault: str | None = None) -> None:
        jobs = self._jobs.open_jobs()
        state = QueueState(jobs, self._state.fault if fault is None else fault)
        if not state.waiting and not state.failed:
            state = QueueState()
        if state != self._state or fault is not None:
            self._state = state
            self._told(state)
