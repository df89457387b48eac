"""What members bought, day by day, as insight reads it."""

from collections.abc import Iterator

from app.models.database import Database, Row


def purchase_days(database: Database, until: str) -> Iterator[Row]:
    """(member id, number, business date, minor units) of each day a member bought, up to `until`.

    In the order of members, then days. A claimed receipt is of who claimed it; what was taken
    back is taken off, and a sale returned whole is none.
    """
    return database.each(
        "SELECT member.id, member.number, business_date, sum(minor) FROM ("
        " SELECT coalesce(sale.member_id, claim.member_id) AS owner, sale.business_date,"
        " sale.total_minor - coalesce((SELECT sum(total_minor) FROM refund"
        " WHERE refund.sale_id = sale.id), 0) AS minor"
        " FROM sale LEFT JOIN claim ON claim.sale_id = sale.id"
        " WHERE sale.business_date <= ? AND NOT EXISTS (SELECT 1 FROM refund"
        " WHERE refund.sale_id = sale.id AND refund.whole = 1)"
        ") JOIN member ON member.id = owner"
        " GROUP BY member.id, business_date ORDER BY member.id, business_date",
        (until,),
    )
