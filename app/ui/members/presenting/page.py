"""One member's page: everything it shows, and what may be done there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

from app.services.cards import MemberCard
from app.services.member_types import Dependant, HistoryEntry, Member, PointsRow
from app.services.rules.birthdays import next_occurrence
from app.services.rules.phones import masked
from app.services.rules.points import points_worth_minor
from app.services.rules.scheme.offers import BenefitKind
from app.services.sales import SaleFilter
from app.ui.members.presenting.figures import average_minor, rhythm_tenths

if TYPE_CHECKING:
    from app.services.accounts import AccountHeld, AccountRow
    from app.services.coupons import Coupon
    from app.services.deposits import Deposit
    from app.services.invoices import InvoiceBuyer
    from app.services.merge_types import Merge, MergedMember
    from app.services.rules.scheme import Scheme
    from app.services.rules.scheme.offers import Reward
    from app.services.standing import Standing
    from app.services.statements import WalletRow
    from app.services.visits import Visit
    from app.ui.tasks import Tasks

AT_FIRST: Final = 60
"""Lines of the past that come with the page; twice as many each time its end is reached."""


@dataclass(frozen=True, slots=True)
class Past:
    """A stretch of the past, newest first; `more` says that there is an older part."""

    lines: tuple[Any, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows of a member. Amounts are minor units; rhythm is tenths of a
    day between the visits of twelve months."""

    member: Member
    masked_phone: str
    today: date
    birthday_on: date | None
    last_visit_on: date | None
    cards: tuple[MemberCard, ...]
    dependants: tuple[tuple[Dependant, date | None], ...]
    worth_minor: int
    spent_12_minor: int
    average_minor: int | None
    rhythm_tenths: int | None
    monthly: tuple[tuple[str, int], ...]
    favourites: tuple[str, ...]
    history: Past
    points: Past
    standing: Standing
    wallet: Past
    coupons: tuple[Coupon, ...]
    partner_cards: tuple[str, ...]
    scheme: Scheme
    merged: tuple[Merge, ...] = ()
    merged_into: MergedMember | None = None
    account: AccountHeld | None = None
    owing: tuple[AccountRow, ...] = ()
    """The last entries of the account, newest first."""
    deposits: tuple[Deposit, ...] = ()
    referrer: tuple[str, str] | None = None
    """(number, name) of who brought them along."""
    buyer: InvoiceBuyer | None = None
    """Whom their invoices name."""

    @property
    def has_wallet(self) -> bool:
        """Whether stored value is worth showing: offered, or held from before."""
        return self.scheme.wallet is not None or bool(self.wallet.lines)

    @property
    def has_benefits(self) -> bool:
        """Whether the scheme has, or this member has, anything beside points and wallet.

        What they may owe is set there too.
        """
        scheme = self.scheme
        return self.account is not None or bool(
            scheme.coupons or scheme.passes or scheme.plans or scheme.perks or scheme.badges
            or scheme.partner_cards or self.coupons or self.standing.passes
        )  # fmt: skip

    @property
    def handed_out(self) -> tuple[Reward, ...]:
        """The rewards of the scheme that need no basket: outside vouchers, and coupons."""
        return tuple(
            reward
            for reward in self.scheme.rewards
            if reward.benefit is None or reward.benefit.kind is BenefitKind.GIVE_COUPON
        )

    @property
    def name(self) -> str:
        """What the member is called here: the name, else the number."""
        return self.member.name or self.member.number


