"""Queries and writes on products, their barcodes and categories."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import peewee

from app.models.database import Database
from app.models.tables.catalog import Barcode, Category, Product

_COLUMNS = """
    p.id, p.name, p.category_id, coalesce(c.name, ''), coalesce(c.position, -1), p.price_minor,
    p.member_price_minor, p.tax_rate_bp, p.weighed, p.colour, p.tile_position, p.search,
    p.active, p.updated_at, p.cost_minor
    FROM product p LEFT JOIN category c ON c.id = p.category_id
"""


_LOW = "(SELECT product_id FROM product_stock WHERE on_hand_milli <= coalesce(low_milli, -1))"


class ProductRow(NamedTuple):
    """A product as stored; `category_position` is -1 without a category."""

    id: bytes
    name: str
    category_id: bytes | None
    category: str
    category_position: int
    price_minor: int
    member_price_minor: int | None
    tax_rate_bp: int
    weighed: int
    colour: str
    tile_position: int | None
    search: str
    active: int
    updated_at: int
    cost_minor: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which products a list shows. `query` is in the form of the search tokens, `text` as typed.

    `active` None shows the archived ones too.
    """

    text: str = ""
    query: str = ""
    category_id: UUID | None = None
    active: bool | None = True
    low: bool = False


# --- reading ------------------------------------------------------------------


def find(database: Database, product_id: bytes) -> ProductRow | None:
    """One product."""
    found = database.row(f"SELECT {_COLUMNS} WHERE p.id = ?", (product_id,))
    return None if found is None else ProductRow(*found)


def all_active(database: Database) -> list[ProductRow]:
    """Every product on sale, tiles first in their order, then by name."""
    rows = database.rows(
        f"SELECT {_COLUMNS} WHERE p.active = 1"
        " ORDER BY p.tile_position IS NULL, p.tile_position, p.name, p.id"
    )
    return [ProductRow(*row) for row in rows]


def active_barcodes(database: Database) -> list[tuple[bytes, str]]:
    """(product id, code) of every product on sale, in the order of the codes."""
    rows = database.rows(
        "SELECT b.product_id, b.code FROM barcode b JOIN product p ON p.id = b.product_id"
        " WHERE p.active = 1 ORDER BY b.code"
    )
    return [(row[0], row[1]) for row in rows]


def barcodes_of(database: Database, product_id: bytes) -> tuple[str, ...]:
    """The codes of one product, in their order."""
    rows = database.rows(
        "SELECT code FROM barcode WHERE product_id = ? ORDER BY code", (product_id,)
    )
    return tuple(row[0] for row in rows)


def owner_of(database: Database, code: str) -> bytes | None:
    """The product that has exactly this barcode, archived ones too."""
    found: bytes | None = database.value("SELECT product_id FROM barcode WHERE code = ?", (code,))
    return found


def stamp(database: Database) -> tuple[Any, ...]:
    """A value that changes whenever a product or a category does."""
    return (
        database.row(
            "SELECT (SELECT count(*) FROM product), (SELECT max(updated_at) FROM product),"
            " (SELECT sum(updated_at) FROM product), (SELECT count(*) FROM barcode)"
        )
        or ()
    )


def file_state(database: Database) -> tuple[object, int]:
    """This connection, and a number that changes when another one has committed something."""
    return database.connection, int(database.value("PRAGMA data_version"))


def page_count(database: Database, wanted: Wanted) -> int:
    """How many products a list has."""
    return int(database.query(_listed(wanted, peewee.fn.count(Product.id)))[0][0])


def page(database: Database, wanted: Wanted, offset: int, limit: int) -> list[UUID]:
    """The ids of one page of a list, by category, then tile, then name."""
    query = _listed(wanted, Product.id).order_by(
        Category.position.is_null(),
        Category.position,
        Product.tile_position.is_null(),
        Product.tile_position,
        Product.name,
        Product.id,
    )
    return [row[0] for row in database.query(query.offset(offset).limit(limit))]


def _listed(wanted: Wanted, *columns: Any) -> peewee.Select:
    query = Product.select(*columns).join(Category, peewee.JOIN.LEFT_OUTER)
    if wanted.active is not None:
        query = query.where(Product.active == wanted.active)
    if wanted.low:
        query = query.where(Product.id.in_(peewee.SQL(_LOW)))
    if wanted.category_id is not None:
        query = query.where(Product.category == wanted.category_id)
    if wanted.text:
        coded = Barcode.select(Barcode.product).where(Barcode.code.startswith(wanted.text))
        hit = Product.name.contains(wanted.text) | Product.id.in_(coded)
        if wanted.query:
            hit |= Product.search.startswith(wanted.query)
            hit |= Product.search.contains("\n" + wanted.query)
        query = query.where(hit)
    return query


