"""The list of sales and refunds: filtered pages, newest first, and what they come to."""

from dataclasses import dataclass
from typing import Any

from app.models.database import Database, Row


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a list leaves, as the file stores it. `line_text` is part of a line's name.

    `documents` is `sales`, `refunds` or `all`; instants are UTC milliseconds, the last excluded.
    `figure` is one of the compass: what it counts is counted by business days, both included.
    """

    from_ms: int | None = None
    to_ms: int | None = None
    member_id: bytes | None = None
    tender: str = ""
    product_id: bytes | None = None
    line_text: str = ""
    amount_minor: int | None = None
    documents: str = "sales"
    figure: str | None = None
    first_day: str | None = None
    last_day: str | None = None


@dataclass(frozen=True, slots=True)
class _Side:
    """The names of one of the two kinds of documents."""

    table: str
    at: str
    lines: str
    line_key: str
    tenders: str
    kind: int


_SALES = _Side("sale", "sold_at", "sale_line", "sale_id", "tender", 0)
_REFUNDS = _Side("refund", "refunded_at", "refund_line", "refund_id", "refund_tender", 1)


# What figures of the compass count: never what was voided, nor the voids. Few are, so their places
# are found once; each document then tells by its index of days alone.
_COUNTED = {
    _SALES: (
        "sale.rowid NOT IN (SELECT old.rowid FROM refund AS undone JOIN sale AS old"
        " ON old.id = undone.sale_id WHERE undone.kind = 'void')"
    ),
    _REFUNDS: "refund.kind = 'refund'",
}
_ONLY = {
    ("discounts", _SALES): "sale.discount_minor > 0",
    ("tips", _SALES): (
        "sale.rowid IN (SELECT tipped.rowid FROM sale_tip JOIN sale AS tipped"
        " ON tipped.id = sale_tip.sale_id)"
    ),
    ("tips", _REFUNDS): (
        "EXISTS (SELECT 1 FROM refund_line AS part JOIN sale_tip"
        " ON sale_tip.sale_id = part.sale_id AND sale_tip.position = part.sale_position"
        " WHERE part.refund_id = refund.id)"
    ),
}


def _sides(chosen: Chosen) -> tuple[_Side, ...]:
    only = {"sales": (_SALES,), "refunds": (_REFUNDS,)}
    return only.get(chosen.documents, (_REFUNDS, _SALES))


def _where(side: _Side, chosen: Chosen) -> tuple[str, list[Any]]:
    """The conditions on one kind of document.

    The plus keeps SQLite from walking all lines of a product: a stretch of days is the shorter way.
    """
    table, key = side.table, side.line_key
    line = f"EXISTS (SELECT 1 FROM {side.lines} AS line WHERE line.{key} = {table}.id AND "
    text = chosen.line_text
    for sign in "\\%_":
        text = text.replace(sign, "\\" + sign)
    parts: list[str] = []
    params: list[Any] = []
    days: tuple[tuple[str, Any], ...] = (
        (f"{table}.{side.at} >= ?", chosen.from_ms),
        (f"{table}.{side.at} < ?", chosen.to_ms),
    )
    if chosen.figure is not None:
        only = _ONLY.get((chosen.figure, side))
        parts += [_COUNTED[side]] if only is None else [_COUNTED[side], only]
        days = (
            (f"{table}.business_date >= ?", chosen.first_day),
            (f"{table}.business_date <= ?", chosen.last_day),
        )
    for condition, value in (
        *days,
        (f"{table}.member_id = ?", chosen.member_id),
        (
            f"EXISTS (SELECT 1 FROM {side.tenders} AS paid WHERE paid.{key} = {table}.id"
            " AND paid.kind = ?)",
            chosen.tender or None,
        ),
        (f"{line} +line.product_id = ?)", chosen.product_id),
        (f"{line} line.name LIKE ? ESCAPE '\\')", f"%{text}%" if text else None),
        (f"+{table}.total_minor = ?", chosen.amount_minor),
    ):
        if value is not None:
            parts.append(condition)
            params.append(value)
    return (" WHERE " + " AND ".join(parts) if parts else ""), params


def count_documents(database: Database, chosen: Chosen) -> int:
    """How many sales and refunds the choice leaves."""
    count = 0
    for side in _sides(chosen):
        where, params = _where(side, chosen)
        count += int(database.value(f"SELECT count(*) FROM {side.table}{where}", params))
    return count


def page_of_documents(
    database: Database, chosen: Chosen, *, offset: int, limit: int
) -> list[tuple[bytes, bool]]:
    """(id, whether it is a refund), newest first; of one instant the refund stands first. Those of
    a figure stand by business day: the indexes of days have them in this order.

    Only ids: what comes before the page is passed over in the indexes of time alone. Of one
    instant their order is the indexes': naming it would sort every stretch passed over.
    """
    arms, params = [], []
    day = "''" if chosen.figure is None else "business_date"
    order = "at DESC" if chosen.figure is None else "day DESC, at DESC"
    for side in _sides(chosen):
        where, values = _where(side, chosen)
        arms.append(
            f"SELECT {side.kind} AS kind, {day} AS day, {side.at} AS at,"
            f" {side.table}.rowid AS place FROM {side.table}{where}"
        )
        params += values
    rows = database.rows(
        "SELECT CASE kind WHEN 1 THEN (SELECT id FROM refund WHERE rowid = place)"
        " ELSE (SELECT id FROM sale WHERE rowid = place) END, kind"
        f" FROM ({' UNION ALL '.join(arms)} ORDER BY {order} LIMIT ? OFFSET ?)",
        [*params, limit, offset],
    )
    return [(row[0], bool(row[1])) for row in rows]


_PIECES = (
    "(SELECT sum(CASE WHEN weighed = 1 OR quantity_milli % 1000 > 0 THEN 1000"
    " ELSE quantity_milli END) FROM {lines} WHERE {key} = {table}.id)"
)


def listed_sales(database: Database, sale_ids: list[bytes]) -> list[Row]:
    """(id, till number, sequence, sold_at, member name, member number, pieces_milli, total_minor,
    discount_minor, points_earned, points_burned, given back so far, whole, voided, tip) of
    these."""
    marks = ", ".join("?" * len(sale_ids))
    pieces = _PIECES.format(lines="sale_line", key="sale_id", table="sale")
    back = "(SELECT {what} FROM refund WHERE refund.sale_id = sale.id)"
    return database.rows(
        "SELECT sale.id, till.number, sale.sequence, sale.sold_at, coalesce(member.name, ''),"
        f" coalesce(member.number, ''), {pieces},"
        " sale.total_minor, sale.discount_minor, sale.points_earned, sale.points_burned,"
        f" {back.format(what='sum(refund.total_minor)')},"
        f" {back.format(what='coalesce(max(refund.whole), 0)')},"
        f" {back.format(what='''coalesce(max(refund.kind = 'void'), 0)''')},"
        " (SELECT coalesce(sum(amount_minor), 0) FROM sale_tip WHERE sale_tip.sale_id = sale.id)"
        " FROM sale JOIN till ON till.id = sale.till_id"
        f" LEFT JOIN member ON member.id = sale.member_id WHERE sale.id IN ({marks})",
        sale_ids,
    )


def listed_refunds(database: Database, refund_ids: list[bytes]) -> list[Row]:
    """(id, till number, sequence, refunded_at, member name, member number, pieces_milli,
    total_minor, points_reversed, points_restored, kind, sale id, its till number, its sequence,
    tip given back) of these."""
    marks = ", ".join("?" * len(refund_ids))
    pieces = _PIECES.format(lines="refund_line", key="refund_id", table="refund")
    return database.rows(
        "SELECT refund.id, till.number, refund.sequence, refund.refunded_at,"
        f" coalesce(member.name, ''), coalesce(member.number, ''), {pieces},"
        " refund.total_minor, refund.points_reversed, refund.points_restored, refund.kind,"
        " refund.sale_id, old.number, sale.sequence,"
        " (SELECT coalesce(sum(part.total_minor), 0) FROM refund_line AS part JOIN sale_tip"
        " ON sale_tip.sale_id = part.sale_id AND sale_tip.position = part.sale_position"
        " WHERE part.refund_id = refund.id)"
        " FROM refund JOIN till ON till.id = refund.till_id"
        " LEFT JOIN sale ON sale.id = refund.sale_id LEFT JOIN till AS old ON old.id = sale.till_id"
        f" LEFT JOIN member ON member.id = refund.member_id WHERE refund.id IN ({marks})",
        refund_ids,
    )


def tender_kinds(database: Database, ids: list[bytes], *, refunds: bool = False) -> list[Row]:
    """(document id, kind) of the tenders of these sales or refunds, in the order given."""
    side = _REFUNDS if refunds else _SALES
    marks = ", ".join("?" * len(ids))
    return database.rows(
        f"SELECT {side.line_key}, kind FROM {side.tenders} WHERE {side.line_key} IN ({marks})"
        f" ORDER BY {side.line_key}, position",
        ids,
    )


def totals_of_sales(database: Database, chosen: Chosen) -> Row:
    """(sales, total_minor, discount_minor, points earned, tips) of the sales the choice leaves.

    A tip is no part of the total: it is no revenue.
    """
    where, params = _where(_SALES, chosen)
    found = database.row(
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(discount_minor), 0),"
        f" coalesce(sum(points_earned), 0) FROM sale{where}",
        params,
    )
    assert found is not None
    tips = database.value(
        "SELECT coalesce(sum(sale_tip.amount_minor), 0) FROM sale"
        f" JOIN sale_tip ON sale_tip.sale_id = sale.id{where}",
        params,
    )
    return (found[0], found[1] - tips, *found[2:], tips)


def totals_of_refunds(database: Database, chosen: Chosen) -> Row:
    """(refunds, total_minor, points reversed, tips) of the refunds and voids the choice leaves.

    A tip that went back with its sale is no part of the total, as it was none of the sale's.
    """
    where, params = _where(_REFUNDS, chosen)
    found = database.row(
        "SELECT count(*), coalesce(sum(total_minor), 0), coalesce(sum(points_reversed), 0)"
        f" FROM refund{where}",
        params,
    )
    assert found is not None
    tips = database.value(
        "SELECT coalesce(sum(back.total_minor), 0) FROM refund"
        " JOIN sale_tip ON sale_tip.sale_id = refund.sale_id"
        " JOIN refund_line AS back ON back.refund_id = refund.id"
        f" AND back.sale_position = sale_tip.position{where}",
        params,
    )
    return (found[0], found[1] - tips, *found[2:], tips)
