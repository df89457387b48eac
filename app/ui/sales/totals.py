"""Four figures above the list of sales."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.services.rules.money import Currency, money
from app.services.sales import DayTotal
from app.ui import fonts
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, Tone
from app.ui.widgets.panels import Card

_SIZE = 22
_SHARES = (2, 3, 3, 2)


class Totals(Card):
    """Sales, total, discount and points of what is listed."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        self._names: list[ElidedLabel] = []
        self._values: list[ElidedLabel] = []
        for share in _SHARES:
            column = QVBoxLayout()
            column.setSpacing(2)
            name = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
            value = ElidedLabel("…", size=_SIZE, strong=True)
            column.addWidget(name)
            column.addWidget(value)
            row.addLayout(column, share)
            self._names.append(name)
            self._values.append(value)
        self.body.addLayout(row)

    def say(self) -> None:
        """Say everything again in the language now shown."""
        titles = (
            self.tr("Sales"),
            self.tr("Total"),
            self.tr("Discounts"),
            self.tr("Points earned"),
        )
        for name, words in zip(self._names, titles, strict=True):
            name.setText(words)

    def show_totals(self, totals: DayTotal | None, currency: Currency) -> None:
        """Show the figures; None while they are being added up."""
        shown = ["…"] * 4
        if totals is not None:
            shown = [
                f"{totals.sales:,}",
                money(totals.total_minor, currency),
                money(totals.discount_minor, currency),
                f"{totals.points_earned:,}",
            ]
        for value, words in zip(self._values, shown, strict=True):
            value.setText(words)

    def figures(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(value.accessibleName() for value in self._values)
