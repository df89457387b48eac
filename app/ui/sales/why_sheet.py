"""Why a sale came to what it did: every discount, every point, and what did not apply."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import Currency, money, quantity
from app.services.rules.pricing import Reason
from app.services.rules.receipt import Receipt
from app.ui import fonts
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider
from app.ui.widgets.scroll import ScrollArea

_WIDTH = 600
_MOST_HEIGHT = 460


class SaleWhySheet(Sheet):
    """Made anew for each receipt."""

    def __init__(self, window: QWidget, receipt: Receipt, currency: Currency, language: str):
        super().__init__(window, width=_WIDTH)
        self._currency, self._language = currency, language
        self.set_title(self.tr("Why this total"), receipt.number)
        page = QWidget()
        self._content = QVBoxLayout(page)
        self._content.setContentsMargins(0, 0, Space.S, 0)
        self._content.setSpacing(Space.XXS)
        self._lines(receipt)
        self._reasons(self.tr("Points"), receipt.why)
        self._reasons(self.tr("What did not apply"), receipt.why_not)
        self._scheme(receipt)
        self._content.addStretch(1)
        scroll = ScrollArea(page, name=self.tr("Why this total"))
        wanted = self._content.totalHeightForWidth(_WIDTH - 2 * Space.L) + Space.XS
        scroll.setFixedHeight(min(_MOST_HEIGHT, wanted))
        self.body.addWidget(scroll)

    def words(self) -> str:
        """All it says, a line each."""
        labels = self.findChildren(Label)
        return "\n".join(label.accessibleName() or label.text() for label in labels)

    def _lines(self, receipt: Receipt) -> None:
        for line in receipt.lines:
            count = quantity(line.quantity_milli)
            name = f"{line.name} × {count}" if line.quantity_milli != 1000 else line.name
            self._amount(name, money(line.gross_minor, self._currency), strong=True)
            for effect in line.effects:
                words = reason_text(effect.why, self._language, self._currency)
                taken = money(-effect.amount_minor, self._currency)
                self._amount(words, taken, tone=Tone.SUCCESS)
        self._content.addSpacing(Space.XS)
        self._content.addWidget(Divider())
        self._content.addSpacing(Space.XS)
        if not receipt.discount_minor:
            self._say(self.tr("Shelf prices: nothing was taken off."))
        if receipt.added_tax_minor:
            self._amount(self.tr("Tax"), money(receipt.added_tax_minor, self._currency))
        if receipt.cash_rounding_minor:
            rounding = money(receipt.cash_rounding_minor, self._currency)
            self._amount(self.tr("Rounded for cash"), rounding)
        self._amount(self.tr("Total"), money(receipt.total_minor, self._currency), strong=True)

    def _reasons(self, title: str, reasons: tuple[Reason, ...]) -> None:
        if not reasons:
            return
        self._content.addSpacing(Space.S)
        self._content.addWidget(Label(title, size=fonts.BODY, strong=True))
        for reason in reasons:
            self._say(reason_text(reason, self._language, self._currency))

    def _scheme(self, receipt: Receipt) -> None:
        self._content.addSpacing(Space.S)
        words = self.tr("By the rules of version {version}, in force when it was sold.")
        words = words.replace("{version}", str(receipt.scheme_version))
        self._content.addWidget(Label(words, size=fonts.CAPTION, tone=Tone.MUTED, wrap=True))

    def _say(self, words: str) -> None:
        self._content.addWidget(Label(words, tone=Tone.MUTED, wrap=True))

    def _amount(
        self, words: str, amount: str, *, strong: bool = False, tone: Tone = Tone.NORMAL
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(ElidedLabel(words, strong=strong, tone=tone), 1)
        row.addWidget(Label(amount, strong=strong, tone=tone))
        self._content.addLayout(row)
