"""A line for who waits: that work goes on which cannot tell how far it is, and for how long."""

import threading
import time
from contextlib import suppress
from typing import TextIO

EVERY_S = 1.0


class Waiting:
    """Says it each second from the first one on, until it ends and leaves nothing behind."""

    def __init__(self, label: str, told: TextIO) -> None:
        self._label = label
        self._told = told
        self._shown = False
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tell, daemon=True)
        self._thread.start()

    def _tell(self) -> None:
        begun = time.monotonic()
        with suppress(OSError, ValueError):  # who does not hear it waits all the same
            while not self._done.wait(EVERY_S):
                self._shown = True
                self._told.write(f"\r{self._label} {time.monotonic() - begun:.0f} s\033[K")
                self._told.flush()

    def end(self) -> None:
        """Nothing is said any more; the line is free again."""
        self._done.set()
        self._thread.join()
        if self._shown:
            with suppress(OSError, ValueError):
                self._told.write("\r\033[K")
                self._told.flush()
