"""A member's page: header, figures, tabs, and a column of what else is known."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.services.member_types import MemberState
from app.services.rules.money import CURRENCIES, Currency
from app.ui import fonts
from app.ui.members.cards_panel import CardsPanel
from app.ui.members.care_panel import CarePanel
from app.ui.members.details import Details
from app.ui.members.figures import Figures
from app.ui.members.headed import Headed
from app.ui.members.header import MemberHeader
from app.ui.members.holdings_panel import HoldingsPanel
from app.ui.members.past import HistoryTable, PointsTable, WalletTable
from app.ui.members.presenting.page import Page, Past
from app.ui.members.side import MemberSide
from app.ui.shell import Shell
from app.ui.standing_words import points_sum, wallet_sum
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.panels import Card, Divider

WALLET, HOLDINGS, CARDS, CARE = 2, 3, 4, 6
"""Places of the tabs that are not always there, of the cards and of what is looked after."""

NARROW = 1120
"""Below this width the right column would squeeze the tables: the details tell the same."""


class MemberPage(QWidget):
    """Shows one member. Enter takes them to the cashier; the tables open receipts."""

    back_asked = Signal()
    cashier_asked = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._page: Page | None = None
        self._language = "en"
        self.care = CarePanel(shell)
        self._currency: Currency = CURRENCIES["CNY"]
        self.header = MemberHeader()
        self.figures = Figures()
        self.history, self.points = HistoryTable(), PointsTable()
        self.wallet, self.holdings = WalletTable(), HoldingsPanel()
        self.adjust = SecondaryButton("", icon="coins", height=Height.BACK_OFFICE)
        self.statement = SecondaryButton("", icon="file-down", height=Height.BACK_OFFICE)
        self.pay_out = SecondaryButton("", icon="hand-coins", height=Height.BACK_OFFICE)
        self._points_panel = Headed(self.points, (self.adjust, self.statement))
        self._wallet_panel = Headed(self.wallet, (self.pay_out,))
        self.cards, self.details = CardsPanel(), Details()
        self.side = MemberSide(shell)
        self.side.place.told.connect(self.details.show_place)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFont(fonts.font(fonts.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.tabs.currentChanged.connect(self._panels.setCurrentIndex)
        shell.keys.bind(self, "next_tab", partial(self._turn, 1))
        shell.keys.bind(self, "tab_before", partial(self._turn, -1))
        self.header.back_asked.connect(self.back_asked)
        self.header.cashier_asked.connect(self.cashier_asked)
        self.details.edit_asked.connect(self.header.edit_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        across = QHBoxLayout()
        across.setSpacing(Space.M)
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.figures)
        left.addWidget(self._tab_card(), 1)
        across.addLayout(left, 1)
        across.addWidget(self.side)
        column.addLayout(across, 1)

    def _tab_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 8)
        card.body.setSpacing(0)
        self._panels = QStackedWidget()
        for panel in (
            self.history,
            self._points_panel,
            self._wallet_panel,
            self.holdings,
            self.cards,
            self.details,
            self.care,
        ):
            self.tabs.addTab("")
            self._panels.addWidget(panel)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XXS, 4, Space.XXS, 0)
        row.addWidget(self.tabs, 1)
        card.body.addLayout(row)
        card.body.addWidget(Divider())
        card.body.addWidget(self._panels, 1)
        return card

    def use(self, currency: Currency, today: date) -> None:
        """Show amounts in `currency`; `today` is the shop's business day."""
        self._currency = currency
        self.wallet.use(currency, today)
        self.history.use(currency, today)
        self.points.use(currency, today)

    def shown(self) -> Page | None:
        """What is shown."""
        return self._page

    def show_page(self, page: Page, language: str) -> None:
        """Show a member; another one is shown from the first tab."""
        other = self._page is None or self._page.member.member_id != page.member.member_id
        self._page, self._language = page, language
        self.use(self._currency, page.today)
        if other:
            self.tabs.setCurrentIndex(0)
        self.header.show_page(page, language)
        self.figures.show_page(page, self._currency, language)
        self.tabs.setTabVisible(WALLET, page.has_wallet)
        self.tabs.setTabVisible(HOLDINGS, page.has_benefits)
        self.wallet.show_past(page.wallet, from_the_top=other)
        self.holdings.show_page(page, language, self._currency)
        self._say_sums(page)
        self.history.show_past(page.history, from_the_top=other)
        self.points.show_past(page.points, from_the_top=other)
        self.cards.show_page(page)
        self.details.show_page(page)
        self.care.show_page(page)
        self.side.show_page(page, self._currency)
        self.setAccessibleName(page.name)

    def show_history(self, past: Past) -> None:
        """Show a longer stretch of what happened."""
        self.history.show_past(past)

    def show_points(self, past: Past) -> None:
        """Show a longer stretch of the points."""
        self.points.show_past(past)

    def show_wallet(self, past: Past) -> None:
        """Show a longer stretch of the stored value."""
        self.wallet.show_past(past)

    def _say_sums(self, page: Page) -> None:
        """What stands above the tables of points and stored value."""
        self._points_panel.words.setText(points_sum(page.standing.points))
        wallet = page.standing.wallet
        self._wallet_panel.words.setText(wallet_sum(wallet, self._currency))
        self.pay_out.setEnabled(wallet.total_minor > 0)
        self.adjust.setEnabled(page.member.state is MemberState.ACTIVE)

    def minimumSizeHint(self) -> QSize:
        """What the narrow page needs: the column at the side gives way first."""
        hint = super().minimumSizeHint()
        side = 0 if self.side.isHidden() else self.side.width()
        return QSize(max(0, hint.width() - side), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a narrow window has no room for."""
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        self.side.setVisible(wide)
        self.header.be_narrow(not wide)
        # The open tab of cards saves one as well.
        offered = self._page is not None and self._page.scheme.wallet is not None
        self.header.save.setVisible(wide and not offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cashier, Down into the open tab, Left and Right between tabs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._page is not None and self._page.member.state is not MemberState.ARCHIVED:
                self.cashier_asked.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._into_tab()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        """The tab beside the one in front, round the ends of the row."""
        shown = [at for at in range(self.tabs.count()) if self.tabs.isTabVisible(at)]
        at = shown.index(self.tabs.currentIndex())
        self.tabs.setCurrentIndex(shown[(at + step) % len(shown)])

    def _into_tab(self) -> None:
        tables = {
            0: self.history.table,
            1: self.points.table,
            WALLET: self.wallet.table,
            CARDS: self.cards.table,
        }
        table = tables.get(self.tabs.currentIndex())
        if self.tabs.currentIndex() == HOLDINGS:
            self.holdings.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.tabs.currentIndex() == CARE:
            self.care.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif table is None:
            self.details.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if table is not None and table.paged.rowCount():
            table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not table.currentIndex().isValid():
                table.choose(0)

    def retranslate(self) -> None:
        """Say everything again."""
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        for at, text in enumerate(
            (
                self.tr("History"),
                self.tr("Points"),
                self.tr("Stored value"),
                self.tr("Coupons & passes"),
                self.tr("Cards"),
                self.tr("Details & consent"),
                self.tr("Care"),
            )
        ):
            # A lone "&" would be read as a shortcut and vanish.
            self.tabs.setTabText(at, text.replace("&", "&&"))
        self.header.retranslate()
        self.history.retranslate()
        self.points.retranslate()
        self.wallet.retranslate()
        self.holdings.retranslate()
        self.adjust.set_label(self.tr("Adjust points"))
        self.statement.set_label(self.tr("Statement as PDF"))
        self.pay_out.set_label(self.tr("Pay out"))
        self.cards.retranslate()
        self.details.retranslate()
        self.care.retranslate()
        if self._page is not None:
            self.figures.show_page(self._page, self._currency, self._language)
            self._say_sums(self._page)
            self.side.show_page(self._page, self._currency)
        self.setAccessibleName(self.tr("Member") if self._page is None else self._page.name)
