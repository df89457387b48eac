"""Points given late: asked before they are given, with before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.rules.money import Currency, money
from app.services.rules.receipt import Receipt
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.labels import Label, Tone

if TYPE_CHECKING:
    from app.services.member_types import MemberStrip


class ClaimSheet(AskSheet):
    """Whether a receipt's points go to the member at the till."""

    confirmed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=480)
        self._receipt: Receipt | None = None
        self._words = Label("", wrap=True)
        self.points = Label("", size=fonts.SECTION, strong=True, tone=Tone.SUCCESS)
        self.body.addWidget(self._words)
        self.body.addWidget(self.points)
        self.finish_body()

    def ask(self, receipt: Receipt, strip: MemberStrip, points: int, currency: Currency) -> None:
        """Open for a receipt that named no member and is worth `points`."""
        self._receipt = receipt
        self.set_title(self.tr("Claim points"), receipt.number)
        words = self.tr("Give the points of this sale of {amount} to {name}? This works once.")
        amount = money(receipt.total_minor, currency)
        self._words.setText(filled(words, amount=amount, name=strip.name or strip.number))
        moved = f"{strip.points:,} → {strip.points + points:,}"
        self.points.setText(filled(self.tr("Points {moved}"), moved=moved))
        self.done.set_label(self.tr("Give the points"))
        self.open(self.done)

    def accept(self) -> None:
        """Give them."""
        self.close_sheet()
        if self._receipt is not None:
            self.confirmed.emit(self._receipt)
