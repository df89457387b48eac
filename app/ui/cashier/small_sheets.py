"""The cashier's small questions: a new member, an open item, how many, a discount, which sale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.rules.cart import HandDiscount
from app.services.rules.money import Currency, money, parse_milli, parse_minor, quantity, rate
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import FormRow, MoneyEdit, Segmented
from app.ui.widgets.labels import Label, Tone


class EnrolSheet(AskSheet):
    """A new member in two keystrokes and a phone number."""

    submitted = Signal(str, str)
    """(name, phone) as typed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._phone, self._name = QLineEdit(), QLineEdit()
        for field in (self._phone, self._name):
            field.setMinimumHeight(Height.CASHIER)
        self._name_row = FormRow("", self._name)
        self._phone_row = FormRow("", self._phone)
        self.body.addWidget(self._name_row)
        self.body.addWidget(self._phone_row)
        self._hint = Label("", tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self._hint)
        self.finish_body()

    def ask(self, phone: str, name: str) -> None:
        """Open with what was typed in the omnibox."""
        self.set_title(self.tr("New member"))
        self._name_row.set_label(self.tr("Name (may be added later)"))
        self._phone_row.set_label(self.tr("Phone"))
        self._hint.setText(
            self.tr("A digital card is made at once; print it from the member's page.")
        )
        self.done.set_label(self.tr("Enrol"))
        self.say_error("")
        self._phone.setText(phone)
        self._name.setText(name)
        self.open(self._phone if name and not phone else self._name)

    def accept(self) -> None:
        """Send what was typed."""
        name, phone = self._name.text().strip(), self._phone.text().strip()
        if not name and not phone:
            self.say_error(self.tr("Type a phone number or a name."))
            return
        self.submitted.emit(name, phone)


class OpenItemSheet(AskSheet):
    """Something sold by name and price."""

    submitted = Signal(str, int)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window)
        self._name = QLineEdit()
        self._price = MoneyEdit(decimals=currency.digits)
        for field in (self._name, self._price):
            field.setMinimumHeight(Height.CASHIER)
        self._name_row = FormRow("", self._name)
        self._price_row = FormRow("", self._price)
        self.body.addWidget(self._price_row)
        self.body.addWidget(self._name_row)
        self.finish_body()

    def ask(self, name: str, price: str) -> None:
        """Open; a price typed in the omnibox is there already."""
        self.set_title(self.tr("Sell by name and price"))
        self._name_row.set_label(self.tr("Name on the receipt"))
        self._price_row.set_label(self.tr("Price"))
        self._name.setPlaceholderText(self.tr("Other goods"))
        self.done.set_label(self.tr("Add"))
        self.say_error("")
        self._name.setText(name)
        self._price.setText(price)
        self.open(self._name if price else self._price)

    def accept(self) -> None:
        """Add the item."""
        price = self._price.value_minor()
        if price is None or price < 0:
            self.say_error(self.tr("Type a price, such as 12.50."))
            self._price.setFocus()
            return
        name = self._name.text().strip() or self.tr("Other goods")
        self.submitted.emit(name, price)


class QuantitySheet(AskSheet):
    """How many of the line."""

    submitted = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=360)
        self._field = QLineEdit()
        self._field.setMinimumHeight(Height.PAY)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row = FormRow("", self._field)
        self.body.addWidget(self._row)
        self.finish_body()

    def ask(self, name: str, quantity_milli: int, *, weighed: bool) -> None:
        """Open for a line."""
        self.set_title(self.tr("Quantity"))
        self._row.set_label(f"{name} (kg)" if weighed else name)
        self.done.set_label(self.tr("Change"))
        self.say_error("")
        self._field.setText(quantity(quantity_milli))
        self._field.selectAll()
        self.open(self._field)

    def accept(self) -> None:
        """Change the quantity; zero takes the line out."""
        milli = parse_milli(self._field.text())
        if milli is None or milli < 0:
            self.say_error(self.tr("Type a quantity, such as 2 or 0.355."))
            return
        self.close_sheet()
        self.submitted.emit(milli)


