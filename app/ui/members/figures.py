"""Four figures across a member's page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.members.presenting.page import Page
from app.ui.members.words import ago_words
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, Tone
from app.ui.widgets.panels import Card

VALUE_SIZE = 24


class Figure(Card):
    """A figure, what it is, and a remark below it."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.body.setSpacing(2)
        self._name = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        self._value = ElidedLabel(size=VALUE_SIZE, strong=True)
        self._remark = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._name, self._value, self._remark):
            column.addWidget(label)
        self.body.addLayout(column)

    def say(self, name: str, value: str, remark: str = "") -> None:
        """Show a figure."""
        self._name.setText(name)
        self._value.setText(value)
        self._remark.setText(remark)
        self.setAccessibleName(f"{name}: {value}. {remark}".strip())


class Figures(QWidget):
    """Points, spend, visits, and the last of them."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self.points, self.spent, self.visits, self.last = (Figure() for _ in range(4))
        for figure in (self.points, self.spent, self.visits, self.last):
            row.addWidget(figure, 1)

    def show_page(self, page: Page, currency: Currency) -> None:
        """Show a member's figures."""
        member = page.member
        worth = money(page.worth_minor, currency)
        self.points.say(
            self.tr("Points"),
            f"{member.points:,}",
            self.tr("worth {amount}").replace("{amount}", worth) if page.worth_minor else "",
        )
        total = money(member.spent_minor, currency)
        self.spent.say(
            self.tr("Spent in 12 months"),
            money(page.spent_12_minor, currency),
            self.tr("{amount} in all").replace("{amount}", total),
        )
        self.visits.say(self.tr("Visits"), f"{member.visits:,}", self._rhythm(page))
        average = page.average_minor
        self.last.say(
            self.tr("Last visit"),
            ago_words(page.last_visit_on, page.today),
            ""
            if average is None
            else self.tr("{amount} a sale on average").replace(
                "{amount}", money(average, currency)
            ),
        )

    def _rhythm(self, page: Page) -> str:
        tenths = page.rhythm_tenths
        if tenths is None:
            return ""
        days = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
        if days == "1":
            return self.tr("every day on average")
        return self.tr("every {days} days on average").replace("{days}", days)
