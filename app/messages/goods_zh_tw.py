"""The messages about stock, labels and invoices in Traditional Chinese."""

SENTENCES: dict[str, str] = {}
REASONS = {
    "no_such_product": "不是本店的商品；請先新建商品，或更正條碼",
}
FIELDS = {
    "cost": "成本",
    "low": "庫存預警線",
}
