"""Every member who bought or came, in columns: a million of them take some thirty megabytes."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, compress, count, islice
from operator import ne, sub
from typing import NamedTuple

from app.models import insight as stored
from app.models.database import Database
from app.models.insight import Span, VisitDays, one_by_one
from app.services.rules.insight.columns import Calendar, pieces
from app.services.turns import give_way, politely

NUMBERS_AT_ONCE = 500


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

    def add(
        self,
        seqs: list[int],
        visits: list[int],
        last: list[int],
        spent_minor: list[int],
    ) -> None:
        """More members, as many in each."""
        # Three times as fast as `extend`, which takes whatever can be counted through.
        self.seqs.fromlist(seqs)
        self.visits.fromlist(visits)
        self.last.fromlist(last)
        self.spent_minor.fromlist(spent_minor)


class Visits(NamedTuple):
    """The days of members who came, as calendar numbers, those of each together; `visits` is how
    many are a member's, `ends` is where they end."""

    visits: list[int]
    ends: list[int]
    days: list[int]


def read_members(database: Database, until: date, only: Sequence[Span] | None = None) -> Members:
    """Who bought up to a day, how often, when last, and for how much; of some `only`, between
    such short keys in their order."""
    found, calendar = Members(), Calendar()
    for read in stored.buying_sums(database, until.isoformat(), only):
        give_way()
        found.add(read.seqs, read.visits, calendar.numbers(read.last), read.spent_minor)
    return found


def read_visits(
    database: Database, until: date, found: Members, only: Sequence[Span] | None = None
) -> Iterator[Visits]:
    """The days of who came up to a day, to buy or to check in, some members at a time; of some
    `only`, between such short keys in their order. What is told of all of them goes into `found`.
    """
    calendar = Calendar()
    for read in stored.visiting_days(database, until.isoformat(), only):
        give_way()
        yield _parted(read, calendar.numbers(read.days), found)


def _parted(read: VisitDays, days: list[int], found: Members) -> Visits:
    """Whose days end where the next one's begin. A step for each day would take twice as long."""
    is_last = list(map(ne, read.seqs, [*read.seqs[1:], None]))
    ends = list(compress(count(1), is_last))
    visits = list(map(sub, ends, [0, *ends]))
    spent_until = list(compress(accumulate(read.spent_minor), is_last))
    found.add(
        list(compress(read.seqs, is_last)),
        visits,
        list(compress(days, is_last)),
        list(map(sub, spent_until, [0, *spent_until])),
    )
    return Visits(visits, ends, days)


def read_days(
    database: Database, until: date, only: Sequence[int] | None = None
) -> Iterator[BuyingDays]:
    """Each member's days, one member at a time; of some `only`, by their short keys."""
    calendar = Calendar()
    spans = None if only is None else one_by_one(only)
    for seq, days, spent in politely(stored.buying_days_each(database, until.isoformat(), spans)):
        yield BuyingDays(seq, calendar.all(days), [int(minor) for minor in str(spent).split(",")])


def places_of(
    told: Mapping[tuple[int, int], int], one: "array[int]", other: "array[int]"
) -> "array[int]":
    """What is told of each member by two of their figures."""
    found = array("b")
    for piece in pieces(len(one)):
        give_way()
        found.fromlist(list(map(told.__getitem__, zip(one[piece], other[piece], strict=True))))
    return found


def numbers(database: Database, seqs: Iterable[int]) -> Iterator[str]:
    """The member numbers of these, in their order, a few hundred at a time."""
    waiting = iter(seqs)
    while some := list(islice(waiting, NUMBERS_AT_ONCE)):
        known = stored.numbers(database, some)
        yield from (known[seq] for seq in some)
