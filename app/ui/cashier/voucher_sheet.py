"""A reward from outside the shop: the code that is handed out is written down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.cashier.presenting.laid import Choice
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label


class VoucherSheet(AskSheet):
    """What it costs, before and after, and the code; Enter takes the points."""

    submitted = Signal(object, str)
    """(the Choice, the code handed out)"""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._choice: Choice | None = None
        self._move = Label("", strong=True, wrap=True)
        self.code = QLineEdit()
        self.code.setMinimumHeight(Height.CASHIER)
        self._row = FormRow("", self.code)
        self.body.addWidget(self._move)
        self.body.addWidget(self._row)
        self.finish_body()

    def ask(self, choice: Choice, points: int, language: str) -> None:
        """Open for a reward; `points` are what the member may spend now."""
        self._choice = choice
        self.set_title(choice.name.said(language))
        words = self.tr("Points {before} → {after}").replace("{before}", f"{points:,}")
        self._move.setText(words.replace("{after}", f"{points - choice.cost_points:,}"))
        self._row.set_label(self.tr("Code that is handed out"))
        self.done.set_label(self.tr("Take the points"))
        self.say_error("")
        self.code.clear()
        self.open(self.code)

    def accept(self) -> None:
        """Send the code."""
        code = self.code.text().strip()
        if not code:
            self.say_error(self.tr("Type the code that the member gets."))
        elif self._choice is not None:
            self.submitted.emit(self._choice, code)
