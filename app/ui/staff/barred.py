"""A section that the person at the till may not open: one sentence, and the way in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NeedsApproval
from app.services.approvals import Approval
from app.services.rules.powers import Power
from app.ui.shell import Shell
from app.ui.staff.approval import ask_approval
from app.ui.widgets.panels import EmptyState


class BarredPage(QWidget):
    """Says that it is locked, and lets a manager open it once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._power = Power.SETTINGS
        self._approved: Callable[[], None] = lambda: None
        self._state = EmptyState("lock", "")
        column = QVBoxLayout(self)
        column.addWidget(self._state)
        self._state.acted.connect(self._ask)

    def show_for(self, title: str, power: Power, approved: Callable[[], None]) -> None:
        """Which section it stands for, and what opens it."""
        self._power, self._approved = power, approved
        words = self.tr("{section} is locked for you. A manager or the owner can open it once.")
        self._state.say(
            words.replace("{section}", title), action=self.tr("Open with a PIN or card")
        )

    def _ask(self) -> None:
        def given(word: Approval) -> None:
            # The word opens a page and does nothing by itself: it is spent with that.
            self._shell.shop.desk.approvals.under((word,), lambda: None)
            self._approved()

        ask_approval(self._shell, NeedsApproval(self._power.value), given)
