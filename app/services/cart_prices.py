"""A basket at today's prices, and what changed since it was filled (rule 8)."""

from dataclasses import replace
from operator import attrgetter, is_not

from app.models import sales as stored
from app.models.database import Database, Row
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts
from app.services.rules.pricing import Quote, Reason

# What of an item may move, in the order of `priced_products`.
_as_stored = attrgetter(
    "name", "unit_price_minor", "member_price_minor", "tax_rate_bp", "weighed", "category"
)


def refreshed(database: Database, cart: Cart) -> Cart:
    """The cart with every product's price and name as they stand now.

    A product that a restore took away is sold as it was last known, as an open item.
    """
    keys = [None if (id_ := line.item.product_id) is None else id_.bytes for line in cart.lines]
    wanted = [key for key in keys if key is not None]
    if not wanted:
        return cart
    current = {row[0]: row[1:] for row in stored.priced_products(database, wanted)}
    lines = [
        # Nearly always nothing moved, and an equal line is not worth a copy on every sale.
        line if key is None or _as_stored(line.item) == current.get(key)
        else _current_line(line, current.get(key))
        for line, key in zip(cart.lines, keys, strict=True)
    ]  # fmt: skip
    return replace(cart, lines=tuple(lines)) if any(map(is_not, lines, cart.lines)) else cart


def price_changes(parked: Cart, fresh: Cart) -> tuple[Reason, ...]:
    """A `price_changed` reason for each product that costs this basket another price than before.

    With a member on it that is the price for members; a shelf price that they do not pay, and
    what a label from the scale came to, changed nothing for them. Each product is told once.
    """
    changes: dict[Reason, None] = {}
    for old, new in zip(parked.lines, fresh.lines, strict=True):
        before, after = _asked_minor(old.item, parked.member), _asked_minor(new.item, fresh.member)
        if before != after and new.gross_minor is None:
            facts: tuple[tuple[str, str | int], ...] = (
                ("name", new.item.name),
                ("before_minor", before),
                ("after_minor", after),
            )
            changes[Reason("price_changed", facts)] = None
    return tuple(changes)


def no_longer_sold(database: Database, cart: Cart) -> tuple[Reason, ...]:
    """A `no_longer_sold` reason for each product that was taken off sale since."""
    ids = [line.item.product_id.bytes for line in cart.lines if line.item.product_id is not None]
    names = stored.withdrawn_names(database, ids) if ids else []
    return tuple(Reason("no_longer_sold", (("name", name),)) for name in names)


def _asked_minor(item: Item, member: MemberFacts | None) -> int:
    """What one piece, or one kilogram, costs whoever is on the basket, before any offer."""
    if member is None or member.frozen or item.member_price_minor is None:
        return item.unit_price_minor
    return min(item.unit_price_minor, item.member_price_minor)


def _current_line(line: CartLine, row: Row | None) -> CartLine:
    item = line.item
    if row is None:
        return replace(line, item=replace(item, product_id=None))
    name, price_minor, member_price_minor, tax_rate_bp, weighed, category = row
    fresh = replace(
        item,
        name=name,
        unit_price_minor=price_minor,
        member_price_minor=member_price_minor,
        category=category,
        tax_rate_bp=tax_rate_bp,
        weighed=bool(weighed),
    )
    return replace(line, item=fresh)


def same_price(quoted: Quote, fresh: Quote) -> bool:
    """Whether a basket still costs what was quoted, line by line."""
    return quoted.total_minor == fresh.total_minor and [
        line.total_minor for line in quoted.lines
    ] == [line.total_minor for line in fresh.lines]
