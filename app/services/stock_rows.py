"""What a sale or a refund moves in the stock, inside its transaction."""

from collections.abc import Iterable
from uuid import UUID

from app.models import stock as stored
from app.models.database import Database
from app.models.ledgers import LedgerRows
from app.models.sales import SaleRows
from app.services.ids import id_bytes
from app.services.rules.stock import by_product


def stock_sold(database: Database, rows: SaleRows, now_ms: int) -> None:
    """Add the moves of a sale to its rows, and take what it sold off what is on hand.

    Only what is tracked moves.
    """
    sale_id, staff_id, day = rows.sale[0], rows.sale[4], rows.sale[7]
    sold = _tracked(database, ((line[2], line[6]) for line in rows.lines))
    for product_id, quantity in sold.items():
        rows.ledgers.add(
            "stock_move", id_bytes(), product_id, "sale", -quantity, sale_id, None, None, "",
            staff_id, now_ms, day,
        )  # fmt: skip
    if sold:
        stored.add_on_hand(database, [(-quantity, each) for each, quantity in sold.items()])


def stock_returned(
    database: Database,
    rows: LedgerRows,
    refund_id: UUID,
    lines: Iterable[tuple[UUID | None, int]],
    *,
    staff_id: UUID,
    now_ms: int,
    day: str,
) -> None:
    """Add the moves of a refund or a void to its rows, and put what came back on hand again.

    `lines` are (product, quantity in thousandths) of what goes back on the shelf; leave out what
    does not. What is tracked today moves, whether it was when it was sold or not: the goods are
    there. Call it before the refund's own row is written.
    """
    if not stored.anything_tracked(database):
        return
    pairs = ((None if each is None else each.bytes, quantity) for each, quantity in lines)
    back = _tracked(database, pairs)
    for product_id, quantity in back.items():
        rows.add(
            "stock_move", id_bytes(), product_id, "refund", quantity, None, refund_id.bytes, None,
            "", staff_id.bytes, now_ms, day,
        )  # fmt: skip
    if back:
        stored.add_on_hand(database, [(quantity, each) for each, quantity in back.items()])


def _tracked(database: Database, lines: Iterable[tuple[bytes | None, int]]) -> dict[bytes, int]:
    sums = by_product(lines)
    if not sums:
        return {}
    tracked = stored.tracked_of(database, list(sums))
    return {each: quantity for each, quantity in sums.items() if each in tracked and quantity}
