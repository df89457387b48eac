"""The shop compass (店铺分析罗盘): the shop's figures of a period, beside the one before and a
year before. Nothing here changes anything.

Each verb reads one part of the page by itself, so that a window can show what is there already.
Days after today do not count, whatever a sale is dated.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from app.errors import FieldInvalid
from app.models.database import Database
from app.services.as_written import as_written
from app.services.compass_ledgers import benefits_of, ledgers_of, tiers_of
from app.services.compass_lists import Behind, Listed, members_behind, sales_behind
from app.services.compass_products import best_of, pairs_of
from app.services.compass_sales import buyers_of, people_of, sales_of
from app.services.compass_types import (
    BenefitUse,
    Best,
    BestProduct,
    BuyersTold,
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
from app.services.rules.insight.cohorts import Cohort
from app.services.rules.insight.figures import Figure
from app.services.rules.insight.pairs import LEAST_SUPPORT
from app.services.rules.insight.periods import Period, compared, refused
from app.services.sale_list import SaleFilter

__all__ = [
    "Behind",
    "BenefitUse",
    "Best",
    "BestProduct",
    "BuyersTold",
    "Compass",
    "Compasses",
    "Counted",
    "Ledgers",
    "Listed",
    "Owed",
    "Pairs",
    "People",
    "TierMove",
    "Tiers",
]

T = TypeVar("T")


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

    def buyers(self, period: Period) -> BuyersTold:
        """How many members bought, how many came again within 30, 60 and 90 days, and the cohorts
        of the last twelve months."""
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
        return self.buyers(period).cohorts

    def owed(self, period: Period) -> tuple[Owed, ...]:
        """What was owed at the end of each month of the period, and on its last day."""
        return tuple(owed for owed in self.ledgers(period).months if owed.day >= period.first)

    def best(self, period: Period) -> Best:
        """What brought most, less what came back, in the newest 100,000 sales of the period."""
        return self._reading(lambda database: best_of(database, compared(period)))

    def pairs(self, period: Period, least_support: int = LEAST_SUPPORT) -> Pairs:
        """What is often bought together, in the newest baskets of the period: 50,000 at most,
        fewer where they are large."""
        return self._reading(lambda database: pairs_of(database, period, least_support))

    def compass(self, period: Period | None = None) -> Compass:
        """The whole page of a period, else of this month so far."""
        asked = period or self.this_month()
        people, ledgers, tiers = self.people(asked), self.ledgers(asked), self.tiers(asked)
        buyers = self.buyers(asked)
        figures = (
            *self.sales(asked), *people.figures, *buyers.figures, *tiers.figures,
            *ledgers.figures,
        )  # fmt: skip
        return Compass(
            periods=compared(asked),
            figures=figures,
            sources=people.sources,
            tiers=tiers,
            benefits=self.benefits(asked),
            months=ledgers.months,
            cohorts=buyers.cohorts,
            best=self.best(asked),
            pairs=self.pairs(asked),
        )

    # --- the lists behind ---------------------------------------------------------------

    def members_behind(self, behind: Behind) -> Listed:
        """The members a figure counts, and what each has of it; nobody where it counts sales."""
        today, scheme = self._desk.today(), self._desk.scheme
        return self._reading(lambda database: members_behind(database, behind, today, scheme))

    def sales_behind(self, behind: Behind) -> SaleFilter | None:
        """Which documents a figure counts; None where it counts members, or what they have."""
        return sales_behind(behind)

    def _reading(self, work: Callable[[Database], T]) -> T:
        database = self._desk.database
        with as_written(database):
            return database.read_transaction(lambda: work(database))
