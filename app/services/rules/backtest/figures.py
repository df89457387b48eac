"""What a backtest comes to: figures by month, by tier and by member."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One calendar month. Amounts in minor units.

    `liability_minor` is what the shop owes its members at the month's end: points at what they
    are worth, and cash rewards earned but not issued. `tiers` are (tier id, members) then.
    """

    month: str
    sales: int
    revenue_minor: int
    points_earned: int
    points_burned: int
    points_expired: int
    discount_minor: int
    reward_cost_minor: int
    fees_minor: int
    liability_minor: int
    tiers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TierFigures:
    """A tier: its members at the end, how often members rose to it, and fell from it."""

    tier: str
    members_end: int
    upgrades: int
    downgrades: int


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """One member at the end; `tier_by_year` is (year, tier) on each 31 December since the first
    sale."""

    spent_minor: int
    points: int
    tier: str
    tier_by_year: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole of a backtest; the totals are the sums of the months."""

    scheme: str
    plan: str
    months: tuple[MonthFigures, ...]
    tiers: tuple[TierFigures, ...]
    members: int

    @property
    def sales(self) -> int:
        """How many sales there were, with and without a member."""
        return sum(month.sales for month in self.months)

    @property
    def revenue_minor(self) -> int:
        """What was really paid for them."""
        return sum(month.revenue_minor for month in self.months)

    @property
    def points_earned(self) -> int:
        """Points the scheme would have given."""
        return sum(month.points_earned for month in self.months)

    @property
    def points_burned(self) -> int:
        """Points that are assumed to have been spent."""
        return sum(month.points_burned for month in self.months)

    @property
    def points_expired(self) -> int:
        """Points that would have lapsed."""
        return sum(month.points_expired for month in self.months)

    @property
    def points_end(self) -> int:
        """Points outstanding at the end."""
        return self.points_earned - self.points_burned - self.points_expired

    @property
    def discount_minor(self) -> int:
        """What promotions would have taken off."""
        return sum(month.discount_minor for month in self.months)

    @property
    def reward_cost_minor(self) -> int:
        """What rewards for points and cash rewards would have cost."""
        return sum(month.reward_cost_minor for month in self.months)

    @property
    def fees_minor(self) -> int:
        """What members would have paid for their plans."""
        return sum(month.fees_minor for month in self.months)

    @property
    def liability_end_minor(self) -> int:
        """What the shop would owe its members at the end."""
        return self.months[-1].liability_minor if self.months else 0

    @property
    def cost_minor(self) -> int:
        """All that the scheme gives away: discounts, rewards and what is still owed."""
        return self.discount_minor + self.reward_cost_minor + self.liability_end_minor


@dataclass(slots=True)
class MonthSums:
    """One month while it is being added up; `tier_moves` are members more or fewer a tier."""

    sales: int = 0
    revenue_minor: int = 0
    points_earned: int = 0
    points_burned: int = 0
    points_expired: int = 0
    discount_minor: int = 0
    reward_cost_minor: int = 0
    fees_minor: int = 0
    owed_minor: int = 0
    tier_moves: dict[str, int] = field(default_factory=dict)

    def move(self, before: str, after: str) -> None:
        """A member leaves one tier for another; `before` is empty for a new one."""
        for tier, step in ((before, -1), (after, 1)):
            if tier:
                self.tier_moves[tier] = self.tier_moves.get(tier, 0) + step


class Months:
    """The months, each made when something first falls into it; what is late finds its own."""

    def __init__(self) -> None:
        self._sums: dict[int, MonthSums] = {}

    def of(self, day: date) -> MonthSums:
        """The month that `day` is in."""
        key = day.year * 12 + day.month - 1
        found = self._sums.get(key)
        if found is None:
            found = self._sums[key] = MonthSums()
        return found

    def in_order(self) -> Iterator[tuple[str, MonthSums]]:
        """(`1997-01`, its sums) from the first month to the last, those between included."""
        if self._sums:
            for key in range(min(self._sums), max(self._sums) + 1):
                yield f"{key // 12:04d}-{key % 12 + 1:02d}", self._sums.get(key, MonthSums())


def month_figures(
    months: Months, tiers: Iterable[str], worth_minor: Callable[[int], int]
) -> tuple[MonthFigures, ...]:
    """The months in order, with what stood at the end of each: points at their worth by
    `worth_minor`, cash rewards owed, members by tier."""
    made: list[MonthFigures] = []
    points = owed_minor = 0
    members = dict.fromkeys(tiers, 0)
    for name, sums in months.in_order():
        points += sums.points_earned - sums.points_burned - sums.points_expired
        owed_minor += sums.owed_minor
        for tier, step in sums.tier_moves.items():
            members[tier] += step
        made.append(
            MonthFigures(
                month=name,
                sales=sums.sales,
                revenue_minor=sums.revenue_minor,
                points_earned=sums.points_earned,
                points_burned=sums.points_burned,
                points_expired=sums.points_expired,
                discount_minor=sums.discount_minor,
                reward_cost_minor=sums.reward_cost_minor,
                fees_minor=sums.fees_minor,
                liability_minor=worth_minor(points) + owed_minor,
                tiers=tuple(members.items()),
            )
        )
    return tuple(made)
