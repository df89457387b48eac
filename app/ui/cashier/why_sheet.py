"""Why the basket costs what it costs, and what it might have cost."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.cashier.presenting.state import CashierState
from app.ui.cashier.words import saving_words
from app.ui.theme import Space
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Surface


class WhySheet(Sheet):
    """Every effect with its reason, and every near miss with why not."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(240)
        self._scroll.setAccessibleName(self.tr("Reasons"))
        self.body.addWidget(self._scroll)

    def explain(self, state: CashierState, currency: Currency, language: str) -> None:
        """Open for a basket."""
        self.set_title(self.tr("Why this price"))
        page = Surface()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.XXS)
        for line in state.quote.lines:
            if line.effects:
                column.addWidget(Label(line.line.item.name, strong=True, wrap=True))
                for effect in line.effects:
                    words = saving_words(effect, currency, language)
                    column.addWidget(Label(words, tone=Tone.SUCCESS, wrap=True))
        if not any(line.effects for line in state.quote.lines):
            total = money(state.quote.gross_minor, currency)
            words = self.tr("Shelf prices, nothing taken off: {amount}")
            column.addWidget(Label(words.replace("{amount}", total), wrap=True))
        self._reasons(column, state, currency, language)
        column.addStretch(1)
        self._scroll.setWidget(page)
        self.open()

    def _reasons(
        self, column: QVBoxLayout, state: CashierState, currency: Currency, language: str
    ) -> None:
        groups = (
            (self.tr("Points"), state.settlement.why),
            (self.tr("What did not apply"), state.quote.why_not),
        )
        for title, reasons in groups:
            if reasons:
                column.addSpacing(Space.S)
                column.addWidget(Label(title, size=fonts.BODY, strong=True))
                for reason in reasons:
                    words = reason_text(reason, language, currency)
                    column.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
