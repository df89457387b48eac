"""The page of segments: those saved at the left, the one that is edited at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.rules.money import plain_money
from app.ui import fonts
from app.ui.insight.people import show_people
from app.ui.insight.segments.builder import Builder
from app.ui.insight.segments.count_panel import CountPanel
from app.ui.insight.segments.overlap_sheet import OverlapSheet
from app.ui.insight.segments.pace import CountPace
from app.ui.insight.segments.presenter import SegmentsPresenter
from app.ui.insight.segments.presenting.page import Counted, Editing, Entry
from app.ui.insight.segments.words import problem_words
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled
from app.ui.shell import InsightTab, Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.fields import FormRow, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, Divider, EmptyState
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.segment_choices import SegmentChoices
    from app.services.segments import Overlap

_WIDE = 1100
_LIST_WIDTH, _NARROW = 368, 300


class SegmentsPage(TabPage):
    """Ctrl+N begins, Ctrl+S saves, Enter goes from the list into the conditions, Esc back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.presenter = SegmentsPresenter(self, shell.shop, shell.tasks)
        self._stale = True
        self._overlap: OverlapSheet | None = None
        self._pace = CountPace(self, self.presenter.recount, self.presenter.estimate)
        self.new = PrimaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.compare = SecondaryButton("", icon="layers", height=Height.BACK_OFFICE)
        self.table = Table((), name="")
        self.empty = EmptyState("users", "")
        self._head = Label("", size=fonts.SECTION, strong=True)
        self.name = QLineEdit()
        self.name.setFont(fonts.font())
        self._name_row = FormRow("", self.name)
        self._who = Label("", strong=True)
        self.mode = Segmented((), name="")
        self.builder = Builder()
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.font())
        self.text.setTabChangesFocus(True)
        self._help = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self.count = CountPanel()
        self.save = PrimaryButton("", icon="save")
        self.remove = IconButton("trash-2", "", height=Height.DEFAULT)
        self.people = SecondaryButton("", icon="users")
        self.export = SecondaryButton("", icon="file-down")
        self.campaign = SecondaryButton("", icon="phone")
        self._stack = QStackedWidget()
        self._lay_out()
        self._wire()

    # --- the layout -------------------------------------------------------------------

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        across.setSpacing(Space.M)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self.compare)
        top.addWidget(self.new)
        left.addLayout(top)
        card = Card()
        card.body.setContentsMargins(1, 6, 1, 6)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        left.addWidget(card, 1)
        self._card = card
        across.addLayout(left)
        across.addWidget(self._editor(), 1)

    def _editor(self) -> Card:
        card = Card()
        card.body.setSpacing(Space.S)
        named = QHBoxLayout()
        named.setSpacing(Space.S)
        named.addWidget(self._name_row, 1)
        named.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        named.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(named)
        how = QHBoxLayout()
        how.addWidget(self._who, 1)
        how.addWidget(self.mode)
        card.body.addLayout(how)
        # Held here: what nobody holds is collected once focus has walked through it.
        self._scroller = ScrollArea(self.builder)
        self._texts = QWidget()
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(self._help)
        self._stack.addWidget(self._scroller)
        self._stack.addWidget(self._texts)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(Divider())
        self.count.put_beside(self.people, self.export, self.campaign)
        card.body.addWidget(self.count)
        return card

    def _wire(self) -> None:
        presenter = self.presenter
        self.new.clicked.connect(self._begin)
        self.compare.clicked.connect(self._compare)
        self.table.current_changed.connect(presenter.choose)
        self.table.opened.connect(lambda _at: self._into_editor())
        self.name.textEdited.connect(presenter.call)
        self.mode.changed.connect(lambda at: presenter.show_text(at == 1))
        self.text.textChanged.connect(lambda: presenter.write(self.text.toPlainText()))
        self.builder.part_changed.connect(presenter.change)
        self.builder.part_added.connect(presenter.add)
        self.builder.part_removed.connect(presenter.take_away)
        self.save.clicked.connect(presenter.save)
        self.remove.clicked.connect(presenter.remove)
        self.people.clicked.connect(self._show_people)
        self.export.clicked.connect(self._export)
        self.campaign.clicked.connect(self._campaign)
        keys = self.shell.keys
        keys.bind(self, "new", self._begin)
        keys.bind(self, "save", presenter.save)
        keys.bind(self, "edit", self._into_editor)
        keys.bind(self.table, "delete_line", presenter.remove)

    # --- the section's calls ----------------------------------------------------------

    def activated(self) -> None:
        """Members may have changed since."""
        if self._stale:
            self._stale = False
            self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Counts are stale; they are made anew when the page is looked at."""
        self._stale = True

    def acted(self, action: str) -> None:
        """Ctrl+N and Ctrl+E from the row of tabs."""
        if action == "new":
            self._begin()
        else:
            self._into_editor()

    def asked(self, request: object) -> None:
        """Conditions from elsewhere begin a new segment."""
        if isinstance(request, str) and request:
            self.presenter.new(request)
            self.name.setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        keys = self.shell.keys
        self._head.setText(self.tr("Segments"))
        self.new.set_label(self.tr("New"))
        self.compare.set_label(self.tr("Overlap"))
        self.table.setAccessibleName(self.tr("Saved segments"))
        self.table.set_columns(self._columns())
        self._name_row.set_label(self.tr("Name of the segment"))
        self._who.setText(self.tr("Who is in it"))
        self.empty.say(self.tr("No segment yet: add a condition, give it a name, save it."))
        self.mode.setAccessibleName(self.tr("How conditions are written"))
        self.mode.set_choices((self.tr("Rows"), self.tr("Text")))
        self.text.setAccessibleName(self.tr("Conditions as text"))
        self._help.setText(
            self.tr(
                "Conditions are joined by and, or, not and parentheses; a text with blanks"
                ' stands in double quotes: tier = gold and not bought "Oat latte" in 90 days'
            )
        )
        self.save.set_label(self.tr("Save"))
        self.save.set_hint(keys.hint("save"))
        self.remove.set_name(self.tr("Remove the segment"))
        self.people.set_label(self.tr("People"))
        self.export.set_label(self.tr("Export"))
        self.campaign.set_label(self.tr("Campaign"))
        self.presenter.show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the list's room to the conditions."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._card.setFixedWidth(_LIST_WIDTH if wide else _NARROW)
        self.new.set_hint(self.shell.keys.hint("new") if wide else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the conditions back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.table.enter()
            return
        super().keyPressEvent(event)

    # --- SegmentsView -----------------------------------------------------------------

    def show_list(self, entries: Sequence[Entry], chosen: int) -> None:
        """Show the saved segments."""
        self.compare.setEnabled(len(entries) > 1)
        self.table.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self.table.blockSignals(True)
        self.table.show_rows(entries)
        if chosen >= 0:
            self.table.choose(chosen)
        else:
            self.table.clearSelection()
        self.table.blockSignals(False)

    def show_editing(self, editing: Editing, choices: SegmentChoices) -> None:
        """Show what is edited, as rows or as text; what was refused was of what stood before."""
        self.shell.forget_error()
        if self.name.text().strip() != editing.called.strip():
            self.name.setText(editing.called)
        self._name_row.show_error("")
        self.mode.choose(1 if editing.as_text else 0)
        self._stack.setCurrentIndex(1 if editing.as_text else 0)
        if editing.as_text:
            if self.text.toPlainText() != editing.text:
                self.text.blockSignals(True)
                self.text.setPlainText(editing.text)
                self.text.blockSignals(False)
        else:
            self.builder.show_block(editing.block, editing.problems, choices, self.shell.language)
            self.builder.chain(self.mode, self.people)
        self.remove.setEnabled(bool(editing.name or editing.block.parts))

    def show_counting(self) -> None:
        """Count once the hands rest; what was refused is mended by now."""
        self.shell.forget_error()
        self.count.counting()
        self._allow(True)
        self._pace.changed()

    def show_count(self, counted: Counted | None, error: Exception | None) -> None:
        """Show how many it is, or why that is not known."""
        self._pace.shown()
        self._allow(counted is not None)
        if counted is not None:
            self.count.show_count(counted)
        elif error is not None:
            self.count.show_nothing(self.shell.sentence(error), Tone.DANGER)
        else:
            problems = self.presenter.editing.problems
            self.count.show_nothing(problem_words(problems[0].code) if problems else "")

    def refuse(self, error: Exception) -> None:
        """A name is blamed where it stands."""
        if getattr(error, "field", "") == "name":
            self._name_row.show_error(self.shell.sentence(error))
            self.name.setFocus()
        else:
            self.shell.show_error(error)

    def tell(self, what: str, name: str, undo: Callable[[], None] | None) -> None:
        """Say what happened."""
        words = {
            "saved": self.tr("Segment “{name}” saved."),
            "removed": self.tr("Segment “{name}” removed."),
            "left": self.tr("Changes that were not saved are put aside: {name}"),
            "part": self.tr("Taken away."),
        }
        self.shell.toast(filled(words[what], name=name or self.tr("new segment")), undo)

    def show_overlap(self, names: Sequence[str], overlap: Overlap) -> None:
        """Show how they lie over each other."""
        if self._overlap is not None:
            self._overlap.show_overlap(names, overlap)

    # --- what is asked ----------------------------------------------------------------

    def _allow(self, counted: bool) -> None:
        for button in (self.people, self.export, self.campaign):
            button.setEnabled(counted)

    def _begin(self) -> None:
        self.presenter.new()
        self.name.setFocus()

    def _into_editor(self) -> None:
        if self.presenter.editing.as_text:
            self.text.setFocus()
        else:
            self.builder.start()

    def _compare(self) -> None:
        self._overlap = OverlapSheet(self.shell.overlay_parent(), self.presenter.overlap)
        self._overlap.closed.connect(self._overlap.deleteLater)
        self._overlap.closed.connect(self._forget_overlap)
        at = self.table.currentIndex().row()
        self._overlap.ask([entry.name for entry in self.presenter.entries], at)

    def _forget_overlap(self) -> None:
        self._overlap = None

    def _show_people(self) -> None:
        title = self.presenter.editing.called or self.tr("new segment")
        self.presenter.find_people(
            lambda seqs, conditions: _keep(show_people(self.shell, title, seqs, conditions))
        )

    def _campaign(self) -> None:
        editing = self.presenter.editing
        saved = bool(editing.name) and not editing.dirty
        audience = editing.name if saved else self.presenter.text()
        self.shell.go("insight", InsightTab("campaigns", audience))

    def _export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = self.presenter.editing.called or "members"
        chosen, _kind = QFileDialog.getSaveFileName(
            self.shell.overlay_parent(), self.tr("Export"), f"{name}.csv",
            "CSV (*.csv);;Excel (*.xlsx)",
        )  # fmt: skip
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write who is in it to a file."""
        amount = partial(plain_money, currency=self.shell.shop.desk.settings.money)
        work = self.presenter.exporting(path, amount)
        run_with_progress(
            self.shell,
            self.tr("Exporting members"),
            lambda _progress, _stop: work(),
            lambda rows: self.shell.toast(
                filled(self.tr("{rows} members written to {file}."), rows=f"{rows:,}",
                       file=path.name)
            ),
        )  # fmt: skip

    def _columns(self) -> tuple[Column[Entry], ...]:
        def members(entry: Entry) -> str:
            if entry.refused is not None:
                return "–"
            return "…" if entry.members is None else f"{entry.members:,}"

        def wrong(entry: Entry) -> bool:
            return bool(entry.refused or entry.unknown)

        return (
            Column(
                self.tr("Name"), lambda entry: entry.name, strong=True,
                icon=lambda entry: "triangle-alert" if wrong(entry) else "",
                tone=lambda entry: Tone.WARNING if wrong(entry) else Tone.NORMAL,
            ),
            Column(self.tr("Members"), members, 88, right=True),
        )  # fmt: skip


def _keep(_sheet: object) -> None:
    """The window holds the sheet."""


def make_page(shell: Shell) -> SegmentsPage:
    """The tab's page."""
    return SegmentsPage(shell)
