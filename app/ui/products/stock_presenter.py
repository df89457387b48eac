"""Booking stock, without Qt: scan, quantity, Enter, and the whole list is booked at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.errors import FieldInvalid, ProductUnknown
from app.services.ids import uuid7
from app.services.on_sale import Product
from app.services.product_drafts import checked_amount
from app.services.rules.money import parse_milli
from app.services.rules.stock import MoveKind
from app.services.stock import StockLine

if TYPE_CHECKING:
    from app.ui.tasks import Tasks

KINDS = (MoveKind.DELIVERY, MoveKind.COUNT, MoveKind.LOSS)
"""What can be booked by hand, in the order of the segments."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One product of the list. `seen_milli` is what was on hand when it was scanned, None where
    it is not tracked yet; a cost is for one piece or kilogram."""

    product: Product
    seen_milli: int | None
    quantity_milli: int = 0
    cost_minor: int | None = None
    move_id: UUID = field(default_factory=uuid7)

    def after(self, kind: MoveKind) -> int:
        """What is on hand once this is booked."""
        before = self.seen_milli or 0
        if kind is MoveKind.COUNT:
            return self.quantity_milli
        return before + (-self.quantity_milli if kind is MoveKind.LOSS else self.quantity_milli)


class StockView(Protocol):
    """What the presenter asks of the sheet."""

    def show_entries(self, kind: MoveKind, entries: tuple[Entry, ...]) -> None:
        """Show the list."""

    def ask_quantity(self, entry: Entry) -> None:
        """A product was found: ask how many."""

    def ask_next(self) -> None:
        """Ready for the next scan."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def booked(self, kind: MoveKind, lines: int) -> None:
        """It is durable: close, and tell other screens."""


class StockBooking:
    """Holds the list until it is booked; a change of what it is keeps it."""

    def __init__(self, view: StockView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._busy = False
        self.kind = MoveKind.DELIVERY
        self.entries: tuple[Entry, ...] = ()
        self.pending: Entry | None = None

    def begin(self, kind: MoveKind) -> None:
        """Start an empty list."""
        self.kind, self.entries, self.pending = kind, (), None
        self._view.show_entries(self.kind, self.entries)

    def change_kind(self, kind: MoveKind) -> None:
        """It is to be booked as something else."""
        self.kind = kind
        self._view.show_entries(self.kind, self.entries)

    def find(self, text: str) -> None:
        """The product with this barcode, or the first that answers to the text."""
        wanted = text.strip()
        if not wanted:
            return

        def work() -> Entry:
            product = _found(self._shop, wanted)
            level = self._shop.stock.level(product.product_id)
            return Entry(product, None if level is None else level.on_hand_milli)

        self._tasks.run(work, self._asked, self._view.refuse)

    def _asked(self, entry: Entry) -> None:
        self.pending = entry
        self._view.ask_quantity(entry)

    def enter(self, quantity: str, cost: str = "") -> bool:
        """Put the product found into the list; False where what was typed is no quantity."""
        entry = self.pending
        if entry is None:
            return False
        try:
            made = replace(
                entry,
                quantity_milli=self._quantity(quantity),
                cost_minor=self._cost(cost),
            )
        except FieldInvalid as error:
            self._view.refuse(error)
            return False
        self.pending = None
        self.entries = _put(self.entries, made, adds=self.kind is not MoveKind.COUNT)
        self._view.show_entries(self.kind, self.entries)
        self._view.ask_next()
        return True

    def remove(self, at: int) -> None:
        """Take one out of the list."""
        if 0 <= at < len(self.entries):
            self.entries = (*self.entries[:at], *self.entries[at + 1 :])
            self._view.show_entries(self.kind, self.entries)

    def book(self, reason: str) -> None:
        """Book the whole list, once; a second press meanwhile does nothing."""
        if self._busy or not self.entries:
            return
        self._busy = True
        kind, stock = self.kind, self._shop.stock
        lines = tuple(
            StockLine(
                each.product.product_id, each.quantity_milli, each.cost_minor, each.seen_milli,
                each.move_id,
            )
            for each in self.entries
        )  # fmt: skip
        verb = {
            MoveKind.DELIVERY: stock.receive,
            MoveKind.COUNT: stock.count,
            MoveKind.LOSS: stock.lose,
        }[kind]

        def done(_new: int) -> None:
            self._busy = False
            self._view.booked(kind, len(lines))

        def refused(error: Exception) -> None:
            self._busy = False
            self._view.refuse(error)

        self._tasks.run(lambda: verb(lines, reason), done, refused)

    def _quantity(self, text: str) -> int:
        milli = parse_milli(text)
        if milli is None or milli < 0 or (milli == 0 and self.kind is not MoveKind.COUNT):
            raise FieldInvalid("quantity", "not_a_quantity", text.strip())
        return milli

    def _cost(self, text: str) -> int | None:
        if self.kind is not MoveKind.DELIVERY or not text.strip():
            return None
        return checked_amount("cost", text, self._shop.desk.settings.money)


def _found(shop: Any, text: str) -> Product:
    try:
        product: Product = shop.products.by_barcode(text, archived=True)
    except ProductUnknown:
        found = shop.products.suggest(text, 1)
        if not found:
            raise
        product = found[0]
    return product


def _put(entries: tuple[Entry, ...], new: Entry, *, adds: bool) -> tuple[Entry, ...]:
    """The list with the product once: what comes twice adds up, what is counted again replaces."""
    key = new.product.product_id
    for at, old in enumerate(entries):
        if old.product.product_id == key:
            total = new.quantity_milli + (old.quantity_milli if adds else 0)
            cost = old.cost_minor if new.cost_minor is None else new.cost_minor
            made = replace(old, quantity_milli=total, cost_minor=cost)
            return (*entries[:at], made, *entries[at + 1 :])
    return (*entries, new)
