"""Members as the due jobs see them, read many at once."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid5

from app.models import due as stored
from app.models import standing
from app.models.database import Row
from app.services.desk import Desk
from app.services.facts import FactsReader
from app.services.rules.birthdays import parse_birthday
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
from app.services.rules.scheme.offers import CouponTrigger
from app.services.rules.scheme.standing import CashReward
from app.services.rules.tiers import Qualified, TierStanding
from app.services.rules.wallets import WalletLot

REWARD = "cash_reward"
_BIRTHDAYS = (CouponTrigger.BIRTHDAY, CouponTrigger.DEPENDANT_BIRTHDAY)
_Grouped = dict[bytes, list[Row]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A member's state, with what writing needs beside it."""

    state: MemberState
    tier_number: int
    memberships: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
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
    """Reads members under the versions of the scheme that are or were in force."""

    def __init__(self, desk: Desk, spans: Sequence[InForce]) -> None:
        self._desk = desk
        self._spans = spans
        self._facts = FactsReader(desk)
        templates = [
            each for span in spans for each in span.scheme.coupons if each.trigger in _BIRTHDAYS
        ]
        self._birthdays = bool(templates)
        # What only a few schemes ask is read one by one, and only of whom it may concern.
        self._asks_more = any(_asks_more(each.who) for each in templates)
        self._inactivity = any(
            span.scheme.points.expiry is PointsExpiry.INACTIVITY for span in spans
        )

    def members(self, ids: Sequence[bytes], lots_from: date, until: date) -> list[Loaded]:
        """The members with these ids; lots that lapse by inactivity are looked for further back
        than `lots_from`, for visits move them."""
        first = date.min if self._inactivity else lots_from
        rows = self._rows(ids, first, until)
        return [
            self._loaded(person, rows, until) for person in stored.people(self._desk.database, ids)
        ]

    def _rows(self, ids: Sequence[bytes], lots_from: date, until: date) -> _Rows:
        database, last = self._desk.database, until.isoformat()
        tiers = stored.tiers(database, ids)
        ending = [row[0] for row in tiers if row[4] is not None and row[4] <= last]
        memberships = stored.memberships(database, ids)
        paying = sorted({row[0] for row in memberships})
        birthdays = ids if self._birthdays else ()
        dated = stored.dated_lots(database, ids, lots_from.isoformat(), last)
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

    def _loaded(self, person: Row, rows: _Rows, until: date) -> Loaded:
        key = person[0]
        lots = tuple(self._lot(row, person[4]) for row in rows.lots.get(key, ()))
        bonuses = tuple(_bonus(row) for row in rows.bonuses.get(key, ()))
        tier = next(iter(rows.tiers.get(key, ())), None)
        qualified = rows.qualified.get(key, ())
        memberships = tuple(rows.memberships.get(key, ()))
        dependants = tuple(
            (_whose(key, row[1]), birthday)
            for row in rows.dependants.get(key, ())
            if (birthday := parse_birthday(row[2])) is not None
        )
        rest = person[5] - sum(lot.remaining for lot in lots)
        bonus_rest = person[7] - sum(lot.bonus_minor for lot in bonuses)
        state = MemberState(
            facts=self._facts_of(person, until),
            joined_on=date.fromisoformat(person[1]),
            active=person[2] == "active",
            archived=person[2] == "archived",
            seen_on=self._day(max(person[4], person[9])),
            owed=bool(rest or person[6] or bonus_rest or person[8]),
            lots=lots,
            tier=None if tier is None else _tier(tier),
            spend=tuple(Qualified(_date(row[1]), row[2]) for row in qualified),
            points=tuple(Qualified(_date(row[1]), row[3]) for row in qualified),
            terms=self._terms(key, memberships, rows.rewards.get(key, ())),
            wallet=bonuses,
            instalments=tuple(
                OpenInstalment(UUID(bytes=row[1]), row[2], _date(row[3]), row[4])
                for row in rows.instalments.get(key, ())
            ),
            coupons=tuple(
                OpenCoupon(UUID(bytes=row[1]), _date(row[2])) for row in rows.coupons.get(key, ())
            ),
            passes=tuple(
                OpenPass(UUID(bytes=row[1]), row[2], _date(row[3]))
                for row in rows.passes.get(key, ())
            ),
            birthday=parse_birthday(person[3]) if self._birthdays else None,
            dependants=dependants,
            issued=tuple(
                issued
                for row in rows.occasions.get(key, ())
                if (issued := _issued(row)) is not None
            ),
        )
        return Loaded(state, 0 if tier is None else tier[1], memberships)

    def _facts_of(self, person: Row, until: date) -> MemberFacts:
        member_id = UUID(bytes=person[0])
        if self._asks_more and (person[3] or self._birthdays):
            row = standing.person(self._desk.database, person[0])
            assert row is not None
            return self._facts.read(member_id, row, until)
        return MemberFacts(member_id, frozen=person[2] != "active", joined_on=_date(person[1]))

    def _day(self, at_ms: int) -> date | None:
        if not at_ms:
            return None
        return self._desk.business_date(from_millis(at_ms, self._desk.zone))

    def _lot(self, row: Row, last_visit_at: int) -> Lot:
        _, lot_id, remaining, available_from, expires_on, version = row
        terms = self._desk.schemes[version].points
        last = _date(expires_on)
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


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _tier(row: Row) -> TierStanding:
    _, _, tier, effective_on, expires_on = row
    return TierStanding(
        tier, _date(effective_on), None if expires_on is None else _date(expires_on)
    )


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
