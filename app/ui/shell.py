"""What a screen may ask of the window it stands in. No screen knows another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.keys import Keys
from app.ui.tasks import Tasks
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.services.accounts import Accounts
    from app.services.audit_trail import AuditTrail
    from app.services.backtests import Backtests
    from app.services.backups import Backups
    from app.services.cards import Cards
    from app.services.care import Care
    from app.services.care_plans import CarePlans
    from app.services.cases import CaseBook
    from app.services.cash import Cash
    from app.services.challenges import Challenges
    from app.services.checkout import Checkout
    from app.services.claims import Claims
    from app.services.commissions import Commissions
    from app.services.compass import Compasses
    from app.services.coupons import Coupons
    from app.services.deposits import Deposits
    from app.services.desk import Desk, Settings
    from app.services.doctor import Doctor
    from app.services.due import DueJobs
    from app.services.duplicates import DuplicateFinder
    from app.services.exchange.answers_in import Answers
    from app.services.exchange.exports import Exports
    from app.services.exchange.imports import Imports
    from app.services.follow_up_rules import FollowUpRules
    from app.services.gift_cards import GiftCards
    from app.services.glance import Glances
    from app.services.grants import Grants
    from app.services.hints import HintBook
    from app.services.insights import Insights
    from app.services.invoices import Invoices
    from app.services.kept_habits import HabitKeeper
    from app.services.labels import Labels
    from app.services.lookup import Lookup
    from app.services.loyalty import Loyalty
    from app.services.measures import Measures
    from app.services.member_gaps import MemberGaps
    from app.services.member_place import MemberPlaces
    from app.services.members import Members
    from app.services.passes import Passes
    from app.services.people import People
    from app.services.perks import Perks
    from app.services.plans import Plans
    from app.services.points import Points
    from app.services.printing.jobs import Printing as PrintJobs
    from app.services.products import Products
    from app.services.refunds import Refunds
    from app.services.rewards import Rewards
    from app.services.sale_finding import SaleFinder
    from app.services.sale_pages import SalePages
    from app.services.sales import Sales
    from app.services.schemes import Schemes
    from app.services.segments import Segments
    from app.services.staff import StaffList
    from app.services.statements import Statements
    from app.services.stock import Stock
    from app.services.visits import Visits
    from app.services.wallets import Wallets
    from app.ui.customer_display import CustomerDisplay
    from app.ui.drawer import DrawerDoor
    from app.ui.printing import Printing
    from app.ui.rail import StatusLine
    from app.ui.roll_printer import RollPrinter
    from app.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class AtCounter:
    """What one screen asks the cashier to do for a member: `what` is "top_up", "pass" or "plan"."""

    member_id: UUID
    what: str = "top_up"


@dataclass(frozen=True, slots=True)
class DayAtAGlance:
    """What one screen asks the sales for: today's figures."""


@dataclass(frozen=True, slots=True)
class InsightTab:
    """What any screen asks the insight for: a tab by its id, and what its page is asked for."""

    tab: str
    request: object = None


class Shop(Protocol):
    """An open shop as screens see it: what `app.shop.open_shop` returns."""

    @property
    def cash(self) -> Cash: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def members(self) -> Members: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def products(self) -> Products: ...
    @property
    def checkout(self) -> Checkout: ...
    @property
    def claims(self) -> Claims: ...
    @property
    def sales(self) -> Sales: ...
    @property
    def refunds(self) -> Refunds: ...
    @property
    def sale_finder(self) -> SaleFinder: ...
    @property
    def sale_pages(self) -> SalePages: ...
    @property
    def glance(self) -> Glances: ...
    @property
    def schemes(self) -> Schemes: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def lookup(self) -> Lookup: ...
    @property
    def loyalty(self) -> Loyalty: ...
    @property
    def staff(self) -> StaffList: ...
    @property
    def audit_trail(self) -> AuditTrail: ...
    @property
    def coupons(self) -> Coupons: ...
    @property
    def points(self) -> Points: ...
    @property
    def wallets(self) -> Wallets: ...
    @property
    def gift_cards(self) -> GiftCards: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def deposits(self) -> Deposits: ...
    @property
    def passes(self) -> Passes: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def perks(self) -> Perks: ...
    @property
    def rewards(self) -> Rewards: ...
    @property
    def statements(self) -> Statements: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def exports(self) -> Exports: ...
    @property
    def backups(self) -> Backups: ...
    @property
    def doctor(self) -> Doctor: ...
    @property
    def backtests(self) -> Backtests: ...
    @property
    def due(self) -> DueJobs: ...
    @property
    def duplicates(self) -> DuplicateFinder: ...
    @property
    def member_gaps(self) -> MemberGaps: ...
    @property
    def hints(self) -> HintBook: ...
    @property
    def printing(self) -> PrintJobs: ...
    @property
    def stock(self) -> Stock: ...
    @property
    def labels(self) -> Labels: ...
    @property
    def insights(self) -> Insights: ...
    @property
    def people(self) -> People: ...
    @property
    def places(self) -> MemberPlaces: ...
    @property
    def grants(self) -> Grants: ...
    @property
    def segments(self) -> Segments: ...
    @property
    def habits(self) -> HabitKeeper: ...
    @property
    def compass(self) -> Compasses: ...
    @property
    def invoices(self) -> Invoices: ...
    @property
    def commissions(self) -> Commissions: ...
    @property
    def care(self) -> Care: ...
    @property
    def challenges(self) -> Challenges: ...
    @property
    def measures(self) -> Measures: ...
    @property
    def care_plans(self) -> CarePlans: ...
    @property
    def cases(self) -> CaseBook: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def follow_up_rules(self) -> FollowUpRules: ...
    def close(self) -> None:
        """Close the shop's file."""


class Shell(Protocol):
    """The window, as a screen sees it."""

    @property
    def tasks(self) -> Tasks:
        """The only way to the database."""

    @property
    def keys(self) -> Keys:
        """The key table in force."""

    @property
    def config(self) -> TillConfig:
        """This till's settings."""

    @property
    def shop(self) -> Shop:
        """The open shop. Screens use it from `Screen.opened` on, inside tasks only."""

    @property
    def printing(self) -> Printing:
        """The printers chosen for this till."""

    @property
    def roll(self) -> RollPrinter:
        """The receipt printer that takes commands, and the drawer behind it."""

    @property
    def display(self) -> CustomerDisplay:
        """The screen that faces the customer."""

    @property
    def drawer(self) -> DrawerDoor:
        """The drawer: float, count, reports."""

    @property
    def language(self) -> str:
        """The language shown: zh_CN, zh_TW or en."""

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""

    def overlay_parent(self) -> QWidget:
        """The widget that sheets lie over."""

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say something for eight seconds, with a way to take it back."""

    def banner(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Say something that stays until it is dealt with; one at a time."""

    def take_banner_away(self, text: str) -> None:
        """What the banner `text` says is dealt with; another banner stays."""

    def sentence(self, error: Exception) -> str:
        """One sentence for a refusal, or the apology for a bug, which is logged."""

    def show_error(self, error: Exception) -> None:
        """Say `sentence(error)` where the clerk looks."""

    def forget_error(self) -> None:
        """Take what `show_error` said away: what came after it worked."""

    def go(self, section: str, request: object = None) -> None:
        """Show another section; its screen's `asked` gets `request`."""

    def save_config(self, config: TillConfig) -> None:
        """Keep other till settings and follow them at once."""

    def tell_changed(self, topic: str, by: Screen | None = None) -> None:
        """Let every other screen know that "members", "products", "sales" or "settings" changed."""

    def sound(self, good: bool) -> None:
        """The tone after a scan."""
