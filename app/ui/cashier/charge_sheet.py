"""Top up a wallet, sell a pass, a plan or a gift card: a key chooses, Enter takes the money."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.cashier.charge_words import ChargeWords
from app.ui.cashier.presenting.charge import DEPOSIT, MOST_PRESETS, TENDERS, ChargeDesk
from app.ui.cashier.words import tender_name
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, hint_width, rounded
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.fields import MoneyEdit, Segmented
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider

TILE_HEIGHT = 76


class PresetTile(Button):
    """One preset: what it costs in large, what it brings below, its key at the right."""

    def __init__(self, number: int) -> None:
        super().__init__("", height=TILE_HEIGHT)
        self._number = str(number)
        self._large = self._small = ""
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, large: str, small: str, *, chosen: bool) -> None:
        """Show a preset."""
        self._large, self._small, self._chosen = large, small, chosen
        self.setAccessibleName(f"{large} {small}".strip())
        self.setAccessibleDescription("✓" if chosen else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, marked while chosen."""
        t, painter, box = tokens(), QPainter(self), QRectF(self.rect())
        if self._chosen:
            rounded(painter, box, Radius.CARD, fill=t.primary_soft, border=t.primary, width=2)
        else:
            over = t.hover if self.underMouse() else t.surface
            rounded(painter, box, Radius.CARD, fill=over, border=t.border)
        width = hint_width(self._number)
        hint = QRectF(box.right() - width - Space.S, box.top() + Space.S, width, HINT_HEIGHT)
        draw_hint(painter, hint, self._number, t)
        inner = box.adjusted(Space.M, 0, -Space.S, 0)
        middle = box.center().y()
        high = QRectF(inner.left(), middle - 27, inner.width() - width - Space.XS, 30)
        low = QRectF(inner.left(), middle + 3, inner.width(), 22)
        ink = t.primary if self._chosen else t.text
        _write(painter, high, self._large, fonts.font(fonts.SECTION, strong=True), ink)
        _write(painter, low, self._small, _fitting(self._small, low.width()), t.success)
        painter.end()


