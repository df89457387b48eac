"""The sheet for a delivery, a count or a loss: scan, quantity, Enter; then book it all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from app.services.rules.money import Currency, money, quantity
from app.services.rules.stock import MoveKind
from app.ui import fonts
from app.ui.products.stock_presenter import KINDS, Entry, StockBooking
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormRow, MoneyEdit, Segmented
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.table import Column, Table

_LINES = 6
_COST = 3


class StockSheet(Sheet):
    """A list that grows by scans and is booked whole."""

    def __init__(self, shell: Shell, currency: Currency, *, costs: bool) -> None:
        super().__init__(shell.overlay_parent(), width=860)
        self._shell = shell
        self._currency = currency
        self._costs = costs
        self._after: Callable[[], None] = lambda: None
        self.booking = StockBooking(self, shell.shop, shell.tasks)
        self.kinds = Segmented((), name="")
        self.code = QLineEdit()
        self.quantity = QLineEdit()
        self.cost = MoneyEdit(decimals=currency.digits)
        self.reason = QLineEdit()
        self.table = Table((), name="")
        self.book = PrimaryButton("", hint=shell.keys.hint("save"), height=Height.CASHIER)
        self._found = ElidedLabel("", size=fonts.CASHIER, strong=True)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._hint = Label("", tone=Tone.MUTED, wrap=True)
        self._build()
        self.retranslate()
        shell.keys.bind(self, "save", self._book)

    def _build(self) -> None:
        for field in (self.code, self.quantity, self.cost, self.reason):
            field.setMinimumHeight(Height.CASHIER)
        self._code_row = FormRow("", self.code)
        self._quantity_row, self._cost_row = FormRow("", self.quantity), FormRow("", self.cost)
        self._reason_row = FormRow("", self.reason)
        entry = QHBoxLayout()
        entry.setSpacing(Space.S)
        entry.addWidget(self._code_row, 4)
        entry.addWidget(self._quantity_row, 2)
        entry.addWidget(self._cost_row, 2)
        self.table.setMinimumHeight(36 + _LINES * Height.TABLE_ROW)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._reason_row, 1)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addWidget(self.book)
        foot.addLayout(right)
        self.body.addWidget(self.kinds)
        self.body.addLayout(entry)
        self.body.addWidget(self._found)
        self.body.addWidget(self._error)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._hint)
        self.body.addLayout(foot)
        self._error.hide()
        self.kinds.changed.connect(lambda at: self.booking.change_kind(KINDS[at]))
        self.book.clicked.connect(self._book)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.set_title(self.tr("Book stock"))
        self.kinds.setAccessibleName(self.tr("What is booked"))
        self.kinds.set_choices((self.tr("Delivery"), self.tr("Count"), self.tr("Loss")))
        self._code_row.set_label(self.tr("Product"))
        self.code.setPlaceholderText(self.tr("Scan, or type a name and press Enter"))
        self._cost_row.set_label(self.tr("Cost of one"))
        self.table.setAccessibleName(self.tr("What will be booked"))
        self._say_kind(self.booking.kind)

    def ask(self, kind: MoveKind, after: Callable[[], None]) -> None:
        """Open with an empty list; `after` is told once it is booked."""
        self._after = after
        self.retranslate()
        self.kinds.choose(KINDS.index(kind))
        for field in (self.code, self.quantity, self.cost, self.reason):
            field.clear()
        self.booking.begin(kind)
        self.ask_next()
        self.open(self.code)

    # --- StockView ----------------------------------------------------------------

    def show_entries(self, kind: MoveKind, entries: tuple[Entry, ...]) -> None:
        """Show the list, the newest entry in sight."""
        self._say_kind(kind)
        self.table.set_columns(self._columns(kind))
        self.table.setColumnHidden(_COST, not (kind is MoveKind.DELIVERY and self._costs))
        self.table.show_rows(entries)
        if entries:
            self.table.choose(len(entries) - 1)
            self.table.scrollToBottom()
        self.book.setEnabled(bool(entries))

    def ask_quantity(self, entry: Entry) -> None:
        """Name what was found and ask how many."""
        self._say_error("")
        self.code.clear()
        name = entry.product.name
        if entry.seen_milli is None:
            said = self.tr("{name} · not counted before").replace("{name}", name)
        else:
            said = self.tr("{name} · on hand {quantity}").replace("{name}", name)
            said = said.replace("{quantity}", _amount(entry.seen_milli, entry))
        self._found.setText(said)
        self.quantity.setText("" if self.booking.kind is MoveKind.COUNT else "1")
        self.quantity.setFocus()
        self.quantity.selectAll()

    def ask_next(self) -> None:
        """Ready for the next scan."""
        self._say_error("")
        self._found.setText("")
        self.quantity.clear()
        self.cost.clear()
        self.code.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why not, and stay where it was typed."""
        self._shell.sound(good=False)
        self._say_error(self._shell.sentence(error))

    def booked(self, kind: MoveKind, lines: int) -> None:
        """Close, and say it."""
        words = {
            MoveKind.DELIVERY: self.tr("Delivery booked: {count} products"),
            MoveKind.COUNT: self.tr("Count booked: {count} products"),
            MoveKind.LOSS: self.tr("Loss booked: {count} products"),
        }[kind]
        self.close_sheet()
        self._shell.toast(words.replace("{count}", str(lines)))
        self._after()

    # --- keys ---------------------------------------------------------------------

    def scanned(self, code: str) -> bool:
        """A scan names the next product; one still asked about is taken as typed."""
        if self.booking.pending is not None and not self._enter():
            return True
        self.booking.find(code)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from product to quantity to the list; Delete takes a line out."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.reason.hasFocus():
                self._book()
            elif self.code.text().strip():
                self.booking.find(self.code.text())
            elif self.booking.pending is not None:
                self._enter()
            elif self.booking.entries:
                self.reason.setFocus()
        elif key == Qt.Key.Key_Delete and self.table.hasFocus():
            self.booking.remove(self.table.currentIndex().row())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # --- inside -------------------------------------------------------------------

    def _enter(self) -> bool:
        return self.booking.enter(self.quantity.text(), self.cost.text())

    def _book(self) -> None:
        if self.isHidden():
            return
        if self.booking.pending is not None and not self._enter():
            return
        if self.booking.pending is None and self.quantity.text().strip():
            self._say_error(self.tr("How many of what? Scan the product first."))
            self.code.setFocus()
            return
        self.booking.book(self.reason.text())

    def _say_kind(self, kind: MoveKind) -> None:
        self._cost_row.setVisible(kind is MoveKind.DELIVERY and self._costs)
        self._quantity_row.set_label(
            self.tr("Counted") if kind is MoveKind.COUNT else self.tr("Quantity")
        )
        self._reason_row.set_label(
            self.tr("Reason, such as broken, spoiled, own use")
            if kind is MoveKind.LOSS
            else self.tr("Note (may be left out)")
        )
        self.book.set_label(
            {
                MoveKind.DELIVERY: self.tr("Book the delivery"),
                MoveKind.COUNT: self.tr("Book the count"),
                MoveKind.LOSS: self.tr("Book the loss"),
            }[kind]
        )
        self._hint.setText(
            self.tr("What is sold while you count stays sold: the difference is booked.")
            if kind is MoveKind.COUNT
            else self.tr("Scan the next product, or press Enter to go on. Delete takes one out.")
        )

    def _say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _columns(self, kind: MoveKind) -> tuple[Column[Entry], ...]:
        return (
            Column(self.tr("Product"), lambda e: e.product.name, strong=True),
            Column(
                self.tr("Quantity"), lambda e: _amount(e.quantity_milli, e), 110, right=True
            ),
            Column(
                self.tr("On hand"),
                lambda e: f"{_amount(e.seen_milli or 0, e)} → {_amount(e.after(kind), e)}",
                190, right=True, tone=lambda e: Tone.DANGER if e.after(kind) < 0 else Tone.NORMAL,
            ),
            Column(
                self.tr("Cost"),
                lambda e: self._cost_words(e, kind),
                110, right=True, tone=Tone.MUTED,
            ),
        )  # fmt: skip

    def _cost_words(self, entry: Entry, kind: MoveKind) -> str:
        shown = kind is MoveKind.DELIVERY and self._costs and entry.cost_minor is not None
        return money(entry.cost_minor or 0, self._currency) if shown else ""


def _amount(milli: int, entry: Entry) -> str:
    said = quantity(milli).replace("-", "−")
    return f"{said} kg" if entry.product.weighed else said
