"""The way back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class UiThread(QObject):
    """Runs callables on the thread that made it, in the order they were given.

    `deliver` may be called from any thread. After `close` nothing more arrives,
    so a late result never touches a window that is gone.
    """

    _given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open = True
        self._given.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, step: Callable[[], None]) -> None:
        """Run `step` on the window's thread when its turn comes."""
        if self._open:
            self._given.emit(step)

    def close(self) -> None:
        """Drop what has not been run yet."""
        self._open = False

    @Slot(object)
    def _run(self, step: Callable[[], None]) -> None:
        if self._open:
            step()
