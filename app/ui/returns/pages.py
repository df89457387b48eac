"""The steps of a return, each a page of the sheet: find the sale, choose the goods, look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.money import CURRENCIES, Currency, money, quantity
from app.services.rules.refund import OpenReturn, ReturnableLine
from app.services.sale_list import SaleRow
from app.ui import fonts
from app.ui.returns.named_row import NamedRow
from app.ui.returns.presenting.state import ReturnDesk
from app.ui.returns.words import (
    Line,
    consequence_lines,
    debt_words,
    money_lines,
)
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.panels import Banner, Divider, EmptyState, Icon
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

LEAST_HEIGHT = 200
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FindPage(QWidget):
    """Search, and the newest sales below."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self.search = Omnibox(name="")
        self.table = Table((), name="")
        self.table.setMinimumHeight(LEAST_HEIGHT)
        self.without = SecondaryButton("", icon="circle-question-mark", height=Height.CASHIER)
        self._empty = EmptyState("receipt-text", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        self._hint = Label("", tone=Tone.MUTED)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.without)
        column.addLayout(foot)

    def say(self, currency: Currency, key: str) -> None:
        """Say everything in the language now shown."""
        self._currency = currency
        self.search.set_name(self.tr("Find the sale"))
        self.search.set_placeholder(
            self.tr("Scan the receipt, or type number, member, product or amount")
        )
        self.table.setAccessibleName(self.tr("Sales"))
        self.table.set_columns(
            (
                Column(self.tr("Number"), lambda r: r.number, 124),
                Column(self.tr("Time"), lambda r: f"{r.sold_at:%m-%d %H:%M}", 120, tone=Tone.MUTED),
                Column(
                    self.tr("Member"),
                    lambda r: r.member_name or r.member_number or self.tr("No member"),
                ),
                Column(self.tr("Pieces"), lambda r: quantity(r.pieces_milli), 80, right=True),
                Column(
                    self.tr("Total"),
                    lambda r: money(r.total_minor, currency, sign=False),
                    110,
                    right=True,
                    strong=True,
                ),
            )
        )
        self._hint.setText(self.tr("Down, then Enter chooses the sale"))
        self.without.set_label(self.tr("Without a receipt"))
        self.without.set_hint(key)
        self._empty.say(self.tr("No sale like this. Choose other words, or scan the receipt."))

    def show_sales(self, rows: Sequence[SaleRow]) -> None:
        """Show these."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)


class ChoosePage(QWidget):
    """The lines of the sale, and how much of each comes back."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: ReturnDesk | None = None
        self.search = Omnibox(name="")
        self.named = NamedRow()
        self.table = Table((), name="")
        self.table.setMinimumHeight(LEAST_HEIGHT)
        self._keys = Label("", tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.search)
        column.addWidget(self.named)
        column.addWidget(self.table, 1)
        column.addWidget(self._keys)

    def show_desk(self, desk: ReturnDesk, currency: Currency) -> None:
        """Show the lines; without a receipt, what was scanned."""
        first = self._desk is None or (self._desk.refund_id != desk.refund_id)
        before, self._desk = self._desk, desk
        is_open = desk.sale is None
        self.search.setVisible(is_open)
        self.search.set_name(self.tr("Goods or member"))
        self.search.set_placeholder(self.tr("Scan the goods or the member's card, or type a name"))
        self.named.show_member(desk.member, asked=is_open)
        self.table.setAccessibleName(self.tr("Goods that come back"))
        if is_open:
            self.table.set_columns(self._open_columns(currency))
            self.table.show_rows(desk.open_lines)
            self._keys.setText(
                self.tr("+ and − change the quantity. They are taken back at today's price.")
            )
        else:
            self.table.set_columns(self._columns(desk, currency))
            if first or before is None or before.sale is not desk.sale:
                self.table.show_rows(desk.lines)
            self._keys.setText(
                self.tr("Scan the goods, or type how many come back. Space takes the whole line.")
            )
        if desk.count:
            self.table.choose(min(desk.current, desk.count - 1))

    def _columns(self, desk: ReturnDesk, currency: Currency) -> tuple[Column[ReturnableLine], ...]:
        def back(line: ReturnableLine) -> str:
            milli = desk.returning(line.position)
            return quantity(milli) if milli else "–"

        def tone(line: ReturnableLine) -> Tone:
            return Tone.MUTED if not line.left_milli else Tone.NORMAL

        def chosen(line: ReturnableLine) -> Tone:
            return Tone.PRIMARY if desk.returning(line.position) else Tone.MUTED

        return (
            Column(self.tr("Goods"), lambda line: line.name, tone=tone),
            Column(
                self.tr("Sold"), lambda line: quantity(line.sold_milli), 76, right=True, tone=tone
            ),
            Column(
                self.tr("Returned before"),
                lambda line: quantity(line.returned_milli) if line.returned_milli else "",
                132,
                right=True,
                tone=Tone.WARNING,
                icon=lambda line: "undo-2" if line.returned_milli else "",
            ),
            Column(
                self.tr("Paid for what is left"),
                lambda line: money(line.left_minor, currency, sign=False),
                164,
                right=True,
                tone=tone,
            ),
            Column(
                self.tr("Coming back"),
                back,
                116,
                right=True,
                strong=True,
                tone=chosen,
                icon=lambda line: "check" if desk.returning(line.position) else "",
            ),
        )

    def _open_columns(self, currency: Currency) -> tuple[Column[OpenReturn], ...]:
        return (
            Column(self.tr("Goods"), lambda line: line.name),
            Column(
                self.tr("Coming back"),
                lambda line: quantity(line.quantity_milli),
                116,
                right=True,
                strong=True,
                tone=Tone.PRIMARY,
            ),
            Column(
                self.tr("To give back"),
                lambda line: money(line.total_minor, currency, sign=False),
                140,
                right=True,
            ),
        )


