"""The measures of one member: how often, how much, when, what. A few indexed reads each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.models import member_measures as stored
from app.services.desk import Desk
from app.services.insight_habits import usual_of
from app.services.rules.insight.habits import SALES_READ, Liked, Piece, liked
from app.services.rules.insight.stages import OWN_RHYTHM_VISITS, rhythm
from app.services.rules.months import months_later

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class MemberMeasures:
    """One member as of a day. Amounts are minor units; visits are days with a purchase or a
    check-in, `purchases` those with a purchase. A day is one, also where a purchase and a check-in
    or two numbers that were merged since both count as visits in the member's stored summary
    (`models/merges.VISITS_OF`).

    `rhythm_days` is the median between visits, None with fewer than three. What comes after it
    is told by the last `SALES_READ` sales, and check-ins for the first two: `usual_hour` 0 to 23,
    `usual_weekday` 0 for Monday, `price_band` what half of all pieces cost, from the lower to the
    upper quarter; None where fewer than `HABIT_SALES` tell nothing. Of `recent_sales` a benefit was
    used in `with_benefit`.
    """

    as_of: date
    first_visit: date | None
    last_visit: date | None
    visits: int
    purchases: int
    spent_minor: int
    visits_12: int
    spent_12_minor: int
    average_minor: int | None
    rhythm_days: int | None
    products: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    usual_hour: int | None = None
    usual_weekday: int | None = None
    price_band: tuple[int, int] | None = None
    recent_sales: int = 0
    with_benefit: int = 0
    days: tuple[int, ...] = ()
    """Every visit as a number of the calendar, ascending."""
    bought_days: tuple[int, ...] = ()
    """Those with a purchase."""
    spent_each_minor: tuple[int, ...] = ()
    """What each of those came to."""

    @property
    def away_days(self) -> int | None:
        """Days since the last visit."""
        return None if self.last_visit is None else (self.as_of - self.last_visit).days


def read_measures(desk: Desk, member_id: UUID, as_of: date | None = None) -> MemberMeasures:
    """The measures of a member as of a day, else today. Later days do not count."""
    until = as_of or desk.today()
    database = desk.database
    rows = stored.own_days(database, member_id.bytes, until.isoformat())
    days = tuple(date.fromisoformat(day).toordinal() for day, _, _ in rows)
    if not days:
        return MemberMeasures(until, None, None, 0, 0, 0, 0, 0, None, None)
    bought = [(day, minor) for day, (_, sales, minor) in zip(days, rows, strict=True) if sales > 0]
    spent = tuple(minor for _, minor in bought)
    since = months_later(until, -12).toordinal()
    sales = stored.recent_sales(database, member_id.bytes, until.isoformat(), SALES_READ)
    taste = _liked(desk, [row[0] for row in sales])
    came = stored.recent_check_ins(database, member_id.bytes, until.isoformat(), SALES_READ)
    when = usual_of([*(row[1:3] for row in sales), *came], desk.zone)
    return MemberMeasures(
        as_of=until,
        first_visit=date.fromordinal(days[0]),
        last_visit=date.fromordinal(days[-1]),
        visits=len(days),
        spent_minor=sum(spent),
        purchases=len(bought),
        visits_12=sum(1 for day in days if day > since),
        spent_12_minor=sum(minor for day, minor in bought if day > since),
        average_minor=sum(spent) // len(bought) if bought else None,
        rhythm_days=rhythm(days) if len(days) >= OWN_RHYTHM_VISITS else None,
        products=taste.products,
        categories=taste.categories,
        usual_hour=when.hour,
        usual_weekday=when.weekday,
        price_band=taste.price_band,
        recent_sales=len(sales),
        with_benefit=sum(1 for row in sales if row[3]),
        days=days,
        bought_days=tuple(day for day, _ in bought),
        spent_each_minor=spent,
    )


def _liked(desk: Desk, sale_ids: Sequence[bytes]) -> Liked:
    pieces = (
        Piece(*row)
        for start in range(0, len(sale_ids), _AT_ONCE)
        for row in stored.lines_of(desk.database, sale_ids[start : start + _AT_ONCE])
    )
    return liked(pieces, len(sale_ids))
