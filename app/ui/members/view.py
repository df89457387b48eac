"""The screen of members."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.screen import Screen
from app.ui.shell import Shell
from app.ui.widgets.panels import EmptyState


class MembersScreen(Screen):
    """The people enrolled."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        column = QVBoxLayout(self)
        self._empty = EmptyState("users", "")
        column.addWidget(self._empty)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self._empty.say(self.tr("No members yet."))
