"""What every member likes and when they come, in columns: some conditions of segments ask it."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from app.models import insight
from app.models import insight_habits as stored
from app.models.database import Database, Row
from app.services.rules.days import from_millis
from app.services.rules.insight.habits import (
    FAVOURITES,
    HABIT_SALES,
    SALES_READ,
    Usual,
    liked,
    usual,
)
from app.services.turns import give_way

UNKNOWN = -1
_PLACES = 2 * FAVOURITES
# How many members are told before somebody else may have a turn.
_TURN = 64
# Of more, reading everybody is not much slower.
_RENEWED_AT_MOST = 2_000


@dataclass(slots=True)
class Habits:
    """Parallel columns, a place each member who bought or checked in, in the order of their
    short keys.

    `UNKNOWN` stands where nothing is told. `benefit_percent` is in how many of a hundred of the
    last sales a benefit was used. What is liked are places in `names`, `_PLACES` for each member.
    """

    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    hour: "array[int]" = field(default_factory=lambda: array("b"))
    weekday: "array[int]" = field(default_factory=lambda: array("b"))
    price_from_minor: "array[int]" = field(default_factory=lambda: array("q"))
    price_to_minor: "array[int]" = field(default_factory=lambda: array("q"))
    benefit_percent: "array[int]" = field(default_factory=lambda: array("b"))
    favourites: "array[int]" = field(default_factory=lambda: array("i"))
    names: dict[str, int] = field(default_factory=dict)

    def likes(self, fits: Callable[[str], bool]) -> Iterator[bool]:
        """Of each member: whether a product or category they buy most fits."""
        asked = {place for name, place in self.names.items() if fits(name)}
        for start in range(0, len(self.favourites), _PLACES):
            yield not asked.isdisjoint(self.favourites[start : start + _PLACES])

    def copied(self) -> "Habits":
        """The same, to be written to."""
        return Habits(
            self.seqs[:], self.hour[:], self.weekday[:], self.price_from_minor[:],
            self.price_to_minor[:], self.benefit_percent[:], self.favourites[:], dict(self.names),
        )  # fmt: skip

    def put(self, seq: int, one: "Habits") -> None:
        """Let `one`, of this member alone or of nobody, stand for the member."""
        place = bisect_left(self.seqs, seq)
        after = place + (self.seqs[place : place + 1] == array("q", [seq]))
        for column, new in zip(self.columns(), one.columns(), strict=True):
            column[place:after] = new
        places = {UNKNOWN: UNKNOWN}
        for name, theirs in one.names.items():
            places[theirs] = self.names.setdefault(name, len(self.names))
        likes = array("i", [places[each] for each in one.favourites])
        self.favourites[place * _PLACES : after * _PLACES] = likes

    def columns(self) -> tuple["array[int]", ...]:
        """Those with one place a member."""
        return (
            self.seqs, self.hour, self.weekday,
            self.price_from_minor, self.price_to_minor, self.benefit_percent,
        )  # fmt: skip


class KeptHabits(NamedTuple):
    """Habits as of a day at a place, and how far the file was read for them."""

    habits: Habits
    zone: ZoneInfo
    until: date
    mark: Row


def habits_now(
    database: Database, zone: ZoneInfo, until: date, before: KeptHabits | None
) -> KeptHabits:
    """The habits of all members as of a day, inside one view of the file: where they were read
    `before`, only of those who bought or came since."""
    mark = insight.mark(database)
    if before is not None and before[1:] == (zone, until, mark):
        return before
    habits = None if before is None else _renewed(database, zone, until, mark, before)
    return KeptHabits(habits or read_habits(database, zone, until), zone, until, mark)


def _renewed(
    database: Database, zone: ZoneInfo, until: date, mark: Row, before: KeptHabits
) -> Habits | None:
    """A copy, with who bought or came since read anew: somebody may still be reading what was
    told before. None where all are to be read: too many, another file, zone or an earlier day."""
    if (before.zone, before.mark[0]) != (zone, mark[0]) or before.until > until:
        return None
    days = before.until.isoformat(), until.isoformat()
    seqs = stored.touched(database, before.mark[1:], days, _RENEWED_AT_MOST)
    if seqs is None:
        return None
    habits = before.habits.copied()
    for at, seq in enumerate(seqs):
        if at % _TURN == 0:
            give_way()
        habits.put(seq, read_habits(database, zone, until, seq))
    return habits


def read_habits(database: Database, zone: ZoneInfo, until: date, only: int | None = None) -> Habits:
    """The habits of all members as of a day, each by their last sales, and when they come also by
    their last check-ins; of one `only`, by their
    short key."""
    found = Habits()
    for rows, check_ins in stored.recent(database, until.isoformat(), SALES_READ, only):
        sales, came = _by_member(rows), _by_member(check_ins)
        for at, seq in enumerate(sorted({*sales, *came})):
            if at % _TURN == 0:
                give_way()
            _add(found, seq, sales.get(seq, []), came.get(seq, []), zone)
    return found


def usual_of(visits: Iterable[tuple[Any, ...]], zone: ZoneInfo) -> Usual:
    """When a member comes, by the newest of their sales and check-ins: (instant in UTC
    milliseconds, ISO business date)."""
    newest = sorted(visits, reverse=True)[:SALES_READ]
    return usual(
        [from_millis(at, zone).hour for at, _ in newest],
        [date.fromisoformat(day).weekday() for _, day in newest],
    )


def _by_member(rows: Iterable[Row]) -> dict[int, list[Row]]:
    return {seq: list(own) for seq, own in groupby(rows, itemgetter(0))}


def _add(found: Habits, seq: int, sales: list[Row], came: list[Row], zone: ZoneInfo) -> None:
    taste = liked([line for row in sales for line in json.loads(row[4])], len(sales))
    when = usual_of(((row[1], row[2]) for row in (*sales, *came)), zone)
    low, high = taste.price_band or (UNKNOWN, UNKNOWN)
    found.seqs.append(seq)
    found.hour.append(UNKNOWN if when.hour is None else when.hour)
    found.weekday.append(UNKNOWN if when.weekday is None else when.weekday)
    found.price_from_minor.append(low)
    found.price_to_minor.append(high)
    used = UNKNOWN
    if len(sales) >= HABIT_SALES:
        used = 100 * sum(row[3] for row in sales) // len(sales)
    found.benefit_percent.append(used)
    liked_most = [*taste.products, *taste.categories]
    places = [found.names.setdefault(name, len(found.names)) for name in liked_most]
    found.favourites.extend(places + [UNKNOWN] * (_PLACES - len(places)))
