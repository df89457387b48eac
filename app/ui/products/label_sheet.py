"""The sheet that asks which labels are printed, on which paper, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.services.documents.label_formats import LABEL_FORMATS, LabelFormat
from app.services.products import ProductFilter
from app.services.rules.money import parse_scaled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormGrid, FormRow, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

if TYPE_CHECKING:
    from app.services.documents.product_label import LabelKind
    from app.services.on_sale import Product

_PAPERS = tuple(LABEL_FORMATS)
_COPIES = 1_000


class Way(Enum):
    """Where labels go: a file, the printer for this paper, or the roll of receipts."""

    FILE = "file"
    PRINTER = "printer"
    ROLL = "roll"


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """What labels may be made of: the marked product, and everything that the list shows.

    `roll_mm` is how wide the receipt printer prints, where it takes commands; 0 where not.
    """

    marked: Product | None
    wanted: ProductFilter
    count: int
    roll_mm: int = 0


@dataclass(frozen=True, slots=True)
class LabelWish:
    """What was asked for; `one` None is the whole list. `start` counts from 1."""

    one: UUID | None
    wanted: ProductFilter
    count: int
    kind: LabelKind
    paper: str
    copies: int
    start: int
    give_codes: bool
    way: Way = Way.FILE


class LabelSheet(Sheet):
    """Which, what kind, which paper, how many; Enter prints them, Ctrl+S saves them as PDF."""

    submitted = Signal(object)
    """The LabelWish."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560)
        self._choice = LabelChoice(None, ProductFilter(), 0)
        self.which, self.kind = Segmented((), name=""), Segmented((), name="")
        self.paper = DropDown()
        self.printer = Segmented((), name="")
        self.copies, self.start = QLineEdit(), QLineEdit()
        self.codes = CheckBox("")
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self.save = SecondaryButton("", hint="Ctrl+S", icon="download", height=Height.CASHIER)
        self.done = PrimaryButton("", hint="Enter", icon="printer", height=Height.CASHIER)
        self._which_row, self._kind_row = FormRow("", self.which), FormRow("", self.kind)
        self._printer_row = FormRow("", self.printer)
        grid = FormGrid(3)
        self._paper_row = grid.add("", self.paper)
        self._copies_row = grid.add("", self.copies)
        self._start_row = grid.add("", self.start)
        for part in (self._which_row, self._kind_row, grid, self._printer_row, self.codes):
            self.body.addWidget(part)
        self.body.addWidget(self._note)
        self.body.addWidget(self._error)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)
        self.done.clicked.connect(self.accept)
        self.save.clicked.connect(self.ask_file)
        self.paper.currentIndexChanged.connect(lambda _at: self._paper_changed())

    def ask(self, choice: LabelChoice) -> None:
        """Open with what may be labelled."""
        self._choice = choice
        self._say()
        names = [self.tr("All in the list ({count})").replace("{count}", f"{choice.count:,}")]
        if choice.marked is not None:
            names.insert(0, choice.marked.name)
        self.which.set_choices(names)
        self.which.choose(0)
        chosen = max(0, self.paper.currentIndex())
        self.paper.clear()
        self.paper.addItems(self._paper_names())
        self.paper.setCurrentIndex(chosen)
        self.copies.setText("1")
        self.start.setText("1")
        self.say_error("")
        self._paper_changed()
        self.open(self.copies)
        self.copies.selectAll()

    def _say(self) -> None:
        self.set_title(self.tr("Labels"))
        self._which_row.set_label(self.tr("For"))
        self._kind_row.set_label(self.tr("Kind of label"))
        self.which.setAccessibleName(self.tr("Which products"))
        self.kind.setAccessibleName(self.tr("Kind of label"))
        self.kind.set_choices((self.tr("Barcode labels"), self.tr("Shelf prices")))
        self._paper_row.set_label(self.tr("Paper"))
        self._copies_row.set_label(self.tr("Copies of each"))
        self._start_row.set_label(self.tr("First free place"))
        self.codes.set_label(self.tr("Give what has no barcode a code of our own"))
        self._printer_row.set_label(self.tr("On"))
        self.printer.setAccessibleName(self.tr("Printer"))
        self.printer.set_choices((self.tr("Label printer"), self.tr("Receipt printer")))
        self._note.setText(self.tr("Print the PDF at 100%, without fitting it to the page."))
        self.save.set_label(self.tr("Save as PDF"))
        self.done.set_label(self.tr("Print"))

    def _paper_names(self) -> list[str]:
        names = {
            "a4-3x8": self.tr("A4, 24 labels of 70 × 37 mm"),
            "a4-5x13": self.tr("A4, 65 labels of 38 × 21 mm"),
            "roll-40x30": self.tr("Roll, 40 × 30 mm"),
            "roll-60x40": self.tr("Roll, 60 × 40 mm"),
        }
        return [names[paper] for paper in _PAPERS]

    def _paper_changed(self) -> None:
        paper = self._paper()
        self._start_row.setVisible(paper.on_a_sheet)
        self._printer_row.setVisible(paper.page_width <= self._choice.roll_mm)

    def _paper(self) -> LabelFormat:
        return LABEL_FORMATS[_PAPERS[max(0, self.paper.currentIndex())]]

    def say_error(self, sentence: str) -> None:
        """Say why not."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def accept(self) -> None:
        """Print them."""
        on_roll = not self._printer_row.isHidden() and self.printer.current() == 1
        self._submit(Way.ROLL if on_roll else Way.PRINTER)

    def ask_file(self) -> None:
        """Save them."""
        self._submit(Way.FILE)

    def _submit(self, way: Way) -> None:
        """Ask for them, where the numbers are numbers."""
        paper = self._paper()
        copies = parse_scaled(self.copies.text(), 0, _COPIES)
        start = parse_scaled(self.start.text(), 0, paper.places) if paper.on_a_sheet else 1
        if copies is None or copies < 1:
            self.say_error(self.tr("Type how many copies, from 1 to 1,000."))
            self.copies.setFocus()
            return
        if start is None or start < 1:
            words = self.tr("Type a place from 1 to {last}.")
            self.say_error(words.replace("{last}", str(paper.places)))
            self.start.setFocus()
            return
        marked = self._choice.marked
        one = marked.product_id if marked is not None and self.which.current() == 0 else None
        self.submitted.emit(
            LabelWish(
                one, self._choice.wanted, self._choice.count,
                "shelf" if self.kind.current() else "barcode", paper.name, copies, start,
                self.codes.isChecked(), way,
            )
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints, Ctrl+S saves."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.ask_file()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)
