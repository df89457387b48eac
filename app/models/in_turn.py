"""Who writes next: the threads of one program, in the order in which they asked."""

from threading import Lock, get_ident
from time import monotonic


class InTurn:
    """A lock; who holds it may take it again.

    Python's own goes to whoever runs when it is let go: work of many small transactions would
    take it again and again before the till, which waits for it, has woken up.
    """

    def __init__(self) -> None:
        self._next = Lock()
        self._held = Lock()
        self._holder = 0
        self._times = 0

    def acquire(self, timeout: float) -> bool:
        """Whether it was had within so many seconds."""
        if self._holder == get_ident():
            self._times += 1
            return True
        if self._next.acquire(blocking=False):
            # Nearly always nobody writes: then nothing is timed.
            try:
                had = self._held.acquire(blocking=False)
            finally:
                self._next.release()
            if had:
                self._holder, self._times = get_ident(), 1
                return True
        until = monotonic() + timeout
        # Whoever waits stands in the door: who comes later, be it the last holder, stays outside.
        if not self._next.acquire(timeout=timeout):
            return False
        try:
            had = self._held.acquire(timeout=max(0.0, until - monotonic()))
        finally:
            self._next.release()
        if had:
            self._holder, self._times = get_ident(), 1
        return had

    def release(self) -> None:
        """Let it go, once for each time it was had. Raises RuntimeError for anyone else."""
        if self._holder != get_ident():
            raise RuntimeError("only who holds it can let it go")
        self._times -= 1
        if not self._times:
            self._holder = 0
            self._held.release()
