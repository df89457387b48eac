"""First step: the file's first rows, how they are read, and which column is which field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.exchange.sniff import DELIMITERS, ENCODINGS, SPACES
from app.ui import fonts
from app.ui.imports.presenter import Match
from app.ui.imports.words import DATE_FORMATS, delimiter_name, encoding_name, field_words
from app.ui.lists import listed
from app.ui.theme import Space
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

_COLUMNS_SHOWN = 40
_CELL_WIDTH = 150
_FEW_COLUMNS = 5
_FIELDS_WIDTH = 380


class MatchPage(QWidget):
    """Pickers on top, fields on the left, the file's rows on the right."""

    put = Signal(str, int)
    encoding_chosen = Signal(str)
    delimiter_chosen = Signal(str)
    sheet_chosen = Signal(str)
    header_chosen = Signal(bool)
    dates_chosen = Signal(str)
    create_chosen = Signal(bool)
    update_chosen = Signal(bool)

    def __init__(self, kind: str, fields: Sequence[str], language: str) -> None:
        super().__init__()
        self._kind = kind
        self._language = language
        self._fields = tuple(fields)
        self.encoding, self.delimiter, self.sheet = DropDown(), DropDown(), DropDown()
        self.dates = DropDown()
        self.dates.setEditable(True)
        self.header, self.may_create, self.may_update = CheckBox(""), CheckBox(""), CheckBox("")
        self.pickers = {field: DropDown() for field in self._fields}
        self._dates = ""
        self._labels: dict[str, Label] = {}
        self._missing = Label("", tone=Tone.WARNING, wrap=True)
        self._rows = Card()
        self.table: Table | None = None
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        self._encoding_row = FormRow(self.tr("Character set"), self.encoding)
        self._delimiter_row = FormRow(self.tr("Between columns"), self.delimiter)
        self._sheet_row = FormRow(self.tr("Sheet"), self.sheet)
        self._dates_row = FormRow(self.tr("Dates are written"), self.dates)
        for row in (self._encoding_row, self._delimiter_row, self._sheet_row, self._dates_row):
            row.field.setProperty("dense", True)
            row.field.setMinimumWidth(200)
            top.addWidget(row)
        line = self.dates.lineEdit()
        assert line is not None
        line.setProperty("bare", True)
        line.setAccessibleName(self.tr("Dates are written"))
        top.addWidget(self.header, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        column.addLayout(top)
        middle = QHBoxLayout()
        middle.setSpacing(Space.S)
        middle.addWidget(self._field_list())
        self._rows.body.setContentsMargins(1, 6, 1, 6)
        middle.addWidget(self._rows, 1)
        column.addLayout(middle, 1)
        column.addWidget(self._missing)
        column.addWidget(self.may_create)
        column.addWidget(self.may_update)

    def _field_list(self) -> QWidget:
        card = Card(self.tr("Which column is which"))
        card.setFixedWidth(_FIELDS_WIDTH)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for at, field in enumerate(self._fields):
            picker = self.pickers[field]
            picker.setProperty("dense", True)
            picker.setMinimumWidth(140)
            picker.setSizeAdjustPolicy(
                DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            name = _capital(self._name(field))
            picker.setAccessibleName(name)
            label = Label(name, wrap=True)
            label.setFixedWidth(118)
            self._labels[field] = label
            grid.addWidget(label, at, 0)
            grid.addWidget(picker, at, 1)
        grid.setRowStretch(len(self._fields), 1)
        card.body.addWidget(ScrollArea(inner), 1)
        return card

    def _wire(self) -> None:
        for field, picker in self.pickers.items():
            picker.activated.connect(partial(self._picked, field))
        self.encoding.activated.connect(
            lambda _at: self.encoding_chosen.emit(str(self.encoding.currentData()))
        )
        self.delimiter.activated.connect(
            lambda _at: self.delimiter_chosen.emit(str(self.delimiter.currentData()))
        )
        self.sheet.activated.connect(lambda _at: self.sheet_chosen.emit(self.sheet.currentText()))
        self.dates.activated.connect(lambda _at: self._dates_picked())
        line = self.dates.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._dates_picked)
        self.header.clicked.connect(self.header_chosen)
        self.may_create.clicked.connect(self.create_chosen)
        self.may_update.clicked.connect(self.update_chosen)

    def show_match(self, match: Match) -> None:
        """Show how the file is read now."""
        source, plan = match.plan.source, match.plan
        book = source.is_workbook
        self._encoding_row.setVisible(not book)
        self._delimiter_row.setVisible(not book)
        self._sheet_row.setVisible(book and len(source.sheets) > 1)
        self._dates_row.setVisible(match.has_dates)
        _fill(self.encoding, [(encoding_name(e), e) for e in ENCODINGS], source.encoding)
        separators = (*DELIMITERS, SPACES)
        _fill(self.delimiter, [(delimiter_name(d), d) for d in separators], source.delimiter)
        _fill(self.sheet, [(name, name) for name in source.sheets], source.sheet)
        self._show_dates(plan.date_format)
        self.header.set_label(self.tr("The first row names the columns"))
        self.header.setChecked(source.has_header)
        choices = [(self.tr("not in the file"), -1), *_column_names(match)]
        for field, picker in self.pickers.items():
            _fill(picker, choices, match.column_of(field))
        self._say_missing(match)
        self._show_options(match)
        self._show_sample(match)

    def _show_options(self, match: Match) -> None:
        sales = match.plan.kind == "sales"
        self.may_create.set_label(self.tr("Add members the shop does not know yet"))
        self.may_update.set_label(self.tr("Change what is in the shop already and differs"))
        self.may_create.setVisible(sales)
        self.may_update.setVisible(not sales)
        self.may_create.setChecked(match.options.create_missing)
        self.may_update.setChecked(match.options.update)

    def _show_dates(self, date_format: str) -> None:
        """The formats a person knows; one typed by hand is shown as it was typed."""
        if not date_format:
            self._dates = ""
            self.dates.clear()
            self.dates.addItems([self.tr("Automatic"), *DATE_FORMATS])
            self.dates.setCurrentIndex(0)

    def _say_missing(self, match: Match) -> None:
        alternatives = [
            self.tr(" or ").join(self._name(field) for field in group) for group in match.missing
        ]
        words = self.tr("Choose the column of: {fields}")
        self._missing.setText(words.replace("{fields}", listed(alternatives)))
        self._missing.setVisible(bool(alternatives))
        needed = {field for group in match.missing for field in group}
        for field, label in self._labels.items():
            label.set_tone(Tone.WARNING if field in needed else Tone.NORMAL)

    def _name(self, field: str) -> str:
        return field_words(self._kind, field, self._language)

    def _show_sample(self, match: Match) -> None:
        """A new table: the columns are the file's."""
        fields = {column: field for field, column in match.plan.mapping}
        columns = []
        heading_font = QFontMetrics(fonts.font(fonts.CAPTION))
        for at, heading in enumerate(match.plan.columns[:_COLUMNS_SHOWN]):
            field = fields.get(at)
            name = _capital(self._name(field)) if field else ""
            title = f"{_shown(heading)} → {name}" if name else _shown(heading)
            tone = Tone.NORMAL if field else Tone.MUTED
            wide = max(_CELL_WIDTH, heading_font.horizontalAdvance(title) + 24)
            width = 0 if len(match.plan.columns) < _FEW_COLUMNS else wide
            columns.append(Column(title, partial(_cell, at), width, tone=tone))
        if self.table is not None:
            self._rows.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = Table(columns, name=self.tr("The first rows of the file"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.setFont(fonts.font(fonts.CAPTION))
        self.table.show_rows(match.plan.sample)
        self._rows.body.addWidget(self.table, 1)

    def _picked(self, field: str, _at: int) -> None:
        self.put.emit(field, int(self.pickers[field].currentData()))

    def _dates_picked(self) -> None:
        text = self.dates.currentText().strip()
        text = "" if text == self.tr("Automatic") else text
        # The line also reports that it lost the focus, to a picker that is just opening.
        if text != self._dates:
            self._dates = text
            self.dates_chosen.emit(text)


def _fill(picker: DropDown, choices: Sequence[tuple[str, object]], chosen: object) -> None:
    picker.clear()
    for at, (words, value) in enumerate(choices):
        picker.addItem(words, value)
        if value == chosen:
            picker.setCurrentIndex(at)


def _column_names(match: Match) -> list[tuple[str, int]]:
    """Each column by its heading and, to tell it by, the first thing that stands in it."""
    names = []
    for at, heading in enumerate(match.plan.columns):
        example = next((row[at] for row in match.plan.sample if at < len(row) and row[at]), "")
        shown = _shown(heading)
        names.append((f"{shown} ({_shown(example, 16)})" if example else shown, at))
    return names


def _cell(at: int, row: tuple[str, ...]) -> str:
    return row[at] if at < len(row) else ""


def _shown(text: str, limit: int = 24) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else f"{plain[: limit - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
