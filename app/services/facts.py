"""What pricing may know of a member, read as the scheme in force asks for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.models import standing as stored
from app.models.database import Database, Row
from app.services.desk import Desk
from app.services.loyalty_needs import Needs, needs_of
from app.services.rules.birthdays import parse_birthday
from app.services.rules.cart import MemberFacts
from app.services.rules.days import Birthday, from_millis, to_millis
from app.services.rules.lots import moved_by_visit
from app.services.rules.points import Lot
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.earning import PointsExpiry
from app.services.rules.scheme.standing import TierBasis, TierTerms
from app.services.rules.tiers import TierStanding, tier_named, window

BOUGHT_DAYS = 90
MILLI = 1_000


class FactsReader:
    """Reads facts at one desk; what a scheme asks for is found out once a version."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: tuple[Scheme, Needs] | None = None

    def needs(self, scheme: Scheme) -> Needs:
        """What the scheme asks of a member."""
        if self._known is None or self._known[0] is not scheme:
            needs = needs_of(scheme)
            if not needs.waiting_points:
                # What was earned under an earlier version keeps its dates.
                dated = stored.dated_lots_exist(self._desk.database)
                needs = replace(needs, waiting_points=dated)
            self._known = (scheme, needs)
        return self._known[1]

    def read(self, member_id: UUID, person: Row, day: date) -> MemberFacts:
        """The facts on a business day; `person` is as `models.standing.person` gives it."""
        desk, scheme = self._desk, self._desk.scheme
        database, key, needs = desk.database, member_id.bytes, self.needs(scheme)
        standing = tier_standing(database, key, scheme.tiers, day)
        # Who was here later than now came before the clock was set back: points of a day that
        # has not come (again) are not spent on this one.
        waiting = needs.waiting_points or person[7] > desk.now_ms()
        return MemberFacts(
            member_id=member_id,
            points=spendable_points(desk, key, person, day) if waiting else person[4],
            frozen=person[3] != "active",
            joined_on=date.fromisoformat(person[5]),
            tier="" if standing is None else standing.tier,
            plan_level=plan_level(database, key, day) if needs.plan else "",
            birthday=parse_birthday(person[6]) if needs.birthday else None,
            dependants=_dependants(database, key) if needs.dependants else (),
            tags=stored.tags(database, key) if needs.tags else (),
            partner_cards=stored.partner_cards(database, key) if needs.partner_cards else (),
            qualifying=0 if scheme.tiers is None else qualifying(database, key, scheme.tiers, day),
            purchases=stored.purchases(database, key) if needs.purchases else 0,
            bought=self._bought(key, day) if needs.bought else (),
            uses=_uses(database, key, day, needs),
        )

    def _bought(self, member_id: bytes, day: date) -> tuple[tuple[str, int], ...]:
        """Whole units of the last 90 days by barcode, name and category."""
        desk = self._desk
        since = datetime(
            day.year, day.month, day.day, desk.settings.day_end_hour, tzinfo=desk.zone
        ) - timedelta(days=BOUGHT_DAYS)
        rows = stored.bought(desk.database, member_id, to_millis(since))
        codes: dict[bytes, list[str]] = {}
        products = sorted({row[0] for row in rows if row[0] is not None})
        for product_id, code in stored.barcodes(desk.database, products) if products else ():
            codes.setdefault(product_id, []).append(code)
        milli: dict[str, int] = {}
        for product_id, scanned, name, category, quantity in rows:
            for key in {*codes.get(product_id, ()), scanned, name, category} - {""}:
                milli[key] = milli.get(key, 0) + quantity
        return tuple((key, milli[key] // MILLI) for key in sorted(milli))


def tier_standing(
    database: Database, member_id: bytes, terms: TierTerms | None, day: date
) -> TierStanding | None:
    """The tier a member is in on a day; the first where none was ever given; None where the
    scheme has no tiers. A tier the scheme no longer has stands for the first."""
    if terms is None:
        return None
    row = stored.tier(database, member_id, day.isoformat())
    if row is None:
        return TierStanding(terms.tiers[0].id, day)
    _, _, tier, effective_on, expires_on = row
    return TierStanding(
        tier_named(terms, tier).id,
        date.fromisoformat(effective_on),
        None if expires_on is None else date.fromisoformat(expires_on),
    )


def tier_ids(desk: Desk) -> Callable[[bytes], str]:
    """Tells the tier each member is in today, all read at once; "" where the scheme has none."""
    terms = desk.scheme.tiers
    if terms is None:
        return lambda _member_id: ""
    given = stored.tiers(desk.database, desk.today().isoformat())
    lowest = terms.tiers[0].id
    return lambda member_id: tier_named(terms, given.get(member_id, lowest)).id


def qualifying(database: Database, member_id: bytes, terms: TierTerms, day: date) -> int:
    """What counts for the tiers on a day, in the unit of the terms; never below zero."""
    first, last = window(terms, day)
    spend, points = stored.qualifying_sum(database, member_id, first.isoformat(), last.isoformat())
    return max(0, int(spend if terms.basis is TierBasis.SPEND else points))


def plan_level(database: Database, member_id: bytes, day: date) -> str:
    """The level of the paid plan that holds on a day; empty for none."""
    row = stored.membership(database, member_id, day.isoformat())
    return "" if row is None or row[6] < day.isoformat() else str(row[3])


def spendable_points(desk: Desk, member_id: bytes, person: Row, day: date) -> int:
    """Points that may be spent on a day: neither lapsed nor still pending (rule 11)."""
    # Points keep the terms they were earned under: one version that moves them is enough.
    if all(desk.schemes[v].points.expiry is not PointsExpiry.INACTIVITY for v in desk.schemes):
        unusable = stored.unusable_points(desk.database, member_id, day.isoformat())
        return int(person[4]) - unusable
    lots = points_lots(desk, member_id, person[7])
    usable = [lot.remaining for lot in lots if is_usable(lot, day)]
    debt = sum(lot.remaining for lot in lots) - int(person[4])
    return sum(usable) - debt


def is_usable(lot: Lot, day: date) -> bool:
    """Whether what is left in it may be spent on a day."""
    return lot.available_from <= day and (lot.expires_on is None or day <= lot.expires_on)


def points_lots(desk: Desk, member_id: bytes, last_visit_at: int) -> list[Lot]:
    """A member's lots that hold points, each with the last day it counts: visits have moved
    those that lapse by inactivity."""
    visited = None
    if last_visit_at:
        visited = desk.business_date(from_millis(last_visit_at, desk.zone))
    lots = []
    for lot_id, remaining, available_from, expires_on, version in stored.lots(
        desk.database, member_id
    ):
        last = None if expires_on is None else date.fromisoformat(expires_on)
        if last is not None:
            last = moved_by_visit(last, desk.schemes[version].points, visited)
        lots.append(Lot(UUID(bytes=lot_id), remaining, date.fromisoformat(available_from), last))
    return lots


def _dependants(database: Database, member_id: bytes) -> tuple[Birthday, ...]:
    read = map(parse_birthday, stored.birthdays_of_dependants(database, member_id))
    return tuple(birthday for birthday in read if birthday is not None)


def _uses(
    database: Database, member_id: bytes, day: date, needs: Needs
) -> tuple[tuple[str, int, int, int], ...]:
    if not needs.promotion_uses and not needs.reward_uses:
        return ()
    today, year = day.isoformat(), f"{day.year:04d}"
    rows: Sequence[Row] = ()
    if needs.promotion_uses:
        rows = stored.offer_uses(database, member_id, today, year)
    if needs.reward_uses:
        rows = [*rows, *stored.reward_uses(database, member_id, today, year)]
    return tuple((offer, of_day, of_year, ever) for offer, of_day, of_year, ever in rows)
