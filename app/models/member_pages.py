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
from app.models.tables.members import Member, MemberSummary, MemberTag, MemberToken

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
    return int(database.query(_listed(wanted, peewee.fn.count(_id(wanted))))[0][0])


def ids(
    database: Database, wanted: Wanted, offset: int = 0, limit: int | None = None
) -> list[bytes]:
    """The ids of the list, or of one page of it, in its order."""
    query = _listed(wanted, _id(wanted)).order_by(*_ORDERS[wanted.sort])
    if limit is not None:
        query = query.limit(limit).offset(offset)
    # As bytes: a million of them are wanted at once, and few are ever looked at.
    return [row[0] for row in database.rows(*query.sql())]


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


# What is in `member` is sorted by its own indexes, the rest by the narrow summaries.
_IN_MEMBER = frozenset(("name", "number"))
_ORDERS: dict[str, tuple[Any, ...]] = {
    "recent": (MemberSummary.last_visit_at.desc(), MemberSummary.member.desc()),
    "points": (MemberSummary.points.desc(), MemberSummary.member.desc()),
    "spent": (MemberSummary.spent_minor.desc(), MemberSummary.member.desc()),
    "name": (Member.name, Member.number),
    "number": (Member.number,),
}
SORTS = frozenset(_ORDERS)


def _id(wanted: Wanted) -> Any:
    return Member.id if wanted.sort in _IN_MEMBER else MemberSummary.member


def _listed(wanted: Wanted, *columns: Any) -> peewee.Select:
    member_id = _id(wanted)
    table = Member if wanted.sort in _IN_MEMBER else MemberSummary
    query: peewee.Select = table.select(*columns).where(_in_state(member_id, wanted.state))
    if wanted.tag:
        tagged = MemberTag.select(MemberTag.member).where(MemberTag.tag == wanted.tag)
        query = query.where(member_id.in_(tagged))
    if wanted.only is not None:
        query = query.where(member_id == wanted.only)
    hits = _hits(wanted)
    if hits:
        query = query.where(reduce(or_, (member_id.in_(hit) for hit in hits)))
    return query


def _in_state(member_id: Any, state: str) -> Any:
    """Only those in a state. Most are active, so the others are looked up, by their own index."""
    if state == "active":
        return member_id.not_in(_apart(("frozen", "archived")))
    if state:
        return member_id.in_(_apart((state,)))
    return member_id.not_in(_apart(("archived",)))


def _apart(states: tuple[str, ...]) -> peewee.Select:
    # Written as in the index's own condition, without bound values, so that it is used.
    apart = peewee.SQL("state IN ('frozen', 'archived')")
    other = Member.alias("other")
    return other.select(other.id).where(apart, other.state.in_(states))


def _hits(wanted: Wanted) -> list[peewee.Select]:
    """One query of ids for each thing the typed text may be."""

    def begins(column: Any, prefix: str) -> Any:
        return (column >= prefix) & (column < up_to(prefix))

    found: list[peewee.Select] = [
        Member.select(Member.id).where(begins(column, prefix))
        for column, prefixes in (
            (Member.phone_digits, wanted.digits),
            (Member.phone_reversed, (wanted.last_digits[::-1],)),
            (Member.number, (wanted.number,)),
        )
        for prefix in prefixes
        if prefix
    ]
    if wanted.token:
        named = MemberToken.select(MemberToken.member_id).where(
            begins(MemberToken.token, wanted.token)
        )
        found.append(named)
    return found
