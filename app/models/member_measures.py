"""What one member did, read by the indexes of one member: however large the shop is."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.merges import ids_of, marks


def own_days(database: Database, member_id: bytes, until: str) -> list[Row]:
    """(business date, sales, minor units) of each day the member came, ascending; a day without
    sales is one of check-ins."""
    mine = ids_of(database, member_id)
    return database.rows(
        "SELECT business_date, sum(sales), sum(spent_minor) FROM member_day"
        f" WHERE seq IN (SELECT seq FROM member WHERE id IN ({marks(mine)}))"
        " AND business_date <= ? GROUP BY business_date HAVING sum(sales + check_ins) > 0"
        " ORDER BY 1",
        (*mine, until),
    )


def own_seq(database: Database, member_id: bytes) -> int | None:
    """The member's short key; of who was merged, that of the member they are now."""
    seq: int | None = database.value(
        "SELECT seq FROM member WHERE id = coalesce("
        "(SELECT keep_id FROM member_alias WHERE gone_id = ?1), ?1)",
        (member_id,),
    )
    return seq


# Each half reads its own index from the newest on; whole returns are left out.
_RECENT = """
    SELECT id, sold_at, business_date FROM (
        SELECT * FROM (SELECT id, sold_at, business_date FROM sale
            WHERE member_id IN ({mine}) ORDER BY sold_at DESC LIMIT {limit:d})
        UNION ALL
        SELECT * FROM (SELECT sale.id, sale.sold_at, sale.business_date FROM claim
            CROSS JOIN sale ON sale.id = claim.sale_id
            WHERE claim.member_id IN ({mine}) ORDER BY claimed_at DESC LIMIT {limit:d})
    ) AS own
    WHERE business_date <= ?
        AND NOT EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = own.id AND whole = 1)
    ORDER BY sold_at DESC LIMIT {limit:d}"""


USED_BENEFIT = (
    "(EXISTS (SELECT 1 FROM tender WHERE tender.sale_id = {sale} AND kind = 'points')"
    " OR EXISTS (SELECT 1 FROM coupon_entry WHERE sale_id = {sale} AND kind = 'redeemed')"
    " OR EXISTS (SELECT 1 FROM reward_use WHERE sale_id = {sale})"
    " OR EXISTS (SELECT 1 FROM pass_entry WHERE sale_id = {sale} AND kind = 'used')"
    " OR EXISTS (SELECT 1 FROM offer_use WHERE sale_id = {sale}))"
)
PIECES = (
    "CASE weighed WHEN 1 THEN 1 ELSE max(1, quantity_milli / 1000) END,"
    " CASE weighed WHEN 1 THEN total_minor ELSE total_minor / max(1, quantity_milli / 1000) END"
)
"""Of a line: pieces, and minor units of each. A weighed line is one piece and costs what it
came to."""

NO_TIP = (
    "NOT EXISTS (SELECT 1 FROM sale_tip WHERE sale_tip.sale_id = sale_line.sale_id"
    " AND sale_tip.position = sale_line.position)"
)


def recent_sales(database: Database, member_id: bytes, until: str, limit: int) -> list[Row]:
    """(sale id, sold_at, business date, a benefit was used) of the last sales, newest first."""
    mine = ids_of(database, member_id)
    recent = _RECENT.format(mine=marks(mine), limit=limit)
    used = USED_BENEFIT.format(sale="recent.id")
    return database.rows(
        f"SELECT recent.id, sold_at, business_date, {used} FROM ({recent}) AS recent",
        (*mine, *mine, until),
    )


def recent_check_ins(database: Database, member_id: bytes, until: str, limit: int) -> list[Row]:
    """(visited_at, business date) of the last visits that no sale made, newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        f"SELECT visited_at, business_date FROM visit WHERE member_id IN ({marks(mine)})"
        " AND kind <> 'sale' AND business_date <= ? ORDER BY visited_at DESC LIMIT ?",
        (*mine, until, limit),
    )


def lines_of(database: Database, sale_ids: Sequence[bytes]) -> list[Row]:
    """(name, category, pieces, minor units a piece) of the lines of sales; tips are none."""
    return database.rows(
        f"SELECT name, category, {PIECES} FROM sale_line"
        f" WHERE sale_id IN ({marks(sale_ids)}) AND {NO_TIP}",
        sale_ids,
    )
