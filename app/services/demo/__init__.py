"""The demo shop: a café with 500 members, 60 products and a year of sales up to now.

Everything goes through the services, rules and rows that a real shop uses, so the doctor finds
nothing; the same seed on the same day makes the same shop.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from app.models.database import Database
from app.services.cards import CardKind, Cards
from app.services.checkout import Checkout
from app.services.claims import Claims
from app.services.demo import words
from app.services.demo.baskets import Baskets
from app.services.demo.campaigns import (
    BEFORE_DAYS,
    LASTS_DAYS,
    LEAST_DAYS,
    MORE_PERCENT,
    DemoCampaigns,
)
from app.services.demo.care import DemoCare
from app.services.demo.goods import (
    BAKERY,
    CATEGORIES,
    COFFEE,
    GOODS,
    MEALS,
    TEA,
    DemoProduct,
    demo_products,
)
from app.services.demo.people import DemoMember, People
from app.services.demo.trade import Account, Trade
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.members import Members
from app.services.products import Product, Products
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.codes import receipt_number
from app.services.sales import Sales
from app.services.settings import ShopSettings

DEMO_SEED = 88
# The shop opened this long before the sales that are made; its first members joined then.
_OPEN_BEFORE = timedelta(days=1000)
_TEMPTING = (COFFEE, TEA, BAKERY, MEALS)


@dataclass(frozen=True, slots=True)
class DemoSize:
    """How large a demo is: its members, and how many days of sales lie before today."""

    members: int = 500
    days: int = 365


FULL_SIZE = DemoSize()


def demo_settings(language: str) -> ShopSettings:
    """The demo shop's settings, clearly marked as such, where `language` is spoken."""
    spoken = language if language in words.SHOP else "en"
    name, subtitle, address, phone = words.SHOP[spoken]
    currency, time_zone, region = words.PLACE[spoken]
    return ShopSettings(
        name=name,
        subtitle=subtitle,
        address=address,
        phone=phone,
        currency=currency,
        language=spoken,
        time_zone=time_zone,
        region=region,
        receipt_footer=words.FOOTER[spoken],
        card_terms=words.CARD_TERMS[spoken],
        demo=True,
    )


def opened_at(now: datetime, size: DemoSize = FULL_SIZE) -> datetime:
    """When the demo shop opened, for a demo that ends at `now`."""
    return now - _OPEN_BEFORE - timedelta(days=size.days)


def fill_demo(
    database: Database,
    now: datetime,
    *,
    seed: int = DEMO_SEED,
    size: DemoSize = FULL_SIZE,
    progress: Progress = silent,
    cancelled: StopAsked = never,
) -> None:
    """Fill a new shop made with `demo_settings`, inside the caller's transaction.

    Raises Cancelled.
    """
    _Filling(database, now, Random(seed), size, _Watch(progress, cancelled)).run()  # noqa: S311


