"""When what is edited is counted, and when it is told about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_HANDS_REST_MS = 250
# A count that takes no longer is not told about before: no figure is replaced at once by another.
_SOON_MS = 150


class CountPace(QObject):
    """Counts once the hands rest, and where no count is shown soon after, has it estimated."""

    def __init__(
        self, parent: QObject, count: Callable[[], None], estimate: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._resting = self._timer(_HANDS_REST_MS, self._rested)
        self._waiting = self._timer(_SOON_MS, estimate)

    def changed(self) -> None:
        """What was counted is no longer true."""
        self._waiting.stop()
        self._resting.start()

    def shown(self) -> None:
        """A count is shown, or why there is none."""
        self._resting.stop()
        self._waiting.stop()

    def _rested(self) -> None:
        self._waiting.start()
        self._count()

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer
