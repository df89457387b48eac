"""How far a long piece of work is, told now and then, and the moment it may be stopped."""

from app.services.progress import Progress, StopAsked, stop_if

STEP = 500


class Pace:
    """Counts steps; every so often it tells and asks. Raises Cancelled from `step`."""

    def __init__(self, progress: Progress, cancelled: StopAsked, total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._total = total
        self._done = 0
        self._told = 0

    def step(self, steps: int = 1) -> None:
        """So much more is done."""
        self._done += steps
        if self._done - self._told >= STEP:
            self._tell()

    def close(self) -> None:
        """Everything is done."""
        self._tell()

    def _tell(self) -> None:
        self._told = self._done
        stop_if(self._cancelled)
        # An estimate may be short; nobody wants to see more than all.
        self._progress(self._done, max(self._total, self._done))
