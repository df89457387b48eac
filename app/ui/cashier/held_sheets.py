"""Baskets put aside: their note, the list of them, and what changed until they came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money, quantity
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.held_sales import HeldSale
    from app.services.rules.reasons import Reason
    from app.ui.cashier.presenting.parking import Resumed

_LIST_HEIGHT = 320
_CHANGES_HEIGHT = 320


class NoteSheet(AskSheet):
    """What a basket without a member is called: a table, a name, a coat."""

    submitted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.note = QLineEdit()
        self.note.setMinimumHeight(Height.CASHIER)
        self._row = FormRow("", self.note)
        self.body.addWidget(self._row)
        self.finish_body()

    def ask(self) -> None:
        """Open with no note."""
        self.set_title(self.tr("Hold the cart"))
        self._row.set_label(self.tr("Note (may stay empty)"))
        self.note.setPlaceholderText(self.tr("Such as: table 5, blue coat"))
        self.done.set_label(self.tr("Hold"))
        self.note.clear()
        self.say_error("")
        self.open(self.note)

    def accept(self) -> None:
        """Hold it under this note."""
        self.submitted.emit(self.note.text().strip())


class HeldSheet(Sheet):
    """Which of several held sales to recall."""

    recalled = Signal(object)
    discarded = Signal(object)

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=800)
        self._currency = currency
        self._held: tuple[HeldSale, ...] = ()
        self.table = Table((), name="")
        self.table.setMinimumHeight(_LIST_HEIGHT)
        self.table.opened.connect(self._activate)
        self.body.addWidget(self.table)
        self._foot = Label("", tone=Tone.MUTED)
        self.body.addWidget(self._foot)

    def ask(self, held: Sequence[HeldSale], today: date) -> None:
        """Open with the held sales, oldest first."""
        self._held = tuple(held)
        self.set_title(self.tr("Held sales"))
        self.table.setAccessibleName(self.tr("Held sales"))
        self._foot.setText(self.tr("Enter or its number recalls, Delete discards"))
        self.table.set_columns(self._columns(today))
        self.table.show_rows(self._held)
        self.table.choose(0)
        self.open(self.table)

    def _columns(self, today: date) -> tuple[Column[HeldSale], ...]:
        places = {sale.held_id: at for at, sale in enumerate(self._held, 1)}

        def place(sale: HeldSale) -> str:
            return str(places[sale.held_id]) if places[sale.held_id] <= 9 else ""

        def time(sale: HeldSale) -> str:
            same = sale.held_at.date() == today
            return f"{sale.held_at:%H:%M}" if same else f"{sale.held_at:%m-%d %H:%M}"

        def who(sale: HeldSale) -> str:
            named = " · ".join(part for part in (sale.member_name, sale.label) if part)
            return named or self.tr("No member")

        def named(sale: HeldSale) -> Tone:
            return Tone.NORMAL if sale.member_name or sale.label else Tone.MUTED

        def deposit(sale: HeldSale) -> str:
            return money(sale.deposit_minor, self._currency) if sale.deposit_minor else ""

        paid = Column(self.tr("Deposit"), deposit, 100, right=True, tone=Tone.SUCCESS)
        more = (paid,) if any(sale.deposit_minor for sale in self._held) else ()
        return (
            Column("", place, 36, tone=Tone.MUTED),
            Column(self.tr("Time"), time, 104, tone=Tone.MUTED),
            Column(
                self.tr("Member or note"),
                who,
                tone=named,
                strong=True,
                icon=lambda sale: "user" if sale.member_name else "",
            ),
            Column(self.tr("Pieces"), lambda sale: quantity(sale.pieces_milli), 72, right=True),
            Column(
                self.tr("Total"),
                lambda sale: money(sale.total_minor, self._currency),
                112,
                right=True,
                strong=True,
            ),
            *more,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number recalls, Delete throws the chosen one away."""
        at = self.table.currentIndex().row()
        typed = event.text()
        if event.key() == Qt.Key.Key_Delete and 0 <= at < len(self._held):
            sale = self._held[at]
            self.close_sheet()
            self.discarded.emit(sale)
        elif typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(self._held):
            self._activate(int(typed) - 1)
        else:
            super().keyPressEvent(event)

    def _activate(self, at: int) -> None:
        if 0 <= at < len(self._held):
            self.close_sheet()
            self.recalled.emit(self._held[at].held_id)


class ChangesSheet(Sheet):
    """What a basket costs now, beside what it cost when it was held; Enter goes on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560)
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._area = ScrollArea(page)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        self._total = QHBoxLayout()
        self._total_word = Label("", size=fonts.CASHIER, strong=True)
        self._total_moved = Label("", size=fonts.SECTION, strong=True)
        self._total.addWidget(self._total_word, 1)
        self._total.addWidget(self._total_moved)
        self.body.addWidget(self._words)
        self.body.addWidget(self._area)
        self.body.addWidget(Divider())
        self.body.addLayout(self._total)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.body.addLayout(foot)
        self.done.clicked.connect(self.close_sheet)
        self._told: list[str] = []

    def tell(self, resumed: Resumed, currency: Currency) -> None:
        """Open with the differences."""
        self.set_title(self.tr("Changed since it was held"), resumed.name)
        self.done.set_label(self.tr("Go on"))
        self._words.setText(self._why(resumed))
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._told = []
        for change in resumed.changes:
            self._rows.addWidget(self._row(change, currency))
        self._area.setVisible(bool(resumed.changes))
        self._area.setFixedHeight(min(_CHANGES_HEIGHT, 36 * len(resumed.changes) + Space.XS))
        self._total_word.setText(self.tr("Total"))
        self._total_moved.setText(_moved(resumed.before_minor, resumed.after_minor, currency))
        self._told.append(self._total_moved.text())
        self.open(self.done)

    def _why(self, resumed: Resumed) -> str:
        codes = {change.code for change in resumed.changes}
        if "price_changed" in codes:
            return self.tr("It is sold at the prices of now.")
        if codes:
            return self.tr("Taken off sale meanwhile: take it out, or sell it as it is.")
        return self.tr("No price moved: offers, coupons or the member's standing did.")

    def words(self) -> str:
        """All it says, a line each."""
        return "\n".join(self._told)

    def _row(self, change: Reason, currency: Currency) -> QWidget:
        facts = dict(change.facts)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        name = str(facts["name"])
        moved, tone = self.tr("no longer on sale"), Tone.WARNING
        if change.code == "price_changed":
            before, after = facts["before_minor"], facts["after_minor"]
            assert isinstance(before, int)
            assert isinstance(after, int)
            moved = _moved(before, after, currency)
            tone = Tone.WARNING if after > before else Tone.SUCCESS
        self._told.append(f"{name} {moved}")
        across.addWidget(ElidedLabel(name), 1)
        across.addWidget(Label(moved, strong=True, tone=tone))
        row.setFixedHeight(28)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        else:
            super().keyPressEvent(event)


def _moved(before: int, after: int, currency: Currency) -> str:
    """ "↑ ¥12.00 → ¥14.00": an arrow, and both amounts."""
    arrow = "" if before == after else "↑ " if after > before else "↓ "
    return f"{arrow}{money(before, currency)} → {money(after, currency)}"
