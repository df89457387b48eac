"""A trading day in figures, read by the index of business days."""

from app.models.database import Database, Row

# A voided sale is no sale of the day, and its void no refund.
_VOIDED = "EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND refund.kind = 'void')"
_DAY = f" FROM sale WHERE business_date = ? AND sold_at <= ? AND NOT {_VOIDED}"


def _one(database: Database, sql: str, day: str, until_ms: int) -> Row:
    found = database.row(sql, (day, until_ms))
    assert found is not None
    return found


def sales_of_day(database: Database, day: str, until_ms: int) -> Row:
    """(sales, total_minor, discount_minor, points earned, points burned, sales with a member,
    total_minor of those) of a business day, up to an instant."""
    return _one(
        database,
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(discount_minor), 0),"
        " coalesce(sum(points_earned), 0), coalesce(sum(points_burned), 0), count(member_id),"
        f" coalesce(sum(CASE WHEN member_id IS NOT NULL THEN total_minor END), 0){_DAY}",
        day,
        until_ms,
    )


def tips_of_day(database: Database, day: str, until_ms: int) -> int:
    """What was given as tips, which is no revenue."""
    return int(
        database.value(
            "SELECT coalesce(sum(sale_tip.amount_minor), 0) FROM sale"
            " CROSS JOIN sale_tip ON sale_tip.sale_id = sale.id"
            f" WHERE business_date = ? AND sold_at <= ? AND NOT {_VOIDED}",
            (day, until_ms),
        )
    )


def refunds_of_day(database: Database, day: str, until_ms: int) -> Row:
    """(refunds, total_minor, points reversed, points restored), voids left out."""
    return _one(
        database,
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(points_reversed), 0),"
        " coalesce(sum(points_restored), 0) FROM refund"
        " WHERE business_date = ? AND refunded_at <= ? AND kind = 'refund'",
        day,
        until_ms,
    )


def voids_of_day(database: Database, day: str, until_ms: int) -> int:
    """How many sales were voided."""
    return int(
        database.value(
            "SELECT count(*) FROM refund WHERE business_date = ? AND refunded_at <= ?"
            " AND kind = 'void'",
            (day, until_ms),
        )
    )


def top_ups_of_day(database: Database, day: str, until_ms: int) -> Row:
    """(top-ups, amount_minor) of a business day."""
    return _one(
        database,
        "SELECT count(*), coalesce(sum(amount_minor), 0) FROM taking"
        " WHERE business_date = ? AND taken_at <= ? AND kind = 'top_up'",
        day,
        until_ms,
    )


def members_joined(database: Database, day: str) -> int:
    """How many members joined on a day."""
    return int(database.value("SELECT count(*) FROM member WHERE joined_on = ?", (day,)))


def sales_by_time(database: Database, day: str, until_ms: int, step_ms: int) -> list[Row]:
    """(the stretch of `step_ms` since 1970, sales, total_minor) of a business day."""
    return database.rows(
        f"SELECT sold_at / {step_ms} AS stretch, count(*), sum(total_minor){_DAY} GROUP BY stretch",
        (day, until_ms),
    )


def best_sellers(database: Database, day: str, until_ms: int, limit: int) -> list[Row]:
    """(name, quantity_milli, weighed, total_minor) of what brought most on a business day."""
    return database.rows(
        "SELECT line.name, sum(line.quantity_milli), max(line.weighed),"
        " sum(line.total_minor) AS paid"
        " FROM sale CROSS JOIN sale_line AS line ON line.sale_id = sale.id"
        f" WHERE business_date = ? AND sold_at <= ? AND NOT {_VOIDED}"
        " AND NOT EXISTS (SELECT 1 FROM sale_tip WHERE sale_tip.sale_id = sale.id"
        "  AND sale_tip.position = line.position)"
        " GROUP BY coalesce(line.product_id, line.name) ORDER BY paid DESC, line.name LIMIT ?",
        (day, until_ms, limit),
    )
