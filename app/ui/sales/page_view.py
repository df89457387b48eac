"""The page of one sale: what was sold and why for so much, and everything that came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.documents.labels import labels_for
from app.services.rules.money import CURRENCIES, Currency, money, rate
from app.services.rules.receipt import Receipt
from app.services.rules.tenders import TenderKind
from app.services.sale_list import Kind, Returned
from app.services.sale_pages import LinkedRefund, SalePage
from app.ui import fonts
from app.ui.lists import points_words
from app.ui.sales.page_lines import PageLines
from app.ui.sales.words import kind_icon, kind_tone, returned_words, tender_words
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.buttons import Kind as Loud
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea

_SIDE = 360
_NARROW = 1100


class SalePageView(QWidget):
    """Esc goes back to the list; the return's key takes goods back."""

    back_asked = Signal()
    member_asked = Signal()
    gift_asked = Signal()
    invoice_asked = Signal()
    sale_asked = Signal(str)
    """The number of a sale that this one is linked to."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self._language = "en"
        self._hint: Callable[[str], str] = str
        self._page: SalePage | None = None
        self.back = IconButton("arrow-left", "")
        self._number = Label("", size=fonts.SECTION, strong=True)
        self._state = Chip("")
        self._facts = ElidedLabel("", tone=Tone.MUTED)
        self.member = Button("", kind=Loud.QUIET, icon="user")
        self.refund = PrimaryButton("", icon="undo-2")
        self.void = SecondaryButton("", icon="ban")
        self.print = SecondaryButton("", icon="printer")
        self.claim = SecondaryButton("", icon="coins")
        self.lines = PageLines()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        self.member.clicked.connect(self.member_asked)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        whole.setSpacing(Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.back)
        words, top = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        top.setSpacing(Space.XS)
        top.addWidget(self._number)
        top.addWidget(self._state)
        top.addWidget(self.member)
        top.addStretch(1)
        words.addLayout(top)
        words.addWidget(self._facts)
        head.addLayout(words, 1)
        for button in (self.claim, self.print, self.void, self.refund):
            head.addWidget(button)
        whole.addLayout(head)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, Space.XS, 0)
        across.setSpacing(Space.M)
        across.addWidget(self.lines, 1, Qt.AlignmentFlag.AlignTop)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        self._side_widget = side
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(Space.M)
        across.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self.area = ScrollArea(page, name=" ")
        whole.addWidget(self.area, 1)
        self.cards: list[Card] = []

    def use(self, currency: Currency) -> None:
        """Show amounts in the shop's currency."""
        self._currency = currency

    def say(self, language: str, hint: Callable[[str], str]) -> None:
        """Say everything again in the language now shown."""
        self._language, self._hint = language, hint
        self.setAccessibleName(self.tr("Sale"))
        self.area.setAccessibleName(self.tr("What was sold"))
        self.back.set_name(self.tr("Back to the list"))
        self.refund.set_label(self.tr("Return"))
        self.void.set_label(self.tr("Void"))
        self.print.set_label(self.tr("Print again"))
        self.claim.set_label(self.tr("Claim points"))
        self._fit_hints()
        if self._page is not None:
            self.show_page(self._page)

    def page(self) -> SalePage | None:
        """What is shown."""
        return self._page

    def show_page(self, page: SalePage) -> None:
        """Show a sale."""
        self._page = page
        receipt, member = page.receipt, page.receipt.member
        self._number.setText(receipt.number)
        self._state.setVisible(page.returned is not Returned.NOTHING)
        self._state.set_text(returned_words(page.returned))
        self._state.set_tone(kind_tone(Kind.SALE, page.returned))
        self.member.setVisible(member is not None)
        if member is not None:
            self.member.set_label(member.name or member.number)
        self._facts.setText(" · ".join(self._told(page)))
        self.refund.setEnabled(page.can_return)
        self.void.setVisible(page.can_void)
        self.claim.setVisible(page.can_claim)
        self.lines.show_page(page, self._currency, self._language)
        self._show_side(page)

    def _told(self, page: SalePage) -> list[str]:
        receipt = page.receipt
        session = self.tr("session of {time}").replace(
            "{time}", f"{page.session_opened_at:%m-%d %H:%M}"
        )
        parts = [
            f"{receipt.sold_at:%Y-%m-%d %H:%M}",
            receipt.staff,
            self.tr("till {name}").replace("{name}", page.till),
            session,
        ]
        if receipt.source_receipt:
            parts.append(receipt.source_receipt)
        return parts

    # --- the cards at the side ----------------------------------------------------------

    def _show_side(self, page: SalePage) -> None:
        for card in self.cards:
            self._side.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._paid(page.receipt)]
        if page.refunds or page.exchanged_from is not None:
            self.cards.insert(0, self._came_of_it(page))
        points = self._points(page)
        if points is not None:
            self.cards.append(points)
        self.cards.append(self._rules(page))
        for card in self.cards:
            self._side.addWidget(card)

    def _came_of_it(self, page: SalePage) -> Card:
        card = Card(self.tr("What came of it"))
        if page.exchanged_from is not None:
            came = page.exchanged_from
            words = self.tr("Exchanged for goods of {number}").replace("{number}", came.of_number)
            self._link(card, words, "refresh-cw", came.of_number)
        for refund in page.refunds:
            card.body.addWidget(self._refund(refund))
            if refund.exchange_number:
                words = self.tr("Exchanged for {number}")
                words = words.replace("{number}", refund.exchange_number)
                self._link(card, words, "refresh-cw", refund.exchange_number)
        return card

    def _refund(self, refund: LinkedRefund) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, Space.XXS)
        column.setSpacing(2)
        row = QHBoxLayout()
        kind = self.tr("Void") if refund.kind is Kind.VOID else self.tr("Return")
        returned = Returned.VOIDED if refund.kind is Kind.VOID else Returned.PARTLY
        chip = Chip(
            kind,
            tone=kind_tone(refund.kind, returned),
            icon=kind_icon(refund.kind, returned),
        )
        row.addWidget(chip)
        row.addWidget(ElidedLabel(refund.number), 1)
        row.addWidget(Label(money(-refund.total_minor, self._currency), strong=True))
        column.addLayout(row)
        when = f"{refund.refunded_at:%Y-%m-%d %H:%M} · {refund.staff}"
        column.addWidget(Label(when, size=fonts.CAPTION, tone=Tone.MUTED))
        if refund.reason:
            column.addWidget(Label(refund.reason, tone=Tone.MUTED, wrap=True))
        return part

    def _link(self, card: Card, words: str, icon: str, number: str) -> None:
        button = SecondaryButton(words, icon=icon)
        button.clicked.connect(lambda: self.sale_asked.emit(number))
        card.body.addWidget(button)

    def _paid(self, receipt: Receipt) -> Card:
        card = Card(self.tr("Paid"))
        for tender in receipt.tenders:
            name = tender_words((tender.kind.value,), self._language)
            if tender.kind is TenderKind.POINTS and receipt.points_burned:
                name = f"{name} ({receipt.points_burned:,})"
            self._amount(card, name, tender.amount_minor)
            if tender.reference:
                words = f"{name} · {labels_for(self._language).reference(tender)}"
                card.body.addWidget(Label(words, size=fonts.CAPTION, tone=Tone.MUTED, wrap=True))
        if receipt.change_due_minor:
            self._amount(card, self.tr("Change"), -receipt.change_due_minor)
        for tax in receipt.taxes:
            words = self.tr("Tax {rate}% in {net}").replace("{rate}", rate(tax.rate_bp))
            words = words.replace("{net}", money(tax.net_minor, self._currency))
            self._amount(card, words, tax.tax_minor, quiet=True)
        self._papers(card, receipt)
        return card

    def _papers(self, card: Card, receipt: Receipt) -> None:
        """Its invoice, and its gift receipt."""
        invoice = receipt.invoice
        if invoice is not None:
            said = self.tr("Issued: {number}") if invoice.number else self.tr("Not issued yet")
            said = f"{invoice.title} · {said.replace('{number}', invoice.number)}"
            tone = Tone.MUTED if invoice.number else Tone.WARNING
            card.body.addWidget(Label(said, tone=tone, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        bill = SecondaryButton(self.tr("Invoice"), icon="receipt-text")
        gift = SecondaryButton(self.tr("Gift receipt"), icon="gift")
        bill.clicked.connect(self.invoice_asked)
        gift.clicked.connect(self.gift_asked)
        row.addWidget(bill, 1)
        row.addWidget(gift, 1)
        card.body.addSpacing(Space.XXS)
        card.body.addLayout(row)

    def _points(self, page: SalePage) -> Card | None:
        receipt, member = page.receipt, page.receipt.member
        if member is None and not receipt.claimed_by and not receipt.why:
            return None
        card = Card(self.tr("Points"))
        if member is not None:
            moved = f"{member.points_before:,} → {member.points_after:,}"
            card.body.addWidget(Label(moved, size=fonts.CASHIER, strong=True))
        elif receipt.claimed_by:
            words = self.tr("Claimed by member {number}").replace("{number}", receipt.claimed_by)
            if page.claimed_at is not None:
                words = f"{words} · {page.claimed_at:%Y-%m-%d}"
            card.body.addWidget(Label(words, wrap=True))
        back = sum(refund.points_reversed for refund in page.refunds)
        restored = sum(refund.points_restored for refund in page.refunds)
        if back:
            words = self.tr("Taken back by returns: {points}")
            card.body.addWidget(Label(words.replace("{points}", points_words(back)), wrap=True))
        if restored:
            words = self.tr("Restored by returns: {points}")
            card.body.addWidget(Label(words.replace("{points}", points_words(restored)), wrap=True))
        for reason in receipt.why:
            words = reason_text(reason, self._language, self._currency)
            card.body.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        return card

    def _rules(self, page: SalePage) -> Card:
        card = Card(self.tr("Rules"))
        words = self.tr("Version {version} of the scheme, in force when it was sold.")
        words = words.replace("{version}", str(page.receipt.scheme_version))
        card.body.addWidget(Label(words, wrap=True, tone=Tone.MUTED))
        for reason in page.receipt.why_not:
            words = reason_text(reason, self._language, self._currency)
            card.body.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        return card

    def _amount(self, card: Card, words: str, minor: int, *, quiet: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        tone = Tone.MUTED if quiet else Tone.NORMAL
        row.addWidget(ElidedLabel(words, tone=tone), 1)
        row.addWidget(Label(money(minor, self._currency), tone=tone, strong=not quiet))
        card.body.addLayout(row)

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page keeps the words of its buttons and lets their keys go."""
        super().resizeEvent(event)
        self._side_widget.setFixedWidth(_SIDE if self.width() >= _NARROW else 300)
        self._fit_hints()

    def _fit_hints(self) -> None:
        wide = self.width() >= _NARROW
        named = ((self.refund, "refund"), (self.void, "void"), (self.print, "reprint"))
        for button, action in named:
            button.set_hint(self._hint(action) if wide else "")
