"""What is not printed yet, and why: print it again, or let it go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

if TYPE_CHECKING:
    from app.services.printing.jobs import PrintJob
    from app.ui.roll_printer import RollPrinter


class PrintJobsSheet(Sheet):
    """The prints that wait; Enter prints the one marked, Delete drops it."""

    def __init__(self, window: QWidget, roll: RollPrinter, why: Callable[[str], str]) -> None:
        super().__init__(window, width=640)
        self._roll = roll
        self._why = why
        self._jobs: tuple[PrintJob, ...] = ()
        self.set_title(self.tr("Prints that wait"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Prints that wait"))
        self.list.setMinimumHeight(220)
        self.list.setFont(fonts.font(fonts.CASHIER))
        self.list.itemActivated.connect(lambda _item: self._again())
        self.list.currentRowChanged.connect(lambda _row: self._say())
        self.body.addWidget(self.list)
        self.told = Label("", tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self.told)
        self.again = PrimaryButton(self.tr("Print"), icon="printer", hint="Enter")
        self.drop = SecondaryButton(self.tr("Drop"), icon="trash-2", hint="Del")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.again)
        self.body.addLayout(row)
        self.again.clicked.connect(self._again)
        self.drop.clicked.connect(self._drop)
        roll.changed.connect(self._show)
        self._show()

    def open(self, first: QWidget | None = None) -> None:
        """With the focus on the list."""
        super().open(first or self.list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete drops the one marked."""
        if event.key() == Qt.Key.Key_Delete:
            self._drop()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        state = self._roll.state
        at = self.list.currentRow()
        self._jobs = () if state is None else state.jobs
        self.list.blockSignals(True)
        self.list.clear()
        for job in self._jobs:
            item = QListWidgetItem(self._words(job))
            item.setSizeHint(QSize(0, Height.CASHIER))  # a finger's height
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(at, len(self._jobs) - 1)))
        self.list.blockSignals(False)
        self._say()

    def _words(self, job: PrintJob) -> str:
        kinds = {
            "receipt": self.tr("Receipt"),
            "gift": self.tr("Gift receipt"),
            "refund": self.tr("Refund"),
            "z_report": self.tr("Z report"),
        }
        states = {
            "waiting": self.tr("waits"),
            "printing": self.tr("is being printed"),
            "failed": self.tr("look at the paper first"),
        }
        kind = kinds.get(job.kind, self.tr("Document"))
        state = states.get(job.state, job.state)
        return f"{job.queued_at:%H:%M}   {kind} {job.number} · {state}"

    def _say(self) -> None:
        at = self.list.currentRow()
        chosen = self._jobs[at] if 0 <= at < len(self._jobs) else None
        movable = chosen is not None and chosen.state != "printing"
        self.again.setEnabled(movable)
        self.drop.setEnabled(movable)
        if chosen is None:
            self.told.setText(self.tr("Everything is printed."))
            return
        self.told.setText(self._why(chosen.fault) if chosen.fault else "")

    def _chosen(self) -> PrintJob | None:
        at = self.list.currentRow()
        return self._jobs[at] if 0 <= at < len(self._jobs) else None

    def _again(self) -> None:
        job = self._chosen()
        if job is not None and job.state != "printing":
            self._roll.retry(job.job_id)

    def _drop(self) -> None:
        job = self._chosen()
        if job is not None and job.state != "printing":
            self._roll.drop(job.job_id)
