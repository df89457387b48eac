"""Pages of the members' list: ids first, from narrow tables and indexes, whole rows after."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

import peewee

from app.models.database import Database, Row
from app.models.member_search import up_to
from app.models.tables.base import Table
from app.models.tables.members import (
    Member,
    MemberRecency,
    MemberSummary,
    MemberTag,
    MemberToken,
)

# How many keys are looked up by one query.
_AT_ONCE = 500

_ROW_COLUMNS = (
    "id, number, name, phone, state, points, visits, spent_minor, last_visit_at, joined_on"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which members a list shows, and in which order; a blank field filters nothing.

    `state` blank leaves the archived out. `token`, `digits`, `last_digits` and `number` are
    what a typed text may begin; where one is given, a member has to match one of them.
    `only` is the one member a card code stands for.
    """

    state: str = ""
    tag: str = ""
    sort: str = "recent"
    token: str = ""
    digits: tuple[str, ...] = ()
    last_digits: str = ""
    number: str = ""
    only: UUID | None = None


def count(database: Database, wanted: Wanted) -> int:
    """How many members the list has."""
    base = _base(wanted, ordered=False)
    return int(database.query(_listed(base, wanted, peewee.fn.count(base.key)))[0][0])


def ids(
    database: Database, wanted: Wanted, offset: int = 0, limit: int | None = None
) -> list[bytes]:
    """The ids of the list, or of one page of it, in its order."""
    base = _base(wanted, ordered=True)
    query = _listed(base, wanted, base.key).order_by(*_orders(base, wanted.sort))
    if limit is not None:
        query = query.limit(limit).offset(offset)
    # As bytes: a million of them are wanted at once, and few are ever looked at.
    found = [row[0] for row in database.rows(*query.sql())]
    return found if base.by_id else _ids_of(database, found)


def _ids_of(database: Database, seqs: Sequence[int]) -> list[bytes]:
    """The ids behind short keys, in their order."""
    found: dict[int, bytes] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        some = seqs[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        found.update(database.rows(f"SELECT seq, id FROM member WHERE seq IN ({marks})", some))
    return [found[seq] for seq in seqs if seq in found]


def rows(database: Database, member_ids: Sequence[bytes]) -> list[Row]:
    """(id, number, name, phone, state, points, visits, spent_minor, last_visit_at, joined_on) of
    these members, in their order."""
    marks = ", ".join("?" * len(member_ids))
    found = database.rows(
        f"SELECT {_ROW_COLUMNS} FROM member JOIN member_summary ON member_id = id"
        f" WHERE id IN ({marks})",
        member_ids,
    )
    by_id = {row[0]: row for row in found}
    return [by_id[member_id] for member_id in member_ids if member_id in by_id]


# What is in `member` is sorted by its own indexes, the rest by narrower rows.
_IN_MEMBER = frozenset(("name", "number"))
_ORDERS: dict[str, tuple[Any, ...]] = {
    "recent": (MemberSummary.last_visit_at.desc(), MemberSummary.member.desc()),
    "points": (MemberSummary.points.desc(), MemberSummary.member.desc()),
    "spent": (MemberSummary.spent_minor.desc(), MemberSummary.member.desc()),
    "name": (Member.name, Member.number),
    "number": (Member.number,),
}
_BY_RECENCY = (MemberRecency.last_visit_at.desc(), MemberRecency.member.desc())
SORTS = frozenset(_ORDERS)


@dataclass(frozen=True, slots=True)
class _Base:
    """The table a list is read from, and the column by which it knows its members."""

    table: type[Table]
    key: Any
    by_id: bool

    @property
    def seq(self) -> Any:
        """The column with the short keys, where it has one."""
        return Member.seq if self.table is Member else self.key


def _base(wanted: Wanted, *, ordered: bool) -> _Base:
    """The narrowest table that has what the list needs.

    What a text finds are short keys, so the table of short rows does for counting them and for
    the order of visits.
    """
    if _typed(wanted) and (not ordered or wanted.sort == "recent"):
        return _Base(MemberRecency, MemberRecency.member, by_id=False)
    if wanted.sort in _IN_MEMBER:
        return _Base(Member, Member.id, by_id=True)
    return _Base(MemberSummary, MemberSummary.member, by_id=True)


def _orders(base: _Base, sort: str) -> tuple[Any, ...]:
    return _ORDERS[sort] if base.by_id else _BY_RECENCY


def _typed(wanted: Wanted) -> bool:
    return bool(wanted.token or wanted.digits or wanted.last_digits or wanted.number)


def _listed(base: _Base, wanted: Wanted, column: Any) -> peewee.Select:
    query: peewee.Select = base.table.select(column).where(_in_state(base, wanted.state))
    if wanted.tag:
        tagged = MemberTag.select(MemberTag.member).where(MemberTag.tag == wanted.tag)
        query = query.where(base.key.in_(tagged if base.by_id else _seqs_of(tagged)))
    if wanted.only is not None:
        query = query.where(base.key == wanted.only)
    if _typed(wanted):
        query = query.where(_found(base, wanted))
    return query


def _seqs_of(member_ids: peewee.Select) -> peewee.Select:
    return Member.select(Member.seq).where(Member.id.in_(member_ids))


def _in_state(base: _Base, state: str) -> Any:
    """Only those in a state. Most are active, so the others are looked up, by their own index."""
    if state == "active":
        return base.key.not_in(_apart(base, ("frozen", "archived")))
    if state:
        return base.key.in_(_apart(base, (state,)))
    return base.key.not_in(_apart(base, ("archived",)))


def _apart(base: _Base, states: tuple[str, ...]) -> peewee.Select:
    # Written as in the index's own condition, without bound values, so that it is used.
    apart = peewee.SQL("state IN ('frozen', 'archived')")
    other = Member.alias("other")
    return other.select(other.id if base.by_id else other.seq).where(apart, other.state.in_(states))


def _found(base: _Base, wanted: Wanted) -> Any:
    """Only those that are among the members of one thing the typed text may be."""
    by_id = base.table is MemberSummary
    key, chosen = (base.key, Member.id) if by_id else (base.seq, Member.seq)

    def begins(column: Any, prefix: str) -> Any:
        return (column >= prefix) & (column < up_to(prefix))

    found: list[peewee.Select] = [
        Member.select(chosen).where(begins(column, prefix))
        for column, prefixes in (
            (Member.phone_digits, wanted.digits),
            (Member.phone_reversed, (wanted.last_digits[::-1],)),
            (Member.number, (wanted.number,)),
        )
        for prefix in prefixes
        if prefix
    ]
    if wanted.token:
        named = MemberToken.select(MemberToken.seq).where(begins(MemberToken.token, wanted.token))
        found.append(Member.select(chosen).where(Member.seq.in_(named)) if by_id else named)
    return reduce(or_, (key.in_(each) for each in found))
