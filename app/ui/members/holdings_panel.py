"""Plan, passes, benefits, coupons, partner cards and badges of a member, each with its button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.rules.money import CURRENCIES, Currency
from app.ui import fonts
from app.ui.members.headed import Headed
from app.ui.members.holding_words import HOLDING_ICONS, HoldingWords
from app.ui.members.presenting.holdings import Holding, holdings
from app.ui.members.presenting.page import Page
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, EmptyState, Icon, Surface

ROW_HEIGHT = 52


class HoldingsPanel(QWidget):
    """Sections under each other; what can be issued or sold stands above them."""

    acted = Signal(object)
    """The Holding whose button was pressed."""
    issue_asked = Signal()
    sale_asked = Signal(str)
    """ "pass" or "plan": it is paid for at the cashier."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._language = "en"
        self._currency = CURRENCIES["CNY"]
        self.buttons: dict[tuple[str, str], SecondaryButton] = {}
        self.issue = SecondaryButton("", icon="ticket", height=Height.BACK_OFFICE)
        self.sell = SecondaryButton("", icon="id-card", height=Height.BACK_OFFICE)
        self.plan = SecondaryButton("", icon="star", height=Height.BACK_OFFICE)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState("ticket", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._empty)
        self._head = Headed(self._stack, (self.issue, self.sell, self.plan))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        self.issue.clicked.connect(self.issue_asked)
        self.sell.clicked.connect(lambda: self.sale_asked.emit("pass"))
        self.plan.clicked.connect(lambda: self.sale_asked.emit("plan"))

    def show_page(self, page: Page, language: str, currency: Currency | None = None) -> None:
        """Show what a member has."""
        self._page, self._language = page, language
        self._currency = currency or self._currency
        at = self.area.verticalScrollBar().value()
        words = HoldingWords(language, self._currency)
        found = holdings(page)
        for button, offered in (
            (self.issue, page.scheme.coupons),
            (self.sell, page.scheme.passes),
            (self.plan, page.scheme.plans),
        ):
            button.setVisible(bool(offered))
        self._head.words.setText(words.summary(page))
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.M, 0, Space.M, Space.S)
        column.setSpacing(0)
        self.buttons = {}
        for kind, rows in found:
            column.addSpacing(Space.S)
            column.addWidget(
                Label(words.section(kind), size=fonts.CAPTION, strong=True, tone=Tone.MUTED)
            )
            for row in rows:
                column.addWidget(self._row(row, words))
                column.addWidget(Divider())
        column.addStretch(1)
        self.area.setWidget(inner)
        self.area.verticalScrollBar().setValue(at)
        self._stack.setCurrentIndex(0 if found else 1)

    def _row(self, row: Holding, words: HoldingWords) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(ROW_HEIGHT)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        across.addWidget(Icon(HOLDING_ICONS[row.kind], tone=Tone.MUTED))
        name = words.name(row)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(ElidedLabel(name))
        remark = words.remark(row)
        if remark:
            texts.addWidget(ElidedLabel(remark, size=fonts.CAPTION, tone=Tone.MUTED))
        texts.addStretch(1)
        across.addLayout(texts, 1)
        if row.left is not None:
            across.addWidget(Label(words.left(row), strong=True))
        state, tone = words.state(row)
        if state:
            across.addWidget(Chip(state, tone=tone))
        if row.also:
            across.addWidget(self._button(replace(row, can=row.also), words))
        if row.can:
            button = self._button(row, words)
            across.addWidget(button)
            self.buttons[row.kind, row.id] = button
        return holder

    def _button(self, row: Holding, words: HoldingWords) -> SecondaryButton:
        """What a press of it tells is in `can`."""
        button = SecondaryButton(words.action(row.can), height=Height.BACK_OFFICE)
        button.setAccessibleName(f"{words.action(row.can)}: {words.name(row)}")
        button.setFixedWidth(max(96, button.sizeHint().width()))
        button.clicked.connect(self._acting(row))
        return button

    def _acting(self, row: Holding) -> Callable[[], None]:
        return lambda: self.acted.emit(row)

    def retranslate(self) -> None:
        """Say everything again."""
        self.issue.set_label(self.tr("Issue a coupon"))
        self.sell.set_label(self.tr("Sell a pass"))
        self.plan.set_label(self.tr("Paid plan"))
        self.area.setAccessibleName(self.tr("Coupons, passes and benefits"))
        self._empty.say(self.tr("Nothing yet. Issue a coupon or sell a pass above."))
        if self._page is not None:
            self.show_page(self._page, self._language)
