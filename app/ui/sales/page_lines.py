"""The lines of a sale as its page shows them: each with its discounts, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import Currency, money, quantity
from app.services.rules.receipt import Receipt, ReceiptLine
from app.services.sale_pages import SalePage
from app.ui import fonts
from app.ui.lists import points_words
from app.ui.theme import Space
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card, Divider

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PageLines(Card):
    """Made anew for each sale."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(Space.S)
        self._made: QWidget | None = None

    def show_page(self, page: SalePage, currency: Currency, language: str) -> None:
        """Show the lines and what they come to."""
        if self._made is not None:
            self.body.removeWidget(self._made)
            self._made.hide()
            self._made.deleteLater()
        self._currency, self._language = currency, language
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._heading(column)
        for line, back in zip(page.receipt.lines, page.returned_milli, strict=True):
            self._line(column, line, back)
            column.addWidget(Divider())
        self._sums(column, page.receipt)
        self._made = made
        self.body.addWidget(made)

    def words(self) -> str:
        """All it says, a line each."""
        labels = self.findChildren(Label)
        return "\n".join(label.accessibleName() or label.text() for label in labels)

    def _heading(self, column: QVBoxLayout) -> None:
        self.set_title(self.tr("What was sold"))

    def _line(self, column: QVBoxLayout, line: ReceiptLine, back_milli: int) -> None:
        count = quantity(line.quantity_milli)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(ElidedLabel(line.name, size=fonts.CASHIER, strong=True), 1)
        if back_milli:
            words = self.tr("{count} returned").replace("{count}", quantity(back_milli))
            row.addWidget(Chip(words, tone=Tone.WARNING, icon="undo-2"))
        price = f"{count} × {money(line.unit_price_minor, self._currency, sign=False)}"
        row.addWidget(Label(price, tone=Tone.MUTED))
        amount = Label(money(line.total_minor, self._currency, sign=False), strong=True)
        amount.setMinimumWidth(96)
        amount.setAlignment(_RIGHT)
        row.addWidget(amount)
        column.addLayout(row)
        for effect in line.effects:
            words = reason_text(effect.why, self._language, self._currency)
            self._amount(column, words, -effect.amount_minor, tone=Tone.SUCCESS)
        if line.points:
            words = self.tr("Earned {points}").replace("{points}", points_words(line.points))
            column.addWidget(Label(words, size=fonts.CAPTION, tone=Tone.MUTED))

    def _sums(self, column: QVBoxLayout, receipt: Receipt) -> None:
        if receipt.discount_minor:
            self._amount(column, self.tr("Shelf prices"), receipt.gross_minor)
            self._amount(column, self.tr("Discounts"), -receipt.discount_minor, tone=Tone.SUCCESS)
        if receipt.added_tax_minor:
            self._amount(column, self.tr("Tax"), receipt.added_tax_minor)
        if receipt.cash_rounding_minor:
            self._amount(column, self.tr("Rounded for cash"), receipt.cash_rounding_minor)
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("Total"), size=fonts.CASHIER, strong=True), 1)
        total = money(receipt.total_minor, self._currency)
        row.addWidget(Label(total, size=fonts.AMOUNT, strong=True))
        column.addLayout(row)

    def _amount(
        self, column: QVBoxLayout, words: str, minor: int, *, tone: Tone = Tone.MUTED
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(ElidedLabel(words, tone=tone), 1)
        row.addWidget(Label(money(minor, self._currency, sign=False), tone=tone))
        column.addLayout(row)
