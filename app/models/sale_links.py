"""What hangs on one sale: refunds, a void, a claim, an exchange, and where it was made."""

from typing import Any

from app.models.database import Database, Row

_REFUND = (
    "SELECT refund.id, refund.kind, till.number, refund.sequence, refund.refunded_at, staff.name,"
    " refund.total_minor, refund.reason, refund.points_reversed, refund.points_restored,"
    " refund.sale_id, old_till.number, old.sequence,"
    " refund.exchange_sale_id, new_till.number, new.sequence"
    " FROM refund JOIN till ON till.id = refund.till_id JOIN staff ON staff.id = refund.staff_id"
    " LEFT JOIN sale AS old ON old.id = refund.sale_id"
    " LEFT JOIN till AS old_till ON old_till.id = old.till_id"
    " LEFT JOIN sale AS new ON new.id = refund.exchange_sale_id"
    " LEFT JOIN till AS new_till ON new_till.id = new.till_id"
)


def refunds_of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """(id, kind, till number, sequence, refunded_at, staff, total_minor, reason, points reversed,
    points restored, sale id, its till number, its sequence, exchange sale id, its till number, its
    sequence) of what was taken back of a sale, oldest first."""
    return database.rows(
        f"{_REFUND} WHERE refund.sale_id = ? ORDER BY refund.refunded_at, refund.sequence",
        (sale_id,),
    )


def refund_exchanged_for(database: Database, sale_id: bytes) -> Row | None:
    """The same of the refund whose goods were exchanged for this sale."""
    return database.row(f"{_REFUND} WHERE refund.exchange_sale_id = ?", (sale_id,))


def returned_by_line(database: Database, sale_id: bytes) -> list[Row]:
    """(position, thousandths taken back) of the sale's lines that came back."""
    return database.rows(
        "SELECT sale_position, sum(quantity_milli) FROM refund_line"
        " WHERE sale_id = ? GROUP BY sale_position",
        (sale_id,),
    )


def made_at(database: Database, sale_id: bytes) -> Row | None:
    """(till name, till number, session opened_at, closed_at, whether it has a Z report, scheme
    name, the till's id) of a sale."""
    return database.row(
        "SELECT till.name, till.number, cash_session.opened_at, cash_session.closed_at,"
        " EXISTS (SELECT 1 FROM z_report WHERE z_report.session_id = cash_session.id),"
        " scheme.name, till.id"
        " FROM sale JOIN till ON till.id = sale.till_id"
        " JOIN cash_session ON cash_session.id = sale.session_id"
        " JOIN scheme ON scheme.version = sale.scheme_version WHERE sale.id = ?",
        (sale_id,),
    )


def claimed_at(database: Database, sale_id: bytes) -> Any:
    """When the sale's points were claimed, in UTC milliseconds; None where they were not."""
    return database.value("SELECT claimed_at FROM claim WHERE sale_id = ?", (sale_id,))


def sale_of_refund(database: Database, till_number: int, sequence: int) -> Any:
    """The id of the sale that the refund with this number belongs to; None where there is none."""
    return database.value(
        "SELECT refund.sale_id FROM refund JOIN till ON till.id = refund.till_id"
        " WHERE till.number = ? AND refund.sequence = ?",
        (till_number, sequence),
    )
