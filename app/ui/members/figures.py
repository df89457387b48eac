"""Four figures across a member's page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.members.presenting.page import Page
from app.ui.members.words import ago_words
from app.ui.standing_words import missing_words
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
    """Points, spend, visits, and stored value or the last visit."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self.points, self.spent, self.visits, self.last = (Figure() for _ in range(4))
        for figure in (self.points, self.spent, self.visits, self.last):
            row.addWidget(figure, 1)

    def show_page(self, page: Page, currency: Currency, language: str) -> None:
        """Show a member's figures."""
        member = page.member
        self.points.say(
            self.tr("Points"),
            f"{page.standing.points.balance:,}",
            self._points_remark(page, currency),
        )
        total = money(member.spent_minor, currency)
        missing = missing_words(page.standing, currency, language)
        self.spent.say(
            self.tr("Spent in 12 months"),
            money(page.spent_12_minor, currency),
            missing or self.tr("{amount} in all").replace("{amount}", total),
        )
        self.visits.say(self.tr("Visits"), f"{member.visits:,}", self._rhythm(page))
        if page.has_wallet:
            self._show_wallet(page, currency)
        else:
            self._show_last(page, currency)

    def _points_remark(self, page: Page, currency: Currency) -> str:
        points = page.standing.points
        if points.debt:
            words = self.tr("{points} are owed")
            return words.replace("{points}", f"{points.debt:,}")
        if points.expiring:
            day, lapsing = points.expiring[0]
            words = self.tr("{points} expire after {date}")
            return words.replace("{points}", f"{lapsing:,}").replace("{date}", day.isoformat())
        if points.pending:
            words = self.tr("{points} of them not usable yet")
            return words.replace("{points}", f"{points.pending:,}")
        worth = money(page.worth_minor, currency)
        return self.tr("worth {amount}").replace("{amount}", worth) if page.worth_minor else ""

    def _show_wallet(self, page: Page, currency: Currency) -> None:
        wallet = page.standing.wallet
        words = self.tr("principal {principal} · bonus {bonus}")
        remark = words.replace("{principal}", money(wallet.principal_minor, currency, sign=False))
        remark = remark.replace("{bonus}", money(wallet.bonus_minor, currency, sign=False))
        self.last.say(self.tr("Stored value"), money(wallet.total_minor, currency), remark)

    def _show_last(self, page: Page, currency: Currency) -> None:
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
            return self.tr("a day apart, 12-month mean")
        return self.tr("{days} days apart, 12-month mean").replace("{days}", days)
