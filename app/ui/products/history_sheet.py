"""Every move of one product's stock, newest first, with what was on hand after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.services.rules.money import quantity
from app.services.rules.stock import MoveKind
from app.ui.widgets.labels import Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.stock import StockMove


class HistorySheet(Sheet):
    """A table, and nothing else to do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=860)
        self.table = Table((), name="")
        self.table.setMinimumHeight(420)
        self._empty = EmptyState("package", "")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)

    def show_moves(self, name: str, moves: tuple[StockMove, ...]) -> None:
        """Open with a product's moves."""
        self.set_title(self.tr("Stock history"), name)
        self.table.setAccessibleName(self.tr("Moves"))
        self.table.set_columns(self._columns())
        self.table.show_rows(moves)
        self._empty.say(self.tr("Nothing was booked yet."))
        self.table.setVisible(bool(moves))
        self._empty.setVisible(not moves)
        if moves:
            self.table.choose(0)
        self.open(self.table if moves else None)

    def _columns(self) -> tuple[Column[StockMove], ...]:
        kinds = {
            MoveKind.SALE: self.tr("Sale"),
            MoveKind.REFUND: self.tr("Return"),
            MoveKind.DELIVERY: self.tr("Delivery"),
            MoveKind.COUNT: self.tr("Count"),
            MoveKind.LOSS: self.tr("Loss"),
        }
        return (
            Column(self.tr("Time"), lambda m: f"{m.moved_at:%Y-%m-%d %H:%M}", 150),
            Column(self.tr("What"), lambda m: kinds[m.kind], 100, strong=True),
            Column(self.tr("Change"), lambda m: _signed(m.quantity_milli), 90, right=True),
            Column(
                self.tr("On hand"), lambda m: quantity(m.balance_milli).replace("-", "−"), 90,
                right=True, tone=lambda m: Tone.DANGER if m.balance_milli < 0 else Tone.NORMAL,
            ),
            Column(self.tr("Why"), lambda m: m.reason or m.document, tone=Tone.MUTED),
            Column(self.tr("Who"), lambda m: m.staff, 110, tone=Tone.MUTED),
        )  # fmt: skip


def _signed(milli: int) -> str:
    said = quantity(milli).replace("-", "−")
    return f"+{said}" if milli > 0 else said
