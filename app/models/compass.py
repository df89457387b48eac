"""The shop's figures between two business days, both included; money in minor units."""

from collections.abc import Iterator

from app.models.database import Database, Row

_IN = " BETWEEN ? AND ?"
_OWNER = "coalesce(sale.member_id, (SELECT member_id FROM claim WHERE sale_id = sale.id))"
_VOIDED = "EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND refund.kind = 'void')"


def _row(database: Database, sql: str, *values: object) -> Row:
    found = database.row(sql, values)
    assert found is not None
    return found


def sales(database: Database, first: str, last: str) -> Row:
    """(sales, total, discount, sales of members, total of members, tips), without voided ones."""
    return _row(
        database,
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(discount_minor), 0),"
        " count(owner), coalesce(sum(CASE WHEN owner IS NOT NULL THEN total_minor END), 0),"
        " coalesce(sum(tip), 0) FROM (SELECT total_minor, discount_minor,"
        f" {_OWNER} AS owner, (SELECT sum(amount_minor) FROM sale_tip WHERE sale_id = sale.id)"
        f" AS tip FROM sale WHERE business_date{_IN} AND NOT {_VOIDED})",
        first,
        last,
    )


def refunds(database: Database, first: str, last: str) -> Row:
    """(refunds, total, total of members) of what came back; voids are none."""
    return _row(
        database,
        "SELECT count(*), coalesce(sum(total_minor), 0),"
        " coalesce(sum(CASE WHEN member_id IS NOT NULL THEN total_minor END), 0)"
        f" FROM refund WHERE business_date{_IN} AND kind = 'refund'",
        first,
        last,
    )


def joined(database: Database, first: str, last: str) -> list[Row]:
    """(source, members) of who joined, most first."""
    return database.rows(
        f"SELECT source, count(*) AS members FROM member WHERE joined_on{_IN}"
        " GROUP BY source ORDER BY members DESC, source",
        (first, last),
    )


def members_until(database: Database, last: str) -> int:
    """How many live members had joined by a day."""
    return int(
        database.value(
            "SELECT count(*) FROM member WHERE joined_on <= ? AND state <> 'archived'", (last,)
        )
    )


def active_members(database: Database, first: str, last: str) -> int:
    """How many members bought."""
    return int(
        database.value(
            f"SELECT count(DISTINCT seq) FROM member_day WHERE business_date{_IN} AND sales > 0",
            (first, last),
        )
    )


def first_days(database: Database, until: str) -> Iterator[Row]:
    """(first day, second day or None) of each member who bought up to `until`."""
    return database.each(
        "SELECT min(business_date), min(CASE WHEN place = 2 THEN business_date END) FROM ("
        " SELECT seq, business_date, row_number() OVER (PARTITION BY seq ORDER BY business_date)"
        " AS place FROM member_day WHERE sales > 0 AND business_date <= ?)"
        " WHERE place <= 2 GROUP BY seq",
        (until,),
    )


def tier_moves(database: Database, first_ms: int, end_ms: int) -> list[Row]:
    """(kind, entries) of tiers reached, kept, lowered and set between two instants."""
    return database.rows(
        "SELECT kind, count(*) FROM tier_entry WHERE posted_at >= ? AND posted_at < ?"
        " GROUP BY kind",
        (first_ms, end_ms),
    )


def points(database: Database, first: str, last: str) -> list[Row]:
    """(kind, points) of all entries."""
    return database.rows(
        f"SELECT kind, sum(points) FROM points_entry WHERE business_date{_IN} GROUP BY kind",
        (first, last),
    )


def coupons(database: Database, first: str, last: str) -> list[Row]:
    """(kind, entries) of coupons issued, redeemed, returned, expired and revoked."""
    return database.rows(
        f"SELECT kind, count(*) FROM coupon_entry WHERE business_date{_IN} GROUP BY kind",
        (first, last),
    )


def stored_value(database: Database, first: str, last: str) -> list[Row]:
    """(kind, principal, bonus) of wallet entries."""
    return database.rows(
        "SELECT kind, sum(principal_minor), sum(bonus_minor) FROM stored_value_entry"
        f" WHERE business_date{_IN} GROUP BY kind",
        (first, last),
    )


def benefit_uses(database: Database, first: str, last: str) -> list[Row]:
    """(kind, id, uses) of offers, rewards and perks, most used first."""
    return database.rows(
        "SELECT kind, id, sum(uses) AS uses FROM ("
        f" SELECT 'offer' AS kind, offer AS id, units AS uses FROM offer_use"
        f" WHERE business_date{_IN} UNION ALL"
        f" SELECT 'reward', reward, 1 FROM reward_use WHERE business_date{_IN} UNION ALL"
        f" SELECT 'perk', perk, uses FROM perk_use WHERE business_date{_IN})"
        " GROUP BY kind, id ORDER BY uses DESC, id",
        (first, last) * 3,
    )


def best_products(database: Database, first: str, last: str, limit: int) -> list[Row]:
    """(name, quantity_milli, total) of what brought most, tips aside."""
    return database.rows(
        "SELECT line.name, sum(line.quantity_milli), sum(line.total_minor) AS paid"
        " FROM sale CROSS JOIN sale_line AS line ON line.sale_id = sale.id"
        f" WHERE business_date{_IN} AND NOT {_VOIDED} AND NOT EXISTS (SELECT 1 FROM sale_tip"
        " WHERE sale_tip.sale_id = sale.id AND sale_tip.position = line.position)"
        " GROUP BY coalesce(line.product_id, line.name) ORDER BY paid DESC, line.name LIMIT ?",
        (first, last, limit),
    )


def baskets(database: Database, first: str, last: str, limit: int) -> Iterator[Row]:
    """(sale, product name) of the newest sales, sale by sale; a product once a sale."""
    return database.each(
        "SELECT chosen.id, line.name FROM (SELECT id, sold_at FROM sale"
        f" WHERE business_date{_IN} ORDER BY business_date DESC, sold_at DESC LIMIT ?) AS chosen"
        " CROSS JOIN sale_line AS line ON line.sale_id = chosen.id"
        " GROUP BY chosen.id, line.name",
        (first, last, limit),
    )


def owed_until(database: Database, last: str) -> Row:
    """(points, principal, bonus, store credit, gift cards, deposits) the shop owed at the end
    of a day."""
    return _row(
        database,
        "SELECT (SELECT coalesce(sum(points), 0) FROM points_entry WHERE business_date <= ?),"
        " (SELECT coalesce(sum(principal_minor), 0) FROM stored_value_entry"
        " WHERE business_date <= ?),"
        " (SELECT coalesce(sum(bonus_minor), 0) FROM stored_value_entry WHERE business_date <= ?),"
        " (SELECT coalesce(sum(amount_minor), 0) FROM store_credit_entry"
        " WHERE business_date <= ?),"
        " (SELECT coalesce(sum(amount_minor), 0) FROM gift_entry WHERE business_date <= ?),"
        " (SELECT coalesce(sum(amount_minor), 0) FROM deposit_entry WHERE business_date <= ?)",
        *(last,) * 6,
    )
