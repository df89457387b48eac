"""What every member likes and when they come, in columns: some conditions of segments ask it."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from sys import byteorder
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from app.models import insight_habits as stored
from app.models.database import Database, Row
from app.models.segments import last_seq
from app.services.rules.days import from_millis
from app.services.rules.insight.columns import Turn
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
# Looking for one takes a twentieth of looking at each favourite.
_FEW_NAMES = 8
# How many members are told before somebody else may have a turn.
_TURN = 64


@dataclass(slots=True)
class Habits:
    """Parallel columns, a place each member who bought or checked in, in the order of their
    short keys; of all members, or of a span of short keys.

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

    def likes(self, fits: Callable[[str], bool]) -> bytes:
        """A byte of each member: whether a product or category they buy most fits."""
        asked = {place for name, place in self.names.items() if fits(name)}
        if len(asked) <= _FEW_NAMES:
            return self._like_few(asked)
        likes, width = bytes(map(asked.__contains__, self.favourites)), len(self.seqs)
        any_of = 0
        for place in range(_PLACES):
            any_of |= int.from_bytes(likes[place::_PLACES], "little")
        return any_of.to_bytes(width, "little")

    def _like_few(self, asked: Iterable[int]) -> bytes:
        """The same of few names: each is looked for as its bytes."""
        flags, favourites = bytearray(len(self.seqs)), self.favourites.tobytes()
        size = self.favourites.itemsize
        for name in asked:
            wanted = name.to_bytes(size, byteorder)
            at = favourites.find(wanted)
            while at >= 0:
                if at % size == 0:
                    flags[at // size // _PLACES] = 1
                at = favourites.find(wanted, at + 1)
        return bytes(flags)

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


def read_habits(database: Database, zone: ZoneInfo, until: date) -> Habits:
    """The habits of all members as of a day, each by their last sales, and when they come also by
    their last check-ins."""
    return read_span(database, zone, until, 1, last_seq(database))


def read_span(
    database: Database, zone: ZoneInfo, until: date, first: int, last: int, turn: Turn = give_way
) -> Habits:
    """The same of the members from one short key to another, both included."""
    found = Habits()
    for rows, check_ins in stored.recent(database, until.isoformat(), SALES_READ, first, last):
        sales, came = _by_member(rows), _by_member(check_ins)
        for at, seq in enumerate(sorted({*sales, *came})):
            if at % _TURN == 0:
                turn()
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
    taste = liked([line for row in sales for line in orjson.loads(row[4])], len(sales))
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
