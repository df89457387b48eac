"""Stock: what is on hand of which product, and what is booked by hand.

Only products that someone began to count are tracked. A sale and a refund move stock by
themselves (`stock_rows`); selling what is not there is told and never refused.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.errors import FieldInvalid, ProductUnknown
from app.models import products as stored_products
from app.models import stock as stored
from app.models.database import Row
from app.services.as_written import as_written
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.rules.money import AMOUNT_LIMIT_MINOR, QUANTITY_LIMIT_MILLI
from app.services.rules.powers import Power
from app.services.rules.stock import Level, MoveKind, count_change
from app.services.texts import checked_text

REASON_LENGTH = 200
HISTORY_LENGTH = 500


@dataclass(frozen=True, slots=True)
class StockLine:
    """One product of a delivery, a count or a loss; the quantity in thousandths.

    `cost_minor` is what one piece or kilogram cost. `seen_milli` is what the file had on hand
    when it was counted, None for now. The same `move_id` again is booked once.
    """

    product_id: UUID
    quantity_milli: int
    cost_minor: int | None = None
    seen_milli: int | None = None
    move_id: UUID = field(default_factory=uuid7)


@dataclass(frozen=True, slots=True)
class StockRow:
    """A tracked product as lists show it; `cost_minor` for one piece or kilogram."""

    product_id: UUID
    name: str
    barcode: str
    category: str
    weighed: bool
    level: Level
    cost_minor: int | None
    active: bool


@dataclass(frozen=True, slots=True)
class StockMove:
    """One move of a product; `balance_milli` is on hand after it, `document` a number."""

    kind: MoveKind
    quantity_milli: int
    balance_milli: int
    cost_minor: int | None
    reason: str
    moved_at: datetime
    staff: str
    document: str


@dataclass(frozen=True, slots=True)
class Short:
    """More is to be sold of something than is on hand: told, never refused."""

    product_id: UUID
    name: str
    weighed: bool
    on_hand_milli: int
    wanted_milli: int


class Stock:
    """Every method is one verb and one transaction, safe to repeat."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- reading ---------------------------------------------------------------

    def level(self, product_id: UUID) -> Level | None:
        """What is on hand of a product; None where its stock is not kept."""
        row = stored.level(self._desk.database, product_id.bytes)
        return None if row is None else Level(row[0], row[1])

    def levels(self) -> Mapping[UUID, Level]:
        """What is on hand of everything tracked."""
        rows = stored.levels(self._desk.database)
        return {UUID(bytes=row[0]): Level(row[1], row[2]) for row in rows}

    def rows(self, *, low_only: bool = False) -> tuple[StockRow, ...]:
        """What is tracked, by category and name; or only what is low or below zero."""
        with as_written(self._desk.database):
            found = stored.listed(self._desk.database, low_only=low_only)
        return tuple(map(_row, found))

    def low_count(self) -> int:
        """How many products are low or below zero."""
        return stored.low_count(self._desk.database)

    def history(self, product_id: UUID, limit: int = HISTORY_LENGTH) -> tuple[StockMove, ...]:
        """A product's moves, newest first, each with what was on hand after it."""
        database = self._desk.database

        def work() -> tuple[StockMove, ...]:
            balance = stored.moves_sum(database, product_id.bytes)
            moves: list[StockMove] = []
            for row in stored.history(database, product_id.bytes, limit):
                moves.append(self._move(row, balance))
                balance -= row[2]
            return tuple(moves)

        return database.read_transaction(work)

    def short(self, wanted: Mapping[UUID, int]) -> tuple[Short, ...]:
        """What a basket of product → quantity would sell that is not there."""
        if not wanted or not stored.anything_tracked(self._desk.database):
            return ()
        found: list[Short] = []
        for product_id, quantity in wanted.items():
            level = self.level(product_id)
            row = None if level is None else self._product(product_id)
            if level is not None and row is not None and level.after(quantity).below_zero:
                found.append(
                    Short(product_id, row.name, bool(row.weighed), level.on_hand_milli, quantity)
                )
        return tuple(found)

    # --- what is tracked -------------------------------------------------------

    def track(
        self, product_id: UUID, low_milli: int | None = None, *, approval: Approval | None = None
    ) -> Level:
        """Keep a product's stock from now on, or set from how many on it is low.

        Raises ProductUnknown, FieldInvalid, NeedsApproval.
        """
        if low_milli is not None and not 0 <= low_milli <= QUANTITY_LIMIT_MILLI:
            raise FieldInvalid("low", "out_of_range", str(low_milli))

        def work() -> Level:
            self._known(product_id)
            approved = self._desk.require(Power.STOCK_ADJUST, approval=approval)
            before = self.level(product_id)
            stored.track(self._desk.database, product_id.bytes)
            stored.set_low(self._desk.database, product_id.bytes, low_milli)
            after = self.level(product_id)
            assert after is not None
            if before is None:
                audit(self._desk, "stock.tracked", product_id, approved_by=approved)
            return after

        return self._desk.transaction(work)

    def untrack(self, product_id: UUID, *, approval: Approval | None = None) -> None:
        """Keep a product's stock no more; its moves stay. Raises NeedsApproval."""

        def work() -> None:
            level = self.level(product_id)
            if level is not None:
                approved = self._desk.require(Power.STOCK_ADJUST, approval=approval)
                stored.untrack(self._desk.database, product_id.bytes)
                audit(
                    self._desk, "stock.untracked", product_id, approved_by=approved,
                    before=level.on_hand_milli,
                )  # fmt: skip

        self._desk.transaction(work)

    # --- booking ---------------------------------------------------------------

    def receive(
        self, lines: Sequence[StockLine], reason: str = "", *, approval: Approval | None = None
    ) -> int:
        """Book a delivery: what came is on hand, and its cost is the product's from now on.

        Returns how many lines were new. Raises FieldInvalid, ProductUnknown, NeedsApproval.
        """
        for line in lines:
            _check_quantity(line.quantity_milli)
            _check_cost(line.cost_minor)
        return self._booked(
            MoveKind.DELIVERY, lines, reason, lambda line: line.quantity_milli, approval
        )

    def count(
        self, lines: Sequence[StockLine], reason: str = "", *, approval: Approval | None = None
    ) -> int:
        """Book a count: the difference to what the file said is the move, zero included.

        Raises FieldInvalid, ProductUnknown, NeedsApproval.
        """
        for line in lines:
            if not 0 <= line.quantity_milli <= QUANTITY_LIMIT_MILLI:
                raise FieldInvalid("quantity", "out_of_range", str(line.quantity_milli))
        return self._booked(MoveKind.COUNT, lines, reason, self._counted, approval)

    def lose(
        self, lines: Sequence[StockLine], reason: str, *, approval: Approval | None = None
    ) -> int:
        """Book what was broken, spoiled or stolen, always with a reason.

        Raises FieldInvalid, ProductUnknown, NeedsApproval.
        """
        for line in lines:
            _check_quantity(line.quantity_milli)
        checked_text("reason", reason, REASON_LENGTH, required=True)
        return self._booked(
            MoveKind.LOSS, lines, reason, lambda line: -line.quantity_milli, approval
        )

    # --- inside ----------------------------------------------------------------

    def _booked(
        self,
        kind: MoveKind,
        lines: Sequence[StockLine],
        reason: str,
        change: Callable[[StockLine], int],
        approval: Approval | None,
    ) -> int:
        why = checked_text("reason", reason, REASON_LENGTH)
        desk, database = self._desk, self._desk.database

        def work() -> int:
            fresh = [line for line in lines if stored.move(database, line.move_id.bytes) is None]
            if not fresh:
                return 0
            approved = desk.require(Power.STOCK_ADJUST, approval=approval)
            day, now_ms = desk.today().isoformat(), desk.now_ms()
            for line in fresh:
                self._known(line.product_id)
                key = line.product_id.bytes
                stored.track(database, key)
                moved = change(line)
                stored.insert_moves(
                    database,
                    [
                        (
                            line.move_id.bytes, key, kind.value, moved, None, None,
                            line.cost_minor, why, desk.staff.staff_id.bytes, now_ms, day,
                        )
                    ],
                )  # fmt: skip
                stored.add_on_hand(database, [(moved, key)])
                if kind is MoveKind.DELIVERY and line.cost_minor is not None:
                    stored.set_cost(database, key, line.cost_minor, now_ms)
            audit(desk, f"stock.{kind.value}", approved_by=approved, lines=len(fresh))
            return len(fresh)

        return desk.transaction(work)

    def _counted(self, line: StockLine) -> int:
        """Inside the transaction, once the product is tracked."""
        level = self.level(line.product_id)
        on_hand = 0 if level is None else level.on_hand_milli
        seen = on_hand if line.seen_milli is None else line.seen_milli
        return count_change(line.quantity_milli, seen)

    def _known(self, product_id: UUID) -> None:
        if self._product(product_id) is None:
            raise ProductUnknown(str(product_id))

    def _product(self, product_id: UUID) -> stored_products.ProductRow | None:
        return stored_products.find(self._desk.database, product_id.bytes)

    def _move(self, row: Row, balance: int) -> StockMove:
        _, kind, quantity, cost, reason, moved_at, staff = row[:7]
        sale_till, sale, refund_till, refund = row[7:]
        document = ""
        if sale is not None:
            document = receipt_number(sale_till, sale)
        elif refund is not None:
            document = f"R{receipt_number(refund_till, refund)}"
        when = from_millis(moved_at, self._desk.zone)
        return StockMove(MoveKind(kind), quantity, balance, cost, reason, when, staff, document)


def _row(row: Row) -> StockRow:
    key, name, barcode, category, weighed, on_hand, low, cost, active = row
    return StockRow(
        product_id=UUID(bytes=key),
        name=name,
        barcode=barcode,
        category=category,
        weighed=bool(weighed),
        level=Level(on_hand, low),
        cost_minor=cost,
        active=bool(active),
    )


def _check_quantity(quantity_milli: int) -> None:
    if not 0 < quantity_milli <= QUANTITY_LIMIT_MILLI:
        raise FieldInvalid("quantity", "out_of_range", str(quantity_milli))


def _check_cost(cost_minor: int | None) -> None:
    if cost_minor is not None and not 0 <= cost_minor <= AMOUNT_LIMIT_MINOR:
        raise FieldInvalid("cost", "out_of_range", str(cost_minor))
