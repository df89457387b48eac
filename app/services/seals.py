"""The chain that seals history: each document's hash covers it and the hash before it.

Canonical form of a document: UTF-8 JSON without blanks, an array of its kind and its rows in
the order below, each row an array of its columns in the order of `app.models.sales`, ids as
lower-case hex, nothing as null. The hash is SHA-256 over the previous hash (32 zero bytes at
the start of a till's chain) followed by the canonical form.

- sale: the sale, its lines by position, tenders by position, taxes by rate, then points
- claim: the claim, then points
- points: points only (entries by id, then their lots, then their allocations)
- taking: the taking, then its rows of `models.ledgers.SEALED`, each with its table in front
- stored_value, store_credit, gift_card, account, deposit: one entry that belongs to no document
- merge: the document of a merge of members or of its undoing
- cash, z_report: one movement of the drawer, one Z report, columns as in `app.models.cash`
- refund, void: the refund, its lines by position, tenders by position, taxes by rate, then its
  rows of `models.refunds.ENTRIES` by id, each with its table in front, and of points the lots by
  id and the allocations by entry and lot

A sale that moved more than money and points has its rows of `models.ledgers.SEALED` as one
array more, at the end; one that did not has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from operator import itemgetter

import orjson

from app.models import sales as stored
from app.models import seals as stored_seals
from app.models.cash import documents_by_ids
from app.models.database import Database, Row
from app.models.ledgers import COLUMNS, SEALED, LedgerRows, by_ids, of_documents
from app.models.merges import merges_by_ids
from app.models.refunds import ENTRIES, PARTS, RefundRows
from app.models.refunds import documents as refund_documents
from app.models.sales import PointsRows, SaleRows

FIRST_PREVIOUS = bytes(32)
Tables = Mapping[str, Sequence[Row]]


# Columns hold texts, whole numbers and ids. What is something else is refused, and not written
# in a way of its own that the file, which keeps it as text, would not tell again.
_NOTHING_ELSE = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def canonical(kind: str, groups: Sequence[Iterable[Row]]) -> bytes:
    """The canonical form of a document's rows, plain tuples. Raises TypeError where a column is
    none that a row may have."""
    return orjson.dumps([kind, *map(list, groups)], bytes.hex, _NOTHING_ELSE)


_UNSEALED = COLUMNS.keys() - SEALED.keys()
ENTRY_TABLES = {
    "stored_value": "stored_value_entry",
    "store_credit": "store_credit_entry",
    "gift_card": "gift_entry",
    "account": "account_entry",
    "deposit": "deposit_entry",
}


def sale_form(rows: SaleRows) -> bytes:
    """The canonical form of a sale."""
    more = _sealed(rows.ledgers.tables)
    parts = [rows.sale], rows.lines, rows.tenders, rows.taxes, *_points(rows.points)
    return canonical("sale", (*parts, more) if more else parts)


def taking_form(taking: Row, ledgers: Tables) -> bytes:
    """The canonical form of a taking with its rows, by table."""
    return canonical("taking", ([taking], _sealed(ledgers)))


def entry_form(kind: str, entry: Row) -> bytes:
    """The canonical form of an entry that stands alone; `kind` is a key of ENTRY_TABLES."""
    return canonical(kind, ([entry],))


def merge_form(document: Row) -> bytes:
    """The canonical form of a merge of members; its entries are sealed by themselves."""
    return canonical("merge", ([document],))


def row_form(kind: str, row: Row) -> bytes:
    """The canonical form of a document of one row: `cash`, `z_report`."""
    return canonical(kind, ([row],))


def refund_form(rows: RefundRows) -> bytes:
    """The canonical form of a refund or a void."""
    entries: list[Row] = []
    for table in ENTRIES:
        entries += [(table, *row) for row in sorted(rows.of(table), key=itemgetter(0))]
    lots = sorted(rows.of("points_lot"), key=itemgetter(0))
    allocations = sorted(rows.of("points_allocation"), key=itemgetter(0, 1))
    parts = (sorted(rows.of(table), key=itemgetter(1)) for table in PARTS)
    return canonical(rows.refund[1], ([rows.refund], *parts, entries, lots, allocations))


def _sealed(ledgers: Tables) -> list[Row]:
    """The sealed rows, each with its table in front, in the order in which they are read."""
    found: list[Row] = []
    if ledgers.keys() <= _UNSEALED:
        return found
    for table, key in SEALED.items():
        if table in ledgers:
            place = COLUMNS[table].split(", ").index(key)
            rows = sorted(ledgers[table], key=itemgetter(place))
            found += [(table, *row) for row in rows]
    return found


def claim_form(claim: Row, points: PointsRows) -> bytes:
    """The canonical form of a claim."""
    return canonical("claim", ([claim], *_points(points)))


def points_form(points: PointsRows) -> bytes:
    """The canonical form of points given or taken outside a sale."""
    return canonical("points", _points(points))


def _points(points: PointsRows) -> tuple[list[Row], list[Row], list[Row]]:
    """Points rows in the order in which they are read back."""
    if len(points.entries) == 1:
        return points.entries, points.lots, sorted(points.allocations, key=itemgetter(1))
    entries = sorted(points.entries, key=lambda row: row[0])
    order = {row[0]: index for index, row in enumerate(entries)}
    lots = sorted(points.lots, key=lambda row: order[row[2]])
    allocations = sorted(points.allocations, key=lambda row: (order[row[0]], row[1]))
    return entries, lots, allocations


class SealChain:
    """Continues a till's chain inside the transaction that writes the documents."""

    def __init__(self, database: Database, till_id: bytes) -> None:
        self._database = database
        self._till_id = till_id
        head = stored.seal_head(database, till_id)
        self._sequence, self._hash = (0, FIRST_PREVIOUS) if head is None else head
        self._rows: list[Row] = []

    def add(self, kind: str, document_id: bytes, form: bytes) -> None:
        """Link one document; nothing is written before `write`."""
        previous = self._hash
        self._hash = link(previous, form)
        self._sequence += 1
        self._rows.append((self._till_id, self._sequence, previous, self._hash, kind, document_id))

    def write(self) -> None:
        """Write the new links."""
        stored.insert_seals(self._database, self._rows)
        self._rows = []


