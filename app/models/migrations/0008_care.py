"""What the shop promised to look after: follow-ups, feedback, measurements, plans, challenges.

Frozen: never edited once a shop has run it. Units as in 0001; `_milli` is thousandths.

A `follow_up` and a `care_case` keep what their newest entry says, so that today's list is found by
an index; the entries are the history, and only grow. A follow-up is open while it has a day on
which it is due. `occasion` names what a rule made it for, so that no rule makes it twice.

A measurement is never changed: who mistyped writes it again, with `corrects`; one without a value
strikes out what it corrects.

Old rows: nothing of them changes.
"""

from collections.abc import Iterator
from typing import Any

TABLES = """
CREATE TABLE follow_up_rule (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('purchase', 'birthday', 'dependant', 'silent', 'ending')),
    name TEXT NOT NULL CHECK (name <> ''),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 366),
    category TEXT NOT NULL DEFAULT '',
    staff_id BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    active_from TEXT NOT NULL CHECK (length(active_from) = 10),
    saved_at INTEGER NOT NULL,
    CHECK ((kind = 'purchase') = (category <> ''))
) STRICT;

CREATE TABLE follow_up (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    rule_id BLOB REFERENCES follow_up_rule (id) ON DELETE RESTRICT,
    occasion TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL CHECK (what <> ''),
    made_at INTEGER NOT NULL,
    due_on TEXT CHECK (length(due_on) = 10),
    adviser_id BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    CHECK ((rule_id IS NULL) = (occasion = ''))
) STRICT;
CREATE UNIQUE INDEX follow_up_occasion ON follow_up (rule_id, member_id, occasion)
    WHERE rule_id IS NOT NULL;
CREATE INDEX follow_up_member ON follow_up (member_id, due_on);
CREATE INDEX follow_up_due ON follow_up (due_on, id) WHERE due_on IS NOT NULL;

CREATE TABLE follow_up_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('made', 'given', 'done', 'no_answer', 'later',
        'not_needed', 'undone')),
    note TEXT NOT NULL DEFAULT '',
    due_on TEXT CHECK (length(due_on) = 10),
    adviser_id BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    UNIQUE (follow_up_id, number),
    CHECK (kind NOT IN ('done', 'not_needed') OR due_on IS NULL),
    CHECK (kind NOT IN ('made', 'later') OR due_on IS NOT NULL)
) STRICT;
CREATE INDEX follow_up_entry_day ON follow_up_entry (business_date, posted_at);

CREATE TABLE feedback (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT,
    score INTEGER CHECK (score BETWEEN 1 AND 5),
    words TEXT NOT NULL DEFAULT '',
    complaint INTEGER NOT NULL CHECK (complaint IN (0, 1)),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK (score IS NOT NULL OR words <> '')
) STRICT;
CREATE INDEX feedback_member ON feedback (member_id, posted_at) WHERE member_id IS NOT NULL;
CREATE INDEX feedback_sale ON feedback (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX feedback_day ON feedback (business_date, posted_at);

CREATE TABLE care_case (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    feedback_id BLOB UNIQUE REFERENCES feedback (id) ON DELETE RESTRICT,
    what TEXT NOT NULL CHECK (what <> ''),
    opened_at INTEGER NOT NULL,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    state TEXT NOT NULL CHECK (state IN ('open', 'solved', 'reopened')),
    adviser_id BLOB REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX care_case_member ON care_case (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX care_case_open ON care_case (opened_at) WHERE state <> 'solved';

CREATE TABLE care_case_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES care_case (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'note', 'given', 'solved', 'reopened')),
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('open', 'solved', 'reopened')),
    adviser_id BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    UNIQUE (case_id, number)
) STRICT;

CREATE TABLE measure_series (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    unit TEXT NOT NULL CHECK (unit <> ''),
    goal_milli INTEGER,
    made_at INTEGER NOT NULL,
    UNIQUE (member_id, name)
) STRICT;

CREATE TABLE measurement (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    series_id BLOB NOT NULL REFERENCES measure_series (id) ON DELETE RESTRICT,
    measured_on TEXT NOT NULL CHECK (length(measured_on) = 10),
    value_milli INTEGER,
    corrects BLOB UNIQUE REFERENCES measurement (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    CHECK (value_milli IS NOT NULL OR corrects IS NOT NULL)
) STRICT;
CREATE INDEX measurement_series ON measurement (series_id, measured_on, posted_at);

CREATE TABLE care_plan (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    words TEXT NOT NULL DEFAULT '',
    pass_id BLOB REFERENCES session_pass (id) ON DELETE RESTRICT,
    sessions INTEGER NOT NULL DEFAULT 0 CHECK (sessions BETWEEN 0 AND 1000),
    made_at INTEGER NOT NULL,
    ended_on TEXT CHECK (length(ended_on) = 10)
) STRICT;
CREATE INDEX care_plan_member ON care_plan (member_id);
CREATE INDEX care_plan_pass ON care_plan (pass_id) WHERE pass_id IS NOT NULL;

CREATE TABLE care_plan_step (
    plan_id BLOB NOT NULL REFERENCES care_plan (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    what TEXT NOT NULL CHECK (what <> ''),
    done_at INTEGER,
    done_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    PRIMARY KEY (plan_id, position),
    CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE care_session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    plan_id BLOB NOT NULL REFERENCES care_plan (id) ON DELETE RESTRICT,
    note TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10)
) STRICT;
CREATE INDEX care_session_plan ON care_session (plan_id, posted_at);

CREATE TABLE challenge (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    measure TEXT NOT NULL CHECK (measure IN ('visits', 'spend', 'points', 'measurement')),
    series TEXT NOT NULL DEFAULT '',
    falling INTEGER NOT NULL DEFAULT 0 CHECK (falling IN (0, 1)),
    first_on TEXT NOT NULL CHECK (length(first_on) = 10),
    last_on TEXT NOT NULL CHECK (length(last_on) = 10),
    prize TEXT NOT NULL DEFAULT '',
    whole_names INTEGER NOT NULL DEFAULT 0 CHECK (whole_names IN (0, 1)),
    made_at INTEGER NOT NULL,
    called_off INTEGER NOT NULL DEFAULT 0 CHECK (called_off IN (0, 1)),
    CHECK (first_on <= last_on),
    CHECK ((measure = 'measurement') = (series <> ''))
) STRICT;
CREATE INDEX challenge_last ON challenge (last_on);

CREATE TABLE challenge_member (
    challenge_id BLOB NOT NULL REFERENCES challenge (id) ON DELETE RESTRICT,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_member_member ON challenge_member (member_id);

CREATE INDEX session_pass_ends ON session_pass (valid_to)
"""

APPEND_ONLY = ("follow_up_entry", "feedback", "care_case_entry", "measurement", "care_session")
KEPT = ("follow_up", "care_case", "measure_series", "care_plan", "challenge")


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in (*TABLES.split(";\n"), *triggers()):
        if statement.strip():
            db.execute_sql(statement.strip())


def triggers() -> Iterator[str]:
    """What the file itself refuses."""
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    for table in KEPT:
        yield (
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        )
