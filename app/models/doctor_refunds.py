"""What must hold of refunds and voids: each query yields faults. A row is (what, till number and
sequence of the refund), or (what, till number, sequence of the sale)."""

_REFUND = (
    "'R' || till.number || ' ' || refund.sequence FROM refund"
    " JOIN till ON till.id = refund.till_id WHERE "
)


def _tender(kind: str, moved: str, table: str) -> str:
    """What went back to where money is kept is there exactly as its ledger says."""
    return (
        f"SELECT '{kind}', {_REFUND}coalesce((SELECT sum(amount_minor) FROM refund_tender"
        f" WHERE refund_id = refund.id AND kind = '{kind}'), 0) <> coalesce("
        f"(SELECT sum({moved}) FROM {table} WHERE refund_id = refund.id), 0)"
    )


REFUND_FAULTS: dict[str, tuple[str, ...]] = {
    "refunds": (
        "SELECT 'gap before', till.number, max(sequence) FROM refund"
        " JOIN till ON till.id = refund.till_id GROUP BY refund.till_id"
        " HAVING count(*) <> max(sequence) OR min(sequence) <> 1",
        "SELECT 'lines', " + _REFUND + "(lines_minor, cash_rounding_minor) IS NOT"
        " (SELECT sum(total_minor), refund.total_minor - refund.lines_minor"
        " - refund.added_tax_minor FROM refund_line WHERE refund_id = refund.id)",
        "SELECT 'tenders', " + _REFUND + "total_minor <> coalesce("
        "(SELECT sum(amount_minor) FROM refund_tender WHERE refund_id = refund.id), 0)",
        "SELECT 'tax', " + _REFUND + "coalesce((SELECT sum(tax_minor) FROM refund_line"
        " WHERE refund_id = refund.id), 0) <> coalesce((SELECT sum(tax_minor) FROM refund_tax"
        " WHERE refund_id = refund.id), 0)",
        "SELECT 'points', " + _REFUND + "(points_restored, -points_reversed) IS NOT"
        " (SELECT coalesce(sum(CASE WHEN kind = 'reverse_burn' THEN points END), 0),"
        " coalesce(sum(CASE WHEN kind = 'reverse_earn' THEN points END), 0)"
        " FROM points_entry WHERE refund_id = refund.id)",
        "SELECT 'points of another member', " + _REFUND + "EXISTS (SELECT 1 FROM points_entry"
        " WHERE refund_id = refund.id AND points_entry.member_id IS NOT refund.member_id)",
        "SELECT 'before its sale', " + _REFUND + "refunded_at <"
        " (SELECT sold_at FROM sale WHERE sale.id = refund.sale_id)",
        "SELECT 'past what was sold', till.number, sale.sequence FROM"
        " (SELECT sale_id, sale_position, sum(quantity_milli) AS quantity,"
        " sum(total_minor) AS total FROM refund_line WHERE sale_id IS NOT NULL"
        " GROUP BY sale_id, sale_position) AS back JOIN sale_line"
        " ON sale_line.sale_id = back.sale_id AND sale_line.position = back.sale_position"
        " JOIN sale ON sale.id = back.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE back.quantity > sale_line.quantity_milli OR back.total > sale_line.total_minor"
        " OR (back.quantity = sale_line.quantity_milli) > (back.total = sale_line.total_minor)",
        "SELECT 'points past what was earned', till.number, sale.sequence FROM"
        " (SELECT sale_id, sum(points_reversed) AS reversed, sum(points_restored) AS restored"
        " FROM refund WHERE sale_id IS NOT NULL GROUP BY sale_id) AS back"
        " JOIN sale ON sale.id = back.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE reversed > points_earned + coalesce("
        "(SELECT points FROM claim WHERE claim.sale_id = sale.id), 0)"
        " OR restored > points_burned",
        # A refund that names a sale which is there already would pay for nothing.
        "SELECT 'exchange', " + _REFUND + "exchange_sale_id IS NOT NULL"
        " AND (SELECT coalesce(sum(amount_minor), 0) FROM refund AS given JOIN refund_tender"
        " ON refund_id = given.id WHERE given.exchange_sale_id = refund.exchange_sale_id"
        " AND refund_tender.kind = 'exchange') <> coalesce((SELECT sum(amount_minor) FROM tender"
        " WHERE sale_id = refund.exchange_sale_id AND tender.kind = 'exchange'), 0)",
        "SELECT 'seal', " + _REFUND + "NOT EXISTS (SELECT 1 FROM seal"
        " WHERE document_id = refund.id AND seal.kind = refund.kind)",
        _tender("stored_value", "principal_minor + bonus_minor", "stored_value_entry"),
        _tender("store_credit", "amount_minor", "store_credit_entry"),
        _tender("gift_card", "amount_minor", "gift_entry"),
        _tender("on_account", "-amount_minor", "account_entry"),
        _tender("deposit", "amount_minor", "deposit_entry"),
    )
}
