"""The verb `labels`: barcode labels and shelf prices as PDF."""

from argparse import Namespace

from app.cli.console import Console, counted
from app.cli.loyalty import whole
from app.cli.stock import product_named
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.products import Product
from app.shop import Shop


def labels(asked: Namespace, console: Console) -> int:
    """Save the labels. Raises ProductUnknown, FieldInvalid, FileUnreadable, LabelTooSmall."""
    from app.services.documents.label_formats import LABEL_FORMATS
    from app.services.documents.product_label import save_labels

    out, paper = typed_path(asked.out), LABEL_FORMATS[asked.format]
    copies, start = whole(asked.copies, "copies"), whole(asked.start, "start")
    if not 1 <= start <= paper.places:
        raise FieldInvalid("start", "out_of_range", asked.start)
    shop = console.open_shop()
    products = _products(shop, asked)
    if not products:
        raise FieldInvalid("name", "required")
    ids = [product.product_id for product in products]
    given = shop.labels.give_codes(ids) if asked.give_codes else ()
    facts = shop.labels.facts([(each, copies) for each in ids])
    pages = save_labels(
        out, facts, shop.desk.settings.facts, paper, asked.kind, start=start,
        progress=console.progress("Labels"),
    )  # fmt: skip
    told = {
        "file": str(out),
        "labels": copies * len(facts),
        "pages": pages,
        "codes_given": [{"name": each.name, "barcode": each.barcodes[0]} for each in given],
    }
    made = f"Saved {counted(copies * len(facts), 'label')} on {counted(pages, 'page')} in {out}"
    console.show(told, made)
    return 0


def _products(shop: Shop, asked: Namespace) -> list[Product]:
    if asked.all or asked.category:
        return [
            product
            for product in shop.products.on_sale()
            if not asked.category or product.category == asked.category
        ]
    return [product_named(shop, text) for text in asked.product]
