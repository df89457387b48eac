"""The verb `sale`: a JSON file in, a completed sale and its receipt out."""

from argparse import Namespace
from dataclasses import replace

from app.cli.cart_file import AskedLine, AskedSale, place, read_sale
from app.cli.console import Console
from app.cli.receipts import told_receipt
from app.errors import FieldInvalid, ProductUnknown, ShopError
from app.services.ids import uuid7
from app.services.lookup import ProductFound
from app.services.rules.cart import AppliedPass, Cart, CartLine, Item, add
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.money import MILLI
from app.services.rules.receipt import Receipt
from app.services.tips import tip_line
from app.shop import Shop


def sale(asked: Namespace, console: Console) -> int:
    """Complete the sale in the file and print its receipt; the same `id` again sells once.

    Raises what reading the file and `Checkout.complete` raise; then nothing was sold.
    """
    shop = console.open_shop()
    desk = shop.desk
    wanted = read_sale(asked.file, desk.settings.money, desk.zone)
    console.show_json(told_receipt(_completed(wanted, shop), console))
    return 0


def _completed(wanted: AskedSale, shop: Shop) -> Receipt:
    try:
        cart = _cart(wanted, shop)
    except ShopError:
        # A repeat finds its receipt even if the card was lost or the product left meanwhile.
        first = None if wanted.sale_id is None else shop.sales.by_id(wanted.sale_id)
        if first is None:
            raise
        return first
    sale_id = wanted.sale_id or uuid7()
    return shop.checkout.complete(sale_id, cart, None, wanted.tenders, at=wanted.at)


def _cart(wanted: AskedSale, shop: Shop) -> Cart:
    member = None
    if wanted.member:
        member = shop.loyalty.facts(shop.members.resolve(wanted.member).member_id)
    lines = []
    for number, line in enumerate(wanted.lines, 1):
        with place(f"Line {number}"):
            lines.append(_served(line_of(line, shop), line, shop))
    coupons = tuple(shop.coupons.laid(code) for code in wanted.coupons)
    passes: tuple[AppliedPass, ...] = ()
    if wanted.passes:
        passes = shop.passes.to_lay(None if member is None else member.member_id, wanted.passes)
    cart = Cart(
        tuple(lines),
        member,
        wanted.discount,
        coupons,
        wanted.rewards,
        passes=passes,
        vouchers=wanted.vouchers,
    )
    return add(cart, tip_line(shop.desk, cart, wanted.tip_minor)) if wanted.tip_minor else cart


def _served(line: CartLine, asked: AskedLine, shop: Shop) -> CartLine:
    """The line with who served it. Raises StaffUnknown."""
    if not asked.served_by:
        return line
    return replace(line, served_by=shop.staff.find(asked.served_by).staff_id)


def line_of(line: AskedLine, shop: Shop) -> CartLine:
    """A line of the file as the shop sells it. Raises ProductUnknown, FieldInvalid."""
    if not line.barcode and line.unit_price_minor is None:
        item = _named(line.name, shop)
        return CartLine(uuid7(), item, line.quantity_milli or MILLI, line.discount)
    if not line.barcode:
        assert line.unit_price_minor is not None
        item = Item(
            name=line.name,
            unit_price_minor=line.unit_price_minor,
            category=line.category,
            tax_rate_bp=shop.desk.settings.tax_rate_bp,
        )
        return CartLine(uuid7(), item, line.quantity_milli or MILLI, line.discount)
    labelled = _scanned(line.barcode, shop)
    if line.quantity_milli is None:
        return replace(labelled, discount=line.discount)
    if _weighed_by_label(labelled) and line.quantity_milli != labelled.quantity_milli:
        raise FieldInvalid("quantity", "on_the_label")
    return replace(labelled, quantity_milli=line.quantity_milli, discount=line.discount)


def _named(name: str, shop: Shop) -> Item:
    """The one product on sale of exactly this name. Raises FieldInvalid: else it has no price."""
    named = [product.item for product in shop.products.on_sale() if product.name == name]
    if len(named) != 1:
        raise FieldInvalid("unit_price", "required")
    return named[0]


def _scanned(barcode: str, shop: Shop) -> CartLine:
    """The product's line, as its barcode or a scale's label tells it."""
    try:
        return CartLine(uuid7(), shop.products.by_barcode(barcode).item)
    except ProductUnknown:
        if kind_of(cleaned(barcode)) is not CodeKind.IN_STORE:
            raise
    found = shop.lookup.scan(barcode)
    if not isinstance(found, ProductFound):
        raise ProductUnknown(barcode)
    return found.line


def _weighed_by_label(line: CartLine) -> bool:
    """Whether the in-store code itself says how much there is, or what it costs."""
    return line.gross_minor is not None or line.quantity_milli != MILLI
