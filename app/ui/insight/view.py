"""The section Insight: what its tabs are, and who asks for one.

A page goes to another tab, and any section to one, by
`shell.go("insight", InsightTab("segments", request))`: the page's `asked` gets `request`. It opens
a member by `shell.go("members", member_id)`, and shows who is behind a figure by
`insight/people.py: show_people`. See `app/ui/tabbed.py` for what a page is told.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.shell import InsightTab, Shell
from app.ui.tabbed import Tab, TabbedScreen, TabPage


def _compass(shell: Shell) -> TabPage:
    from app.ui.insight.compass.view import make_page

    return make_page(shell)


def _groups(shell: Shell) -> TabPage:
    from app.ui.insight.groups.view import make_page

    return make_page(shell)


def _segments(shell: Shell) -> TabPage:
    from app.ui.insight.segments.view import make_page

    return make_page(shell)


def _campaigns(shell: Shell) -> TabPage:
    from app.ui.insight.campaigns.view import make_page

    return make_page(shell)


def _hints(shell: Shell) -> TabPage:
    from app.ui.insight.hints.view import make_page

    return make_page(shell)


TABS: Final = (
    Tab("compass", str(QT_TRANSLATE_NOOP("InsightTabs", "Compass")), "InsightTabs", _compass),
    Tab("groups", str(QT_TRANSLATE_NOOP("InsightTabs", "Groups")), "InsightTabs", _groups),
    Tab("segments", str(QT_TRANSLATE_NOOP("InsightTabs", "Segments")), "InsightTabs", _segments),
    Tab("campaigns", str(QT_TRANSLATE_NOOP("InsightTabs", "Campaigns")), "InsightTabs", _campaigns),
    Tab("hints", str(QT_TRANSLATE_NOOP("InsightTabs", "Hints")), "InsightTabs", _hints),
)


class InsightScreen(TabbedScreen):
    """Where every member stands, and what to do about it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, TABS)
        for action in ("new", "edit"):
            shell.keys.bind(self.tabs, action, partial(self._act, action))

    def asked(self, request: object) -> None:
        """Another section asks for a tab."""
        if not isinstance(request, InsightTab) or not self.turn_to(request.tab):
            return
        if request.request is not None:
            self.page_of(request.tab).asked(request.request)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.tabs.setAccessibleName(self.tr("Pages of insight"))
        super().retranslate()

    def _act(self, action: str) -> None:
        page = self.page()
        if page is not None:
            page.acted(action)
