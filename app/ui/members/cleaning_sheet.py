"""Members looked over: who may be there twice, and what is missing or old."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.duplicates import DuplicatePair
from app.services.member_gaps import Gap, GapCount
from app.services.rules.phones import masked
from app.ui.members.cleaning_words import gap_words, sign_words
from app.ui.members.presenting.cleaning import Cleaning
from app.ui.members.twins_panel import TwinsPanel
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider, EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.people import Person

_SURE = 80


class CleaningSheet(Sheet):
    """Enter merges the marked pair, Del says that they are two; Enter mends the marked gap."""

    merge_asked = Signal(object, object)
    """The ids of who is kept, and of the other."""
    mend_asked = Signal(object, object)
    """The id of a member, and the Gap to mend."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent(), width=1080)
        self._shell = shell
        self._last: DuplicatePair | None = None
        self._pairs: tuple[DuplicatePair, ...] = ()
        self._gaps: tuple[GapCount, ...] = ()
        self.presenter = Cleaning(self, shell.shop, shell.tasks)
        self.which = Segmented(["", ""], name="")
        self._stack = QStackedWidget()
        self.pairs: Table = Table(self._pair_columns(), name=" ")
        self.twins = TwinsPanel()
        self.no_pairs = EmptyState("users", "")
        self.different = SecondaryButton("", hint="Del")
        self.merge = PrimaryButton("", hint="Enter")
        self.gaps: Table = Table(self._gap_columns(), name=" ")
        self.people: Table = Table(self._people_columns(), name=" ")
        self.no_people = EmptyState("check", "")
        self._more = Label("", tone=Tone.MUTED)
        self._refused = Label("", tone=Tone.DANGER, wrap=True)
        self._lay_out()
        self._wire()
        self.set_panel_size(1080, 700)

    # --- the layout -----------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch(1)
        top.addWidget(self._more)
        self.body.addLayout(top)
        self._stack.addWidget(self._pairs_page())
        self._stack.addWidget(self._gaps_page())
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._refused)
        self._refused.hide()

    def _pairs_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._found = QStackedWidget()
        self._found.addWidget(self.pairs)
        self._found.addWidget(self.no_pairs)
        column.addWidget(self._found, 1)
        self._rule = Divider()
        column.addWidget(self._rule)
        column.addWidget(self.twins)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self.different)
        row.addWidget(self.merge)
        column.addLayout(row)
        return page

    def _gaps_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        self.gaps.setFixedWidth(360)
        row.addWidget(self.gaps)
        self._listed = QStackedWidget()
        self._listed.addWidget(self.people)
        self._listed.addWidget(self.no_people)
        row.addWidget(self._listed, 1)
        return page

    def _wire(self) -> None:
        self.which.changed.connect(self._turn)
        self.pairs.current_changed.connect(self._mark)
        self.pairs.opened.connect(lambda at: self._merge())
        self.merge.clicked.connect(self._merge)
        self.different.clicked.connect(self._say_different)
        self.gaps.current_changed.connect(self._list_gap)
        self.gaps.opened.connect(lambda at: self.people.enter())
        self.people.opened.connect(self._mend)
        self.closed.connect(self.presenter.stop)

    # --- opening --------------------------------------------------------------------

    def ask(self) -> None:
        """Open with what is found now."""
        self.retranslate()
        self._refused.hide()
        self.no_pairs.say(self.tr("Looking for members who are there twice…"))
        self._found.setCurrentIndex(1 if not self._pairs else 0)
        self._enable()
        self.presenter.load()
        self.open(self.which if not self._pairs else self.pairs)

    def look_again(self) -> None:
        """Something was mended: show what is left."""
        if not self.isHidden():
            self.presenter.load()

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._more.setVisible(at == 0)
        if at == 1 and self._gaps:
            # A table that is given the focus marks its first row without choosing it.
            self.gaps.choose(max(0, self.gaps.currentIndex().row()))
            self._list_gap(self.gaps.currentIndex().row())

    # --- CleaningView -----------------------------------------------------------------

    def show_pairs(self, pairs: tuple[DuplicatePair, ...], total: int) -> None:
        """See `CleaningView`."""
        at = max(0, self.pairs.currentIndex().row())
        first_time = not self._pairs
        self._pairs = pairs
        self.pairs.show_rows(pairs)
        self.no_pairs.say(self.tr("No two members look like one person."))
        self._found.setCurrentIndex(0 if pairs else 1)
        more = filled(
            self.tr("The likeliest {count} of {total}"),
            count=f"{len(pairs):,}",
            total=f"{total:,}",
        )
        self._more.setText(more if total > len(pairs) else "")
        self._say_choices(total)
        if pairs:
            self.pairs.choose(min(at, len(pairs) - 1))
            if first_time and not self.isHidden() and self._stack.currentIndex() == 0:
                self.pairs.setFocus()
        self._mark(self.pairs.currentIndex().row() if pairs else -1)

    def show_gaps(self, counts: tuple[GapCount, ...]) -> None:
        """See `CleaningView`."""
        at = self.gaps.currentIndex().row()
        self._gaps = tuple(sorted(counts, key=lambda each: -each.members))
        self.gaps.show_rows(self._gaps)
        self._say_choices(len(self._pairs))
        if at >= 0 or self._stack.currentIndex() == 1:
            self.gaps.choose(max(0, at))
            self._list_gap(max(0, at))

    def show_people(self, gap: Gap, count: int) -> None:
        """See `CleaningView`."""
        at = self.people.currentIndex().row()
        self.people.show_paged(count, self.presenter.fetch)
        self.people.setAccessibleName(gap_words(gap))
        self._listed.setCurrentIndex(0 if count else 1)
        if count:
            self.people.choose(min(max(0, at), count - 1))

    def told_different(self, pair: DuplicatePair) -> None:
        """See `CleaningView`."""
        self._last = pair
        self._refused.hide()
        words = _of_both(self.tr("{one} and {other} are two people; not listed again."), pair)
        self._shell.toast(words, self._undo)

    def told_again(self, pair: DuplicatePair) -> None:
        """See `CleaningView`."""
        self._refused.hide()
        self._shell.toast(_of_both(self.tr("{one} and {other} are listed again."), pair))

    def _undo(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            self.presenter.undo_different(last)

    def refuse(self, error: Exception) -> None:
        """See `CleaningView`."""
        self._refused.setText(self._shell.sentence(error))
        self._refused.show()

    # --- keys ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del parts the marked pair; Ctrl+Z takes that back."""
        if self._stack.currentIndex() == 0 and event.key() == Qt.Key.Key_Delete:
            self._say_different()
            event.accept()
        elif self._shell.keys.action(event) == "undo":
            self._undo()
            event.accept()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self._stack.currentIndex() == 0
            and self.which.hasFocus()
        ):
            self._merge()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _marked(self) -> DuplicatePair | None:
        at = self.pairs.currentIndex().row()
        return self._pairs[at] if 0 <= at < len(self._pairs) else None

    def _mark(self, _at: int) -> None:
        self.twins.show_pair(self._marked(), self._shell.shop.desk.settings.money)
        self._enable()

    def _enable(self) -> None:
        for part in (self._rule, self.twins, self.merge, self.different):
            part.setVisible(bool(self._pairs))
        for button in (self.merge, self.different):
            button.setEnabled(self._marked() is not None)

    def _merge(self) -> None:
        pair = self._marked()
        if pair is not None:
            self.merge_asked.emit(pair.first.member_id, pair.second.member_id)

    def _say_different(self) -> None:
        pair = self._marked()
        if pair is not None:
            self.presenter.different(pair)

    def _list_gap(self, at: int) -> None:
        if 0 <= at < len(self._gaps):
            self.presenter.list_gap(self._gaps[at].gap)

    def _mend(self, at: int) -> None:
        person = self.people.paged.row(at)
        gap = self.gaps.currentIndex().row()
        if person is not None and 0 <= gap < len(self._gaps):
            self.mend_asked.emit(person.member_id, self._gaps[gap].gap)

    # --- words --------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self.set_title(self.tr("Clean up members"))
        self.which.setAccessibleName(self.tr("What to look over"))
        self._say_choices(len(self._pairs))
        self.pairs.setAccessibleName(self.tr("Pairs that may be one person"))
        self.gaps.setAccessibleName(self.tr("Missing and old"))
        self.people.setAccessibleName(self.tr("Members"))
        self.no_people.say(self.tr("Nothing to do here."))
        self.different.set_label(self.tr("Two people"))
        self.merge.set_label(self.tr("Merge…"))
        self.pairs.set_columns(self._pair_columns())
        self.gaps.set_columns(self._gap_columns())
        self.people.set_columns(self._people_columns())

    def _say_choices(self, total: int) -> None:
        twice = self.tr("Duplicates")
        self.which.set_choices(
            [f"{twice} · {total:,}" if total else twice, self.tr("Missing and old")]
        )

    def _pair_columns(self) -> tuple[Column[DuplicatePair], ...]:
        def sure(pair: DuplicatePair) -> Tone:
            return Tone.DANGER if pair.score >= _SURE else Tone.WARNING

        return (
            Column(self.tr("Sure"), lambda p: f"{p.score}%", 80, right=True, tone=sure),
            Column(self.tr("Member"), _named(lambda p: (p.first.name, p.first.number)), 250),
            Column(self.tr("And"), _named(lambda p: (p.second.name, p.second.number)), 250),
            Column(self.tr("Because"), lambda p: sign_words(p.signs), tone=Tone.MUTED),
        )

    def _gap_columns(self) -> tuple[Column[GapCount], ...]:
        return (
            Column(self.tr("Missing or old"), lambda each: gap_words(each.gap), strong=True),
            Column(self.tr("Members"), lambda each: f"{each.members:,}", 100, right=True),
        )

    def _people_columns(self) -> tuple[Column[Person], ...]:
        def last(person: Person) -> str:
            return "" if person.last_visit is None else person.last_visit.isoformat()

        return (
            Column(self.tr("Name"), lambda p: p.name or p.number, strong=True),
            Column(self.tr("Phone"), lambda p: masked(p.phone), 170),
            Column(self.tr("Visits"), lambda p: f"{p.visits:,}", 80, right=True),
            Column(self.tr("Last visit"), last, 130, right=True, tone=Tone.MUTED),
        )


def _named(
    of: Callable[[DuplicatePair], tuple[str, str]],
) -> Callable[[DuplicatePair], str]:
    def words(pair: DuplicatePair) -> str:
        name, number = of(pair)
        return f"{name} · {number}" if name else number

    return words


def _of_both(words: str, pair: DuplicatePair) -> str:
    return filled(
        words,
        one=pair.first.name or pair.first.number,
        other=pair.second.name or pair.second.number,
    )
