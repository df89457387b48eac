"""Members by what they are and did: each question answers with the short keys of members."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from app.models.compass import ARCHIVED, member_days
from app.models.database import Database, Row
from app.models.insight import Span
from app.models.segment_marks import APART, GONE, Asked, Values

# Texts of the member's own row.
OWN_TEXTS = ("number", "name", "gender", "address", "occupation", "source", "adviser", "note")
# What makes a day count: a purchase; or any visit, be it a check-in.
BOUGHT = "sales > 0"
CAME = "(sales > 0 OR check_ins > 0)"
OPERATORS = {"=": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}

# The member and who was merged into them.
_PERSON = (
    "IN (SELECT member.id UNION ALL SELECT gone_id FROM member_alias WHERE keep_id = member.id)"
)


def text_is(column: str, operator: str, text: str) -> Asked:
    """A text of the member's own row: equal whatever the case, or with `text` inside."""
    if operator == "contains":
        return Asked(f"instr(lower(member.{column}), lower(?)) > 0", [text])
    return Asked(f"member.{column} {OPERATORS[operator]} ? COLLATE NOCASE", [text])


# Of what a member has several: the table, and the text in it. What was written of who was merged
# is that other's, too; tags were given to them.
_OWNER = "coalesce((SELECT keep_id FROM member_alias WHERE gone_id = member_id), member_id)"
_LISTED = {
    "tag": ("SELECT member_id FROM member_tag", "tag"),
    "badge": (f"SELECT {_OWNER} FROM badge_award", "badge"),
}
# What stands in the member's own row as JSON: the column, what is blank, and the text in it.
_KEPT = {
    "preference": ("preferences", "[]", "kept.value"),
    "custom": ("custom", "{}", "kept.key || ': ' || kept.value"),
}


def listed(what: str, operator: str, text: str) -> Asked:
    """Who has such a tag, badge, preference or own field ("name: value"); `!=` is who has not."""
    inside = operator == "contains"
    told = _KEPT[what][2] if what in _KEPT else _LISTED[what][1]
    test = f"instr(lower({told}), lower(?)) > 0" if inside else f"lower({told}) = lower(?)"
    if what in _KEPT:
        column, blank, _ = _KEPT[what]
        each = f"EXISTS (SELECT 1 FROM json_each(member.{column}) AS kept WHERE {test})"
        found = f"(member.{column} <> '{blank}' AND {each})"
    else:
        found = f"member.id IN ({_LISTED[what][0]} WHERE {test})"
    return Asked(f"NOT {found}" if operator == "!=" else found, [text])


def addresses(database: Database, text: str, only: Sequence[Span] | None = None) -> list[str]:
    """Every address in which the longest word of a text stands, once; of some members `only`,
    between short keys, both included."""
    word = max(text.split(), key=len, default="")
    # Beyond ASCII the engine knows no upper and lower case.
    word = word if word.isascii() or word.lower() == word.upper() else ""
    some = Asked("1") if only is None else _between(only)
    rows = database.rows(
        "SELECT DISTINCT address FROM member"
        f" WHERE ({some.sql}) AND instr(lower(address), lower(?)) > 0",
        (*some.values, word),
    )
    return [address for (address,) in rows]


def at_addresses(some: Sequence[str]) -> Asked:
    """Who has one of these addresses."""
    return Asked("member.address IN (SELECT value FROM json_each(?))", [json.dumps(some)])


def nobody_of(asked: Asked) -> Asked:
    """Everyone of whom it is not true."""
    return Asked(f"NOT ({asked.sql})", asked.values)


def in_state(operator: str, state: str) -> Asked:
    """Who is active, frozen or archived."""
    return Asked(f"member.state {OPERATORS[operator]} ?", [state])


