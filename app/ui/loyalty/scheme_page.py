"""One scheme whole: what members get in pictures, then every promise in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.messages.scheme_tables import plain_words
from app.messages.scheme_words import Section
from app.services.rules.money import CURRENCIES, Currency
from app.ui import fonts
from app.ui.loyalty.backtest_card import BacktestCard
from app.ui.loyalty.pictures import Ladder, Tiles
from app.ui.loyalty.presenting.highlights import highlights, ladder
from app.ui.loyalty.words import title_of
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from app.ui.loyalty.presenter import Entry, Past

_COLUMNS = 2
_VERSIONS_SHOWN = 8


class SchemePage(QWidget):
    """The right side of the section."""

    use_asked = Signal()
    edit_asked = Signal()
    look_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._versions: tuple[Past, ...] = ()
        self._language = "en"
        self._currency: Currency = CURRENCIES["CNY"]
        self.title = ElidedLabel("", size=fonts.SECTION, strong=True)
        self._chip = Chip("", tone=Tone.SUCCESS)
        self.use = PrimaryButton("", icon="check", height=Height.DEFAULT)
        self.edit = Button("", icon="pencil", height=Height.DEFAULT)
        self._summary = Label("", tone=Tone.MUTED, wrap=True)
        self.tiles = Tiles()
        self._ladder_card = Card(" ")
        self.ladder = Ladder()
        self._ladder_card.body.addWidget(self.ladder)
        self.backtest = BacktestCard()
        self._sections = QGridLayout()
        self._history = Card(" ")
        self._versions_grid = QGridLayout()
        self._lay_out()
        self.use.clicked.connect(self.use_asked)
        self.edit.clicked.connect(self.edit_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.title)
        head.addWidget(self._chip)
        head.addStretch(1)
        self.head = head
        head.addWidget(self.edit)
        head.addWidget(self.use)
        column.addLayout(head)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, Space.XS, Space.M)
        body.setSpacing(Space.S)
        body.addWidget(self._summary)
        body.addWidget(self.tiles)
        body.addWidget(self._ladder_card)
        body.addWidget(self.backtest)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(Space.S)
        for at in range(_COLUMNS):
            self._sections.setColumnStretch(at, 1)
        body.addLayout(self._sections)
        self._history.body.addLayout(self._versions_grid)
        self._versions_grid.setHorizontalSpacing(Space.M)
        self._versions_grid.setVerticalSpacing(Space.XS)
        self._versions_grid.setColumnStretch(1, 1)
        body.addWidget(self._history)
        body.addStretch(1)
        self.scroller = ScrollArea(inner, name=" ")
        column.addWidget(self.scroller, 1)

    # --- what is shown ----------------------------------------------------------

    def show_entry(self, entry: Entry, versions: Sequence[Past], language: str) -> None:
        """Show a scheme in a language, and the versions the shop has had."""
        self._entry, self._versions, self._language = entry, tuple(versions), language
        self._show()

    def set_currency(self, currency: Currency) -> None:
        """The currency amounts are shown in."""
        self._currency = currency

    def set_edit_hint(self, hint: str) -> None:
        """The key that opens the editor."""
        self.edit.set_hint(hint)

    def shown(self) -> Entry | None:
        """The scheme that is shown."""
        return self._entry

    def retranslate(self, language: str) -> None:
        """Say everything again in the language now shown."""
        self._language = language
        self._say_names()
        if self._entry is not None:
            self._show()

    def _say_names(self) -> None:
        self.scroller.setAccessibleName(self.tr("What the scheme promises"))
        self._chip.set_text(self.tr("In use"))
        self.edit.set_label(self.tr("Edit rules"))
        self.use.set_label(self.tr("Use this scheme…"))

    def _show(self) -> None:
        assert self._entry is not None
        scheme = self._entry.scheme
        self._say_names()
        self.title.setText(title_of(scheme, self._language))
        self._chip.setVisible(self._entry.in_force)
        self.use.setVisible(not self._entry.in_force)
        self._summary.setText(scheme.summary.said(self._language))
        self._summary.setVisible(bool(scheme.summary.said(self._language)))
        facts = (scheme, self._language, self._currency)
        self.tiles.show_highlights(highlights(*facts))
        steps = ladder(*facts)
        self._ladder_card.set_title(self.tr("Tiers"))
        self._ladder_card.setVisible(bool(steps))
        self.ladder.show_steps(steps)
        self._show_sections(plain_words(*facts))
        self._show_versions()
        self.scroller.verticalScrollBar().setValue(0)

    def _show_sections(self, sections: Sequence[Section]) -> None:
        _empty(self._sections)
        columns = _balanced(sections)
        for at, column in enumerate(columns):
            holder = QWidget()
            stack = QVBoxLayout(holder)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(Space.S)
            for section in column:
                stack.addWidget(_section_card(section))
            stack.addStretch(1)
            self._sections.addWidget(holder, 0, at)

    def _show_versions(self) -> None:
        self._history.set_title(self.tr("Versions of this shop's scheme"))
        _empty(self._versions_grid)
        for row, past in enumerate(self._versions[:_VERSIONS_SHOWN]):
            number = filled(self.tr("Version {number}"), number=past.scheme.version)
            self._versions_grid.addWidget(Label(number, strong=past.in_force), row, 0)
            name = title_of(past.scheme, self._language)
            self._versions_grid.addWidget(ElidedLabel(name), row, 1)
            day = filled(self.tr("from {day}"), day=past.active_from.isoformat())
            self._versions_grid.addWidget(Label(day, tone=Tone.MUTED), row, 2)
            self._versions_grid.addWidget(self._state(past), row, 3)
        self._history.setVisible(len(self._versions) > 1)

    def _state(self, past: Past) -> QWidget:
        if past.in_force:
            return Chip(self.tr("In use"), tone=Tone.SUCCESS)
        if past.to_come:
            return Chip(self.tr("To come"), tone=Tone.INFO)
        look = Button(self.tr("Look"), kind=Kind.QUIET, height=Height.BACK_OFFICE)
        version = past.scheme.version
        look.setAccessibleName(filled(self.tr("Look at version {number}"), number=version))
        look.clicked.connect(lambda: self.look_asked.emit(version))
        return look


def _section_card(section: Section) -> Card:
    card = Card(section.title)
    for line in section.lines:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(Label("·", tone=Tone.PRIMARY, strong=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(line, wrap=True), 1)
        card.body.addLayout(row)
    return card


def _balanced(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in two columns of about the same height, in reading order."""
    weights = [2 + sum(1 + len(line) // 40 for line in section.lines) for section in sections]
    whole, left = sum(weights), 0
    for at, weight in enumerate(weights):
        if left + weight / 2 > whole / 2:
            return list(sections[:at]), list(sections[at:])
        left += weight
    return list(sections), []


def _empty(layout: QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
