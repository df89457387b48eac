"""What is said to the cashier of a member, reckoned ahead; and who is known to be two people.

Frozen: never edited once a shop has run it. Units as in 0001.

`different_member` holds pairs that look like one person and were said to be two; the smaller id
stands first.

`hint` holds what could be said of a member (`seq` is the file's own short key), from and until
which day; `hint_made` when that was reckoned. `hint_pair` says what goes with a product,
`hint_best` what sells best, 1 first. All four are reckoned from what else the file holds and may
be emptied at any time. `hint_shown` is history: what was said in a visit, and what came of it.
`best_seller` says whether the best-seller lay in that basket; NULL where nothing was sold.

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
    """
CREATE TABLE hint (
    seq INTEGER NOT NULL REFERENCES member (seq) ON DELETE CASCADE,
    rank INTEGER NOT NULL CHECK (rank >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('lapsing', 'birthday', 'due_again')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    product_id BLOB REFERENCES product (id) ON DELETE CASCADE,
    facts TEXT NOT NULL DEFAULT '{}',
    from_on TEXT NOT NULL CHECK (length(from_on) = 10),
    until_on TEXT NOT NULL CHECK (length(until_on) = 10 AND until_on >= from_on),
    chance_bp INTEGER NOT NULL DEFAULT 0 CHECK (chance_bp BETWEEN 0 AND 10000),
    PRIMARY KEY (seq, rank),
    CHECK ((kind = 'due_again') = (product_id IS NOT NULL))
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX hint_product ON hint (product_id) WHERE product_id IS NOT NULL",
    """
CREATE TABLE hint_made (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES member (seq) ON DELETE CASCADE,
    made_on TEXT NOT NULL CHECK (length(made_on) = 10),
    made_at INTEGER NOT NULL
) STRICT
""",
    """
CREATE TABLE hint_pair (
    product_id BLOB NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL CHECK (rank >= 1),
    other_id BLOB NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    baskets INTEGER NOT NULL CHECK (baskets >= 1),
    share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
    PRIMARY KEY (product_id, rank),
    CHECK (product_id <> other_id)
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX hint_pair_other ON hint_pair (other_id)",
    """
CREATE TABLE hint_best (
    rank INTEGER NOT NULL PRIMARY KEY CHECK (rank >= 1),
    product_id BLOB NOT NULL UNIQUE REFERENCES product (id) ON DELETE CASCADE,
    baskets INTEGER NOT NULL CHECK (baskets >= 1),
    made_on TEXT NOT NULL CHECK (length(made_on) = 10)
) STRICT
""",
    """
CREATE TABLE hint_shown (
    visit_id BLOB NOT NULL CHECK (length(visit_id) = 16),
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 2),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL
        CHECK (kind IN ('follow_up', 'lapsing', 'birthday', 'due_again', 'together')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    product_id BLOB REFERENCES product (id) ON DELETE RESTRICT,
    outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'bought', 'refused', 'none')),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT,
    best_seller INTEGER CHECK (best_seller IN (0, 1)),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    shown_at INTEGER NOT NULL,
    shown_on TEXT NOT NULL CHECK (length(shown_on) = 10),
    PRIMARY KEY (visit_id, member_id, position),
    CHECK (outcome <> 'bought' OR (product_id IS NOT NULL AND sale_id IS NOT NULL))
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX hint_shown_member ON hint_shown (member_id, shown_on)",
    "CREATE INDEX hint_shown_day ON hint_shown (shown_on)",
    "CREATE INDEX hint_shown_sale ON hint_shown (sale_id) WHERE sale_id IS NOT NULL",
    "CREATE INDEX hint_shown_product ON hint_shown (product_id) WHERE product_id IS NOT NULL",
    """
CREATE TRIGGER hint_shown_no_update BEFORE UPDATE ON hint_shown
BEGIN SELECT RAISE(ABORT, 'hint_shown is append-only'); END
""",
    """
CREATE TRIGGER hint_shown_no_delete BEFORE DELETE ON hint_shown
BEGIN SELECT RAISE(ABORT, 'hint_shown is append-only'); END
""",
)


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