def unless_archived(asked: Asked) -> Asked:
    """The same, of those who are not archived."""
    live = (
        "member.id NOT IN (SELECT apart.id FROM member AS apart"
        " WHERE apart.state IN ('frozen', 'archived') AND apart.state = 'archived')"
    )
    return Asked(f"({live} AND {asked.sql})", asked.values)


def anyone() -> Asked:
    """Everybody."""
    return Asked("1")


def never() -> Asked:
    """Nobody."""
    return Asked("0")


def joined_on(operator: str, day: str) -> Asked:
    """Who joined on, before or after a day."""
    return Asked(f"member.joined_on {OPERATORS[operator]} ?", [day])


def born(after: str | None, until: str | None) -> Asked:
    """Who was born after one day and until another, where the year is known; a lunar birthday
    by its own month and day."""
    birth = "replace(member.birthday, 'lunar:', '')"
    tests = [f"{birth} GLOB '[0-9][0-9][0-9][0-9]-*'"]
    tests += [] if after is None else [f"{birth} > ?"]
    tests += [] if until is None else [f"{birth} <= ?"]
    values: Values = [day for day in (after, until) if day is not None]
    return Asked(f"({' AND '.join(tests)})", values)


def birth_month(operator: str, month: int) -> Asked:
    """Whose solar birthday falls into months so compared."""
    return Asked(
        "(member.birthday_solar <> ''"
        f" AND CAST(substr(member.birthday_solar, 1, 2) AS INTEGER) {OPERATORS[operator]} ?)",
        [month],
    )


def over_days(
    database: Database, counted: str, what: str, operator: str, value: object, *, singly: bool
) -> Asked:
    """Who bought or came (`counted`: BOUGHT, CAME), by a figure over those days
    (`min(business_date)`, `count(*)` …); merged members by the days of both. `singly` is for few
    members: each by their own days."""
    having = f"HAVING {what} {OPERATORS[operator]} ?"
    days = [
        f"SELECT seq FROM {days} WHERE {_own(singly)}{counted} GROUP BY seq {having}"
        for days in _days(database, singly=singly)
    ]
    return Asked(f"member.seq IN ({' UNION ALL '.join(days)})", [value] * len(days))


# The days of a member and of who was merged into them, as one.
_OWN_DAYS = """(
    SELECT member.seq AS seq, business_date, sum(sales) AS sales, sum(spent_minor) AS spent_minor,
        sum(check_ins) AS check_ins
    FROM (SELECT member.seq AS own UNION ALL SELECT gone.seq FROM member_alias
        CROSS JOIN member AS gone ON gone.id = gone_id WHERE keep_id = member.id)
    CROSS JOIN member_day ON member_day.seq = own
    GROUP BY business_date)"""


def _days(database: Database, *, singly: bool) -> tuple[str, ...]:
    """As `member_days`; singly those who were merged are not all put together for each member."""
    sources = member_days(database)
    return sources if len(sources) == 1 or not singly else (_OWN_DAYS,)


def _own(singly: bool) -> str:
    return "seq = member.seq AND " if singly else ""


def days_since(
    database: Database,
    counted: str,
    since: str,
    what: str,
    operator: str,
    value: object,
    *,
    least: bool,
    singly: bool,
) -> Asked:
    """A figure over the `counted` days from `since` on; who has none is zero, where `least`.
    `singly` as `over_days`."""
    having = f"HAVING {what} {OPERATORS[operator]} ?"
    sources = _days(database, singly=singly)
    days = [
        f"SELECT seq FROM {days} WHERE {_own(singly)}{counted} AND business_date >= ?"
        f" GROUP BY seq {having}"
        for days in sources
    ]
    some = f"member.seq IN ({' UNION ALL '.join(days)})"
    values = [since, value] * len(days)
    if not least:
        return Asked(some, values)
    if sources == ("member_day",):
        none = (
            "NOT EXISTS (SELECT 1 FROM member_day WHERE member_day.seq = member.seq"
            f" AND {counted} AND business_date >= ?)"
        )
        return Asked(f"({some} OR {none})", [*values, since])
    came = [
        f"SELECT seq FROM {days} WHERE {_own(singly)}{counted} AND business_date >= ?"
        for days in sources
    ]
    none = f"member.seq NOT IN ({' UNION ALL '.join(came)})"
    return Asked(f"({some} OR {none})", [*values, *[since] * len(came)])


