"""The section Care: what its tabs are; the keys of the page in front are heard at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt

from app.ui.shell import Shell
from app.ui.tabbed import Tab, TabbedScreen, TabPage


def _today(shell: Shell) -> TabPage:
    from app.ui.care.today.view import make_page

    return make_page(shell)


def _cases(shell: Shell) -> TabPage:
    from app.ui.care.cases.view import make_page

    return make_page(shell)


def _challenges(shell: Shell) -> TabPage:
    from app.ui.care.challenges.view import make_page

    return make_page(shell)


def _rules(shell: Shell) -> TabPage:
    from app.ui.care.rules.view import make_page

    return make_page(shell)


TABS: Final = (
    Tab("today", str(QT_TRANSLATE_NOOP("CareTabs", "Today")), "CareTabs", _today),
    Tab("cases", str(QT_TRANSLATE_NOOP("CareTabs", "Cases")), "CareTabs", _cases),
    Tab("challenges", str(QT_TRANSLATE_NOOP("CareTabs", "Challenges")), "CareTabs", _challenges),
    Tab("rules", str(QT_TRANSLATE_NOOP("CareTabs", "Rules")), "CareTabs", _rules),
)


class CareScreen(TabbedScreen):
    """What was promised to members, and who keeps it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, TABS)
        shell.keys.bind(self.tabs, "new", self._add)

    def activated(self) -> None:
        """The page in front shows what is; its keys are heard at once."""
        super().activated()
        self._enter_page()

    def asked(self, request: object) -> None:
        """Another section asks for a tab by its id."""
        self.turn_to(str(request))

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.tabs.setAccessibleName(self.tr("Pages of care"))
        super().retranslate()

    def show_tab(self, at: int) -> None:
        """A page that was not chosen in the row itself takes the keys."""
        by_tab = self.tabs.hasFocus()
        super().show_tab(at)
        if not by_tab and self.isVisible():
            self._enter_page()

    def _add(self) -> None:
        page = self.page()
        if page is not None:
            page.acted("new")

    def _enter_page(self) -> None:
        page = self.page()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
