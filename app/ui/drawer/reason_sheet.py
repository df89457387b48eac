"""Over or short: shown after the count, with a reason, never refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.services.cash_types import Difference
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone


class ReasonSheet(AskSheet):
    """Expected, counted, the difference; Enter records it, Esc counts again."""

    submitted = Signal(str)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=520)
        self._currency = currency
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        self._names = [Label("", tone=Tone.MUTED) for _ in range(2)]
        self._amounts = [Label("", size=fonts.SECTION) for _ in range(2)]
        self._word = Label("", size=fonts.SECTION, strong=True)
        self._difference = Label("", size=fonts.AMOUNT, strong=True)
        names, amounts = [*self._names, self._word], [*self._amounts, self._difference]
        for row, (name, amount) in enumerate(zip(names, amounts, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        self._reason = QLineEdit()
        self._reason.setMinimumHeight(Height.CASHIER)
        self._row = FormRow("", self._reason)
        self._usual = [SecondaryButton("") for _ in range(3)]
        usual = QHBoxLayout()
        usual.setSpacing(Space.XS)
        for button in self._usual:
            button.clicked.connect(lambda checked=False, b=button: self._take(b.label()))
            usual.addWidget(button)
        usual.addStretch(1)
        self.body.addLayout(grid)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._row)
        self.body.addLayout(usual)
        self.finish_body()

    def ask(self, difference: Difference) -> None:
        """Open with what the count says."""
        over = difference.over_short_minor
        self.set_title(self.tr("The count differs"))
        self._names[0].setText(self.tr("Should be there"))
        self._names[1].setText(self.tr("Counted"))
        self._amounts[0].setText(money(difference.expected_minor, self._currency))
        self._amounts[1].setText(money(difference.counted_minor, self._currency))
        self._word.setText(self.tr("Over") if over > 0 else self.tr("Short"))
        self._difference.setText(money(abs(over), self._currency))
        self._difference.set_tone(Tone.WARNING if over > 0 else Tone.DANGER)
        self._row.set_label(
            self.tr("Why"), self.tr("It is recorded and stands on the report. Esc counts again.")
        )
        usual = (self.tr("Change given wrong"), self.tr("Float wrong"), self.tr("Not known"))
        for button, words in zip(self._usual, usual, strict=True):
            button.set_label(words)
        self.done.set_label(self.tr("Record and close"))
        self.say_error("")
        self._reason.clear()
        self.open(self._reason)

    def _take(self, words: str) -> None:
        self._reason.setText(words)
        self._reason.setFocus()

    def accept(self) -> None:
        """Record it; a reason may be missing, the day closes all the same."""
        self.submitted.emit(self._reason.text())
