"""The list behind a figure of the compass: the members it counts, or the documents."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.models import compass_amounts as amounts
from app.models import compass_lists as stored
from app.models.database import Database, Row
from app.services.compass_products import SALES_READ, sales_of_pair
from app.services.rules.insight.figures import REPURCHASE, FigureName
from app.services.rules.insight.periods import Period
from app.services.rules.points import points_worth_minor
from app.services.rules.scheme import Scheme
from app.services.sale_list import Documents, SaleFilter


@dataclass(frozen=True, slots=True)
class Behind:
    """What a list is wanted of: a figure by its name, or a row of a table with its `key`.

    "source": its text. "move": the key of a TierMove. "benefit": its kind and id. "cohort": its
    month and the month in which they came. "owed_on": the day. "pair": the two products.
    "product": its id in hexadecimal ("" for open items) and its name.
    """

    what: str
    period: Period
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The `seq` of every member a figure counts.

    Where it is a sum over them, `amounts` says what each has of it, in its unit, the largest
    first; `of_nobody` is the part that no member has, such as coupons printed for bearers: all
    together they are the figure. Else the figure is how many they are, in the order of numbers.
    """

    seqs: tuple[int, ...]
    amounts: tuple[int, ...] = ()
    of_nobody: int = 0

    def __len__(self) -> int:
        return len(self.seqs)

    @property
    def total(self) -> int:
        """What the list comes to."""
        if not self.amounts and not self.of_nobody:
            return len(self.seqs)
        return sum(self.amounts) + self.of_nobody


_DOCUMENTS: dict[str, Documents] = {
    FigureName.REVENUE: Documents.ALL,
    FigureName.SALES: Documents.SALES,
    FigureName.AVERAGE_BASKET: Documents.SALES,
    FigureName.DISCOUNTS: Documents.SALES,
    FigureName.REFUNDS: Documents.REFUNDS,
    FigureName.REFUNDED: Documents.REFUNDS,
    FigureName.TIPS: Documents.ALL,
}
_AGAIN = {name: days for days, name in REPURCHASE.items()}


def sales_behind(behind: Behind) -> SaleFilter | None:
    """Which documents a figure counts; None where it counts members, or what members have."""
    documents = _DOCUMENTS.get(behind.what)
    if documents is None:
        return None
    first, last = behind.period.first, behind.period.last
    return SaleFilter(first, last, documents=documents, figure=FigureName(behind.what))


def members_behind(database: Database, behind: Behind, today: date, scheme: Scheme) -> Listed:
    """Every member that is counted, and what each has of the figure where it is a sum.

    Who was merged into another is that other. Nobody where documents are counted.
    """
    period = behind.period
    first, last = period.first.isoformat(), period.last.isoformat()
    match behind.what, behind.key:
        case "move", (kind, was, tier):
            return _listed(amounts.moves(database, first, last, kind, was=was, tier=tier))
        case "source", (source,):
            return Listed(stored.joined(database, first, last, source))
        case "benefit", (kind, name):
            return _listed(amounts.uses(database, first, last, kind, name))
        case "cohort", (month, came):
            return Listed(stored.of_cohort(database, month, came, last))
        case "pair", (one, other):
            return _listed(amounts.owners(database, sales_of_pair(database, period, one, other)))
        case "owed_on", (day,):
            return _owed(database, day, scheme)
        case "product", (key, name):
            product = bytes.fromhex(key) or name
            return _listed(amounts.product(database, first, last, SALES_READ, product))
    return _of_figure(database, FigureName(behind.what), behind.period, today, scheme)


def _of_figure(
    database: Database, name: FigureName, period: Period, today: date, scheme: Scheme
) -> Listed:
    first, last = period.first.isoformat(), period.last.isoformat()
    if name in _AGAIN:
        days = _AGAIN[name]
        passed = min(last, (today - timedelta(days=days)).isoformat())
        return Listed(stored.came_again(database, first, passed, days, today.isoformat()))
    if name is FigureName.OWED:
        return _owed(database, last, scheme)
    if name in _COUNTED:
        return Listed(_COUNTED[name](database, first, last))
    return _listed(_SUMMED[name](database, first, last)) if name in _SUMMED else Listed(())