class ChargeSheet(Sheet):
    """1 to 6 choose a preset, F1 to F5 how it is paid, Enter takes the money."""

    completed = Signal(object)
    """The finished ChargeDesk."""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=720)
        self._currency = currency
        self._desk: ChargeDesk | None = None
        self._words = ChargeWords(currency, "en")
        self.tiles = [PresetTile(number) for number in range(1, MOST_PRESETS + 1)]
        self.amount = MoneyEdit(decimals=currency.digits, size=fonts.AMOUNT)
        self.amount.setFixedHeight(Height.PAY)
        self.received = MoneyEdit(decimals=currency.digits, size=fonts.CASHIER)
        self.received.setFixedHeight(Height.DEFAULT)
        self.note = QLineEdit()
        self.note.setFixedHeight(Height.DEFAULT)
        self.done = PrimaryButton("", hint="Enter", height=Height.PAY)
        self.done.setMinimumWidth(240)
        self._build()
        for at, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, i=at: self._choose(i))
        self.amount.changed_minor.connect(self._typed)
        self.received.changed_minor.connect(self._received)
        self.note.textEdited.connect(self._noted)
        for field in (self.amount, self.received, self.note):
            field.installEventFilter(self)
        self._sections.changed.connect(self._turn)
        self._tenders.changed.connect(self._pay_by)
        self.done.clicked.connect(self.accept)

    def _build(self) -> None:
        self._sections = Segmented([""], name="")
        self._tenders = Segmented([""], name="")
        self._asked = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        for at, tile in enumerate(self.tiles):
            grid.addWidget(tile, at // 3, at % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.body.addWidget(self._sections)
        self.body.addLayout(grid)
        self.body.addWidget(self._asked)
        self.body.addWidget(self.amount)
        self.body.addWidget(self.note)
        self.body.addWidget(Divider())
        self._paid_word = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self.body.addWidget(self._paid_word)
        self.body.addWidget(self._tenders)
        self._cash_row = QWidget()
        cash = QHBoxLayout(self._cash_row)
        cash.setContentsMargins(0, 0, 0, 0)
        cash.setSpacing(Space.S)
        self._cash_word = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._change = Label("", size=fonts.CASHIER, strong=True, tone=Tone.SUCCESS)
        cash.addWidget(self._cash_word)
        cash.addWidget(self.received, 1)
        cash.addWidget(self._change, 1)
        self.body.addWidget(self._cash_row)
        self._refused = Label("", tone=Tone.DANGER, wrap=True)
        self.body.addWidget(self._refused)
        foot = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._move = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._parts = Label("", tone=Tone.MUTED, wrap=True)
        words.addStretch(1)
        words.addWidget(self._move)
        words.addWidget(self._parts)
        words.addStretch(1)
        foot.addLayout(words, 1)
        foot.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)

    def ask(self, desk: ChargeDesk, language: str) -> None:
        """Open for a member, or for a gift card."""
        self._words = ChargeWords(self._currency, language)
        self.amount.clear()
        self.received.clear()
        self.note.clear()
        self.note.setAccessibleName(self.tr("What the deposit is for"))
        self.note.setPlaceholderText(self.tr("What the deposit is for"))
        self.received.setAccessibleName(self.tr("Cash received"))
        self._cash_word.setText(self.tr("Cash received: + then type it"))
        self._tenders.set_choices(
            [f"{tender_name(kind)}  F{at}" for at, kind in enumerate(TENDERS, 1)]
        )
        self._tenders.choose(0)
        self._tenders.setAccessibleName(self.tr("Paid by"))
        self._sections.set_choices([self._words.section(name) for name, _ in desk.sections])
        self._sections.setAccessibleName(self.tr("What is charged or sold"))
        self._sections.setVisible(len(desk.sections) > 1)
        self._show(desk)
        self._sections.choose([name for name, _ in desk.sections].index(desk.what))
        self.open(self._tenders)

    def desk(self) -> ChargeDesk | None:
        """Where it stands."""
        return self._desk

    def say_error(self, sentence: str) -> None:
        """Say why the money was not taken."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def accept(self) -> None:
        """Take the money, or say what there is to choose first."""
        desk = self._desk
        if desk is None:
            return
        if desk.can_complete:
            self.completed.emit(desk)
        elif desk.needs_note:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            self.say_error(self._words.parts(desk))
        elif desk.article is None and desk.refusal is None:
            self.say_error(
                self.tr("Choose an amount, or type one.")
                if desk.takes_amount
                else self.tr("Choose one of them first.")
            )

    # --- keys -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Here the function keys are the tenders', not the window's."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overriding and _tender_at(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field of the amount too, Enter and the function keys are the sheet's."""
        fields = (self.amount, self.received, self.note)
        if watched in fields and isinstance(event, QKeyEvent):
            ours = _tender_at(event) is not None
            if event.type() == QEvent.Type.ShortcutOverride and ours:
                event.accept()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            begun = watched is self.note and bool(self.note.text())
            plus = event.text() == "+" and watched is not self.received and not begun
            if event.type() == QEvent.Type.KeyPress and (ours or enter or plus):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses a preset, F1 to F5 a tender, Enter takes the money."""
        at = _tender_at(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.text() == "*" and self._desk is not None and self._desk.takes_amount:
            self.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.text() == "+" and self._desk is not None and self._desk.takes_cash:
            self.received.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif at is not None:
            self._tenders.choose(at)
        elif event.text().isdigit() and 1 <= int(event.text()) <= MOST_PRESETS:
            self._choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _choose(self, at: int) -> None:
        if self._desk is not None:
            self.amount.clear()
            self._show(self._desk.choose(at))

    def _typed(self, minor: int | None) -> None:
        if self._desk is not None:
            self._show(self._desk.type(minor))

    def _received(self, minor: int | None) -> None:
        if self._desk is not None:
            self._show(self._desk.receive(minor))

    def _noted(self, text: str) -> None:
        if self._desk is not None:
            self._show(self._desk.noting(text))

    def _turn(self, at: int) -> None:
        if self._desk is not None:
            self.amount.clear()
            self._show(self._desk.turn_to(self._desk.sections[at][0]))

    def _pay_by(self, at: int) -> None:
        if self._desk is not None:
            self._show(self._desk.pay_by(TENDERS[at]))

    # --- what is shown ----------------------------------------------------------------

    def _show(self, desk: ChargeDesk) -> None:
        self._desk = desk
        words = self._words
        strip = None if desk.held is None else desk.held.strip
        who = "" if strip is None else strip.name or strip.number
        self.set_title(words.section(desk.what), who)
        for at, tile in enumerate(self.tiles):
            there = at < len(desk.articles)
            tile.setVisible(there)
            if there:
                article = desk.articles[at]
                large, small = words.tile(desk.what, article)
                tile.say(large, small, chosen=desk.chosen == at)
        self._asked.setVisible(desk.takes_amount)
        self.amount.setVisible(desk.takes_amount)
        self.note.setVisible(desk.what == DEPOSIT)
        self._cash_row.setVisible(desk.takes_cash)
        self._asked.setText(self.tr("Another amount: * then type it"))
        self.amount.setAccessibleName(self.tr("Another amount"))
        self._show_outcome(desk)

    def _show_outcome(self, desk: ChargeDesk) -> None:
        words, article = self._words, desk.article
        self.say_error("" if desk.refusal is None else words.refusal(desk.refusal))
        self._paid_word.setText(
            self.tr("Given back by")
            if article is not None and article.amount_minor < 0
            else self.tr("Paid by")
        )
        due = "" if article is None else money(abs(article.amount_minor), self._currency)
        self.done.set_label(words.done(article, due, len(desk.articles)))
        self.done.setEnabled(desk.can_complete)
        self._move.setText(words.move(desk))
        self._change.setText(words.cash(desk))
        self._change.set_tone(Tone.DANGER if desk.short_minor else Tone.SUCCESS)
        told = desk.can_complete or desk.needs_note
        self._parts.setText(words.parts(desk) if told else "")


def _tender_at(event: QKeyEvent) -> int | None:
    at = event.key() - Qt.Key.Key_F1
    return at if 0 <= at < len(TENDERS) else None


def _fitting(text: str, width: float) -> QFont:
    """The usual font, or the small one where only that shows the whole text."""
    font = fonts.font(fonts.BODY)
    whole = QFontMetricsF(font).horizontalAdvance(text) <= width
    return font if whole else fonts.font(fonts.CAPTION)


def _write(painter: QPainter, box: QRectF, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(box, flags, shown)
