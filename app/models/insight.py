"""When members came and what they bought, day by day: some thousand members at a time.

A query gives whole columns as JSON. So the engine works on its own, without the interpreter's
lock: the till goes on while a million members are read, and a row costs a fifth of one fetched.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from app.models.alone import identity
from app.models.database import Database, Row

# So few that what the interpreter does with one piece holds nobody up: under a millisecond.
SEQS_AT_ONCE = 512
ROWS_AT_ONCE = 1_024

# What makes a day count: a purchase; or any visit, be it a check-in.
_BOUGHT = "sales > 0"
_CAME = "(sales > 0 OR check_ins > 0)"

# Read by the table's own key, so the days stand in their order.
_PLAIN = """
    SELECT seq, business_date, spent_minor FROM member_day
    WHERE seq > ?1 AND seq <= ?2 AND business_date <= ?3 AND {counted}"""

# Who was merged into another member bought as that other; all that are one stand with the one
# kept. Only the pieces are sorted, and only in a shop that has merged somebody.
_MERGED = """
    SELECT seq, business_date, sum(spent_minor) AS spent_minor FROM (
        SELECT seq, business_date, {counted} AS counted, spent_minor FROM member_day
        WHERE seq > ?1 AND seq <= ?2 AND business_date <= ?3 AND seq NOT IN (
            SELECT seq FROM member_alias CROSS JOIN member ON member.id = gone_id)
        UNION ALL
        SELECT keep.seq, business_date, {counted}, spent_minor FROM member_alias
        CROSS JOIN member AS keep ON keep.id = keep_id
        CROSS JOIN member AS gone ON gone.id = gone_id
        CROSS JOIN member_day ON member_day.seq = gone.seq
        WHERE keep.seq > ?1 AND keep.seq <= ?2 AND business_date <= ?3
    ) GROUP BY seq, business_date HAVING sum(counted) > 0"""

# The same of few: each is looked for among those who were merged, not all of those for each piece.
_MERGED_OF_FEW = """
    SELECT seq, business_date, sum(spent_minor) AS spent_minor FROM (
        SELECT seq, business_date, {counted} AS counted, spent_minor FROM member_day
        WHERE seq > ?1 AND seq <= ?2 AND business_date <= ?3 AND NOT EXISTS (
            SELECT 1 FROM member CROSS JOIN member_alias ON gone_id = member.id
            WHERE member.seq = member_day.seq)
        UNION ALL
        SELECT keep.seq, business_date, {counted}, spent_minor FROM member AS keep NOT INDEXED
        CROSS JOIN member_alias ON keep_id = keep.id
        CROSS JOIN member AS gone ON gone.id = gone_id
        CROSS JOIN member_day ON member_day.seq = gone.seq
        WHERE keep.seq > ?1 AND keep.seq <= ?2 AND business_date <= ?3
    ) GROUP BY seq, business_date HAVING sum(counted) > 0"""

_COLUMNS = """
    SELECT json_group_array(seq), json_group_array(days), json_group_array(spent) FROM (
        SELECT seq, group_concat(business_date{order}) AS days, {spent} AS spent
        FROM ({days}) GROUP BY seq)"""
# What is not asked for takes a third of the time with it.
_DAYS_ALONE = """
    SELECT json_group_array(days) FROM (
        SELECT group_concat(business_date{order}) AS days FROM ({days}) GROUP BY seq)"""
_SUMS_ALONE = """
    SELECT json_group_array(seq), json_group_array(visits), json_group_array(last),
        json_group_array(spent)
    FROM (
        SELECT seq, count(*) AS visits, max(business_date) AS last, sum(spent_minor) AS spent
        FROM ({days}) GROUP BY seq)"""
# Nothing is put together here: of whose days more is asked than how many and which is the last,
# the interpreter parts them in less time than it takes to read them apart.
_DAY_BY_DAY = """
    SELECT json_group_array(seq), json_group_array(business_date), json_group_array(spent_minor)
    FROM ({days}{sorted})"""
_IN_ALL = "sum(spent_minor)"
_EACH_DAY = "group_concat(spent_minor{order})"

# Days are numbers of the calendar. What the first came to stands in front where all are told one
# after another.
_ORDINAL = "unixepoch({day}) / 86400 + 719163"
_PASTS = f"""
    SELECT json_group_array(seq), json_group_array(days),
        json_group_array({_ORDINAL.format(day="first")}),
        json_group_array({_ORDINAL.format(day="last")}), json_group_array(later)
    FROM (
        SELECT seq, count(*) AS days, min(business_date) AS first, max(business_date) AS last,
            sum(spent_minor) - CAST(group_concat(spent_minor{{order}}) AS INTEGER) AS later
        FROM ({{days}}) GROUP BY seq)"""


# Members between two short keys, both included.
Span = tuple[int, int]


def one_by_one(seqs: Iterable[int]) -> list[Span]:
    """Each of these short keys as a span of its own."""
    return [(seq, seq) for seq in seqs]


class DayColumns(NamedTuple):
    """Members who bought or came, a place each, by their short keys.

    `days` are their business dates, ascending, with commas between; `spent_minor` is what those
    came to in all.
    """

    seqs: list[int]
    days: list[str]
    spent_minor: list[int]


class VisitSums(NamedTuple):
    """The same members, a place each: on how many days, on which last, and for how much."""

    seqs: list[int]
    visits: list[int]
    last: list[str]
    spent_minor: list[int]


class VisitDays(NamedTuple):
    """Days on which members bought or came, a place each: whose, which, and what it came to.

    Those of one member stand together, ascending; members stand in the order of their short keys.
    """

    seqs: list[int]
    days: list[str]
    spent_minor: list[int]


def buying_days(database: Database, until: str) -> Iterator[DayColumns]:
    """Who bought up to a day, a piece at a time. A day whose sales were all returned is none."""
    for columns in _pieces(database, _IN_ALL, _BOUGHT, until):
        yield DayColumns(*columns)


def buying_days_alone(database: Database, until: str) -> Iterator[list[str]]:
    """The days of everyone who bought up to a day, as `buying_days` has them, and not whose."""
    for (days,) in _pieces(database, "", _BOUGHT, until, told=_DAYS_ALONE):
        yield days


def buying_sums(
    database: Database, until: str, only: Iterable[Span] | None = None
) -> Iterator[VisitSums]:
    """What is told of the days of who bought up to a day, as `buying_days` has them; of some
    members `only`, as `buying_pasts` does."""
    for columns in _pieces(database, "", _BOUGHT, until, only, _SUMS_ALONE):
        yield VisitSums(*columns)


def visiting_days(
    database: Database, until: str, only: Iterable[Span] | None = None
) -> Iterator[VisitDays]:
    """Every day on which somebody came up to a day, to buy or to check in, some members' at a
    time; of some members `only`, as `buying_pasts` does."""
    for columns in _pieces(database, "", _CAME, until, only, _DAY_BY_DAY):
        yield VisitDays(*columns)


def has_check_ins(database: Database) -> bool:
    """Whether anybody ever checked in; where nobody did, all visits are purchases."""
    return bool(database.value("SELECT EXISTS (SELECT 1 FROM member_day WHERE check_ins > 0)"))


def buying_days_each(
    database: Database, until: str, only: Iterable[Span] | None = None
) -> Iterator[Row]:
    """(seq, its days, minor units of each of these days), the last two with commas between; of
    some members `only`, as `buying_pasts` does."""
    for columns in _pieces(database, _EACH_DAY, _BOUGHT, until, only):
        yield from zip(*columns, strict=True)


def buying_pasts(
    database: Database, until: str, only: Iterable[Span] | None = None
) -> Iterator[list[list[int]]]:
    """Of who bought up to a day: columns of short keys, of how many days, the first and the last
    as numbers of the calendar, and of minor units of all days after the first; a piece at a time.

    Of some members `only`: a piece for each span, of `SEQS_AT_ONCE` members at most, in the order
    in which they are asked for."""
    yield from _pieces(database, "", _BOUGHT, until, only, _PASTS)


def _pieces(
    database: Database,
    spent: str,
    counted: str,
    until: str,
    only: Iterable[Span] | None = None,
    told: str = _COLUMNS,
) -> Iterator[list[list[Any]]]:
    merged = database.value("SELECT EXISTS (SELECT 1 FROM member_alias)")
    order = " ORDER BY business_date" if merged else ""
    days = (_MERGED if only is None else _MERGED_OF_FEW) if merged else _PLAIN
    sql = told.format(
        order=order,
        sorted=" ORDER BY seq, business_date" if merged else "",
        spent=spent.format(order=order),
        days=days.format(counted=counted),
    )
    if only is not None:
        yield from (_piece(database, sql, first - 1, last, until) for first, last in only)
        return
    # Who was kept may have joined after all who came, and has their days.
    last = database.value(f"SELECT max(seq) FROM {'member' if merged else 'member_day'}") or 0
    first, seqs = 0, SEQS_AT_ONCE
    while first < last:
        columns = _piece(database, sql, first, first + seqs, until)
        yield columns
        first, seqs = first + seqs, _seqs_next(seqs, len(columns[0]))


def _piece(database: Database, sql: str, first: int, end: int, until: str) -> list[list[Any]]:
    found = database.row(sql, (first, end, until))
    assert found is not None
    return [orjson.loads(column) for column in found]


def _seqs_next(seqs: int, rows: int) -> int:
    """How many members to read next, where so many had so many rows: of a gym that is visited
    every day they are more than the interpreter reads in a millisecond."""
    if rows > ROWS_AT_ONCE:
        return max(1, seqs // 2)
    return min(SEQS_AT_ONCE, 2 * seqs) if 2 * rows <= ROWS_AT_ONCE else seqs


def mark(database: Database) -> Row:
    """Equal as long as nobody bought, claimed, brought back, came or was merged in this file.

    Each of these tables only grows, so its last row tells.
    """
    found = database.row(
        "SELECT (SELECT max(rowid) FROM sale), (SELECT max(rowid) FROM claim),"
        " (SELECT max(rowid) FROM refund), (SELECT max(rowid) FROM member_merge),"
        " (SELECT max(rowid) FROM visit)"
    )
    assert found is not None
    return (identity(database.path), *found)


def numbers(database: Database, seqs: Sequence[int]) -> dict[int, str]:
    """The member numbers of these."""
    marks = ", ".join("?" * len(seqs))
    return dict(database.rows(f"SELECT seq, number FROM member WHERE seq IN ({marks})", seqs))
