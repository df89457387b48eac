"""The messages about stock, labels and invoices in Simplified Chinese."""

SENTENCES: dict[str, str] = {}
REASONS = {
    "no_such_product": "不是本店的商品；请先新建商品，或更正条码",
}
FIELDS = {
    "cost": "成本",
    "low": "库存预警线",
}
