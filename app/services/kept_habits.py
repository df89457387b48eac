"""Habits of all members, by parts of a few thousand short keys: kept in memory for as long as the
program runs, and in a large shop in its file, so that no start reads ten million lines again.

A part in the file is as of its own moment. What is told is brought up to date from there: only of
who bought, came, brought back or was merged since. `HabitKeeper` makes the parts, and makes them
anew before that would take long, a part at a time, in idle moments.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from sys import intern
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from app.errors import StorageBusy
from app.models import insight, reckoned
from app.models import insight_habits as stored
from app.models.database import Database, Row
from app.models.doctor import stoppable
from app.models.segments import last_sale, last_seq
from app.services.desk import Desk
from app.services.insight_habits import Habits, read_span
from app.services.kept_columns import KeptColumns, keep_columns, kept_columns, kept_marks
from app.services.progress import StopAsked, never
from app.services.rules.insight.columns import Turn
from app.services.rules.insight.habits import FAVOURITES, HABIT_SALES, SALES_READ
from app.services.turns import give_way, stopping

NAME = "habits/"
PART = 4_096
"""Short keys a part: so few that reading one anew takes part of a second."""
KEPT_FROM_SALES = 20_000
"""Of fewer sales everything is read within a second: nothing is kept of them."""

# What decides how habits are told: with other rules they are read anew.
_FORM = [2, SALES_READ, FAVOURITES, HABIT_SALES]
# What is kept is read anew from all sales once in so many days, whatever it is: so that nothing
# wrong stays.
_DAYS_KEPT = 30
# The log of the file stays short: the till folds it into the file once a minute.
_PARTS_A_FOLD = 16
# So many sales may have come since a part was made: a tenth of a second's reading.
_BEHIND_AT_MOST = 500
# Of more members who came since, the parts are made first, one by one.
_RENEWED_AT_MOST = 2_000
# So few parts are read on the spot: who joined since.
_READ_AT_ONCE = 2
# So few members are always read one by one.
_FEW = 64
# How many are read before somebody else may have a turn.
_TURN = 64


class KeptHabits(NamedTuple):
    """Habits as of a day at a place, and how far the file was read for them."""

    parts: tuple[Habits, ...]
    zone: ZoneInfo
    until: date
    mark: Row


class _Known(NamedTuple):
    """Parts by number, and what they are of, which may be several."""

    parts: Mapping[int, Habits]
    marks: Sequence[Any]


# Short keys by part.
_Touched = defaultdict[int, list[int]]


class _Round(NamedTuple):
    """The parts that are to be made, the first one last, and the marks of all when that was
    found; how far the file was read then, on which day, and who had come until then of whom the
    parts tell what is old: None where that is most."""

    due: list[int]
    marks: Mapping[str, Any]
    mark: Row
    until: date
    touched: _Touched | None


_NONE = _Round([], {}, (), date.min, None)


def habits_now(
    database: Database,
    zone: ZoneInfo,
    until: date,
    before: KeptHabits | None,
    *,
    at_once: bool = True,
) -> KeptHabits | None:
    """The habits of all members as of a day, inside one view of the file: from what was told
    `before` or the file keeps, read anew only of who bought or came since.

    None where that takes long in a large shop, unless it is to be had `at_once`: then
    `HabitKeeper` has work.
    """
    mark = insight.mark(database)
    if before is not None and before[1:] == (zone, until, mark):
        return before
    known, patient = _known(database, zone, until, mark, before), at_once or not is_kept(database)
    last = last_seq(database)
    count = -(-last // PART)
    if count - len(known.parts) > _READ_AT_ONCE and not patient:
        return None
    touched = touched_since(database, known.marks, until, last if patient else _RENEWED_AT_MOST)
    if touched is None:
        return None
    parts = [
        _renewed(database, zone, until, number, known.parts.get(number), touched[number])
        for number in range(count)
    ]
    return KeptHabits(tuple(parts), zone, until, mark)


def is_kept(database: Database) -> bool:
    """Whether the shop is so large that its habits are kept in its file."""
    return last_sale(database) >= KEPT_FROM_SALES


def is_near(database: Database, zone: ZoneInfo, until: date) -> bool:
    """Whether `habits_now` can be told at once, as far as can be seen without reading them."""
    if not is_kept(database):
        return True
    good, now = _good(database, zone, until), reckoned.past(database)
    near = [name for name, mark in good.items() if not _is_behind(mark, now)]
    return len(_without(near, last_seq(database))) <= _READ_AT_ONCE


def likes(parts: Iterable[Habits], fits: Callable[[str], bool]) -> Iterator[bytes]:
    """Part by part: a byte of each member, whether a product or category they buy most fits."""
    # The same names stand in every part.
    fit = cache(fits)
    return (part.likes(fit) for part in parts)


class HabitKeeper:
    """Keeps the habits of a large shop in its file, not far behind, part by part."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._round = _NONE
        self._looked_at = False
        self._of = 0

    def work(self, cancelled: StopAsked = never) -> bool:
        """Make a part that is not there or far behind; whether there are more, of none where
        something is in the way. What was made stays, also where the machine is switched off now.
        Raises Cancelled, StorageBusy, StorageFailed."""
        database = self._desk.database
        if not is_kept(database) or self.hindrance():
            return False

        turn = stopping(cancelled)
        with stoppable(database, cancelled):
            if not self._round.due or self._round.mark[0] != insight.mark(database)[0]:
                self._round = database.read_transaction(self._found_due)
                self._of = len(self._round.due)
            due = self._round.due
            while due and self._is_fresh(due[-1]):
                due.pop()  # somebody else has made it
            if not due:
                return False
            mark, part = database.read_transaction(lambda: self._made(due[-1], turn))
        keep_columns(database, part_name(due[-1]), mark, _columns(part), list(part.names), turn)
        due.pop()
        if len(due) % _PARTS_A_FOLD == 0:
            with suppress(StorageBusy):  # the till is at it
                database.checkpoint()
        return bool(due)

    @property
    def progress(self) -> tuple[int, int]:
        """How many parts of the present round are made, and of how many."""
        return self._of - len(self._round.due), self._of

    def hindrance(self) -> str:
        """Why no part can be kept now, as `models.reckoned.hindrance` tells it."""
        return reckoned.hindrance(self._desk.database)

    def _found_due(self) -> _Round:
        """The parts that are not there or far behind, and of whom these tell what is old."""
        database, zone, today = self._desk.database, self._desk.zone, self._desk.today()
        now, good, last = reckoned.past(database), _good(database, zone, today), last_seq(database)
        marks = good
        if not self._looked_at:
            # Once in the life of the program, those that are damaged are found.
            good = {name: mark for name, mark in good.items() if kept_columns(database, name)}
            self._looked_at = True
        fresh = {
            name
            for name, mark in good.items()
            if not _is_old(mark, today) and not _is_behind(mark, now)
        }
        old = [mark for name, mark in good.items() if name not in fresh]
        touched = touched_since(database, old, today, last // 2)
        due = _without(fresh, last)[::-1]
        return _Round(due, marks, insight.mark(database), today, touched)

    def _is_fresh(self, number: int) -> bool:
        """Whether somebody has made the part since the round began."""
        name = part_name(number)
        found = _good(self._desk.database, self._desk.zone, self._desk.today(), name)
        return name in found and found[name] != self._round.marks.get(name)

    def _made(self, number: int, turn: Turn) -> tuple[object, Habits]:
        """A part as of now, and what it is of."""
        database, zone, today = self._desk.database, self._desk.zone, self._desk.today()
        begun, part, read = self._round, None, today.isoformat()
        seqs: set[int] = set()
        name = part_name(number)
        good = _good(database, zone, today, name)
        if begun.touched is not None and name in good and not _is_old(good[name], today):
            part, read = _loaded(database, good, [name]).parts.get(number), good[name]["read"]
            days = begun.until.isoformat(), today.isoformat()
            since = stored.touched(database, begun.mark[1:], days, PART)
            part = None if since is None else part
            seqs = {*begun.touched[number], *(s for s in since or () if (s - 1) // PART == number)}
        made = _renewed(database, zone, today, number, part, sorted(seqs), turn)
        if part is None:
            read = today.isoformat()
        return mark_now(database, zone, today, read), made


def part_name(number: int) -> str:
    """Under which name a part is kept."""
    return f"{NAME}{number}"


def part_number(name: str) -> int:
    """Which part is kept under a name."""
    return int(name.removeprefix(NAME))


def part_of(found: KeptColumns) -> Habits:
    """A part, as it was kept."""
    # In memory once, though they stand in every part.
    names = zip(map(intern, found.facts), range(len(found.facts)), strict=True)
    return Habits(**found.columns, names=dict(names))


def mark_now(database: Database, zone: ZoneInfo, until: date, read: str) -> object:
    """What a part that is made now is of, all of whose sales were `read` on an ISO day."""
    return {
        "form": _FORM,
        "zone": zone.key,
        "until": until.isoformat(),
        "read": read,
        "past": reckoned.past(database),
    }


def _columns(part: Habits) -> dict[str, Any]:
    return {
        "seqs": part.seqs, "hour": part.hour, "weekday": part.weekday,
        "price_from_minor": part.price_from_minor, "price_to_minor": part.price_to_minor,
        "benefit_percent": part.benefit_percent, "favourites": part.favourites,
    }  # fmt: skip


def _known(
    database: Database, zone: ZoneInfo, until: date, mark: Row, before: KeptHabits | None
) -> _Known:
    """What was told before, where it is of this file, zone and no later day; else what is kept."""
    if before is None or (before.zone, before.mark[0]) != (zone, mark[0]) or before.until > until:
        good = _good(database, zone, until) if is_kept(database) else {}
        return _loaded(database, good, good)
    past = [(row or 0, "") for row in before.mark[1:]]
    return _Known(
        dict(enumerate(before.parts)), [{"past": past, "until": before.until.isoformat()}]
    )


def is_good(database: Database, mark: Any) -> bool:
    """Whether what has this mark was made by these rules, of what this file still holds."""
    return bool(mark["form"] == _FORM and reckoned.is_past(database, mark["past"]))


def _good(database: Database, zone: ZoneInfo, until: date, only: str = "") -> dict[str, Any]:
    """The marks of the parts that can be brought up to date, of this place and no later day; or
    of one part, by its name."""
    return {
        name: mark
        for name, mark in kept_marks(database, only or NAME).items()
        if only in ("", name)
        and mark["zone"] == zone.key
        and mark["until"] <= until.isoformat()
        and is_good(database, mark)
    }


def _loaded(database: Database, good: Mapping[str, Any], names: Iterable[str]) -> _Known:
    """Those of the parts that are as they were written."""
    found = {name: kept_columns(database, name) for name in names if name in good}
    parts = {name: each for name, each in found.items() if each and each.mark == good[name]}
    return _Known(
        {part_number(name): part_of(each) for name, each in parts.items()},
        [each.mark for each in parts.values()],
    )


def touched_since(
    database: Database, marks: Sequence[Any], until: date, at_most: int
) -> _Touched | None:
    """Whose habits may differ since the earliest of the marks, by part; None where they are more
    than `at_most`."""
    found: _Touched = defaultdict(list)
    if marks:
        rows = [min(each) for each in zip(*(_rows(mark["past"]) for mark in marks), strict=True)]
        days = min(mark["until"] for mark in marks), until.isoformat()
        seqs = stored.touched(database, rows, days, at_most)
        if seqs is None:
            return None
        for seq in seqs:
            found[(seq - 1) // PART].append(seq)
    return found


def _rows(past: Sequence[Sequence[Any]]) -> list[int]:
    return [row for row, _ in past]


def _renewed(
    database: Database,
    zone: ZoneInfo,
    until: date,
    number: int,
    part: Habits | None,
    seqs: Sequence[int],
    turn: Turn = give_way,
) -> Habits:
    """The part with these read anew, on a copy: somebody may still be reading what was told
    before. All of it where it is not known, or these are most of it."""
    if part is None or 2 * len(seqs) > len(part.seqs) + _FEW:
        return read_span(database, zone, until, number * PART + 1, (number + 1) * PART, turn)
    if not seqs:
        return part
    part = part.copied()
    for at, seq in enumerate(seqs):
        if at % _TURN == 0:
            turn()
        part.put(seq, read_span(database, zone, until, seq, seq))
    return part


def _is_old(mark: Any, today: date) -> bool:
    """Whether all sales of a part are to be read anew."""
    return date.fromisoformat(mark["read"]) < today - timedelta(days=_DAYS_KEPT)


def _without(fresh: Iterable[str], last: int) -> list[int]:
    """The numbers of all parts but these."""
    have = {part_number(name) for name in fresh}
    return [number for number in range(-(-last // PART)) if number not in have]


def _is_behind(mark: Any, now: reckoned.Past) -> bool:
    """Whether many sales, returns and visits came since: a sale of a member is a visit too."""
    sales, claims, refunds, merges, visits = (
        here - before for here, before in zip(_rows(now), _rows(mark["past"]), strict=True)
    )
    return max(sales, visits) + claims + refunds + merges > _BEHIND_AT_MOST
