"""Over the screens: one sentence that stays until it is dealt with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Space
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import Banner


class BannerRoom(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("")
        self._then: Callable[[], None] | None = None
        self._refusal = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, 0)
        row.addWidget(self.banner)
        self.banner.acted.connect(self._acted)
        self.banner.closed.connect(self.hide)
        self.hide()

    def say(
        self, text: str, tone: Tone, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Say something; `then` is what the button of that name does."""
        self._then = then
        self.banner.say(text, tone, action)
        self.show()

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self.say(text, Tone.DANGER)
        self._refusal = self.banner.text()

    def text(self) -> str:
        """What it says, "" while there is nothing."""
        return "" if self.isHidden() else self.banner.text()

    def take_away(self, text: str) -> None:
        """What `text` says is dealt with."""
        if text and self.text() == text:
            self.hide()

    def forget_refusal(self) -> None:
        """Take a refusal away once what came after it worked."""
        self.take_away(self._refusal)
        self._refusal = ""

    def _acted(self) -> None:
        act, self._then = self._then, None
        self.hide()
        if act is not None:
            act()
