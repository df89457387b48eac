"""What every section of the window is built on."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell, Shop


class Screen(QWidget):
    """One section. Made when first shown; the shop may still be opening then.

    Give it a focus proxy: the field where typing belongs. Order of calls: `opened` once
    the shop is open, `activated` each time the section comes to the front (after
    `opened`), `asked` when another section sends something.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    def opened(self, shop: Shop) -> None:
        """The shop is open: fetch what the screen shows, through `shell.tasks`."""

    def activated(self) -> None:
        """The screen came to the front, with the focus on its focus proxy."""

    def typed_ahead(self, text: str) -> None:
        """`text` was typed before the window was whole; the shop may not be open yet.

        Put it in the field as if it had been typed just now, and search once `opened`.
        """

    def asked(self, request: object) -> None:
        """Another section asked for something, such as a member's page."""

    def scanned(self, code: str) -> bool:
        """A code was scanned while this screen is in front; False leaves it to the cashier."""
        return False

    def shop_changed(self, topic: str) -> None:
        """Another screen changed "members", "products", "sales" or "settings"."""

    def closing(self) -> None:
        """The program ends: store what would be lost, through `shell.tasks`."""

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
