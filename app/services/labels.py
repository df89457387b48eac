"""What stands on product labels, and codes of the shop's own for what has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from app.errors import FieldInvalid, LabelsWithoutCode
from app.models import products as stored
from app.services.desk import Approval, Desk, audit
from app.services.product_drafts import same_codes
from app.services.products import Product, Products
from app.services.rules.codes import CodeKind, InStoreLayout, gtin_check_digit, kind_of
from app.services.rules.labels import label_barcodes
from app.services.rules.powers import Power

COPIES_LIMIT = 1_000
LABELS_LIMIT = 20_000
IN_STORE_PREFIX = "20"


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """One product as its label tells it; prices for a piece, or a kilogram where weighed."""

    name: str
    code: str
    price_minor: int
    member_price_minor: int | None = None
    weighed: bool = False
    copies: int = 1


class Labels:
    """Puts labels together; the paper is drawn by `documents.product_label`."""

    def __init__(self, desk: Desk, products: Products) -> None:
        self._desk = desk
        self._products = products

    def facts(self, wanted: Sequence[tuple[UUID, int]]) -> tuple[LabelFacts, ...]:
        """The labels of (product, copies), in that order. Raises ProductUnknown, FieldInvalid."""
        for _, copies in wanted:
            if not 1 <= copies <= COPIES_LIMIT:
                raise FieldInvalid("copies", "out_of_range", str(copies))
        if sum(copies for _, copies in wanted) > LABELS_LIMIT:
            raise FieldInvalid("copies", "too_many")
        return tuple(_facts(self._products.get(each), copies) for each, copies in wanted)

    def without_code(self, labels: Sequence[LabelFacts]) -> int:
        """How many products would have a barcode label without a barcode.

        Raises LabelsWithoutCode where not one of them has a code.
        """
        without = sum(1 for label in labels if not label.code)
        if without == len(labels):
            raise LabelsWithoutCode
        return without

    def give_codes(
        self, product_ids: Sequence[UUID], *, approval: Approval | None = None
    ) -> tuple[Product, ...]:
        """Give those that have no barcode one of the shop's own; others keep theirs.

        An EAN-13 that starts with 20, the item digits free, no value: a scale may weigh the same
        item. Returns the products that got one. Raises ProductUnknown, FieldInvalid, NeedsApproval.
        """
        database, layout = self._desk.database, self._desk.settings.in_store

        def work() -> tuple[Product, ...]:
            given: list[Product] = []
            item = 0
            for product_id in product_ids:
                if self._products.get(product_id).barcodes:
                    continue
                item = self._free_item(item, layout)
                code = in_store_code(item, layout)
                stored.replace_barcodes(database, product_id.bytes, (code,))
                stored.touch(database, product_id.bytes, self._desk.now_ms())
                given.append(self._products.get(product_id))
            if given:
                approved = self._desk.require(Power.PRODUCTS, approval=approval)
                audit(self._desk, "product.codes", approved_by=approved, count=len(given))
            return tuple(given)

        try:
            return self._desk.transaction(work)
        finally:
            self._products.forget()

    def _free_item(self, after: int, layout: InStoreLayout) -> int:
        """The first item number above `after` that no product's code means."""
        last: int = 10**layout.item_digits - 1
        start: int = max(after, stored.highest_item(self._desk.database, layout.item_digits))
        for item in chain(range(start + 1, last + 1), range(after + 1, start + 1)):
            code = in_store_code(item, layout)
            ways = {*same_codes(code), *label_barcodes(code, f"{item:0{layout.item_digits}d}")}
            if all(stored.owner_of(self._desk.database, way) is None for way in ways):
                return item
        raise FieldInvalid("barcode", "too_many")


def in_store_code(item: int, layout: InStoreLayout) -> str:
    """The shop's own EAN-13 for an item number: prefix 20, the item, no value, check digit."""
    body = f"{IN_STORE_PREFIX}{item:0{layout.item_digits}d}".ljust(12, "0")
    return body + gtin_check_digit(body)


def _facts(product: Product, copies: int) -> LabelFacts:
    codes = product.barcodes
    # A code that every scanner knows before one of the shop's own.
    known = [code for code in codes if kind_of(code) is not CodeKind.OTHER]
    return LabelFacts(
        name=product.name,
        code=(known or list(codes) or [""])[0],
        price_minor=product.price_minor,
        member_price_minor=product.member_price_minor,
        weighed=product.weighed,
        copies=copies,
    )
