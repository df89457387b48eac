"""The sheet where a sale is paid: one key a tender, Enter completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.money import Currency, money
from app.services.rules.tenders import Tender, TenderKind
from app.ui import fonts
from app.ui.cashier.presenting.pay import CHOICES, KEPT_KINDS, PayDesk
from app.ui.cashier.words import TENDER_ICONS, tender_name
from app.ui.icons import draw_icon
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, hint_width, rounded
from app.ui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from app.ui.widgets.fields import MoneyEdit
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard


class _TenderButton(Button):
    """One way to pay, with its number."""

    def __init__(self, kind: TenderKind, number: int) -> None:
        super().__init__("", height=Height.CASHIER)
        self.kind = kind
        self._number = f"F{number}"
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def choose(self, chosen: bool) -> None:
        self._chosen = chosen
        self.setAccessibleDescription("✓" if chosen else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        box = QRectF(self.rect())
        if self._chosen:
            rounded(painter, box, Radius.CONTROL, fill=t.primary_soft, border=t.primary, width=2)
        else:
            over = t.hover if self.underMouse() and self.isEnabled() else t.surface
            rounded(painter, box, Radius.CONTROL, fill=over, border=t.border)
        ink = t.primary if self._chosen else t.text
        top = (box.height() - 20) / 2
        draw_icon(painter, TENDER_ICONS[self.kind], ink, QRectF(16, top, 20, 20))
        painter.setFont(fonts.font(fonts.CASHIER, strong=self._chosen))
        painter.setPen(QColor(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        room = box.adjusted(46, 0, -52, 0)
        shown = painter.fontMetrics().elidedText(
            self.label(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, flags, shown)
        width = hint_width(self._number)
        top = (box.height() - HINT_HEIGHT) / 2
        hint = QRectF(box.right() - width - 14, top, width, HINT_HEIGHT)
        draw_hint(painter, hint, self._number, t)
        painter.end()


class _Given(QWidget):
    """Tenders already put down, each with its amount."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, str]] = []

    def show_tenders(self, rows: list[tuple[str, str]]) -> None:
        self._rows = rows
        self.setFixedHeight(44 * len(rows))
        self.setVisible(bool(rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        for at, (name, amount) in enumerate(self._rows):
            box = QRectF(0, at * 44, self.width(), 40)
            rounded(painter, box, Radius.CARD, fill=t.success_soft)
            inner = box.adjusted(Space.M, 0, -Space.M, 0)
            strong = fonts.font(fonts.BODY, strong=True)
            painter.setPen(QColor(t.success))
            painter.setFont(strong)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(inner, right, amount)
            body = fonts.font(fonts.BODY)
            painter.setFont(body)
            room = inner.width() - QFontMetricsF(strong).horizontalAdvance(amount) - 12
            shown = QFontMetricsF(body).elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class PaySheet(Sheet):
    """Asks how a basket is paid and hands the finished desk back."""

    completed = Signal(object)
    gift_scanned = Signal(str)
    """The code of a gift card to pay with."""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=800)
        self._currency = currency
        self._language = "en"
        self._desk: PayDesk | None = None
        self._buttons = [_TenderButton(kind, at) for at, kind in enumerate(CHOICES, 1)]
        self._split = SecondaryButton("", hint="+", height=Height.DEFAULT)
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
        right.setSpacing(Space.XS)
        self._due_word, self._due = Label(""), Label("", size=fonts.TOTAL, strong=True)
        self._left_word, self._left = Label(""), Label("", size=fonts.AMOUNT, strong=True)
        self._asked = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._change_word = Label("", size=fonts.CASHIER)
        self._change = Label("", size=fonts.TOTAL, strong=True, tone=Tone.SUCCESS)
        self._given = _Given()
        right.addLayout(_pair(self._due_word, self._due))
        right.addWidget(self._given)
        right.addLayout(_pair(self._left_word, self._left))
        right.addWidget(Divider())
        right.addSpacing(Space.XXS)
        right.addWidget(self._asked)
        right.addWidget(self._amount)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        for at, button in enumerate(self._quick):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(button, 0, at)
        right.addLayout(grid)
        right.addSpacing(Space.XS)
        right.addLayout(_pair(self._change_word, self._change))
        self._short = Label("", tone=Tone.DANGER, wrap=True)
        right.addWidget(self._short)
        right.addStretch(1)
        return right

    def _wire(self) -> None:
        for button in self._buttons:
            button.clicked.connect(lambda _=False, b=button: self._choose(b.kind))
        for at, quick in enumerate(self._quick):
            quick.clicked.connect(lambda _=False, i=at: self._take_quick(i))
        self._split.clicked.connect(self._put_down)
        self._amount.changed_minor.connect(self._typed)
        self._amount.installEventFilter(self)
        self._done.clicked.connect(self._complete)

    def ask(self, desk: PayDesk, subtitle: str, language: str) -> None:
        """Open for a basket."""
        self._language = language
        self.set_title(self.tr("Pay"), subtitle)
        self._split.set_label(self.tr("Split the payment"))
        self._done.set_label(self.tr("Complete"))
        self._amount.setAccessibleName(self.tr("Amount received"))
        self._amount.clear()
        self._show(desk)
        self.open(self._amount)

    def desk(self) -> PayDesk | None:
        """Where the payment stands."""
        return self._desk

    def scanned(self, code: str) -> bool:
        """A gift card pays what is left; anything else is not for this sheet."""
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
        """F1 to F9 choose a tender, Enter completes, + splits."""
        if watched is self._amount and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _tender_at(event) is not None:
                # Here the function keys are the tenders', not the window's.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        at = _tender_at(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._complete()
        elif event.text() == "+":
            self._put_down()
        elif at is not None:
            if self._buttons[at].isEnabled():
                self._choose(self._buttons[at].kind)
        elif event.key() == Qt.Key.Key_Backspace and not self._amount.text():
            if self._desk is not None:
                self._show(self._desk.take_back())
        else:
            return False
        return True

    def _choose(self, kind: TenderKind) -> None:
        if self._desk is not None:
            self._amount.clear()
            self._show(self._desk.choose(kind))

    def _typed(self, minor: int | None) -> None:
        if self._desk is not None:
            self._show(self._desk.typed(minor))

    def _take_quick(self, at: int) -> None:
        if self._desk is not None:
            amounts = self._desk.suggestions
            if at < len(amounts):
                self._amount.set_value_minor(amounts[at])
                self._typed(amounts[at])

    def _put_down(self) -> None:
        if self._desk is not None:
            self._amount.clear()
            self._show(self._desk.put_down())

    def _complete(self) -> None:
        if self._desk is not None and self._desk.can_complete:
            self.completed.emit(self._desk)

    def _show(self, desk: PayDesk) -> None:
        self._desk = desk
        currency, settlement = self._currency, desk.settlement
        self._due.setText(money(desk.quote.total_minor, currency))
        self._given.show_tenders([self._given_row(tender) for tender in desk.given])
        self._left.setText(money(desk.left_minor, currency))
        self._show_choices(desk)
        self._show_change(desk)
        self._done.setEnabled(desk.can_complete)
        self._due_word.setText(self.tr("Total due"))
        self._left_word.setText(self.tr("Still to pay"))
        earned, held = settlement.points_earned, desk.points_held
        words = ""
        if desk.cart.member is not None:
            after = held - settlement.points_burned + earned
            words = self.tr("Earns {earned} · {before} → {after} points")
            for name, value in (("earned", earned), ("before", held), ("after", after)):
                words = words.replace("{" + name + "}", f"{value:,}")
        self._after.setText(words)
        moves = ((kind, desk.moved(kind)) for kind in KEPT_KINDS)
        balances = [self._move_words(kind, move) for kind, move in moves if move is not None]
        self._balances.setText(" · ".join(balances))
        self._balances.setVisible(bool(balances))

    def _move_words(self, kind: TenderKind, move: tuple[int, int]) -> str:
        before, after = (money(each, self._currency) for each in move)
        return f"{tender_name(kind)} {before} → {after}"

    def _show_choices(self, desk: PayDesk) -> None:
        cash = desk.kind is TenderKind.CASH
        offered = desk.choices
        for button in self._buttons:
            name = tender_name(button.kind)
            button.setVisible(button.kind in offered)
            button.set_label(f"{name} {self._held_words(desk, button.kind)}".strip())
            button.setEnabled(desk.can_choose(button.kind) or button.kind is desk.kind)
            button.choose(button.kind is desk.kind)
        self._asked.setText(self.tr("Cash received") if cash else self.tr("Amount"))
        self._amount.setPlaceholderText(money(desk.next_amount_minor, self._currency, sign=False))
        amounts = desk.suggestions
        for at, quick in enumerate(self._quick):
            quick.setVisible(cash and at < len(amounts))
            if at < len(amounts):
                quick.set_label(money(amounts[at], self._currency))

    def _held_words(self, desk: PayDesk, kind: TenderKind) -> str:
        """What a button says is there to pay with."""
        if kind is TenderKind.POINTS:
            return f"{desk.points_held:,}"
        if kind is TenderKind.GIFT_CARD and desk.kept.gift is None:
            return self.tr("· scan it")
        held = desk.held_minor(kind)
        return money(held, self._currency) if held else ""

    def _show_change(self, desk: PayDesk) -> None:
        settlement = desk.settlement
        cash = desk.kind is TenderKind.CASH
        missing = settlement.missing_minor
        self._change_word.setText(self.tr("Missing") if missing else self.tr("Change"))
        self._change.setText(money(missing or settlement.change_due_minor, self._currency))
        self._change.set_tone(Tone.DANGER if missing else Tone.SUCCESS)
        shown = cash or bool(missing)
        self._change_word.setVisible(shown)
        self._change.setVisible(shown)
        self._short.setText(self._why_not(desk))

    def _why_not(self, desk: PayDesk) -> str:
        if desk.short_of_points:
            return self.tr("The member holds {points} points").replace(
                "{points}", f"{desk.points_held:,}"
            )
        short = desk.short_of_money
        if short is not None:
            words = self.tr("{kind}: {amount} is all there is")
            held = money(desk.held_minor(short), self._currency)
            return words.replace("{kind}", tender_name(short)).replace("{amount}", held)
        refused = desk.settlement.refused
        if refused is not None:
            return reason_text(refused, self._language, self._currency)
        if desk.settlement.over_minor:
            return self.tr("Only cash gives change: take a smaller amount")
        return ""

    def _given_row(self, tender: Tender) -> tuple[str, str]:
        name = tender_name(tender.kind)
        return name, money(-tender.amount_minor, self._currency)


def _tender_at(event: QKeyEvent) -> int | None:
    at = event.key() - Qt.Key.Key_F1
    return at if 0 <= at < len(CHOICES) else None


def _pair(word: Label, amount: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(word, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    row.addWidget(amount)
    return row
