"""Asked before the shop goes back to a backup: what happens, and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.sentences import filled
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Icon

if TYPE_CHECKING:
    from app.services.backup_files import Backup


class RestoreSheet(Sheet):
    """Enter keeps everything as it is; going back takes a deliberate step."""

    confirmed = Signal()

    def __init__(self, window: QWidget, made: str, backup: Backup | None) -> None:
        super().__init__(window, width=560)
        self.set_title(filled(self.tr("Go back to {made}?"), made=made))
        if backup is not None:
            words = self.tr("That backup holds {sales} sales and {members} members.")
            words = filled(words, sales=f"{backup.sales:,}", members=f"{backup.members:,}")
            self.body.addWidget(Label(words, wrap=True))
        for icon, tone, text in (
            (
                "triangle-alert",
                Tone.WARNING,
                self.tr("Every sale, member and change made since then leaves this shop."),
            ),
            (
                "save",
                Tone.MUTED,
                self.tr("First a backup of the shop as it is now is made, so you can come back."),
            ),
            (
                "shield-check",
                Tone.MUTED,
                self.tr("The backup is checked whole before anything is touched."),
            ),
            (
                "receipt",
                Tone.MUTED,
                self.tr("Receipt numbers go on with a new prefix, so that none repeats."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            row.addWidget(Icon(icon, tone=tone))
            row.addWidget(Label(text, wrap=True), 1)
            self.body.addLayout(row)
        self.keep = Button(self.tr("Keep everything as it is"), hint="Esc")
        self.go_back = Button(self.tr("Go back"), kind=Kind.DANGER, icon="history")
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.XS)
        buttons.addStretch(1)
        buttons.addWidget(self.go_back)
        buttons.addWidget(self.keep)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(buttons)
        self.keep.clicked.connect(self.close_sheet)
        self.go_back.clicked.connect(self._confirm)

    def _confirm(self) -> None:
        self.close_sheet()
        self.confirmed.emit()
