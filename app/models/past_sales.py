"""Stored sales as a backtest reads them: oldest first, line by line, never all at once."""

from collections.abc import Iterator

from app.models.database import Database, Row

FIRST_DAY, LAST_DAY = "0000-00-00", "9999-99-99"


def past_span(database: Database, first: str = FIRST_DAY, last: str = LAST_DAY) -> Row:
    """(sales, first business date, last business date) of the days from `first` to `last`.

    The dates are None where there are no sales.
    """
    found = database.row(
        "SELECT count(*), min(business_date), max(business_date) FROM sale"
        " WHERE business_date BETWEEN ? AND ?",
        (first, last),
    )
    assert found is not None
    return found


def past_lines(database: Database, first: str = FIRST_DAY, last: str = LAST_DAY) -> Iterator[Row]:
    """(sale id, business date, sold_at, member id, joined on, birthday, total, added tax, cash
    rounding, paid by points, by gift cards, from a bonus, product id, name, category, barcode,
    quantity, weighed, unit price, gross, total, tax rate, tax) of every line, by business day
    and time.

    The member is the one on the sale, or the one who claimed it. Tips are left out, and so is
    what came back.
    """
    sql = _PAST_LINES
    if database.value("SELECT EXISTS (SELECT 1 FROM refund)"):
        for plain, kept in _LESS_REFUNDS:
            sql = sql.replace(plain, kept)
    return database.each(sql, (first, last))


_PAST_LINES = (
    "SELECT sale.id, sale.business_date, sale.sold_at, member.id, member.joined_on,"
    " member.birthday, sale.total_minor - (SELECT coalesce(sum(amount_minor), 0)"
    " FROM sale_tip WHERE sale_tip.sale_id = sale.id), sale.added_tax_minor,"
    " sale.cash_rounding_minor,"
    " (SELECT coalesce(sum(amount_minor), 0) FROM tender"
    " WHERE tender.sale_id = sale.id AND kind = 'points'),"
    " (SELECT coalesce(sum(amount_minor), 0) FROM tender"
    " WHERE tender.sale_id = sale.id AND kind = 'gift_card'),"
    " (SELECT -coalesce(sum(bonus_minor), 0) FROM stored_value_entry AS spent"
    " WHERE spent.sale_id = sale.id),"
    " line.product_id, line.name, line.category, line.barcode, line.quantity_milli,"
    " line.weighed, line.unit_price_minor, line.gross_minor, line.total_minor,"
    " line.tax_rate_bp, line.tax_minor"
    " FROM sale JOIN sale_line AS line ON line.sale_id = sale.id"
    " LEFT JOIN claim ON claim.sale_id = sale.id"
    " LEFT JOIN member ON member.id = coalesce(sale.member_id, claim.member_id)"
    " WHERE sale.business_date BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM sale_tip WHERE sale_tip.sale_id = line.sale_id"
    " AND sale_tip.position = line.position)"
    " ORDER BY sale.business_date, sale.sold_at, sale.id, line.position"
)

_OF_LINE = (
    " FROM refund_line AS back WHERE back.sale_id = line.sale_id"
    " AND back.sale_position = line.position)"
)
_OF_SALE = " FROM refund JOIN refund_tender ON refund_id = refund.id WHERE refund.sale_id = sale.id"
# Who has refunds reads what was kept: each figure less what of it came back.
_LESS_REFUNDS = (
    (
        "sale.total_minor - (SELECT",
        "sale.total_minor - (SELECT coalesce(sum(total_minor), 0) FROM refund"
        " WHERE refund.sale_id = sale.id) - (SELECT",
    ),
    (
        "sale.cash_rounding_minor,",
        "sale.cash_rounding_minor - (SELECT coalesce(sum(cash_rounding_minor), 0) FROM refund"
        " WHERE refund.sale_id = sale.id),",
    ),
    *(
        (
            f"kind = '{kind}'),",
            f"kind = '{kind}') - (SELECT coalesce(sum(amount_minor), 0){_OF_SALE}"
            f" AND refund_tender.kind = '{kind}'),",
        )
        for kind in ("points", "gift_card")
    ),
    (
        "WHERE spent.sale_id = sale.id),",
        "WHERE spent.sale_id = sale.id) - (SELECT coalesce(sum(bonus_minor), 0) FROM refund"
        " JOIN stored_value_entry AS given ON given.refund_id = refund.id"
        " WHERE refund.sale_id = sale.id),",
    ),
    (
        "line.quantity_milli,",
        f"line.quantity_milli - (SELECT coalesce(sum(quantity_milli), 0){_OF_LINE},",
    ),
    (
        "line.gross_minor,",
        "line.gross_minor - line.gross_minor * (SELECT coalesce(sum(quantity_milli), 0)"
        f"{_OF_LINE} / line.quantity_milli,",
    ),
    (
        "line.total_minor,",
        f"line.total_minor - (SELECT coalesce(sum(total_minor), 0){_OF_LINE},",
    ),
    (
        "line.tax_minor FROM",
        f"line.tax_minor - (SELECT coalesce(sum(tax_minor), 0){_OF_LINE} FROM",
    ),
    (
        " ORDER BY sale.business_date",
        " AND line.quantity_milli > (SELECT coalesce(sum(quantity_milli), 0)"
        f"{_OF_LINE} ORDER BY sale.business_date",
    ),
)


def member_tags(database: Database) -> Iterator[Row]:
    """(member id, tag) of every tag there is."""
    return database.each("SELECT member_id, tag FROM member_tag ORDER BY member_id, tag")


def dependant_birthdays(database: Database) -> Iterator[Row]:
    """(member id, birthday) of every dependant whose birthday is known."""
    return database.each(
        "SELECT member_id, birthday FROM dependant WHERE birthday <> '' ORDER BY member_id, id"
    )


def partner_cards(database: Database) -> Iterator[Row]:
    """(member id, co-branded card) of every card there is."""
    return database.each("SELECT member_id, card FROM partner_card ORDER BY member_id, card")


def member_numbers(database: Database) -> Iterator[Row]:
    """(member id, number) of every member, archived ones too, by number."""
    return database.each("SELECT id, number FROM member ORDER BY number")
