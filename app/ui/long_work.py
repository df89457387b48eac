"""Long work behind a sheet that says how far it is, and offers a way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer

from app.ui.shell import Shell
from app.ui.widgets.overlays import ProgressSheet

if TYPE_CHECKING:
    from app.services.progress import Progress, StopAsked

T = TypeVar("T")

_SHOWN_AFTER_MS = 400
"""Work shorter than this shows nothing: a sheet that flashes says less than none."""


def run_with_progress(
    shell: Shell,
    title: str,
    work: Callable[[Progress, StopAsked], T],
    then: Callable[[T], None],
    otherwise: Callable[[Exception], None] | None = None,
    *,
    alone: bool = False,
) -> None:
    """Do `work` in the long lane; its value goes to `then`, its error to `otherwise`.

    `alone` lets nothing else touch the shop meanwhile, and covers the window at once.
    Without `otherwise` the window says why not; a work that was cancelled says nothing.
    """
    sheet = ProgressSheet(shell.overlay_parent(), title=title)
    timer = QTimer(sheet)
    timer.setSingleShot(True)
    timer.timeout.connect(sheet.open)

    def done(value: T) -> None:
        _end(sheet, timer)
        then(value)

    def failed(error: Exception) -> None:
        from app.errors import Cancelled

        _end(sheet, timer)
        if otherwise is not None:
            otherwise(error)
        elif not isinstance(error, Cancelled):
            shell.show_error(error)

    run = shell.tasks.run_alone if alone else shell.tasks.run_long
    if alone:
        sheet.open()
    else:
        timer.start(_SHOWN_AFTER_MS)
    job = run(work, done, failed, sheet.progress)
    sheet.cancelled.connect(job.cancel)


def _end(sheet: ProgressSheet, timer: QTimer) -> None:
    timer.stop()
    sheet.close_sheet()
    sheet.deleteLater()
