"""The shop compass (店铺分析罗盘): the shop's figures of a period, beside the one before and a
year before. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter

from app.models import compass as stored
from app.models.database import Database, Row
from app.services.desk import Desk
from app.services.rules.days import to_millis
from app.services.rules.insight.pairs import Pair, pairs
from app.services.rules.insight.periods import Period
from app.services.rules.money import BASIS_POINTS
from app.services.rules.months import months_later
from app.services.rules.points import points_worth_minor

REPURCHASE_DAYS = (30, 60, 90)
BEST = 10
# The newest ones: older habits say little, and all of ten years would take minutes.
BASKETS_READ = 50_000


@dataclass(frozen=True, slots=True)
class Repurchase:
    """Of members whose first purchase fell into the period: how many came again within `days`.

    Only those count whose days have passed already; `members` is how many they are.
    """

    days: int
    members: int
    again: int

    @property
    def share_bp(self) -> int | None:
        """The share in basis points; None where nobody's days have passed yet."""
        return share_bp(self.again, self.members) if self.members else None


@dataclass(frozen=True, slots=True)
class Figures:
    """One period. Money in minor units, shares in basis points.

    `sales` are those not voided, `revenue_minor` what they brought without tips, less refunds.
    `member_revenue_minor` is the members' part. `members` are live ones at the end, `active`
    those who bought. Points are of entries: issued less reversed, burned less restored.
    """

    period: Period
    sales: int
    revenue_minor: int
    discount_minor: int
    refunds: int
    refunded_minor: int
    tips_minor: int
    member_sales: int
    member_revenue_minor: int
    new_members: int
    new_by_source: tuple[tuple[str, int], ...]
    members: int
    active: int
    repurchase: tuple[Repurchase, ...]
    tier_moves: tuple[tuple[str, int], ...]
    points_issued: int
    points_burned: int
    points_expired: int
    coupons_issued: int
    coupons_redeemed: int
    coupons_expired: int
    topped_up_minor: int
    wallet_spent_minor: int
    benefits: tuple[tuple[str, str, int], ...]

    @property
    def basket_minor(self) -> int:
        """What a sale brought on average, before refunds, rounded half up."""
        gross = self.revenue_minor + self.refunded_minor
        return (2 * gross + self.sales) // (2 * self.sales) if self.sales else 0

    @property
    def member_share_bp(self) -> int:
        """The members' part of the revenue."""
        return share_bp(self.member_revenue_minor, self.revenue_minor)

    @property
    def active_bp(self) -> int:
        """How many of the live members bought."""
        return min(BASIS_POINTS, share_bp(self.active, self.members))


@dataclass(frozen=True, slots=True)
class Compass:
    """A period beside the one before it and the same a year before."""

    figures: Figures
    before: Figures
    year_before: Figures


@dataclass(frozen=True, slots=True)
class Owed:
    """What the shop owed its members at the end of a day.

    `points_minor` is what the points are worth under today's scheme; `breakage_minor` the part
    of that never to be asked for, by the share of points that lapsed until then; None where no
    point has ever been spent or lapsed.
    """

    day: date
    points: int
    points_minor: int
    breakage_minor: int | None
    principal_minor: int
    bonus_minor: int
    credit_minor: int
    gift_minor: int
    deposits_minor: int

    @property
    def total_minor(self) -> int:
        """All of it, breakage not taken off."""
        return (
            self.points_minor
            + self.principal_minor
            + self.bonus_minor
            + self.credit_minor
            + self.gift_minor
            + self.deposits_minor
        )


