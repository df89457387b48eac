"""What is said to the cashier of a member, reckoned ahead.

Frozen: never edited once a shop has run it. Units as in 0001.
"""

from typing import Any

STATEMENTS: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
