"""Figures above the list of sales: what all of them come to."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.rules.insight.figures import FigureName
from app.services.rules.money import Currency, money
from app.services.sales import DayTotal
from app.ui import fonts
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, Tone, set_tip
from app.ui.widgets.panels import Card

_SIZE = 22
_SHARES = (2, 4, 4, 4, 4, 3)
_WIDE = 720
_DISCOUNTS = 4


class Totals(Card):
    """Sales, what they came to, what was given back, the difference, discounts and points."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._names: list[ElidedLabel] = []
        self._values: list[ElidedLabel] = []
        self._columns: list[QWidget] = []
        self._figure: FigureName | None = None
        for share in _SHARES:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            name = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
            value = ElidedLabel("…", size=_SIZE, strong=True)
            column.addWidget(name)
            column.addWidget(value)
            row.addWidget(part, share)
            self._names.append(name)
            self._values.append(value)
            self._columns.append(part)
        self.body.addLayout(row)

    def show_figure(self, figure: FigureName | None) -> None:
        """The list is of what a figure of the compass counts: it is among those shown."""
        if figure is not self._figure:
            self._figure = figure
            self.say()
            self._show_columns()

    def say(self) -> None:
        """Say everything again in the language now shown."""
        tips = self._figure is FigureName.TIPS
        voided = self.tr("Finished sales that are listed, voided ones too.")
        counted = (
            (
                self.tr("Sales"),
                voided if self._figure is None else self.tr("Finished sales that are listed."),
            ),
            (
                self.tr("Sold"),
                self.tr("What these sales came to, before anything was given back."),
            ),
            (
                self.tr("Given back"),
                self.tr("Returns and voids that are listed, on the day they were made."),
            ),
            (self.tr("Net"), self.tr("Sold, less what was given back.")),
            (self.tr("Tips"), self.tr("Tips taken, less those given back. They are no revenue."))
            if tips
            else (
                self.tr("Discounts"),
                self.tr("What was taken off the shelf prices of these sales."),
            ),
            (
                self.tr("Points earned"),
                self.tr("Points that these sales gave, less those that returns took back."),
            ),
        )
        for part, name, (title, how) in zip(self._columns, self._names, counted, strict=True):
            name.setText(title)
            set_tip(part, how)
            part.setAccessibleDescription(how)

    def show_totals(self, totals: DayTotal | None, currency: Currency) -> None:
        """Show the figures; None while they are being added up."""
        shown = ["…"] * len(_SHARES)
        if totals is not None:
            net = totals.total_minor - totals.refunded_minor
            shown = [
                f"{totals.sales:,}",
                money(totals.total_minor, currency),
                money(-totals.refunded_minor, currency),
                money(net, currency),
                money(
                    totals.tips_minor if self._figure is FigureName.TIPS else totals.discount_minor,
                    currency,
                ),
                f"{totals.points_earned - totals.points_reversed:,}",
            ]
        for value, words in zip(self._values, shown, strict=True):
            value.setText(words)

    def figures(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(value.accessibleName() for value in self._values)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the money is shown whole before the rest."""
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        added_up = self._figure in (FigureName.DISCOUNTS, FigureName.TIPS)
        first = (0, 1, 2, _DISCOUNTS) if added_up else (0, 1, 2, 3)
        for at, part in enumerate(self._columns):
            part.setVisible(at in first or self.width() >= _WIDE)
