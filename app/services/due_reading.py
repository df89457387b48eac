"""Members as the due jobs see them, read many at once."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid5

from app.models import due as stored
from app.models import standing
from app.models.database import Row
from app.services.desk import Desk
from app.services.facts import FactsReader
from app.services.rules.birthdays import month_days, parse_birthday
from app.services.rules.cart import Item, MemberFacts
from app.services.rules.conditions import takes
from app.services.rules.coupons import Issued
from app.services.rules.days import from_millis
from app.services.rules.due import InForce, scheme_on
from app.services.rules.due_state import (
    MemberState,
    OpenCoupon,
    OpenInstalment,
    OpenPass,
    PlanTerm,
    occasion_read,
)
from app.services.rules.lots import moved_by_visit
from app.services.rules.months import days_later
from app.services.rules.points import Lot
from app.services.rules.scheme.conditions import Who
from app.services.rules.scheme.earning import PointsExpiry
from app.services.rules.scheme.standing import CashReward
from app.services.rules.tiers import Qualified, TierStanding
from app.services.rules.wallets import WalletLot

REWARD = "cash_reward"
# No birthday's coupon reaches farther from its day.
SPAN_DAYS = 31
_Grouped = dict[bytes, list[Row]]
_NO_TIER: list[Row] = [(b"", 0, "")]
_date = date.fromisoformat


class Loaded(NamedTuple):
    """A member's state, with what writing needs beside it: what was before planning moved it."""

    member_id: bytes
    state: MemberState
    tier: str
    tier_number: int
    memberships: Sequence[Row]


class _Rows(NamedTuple):
    """What was read of some members, by member."""

    lots: _Grouped
    tiers: _Grouped
    qualified: _Grouped
    memberships: _Grouped
    rewards: _Grouped
    bonuses: _Grouped
    instalments: _Grouped
    coupons: _Grouped
    passes: _Grouped
    dependants: _Grouped
    occasions: _Grouped


