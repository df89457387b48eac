"""Who is at the till, as the window keeps it: locked, changed in one scan, told in the rail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from app.ui.rail import Rail
from app.ui.sections import Section

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import NeedsApproval
    from app.services.approvals import Approval, Approvals
    from app.services.staff import Person
    from app.ui.main_window import MainWindow
    from app.ui.shell import Shop
    from app.ui.staff.barred import BarredPage
    from app.ui.staff.lock import IdleLock, LockSheet
    from app.ui.widgets.overlays import Sheet, Toast


class AtTheTill(QObject):
    """Locks the window, lets people in, and keeps sections from who may not open them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shop: Shop | None = None
        self._lock: LockSheet | None = None
        self._idle: IdleLock | None = None
        self._page: BarredPage | None = None
        self._let_in = ""

    def attach(self, rail: Rail, stack: QStackedWidget, toast: Toast) -> None:
        """The parts of the window that tell who is there."""
        self._rail = rail
        self._stack = stack
        self._toast = toast
        rail.who_asked.connect(self.lock)

    def opened(self, shop: Shop) -> None:
        """The shop is open: where somebody has a PIN, the till asks who is there."""
        from app.ui.staff.lock import IdleLock

        self._shop = shop
        if self._idle is None:
            self._idle = IdleLock(self._window, self._lock_itself)
        self._idle.start(lambda: self._window.config.lock_minutes)
        self.say()
        if shop.desk.secured:
            self._cover(firm=True, first=None)

    def say(self) -> None:
        """Name who is at the till, in the language and with the key now in force."""
        if self._shop is not None:
            staff = self._shop.desk.staff
            self._rail.show_who(staff.name, staff.role, self._window.keys.hint("lock"))

    def lock(self) -> None:
        """Ctrl+L: nobody is at the till; where nobody has a PIN, somebody else may be."""
        shop = self._shop
        if shop is None or self.is_locked():
            return
        who = shop.desk.staff.staff_id
        if shop.desk.secured:
            self._window.tasks.run(shop.staff.sign_out)
            self._cover(firm=True, first=who)
        elif self._window.open_sheet() is None:
            self._window.tasks.run(shop.staff.list, self._choose)

    def lock_if_left(self) -> None:
        """Whoever is at the till was disabled, or is unknown to a restored shop: ask who it is."""
        if self._shop is not None and self._shop.desk.left:
            self.say()
            self._lock_itself()

    def is_locked(self) -> bool:
        """Whether somebody must say who they are first."""
        return self._lock is not None

    def scanned(self, code: str, sheet: Sheet | None) -> bool:
        """A staff card changes who is at the till, whatever is in front; the cart stays."""
        from app.services.rules.codes import CodeKind, cleaned, kind_of

        shop = self._shop
        if shop is None or kind_of(cleaned(code)) is not CodeKind.STAFF:
            return False
        if sheet is not None and sheet.scanned(code):
            return True
        self._window.tasks.run(
            lambda: shop.staff.sign_in_by_card(code), self._changed, self._not_known
        )
        return True

    def barred(self, section: Section, again: Callable[[], None]) -> BarredPage | None:
        """The page to show instead of a section that the person at the till may not open."""
        shop = self._shop
        let_in, self._let_in = self._let_in == section.id, ""
        if shop is None or not section.power or let_in:
            return None
        from app.services.rules.powers import Power

        power = Power(section.power)
        if shop.desk.may(power):
            return None
        if self._page is None:
            from app.ui.staff.barred import BarredPage

            self._page = BarredPage(self._window)
            self._stack.addWidget(self._page)

        def approved() -> None:
            self._let_in = section.id
            again()

        self._page.show_for(section.title(), power, approved)
        return self._page

    def ask_approval(
        self, needs: NeedsApproval, then: Callable[[Approval], None], given_up: Callable[[], None]
    ) -> None:
        """Ask a manager on the spot."""
        from app.ui.staff.approval import ask_approval

        ask_approval(self._window, needs, then, given_up)

    def approvals(self) -> Approvals | None:
        """The words given and not spent; None before a shop is open."""
        return None if self._shop is None else self._shop.desk.approvals

    # -- inside ---------------------------------------------------------------------------

    def _lock_itself(self) -> None:
        if self._shop is not None and self._shop.desk.secured and not self.is_locked():
            self.lock()

    def _choose(self, people: tuple[Person, ...]) -> None:
        if sum(person.active for person in people) > 1:
            assert self._shop is not None
            self._cover(firm=False, first=self._shop.desk.staff.staff_id)
            return
        words = self.tr("You are alone at this till. Settings, Staff adds people and their PINs.")
        self._window.toast(words)

    def _cover(self, *, firm: bool, first: UUID | None) -> None:
        from app.ui.staff.lock import LockSheet

        assert self._shop is not None
        name = self._shop.desk.settings.name
        sheet = LockSheet(self._window, name=name, firm=firm, first=first, then=self._changed)
        if firm:
            self._lock = sheet
            self._toast.dismiss()  # what was said is for nobody's eyes any more

        def closed() -> None:
            if self._lock is sheet:
                self._lock = None
            sheet.deleteLater()

        sheet.closed.connect(closed)
        sheet.open()

    def _changed(self, person: Person) -> None:
        """Somebody else may be at the till, and may not be where they stand."""
        before = self._lock
        self._lock = None
        self.say()
        window = self._window
        sheet = window.open_sheet()
        if sheet is None or sheet is before:
            window.show_section(window.current_section())
        window.tell_changed("staff")
        window.who_changed.emit()
        if before is None:
            words = self.tr("{name} is at the till").replace("{name}", person.name)
            self._window.toast(words)
            self._window.sound(good=True)

    def _not_known(self, error: Exception) -> None:
        self._window.sound(good=False)
        self._window.show_error(error)
