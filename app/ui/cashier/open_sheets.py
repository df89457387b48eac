"""What is still open between members and the shop: deposits held, and what is owed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.services.rules.money import Currency, money
from app.ui.cashier.presenting.charge import TENDERS
from app.ui.cashier.words import tender_name
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.accounts import Debtor
    from app.services.deposits import Deposit

LIST_HEIGHT = 300


class DepositsSheet(Sheet):
    """Every open deposit: Enter lays one on the cart, Delete gives it back."""

    laid = Signal(object)
    settled = Signal(object)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=800)
        self._currency = currency
        self._deposits: tuple[Deposit, ...] = ()
        self.rows = Table((), name="")
        self.rows.setMinimumHeight(LIST_HEIGHT)
        self.rows.opened.connect(self._lay)
        self._foot = Label("", tone=Tone.MUTED)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._foot)

    def ask(self, deposits: tuple[Deposit, ...]) -> None:
        """Open with the deposits, oldest first."""
        self._deposits = deposits
        held = money(sum(deposit.left_minor for deposit in deposits), self._currency)
        self.set_title(self.tr("Open deposits"), held if deposits else "")
        self.rows.setAccessibleName(self.tr("Open deposits"))
        self.rows.set_columns(self._columns())
        self.rows.show_rows(deposits)
        self.rows.choose(0)
        self._foot.setText(
            self.tr("Enter lays it on the cart, Delete gives it back or keeps it for good")
            if deposits
            else self.tr("No deposit is open")
        )
        self.open(self.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete gives the chosen one back, or keeps it."""
        at = self.rows.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and 0 <= at < len(self._deposits):
            self.close_sheet()
            self.settled.emit(self._deposits[at])
        else:
            super().keyPressEvent(event)

    def _lay(self, at: int) -> None:
        if 0 <= at < len(self._deposits):
            self.close_sheet()
            self.laid.emit(self._deposits[at])

    def _columns(self) -> tuple[Column[Deposit], ...]:
        def amount(of: Callable[[Deposit], int]) -> Callable[[Deposit], str]:
            return lambda deposit: money(of(deposit), self._currency)

        return (
            Column(self.tr("Number"), lambda each: each.number, 110, tone=Tone.MUTED),
            Column(self.tr("For"), self._who, strong=True),
            Column(self.tr("Taken"), lambda each: f"{each.made_at:%m-%d %H:%M}", 110),
            Column(self.tr("Paid"), amount(lambda each: each.paid_minor), 110, right=True),
            Column(
                self.tr("Left"), amount(lambda each: each.left_minor), 110, right=True, strong=True
            ),
        )

    def _who(self, deposit: Deposit) -> str:
        number, name = deposit.member
        held = self.tr("on a held sale") if deposit.held_id is not None else ""
        return " · ".join(part for part in (name or number, deposit.note, held) if part)


class DepositEndSheet(Sheet):
    """Give what is left of a deposit back, or keep it for good with a reason."""

    given_back = Signal(object, object, str)
    forfeited = Signal(object, str)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=560)
        self._currency = currency
        self._deposit: Deposit | None = None
        self.way = Segmented(["", ""], name="")
        self.tenders = Segmented([""], name="")
        self.reason = QLineEdit()
        self.reason.setFixedHeight(Height.DEFAULT)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self.done = PrimaryButton("", hint="Enter", height=Height.PAY)
        for widget in (self.way, self.tenders, self.reason, self._error):
            self.body.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.body.addLayout(foot)
        self.way.changed.connect(lambda _: self._say())
        self.done.clicked.connect(self.accept)

    def ask(self, deposit: Deposit) -> None:
        """Open for a deposit."""
        self._deposit = deposit
        number, name = deposit.member
        who = " · ".join(part for part in (deposit.number, name or number, deposit.note) if part)
        self.set_title(self.tr("Deposit"), who)
        self.way.set_choices([self.tr("Give it back"), self.tr("Keep it for good")])
        self.way.setAccessibleName(self.tr("What becomes of the deposit"))
        self.way.choose(0)
        self.tenders.set_choices([tender_name(kind) for kind in TENDERS])
        self.tenders.setAccessibleName(self.tr("Given back by"))
        self.tenders.choose(0)
        self.reason.clear()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.say_error("")
        self._say()
        self.open(self.way)

    def say_error(self, sentence: str) -> None:
        """Say why it was not done."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def accept(self) -> None:
        """Do what was chosen."""
        deposit = self._deposit
        if deposit is None:
            return
        reason = self.reason.text().strip()
        if self.way.current() == 0:
            self.given_back.emit(deposit, TENDERS[self.tenders.current()], reason)
        elif reason:
            self.forfeited.emit(deposit, reason)
        else:
            self.say_error(self.tr("Say why it is kept."))
            self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self._deposit is None:
            return
        back = self.way.current() == 0
        self.tenders.setVisible(back)
        words = self.tr("Give {amount} back") if back else self.tr("Keep {amount}")
        amount = money(self._deposit.left_minor, self._currency)
        self.done.set_label(filled(words, amount=amount))


class DebtorsSheet(Sheet):
    """Who owes how much since when; Enter brings the member to the till, to repay."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=860)
        self._currency = currency
        self._debtors: tuple[Debtor, ...] = ()
        self.rows = Table((), name="")
        self.rows.setMinimumHeight(LIST_HEIGHT)
        self.rows.opened.connect(self._choose)
        self._foot = Label("", tone=Tone.MUTED)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._foot)

    def ask(self, debtors: tuple[Debtor, ...]) -> None:
        """Open with all who owe, who owes most first."""
        self._debtors = debtors
        owed = sum(each.held.owed_minor for each in debtors)
        self.set_title(self.tr("Who owes"), money(owed, self._currency) if debtors else "")
        self.rows.setAccessibleName(self.tr("Who owes"))
        self.rows.set_columns(self._columns())
        self.rows.show_rows(debtors)
        self.rows.choose(0)
        self._foot.setText(
            self.tr("Enter brings the member to the till, where they repay")
            if debtors
            else self.tr("Nobody owes anything")
        )
        self.open(self.rows)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._debtors):
            self.close_sheet()
            self.chosen.emit(self._debtors[at].held.member_id)

    def _columns(self) -> tuple[Column[Debtor], ...]:
        def amount(of: Callable[[Debtor], int]) -> Callable[[Debtor], str]:
            return lambda each: money(of(each), self._currency) if of(each) else "–"

        def old(each: Debtor) -> Tone:
            return Tone.DANGER if each.aged.oldest_minor else Tone.NORMAL

        return (
            Column(self.tr("Number"), lambda each: each.held.number, 84, tone=Tone.MUTED),
            Column(self.tr("Name"), lambda each: each.held.name, strong=True),
            Column(
                self.tr("Owes"), amount(lambda each: each.held.owed_minor), 104, right=True,
                strong=True,
            ),
            Column(self.tr("0–30 days"), amount(lambda e: e.aged.current_minor), 96, right=True),
            Column(self.tr("31–60 days"), amount(lambda e: e.aged.older_minor), 96, right=True),
            Column(
                self.tr("Over 60 days"), amount(lambda e: e.aged.oldest_minor), 104, right=True,
                tone=old,
            ),
            Column(self.tr("Since"), lambda each: str(each.aged.since or ""), 104),
        )  # fmt: skip
