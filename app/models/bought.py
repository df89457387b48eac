"""Who bought goods: by the lines of the goods, by one member's sales, or by sales marked ahead.

What came back with the whole sale was not bought. A product is called as it is today, whatever it
was called when it was sold; a line that names no product, as it is written there. Who was merged
bought as who they are now.

Marks are a byte for each sale, at the place of its row: one where it holds the goods. A sale
keeps its lines for good, so marks only grow with the sales; what came back, was claimed or merged
is read when they are asked.
"""

import json
from collections.abc import Iterator, Sequence

from app.models.database import Database, Row
from app.models.reckoned import last_row
from app.models.segment_marks import APART, Asked, Values

# Of so many sales the ids are looked at at once: the pages that they lie on stay at hand.
SALES_AT_ONCE = 4_096
_NEWER_AT_ONCE = 1_000
# Past every id: those have sixteen bytes.
_LAST_ID = b"\xff" * 17

_GOODS = (
    "SELECT product.id FROM product LEFT JOIN category ON category.id = category_id"
    " WHERE product.name = {what} COLLATE NOCASE OR category.name = {what} COLLATE NOCASE"
    " UNION SELECT product_id FROM barcode WHERE code = {what}"
)
# How a line that names no product may be called; each has its index.
_OPEN = (
    "product_id IS NULL AND name = {what} COLLATE NOCASE",
    "product_id IS NULL AND category <> '' AND category = {what} COLLATE NOCASE",
    "product_id IS NULL AND barcode <> '' AND barcode = {what}",
)
_WHOLE = "whole = 1 AND sale_id IS NOT NULL"


def bought(what: str, since: str | None) -> Asked:
    """Who bought a product, by name or barcode, or anything of a category; on a day or after.

    Each way has its index; sales are read once each and in their order.
    """
    sales = (
        f"SELECT sale_id FROM ({_GOODS.format(what='?')}) AS goods"
        " CROSS JOIN sale_line ON product_id = goods.id"
    ) + "".join(f" UNION ALL SELECT sale_id FROM sale_line WHERE {way}" for way in _OPEN)
    # Nobody's sales are left out: beside a NULL the engine cannot say who is not among them.
    buyers = (
        "SELECT coalesce(keep_id, sale.member_id, claim.member_id) AS buyer FROM sale"
        " LEFT JOIN claim ON claim.sale_id = sale.id"
        " LEFT JOIN member_alias ON gone_id = coalesce(sale.member_id, claim.member_id)"
        f" WHERE sale.id IN ({sales.format(what='?')}) AND buyer IS NOT NULL AND sale.id NOT IN"
        f" (SELECT sale_id FROM refund WHERE {_WHOLE})"
        + ("" if since is None else " AND sale.business_date >= ?")
    )
    values: Values = [*([what] * 6), *([] if since is None else [since])]
    return Asked(f"member.id IN ({buyers})", values)


def bought_singly(what: str, since: str | None) -> Asked:
    """The same for few members: each by their own sales."""
    persons = (
        "SELECT member.id AS id UNION ALL SELECT gone_id FROM member_alias"
        " WHERE keep_id = member.id"
    )
    own = (
        f"SELECT sale.rowid FROM ({persons}) AS person CROSS JOIN sale ON member_id = person.id"
        f" UNION ALL SELECT sale.rowid FROM ({persons}) AS person"
        " CROSS JOIN claim ON claim.member_id = person.id"
        " CROSS JOIN sale ON sale.id = claim.sale_id WHERE sale.member_id IS NULL"
    )
    # Of few lines each product is looked up: all that are sold take longer.
    called = (
        "EXISTS (SELECT 1 FROM product LEFT JOIN category ON category.id = category_id"
        " WHERE product.id = product_id AND (product.name = {what} COLLATE NOCASE"
        " OR category.name = {what} COLLATE NOCASE))"
    )
    coded = "product_id IN (SELECT product_id FROM barcode WHERE code = {what})"
    goods = " OR ".join((called, coded, *(f"({way})" for way in _OPEN))).format(what="?")
    found = (
        f"SELECT 1 FROM ({own}) AS own CROSS JOIN sale ON sale.rowid = own.rowid"
        " WHERE NOT EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND whole = 1)"
        f" AND EXISTS (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND ({goods}))"
        + ("" if since is None else " AND business_date >= ?")
    )
    values: Values = [*([what] * 6), *([] if since is None else [since])]
    return Asked(f"EXISTS ({found})", values)


