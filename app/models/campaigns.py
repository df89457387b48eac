"""Campaigns as they are stored: who may be asked, who was drawn, asked, and what they did."""

from collections.abc import Iterable, Iterator, Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import marks

CAMPAIGN_COLUMNS = (
    "id, number, name, draft, fingerprint, conditions, seed, starts_on, ends_on, audience,"
    " scheme_version, staff_id, approved_by, started_at, business_date"
)
_ISSUE = insert_sql("campaign_issue", "campaign_id, member_id, coupon_id, entry_id, posted_at")

# A member and everyone merged into them.
_PERSON = (
    "IN (SELECT {id} UNION ALL SELECT gone_id FROM member_alias WHERE member_alias.keep_id = {id})"
)
_CONSENT = (
    "coalesce((SELECT granted FROM consent WHERE consent.member_id = {id}"
    " AND purpose = 'marketing' ORDER BY recorded_at DESC, id DESC LIMIT 1), 0)"
)
# Of campaigns that go on past a day, and were not stopped.
_STILL_HELD_OUT = (
    "EXISTS (SELECT 1 FROM campaign_member AS drawn JOIN campaign ON campaign.id ="
    f" drawn.campaign_id WHERE drawn.member_id {_PERSON.format(id='member.id')} AND drawn.arm = 0"
    " AND campaign.ends_on >= ? AND NOT EXISTS (SELECT 1 FROM campaign_entry"
    " WHERE campaign_id = drawn.campaign_id AND kind = 'stopped'))"
)


# --- planning -----------------------------------------------------------------


def candidates(database: Database, numbers: Sequence[str], since: str, today: str) -> Iterator[Row]:
    """(id, seq, number, name, state, phone, wechat, email, consent, contacts after a day, held
    out elsewhere) of members by their numbers."""
    marked = ", ".join("?" * len(numbers))
    return database.each(
        "SELECT member.id, seq, number, name, state, phone, wechat, email,"
        f" {_CONSENT.format(id='member.id')}, (SELECT count(*) FROM contact WHERE"
        f" contact.member_id {_PERSON.format(id='member.id')} AND business_date > ?),"
        f" {_STILL_HELD_OUT} FROM member WHERE number IN ({marked}) ORDER BY seq",
        (since, today, *numbers),
    )


def purchases(
    database: Database, ids: Sequence[bytes], first: str, middle: str, until: str
) -> dict[bytes, Row]:
    """(days with a purchase, spent) from `first` on and before `middle`, then the same from
    `middle` to `until`, of those of these members who bought; with all merged into them."""
    return {
        row[0]: row[1:]
        for row in database.rows(
            "WITH person (id, seq) AS (SELECT id, seq FROM member"
            f" WHERE id IN ({marks(ids)}) UNION ALL SELECT keep_id, gone.seq FROM member_alias"
            " JOIN member AS gone ON gone.id = gone_id"
            f" WHERE keep_id IN ({marks(ids)}))"
            " SELECT person.id,"
            " count(DISTINCT CASE WHEN sales > 0 AND business_date < ? THEN business_date END),"
            " coalesce(sum(CASE WHEN business_date < ? THEN spent_minor END), 0),"
            " count(DISTINCT CASE WHEN sales > 0 AND business_date >= ? THEN business_date END),"
            " coalesce(sum(CASE WHEN business_date >= ? THEN spent_minor END), 0)"
            " FROM person JOIN member_day ON member_day.seq = person.seq"
            " WHERE business_date BETWEEN ? AND ?"
            " GROUP BY person.id",
            (*ids, *ids, middle, middle, middle, middle, first, until),
        )
    }


# --- starting -----------------------------------------------------------------


# Where people wait until they are kept: this connection's own, and locks nobody out.
_STAGED = (
    "DROP TABLE IF EXISTS temp.campaign_drawn",
    "CREATE TEMP TABLE campaign_drawn (member_id BLOB NOT NULL PRIMARY KEY, arm, stratum, channel,"
    " visits_before, spent_before_minor, reason) WITHOUT ROWID",
)


def stage(database: Database, drawn: Iterable[Row], left_out: Iterable[tuple[bytes, str]]) -> None:
    """Lay down, in no transaction of the shop's, who was drawn (member id, arm, stratum, channel,
    visits and spend before) and who was left out (member id, reason).

    The file's writer keeps them by two statements then: a quarter of the time of rows that are
    handed over one by one, and that long the till waits.
    """

    for statement in _STAGED:
        database.execute(statement)
    database.executemany("INSERT INTO temp.campaign_drawn VALUES (?, ?, ?, ?, ?, ?, '')", drawn)
    database.executemany("INSERT INTO temp.campaign_drawn VALUES (?, 0, '', '', 0, 0, ?)", left_out)


def leave_out(database: Database, gone: Iterable[tuple[str, bytes]]) -> None:
    """Leave out some of those laid down after all: (reason, member id)."""
    database.executemany("UPDATE temp.campaign_drawn SET reason = ? WHERE member_id = ?", gone)


