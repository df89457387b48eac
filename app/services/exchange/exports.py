"""Exports: members, products, sales and points as CSV or Excel, streamed, never half a file."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from app.errors import FieldInvalid
from app.models import bulk
from app.models import products as stored_products
from app.models import stock as stored_stock
from app.models.database import Row
from app.services.balances import lapsed_points
from app.services.desk import Approval, Desk, audit
from app.services.exchange.pace import Pace
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.facts import tier_ids
from app.services.progress import Progress, StopAsked, never, silent
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.rules.money import plain_money, quantity, rate
from app.services.rules.phones import dialled
from app.services.rules.powers import Power

__all__ = ["EXPORT_KINDS", "Exports"]

EXPORT_KINDS = ("members", "products", "sales", "points", "stock")


def _columns(names: str, numbers: str) -> tuple[Column, ...]:
    return tuple(Column(name, name in numbers.split(",")) for name in names.split(","))


MEMBERS = _columns("number,name,phone,tier,points,visits,spent,last_visit", "points,visits,spent")
PRODUCTS = _columns(
    "barcode,name,category,price,member_price,tax_rate,cost", "price,member_price,tax_rate,cost"
)
SALES = _columns(
    "sold_at,receipt,member,barcode,name,category,quantity,unit_price,discount,total,tenders",
    "quantity,unit_price,discount,total",
)
STOCK = _columns("barcode,name,category,quantity,low,cost", "quantity,low,cost")
POINTS = _columns("posted_at,member,kind,points,receipt,reason", "points")

# What tells of people leaves the shop by its owner's leave alone.
_POWERS = {
    "members": Power.MEMBERS_EXPORT,
    "points": Power.MEMBERS_EXPORT,
    "products": Power.REPORTS,
    "sales": Power.REPORTS,
    "stock": Power.REPORTS,
}
Rows = Iterator[Sequence[str]]

# A name with one of these would not be read back as a name.
_MARKS = frozenset(";+|、；:：\n0123456789")


class Exports:
    """Writes the shop's tables for a spreadsheet or another program. The owner's alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self,
        kind: str,
        path: Path,
        progress: Progress = silent,
        cancelled: StopAsked = never,
        *,
        approval: Approval | None = None,
    ) -> int:
        """Write one table to a `.csv` or `.xlsx` file; returns its rows.

        The file appears whole or not at all, also when cancelled. All of it is of one moment.
        Raises FieldInvalid, FileUnreadable, Cancelled, NeedsApproval.
        """
        tables: dict[str, tuple[Sequence[Column], Callable[[], Rows]]] = {
            "members": (MEMBERS, self._members),
            "products": (PRODUCTS, self._products),
            "sales": (SALES, self._sales),
            "points": (POINTS, self._points),
            "stock": (STOCK, self._stock),
        }
        if kind not in tables:
            raise FieldInvalid("table", "not_a_choice", kind)
        suffix = suffix_of(path)
        database = self._desk.database
        check_target(path, database.path)
        approver = self._desk.require(_POWERS[kind], 0, approval)
        columns, rows = tables[kind]

        def work(partial: Path) -> int:
            pace = Pace(progress, cancelled, bulk.row_count(database, kind))
            count = write_table(partial, suffix, columns, _paced(rows(), pace))
            pace.close()
            return count

        with partial_file(path) as partial:
            count = database.read_transaction(lambda: work(partial))
            # People's data leaves the shop: who took it, and when, is never forgotten.
            self._desk.transaction(
                lambda: audit(self._desk, f"export.{kind}", approved_by=approver, rows=count)
            )
        return count

    def _members(self) -> Rows:
        region = self._desk.settings.region
        lapsed, tier = lapsed_points(self._desk), tier_ids(self._desk)
        for key, number, name, phone, e164, points, visits, spent, last_ms in bulk.members_out(
            self._desk.database
        ):
            yield (
                number,
                name,
                phone if e164 is None else dialled(phone, region),
                tier(key),
                str(points - lapsed.get(key, 0)),
                str(visits),
                self._money(spent),
                self._time(last_ms) if last_ms else "",
            )

    def _products(self) -> Rows:
        database = self._desk.database
        codes: dict[bytes, list[str]] = defaultdict(list)
        for product_id, code in stored_products.active_barcodes(database):
            codes[product_id].append(code)
        for product in stored_products.all_active(database):
            member_price = product.member_price_minor
            yield (
                ";".join(codes[product.id]),
                product.name,
                product.category,
                self._money(product.price_minor),
                "" if member_price is None else self._money(member_price),
                rate(product.tax_rate_bp),
                self._cost(product.cost_minor),
            )

    def _stock(self) -> Rows:
        for row in stored_stock.listed(self._desk.database, low_only=False):
            _, name, code, category, _, on_hand, low, cost, _ = row
            mark = "" if low is None else quantity(low)
            yield code, name, category, quantity(on_hand), mark, self._cost(cost)

    def _sales(self) -> Rows:
        database = self._desk.database
        tenders = groupby(bulk.tenders_out(database), key=lambda row: row[0])
        paid_for, paid = next(tenders, (b"", iter(())))
        for sale_id, lines in groupby(bulk.sale_lines_out(database), key=lambda row: row[0]):
            ways = ""
            # Both streams come in the same order; a sale of nothing has no tenders.
            if paid_for == sale_id:
                ways = self._tenders(list(paid))
                paid_for, paid = next(tenders, (b"", iter(())))
            for line in lines:
                yield self._sale_line(line, ways)

    def _sale_line(self, line: Row, ways: str) -> Sequence[str]:
        _, till, sequence, sold_at, member, barcode, name, category = line[:8]
        quantity_milli, unit_price, discount, total = line[8:]
        return (
            self._time(sold_at),
            receipt_number(till, sequence),
            member or "",
            barcode,
            name,
            category,
            quantity(quantity_milli),
            self._money(unit_price),
            self._money(discount),
            self._money(total),
            ways,
        )

    def _tenders(self, rows: Sequence[Row]) -> str:
        """`cash 50.00; wechat 20.00`: what was kept, change already taken off the cash."""
        parts = []
        change = rows[0][3]
        for _, kind, amount, _, reference in rows:
            given_back = min(change, amount) if kind == "cash" else 0
            change -= given_back
            # What an import did not know by name is called what its file called it.
            named = kind == "other" and reference and not _MARKS & set(reference)
            parts.append(f"{reference if named else kind} {self._money(amount - given_back)}")
        return "; ".join(parts)

    def _points(self) -> Rows:
        for posted_at, member, kind, points, till, sequence, reason in bulk.points_out(
            self._desk.database
        ):
            receipt = "" if sequence is None else receipt_number(till, sequence)
            yield self._time(posted_at), member, kind, str(points), receipt, reason

    def _cost(self, minor: int | None) -> str:
        return "" if minor is None else self._money(minor)

    def _money(self, minor: int) -> str:
        return plain_money(minor, self._desk.settings.money)

    def _time(self, millis: int) -> str:
        """Shop time to the second, as spreadsheets read it."""
        return from_millis(millis, self._desk.zone).strftime("%Y-%m-%d %H:%M:%S")


def _paced(rows: Rows, pace: Pace) -> Rows:
    for row in rows:
        pace.step()
        yield row
