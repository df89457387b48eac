"""Writing and reading finished sales: the hot path, in prepared statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from app.models import ledgers
from app.models.cash import SESSIONS
from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.ledgers import LedgerRows
from app.models.merges import MINE

# One list of columns serves the insert, the read and the seal, so that they cannot drift apart.
SALE_COLUMNS = (
    "id, till_id, sequence, session_id, staff_id, member_id, sold_at, business_date, gross_minor,"
    " discount_minor, added_tax_minor, cash_rounding_minor, total_minor, change_due_minor,"
    " points_burned, points_earned, points_before, scheme_version, why, why_not, source_receipt,"
    " fingerprint"
)
LINE_COLUMNS = (
    "sale_id, position, product_id, name, category, barcode, quantity_milli, weighed,"
    " unit_price_minor, gross_minor, discount_minor, total_minor, tax_rate_bp, tax_minor, points,"
    " effects, served_by"
)
TENDER_COLUMNS = "sale_id, position, kind, amount_minor, reference"
TAX_COLUMNS = "sale_id, rate_bp, net_minor, tax_minor"
ENTRY_COLUMNS = (
    "id, member_id, sale_id, claim_id, kind, points, reason, scheme_version, staff_id,"
    " posted_at, business_date"
)
LOT_COLUMNS = "id, member_id, entry_id, earned, available_from, expires_on"
ALLOCATION_COLUMNS = "entry_id, lot_id, points"
CLAIM_COLUMNS = "id, sale_id, member_id, staff_id, points, claimed_at"


INSERT_SALE = insert_sql("sale", SALE_COLUMNS)
INSERT_LINE = insert_sql("sale_line", LINE_COLUMNS)
INSERT_TENDER = insert_sql("tender", TENDER_COLUMNS)
INSERT_TAX = insert_sql("sale_tax", TAX_COLUMNS)
INSERT_ENTRY = insert_sql("points_entry", ENTRY_COLUMNS)
INSERT_LOT = insert_sql("points_lot", LOT_COLUMNS)
INSERT_ALLOCATION = insert_sql("points_allocation", ALLOCATION_COLUMNS)
INSERT_CLAIM = insert_sql("claim", CLAIM_COLUMNS)
INSERT_SEAL = insert_sql("seal", "till_id, sequence, previous, hash, kind, document_id")


@dataclass(slots=True)
class PointsRows:
    """Points movements to be written: entries, the lots they open, the lots they draw on."""

    entries: list[Row] = field(default_factory=list)
    lots: list[Row] = field(default_factory=list)
    allocations: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class SaleRows:
    """One sale as rows, columns in the order of the constants above; `ledgers` is what it moved
    beside money and points."""

    sale: Row
    lines: list[Row]
    tenders: list[Row]
    taxes: list[Row]
    points: PointsRows
    ledgers: LedgerRows = field(default_factory=LedgerRows)


def insert_sales(database: Database, many: Sequence[SaleRows]) -> None:
    """Write sales, children first: the sale row's trigger checks their sums.

    The caller writes visits, summaries and seals in the same transaction.
    """
    database.executemany(INSERT_LINE, chain.from_iterable(rows.lines for rows in many))
    database.executemany(INSERT_TENDER, chain.from_iterable(rows.tenders for rows in many))
    database.executemany(INSERT_TAX, chain.from_iterable(rows.taxes for rows in many))
    for rows in many:
        ledgers.insert(database, rows.ledgers)
    database.executemany(INSERT_SALE, (rows.sale for rows in many))
    insert_points(
        database,
        PointsRows(
            entries=[row for rows in many for row in rows.points.entries],
            lots=[row for rows in many for row in rows.points.lots],
            allocations=[row for rows in many for row in rows.points.allocations],
        ),
    )


def insert_points(database: Database, rows: PointsRows) -> None:
    """Append points movements; the caller keeps `member_summary` in step."""
    if rows.entries:
        database.executemany(INSERT_ENTRY, rows.entries)
    if rows.lots:
        database.executemany(INSERT_LOT, rows.lots)
    if rows.allocations:
        database.executemany(INSERT_ALLOCATION, rows.allocations)


def insert_claim(database: Database, claim: Row, points: PointsRows) -> None:
    """Append a claim with its points."""
    database.execute(INSERT_CLAIM, claim)
    insert_points(database, points)


def insert_seals(database: Database, rows: Iterable[Row]) -> None:
    """Append links of the chain."""
    database.executemany(INSERT_SEAL, rows)


def seal_head(database: Database, till_id: bytes) -> Row | None:
    """(sequence, hash) of the till's newest seal."""
    return database.row(
        "SELECT sequence, hash FROM seal WHERE till_id = ? ORDER BY sequence DESC LIMIT 1",
        (till_id,),
    )