class _Clock:
    """Stands at the moment of the past that is being filled in."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def go_to(self, moment: datetime) -> None:
        """Stand somewhere else."""
        self.at = moment


@dataclass(frozen=True, slots=True)
class _Watch:
    """Whoever looks at the progress and may stop it."""

    progress: Progress
    cancelled: StopAsked


class _Filling:
    def __init__(
        self, database: Database, now: datetime, random: Random, size: DemoSize, watch: _Watch
    ) -> None:
        self._now = now.astimezone(UTC)
        self._clock = _Clock(self._now)
        self._desk = Desk(database, self._clock)
        self._language = self._desk.settings.language
        self._today = self._desk.today()
        self._size = size
        self._first_day = self._today - timedelta(days=size.days)
        self._random = random
        self._watch = watch
        self._cards = Cards(self._desk)
        self._members = Members(self._desk, self._cards)

    def run(self) -> None:
        """Products, members, a year of sales, then what is unfinished today."""
        goods = self._goods()
        accounts = self._accounts(self._people([demo for _, demo in goods]))
        baskets = Baskets(self._random, self._language, goods, self._desk.settings.money)
        trade = Trade(self._desk, self._random, baskets, accounts)
        days = self._size.days
        for passed in range(days + 1):
            self._step(self._size.members + passed)
            day = self._first_day + timedelta(days=passed)
            if days >= LEAST_DAYS and passed == days - BEFORE_DAYS:
                self._campaign(trade, day)
            trade.day(day, self._now - timedelta(minutes=4), 88 + 20 * passed // days)
        trade.finish()
        self._troubles(accounts)
        self._unfinished(accounts, baskets, trade.unclaimed)
        self._care(accounts)
        self._step(self._size.members + days + 1)

    def _step(self, done: int) -> None:
        stop_if(self._watch.cancelled)
        self._watch.progress(done, self._size.members + self._size.days + 1)

    # --- before the year --------------------------------------------------------

    def _goods(self) -> list[tuple[Product, DemoProduct]]:
        self._clock.at = opened_at(self._now, self._size)
        products = Products(self._desk)
        made = [(products.add(demo.draft), demo) for demo in demo_products(self._language)]
        self._clock.at = self._now
        return made

    def _people(self, goods: Sequence[DemoProduct]) -> list[DemoMember]:
        tempting = [
            place
            for place, demo in enumerate(goods)
            if demo.category in _TEMPTING and not demo.draft.weighed
            for _ in range(demo.often)
        ]
        people = People(self._random, self._language, self._first_day, self._today, tempting)
        return people.members(self._size.members)

    def _accounts(self, people: Sequence[DemoMember]) -> list[Account]:
        accounts: list[Account] = []
        for done, person in enumerate(people):
            if done % 25 == 0:
                self._step(done)
            noon = datetime.combine(person.joined_on, time(12), self._desk.zone)
            self._clock.at = min(noon.astimezone(UTC), self._now)
            enrolled = self._members.add(person.draft)
            accounts.append(Account(enrolled.member.member_id, person))
        self._clock.at = self._now
        return accounts

    # --- in the middle of it ------------------------------------------------------

    def _campaign(self, trade: Trade, first: date) -> None:
        """A campaign that brings those in who were reached."""
        trade.write()
        campaigns = DemoCampaigns(self._desk, self._clock.go_to)
        reached = campaigns.run(first)
        self._clock.go_to(self._now)
        trade.draw_in(reached, first + timedelta(days=LASTS_DAYS - 1), MORE_PERCENT)

    # --- after it -----------------------------------------------------------------

    def _troubles(self, accounts: Sequence[Account]) -> None:
        """Lost cards, a family's second card, frozen members."""
        for account in accounts[40:400:120]:
            (card,) = self._cards.of_member(account.member_id)
            self._cards.replace(card.card_id)
        for account in accounts[15:300:60]:
            holder = words.GIVEN_FEMALE[account.person.visits_a_year % 9]
            self._cards.issue(account.member_id, CardKind.PRINTED, holder)
        lapsed = [account for account in accounts if account.person.lapses_on is not None]
        for account in lapsed[:2]:
            self._members.freeze(account.member_id)

    def _care(self, accounts: Sequence[Account]) -> None:
        """What was promised to those who still come."""
        here = [each.member_id for each in accounts if each.person.lapses_on is None]
        care = DemoCare(self._desk, self._clock.go_to, self._now, here)
        care.fill(CATEGORIES[self._language][GOODS])

    def _unfinished(
        self, accounts: Sequence[Account], baskets: Baskets, unclaimed: Sequence[tuple[object, int]]
    ) -> None:
        """Two parked baskets, and a receipt whose points were claimed late."""
        desk = self._desk
        loyalty = Loyalty(desk)
        checkout = Checkout(desk, Sales(desk), loyalty)
        here = [account for account in accounts if account.person.lapses_on is None]
        carts = (baskets.cart(2, (), None), baskets.cart(1, (), here[0].facts))
        for cart, label in zip(carts, words.HELD[self._language], strict=True):
            checkout.hold(cart, label)
        if unclaimed:
            number = receipt_number(desk.till.number, unclaimed[-1][1])
            Claims(desk, Sales(desk), loyalty).claim(number, here[1].member_id)
