"""The drawer: float, movements, the blind count, X and Z reports. Here only its door: what lies
behind it is loaded with the first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.ui.drawer.drawer import Drawer
    from app.ui.keys import Keys
    from app.ui.main_window import MainWindow


class DrawerDoor(QObject):
    """The drawer's keys, anywhere in the window."""

    changed = Signal()
    """A session was opened or closed, or its cash moved."""

    def __init__(self, window: MainWindow, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self._drawer: Drawer | None = None
        keys.bind(window, "drawer", self._menu)
        keys.bind(window, "close_day", self._close_by_key)

    @property
    def behind(self) -> Drawer:
        """The drawer itself."""
        if self._drawer is None or self._drawer.shop is not self._window.shop:
            from app.ui.drawer.drawer import Drawer

            self._drawer = Drawer(self._window)
            self._drawer.changed.connect(self.changed)
        return self._drawer

    def open_first(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the float, and then do what waited for it."""
        self.behind.open_first(then)

    def close_day(self) -> None:
        """Count and close."""
        self.behind.close_day()

    def is_wanted_by(self, error: Exception) -> bool:
        """Whether something was refused only because the drawer is not open."""
        from app.errors import SessionNotOpen

        return isinstance(error, SessionNotOpen)

    def _menu(self) -> None:
        if self._window.open_sheet() is None and self._window.has_shop():
            self.behind.menu()

    def _close_by_key(self) -> None:
        if self._window.open_sheet() is None and self._window.has_shop():
            self.close_day()
