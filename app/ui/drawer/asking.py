"""The drawer's small questions: the float, and what goes in or out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.rules.money import Currency
from app.ui import fonts
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.fields import FormRow, MoneyEdit
from app.ui.widgets.labels import Label, Tone


def amount_field(currency: Currency) -> MoneyEdit:
    """A large field for an amount."""
    field = MoneyEdit(decimals=currency.digits, size=fonts.AMOUNT)
    field.setMinimumHeight(Height.PAY)
    return field


class FloatSheet(AskSheet):
    """What the drawer begins with; what was left last time stands there already."""

    submitted = Signal(object)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window)
        self._why = Label("", tone=Tone.MUTED, wrap=True)
        self._field = amount_field(currency)
        self._row = FormRow("", self._field)
        self.body.addWidget(self._why)
        self.body.addWidget(self._row)
        self.finish_body()

    def ask(self, proposed_minor: int, *, waiting: bool) -> None:
        """Open; `waiting`: a sale goes on once the drawer is open."""
        self.set_title(self.tr("Open the drawer"))
        self._why.setText(
            self.tr("The drawer is not open yet. The sale goes on once it is.")
            if waiting
            else self.tr("Count what the day begins with.")
        )
        self._row.set_label(self.tr("Float in the drawer"))
        self.done.set_label(self.tr("Open"))
        self.say_error("")
        self._field.set_value_minor(proposed_minor)
        self.open(self._field)

    def accept(self) -> None:
        """Send the float."""
        minor = self._field.value_minor()
        if minor is None:
            self.say_error(self.tr("Type an amount; 0 for an empty drawer."))
            self._field.setFocus()
            return
        self.submitted.emit(minor)


class MovementSheet(AskSheet):
    """How much goes in or out, and why."""

    submitted = Signal(str, object, str)
    """(kind, amount in minor units, reason)"""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window)
        self._kind = ""
        self._amount = amount_field(currency)
        self._amount_row = FormRow("", self._amount)
        self._reason = QLineEdit()
        self._reason.setMinimumHeight(Height.CASHIER)
        self._reason_row = FormRow("", self._reason)
        self.body.addWidget(self._amount_row)
        self.body.addWidget(self._reason_row)
        self.finish_body()

    def ask(self, kind: str) -> None:
        """Open for one kind of movement."""
        self._kind = kind
        titles = {
            "pay_in": self.tr("Put cash in"),
            "pay_out": self.tr("Pay cash out"),
            "drop": self.tr("Take cash to the safe"),
            "no_sale": self.tr("Open without a sale"),
        }
        amounts = kind != "no_sale"
        self.set_title(titles[kind])
        self._amount_row.setVisible(amounts)
        self._amount_row.set_label(self.tr("Amount"))
        self._reason_row.set_label(self.tr("Why"))
        self.done.set_label(self.tr("Book it") if amounts else self.tr("Open"))
        self.say_error("")
        self._amount.set_value_minor(None)
        self._reason.clear()
        self.open(self._amount if amounts else self._reason)

    def accept(self) -> None:
        """Send what was typed; Enter after the amount goes on to the reason."""
        minor = self._amount.value_minor()
        if self._kind == "no_sale":
            minor = 0
        elif not minor:
            self.say_error(self.tr("Type an amount, such as 12.50."))
            self._amount.setFocus()
            return
        elif self._amount.hasFocus() and not self._reason.text():
            self._reason.setFocus()
            return
        self.submitted.emit(self._kind, minor, self._reason.text())
