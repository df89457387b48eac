"""The settings: pages at the left, the page chosen at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.ui.screen import Screen
from app.ui.settings.audit_page import AuditPage
from app.ui.settings.backups_page import BackupsPage
from app.ui.settings.data_page import DataPage
from app.ui.settings.display_page import DisplayPage
from app.ui.settings.documents_page import DocumentsPage
from app.ui.settings.page import Page
from app.ui.settings.points_page import PointsPage
from app.ui.settings.presenter import SettingsPresenter
from app.ui.settings.printer_page import PrinterPage
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.shop_page import ShopPage
from app.ui.settings.staff_page import StaffPage
from app.ui.settings.till_page import TillPage
from app.ui.shell import Shell, Shop
from app.ui.widgets.page_list import PageList
from app.ui.widgets.panels import Divider

PAGES: tuple[type[Page], ...] = (
    ShopPage,
    DocumentsPage,
    PointsPage,
    StaffPage,
    AuditPage,
    TillPage,
    PrinterPage,
    ScannerPage,
    DisplayPage,
    BackupsPage,
    DataPage,
)


class SettingsScreen(Screen):
    """How shop and till work."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: SettingsPresenter | None = None
        self._language = ""
        self._made: dict[int, Page] = {}
        self.list = PageList([page.icon for page in PAGES])
        self.stack = QStackedWidget()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.list)
        across.addWidget(Divider(vertical=True))
        across.addWidget(self.stack, 1)
        self.list.shown.connect(self._show_page)
        self.list.entered_page.connect(self._enter_page)
        self.setFocusProxy(self.list)
        self.shell.keys.bind(self, "save", self._save)
        self.shell.keys.changed.connect(self.retranslate)

    @property
    def presenter(self) -> SettingsPresenter:
        """What the pages store with."""
        assert self._presenter is not None, "pages are made once the shop is open"
        return self._presenter

    def page(self) -> Page:
        """The page in front."""
        return self.page_at(self.list.currentRow())

    def page_at(self, at: int) -> Page:
        """A page, made when it is first asked for."""
        if at not in self._made:
            page = self._made[at] = PAGES[at](self)
            page.show_stored()
            page.changed.connect(lambda: self._mark(at))
            page.opened()
            page.retranslate()
            self.stack.addWidget(page)
        return self._made[at]

    # -- the window's calls ----------------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The pages can be made now."""
        self._presenter = SettingsPresenter(self, shop, self.shell.tasks, self.shell)
        self._language = shop.desk.settings.language
        self._show_page(self.list.currentRow())

    def activated(self) -> None:
        """Show what is stored by now."""
        if self._presenter is not None:
            self.page().activated()

    def asked(self, request: object) -> None:
        """Another section asks for a page by its name: "backups", "scanner", …"""
        for at, page in enumerate(PAGES):
            if page.__name__.removesuffix("Page").lower() == request:
                self.list.setCurrentRow(at)

    def scanned(self, code: str) -> bool:
        """A page that waits for a scan takes it."""
        return self._presenter is not None and self.page().scanned(code)

    def shop_changed(self, topic: str) -> None:
        """Another screen changed something."""
        if topic == "settings":
            self._follow()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        titles = [page.title() for page in PAGES]
        self.list.say(self.tr("Pages of the settings"), titles, self.tr("not saved"))
        for page in self._made.values():
            page.retranslate()

    # -- SettingsView ------------------------------------------------------------------------

    def stored(self, what: str, undo: Callable[[], None] | None) -> None:
        """Follow at once, and say so."""
        if what == "till":
            for each in self._made.values():
                each.till_changed()
        else:
            self._follow()
            self.tell_changed("settings")
        self.shell.toast(self.tr("Saved") if undo else self.tr("Taken back"), undo)

    def refuse(self, error: Exception) -> None:
        """Beside the field, where one is meant."""
        if not self.page().refuse(error, self.shell.sentence(error)):
            self.shell.show_error(error)

    def tell_changed(self, topic: str) -> None:
        """Let the other screens know."""
        self.shell.tell_changed(topic, self)

    def follow_settings(self) -> None:
        """The whole shop may be another one."""
        for page in self._made.values():
            page.show_stored()
        self._follow()

    # -- keys and pages ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of pages."""
        if self.shell.keys.action(event) == "back" and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        if self._presenter is not None:
            self.page().save()

    def _show_page(self, at: int) -> None:
        if self._presenter is not None:
            page = self.page_at(at)
            self.stack.setCurrentWidget(page)
            page.activated()

    def _enter_page(self) -> None:
        if self._presenter is not None:
            self.page().enter()

    def _mark(self, at: int) -> None:
        page = self._made[at]
        self.list.mark(at, page.saves and page.form.is_changed())

    def _follow(self) -> None:
        for page in self._made.values():
            page.settings_changed()
        language = self.presenter.settings.language
        if language != self._language:
            self._language = language
            if not self.shell.config.language:
                # The screens of this till speak what the shop speaks.
                self.shell.save_config(self.shell.config)