def link(previous: bytes, form: bytes) -> bytes:
    """The hash of a document that follows `previous`."""
    return sha256(previous + form).digest()


def forms_of(database: Database, documents: Sequence[tuple[str, bytes]]) -> dict[bytes, bytes]:
    """The canonical forms of stored documents (kind, id), read back; without those now gone.

    A few hundred at once are read in ten queries.
    """
    ids: dict[str, list[bytes]] = {}
    for kind, document_id in documents:
        ids.setdefault(kind, []).append(document_id)
    parts = stored_seals.document_parts(
        database, ids.get("sale", ()), ids.get("claim", ()), ids.get("points", ())
    )
    ledgers = of_documents(database, "sale_id", ids.get("sale", ()))
    forms: dict[bytes, bytes] = {}
    for sale in parts.sales:
        rows = SaleRows(
            sale=sale,
            lines=parts.lines.get(sale[0], []),
            tenders=parts.tenders.get(sale[0], []),
            taxes=parts.taxes.get(sale[0], []),
            points=parts.points_of(sale[0]),
            ledgers=LedgerRows(ledgers.get(sale[0], {})),
        )
        forms[sale[0]] = sale_form(rows)
    for claim in parts.claims:
        forms[claim[0]] = claim_form(claim, parts.points_of(claim[0]))
    for entry_id in ids.get("points", ()):
        points = parts.points_of(entry_id)
        if points.entries:
            forms[entry_id] = points_form(points)
    for refund in refund_documents(database, [*ids.get("refund", ()), *ids.get("void", ())]):
        forms[refund.refund[0]] = refund_form(refund)
    return forms | _value_forms(database, ids)


def _value_forms(database: Database, ids: dict[str, list[bytes]]) -> dict[bytes, bytes]:
    """The forms of takings, and of money kept that moved by itself."""
    forms: dict[bytes, bytes] = {}
    takings = ids.get("taking", ())
    ledgers = of_documents(database, "taking_id", takings)
    for row in by_ids(database, "taking", takings):
        forms[row[0]] = taking_form(row, ledgers.get(row[0], {}))
    for kind, table in ENTRY_TABLES.items():
        for row in by_ids(database, table, ids.get(kind, ())):
            forms[row[0]] = entry_form(kind, row)
    for row in merges_by_ids(database, ids.get("merge", ())):
        forms[row[0]] = merge_form(row)
    for kind in ("cash", "z_report"):
        for row in documents_by_ids(database, kind, ids.get(kind, [])):
            forms[row[0]] = row_form(kind, row)
    return forms
