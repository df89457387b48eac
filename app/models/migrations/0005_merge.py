"""Two members who are one person: merged by entries, findable by either, and undone by entries.

Frozen: never edited once a shop has run it. Units as in 0001.

`member_merge` is the document of a merge or of its undoing, sealed; `member_merge_entry` names
the entries it wrote in the ledgers, and in `of_entry` the one whose lot or term each carries on.
`member_alias` is what holds now: who was merged into whom, always the last of a chain. What
belongs to a person but is no balance (sales, visits, cards, coupons, passes, benefits used) stays
where it was written and is read by way of it.

Old rows: `due_member` was never filled and goes.
"""

import re
from typing import Any

TABLES = """
CREATE TABLE member_merge (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'unmerge')),
    undoes BLOB UNIQUE REFERENCES member_merge (id) ON DELETE RESTRICT,
    keep_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    gone_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    body TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    approved_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK (keep_id <> gone_id),
    CHECK ((kind = 'unmerge') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX member_merge_keep ON member_merge (keep_id, number);
CREATE INDEX member_merge_gone ON member_merge (gone_id, number);

CREATE TABLE member_merge_entry (
    merge_id BLOB NOT NULL REFERENCES member_merge (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    ledger TEXT NOT NULL CHECK (ledger <> ''),
    entry_id BLOB NOT NULL CHECK (length(entry_id) = 16),
    of_entry BLOB CHECK (length(of_entry) = 16),
    PRIMARY KEY (merge_id, ledger, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_merge_entry_entry ON member_merge_entry (entry_id, ledger);
CREATE INDEX member_merge_entry_of ON member_merge_entry (of_entry) WHERE of_entry IS NOT NULL;

CREATE TABLE member_alias (
    gone_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    keep_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    CHECK (keep_id <> gone_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_alias_keep ON member_alias (keep_id);

CREATE TRIGGER member_merge_no_update BEFORE UPDATE ON member_merge
BEGIN SELECT RAISE(ABORT, 'member_merge is append-only'); END;
CREATE TRIGGER member_merge_no_delete BEFORE DELETE ON member_merge
BEGIN SELECT RAISE(ABORT, 'member_merge is append-only'); END;
CREATE TRIGGER member_merge_entry_no_update BEFORE UPDATE ON member_merge_entry
BEGIN SELECT RAISE(ABORT, 'member_merge_entry is append-only'); END;
CREATE TRIGGER member_merge_entry_no_delete BEFORE DELETE ON member_merge_entry
BEGIN SELECT RAISE(ABORT, 'member_merge_entry is append-only'); END;
CREATE TRIGGER member_merge_entry_after_merge BEFORE INSERT ON member_merge_entry
WHEN EXISTS (SELECT 1 FROM member_merge WHERE id = NEW.merge_id)
BEGIN SELECT RAISE(ABORT, 'the merge is complete'); END;

DROP TABLE due_member
"""

# The kinds that a seal may be of; the list stands between these brackets.
SEAL_KINDS = re.compile(r"(kind IN \([^)]*)\)")


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    widen(db)
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)


def widen(db: Any) -> None:
    """Let a seal be of a merge; what is stored stays valid, so not one row is copied."""
    version = db.execute_sql("PRAGMA schema_version").fetchone()[0]
    db.execute_sql("PRAGMA writable_schema = ON")
    text = db.execute_sql(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'seal'"
    ).fetchone()[0]
    wider, found = SEAL_KINDS.subn(r"\1, 'merge')", text)
    if found != 1:
        raise ValueError("the schema of seal is not as it was written")
    db.execute_sql(
        "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = 'seal'",
        (wider,),
    )
    db.execute_sql(f"PRAGMA schema_version = {version + 1}")
    db.execute_sql("PRAGMA writable_schema = RESET")
