"""The verb `labels`: barcode labels and shelf prices, as PDF or on the receipt printer."""

from argparse import Namespace

from app.cli.console import Console, counted
from app.cli.loyalty import whole
from app.cli.printing import printer_for, send
from app.cli.stock import product_named
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.products import Product
from app.shop import Shop


def labels(asked: Namespace, console: Console) -> int:
    """Save or print the labels. Raises ProductUnknown, FieldInvalid, FileUnreadable,
    LabelTooSmall, LabelsWithoutCode; to print them LabelTooWide, NoReceiptPrinter, PrinterFault."""
    from app.services.documents.label_formats import LABEL_FORMATS
    from app.services.documents.product_label import label_pages, save_labels
    from app.services.printing.papers import check_label, label_bytes

    paper = LABEL_FORMATS[asked.format or ("a4-3x8" if asked.out else "roll-40x30")]
    copies, start = whole(asked.copies, "copies"), whole(asked.start, "start")
    if not 1 <= start <= paper.places:
        raise FieldInvalid("start", "out_of_range", asked.start)
    shop = console.open_shop()
    products = _products(shop, asked)
    if not products:
        raise FieldInvalid("name", "required")
    setup = printer_for(shop.config, asked.to) if not asked.out else None
    if setup is not None:
        check_label(paper.page_width, setup)
    ids = [product.product_id for product in products]
    given = shop.labels.give_codes(ids) if asked.give_codes else ()
    facts = shop.labels.facts([(each, copies) for each in ids])
    without = shop.labels.without_code(facts) if asked.kind == "barcode" else 0
    told: dict[str, object] = {
        "without_code": without,
        "labels": copies * len(facts),
        "codes_given": [{"name": each.name, "barcode": each.barcodes[0]} for each in given],
    }
    shop_facts, count = shop.desk.settings.facts, counted(copies * len(facts), "label")
    if setup is not None:
        data = label_bytes(label_pages(facts, shop_facts, paper, asked.kind), setup)
        told["to"] = send(data, setup, asked.to, console)
        console.show(told, f"Printed {count} on {told['to']}")
        return 0
    out = typed_path(asked.out)
    pages = save_labels(
        out, facts, shop_facts, paper, asked.kind, start=start,
        progress=console.progress("Labels"),
    )  # fmt: skip
    told |= {"file": str(out), "pages": pages}
    console.show(told, f"Saved {count} on {counted(pages, 'page')} in {out}")
    return 0


def _products(shop: Shop, asked: Namespace) -> list[Product]:
    if asked.all or asked.category:
        return [
            product
            for product in shop.products.on_sale()
            if not asked.category or product.category == asked.category
        ]
    return [product_named(shop, text) for text in asked.product]