def last_sequence(database: Database, till_id: bytes) -> int:
    """The till's newest receipt sequence; 0 before the first sale."""
    return int(
        database.value("SELECT coalesce(max(sequence), 0) FROM sale WHERE till_id = ?", (till_id,))
    )


class BeforeSale(NamedTuple):
    """What a sale finds: whether it is there already, the till's newest receipt sequence, who the
    buyer was merged into (None for nobody), whether the shop keeps stock of anything, and the
    till's sessions as `models.cash.sessions_of`."""

    exists: bool
    last_sequence: int
    merged_into: bytes | None
    keeps_stock: bool
    sessions: tuple[bytes | None, bytes | None]


def before_sale(
    database: Database, till_id: bytes, day: str, sale_id: bytes, buyer_id: bytes | None
) -> BeforeSale:
    """What a sale of this day finds: every sale asks all of it, so in one query."""
    found = database.row(
        f"SELECT {SESSIONS},"
        " (SELECT max(sequence) FROM sale WHERE till_id = ?1),"
        " EXISTS (SELECT 1 FROM sale WHERE id = ?3),"
        " (SELECT keep_id FROM member_alias WHERE gone_id = ?4),"
        " EXISTS (SELECT 1 FROM product_stock)",
        (till_id, day, sale_id, buyer_id),
    )
    assert found is not None
    counted, automatic, last, exists, merged_into, keeps_stock = found
    return BeforeSale(bool(exists), last or 0, merged_into, bool(keeps_stock), (counted, automatic))


def add_to_summary(
    database: Database, member_id: bytes, *, points: int = 0, spent_minor: int = 0
) -> None:
    """Keep the member's stored balance and spend in step with what was just appended."""
    database.execute(
        "UPDATE member_summary SET points = points + ?, spent_minor = spent_minor + ?"
        " WHERE member_id = ?",
        (points, spent_minor, member_id),
    )


def add_sale_to_summary(
    database: Database, member_id: bytes, sale: SaleRows, *, spent_minor: int, visits: int
) -> None:
    """Keep everything stored of the member in step with a sale, in one statement.

    `visits` is 1 where it is their first sale of the day. A sale dated back moves no last visit.
    """
    database.execute(
        "UPDATE member_summary SET points = points + ?, spent_minor = spent_minor + ?,"
        " visits = visits + ?, last_visit_at = max(last_visit_at, ?) WHERE member_id = ?",
        (
            sum(entry[5] for entry in sale.points.entries),
            spent_minor,
            visits,
            sale.sale[6],
            member_id,
        ),
    )


def priced_products(database: Database, product_ids: Sequence[bytes]) -> list[Row]:
    """(id, name, price, member price, tax rate, weighed, category) of products on a cart."""
    marks = ", ".join("?" * len(product_ids))
    return database.rows(
        "SELECT product.id, product.name, price_minor, member_price_minor, tax_rate_bp, weighed,"
        " coalesce(category.name, '') FROM product"
        " LEFT JOIN category ON category.id = product.category_id"
        f" WHERE product.id IN ({marks})",
        product_ids,
    )


def withdrawn_names(database: Database, product_ids: Sequence[bytes]) -> list[str]:
    """The names of those products that are no longer on sale."""
    marks = ", ".join("?" * len(product_ids))
    rows = database.rows(
        f"SELECT name FROM product WHERE id IN ({marks}) AND active = 0 ORDER BY name", product_ids
    )
    return [name for (name,) in rows]


def staff_name(database: Database, staff_id: bytes) -> str:
    """What a person at the till is called."""
    return str(database.value("SELECT name FROM staff WHERE id = ?", (staff_id,)) or "")


def member_facts(database: Database, member_id: bytes) -> Row | None:
    """(number, name, phone, state, points, joined_on) of a member."""
    return database.row(
        "SELECT number, name, phone, state, points, joined_on FROM member"
        " JOIN member_summary ON member_summary.member_id = member.id WHERE member.id = ?",
        (member_id,),
    )


# --- reading a sale back ------------------------------------------------------


def sale_by_id(database: Database, sale_id: bytes) -> Row | None:
    """The sale's row, columns as in SALE_COLUMNS, then till number and staff name."""
    return database.row(f"{_READ_SALE} WHERE sale.id = ?", (sale_id,))


def sale_by_number(database: Database, till_number: int, sequence: int) -> Row | None:
    """The same, by the number people read."""
    return database.row(
        f"{_READ_SALE} WHERE till.number = ? AND sale.sequence = ?", (till_number, sequence)
    )


def sales_by_source(database: Database, source_receipt: str) -> list[Row]:
    """Ids of imported sales that carried this number in their file."""
    return database.rows(
        "SELECT id FROM sale WHERE source_receipt = ? AND source_receipt <> '' LIMIT 2",
        (source_receipt,),
    )


