"""The receipt printer that takes commands, as the window knows it: its queue, its drawer, its word.

Nothing here loads Qt's print support: where the till prints through the system's driver, no
thread is started and `takes_commands` is false.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.printing.setup import PrinterSetup, setup_of
from app.ui.ui_thread import UiThread
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.documents.drawing import Page
    from app.services.printing.queue import PrintQueue, QueueState
    from app.ui.shell import Shell, Shop


class RollPrinter(QObject):
    """Prints documents of the shop, loose pages and pulses on the till's receipt printer."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._ui = UiThread()
        self._shop: Shop | None = None
        self._queue: PrintQueue | None = None
        self._said = ""
        self._said_of_drawer = ""
        self.state: QueueState | None = None

    @property
    def setup(self) -> PrinterSetup:
        """The printer that this till's settings describe."""
        return setup_of(self._shell.config)

    @property
    def takes_commands(self) -> bool:
        """Whether receipts go out as commands, and not through the system's driver."""
        return self.setup.takes_commands

    # --- the window's calls -----------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The shop is open: what waited goes on."""
        self._shop = shop
        self.follow()

    def follow(self) -> None:
        """Other settings: the next try is on the printer they describe."""
        if self._queue is None and self._shop is not None and self.takes_commands:
            from app.services.printing.queue import PrintQueue
            from app.ui import faults

            self._queue = PrintQueue(
                self._shop.printing,
                lambda: self.setup,
                lambda state: self._ui.deliver(lambda: self._show(state)),
                faults.report,
            )
            self._queue.start()
        elif self._queue is not None:
            self._queue.wake()
        self.changed.emit()

    def close(self) -> None:
        """The program ends; a printer that hangs is not waited for."""
        self._ui.close()
        if self._queue is not None:
            self._queue.close()
            self._queue = None

    # --- printing -----------------------------------------------------------------------

    def print_document(
        self,
        kind: str,
        number: str,
        *,
        duplicate: bool = False,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Have a stored document printed, now or once the printer can; `then` once it is noted."""
        shop = self._shell.shop

        def noted(_job: UUID) -> None:
            if self._queue is not None:
                self._queue.wake()
            if then is not None:
                then()

        self._shell.tasks.run(
            lambda: shop.printing.enqueue(kind, number, duplicate=duplicate), noted
        )

    def print_pages(
        self,
        pages: Sequence[Page],
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Print once what the shop does not keep, such as a reading or a test."""
        kept = tuple(pages)

        def made(setup: PrinterSetup) -> bytes:
            from app.services.printing.papers import paper_bytes

            return paper_bytes(kept, setup)

        self.send(made, then, otherwise)

    def print_labels(
        self,
        pages: Sequence[Page],
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Print labels once, on the roll that receipts are printed on."""
        kept = tuple(pages)

        def made(setup: PrinterSetup) -> bytes:
            from app.services.printing.papers import label_bytes

            return label_bytes(kept, setup)

        self.send(made, then, otherwise)

    def send(
        self,
        make: Callable[[PrinterSetup], bytes],
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Send bytes once; called back on the window's thread."""
        if self._queue is not None:
            self._queue.send(
                make,
                lambda: self._ui.deliver(then),
                lambda error: self._ui.deliver(lambda: otherwise(error)),
            )

    def kick_drawer(self) -> None:
        """Open the drawer, if this till has one; called once what needs it is durable."""
        if self._queue is None or not self.setup.drawer_pin:
            return
        self._queue.kick_drawer(
            lambda: None, lambda error: self._ui.deliver(lambda: self._stuck(error))
        )

    def _stuck(self, error: Exception) -> None:
        words = self.tr("The drawer did not open. {why}")
        self._said_of_drawer = words.replace("{why}", self._shell.sentence(error))
        self._shell.banner(self._said_of_drawer, Tone.WARNING)

    # --- what waits ---------------------------------------------------------------------

    def retry(self, job_id: UUID) -> None:
        """A person wants it printed."""
        shop = self._shell.shop
        self._shell.tasks.run(lambda: shop.printing.retry(job_id), self._wake)

    def drop(self, job_id: UUID) -> None:
        """A person does not want it any more."""
        shop = self._shell.shop
        self._shell.tasks.run(lambda: shop.printing.drop(job_id), self._wake)

    def _wake(self, _none: object = None) -> None:
        if self._queue is not None:
            self._queue.wake()

    def status_words(self) -> tuple[str, Tone]:
        """What the status line says of the printer."""
        state = self.state
        if state is None or not state.jobs:
            return self.tr("Receipt printer {name}").replace("{name}", self.setup.address), (
                Tone.MUTED
            )
        if state.failed:
            words = self.tr("Prints to look at: {count}")
            return words.replace("{count}", str(state.failed)), Tone.WARNING
        words = self.tr("Prints waiting: {count}").replace("{count}", str(state.waiting))
        return words, Tone.WARNING if state.fault else Tone.MUTED

    def show_jobs(self) -> None:
        """Open the list of what waits."""
        from app.ui.print_jobs_sheet import PrintJobsSheet

        sheet = PrintJobsSheet(self._shell.overlay_parent(), self, self.reason_words)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def reason_words(self, reason: str) -> str:
        """The sentence of why a print waits."""
        from app.errors import PrinterFault

        return self._shell.sentence(PrinterFault(self.setup.address, reason))

    def _show(self, state: QueueState) -> None:
        before, self.state = self.state, state
        asked = state.failed and (before is None or before.failed < state.failed)
        if state.fault and (before is None or before.fault != state.fault):
            self._say(self.reason_words(state.fault))
        elif asked:
            reason = next(job.fault for job in state.jobs if job.state == "failed")
            self._say(self.reason_words(reason))
        elif not state.fault and not state.failed:
            # The printer takes what it is sent again, and so does the drawer behind it.
            for said in (self._said, self._said_of_drawer):
                self._shell.take_banner_away(said)
            self._said = self._said_of_drawer = ""
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._said = words
        self._shell.banner(words, Tone.WARNING, self.tr("Show what waits"), self.show_jobs)
