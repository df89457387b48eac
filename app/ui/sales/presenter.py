"""The behaviour of the list of sales, without Qt: which are listed, and the one in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

from app.errors import AlreadyClaimed, ClaimTooLate
from app.services.rules.cart import MemberFacts
from app.services.rules.receipt import Receipt
from app.services.sales import DayTotal, SaleFilter, SaleRow

if TYPE_CHECKING:
    from app.services.claims import Claimed
    from app.services.member_types import MemberHit, MemberStrip
    from app.ui.tasks import Job, Tasks

SHORT_DAYS: Final = 31
"""Totals of a longer stretch are added up in the long lane: a queue must not wait for them."""

MOST_CLAIMANTS: Final = 5


class Period(Enum):
    """Which days are listed."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    DAYS = "days"


_DAYS_BACK: Final = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows. `any_at_all` is False while the shop has not sold anything."""

    period: Period
    wanted: SaleFilter
    count: int
    any_at_all: bool
    today: date


@dataclass(frozen=True, slots=True)
class Claimant:
    """A member who may be given a receipt's points, before and after."""

    member_id: UUID
    number: str
    name: str
    masked_phone: str
    points_before: int
    points_after: int


class SalesView(Protocol):
    """What the presenter asks of the screen."""

    def show_listing(self, listing: Listing) -> None:
        """Show the list afresh."""

    def show_totals(self, totals: DayTotal | None) -> None:
        """Show what the listed sales come to; None while it is being added up."""

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show one receipt, or none."""

    def open_claim(self, receipt: Receipt) -> None:
        """Ask which member the receipt's points go to."""

    def show_claimants(self, text: str, found: tuple[Claimant, ...]) -> None:
        """Show the members a text may mean."""

    def choose_claimant(self, claimant: Claimant) -> None:
        """A card was scanned: this member."""

    def claimed(self, claimed: Claimed) -> None:
        """The points were given."""

    def refuse_claim(self, error: Exception) -> None:
        """Say in the sheet why not."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class SalesPresenter:
    """Holds what is listed and which receipt is in front; changes nothing but claims."""

    def __init__(self, view: SalesView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._period = Period.TODAY
        self._wanted = SaleFilter()
        self._receipt: Receipt | None = None
        self._claiming: Receipt | None = None
        self._asked_for: object = None
        self._adding_up: Job | None = None

    # --- the list -------------------------------------------------------------

    @property
    def receipt(self) -> Receipt | None:
        """The receipt in front."""
        return self._receipt

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

    def show_everything(self) -> None:
        """List all sales."""
        self._period = Period.ALL
        self._wanted = SaleFilter()
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now."""
        today = self._shop.desk.today()
        self._wanted = wanted = self._filter(today)
        period, sales = self._period, self._shop.sales

        def work() -> Listing:
            count = sales.page_count(wanted)
            return Listing(period, wanted, count, bool(count or sales.last(1)), today)

        self._tasks.run(work, self._listed)
        self._add_up(wanted)

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[SaleRow]], None]) -> None:
        """Find some rows of the list."""
        wanted = self._wanted
        self._tasks.run(lambda: self._shop.sales.page(wanted, offset, limit), give)

    # --- one receipt ----------------------------------------------------------

    def show(self, sale_id: UUID) -> None:
        """Bring a sale of the list to the front."""
        if self._receipt is not None and self._receipt.sale_id == sale_id:
            return
        self._bring(sale_id, lambda: self._shop.sales.by_id(sale_id))

    def open(self, text: str) -> None:
        """Bring the sale with this receipt number or code to the front, whenever it was."""
        if text.strip():
            self._bring(text, lambda: self._shop.sales.receipt(text))

    def again(self) -> None:
        """Read the receipt in front again."""
        receipt = self._receipt
        if receipt is not None:
            self._bring(receipt.sale_id, lambda: self._shop.sales.by_id(receipt.sale_id))

    # --- claiming its points --------------------------------------------------

    def can_claim(self, receipt: Receipt) -> bool:
        """Whether the receipt's points belong to nobody yet."""
        return receipt.member is None and not receipt.claimed_by

    def ask_claim(self) -> None:
        """Ask which member is given the points of the receipt in front, where that is allowed."""
        receipt = self._receipt
        if receipt is None:
            return
        desk = self._shop.desk
        days = desk.schemes[receipt.scheme_version].claim_days
        if not self.can_claim(receipt):
            self._view.refuse(AlreadyClaimed(receipt.number))
        elif (desk.today() - receipt.business_date).days > days:
            self._view.refuse(ClaimTooLate(receipt.number, days))
        else:
            # The sheet is about this one, whatever comes to the front behind it.
            self._claiming = receipt
            self._view.open_claim(receipt)

    def find_claimants(self, text: str) -> None:
        """Find members as their name, phone or number is typed."""
        receipt, members = self._claiming or self._receipt, self._shop.members
        if receipt is None:
            return
        if not text.strip():
            self._view.show_claimants(text, ())
            return

        def work() -> tuple[Claimant, ...]:
            hits = members.suggest(text, MOST_CLAIMANTS)
            return tuple(self._claimant(hit, receipt) for hit in hits)

        self._tasks.run(
            work,
            lambda found: self._view.show_claimants(text, found),
        )

    def scan_claimant(self, code: str) -> None:
        """Choose the member whose card was scanned."""
        receipt, members = self._claiming or self._receipt, self._shop.members
        if receipt is None:
            return

        def work() -> Claimant:
            return self._claimant(members.strip(members.resolve(code).member_id), receipt)

        self._tasks.run(work, self._view.choose_claimant, self._view.refuse_claim)

    def claim(self, claimant: Claimant) -> None:
        """Give the receipt's points to a member, once and for all."""
        receipt, claims = self._claiming or self._receipt, self._shop.claims
        if receipt is None:
            return

        def given(claimed: Claimed) -> None:
            self._view.claimed(claimed)
            self.again()

        self._tasks.run(
            lambda: claims.claim(receipt.number, claimant.member_id),
            given,
            self._view.refuse_claim,
        )

    # --- inside ---------------------------------------------------------------

    def _filter(self, today: date) -> SaleFilter:
        if self._period is Period.DAYS:
            return self._wanted
        if self._period is Period.ALL:
            return replace(self._wanted, first_day=None, last_day=None)
        back = timedelta(days=_DAYS_BACK[self._period])
        return replace(self._wanted, first_day=today - back, last_day=today)

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

    def _bring(self, what: object, work: Callable[[], Receipt | None]) -> None:
        self._asked_for = what

        def found(receipt: Receipt | None) -> None:
            if self._asked_for == what and receipt is not None:
                self._receipt = receipt
                self._view.show_receipt(receipt)

        self._tasks.run(work, found, self._view.refuse)

    def _claimant(self, hit: MemberHit | MemberStrip, receipt: Receipt) -> Claimant:
        points = self._shop.claims.points_of(receipt, MemberFacts(hit.member_id, hit.points))
        return Claimant(
            hit.member_id, hit.number, hit.name, hit.masked_phone, hit.points, hit.points + points
        )