def points(operator: str, value: int) -> Asked:
    """The balance of points, in a short row beside the member's own."""
    return Asked(
        "EXISTS (SELECT 1 FROM member_recency WHERE member_recency.seq = member.seq"
        f" AND points {OPERATORS[operator]} ?)",
        [value],
    )


def summary(column: str, operator: str, value: int) -> Asked:
    """A balance of the member's summary."""
    return Asked(
        "EXISTS (SELECT 1 FROM member_summary WHERE member_id = member.id"
        f" AND {column} {OPERATORS[operator]} ?)",
        [value],
    )


def held(table: str, what: str, operator: str, value: int) -> Asked:
    """A sum over a ledger of the member, zero where there is none."""
    return Asked(
        f"coalesce((SELECT {what} FROM {table} WHERE member_id = member.id), 0)"
        f" {OPERATORS[operator]} ?",
        [value],
    )


def usable(table: str, operator: str, value: int, day: str, *, merged: bool) -> Asked:
    """How many coupons or passes that are still good on a day; where anybody was `merged`, also
    those of whom the member was merged with."""
    whose = _PERSON if merged else "= member.id"
    if table == "coupon":
        count = (
            f"SELECT count(*) FROM coupon WHERE member_id {whose}"
            " AND (valid_to IS NULL OR valid_to >= ?) AND (SELECT kind FROM coupon_entry"
            " WHERE coupon_id = coupon.id ORDER BY number DESC LIMIT 1) IN ('issued', 'returned')"
        )
    else:
        count = (
            f"SELECT count(*) FROM session_pass WHERE member_id {whose} AND valid_to >= ?"
            " AND (SELECT sum(pass_entry.uses) FROM pass_entry WHERE pass_id = session_pass.id)"
            " > 0"
        )
    return Asked(f"({count}) {OPERATORS[operator]} ?", [day, value])


def referred(operator: str, value: int, *, merged: bool) -> Asked:
    """How many members somebody brought."""
    whose = _PERSON if merged else "= member.id"
    return Asked(
        f"(SELECT count(*) FROM referral WHERE referrer_id {whose}) {OPERATORS[operator]} ?",
        [value],
    )


def last_seq(database: Database) -> int:
    """The highest short key: about how many members there are."""
    return int(database.value("SELECT max(seq) FROM member") or 0)


def last_sale(database: Database) -> int:
    """The place of the last sale: about how many there are."""
    return int(database.value("SELECT max(rowid) FROM sale") or 0)


def last_visit(database: Database) -> int:
    """The place of the last visit: about on how many days members came, each counted."""
    return int(database.value("SELECT max(rowid) FROM visit") or 0)


def has_merged(database: Database) -> bool:
    """Whether anybody was merged into another."""
    return bool(database.value("SELECT EXISTS (SELECT 1 FROM member_alias)"))


def in_tier(tier: str, lowest: bool, operator: str) -> Asked:
    """Whose newest tier entry is this one; of the lowest also who has no entry."""
    newest = (
        "(SELECT tier FROM tier_entry WHERE member_id = member.id ORDER BY number DESC LIMIT 1)"
    )
    found = f"coalesce({newest}, ?) = ?"
    values: Values = [tier if lowest else "", tier]
    return Asked(f"NOT ({found})" if operator == "!=" else found, values)


def in_plan(plan: str, operator: str, day: str) -> Asked:
    """Who is in a paid plan on a day."""
    found = (
        "EXISTS (SELECT 1 FROM membership_entry AS entry WHERE entry.member_id = member.id"
        " AND lower(plan) = lower(?) AND ends_on >= ? AND kind <> 'lapse' AND number ="
        " (SELECT max(number) FROM membership_entry WHERE member_id = member.id))"
    )
    return Asked(f"NOT {found}" if operator == "!=" else found, [plan, day])


