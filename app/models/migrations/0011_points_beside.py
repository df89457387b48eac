"""A member's points beside their last visit, in the short rows that searches are sorted by.

Frozen: never edited once a shop has run it. Units as in 0001.

`member_summary` is kept by long ids: the points of each member found were one more way down a
tree, and those of all members lay in another order than the members. `member_recency` is kept by
short keys and read anyhow. It repeats the balance as it does the last visit, by triggers alone.

Old rows: each gets the balance of its member.
"""

from typing import Any

BEGUN = """
CREATE TRIGGER member_recency_begun AFTER INSERT ON member_summary BEGIN
    INSERT INTO member_recency (seq, last_visit_at, points)
    SELECT seq, NEW.last_visit_at, NEW.points FROM member WHERE id = NEW.member_id;
END
"""

MOVED = """
CREATE TRIGGER member_recency_moved AFTER UPDATE OF last_visit_at, points ON member_summary
WHEN NEW.last_visit_at <> OLD.last_visit_at OR NEW.points <> OLD.points
BEGIN
    UPDATE member_recency SET last_visit_at = NEW.last_visit_at, points = NEW.points
    WHERE seq = (SELECT seq FROM member WHERE id = NEW.member_id);
END
"""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE member_recency ADD COLUMN points INTEGER NOT NULL DEFAULT 0",
    """
UPDATE member_recency SET points = coalesce((SELECT member_summary.points FROM member
    JOIN member_summary ON member_id = member.id WHERE member.seq = member_recency.seq), 0)
""",
    "DROP TRIGGER member_recency_begun",
    "DROP TRIGGER member_recency_moved",
    BEGUN,
    MOVED,
)


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