# --- writing ------------------------------------------------------------------


def insert(database: Database, values: Sequence[Any]) -> None:
    """Add a product: id, name, category, price, member price, tax rate, weighed, colour,
    tile position, search, created_at and updated_at (the same), cost."""
    database.execute(
        "INSERT INTO product (id, name, category_id, price_minor, member_price_minor,"
        " tax_rate_bp, weighed, colour, tile_position, search, active, created_at, updated_at,"
        " cost_minor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?11, ?12)",
        values,
    )


def update(database: Database, values: Sequence[Any]) -> None:
    """Change a product; the values are those of `insert`, the time that of the change."""
    database.execute(
        "UPDATE product SET name = ?2, category_id = ?3, price_minor = ?4,"
        " member_price_minor = ?5, tax_rate_bp = ?6, weighed = ?7, colour = ?8,"
        " tile_position = ?9, search = ?10, updated_at = max(?11, updated_at + 1),"
        " cost_minor = ?12"
        " WHERE id = ?1",
        values,
    )


def set_active(database: Database, product_id: bytes, active: bool, now_ms: int) -> None:
    """Archive a product or bring it back."""
    database.execute(
        "UPDATE product SET active = ?, updated_at = max(?, updated_at + 1) WHERE id = ?",
        (int(active), now_ms, product_id),
    )


def replace_barcodes(database: Database, product_id: bytes, codes: Iterable[str]) -> None:
    """Give a product these codes and no others."""
    database.execute("DELETE FROM barcode WHERE product_id = ?", (product_id,))
    database.executemany(
        "INSERT INTO barcode (code, product_id) VALUES (?, ?)",
        [(code, product_id) for code in codes],
    )


def touch(database: Database, product_id: bytes, now_ms: int) -> None:
    """Note that something about a product changed."""
    database.execute(
        "UPDATE product SET updated_at = max(?, updated_at + 1) WHERE id = ?", (now_ms, product_id)
    )


def highest_item(database: Database, item_digits: int) -> int:
    """The highest item number among the shop's own codes (20, item, zeros, check); else 0."""
    return int(
        database.value(
            "SELECT coalesce(max(CAST(substr(code, 3, ?1) AS INTEGER)), 0) FROM barcode"
            " WHERE code >= '20' AND code < '21' AND length(code) = 13"
            " AND substr(code, 3 + ?1, 10 - ?1) = substr('0000000000', 1, 10 - ?1)",
            (item_digits,),
        )
    )


# --- tiles and categories -----------------------------------------------------


def next_tile(database: Database) -> int:
    """The place after the last tile."""
    return int(database.value("SELECT coalesce(max(tile_position), 0) + 1 FROM product"))


def tile_order(database: Database) -> list[bytes]:
    """The products on tiles, in their order."""
    rows = database.rows(
        "SELECT id FROM product WHERE active = 1 AND tile_position IS NOT NULL"
        " ORDER BY tile_position, name, id"
    )
    return [row[0] for row in rows]


def place_tiles(database: Database, order: Sequence[bytes], now_ms: int) -> None:
    """Number the tiles 1, 2, 3 … in this order."""
    database.executemany(
        "UPDATE product SET tile_position = ?1, updated_at = max(?2, updated_at + 1)"
        " WHERE id = ?3 AND tile_position IS DISTINCT FROM ?1",
        [(place, now_ms, product_id) for place, product_id in enumerate(order, start=1)],
    )


def categories(database: Database) -> list[tuple[bytes, str, int]]:
    """(id, name, position) of the categories that hold a product, in their order."""
    rows = database.rows(
        "SELECT id, name, position FROM category c"
        " WHERE EXISTS (SELECT 1 FROM product WHERE category_id = c.id)"
        " ORDER BY position, name"
    )
    return [(row[0], row[1], row[2]) for row in rows]


def category_named(database: Database, name: str) -> bytes | None:
    """The id of the category of that name."""
    found: bytes | None = database.value("SELECT id FROM category WHERE name = ?", (name,))
    return found


def add_category(database: Database, category_id: bytes, name: str) -> None:
    """Add a category after the last one."""
    database.execute(
        "INSERT INTO category (id, name, position)"
        " SELECT ?, ?, coalesce(max(position) + 1, 0) FROM category",
        (category_id, name),
    )


def rename_category(database: Database, category_id: bytes, name: str, now_ms: int) -> None:
    """Rename a category; its products count as changed."""
    database.execute("UPDATE category SET name = ? WHERE id = ?", (name, category_id))
    database.execute(
        "UPDATE product SET updated_at = max(?, updated_at + 1) WHERE category_id = ?",
        (now_ms, category_id),
    )