def consented(yes: bool) -> Asked:
    """Whose newest word on marketing is yes; or is not."""
    found = (
        "coalesce((SELECT granted FROM consent WHERE member_id = member.id"
        " ORDER BY recorded_at DESC, id DESC LIMIT 1), 0) = 1"
    )
    return Asked(found if yes else f"NOT ({found})")


def has(column: str, yes: bool) -> Asked:
    """Who has a phone, or a birthday, or has none."""
    return Asked(f"member.{column} {'<>' if yes else '='} ''")


def count(database: Database, asked: Asked, present: Asked | None = None) -> int:
    """How many live members it is true of; those merged into another are that other.

    `present` says otherwise of whom it is asked.
    """
    if present is None:
        # Nobody is looked for among those who were merged where none was: a million times nothing.
        present = Asked(_LIVE if has_merged(database) else "1")
    sql = f"SELECT count(*) FROM {asked.members} WHERE {present.sql} AND {asked.sql}"
    return int(database.value(sql, [*present.values, *asked.values]))


def count_everyone(database: Database, *, archived: bool) -> int:
    """How many live members there are, with those archived or without them."""
    apart = GONE if archived else APART
    sql = f"SELECT (SELECT count(*) FROM member) - (SELECT count(*) FROM ({apart}))"
    return int(database.value(sql))


def apart(database: Database, *, archived: bool) -> Iterator[int]:
    """The short keys of who was merged into another, and of who is archived, where those are to
    be told too."""
    sql = APART if archived else GONE
    return (seq for _, seq in database.each(sql))


def has_apart(database: Database) -> bool:
    """Whether anybody is archived or was merged into another."""
    archived = f"SELECT EXISTS (SELECT 1 FROM member WHERE {ARCHIVED})"
    return bool(database.value(archived)) or has_merged(database)


def count_some(database: Database, asked: Asked, spans: Sequence[Span]) -> int:
    """The same of members between short keys, both included."""
    some = _between(spans)
    sql = f"SELECT count(*) FROM member NOT INDEXED WHERE ({some.sql}) AND {_LIVE} AND {asked.sql}"
    return int(database.value(sql, [*some.values, *asked.values]) or 0)


def _between(spans: Sequence[Span]) -> Asked:
    sql = " OR ".join(["member.seq BETWEEN ? AND ?"] * len(spans))
    return Asked(sql, list(chain.from_iterable(spans)))


def seqs(database: Database, asked: Asked) -> tuple[int, ...]:
    """The short keys of all live members it is true of, in their order."""
    rows = database.rows(
        f"SELECT seq FROM {asked.members} WHERE {_LIVE} AND {asked.sql} ORDER BY seq",
        asked.values,
    )
    return tuple(seq for (seq,) in rows)


def ids(database: Database, asked: Asked) -> list[bytes]:
    """The ids of the same."""
    rows = database.rows(
        f"SELECT id FROM member WHERE {_LIVE} AND {asked.sql} ORDER BY seq", asked.values
    )
    return [member_id for (member_id,) in rows]


def found(database: Database, asked: Asked, after: int, limit: int) -> list[Row]:
    """(seq, number, name, phone, visits, spent, last_visit_at) of members past a key, by key."""
    return database.rows(
        "SELECT member.seq, number, name, phone, visits, spent_minor, last_visit_at FROM member"
        " JOIN member_summary ON member_summary.member_id = member.id"
        f" WHERE member.seq > ? AND {_LIVE} AND {asked.sql} ORDER BY member.seq LIMIT ?",
        (after, *asked.values, limit),
    )


_LIVE = "member.id NOT IN (SELECT gone_id FROM member_alias)"
