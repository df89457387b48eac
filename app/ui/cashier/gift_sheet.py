"""A gift card that was scanned outside a sale: what it holds, and paying that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.documents.coupon_words import code_said
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard


class GiftSheet(AskSheet):
    """Esc leaves it as it is; a reason and Enter pay back what is left, and the card is void."""

    paid_back = Signal(object, str)
    """(the GiftCard, why)"""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window)
        self._currency = currency
        self._card: GiftCard | None = None
        self._left = Label("", size=fonts.TOTAL, strong=True)
        self._until = Label("", tone=Tone.MUTED)
        self._how = Label("", tone=Tone.MUTED, wrap=True)
        self.reason = QLineEdit()
        self.reason.setMinimumHeight(Height.CASHIER)
        self._row = FormRow("", self.reason)
        for part in (self._left, self._until, self._how, self._row):
            self.body.addWidget(part)
        self.finish_body()

    def ask(self, card: GiftCard) -> None:
        """Open for a card."""
        self._card = card
        left = money(card.left_minor, self._currency)
        self.set_title(self.tr("Gift card"), code_said(card.code))
        self._left.setText(left)
        until = "" if card.expires_on is None else card.expires_on.isoformat()
        self._until.setText(filled(self.tr("Until {day}"), day=until) if until else "")
        self._until.setVisible(bool(until))
        self._how.setText(self.tr("To pay with it, scan it while paying."))
        self._row.set_label(self.tr("Why it is paid back in cash"))
        self.done.set_label(filled(self.tr("Pay {amount} back"), amount=left))
        self.done.setEnabled(card.left_minor > 0)
        self.reason.clear()
        self.say_error("")
        self.open(self.reason)

    def accept(self) -> None:
        """Pay it back."""
        reason = self.reason.text().strip()
        if self._card is None or not self.done.isEnabled():
            return
        if not reason:
            self.say_error(self.tr("Say why it is paid back; Esc leaves it as it is."))
            self.reason.setFocus()
            return
        self.paid_back.emit(self._card, reason)
