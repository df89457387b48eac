"""The cashier's screen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.screen import Screen
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.panels import EmptyState


class CashierScreen(Screen):
    """The omnibox, ready for the first scan."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.omnibox = Omnibox(name="")
        self._empty = EmptyState("scan-barcode", "")
        column.addWidget(self.omnibox)
        self.setFocusProxy(self.omnibox)
        column.addWidget(self._empty, 1)

    def typed_ahead(self, text: str) -> None:
        """Into the omnibox."""
        self.omnibox.set_text(text)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.omnibox.set_name(self.tr("Scan or search"))
        self.omnibox.set_placeholder(self.tr("Scan, or type a phone number, name or product"))
        self._empty.say(self.tr("Scan a product to begin."))
