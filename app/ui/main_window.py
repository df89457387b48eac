"""The window: rail, sections, status line, and what lies over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.approving import ApprovingTasks
from app.ui.at_the_till import AtTheTill
from app.ui.banner_room import BannerRoom
from app.ui.devices import Devices
from app.ui.drawer import DrawerDoor
from app.ui.front import LEAST_HEIGHT, LEAST_WIDTH
from app.ui.keys import Keys
from app.ui.rail import Rail, StatusLine
from app.ui.screen import Screen
from app.ui.sections import SECTIONS, Section
from app.ui.shell import DayAtAGlance
from app.ui.tasks import Tasks
from app.ui.wedge import Scan
from app.ui.widgets.labels import Tone
from app.ui.widgets.overlays import Sheet, Toast, sheet_in_front

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.ui.application import Doors
    from app.ui.customer_display import CustomerDisplay
    from app.ui.printing import Printing
    from app.ui.roll_printer import RollPrinter
    from app.ui.shell import Shop


class MainWindow(QWidget):
    """One till. Screens are made when first shown; see `Shell` for what they may ask of it."""

    config_saved = Signal(object)
    language_wanted = Signal(str)
    """The first run speaks another language."""
    shop_made = Signal(object)
    """A shop was made by the first run, and is open."""
    who_changed = Signal()
    """Somebody else is at the till."""

    def __init__(
        self,
        *,
        config: TillConfig,
        tasks: Tasks,
        sentence: Callable[[Exception], str],
        language: Callable[[], str],
        doors: Doors | None = None,
        sections: tuple[Section, ...] = SECTIONS,
    ) -> None:
        super().__init__()
        self._config = config
        self._people = AtTheTill(self)
        self._tasks = ApprovingTasks(tasks, self._people.ask_approval, self._people.approvals)
        self._sentence = sentence
        self._language = language
        self._doors = doors
        self._sections = {section.id: section for section in sections}
        self._keys = Keys(config.keymap, config.rebound_keys)
        self._shop: Shop | None = None
        self._enter_when_open = False
        self._devices = Devices(self)
        self._screens: dict[str, Screen] = {}
        self._lay_out()
        self._bind_keys()
        self.drawer = DrawerDoor(self, self._keys)
        self.retranslate()
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(1366, 768)
        self._current = ""
        self.go(sections[0].id)

    # -- what a screen may ask (Shell) ------------------------------------------------

    @property
    def tasks(self) -> Tasks:
        """The only way to the database; what needs a manager's word asks for it."""
        return self._tasks

    @property
    def keys(self) -> Keys:
        """The key table in force."""
        return self._keys

    @property
    def config(self) -> TillConfig:
        """This till's settings."""
        return self._config

    @property
    def shop(self) -> Shop:
        """The open shop."""
        assert self._shop is not None, "no screen asks before `opened`"
        return self._shop

    @property
    def printing(self) -> Printing:
        """The printers chosen for this till."""
        return self._devices.printing

    @property
    def roll(self) -> RollPrinter:
        """The receipt printer that takes commands."""
        return self._devices.roll

    @property
    def display(self) -> CustomerDisplay:
        """The screen that faces the customer."""
        return self._devices.display

    @property
    def language(self) -> str:
        """The language shown."""
        return self._language()

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self._status

    def overlay_parent(self) -> QWidget:
        """Sheets lie over the whole window."""
        return self

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say something for eight seconds."""
        self._toast.say(text, undo)

    def toast_text(self) -> str:
        """What the toast says, "" where there is none."""
        return self._toast.text()

    def banner(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Say something that stays until it is dealt with."""
        self._banner_room.say(text, tone, action, on_action)

    def banner_text(self) -> str:
        """What the banner says, "" while there is none."""
        return self._banner_room.text()

    def take_banner_away(self, text: str) -> None:
        """What `text` says is dealt with: take it away where it still stands."""
        self._banner_room.take_away(text)

    def sentence(self, error: Exception) -> str:
        """One sentence for a refusal, or the apology for a bug."""
        return self._sentence(error)

    def show_error(self, error: Exception) -> None:
        """Say it in the banner; where the drawer is to be opened first, ask for its float."""
        if self.drawer.is_wanted_by(error):
            self.drawer.open_first()
            return
        self._banner_room.refuse(self._sentence(error))

    def forget_error(self) -> None:
        """Take a refusal away once what came after it worked."""
        self._banner_room.forget_refusal()

    def go(self, section: str, request: object = None) -> None:
        """Show another section."""
        if self.open_sheet() is None:
            self.show_section(section, request)

    def _left_for(self, section: str) -> None:
        """Somebody goes elsewhere: what was refused here says nothing there."""
        if self.open_sheet() is None and section != self._current:
            self.forget_error()
        self.go(section)

    def show_section(self, section: str, request: object = None) -> None:
        """The same whatever lies over it."""
        screen = self._screen(section)
        self._current = section
        self._rail.mark(section)
        barred = self._people.barred(self._sections[section], lambda: self.go(section, request))
        front: QWidget = barred or screen
        self._stack.setCurrentWidget(front)
        self._toast.raise_()
        front.setFocus()
        if self._shop is not None and barred is None:
            screen.activated()
            if request is not None:
                screen.asked(request)

    def save_config(self, config: TillConfig) -> None:
        """Keep other till settings and follow them at once."""
        before, self._config = self._config, config
        self._devices.config_saved(before)
        self._keys.use(config.keymap, config.rebound_keys)
        self._show_hints()
        self.config_saved.emit(config)

    def sound(self, good: bool) -> None:
        """The tone after a scan, unless the till is silent."""
        if self._config.sounds:
            from app.ui.sounds import play

            play(good)

    def tell_changed(self, topic: str, by: Screen | None = None) -> None:
        """Let every other screen know that "members", "products", ... changed."""
        self._people.lock_if_left()
        for screen in self._screens.values():
            if screen is not by and self._shop is not None:
                screen.shop_changed(topic)

    @property
    def doors(self) -> Doors:
        """How shops are made, for the first run."""
        assert self._doors is not None, "a window without doors has no first run"
        return self._doors

    # -- what the application tells it ------------------------------------------------

    def shop_opened(self, shop: Shop) -> None:
        """The shop is open: the screens made so far may use it now."""
        self._shop = shop
        for screen in self._screens.values():
            screen.opened(shop)
        self._screens[self._current].activated()
        self._people.opened(shop)
        self._devices.opened(shop)
        field = QApplication.focusWidget()
        if self._enter_when_open and field is not None:
            self._enter_when_open = False
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier(0), "\r")
            QCoreApplication.sendEvent(field, press)

    def typed_ahead(self, text: str, *, entered: bool) -> None:
        """What was typed into the first frame goes where the screen takes typing."""
        screen = self._screens[self._current]
        screen.setFocus()
        if text:
            screen.typed_ahead(text)
        self._enter_when_open = entered and bool(text)

    def closing(self) -> None:
        """The program ends: what a screen would lose is stored first."""
        for screen in self._screens.values():
            screen.closing()
        self._devices.closing()

    def has_shop(self) -> bool:
        """Whether a shop is open."""
        return self._shop is not None

    def first_run(self) -> None:
        """There is no shop yet: ask for what one needs, or make the demo shop."""
        self._status.show_session(self.tr("No shop yet"), Tone.WARNING)
        from app.ui.first_run import FirstRun

        FirstRun(self).open()

    def scanned(self, scan: Scan) -> None:
        """Give a code to the sheet in front, else to the screen, else to the cashier."""
        if self._shop is None:
            return
        sheet = self.open_sheet()
        if self._people.scanned(scan.code, sheet):
            return
        if sheet is not None:
            if not sheet.scanned(scan.code):
                self.sound(good=False)
            return
        screen = self._screens[self._current]
        if self._stack.currentWidget() is screen and screen.scanned(scan.code):
            return
        self.go(first := next(iter(self._sections)))
        if not self._screens[first].scanned(scan.code):
            self.sound(good=False)

    def current_section(self) -> str:
        """Which section is in front."""
        return self._current

    def current_screen(self) -> Screen:
        """Its screen."""
        return self._screens[self._current]

    def open_sheet(self) -> Sheet | None:
        """The sheet in front, None where there is none."""
        return sheet_in_front(self)

    # -- Qt ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z that no field wanted takes the last change back."""
        if self._keys.action(event) == "undo" and self._toast.undo():
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What comes back goes to the screen; a focus proxy would keep Tab from rail and banner."""
        (self._stack.currentWidget() or self._stack).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the first frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """The window's own words."""
        self.setWindowTitle(self.tr("Regulars"))
        self._show_hints()
        if self._shop is None:
            self._status.show_session(self.tr("Opening the shop…"), Tone.MUTED)

    # -- making -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._rail = Rail(tuple(self._sections.values()))
        self._rail.chosen.connect(self._left_for)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_room = BannerRoom()
        self._stack = QStackedWidget()
        self._status = StatusLine()
        column.addWidget(self._banner_room)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        across.addWidget(self._rail)
        across.addWidget(self._main, 1)
        self._toast = Toast(self, over=self._stack)
        self._people.attach(self._rail, self._stack, self._toast)

    def _bind_keys(self) -> None:
        for section in self._sections.values():
            self._keys.bind(self, section.action, partial(self._left_for, section.id))
        self._keys.bind(self, "keys", self._show_keys)
        self._keys.bind(self, "lock", self._people.lock)
        self._devices.bind(self._keys)
        self._keys.bind(self, "today", self._show_today)

    def _screen(self, section: str) -> Screen:
        if section not in self._screens:
            screen = self._sections[section].make(self)
            screen.retranslate()
            self._screens[section] = screen
            self._stack.addWidget(screen)
            if self._shop is not None:
                screen.opened(self._shop)
        return self._screens[section]

    def _show_keys(self) -> None:
        if self.open_sheet() is None:
            from app.ui.key_sheet import show_keys

            show_keys(self, self._keys)

    def _show_today(self) -> None:
        if self._shop is not None and "sales" in self._sections:
            self.go("sales", DayAtAGlance())

    def _show_hints(self) -> None:
        self._rail.say([self._keys.hint(section.action) for section in self._sections.values()])
        self._people.say()
        self._toast.set_undo_key(self._keys.hint("undo"))
        self._status.show_keys(self.tr("{key} all keys").format(key=self._keys.hint("keys")))
