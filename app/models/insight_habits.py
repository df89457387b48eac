"""The last sales of every member with their lines, and their last check-ins, in pieces."""

from collections.abc import Iterator

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


def recent(
    database: Database, until: str, limit: int, only: int | None = None
) -> Iterator[tuple[list[Row], list[Row]]]:
    """(seq, sold_at, business date, a benefit was used, lines as JSON: name, category, pieces,
    minor units of each) of the last sales of each member, and (seq, visited_at, business date) of
    their last visits that no sale made; member after member, in pieces; of one `only`, where
    their short key is given."""
    check_ins = has_check_ins(database)
    last = database.value("SELECT max(seq) FROM member") or 0
    spans = ((start, start + SEQS_AT_ONCE) for start in range(0, last, SEQS_AT_ONCE))
    for first, end in spans if only is None else ((only - 1, only),):
        asked = first, end, until, limit
        came = database.rows(_CHECK_INS, asked) if check_ins else []
        yield database.rows(_SALES, asked), came
