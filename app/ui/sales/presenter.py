"""The behaviour of the list of sales, without Qt: which are listed, and the one in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.errors import SaleUnknown
from app.services.rules.powers import Power
from app.services.sale_finding import Find, narrowed, widened
from app.services.sale_list import DayTotal, Documents, SaleFilter, SaleRow
from app.ui.sales.presenting.at_hand import AtHandView, Claimant, SaleAtHand

if TYPE_CHECKING:
    from app.services.glance import Glance
    from app.ui.tasks import Job, Tasks

__all__ = ["Claimant", "Find", "Listing", "Period", "SalesPresenter", "SalesView"]

SHORT_DAYS: Final = 31
"""Totals of a longer stretch are added up in the long lane: a queue must not wait for them."""


class Period(Enum):
    """Which days are listed."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    DAYS = "days"


_DAYS_BACK: Final = {
    Period.TODAY: (0, 0),
    Period.YESTERDAY: (1, 1),
    Period.WEEK: (6, 0),
    Period.MONTH: (29, 0),
}
EVERYTHING: Final = SaleFilter(documents=Documents.ALL)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows. `any_at_all` is False while the shop has not sold anything.

    `filters` are those that a search put on, in the order they came. `searched_from` is set where
    the search keeps to fewer days than the period has.
    """

    period: Period
    wanted: SaleFilter
    count: int
    any_at_all: bool
    today: date
    filters: tuple[Find, ...] = ()
    searched_from: date | None = None


class SalesView(AtHandView, Protocol):
    """What the presenter asks of the screen."""

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""

    def show_totals(self, totals: DayTotal | None) -> None:
        """Show what the listed sales come to; None while it is being added up."""

    def show_finds(self, text: str, finds: tuple[Find, ...]) -> None:
        """Show what a text still being typed may mean."""

    def show_glance(self, glance: Glance, expected_minor: int | None) -> None:
        """Show today at a glance, and the cash that should be there where that is told."""


class SalesPresenter(SaleAtHand):
    """Holds what is listed and which receipt is in front; changes nothing but claims."""

    def __init__(self, view: SalesView, shop: Any, tasks: Tasks) -> None:
        super().__init__(view, shop, tasks)
        self._view = view
        self._period = Period.TODAY
        self._wanted = EVERYTHING
        self._filters: tuple[Find, ...] = ()
        self._adding_up: Job | None = None
        self._typed = ""

    # --- which days and documents ---------------------------------------------

    def show_period(self, period: Period) -> None:
        """List other days; DAYS keeps those listed until others are given."""
        if period is Period.DAYS and self._wanted.first_day is None:
            today = self._shop.desk.today()
            self._wanted = replace(self._wanted, first_day=today, last_day=today)
        self._period = period
        self.refresh()

    def show_days(self, first_day: date, last_day: date) -> None:
        """List from one day to another, both included, whichever is named first."""
        first_day, last_day = min(first_day, last_day), max(first_day, last_day)
        self._period = Period.DAYS
        self._wanted = replace(self._wanted, first_day=first_day, last_day=last_day)
        self.refresh()

    def show_tender(self, tender: str) -> None:
        """List only what was paid, in part at least, by this kind of tender; "" is any."""
        self._wanted = replace(self._wanted, tender=tender)
        self.refresh()

    def show_documents(self, documents: Documents) -> None:
        """List sales, refunds, or both; a figure counts its own."""
        self._wanted = replace(self._wanted, documents=documents, figure=None)
        self._filters = tuple(each for each in self._filters if each.kind != "figure")
        self.refresh()

    def show_wanted(self, wanted: SaleFilter) -> None:
        """List what another screen asks for: the days and documents it counts."""
        figure = wanted.figure
        self._filters = () if figure is None else (Find("figure", figure, figure),)
        self._period, self._wanted = Period.DAYS, wanted
        self.refresh()

    def show_everything(self) -> None:
        """List all sales."""
        self._period = Period.ALL
        self._wanted, self._filters = EVERYTHING, ()
        self.refresh()

    # --- searching --------------------------------------------------------------

    def typed(self, text: str) -> None:
        """Find as one types; an answer that comes after the next key is dropped."""
        self._typed = text
        if not text.strip():
            self._view.show_finds(text, ())
            return

        def found(finds: tuple[Find, ...]) -> None:
            if self._typed == text:
                self._view.show_finds(text, finds)

        self._tasks.run(lambda: self._shop.sale_finder.finds(text), found)

    def submitted(self, text: str) -> None:
        """Enter before anything was listed: the likeliest meaning of the text, or a refusal."""
        self._typed = ""

        def work() -> tuple[Find, ...]:
            finds: tuple[Find, ...] = self._shop.sale_finder.finds(text)
            if not finds:
                raise SaleUnknown(text.strip()[:40])
            return finds

        self._tasks.run(work, lambda finds: self.take(finds[0]), self._view.refuse)

    def take(self, find: Find) -> None:
        """Open a receipt, or list only what was found."""
        self._typed = ""
        if find.kind == "receipt":
            self.open_sale(find.value.sale_id)
            return
        others = tuple(each for each in self._filters if each.kind != find.kind)
        self._filters = (*others, find)
        self._wanted = narrowed(self._wanted, find)
        self.refresh()

    def drop_filter(self, kind: str = "") -> bool:
        """Take a filter off, the last one where none is named; False where there is none."""
        if not self._filters:
            return False
        kind = kind or self._filters[-1].kind
        self._filters = tuple(each for each in self._filters if each.kind != kind)
        self._wanted = widened(self._wanted, kind)
        self.refresh()
        return True

    # --- the list ---------------------------------------------------------------

    def refresh(self) -> None:
        """Show the list as it is now."""
        today = self._shop.desk.today()
        self._wanted = wanted = self._filter(today)
        period, sales, filters = self._period, self._shop.sales, self._filters
        searched = sales.searched(wanted)
        shortened = searched.first_day if searched.first_day != wanted.first_day else None

        def work() -> Listing:
            count = sales.page_count(wanted)
            any_at_all = bool(count or sales.last(1))
            return Listing(period, wanted, count, any_at_all, today, filters, shortened)

        self._tasks.run(work, self._listed)
        self._add_up(wanted)

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[SaleRow]], None]) -> None:
        """Find some rows of the list."""
        wanted = self._wanted
        self._tasks.run(lambda: self._shop.sales.page(wanted, offset, limit), give)

    def look_at_today(self) -> None:
        """Show today at a glance, as it is now, to whom the reports are shown."""
        shop = self._shop

        def work() -> tuple[Glance, int | None]:
            shop.desk.require(Power.REPORTS)
            session = shop.cash.current() if shop.desk.may(Power.SEE_EXPECTED) else None
            told = session is not None and not session.automatic
            return shop.glance.today(), shop.cash.x_report().cash.expected_minor if told else None

        self._tasks.run(work, lambda seen: self._view.show_glance(*seen), self._view.refuse)

    # --- inside -----------------------------------------------------------------

    def _filter(self, today: date) -> SaleFilter:
        if self._period is Period.DAYS:
            return self._wanted
        if self._period is Period.ALL:
            return replace(self._wanted, first_day=None, last_day=None)
        first, last = (timedelta(days=back) for back in _DAYS_BACK[self._period])
        return replace(self._wanted, first_day=today - first, last_day=today - last)

    def _listed(self, listing: Listing) -> None:
        if (listing.period, listing.wanted) == (self._period, self._wanted):
            self._view.show_listing(listing)

    def _add_up(self, wanted: SaleFilter) -> None:
        if self._adding_up is not None:
            self._adding_up.cancel()
            self._adding_up = None
        sales = self._shop.sales

        def added(totals: DayTotal) -> None:
            if wanted == self._wanted:
                self._view.show_totals(totals)

        first, last = wanted.first_day, wanted.last_day
        if first is not None and last is not None and (last - first).days < SHORT_DAYS:
            self._tasks.run(lambda: sales.totals(wanted), added)
            return
        self._view.show_totals(None)
        self._adding_up = self._tasks.run_long(
            lambda _progress, _asked: sales.totals(wanted), added, lambda _error: None
        )
