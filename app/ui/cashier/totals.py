"""Under the cart: what it comes to, what was saved, what the member earns, and Pay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money, quantity
from app.ui import fonts
from app.ui.cashier.presenting.state import CashierState
from app.ui.cashier.words import pieces_words
from app.ui.lists import points_words
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import focus_ring
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider


class Totals(QWidget):
    """The foot of the cashier's column."""

    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CashierState | None = None
        self._currency: Currency | None = None
        self.hold = SecondaryButton("", height=Height.CASHIER)
        self.points = SecondaryButton("", height=Height.CASHIER)
        self.discount = SecondaryButton("", height=Height.CASHIER)
        self.pay = PrimaryButton("", height=Height.PAY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        inner = self._inner = QVBoxLayout()
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        inner.setSpacing(Space.XXS)
        column.addLayout(inner)
        self._add_sums(inner)
        self._add_total(inner)
        inner.addSpacing(Space.XS)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.XS)
        for button in (self.hold, self.points, self.discount):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, 1)
        inner.addLayout(buttons)
        inner.addSpacing(Space.XXS)
        inner.addWidget(self.pay)
        # Nothing can be sold before the shop is open.
        self.pay.setEnabled(False)
        for button in (self.hold, self.points, self.discount):
            button.setEnabled(False)
        self._why.hide()

    def be_low(self, low: bool) -> None:
        """Take less room in a low window: the cart needs it."""
        self._total.set_size(fonts.AMOUNT if low else fonts.TOTAL)
        for button in (self.hold, self.points, self.discount):
            button.set_height(Height.DEFAULT if low else Height.CASHIER)
        self.pay.set_height(Height.CASHIER if low else Height.PAY)
        bottom = Space.XS if low else Space.M
        self._inner.setContentsMargins(Space.M, Space.XS if low else Space.S, Space.M, bottom)

    def _add_sums(self, inner: QVBoxLayout) -> None:
        self._count = Label("", tone=Tone.MUTED)
        self._gross = Label("", tone=Tone.MUTED)
        self._saved_word = Label("", tone=Tone.SUCCESS)
        self._why = _LinkButton()
        self._saved = Label("", tone=Tone.SUCCESS)
        first = QHBoxLayout()
        first.addWidget(self._count)
        first.addStretch(1)
        first.addWidget(self._gross)
        second = QHBoxLayout()
        second.setSpacing(Space.XS)
        second.addWidget(self._saved_word)
        second.addWidget(self._why)
        second.addStretch(1)
        second.addWidget(self._saved)
        inner.addLayout(first)
        inner.addLayout(second)
        self._why.clicked.connect(self.why_asked)

    def _add_total(self, inner: QVBoxLayout) -> None:
        self._due_word = Label("", size=fonts.CASHIER)
        self._total = Label("", size=fonts.TOTAL, strong=True)
        self._earn = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        self._move = Label("", size=fonts.CAPTION, strong=True, tone=Tone.SUCCESS)
        row = QHBoxLayout()
        row.addWidget(self._due_word, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._total)
        last = QHBoxLayout()
        last.addWidget(self._earn, 1)
        last.addWidget(self._move)
        inner.addLayout(row)
        inner.addLayout(last)

    def show_state(self, state: CashierState, currency: Currency) -> None:
        """Show a priced basket."""
        self._state, self._currency = state, currency
        quote, basket = state.quote, state.basket
        pieces = pieces_words(quantity(basket.cart.pieces_milli))
        self._count.setText(self.tr("Subtotal, {pieces}").replace("{pieces}", pieces))
        self._gross.setText(money(quote.gross_minor, currency))
        saved = quote.discount_minor
        for label in (self._saved_word, self._saved):
            label.setVisible(bool(saved))
        self._why.setVisible(bool(basket.cart.lines))
        self._saved.setText(money(-saved, currency))
        if state.back_minor:
            word = self.tr("To give back")
        elif basket.goods_back is not None:
            word = self.tr("To pay on top")
        else:
            word = self.tr("Due after points") if basket.points_minor else self.tr("Total due")
        self._due_word.setText(word)
        self._total.setText(money(state.back_minor or state.due_minor, currency))
        self._total.set_tone(Tone.SUCCESS if state.back_minor else Tone.NORMAL)
        swapped = basket.goods_back is not None
        self.pay.set_label(self.tr("Exchange") if swapped else self.tr("Pay"))
        self._show_points(state, currency)
        filled = bool(basket.cart.lines) and not state.busy
        for button in (self.hold, self.discount, self.pay):
            button.setEnabled(filled)
        self.points.setEnabled(filled and basket.cart.member is not None)
        self.points.set_icon_name("check" if basket.points_minor else None)

    def _show_points(self, state: CashierState, currency: Currency) -> None:
        basket = state.basket
        if basket.cart.member is None:
            missed = self.tr("No member: this sale earns no points")
            self._earn.setText(missed if basket.cart.lines else "")
            self._move.setText("")
            return
        parts = []
        if basket.points_minor:
            burned = f"{state.settlement.points_burned:,}"
            worth = money(basket.points_minor, currency)
            words = self.tr("{points} points pay {amount}")
            parts.append(words.replace("{points}", burned).replace("{amount}", worth))
        if basket.cart.lines:
            earned = points_words(state.settlement.points_earned)
            parts.append(self.tr("Earns {points}").replace("{points}", earned))
        self._earn.setText(" · ".join(parts))
        moved = state.points_after != state.points_before
        self._move.setText(f"{state.points_before:,} → {state.points_after:,}" if moved else "")

    def retranslate(self, key: Callable[[str], str]) -> None:
        """Say everything again; `key` tells which key starts an action."""
        self.hold.set_hint(key("hold"))
        self.points.set_hint(key("points"))
        self.discount.set_hint(key("basket_discount"))
        self.pay.set_hint(key("pay"))
        self.hold.set_label(self.tr("Hold"))
        self.points.set_label(self.tr("Points"))
        self.discount.set_label(self.tr("Discount"))
        self.pay.set_label(self.tr("Pay"))
        self._saved_word.setText(self.tr("Saved"))
        self._why.set_label(self.tr("Why"))
        if self._state is not None and self._currency is not None:
            self.show_state(self._state, self._currency)


class _LinkButton(QAbstractButton):
    """An underlined word that explains."""

    def __init__(self) -> None:
        super().__init__()
        self._font = fonts.font(fonts.BODY)
        self._font.setUnderline(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_label(self, text: str) -> None:
        """What it says."""
        self.setAccessibleName(text)
        self.setFixedSize(QFontMetrics(self._font).horizontalAdvance(text) + 8, 22)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, and the ring while it has the focus."""
        t = tokens()
        painter = QPainter(self)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), Radius.CONTROL, t)
        painter.setFont(self._font)
        painter.setPen(QColor(t.success))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
        painter.end()
