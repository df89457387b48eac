"""Who bought what: lines that name no product are found by their words.

Frozen: never edited once a shop has run it. Units as in 0001.

A line of a product is found by the product. What was sold as an open item, or came from another
program, has only its words. Few sales of a shop's own write into these indexes.

`campaign_points_back` names the entries by which a campaign that was stopped took back points it
had given and nobody had spent. Of `campaign_note`, what was said on the telephone in a line, the
newest counts; an empty one strikes it out.

`member_day` of 0006 also counts `check_ins`: the visits of a day that no sale made. Only they write
it, so a sale costs what it cost; a day of check-ins alone has no `sales`. Few rows have any, and
those have an index.

What could be said of members who were merged was reckoned of each by themself; it is forgotten,
and reckoned anew when it is next asked for.

Old rows: the indexes hold them too. What members spent who were merged once and taken apart is
counted anew: what came back meanwhile had been taken off the wrong one of the two. The days of
check-ins are put together once.
"""

from typing import Any

_MERGED = (
    "SELECT seq FROM member_alias JOIN member ON member.id IN (member_alias.gone_id,"
    " member_alias.keep_id)"
)


_PERSON = (
    "(SELECT member_summary.member_id WHERE NOT EXISTS (SELECT 1 FROM member_alias"
    " WHERE gone_id = member_summary.member_id) UNION ALL SELECT gone_id FROM member_alias"
    " WHERE keep_id = member_summary.member_id)"
)

SPENT_ANEW = f"""
UPDATE member_summary SET spent_minor = coalesce((SELECT sum(day.spent_minor) FROM member
        JOIN member_day AS day ON day.seq = member.seq WHERE member.id IN {_PERSON}), 0)
    - coalesce((SELECT sum(total_minor) FROM refund
        WHERE sale_id IS NULL AND member_id IN {_PERSON}), 0)
WHERE member_id IN (SELECT keep_id FROM member_merge WHERE kind = 'unmerge'
    UNION SELECT gone_id FROM member_merge WHERE kind = 'unmerge')
"""


CHECK_INS = """
ALTER TABLE member_day ADD COLUMN check_ins INTEGER NOT NULL DEFAULT 0 CHECK (check_ins >= 0)
"""

OLD_CHECK_INS = """
INSERT INTO member_day (seq, business_date, sales, spent_minor, check_ins)
SELECT member.seq, visit.business_date, 0, 0, count(*)
FROM visit JOIN member ON member.id = visit.member_id WHERE visit.kind <> 'sale'
GROUP BY member.seq, visit.business_date
ON CONFLICT (seq, business_date) DO UPDATE SET check_ins = excluded.check_ins
"""

CHECKED_IN = """
CREATE TRIGGER member_day_checked_in AFTER INSERT ON visit WHEN NEW.kind <> 'sale'
BEGIN
    INSERT INTO member_day (seq, business_date, sales, spent_minor, check_ins)
    SELECT seq, NEW.business_date, 0, 0, 1 FROM member WHERE id = NEW.member_id
    ON CONFLICT (seq, business_date) DO UPDATE SET check_ins = check_ins + 1;
END
"""


def append_only(table: str) -> tuple[str, ...]:
    """The two triggers by which a table only grows."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for change in ("UPDATE", "DELETE")
    )


STATEMENTS: tuple[str, ...] = (
    """
CREATE INDEX sale_line_open_name ON sale_line (name COLLATE NOCASE)
    WHERE product_id IS NULL
""",
    """
CREATE INDEX sale_line_open_category ON sale_line (category COLLATE NOCASE)
    WHERE product_id IS NULL AND category <> ''
""",
    """
CREATE INDEX sale_line_open_barcode ON sale_line (barcode)
    WHERE product_id IS NULL AND barcode <> ''
""",
    """
CREATE TABLE campaign_points_back (
    entry_id BLOB NOT NULL PRIMARY KEY REFERENCES points_entry (id) ON DELETE RESTRICT,
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_issue (campaign_id, member_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX campaign_points_back_of ON campaign_points_back (campaign_id, member_id)",
    *append_only("campaign_points_back"),
    """
CREATE TABLE campaign_note (
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    PRIMARY KEY (campaign_id, member_id, number),
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_member (campaign_id, member_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX campaign_note_member ON campaign_note (member_id, posted_at)",
    *append_only("campaign_note"),
    """
CREATE TRIGGER campaign_note_not_held_out BEFORE INSERT ON campaign_note
WHEN NOT EXISTS (SELECT 1 FROM campaign_member WHERE campaign_id = NEW.campaign_id
    AND member_id = NEW.member_id AND arm > 0)
BEGIN SELECT RAISE(ABORT, 'campaign_note is only for those who are asked'); END
""",
    f"DELETE FROM hint WHERE seq IN ({_MERGED})",
    f"DELETE FROM hint_made WHERE seq IN ({_MERGED})",
    SPENT_ANEW,
    CHECK_INS,
    OLD_CHECK_INS,
    "CREATE INDEX member_day_check_in ON member_day (seq, business_date) WHERE check_ins > 0",
    CHECKED_IN,
)


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
