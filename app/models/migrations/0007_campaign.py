"""What the shop does to be heard: campaigns, who is asked, who is left out, what came of it.

Frozen: never edited once a shop has run it. Units as in 0001.

A `campaign` keeps the draft that it was started with, and the seed that drew its arms: arm 0 is
held out and is neither asked nor given anything (the file refuses it), 1 and above are the
variants. `campaign_member` holds who was drawn, with what they did in the time before, so that
a result can be reckoned again years later; `campaign_left_out` who was not, and why. What each
was given is in `campaign_issue`, one row a person, whatever is repeated.

`contact` says who was asked when, by which channel and for what: the shop's cap counts it over
all campaigns. Of `campaign_outcome` the newest counts.
"""

from typing import Any

TABLES = """
CREATE TABLE campaign (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    draft TEXT NOT NULL CHECK (draft <> ''),
    fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
    conditions TEXT NOT NULL CHECK (conditions <> ''),
    seed INTEGER NOT NULL CHECK (seed >= 0),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
    audience INTEGER NOT NULL CHECK (audience >= 1),
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    approved_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    started_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10)
) STRICT;

CREATE TABLE campaign_entry (
    campaign_id BLOB NOT NULL REFERENCES campaign (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('issued', 'stopped')),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    PRIMARY KEY (campaign_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_member (
    campaign_id BLOB NOT NULL REFERENCES campaign (id) ON DELETE RESTRICT,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    arm INTEGER NOT NULL CHECK (arm >= 0),
    stratum TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('call', 'sms', 'wechat', 'email', 'picture')),
    visits_before INTEGER NOT NULL CHECK (visits_before >= 0),
    spent_before_minor INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_member_member ON campaign_member (member_id);

CREATE TABLE campaign_left_out (
    campaign_id BLOB NOT NULL REFERENCES campaign (id) ON DELETE RESTRICT,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (campaign_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_left_out_member ON campaign_left_out (member_id);

CREATE TABLE campaign_issue (
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    coupon_id BLOB UNIQUE REFERENCES coupon (id) ON DELETE RESTRICT,
    entry_id BLOB UNIQUE REFERENCES points_entry (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, member_id),
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_member (campaign_id, member_id) ON DELETE RESTRICT,
    CHECK ((coupon_id IS NULL) <> (entry_id IS NULL))
) STRICT;
CREATE INDEX campaign_issue_member ON campaign_issue (member_id);

CREATE TABLE contact (
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    channel TEXT NOT NULL CHECK (channel IN ('call', 'sms', 'wechat', 'email', 'picture')),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    contacted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    PRIMARY KEY (campaign_id, member_id),
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_member (campaign_id, member_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_member ON contact (member_id, business_date);
CREATE INDEX contact_day ON contact (business_date);

CREATE TABLE campaign_outcome (
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('reached', 'will_come', 'no', 'wrong_number', 'do_not_call')),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    PRIMARY KEY (campaign_id, member_id, number),
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_member (campaign_id, member_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_outcome_member ON campaign_outcome (member_id);

CREATE TABLE campaign_arrival (
    campaign_id BLOB NOT NULL,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    arrived_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    PRIMARY KEY (campaign_id, member_id),
    FOREIGN KEY (campaign_id, member_id)
        REFERENCES campaign_member (campaign_id, member_id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_arrival_member ON campaign_arrival (member_id)
"""

APPEND_ONLY = (
    "campaign",
    "campaign_entry",
    "campaign_member",
    "campaign_left_out",
    "campaign_issue",
    "contact",
    "campaign_outcome",
    "campaign_arrival",
)
# What is done to people, or by them, is never of those held out.
OF_THE_REACHED = ("campaign_issue", "contact", "campaign_outcome", "campaign_arrival")


def _frozen(table: str, what: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _reached(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_not_held_out BEFORE INSERT ON {table}"
        " WHEN NOT EXISTS (SELECT 1 FROM campaign_member WHERE campaign_id = NEW.campaign_id"
        " AND member_id = NEW.member_id AND arm > 0)"
        f" BEGIN SELECT RAISE(ABORT, '{table} is only for those who are asked'); END"
    )


# Once all offers are out, or it was stopped, nobody joins any more.
COMPLETE = """
CREATE TRIGGER campaign_member_drawn BEFORE INSERT ON campaign_member
WHEN EXISTS (SELECT 1 FROM campaign_entry WHERE campaign_id = NEW.campaign_id)
BEGIN SELECT RAISE(ABORT, 'the campaign is drawn'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
    for table in APPEND_ONLY:
        db.execute_sql(_frozen(table, "update"))
        db.execute_sql(_frozen(table, "delete"))
    for table in OF_THE_REACHED:
        db.execute_sql(_reached(table))
    db.execute_sql(COMPLETE)
