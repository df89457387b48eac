"""The door of a campaign: a scan, and a large answer that is read from three steps away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.campaign_types import Campaign
from app.ui import fonts
from app.ui.insight.campaigns.presenting.door import Answer, DoorPresenter, DoorState
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone, soft_colour, tone_colour
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Icon

_LOOKS: Final = {
    Answer.WAITING: (Tone.INFO, "scan-barcode"),
    Answer.WELCOME: (Tone.SUCCESS, "circle-check"),
    Answer.ALREADY: (Tone.WARNING, "history"),
    Answer.NOT_INVITED: (Tone.DANGER, "ban"),
    Answer.NOT_TODAY: (Tone.DANGER, "calendar"),
    Answer.UNKNOWN: (Tone.DANGER, "circle-alert"),
}


class _Sign(QWidget):
    """A ground in the answer's tone."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.INFO
        self.icon = Icon("scan-barcode", size=96, tone=Tone.INFO)
        self.answer = Label("", size=fonts.TOTAL, strong=True)
        self.who = Label("", size=fonts.AMOUNT, wrap=True)
        self.more = Label("", size=fonts.SECTION, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.answer, self.who, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rounded(
            painter, QRectF(self.rect()), Radius.CARD,
            fill=soft_colour(self.tone, t), border=tone_colour(self.tone, t), width=2,
        )  # fmt: skip
        painter.end()


class DoorSheet(Sheet):
    """A card is scanned, or a number or phone is typed; every time it answers."""

    def __init__(self, shell: Shell, campaign: Campaign) -> None:
        super().__init__(shell.overlay_parent(), width=820)
        self._shell = shell
        self._campaign = campaign
        self.presenter = DoorPresenter(self, shell.shop, shell.tasks, campaign)
        self.sign = _Sign()
        self.box = QLineEdit()
        self.box.setFont(fonts.font(fonts.CASHIER))
        self.let_in = SecondaryButton("", hint="Enter", height=Height.DEFAULT)
        self.arrived = Label("", size=fonts.SECTION, strong=True)
        self.body.addWidget(self.sign, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._row = FormRow("", self.box)
        row.addWidget(self._row, 1)
        row.addWidget(self.let_in, 0, Qt.AlignmentFlag.AlignBottom)
        row.addSpacing(Space.L)
        row.addWidget(self.arrived, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.set_panel_size(820, 640)
        self.let_in.clicked.connect(self.accept)
        self.set_title(campaign.name, self.tr("Door"))
        self._row.set_label(self.tr("Card, member number or phone"))
        self.let_in.set_label(self.tr("Let in"))

    def ask(self) -> None:
        """Open, and wait for the first."""
        self.presenter.open()
        self.open(self.box)

    def scanned(self, code: str) -> bool:
        """A card at the door."""
        self.presenter.scan(code)
        return True

    def accept(self) -> None:
        """What was typed is tried as if scanned."""
        text = self.box.text().strip()
        self.box.clear()
        self.presenter.scan(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lets in who was typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def show_door(self, state: DoorState) -> None:
        """The answer, in words, in its colour and by its tone."""
        tone, icon = _LOOKS[state.answer]
        sign = self.sign
        sign.tone = tone
        sign.icon.set_icon(icon, tone)
        sign.answer.setText(self._words(state.answer))
        sign.answer.set_tone(tone)
        sign.who.setText(state.name)
        sign.more.setText(self._more(state))
        sign.update()
        sign.setAccessibleName(f"{sign.answer.text()} {state.name}")
        if state.arrived is not None:
            self.arrived.setText(filled(self.tr("{count} here"), count=f"{state.arrived:,}"))
        if state.answer is not Answer.WAITING:
            self._shell.sound(state.answer is Answer.WELCOME)

    def _words(self, answer: Answer) -> str:
        return {
            Answer.WAITING: self.tr("Scan a member's card"),
            Answer.WELCOME: self.tr("Welcome"),
            Answer.ALREADY: self.tr("Already here"),
            Answer.NOT_INVITED: self.tr("Not invited"),
            Answer.NOT_TODAY: self.tr("Not today"),
            Answer.UNKNOWN: self.tr("Not recognised"),
        }[answer]

    def _more(self, state: DoorState) -> str:
        if state.answer is Answer.NOT_INVITED:
            return self.tr("Nothing was recorded.")
        if state.error is not None:
            return self._shell.sentence(state.error)
        if state.was_on is not None:
            words = self.tr("{number} · the event was on {day}")
            return filled(words, number=state.number, day=state.was_on.isoformat())
        if state.answer is Answer.WELCOME and state.confirmed:
            return filled(self.tr("{number} · said they will come"), number=state.number)
        return state.number
