"""What every tab of the section Care is built on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell


class CarePage(QWidget):
    """One tab. Made when it is first shown, which is never before the shop is open.

    Give it a focus proxy: where the keys of the tab are heard.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    def activated(self) -> None:
        """The tab came to the front; called after it was made, too. Fetch what is shown."""

    def shop_changed(self, topic: str) -> None:
        """Another section changed "members", "sales", "staff", "care" or "settings"."""

    def scanned(self, code: str) -> bool:
        """A code was scanned while this tab is in front; False leaves it to the cashier."""
        return False

    def retranslate(self) -> None:
        """Say everything again in the language now shown; called once after it was made."""
