"""The members behind the figures of the compass: the `seq` of each, in the order of numbers.

Days are business days, both ends included. Who was merged into another is that other.
"""

from app.models.compass import member_days
from app.models.database import Database

_IN = " BETWEEN ? AND ?"


def _days(database: Database) -> str:
    """Everyone's days, merged members as one."""
    parts = " UNION ALL ".join(
        f"SELECT seq, business_date, sales FROM {days}" for days in member_days(database)
    )
    return f"({parts})"


def _of_seqs(database: Database, seqs: str, *values: object) -> tuple[int, ...]:
    """Whose `seq` (column 1) a query tells; merged ones are told by it already."""
    rows = database.rows(f"SELECT seq FROM member WHERE seq IN ({seqs}) ORDER BY number", values)
    return tuple(row[0] for row in rows)


def joined(database: Database, first: str, last: str, source: str | None = None) -> tuple[int, ...]:
    """Who joined, of one source where one is named."""
    rows = database.rows(
        f"SELECT seq FROM member WHERE joined_on{_IN} AND (?3 IS NULL OR source = ?3)"
        " AND id NOT IN (SELECT gone_id FROM member_alias) ORDER BY number",
        (first, last, source),
    )
    return tuple(row[0] for row in rows)


def live(database: Database, last: str) -> tuple[int, ...]:
    """Who had joined by a day and is not archived."""
    rows = database.rows(
        "SELECT seq FROM member WHERE joined_on <= ? AND state <> 'archived' ORDER BY number",
        (last,),
    )
    return tuple(row[0] for row in rows)


def buyers(database: Database, first: str, last: str) -> tuple[int, ...]:
    """Who bought and is not archived."""
    rows = database.rows(
        f"SELECT seq FROM member WHERE seq IN (SELECT seq FROM {_days(database)}"
        f" WHERE business_date{_IN} AND sales > 0) AND state <> 'archived' ORDER BY number",
        (first, last),
    )
    return tuple(row[0] for row in rows)


def came_again(database: Database, first: str, last: str, days: int, until: str) -> tuple[int, ...]:
    """Who first bought between two days and again within `days` of that."""
    return _of_seqs(
        database,
        f"WITH bought AS (SELECT seq, business_date FROM {_days(database)}"
        " WHERE sales > 0 AND business_date <= ?1) SELECT seq FROM (SELECT seq,"
        f" min(business_date) AS first FROM bought GROUP BY seq HAVING first{_IN}) AS begun"
        " WHERE EXISTS (SELECT 1 FROM bought WHERE bought.seq = begun.seq AND business_date"
        " > first AND business_date <= date(first, '+' || ?4 || ' days'))",
        until, first, last, days,
    )  # fmt: skip


def of_cohort(database: Database, month: str, came: str, until: str) -> tuple[int, ...]:
    """Who first bought in one month ("2026-03") and bought in another."""
    days = _days(database)
    return _of_seqs(
        database,
        f"WITH bought AS (SELECT seq, business_date FROM {days} WHERE sales > 0"
        " AND business_date <= ?1) SELECT seq FROM (SELECT seq, min(business_date) AS first"
        " FROM bought GROUP BY seq HAVING substr(first, 1, 7) = ?2) AS begun"
        " WHERE EXISTS (SELECT 1 FROM bought WHERE bought.seq = begun.seq"
        " AND substr(business_date, 1, 7) = ?3)",
        until, month, came,
    )  # fmt: skip
