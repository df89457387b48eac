"""The sheet where a sale is paid: one key a tender, Enter completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.money import Currency, money, rate
from app.services.rules.pay_codes import payer_of
from app.services.rules.tenders import TenderKind
from app.ui import fonts
from app.ui.cashier.pay_parts import Given, TenderButton
from app.ui.cashier.pay_words import PayWords
from app.ui.cashier.presenting.pay import CHOICES, KEPT_KINDS, NOTED, PayDesk
from app.ui.cashier.words import tender_name
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.fields import MoneyEdit
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard


MOST_TALL, MOST_USUAL = 6, 8
TIP_KEY = 11  # F12


class PaySheet(Sheet):
    """Asks how a basket is paid and hands the finished desk back."""

    completed = Signal(object)
    gift_scanned = Signal(str)
    """The code of a gift card to pay with."""
    code_taken = Signal()
    """A pay code chose its app."""
    tipped = Signal(object, int)
    """The desk, and the tip to lay on it; 0 takes it off."""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=800)
        self._currency = currency
        self._words = PayWords(currency)
        self._desk: PayDesk | None = None
        self._buttons = [TenderButton(kind, at) for at, kind in enumerate(CHOICES, 1)]
        self._split = SecondaryButton("", hint="+", height=Height.DEFAULT)
        self._tip = SecondaryButton("", hint="F12", height=Height.DEFAULT)
        self._tip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tipping = False
        self._reference = QLineEdit()
        self._reference.setFixedHeight(Height.DEFAULT)
        self._amount = MoneyEdit(decimals=currency.digits, size=fonts.AMOUNT)
        self._amount.setFixedHeight(Height.PAY)
        self._quick = [SecondaryButton("", height=Height.DEFAULT) for _ in range(4)]
        self._done = PrimaryButton("", hint="Enter", height=Height.PAY)
        self._done.setMinimumWidth(280)
        self._build()
        self._wire()

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        for button in self._buttons:
            button.setFixedWidth(300)
            left.addWidget(button)
        left.addWidget(self._split)
        left.addWidget(self._tip)
        left.addStretch(1)
        columns.addLayout(left)
        columns.addLayout(self._right(), 1)
        self.body.addLayout(columns, 1)
        foot = QHBoxLayout()
        self._after = ElidedLabel(tone=Tone.MUTED)
        self._balances = ElidedLabel(strong=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._balances)
        words.addWidget(self._after)
        words.addStretch(1)
        foot.addLayout(words, 1)
        foot.addWidget(self._done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(Space.XXS)
        self._due_word, self._due = Label(""), Label("", size=fonts.TOTAL, strong=True)
        self._left_word, self._left = Label(""), Label("", size=fonts.AMOUNT, strong=True)
        self._asked = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._change_word = Label("", size=fonts.CASHIER)
        self._change = Label("", size=fonts.TOTAL, strong=True, tone=Tone.SUCCESS)
        self._given = Given()
        right.addLayout(_pair(self._due_word, self._due))
        right.addWidget(self._given)
        right.addLayout(_pair(self._left_word, self._left))
        right.addWidget(Divider())
        right.addSpacing(Space.XXS)
        right.addWidget(self._asked)
        right.addWidget(self._amount)
        self._usual = QGridLayout()
        self._usual.setSpacing(Space.XS)
        for button in self._quick:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.addLayout(self._usual)
        right.addWidget(self._reference)
        right.addSpacing(Space.XS)
        right.addLayout(_pair(self._change_word, self._change))
        self._note = Label("", tone=Tone.WARNING, wrap=True)
        self._short = Label("", tone=Tone.DANGER, wrap=True)
        right.addWidget(self._note)
        right.addWidget(self._short)
        right.addStretch(1)
        return right

    def _wire(self) -> None:
        for button in self._buttons:
            button.clicked.connect(lambda _=False, b=button: self._choose(b.kind))
        for at, quick in enumerate(self._quick):
            quick.clicked.connect(lambda _=False, i=at: self._take_quick(i))
        self._split.clicked.connect(self._put_down)
        self._tip.clicked.connect(self._ask_tip)
        self._reference.textEdited.connect(self._noted)
        self._reference.installEventFilter(self)
        self._amount.changed_minor.connect(self._typed)
        self._amount.installEventFilter(self)
        self._done.clicked.connect(self._complete)

    def ask(self, desk: PayDesk, subtitle: str, language: str) -> None:
        """Open for a basket."""
        self._words.language = language
        self.set_title(self.tr("Pay"), subtitle)
        self._split.set_label(self.tr("Split the payment"))
        self._done.set_label(self.tr("Complete"))
        self._amount.setAccessibleName(self.tr("Amount received"))
        self._tip.set_label(self.tr("Tip"))
        self._reference.setAccessibleName(self.tr("Reference"))
        self._reference.setPlaceholderText(self.tr("Slip number, if there is one"))
        self._tipping = False
        self._amount.clear()
        self._show(desk)
        self.open(self._amount)

    def desk(self) -> PayDesk | None:
        """Where the payment stands."""
        return self._desk

    def scanned(self, code: str) -> bool:
        """A gift card or a phone's pay code pays what is left; nothing else is for this sheet.

        A pay code is never looked up, and four digits of it are kept.
        """
        if self._desk is not None and payer_of(code) is not None:
            self._amount.clear()
            self._tipping = False
            self._show(self._desk.by_code(code))
            self.code_taken.emit()
            return True
        if kind_of(cleaned(code)) is not CodeKind.GIFT:
            return False
        self.gift_scanned.emit(code)
        return True

    def say_error(self, sentence: str) -> None:
        """Say why something cannot pay."""
        self._short.setText(sentence)

    def take_gift(self, card: GiftCard) -> None:
        """Pay by the card that was scanned."""
        if self._desk is not None:
            self._amount.clear()
            self._show(self._desk.with_gift(card))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 to F11 choose a tender, F12 a tip, Enter completes, + splits."""
        ours = watched in (self._amount, self._reference)
        if ours and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _function_key(event) is not None:
                # Here the function keys are the tenders', not the window's.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(event, watched is self._reference) or super().eventFilter(
                    watched, event
                )
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent, noting: bool) -> bool:
        at = _function_key(event)
        if self._tipping:
            return self._pressed_for_tip(event, at)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._complete()
        elif at == TIP_KEY:
            self._ask_tip()
        elif event.text() == "+" and not noting:
            self._put_down()
        elif at is not None:
            button = self._buttons[at]
            if button.isEnabled() and not button.isHidden():
                self._choose(button.kind)
        elif event.key() == Qt.Key.Key_Backspace and not (noting or self._amount.text()):
            if self._desk is not None:
                self._show(self._desk.take_back())
        else:
            return False
        return True

    def _pressed_for_tip(self, event: QKeyEvent, at: int | None) -> bool:
        """While a tip is asked for: a usual one, the typed one, or back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lay_tip(self._amount.value_minor() or 0)
        elif event.key() == Qt.Key.Key_Escape or at == TIP_KEY:
            self._leave_tip()
        elif at is not None:
            if at < len(self._quick):
                self._take_quick(at)
        else:
            return False
        return True

    def _ask_tip(self) -> None:
        if self._desk is not None and self._desk.tips:
            self._tipping = not self._tipping
            self._amount.clear()
            self._amount.setFocus()
            self._show(self._desk)

    def _leave_tip(self) -> None:
        self._tipping = False
        self._amount.clear()
        if self._desk is not None:
            self._show(self._desk)

    def _lay_tip(self, amount_minor: int) -> None:
        self._leave_tip()
        self.tipped.emit(self._desk, amount_minor)

    def show_desk(self, desk: PayDesk) -> None:
        """Show the payment with what was just laid on it."""
        self._show(desk)

    def _noted(self, text: str) -> None:
        if self._desk is not None:
            self._show(self._desk.noting(text))

    def _choose(self, kind: TenderKind) -> None:
        if self._desk is not None:
            self._tipping = False
            self._amount.clear()
            self._amount.setFocus()
            self._show(self._desk.choose(kind))

    def _typed(self, minor: int | None) -> None:
        if self._desk is not None and not self._tipping:
            self._show(self._desk.typed(minor))

    def _take_quick(self, at: int) -> None:
        if self._tipping and self._desk is not None:
            self._lay_tip(self._desk.tip_choices[at][1])
        elif self._desk is not None:
            amounts = self._desk.suggestions
            if at < len(amounts):
                self._amount.set_value_minor(amounts[at])
                self._typed(amounts[at])

    def _put_down(self) -> None:
        if self._desk is not None:
            self._amount.clear()
            self._show(self._desk.put_down())

    def go_on(self) -> None:
        """Pay again with what stands here, once what was in the way is done."""
        self._complete()

    def _complete(self) -> None:
        if self._desk is not None and self._desk.can_complete:
            self.completed.emit(self._desk)

    def _show(self, desk: PayDesk) -> None:
        self._desk = desk
        currency, settlement = self._currency, desk.settlement
        self._due.setText(money(desk.quote.total_minor, currency))
        self._given.show_tenders([self._words.given_row(tender) for tender in desk.given])
        self._left.setText(money(desk.left_minor, currency))
        self._show_choices(desk)
        self._show_change(desk)
        self._done.setEnabled(desk.can_complete)
        self._due_word.setText(self._words.due(desk))
        self._left_word.setText(self.tr("Still to pay"))
        earned, held = settlement.points_earned, desk.points_held
        words = ""
        if desk.cart.member is not None:
            after = held - settlement.points_burned + earned
            words = self.tr("Earns {earned} · {before} → {after} points")
            for name, value in (("earned", earned), ("before", held), ("after", after)):
                words = words.replace("{" + name + "}", f"{value:,}")
        self._after.setText(words)
        moves = ((kind, desk.moved(kind)) for kind in (*KEPT_KINDS, TenderKind.ON_ACCOUNT))
        balances = [self._words.move(kind, move) for kind, move in moves if move is not None]
        self._balances.setText(" · ".join(balances))
        self._balances.setVisible(bool(balances))

    def _show_choices(self, desk: PayDesk) -> None:
        cash = desk.kind is TenderKind.CASH
        offered = desk.choices
        height = _height_of(len(offered))
        for button in self._buttons:
            button.setFixedHeight(height)
            name = tender_name(button.kind)
            button.setVisible(button.kind in offered)
            button.set_label(f"{name} {self._words.held(desk, button.kind)}".strip())
            button.setEnabled(desk.can_choose(button.kind) or button.kind is desk.kind)
            button.choose(button.kind is desk.kind)
            button.show_key(not self._tipping)
        self._tip.setVisible(desk.tips)
        noted = desk.kind in NOTED and not self._tipping
        self._reference.setVisible(noted)
        if self._reference.text() != desk.reference:
            self._reference.setText(desk.reference)
        self._show_amount(desk, cash)

    def _show_amount(self, desk: PayDesk, cash: bool) -> None:
        """What is asked for: an amount of the tender, or a tip, and its usual ones."""
        usual = [money(amount, self._currency) for amount in desk.suggestions] if cash else []
        asked = self.tr("Cash received") if cash else self.tr("Amount")
        due = money(desk.next_amount_minor, self._currency, sign=False)
        if self._tipping:
            asked, due = self.tr("Tip: choose it, or type it; Enter"), ""
            usual = [
                f"{rate(rate_bp)}%  {money(amount, self._currency, sign=False)}"
                for rate_bp, amount in desk.tip_choices
            ]
        self._asked.setText(asked)
        self._amount.setPlaceholderText(due)
        across = 2 if self._tipping else 4
        for at, quick in enumerate(self._quick):
            self._usual.addWidget(quick, at // across, at % across)
            quick.setVisible(at < len(usual))
            if at < len(usual):
                quick.set_label(usual[at])
                quick.set_hint(f"F{at + 1}" if self._tipping else "")

    def _show_change(self, desk: PayDesk) -> None:
        settlement = desk.settlement
        cash = desk.kind is TenderKind.CASH
        missing = settlement.missing_minor
        back = 0 if missing else desk.goods_back_minor
        word = self.tr("To give back") if back else self.tr("Change")
        self._change_word.setText(self.tr("Missing") if missing else word)
        self._change.setText(money(missing or back or settlement.change_due_minor, self._currency))
        self._change.set_tone(Tone.DANGER if missing else Tone.SUCCESS)
        shown = cash or bool(missing or back)
        self._change_word.setVisible(shown)
        self._change.setVisible(shown)
        self._note.setText(self._words.note(desk))
        self._note.setVisible(bool(self._note.text()))
        self._short.setText(self._words.why_not(desk))


def _function_key(event: QKeyEvent) -> int | None:
    """The place of a tender's key, or TIP_KEY."""
    at = event.key() - Qt.Key.Key_F1
    return at if 0 <= at < len(CHOICES) or at == TIP_KEY else None


def _height_of(count: int) -> int:
    """How high so many buttons may be, that the lowest window still shows all of them."""
    if count <= MOST_TALL:
        return Height.CASHIER
    return Height.DEFAULT if count <= MOST_USUAL else Height.BACK_OFFICE


def _pair(word: Label, amount: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(word, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    row.addWidget(amount)
    return row