class DueReader:
    """Reads members under the versions of the scheme that are or were in force.

    `days`: what is due after the first of them, to the last. Lots are looked for from `lots_from`
    on; such as lapse by inactivity from ever, for visits move them.
    """

    def __init__(
        self, desk: Desk, spans: Sequence[InForce], days: tuple[date, date], lots_from: date
    ) -> None:
        self._desk = desk
        self._spans = spans
        self._until = days[1]
        self._facts = FactsReader(desk)
        templates = [each for span in spans for each in span.birthdays]
        self._birthdays = bool(templates)
        # A birthday farther away than any coupon of it reaches is not looked at.
        near = days_later(days[0], -SPAN_DAYS), days_later(days[1], SPAN_DAYS)
        self._near = frozenset(month_days(*near) if templates else ())
        # What only a few schemes ask is read one by one, and only of whom it may concern.
        self._asks_more = any(_asks_more(each.who) for each in templates)
        expiries = {span.scheme.points.expiry for span in spans}
        self._inactivity = PointsExpiry.INACTIVITY in expiries
        self._lots_from = date.min if self._inactivity else lots_from
        self._archives = any(span.scheme.archive is not None for span in spans)

    def members(self, ids: Sequence[bytes]) -> list[Loaded]:
        """The members with these ids."""
        rows = self._rows(ids)
        return [self._loaded(person, rows) for person in stored.people(self._desk.database, ids)]

    def _rows(self, ids: Sequence[bytes]) -> _Rows:
        database, last = self._desk.database, self._until.isoformat()
        tiers = stored.tiers(database, ids)
        ending = [row[0] for row in tiers if row[4] is not None and row[4] <= last]
        memberships = stored.memberships(database, ids)
        paying = sorted({row[0] for row in memberships})
        birthdays = ids if self._birthdays else ()
        dated = stored.dated_lots(database, ids, self._lots_from.isoformat(), last)
        return _Rows(
            lots=_by_member(dated),
            tiers=_by_member(tiers),
            qualified=_by_member(_some(stored.qualified, database, ending)),
            memberships=_by_member(memberships),
            rewards=_by_member(stored.rewards(database, paying, REWARD) if paying else []),
            bonuses=_by_member(stored.bonus_lots(database, ids)),
            instalments=_by_member(stored.instalments(database, ids)),
            coupons=_by_member(stored.open_coupons(database, ids, last)),
            passes=_by_member(stored.open_passes(database, ids)),
            dependants=_by_member(_some(stored.dependants, database, birthdays)),
            occasions=_by_member(_some(stored.occasions, database, birthdays)),
        )

    def _loaded(self, person: Row, rows: _Rows) -> Loaded:
        key, joined_on, standing, _, visit, points, principal, bonus, credit, back, _ = person
        lots = tuple([self._lot(row, visit) for row in rows.lots.get(key, ())])
        wallet = tuple([_bonus(row) for row in rows.bonuses.get(key, ())])
        _, number, tier, *days = rows.tiers.get(key, _NO_TIER)[0]
        memberships = rows.memberships.get(key, ())
        state = MemberState(
            None,
            _date(joined_on),
            active=standing == "active",
            archived=standing == "archived",
            seen_on=self._day(max(visit, back)) if self._archives else None,
            owed=_more(points, bonus, lots, wallet) or bool(principal or credit),
            lots=lots,
            tier=_tier(tier, *days) if tier else None,
            terms=self._terms(key, memberships, rows.rewards.get(key, ())),
            wallet=wallet,
            instalments=tuple([_instalment(row) for row in rows.instalments.get(key, ())]),
            coupons=tuple(
                [OpenCoupon(UUID(bytes=row[1]), _date(row[2])) for row in rows.coupons.get(key, ())]
            ),
            passes=tuple([_pass(row) for row in rows.passes.get(key, ())]),
        )
        for _, day, spend, earned in rows.qualified.get(key, ()):
            state.spend += (Qualified(_date(day), spend),)
            state.points += (Qualified(_date(day), earned),)
        if self._birthdays:
            self._celebrate(state, person, rows)
        return Loaded(key, state, tier, number, memberships)

    def _celebrate(self, state: MemberState, person: Row, rows: _Rows) -> None:
        """Put in what birthday coupons depend on, where one may be due."""
        key, written, solar = person[0], person[3], person[10]
        dependants = rows.dependants.get(key, ())
        if written and (not solar or solar in self._near):
            state.birthday = parse_birthday(written)
        elif not dependants:
            return
        state.dependants = tuple(
            (_whose(key, name), birthday)
            for _, name, text in dependants
            if (birthday := parse_birthday(text)) is not None
        )
        issued = [_issued(row) for row in rows.occasions.get(key, ())]
        state.issued = tuple(each for each in issued if each is not None)
        state.facts = self._facts_of(person)

    def _facts_of(self, person: Row) -> MemberFacts:
        member_id = UUID(bytes=person[0])
        if self._asks_more:
            row = standing.person(self._desk.database, person[0])
            assert row is not None
            return self._facts.read(member_id, row, self._until)
        return MemberFacts(member_id, frozen=person[2] != "active", joined_on=_date(person[1]))

    def _day(self, at_ms: int) -> date | None:
        if not at_ms:
            return None
        return self._desk.business_date(from_millis(at_ms, self._desk.zone))

    def _lot(self, row: Row, last_visit_at: int) -> Lot:
        _, lot_id, remaining, available_from, expires_on, version = row
        last = _date(expires_on)
        if self._inactivity:
            terms = self._desk.schemes[version].points
            if terms.expiry is PointsExpiry.INACTIVITY:
                last = moved_by_visit(last, terms, self._day(last_visit_at)) or last
        return Lot(UUID(bytes=lot_id), remaining, _date(available_from), last)

    # --- plans ----------------------------------------------------------------

    def _terms(
        self, member_id: bytes, rows: Sequence[Row], rewards: Sequence[Row]
    ) -> tuple[PlanTerm, ...]:
        if not rows:
            return ()
        rewarded = {row[1] for row in rewards}
        terms: list[PlanTerm] = []
        for row in rows:
            terms = _with_entry(terms, row, self._reward(row))
        return tuple(
            self._reckoned(member_id, term, rewarded, ended=any(t.first > term.last for t in terms))
            for term in terms
        )

    def _reward(self, row: Row) -> CashReward | None:
        scheme = self._desk.schemes[row[8]]
        return next((plan.cash_reward for plan in scheme.plans if plan.id == row[3]), None)

    def _reckoned(
        self, member_id: bytes, term: PlanTerm, rewarded: set[str], *, ended: bool
    ) -> PlanTerm:
        if term.reward is None or not ended:
            return term
        if reward_reason(term.first) in rewarded:
            return replace(term, rewarded=True)
        return replace(term, eligible_minor=self.eligible_minor(member_id, term, term.reward))

    def eligible_minor(self, member_id: bytes, term: PlanTerm, reward: CashReward) -> int:
        """What a member really paid in a period for the reward's goods, net of tax.

        Of each sale the goods' share of what was paid with money, floored once a sale.
        """
        first = max(term.first, term.reward_from or term.first)
        rows = stored.bought_lines(
            self._desk.database, member_id, first.isoformat(), term.last.isoformat()
        )
        scheme = scheme_on(self._spans, term.last)
        sales: dict[bytes, list[int]] = {}
        for sale_id, total, unpaid, added, barcode, name, category, line, tax in rows:
            item = Item(name, 0, category=category, barcode=barcode)
            if takes(reward.goods, item, scheme):
                sums = sales.setdefault(sale_id, [0, total, total - unpaid])
                sums[0] += line if added else line - tax
        return sum(net * paid // total for net, total, paid in sales.values() if total)


def reward_reason(first: date) -> str:
    """Why store credit was issued: the reward of the period that began on `first`."""
    return f"{REWARD} {first.isoformat()}"


def _with_entry(terms: list[PlanTerm], row: Row, reward: CashReward | None) -> list[PlanTerm]:
    """The periods once a membership entry is posted."""
    _, _, kind, plan, level, _, starts_on, ends_on, _, posted_on = row
    first, last = _date(starts_on), _date(ends_on)
    if kind == "lapse":
        return [*terms[:-1], replace(terms[-1], lapsed=True)] if terms else terms
    if kind == "cancel":
        kept = [term for term in terms if term.first <= last]
        return [
            replace(term, last=last, cancelled=True) if term.last >= last else term for term in kept
        ]
    new = PlanTerm(plan, level, first, last, None if kind == "trial" else reward)
    if not terms or terms[-1].last < first:
        return [*terms, new]
    # A switch: of the same period, or to a new one that begins today.
    old = terms[-1]
    if old.first == first:
        return [*terms[:-1], replace(new, reward_from=_date(posted_on))]
    return [*terms[:-1], replace(old, last=days_later(first, -1)), new]


def _some(read: Callable[..., list[Row]], database: object, ids: Sequence[bytes]) -> list[Row]:
    return read(database, ids) if ids else []


def _by_member(rows: Sequence[Row]) -> _Grouped:
    grouped: _Grouped = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row)
    return grouped


