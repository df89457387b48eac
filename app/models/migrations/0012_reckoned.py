"""What was reckoned of the whole shop and takes long to reckon again: kept in the file.

Frozen: never edited once a shop has run it. Units as in 0001.

`reckoned` names a body of bytes that lies in `reckoned_part`, cut into pieces, 1 first; `mark` says
what of, `digest` is the SHA-256 of name, mark and body. A body whose pieces are being written, or
were when the machine was switched off, has a later or an earlier `generation` than the row of
`reckoned`, which comes last of all. Both tables are made from what else the file holds and may be
emptied at any time.

Old rows: there are none.
"""

from typing import Any

STATEMENTS: tuple[str, ...] = (
    """
CREATE TABLE reckoned (
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
    generation INTEGER NOT NULL CHECK (generation >= 1),
    parts INTEGER NOT NULL CHECK (parts >= 1),
    mark TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT
""",
    """
CREATE TABLE reckoned_part (
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    generation INTEGER NOT NULL CHECK (generation >= 1),
    part INTEGER NOT NULL CHECK (part >= 1),
    body BLOB NOT NULL,
    PRIMARY KEY (name, generation, part)
) STRICT
""",
)


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
