"""The composition root: everything a shop can do, put together once. No registry, no magic."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.config import TillConfig
from app.errors import (
    BackupUnsound,
    ShopExists,
    ShopFileTooNew,
    ShopFileUnreadable,
    ShopMissing,
)
from app.models.database import Database, create_database, open_database, schema_version
from app.services.cards import Cards
from app.services.care_services import CareServices
from app.services.checkout import Checkout
from app.services.claims import Claims
from app.services.day_services import DayServices
from app.services.desk import Clock, Desk, Settings, utc_now
from app.services.lookup import Lookup
from app.services.loyalty import Loyalty
from app.services.members import Members
from app.services.people_services import PeopleServices
from app.services.products import Products
from app.services.progress import Progress, StopAsked, never, silent
from app.services.sales import Sales
from app.services.seeding import first_rows
from app.services.settings import ShopSettings, check_settings
from app.services.value_services import ValueServices
from app.services.visits import Visits

if TYPE_CHECKING:
    from app.services.backtests import Backtests
    from app.services.backups import Backups
    from app.services.campaigns import Campaigns
    from app.services.compass import Compasses
    from app.services.coupons import Coupons
    from app.services.demo import DemoSize
    from app.services.doctor import Doctor
    from app.services.due import DueJobs
    from app.services.exchange.exports import Exports
    from app.services.exchange.imports import Imports
    from app.services.grants import Grants
    from app.services.insights import Insights
    from app.services.kept_habits import HabitKeeper
    from app.services.lifting import Lifting
    from app.services.member_place import MemberPlaces
    from app.services.merges import Merges
    from app.services.people import People
    from app.services.perks import Perks
    from app.services.points import Points
    from app.services.refunds import Refunds
    from app.services.rewards import Rewards
    from app.services.schemes import Schemes
    from app.services.segments import Segments
    from app.services.statements import Statements


@dataclass(frozen=True)
class Shop(ValueServices, DayServices, PeopleServices, CareServices):
    """An open shop: its services, and the desk they work at."""

    config: TillConfig
    desk: Desk
    settings: Settings
    members: Members
    cards: Cards
    visits: Visits
    products: Products
    sales: Sales
    checkout: Checkout
    claims: Claims
    lookup: Lookup
    loyalty: Loyalty

    # What no start and no sale needs is loaded when it is first asked for.

    @cached_property
    def backups(self) -> "Backups":
        """Verified copies of the shop, and the way back to one."""
        from app.services.backups import Backups

        return Backups(self.desk, self.config.backup_dir)

    @cached_property
    def coupons(self) -> "Coupons":
        """Coupons: issued, listed, revoked, laid on a sale."""
        from app.services.coupons import Coupons

        return Coupons(self.desk)

    @cached_property
    def points(self) -> "Points":
        """Points that move outside a sale."""
        from app.services.points import Points

        return Points(self.desk)

    @cached_property
    def perks(self) -> "Perks":
        """Counted benefits, partner cards and referrals."""
        from app.services.perks import Perks

        return Perks(self.desk, self.loyalty)

    @cached_property
    def lifting(self) -> "Lifting":
        """Members lifted at once to the tier they have reached."""
        from app.services.lifting import Lifting

        return Lifting(self.desk)

    @cached_property
    def grants(self) -> "Grants":
        """Gifts to a group, and taken back."""
        from app.services.grants import Grants

        return Grants(self.desk, self.points)

    @cached_property
    def merges(self) -> "Merges":
        """Members who are one person: merged, and taken apart again."""
        from app.services.merges import Merges

        return Merges(self.desk, self.loyalty)

    @cached_property
    def due(self) -> "DueJobs":
        """What becomes due by itself: points that lapse, reviews, renewals, birthdays."""
        from app.services.due import DueJobs

        return DueJobs(self.desk)

    @cached_property
    def refunds(self) -> "Refunds":
        """Returns and voids."""
        from app.services.refunds import Refunds

        return Refunds(self.desk, self.sales, self.checkout)

    @cached_property
    def rewards(self) -> "Rewards":
        """Rewards handed out without a sale."""
        from app.services.rewards import Rewards

        return Rewards(self.desk, self.loyalty)

    @cached_property
    def statements(self) -> "Statements":
        """What members are told of their account."""
        from app.services.statements import Statements

        return Statements(self.desk, self.members, self.loyalty)

    @cached_property
    def schemes(self) -> "Schemes":
        """Presets, versions and files of the loyalty scheme."""
        from app.services.schemes import Schemes

        return Schemes(self.desk, self.products)

    @cached_property
    def doctor(self) -> "Doctor":
        """Checks that everything in the file adds up."""
        from app.services.doctor import Doctor

        return Doctor(self.desk)

    @cached_property
    def imports(self) -> "Imports":
        """Members, products and sales from files; a backup is made before each import."""
        from app.services.exchange.imports import Imports

        return Imports(
            self.desk,
            self.members,
            self.products,
            lambda cancelled: self.backups.make(reason="before_import", cancelled=cancelled),
        )

    @cached_property
    def exports(self) -> "Exports":
        """The shop's tables as files."""
        from app.services.exchange.exports import Exports

        return Exports(self.desk)

    @cached_property
    def insights(self) -> "Insights":
        """Where members stand, and what to expect of them."""
        from app.services.insights import Insights

        return Insights(self.desk)

    @cached_property
    def people(self) -> "People":
        """Who is behind a figure."""
        from app.services.people import People

        return People(self.desk, self.insights)

    @cached_property
    def places(self) -> "MemberPlaces":
        """Where one member stands among all."""
        from app.services.member_place import MemberPlaces

        return MemberPlaces(self.desk, self.insights, self.segments)

    @cached_property
    def segments(self) -> "Segments":
        """Members by what they are and did."""
        from app.services.segments import Segments

        return Segments(self.desk, self.insights)

    @cached_property
    def habits(self) -> "HabitKeeper":
        """What members like and when they come, kept in the file of a large shop."""
        from app.services.kept_habits import HabitKeeper

        return HabitKeeper(self.desk)

    @cached_property
    def campaigns(self) -> "Campaigns":
        """Campaigns: asked, offered, followed, and what they added."""
        from app.services.campaigns import Campaigns

        return Campaigns(self.desk, self.segments, self.insights, self.points)

    @cached_property
    def compass(self) -> "Compasses":
        """The shop's figures, period beside period."""
        from app.services.compass import Compasses

        return Compasses(self.desk)

    @cached_property
    def backtests(self) -> "Backtests":
        """Schemes tried on the stored sales."""
        from app.services.backtests import Backtests

        return Backtests(self.desk)

    def close(self) -> None:
        """Close the shop's file."""
        self.desk.database.close()


