"""The verb `stock`: what is on hand, deliveries, counts and losses."""

from argparse import Namespace
from uuid import UUID

from app.cli.console import Console, facts, table
from app.cli.parser import UsageError
from app.errors import FieldInvalid, ProductUnknown
from app.places import typed_path
from app.services.ids import uuid7
from app.services.on_sale import Product
from app.services.product_drafts import checked_amount
from app.services.rules.money import parse_milli, quantity
from app.services.stock import StockLine, StockRow
from app.shop import Shop


def listed(asked: Namespace, console: Console) -> int:
    """Show everything tracked."""
    return _shown(console, low_only=False, nothing="No product is tracked yet.")


def low(asked: Namespace, console: Console) -> int:
    """Show what is low or below zero, or save the list. Raises FileUnreadable."""
    if asked.out:
        from app.services.documents.goods_reports import stock_report
        from app.services.documents.table_report import save_report

        shop, out = console.open_shop(), typed_path(asked.out)
        rows = shop.stock.rows(low_only=True)
        shop_facts, day = shop.desk.settings.facts, shop.desk.today().isoformat()
        save_report(out, stock_report(rows, shop_facts, day, low_only=True), shop_facts)
        console.show({"file": str(out), "rows": len(rows)}, f"Saved the list in {out}")
        return 0
    return _shown(console, low_only=True, nothing="Nothing is low.")


def history(asked: Namespace, console: Console) -> int:
    """Show a product's moves. Raises ProductUnknown."""
    shop = console.open_shop()
    product = product_named(shop, asked.product)
    told = [
        {
            "moved_at": move.moved_at.isoformat(timespec="seconds"),
            "kind": move.kind.value,
            "quantity": quantity(move.quantity_milli),
            "on_hand": quantity(move.balance_milli),
            "cost": None if move.cost_minor is None else console.amount(move.cost_minor),
            "reason": move.reason,
            "document": move.document,
            "staff": move.staff,
        }
        for move in shop.stock.history(product.product_id)
    ]
    heading = ("moved_at", "kind", "quantity", "on_hand", "document", "reason", "staff")
    rows = [[each[name] for name in heading] for each in told]
    named = [name.replace("_", " ") for name in heading]
    shown = table(named, rows, frozenset({2, 3})) if told else "It was never moved."
    console.show(told, shown)
    return 0


def receive(asked: Namespace, console: Console) -> int:
    """Book a delivery. Raises ProductUnknown, FieldInvalid."""
    shop = console.open_shop()
    cost = checked_amount("cost", asked.cost, console.currency) if asked.cost.strip() else None
    product, line = _line(shop, asked, cost)
    shop.stock.receive([line], asked.reason)
    return _now(shop, product, console)


def count(asked: Namespace, console: Console) -> int:
    """Book what was counted. Raises ProductUnknown, FieldInvalid."""
    shop = console.open_shop()
    mark = _milli("low", asked.low) if asked.low.strip() else None
    product, line = _line(shop, asked)
    shop.stock.count([line])
    if mark is not None:
        shop.stock.track(product.product_id, mark)
    return _now(shop, product, console)


def loss(asked: Namespace, console: Console) -> int:
    """Book a loss. Raises ProductUnknown, FieldInvalid."""
    shop = console.open_shop()
    product, line = _line(shop, asked)
    shop.stock.lose([line], asked.reason)
    return _now(shop, product, console)


def product_named(shop: Shop, text: str) -> Product:
    """The product with this barcode, or with exactly this name. Raises ProductUnknown."""
    try:
        return shop.products.by_barcode(text, archived=True)
    except ProductUnknown:
        named = [product for product in shop.products.on_sale() if product.name == text.strip()]
        if len(named) != 1:
            words = "add it first, in Products or with `regulars import products FILE`"
            raise UsageError(f"No product is called {text.strip()[:60]}; {words}.") from None
        return named[0]


def _line(shop: Shop, asked: Namespace, cost_minor: int | None = None) -> tuple[Product, StockLine]:
    product = product_named(shop, asked.product)
    milli = _milli("quantity", asked.quantity)
    return product, StockLine(product.product_id, milli, cost_minor, move_id=_id(asked.id))


def _id(text: str) -> UUID:
    if not text:
        return uuid7()
    try:
        return UUID(text)
    except ValueError as error:
        raise FieldInvalid("id", "not_an_id", text) from error


def _milli(field: str, text: str) -> int:
    milli = parse_milli(text)
    if milli is None:
        raise FieldInvalid(field, "not_a_quantity", text)
    return milli


def _now(shop: Shop, product: Product, console: Console) -> int:
    level = shop.stock.level(product.product_id)
    assert level is not None
    told = {
        "product": product.name,
        "on_hand": quantity(level.on_hand_milli),
        "low": None if level.low_milli is None else quantity(level.low_milli),
        "is_low": level.low,
    }
    console.show(told, facts(told))
    return 0


def _shown(console: Console, *, low_only: bool, nothing: str) -> int:
    rows = console.open_shop().stock.rows(low_only=low_only)
    told = [_told(row, console) for row in rows]
    heading = ("barcode", "name", "category", "on_hand", "low", "cost")
    cells = [[each[name] for name in heading] for each in told]
    named = [name.replace("_", " ") for name in heading]
    console.show(told, table(named, cells, frozenset({3, 4, 5})) if told else nothing)
    return 0


def _told(row: StockRow, console: Console) -> dict[str, object]:
    level = row.level
    return {
        "barcode": row.barcode,
        "name": row.name,
        "category": row.category,
        "on_hand": quantity(level.on_hand_milli),
        "low": None if level.low_milli is None else quantity(level.low_milli),
        "cost": None if row.cost_minor is None else console.amount(row.cost_minor),
        "is_low": level.low,
    }
