"""A sheet that asks for a few fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet


class AskSheet(Sheet):
    """A few fields and one button; Enter in any field presses it."""

    def __init__(self, window: QWidget, *, width: int = 440) -> None:
        super().__init__(window, width=width)
        self.error = Label("", tone=Tone.DANGER, wrap=True)
        self.error.setVisible(False)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        self.done.clicked.connect(self.accept)

    def finish_body(self) -> None:
        """Put the error line and the button under the fields."""
        self.body.addWidget(self.error)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(row)

    def say_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def accept(self) -> None:
        """The button, or Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)
