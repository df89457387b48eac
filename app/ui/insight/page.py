"""What every tab of the section Insight is built on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell


class InsightPage(QWidget):
    """One tab. Made when it is first shown, which is never before the shop is open.

    Fetch everything through `shell.tasks` (what takes long by `run_long`, with a way to stop).
    Give it a focus proxy: what Tab reaches first from the row of tabs.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    def activated(self) -> None:
        """The tab came to the front; called after it was made, too. Fetch what is stale."""

    def asked(self, request: object) -> None:
        """Another tab or section asked for something, by `InsightTab`; after `activated`."""

    def shop_changed(self, topic: str) -> None:
        """Another section changed "members", "products", "sales" or "settings".

        Only remember that what is shown is stale, unless the page is in sight.
        """

    def acted(self, action: str) -> None:
        """The key of "new" or "edit" was pressed while the row of tabs had the focus."""

    def scanned(self, code: str) -> bool:
        """A code was scanned while this tab is in front; False leaves it to the cashier."""
        return False

    def retranslate(self) -> None:
        """Say everything again in the language now shown; called once after it was made."""

    def closing(self) -> None:
        """The program ends."""
