"""Products from a table: a row is known by its barcode, or by its name where it has none."""

from dataclasses import replace
from uuid import UUID, uuid5

from app.errors import BarcodeTaken, FieldInvalid, ProductUnknown
from app.models import bulk
from app.services.desk import Desk
from app.services.exchange.amounts import amount_text
from app.services.exchange.cells import folded, split_list
from app.services.exchange.identity import IMPORTED
from app.services.exchange.pace import Pace
from app.services.exchange.plan import ImportOptions, Record, Tally
from app.services.product_drafts import CheckedProduct, ProductDraft, check_product
from app.services.products import Product, Products


class ProductIntake:
    """Takes product rows one by one, inside the import's transaction."""

    def __init__(
        self, desk: Desk, products: Products, options: ImportOptions, tally: Tally
    ) -> None:
        self._desk = desk
        self._products = products
        self._options = options
        self._tally = tally
        self._line_of: dict[UUID, int] = {}

    def take(self, record: Record) -> None:
        """Add, change or recognise one product. Raises FieldInvalid, BarcodeTaken."""
        codes = split_list(folded(record.text("barcode")))
        name = record.text("name").strip()
        known = self._known(codes, name)
        if known is None:
            draft = _drafted(record, ProductDraft(tile=not codes))
            identity = uuid5(IMPORTED, f"product\n{codes[0] if codes else name}")
            made = None if self._is_kept(identity) else identity
            product_id = self._products.add(draft, product_id=made).product_id
            self._line_of[product_id] = record.line
            self._tally.added += 1
            return
        draft = _drafted(record, self._products.draft_of(known.product_id))
        first = self._line_of.setdefault(known.product_id, record.line)
        if _same(self._checked(draft), known):
            self._tally.unchanged += 1
            return
        field, text = ("barcode", codes[0]) if codes else ("name", name)
        if first != record.line:
            # Which of the two is meant is not for the program to guess.
            self._tally.earlier[record.line] = first
            raise FieldInvalid(field, "twice_in_file", text)
        if not self._options.update:
            raise FieldInvalid(field, "differs", text)
        self._products.update(known.product_id, draft)
        self._tally.updated += 1

    def finish(self, _pace: Pace) -> None:
        """Nothing is kept back."""

    def _known(self, codes: tuple[str, ...], name: str) -> Product | None:
        found: dict[UUID, Product] = {}
        for code in codes:
            try:
                product = self._products.by_barcode(code, archived=True)
            except ProductUnknown:
                continue
            found[product.product_id] = product
        if len(found) > 1:
            raise BarcodeTaken(codes[-1], next(iter(found.values())).name)
        if found:
            return next(iter(found.values()))
        if codes or not name:
            return None
        product_id = bulk.product_without_barcode(self._desk.database, name)
        return None if product_id is None else self._products.get(UUID(bytes=product_id))

    def _is_kept(self, product_id: UUID) -> bool:
        """Whether an earlier import gave this id to a product that changed its code since."""
        try:
            self._products.get(product_id)
        except ProductUnknown:
            return False
        return True

    def _checked(self, draft: ProductDraft) -> CheckedProduct:
        settings = self._desk.settings
        return check_product(draft, settings.money, settings.tax_rate_bp)


def _drafted(record: Record, draft: ProductDraft) -> ProductDraft:
    """The draft with every field that the file has a column for."""
    texts = {
        name: record.text(name)
        for name in ("name", "category", "tax_rate")
        if name in record.columns
    }
    for name in ("price", "member_price", "cost"):
        if name in record.columns:
            texts[name] = amount_text(name, record.text(name))
    if "barcode" in record.columns:
        draft = replace(draft, barcodes=split_list(folded(record.text("barcode"))))
    # A price column says nothing about tiles, colours or weighing: those stay.
    return replace(draft, **texts)  # type: ignore[arg-type]


def _same(checked: CheckedProduct, product: Product) -> bool:
    return (
        checked.name,
        set(checked.barcodes),
        checked.price_minor,
        checked.member_price_minor,
        checked.category,
        checked.tax_rate_bp,
        checked.cost_minor,
    ) == (
        product.name,
        set(product.barcodes),
        product.price_minor,
        product.member_price_minor,
        product.category,
        product.tax_rate_bp,
        product.cost_minor,
    )
