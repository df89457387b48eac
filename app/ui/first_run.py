"""The first start: a new shop in four steps, each with an answer ready, or the demo shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.errors import Cancelled, FieldInvalid
from app.services.rules.pins import cleaned_pin
from app.ui import fonts
from app.ui.first_printer import NONE, PrinterStep
from app.ui.first_steps import SIMPLE, FirstStep, OwnerStep, ShopStep, TradeStep
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import ProgressSheet, Sheet
from app.ui.widgets.panels import Divider, Icon

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.ui.main_window import MainWindow
    from app.ui.shell import Shop

WIDTH, HEIGHT = 780, 540
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepLine(QWidget):
    """The steps in a row: those behind, the one in front, those to come."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._marks = [Icon("circle-check", size=16, tone=Tone.SUCCESS) for _ in range(count)]
        self._words = [Label("", size=fonts.BODY) for _ in range(count)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for mark, words in zip(self._marks, self._words, strict=True):
            row.addWidget(mark)
            row.addWidget(words)
            row.addSpacing(Space.M)
        row.addStretch(1)

    def show_steps(self, titles: list[str], at: int) -> None:
        """Say where one is."""
        pairs = zip(self._marks, self._words, strict=True)
        for step, (title, (mark, words)) in enumerate(zip(titles, pairs, strict=True)):
            mark.setVisible(step < at)
            words.setText(title if step < at else f"{step + 1}  {title}")
            words.set_tone(Tone.PRIMARY if step == at else Tone.MUTED)
        self.setAccessibleName(f"{at + 1}/{len(titles)} {titles[at]}")


class FirstRun(Sheet):
    """Enter goes on, Esc back, Ctrl+Enter opens the shop with the rest as it stands."""

    made = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        self._said = False
        super().__init__(window, width=WIDTH)
        self._window = window
        self.shop_step, self.trade_step = ShopStep(window.language), TradeStep()
        self.printer_step, self.owner_step = PrinterStep(window), OwnerStep()
        self.steps: tuple[FirstStep, ...] = (
            self.shop_step,
            self.trade_step,
            self.printer_step,
            self.owner_step,
        )
        self._at = 0
        self._was_asked_for_a_printer = False
        self._line = StepLine(len(self.steps))
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self.demo = SecondaryButton("", icon="store")
        self.back = SecondaryButton("", hint="Esc")
        self.now = SecondaryButton("", hint="Ctrl+Enter")
        self.next = PrimaryButton("", hint="Enter")
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.demo)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.now)
        buttons.addWidget(self.next)
        self.body.addWidget(self._line)
        self.body.addWidget(Divider())
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Divider())
        self.body.addLayout(buttons)
        self.set_panel_size(WIDTH, HEIGHT)
        self.demo.clicked.connect(self._make_demo)
        self.back.clicked.connect(self.go_back)
        self.now.clicked.connect(self.make_shop)
        self.next.clicked.connect(self.go_on)
        self.shop_step.language_chosen.connect(window.language_wanted)
        self.hide_esc()
        self.retranslate()

    def open(self, first: QWidget | None = None) -> None:
        """At the first step."""
        super().open(first or self.shop_step.first_field())
        self._turn(0)

    def close_sheet(self) -> None:
        """Stay: without a shop there is nothing behind it."""
        if self._window.has_shop():
            super().close_sheet()

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self.set_title(self.tr("Welcome to Regulars"))
        for step in self.steps:
            step.say()
        self.demo.set_label(self.tr("Try the demo shop"))
        self.back.set_label(self.tr("Back"))
        self.now.set_label(self.tr("Open the shop, the rest as it is"))
        self._say_step()
        self._said = True

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen in the first step."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._said:
            self.retranslate()

    # --- from step to step ----------------------------------------------------------------

    def go_on(self) -> None:
        """The next step, or the shop."""
        if not self._step_is_good(self._at):
            return
        if self._at == len(self.steps) - 1:
            self.make_shop()
        else:
            self._turn(self._at + 1)

    def go_back(self) -> None:
        """The step before; what was filled in stays."""
        if self._at:
            self._turn(self._at - 1)

    def _turn(self, at: int) -> None:
        self._at = at
        self._stack.setCurrentIndex(at)
        self._say_step()
        step = self.steps[at]
        if step is self.printer_step:
            self.printer_step.entered()
            self._was_asked_for_a_printer = True
        step.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _say_step(self) -> None:
        last = self._at == len(self.steps) - 1
        self._line.show_steps([step.title() for step in self.steps], self._at)
        self.demo.setVisible(self._at == 0)
        self.back.setVisible(self._at > 0)
        self.now.setVisible(not last)
        self.next.set_label(self.tr("Open the shop") if last else self.tr("Next"))

    def _step_is_good(self, at: int) -> bool:
        for row in self.steps[at].rows.values():
            row.show_error("")
        try:
            self.steps[at].check()
        except FieldInvalid as error:
            self._refused(error)
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Ctrl+Enter and Esc; no other key reaches what lies below."""
        if event.key() in _ENTER:
            finish = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if self.next.isEnabled():
                (self.make_shop if finish else self.go_on)()
        elif event.key() == Qt.Key.Key_Escape and self.next.isEnabled():
            self.go_back()
        event.accept()

    # --- the shop ---------------------------------------------------------------------------

    def make_shop(self) -> None:
        """Make the shop with what stands in every step."""
        if not all(self._step_is_good(at) for at in range(len(self.steps))):
            return
        settings = self.shop_step.settings(count_cash=self.owner_step.count.isChecked())
        trade, pin = self.trade_step.trade(), cleaned_pin(self.owner_step.pin.text())
        config = self.printer_step.config(self._window.config)
        self._busy(True)
        doors = self._window.doors

        def work() -> Shop:
            shop: Shop = doors.create_shop(config, settings)
            if pin:
                shop.staff.set_pin(shop.desk.staff.staff_id, pin)
            if trade != SIMPLE:
                shop.schemes.use(shop.schemes.preset(trade))
            return shop

        self._window.tasks.run(work, lambda shop: self._opened(shop, config), self._refused)

    def _make_demo(self) -> None:
        self._busy(True)
        doors, config = self._window.doors, self._window.config
        progress = ProgressSheet(self._window, title=self.tr("Making the demo shop"))
        progress.closed.connect(progress.deleteLater)
        language = self.shop_step.language.currentData()

        def made(shop: Shop) -> None:
            progress.close_sheet()
            self._done(shop)

        def failed(error: Exception) -> None:
            progress.close_sheet()
            self._refused(error)

        job = self._window.tasks.run_long(
            lambda tell, stop: doors.make_demo(config, language, tell, stop),
            made,
            failed,
            progress.progress,
        )
        progress.cancelled.connect(job.cancel)
        progress.open()

    def _opened(self, shop: Shop, config: TillConfig) -> None:
        """Who never came to the step of the printer is told where it is."""
        window = self._window
        if config != window.config:
            window.save_config(config)
        self._done(shop)
        if self.printer_step.chosen() == NONE and not self._was_asked_for_a_printer:
            window.banner(
                self.tr(
                    "Is there a receipt printer? A test page shows what it can do; it may wait."
                ),
                Tone.INFO,
                self.tr("Set up the printer"),
                lambda: window.go("settings", "printer"),
            )

    def _done(self, shop: Shop) -> None:
        self._window.forget_error()
        self._window.shop_made.emit(shop)
        self.close_sheet()
        self.made.emit(shop)

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Cancelled):
            return
        for at, step in enumerate(self.steps):
            if isinstance(error, FieldInvalid) and error.field in step.rows:
                if at != self._at:
                    self._turn(at)
                step.rows[error.field].show_error(self._window.sentence(error))
                step.rows[error.field].field.setFocus()
                return
        self._window.show_error(error)

    def _busy(self, busy: bool) -> None:
        for widget in (self.next, self.now, self.demo, self.back):
            widget.setEnabled(not busy)
