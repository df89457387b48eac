"""The blind count: the cash in all or piece by piece, and other payments where looked up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.services.cash_types import SessionNow
from app.services.rules.day_report import Count
from app.services.rules.denominations import denominations, pieces_minor
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.drawer.asking import amount_field
from app.ui.theme import Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.fields import FormRow, MoneyEdit
from app.ui.widgets.labels import Label, Tone

_TALLEST = 4
"""Rows of notes and coins in two columns; a currency with more has three."""
_PIECES = QRegularExpression("[0-9]{0,6}")
"""Digits alone: Qt's own validator of numbers takes the commas of thousands as well."""
OTHERS = ("bank_card", "wechat", "alipay")


class CountSheet(AskSheet):
    """Ctrl+D, the counted cash, Enter. Tab and the arrows lead through notes and coins."""

    submitted = Signal(object)
    """A Count, or None where an automatic session is closed uncounted."""

    def __init__(
        self, window: QWidget, *, currency: Currency, tenders: Sequence[tuple[str, str]]
    ) -> None:
        """`tenders` are the other ways of paying (kind, name) that may be looked up."""
        values = denominations(currency.code)
        self._columns = 2 if len(values) <= 2 * _TALLEST else 3
        super().__init__(window, width=640 if self._columns == 2 else 820)
        self._currency = currency
        self._needed = True
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self._total = amount_field(currency)
        self._total.changed_minor.connect(lambda _: self._clear_pieces())
        self._total_row = FormRow("", self._total)
        self._pieces_head = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._others_head = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._pieces: dict[int, QLineEdit] = {}
        self._sums: dict[int, Label] = {}
        self._others: dict[str, MoneyEdit] = {}
        self.body.addWidget(self._note)
        self.body.addWidget(self._total_row)
        self.body.addWidget(self._pieces_head)
        self.body.addLayout(self._piece_grid())
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._others_head)
        self.body.addLayout(self._other_grid(tenders))
        self.finish_body()

    def _piece_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XXS)
        values = denominations(self._currency.code)
        rows = -(-len(values) // self._columns)
        for index, value in enumerate(values):
            row, column = index % rows, index // rows * 4
            field, total = QLineEdit(), Label("", tone=Tone.MUTED)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setValidator(QRegularExpressionValidator(_PIECES, field))
            field.setFixedWidth(84)
            field.setProperty("dense", True)
            field.textEdited.connect(lambda _: self._add_up())
            field.installEventFilter(self)
            total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = Label(f"{money(value, self._currency)} ×")
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, row, column)
            grid.addWidget(field, row, column + 1)
            grid.addWidget(total, row, column + 2)
            grid.setColumnStretch(column + 2, 1)
            if column:
                grid.setColumnMinimumWidth(column - 1, Space.M)
            self._pieces[value], self._sums[value] = field, total
        return grid

    def _other_grid(self, tenders: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        for index, (kind, name) in enumerate(tenders):
            field = MoneyEdit(decimals=self._currency.digits, negative=True)
            field.installEventFilter(self)
            grid.addWidget(FormRow(name, field), 0, index)
            grid.setColumnStretch(index, 1)
            self._others[kind] = field
        return grid

    def ask(self, session: SessionNow) -> None:
        """Open for a session; where nobody opened it with a float it may stay uncounted."""
        self._needed = not session.automatic
        self.set_title(self.tr("Close the day"), f"{session.business_date:%Y-%m-%d}")
        self._note.setText(self._said(session))
        self._total_row.set_label(self.tr("Cash in the drawer, counted"))
        self._pieces_head.setText(self.tr("Or count notes and coins"))
        self._others_head.setText(self.tr("Looked up in the evening, if you like"))
        for value, field in self._pieces.items():
            piece = money(value, self._currency)
            field.setAccessibleName(self.tr("How many of {piece}").replace("{piece}", piece))
        self.done.set_label(self.tr("Close the day"))
        self.say_error("")
        self._total.set_value_minor(None)
        for each in self._others.values():
            each.set_value_minor(None)
        self._clear_pieces()
        self.open(self._total)

    def _said(self, session: SessionNow) -> str:
        opened = f"{session.opened_at:%Y-%m-%d %H:%M}"
        if session.left_open:
            words = self.tr("Open since {time}, a day that is over. Count it now.")
        elif session.automatic:
            words = self.tr("Selling since {time}. Leave the amount empty to close uncounted.")
        else:
            words = self.tr("Open since {time}. What should be there is shown after the count.")
        return words.replace("{time}", opened)

    # --- counting -----------------------------------------------------------------------

    def _counts(self) -> tuple[tuple[int, int], ...]:
        return tuple(
            (value, int(field.text()))
            for value, field in self._pieces.items()
            if field.text() and int(field.text())
        )

    def _add_up(self) -> None:
        """The pieces make the total."""
        counts = dict(self._counts())
        for value, label in self._sums.items():
            minor = value * counts.get(value, 0)
            label.setText(money(minor, self._currency, sign=False) if minor else "")
        self._total.set_value_minor(pieces_minor(counts.items()))

    def _clear_pieces(self) -> None:
        """A total typed by hand stands alone."""
        for value, field in self._pieces.items():
            field.clear()
            self._sums[value].setText("")

    def accept(self) -> None:
        """Send the count."""
        minor = self._total.value_minor()
        if minor is None:
            if self._needed:
                self.say_error(self.tr("Type what was counted; 0 for an empty drawer."))
                self._total.setFocus()
                return
            self.submitted.emit(None)
            return
        others = tuple(
            (kind, field.value_minor() or 0)
            for kind, field in self._others.items()
            if field.value_minor() is not None
        )
        self.submitted.emit(Count(minor, self._counts(), others))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down lead through the pieces as Tab does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                return self.focusNextPrevChild(True)
            if event.key() == Qt.Key.Key_Up:
                return self.focusNextPrevChild(False)
        return super().eventFilter(watched, event)