class Compasses:
    """Reads the shop's past."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def this_month(self) -> Period:
        """From the first of this month until today."""
        today = self._desk.today()
        return Period(today.replace(day=1), today)

    def compass(self, period: Period | None = None) -> Compass:
        """The figures of a period, else of this month so far."""
        asked = period or self.this_month()
        database = self._desk.database
        return database.read_transaction(
            lambda: Compass(
                self._figures(asked), self._figures(asked.before), self._figures(asked.year_before)
            )
        )

    def owed(self, period: Period) -> tuple[Owed, ...]:
        """What was owed at the end of each month of the period, and on its last day."""
        ends, day = [], period.first.replace(day=1)
        while (end := months_later(day, 1) - timedelta(days=1)) < period.last:
            ends.append(end)
            day = end + timedelta(days=1)
        return tuple(self._owed(end) for end in (*ends, period.last))

    def pairs(self, period: Period, least_support: int) -> tuple[Pair, ...]:
        """What is often bought together, in the newest 50,000 baskets of the period."""
        rows = stored.baskets(self._desk.database, *_days(period), BASKETS_READ)
        return pairs(
            ([name for _, name in basket] for _, basket in groupby(rows, itemgetter(0))),
            least_support,
        )

    def best_products(self, period: Period) -> tuple[tuple[str, int, int], ...]:
        """(name, quantity in thousandths, minor units) of what brought most."""
        rows = stored.best_products(self._desk.database, *_days(period), BEST)
        return tuple((name, quantity, minor) for name, quantity, minor in rows)

    def _figures(self, period: Period) -> Figures:
        database, days = self._desk.database, _days(period)
        sales, total, discount, member_sales, member_total, tips = stored.sales(database, *days)
        refunds, refunded, member_refunded = stored.refunds(database, *days)
        sources = tuple((row[0], row[1]) for row in stored.joined(database, *days))
        points = _sums(stored.points(database, *days))
        coupons = _sums(stored.coupons(database, *days))
        wallet = {kind: (a + b) for kind, a, b in stored.stored_value(database, *days)}
        return Figures(
            period=period,
            sales=sales,
            revenue_minor=total - tips - refunded,
            discount_minor=discount,
            refunds=refunds,
            refunded_minor=refunded,
            tips_minor=tips,
            member_sales=member_sales,
            member_revenue_minor=member_total - member_refunded,
            new_members=sum(count for _, count in sources),
            new_by_source=sources,
            members=stored.members_until(database, days[1]),
            active=stored.active_members(database, *days),
            repurchase=_repurchase(database, period, self._desk.today()),
            tier_moves=tuple((k, n) for k, n in stored.tier_moves(database, *self._span(period))),
            points_issued=points.get("earn", 0) + points.get("reverse_earn", 0),
            points_burned=-(points.get("burn", 0) + points.get("reverse_burn", 0)),
            points_expired=-points.get("expire", 0),
            coupons_issued=coupons.get("issued", 0),
            coupons_redeemed=coupons.get("redeemed", 0) - coupons.get("returned", 0),
            coupons_expired=coupons.get("expired", 0),
            topped_up_minor=wallet.get("top_up", 0) + wallet.get("bonus", 0),
            wallet_spent_minor=-(wallet.get("spend", 0) + wallet.get("refund", 0)),
            benefits=tuple((k, i, n) for k, i, n in stored.benefit_uses(database, *days)),
        )

    def _span(self, period: Period) -> tuple[int, int]:
        """The instants at which the period begins and is over."""
        opens = time(self._desk.settings.day_end_hour, tzinfo=self._desk.zone)
        begin = datetime.combine(period.first, opens)
        end = datetime.combine(period.last + timedelta(days=1), opens)
        return to_millis(begin), to_millis(end)

    def _owed(self, day: date) -> Owed:
        database, until = self._desk.database, day.isoformat()
        points, *money = stored.owed_until(database, until)
        moved = _sums(stored.points(database, "0000-00-00", until))
        lapsed, spent = -moved.get("expire", 0), -moved.get("burn", 0)
        worth = points_worth_minor(points, self._desk.scheme)
        ended = lapsed + spent
        return Owed(day, points, worth, worth * lapsed // ended if ended else None, *money)


def share_bp(part: int, whole: int) -> int:
    """A part of a whole in basis points, rounded half up; 0 of nothing."""
    return (2 * part * BASIS_POINTS + whole) // (2 * whole) if whole > 0 else 0


def _sums(rows: Iterable[Row]) -> dict[str, int]:
    return dict(rows)


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


def _repurchase(database: Database, period: Period, today: date) -> tuple[Repurchase, ...]:
    counts = {days: [0, 0] for days in REPURCHASE_DAYS}
    for first, second in _first_days(stored.first_days(database, today.isoformat())):
        if not period.first <= first <= period.last:
            continue
        for days, count in counts.items():
            if (today - first).days >= days:
                count[0] += 1
                count[1] += second is not None and (second - first).days <= days
    return tuple(Repurchase(days, *count) for days, count in counts.items())


def _first_days(
    rows: Iterable[tuple[str, str | None]],
) -> Iterable[tuple[date, date | None]]:
    for first, second in rows:
        yield date.fromisoformat(first), None if second is None else date.fromisoformat(second)
