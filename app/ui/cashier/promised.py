"""What was promised to members for today, said quietly beside the search field."""

from __future__ import annotations

from app.ui.shell import Shell
from app.ui.theme import Height
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.labels import set_tip

_MOST = 99


class Promised(Button):
    """How many follow-ups are due; nothing is shown while there is none.

    A narrow window shows the number alone: the room is the search field's.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__("", kind=Kind.QUIET, icon="heart", height=Height.CASHIER)
        self._shell = shell
        self.count = 0
        self._narrow = False
        self.hide()
        self.clicked.connect(lambda: shell.go("care", "today"))

    def load(self) -> None:
        """Count them again, behind everything else."""
        care = self._shell.shop.care
        self._shell.tasks.run(care.count_today, self._show, lambda error: None)

    def _show(self, count: int) -> None:
        self.count = count
        self.say()

    def be_narrow(self, narrow: bool) -> None:
        """Say the number alone, or with its word."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.say()

    def say(self) -> None:
        """In the language now shown."""
        count = f"{self.count:,}" if self.count <= _MOST else f"{_MOST}+"
        told = self.tr("Follow-ups {count}").replace("{count}", f"{self.count:,}")
        self.set_label(count if self._narrow else told)
        words = self.tr("Follow-ups today: {count}").replace("{count}", f"{self.count:,}")
        self.setAccessibleName(words)
        set_tip(self, f"{words} · {self._shell.keys.hint('go_care')}")
        self.setVisible(self.count > 0)
