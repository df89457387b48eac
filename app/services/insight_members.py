"""Every member who bought or came, in columns: a million of them take some thirty megabytes."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

from app.models import insight as stored
from app.models.database import Database
from app.models.insight import DayColumns
from app.services.rules.insight.columns import Calendar, pieces
from app.services.turns import give_way, politely

NUMBERS_AT_ONCE = 500
DAY = len("2026-11-22")


class BuyingDays(NamedTuple):
    """One member's days with a purchase, as calendar numbers, and what each came to."""

    seq: int
    days: list[int]
    spent_minor: list[int]


@dataclass(slots=True)
class Members:
    """Parallel columns, one place a member, in the order of their short keys: `visits`
    are the days that count, `last` is the calendar number of the last of them. Shared by whoever
    asked, so never written to again."""

    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    visits: "array[int]" = field(default_factory=lambda: array("i"))
    last: "array[int]" = field(default_factory=lambda: array("i"))
    spent_minor: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.seqs)

    def add(self, more: DayColumns, calendar: Calendar) -> None:
        """More members, each with an ISO day at least."""
        self.seqs.extend(more.seqs)
        # As many as are divided by commas; in order, so the last stands at the end.
        self.visits.extend([(len(days) + 1) // (DAY + 1) for days in more.days])
        self.last.extend([calendar[days[-DAY:]] for days in more.days])
        self.spent_minor.extend(more.spent_minor)


def read_members(database: Database, until: date) -> Members:
    """Who bought up to a day, how often, when last, and for how much."""
    found, calendar = Members(), Calendar()
    for read in stored.buying_days(database, until.isoformat()):
        give_way()
        found.add(read, calendar)
    return found


def read_days(
    database: Database, until: date, only: Sequence[int] | None = None
) -> Iterator[BuyingDays]:
    """Each member's days, one member at a time; of some `only`, by their short keys."""
    calendar = Calendar()
    for seq, days, spent in politely(stored.buying_days_each(database, until.isoformat(), only)):
        yield BuyingDays(seq, calendar.all(days), [int(minor) for minor in str(spent).split(",")])


def places_of(
    told: Mapping[tuple[int, int], int], one: "array[int]", other: "array[int]"
) -> "array[int]":
    """What is told of each member by two of their figures."""
    found = array("b")
    for piece in pieces(len(one)):
        give_way()
        found.extend(map(told.__getitem__, zip(one[piece], other[piece], strict=True)))
    return found


def numbers(database: Database, seqs: Iterable[int]) -> Iterator[str]:
    """The member numbers of these, in their order, a few hundred at a time."""
    waiting = iter(seqs)
    while some := list(islice(waiting, NUMBERS_AT_ONCE)):
        known = stored.numbers(database, some)
        yield from (known[seq] for seq in some)