# --- goods that very many sales hold --------------------------------------------------------


def goods_called(database: Database, what: str) -> tuple[str, ...]:
    """The ids of the products that something stands for, in hexadecimal and in order."""
    rows = database.rows(f"SELECT hex(id) FROM ({_GOODS.format(what='?1')}) ORDER BY 1", (what,))
    return tuple(product_id for (product_id,) in rows)


def has_lines(database: Database, what: str, goods: tuple[str, ...], many: int) -> bool:
    """Whether there are so many lines of these goods; no more of them is looked at."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({_lines('')}) LIMIT ?)"
    return bool(database.value(sql, (json.dumps(goods), what, many)) >= many)


def lines_by_name(database: Database) -> Iterator[tuple[str, int]]:
    """(name, lines) of every product, of the category it is in, and of every name and category of
    lines that name no product; a name may come more than once."""
    of_products = (
        "SELECT product.name, category.name, (SELECT count(*) FROM sale_line"
        " WHERE product_id = product.id) FROM product LEFT JOIN category"
        " ON category.id = category_id"
    )
    for name, category, lines in database.each(of_products):
        yield name, lines
        if category is not None:
            yield category, lines
    for column, some in (("name", ""), ("category", "AND category <> ''")):
        yield from database.each(
            f"SELECT {column}, count(*) FROM sale_line WHERE product_id IS NULL {some}"
            f" GROUP BY {column} COLLATE NOCASE"
        )


def sales_holding(database: Database, what: str, goods: tuple[str, ...]) -> Iterator[list[int]]:
    """The places of all sales that hold such goods, some of them more than once: a stretch of ids
    after the other, so that each look-up lies beside the one before."""
    lines = _lines(" AND sale_id >= ?3 AND sale_id < ?4")
    sql = (
        f"SELECT json_group_array(sale.rowid) FROM ({lines})"
        " AS line CROSS JOIN sale ON sale.id = line.sale_id"
    )
    told, after = json.dumps(goods), b""
    while after < _LAST_ID:
        bound = database.value(
            "SELECT id FROM sale WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?", (after, SALES_AT_ONCE)
        )
        until = _LAST_ID if bound is None else bound
        yield json.loads(database.value(sql, (told, what, after, until)))
        after = until


def newer_sales_holding(
    database: Database, what: str, goods: tuple[str, ...], past: int
) -> Iterator[list[int]]:
    """The places of the sales past one that hold such goods."""
    last = last_row(database, "sale")[0]
    for start in range(past, last, _NEWER_AT_ONCE):
        yield holding_beside(database, what, goods, start + 1, start + _NEWER_AT_ONCE)


def holding_beside(
    database: Database, what: str, goods: tuple[str, ...], first: int, last: int
) -> list[int]:
    """The places of those of some sales beside each other, both ends among them, that hold such
    goods: read sale by sale."""
    held = " OR ".join(
        ("product_id IN (SELECT unhex(value) FROM json_each(?1))", *(f"({way})" for way in _OPEN))
    ).format(what="?2")
    sql = (
        "SELECT json_group_array(rowid) FROM sale WHERE rowid BETWEEN ?3 AND ?4 AND EXISTS"
        f" (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND ({held}))"
    )
    found: list[int] = json.loads(database.value(sql, (json.dumps(goods), what, first, last)))
    return found


def receipts(database: Database, places: Sequence[int]) -> list[Row]:
    """(place, till number, sequence) of sales, in the order of their places."""
    return database.rows(
        "SELECT sale.rowid, till.number, sale.sequence FROM json_each(?)"
        " CROSS JOIN sale ON sale.rowid = value JOIN till ON till.id = till_id"
        " ORDER BY sale.rowid",
        (json.dumps(places),),
    )


def _lines(where: str) -> str:
    """The sales of all lines of goods (?1) or called so (?2)."""
    return (
        "SELECT sale_id FROM json_each(?1) AS goods"
        f" CROSS JOIN sale_line ON product_id = unhex(goods.value){where}"
    ) + "".join(
        f" UNION ALL SELECT sale_id FROM sale_line WHERE {way.format(what='?2')}{where}"
        for way in _OPEN
    )


# --- who bought, by marks of sales -------------------------------------------------------------


def brought_back(database: Database) -> list[int]:
    """The places of the sales that came back whole."""
    rows = database.rows(
        f"SELECT sale.rowid FROM refund CROSS JOIN sale ON sale.id = refund.sale_id WHERE {_WHOLE}"
    )
    return [place for (place,) in rows]


def sold_since(database: Database, day: str) -> Iterator[tuple[int, int] | list[int]]:
    """The places of the sales of each day from one on: the first and the last where they stand
    beside each other, else all."""
    apart = []
    for sold_on, first, last, many in database.each(
        "SELECT business_date, min(rowid), max(rowid), count(*) FROM sale INDEXED BY sale_day"
        " WHERE business_date >= ? GROUP BY business_date",
        (day,),
    ):
        if last - first < many:
            yield first, last
        else:
            apart.append(sold_on)
    for sold_on in apart:
        sql = "SELECT json_group_array(rowid) FROM sale INDEXED BY sale_day WHERE business_date = ?"
        yield json.loads(database.value(sql, (sold_on,)))


_MARKED = "substr(?, sale.rowid, 1) = x'01'"
# Those that were claimed later, and those of who was merged into another.
_OTHERS = (
    "SELECT coalesce(keep_id, claim.member_id) AS id FROM claim"
    " CROSS JOIN sale ON sale.id = claim.sale_id"
    " LEFT JOIN member_alias ON gone_id = claim.member_id"
    f" WHERE sale.member_id IS NULL AND {_MARKED}"
    " UNION SELECT keep_id FROM member_alias"
    f" CROSS JOIN sale INDEXED BY sale_member ON sale.member_id = gone_id WHERE {_MARKED}"
)


def buyers(database: Database, marks: bytes) -> Asked:
    """Whose sales are marked: each member's are looked up beside the ones of the member before.

    It may be true of who was merged into another, too; nobody asks about them.
    """
    own = (
        "EXISTS (SELECT 1 FROM sale INDEXED BY sale_member"
        f" WHERE sale.member_id = member.id AND {_MARKED})"
    )
    if not _has_others(database):
        # Nobody is looked for a million times where nobody is.
        return Asked(own, [marks])
    return Asked(f"({own} OR member.id IN ({_OTHERS}))", [marks] * 3)


def count_buyers(database: Database, marks: bytes) -> int:
    """How many live members, not archived, have marked sales: by the sales alone, which lie in the
    order of their members, so that none of those is looked up."""
    own = (
        "SELECT member_id FROM sale INDEXED BY sale_member"
        f" WHERE member_id IS NOT NULL AND {_MARKED} GROUP BY member_id"
    )
    present = f"NOT IN (SELECT id FROM ({APART}))"
    sql = f"SELECT count(*) FROM ({own}) WHERE member_id {present}"
    found = int(database.value(sql, (marks,)))
    if _has_others(database):
        further = (
            f"SELECT count(*) FROM ({_OTHERS}) AS other WHERE id {present} AND NOT EXISTS"
            " (SELECT 1 FROM sale INDEXED BY sale_member"
            f" WHERE sale.member_id = other.id AND {_MARKED})"
        )
        found += int(database.value(further, [marks] * 3))
    return found


def _has_others(database: Database) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM claim) OR EXISTS (SELECT 1 FROM member_alias)"
    return bool(database.value(sql))


def seqs_of(database: Database, asked: Asked) -> Iterator[int]:
    """The short keys of all members it is true of, in no order."""
    rows = database.each(f"SELECT seq FROM {asked.members} WHERE {asked.sql}", asked.values)
    return (seq for (seq,) in rows)
