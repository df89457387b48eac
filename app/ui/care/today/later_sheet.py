"""Until when a follow-up is put off."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.care_days import typed_day
from app.ui.theme import Height, Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import FormRow

SOON = (1, 3, 7, 30)


class LaterSheet(AskSheet):
    """A day by one press, or typed; Enter takes it."""

    submitted = Signal(object)
    """The day."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._today = date.min
        self.day = QLineEdit()
        self.day.setMinimumHeight(Height.CASHIER)
        self._row = FormRow("", self.day)
        self.soon = [SecondaryButton("", height=Height.BACK_OFFICE) for _ in SOON]
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for days, button in zip(SOON, self.soon, strict=True):
            button.clicked.connect(lambda _=False, each=days: self._take(each))
            row.addWidget(button, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._row)
        self.finish_body()

    def ask(self, name: str, today: date) -> None:
        """Open for one follow-up."""
        self._today = today
        self.set_title(self.tr("Later"), name)
        words = (
            self.tr("Tomorrow"),
            self.tr("In 3 days"),
            self.tr("In a week"),
            self.tr("In 30 days"),
        )
        for button, text in zip(self.soon, words, strict=True):
            button.set_label(text)
        self._row.set_label(
            self.tr("On which day"), self.tr("Such as 2026-12-01, 12-01, or +7 for in seven days")
        )
        self.done.set_label(self.tr("Put off"))
        self.day.setText("+7")
        self.say_error("")
        self.open(self.day)
        self.day.selectAll()

    def _take(self, days: int) -> None:
        self.submitted.emit(self._today + timedelta(days=days))

    def accept(self) -> None:
        """Take the day that was typed."""
        day = typed_day(self.day.text(), self._today)
        if day is None or day <= self._today:
            self.say_error(self.tr("Type a day after today, such as 12-01 or +7."))
            self.day.setFocus()
            return
        self.submitted.emit(day)
