"""What lapses is found by its day: points, coupons and session passes by their last one.

Frozen: never edited once a shop has run it. Old rows: nothing of them changes.
"""

from typing import Any

INDEXES = """
CREATE INDEX points_lot_expiry ON points_lot (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX coupon_expiry ON coupon (valid_to) WHERE valid_to IS NOT NULL;
CREATE INDEX session_pass_expiry ON session_pass (valid_to)
"""


def up(migrator: Any, db: Any) -> None:
    """Create the indexes."""
    for statement in INDEXES.split(";\n"):
        db.execute_sql(statement)