def _listed(rows: Iterable[Row]) -> Listed:
    """From (seq, amount), the largest first; seq None is nobody's."""
    told = list(rows)
    mine = [each for each in told if each[0] is not None]
    return Listed(
        tuple(seq for seq, _ in mine),
        tuple(amount for _, amount in mine),
        sum(amount for seq, amount in told if seq is None),
    )


def _owed(database: Database, last: str, scheme: Scheme) -> Listed:
    """What each was owed at the end of a day. What points are worth is rounded once for all of
    them: each has the step by which it grows, so that the sum is the figure."""
    owed: dict[int | None, int] = {}
    points = worth = 0
    for seq, held in amounts.points_held(database, last):
        points += held
        was, worth = worth, points_worth_minor(points, scheme)
        owed[seq] = worth - was
    for seq, minor in amounts.money_held(database, last):
        owed[seq] = owed.get(seq, 0) + minor
    rows = sorted(owed.items(), key=lambda each: -each[1])
    return _listed(row for row in rows if row[1])


# --- figures that are how many members there are ------------------------------------------

_Members = Callable[[Database, str, str], tuple[int, ...]]


_COUNTED: dict[FigureName, _Members] = {
    FigureName.NEW_MEMBERS: stored.joined,
    FigureName.MEMBERS: lambda database, _, last: stored.live(database, last),
    FigureName.ACTIVE_MEMBERS: stored.buyers,
    FigureName.ACTIVE_RATE: stored.buyers,
}


# --- figures that are a sum over members ----------------------------------------------------

_Amounts = Callable[[Database, str, str], Iterable[Row]]


def _moves(kind: str) -> _Amounts:
    return lambda database, first, last: amounts.moves(database, first, last, kind)


def _points(*kinds: str, spent: bool = False) -> _Amounts:
    def read(database: Database, first: str, last: str) -> Iterable[Row]:
        rows = amounts.points(database, first, last, kinds)
        return _turned(rows) if spent else rows

    return read


def _coupons(kind: str) -> _Amounts:
    return lambda database, first, last: amounts.coupons(database, first, last, kind)


def _wallets(kinds: Sequence[str], amount: str) -> _Amounts:
    return lambda database, first, last: amounts.wallets(database, first, last, kinds, amount)


def _turned(rows: Sequence[Row]) -> Iterable[Row]:
    """What went out is told as a figure above zero, the largest first."""
    return [(seq, -amount) for seq, amount in reversed(rows)]


_SUMMED: dict[FigureName, _Amounts] = {
    FigureName.MEMBER_SHARE: amounts.revenue,
    FigureName.MEMBER_REVENUE: amounts.revenue,
    FigureName.MEMBER_SALES: amounts.sales,
    FigureName.TIERS_UP: _moves("reached"),
    FigureName.TIERS_DOWN: _moves("lowered"),
    FigureName.POINTS_ISSUED: _points("earn", "reverse_earn"),
    FigureName.POINTS_BURNED: _points("burn", "reverse_burn", spent=True),
    FigureName.POINTS_EXPIRED: _points("expire", spent=True),
    FigureName.COUPONS_ISSUED: _coupons("issued"),
    FigureName.COUPONS_REDEEMED: _coupons("redeemed"),
    FigureName.COUPONS_EXPIRED: _coupons("expired"),
    FigureName.TOPPED_UP: _wallets(("top_up",), "principal_minor"),
    FigureName.BONUS_GIVEN: _wallets(("top_up", "bonus"), "bonus_minor"),
    FigureName.WALLET_SPENT: _wallets(("spend", "refund"), "-principal_minor - bonus_minor"),
}
