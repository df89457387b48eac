"""What must hold of what members left day by day: each query yields faults, (what, number)."""

_PAID = (
    "(sale.total_minor - coalesce((SELECT sum(amount_minor) FROM tender"
    " WHERE sale_id = sale.id AND kind = 'points'), 0)"
    " - coalesce((SELECT sum(amount_minor) FROM sale_tip WHERE sale_id = sale.id), 0))"
)
_RETURNED = (
    "coalesce((SELECT sum(refund.total_minor - coalesce((SELECT sum(amount_minor)"
    " FROM refund_tender WHERE refund_id = refund.id AND kind = 'points'), 0)"
    " - CASE WHEN whole = 1 THEN coalesce((SELECT sum(refund_line.total_minor) FROM refund_line"
    " JOIN sale_tip ON sale_tip.sale_id = refund_line.sale_id"
    " AND sale_tip.position = refund_line.sale_position WHERE refund_id = refund.id), 0)"
    " ELSE 0 END) FROM refund WHERE sale_id = sale.id), 0)"
)
_EXPECTED = (
    "SELECT member.seq, sale.business_date, sum(NOT EXISTS (SELECT 1 FROM refund"
    f" WHERE sale_id = sale.id AND whole = 1)), sum({_PAID} - {_RETURNED})"
    " FROM sale LEFT JOIN claim ON claim.sale_id = sale.id"
    " JOIN member ON member.id = coalesce(sale.member_id, claim.member_id)"
    " GROUP BY member.seq, sale.business_date"
)
_KEPT = "SELECT seq, business_date, sales, spent_minor FROM member_day"
# A day of check-ins alone has no sales to prove.
_SOLD = f"{_KEPT} WHERE NOT (sales = 0 AND spent_minor = 0 AND check_ins > 0)"
_CAME = (
    "SELECT member.seq, visit.business_date, count(*)"
    " FROM visit JOIN member ON member.id = visit.member_id WHERE visit.kind <> 'sale'"
    " GROUP BY member.seq, visit.business_date"
)
_CHECKED_IN = "SELECT seq, business_date, check_ins FROM member_day WHERE check_ins > 0"


def _without(some: str, others: str) -> str:
    return (
        "SELECT 'day', member.number FROM member WHERE seq IN (SELECT seq FROM"
        f" ({some} EXCEPT {others}))"
    )


INSIGHT_FAULTS: dict[str, tuple[str, ...]] = {
    "buying_days": (
        _without(_EXPECTED, _KEPT),
        _without(_SOLD, _EXPECTED),
        _without(_CAME, _CHECKED_IN),
        _without(_CHECKED_IN, _CAME),
    ),
}
