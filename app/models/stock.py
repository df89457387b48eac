"""Queries and writes on stock: what is on hand, and the moves that it is the sum of."""

from collections.abc import Iterable, Sequence

from app.models.database import Database, Row
from app.models.ledgers import COLUMNS, INSERTS

_LISTED = (
    "SELECT product.id, product.name,"
    " coalesce((SELECT code FROM barcode WHERE product_id = product.id ORDER BY code LIMIT 1), ''),"
    " coalesce(category.name, ''), weighed, on_hand_milli, low_milli, cost_minor, active"
    " FROM product_stock JOIN product ON product.id = product_stock.product_id"
    " LEFT JOIN category ON category.id = product.category_id"
)
_ORDER = " ORDER BY category.position IS NULL, category.position, product.name, product.id"


# --- inside a sale --------------------------------------------------------------


def anything_tracked(database: Database) -> bool:
    """Whether the shop keeps stock of anything."""
    return database.row("SELECT 1 FROM product_stock LIMIT 1") is not None


def tracked_of(database: Database, product_ids: Sequence[bytes]) -> set[bytes]:
    """Those of these products whose stock is kept."""
    marks = ", ".join("?" * len(product_ids))
    rows = database.rows(
        f"SELECT product_id FROM product_stock WHERE product_id IN ({marks})", product_ids
    )
    return {row[0] for row in rows}


def add_on_hand(database: Database, changes: Iterable[tuple[int, bytes]]) -> None:
    """Keep what is on hand in step with moves just appended: (quantity_milli, product id)."""
    database.executemany(
        "UPDATE product_stock SET on_hand_milli = on_hand_milli + ? WHERE product_id = ?",
        changes,
    )


# --- moves by hand ----------------------------------------------------------------


def insert_moves(database: Database, rows: Iterable[Row]) -> None:
    """Append moves, columns as in `ledgers.COLUMNS`."""
    database.executemany(INSERTS["stock_move"], rows)


def move(database: Database, move_id: bytes) -> Row | None:
    """One move, columns as in `ledgers.COLUMNS`."""
    return database.row(f"SELECT {COLUMNS['stock_move']} FROM stock_move WHERE id = ?", (move_id,))


def level(database: Database, product_id: bytes) -> Row | None:
    """(on hand, low) of a product whose stock is kept."""
    return database.row(
        "SELECT on_hand_milli, low_milli FROM product_stock WHERE product_id = ?", (product_id,)
    )


def levels(database: Database) -> list[Row]:
    """(product id, on hand, low) of everything tracked."""
    return database.rows("SELECT product_id, on_hand_milli, low_milli FROM product_stock")


def track(database: Database, product_id: bytes) -> None:
    """Keep a product's stock from now on; what its moves add up to is on hand."""
    database.execute(
        "INSERT INTO product_stock (product_id, on_hand_milli) SELECT ?1,"
        " coalesce((SELECT sum(quantity_milli) FROM stock_move WHERE product_id = ?1), 0)"
        " WHERE true ON CONFLICT DO NOTHING",
        (product_id,),
    )


def untrack(database: Database, product_id: bytes) -> None:
    """Keep a product's stock no more; its moves stay."""
    database.execute("DELETE FROM product_stock WHERE product_id = ?", (product_id,))


def set_low(database: Database, product_id: bytes, low_milli: int | None) -> None:
    """From how many on a product counts as low."""
    database.execute(
        "UPDATE product_stock SET low_milli = ? WHERE product_id = ?", (low_milli, product_id)
    )


def set_cost(database: Database, product_id: bytes, cost_minor: int, now_ms: int) -> None:
    """What the last delivery paid for one piece or kilogram."""
    database.execute(
        "UPDATE product SET cost_minor = ?1, updated_at = max(?2, updated_at + 1)"
        " WHERE id = ?3 AND cost_minor IS NOT ?1",
        (cost_minor, now_ms, product_id),
    )


# --- lists --------------------------------------------------------------------------


def listed(database: Database, *, low_only: bool) -> list[Row]:
    """(id, name, first barcode, category, weighed, on hand, low, cost, active) of what is
    tracked, by category and name; only what is low, or below zero, where `low_only`."""
    if low_only:
        return database.rows(
            f"{_LISTED} WHERE active = 1 AND on_hand_milli <= coalesce(low_milli, -1){_ORDER}"
        )
    return database.rows(f"{_LISTED} WHERE active = 1 OR on_hand_milli <> 0{_ORDER}")


def low_count(database: Database) -> int:
    """How many products are low or below zero."""
    return int(
        database.value(
            "SELECT count(*) FROM product_stock JOIN product ON product.id = product_id"
            " WHERE active = 1 AND on_hand_milli <= coalesce(low_milli, -1)"
        )
    )


def history(database: Database, product_id: bytes, limit: int) -> list[Row]:
    """(id, kind, quantity, cost, reason, moved_at, staff name, sale's till and sequence, refund's
    till and sequence) of a product's newest moves, newest first."""
    return database.rows(
        "SELECT stock_move.id, stock_move.kind, quantity_milli, cost_minor, stock_move.reason,"
        " moved_at, staff.name, sale_till.number, sale.sequence, refund_till.number,"
        " refund.sequence FROM stock_move"
        " JOIN staff ON staff.id = stock_move.staff_id"
        " LEFT JOIN sale ON sale.id = stock_move.sale_id"
        " LEFT JOIN till AS sale_till ON sale_till.id = sale.till_id"
        " LEFT JOIN refund ON refund.id = stock_move.refund_id"
        " LEFT JOIN till AS refund_till ON refund_till.id = refund.till_id"
        " WHERE stock_move.product_id = ? ORDER BY moved_at DESC, stock_move.rowid DESC LIMIT ?",
        (product_id, limit),
    )


def moves_sum(database: Database, product_id: bytes) -> int:
    """What all moves of a product add up to."""
    return int(
        database.value(
            "SELECT coalesce(sum(quantity_milli), 0) FROM stock_move WHERE product_id = ?",
            (product_id,),
        )
    )
