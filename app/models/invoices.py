"""Queries and writes on invoices: who is to be named on them, which were asked for and issued."""

from app.models.database import Database, Row

_NEWEST = (
    "SELECT invoice_entry.kind, invoice_entry.title, invoice_entry.tax_number,"
    " invoice_entry.invoice_number, invoice_entry.posted_at, sale.id, till.number, sale.sequence,"
    " sale.sold_at, sale.total_minor, coalesce((SELECT sum(total_minor) FROM refund"
    " WHERE sale_id = sale.id), 0), invoice_entry.number FROM invoice_entry"
    " JOIN sale ON sale.id = invoice_entry.sale_id JOIN till ON till.id = sale.till_id"
    " WHERE NOT EXISTS (SELECT 1 FROM invoice_entry AS later"
    " WHERE later.sale_id = sale.id AND later.number > invoice_entry.number)"
)


def buyer(database: Database, member_id: bytes) -> Row | None:
    """(title, tax number) kept on a member."""
    return database.row(
        "SELECT title, tax_number FROM invoice_buyer WHERE member_id = ?", (member_id,)
    )


def set_buyer(database: Database, member_id: bytes, title: str, tax_number: str) -> None:
    """Keep them; a blank title keeps nothing."""
    database.execute("DELETE FROM invoice_buyer WHERE member_id = ?", (member_id,))
    if title:
        database.execute(
            "INSERT INTO invoice_buyer (member_id, title, tax_number) VALUES (?, ?, ?)",
            (member_id, title, tax_number),
        )


def of_sale(database: Database, sale_id: bytes) -> Row | None:
    """(kind, title, tax number, invoice number, posted_at, sale's id, till, sequence, sold_at,
    total, refunded, number) of a sale's newest entry."""
    return database.row(f"{_NEWEST} AND invoice_entry.sale_id = ?", (sale_id,))


def standing(database: Database, kind: str, limit: int) -> list[Row]:
    """The same of every sale that stands at `kind`, the longest waiting first."""
    return database.rows(
        f"{_NEWEST} AND invoice_entry.kind = ? ORDER BY invoice_entry.posted_at LIMIT ?",
        (kind, limit),
    )


def newest(database: Database, limit: int) -> list[Row]:
    """The same of every sale that has any, newest first."""
    return database.rows(f"{_NEWEST} ORDER BY invoice_entry.posted_at DESC LIMIT ?", (limit,))


def add_entry(database: Database, row: Row) -> None:
    """Append an entry: (id, sale_id, number, kind, title, tax number, invoice number, staff_id,
    posted_at)."""
    database.execute(
        "INSERT INTO invoice_entry (id, sale_id, number, kind, title, tax_number, invoice_number,"
        " staff_id, posted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )


def sale_of(database: Database, sale_id: bytes) -> Row | None:
    """(member id,) of a sale."""
    return database.row("SELECT member_id FROM sale WHERE id = ?", (sale_id,))
