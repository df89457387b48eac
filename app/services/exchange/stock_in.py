"""Counts from a table: what is on hand now, by barcode, or by name where there is none."""

from uuid import UUID

from app.errors import FieldInvalid, ProductUnknown
from app.models import bulk
from app.services.desk import Desk
from app.services.exchange.amounts import amount_text
from app.services.exchange.cells import folded, split_list
from app.services.exchange.pace import Pace
from app.services.exchange.plan import Record, Tally
from app.services.products import Product, Products
from app.services.rules.money import QUANTITY_LIMIT_MILLI, parse_milli
from app.services.rules.stock import Level
from app.services.stock import Stock, StockLine


class StockIntake:
    """Takes counted quantities row by row, and books them at the end, inside the import's
    transaction: a row that says what the file says already moves nothing."""

    def __init__(self, desk: Desk, products: Products, tally: Tally) -> None:
        self._desk = desk
        self._products = products
        self._stock = Stock(desk)
        self._tally = tally
        self._lines: dict[UUID, StockLine] = {}
        self._marks: dict[UUID, int | None] = {}

    def take(self, record: Record) -> None:
        """Note one counted product. Raises FieldInvalid."""
        product = self._product(record)
        key = product.product_id
        if key in self._marks:
            raise FieldInvalid("barcode", "duplicate", product.name)
        counted = _milli("quantity", record.text("quantity"), required=True)
        assert counted is not None
        level = self._stock.level(key)
        mark = None if level is None else level.low_milli
        if "low" in record.columns:
            mark = _milli("low", record.text("low"))
        self._marks[key] = mark
        if level == Level(counted, mark):
            self._tally.unchanged += 1
            return
        self._lines[key] = StockLine(key, counted)
        if level is None:
            self._tally.added += 1
        else:
            self._tally.updated += 1

    def finish(self, _pace: Pace) -> None:
        """Book the counts."""
        if self._lines:
            self._stock.count(tuple(self._lines.values()))
        for key in self._lines:
            self._stock.track(key, self._marks[key])

    def _product(self, record: Record) -> Product:
        codes = split_list(folded(record.text("barcode")))
        for code in codes:
            try:
                return self._products.by_barcode(code, archived=True)
            except ProductUnknown:
                continue
        name = record.text("name").strip()
        if codes or not name:
            field, text = ("barcode", codes[0]) if codes else ("name", "")
            raise FieldInvalid(field, "no_such_product" if text else "required", text)
        found = bulk.product_without_barcode(self._desk.database, name)
        if found is None:
            raise FieldInvalid("name", "no_such_product", name)
        return self._products.get(UUID(bytes=found))


def _milli(field: str, text: str, *, required: bool = False) -> int | None:
    """A quantity of zero or more in thousandths; a blank one is None. Raises FieldInvalid."""
    plain = amount_text(field, text)
    if not plain:
        if required:
            raise FieldInvalid(field, "required")
        return None
    milli = parse_milli(plain)
    if milli is None or milli > QUANTITY_LIMIT_MILLI:
        raise FieldInvalid(field, "not_a_quantity", text)
    if milli < 0:
        raise FieldInvalid(field, "negative", text)
    return milli
