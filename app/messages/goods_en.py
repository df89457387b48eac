"""The messages about stock, labels and invoices in English."""

SENTENCES: dict[str, str] = {}
REASONS = {
    "no_such_product": "is not a product of this shop; add it first, or correct the barcode",
}
FIELDS = {
    "cost": "cost",
    "low": "low-stock mark",
}
