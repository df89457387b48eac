"""A year of the demo shop, day by day, written with the same rules and rows as at the till."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from app.models import sales as stored
from app.models import settings as stored_settings
from app.models.sales import SaleRows
from app.models.visits import record_visit
from app.services.demo.baskets import Baskets
from app.services.demo.people import DemoMember
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.cart import MemberFacts
from app.services.rules.days import to_millis
from app.services.rules.points import Lot, allocate
from app.services.rules.pricing import price
from app.services.rules.tenders import settle
from app.services.sale_ledgers import SaleHeader, spent_minor
from app.services.sale_rows import sale_rows
from app.services.seals import SealChain, sale_form

# When each part of the day begins and how many minutes it lasts: morning to evening.
_DAYPARTS = ((8 * 60, 180), (11 * 60 + 10, 170), (14 * 60, 205), (17 * 60 + 30, 220))
_WALK_IN_DAYPARTS = (34, 27, 26, 13)
# Percent of an ordinary day, Monday to Sunday.
_WEEKDAYS = (92, 88, 90, 95, 110, 138, 127)
_WALK_INS_A_DAY = 10
_BATCH = 400
# Of 36,500 chances a day, those at which a member comes in without buying.
_CHECK_INS = 30


@dataclass(slots=True)
class Account:
    """A member with what the year has done to their balance so far."""

    member_id: UUID
    person: DemoMember
    points: int = 0
    spent_minor: int = 0
    lots: list[Lot] = field(default_factory=list)

    @property
    def facts(self) -> MemberFacts:
        """What pricing may know."""
        return MemberFacts(self.member_id, self.points, False, self.person.joined_on)


@dataclass(frozen=True, slots=True)
class _Call:
    """Somebody at the counter; without an account they are no member."""

    at: datetime
    daypart: int
    account: Account | None


class Trade:
    """Sells through the days in their order; everything is in the caller's transaction."""

    def __init__(
        self, desk: Desk, random: Random, baskets: Baskets, accounts: Sequence[Account]
    ) -> None:
        self._desk = desk
        self._random = random
        self._baskets = baskets
        self._accounts = accounts
        self._chain = SealChain(desk.database, desk.till.till_id.bytes)
        self._sequence = 0
        self._written: list[SaleRows] = []
        self._visits: list[tuple[bytes, str, datetime, date]] = []
        self._drawn_in: frozenset[UUID] = frozenset()
        self._drawn_in_until = date.min
        self._more_percent = 0
        self.unclaimed: list[tuple[date, int]] = []
        """(day, sequence) of each sale without a member."""

    def day(self, day: date, until: datetime, grown: int) -> None:
        """One day's sales and check-ins, those after `until` left out; `grown` is percent."""
        percent = _WEEKDAYS[day.weekday()] * grown // 100
        calls = [call for call in self._calls(day, percent) if call.at <= until]
        if not calls:
            return
        session = self._session(day, calls[0].at)
        for call in sorted(calls, key=lambda call: call.at):
            self._sell(call, day, session)
        if len(self._written) >= _BATCH:
            self._write()

    def draw_in(self, members: frozenset[UUID], until: date, more_percent: int) -> None:
        """From now on and until a day these come so much more often."""
        self._drawn_in, self._drawn_in_until = members, until
        self._more_percent = more_percent

    def write(self) -> None:
        """Write what was sold so far, for whoever reads it."""
        self._write()

    def finish(self) -> None:
        """Write what is left, and the members' balances."""
        self._write()
        for account in self._accounts:
            stored.add_to_summary(
                self._desk.database,
                account.member_id.bytes,
                points=account.points,
                spent_minor=account.spent_minor,
            )

    # --- who comes ----------------------------------------------------------------

    def _calls(self, day: date, percent: int) -> list[_Call]:
        random, calls = self._random, list[_Call]()
        for account in self._accounts:
            person = account.person
            lapsed = person.lapses_on is not None and day > person.lapses_on
            if lapsed or day <= person.joined_on:
                continue
            chance = random.randrange(365 * 100)
            if chance < person.visits_a_year * percent * self._eager(account, day) // 100:
                own = random.randrange(100) < 75
                daypart = person.daypart if own else random.randrange(4)
                calls.append(_Call(self._moment(day, daypart), daypart, account))
            elif chance >= 365 * 100 - _CHECK_INS:
                self._check_in(account, day)
        mean = _WALK_INS_A_DAY * percent // 100
        for _ in range(random.randrange(mean - 3, mean + 4)):
            daypart = random.choices(range(4), _WALK_IN_DAYPARTS)[0]
            calls.append(_Call(self._moment(day, daypart), daypart, None))
        return calls

    def _eager(self, account: Account, day: date) -> int:
        """How often they come in percent of their usual."""
        drawn_in = day <= self._drawn_in_until and account.member_id in self._drawn_in
        return 100 + self._more_percent * drawn_in

    def _moment(self, day: date, daypart: int) -> datetime:
        start, minutes = _DAYPARTS[daypart]
        opening = datetime.combine(day, time(0), self._desk.zone) + timedelta(minutes=start)
        return (opening + timedelta(seconds=self._random.randrange(minutes * 60))).astimezone(UTC)

    def _check_in(self, account: Account, day: date) -> None:
        at = self._moment(day, account.person.daypart)
        if at <= self._desk.now():
            self._visits.append((account.member_id.bytes, "check_in", at, day))

    def _session(self, day: date, first: datetime) -> UUID:
        made = uuid7(to_millis(first))
        stored_settings.start_session(
            self._desk.database,
            made.bytes,
            self._desk.till.till_id.bytes,
            day.isoformat(),
            to_millis(first - timedelta(minutes=12)),
        )
        return made

    # --- what they buy ------------------------------------------------------------

    def _sell(self, call: _Call, day: date, session: UUID) -> None:
        desk, account, baskets = self._desk, call.account, self._baskets
        scheme, terms = desk.scheme, desk.terms
        points = 0 if account is None else account.points
        favourites = () if account is None else account.person.favourites
        cart = baskets.cart(call.daypart, favourites, None if account is None else account.facts)
        kind = baskets.means()
        moment = desk.moment(call.at)
        quote = price(cart, scheme, terms, moment)
        rounded = baskets.rounded_down(cart, kind, quote.total_minor)
        if rounded is not cart:
            cart, quote = rounded, price(rounded, scheme, terms, moment)
        tenders = baskets.tenders(quote.total_minor, points, kind, scheme)
        settlement = settle(cart, quote, tenders, scheme, terms)
        self._sequence += 1
        header = SaleHeader(
            sale_id=uuid7(to_millis(call.at)),
            till_id=desk.till.till_id,
            till_number=desk.till.number,
            sequence=self._sequence,
            session_id=session,
            staff_id=desk.staff.staff_id,
            sold_at=call.at,
            business_date=day,
            scheme_version=scheme.version,
            points_before=points,
        )
        lots = () if account is None else allocate(settlement.points_burned, account.lots, day)
        rows = sale_rows(header, cart, quote, settlement, tenders, lots)
        self._written.append(rows)
        if account is None:
            self.unclaimed.append((day, self._sequence))
            return
        _spend(account, lots)
        account.points += settlement.points_earned - settlement.points_burned
        account.spent_minor += spent_minor(settlement, tenders)
        account.lots += [Lot(UUID(bytes=row[0]), row[3], day, None) for row in rows.points.lots]
        self._visits.append((account.member_id.bytes, "sale", call.at, day))

    def _write(self) -> None:
        database = self._desk.database
        stored.insert_sales(database, self._written)
        for rows in self._written:
            self._chain.add("sale", rows.sale[0], sale_form(rows))
        self._chain.write()
        for member_id, kind, at, day in self._visits:
            visit_id = uuid7(to_millis(at)).bytes
            record_visit(database, member_id, kind, to_millis(at), day.isoformat(), visit_id)
        self._written, self._visits = [], []


def _spend(account: Account, spent: Sequence[tuple[UUID, int]]) -> None:
    """Take what a burn drew from the member's lots."""
    for lot_id, points in spent:
        account.lots = [
            replace(lot, remaining=lot.remaining - points) if lot.lot_id == lot_id else lot
            for lot in account.lots
        ]
    account.lots = [lot for lot in account.lots if lot.remaining]