def unstage(database: Database) -> None:
    """Forget who was laid down."""
    database.execute(_STAGED[0])


def insert(database: Database, row: Row) -> None:
    """Keep a campaign, columns as in CAMPAIGN_COLUMNS, with everyone who was laid down."""
    database.execute(insert_sql("campaign", CAMPAIGN_COLUMNS), row)
    database.execute(
        "INSERT INTO campaign_member (campaign_id, member_id, arm, stratum, channel,"
        " visits_before, spent_before_minor) SELECT ?, member_id, arm, stratum, channel,"
        " visits_before, spent_before_minor FROM temp.campaign_drawn WHERE reason = ''"
        " ORDER BY member_id",
        (row[0],),
    )
    database.execute(
        "INSERT INTO campaign_left_out (campaign_id, member_id, reason)"
        " SELECT ?, member_id, reason FROM temp.campaign_drawn WHERE reason <> ''"
        " ORDER BY member_id",
        (row[0],),
    )


def next_number(database: Database) -> int:
    """The number of the next campaign."""
    return 1 + int(database.value("SELECT coalesce(max(number), 0) FROM campaign"))


def changed_since(database: Database, at_ms: int) -> frozenset[bytes]:
    """Whose consent changed, and who was asked, from a moment on."""
    rows = database.rows(
        "SELECT member_id FROM consent WHERE recorded_at >= ?"
        " UNION SELECT member_id FROM contact WHERE contacted_at >= ?",
        (at_ms, at_ms),
    )
    return frozenset(row[0] for row in rows)


def to_issue(
    database: Database, campaign_id: bytes, arms: Sequence[int], after: bytes, limit: int
) -> list[tuple[bytes, int]]:
    """(member id, arm) of those in these arms who were given nothing yet, past an id, by id."""
    marked = ", ".join("?" * len(arms))
    return [
        (row[0], row[1])
        for row in database.rows(
            "SELECT member_id, arm FROM campaign_member AS drawn WHERE campaign_id = ?"
            f" AND member_id > ? AND arm IN ({marked}) AND NOT EXISTS (SELECT 1"
            " FROM campaign_issue WHERE campaign_id = drawn.campaign_id"
            " AND member_id = drawn.member_id) ORDER BY member_id LIMIT ?",
            (campaign_id, after, *arms, limit),
        )
    ]


def issued(database: Database, rows: Iterable[Row]) -> None:
    """Note what was given: (campaign, member, coupon or None, points entry or None, moment)."""
    database.executemany(_ISSUE, rows)


def note(
    database: Database, campaign_id: bytes, kind: str, staff_id: bytes, at_ms: int, day: str
) -> bool:
    """Note that all was issued, or that it was stopped; False where it was noted before."""
    return bool(
        database.execute(
            insert_sql("campaign_entry", "campaign_id, kind, staff_id, posted_at, business_date")
            + " ON CONFLICT DO NOTHING",
            (campaign_id, kind, staff_id, at_ms, day),
        )
    )


# --- reading ------------------------------------------------------------------

_CAMPAIGN = (
    "SELECT campaign.id, campaign.draft, fingerprint, conditions, seed, starts_on, ends_on,"
    " started_at, staff.name,"
    " (SELECT count(*) FROM campaign_member WHERE campaign_id = campaign.id AND arm > 0),"
    " (SELECT count(*) FROM campaign_member WHERE campaign_id = campaign.id AND arm = 0),"
    " (SELECT count(*) FROM campaign_issue WHERE campaign_id = campaign.id),"
    " EXISTS (SELECT 1 FROM campaign_entry WHERE campaign_id = campaign.id AND kind = 'issued'),"
    " (SELECT business_date FROM campaign_entry WHERE campaign_id = campaign.id"
    " AND kind = 'stopped') FROM campaign JOIN staff ON staff.id = campaign.staff_id"
)


def every(database: Database) -> list[Row]:
    """(id, draft, fingerprint, conditions, seed, starts_on, ends_on, started_at, who started
    it, people to reach, people held out, offers issued, whether all are, the day it was stopped
    or None) of all campaigns, the newest first."""
    return database.rows(f"{_CAMPAIGN} ORDER BY campaign.number DESC")


def by_id(database: Database, campaign_id: bytes) -> Row | None:
    """The same of one campaign."""
    return database.row(f"{_CAMPAIGN} WHERE campaign.id = ?", (campaign_id,))


def by_name(database: Database, name: str) -> Row | None:
    """The same of the campaign of a name."""
    return database.row(f"{_CAMPAIGN} WHERE campaign.name = ?", (name,))


def left_out(database: Database, campaign_id: bytes) -> Iterator[Row]:
    """(number, name, reason) of everyone who was left out, by number."""
    return database.each(
        "SELECT number, name, reason FROM campaign_left_out JOIN member ON member.id = member_id"
        " WHERE campaign_id = ? ORDER BY reason, number",
        (campaign_id,),
    )
