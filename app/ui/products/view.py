"""The screen of products."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.screen import Screen
from app.ui.shell import Shell
from app.ui.widgets.panels import EmptyState


class ProductsScreen(Screen):
    """What is sold."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        column = QVBoxLayout(self)
        self._empty = EmptyState("package", "")
        column.addWidget(self._empty)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self._empty.say(self.tr("No products yet."))
