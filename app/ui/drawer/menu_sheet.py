"""What can be done with the drawer, each by one digit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.cash_types import SessionNow
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

_ICONS = {
    "pay_in": "plus",
    "pay_out": "minus",
    "drop": "lock",
    "no_sale": "banknote",
    "x": "receipt",
    "reports": "history",
}


class MenuSheet(Sheet):
    """The drawer's doors; the one that is due is the primary button."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=520)
        self._due = "open"
        self._state = Label("", tone=Tone.MUTED, wrap=True)
        self._first = PrimaryButton("", hint="Enter", height=Height.PAY)
        self._first.clicked.connect(lambda: self._choose(self._due))
        self._open = SecondaryButton("", icon="store", hint="7", height=Height.CASHIER)
        self._open.clicked.connect(lambda: self._choose("open"))
        self._doors: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for index, (door, icon) in enumerate(_ICONS.items()):
            button = SecondaryButton("", icon=icon, hint=str(index + 1), height=Height.CASHIER)
            button.clicked.connect(lambda checked=False, door=door: self._choose(door))
            grid.addWidget(button, index // 2, index % 2)
            self._doors[door] = button
        grid.addWidget(self._open, 3, 0, 1, 2)
        self.body.addWidget(self._state)
        self.body.addLayout(grid)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._first)

    def ask(self, session: SessionNow | None, *, counts: bool) -> None:
        """Open; `counts`: the shop counts its cash, so nothing is sold before the float."""
        words = {
            "pay_in": self.tr("Put cash in"),
            "pay_out": self.tr("Pay cash out"),
            "drop": self.tr("To the safe"),
            "no_sale": self.tr("Open without a sale"),
            "x": self.tr("X report"),
            "reports": self.tr("Z reports"),
        }
        counted = session is not None and not session.automatic
        self._due = "close" if counted or (session is not None and not counts) else "open"
        self.set_title(self.tr("Drawer"))
        self._state.setText(self._said(session, counts=counts))
        for door, button in self._doors.items():
            button.set_label(words[door])
            needs = door in ("pay_in", "pay_out", "drop", "no_sale")
            button.setEnabled(not (needs and counts and not counted))
        self._open.set_label(self.tr("Open with a float and count"))
        self._open.setVisible(not counted and self._due != "open")
        closing = self._due == "close"
        self._first.set_label(self.tr("Close the day") if closing else self.tr("Open the drawer"))
        self.open(self._first)

    def _said(self, session: SessionNow | None, *, counts: bool) -> str:
        if session is None:
            if counts:
                return self.tr("The drawer is not open. Open it with its float to sell.")
            return self.tr("Nothing was sold yet today. A session opens with the first sale.")
        opened = f"{session.opened_at:%Y-%m-%d %H:%M}"
        if session.automatic:
            words = self.tr("Selling since {time}, without a float and a count.")
        else:
            words = self.tr("Open since {time} · {staff}").replace("{staff}", session.opened_by)
        return words.replace("{time}", opened)

    def _choose(self, door: str) -> None:
        self.close_sheet()
        self.chosen.emit(door)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens its door."""
        doors = [*self._doors.items(), ("open", self._open)]
        for index, (door, button) in enumerate(doors):
            if event.text() == str(index + 1) and button.isVisible() and button.isEnabled():
                self._choose(door)
                event.accept()
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._due)
            event.accept()
            return
        super().keyPressEvent(event)