def open_shop(config: TillConfig, *, clock: Clock = utc_now, key: str | None = None) -> Shop:
    """Open the shop in the till's folder, bringing an older file up to date first.

    Raises ShopMissing, ShopFileUnreadable, ShopFileTooNew, EngineTooOld, StorageBusy, and
    BackupUnsound or StorageFailed where an older file cannot be backed up first.
    """
    if not config.shop_file.is_file():
        raise ShopMissing(str(config.data_dir))
    database = open_database(config.shop_file, key=key)
    try:
        if database.version < schema_version():
            from app.services.backup_making import make_backup

            make_backup(database, config.backup_dir, now=clock(), reason="before_migration")
            database.migrate()
        return assemble(config, database, clock)
    except BaseException:
        database.close()
        raise


def create_shop(
    config: TillConfig,
    settings: ShopSettings,
    *,
    clock: Clock = utc_now,
    key: str | None = None,
) -> Shop:
    """Make a new shop in the till's folder, all or nothing, and open it.

    Raises ShopExists, FieldInvalid, StorageFailed.
    """
    if config.shop_file.exists():
        raise ShopExists(str(config.data_dir))
    check_settings(settings)
    config.data_dir.mkdir(parents=True, exist_ok=True)
    create_database(
        config.shop_file, lambda database: first_rows(database, settings, clock), key=key
    )
    return open_shop(config, clock=clock, key=key)


def make_demo(
    config: TillConfig,
    progress: Progress = silent,
    cancelled: StopAsked = never,
    *,
    language: str = "",
    seed: int | None = None,
    size: "DemoSize | None" = None,
    clock: Clock = utc_now,
) -> Shop:
    """Make the demo shop in the till's folder, all or nothing, and open it.

    `language` is the demo's, else the screens', else Chinese; the same `seed` on the same day
    makes the same shop. Raises ShopExists, Cancelled, StorageFailed.
    """
    # Not imported with the rest: an ordinary start never needs it.
    from app.services import demo

    if config.shop_file.exists():
        raise ShopExists(str(config.data_dir))
    now = clock()
    chosen = size or demo.FULL_SIZE
    settings = demo.demo_settings(language or config.language or "zh_CN")

    def fill(database: Database) -> None:
        first_rows(database, settings, lambda: demo.opened_at(now, chosen))
        demo.fill_demo(
            database,
            now,
            seed=demo.DEMO_SEED if seed is None else seed,
            size=chosen,
            progress=progress,
            cancelled=cancelled,
        )

    config.data_dir.mkdir(parents=True, exist_ok=True)
    create_database(config.shop_file, fill)
    return open_shop(config, clock=clock)


def restore_shop(
    config: TillConfig,
    backup: Path,
    *,
    clock: Clock = utc_now,
    key: str | None = None,
    progress: Progress = silent,
    cancelled: StopAsked = never,
) -> Shop:
    """Open the shop as a backup holds it, also where there is none or it can no longer be read.

    Raises as `Backups.restore`.
    """
    from app.services.restores import Restore, figures_of, stored_aside

    try:
        shop = open_shop(config, clock=clock, key=key)
    except (ShopMissing, ShopFileUnreadable, ShopFileTooNew, BackupUnsound):
        restore = Restore(backup, config.shop_file, config.backup_dir, key)
        present = figures_of(config.shop_file, key)
        with restore.prepared(clock(), present, progress, cancelled):
            if config.shop_file.exists():
                stored_aside(config.shop_file, config.backup_dir, clock())
            restore.put_in_place()
        return open_shop(config, clock=clock, key=key)
    try:
        shop.backups.restore(backup, progress, cancelled)
    except BaseException:
        shop.close()
        raise
    return shop


def assemble(config: TillConfig, database: Database, clock: Clock) -> Shop:
    """The services of an open file."""
    desk = Desk(database, clock)
    cards = Cards(desk)
    members = Members(desk, cards)
    products = Products(desk)
    sales = Sales(desk)
    loyalty = Loyalty(desk)
    shop = Shop(
        config=config,
        desk=desk,
        settings=Settings(desk),
        members=members,
        cards=cards,
        visits=Visits(desk),
        products=products,
        sales=sales,
        checkout=Checkout(desk, sales, loyalty),
        claims=Claims(desk, sales, loyalty),
        lookup=Lookup(desk, members, cards, products, sales),
        loyalty=loyalty,
    )

    def before_spending(member_id: UUID) -> None:
        shop.due.run_for(member_id)  # loaded only when it is first asked for

    desk.before_spending = before_spending
    return shop
