"""What could be said of a member, reckoned ahead; and what goes with what in the shop."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from app.models import hints as stored
from app.models.database import Row
from app.models.merges import owner
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.rules.birthdays import next_occurrence, parse_birthday
from app.services.rules.insight.due_again import KEPT_DAYS, habits
from app.services.rules.insight.hints import BIRTHDAY_DAYS, LAPSING_DAYS, HintKind
from app.services.rules.insight.pairs import LEAST_SUPPORT, pairs
from app.services.rules.money import BASIS_POINTS
from app.services.rules.scheme.words import NO_WORDS, Words
from app.services.standing import Standing

SALES_READ = 200
BASKETS_READ = 20_000
PAIR_DAYS = 365
BEST_DAYS = 90
_COMPANIONS = 3
_BEST = 3
_EPOCH_DAYS = timedelta(days=1)

_Made = tuple[HintKind, str, bytes | None, dict[str, object], date, date, int]


class HintMaker:
    """Reckons; its callers hold the transaction."""

    def __init__(self, desk: Desk, loyalty: Loyalty) -> None:
        self._desk = desk
        self._loyalty = loyalty

    def make(self, member_id: UUID) -> None:
        """Put what could be said of a member from today on in place of what could before.

        Of who was merged it is said of the member they are now. Raises MemberUnknown.
        """
        desk, today = self._desk, self._desk.today()
        member_id = UUID(bytes=owner(desk.database, member_id.bytes))
        row = stored.standing(desk.database, member_id.bytes)
        found = [
            *_due_again(
                stored.lines(desk.database, member_id.bytes, today.isoformat(), SALES_READ)
            ),
            *self._birthdays(member_id.bytes, today),
            *_lapsing(self._loyalty.standing(member_id, today)),
        ]
        if row is not None:
            rows = (
                (
                    rank, kind.value, subject, product, json.dumps(facts, sort_keys=True),
                    first.isoformat(), last.isoformat(), chance,
                )
                for rank, (kind, subject, product, facts, first, last, chance)
                in enumerate(found, 1)
            )  # fmt: skip
            stored.replace_made(desk.database, row[0], rows, today.isoformat(), desk.now_ms())

    def _birthdays(self, member_id: bytes, today: date) -> Iterator[_Made]:
        for name, text in stored.people(self._desk.database, member_id):
            birthday = parse_birthday(text)
            day = None
            if birthday is not None:
                # One that was these days is still spoken of.
                day = next_occurrence(birthday, today - BIRTHDAY_DAYS * _EPOCH_DAYS)
            if day is not None:
                span = BIRTHDAY_DAYS * _EPOCH_DAYS
                facts: dict[str, object] = {"name": name, "on": day.isoformat()}
                yield (HintKind.BIRTHDAY, name or "self", None, facts, day - span, day + span, 0)

    def make_shop(self) -> tuple[list[Row], list[tuple[bytes, int]]]:
        """(pairs, best-sellers) as they are stored; only reads."""
        database, today = self._desk.database, self._desk.today()
        alone: Counter[str] = Counter()
        since = (today - timedelta(days=PAIR_DAYS)).isoformat()
        rows = stored.baskets(database, since, today.isoformat(), BASKETS_READ)
        together: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for pair in pairs(_counted(_baskets(rows), alone)):
            if pair.baskets >= LEAST_SUPPORT:
                together[pair.first].append((pair.baskets, pair.second))
                together[pair.second].append((pair.baskets, pair.first))
        made = [
            (
                bytes.fromhex(one),
                rank,
                bytes.fromhex(other),
                both,
                both * BASIS_POINTS // alone[one],
            )
            for one, others in sorted(together.items())
            for rank, (both, other) in enumerate(
                sorted(others, key=lambda each: (-each[0], each[1]))[:_COMPANIONS], 1
            )
        ]
        recent: Counter[str] = Counter()
        since = (today - timedelta(days=BEST_DAYS)).isoformat()
        for basket in _baskets(stored.baskets(database, since, today.isoformat(), BASKETS_READ)):
            recent.update(basket)
        best = sorted(recent.items(), key=lambda each: (-each[1], each[0]))[:_BEST]
        return made, [(bytes.fromhex(product), count) for product, count in best]


def _baskets(rows: Iterable[Row]) -> Iterator[frozenset[str]]:
    for _, lines in groupby(rows, key=itemgetter(0)):
        yield frozenset(product.hex() for _, product in lines)


def _counted(baskets: Iterable[frozenset[str]], alone: Counter[str]) -> Iterator[tuple[str, ...]]:
    for basket in baskets:
        alone.update(basket)
        yield tuple(basket)


def _due_again(lines: Iterable[Row]) -> Iterator[_Made]:
    dated = ((date.fromisoformat(day).toordinal(), product) for day, product in lines)
    for habit in habits(dated):
        facts: dict[str, object] = {"interval": habit.interval, "times": habit.times}
        last = date.fromordinal(habit.last_on) + timedelta(days=KEPT_DAYS)
        due = date.fromordinal(habit.due_on)
        yield (
            HintKind.DUE_AGAIN, habit.product.hex(), habit.product, facts, due, last,
            habit.chance_bp,
        )  # fmt: skip


def _lapsing(held: Standing) -> Iterator[_Made]:
    """What may be used for some days only, soonest first."""
    found: list[tuple[date, str, str, Words, int]] = [
        (coupon.valid_to, f"coupon {coupon.code}", "coupon", coupon.name, 1)
        for coupon in held.coupons
        if coupon.valid_to is not None and coupon.valid_from <= held.day
    ]
    found += [
        (one.valid_to, f"pass {one.pass_id}", "pass", one.name, one.uses_left)
        for one in held.passes
    ]
    found += [(day, f"points {day}", "points", NO_WORDS, n) for day, n in held.points.expiring[:1]]
    found += [(day, f"bonus {day}", "bonus", NO_WORDS, n) for day, n in held.wallet.expiring[:1]]
    plan = held.plan
    if plan is not None:
        found.append((plan.ends_on, f"plan {plan.plan} {plan.ends_on}", "plan", plan.name, 1))
    for day, subject, what, name, amount in sorted(found, key=itemgetter(0, 1))[:3]:
        facts: dict[str, object] = {
            "what": what, "name": list(map(list, name.texts)), "amount": amount,
            "on": day.isoformat(),
        }  # fmt: skip
        first = day - timedelta(days=LAPSING_DAYS)
        if day >= held.day:
            yield (HintKind.LAPSING, subject, None, facts, first, day, 0)
