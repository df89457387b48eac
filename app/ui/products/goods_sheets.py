"""Opens the sheets about stock and labels, each made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.services.printing.setup import DOTS_PER_MM
from app.services.progress import stop_if
from app.services.rules.money import Currency
from app.services.rules.stock import MoveKind
from app.ui.long_work import run_with_progress
from app.ui.products.history_sheet import HistorySheet
from app.ui.products.label_sheet import LabelChoice, LabelSheet, LabelWish, Way
from app.ui.products.stock_sheet import StockSheet
from app.ui.receipts import save_document
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.documents.drawing import Page
    from app.services.labels import LabelFacts
    from app.services.progress import Progress, StopAsked
    from app.services.stock import StockMove
    from app.ui.products.presenter import ProductForm

_AT_ONCE = 500


Counted = tuple[int, int]
"""How many labels, and how many products of theirs have no barcode to show."""


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
            self._labels.submitted.connect(self._labels_wished)
        roll = self._shell.roll
        roll_mm = roll.setup.dots // DOTS_PER_MM if roll.takes_commands else 0
        self._labels.ask(replace(choice, roll_mm=roll_mm))

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

    def _labels_wished(self, wish: LabelWish) -> None:
        if wish.way is Way.FILE:
            self._save_labels(wish)
        else:
            self.print_labels(wish)

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
        facts = self._shell.shop.desk.settings.facts

        def work(progress: Progress, stop: StopAsked) -> Counted:
            from app.services.documents.label_formats import LABEL_FORMATS
            from app.services.documents.product_label import save_labels

            labels, without = self._facts(wish)
            save_labels(
                path, labels, facts, LABEL_FORMATS[wish.paper], wish.kind,
                start=wish.start, progress=progress, stop_asked=stop,
            )  # fmt: skip
            return len(labels) * wish.copies, without

        def done(count: Counted) -> None:
            words = QCoreApplication.translate("GoodsSheets", "Labels saved in {file}: {count}")
            self._labels_done(wish, words.replace("{file}", path.name), count)

        title = QCoreApplication.translate("GoodsSheets", "Save labels")
        run_with_progress(self._shell, title, work, done, self._labels_refused)

    def print_labels(self, wish: LabelWish) -> None:
        """Print the labels asked for: on the printer for their paper, or on the receipts' roll."""
        from app.services.documents.label_formats import LABEL_FORMATS

        facts, paper = self._shell.shop.desk.settings.facts, LABEL_FORMATS[wish.paper]
        title = QCoreApplication.translate("GoodsSheets", "Labels")

        def work(progress: Progress, stop: StopAsked) -> tuple[tuple[Page, ...], Counted]:
            from app.services.documents.product_label import label_pages

            labels, without = self._facts(wish)
            count = len(labels) * wish.copies
            made: list[Page] = []
            for page in label_pages(labels, facts, paper, wish.kind, start=wish.start):
                stop_if(stop)
                made.append(page)
                progress(min(count, len(made) * paper.places), count)
            return tuple(made), (count, without)

        def drawn(made: tuple[tuple[Page, ...], Counted]) -> None:
            pages, count = made
            words = QCoreApplication.translate("GoodsSheets", "Labels sent to the printer: {count}")
            then = partial(self._labels_done, wish, words, count)
            if wish.way is Way.ROLL:
                self._shell.roll.print_labels(pages, then, self._labels_refused)
                return
            from app.ui.printing import Kind

            kind = Kind.LABEL_SHEET if paper.on_a_sheet else Kind.LABEL
            self._shell.printing.print_pages(kind, pages, title, then)

        run_with_progress(self._shell, title, work, drawn, self._labels_refused)

    def _labels_done(self, wish: LabelWish, words: str, counted: Counted) -> None:
        count, without = counted
        if self._labels is not None:
            self._labels.close_sheet()
        told = words.replace("{count}", f"{count:,}")
        if without:
            more = QCoreApplication.translate("GoodsSheets", "without a barcode: {count}")
            told += " · " + more.replace("{count}", f"{without:,}")
        self._shell.toast(told)
        if wish.give_codes:
            self._shell.tell_changed("products")

    def _labels_refused(self, error: Exception) -> None:
        if self._labels is not None and not self._labels.isHidden():
            self._labels.say_error(self._shell.sentence(error))
        else:
            self._shell.show_error(error)

    def _facts(self, wish: LabelWish) -> tuple[tuple[LabelFacts, ...], int]:
        """What stands on them, and how many products have no barcode where one was asked for;
        whatever has no code gets one first, where that was asked."""
        labels, ids = self._shell.shop.labels, self._ids(wish)
        if wish.give_codes:
            labels.give_codes(ids)
        facts: tuple[LabelFacts, ...] = labels.facts([(each, wish.copies) for each in ids])
        return facts, labels.without_code(facts) if wish.kind == "barcode" else 0

    def _ids(self, wish: LabelWish) -> list[UUID]:
        if wish.one is not None:
            return [wish.one]
        products, found = self._shell.shop.products, list[UUID]()
        for offset in range(0, wish.count, _AT_ONCE):
            page = products.page(wish.wanted, offset, _AT_ONCE)
            found += [product.product_id for product in page]
        return found
