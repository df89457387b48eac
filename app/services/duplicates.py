"""Members who may be one person, pair by pair; and pairs that are known to be two.

Everyone is read once; of each only short numbers are kept (16 bytes a key), so that a million
members take some tens of megabytes. Whole rows are read again of those alone who share a key.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nsmallest
from itertools import combinations, islice
from uuid import UUID

from app.errors import MemberUnknown, MergeRefused
from app.models import duplicates as stored
from app.models import members as stored_members
from app.models.database import Row
from app.services.desk import Approval, Desk, audit
from app.services.progress import StopAsked, never, stop_if
from app.services.rules.days import from_millis
from app.services.rules.duplicates import (
    LARGEST_BLOCK,
    Likeness,
    Person,
    Sign,
    keys,
    likeness,
)
from app.services.rules.phones import calling_code
from app.services.rules.powers import Power

LISTED = 500
"""How many pairs are told at most; the likeliest."""

_LOW = (1 << 32) - 1
_PARTS = 16
_AT_ONCE = 400
_LOOK_UP = 20_000


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two members who may be one person."""

    member_id: UUID
    number: str
    name: str
    phone: str
    birthday: str
    joined_on: date
    visits: int
    spent_minor: int
    points: int
    last_visit_at: datetime | None


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two members, the one who was here more often first; 0 to 99 how likely, and why."""

    first: Twin
    second: Twin
    score: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The likeliest pairs. `total` counts all; `common` how many phones, birthdays and so on
    more than forty members share, which therefore say nothing."""

    pairs: tuple[DuplicatePair, ...]
    total: int
    common: int


class DuplicateFinder:
    """Finds pairs, and remembers which are two people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, limit: int = LISTED, cancelled: StopAsked = never) -> Duplicates:
        """The pairs that may be one person each, likeliest first. Raises Cancelled."""
        return self._desk.database.read_transaction(lambda: self._found(limit, cancelled))

    def different(self, one_id: UUID, other_id: UUID, *, approval: Approval | None = None) -> None:
        """Two members are two people: the pair is told no more; once, however often it is said.

        Raises MergeRefused (a member and themself), MemberUnknown, NeedsApproval.
        """
        desk = self._desk

        def work() -> None:
            self._checked(one_id, other_id)
            if stored.are_different(desk.database, one_id.bytes, other_id.bytes):
                return
            approved = desk.require(Power.MEMBERS_MERGE, approval=approval)
            who = desk.staff.staff_id.bytes
            stored.add_different(desk.database, one_id.bytes, other_id.bytes, who, desk.now_ms())
            audit(desk, "member.different", one_id, approved_by=approved)

        desk.transaction(work)

    def undo_different(
        self, one_id: UUID, other_id: UUID, *, approval: Approval | None = None
    ) -> None:
        """Nobody has said that these are two people; nothing where nobody had.

        Raises as `different`.
        """
        desk = self._desk

        def work() -> None:
            self._checked(one_id, other_id)
            if not stored.are_different(desk.database, one_id.bytes, other_id.bytes):
                return
            approved = desk.require(Power.MEMBERS_MERGE, approval=approval)
            stored.drop_different(desk.database, one_id.bytes, other_id.bytes)
            audit(desk, "member.different_undone", one_id, approved_by=approved)

        desk.transaction(work)

    def _checked(self, one_id: UUID, other_id: UUID) -> None:
        for member_id in (one_id, other_id):
            found = stored_members.member(self._desk.database, member_id.bytes)
            if found is None:
                raise MemberUnknown(str(member_id))
            if one_id == other_id:
                raise MergeRefused(found[0].number, "merge_self")

    # --- finding ----------------------------------------------------------------

    def _found(self, limit: int, cancelled: StopAsked) -> Duplicates:
        home = calling_code(self._desk.settings.region)
        blocks = _Blocks()
        for at, row in enumerate(stored.people(self._desk.database)):
            if at % _LOOK_UP == 0:
                stop_if(cancelled)
            for key in keys(_person(row, home)):
                blocks.add(key, row[0])
        candidates = blocks.pairs()
        candidates -= {one << 32 | other for one, other in stored.different(self._desk.database)}
        total = 0

        def judged() -> Iterator[tuple[int, int, int, Likeness]]:
            nonlocal total
            for one, other, found in self._judged(sorted(candidates), home, cancelled):
                total += 1
                yield -found.score, one, other, found

        best = nsmallest(limit, judged(), key=lambda each: each[:3])
        return Duplicates(self._told(best), total, blocks.common)

    def _judged(
        self, candidates: Sequence[int], home: str, cancelled: StopAsked
    ) -> Iterator[tuple[int, int, Likeness]]:
        left = iter(candidates)
        while chunk := [divmod(pair, 1 << 32) for pair in islice(left, _AT_ONCE)]:
            stop_if(cancelled)
            rows = stored.compared(self._desk.database, sorted({s for pair in chunk for s in pair}))
            people = {seq: _person(row, home) for seq, row in rows.items()}
            for one, other in chunk:
                found = likeness(people[one], people[other])
                if found is not None:
                    yield one, other, found

    def _told(self, best: Sequence[tuple[int, int, int, Likeness]]) -> tuple[DuplicatePair, ...]:
        pairs: list[DuplicatePair] = []
        for first in range(0, len(best), _AT_ONCE):
            chunk = best[first : first + _AT_ONCE]
            seqs = sorted({seq for _, one, other, _ in chunk for seq in (one, other)})
            rows = stored.told(self._desk.database, seqs)
            twins = {seq: self._twin(row) for seq, row in rows.items()}
            for _, one, other, found in chunk:
                # Whom the shop knows better is the one more likely kept.
                sides = sorted((twins[one], twins[other]), key=_better_known)
                pairs.append(DuplicatePair(sides[0], sides[1], found.score, found.signs))
        return tuple(pairs)

    def _twin(self, row: Row) -> Twin:
        _, member_id, number, name, phone, birthday, joined, visits, spent, points, seen = row
        return Twin(
            UUID(bytes=member_id),
            number,
            name,
            phone,
            birthday,
            date.fromisoformat(joined),
            visits,
            spent,
            points,
            from_millis(seen, self._desk.zone) if seen else None,
        )


def _better_known(twin: Twin) -> tuple[int, date, str]:
    return -twin.visits, twin.joined_on, twin.number


def _person(row: Row, home: str) -> Person:
    _, name, phone, birthday, gender, email, wechat = row
    return Person(name, phone, birthday, gender, email, wechat, home)


class _Blocks:
    """Who shares a key: 32 bits of the key, 32 of the member, sorted a part at a time."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(_PARTS)]
        self.common = 0

    def add(self, key: str, seq: int) -> None:
        # Two keys that fall together only cost a comparison.
        hashed = hash(key) & _LOW
        self._parts[hashed % _PARTS].append(hashed << 32 | seq)

    def pairs(self) -> set[int]:
        """Each pair once, as the smaller seq in the upper 32 bits and the larger below."""
        found: set[int] = set()
        while self._parts:
            last, block = -1, [0]
            for each in sorted(self._parts.pop()):
                # Most keys are one member's alone.
                if each >> 32 != last:
                    if len(block) > 1:
                        self._paired(block, found)
                    last, block = each >> 32, [each & _LOW]
                elif block[-1] != each & _LOW:
                    block.append(each & _LOW)
            self._paired(block, found)
        return found

    def _paired(self, block: list[int], found: set[int]) -> None:
        if len(block) > LARGEST_BLOCK:
            self.common += 1
            return
        for one, other in combinations(block, 2):
            found.add(one << 32 | other)
