"""The list behind a figure of the compass: the members it counts, or the documents."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.models import compass_lists as stored
from app.models.database import Database
from app.services.rules.insight.figures import REPURCHASE, FigureName
from app.services.rules.insight.periods import Period
from app.services.sale_list import Documents, SaleFilter


@dataclass(frozen=True, slots=True)
class Behind:
    """What a list is wanted of: a figure by its name, or a row of a table with its `key`.

    "source": its text. "move": the key of a TierMove. "benefit": its kind and id. "cohort": its
    month and the month in which they came. "owed_on": the day. "pair": the two products.
    "product": its name.
    """

    what: str
    period: Period
    key: tuple[str, ...] = ()


_DOCUMENTS = {
    FigureName.REVENUE: Documents.ALL,
    FigureName.SALES: Documents.SALES,
    FigureName.AVERAGE_BASKET: Documents.SALES,
    FigureName.DISCOUNTS: Documents.SALES,
    FigureName.TIPS: Documents.SALES,
    FigureName.REFUNDS: Documents.REFUNDS,
    FigureName.REFUNDED: Documents.REFUNDS,
}
_AGAIN = {name: days for days, name in REPURCHASE.items()}


def sales_behind(behind: Behind) -> SaleFilter | None:
    """Which documents a figure counts; None where it counts members.

    Sales that were voided are listed too, and marked there.
    """
    if behind.what not in list(FigureName):
        return None
    documents = _DOCUMENTS.get(FigureName(behind.what))
    if documents is None:
        return None
    return SaleFilter(behind.period.first, behind.period.last, documents=documents)


def members_behind(database: Database, behind: Behind, today: date) -> tuple[int, ...]:
    """The `seq` of every member that is counted, in the order of their numbers.

    Who was merged into another is that other. Empty where documents are counted.
    """
    first, last = behind.period.first.isoformat(), behind.period.last.isoformat()
    match behind.what, behind.key:
        case "move", (kind, was, tier):
            return stored.moved(database, first, last, kind, was=was, tier=tier)
        case "source", (source,):
            return stored.joined(database, first, last, source)
        case "benefit", (kind, name):
            return stored.used(database, first, last, kind, name)
        case "cohort", (month, came):
            return stored.of_cohort(database, month, came, last)
        case "pair", (one, other):
            return stored.bought_both(database, first, last, one, other)
        case "owed_on", (day,):
            return stored.owed(database, day)
        case "product", (name,):
            return stored.bought(database, first, last, name)
    return _of_figure(database, FigureName(behind.what), behind.period, today)


def _of_figure(
    database: Database, name: FigureName, period: Period, today: date
) -> tuple[int, ...]:
    first, last = period.first.isoformat(), period.last.isoformat()
    if name in _AGAIN:
        days = _AGAIN[name]
        passed = min(last, (today - timedelta(days=days)).isoformat())
        return stored.came_again(database, first, passed, days, today.isoformat())
    read = _MEMBERS.get(name)
    return () if read is None else read(database, first, last)


_Read = Callable[[Database, str, str], tuple[int, ...]]


def _live_buyers(database: Database, first: str, last: str) -> tuple[int, ...]:
    return stored.buyers(database, first, last, live=True)


def _buyers(database: Database, first: str, last: str) -> tuple[int, ...]:
    return stored.buyers(database, first, last, live=False)


def _of_kind(read: Callable[[Database, str, str, str], tuple[int, ...]], kind: str) -> _Read:
    return lambda database, first, last: read(database, first, last, kind)


_MEMBERS: dict[FigureName, _Read] = {
    FigureName.NEW_MEMBERS: stored.joined,
    FigureName.MEMBERS: lambda database, _, last: stored.live(database, last),
    FigureName.OWED: lambda database, _, last: stored.owed(database, last),
    FigureName.ACTIVE_MEMBERS: _live_buyers,
    FigureName.ACTIVE_RATE: _live_buyers,
    FigureName.MEMBER_SHARE: _buyers,
    FigureName.MEMBER_REVENUE: _buyers,
    FigureName.MEMBER_SALES: _buyers,
    FigureName.TIERS_UP: _of_kind(stored.moved, "reached"),
    FigureName.TIERS_DOWN: _of_kind(stored.moved, "lowered"),
    FigureName.POINTS_ISSUED: _of_kind(stored.points, "earn"),
    FigureName.POINTS_BURNED: _of_kind(stored.points, "burn"),
    FigureName.POINTS_EXPIRED: _of_kind(stored.points, "expire"),
    FigureName.COUPONS_ISSUED: _of_kind(stored.coupons, "issued"),
    FigureName.COUPONS_REDEEMED: _of_kind(stored.coupons, "redeemed"),
    FigureName.COUPONS_EXPIRED: _of_kind(stored.coupons, "expired"),
    FigureName.TOPPED_UP: _of_kind(stored.wallet, "top_up"),
    FigureName.BONUS_GIVEN: _of_kind(stored.wallet, "bonus"),
    FigureName.WALLET_SPENT: _of_kind(stored.wallet, "spend"),
}
