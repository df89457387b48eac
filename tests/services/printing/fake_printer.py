"""A network printer on this PC that can be off, slow, out of paper, or hang up half way."""

from __future__ import annotations

import socket
import threading
import time

PAPER_OUT, OFFLINE_PAPER = 0x7E, 0x32
READY = 0x12


class FakePrinter:
    """Listens on a free port, or on one it had before. What one connection sent, without
    questions, is one entry of `received`; it counts as printed where its connection was not
    broken off by us."""

    def __init__(self, port: int = 0) -> None:
        self.received: list[bytes] = []
        self.answers = True
        self.paper = True
        self.silent_after = False
        """It never says that it has taken a print."""
        self.hang_up_after: int | None = None
        self.seconds_a_piece = 0.0
        self._server = socket.create_server(("127.0.0.1", port))
        self.address = "127.0.0.1:" + str(self._server.getsockname()[1])
        self._open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._open = False
        try:
            self._server.shutdown(socket.SHUT_RDWR)  # else the thread waits on in it
        except OSError:
            pass
        self._server.close()
        self._thread.join(1)

    def _serve(self) -> None:
        while self._open:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line:
                try:
                    self._print(line)
                except OSError:
                    pass

    def _print(self, line: socket.socket) -> None:
        got, asked = b"", 0
        while True:
            piece = line.recv(4096)
            if not piece:
                break
            time.sleep(self.seconds_a_piece)
            # Questions stand alone or at the very end of what was sent.
            while piece[-3:-1] == b"\x10\x04":
                question, piece = piece[-1], piece[:-3]
                asked += 1
                self._answer(line, question, after=bool(got or piece))
            got += piece
            if self.hang_up_after is not None and len(got) > self.hang_up_after:
                # Unread bytes make the system reset the connection, as a pulled plug does.
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return
        if got:
            self.received.append(got)

    def _answer(self, line: socket.socket, question: int, *, after: bool) -> None:
        if not self.answers or (after and self.silent_after):
            return
        empty = {2: OFFLINE_PAPER, 4: PAPER_OUT}
        line.sendall(bytes([READY if self.paper else empty[question]]))
