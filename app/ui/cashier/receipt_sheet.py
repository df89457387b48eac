"""A receipt on screen, painted from the `Receipt` alone, with what may be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.documents.labels import DocumentLabels
from app.services.documents.receipt import ReceiptWidth, receipt_pages
from app.services.rules.money import money
from app.services.rules.receipt import Receipt
from app.services.rules.shop_facts import ShopFacts
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.typed_on import TypedOn
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.pages import PageView

PAPER_WIDTH = 356


class ReceiptSheet(Sheet):
    """The change to give back, in large; the receipt beside it; Enter starts the next sale."""

    print_asked = Signal(object, bool)
    """(receipt, duplicate)"""
    save_asked = Signal(object, bool)
    return_asked = Signal(object)
    """The receipt whose goods come back."""
    void_asked = Signal(object)
    gift_asked = Signal(object)
    invoice_asked = Signal(object)
    feedback_asked = Signal(object)
    code_scanned = Signal(str)
    typed_on = Signal(str)
    """Digits of the next sale: a phone number, or the start of a code."""
    entered = Signal()
    """Enter came right behind them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=820)
        self._receipt: Receipt | None = None
        self._just_sold = False
        self._action: Callable[[QKeyEvent], str | None] = lambda _event: None
        self._digits = TypedOn(self)
        self._digits.typed.connect(self._go_on)
        self._page = PageView("")
        self._build()

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        self._big_word = Label("", size=fonts.CASHIER)
        self._big = Label("", size=fonts.TOTAL, strong=True, tone=Tone.SUCCESS)
        self._paid = Label("", tone=Tone.MUTED, wrap=True)
        self._points = Label("", size=fonts.CASHIER, strong=True)
        self._hint = Label("", tone=Tone.MUTED, wrap=True)
        for label in (self._big_word, self._big, self._paid, self._points):
            left.addWidget(label)
        left.addSpacing(Space.S)
        left.addWidget(self._hint)
        left.addStretch(1)
        self.next = PrimaryButton("", hint="Enter", height=Height.PAY)
        self._print = SecondaryButton("", hint="P", icon="printer", height=Height.CASHIER)
        self._save = SecondaryButton("", hint="S", icon="download", height=Height.CASHIER)
        self._return = SecondaryButton("", icon="undo-2", height=Height.CASHIER)
        self._gift = SecondaryButton("", hint="G", icon="gift", height=Height.CASHIER)
        self._invoice = SecondaryButton("", hint="I", icon="receipt-text", height=Height.CASHIER)
        self._feedback = SecondaryButton("", hint="F", icon="star", height=Height.CASHIER)
        pair, kept = QHBoxLayout(), QHBoxLayout()
        kept.setSpacing(Space.XS)
        kept.addWidget(self._save, 1)
        kept.addWidget(self._feedback, 1)
        pair.setSpacing(Space.XS)
        pair.addWidget(self._invoice, 1)
        pair.addWidget(self._gift, 1)
        left.addLayout(pair)
        left.addWidget(self._return)
        left.addWidget(self._print)
        left.addLayout(kept)
        left.addWidget(self.next)
        columns.addLayout(left, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._page)
        self._scroll.setFixedWidth(380)
        self._scroll.setMinimumHeight(480)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.addWidget(self._scroll)
        self.body.addLayout(columns, 1)
        self.next.clicked.connect(self._next)
        self._return.clicked.connect(self._ask_return)
        self._print.clicked.connect(self._ask_print)
        self._save.clicked.connect(self._ask_save)
        self._gift.clicked.connect(lambda: self.gift_asked.emit(self._receipt))
        self._invoice.clicked.connect(lambda: self.invoice_asked.emit(self._receipt))
        self._feedback.clicked.connect(lambda: self.feedback_asked.emit(self._receipt))

    def show_receipt(
        self,
        receipt: Receipt,
        shop: ShopFacts,
        labels: DocumentLabels,
        *,
        just_sold: bool,
        width: str,
    ) -> None:
        """Open with a receipt; one brought back is a duplicate."""
        self._receipt, self._just_sold = receipt, just_sold
        roll: ReceiptWidth = "58" if width == "58" else "80"
        pages = receipt_pages(receipt, shop, labels, roll, duplicate=not just_sold)
        self._page.setAccessibleName(self.tr("Receipt"))
        self._page.show_pages(pages, receipt.number)
        self._page.fit_width(PAPER_WIDTH)
        title = self.tr("Paid") if just_sold else self.tr("Receipt {number}")
        self.set_title(title.replace("{number}", receipt.number), "")
        self._say(receipt, shop)
        self.next.set_label(self.tr("Next sale") if just_sold else self.tr("Close"))
        self._print.set_label(self.tr("Print") if just_sold else self.tr("Print again"))
        self._save.set_label(self.tr("Save as PDF"))
        self._gift.set_label(self.tr("Gift receipt"))
        self._invoice.set_label(self.tr("Invoice"))
        self._feedback.set_label(self.tr("Feedback"))
        self._return.set_label(self.tr("Take goods back"))
        self._return.setVisible(not just_sold)
        self._scroll.verticalScrollBar().setValue(0)
        if self.isHidden():
            self.open(self.next)

    def type_on_in(self, box: Omnibox) -> None:
        """Where digits typed here begin the next sale."""
        self.typed_on.connect(box.begin)
        self.entered.connect(box.enter)

    def use_keys(self, action: Callable[[QKeyEvent], str | None], hint: str, gap_ms: int) -> None:
        """Which key takes goods back: over this sheet no screen's keys are heard. `gap_ms` is
        the longest pause of the scanner, which types digits too."""
        self._digits.gap_ms = gap_ms
        self._action = action
        self._return.set_hint(hint)

    def _say(self, receipt: Receipt, shop: ShopFacts) -> None:
        currency = shop.currency
        change = receipt.change_due_minor
        giving = self._just_sold and change > 0
        self._big_word.setText(self.tr("Change to give") if giving else self.tr("Total"))
        self._big.setText(money(change if giving else receipt.total_minor, currency))
        self._big.set_tone(Tone.SUCCESS if giving else Tone.NORMAL)
        self._paid.setText(f"{receipt.number} · {receipt.sold_at:%Y-%m-%d %H:%M}")
        member = receipt.member
        self._points.setVisible(member is not None)
        if member is not None:
            moved = f"{member.points_before:,} → {member.points_after:,}"
            self._points.setText(self.tr("Points {moved}").replace("{moved}", moved))
        words = ""
        if member is None and not receipt.claimed_by:
            words = self.tr(
                "No member: scan this receipt with a member at the till to claim its points."
            )
        elif receipt.claimed_by:
            words = self.tr("Points claimed by member {number}").replace(
                "{number}", receipt.claimed_by
            )
        self._hint.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P prints, S saves, G is for a gift, I the invoice, F feedback; Enter goes on."""
        key, action = event.key(), self._action(event)
        if self._just_sold and self._digits.take(event):
            event.accept()
            return
        if action == "refund":
            self._ask_return()
        elif action == "void" and self._receipt is not None:
            self.close_sheet()
            self.void_asked.emit(self._receipt)
        elif key == Qt.Key.Key_P:
            self._ask_print()
        elif key == Qt.Key.Key_S:
            self._ask_save()
        elif key == Qt.Key.Key_G or action == "gift_receipt":
            self.gift_asked.emit(self._receipt)
        elif key == Qt.Key.Key_I or action == "invoice":
            self.invoice_asked.emit(self._receipt)
        elif key == Qt.Key.Key_F or action == "feedback":
            self.feedback_asked.emit(self._receipt)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def scanned(self, code: str) -> bool:
        """The next scan starts the next sale; nobody has to close the receipt first."""
        self._digits.forget()
        self.close_sheet()
        self.code_scanned.emit(code)
        return True

    def _next(self) -> None:
        if self._digits.tell():
            self.entered.emit()
        self.close_sheet()

    def _go_on(self, digits: str) -> None:
        """The next sale begins with what was typed."""
        if not self.isHidden():
            self.close_sheet()
            self.typed_on.emit(digits)

    def _ask_return(self) -> None:
        if self._receipt is not None:
            self.close_sheet()
            self.return_asked.emit(self._receipt)

    def _ask_print(self) -> None:
        if self._receipt is not None:
            self.print_asked.emit(self._receipt, not self._just_sold)

    def _ask_save(self) -> None:
        if self._receipt is not None:
            self.save_asked.emit(self._receipt, not self._just_sold)
