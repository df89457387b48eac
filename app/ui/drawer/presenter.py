"""How the drawer behaves: what is asked, in which order, and what is told. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.services.ids import uuid7
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.backup_files import Backup
    from app.services.cash_types import Difference, Moved, SessionNow
    from app.services.rules.day_report import Count, DayReport, ZReport

KINDS = ("pay_in", "pay_out", "drop", "no_sale")


class DrawerView(Protocol):
    """What the window shows of the drawer."""

    def show_menu(self, session: SessionNow | None) -> None:
        """Everything that can be done with the drawer now."""

    def ask_float(self, proposed_minor: int) -> None:
        """Ask for the float."""

    def ask_movement(self, kind: str) -> None:
        """Ask how much, and why."""

    def ask_count(self, session: SessionNow) -> None:
        """Ask for the count; nothing of what is expected is said."""

    def ask_reason(self, difference: Difference) -> None:
        """Show expected and counted, and ask why they differ."""

    def opened(self, session: SessionNow) -> None:
        """The drawer is open."""

    def moved(self, moved: Moved) -> None:
        """Cash moved, or the drawer was opened without a sale."""

    def nothing_open(self) -> None:
        """There is nothing to close."""

    def show_reading(self, report: DayReport) -> None:
        """An X report."""

    def show_closed(self, closed: ZReport) -> None:
        """The Z report just made; a backup is under way."""

    def show_reports(self, reports: tuple[ZReport, ...]) -> None:
        """The Z reports there are."""

    def back_up(self, done: Callable[[Backup], None], failed: Callable[[Exception], None]) -> None:
        """Make a backup as long work."""

    def backed_up(self, problem: Exception | None) -> None:
        """The backup of the closed day is made, or failed: the day is closed all the same."""

    def refuse(self, error: Exception) -> None:
        """Say why not, where it was asked."""


class DrawerPresenter:
    """One drawer; each question keeps its id, so that a second press moves nothing twice."""

    def __init__(self, view: DrawerView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._busy = False
        self._op_id: UUID = uuid7()
        self._session: SessionNow | None = None
        self._count: Count | None = None
        self._then: Callable[[], None] | None = None

    # --- what keys start ----------------------------------------------------------------

    def menu(self) -> None:
        """Show what can be done."""
        self._run(self._shop.cash.current, self._view.show_menu)

    def ask_float(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the float; `then` goes on with what could not be done without it."""
        self._then = then
        self._op_id = uuid7()
        self._run(self._shop.cash.proposed_float_minor, self._view.ask_float)

    def ask_movement(self, kind: str) -> None:
        """Ask for a movement of one of KINDS."""
        self._op_id = uuid7()
        self._view.ask_movement(kind)

    def close_day(self) -> None:
        """Ask for the count of the session that is open."""
        cash = self._shop.cash

        def work() -> SessionNow | None:
            cash.close_left()
            found: SessionNow | None = cash.current()
            return found

        def found(session: SessionNow | None) -> None:
            self._session = session
            if session is None:
                self._view.nothing_open()
            else:
                self._view.ask_count(session)

        self._run(work, found)

    def read(self) -> None:
        """An X report."""
        self._run(self._shop.cash.x_report, self._view.show_reading)

    def reports(self) -> None:
        """The Z reports there are."""
        self._run(self._shop.cash.z_reports, self._view.show_reports)

    # --- answers ------------------------------------------------------------------------

    def open(self, float_minor: int) -> None:
        """Open with this float, and go on with what waited for it."""
        cash, session_id = self._shop.cash, self._op_id

        def done(session: SessionNow) -> None:
            then, self._then = self._then, None
            self._view.opened(session)
            if then is not None:
                then()

        self._run(lambda: cash.open(float_minor, session_id=session_id), done)

    def move(self, kind: str, amount_minor: int, reason: str) -> None:
        """Move cash, or open without a sale."""
        cash, movement_id = self._shop.cash, self._op_id

        def work() -> Moved:
            if kind == "no_sale":
                moved: Moved = cash.no_sale(reason, movement_id=movement_id)
            else:
                moved = getattr(cash, kind)(amount_minor, reason, movement_id=movement_id)
            return moved

        self._run(work, self._view.moved)

    def counted(self, count: Count | None) -> None:
        """Compare with what should be there; where both agree the day closes at once."""
        cash, session = self._shop.cash, self._session
        if session is None:
            return
        self._count = count
        if count is None:
            self.close("")
            return

        def compared(difference: Difference) -> None:
            if difference.over_short_minor:
                self._view.ask_reason(difference)
            else:
                self.close("")

        self._run(lambda: cash.count(count, session_id=session.session_id), compared)

    def close(self, reason: str) -> None:
        """Close with the count made, whatever the difference; then make a backup."""
        cash, session, count = self._shop.cash, self._session, self._count
        if session is None:
            return

        def work() -> ZReport:
            closed: ZReport = cash.close(count, reason, session_id=session.session_id)
            return closed

        def done(closed: ZReport) -> None:
            self._session = None
            self._view.show_closed(closed)
            view = self._view
            view.back_up(lambda _: view.backed_up(None), view.backed_up)

        self._run(work, done)

    # --- one at a time ------------------------------------------------------------------

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy = True

        def done(value: Any) -> None:
            self._busy = False
            then(value)

        def failed(error: Exception) -> None:
            self._busy = False
            self._view.refuse(error)

        self._tasks.run(work, done, failed)
