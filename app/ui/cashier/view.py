"""The cashier's screen: what the presenter asks for, made of widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import CURRENCIES, Currency, money
from app.services.rules.refund import GoodsBack
from app.ui.cashier.asks import CashierAsks
from app.ui.cashier.cart_list import CartList
from app.ui.cashier.customer import show_cart
from app.ui.cashier.goods import Goods
from app.ui.cashier.laid_list import LaidList
from app.ui.cashier.member_panel import MemberPanel, offered_by
from app.ui.cashier.presenting.laid import laid_on
from app.ui.cashier.promised import Promised
from app.ui.cashier.shelf import Shelf
from app.ui.cashier.slots import slots_of
from app.ui.cashier.totals import Totals
from app.ui.cashier.words import cart_row, suggestion, told_words
from app.ui.picture_scan import scan_picture
from app.ui.screen import Screen
from app.ui.shell import AtCounter, Shell, Shop
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.panels import Banner, Divider, EmptyState, Surface

if TYPE_CHECKING:
    from app.errors import NeedsApproval
    from app.services.desk import Approval
    from app.services.rules.receipt import Receipt
    from app.ui.cashier.hinted import CashierHints
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.charge import Charged
    from app.ui.cashier.presenting.state import CashierState, Offer
    from app.ui.cashier.presenting.told import Told
    from app.ui.cashier.sheets import CashierSheets

RIGHT_WIDTH = 424
LOW = 680


class CashierScreen(Screen, CashierAsks):
    """The till: omnibox and tiles on the left, member, cart and Pay on the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: CashierPresenter | None = None
        self._sheets: CashierSheets | None = None
        self._hints: CashierHints | None = None
        self._currency: Currency = CURRENCIES["CNY"]
        self._slots: dict[str, Callable[[], None]] = {}
        self._goods = Goods(shell, self._goods_changed)
        self.omnibox = Omnibox(name="")
        self.recall = SecondaryButton("", height=Height.CASHIER)
        self.promised = Promised(shell)
        self.shelf = Shelf()
        self.pills, self.tiles = self.shelf.pills, self.shelf.tiles
        self.member = MemberPanel()
        self.cart = CartList()
        self.laid = LaidList()
        self.goods_back = Banner("", icon="undo-2")
        self.goods_back.hide()
        self.barred = Banner("", tone=Tone.DANGER, closable=False)
        self.barred.hide()
        self.totals = Totals()
        self._no_lines = EmptyState("scan-barcode", "")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(self._left(), 1)
        across.addWidget(Divider(vertical=True))
        across.addWidget(self._right())
        self.setFocusProxy(self.omnibox)
        shell.keys.changed.connect(self.retranslate)

    # --- the layout -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its room for the cart."""
        super().resizeEvent(event)
        low = self.height() < LOW
        for part in (self.member, self.cart, self.totals):
            part.be_low(low)
        self.promised.be_narrow(self.width() < 1200)

    def _load_tiles(self) -> None:
        self.shell.tasks.run(
            self.shell.shop.products.tiles,
            lambda tiles: self.shelf.show_tiles(tiles, self._currency),
        )
        self._goods.load()
        self.promised.load()

    def _goods_changed(self) -> None:
        """What is on hand, or who is there, is not as it was."""
        self.tiles.show_levels(self._goods.levels)
        if self._presenter is not None:
            self.show_state(self._presenter.state)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        left.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.omnibox, 1)
        top.addWidget(self.promised)
        top.addWidget(self.recall)
        left.addLayout(top)
        left.addWidget(self.shelf, 1)
        return left

    def _right(self) -> QWidget:
        right = Surface()
        right.setFixedWidth(RIGHT_WIDTH)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = QStackedWidget()
        self._lines.addWidget(self._no_lines)
        self._lines.addWidget(self.cart)
        column.addWidget(self.member)
        column.addWidget(self._lines, 1)
        column.addWidget(self.laid)
        column.addWidget(self.goods_back)
        column.addWidget(self.barred)
        column.addWidget(self.totals)
        return right

    # --- the window's calls -----------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """Start the till."""
        from app.ui.cashier.hinted import CashierHints
        from app.ui.cashier.presenter import CashierPresenter
        from app.ui.cashier.sheets import CashierSheets

        self._currency = shop.desk.settings.money
        self._presenter = CashierPresenter(self, shop, self.shell.tasks)
        self._sheets = CashierSheets(self.shell, self._presenter, self._currency)
        self._hints = CashierHints(self, self._presenter)
        self._wire(self._presenter)
        self.retranslate()
        self._presenter.start()
        self._load_tiles()
        if self.omnibox.text():
            self._presenter.finder.typed(self.omnibox.text())

    def asked(self, request: object) -> None:
        """A member's page sends its member here."""
        if self._presenter is None:
            return
        if isinstance(request, UUID):
            self._presenter.attach(request)
        elif isinstance(request, AtCounter):
            self._presenter.attach(request.member_id)
            self._presenter.charging.open_for(request)
        elif isinstance(request, GoodsBack):
            self._presenter.exchange(request)
        elif isinstance(request, str):
            self._presenter.finder.scan(request)

    def scanned(self, code: str) -> bool:
        """A code from the scanner."""
        if self._presenter is None:
            return False
        self.omnibox.close_list()
        self._presenter.finder.scan(code)
        return True

    def shop_changed(self, topic: str) -> None:
        """Products, members or settings changed elsewhere: show them as they are now."""
        if self._presenter is None:
            return
        self._currency = self.shell.shop.desk.settings.money
        if topic in ("products", "settings"):
            self._load_tiles()
        elif topic in ("stock", "sales", "staff"):
            self._goods.load()
        elif topic == "care":
            self.promised.load()
        self._presenter.refresh()

    def closing(self) -> None:
        """An open cart is held: the next start can recall it."""
        if self._presenter is not None and not self._presenter.is_empty:
            self._presenter.parking.hold(self._presenter.state.basket.label)

    def typed_ahead(self, text: str) -> None:
        """What was typed before the shop was open."""
        self.omnibox.set_text(text)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.omnibox.set_name(self.tr("Scan or search"))
        self.omnibox.set_placeholder(self.tr("Scan or type phone, name, product"))
        hint = self.shell.keys.hint
        named = (("member", self.tr("Member")), ("products", self.tr("Products")))
        self.omnibox.set_hints([f"{hint(action)} {name}" for action, name in named])
        self.cart.setAccessibleName(self.tr("Cart"))
        self._no_lines.say(self.tr("Scan or tap a product to start a sale"))
        self.omnibox.pass_on(self.shell.keys.signs())
        self.recall.set_hint(hint("recall"))
        self.totals.retranslate(hint)
        self.member.retranslate(hint)
        self.shelf.retranslate(hint("open_item"))
        self.recall.set_label(self.tr("Recall"))
        self.promised.say()
        if self._presenter is not None:
            self.show_state(self._presenter.state)

    # --- keys -------------------------------------------------------------------------

    def _wire(self, presenter: CashierPresenter) -> None:
        sheets = self._sheets
        assert sheets is not None
        sheets.receipt_sheet.type_on_in(self.omnibox)
        self.omnibox.edited.connect(presenter.finder.typed)
        self.omnibox.submitted.connect(self._submitted)
        self.omnibox.chosen.connect(self._chosen)
        self.omnibox.picture_pasted.connect(
            lambda image: scan_picture(self.shell, image, self.scanned)
        )
        self.tiles.chosen.connect(lambda tile: presenter.add_item(tile.item))
        self.cart.selected.connect(presenter.select)
        self.cart.opened.connect(sheets.ask_quantity)
        self.member.taken_off.connect(presenter.detach)
        self.member.benefits_asked.connect(presenter.benefits.open)
        self.laid.dropped.connect(presenter.benefits.drop)
        self.member.top_up_asked.connect(presenter.charging.open)
        self.totals.pay.clicked.connect(presenter.pay)
        self.goods_back.closed.connect(lambda: presenter.exchange(None))
        self.totals.hold.clicked.connect(presenter.parking.ask_hold)
        self.totals.points.clicked.connect(presenter.toggle_points)
        self.totals.discount.clicked.connect(lambda: sheets.ask_discount(whole=True))
        self.totals.why_asked.connect(sheets.explain)
        self.recall.clicked.connect(presenter.parking.open_held)
        self._slots = slots_of(presenter, sheets) | {
            "member": self._go_to_member,
            "products": lambda: self.tiles.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "find": self.omnibox.setFocus,
            "served_by": lambda: self._goods.ask_served(presenter),
        }
        for action, slot in self._slots.items():
            self.shell.keys.bind(self, action, slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs that the empty omnibox passes on, and the arrows over the cart."""
        presenter = self._presenter
        if presenter is None:
            super().keyPressEvent(event)
            return
        slot = self._slots.get(self.shell.keys.action(event) or "")
        if slot is not None:
            slot()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            presenter.finder.submitted("")
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            presenter.move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape(presenter)
        elif event.text().isprintable() and event.text() and not self.omnibox.has_focus():
            self.omnibox.type(event)
        else:
            super().keyPressEvent(event)

    def _escape(self, presenter: CashierPresenter) -> None:
        """Back, one step: the text, then the focus, then the member of an empty cart."""
        if self.omnibox.text():
            self.omnibox.clear()
        elif not self.omnibox.line_edit().hasFocus():
            self.omnibox.setFocus()
        elif presenter.is_empty:
            presenter.detach()

    def _go_to_member(self) -> None:
        presenter = self._presenter
        if presenter is not None and presenter.strip is not None:
            self.shell.go("members", presenter.strip.member_id)
        else:
            self.omnibox.setFocus()

    def _submitted(self, text: str) -> None:
        self.omnibox.clear()
        if self._presenter is not None:
            self._presenter.finder.submitted(text)

    def _chosen(self, offer: Offer) -> None:
        self.omnibox.clear()
        if self._presenter is not None:
            self._presenter.finder.choose(offer)

    # --- CashierView --------------------------------------------------------------------

    def show_state(self, state: CashierState) -> None:
        """Show the basket."""
        show_cart(self.shell, state, self._currency)
        basket = state.basket
        self._show_lines(state)
        self.member.show_member(
            basket.held,
            offered_by(self.shell.shop.desk.scheme),
            self._currency,
            self.shell.language,
        )
        if self._hints is not None:
            self._hints.follow(state)
        self.totals.show_state(state, self._currency)
        self._show_goods_back(basket.goods_back)
        words = self.tr("Recall {count}") if state.held else self.tr("Recall")
        self.recall.set_label(words.replace("{count}", str(state.held)))

    def _show_goods_back(self, goods: GoodsBack | None) -> None:
        self.goods_back.setVisible(goods is not None)
        if goods is not None:
            words = self.tr("Goods of {number} come back: {amount}")
            amount = money(goods.money_minor, self._currency)
            self.goods_back.say(words.replace("{number}", goods.number).replace("{amount}", amount))

    def _show_lines(self, state: CashierState) -> None:
        language = self.shell.language
        goods, cart = self._goods, state.basket.cart
        rows = [
            cart_row(
                line, self._currency, language,
                served=goods.served(line.line), warning=goods.warning(line.line, cart),
            )
            for line in state.quote.lines
        ]  # fmt: skip
        laid = laid_on(state.basket.cart, state.quote, self.shell.shop.desk.scheme)
        self.laid.show_laid(laid, self._currency, language)
        barred = state.quote.barred
        if barred is not None and rows:
            self.barred.say(reason_text(barred, language, self._currency))
        self.barred.setVisible(barred is not None and bool(rows))
        self._lines.setCurrentIndex(1 if rows else 0)
        self.cart.show_rows(rows, state.basket.current)

    def show_offers(self, text: str, offers: tuple[Offer, ...]) -> None:
        """List what was found for the text."""
        self.omnibox.suggest(text.strip(), [suggestion(offer, self._currency) for offer in offers])

    def tell(self, told: Told) -> None:
        """Say what happened."""
        self.shell.forget_error()
        words = told_words(told, self._currency, self.shell.keys.hint("recall"))
        undo = self._presenter.undo if told.can_undo and self._presenter is not None else None
        self.shell.toast(words, undo)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        if self._sheets is None or not self._sheets.refuse(error):
            self.shell.show_error(error)

    def scanned_tone(self, good: bool) -> None:
        """The tone of a scan; a good one takes the refusal before it away."""
        self.shell.sound(good)
        if good:
            self.shell.forget_error()

    def ask_approval(self, needs: NeedsApproval, then: Callable[[Approval], None]) -> None:
        """Say that a manager must agree."""
        self.refuse(needs)

    def open_receipt(self, receipt: Receipt, *, just_sold: bool) -> None:
        """Show a receipt; what is typed after a sale belongs to the next one."""
        if self._sheets is not None:
            if just_sold:
                self._sheets.pay_sheet.close_sheet()
                self.omnibox.setFocus()
            self._sheets.show_receipt(receipt, just_sold=just_sold)

    def charged(self, done: Charged) -> None:
        """Money was taken outside a sale: show its receipt, and tell other screens."""
        self.shell.tell_changed("members", self)
        if self._sheets is not None:
            self._sheets.value.show_charged(done)

    def undone_reason(self) -> str:
        """What a ledger says of a use taken back at once."""
        return self.tr("taken back at the till")

    def sold(self, receipt: Receipt) -> None:
        """A sale is durable."""
        self.shell.tell_changed("sales", self)
        self._goods.load()
        if self._sheets is not None:
            self._sheets.print_if_wanted(receipt)
