"""One window per shop: a second start raises the first window and ends.

QtNetwork is loaded after the first paint; until then a lock file speaks for the first
start.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject

_ANSWER_S = 5


def server_name(data_dir: Path) -> str:
    """The name under which the window of this shop's folder listens."""
    # Imported when first needed: it loads OpenSSL.
    import hashlib

    # `Path.resolve` raises where links lead round in a circle.
    whole = os.path.realpath(data_dir).encode()
    return f"regulars-{hashlib.sha256(whole).hexdigest()[:24]}"


class SingleInstance(QObject):
    """Holds the folder for this process, or reaches the one that holds it."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        self._data_dir = data_dir
        with suppress(OSError):  # opening the shop says what is wrong with the folder
            data_dir.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(data_dir / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def take(self) -> bool:
        """Whether this process is the first; a lock left by a dead one does not count.

        Where no lock can be made (a full disk, a folder that may not be written to), nobody
        is known to be there: the window opens and says what is wrong.
        """
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def raise_first(self) -> bool:
        """Ask the first window to come to the front; False where none answers.

        One that is still starting listens only after its first paint: it is given a while.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        until = time.monotonic() + _ANSWER_S
        socket.connectToServer(server_name(self._data_dir))
        while not socket.waitForConnected(1000):
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
            socket.connectToServer(server_name(self._data_dir))
        socket.write(b"raise\n")
        socket.flush()
        socket.waitForBytesWritten(1000)
        socket.disconnectFromServer()
        return True

    def listen(self, on_raise: Callable[[], None]) -> None:
        """Call `on_raise` whenever a later start asks."""
        from PySide6.QtNetwork import QLocalServer

        name = server_name(self._data_dir)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Left over by a process that was killed; we hold the lock, so nobody listens there.
        QLocalServer.removeServer(name)

        def connected() -> None:
            while (socket := server.nextPendingConnection()) is not None:
                socket.disconnected.connect(socket.deleteLater)
                on_raise()

        server.newConnection.connect(connected)
        server.listen(name)
        self._server = server

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()
