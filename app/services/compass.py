"""The shop compass (店铺分析罗盘): the shop's figures of a period, beside the one before and a
year before. Nothing here changes anything.

Each verb reads one part of the page by itself, so that a window can show what is there already.
Days after today do not count, whatever a sale is dated.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TypeVar
from uuid import UUID

from app.errors import FieldInvalid
from app.models import compass as stored
from app.models.database import Database
from app.services.as_written import as_written
from app.services.compass_ledgers import benefits_of, ledgers_of, tiers_of
from app.services.compass_lists import Behind, members_behind, sales_behind
from app.services.compass_sales import buyers_of, people_of, sales_of
from app.services.compass_types import (
    BenefitUse,
    Best,
    BestProduct,
    Compass,
    Counted,
    Ledgers,
    Owed,
    Pairs,
    People,
    TierMove,
    Tiers,
)
from app.services.desk import Desk
from app.services.rules.insight.cohorts import COHORTS_SHOWN, Cohort, cohorts, first_month
from app.services.rules.insight.figures import Figure
from app.services.rules.insight.pairs import LEAST_SUPPORT, pairs
from app.services.rules.insight.periods import Compared, Period, compared, refused
from app.services.sale_list import SaleFilter

__all__ = [
    "Behind",
    "BenefitUse",
    "Best",
    "BestProduct",
    "Compass",
    "Compasses",
    "Counted",
    "Ledgers",
    "Owed",
    "Pairs",
    "People",
    "TierMove",
    "Tiers",
]

T = TypeVar("T")
BEST = 10
# The newest ones: older habits say little, and all of ten years would take minutes.
BASKETS_READ = 50_000
SALES_READ = 100_000


class Compasses:
    """Reads the shop's past."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- periods --------------------------------------------------------------------

    def this_month(self) -> Period:
        """From the first of this month until today."""
        today = self._desk.today()
        return Period(today.replace(day=1), today)

    def period(self, first: date, last: date) -> Period:
        """The days from `first` to `last`, today at the latest.

        Raises FieldInvalid (`after_the_end`, `in_the_future`, `too_long_ago`).
        """
        today = self._desk.today()
        if reason := refused(first, last, today):
            raise FieldInvalid("from", reason, first.isoformat())
        return Period(first, min(last, today))

    # --- the parts of the page --------------------------------------------------------

    def sales(self, period: Period) -> tuple[Figure, ...]:
        """What was sold, what came back, and the members' part of it."""
        return self._reading(lambda database: sales_of(database, compared(period)))

    def people(self, period: Period) -> People:
        """Who joined, by source, and how many members there are."""
        return self._reading(lambda database: people_of(database, compared(period)))

    def buyers(self, period: Period) -> tuple[Figure, ...]:
        """How many members bought, and how many came again within 30, 60 and 90 days."""
        today = self._desk.today()
        return self._reading(lambda database: buyers_of(database, compared(period), today))

    def ledgers(self, period: Period) -> Ledgers:
        """Points, coupons and stored value that moved, and what is owed month by month."""
        scheme = self._desk.scheme
        return self._reading(lambda database: ledgers_of(database, compared(period), scheme))

    def tiers(self, period: Period) -> Tiers:
        """Who rose and who fell."""
        scheme = self._desk.scheme
        return self._reading(lambda database: tiers_of(database, compared(period), scheme))

    def benefits(self, period: Period) -> tuple[BenefitUse, ...]:
        """How often each benefit was used, most first."""
        scheme = self._desk.scheme
        return self._reading(lambda database: benefits_of(database, compared(period), scheme))

    def cohorts(self, period: Period) -> tuple[Cohort, ...]:
        """Of the members who first bought in each of the last twelve months: who came back."""
        until = period.last.isoformat()
        begun = f"{first_month(until[:7], COHORTS_SHOWN)}-01"
        return self._reading(
            lambda database: cohorts(stored.cohorts(database, begun, until), until[:7])
        )

    def owed(self, period: Period) -> tuple[Owed, ...]:
        """What was owed at the end of each month of the period, and on its last day."""
        return self.ledgers(period).months

    def best(self, period: Period) -> Best:
        """What brought most, less what came back, in the newest 100,000 sales of the period."""
        return self._reading(lambda database: _best(database, compared(period)))

    def pairs(self, period: Period, least_support: int = LEAST_SUPPORT) -> Pairs:
        """What is often bought together, in the newest 50,000 baskets of the period."""
        return self._reading(lambda database: _pairs(database, period, least_support))

    def compass(self, period: Period | None = None) -> Compass:
        """The whole page of a period, else of this month so far."""
        asked = period or self.this_month()
        people, ledgers, tiers = self.people(asked), self.ledgers(asked), self.tiers(asked)
        figures = (
            *self.sales(asked), *people.figures, *self.buyers(asked), *tiers.figures,
            *ledgers.figures,
        )  # fmt: skip
        return Compass(
            periods=compared(asked),
            figures=figures,
            sources=people.sources,
            tiers=tiers,
            benefits=self.benefits(asked),
            months=ledgers.months,
            cohorts=self.cohorts(asked),
            best=self.best(asked),
            pairs=self.pairs(asked),
        )

    # --- the lists behind ---------------------------------------------------------------

    def members_behind(self, behind: Behind) -> tuple[int, ...]:
        """The `seq` of every member a figure counts, by number; empty where it counts sales."""
        today = self._desk.today()
        return self._reading(lambda database: members_behind(database, behind, today))

    def sales_behind(self, behind: Behind) -> SaleFilter | None:
        """Which documents a figure counts; None where it counts members."""
        return sales_behind(behind)

    def _reading(self, work: Callable[[Database], T]) -> T:
        database = self._desk.database
        with as_written(database):
            return database.read_transaction(lambda: work(database))


def days_of(period: Period) -> tuple[str, str]:
    """Its first and last day as the file writes them."""
    return period.first.isoformat(), period.last.isoformat()


def _best(database: Database, periods: Compared) -> Best:
    counts = [stored.sales_count(database, *days_of(each)) for each in periods]
    now = stored.products(database, *days_of(periods.now), SALES_READ)[:BEST]
    known = [_totals(database, each) for each in periods[1:]] if now else [{}, {}]
    for at, count in enumerate(counts[1:]):
        if count > SALES_READ:
            known[at] = None
    return Best(
        tuple(
            BestProduct(
                None if product is None else UUID(bytes=product),
                name,
                quantity,
                minor,
                *(was if was is None else was.get(product or name, 0) for was in known),
            )
            for product, name, quantity, minor in now
        ),
        min(counts[0], SALES_READ),
        counts[0],
    )


def _totals(database: Database, period: Period) -> dict[bytes | str, int] | None:
    rows = stored.products(database, *days_of(period), SALES_READ)
    return {product or name: minor for product, name, _, minor in rows}


def _pairs(database: Database, period: Period, least_support: int) -> Pairs:
    rows = stored.baskets(database, *days_of(period), BASKETS_READ)
    seen: Counter[str] = Counter()

    def names() -> Iterable[list[str]]:
        for _, basket in groupby(rows, itemgetter(0)):
            seen["read"] += 1
            yield [name for _, name in basket]

    found = pairs(names(), least_support)
    sales = stored.sales_count(database, *days_of(period))
    return Pairs(found, seen["read"], sales)
