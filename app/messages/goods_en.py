"""The messages about stock, labels and invoices in English."""

SENTENCES = {
    "InvoiceNotAsked": "no invoice was asked for at this sale; ask for it first.",
    "InvoiceStands": "the invoice {number} was issued for this sale; cancel it before another.",
    "LabelsWithoutCode": (
        "there is no barcode to print; have codes of the shop's own given, or take shelf prices."
    ),
    "LabelTooSmall": "the code {code} of {name} is too long for this label; choose a larger paper.",
}
REASONS = {
    "not_a_tax_number": "is no tax number; give the 18 signs of the unified social credit code",
    "no_such_product": "is not a product of this shop; add it first, or correct the barcode",
    "twice_in_file": "stands further up in the file too, with other values; keep one of the two",
    "wrong_check": "has a wrong last sign; compare each sign with the certificate",
}
FIELDS = {
    "commission": "commission",
    "copies": "number of copies",
    "cost": "cost",
    "invoice_number": "number of the invoice",
    "low": "low-stock mark",
    "start": "first free place",
    "tax_number": "tax number",
    "title": "title of the invoice",
}
