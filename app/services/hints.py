"""Hints at the till: looked up by index when a member is laid on a sale, reckoned at other times.

A sale writes nothing of it. What could be said is reckoned by `refresh` (after a sale, and when
a look-up finds it stale) and by `work` (in idle moments, whoever was here last first). Rows hold
from which day on and until when they may be said, so that none must be reckoned anew each day.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from app.errors import MemberUnknown
from app.models import hints as stored
from app.models import products as stored_products
from app.models.reckoned import hindrance
from app.services.care_types import FollowUp
from app.services.desk import Desk
from app.services.hint_making import HintMaker
from app.services.hint_types import Hint, HintRate, HintRates, Hints, HintWork, Said
from app.services.loyalty import Loyalty
from app.services.progress import StopAsked, never, stop_if
from app.services.rules.insight.hints import (
    LONGEST_REST,
    MOST,
    Candidate,
    HintKind,
    Outcome,
    chosen,
    rests,
)
from app.services.rules.scheme.words import Words, words
from app.services.takings import stamp

_AT_ONCE = 50
_DAY_MS = 86_400_000
_SEEN_DAYS = 400
# Windows of days stand in the rows; what else changed (a coupon issued) is seen within a week.
_KEPT_DAYS = 7
_NEWEST = (1 << 62, b"\xff" * 16)
_PROMISED_DAYS = 3

Promised = Callable[[UUID], Iterable[FollowUp]]
"""What is open for a member, soonest first."""


def _nothing(_member_id: UUID) -> tuple[FollowUp, ...]:
    return ()


class HintBook:
    """Looks hints up, reckons them, and keeps what came of them."""

    def __init__(self, desk: Desk, loyalty: Loyalty, promised: Promised = _nothing) -> None:
        self._desk = desk
        self._promised = promised
        self._maker = HintMaker(desk, loyalty)
        self._below = _NEWEST
        self._shop_made_on: date | None = None

    # --- at the till --------------------------------------------------------------

    def hints(
        self,
        member_id: UUID,
        products: Sequence[UUID] = (),
        *,
        said: Collection[tuple[str, str]] = (),
    ) -> Hints:
        """What to say of a member with these products in the basket: at most two a visit.

        `said` are (kind, subject) shown in this visit already; they take their places. Looks up
        only, within a millisecond. Raises MemberUnknown.
        """
        desk, today = self._desk, self._desk.today()
        row = stored.standing(desk.database, member_id.bytes)
        if row is None:
            raise MemberUnknown(str(member_id))
        seq, made_on, made_at, visited_at = row
        stale = made_on is None or made_on < today.isoformat() or made_at < visited_at
        kinds = self.kinds()
        if not kinds or len(said) >= MOST:
            return Hints((), stale)
        basket = {product.bytes for product in products}
        found = [each for each in self._found(seq, basket, products) if each.kind in kinds]
        if HintKind.FOLLOW_UP in kinds:
            found += self._follow_ups(member_id, today)
        by_key = {(each.kind.value, each.subject): each for each in found}
        picked = chosen(
            [Candidate(each.kind, each.subject, each.on, each.chance_bp) for each in found],
            today,
            resting=self._resting(member_id, today),
            standing=said,
        )
        return Hints(tuple(by_key[each.kind.value, each.subject] for each in picked), stale)

    def kinds(self) -> frozenset[HintKind]:
        """Which kinds the shop lets be said."""
        settings = self._desk.settings
        if not settings.hints:
            return frozenset()
        return frozenset(kind for kind in HintKind if getattr(settings, f"hint_{kind.value}"))

    def _found(self, seq: int, basket: set[bytes], products: Sequence[UUID]) -> Iterator[Hint]:
        database, day = self._desk.database, self._desk.today().isoformat()
        for _, kind, subject, product, facts, _, chance, name in stored.made(database, seq, day):
            if product is None or product not in basket:
                yield _made_hint(HintKind(kind), subject, product, name, chance, json.loads(facts))
        if basket:
            asked = [product.bytes for product in products]
            for one, other, share, name, beside in stored.companions(database, asked):
                if other not in basket:
                    yield Hint(
                        HintKind.TOGETHER,
                        other.hex(),
                        words(name),
                        UUID(bytes=other),
                        beside=beside if one in basket else "",
                        chance_bp=share,
                    )

    def _follow_ups(self, member_id: UUID, today: date) -> Iterator[Hint]:
        """What was promised and is due, or will be within days."""
        last = today + timedelta(days=_PROMISED_DAYS)
        for each in self._promised(member_id):
            if each.due_on is not None and each.due_on <= last:
                subject = each.follow_up_id.hex
                yield Hint(HintKind.FOLLOW_UP, subject, words(each.what), on=each.due_on)

    def _resting(self, member_id: UUID, today: date) -> set[tuple[str, str]]:
        since = (today - timedelta(days=LONGEST_REST)).isoformat()
        return {
            (kind, subject)
            for kind, subject, day, outcome in stored.shown_since(
                self._desk.database, member_id.bytes, since
            )
            if rests(HintKind(kind), date.fromisoformat(day), Outcome(outcome), today)
        }

    def record(
        self, visit_id: UUID, member_id: UUID, said: Sequence[Said], sale_id: UUID | None = None
    ) -> None:
        """Keep what was said in a visit and what came of it, once for a visit and member.

        A product that lies in the sale was bought, unless the clerk marked it. Raises
        MemberUnknown.
        """
        if not said:
            return
        desk = self._desk

        def work() -> None:
            database = desk.database
            if stored.is_recorded(database, visit_id.bytes, member_id.bytes):
                return
            if stored.standing(database, member_id.bytes) is None:
                raise MemberUnknown(str(member_id))
            sold = None if sale_id is None else stored.products_sold(database, sale_id.bytes)
            best = stored.best_seller(database)
            with_best = None if sold is None or best is None else int(best[0] in sold)
            at = stamp(desk)
            stored.add_shown(
                database,
                (
                    (
                        visit_id.bytes, position, member_id.bytes, one.hint.kind.value,
                        one.hint.subject, _bytes(one.hint.product_id), _outcome(one, sold).value,
                        None if sold is None or sale_id is None else sale_id.bytes, with_best,
                        at.staff_id, at.at_ms, at.day,
                    )
                    for position, one in enumerate(said[:MOST], 1)
                ),
            )  # fmt: skip

        desk.transaction(work)

    # --- at other times -------------------------------------------------------------

    def refresh(self, member_id: UUID) -> None:
        """Reckon what could be said of one member. Raises MemberUnknown."""
        self._desk.transaction(lambda: self._maker.make(member_id))

    def refresh_shop(self) -> None:
        """Reckon what goes with what, and what sells best."""
        desk = self._desk
        made, best = desk.database.read_transaction(self._maker.make_shop)
        day = desk.today().isoformat()
        desk.transaction(lambda: stored.replace_shop(desk.database, made, best, day))

    def work(self, most: int = 500, cancelled: StopAsked = never) -> HintWork:
        """Reckon for some members whose hints are old, whoever was here last first; for idle
        moments. Once a day also for the shop. None where something is in the way of writing,
        as `models.reckoned.hindrance` tells it: sales need the room. Raises Cancelled."""
        if hindrance(self._desk.database):
            return HintWork(0, True)
        today = self._desk.today()
        if self._shop_made_on != today:
            self.refresh_shop()
            self._shop_made_on, self._below = today, _NEWEST
        done = 0
        while done < most:
            stop_if(cancelled)
            rows = self._next(min(_AT_ONCE, most - done))
            if not rows:
                self._below = _NEWEST
                return HintWork(done, True)
            ids = [UUID(bytes=member_id) for _, member_id, is_stale in rows if is_stale]
            if ids:
                self._desk.transaction(partial(self._make_all, ids))
            done += len(rows)
            self._below = (rows[-1][0], rows[-1][1])
        return HintWork(done, False)

    def _next(self, limit: int) -> list[Any]:
        desk = self._desk
        before = (desk.today() - timedelta(days=_KEPT_DAYS)).isoformat()
        since = desk.now_ms() - _SEEN_DAYS * _DAY_MS
        return stored.stale(desk.database, self._below, since, before, limit)

    def _make_all(self, ids: Iterable[UUID]) -> None:
        for member_id in ids:
            self._maker.make(member_id)

    # --- what came of them --------------------------------------------------------

    def rates(self, first: date | None = None, last: date | None = None) -> HintRates:
        """What came of each kind between two days; of the last 90 where none are given."""
        today = self._desk.today()
        last = last or today
        first = first or last - timedelta(days=89)
        rows = stored.rates(self._desk.database, first.isoformat(), last.isoformat())
        found = {row[0]: row[1:] for row in rows}
        kinds = tuple(HintRate(kind, *found.get(kind.value, ())) for kind in HintKind)
        best = stored.best_seller(self._desk.database)
        product = None if best is None else stored_products.find(self._desk.database, best[0])
        return HintRates(first, last, kinds, "" if product is None else product.name)


def _made_hint(
    kind: HintKind, subject: str, product: bytes | None, name: str | None, chance: int, facts: Any
) -> Hint:
    if product is not None:
        return Hint(
            kind,
            subject,
            words(name or ""),
            UUID(bytes=product),
            amount=facts["interval"],
            chance_bp=chance,
        )
    on = date.fromisoformat(facts["on"])
    if kind is HintKind.BIRTHDAY:
        return Hint(kind, subject, words(facts["name"]), on=on)
    said = Words(tuple((language, text) for language, text in facts["name"]))
    return Hint(kind, subject, said, what=facts["what"], amount=facts["amount"], on=on)


def _bytes(product: UUID | None) -> bytes | None:
    return None if product is None else product.bytes


def _outcome(said: Said, sold: frozenset[bytes] | None) -> Outcome:
    """What came of it: what the clerk said, else what the basket says."""
    product = said.hint.product_id
    if product is not None and sold is not None and product.bytes in sold:
        return Outcome.TAKEN if said.outcome is Outcome.TAKEN else Outcome.BOUGHT
    return said.outcome