class DiscountSheet(AskSheet):
    """A discount by hand: percent off, an amount off, or rounding down; always with a reason."""

    submitted = Signal(object)
    """A HandDiscount, or None to take it away."""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=480)
        self._currency = currency
        self._kind = Segmented([""], name="")
        self._field = QLineEdit()
        self._reason = QLineEdit()
        for field in (self._field, self._reason):
            field.setMinimumHeight(Height.CASHIER)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value_row = FormRow("", self._field)
        self._reason_row = FormRow("", self._reason)
        self._remove = SecondaryButton("")
        self._remove.clicked.connect(self._take_away)
        self._whole = False
        self._step_minor = 0
        self.body.addWidget(self._kind)
        self.body.addWidget(self._value_row)
        self.body.addWidget(self._reason_row)
        self.finish_body()
        self.body.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._kind.changed.connect(lambda _at: self._say_value())

    def ask(
        self, title: str, present: HandDiscount | None, *, whole: bool, step_minor: int
    ) -> None:
        """Open for a line, or for the whole cart, which can also be rounded down."""
        self._whole, self._step_minor = whole, step_minor
        self.set_title(self.tr("Discount"), title)
        choices = [self.tr("Percent off"), self.tr("Amount off")]
        if whole:
            choices.append(self.tr("Round down"))
        self._kind.set_choices(choices)
        self._kind.setAccessibleName(self.tr("Kind of discount"))
        self._reason_row.set_label(self.tr("Reason"))
        self._reason.setPlaceholderText(self.tr("Such as: regular guest"))
        self.done.set_label(self.tr("Apply"))
        self._remove.set_label(self.tr("Remove the discount"))
        self._remove.setVisible(present is not None)
        self._fill(present)
        self.say_error("")
        self.open(self._field)
        self._field.selectAll()

    def _fill(self, present: HandDiscount | None) -> None:
        self._field.clear()
        self._reason.clear()
        self._kind.choose(0)
        if present is not None:
            self._reason.setText(present.reason)
            if present.percent_bp:
                self._field.setText(rate(present.percent_bp))
            elif present.amount_minor:
                self._kind.choose(1)
                self._field.setText(money(present.amount_minor, self._currency, sign=False))
            else:
                self._kind.choose(2)
        self._say_value()

    def _say_value(self) -> None:
        kind = self._kind.current()
        labels = (self.tr("Percent"), self.tr("Amount"), "")
        self._value_row.set_label(labels[kind])
        self._value_row.setVisible(kind < 2)
        if kind == 2:
            self._reason.setFocus()

    def accept(self) -> None:
        """Give the discount."""
        reason = self._reason.text().strip()
        kind = self._kind.current()
        if kind == 2:
            words = reason or self.tr("Rounded down")
            self._send(HandDiscount(words, round_down_to_minor=self._step_minor))
            return
        wanted = self._percent(reason) if kind == 0 else self._amount(reason)
        if wanted is not None:
            self._send(wanted)

    def _percent(self, reason: str) -> HandDiscount | None:
        bp = parse_minor(self._field.text().strip().removesuffix("%"), _PERCENT)
        if bp is None or not 0 < bp <= 10_000:
            self.say_error(self.tr("Type a percentage between 0 and 100."))
            return None
        return self._with_reason(HandDiscount(reason, percent_bp=bp))

    def _amount(self, reason: str) -> HandDiscount | None:
        minor = parse_minor(self._field.text(), self._currency)
        if minor is None or minor <= 0:
            self.say_error(self.tr("Type an amount, such as 5.00."))
            return None
        return self._with_reason(HandDiscount(reason, amount_minor=minor))

    def _with_reason(self, discount: HandDiscount) -> HandDiscount | None:
        if not discount.reason:
            self.say_error(self.tr("Say why: the reason stands on the receipt."))
            self._reason.setFocus()
            return None
        return discount

    def _take_away(self) -> None:
        self._send(None)

    def _send(self, discount: HandDiscount | None) -> None:
        self.submitted.emit(discount)


# A percentage is read like an amount with two decimals: 12.5 is 1250 basis points.
_PERCENT = Currency("%", "%", 2)
