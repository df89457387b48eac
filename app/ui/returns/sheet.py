"""The sheet that takes goods back: find, choose, look at every consequence, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.services.rules.money import Currency, money
from app.ui.receipts import slip_pages
from app.ui.returns.done_page import DonePage
from app.ui.returns.pages import ChoosePage, FindPage, PreviewPage
from app.ui.returns.presenting.state import ReturnDesk, Step
from app.ui.returns.words import money_lines, offer_rows, pieces_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from app.services.lookup import Suggestions
    from app.services.rules.refund import RefundDone
    from app.services.sale_finding import Find
    from app.services.sale_list import SaleRow
    from app.ui.returns.presenter import ReturnPresenter
    from app.ui.shell import Shell

WIDTH, HEIGHT = 940, 660
LONE_MS = 10
_ICONS = {
    "receipt": "receipt-text",
    "member": "user",
    "product": "package",
    "amount": "banknote",
    "line": "search",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReturnSheet(Sheet):
    """One for the life of the window; `ReturnPresenter` says what it shows."""

    print_asked = Signal(object)
    save_asked = Signal(object)
    """The RefundDone."""
    code_scanned = Signal(str)
    """A code scanned after it was done: the next thing."""
    exchange_asked = Signal(object)
    """The GoodsBack that others are taken for."""
    came_back = Signal(object)
    """The RefundDone, durable."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent(), width=WIDTH)
        self._shell = shell
        self._presenter: ReturnPresenter | None = None
        self._currency: Currency = shell.shop.desk.settings.money
        self._step: Step | None = None
        self.sales, self.choose = FindPage(), ChoosePage()
        self.look, self.over = PreviewPage(), DonePage()
        self._pages = {
            Step.FIND: self.sales,
            Step.CHOOSE: self.choose,
            Step.OPEN: self.choose,
            Step.PREVIEW: self.look,
            Step.DONE: self.over,
        }
        # A scanner types letters too: an A counts once no other key came right behind it.
        self._lone = QTimer(self)
        self._lone.setSingleShot(True)
        self._lone.timeout.connect(self._everything)
        self._steps = {
            Step.FIND: self._finding,
            Step.CHOOSE: self._choosing,
            Step.OPEN: self._opening,
            Step.PREVIEW: self._looking,
            Step.DONE: self._over,
        }
        self._stack = QStackedWidget()
        for page in (self.sales, self.choose, self.look, self.over):
            self._stack.addWidget(page)
        self._refused = Label("", tone=Tone.DANGER, wrap=True)
        self._count = Label("", tone=Tone.MUTED)
        self.all = SecondaryButton("", hint="A", height=Height.PAY)
        self.done = PrimaryButton("", hint="Enter", height=Height.PAY)
        self.done.setMinimumWidth(280)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._refused)
        self.set_panel_size(WIDTH, HEIGHT)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(Space.S)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.all)
        foot.addWidget(self.done)
        self.body.addWidget(self._foot)

    def use(self, presenter: ReturnPresenter) -> None:
        """Tell this presenter what happens here."""
        self._presenter = presenter
        self.sales.search.edited.connect(presenter.typed)
        self.sales.search.submitted.connect(self._submitted)
        self.sales.search.chosen.connect(self._take)
        self.sales.table.opened.connect(self._choose_sale)
        self.sales.without.clicked.connect(presenter.without_receipt)
        self.choose.search.edited.connect(presenter.open_typed)
        self.choose.search.submitted.connect(self._add_open)
        self.choose.search.chosen.connect(presenter.take_open)
        self.choose.named.dropped.connect(lambda: presenter.name_member(None))
        self.choose.table.opened.connect(lambda _at: presenter.preview())
        self.choose.table.current_changed.connect(self._moved)
        self.look.cash.clicked.connect(presenter.turn_cash)
        self.look.exchange.clicked.connect(self._exchange)
        self.look.reason_typed.connect(presenter.say_reason)
        self.look.restocked.connect(presenter.turn_restock)
        self.over.print.clicked.connect(lambda: self.print_asked.emit(presenter.desk.done))
        self.over.save.clicked.connect(lambda: self.save_asked.emit(presenter.desk.done))
        self.all.clicked.connect(presenter.everything)
        self.done.clicked.connect(self.accept)

    def start(self, receipt: str = "", *, voids: bool = False, last: bool = False) -> None:
        """Open for a sale, for this till's last one, or to look for one."""
        assert self._presenter is not None
        self._currency = self._shell.shop.desk.settings.money
        self._step = None
        self.say_error("")
        self.sales.search.clear()
        self.sales.say(self._currency, self._shell.keys.hint("new"))
        self.set_title(self.tr("Void") if voids else self.tr("Return"))
        self.open(self.done)
        if last:
            self._presenter.start_void_of_last()
        else:
            self._presenter.start(receipt, voids=voids)

    # --- ReturnView -------------------------------------------------------------------

    def show_desk(self, desk: ReturnDesk) -> None:
        """Show where the return stands."""
        turned, self._step = desk.step is not self._step, desk.step
        self.say_error("")
        self._say_title(desk)
        if desk.step in (Step.CHOOSE, Step.OPEN) and (desk.sale is not None or not desk.voids):
            self.choose.show_desk(desk, self._currency)
        elif desk.step is Step.PREVIEW:
            self.look.show_desk(desk, self._currency, self._shell.language)
        self._stack.setCurrentWidget(self._pages[desk.step])
        self._say_foot(desk)
        if turned:
            self._enter(desk)

    def _say_title(self, desk: ReturnDesk) -> None:
        title = self.tr("Return")
        if desk.voids:
            title = self.tr("Void")
        elif desk.step is Step.OPEN or (desk.sale is None and desk.step is not Step.FIND):
            title = self.tr("Return without a receipt")
        told = ""
        if desk.sale is not None:
            receipt = desk.sale.receipt
            parts = [receipt.number, f"{receipt.sold_at:%Y-%m-%d %H:%M}"]
            if receipt.member is not None:
                parts.append(receipt.member.name or receipt.member.number)
            parts.append(money(receipt.total_minor, self._currency))
            told = " · ".join(parts)
        self.set_title(title, told)

    def _say_foot(self, desk: ReturnDesk) -> None:
        choosing = desk.step in (Step.CHOOSE, Step.OPEN)
        self._count.setText(pieces_words(desk) if choosing and desk.anything else "")
        self.all.setVisible(desk.step is Step.CHOOSE)
        self.all.set_label(self.tr("Everything"))
        self._foot.setVisible(desk.step is not Step.FIND)
        self.done.setEnabled(desk.anything or desk.voids or desk.step is Step.DONE)
        label = self.tr("Look at what follows")
        if desk.step is Step.PREVIEW and desk.preview is not None:
            void, back = self.tr("Void, give back {amount}"), self.tr("Give back {amount}")
            words = void if desk.voids else back
            label = words.replace("{amount}", money(desk.preview.total_minor, self._currency))
        elif desk.step is Step.DONE:
            label = self.tr("Done")
        self.done.set_label(label)

    def _enter(self, desk: ReturnDesk) -> None:
        if desk.step is Step.FIND:
            self.sales.search.setFocus()
        elif desk.step is Step.OPEN:
            self.choose.search.clear()
            self.choose.search.setFocus()
        elif desk.step is Step.CHOOSE:
            self.choose.table.setFocus()
        else:
            self.done.setFocus()

    def show_finds(self, text: str, finds: tuple[Find, ...]) -> None:
        """List what a text may mean."""
        rows = [
            Suggestion(self._find_words(find), find.detail, icon=_ICONS[find.kind], value=find)
            for find in finds
        ]
        self.sales.search.suggest(text.strip(), rows)

    def _find_words(self, find: Find) -> str:
        if find.kind == "receipt":
            return self.tr("Receipt {number}").replace("{number}", find.text)
        if find.kind == "amount":
            amount = money(find.value, self._currency)
            return self.tr("Total of {amount}").replace("{amount}", amount)
        if find.kind == "line":
            return self.tr("Sold as “{text}”").replace("{text}", find.text)
        return find.text

    def show_sales(self, sales: tuple[SaleRow, ...]) -> None:
        """Show the sales that may be meant."""
        self.sales.show_sales(sales)

    def show_offers(self, text: str, found: Suggestions) -> None:
        """List the members and goods a text may mean."""
        self.choose.search.suggest(text.strip(), offer_rows(found, self._currency))

    def refuse(self, error: Exception) -> None:
        """Say why not; the sheet stays. A drawer that is not open yet is asked about at once."""
        if self._presenter is not None and self._shell.drawer.is_wanted_by(error):
            self._shell.drawer.open_first(self._presenter.confirm)
            return
        self.say_error(self._shell.sentence(error))

    def say_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def error(self) -> str:
        """What is wrong, "" where nothing is."""
        return "" if self._refused.isHidden() else self._refused.text()

    def scanned_tone(self, good: bool) -> None:
        """Sound the tone of a scan."""
        self._shell.sound(good)

    def returned(self, done: RefundDone) -> None:
        """It is durable."""
        told = money_lines(done.tenders, self._currency, self._shell.language)
        self.over.show_done(done, slip_pages(self._shell, done), self._currency, told)
        self.came_back.emit(done)

    def show_over(self, done: RefundDone) -> None:
        """Show a return that was done elsewhere: what is handed out, and its slip."""
        assert self._presenter is not None
        self._step = None
        self.say_error("")
        self.open(self.done)
        self._presenter.was_done(done)

    # --- keys and scans -----------------------------------------------------------------

    def scanned(self, code: str) -> bool:
        """Goods or a receipt; after it is done, the next thing."""
        presenter = self._presenter
        self._lone.stop()
        if presenter is None:
            return False
        if presenter.desk.step is Step.DONE:
            self.close_sheet()
            self.code_scanned.emit(code)
            return True
        if presenter.desk.step is Step.PREVIEW:
            return False
        presenter.scan(code)
        return True

    def accept(self) -> None:
        """What Enter does now."""
        presenter = self._presenter
        if presenter is None:
            return
        step = presenter.desk.step
        if step in (Step.CHOOSE, Step.OPEN):
            presenter.preview()
        elif step is Step.PREVIEW:
            presenter.confirm()
        elif step is Step.DONE:
            self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back, Enter on; letters and digits as the step wants them."""
        presenter = self._presenter
        if presenter is None:
            return
        key = event.key()
        pressed_before = self._lone.isActive()
        self._lone.stop()
        if pressed_before and key in _ENTER:
            self._everything()  # no scanner: its Enter does not come here
        elif key == Qt.Key.Key_Escape:
            if not presenter.back():
                self.close_sheet()
        elif key in _ENTER and presenter.desk.step is not Step.FIND:
            self.accept()
        else:
            self._steps[presenter.desk.step](event, presenter)
        event.accept()

    def _finding(self, event: QKeyEvent, presenter: ReturnPresenter) -> None:
        if self._shell.keys.action(event) == "new":
            presenter.without_receipt()
        elif event.key() in (*_ENTER, Qt.Key.Key_Down) and self.sales.table.paged.rowCount():
            self.sales.table.enter()

    def _opening(self, event: QKeyEvent, presenter: ReturnPresenter) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.text() in ("+", "-"):
            presenter.change(presenter.desk.step_current(1 if event.text() == "+" else -1))
        elif event.key() in steps:
            presenter.change(presenter.desk.move(steps[Qt.Key(event.key())]))

    def _looking(self, event: QKeyEvent, presenter: ReturnPresenter) -> None:
        if event.text().lower() == "c":
            presenter.turn_cash()
        elif event.text().lower() == "e":
            self._exchange()

    def _exchange(self) -> None:
        goods = None if self._presenter is None else self._presenter.goods_back()
        if goods is not None:
            self.close_sheet()
            self.exchange_asked.emit(goods)

    def _over(self, event: QKeyEvent, presenter: ReturnPresenter) -> None:
        wanted = {"p": self.print_asked, "s": self.save_asked}.get(event.text().lower())
        if wanted is not None:
            wanted.emit(presenter.desk.done)

    def _choosing(self, event: QKeyEvent, presenter: ReturnPresenter) -> None:
        key, typed, desk = event.key(), event.text(), presenter.desk
        if typed.lower() == "a":
            self._lone.start(self._shell.config.scanner_gap_ms + LONE_MS)
        elif typed in ("+", "-"):
            presenter.change(desk.step_current(1 if typed == "+" else -1))
        elif key == Qt.Key.Key_Space:
            presenter.change(desk.turn_current())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and desk.lines:
            presenter.change(desk.put(desk.lines[desk.current].position, 0))
        elif typed and (typed.isdigit() or typed == "."):
            presenter.sign(typed)

    def _everything(self) -> None:
        if self._presenter is not None:
            self._presenter.everything()

    def _moved(self, at: int) -> None:
        presenter = self._presenter
        if presenter is not None and at >= 0 and at != presenter.desk.current:
            presenter.change(presenter.desk.move(at - presenter.desk.current))

    def _choose_sale(self, at: int) -> None:
        row = self.sales.table.paged.row(at)
        if row is not None and self._presenter is not None:
            self._presenter.choose_sale(row.number)

    def _submitted(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.submitted(text)

    def _take(self, find: Find) -> None:
        if self._presenter is not None:
            self._presenter.take(find)
            if find.kind != "receipt":
                self.sales.table.setFocus()

    def _add_open(self, text: str) -> None:
        if self._presenter is not None:
            self.choose.search.clear()
            self._presenter.add_open(text)