class PageView(Protocol):
    """What the presenter asks of the screen."""

    def show_page(self, page: Page) -> None:
        """Show a member, or the same one as they are now."""

    def show_phone(self, phone: str) -> None:
        """Show the phone: whole, or hidden again."""

    def show_history(self, past: Past) -> None:
        """Show a longer stretch of what happened."""

    def show_points(self, past: Past) -> None:
        """Show a longer stretch of the points."""

    def show_wallet(self, past: Past) -> None:
        """Show a longer stretch of the stored value."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class PagePresenter:
    """Opens one member at a time; a late answer about another is dropped."""

    def __init__(self, view: PageView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._member_id: UUID | None = None
        self._page: Page | None = None
        self._history_limit = AT_FIRST
        self._points_limit = AT_FIRST
        self._wallet_limit = AT_FIRST

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    # --- reading ------------------------------------------------------------------

    def open(self, member_id: UUID) -> None:
        """Show a member."""
        self._member_id = member_id
        self._page = None
        self._history_limit = self._points_limit = self._wallet_limit = AT_FIRST
        self.reload()

    def open_number(self, number: str) -> None:
        """Show the member with this number."""
        self._tasks.run(
            lambda: self._shop.members.by_number(number).member_id, self.open, self._view.refuse
        )

    def leave(self) -> None:
        """Nobody is shown any more."""
        self._member_id = self._page = None

    def reload(self) -> None:
        """Show the member as they are now."""
        member_id = self._member_id
        if member_id is None:
            return

        def loaded(page: Page) -> None:
            if member_id == self._member_id:
                self._page = page
                self._view.show_page(page)

        self._tasks.run(lambda: self._load(member_id), loaded, self._view.refuse)

    def _load(self, member_id: UUID) -> Page:
        shop = self._shop
        member: Member = shop.members.get(member_id)
        today = shop.desk.today()
        visits: tuple[Visit, ...] = shop.visits.of_member(member_id, 1)
        sales = shop.sales.page_count(SaleFilter(member_id=member_id))

        def next_day(person: Member | Dependant) -> date | None:
            return None if person.birthday is None else next_occurrence(person.birthday, today)

        return Page(
            member=member,
            masked_phone=masked(member.phone),
            today=today,
            birthday_on=next_day(member),
            last_visit_on=visits[0].business_date if visits else None,
            cards=shop.cards.of_member(member_id),
            dependants=tuple((each, next_day(each)) for each in member.dependants),
            worth_minor=points_worth_minor(member.points, shop.desk.scheme),
            spent_12_minor=shop.members.spent_12_months(member_id),
            average_minor=average_minor(member.spent_minor, sales),
            rhythm_tenths=rhythm_tenths(shop.members.visit_days_12_months(member_id)),
            monthly=shop.members.monthly_spend(member_id),
            favourites=shop.members.favourites(member_id),
            history=self._history(member_id, self._history_limit),
            points=self._points(member_id, self._points_limit),
            standing=shop.loyalty.standing(member_id),
            wallet=self._wallet(member_id, self._wallet_limit),
            coupons=shop.coupons.listed(member_id),
            partner_cards=self._partner_cards(member_id),
            scheme=shop.desk.scheme,
            merged=shop.merges.merged(member_id),
            merged_into=shop.merges.merged_into(member_id),
            referrer=shop.perks.referrer(member_id),
            account=shop.accounts.owed(member_id),
            owing=shop.accounts.entries(member_id, AT_FIRST),
            deposits=shop.deposits.of_member(member_id),
            buyer=shop.invoices.buyer(member_id),
        )

    def _history(self, member_id: UUID, limit: int) -> Past:
        lines: tuple[HistoryEntry, ...] = self._shop.members.history(member_id, limit)
        return Past(lines, len(lines) == limit)

    def _points(self, member_id: UUID, limit: int) -> Past:
        lines: tuple[PointsRow, ...] = self._shop.members.points_entries(member_id, limit)
        return Past(lines, len(lines) == limit)

    def _wallet(self, member_id: UUID, limit: int) -> Past:
        lines: tuple[WalletRow, ...] = self._shop.statements.wallet_entries(member_id, limit)
        return Past(lines, len(lines) == limit)

    def _partner_cards(self, member_id: UUID) -> tuple[str, ...]:
        if not self._shop.desk.scheme.partner_cards:
            return ()
        cards: tuple[str, ...] = self._shop.checkout.member_facts(member_id).partner_cards
        return cards

    # The past is asked for again from its newest line, longer: many lines of an imported past
    # share one moment, and asking for "before that moment" would lose some of them.

    def more_history(self) -> None:
        """Show twice as much of what happened."""
        member_id = self._member_id
        if member_id is not None:
            self._history_limit *= 2
            limit = self._history_limit
            self._longer(
                member_id, lambda: self._history(member_id, limit), self._view.show_history
            )

    def more_points(self) -> None:
        """Show twice as much of the points."""
        member_id = self._member_id
        if member_id is not None:
            self._points_limit *= 2
            limit = self._points_limit
            self._longer(member_id, lambda: self._points(member_id, limit), self._view.show_points)

    def more_wallet(self) -> None:
        """Show twice as much of the stored value."""
        member_id = self._member_id
        if member_id is not None:
            self._wallet_limit *= 2
            limit = self._wallet_limit
            self._longer(member_id, lambda: self._wallet(member_id, limit), self._view.show_wallet)

    def _longer(
        self, member_id: UUID, find: Callable[[], Past], show: Callable[[Past], None]
    ) -> None:
        def found(past: Past) -> None:
            if member_id == self._member_id:
                show(past)

        self._tasks.run(find, found, self._view.refuse)

    def show_phone(self, whole: bool) -> None:
        """Show the whole phone, which is audited, or hide it again."""
        page = self._page
        if page is None:
            return
        member_id = page.member.member_id
        if not whole:
            self._view.show_phone(page.masked_phone)
            return

        def revealed(phone: str) -> None:
            if member_id == self._member_id:
                self._view.show_phone(phone)

        self._tasks.run(
            lambda: self._shop.members.reveal_phone(member_id), revealed, self._view.refuse
        )
