"""What a member did: sales, visits, claims and points, newest first."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.merges import ids_of, marks

FOREVER = 1 << 62


def sales(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(sold_at, sale id, total_minor, points moved, till number, sequence), newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        "SELECT sold_at, sale.id, total_minor, points_earned - points_burned, till.number, sequence"
        " FROM sale JOIN till ON till.id = till_id"
        f" WHERE member_id IN ({marks(mine)}) AND sold_at < ? ORDER BY sold_at DESC LIMIT ?",
        (*mine, before, limit),
    )


def other_visits(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(visited_at, kind) of visits that were no sale, newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        "SELECT visited_at, kind FROM visit"
        f" WHERE member_id IN ({marks(mine)}) AND visited_at < ? AND kind <> 'sale'"
        " ORDER BY visited_at DESC LIMIT ?",
        (*mine, before, limit),
    )


def claims(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(claimed_at, sale id, total_minor, points, till number, sequence), newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        "SELECT claimed_at, sale.id, total_minor, points, till.number, sequence FROM claim"
        " JOIN sale ON sale.id = sale_id JOIN till ON till.id = till_id"
        f" WHERE claim.member_id IN ({marks(mine)}) AND claimed_at < ?"
        " ORDER BY claimed_at DESC LIMIT ?",
        (*mine, before, limit),
    )


def call_notes(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(posted_at, campaign, note) of what was noted on calls, newest first."""
    mine = ids_of(database, member_id)
    return database.rows(
        "SELECT posted_at, campaign.name, note FROM campaign_note"
        " JOIN campaign ON campaign.id = campaign_id"
        f" WHERE member_id IN ({marks(mine)}) AND posted_at < ? AND note <> ''"
        " ORDER BY posted_at DESC LIMIT ?",
        (*mine, before, limit),
    )


def loose_points(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(posted_at, kind, reason, points) of entries that belong to no sale and no claim."""
    return database.rows(
        "SELECT posted_at, kind, reason, points FROM points_entry"
        " WHERE member_id = ? AND posted_at < ? AND sale_id IS NULL AND claim_id IS NULL"
        " ORDER BY posted_at DESC LIMIT ?",
        (member_id, before, limit),
    )


def points_entries(database: Database, member_id: bytes, before: int, limit: int) -> list[Row]:
    """(posted_at, kind, points, reason, till number, sequence), newest first.

    The receipt's till and sequence are None for an entry of no sale.
    """
    return database.rows(
        "SELECT posted_at, points_entry.kind, points_entry.points, points_entry.reason,"
        " till.number, sale.sequence"
        " FROM points_entry LEFT JOIN claim ON claim.id = claim_id"
        " LEFT JOIN refund ON refund.id = refund_id LEFT JOIN sale"
        " ON sale.id = coalesce(points_entry.sale_id, claim.sale_id, refund.sale_id)"
        " LEFT JOIN till ON till.id = sale.till_id"
        " WHERE points_entry.member_id = ? AND posted_at < ?"
        " ORDER BY posted_at DESC, points_entry.id DESC LIMIT ?",
        (member_id, before, limit),
    )


def balance_before(database: Database, member_id: bytes, before: int) -> int:
    """The member's points as they stood just before a moment: what they are now, less what
    was posted since."""
    return int(
        database.value(
            "SELECT points - coalesce((SELECT sum(points) FROM points_entry"
            " WHERE member_id = ? AND posted_at >= ?), 0)"
            " FROM member_summary WHERE member_id = ?",
            (member_id, before, member_id),
        )
        or 0
    )


def lines(database: Database, sale_ids: Sequence[bytes]) -> list[Row]:
    """(sale id, name, quantity_milli, weighed) of sales' lines, in their order."""
    return database.rows(
        "SELECT sale_id, name, quantity_milli, weighed FROM sale_line"
        f" WHERE sale_id IN ({marks(sale_ids)}) ORDER BY sale_id, position",
        sale_ids,
    )


def favourites(database: Database, member_id: bytes, sales_back: int, limit: int) -> list[str]:
    """Names bought most in the member's last sales; a weighed line counts as one piece."""
    mine = ids_of(database, member_id)
    return [
        name
        for (name,) in database.rows(
            "SELECT sale_line.name FROM (SELECT id, sold_at FROM sale"
            f" WHERE member_id IN ({marks(mine)}) ORDER BY sold_at DESC LIMIT ?) AS recent"
            " CROSS JOIN sale_line ON sale_id = recent.id"
            " GROUP BY sale_line.name"
            " ORDER BY sum(CASE weighed WHEN 1 THEN 1000 ELSE quantity_milli END) DESC,"
            " max(sold_at) DESC, sale_line.name LIMIT ?",
            (*mine, sales_back, limit),
        )
    ]


_TIPS = "coalesce((SELECT sum(amount_minor) FROM sale_tip WHERE sale_id = sale.id), 0)"
_TIPS_BACK = (
    "coalesce((SELECT sum(back.total_minor) FROM sale_tip JOIN refund_line AS back"
    " ON back.refund_id = refund.id AND back.sale_position = sale_tip.position"
    " WHERE sale_tip.sale_id = refund.sale_id), 0)"
)


def spend_by_month(database: Database, member_id: bytes, since_ms: int, day: str) -> list[Row]:
    """(month as "2026-11", minor units) really paid from the business date on, points and tips
    left out, less what came back in that month.

    Claimed sales count; their receipts named no member, so no points paid them.

    `since_ms` is a moment surely before that date: it bounds the range that is read.
    """
    mine = ids_of(database, member_id)
    ids = marks(mine)
    return database.rows(
        "SELECT substr(business_date, 1, 7) AS month, sum(paid) FROM ("
        " SELECT business_date, total_minor - coalesce((SELECT sum(amount_minor) FROM tender"
        f"  WHERE sale_id = sale.id AND kind = 'points'), 0) - {_TIPS} AS paid FROM sale"
        f" WHERE member_id IN ({ids}) AND sold_at >= ? AND business_date >= ?"
        " UNION ALL"
        f" SELECT business_date, total_minor - {_TIPS} FROM claim JOIN sale ON sale.id = sale_id"
        f" WHERE claim.member_id IN ({ids}) AND business_date >= ?"
        " UNION ALL"
        " SELECT business_date, coalesce((SELECT sum(amount_minor) FROM refund_tender"
        f"  WHERE refund_id = refund.id AND kind = 'points'), 0) + {_TIPS_BACK} - total_minor"
        " FROM refund"
        f" WHERE member_id IN ({ids}) AND refunded_at >= ? AND business_date >= ?"
        ") AS bought GROUP BY month ORDER BY month",
        (*mine, since_ms, day, *mine, day, *mine, since_ms, day),
    )
