"""The figures of the shop compass by name, and how two of them are compared. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.money import BASIS_POINTS


class Unit(StrEnum):
    """What a figure's number means: minor units, a count, points, or basis points."""

    MONEY = "money"
    COUNT = "count"
    POINTS = "points"
    SHARE = "share"


class FigureName(StrEnum):
    """Every figure, in the order in which they are told."""

    REVENUE = "revenue"
    SALES = "sales"
    AVERAGE_BASKET = "average_basket"
    MEMBER_SHARE = "member_share"
    MEMBER_REVENUE = "member_revenue"
    MEMBER_SALES = "member_sales"
    DISCOUNTS = "discounts"
    REFUNDS = "refunds"
    REFUNDED = "refunded"
    TIPS = "tips"
    NEW_MEMBERS = "new_members"
    MEMBERS = "members"
    ACTIVE_MEMBERS = "active_members"
    ACTIVE_RATE = "active_rate"
    REPURCHASE_30 = "repurchase_30"
    REPURCHASE_60 = "repurchase_60"
    REPURCHASE_90 = "repurchase_90"
    TIERS_UP = "tiers_up"
    TIERS_DOWN = "tiers_down"
    POINTS_ISSUED = "points_issued"
    POINTS_BURNED = "points_burned"
    POINTS_EXPIRED = "points_expired"
    COUPONS_ISSUED = "coupons_issued"
    COUPONS_REDEEMED = "coupons_redeemed"
    COUPONS_EXPIRED = "coupons_expired"
    TOPPED_UP = "topped_up"
    BONUS_GIVEN = "bonus_given"
    WALLET_SPENT = "wallet_spent"
    OWED = "owed"

    @property
    def unit(self) -> Unit:
        """What its number means."""
        return _UNITS.get(self, Unit.COUNT)

    @property
    def less_is_better(self) -> bool:
        """Whether a fall is the good news: goods given back, tiers lost, value that lapsed."""
        return self in _LESS

    @property
    def told_neither_way(self) -> bool:
        """Whether more of it is neither good nor bad by itself."""
        return self in _NEITHER


_UNITS = {
    **dict.fromkeys(
        (
            FigureName.REVENUE, FigureName.AVERAGE_BASKET, FigureName.MEMBER_REVENUE,
            FigureName.DISCOUNTS, FigureName.REFUNDED, FigureName.TIPS, FigureName.TOPPED_UP,
            FigureName.BONUS_GIVEN, FigureName.WALLET_SPENT, FigureName.OWED,
        ),
        Unit.MONEY,
    ),
    **dict.fromkeys(
        (
            FigureName.MEMBER_SHARE, FigureName.ACTIVE_RATE, FigureName.REPURCHASE_30,
            FigureName.REPURCHASE_60, FigureName.REPURCHASE_90,
        ),
        Unit.SHARE,
    ),
    **dict.fromkeys(
        (FigureName.POINTS_ISSUED, FigureName.POINTS_BURNED, FigureName.POINTS_EXPIRED),
        Unit.POINTS,
    ),
}  # fmt: skip
_LESS = frozenset(
    (
        FigureName.REFUNDS, FigureName.REFUNDED, FigureName.TIERS_DOWN,
        FigureName.POINTS_EXPIRED, FigureName.COUPONS_EXPIRED,
    )
)  # fmt: skip
_NEITHER = frozenset(
    (
        FigureName.DISCOUNTS, FigureName.POINTS_ISSUED, FigureName.COUPONS_ISSUED,
        FigureName.BONUS_GIVEN, FigureName.OWED, FigureName.TIPS,
    )
)  # fmt: skip
REPURCHASE = {
    30: FigureName.REPURCHASE_30,
    60: FigureName.REPURCHASE_60,
    90: FigureName.REPURCHASE_90,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a period, of the one before, and of the same a year before.

    None: there is nothing to take it of, such as a share of nobody. `trend` is the period in its
    steps (`periods.steps`), oldest first; empty where it is not told step by step.
    """

    name: FigureName
    now: int | None
    before: int | None
    year_before: int | None
    trend: tuple[int, ...] = ()


class Way(StrEnum):
    """How a figure moved."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to the other. `by` is in basis points of the former, or for shares in
    basis points between them (percentage points); 0 where only the way is known."""

    way: Way
    by: int = 0


def change(now: int | None, was: int | None, unit: Unit) -> Change:
    """How `now` stands to `was`: NEW where there was nothing, UNKNOWN where one is not known."""
    if now is None or was is None:
        return Change(Way.UNKNOWN)
    if now == was:
        return Change(Way.SAME)
    way = Way.UP if now > was else Way.DOWN
    if unit is Unit.SHARE:
        return Change(way, abs(now - was))
    if was == 0:
        return Change(Way.NEW if way is Way.UP else way)
    return Change(way, share_bp(abs(now - was), abs(was)))


def share_bp(part: int, whole: int) -> int:
    """A part of a whole in basis points, rounded half up; 0 of nothing."""
    return (2 * part * BASIS_POINTS + whole) // (2 * whole) if whole > 0 else 0


def mean_minor(total: int, count: int) -> int:
    """The mean in minor units, rounded half up; 0 of nothing."""
    return (2 * total + count) // (2 * count) if count > 0 else 0


def figure_of(name: FigureName, three: Iterable[int | None], trend: Iterable[int] = ()) -> Figure:
    """A figure of its three numbers: of the period, the one before, and a year before."""
    now, before, year_before = three
    return Figure(name, now, before, year_before, tuple(trend))


def by_name(figures: Sequence[Figure]) -> dict[FigureName, Figure]:
    """The figures to look one up."""
    return {figure.name: figure for figure in figures}
