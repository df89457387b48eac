"""Whose goods come back without a receipt: nobody's, until a member is named."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import fonts
from app.ui.returns.presenting.state import NamedMember
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel, Tone
from app.ui.widgets.panels import Icon


class NamedRow(QWidget):
    """Shows nothing where a receipt says whose they are."""

    dropped = Signal()
    """They are nobody's after all."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel("", size=fonts.BODY)
        self._icon = Icon("user", size=18, tone=Tone.MUTED)
        self._off = IconButton("x", "")
        self._off.clicked.connect(self.dropped)
        across = QHBoxLayout(self)
        across.setContentsMargins(Space.M, 0, Space.XS, 0)
        across.setSpacing(Space.S)
        across.addWidget(self._icon)
        across.addWidget(self._words, 1)
        across.addWidget(self._off)
        self.setFixedHeight(self._off.sizeHint().height())

    def show_member(self, member: NamedMember | None, *, asked: bool) -> None:
        """Say who it is; `asked` is whether there is a member to be named at all."""
        self.setVisible(asked)
        self._off.setVisible(member is not None)
        self._icon.set_icon("user" if member is None else "user-check", Tone.MUTED)
        if member is None:
            self._words.set_tone(Tone.MUTED)
            self._words.setText(self.tr("No member: no points change"))
            return
        who = " · ".join(part for part in (member.name, member.number) if part)
        self._words.set_tone(Tone.NORMAL)
        self._words.setText(who)
        self._off.set_name(self.tr("Without {name}").replace("{name}", who))

    def words(self) -> str:
        """What it says."""
        return self._words.text()
