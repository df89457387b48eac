"""What members bought, day by day, as insight reads it: everyone at once, a short row each."""

from collections.abc import Iterator, Sequence

from app.models.database import Database, Row

# Who was merged into another member bought as that other. Put together only where there is
# such a member: it has to be sorted anew.
_MERGED = """(
    SELECT coalesce((SELECT keep.seq FROM member AS gone
            JOIN member_alias ON member_alias.gone_id = gone.id
            JOIN member AS keep ON keep.id = member_alias.keep_id
            WHERE gone.seq = member_day.seq), member_day.seq) AS seq,
        business_date, sum(sales) AS sales, sum(spent_minor) AS spent_minor
    FROM member_day GROUP BY 1, 2)"""


def _member_days(database: Database) -> str:
    merged = database.value("SELECT EXISTS (SELECT 1 FROM member_alias)")
    return _MERGED if merged else "member_day"


def buying_days(database: Database, until: str) -> Iterator[Row]:
    """(seq, business date, minor units) of each day a member bought, up to `until`.

    In the order of members, then days. A day whose sales were all returned is none.
    """
    return database.each(
        f"SELECT seq, business_date, spent_minor FROM {_member_days(database)}"
        " WHERE business_date <= ? AND sales > 0 ORDER BY seq, business_date",
        (until,),
    )


def buying_sums(database: Database, until: str) -> Iterator[Row]:
    """(seq, days, last business date, minor units in all) of each member who bought."""
    return database.each(
        "SELECT seq, count(*), max(business_date), sum(spent_minor)"
        f" FROM {_member_days(database)}"
        " WHERE business_date <= ? AND sales > 0 GROUP BY seq",
        (until,),
    )


def numbers(database: Database, seqs: Sequence[int]) -> dict[int, str]:
    """The member numbers of these."""
    marks = ", ".join("?" * len(seqs))
    return dict(database.rows(f"SELECT seq, number FROM member WHERE seq IN ({marks})", seqs))
