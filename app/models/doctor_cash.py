"""What must hold of drawers: sessions, movements and Z reports; each query yields faults.

A row is (what, till number, number of the Z report), or (what, text).
"""

_Z = "till.number || ' Z' || z_report.number FROM z_report JOIN till ON till.id = z_report.till_id"
# Rule 28, from the rows as they stand now.
_EXPECTED = (
    "coalesce((SELECT sum(amount_minor) FROM cash_movement"
    " WHERE session_id = z_report.session_id), 0)"
    " + coalesce((SELECT sum(amount_minor) FROM sale JOIN tender ON tender.sale_id = sale.id"
    " WHERE sale.session_id = z_report.session_id AND tender.kind = 'cash'), 0)"
    " - coalesce((SELECT sum(change_due_minor) FROM sale"
    " WHERE session_id = z_report.session_id), 0)"
    " + coalesce((SELECT sum(taking_tender.amount_minor) FROM taking JOIN taking_tender"
    " ON taking_id = taking.id WHERE taking.session_id = z_report.session_id"
    " AND taking_tender.kind = 'cash'), 0)"
    " - coalesce((SELECT sum(change_due_minor) FROM taking"
    " WHERE session_id = z_report.session_id), 0)"
    " - coalesce((SELECT sum(refund_tender.amount_minor) FROM refund JOIN refund_tender"
    " ON refund_id = refund.id WHERE refund.session_id = z_report.session_id"
    " AND refund_tender.kind = 'cash'), 0)"
)


def _unsealed(kind: str, table: str, label: str) -> str:
    return (
        f"SELECT '{kind}', {label} WHERE NOT EXISTS (SELECT 1 FROM seal"
        f" WHERE document_id = {table}.id AND seal.kind = '{kind}')"
    )


def _later(table: str) -> str:
    """A document sealed after its session's Z report."""
    return (
        f"SELECT 'later {table}', {_Z} CROSS JOIN seal AS closed"
        " ON closed.document_id = z_report.id"
        " WHERE EXISTS (SELECT 1 FROM"
        f" {table} JOIN seal ON seal.document_id = {table}.id"
        f" WHERE {table}.session_id = z_report.session_id AND seal.till_id = closed.till_id"
        " AND seal.sequence > closed.sequence)"
    )


CASH_FAULTS: dict[str, tuple[str, ...]] = {
    "drawer": (
        f"SELECT 'expected', {_Z} WHERE expected_minor <> {_EXPECTED}",
        f"SELECT 'body', {_Z} WHERE (z_report.number, coalesce(counted_minor, -1), reason)"
        " IS NOT (body ->> '$.number', coalesce(body ->> '$.count.cash_minor', -1),"
        " body ->> '$.reason')",
        "SELECT 'gap before', till.number || ' Z' || max(z_report.number) FROM z_report"
        " JOIN till ON till.id = z_report.till_id GROUP BY z_report.till_id"
        " HAVING count(*) <> max(z_report.number) OR min(z_report.number) <> 1",
        f"SELECT 'open session', {_Z} JOIN cash_session ON cash_session.id = session_id"
        " WHERE cash_session.closed_at IS NULL OR cash_session.till_id <> z_report.till_id",
        "SELECT 'float', till.number || ' ' || cash_session.business_date FROM cash_session"
        " JOIN till ON till.id = cash_session.till_id WHERE automatic = 0 AND (SELECT count(*)"
        " FROM cash_movement WHERE session_id = cash_session.id AND kind = 'float') <> 1",
        _unsealed("z_report", "z_report", _Z),
        _unsealed(
            "cash",
            "cash_movement",
            "till.number || ' ' || cash_movement.business_date FROM cash_movement"
            " JOIN cash_session ON cash_session.id = session_id"
            " JOIN till ON till.id = cash_session.till_id",
        ),
        *map(_later, ("sale", "taking", "refund", "cash_movement")),
    ),
}
