"""The last sales of every member with their lines, and their last check-ins, in pieces."""

from collections.abc import Iterator, Sequence

from app.models.database import Database, Row
from app.models.insight import has_check_ins
from app.models.member_measures import NO_TIP, PIECES, USED_BENEFIT

# So few that what is read of them at once stays small.
SEQS_AT_ONCE = 512

# Who was merged into another bought as that other.
_MINE = """mine (seq, id) AS MATERIALIZED (
        SELECT seq, id FROM member WHERE seq > ?1 AND seq <= ?2
        AND id NOT IN (SELECT gone_id FROM member_alias)
        UNION ALL SELECT keep.seq, gone_id FROM member_alias
        CROSS JOIN member AS keep ON keep.id = keep_id WHERE keep.seq > ?1 AND keep.seq <= ?2)"""
# Whole returns are left out.
_SALES = f"""
    WITH {_MINE},
    own AS (
        SELECT seq, sale.id, sold_at, business_date FROM mine
        CROSS JOIN sale ON sale.member_id = mine.id
        UNION ALL SELECT seq, sale.id, sold_at, business_date FROM mine
        CROSS JOIN claim ON claim.member_id = mine.id
        CROSS JOIN sale ON sale.id = claim.sale_id),
    recent AS (
        SELECT *, row_number() OVER (PARTITION BY seq ORDER BY sold_at DESC, id) AS place
        FROM own WHERE business_date <= ?3
        AND NOT EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = own.id AND whole = 1))
    SELECT seq, sold_at, business_date, {USED_BENEFIT.format(sale="recent.id")},
        (SELECT json_group_array(json_array(name, category, {PIECES})) FROM sale_line
            WHERE sale_id = recent.id AND {NO_TIP})
    FROM recent WHERE place <= ?4 ORDER BY seq"""
_CHECK_INS = f"""
    WITH {_MINE}
    SELECT seq, visited_at, business_date FROM (
        SELECT seq, visited_at, business_date,
            row_number() OVER (PARTITION BY seq ORDER BY visited_at DESC) AS place
        FROM mine CROSS JOIN visit ON visit.member_id = mine.id
        WHERE kind <> 'sale' AND business_date <= ?3)
    WHERE place <= ?4 ORDER BY seq"""

# Past the last rows that were read, and what is dated past the day they were read on. Who was
# merged is asked about twice: by themselves, to be dropped, and as who they are now. Each part by
# the place of its rows: told apart by member they would be read whole, in the order of members.
_TOUCHED = """
    WITH touched (id) AS (
        SELECT member_id FROM sale WHERE rowid > ?1 AND member_id IS NOT NULL
        UNION ALL SELECT member_id FROM claim WHERE rowid > ?2
        UNION ALL SELECT coalesce(sale.member_id, claim.member_id) FROM refund NOT INDEXED
            CROSS JOIN sale ON sale.id = refund.sale_id
            LEFT JOIN claim ON claim.sale_id = sale.id WHERE refund.rowid > ?3
        UNION ALL SELECT keep_id FROM member_merge WHERE rowid > ?4
        UNION ALL SELECT gone_id FROM member_merge WHERE rowid > ?4
        UNION ALL SELECT member_id FROM visit WHERE rowid > ?5
        UNION ALL SELECT id FROM member_day CROSS JOIN member ON member.seq = member_day.seq
            WHERE ?6 < ?7 AND business_date > ?6 AND business_date <= ?7)
    SELECT seq FROM touched CROSS JOIN member ON member.id = touched.id
    UNION SELECT keep.seq FROM touched CROSS JOIN member_alias ON gone_id = touched.id
        CROSS JOIN member AS keep ON keep.id = keep_id
    ORDER BY 1 LIMIT ?8"""


def touched(
    database: Database, rows: Sequence[int | None], days: tuple[str, str], at_most: int
) -> list[int] | None:
    """Whose habits may differ since the file was read: the short keys of who bought, claimed,
    brought back, was merged or came past `rows`, as `models.insight.mark` gives them, or is dated
    past the first of the `days`, up to the second; None where they are more than `at_most`."""
    asked = (*((row or 0) for row in rows), *days, at_most + 1)
    found = [seq for (seq,) in database.rows(_TOUCHED, asked)]
    return found if len(found) <= at_most else None


def recent(
    database: Database, until: str, limit: int, first: int, last: int
) -> Iterator[tuple[list[Row], list[Row]]]:
    """(seq, sold_at, business date, a benefit was used, lines as JSON: name, category, pieces,
    minor units of each) of the last sales of each member from one short key to another, and (seq,
    visited_at, business date) of their last visits that no sale made; member after member, in
    pieces."""
    check_ins = has_check_ins(database)
    for start in range(first - 1, last, SEQS_AT_ONCE):
        asked = start, min(start + SEQS_AT_ONCE, last), until, limit
        came = database.rows(_CHECK_INS, asked) if check_ins else []
        yield database.rows(_SALES, asked), came
