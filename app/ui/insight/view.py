"""The section Insight: a row of tabs, each a page of its own, made when first shown.

A page lives in a package of its own beside this file, `app/ui/insight/NAME/view.py`, with a
function `make_page(shell) -> InsightPage` (see `page.py` for what a page is told) and an entry in
`TABS` below, in the order of the row. Its presenter knows no Qt (`NAME/presenter.py` or
`NAME/presenting/`). A page goes to another tab, and any section to one, by
`shell.go("insight", InsightTab("segments", request))`: the page's `asked` gets `request`. It opens
a member by `shell.go("members", member_id)`, and shows who is behind a figure by
`insight/people.py: show_people`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from app.ui import fonts
from app.ui.insight.page import InsightPage
from app.ui.screen import Screen
from app.ui.shell import InsightTab, Shell, Shop
from app.ui.theme import Space
from app.ui.widgets.panels import Divider


def _compass(shell: Shell) -> InsightPage:
    from app.ui.insight.compass.view import make_page

    return make_page(shell)


def _groups(shell: Shell) -> InsightPage:
    from app.ui.insight.groups.view import make_page

    return make_page(shell)


def _segments(shell: Shell) -> InsightPage:
    from app.ui.insight.segments.view import make_page

    return make_page(shell)


def _campaigns(shell: Shell) -> InsightPage:
    from app.ui.insight.campaigns.view import make_page

    return make_page(shell)


def _hints(shell: Shell) -> InsightPage:
    from app.ui.insight.hints.view import make_page

    return make_page(shell)


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the row."""

    id: str
    label: str
    make: Callable[[Shell], InsightPage]

    def title(self) -> str:
        """Its name in the language shown."""
        return QCoreApplication.translate("InsightTabs", self.label)


TABS: Final = (
    Tab("compass", str(QT_TRANSLATE_NOOP("InsightTabs", "Compass")), _compass),
    Tab("groups", str(QT_TRANSLATE_NOOP("InsightTabs", "Groups")), _groups),
    Tab("segments", str(QT_TRANSLATE_NOOP("InsightTabs", "Segments")), _segments),
    Tab("campaigns", str(QT_TRANSLATE_NOOP("InsightTabs", "Campaigns")), _campaigns),
    Tab("hints", str(QT_TRANSLATE_NOOP("InsightTabs", "Hints")), _hints),
)


class InsightScreen(Screen):
    """Where every member stands, and what to do about it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._pages: dict[int, InsightPage] = {}
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
        for action in ("new", "edit"):
            shell.keys.bind(self.tabs, action, partial(self._act, action))

    def page(self) -> InsightPage | None:
        """The page in front, None before the shop is open."""
        return self._pages.get(self.tabs.currentIndex())

    def page_of(self, tab: str) -> InsightPage:
        """A tab's page, made when it is first asked for."""
        return self._page_at([each.id for each in TABS].index(tab))

    # -- the window's calls ----------------------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """The pages can be made now."""
        self._is_open = True

    def activated(self) -> None:
        """The page in front fetches what is stale."""
        self._show(self.tabs.currentIndex())

    def asked(self, request: object) -> None:
        """Another section asks for a tab."""
        names = [each.id for each in TABS]
        if isinstance(request, InsightTab) and request.tab in names:
            self.tabs.setCurrentIndex(names.index(request.tab))
            if request.request is not None:
                self.page_of(request.tab).asked(request.request)

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
        self.tabs.setAccessibleName(self.tr("Pages of insight"))
        for at, tab in enumerate(TABS):
            self.tabs.setTabText(at, tab.title())
        for page in self._pages.values():
            page.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the row of tabs."""
        if event.key() == Qt.Key.Key_Escape and not self.tabs.hasFocus():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _act(self, action: str) -> None:
        page = self.page()
        if page is not None:
            page.acted(action)

    def _page_at(self, at: int) -> InsightPage:
        if at not in self._pages:
            page = self._pages[at] = TABS[at].make(self.shell)
            page.retranslate()
            self.stack.addWidget(page)
        return self._pages[at]

    def _show(self, at: int) -> None:
        if self._is_open and at >= 0:
            page = self._page_at(at)
            self.stack.setCurrentWidget(page)
            page.activated()
