"""Opens the sheets about stock and labels, each made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.services.rules.money import Currency
from app.services.rules.stock import MoveKind
from app.ui.long_work import run_with_progress
from app.ui.products.history_sheet import HistorySheet
from app.ui.products.label_sheet import LabelChoice, LabelSheet, LabelWish
from app.ui.products.stock_sheet import StockSheet
from app.ui.receipts import save_document
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.progress import Progress, StopAsked
    from app.services.stock import StockMove
    from app.ui.products.presenter import ProductForm

_AT_ONCE = 500


class GoodsSheets:
    """One of each sheet for the life of the screen."""

    def __init__(self, shell: Shell, currency: Currency) -> None:
        self._shell = shell
        self._currency = currency
        self._stock: StockSheet | None = None
        self._labels: LabelSheet | None = None
        self._history: HistorySheet | None = None

    def book(self, after: Callable[[], None]) -> None:
        """Ask what came, was counted or lost."""
        if self._stock is None:
            costs = self._shell.shop.products.cost_shown()
            self._stock = StockSheet(self._shell, self._currency, costs=costs)
        self._stock.ask(MoveKind.DELIVERY, after)

    def history(self, product_id: UUID, name: str) -> None:
        """Show every move of a product."""

        def show(moves: tuple[StockMove, ...]) -> None:
            if self._history is None:
                self._history = HistorySheet(self._shell.overlay_parent())
            self._history.show_moves(name, moves)

        stock = self._shell.shop.stock
        self._shell.tasks.run(lambda: stock.history(product_id), show, self._shell.show_error)

    def history_of(self, form: ProductForm) -> None:
        """The same, from a product's form."""
        self.history(form.product_id, form.draft.name)

    def labels(self, choice: LabelChoice) -> None:
        """Ask which labels, on which paper."""
        if self._labels is None:
            self._labels = LabelSheet(self._shell.overlay_parent())
            self._labels.submitted.connect(self._save_labels)
        self._labels.ask(choice)

    def save_list(self) -> None:
        """Save what is low, as PDF."""
        from app.services.documents.goods_reports import stock_report
        from app.services.documents.table_report import save_report

        desk, stock = self._shell.shop.desk, self._shell.shop.stock
        facts, day = desk.settings.facts, desk.today().isoformat()

        def write(path: Path) -> None:
            rows = stock.rows(low_only=True)
            save_report(path, stock_report(rows, facts, day, low_only=True), facts)

        save_document(self._shell, f"low-stock-{day}.pdf", write)

    def _save_labels(self, wish: LabelWish) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = QCoreApplication.translate("GoodsSheets", "Save labels")
        name, _kind = QFileDialog.getSaveFileName(
            self._shell.overlay_parent(), title, "labels.pdf", "PDF (*.pdf)"
        )
        if not name:
            return
        path = Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf")
        self.write_labels(wish, path)

    def write_labels(self, wish: LabelWish, path: Path) -> None:
        """Write the labels asked for, with progress and a way out."""
        shop = self._shell.shop

        def work(progress: Progress, stop: StopAsked) -> int:
            from app.services.documents.label_formats import LABEL_FORMATS
            from app.services.documents.product_label import save_labels

            ids = self._ids(wish)
            if wish.give_codes:
                shop.labels.give_codes(ids)
            labels = shop.labels.facts([(each, wish.copies) for each in ids])
            save_labels(
                path, labels, shop.desk.settings.facts, LABEL_FORMATS[wish.paper], wish.kind,
                start=wish.start, progress=progress, stop_asked=stop,
            )  # fmt: skip
            return len(labels) * wish.copies

        def done(count: int) -> None:
            if self._labels is not None:
                self._labels.close_sheet()
            words = QCoreApplication.translate("GoodsSheets", "Labels saved in {file}: {count}")
            said = words.replace("{file}", path.name).replace("{count}", f"{count:,}")
            self._shell.toast(said)
            if wish.give_codes:
                self._shell.tell_changed("products")

        def refused(error: Exception) -> None:
            if self._labels is not None and not self._labels.isHidden():
                self._labels.say_error(self._shell.sentence(error))
            else:
                self._shell.show_error(error)

        title = QCoreApplication.translate("GoodsSheets", "Save labels")
        run_with_progress(self._shell, title, work, done, refused)

    def _ids(self, wish: LabelWish) -> list[UUID]:
        if wish.one is not None:
            return [wish.one]
        products, found = self._shell.shop.products, list[UUID]()
        for offset in range(0, wish.count, _AT_ONCE):
            page = products.page(wish.wanted, offset, _AT_ONCE)
            found += [product.product_id for product in page]
        return found
