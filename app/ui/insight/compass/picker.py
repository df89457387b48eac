"""Which days the compass tells of: the usual stretches, or two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.services.rules.insight.periods import Period, Preset
from app.ui import fonts
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.labels import Label, Tone

_PRESETS = tuple(Preset)


class PeriodPicker(QWidget):
    """Up and Down go through the stretches; "Dates" shows two fields, Enter takes them."""

    preset_chosen = Signal(object)
    days_chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.presets = DropDown()
        self.presets.setMinimumWidth(150)
        self.first, self.last = _DayField(), _DayField()
        self.take = SecondaryButton("")
        self._to = Label("–", tone=Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for widget in (self.presets, self.first, self._to, self.last, self.take):
            row.addWidget(widget)
        self._dates = (self.first, self._to, self.last, self.take)
        for widget in self._dates:
            widget.hide()
        self.setFocusProxy(self.presets)
        self.presets.activated.connect(self._chosen)
        self.take.clicked.connect(self._days)
        for field in (self.first, self.last):
            field.entered.connect(self._days)

    def say(self) -> None:
        """Say everything again in the language now shown."""
        self.presets.setAccessibleName(self.tr("Period"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.take.set_label(self.tr("Show"))
        names = (
            self.tr("This week"), self.tr("This month"), self.tr("This quarter"),
            self.tr("This year"), self.tr("Last week"), self.tr("Last month"),
            self.tr("Last quarter"), self.tr("Last year"), self.tr("Dates"),
        )  # fmt: skip
        at = max(0, self.presets.currentIndex())
        self.presets.blockSignals(True)
        self.presets.clear()
        self.presets.addItems(names)
        self.presets.setCurrentIndex(at)
        self.presets.blockSignals(False)

    def show_choice(self, preset: Preset | None, period: Period) -> None:
        """Show what is reckoned, without telling it."""
        at = len(_PRESETS) if preset is None else _PRESETS.index(preset)
        self.presets.setCurrentIndex(at)
        self.first.show_day(period.first)
        self.last.show_day(period.last)
        self._show_dates(preset is None)

    def _chosen(self, at: int) -> None:
        self._show_dates(at == len(_PRESETS))
        if at < len(_PRESETS):
            self.preset_chosen.emit(_PRESETS[at])
        else:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dates(self, shown: bool) -> None:
        for widget in self._dates:
            widget.setVisible(shown)

    def _days(self) -> None:
        self.days_chosen.emit(self.first.day(), self.last.day())


class _DayField(QDateEdit):
    """A date; Enter says that it is meant."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setProperty("dense", True)
        self.setFont(fonts.font())
        self.setFixedWidth(124)
        line = self.lineEdit()
        if line is not None:
            # The padding of the style sheet does not reach the line inside.
            line.setTextMargins(10, 0, 0, 0)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the dates."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
