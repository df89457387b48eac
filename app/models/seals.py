"""Reading sealed documents back, many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.database import Database, Row
from app.models.sales import (
    ALLOCATION_COLUMNS,
    CLAIM_COLUMNS,
    ENTRY_COLUMNS,
    LINE_COLUMNS,
    LOT_COLUMNS,
    SALE_COLUMNS,
    TAX_COLUMNS,
    TENDER_COLUMNS,
    PointsRows,
)

_Grouped = dict[bytes, list[Row]]


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """Rows of many documents, by the id of what they belong to, in the order of the seals."""

    sales: list[Row]
    claims: list[Row]
    lines: _Grouped
    tenders: _Grouped
    taxes: _Grouped
    entries: _Grouped
    lots: _Grouped
    allocations: _Grouped

    def points_of(self, document_id: bytes) -> PointsRows:
        """All points rows of a sale, a claim, or an entry that stands alone."""
        rows = PointsRows(entries=self.entries.get(document_id, []))
        for entry in rows.entries:
            rows.lots += self.lots.get(entry[0], [])
            rows.allocations += self.allocations.get(entry[0], [])
        return rows


def document_parts(
    database: Database,
    sale_ids: Sequence[bytes],
    claim_ids: Sequence[bytes],
    entry_ids: Sequence[bytes],
) -> DocumentParts:
    """Everything that the seals of these documents cover."""
    entries: _Grouped = {}
    for column, ids in (("sale_id", sale_ids), ("claim_id", claim_ids), ("id", entry_ids)):
        place = ENTRY_COLUMNS.split(", ").index(column)
        found = _among(database, "points_entry", ENTRY_COLUMNS, column, ids, "id")
        _group(entries, found, place)
    posted = [entry[0] for rows in entries.values() for entry in rows]
    return DocumentParts(
        sales=_among(database, "sale", SALE_COLUMNS, "id", sale_ids, "id"),
        claims=_among(database, "claim", CLAIM_COLUMNS, "id", claim_ids, "id"),
        lines=_of_sales(database, "sale_line", LINE_COLUMNS, sale_ids, "position"),
        tenders=_of_sales(database, "tender", TENDER_COLUMNS, sale_ids, "position"),
        taxes=_of_sales(database, "sale_tax", TAX_COLUMNS, sale_ids, "rate_bp"),
        entries=entries,
        lots=_group(
            {}, _among(database, "points_lot", LOT_COLUMNS, "entry_id", posted, "entry_id"), 2
        ),
        allocations=_group(
            {},
            _among(
                database,
                "points_allocation",
                ALLOCATION_COLUMNS,
                "entry_id",
                posted,
                "entry_id, lot_id",
            ),
            0,
        ),
    )


def _of_sales(
    database: Database, table: str, columns: str, sale_ids: Sequence[bytes], order: str
) -> _Grouped:
    rows = _among(database, table, columns, "sale_id", sale_ids, f"sale_id, {order}")
    return _group({}, rows, 0)


def _among(
    database: Database, table: str, columns: str, column: str, ids: Sequence[bytes], order: str
) -> list[Row]:
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    return database.rows(
        f"SELECT {columns} FROM {table} WHERE {column} IN ({marks}) ORDER BY {order}", ids
    )


def _group(into: _Grouped, rows: list[Row], place: int) -> _Grouped:
    for row in rows:
        into.setdefault(row[place], []).append(row)
    return into
