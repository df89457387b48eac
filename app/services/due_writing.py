"""What became due, as rows: entries of the ledgers, dated with their own days."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from app.models import due as stored
from app.models import due_marks, ledgers
from app.models import sales as stored_sales
from app.models.coupons import codes_taken
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.coupon_triggers import Cause, add_triggered, asked
from app.services.desk import Desk
from app.services.due_reading import Loaded, reward_reason
from app.services.ids import id_bytes
from app.services.loyalty import Loyalty
from app.services.rules.codes import DRAWN_LIMIT, coupon_code
from app.services.rules.days import to_millis
from app.services.rules.due import InForce, scheme_on
from app.services.rules.due_state import DueEvent, DueKind, instalment_lot_id, occasion_text
from app.services.rules.months import days_later
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTrigger
from app.services.seals import SealChain, entry_form, points_form
from app.services.takings import Stamp, keep_accounts


@dataclass(slots=True)
class _Batch:
    """Rows of one transaction, gathered member by member."""

    ledger: LedgerRows = field(default_factory=LedgerRows)
    points: list[tuple[Row, list[Row]]] = field(default_factory=list)
    taken: list[tuple[int, bytes]] = field(default_factory=list)
    archived: list[tuple[bytes, int]] = field(default_factory=list)
    coupon_numbers: dict[bytes, int] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    sealed: list[tuple[str, Row]] = field(default_factory=list)
    raised: list[tuple[bytes, str, int, date]] = field(default_factory=list)


_Entries = dict[DueKind, Callable[["DueWriter", _Batch, bytes, DueEvent], None]]


class DueWriter:
    """Posts events; every row says on which day it was due, and under which version."""

    def __init__(self, desk: Desk, spans: Sequence[InForce]) -> None:
        self._desk = desk
        self._spans = spans
        self._staff = desk.staff.staff_id.bytes
        self._moments: dict[date, int] = {}
        self._stamps: dict[date, tuple[bytes, int, str]] = {}
        self._orders: dict[int, dict[str, int]] = {}

    def write(self, work: Sequence[tuple[Loaded, Sequence[DueEvent]]]) -> None:
        """Append everything, inside the caller's transaction."""
        if not work:
            return
        batch = _Batch()
        ending: list[bytes] = []
        coupons = 0
        for _, events in work:
            for event in events:
                if event.kind is DueKind.COUPON_EXPIRED:
                    ending.append(_id(event))
                elif event.kind is DueKind.COUPON_ISSUED:
                    coupons += 1
        batch.coupon_numbers = stored.newest_coupon_entries(self._desk.database, ending)
        batch.codes = new_coupon_codes(self._desk, coupons)
        for loaded, events in work:
            self._member(batch, loaded, events)
        self._insert(batch)
        self._welcome(batch)

    def posted_at(self, day: date) -> int:
        """The instant a thing of that day happened: its beginning, though never after now."""
        if day not in self._moments:
            desk = self._desk
            begun = datetime.combine(day, time(desk.settings.day_end_hour), tzinfo=desk.zone)
            self._moments[day] = min(to_millis(begun), desk.now_ms())
        return self._moments[day]

    def _stamp(self, day: date) -> tuple[bytes, int, str]:
        if day not in self._stamps:
            self._stamps[day] = self._staff, self.posted_at(day), day.isoformat()
        return self._stamps[day]

    def _member(self, batch: _Batch, loaded: Loaded, events: Sequence[DueEvent]) -> None:
        member_id, _, tier, tier_number, memberships = loaded
        lapsed: dict[tuple[date, int], list[DueEvent]] = {}
        plan_number = len(memberships)
        for event in events:
            if event.kind is DueKind.POINTS_EXPIRED:
                lapsed.setdefault((event.day, event.version), []).append(event)
            elif event.kind is DueKind.TIER_REVIEWED:
                tier_number += 1
                tier = self._review(batch, member_id, tier_number, event, tier)
            elif event.kind is DueKind.PLAN_LAPSED:
                plan_number += 1
                self._lapse(batch, loaded, plan_number, event)
            elif event.kind in self._ENTRIES:
                self._ENTRIES[event.kind](self, batch, member_id, event)
        for (day, version), group in lapsed.items():
            self._points(batch, member_id, day, version, group)

    # --- points, tiers, plans ---------------------------------------------------

    def _points(
        self, batch: _Batch, member_id: bytes, day: date, version: int, lots: Sequence[DueEvent]
    ) -> None:
        """One entry for all that lapsed on a day; its allocations name the lots."""
        entry_id, total = id_bytes(), 0
        parts: list[Row] = []
        for event in lots:
            parts.append((entry_id, _id(event), -event.amount))
            total += event.amount
        entry = (
            entry_id, member_id, None, None, "expire", -total, "", version, *self._stamp(day)
        )  # fmt: skip
        batch.points.append((entry, parts))
        batch.taken.append((total, member_id))

    def _review(
        self, batch: _Batch, member_id: bytes, number: int, event: DueEvent, before: str
    ) -> str:
        standing = event.tier
        assert standing is not None
        order = self._orders.get(event.version)
        if order is None:
            order = _tier_order(scheme_on(self._spans, event.day))
            self._orders[event.version] = order
        step = order.get(standing.tier, 0) - order.get(before, 0)
        batch.ledger.add(
            "tier_entry",
            id_bytes(),
            None,
            member_id,
            number,
            "reached" if step > 0 else "lowered" if step < 0 else "kept",
            standing.tier,
            standing.effective_on.isoformat(),
            None if standing.kept_until is None else standing.kept_until.isoformat(),
            event.version,
            "review",
            *self._stamp(event.day)[:2],
        )
        if step > 0:
            batch.raised.append((member_id, standing.tier, number, event.day))
        return standing.tier

    def _welcome(self, batch: _Batch) -> None:
        """Issue what a tier reached at a review brings, as one reached by a sale does."""
        desk = self._desk
        if not batch.raised or not asked(desk.scheme, CouponTrigger.TIER):
            return
        loyalty, rows = Loyalty(desk), LedgerRows()
        for key, tier, number, day in batch.raised:
            facts = loyalty.facts(UUID(bytes=key), day)
            if not facts.frozen:
                cause = Cause(CouponTrigger.TIER, f"tier {tier} {number}")
                add_triggered(desk, rows, facts.in_tier(tier), cause, Stamp(*self._stamp(day)))
        ledgers.insert(desk.database, rows)

    def _lapse(self, batch: _Batch, loaded: Loaded, number: int, event: DueEvent) -> None:
        term = next(t for t in loaded.state.terms if t.first == event.until)
        batch.ledger.add(
            "membership_entry",
            id_bytes(),
            None,
            loaded.member_id,
            number,
            "lapse",
            term.plan,
            term.level,
            term.first.isoformat(),
            event.day.isoformat(),
            term.last.isoformat(),
            0,
            event.version,
            "",
            *self._stamp(event.day),
        )

    def _reward(self, batch: _Batch, member_id: bytes, event: DueEvent) -> None:
        assert event.until is not None
        reason = reward_reason(event.until)
        self._sealed(
            batch, "store_credit", "store_credit_entry",
            (id_bytes(), None, None, member_id, "issue", event.amount, reason,
             *self._stamp(event.day)),
        )  # fmt: skip

    # --- wallets, passes, coupons -----------------------------------------------

    def _instalment(self, batch: _Batch, member_id: bytes, event: DueEvent) -> None:
        assert event.subject is not None
        entry_id = id_bytes()
        stamp = self._stamp(event.day)
        self._sealed(
            batch, "stored_value", "stored_value_entry",
            (entry_id, None, None, member_id, "bonus", 0, event.amount, "", *stamp),
        )  # fmt: skip
        batch.ledger.add(
            "stored_value_lot",
            instalment_lot_id(event.subject, event.number).bytes,
            member_id,
            entry_id,
            0,
            event.amount,
            event.day.isoformat(),
            None if event.until is None else event.until.isoformat(),
        )
        batch.ledger.add(
            "bonus_instalment_end", event.subject.bytes, event.number, "paid", entry_id, stamp[1]
        )

    def _bonus(self, batch: _Batch, member_id: bytes, event: DueEvent) -> None:
        entry_id = id_bytes()
        self._sealed(
            batch, "stored_value", "stored_value_entry",
            (entry_id, None, None, member_id, "expire", 0, -event.amount, "",
             *self._stamp(event.day)),
        )  # fmt: skip
        batch.ledger.add("stored_value_allocation", entry_id, _id(event), 0, -event.amount)

    def _pass(self, batch: _Batch, _member_id: bytes, event: DueEvent) -> None:
        batch.ledger.add(
            "pass_entry", id_bytes(), None, None, _id(event), "expired", -event.amount, "",
            *self._stamp(event.day),
        )  # fmt: skip

    def _coupon_ended(self, batch: _Batch, _member_id: bytes, event: DueEvent) -> None:
        self._coupon_entry(batch, _id(event), "expired", event.day)

    def _coupon(self, batch: _Batch, member_id: bytes, event: DueEvent) -> None:
        assert event.occasion is not None
        batch.ledger.add(
            "coupon",
            _id(event),
            batch.codes.pop(),
            event.text,
            member_id,
            None,
            event.day.isoformat(),
            None if event.until is None else event.until.isoformat(),
            occasion_text(event.occasion),
            event.version,
        )
        self._coupon_entry(batch, _id(event), "issued", event.day)

    def _coupon_entry(self, batch: _Batch, coupon_id: bytes, kind: str, day: date) -> None:
        number = batch.coupon_numbers.get(coupon_id, 0) + 1
        batch.coupon_numbers[coupon_id] = number
        batch.ledger.add(
            "coupon_entry", id_bytes(), None, coupon_id, number, kind, "", *self._stamp(day)
        )

    def _archive(self, batch: _Batch, member_id: bytes, event: DueEvent) -> None:
        batch.archived.append((member_id, self.posted_at(event.day)))

    def _sealed(self, batch: _Batch, kind: str, table: str, row: Row) -> None:
        batch.ledger.add(table, *row)
        batch.sealed.append((kind, row))

    _ENTRIES: ClassVar[_Entries] = {
        DueKind.CASH_REWARD: _reward,
        DueKind.INSTALMENT: _instalment,
        DueKind.BONUS_EXPIRED: _bonus,
        DueKind.PASS_EXPIRED: _pass,
        DueKind.COUPON_EXPIRED: _coupon_ended,
        DueKind.COUPON_ISSUED: _coupon,
        DueKind.ARCHIVED: _archive,
    }

    # --- what belongs to nobody -------------------------------------------------

    def ownerless(self, first: date, last: date) -> tuple[int, int]:
        """End gift cards and unowned coupons whose last day lies in the span; how many of each."""
        database, span = self._desk.database, (first.isoformat(), last.isoformat())
        batch = _Batch()
        coupons = stored.ownerless_coupons(database, *span)
        for coupon_id, number, valid_to in coupons:
            batch.coupon_numbers[coupon_id] = number
            self._coupon_entry(batch, coupon_id, "expired", _day_after(valid_to))
        cards = stored.lapsed_gift_cards(database, *span)
        for card_id, left, ends_on in cards:
            stamp = self._stamp(_day_after(ends_on))
            row = (id_bytes(), None, None, card_id, "expire", -left, "", *stamp)
            self._sealed(batch, "gift_card", "gift_entry", row)
        self._insert(batch)
        return len(cards), len(coupons)

    def _insert(self, batch: _Batch) -> None:
        desk = self._desk
        stored_sales.insert_points(
            desk.database,
            PointsRows(
                entries=[entry for entry, _ in batch.points],
                lots=[],
                allocations=[part for _, parts in batch.points for part in parts],
            ),
        )
        due_marks.take_points(desk.database, batch.taken)
        ledgers.insert(desk.database, batch.ledger)
        keep_accounts(desk, batch.ledger)
        self._archived(batch.archived)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        for entry, parts in batch.points:
            chain.add("points", entry[0], points_form(PointsRows([entry], [], parts)))
        for kind, row in batch.sealed:
            chain.add(kind, row[0], entry_form(kind, row))
        chain.write()

    def _archived(self, gone: Sequence[tuple[bytes, int]]) -> None:
        database = self._desk.database
        due_marks.archive(database, [member_id for member_id, _ in gone], self._desk.now_ms())
        due_marks.add_audit_entries(
            database,
            [
                (id_bytes(), self._staff, at_ms, "member.archived", member_id, "")
                for member_id, at_ms in gone
            ],
        )


def new_coupon_codes(desk: Desk, wanted: int) -> set[str]:
    """So many codes that no coupon has yet."""
    codes: set[str] = set()
    while len(codes) < wanted:
        missing = wanted - len(codes)
        drawn = {coupon_code(secrets.randbelow(DRAWN_LIMIT)) for _ in range(missing)}
        codes |= drawn - codes_taken(desk.database, drawn)
    return codes


def _tier_order(scheme: Scheme) -> dict[str, int]:
    tiers = () if scheme.tiers is None else scheme.tiers.tiers
    return {tier.id: place for place, tier in enumerate(tiers)}


def _id(event: DueEvent) -> bytes:
    assert event.subject is not None
    return event.subject.bytes


def _day_after(text: str) -> date:
    return days_later(date.fromisoformat(text), 1)