_READ_SALE = (
    "SELECT "
    + ", ".join(f"sale.{name.strip()}" for name in SALE_COLUMNS.split(","))
    + ", till.number, staff.name FROM sale"
    " JOIN till ON till.id = sale.till_id JOIN staff ON staff.id = sale.staff_id"
)


def sale_lines(database: Database, sale_id: bytes) -> list[Row]:
    """The sale's lines, columns as in LINE_COLUMNS, in order."""
    return database.rows(
        f"SELECT {LINE_COLUMNS} FROM sale_line WHERE sale_id = ? ORDER BY position", (sale_id,)
    )


def sale_tenders(database: Database, sale_id: bytes) -> list[Row]:
    """The sale's tenders, columns as in TENDER_COLUMNS, in order."""
    return database.rows(
        f"SELECT {TENDER_COLUMNS} FROM tender WHERE sale_id = ? ORDER BY position", (sale_id,)
    )


def sale_taxes(database: Database, sale_id: bytes) -> list[Row]:
    """The sale's tax groups, columns as in TAX_COLUMNS, by rate."""
    return database.rows(
        f"SELECT {TAX_COLUMNS} FROM sale_tax WHERE sale_id = ? ORDER BY rate_bp", (sale_id,)
    )


def sale_tips(database: Database, sale_id: bytes) -> list[Row]:
    """The sale's tips, columns as in `ledgers.COLUMNS`, in order."""
    return database.rows(
        f"SELECT {ledgers.COLUMNS['sale_tip']} FROM sale_tip WHERE sale_id = ? ORDER BY position",
        (sale_id,),
    )


def points_of_document(database: Database, column: str, document_id: bytes) -> PointsRows:
    """All points rows of a sale (`sale_id`), claim (`claim_id`) or entry (`id`), by id."""
    entries = database.rows(
        f"SELECT {ENTRY_COLUMNS} FROM points_entry WHERE {column} = ? ORDER BY id", (document_id,)
    )
    rows = PointsRows(entries=entries)
    for entry in entries:
        rows.lots += database.rows(
            f"SELECT {LOT_COLUMNS} FROM points_lot WHERE entry_id = ?", (entry[0],)
        )
        rows.allocations += database.rows(
            f"SELECT {ALLOCATION_COLUMNS} FROM points_allocation WHERE entry_id = ?"
            " ORDER BY lot_id",
            (entry[0],),
        )
    return rows


def claims_of(database: Database, member_id: bytes, from_ms: int, to_ms: int) -> list[int]:
    """When a member, or who was merged into them, claimed receipts between two instants, both
    included, in UTC milliseconds."""
    rows = database.rows(
        f"SELECT claimed_at FROM claim WHERE member_id {MINE} AND claimed_at BETWEEN ? AND ?",
        (member_id, member_id, from_ms, to_ms),
    )
    return [row[0] for row in rows]


def claim_of_sale(database: Database, sale_id: bytes) -> Row | None:
    """(id, member_id, points, member number, member name) of the claim on a sale."""
    return database.row(
        "SELECT claim.id, claim.member_id, claim.points, member.number, member.name FROM claim"
        " JOIN member ON member.id = claim.member_id WHERE claim.sale_id = ?",
        (sale_id,),
    )


def newest_sales(database: Database, till_id: bytes, limit: int) -> list[Row]:
    """Ids of the till's newest sales, newest first."""
    return database.rows(
        "SELECT id FROM sale WHERE till_id = ? ORDER BY sequence DESC LIMIT ?", (till_id, limit)
    )


# --- held sales ---------------------------------------------------------------


def hold_sale(database: Database, row: Row) -> None:
    """Park a basket: (id, till_id, member_id, label, cart, total_minor, held_at)."""
    database.execute(
        insert_sql("held_sale", "id, till_id, member_id, label, cart, total_minor, held_at"), row
    )


def held_sales(database: Database) -> list[Row]:
    """(id, label, member name, cart, total_minor, held_at) of parked baskets, oldest first.

    Whoever was merged into another since has that other's name.
    """
    return database.rows(
        "SELECT held_sale.id, label, coalesce(member.name, ''), cart, total_minor, held_at"
        " FROM held_sale LEFT JOIN member_alias ON gone_id = held_sale.member_id"
        " LEFT JOIN member ON member.id = coalesce(keep_id, held_sale.member_id)"
        " ORDER BY held_at, held_sale.id"
    )


def take_held_sale(database: Database, held_id: bytes) -> Row | None:
    """(cart, label, total_minor) of a parked basket, removed in the same moment; None where it
    is gone already."""
    found = database.row("SELECT cart, label, total_minor FROM held_sale WHERE id = ?", (held_id,))
    database.execute("DELETE FROM held_sale WHERE id = ?", (held_id,))
    return found
