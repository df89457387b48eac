"""The list of sales: search, days, filters, totals, rows, and the receipt in front."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.rules.insight.figures import FigureName
from app.services.rules.money import CURRENCIES, Currency, money, quantity
from app.services.rules.tenders import TenderKind
from app.services.sale_list import Documents, Kind, Returned, SaleRow
from app.ui.sales.days import DayPicker
from app.ui.sales.filters import FilterBar
from app.ui.sales.presenter import Listing
from app.ui.sales.preview import ReceiptPreview
from app.ui.sales.totals import Totals
from app.ui.sales.words import (
    kind_icon,
    kind_tone,
    kind_words,
    less,
    moment_words,
    points_words,
    tender_words,
)
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import IconButton, SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.labels import Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.panels import Card, Divider, EmptyState
from app.ui.widgets.table import Column, Table

WIDE = 1200
_VERY_WIDE = 1500
_PIECES, _DISCOUNT, _POINTS, _TENDERS = 3, 5, 6, 7
DOCUMENTS = (Documents.ALL, Documents.SALES, Documents.REFUNDS)


class SalesList(QWidget):
    """Arrows move, Enter opens, what is typed searches."""

    filter_dropped = Signal()
    """Esc in the empty field: the last filter goes."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self._language = "en"
        self._hint: Callable[[str], str] = str
        self.listing: Listing | None = None
        self.search = Omnibox(name="")
        self.today = SecondaryButton("", icon="chart-column", height=Height.CASHIER)
        self.take_in = IconButton("file-up", "", height=Height.CASHIER)
        self.put_out = IconButton("file-down", "", height=Height.CASHIER)
        self.invoices = IconButton("receipt-text", "")
        self.commissions = IconButton("hand-coins", "")
        self.days = DayPicker()
        self.documents, self.tender = DropDown(), DropDown()
        self.filters = FilterBar()
        self.totals = Totals()
        self.table = Table((), name="")
        self.preview = ReceiptPreview()
        self.empty = EmptyState("receipt-text", "")
        self.middle = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.search)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(Space.S)
        for widget in (
            self.search,
            self.today,
            self.take_in,
            self.put_out,
        ):
            top.addWidget(widget, 1 if widget is self.search else 0)
        below.setSpacing(Space.XS)
        below.addWidget(self.days.period)
        below.addWidget(self.invoices)
        below.addWidget(self.commissions)
        below.addStretch(1)
        for choice in (self.documents, self.tender):
            choice.setProperty("dense", True)
        below.addWidget(self.documents)
        below.addWidget(self.tender)
        self._choices = below
        card = Card()
        card.body.setContentsMargins(1, 6, 1, 6)
        card.body.addWidget(self.table, 1)
        self.middle.addWidget(card)
        self.middle.addWidget(self.empty)
        column.addLayout(top)
        column.addLayout(below)
        self._second = QHBoxLayout()
        self._second.setSpacing(Space.XS)
        column.addLayout(self._second)
        column.addWidget(self.days)
        self.days.hide()
        column.addWidget(self.filters)
        column.addWidget(self.totals)
        column.addWidget(self.middle, 1)
        across.addLayout(column, 1)
        across.addWidget(Divider(vertical=True))
        across.addWidget(self.preview)

    # --- words --------------------------------------------------------------------

    def say(self, language: str, hint: Callable[[str], str]) -> None:
        """Say everything again in the language now shown."""
        self._language, self._hint = language, hint
        self.search.set_name(self.tr("Search the sales"))
        self.search.set_hints([hint("find")])
        self.today.set_label(self.tr("Today"))
        self.take_in.set_name(self.tr("Import"))
        self.put_out.set_name(self.tr("Export"))
        self.invoices.set_name(self.tr("Invoices to issue"))
        self.commissions.set_name(self.tr("Commissions"))
        self.days.say()
        self.totals.say()
        self._say_preview()
        self._fill(
            self.documents,
            self.tr("Sales or returns"),
            [self.tr("Sales and returns"), self.tr("Sales only"), self.tr("Returns only")],
            [each.value for each in DOCUMENTS],
        )
        self._fill(
            self.tender,
            self.tr("Paid by"),
            [
                self.tr("Any payment"),
                *(tender_words((kind.value,), language) for kind in TenderKind),
            ],
            ["", *(kind.value for kind in TenderKind)],
        )
        self.table.setAccessibleName(self.tr("Sales"))
        self.table.set_columns(self._columns())

    def _say_preview(self) -> None:
        hint, wide = self._hint, self.width() >= WIDE
        self.today.set_hint(hint("today") if wide else "")
        long, short = self.tr("Number, member, product or amount"), self.tr("Search the sales")
        self.search.set_placeholder(long if wide else short)
        self.preview.say(hint("reprint"), hint("refund"), wide=self.width() >= WIDE)

    def _fill(self, choice: DropDown, name: str, words: list[str], values: list[str]) -> None:
        choice.setAccessibleName(name)
        chosen = choice.currentIndex()
        choice.clear()
        for text, value in zip(words, values, strict=True):
            choice.addItem(text, value)
        choice.setCurrentIndex(max(0, chosen))

    def _columns(self) -> tuple[Column[SaleRow], ...]:
        def member(row: SaleRow) -> str:
            who = row.member_name or row.member_number or self.tr("No member")
            kind = kind_words(row.kind, row.returned)
            return f"{kind} · {who}" if kind else who

        def muted(row: SaleRow) -> Tone:
            if kind_icon(row.kind, row.returned):
                return kind_tone(row.kind, row.returned)
            return Tone.NORMAL if row.member_number else Tone.MUTED

        def points(row: SaleRow) -> Tone:
            return Tone.SUCCESS if row.points_earned and not row.points_burned else Tone.NORMAL

        def gone(row: SaleRow) -> Tone:
            kept = row.kind is Kind.SALE and row.returned in (Returned.NOTHING, Returned.PARTLY)
            return Tone.NORMAL if kept else Tone.MUTED

        tip = Column(self.tr("Tip"), self._tip, 88, right=True)
        discount = Column(self.tr("Discount"), self._discount, 88, right=True, tone=Tone.SUCCESS)
        return (
            Column(self.tr("Number"), lambda r: r.number, 112),
            Column(self.tr("Time"), self._time, 108, tone=Tone.MUTED),
            Column(
                self.tr("Member"),
                member,
                tone=muted,
                icon=lambda r: kind_icon(r.kind, r.returned),
            ),
            Column(self.tr("Pieces"), lambda r: quantity(r.pieces_milli), 64, right=True),
            Column(self.tr("Total"), self._total, 104, right=True, strong=True, tone=gone),
            tip if self._figure() is FigureName.TIPS else discount,
            Column(self.tr("Points"), points_words, 112, right=True, tone=points),
            Column(self.tr("Paid by"), self._tenders, 108, tone=Tone.MUTED),
        )

    def _time(self, row: SaleRow) -> str:
        today = self.listing.today if self.listing is not None else date.min
        return moment_words(row.sold_at, today)

    def _total(self, row: SaleRow) -> str:
        amount = row.total_minor if row.kind is Kind.SALE else -row.total_minor
        return money(amount, self._currency, sign=False)

    def _discount(self, row: SaleRow) -> str:
        return less(row.discount_minor, self._currency)

    def _tip(self, row: SaleRow) -> str:
        return money(row.tip_minor, self._currency, sign=False)

    def _tenders(self, row: SaleRow) -> str:
        return tender_words(row.tenders, self._language)

    # --- what is shown --------------------------------------------------------------

    def use(self, currency: Currency) -> None:
        """Show amounts in the shop's currency."""
        self._currency = currency

    def show_listing(self, listing: Listing) -> None:
        """All but the rows: days, filters, and what an empty list says."""
        self.listing = listing
        wanted = listing.wanted
        self.days.show_days(listing.period, wanted.first_day, wanted.last_day, listing.today)
        self.documents.setCurrentIndex(DOCUMENTS.index(wanted.documents))
        self.tender.setCurrentIndex(max(0, self.tender.findData(wanted.tender)))
        self.totals.show_figure(wanted.figure)
        self.table.set_columns(self._columns())
        self._show_columns()
        self.show_around(listing, "")

    def _figure(self) -> FigureName | None:
        return None if self.listing is None else self.listing.wanted.figure

    def show_around(self, listing: Listing, cashier_key: str) -> None:
        """What stands around the rows, in the language now shown."""
        note = ""
        if listing.searched_from is not None:
            note = self.tr("Searched from {day} on; choose dates to look further back.")
            note = note.replace("{day}", listing.searched_from.isoformat())
        self.filters.show_filters(listing.filters, note, self._currency, self._language)
        self.middle.setCurrentIndex(0 if listing.count else 1)
        if listing.any_at_all and listing.filters:
            words, action = self.tr("Nothing like this was sold then."), self.tr("Show all sales")
        elif listing.any_at_all:
            words, action = self.tr("Nothing was sold then."), self.tr("Show all sales")
        else:
            words = self.tr(
                "Nothing sold yet. Ring up the first sale at the till,"
                " or bring your old sales along from a file."
            )
            action = self.tr("Import a file…")
        self.empty.say(words, key="" if listing.any_at_all else cashier_key, action=action)

    # --- keys -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down enters the list; what is typed anywhere searches; Esc goes back to the field."""
        key, typed = event.key(), event.text()
        onwards = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key in onwards and self.search.has_focus():
            self.into_list()
        elif key == Qt.Key.Key_Escape:
            if self.search.has_focus():
                self.filter_dropped.emit()
            else:
                self.search.setFocus()
        elif typed == "/":
            self.search.setFocus()
        elif typed and typed.isprintable() and not self.search.has_focus():
            self.search.type(event)
        else:
            super().keyPressEvent(event)

    def into_list(self) -> None:
        """Go on to the rows, where there are any."""
        if self.listing is not None and self.listing.count:
            self.table.enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what matters: number, time, kind, member and total."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.preview.setFixedWidth(400 if wide else 340)
        self._say_preview()
        self._show_columns()
        home = self._choices if wide else self._second
        for choice in (self.documents, self.tender):
            if home.indexOf(choice) < 0:
                (self._second if wide else self._choices).removeWidget(choice)
                home.addWidget(choice)

    def _show_columns(self) -> None:
        """What a figure of the compass adds up is shown, whatever the room."""
        wide = self.width() >= WIDE
        for column in (_PIECES, _TENDERS, _POINTS):
            self.table.setColumnHidden(column, not wide)
        added_up = self._figure() in (FigureName.DISCOUNTS, FigureName.TIPS)
        self.table.setColumnHidden(_DISCOUNT, self.width() < _VERY_WIDE and not added_up)
