"""An X or Z report on screen, painted from the same value as the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.documents.receipt import ReceiptWidth
from app.services.documents.report import report_pages
from app.services.documents.report_told import ReportTold
from app.services.rules.day_report import DayReport, ZReport
from app.services.rules.money import CURRENCIES, money
from app.services.rules.shop_facts import ShopFacts
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.pages import PageView

PAPER_WIDTH = 356
_SCROLLED_BY = 60


class ReportSheet(Sheet):
    """The figure that matters in large, the paper beside it; Enter closes."""

    print_asked = Signal(object, bool)
    """(report, duplicate)"""
    save_asked = Signal(object, bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=820)
        self._told: DayReport | ZReport | None = None
        self._again = False
        self._page = PageView("")
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        self._big_word = Label("", size=fonts.CASHIER)
        self._big = Label("", size=fonts.TOTAL, strong=True)
        self._revenue = Label("", size=fonts.CASHIER, strong=True)
        self._facts = Label("", tone=Tone.MUTED, wrap=True)
        self._backup = Label("", wrap=True)
        for label in (self._big_word, self._big, self._revenue, self._facts, self._backup):
            left.addWidget(label)
        left.addStretch(1)
        self._print = SecondaryButton("", hint="P", icon="printer", height=Height.CASHIER)
        self._save = SecondaryButton("", hint="S", icon="download", height=Height.CASHIER)
        self._close = PrimaryButton("", hint="Enter", height=Height.PAY)
        for button in (self._print, self._save, self._close):
            left.addWidget(button)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._page)
        self._scroll.setFixedWidth(380)
        self._scroll.setMinimumHeight(480)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addLayout(left, 1)
        columns.addWidget(self._scroll)
        self.body.addLayout(columns, 1)
        self._close.clicked.connect(self.close_sheet)
        self._print.clicked.connect(self._ask_print)
        self._save.clicked.connect(self._ask_save)

    def show_report(
        self, told: DayReport | ZReport, shop: ShopFacts, width: ReceiptWidth, *, again: bool
    ) -> None:
        """Open with a report; a Z report brought back is a duplicate."""
        self._told, self._again = told, again
        text = ReportTold(told, shop)
        roll: ReceiptWidth = "58" if width == "58" else "80"
        self._page.setAccessibleName(text.title)
        self._page.show_pages(report_pages(told, shop, roll, duplicate=again), text.number)
        self._page.fit_width(PAPER_WIDTH)
        self._scroll.verticalScrollBar().setValue(0)
        titles = {"x": self.tr("X report"), "z": self.tr("Z report {number}")}
        title = titles["z"] if text.number else titles["x"]
        self.set_title(title.replace("{number}", text.number))
        self._say(told, shop)
        self._print.set_label(self.tr("Print again") if again else self.tr("Print"))
        self._save.set_label(self.tr("Save as PDF"))
        self._close.set_label(self.tr("Close"))
        if self.isHidden():
            self.open(self._close)

    def say_backup(self, words: str, tone: Tone) -> None:
        """How the backup of the closed day is getting on."""
        self._backup.setText(words)
        self._backup.set_tone(tone)
        self._backup.setVisible(bool(words))

    def _say(self, told: DayReport | ZReport, shop: ShopFacts) -> None:
        report = told.report if isinstance(told, ZReport) else told
        currency = CURRENCIES[told.currency] if isinstance(told, ZReport) else shop.currency
        word, minor, tone = self.tr("Expected in the drawer"), report.cash.expected_minor, None
        if isinstance(told, ZReport) and told.count is not None:
            over = told.over_short_minor
            word = self.tr("Over") if over > 0 else self.tr("Short") if over else ""
            word = word or self.tr("The count agrees")
            minor = abs(over) or told.count.cash_minor
            tone = Tone.SUCCESS if not over else Tone.WARNING if over > 0 else Tone.DANGER
        self._big_word.setText(word)
        self._big.setText(money(minor, currency))
        self._big.set_tone(tone or Tone.NORMAL)
        revenue = money(report.revenue_minor, currency)
        self._revenue.setText(self.tr("Revenue {amount}").replace("{amount}", revenue))
        sales = self.tr("{count} sales").replace("{count}", f"{report.sales.count:,}")
        period = f"{report.opened_at:%Y-%m-%d %H:%M} – {report.until:%H:%M}"
        self._facts.setText(f"{sales} · {period}")
        self.say_backup("", Tone.MUTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P prints, S saves, Enter closes, the arrows move the paper."""
        key, bar = event.key(), self._scroll.verticalScrollBar()
        moves = {Qt.Key.Key_Down: _SCROLLED_BY, Qt.Key.Key_Up: -_SCROLLED_BY}
        pages = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if key == Qt.Key.Key_P:
            self._ask_print()
        elif key == Qt.Key.Key_S:
            self._ask_save()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        elif key in moves | pages:
            bar.setValue(bar.value() + (moves | pages)[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _ask_print(self) -> None:
        if self._told is not None:
            self.print_asked.emit(self._told, self._again)

    def _ask_save(self) -> None:
        if self._told is not None:
            self.save_asked.emit(self._told, self._again)
