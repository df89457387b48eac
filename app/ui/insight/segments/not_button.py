"""The button before a condition: it says whether the condition is to hold, or not to."""

from __future__ import annotations

from app.ui.theme import Height
from app.ui.widgets.buttons import Button


class NotButton(Button):
    """As wide as the longer of its two words, so that conditions stand under each other."""

    def __init__(self) -> None:
        super().__init__("", height=Height.BACK_OFFICE)
        self.setCheckable(True)
        widths = []
        for words in self._words():
            self.set_label(words)
            widths.append(self.sizeHint().width())
        self.setFixedWidth(max(widths))
        self.toggled.connect(self._say)
        self._say(False)

    def show_state(self, *, negated: bool) -> None:
        """Show which of the two it is."""
        self.setChecked(negated)

    def _words(self) -> tuple[str, str]:
        return self.tr("If"), self.tr("Not")

    def _say(self, negated: bool, /) -> None:
        name = self.accessibleName()
        self.set_label(self._words()[negated])
        self.setAccessibleName(name)
