"""Which days are listed: the usual stretches, or two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.ui import fonts
from app.ui.sales.presenter import Period
from app.ui.theme import Space
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone

PERIODS = tuple(Period)


class DayPicker(QWidget):
    """The segments, and two dates that are shown once "Dates" is chosen.

    The segments (`period`) stand where the screen puts them; this widget is the row of dates.
    """

    period_chosen = Signal(object)
    days_chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.period = Segmented((), name="")
        self.first, self.last = QDateEdit(), QDateEdit()
        self._to = Label("–", tone=Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for widget in (self.first, self._to, self.last):
            row.addWidget(widget)
        row.addStretch(1)
        for edit in (self.first, self.last):
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setProperty("dense", True)
            edit.setFont(fonts.font())
            edit.setFixedWidth(124)
            line = edit.lineEdit()
            if line is not None:
                # The padding of the style sheet does not reach the line inside.
                line.setTextMargins(10, 0, 0, 0)
            # While a year is being typed, "0002" is not yet a date to list.
            edit.setKeyboardTracking(False)
            edit.dateChanged.connect(lambda _day: self._days())
        self.period.changed.connect(lambda at: self.period_chosen.emit(PERIODS[at]))

    def say(self) -> None:
        """Say everything again in the language now shown."""
        self.period.setAccessibleName(self.tr("Days"))
        self.period.set_choices(
            (
                self.tr("Today"),
                self.tr("Yesterday"),
                self.tr("7 days"),
                self.tr("30 days"),
                self.tr("All"),
                self.tr("Dates"),
            )
        )
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))

    def show_days(
        self, period: Period, first_day: date | None, last_day: date | None, today: date
    ) -> None:
        """Show what is listed, without telling it."""
        self.period.blockSignals(True)
        self.period.choose(PERIODS.index(period))
        self.period.blockSignals(False)
        self.setVisible(period is Period.DAYS)
        for edit, day in ((self.first, first_day or today), (self.last, last_day or today)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _days(self) -> None:
        first, last = (
            date(day.year(), day.month(), day.day())
            for day in (self.first.date(), self.last.date())
        )
        self.days_chosen.emit(first, last)