def _more(points: int, bonus: int, lots: Sequence[Lot], wallet: Sequence[WalletLot]) -> bool:
    """Whether there is more, or less, than in these lots."""
    for lot in lots:
        points -= lot.remaining
    for part in wallet:
        bonus -= part.bonus_minor
    return bool(points or bonus)


def _tier(tier: str, effective_on: str, expires_on: str | None) -> TierStanding:
    return TierStanding(tier, _date(effective_on), _date(expires_on) if expires_on else None)


def _instalment(row: Row) -> OpenInstalment:
    return OpenInstalment(UUID(bytes=row[1]), row[2], _date(row[3]), row[4])


def _pass(row: Row) -> OpenPass:
    return OpenPass(UUID(bytes=row[1]), row[2], _date(row[3]))


def _bonus(row: Row) -> WalletLot:
    _, lot_id, opened_on, minor, until = row
    return WalletLot(UUID(bytes=lot_id), _date(opened_on), 0, minor, _date(until))


def _whose(member_id: bytes, name: str) -> str:
    """A dependant by the name, not readable on the coupon; an edit of the member keeps it."""
    return uuid5(UUID(bytes=member_id), name.strip().casefold()).hex[:12]


def _issued(row: Row) -> Issued | None:
    _, template, occasion, valid_from = row
    return occasion_read(template, occasion, _date(valid_from))


def _asks_more(who: Who) -> bool:
    return bool(who.tags or who.partner_cards or who.often_bought or who.first_purchase)
