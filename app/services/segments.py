"""Segments (会员分组): members by what they are and did, counted, listed, saved, exported."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations_with_replacement
from pathlib import Path
from uuid import UUID

from app.errors import FieldInvalid, SegmentUnknown
from app.models import segment_names
from app.models import segments as stored
from app.models.doctor import stoppable
from app.models.in_passing import keep_little
from app.models.segment_marks import Asked
from app.services.bought_sales import BoughtSales
from app.services.desk import Desk
from app.services.exchange.tables_out import Column
from app.services.ids import uuid7
from app.services.insights import Insights
from app.services.progress import Progress, StopAsked, never, stop_if
from app.services.rules.days import from_millis
from app.services.rules.insight.segments import (
    AllOf,
    Bought,
    Condition,
    Segment,
    SegmentRefused,
    leaves,
    name_key,
    read_segment,
)
from app.services.segment_asking import Questions, conditions_refused
from app.services.segment_choices import AT_MOST, SegmentChoices, listed_names, read_choices
from app.services.texts import checked_text

NAME_LENGTH = 60
ROWS_AT_ONCE = 1_000
COLUMNS = (
    Column("number"),
    Column("name"),
    Column("phone"),
    Column("visits", number=True),
    Column("spent", number=True),
    Column("last_visit"),
)


@dataclass(frozen=True, slots=True)
class SavedSegment:
    """A segment under its name; `conditions` as they are written. Where saving it took the place
    of another name or other conditions, `replaced` is what is gone."""

    name: str
    conditions: str
    replaced: "SavedSegment | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """One member of a segment; `last_visit` is None where there was none. Minor units."""

    number: str
    name: str
    phone: str
    visits: int
    spent_minor: int
    last_visit: date | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name in conditions that stands for nothing in this shop, and those that do."""

    name: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How several segments lie over each other.

    `both[i][j]` is how many are in the i-th and in the j-th (on the diagonal: in the i-th);
    `every` is how many are in all of them.
    """

    both: tuple[tuple[int, ...], ...]
    every: int


class Segments:
    """Reads members; what is saved is only the question."""

    def __init__(self, desk: Desk, insights: Insights) -> None:
        self._desk = desk
        self._insights = insights
        self._goods = BoughtSales(desk)
        self._questions = Questions(desk, insights, self._goods)

    # --- what is saved ----------------------------------------------------------

    def saved(self) -> tuple[SavedSegment, ...]:
        """All saved segments, by name."""
        return tuple(SavedSegment(*row) for row in segment_names.saved(self._desk.database))

    def get(self, name: str) -> SavedSegment:
        """The segment of that name, else of the same name by `name_key`. Raises SegmentUnknown."""
        found = self._named(name.strip())
        if found is None:
            raise SegmentUnknown(name, tuple(each.name for each in self.saved()))
        return found

    def _named(self, name: str) -> SavedSegment | None:
        same = [each for each in self.saved() if name_key(each.name) == name_key(name)]
        # The very name first: a file may have two from before those were the same.
        return min(same, key=lambda each: each.name != name, default=None)

    def save(self, name: str, conditions: str) -> SavedSegment:
        """Keep conditions under a name, in place of what had the same by `name_key`.

        They are kept as the program writes them; the answer says what they replaced. Raises
        FieldInvalid.
        """
        called = _checked_name(name)
        segment = self._read(conditions)
        self._questions.check(segment)  # refused now, not when it is next used
        row = (uuid7().bytes, called, str(segment), self._desk.now_ms())

        def work() -> SavedSegment | None:
            held = self._named(called)
            if held is not None and held.name != called:
                segment_names.rename(self._desk.database, held.name, called)
            segment_names.save(self._desk.database, row)
            return held

        held = self._desk.transaction(work)
        saved = SavedSegment(called, str(segment))
        return saved if held in (None, saved) else replace(saved, replaced=held)

    def rename(self, name: str, to: str) -> SavedSegment:
        """Keep a segment under another name. Raises SegmentUnknown, FieldInvalid (`taken`)."""
        called = _checked_name(to)

        def work() -> SavedSegment:
            held = self.get(name)
            other = self._named(called)
            if other is not None and other.name != held.name:
                raise FieldInvalid("name", "taken", called)
            segment_names.rename(self._desk.database, held.name, called)
            return SavedSegment(called, held.conditions)

        return self._desk.transaction(work)

    def remove(self, name: str) -> SavedSegment:
        """Forget a saved segment; its members stay as they are. Raises SegmentUnknown."""
        gone = self.get(name)
        self._desk.transaction(lambda: segment_names.remove(self._desk.database, gone.name))
        return gone

    # --- who is in it -------------------------------------------------------------

    def count(self, conditions: str, cancelled: StopAsked = never) -> int:
        """How many members the conditions are true of. Raises FieldInvalid, Cancelled."""
        segment = self._read(conditions)
        stop_if(cancelled)
        with stoppable(self._desk.database, cancelled):
            return self._questions.count(segment)

    def about(self, conditions: str, cancelled: StopAsked = never) -> int:
        """About how many, in two digits and never more than there are: told by some members within
        part of a second, however long `count` takes; of few members exactly. Raises FieldInvalid,
        Cancelled."""
        segment = self._read(conditions)
        with stoppable(self._desk.database, cancelled):
            return self._questions.about(segment)

    def read_in_passing(self) -> None:
        """Keep little of the file in memory from now on, in this thread: for a lane that seldom
        reads."""
        keep_little(self._desk.database)

    def is_near(self, conditions: str) -> bool:
        """Whether `count` takes seconds at most: not while `HabitKeeper` has still to read the
        sales of a large shop for it. Raises FieldInvalid."""
        return self._questions.is_near(self._read(conditions))

    def everyone(self, conditions: str = "") -> int:
        """How many members there are: what a segment is a part of. Those archived only where the
        conditions ask for states. Raises FieldInvalid."""
        return self._questions.everyone(self._read(conditions) if conditions else None)

    def overlaps(
        self,
        conditions: Sequence[str],
        progress: Progress = lambda done, total: None,
        asked: StopAsked = lambda: False,
    ) -> Overlap:
        """How two or more lie over each other. Raises FieldInvalid, Cancelled."""
        read = [self._read(each) for each in conditions]
        size = len(read)
        both = [[0] * size for _ in read]
        for done, (i, j) in enumerate(combinations_with_replacement(range(size), 2)):
            stop_if(asked)
            progress(done, size * (size + 1) // 2 + 1)
            shared = read[i] if i == j else AllOf((read[i], read[j]))
            both[i][j] = both[j][i] = self._questions.count(shared)
        every = self._questions.count(AllOf(tuple(read)))
        return Overlap(tuple(map(tuple, both)), every)

    def work(self, cancelled: StopAsked = never) -> bool:
        """Make ready what asking who bought much-bought goods takes long for, of one name at a
        time; for idle moments. Whether there is more. Raises Cancelled, StorageBusy."""
        return self._goods.work(cancelled)

    def choices(self) -> SegmentChoices:
        """What conditions may be chosen from."""
        return read_choices(self._desk)

    def overlap(self, one: str, other: str) -> tuple[int, int, int]:
        """(only in one, in both, only in the other). Raises FieldInvalid."""
        first, second = self._read(one), self._read(other)
        both = self._questions.count(AllOf((first, second)))
        return self.count(one) - both, both, self.count(other) - both

    def seqs(self, conditions: str) -> tuple[int, ...]:
        """The short keys of who is in it, in the order in which they joined.

        Raises FieldInvalid.
        """
        return stored.seqs(self._desk.database, self._asked(self._read(conditions)))

    def holds(self, conditions: str, seq: int) -> bool:
        """Whether the member of a short key is in it. Raises FieldInvalid."""
        asked = self._questions.of_one(seq).asked(self._read(conditions))
        return stored.count_some(self._desk.database, asked, [(seq, seq)]) > 0

    def ids(self, conditions: str) -> tuple[UUID, ...]:
        """The ids of all members in it, in the order in which they joined."""
        found = stored.ids(self._desk.database, self._asked(self._read(conditions)))
        return tuple(UUID(bytes=member_id) for member_id in found)

    def members(self, conditions: str) -> Iterator[Found]:
        """Who is in it, in the order in which they joined. Raises FieldInvalid."""
        asked, last = self._questions.listed(self._read(conditions)), 0
        while rows := stored.found(self._desk.database, asked, last, ROWS_AT_ONCE):
            last = rows[-1][0]
            for _, number, name, phone, visits, spent, visited_ms in rows:
                yield Found(number, name, phone, visits, spent, self._day(visited_ms))

    def export(self, conditions: str, path: Path, amount: Callable[[int], str]) -> int:
        """Write who is in it as a `.csv` or `.xlsx` file, whole or not at all; how many.

        `amount` writes minor units. Raises FieldInvalid, FileUnreadable,
        NeedsApproval.
        """
        rows = (
            (
                each.number,
                each.name,
                each.phone,
                str(each.visits),
                amount(each.spent_minor),
                "" if each.last_visit is None else each.last_visit.isoformat(),
            )
            for each in self.members(conditions)
        )
        return self._insights.write(path, COLUMNS, rows)

    def unknown_names(self, conditions: str) -> tuple[str, ...]:
        """Tags, tiers, plans and goods that it names and the shop does not know (any more).

        Raises FieldInvalid.
        """
        return tuple(_named(leaf) for leaf in self._strange(conditions))

    def unknown(self, conditions: str) -> tuple[Unknown, ...]:
        """The same, each with what there is instead. Raises FieldInvalid."""
        strange = self._strange(conditions)
        return tuple(Unknown(_named(leaf), self._known(leaf)) for leaf in strange)

    def _strange(self, conditions: str) -> list[Condition | Bought]:
        return [leaf for leaf in leaves(self._read(conditions)) if not self._is_known(leaf)]

    def _known(self, asked: Condition | Bought) -> tuple[str, ...]:
        database = self._desk.database
        if isinstance(asked, Bought) or asked.field == "favourite":
            return segment_names.goods(database, AT_MOST)
        if asked.field == "tag":
            return segment_names.tags(database, AT_MOST)
        return listed_names(self._desk.scheme).get(asked.field, ())

    def _is_known(self, asked: Condition | Bought) -> bool:
        if isinstance(asked, Bought):
            return segment_names.is_goods(self._desk.database, asked.what)
        database, scheme, name = self._desk.database, self._desk.scheme, asked.value
        if asked.operator == "contains":
            return True
        if asked.field == "tag":
            return bool(segment_names.known(database, "member_tag", "tag", name))
        if asked.field == "favourite":
            return segment_names.is_goods(database, name)
        listed = listed_names(scheme).get(asked.field, (name,))
        return name in listed or (asked.field == "gender" and name.casefold() in listed)

    def _day(self, visited_ms: int) -> date | None:
        if not visited_ms:
            return None
        return self._desk.business_date(from_millis(visited_ms, self._desk.zone))

    def _read(self, conditions: str) -> Segment:
        try:
            return read_segment(conditions)
        except SegmentRefused as error:
            raise conditions_refused(error) from error

    def _asked(self, segment: Segment) -> Asked:
        return self._questions.asked(segment)


def _named(asked: Condition | Bought) -> str:
    return asked.value if isinstance(asked, Condition) else asked.what


def _checked_name(name: str) -> str:
    """As it was given, without the blanks around it. Raises FieldInvalid."""
    called = checked_text("name", name, NAME_LENGTH, required=True)
    if not name_key(called):  # nothing of it can be seen
        raise FieldInvalid("name", "required")
    return called
