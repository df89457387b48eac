"""What is said to the cashier of a member, reckoned ahead; and who is known to be two people.

Frozen: never edited once a shop has run it. Units as in 0001.

`different_member` holds pairs that look like one person and were said to be two; the smaller id
stands first.

Old rows: there are none.
"""

from typing import Any

STATEMENTS: tuple[str, ...] = (
    """
CREATE TABLE different_member (
    first_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    second_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    said_at INTEGER NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX different_member_second ON different_member (second_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
