"""Every member who bought, in columns: a million of them take some thirty megabytes."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from app.models import insight as stored
from app.models.database import Database

NUMBERS_AT_ONCE = 500


class BuyingDays(NamedTuple):
    """One member's days with a purchase, as calendar numbers, and what each came to."""

    seq: int
    days: list[int]
    spent_minor: list[int]


@dataclass(slots=True)
class Members:
    """Parallel columns, one place a member: `last` is the calendar number of the last visit."""

    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    visits: "array[int]" = field(default_factory=lambda: array("q"))
    last: "array[int]" = field(default_factory=lambda: array("q"))
    spent_minor: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.seqs)

    def add(self, seq: int, visits: int, last: int, spent_minor: int) -> None:
        """One more member."""
        self.seqs.append(seq)
        self.visits.append(visits)
        self.last.append(last)
        self.spent_minor.append(spent_minor)


class Calendar(dict[str, int]):
    """ISO days as calendar numbers; each is read once."""

    def __missing__(self, day: str) -> int:
        number = self[day] = date.fromisoformat(day).toordinal()
        return number


def read_sums(database: Database, until: date) -> Members:
    """Who bought up to a day, how often, when last, and for how much."""
    found, calendar = Members(), Calendar()
    for seq, visits, last, spent in stored.buying_sums(database, until.isoformat()):
        found.add(seq, visits, calendar[last], spent)
    return found


def read_days(database: Database, until: date) -> Iterator[BuyingDays]:
    """Each member's days, one member at a time."""
    calendar = Calendar()
    rows = stored.buying_days(database, until.isoformat())
    for seq, of_member in groupby(rows, itemgetter(0)):
        days: list[int] = []
        spent: list[int] = []
        for _, day, minor in of_member:
            days.append(calendar[day])
            spent.append(minor)
        yield BuyingDays(seq, days, spent)


def numbers(database: Database, seqs: Iterable[int]) -> Iterator[str]:
    """The member numbers of these, in their order, a few hundred at a time."""
    waiting = iter(seqs)
    while some := list(islice(waiting, NUMBERS_AT_ONCE)):
        known = stored.numbers(database, some)
        yield from (known[seq] for seq in some)