class PreviewPage(QWidget):
    """What is given back at the left, what else follows at the right."""

    reason_typed = Signal(str)
    restocked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._word = Label("", size=fonts.CASHIER)
        self._total = Label("", size=fonts.TOTAL, strong=True)
        self._money = QVBoxLayout()
        self._money.setSpacing(Space.XS)
        self._goods = Label("", tone=Tone.MUTED, wrap=True)
        self._follows = Label("", size=fonts.BODY, strong=True)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(Space.S)
        self._debt = Banner("", tone=Tone.WARNING, closable=False)
        self.reason = QLineEdit()
        self.reason.setFont(fonts.font())
        self._reason_row = FormRow("", self.reason)
        self.restock = CheckBox("")
        self.cash = SecondaryButton("", icon="banknote", hint="C")
        self.exchange = SecondaryButton("", icon="refresh-cw", hint="E")
        self.lines: list[Line] = []
        self._lay_out()
        self.reason.textEdited.connect(self.reason_typed)
        self.restock.toggled.connect(self.restocked)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.L)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(Space.S)
        right.setSpacing(Space.S)
        left.addWidget(self._word)
        left.addWidget(self._total)
        left.addLayout(self._money)
        instead = QHBoxLayout()
        instead.setSpacing(Space.XS)
        instead.addWidget(self.cash, 1)
        instead.addWidget(self.exchange, 1)
        left.addLayout(instead)
        left.addWidget(Divider())
        left.addWidget(self._goods)
        left.addStretch(1)
        left.addWidget(self._reason_row)
        left.addWidget(self.restock)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._rest)
        column.addStretch(1)
        self.area = ScrollArea(page)
        self.area.setMinimumHeight(LEAST_HEIGHT)
        right.addWidget(self._follows)
        right.addWidget(self._debt)
        right.addWidget(self.area, 1)
        across.addLayout(left, 4)
        across.addWidget(Divider(vertical=True))
        across.addLayout(right, 5)

    def show_desk(self, desk: ReturnDesk, currency: Currency, language: str) -> None:
        """Show every consequence."""
        preview = desk.preview
        assert preview is not None
        self._word.setText(self.tr("To give back"))
        self._total.setText(money(preview.total_minor, currency))
        self._follows.setText(self.tr("What is undone") if desk.voids else self.tr("What follows"))
        self._fill(self._money, money_lines(preview.tenders, currency, language))
        self.lines = list(consequence_lines(preview, currency, language))
        self._fill(self._rest, self.lines)
        debt = debt_words(preview, currency, language)
        self._debt.say(debt)
        self._debt.setVisible(bool(debt))
        goods = [
            f"{line.name} × {quantity(line.quantity_milli)}"
            if line.quantity_milli != 1000
            else line.name
            for line in preview.lines
        ]
        self._goods.setText(" · ".join(goods))
        self.cash.setVisible(desk.with_money and not desk.voids)
        self._say_instead(desk)
        self.exchange.set_label(self.tr("Exchange"))
        self.exchange.setVisible(desk.sale is not None and not desk.voids)
        self._reason_row.set_label(
            self.tr("Reason") if desk.sale is None else self.tr("Reason, if there is one")
        )
        if self.reason.text() != desk.reason and not self.reason.hasFocus():
            self.reason.setText(desk.reason)
        self.restock.set_label(self.tr("The goods go back on the shelf"))
        self.restock.setVisible(not desk.voids)
        self.restock.blockSignals(True)
        self.restock.setChecked(desk.restock)
        self.restock.blockSignals(False)

    def _say_instead(self, desk: ReturnDesk) -> None:
        """The other way in which it can be handed out."""
        if desk.sale is None and not desk.as_credit:
            self.cash.set_label(self.tr("As store credit"))
        else:
            usual = self.tr("As it was paid") if desk.in_cash else self.tr("All in cash")
            self.cash.set_label(usual)

    def words(self) -> str:
        """All that follows, a line each."""
        return "\n".join(f"{line.words} {line.figure}".strip() for line in self.lines)

    def debt(self) -> str:
        """What the member owes afterwards, as the warning says it."""
        return "" if self._debt.isHidden() else self._debt.text()

    def _fill(self, into: QVBoxLayout, lines: Sequence[Line]) -> None:
        while (item := into.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(Space.S)
            tone = Tone.MUTED if line.tone is Tone.NORMAL else line.tone
            place = _MIDDLE if line.figure else Qt.AlignmentFlag.AlignTop
            across.addWidget(Icon(line.icon, size=18, tone=tone), 0, place)
            if line.figure:
                across.addWidget(ElidedLabel(line.words, size=fonts.BODY), 1)
                figure = Label(line.figure, size=fonts.CASHIER, strong=True, tone=line.tone)
                figure.setAlignment(_RIGHT)
                across.addWidget(figure)
            else:
                across.addWidget(Label(line.words, tone=Tone.MUTED, wrap=True), 1)
            into.addWidget(row)
