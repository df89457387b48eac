"""What a campaign that is stopped may take back: coupons nobody used, points nobody spent."""

from collections.abc import Iterable, Sequence

from app.models.database import Database
from app.models.inserts import insert_sql
from app.models.merges import marks

_UNUSED = (
    "(SELECT kind FROM coupon_entry WHERE coupon_id = coupon.id ORDER BY number DESC LIMIT 1)"
    " IN ('issued', 'returned')"
)
_LEFT = (
    "(lot.earned + coalesce((SELECT sum(points) FROM points_allocation WHERE lot_id = lot.id), 0))"
)
# The entries that gave, and those by which merges carried what was given on to another member.
_GIVEN = (
    "WITH RECURSIVE given (member_id, entry_id) AS (SELECT member_id, entry_id"
    " FROM campaign_issue WHERE campaign_id = ? AND entry_id IS NOT NULL"
    " UNION SELECT given.member_id, moved.entry_id FROM given"
    " CROSS JOIN member_merge_entry AS moved ON moved.of_entry = given.entry_id"
    " AND moved.ledger = 'points_entry')"
)


def unused_coupons(database: Database, campaign_id: bytes) -> list[str]:
    """The codes of a campaign's coupons that can still be redeemed or were never taken back."""
    rows = database.rows(
        "SELECT code FROM campaign_issue JOIN coupon ON coupon.id = coupon_id"
        f" WHERE campaign_id = ? AND {_UNUSED}",
        (campaign_id,),
    )
    return [row[0] for row in rows]


def unused_among(database: Database, codes: Sequence[str]) -> list[str]:
    """Which of these coupons are so still."""
    rows = database.rows(
        f"SELECT code FROM coupon WHERE code IN ({', '.join('?' * len(codes))}) AND {_UNUSED}",
        codes,
    )
    return [row[0] for row in rows]


def unspent_lots(
    database: Database, campaign_id: bytes, today: str
) -> list[tuple[bytes, bytes, bytes, int]]:
    """(member it was given to, member who holds it now, lot, points left) of what a campaign
    gave, is not spent and has not lapsed."""
    rows = database.rows(
        f"{_GIVEN} SELECT given.member_id, lot.member_id, lot.id, {_LEFT} AS held FROM given"
        " CROSS JOIN points_lot AS lot ON lot.entry_id = given.entry_id"
        " CROSS JOIN member_summary ON member_summary.member_id = lot.member_id"
        " WHERE (expires_on IS NULL OR expires_on >= ?) AND held > 0"
        " AND member_summary.points > 0 ORDER BY lot.member_id",
        (campaign_id, today),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def left_in(database: Database, lots: Sequence[bytes]) -> list[tuple[bytes, bytes, int]]:
    """(member, lot, points left) of these lots, where there are any."""
    rows = database.rows(
        f"SELECT member_id, id, held FROM (SELECT member_id, id, {_LEFT} AS held"
        f" FROM points_lot AS lot WHERE id IN ({marks(lots)})) WHERE held > 0",
        lots,
    )
    return [(row[0], row[1], row[2]) for row in rows]


def add_points_back(database: Database, rows: Iterable[tuple[bytes, bytes, bytes]]) -> None:
    """Note the entries that took points back: (entry, campaign, member it was given to)."""
    database.executemany(
        insert_sql("campaign_points_back", "entry_id, campaign_id, member_id"), rows
    )


def points_back_by_arm(database: Database, campaign_id: bytes) -> dict[int, int]:
    """Arm → how many points of it were taken back."""
    return dict(
        database.rows(
            "SELECT arm, -sum(points) FROM campaign_points_back"
            " JOIN points_entry ON points_entry.id = entry_id"
            " JOIN campaign_member USING (campaign_id, member_id)"
            " WHERE campaign_id = ? GROUP BY arm",
            (campaign_id,),
        )
    )
