"""How long work tells its progress and learns that it should stop."""

from collections.abc import Callable

from app.errors import Cancelled

Progress = Callable[[int, int], None]
"""Called with (done, total) in the work's own unit; total is 0 while it is unknown."""

StopAsked = Callable[[], bool]
"""True once somebody pressed cancel."""


def silent(_done: int, _total: int) -> None:
    """A progress that nobody watches."""


def never() -> bool:
    """Work that cannot be cancelled."""
    return False


def stop_if(asked: StopAsked) -> None:
    """Raise Cancelled once somebody asked to stop; the transaction around undoes the work."""
    if asked():
        raise Cancelled
