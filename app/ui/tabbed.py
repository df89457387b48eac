"""A section that is a row of tabs, each a page of its own, made when it is first shown.

A page lives in a package of its own beside its section, `app/ui/SECTION/NAME/view.py`, with a
function `make_page(shell) -> TabPage` and an entry in the section's `TABS`, in the order of the
row. Its presenter knows no Qt (`NAME/presenter.py` or `NAME/presenting/`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.screen import Screen
from app.ui.shell import Shell, Shop
from app.ui.theme import Space
from app.ui.widgets.panels import Divider


class TabPage(QWidget):
    """One tab. Made when it is first shown, which is never before the shop is open.

    Fetch everything through `shell.tasks` (what takes long by `run_long`, with a way to stop).
    Give it a focus proxy: what Tab reaches first from the row of tabs.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    def activated(self) -> None:
        """The tab came to the front; called after it was made, too. Fetch what is stale."""

    def asked(self, request: object) -> None:
        """Another tab or section asked for something; after `activated`."""

    def shop_changed(self, topic: str) -> None:
        """Another section changed "members", "products", "sales", "staff", "care" or "settings".

        Only remember that what is shown is stale, unless the page is in sight.
        """

    def acted(self, action: str) -> None:
        """A key of the page was pressed while the row of tabs had the focus."""

    def scanned(self, code: str) -> bool:
        """A code was scanned while this tab is in front; False leaves it to the cashier."""
        return False

    def retranslate(self) -> None:
        """Say everything again in the language now shown; called once after it was made."""

    def closing(self) -> None:
        """The program ends."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the row; `context` is the one its label is translated in."""

    id: str
    label: str
    context: str
    make: Callable[[Shell], TabPage]

    def title(self) -> str:
        """Its name in the language shown."""
        return QCoreApplication.translate(self.context, self.label)


class TabbedScreen(Screen):
    """The row and the page in front; a section says what its row is called."""

    def __init__(self, shell: Shell, tabs: Sequence[Tab]) -> None:
        super().__init__(shell)
        self._all = tuple(tabs)
        self._pages: dict[int, TabPage] = {}
        self._is_open = False
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFont(fonts.font(fonts.BODY))
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(Divider())
        column.addWidget(self.stack, 1)
        for _ in self._all:
            self.tabs.addTab("")
        self.tabs.setContentsMargins(Space.M, 0, 0, 0)
        self.tabs.currentChanged.connect(self.show_tab)
        shell.keys.bind(self, "next_tab", partial(self._turn, 1))
        shell.keys.bind(self, "tab_before", partial(self._turn, -1))
        self.setFocusProxy(self.tabs)

    def page(self) -> TabPage | None:
        """The page in front, None before the shop is open."""
        return self._pages.get(self.tabs.currentIndex())

    def page_of(self, tab: str) -> TabPage:
        """A tab's page, made when it is first asked for."""
        return self._page_at([each.id for each in self._all].index(tab))

    def turn_to(self, tab: str) -> bool:
        """Bring a tab to the front by its id; False where there is none of it."""
        names = [each.id for each in self._all]
        if tab in names:
            self.tabs.setCurrentIndex(names.index(tab))
        return tab in names

    # -- the window's calls ----------------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The pages can be made now."""
        self._is_open = True

    def activated(self) -> None:
        """The page in front fetches what is stale."""
        self.show_tab(self.tabs.currentIndex())

    def scanned(self, code: str) -> bool:
        """The page in front may want it."""
        page = self.page()
        return page is not None and page.scanned(code)

    def shop_changed(self, topic: str) -> None:
        """Another section changed something."""
        for page in self._pages.values():
            page.shop_changed(topic)

    def closing(self) -> None:
        """The program ends."""
        for page in self._pages.values():
            page.closing()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        for at, tab in enumerate(self._all):
            self.tabs.setTabText(at, tab.title())
        for page in self._pages.values():
            page.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the row of tabs, Down from there into the page."""
        page = self.page()
        if event.key() == Qt.Key.Key_Escape and not self.tabs.hasFocus():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Down and self.tabs.hasFocus() and page is not None:
            page.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def show_tab(self, at: int) -> None:
        """Bring the page of a place in the row to the front."""
        if self._is_open and at >= 0:
            page = self._page_at(at)
            self.stack.setCurrentWidget(page)
            page.activated()

    def _turn(self, step: int) -> None:
        """The tab beside the one in front, round the ends of the row."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_at(self, at: int) -> TabPage:
        if at not in self._pages:
            page = self._pages[at] = self._all[at].make(self.shell)
            page.retranslate()
            self.stack.addWidget(page)
        return self._pages[at]
