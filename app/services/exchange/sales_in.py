"""Sales from a table: rows of one receipt, or of one member and day, make one sale.

A row is known by its receipt, or by its member, date and place among that day's rows. Ids follow
from that, so the same file again finds its sales and adds none. A finished sale never changes:
a row that differs from what was recorded is refused.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from app.errors import FieldInvalid, ShopError
from app.models import bulk
from app.models import sales as stored
from app.services.desk import Desk
from app.services.exchange.identity import IMPORTED
from app.services.exchange.pace import Pace
from app.services.exchange.plan import ImportOptions, ImportPlan, Record, Tally
from app.services.exchange.sale_cells import Known, SaleLineIn, SaleReader
from app.services.exchange.sales_write import SaleIn, SaleWriter
from app.services.members import Members
from app.services.products import Products
from app.services.rules.codes import read_receipt_number

Key = tuple[str, bytes | None, date | None]


@dataclass(slots=True)
class _Group:
    """The rows of one receipt, or of one member and day, in the order of the file."""

    rows: list[SaleLineIn]
    spoiled: bool = False


class SaleIntake:
    """Gathers every row, then writes the sales in the order they were made."""

    def __init__(
        self,
        desk: Desk,
        members: Members,
        products: Products,
        plan: ImportPlan,
        options: ImportOptions,
        tally: Tally,
    ) -> None:
        self._desk = desk
        self._options = options
        self._tally = tally
        self._known = Known(desk, members, products, create_missing=options.create_missing)
        self._reader = SaleReader(desk, self._known, plan.date_format)
        self._writer = SaleWriter(desk, members, tally)
        self._groups: dict[Key, _Group] = defaultdict(lambda: _Group([]))

    def take(self, record: Record) -> None:
        """Read one row and put it with the others of its sale. Raises FieldInvalid."""
        receipt = ""
        try:
            receipt = self._reader.receipt(record)
            row = self._reader.line(record, keep_cells=self._options.skip_bad is not None)
            key = _key(receipt, row)
            group = self._groups[key]
            if receipt:
                self._check_one_sale(group, row)
            group.rows.append(row)
        except ShopError:
            if receipt:
                self._groups[receipt, None, None].spoiled = True
            else:
                self._spoil(record)
            raise

    def finish(self, pace: Pace) -> None:
        """Write what is new, oldest first."""
        sales: list[SaleIn] = []
        for key, group in self._groups.items():
            if group.spoiled and self._options.skip_bad is not None:
                # Half a sale is no sale: it comes back whole once the bad row is mended.
                for row in group.rows:
                    self._tally.refuse(row.line, row.cells, FieldInvalid("row", "sale_refused"))
                continue
            try:
                sales += self._new_sales(key, group.rows) if group.rows else []
            except ShopError as error:
                for row in group.rows:
                    self._tally.refuse(row.line, row.cells, error)
        self._groups.clear()
        if self._tally.refused and self._options.skip_bad is None:
            return
        sales.sort(key=lambda sale: (sale.sold_at, sale.lines[0].line))
        self._writer.write(sales, self._known.missing, pace)

    def _spoil(self, record: Record) -> None:
        """Mark the sale of a refused row that has no receipt, where it can be told."""
        try:
            member = self._reader.member(record)
            day = self._reader.day(record)
        except ShopError:
            return
        if member is not None:
            self._groups["", member, day].spoiled = True

    def _check_one_sale(self, group: _Group, row: SaleLineIn) -> None:
        """Rows of one receipt share their member and day; a blank member joins the others."""
        if not group.rows:
            return
        first = group.rows[0]
        if row.day != first.day:
            raise FieldInvalid("sold_at", "not_one_sale", row.day.isoformat())
        if None not in (first.member, row.member) and first.member != row.member:
            raise FieldInvalid("member", "not_one_sale")
        # The sale's member is that of its first row.
        first.member = first.member or row.member

    def _new_sales(self, key: Key, rows: list[SaleLineIn]) -> list[SaleIn]:
        receipt, member, day = key
        if receipt:
            return self._of_receipt(receipt, rows)
        assert day is not None
        who = b"" if member is None else member
        return self._of_day(
            f"sale\nday\n{who.hex()}\n{day.isoformat()}", rows, alone=member is None
        )

    def _of_receipt(self, receipt: str, rows: list[SaleLineIn]) -> list[SaleIn]:
        sale_id = uuid5(IMPORTED, f"sale\nreceipt\n{receipt}")
        recorded = self._recorded(sale_id)
        if recorded is not None:
            if recorded != Counter(map(_content, rows)):
                raise FieldInvalid("receipt", "sale_differs", receipt)
            self._tally.unchanged += len(rows)
            return []
        if self._is_our_own(receipt, rows):
            self._tally.unchanged += len(rows)
            return []
        return [self._sale(sale_id, rows, receipt)]

    def _is_our_own(self, receipt: str, rows: list[SaleLineIn]) -> bool:
        """Whether this shop itself made the sale: a file it once exported comes back."""
        number = read_receipt_number(receipt)
        found = None if number is None else stored.sale_by_number(self._desk.database, *number)
        if found is None:
            return False
        same_time = abs(found[6] - _millis(rows[0].sold_at)) < 1000
        return same_time and self._recorded(UUID(bytes=found[0])) == Counter(map(_content, rows))

    def _of_day(self, identity: str, rows: list[SaleLineIn], *, alone: bool) -> list[SaleIn]:
        """The rows of that day that are not recorded yet, as one sale; `alone`, a sale each."""
        place, covered = 1, 0
        left = Counter(map(_content, rows))
        while (recorded := self._recorded(uuid5(IMPORTED, f"{identity}\n{place}"))) is not None:
            if not recorded <= left:
                raise FieldInvalid("row", "sale_differs")
            left -= recorded
            place += recorded.total()
            covered += recorded.total()
        self._tally.unchanged += covered
        fresh: list[SaleLineIn] = []
        for row in reversed(rows):
            if left[_content(row)] > 0:
                left[_content(row)] -= 1
                fresh.append(row)
        fresh.reverse()
        if not alone:
            return [self._sale(uuid5(IMPORTED, f"{identity}\n{place}"), fresh, "")] if fresh else []
        return [
            self._sale(uuid5(IMPORTED, f"{identity}\n{place + index}"), [row], "")
            for index, row in enumerate(fresh)
        ]

    def _recorded(self, sale_id: UUID) -> Counter[tuple[int, int]] | None:
        """What a recorded sale holds: (quantity, amount) of its lines; None where there is none."""
        lines = bulk.line_contents(self._desk.database, sale_id.bytes)
        return Counter((row[0], row[1]) for row in lines) if lines else None

    def _sale(self, sale_id: UUID, rows: list[SaleLineIn], receipt: str) -> SaleIn:
        sale = SaleIn(
            sale_id=sale_id,
            sold_at=min(row.sold_at for row in rows),
            member=rows[0].member,
            source_receipt=receipt,
            lines=rows,
        )
        sale.settle()
        return sale


def _key(receipt: str, row: SaleLineIn) -> Key:
    return (receipt, None, None) if receipt else ("", row.member, row.day)


def _content(row: SaleLineIn) -> tuple[int, int]:
    return row.quantity_milli, row.total_minor


def _millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
