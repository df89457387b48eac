"""The past of every member who bought, in columns: all that the forecasts look at.

They do not turn on the day. So they are kept, in a large shop in its file too, and read anew only
of those who bought since.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from app.models import insight as stored
from app.models import reckoned
from app.models.database import Database, Row
from app.models.insight import Span, one_by_one
from app.models.insight_habits import touched
from app.services.kept_columns import keep_columns, kept_columns, kept_marks
from app.services.rules.insight.columns import Turn
from app.services.rules.insight.pasts import Past, past_history
from app.services.rules.insight.purchases import History
from app.services.turns import give_way, politely

NAME = "forecast/pasts"
_COLUMNS = ("seqs", "days", "firsts", "lasts", "later_minor")
# What decides how a past is told: with other rules they are read anew.
_FORM = 2
# Of more, reading everybody is not much slower.
_RENEWED_AT_MOST = 20_000
# So many sales may have come since they were kept: a tenth of a second's reading.
_BEHIND_AT_MOST = 4_000


@dataclass(slots=True)
class Pasts:
    """Parallel columns, a place each member, in the order of their short keys: what
    `rules.insight.pasts.Past` says of each. Shared by whoever asked, so never written to again."""

    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    days: "array[int]" = field(default_factory=lambda: array("i"))
    firsts: "array[int]" = field(default_factory=lambda: array("i"))
    lasts: "array[int]" = field(default_factory=lambda: array("i"))
    later_minor: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.seqs)

    def history(self, at: int, until: int, unit: str) -> History:
        """What the forecasts know of the member at a place, up to a day not before the last."""
        past = Past(self.days[at], self.firsts[at], self.lasts[at], self.later_minor[at])
        return past_history(past, until, unit)

    def have_come_back(self, at_least: int) -> bool:
        """Whether so many members ever bought on a second day."""
        return sum(1 for _ in islice(filter((1).__lt__, self.days), at_least)) == at_least

    def columns(self) -> tuple["array[int]", ...]:
        """All of them."""
        return self.seqs, self.days, self.firsts, self.lasts, self.later_minor

    def with_renewed(self, asked: Sequence[int], new: "Pasts") -> "Pasts":
        """Others, where the members `asked` for, in order, have what `new` tells of them."""
        found, told = Pasts(), set(new.seqs)
        done = at = 0
        for seq in politely(asked):
            place = bisect_left(self.seqs, seq, done)
            until = place + (place < len(self) and self.seqs[place] == seq)
            here = at + (seq in told)
            for column, mine, theirs in zip(
                found.columns(), self.columns(), new.columns(), strict=True
            ):
                column.extend(mine[done:place] + theirs[at:here])
            done, at = until, here
        for column, mine in zip(found.columns(), self.columns(), strict=True):
            column.extend(mine[done:])
        return found


class KeptPasts(NamedTuple):
    """Pasts as of a day, and how far the file was read for them."""

    pasts: Pasts
    until: date
    mark: Row


def pasts_now(database: Database, until: date, before: KeptPasts | None) -> KeptPasts:
    """The pasts as of a day, inside one view of the file: where they were read `before`, only of
    those who bought since."""
    mark = stored.mark(database)
    if before is not None and before[1:] == (until, mark):
        return before
    pasts = None if before is None else _renewed(database, until, mark, before)
    return KeptPasts(read_pasts(database, until) if pasts is None else pasts, until, mark)


def _renewed(database: Database, until: date, mark: Row, before: KeptPasts) -> Pasts | None:
    """None where all are to be read: too many, another file, or an earlier day."""
    if before.mark[0] != mark[0] or before.until > until:
        return None
    days = before.until.isoformat(), until.isoformat()
    seqs = touched(database, before.mark[1:], days, _RENEWED_AT_MOST)
    if not seqs:
        return None if seqs is None else before.pasts
    return before.pasts.with_renewed(seqs, read_pasts(database, until, one_by_one(seqs)))


def read_pasts(database: Database, until: date, only: Iterable[Span] | None = None) -> Pasts:
    """Of all who bought up to a day, or of some `only`, between such short keys in their order."""
    found = Pasts()
    for read in stored.buying_pasts(database, until.isoformat(), only):
        give_way()
        for column, more in zip(found.columns(), read, strict=True):
            column.extend(more)
    return found


# --- in the file of a large shop --------------------------------------------------------


def keep_pasts(
    database: Database,
    until: date,
    past: reckoned.Past,
    pasts: Pasts,
    turn: Turn = give_way,
) -> None:
    """Keep pasts as of a day in the file, read when it went as far as `past`. Raises StorageBusy,
    StorageFailed."""
    mark = {"form": _FORM, "until": until.isoformat(), "past": past}
    columns = dict(zip(_COLUMNS, pasts.columns(), strict=True))
    keep_columns(database, NAME, mark, columns, None, turn)


def stored_pasts(database: Database, until: date) -> KeptPasts | None:
    """What the file keeps, to be brought up to date; None where it cannot be: of a later day, or
    of what this file does not hold."""
    if good_mark(database, until) is None:
        return None
    found = kept_columns(database, NAME)
    if found is None:
        return None
    mark, pasts = stored.mark(database), Pasts(*(found.columns[name] for name in _COLUMNS))
    rows = (row for row, _ in found.mark["past"])
    return KeptPasts(pasts, date.fromisoformat(found.mark["until"]), (mark[0], *rows))


def pasts_behind(database: Database, until: date, *, read: bool) -> bool:
    """Whether what the file keeps is not there or far behind the sales; `read` also looks whether
    it is damaged."""
    mark = good_mark(database, until)
    if mark is None or (read and kept_columns(database, NAME) is None):
        return True
    both = zip(reckoned.past(database), mark["past"], strict=True)
    sales, claims, refunds, merges, _ = (now[0] - before[0] for now, before in both)
    return bool(sales + claims + refunds + merges > _BEHIND_AT_MOST)


def good_mark(database: Database, until: date) -> Any:
    """What the pasts that are kept are of; None where they are of a later day or other rules, or
    of what this file does not hold."""
    mark = kept_marks(database, NAME).get(NAME)
    if mark is None or mark["form"] != _FORM or mark["until"] > until.isoformat():
        return None
    return mark if reckoned.is_past(database, mark["past"]) else None
