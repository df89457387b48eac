"""The section Care: a row of tabs, each a page of its own, made when first shown.

A page lives in a package of its own beside this file, `app/ui/care/NAME/view.py`, with a function
`make_page(shell) -> CarePage` and an entry in `TABS` below, in the order of the row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from app.ui import fonts
from app.ui.care.page import CarePage
from app.ui.screen import Screen
from app.ui.shell import Shell, Shop
from app.ui.theme import Space
from app.ui.widgets.panels import Divider


def _today(shell: Shell) -> CarePage:
    from app.ui.care.today.view import make_page

    return make_page(shell)


def _cases(shell: Shell) -> CarePage:
    from app.ui.care.cases.view import make_page

    return make_page(shell)


def _challenges(shell: Shell) -> CarePage:
    from app.ui.care.challenges.view import make_page

    return make_page(shell)


def _rules(shell: Shell) -> CarePage:
    from app.ui.care.rules.view import make_page

    return make_page(shell)


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the row."""

    id: str
    label: str
    make: Callable[[Shell], CarePage]

    def title(self) -> str:
        """Its name in the language shown."""
        return QCoreApplication.translate("CareTabs", self.label)


TABS: Final = (
    Tab("today", str(QT_TRANSLATE_NOOP("CareTabs", "Today")), _today),
    Tab("cases", str(QT_TRANSLATE_NOOP("CareTabs", "Cases")), _cases),
    Tab("challenges", str(QT_TRANSLATE_NOOP("CareTabs", "Challenges")), _challenges),
    Tab("rules", str(QT_TRANSLATE_NOOP("CareTabs", "Rules")), _rules),
)


class CareScreen(Screen):
    """What was promised to members, and who keeps it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._pages: dict[int, CarePage] = {}
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
        for _ in TABS:
            self.tabs.addTab("")
        self.tabs.setContentsMargins(Space.M, 0, 0, 0)
        self.tabs.currentChanged.connect(self._show)
        self.setFocusProxy(self.tabs)

    def page(self) -> CarePage | None:
        """The page in front, None before the shop is open."""
        return self._pages.get(self.tabs.currentIndex())

    def page_of(self, tab: str) -> CarePage:
        """A tab's page, made when it is first asked for."""
        return self._page_at([each.id for each in TABS].index(tab))

    # -- the window's calls ----------------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The pages can be made now."""
        self._is_open = True

    def activated(self) -> None:
        """The page in front shows what is; its keys are heard at once."""
        self._show(self.tabs.currentIndex())
        page = self.page()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self, request: object) -> None:
        """Another section asks for a tab by its id."""
        names = [each.id for each in TABS]
        if request in names:
            self.tabs.setCurrentIndex(names.index(str(request)))

    def scanned(self, code: str) -> bool:
        """The page in front may want it."""
        page = self.page()
        return page is not None and page.scanned(code)

    def shop_changed(self, topic: str) -> None:
        """Another section changed something."""
        for page in self._pages.values():
            page.shop_changed(topic)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.tabs.setAccessibleName(self.tr("Pages of care"))
        for at, tab in enumerate(TABS):
            self.tabs.setTabText(at, tab.title())
        for page in self._pages.values():
            page.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the row of tabs, Down from there into the page."""
        if event.key() == Qt.Key.Key_Escape and not self.tabs.hasFocus():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page = self.page()
        if event.key() == Qt.Key.Key_Down and self.tabs.hasFocus() and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _page_at(self, at: int) -> CarePage:
        if at not in self._pages:
            page = self._pages[at] = TABS[at].make(self.shell)
            page.retranslate()
            self.stack.addWidget(page)
        return self._pages[at]

    def _show(self, at: int) -> None:
        if self._is_open and at >= 0:
            page = self._page_at(at)
            by_tab = self.tabs.hasFocus()
            self.stack.setCurrentWidget(page)
            page.activated()
            if not by_tab and self.isVisible():
                page.setFocus(Qt.FocusReason.OtherFocusReason)
