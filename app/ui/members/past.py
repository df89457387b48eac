"""What happened to a member and to their points: two tables that grow as one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.services.member_types import HistoryEntry, PointsRow
from app.services.rules.money import CURRENCIES, Currency, money
from app.services.statements import WalletRow
from app.ui.members.presenting.page import Past
from app.ui.members.words import (
    kind_tone,
    kind_words,
    moment_words,
    points_kind_words,
    signed,
    signed_tone,
    wallet_kind_words,
)
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

NEAR_THE_END = 200
"""Pixels before the last line at which older ones are asked for."""


class PastTable(QStackedWidget):
    """A table of the past, or what it says while there is none."""

    more_asked = Signal()
    receipt_asked = Signal(str)
    """The number of the receipt whose line was opened."""

    def __init__(self, columns: Callable[[Currency, date], list[Column[Any]]], icon: str) -> None:
        super().__init__()
        self._make = columns
        self._currency: Currency = CURRENCIES["CNY"]
        self._today = date.min
        self._past = Past((), more=False)
        self._asked = False
        self.table = Table(columns(self._currency, self._today), name="")
        self.empty = EmptyState(icon, "")
        self.addWidget(self.table)
        self.addWidget(self.empty)
        self.table.opened.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    def use(self, currency: Currency, today: date) -> None:
        """Show amounts in `currency`; `today` is the shop's business day."""
        self._currency, self._today = currency, today

    def show_past(self, past: Past, *, from_the_top: bool = False) -> None:
        """Show this stretch; a longer one leaves the marked line and the place as they are."""
        scrolled = 0 if from_the_top else self.table.verticalScrollBar().value()
        marked = -1 if from_the_top else self.table.currentIndex().row()
        self._past, self._asked = past, False
        self.table.set_columns(self._make(self._currency, self._today))
        self.table.show_rows(past.lines)
        self.setCurrentIndex(0 if past.lines else 1)
        if 0 <= marked < len(past.lines):
            self.table.choose(marked)
        self.table.verticalScrollBar().setValue(scrolled)

    def say(self, name: str, empty: str) -> None:
        """Say everything again."""
        self.table.setAccessibleName(name)
        self.table.set_columns(self._make(self._currency, self._today))
        self.empty.say(empty)

    def _scrolled(self) -> None:
        bar = self.table.verticalScrollBar()
        if self._past.more and not self._asked and bar.value() >= bar.maximum() - NEAR_THE_END:
            self._asked = bar.maximum() > 0
            if self._asked:
                self.more_asked.emit()

    def _open(self, place: int) -> None:
        line = self._past.lines[place] if place < len(self._past.lines) else None
        number = getattr(line, "receipt_number", "")
        if number:
            self.receipt_asked.emit(number)


class HistoryTable(PastTable):
    """Sales, visits and points as they happened."""

    def __init__(self) -> None:
        super().__init__(self._columns, "history")

    def retranslate(self) -> None:
        """Say everything again."""
        self.say(self.tr("History"), self.tr("Nothing yet. The first sale or check-in shows here."))

    def _columns(self, currency: Currency, today: date) -> list[Column[Any]]:
        def amount(entry: HistoryEntry) -> str:
            minor = entry.amount_minor
            return "" if minor is None else money(minor, currency, sign=False)

        def balance(entry: HistoryEntry) -> str:
            return "" if entry.balance is None else f"{entry.balance:,}"

        def what(entry: HistoryEntry) -> str:
            return points_kind_words(entry.text) if entry.kind == "points" else entry.text

        return [
            Column(
                self.tr("Time"), lambda entry: moment_words(entry.at, today), 148, tone=Tone.MUTED
            ),
            Column(self.tr("Kind"), kind_words, 96, tone=kind_tone),
            Column(self.tr("What"), what),
            Column(self.tr("Amount"), amount, 104, right=True),
            Column(
                self.tr("Points"),
                lambda entry: "" if entry.points is None else signed(entry.points),
                84,
                right=True,
                tone=lambda entry: signed_tone(entry.points),
            ),
            Column(self.tr("Balance"), balance, 92, right=True, tone=Tone.MUTED),
        ]


class PointsTable(PastTable):
    """Every movement of points, why, and the balance after it."""

    def __init__(self) -> None:
        super().__init__(self._columns, "coins")

    def retranslate(self) -> None:
        """Say everything again."""
        self.say(self.tr("Points"), self.tr("No points yet. The next sale earns the first."))

    def _columns(self, currency: Currency, today: date) -> list[Column[Any]]:
        def why(row: PointsRow) -> str:
            return " · ".join(part for part in (row.reason, row.receipt_number) if part)

        return [
            Column(self.tr("Time"), lambda row: moment_words(row.at, today), 148, tone=Tone.MUTED),
            Column(self.tr("Kind"), lambda row: points_kind_words(row.kind), 190),
            Column(self.tr("Why"), why, tone=Tone.MUTED),
            Column(
                self.tr("Points"),
                lambda row: signed(row.points),
                100,
                right=True,
                tone=lambda row: signed_tone(row.points),
            ),
            Column(
                self.tr("Before → after"),
                lambda row: f"{row.balance - row.points:,} → {row.balance:,}",
                150,
                right=True,
            ),
        ]


class WalletTable(PastTable):
    """Every movement of stored value, principal and bonus apart, and the balance after it."""

    def __init__(self) -> None:
        super().__init__(self._columns, "wallet")

    def retranslate(self) -> None:
        """Say everything again."""
        self.say(self.tr("Stored value"), self.tr("No stored value yet. F8 tops it up."))

    def _columns(self, currency: Currency, today: date) -> list[Column[Any]]:
        def amount(minor: int) -> str:
            sign = "+" if minor > 0 else ""
            return sign + money(minor, currency, sign=False) if minor else ""

        def why(row: WalletRow) -> str:
            return " · ".join(part for part in (row.reason, row.receipt_number) if part)

        def balance(row: WalletRow) -> str:
            before = row.balance_minor - row.amount_minor
            after = money(row.balance_minor, currency, sign=False)
            return f"{money(before, currency, sign=False)} → {after}"

        return [
            Column(self.tr("Time"), lambda row: moment_words(row.at, today), 148, tone=Tone.MUTED),
            Column(self.tr("Kind"), lambda row: wallet_kind_words(row.kind), 110),
            Column(self.tr("Why"), why, tone=Tone.MUTED),
            Column(
                self.tr("Principal"),
                lambda row: amount(row.principal_minor),
                104,
                right=True,
                tone=lambda row: signed_tone(row.principal_minor),
            ),
            Column(
                self.tr("Bonus"),
                lambda row: amount(row.bonus_minor),
                96,
                right=True,
                tone=lambda row: signed_tone(row.bonus_minor),
            ),
            Column(self.tr("Before → after"), balance, 176, right=True),
        ]
