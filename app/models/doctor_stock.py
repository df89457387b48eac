"""What must hold of stock: what is on hand is the sum of its moves, and moves equal lines."""

_SALE = (
    " FROM stock_move JOIN sale ON sale.id = stock_move.sale_id"
    " JOIN till ON till.id = sale.till_id WHERE stock_move.sale_id IS NOT NULL"
)

STOCK_FAULTS: dict[str, tuple[str, ...]] = {
    "stock": (
        "SELECT 'on hand', product.name FROM product_stock"
        " JOIN product ON product.id = product_stock.product_id WHERE on_hand_milli <> coalesce("
        "(SELECT sum(quantity_milli) FROM stock_move WHERE product_id = product.id), 0)",
        "SELECT 'sold', till.number, sale.sequence" + _SALE + " AND -quantity_milli IS NOT"
        " (SELECT sum(quantity_milli) FROM sale_line WHERE sale_id = sale.id"
        " AND product_id = stock_move.product_id)",
        "SELECT 'sold twice', till.number, sale.sequence" + _SALE + " AND EXISTS"
        " (SELECT 1 FROM stock_move AS other WHERE other.sale_id = sale.id"
        " AND other.product_id = stock_move.product_id AND other.id < stock_move.id)",
        # What comes back need not go on the shelf again, but never more of it.
        "SELECT 'returned', till.number, refund.sequence FROM stock_move"
        " JOIN refund ON refund.id = stock_move.refund_id JOIN till ON till.id = refund.till_id"
        " WHERE stock_move.refund_id IS NOT NULL AND quantity_milli > coalesce("
        "(SELECT sum(quantity_milli) FROM refund_line WHERE refund_id = refund.id"
        " AND product_id = stock_move.product_id), 0)",
    ),
}
