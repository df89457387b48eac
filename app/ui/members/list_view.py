"""The list of members: search, filters, and a table of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.member_types import MemberRow, MemberState
from app.services.rules.money import CURRENCIES, Currency, money
from app.ui.members.words import day_words, state_tone, state_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.ui.members.presenting.listing import Listed

STATES = ("", MemberState.FROZEN.value, MemberState.ARCHIVED.value)
SORTS = ("recent", "name", "number", "points", "spent")

Fetch = Callable[[int, int, Callable[[Sequence[MemberRow]], None]], None]


class MemberList(QWidget):
    """Says what was asked for; shows what was found."""

    wanted = Signal(str, object)
    """(part of the filter, its value)"""
    opened = Signal(object)
    """The MemberRow to open."""
    new_asked = Signal(str)
    """A new member; the text that found nobody."""
    cards_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    clean_asked = Signal()
    """Look over who is there twice, and what is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self._today = date.min
        self._listed: Listed | None = None
        self._open_first = False
        self._new_key = ""
        self.search = SearchField()
        self.cards = SecondaryButton("", icon="id-card", height=Height.CASHIER)
        self.take_in = SecondaryButton("", icon="file-up", height=Height.CASHIER)
        self.put_out = SecondaryButton("", icon="file-down", height=Height.CASHIER)
        self.clean = SecondaryButton("", icon="sparkles", height=Height.DEFAULT)
        self.new = PrimaryButton("", icon="user-plus", height=Height.CASHIER)
        self.state = Segmented(["", "", ""], name="")
        self.tag, self.sort = DropDown(), DropDown()
        self.count = Label("", tone=Tone.MUTED)
        self.table = Table(self._columns(), name="")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState("users", "")
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.search)

    # --- the layout -----------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        for button in (self.cards, self.take_in, self.put_out, self.new):
            top.addWidget(button)
        column.addLayout(top)
        column.addLayout(self._filters())
        self._card = Card()
        self._card.body.setContentsMargins(1, 6, 1, 6)
        self._card.body.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._card.body.addWidget(self._stack)
        column.addWidget(self._card, 1)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for field in (self.tag, self.sort):
            field.setProperty("dense", True)
            field.setMinimumWidth(150)
            field.setMaximumWidth(240)
        row.addWidget(self.state)
        row.addWidget(self.clean)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addSpacing(Space.XS)
        row.addWidget(self.tag)
        row.addWidget(self.sort)
        return row

    def _wire(self) -> None:
        self.search.textEdited.connect(lambda text: self.wanted.emit("text", text.strip()))
        self.search.entered.connect(lambda _text: self._submit())
        self.search.left_down.connect(self._into_table)
        self.state.changed.connect(lambda at: self.wanted.emit("state", STATES[at]))
        self.tag.activated.connect(
            lambda _at: self.wanted.emit("tag", str(self.tag.currentData() or ""))
        )
        self.sort.activated.connect(
            lambda _at: self.wanted.emit("sort", str(self.sort.currentData()))
        )
        self.table.opened.connect(self._open_at)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_count())
        self.cards.clicked.connect(self.cards_asked)
        self.take_in.clicked.connect(self.import_asked)
        self.put_out.clicked.connect(self.export_asked)
        self.clean.clicked.connect(self.clean_asked)
        self.new.clicked.connect(lambda: self.new_asked.emit(""))
        self.empty.acted.connect(lambda: self.new_asked.emit(self.search.text().strip()))

    # --- what is shown ----------------------------------------------------------------

    def use(self, currency: Currency, today: date) -> None:
        """Show amounts in `currency`; `today` is the shop's business day."""
        self._currency, self._today = currency, today

    def show_list(self, listed: Listed, fetch: Fetch) -> None:
        """Show a list; its further pages come from `fetch`."""
        same = self._listed is not None and self._listed.wanted == listed.wanted
        kept = self._kept() if same else None
        self._listed = listed

        def rows(offset: int, limit: int, give: Callable[[Sequence[MemberRow]], None]) -> None:
            if offset == 0:
                give(listed.first[:limit])
            else:
                fetch(offset, limit, give)

        self.table.show_paged(listed.count, rows)
        if kept is not None:
            self._restore(*kept)
        self._stack.setCurrentIndex(0 if listed.count else 1)
        self._say_empty()
        self._say_count()
        if self._open_first:
            self._open_first = False
            self._open_at(0)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags; the chosen one stays chosen where it still exists."""
        chosen = self.tag.currentData()
        self.tag.clear()
        self.tag.addItem(self.tr("Any tag"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.setVisible(bool(tags))

    def spans(self) -> tuple[tuple[int, int], ...]:
        """The chosen rows as (first, last) places, in order; one row alone is no choice."""
        chosen = self.table.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        spans = tuple(sorted((each.top(), each.bottom()) for each in ranges))
        return spans if _length(spans) > 1 else ()

    def chosen_count(self) -> int:
        """How many rows are chosen; one alone is only the marked one."""
        return _length(self.spans())

    @property
    def listed_count(self) -> int:
        """How many members the list has."""
        return 0 if self._listed is None else self._listed.count

    def expect_answer(self) -> None:
        """The next list answers what was just typed: Enter waits for it."""
        self._listed = None

    # --- keys -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A chooses all."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.table.selectAll()
        else:
            super().keyPressEvent(event)

    def _into_table(self) -> None:
        if self.listed_count:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.choose(0)

    def _submit(self) -> None:
        """Enter in the search: the marked row, else the first, once it is there."""
        if self._listed is None:
            self._open_first = True
        else:
            self._open_at(max(0, self.table.currentIndex().row()))

    def _open_at(self, place: int) -> None:
        row = self.table.paged.row(place) if place < self.listed_count else None
        if row is not None:
            self.table.choose(place)
            self.opened.emit(row)

    def _kept(self) -> tuple[int, int]:
        return self.table.currentIndex().row(), self.table.verticalScrollBar().value()

    def _restore(self, current: int, scrolled: int) -> None:
        if 0 <= current < self.listed_count:
            self.table.choose(current)
        self.table.verticalScrollBar().setValue(scrolled)

    # --- words ------------------------------------------------------------------------

    def retranslate(self, hints: Callable[[str], str]) -> None:
        """Say everything again; `hints` gives the key of an action."""
        self.search.say(self.tr("Name, phone, number or card"), hints("find"))
        self.cards.set_label(self.tr("Cards"))
        self.take_in.set_label(self.tr("Import"))
        self.put_out.set_label(self.tr("Export"))
        self.clean.set_label(self.tr("Clean up"))
        self.new.set_label(self.tr("New member"))
        self.new.set_hint(hints("new"))
        self.state.setAccessibleName(self.tr("State"))
        self.state.set_choices([self.tr("Current"), self.tr("Frozen"), self.tr("Archived")])
        self.tag.setAccessibleName(self.tr("Tag"))
        self.sort.setAccessibleName(self.tr("Sort"))
        self._say_sorts()
        if self.tag.count():
            self.tag.setItemText(0, self.tr("Any tag"))
        self.table.setAccessibleName(self.tr("Members"))
        self.table.set_columns(self._columns())
        self._new_key = hints("new")
        self._say_empty()
        self._say_count()

    def _say_sorts(self) -> None:
        names = {
            "recent": self.tr("Last visit first"),
            "name": self.tr("By name"),
            "number": self.tr("By number"),
            "points": self.tr("Most points first"),
            "spent": self.tr("Most spent first"),
        }
        at = max(0, self.sort.currentIndex())
        self.sort.clear()
        for sort in SORTS:
            self.sort.addItem(names[sort], sort)
        self.sort.setCurrentIndex(at)

    def _say_count(self) -> None:
        chosen = self.chosen_count()
        if chosen:
            self.count.setText(self.tr("{count} chosen").format(count=f"{chosen:,}"))
        elif self._listed is None or not self._listed.counted:
            self.count.setText("")
        elif self._listed.count == 1:
            self.count.setText(self.tr("1 member"))
        else:
            self.count.setText(self.tr("{count} members").format(count=f"{self.listed_count:,}"))

    def _say_empty(self) -> None:
        listed, key = self._listed, self._new_key
        if listed is None or listed.is_whole_shop:
            self.empty.say(self.tr("No members yet."), key=key, action=self.tr("New member"))
        elif listed.wanted.text and not (listed.wanted.state or listed.wanted.tag):
            self.empty.say(
                self.tr('Nobody answers to "{text}".').replace("{text}", listed.wanted.text),
                key=key,
                action=self.tr("Enrol as a new member"),
            )
        else:
            self.empty.say(self.tr("Nobody fits. Take a filter away."))

    def _columns(self) -> list[Column[Any]]:
        def amount(row: MemberRow) -> str:
            return money(row.spent_minor, self._currency, sign=False)

        return [
            Column[MemberRow](self.tr("Number"), lambda row: row.number, 116, tone=Tone.MUTED),
            Column[MemberRow](self.tr("Name"), lambda row: row.name, strong=True),
            Column[MemberRow](self.tr("Phone"), lambda row: row.masked_phone, 140),
            Column[MemberRow](
                "",
                lambda row: "" if row.state is MemberState.ACTIVE else state_words(row.state),
                84,
                tone=lambda row: state_tone(row.state),
            ),
            Column[MemberRow](
                self.tr("Points"), lambda row: f"{row.points:,}", 96, right=True, strong=True
            ),
            Column[MemberRow](self.tr("Visits"), lambda row: f"{row.visits:,}", 76, right=True),
            Column[MemberRow](self.tr("Spent"), amount, 124, right=True),
            Column[MemberRow](
                self.tr("Last visit"),
                lambda row: day_words(row.last_visit_on, self._today),
                116,
                right=True,
                tone=Tone.MUTED,
            ),
        ]


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in spans)
