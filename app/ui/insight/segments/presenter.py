"""The page of segments, without Qt: what is saved, what is being edited, how many that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import Cancelled, FieldInvalid
from app.services.rules.insight.segments import SegmentRefused, name_key, read_segment
from app.services.segment_asking import conditions_refused
from app.ui.insight.segments.presenting.counting import LiveCount
from app.ui.insight.segments.presenting.page import (
    FRESH,
    Editing,
    Entry,
    SegmentsView,
)
from app.ui.insight.segments.presenting.rows import (
    Block,
    Line,
    Path,
    block_of,
    segment_of,
    with_added,
    with_part,
    without,
)

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from app.services.rules.money import Currency
    from app.services.segment_choices import SegmentChoices
    from app.services.segments import SavedSegment
    from app.ui.tasks import Tasks


class SegmentsPresenter:
    """Holds what is edited; nothing is kept before Save, and every change can be taken back."""

    def __init__(self, view: SegmentsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._choices: SegmentChoices | None = None
        self._entries: tuple[Entry, ...] = ()
        self._editing = FRESH
        self._listing = 0
        self._count = LiveCount(view, shop, tasks, lambda: self._count_next(self._listing, 0))
        self._saving = False

    @property
    def editing(self) -> Editing:
        """What is edited now."""
        return self._editing

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is saved."""
        return self._entries

    @property
    def _currency(self) -> Currency:
        currency: Currency = self._shop.desk.settings.money
        return currency

    # --- the list -------------------------------------------------------------------

    def refresh(self, mark: str | None = None) -> None:
        """Read the saved segments anew, then count each; `mark` names the one to open."""
        segments = self._shop.segments
        self._listing += 1
        turn = self._listing

        def listed(answer: tuple[tuple[SavedSegment, ...], SegmentChoices]) -> None:
            if turn != self._listing:
                return
            saved, self._choices = answer
            known = {(each.name, each.conditions): each for each in self._entries}
            self._entries = tuple(
                known.get((each.name, each.conditions), Entry(each.name, each.conditions))
                for each in saved
            )
            self._show_list(mark)
            self._count_next(turn, 0)

        def read() -> tuple[tuple[SavedSegment, ...], SegmentChoices]:
            segments.read_in_passing()
            return segments.saved(), segments.choices()

        # Beside the long lane: behind a backup there would be nothing to edit.
        self._tasks.run_beside(read, listed, self._view.refuse)

    def show_again(self) -> None:
        """The same in another language."""
        if self._choices is not None:
            self._view.show_list(self._entries, self._place())
            self._show_editing()
            self._changed()

    def _place(self) -> int:
        names = [each.name for each in self._entries]
        return names.index(self._editing.name) if self._editing.name in names else -1

    def _show_list(self, mark: str | None) -> None:
        names = [each.name for each in self._entries]
        if mark is not None and mark in names:
            self._view.show_list(self._entries, names.index(mark))
            self._edit_entry(self._entries[names.index(mark)])
            return
        self._view.show_list(self._entries, self._place())
        if not self._editing.dirty and not self._editing.name and self._entries:
            self._view.show_list(self._entries, 0)
            self._edit_entry(self._entries[0])
        else:
            self._show_editing()
            self._changed()

    def _count_next(self, turn: int, at: int) -> None:
        """Count one segment after the other, so that the live count waits for one at most; what
        long reading is needed for stays uncounted until that is done for the one edited."""
        if turn != self._listing or at >= len(self._entries):
            return
        entry, segments = self._entries[at], self._shop.segments

        def counted(
            members: int | None, unknown: tuple[str, ...], refused: Exception | None
        ) -> None:
            if turn != self._listing:
                return
            done = replace(entry, members=members, unknown=unknown, refused=refused)
            self._entries = (*self._entries[:at], done, *self._entries[at + 1 :])
            self._view.show_list(self._entries, self._place())
            self._count_next(turn, at + 1)

        def failed(error: Exception) -> None:
            if not isinstance(error, Cancelled):  # the program ends
                counted(None, (), error)

        conditions = entry.conditions
        self._tasks.run_long(
            lambda _progress, stop: (
                segments.count(conditions, stop) if segments.is_near(conditions) else None,
                segments.unknown_names(conditions),
            ),
            lambda found: counted(found[0], found[1], None),
            failed,
        )

    # --- what is edited -------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Edit another saved segment; what was changed of the last can be brought back."""
        if 0 <= at < len(self._entries) and self._entries[at].name != self._editing.name:
            self._leave()
            self._edit_entry(self._entries[at])

    def new(self, conditions: str = "") -> None:
        """Begin a new segment, empty or with conditions."""
        self._leave()
        if conditions:
            self._set(replace(FRESH, block=block_of(read_segment(conditions)), dirty=True))
        else:
            self._set(FRESH)
        self._view.show_list(self._entries, -1)

    def _leave(self) -> None:
        """Nothing is lost by looking at another segment."""
        left = self._editing
        if left.dirty and left.block.parts:
            self._view.tell("left", left.called or left.name, lambda: self._set(left))

    def _edit_entry(self, entry: Entry) -> None:
        try:
            block = block_of(read_segment(entry.conditions))
        except SegmentRefused as error:  # written by a later version
            self._editing = replace(FRESH, name=entry.name, called=entry.name, as_text=True)
            self._editing = replace(
                self._editing, text=entry.conditions, refused=conditions_refused(error)
            )
            self._show_editing()
            self._changed()
            return
        as_text = self._editing.as_text
        self._set(Editing(entry.name, entry.name, block, "", as_text=as_text))

    def call(self, name: str) -> None:
        """The name that it is to be saved under."""
        if name != self._editing.called:
            self._editing = replace(self._editing, called=name, dirty=True)

    def change(self, path: Path, part: Line | Block) -> None:
        """Put another part where one stands."""
        self._edit(with_part(self._editing.block, path, part))

    def add(self, path: Path, part: Line | Block) -> None:
        """Put a part last in the block at `path`."""
        self._edit(with_added(self._editing.block, path, part))

    def take_away(self, path: Path) -> None:
        """Take a part away; it can be brought back."""
        before = self._editing
        self._edit(without(before.block, path))
        self._view.tell("part", "", lambda: self._set(before))

    def write(self, text: str) -> None:
        """Edit it as text."""
        if text == self._editing.text:
            return
        editing = replace(self._editing, text=text, dirty=True, refused=None, problems=())
        try:
            editing = replace(editing, block=block_of(read_segment(text)))
        except SegmentRefused as error:
            editing = replace(editing, refused=conditions_refused(error))
        self._editing = editing
        self._changed()

    def show_text(self, as_text: bool) -> None:
        """Edit as text or as rows; a text that is no segment yet stays a text, and says why."""
        editing = self._editing
        if as_text == editing.as_text:
            return
        if not as_text and editing.refused is not None and editing.text.strip():
            self._show_editing()
            self._view.show_count(None, editing.refused)
            return
        self._set(replace(editing, as_text=as_text, refused=None))

    def _edit(self, block: Block) -> None:
        self._set(replace(self._editing, block=block, dirty=True, refused=None))

    def _set(self, editing: Editing) -> None:
        segment, problems = segment_of(editing.block, self._currency)
        text = editing.text if segment is None and editing.as_text else str(segment or "")
        self._editing = replace(editing, text=text, problems=problems)
        self._show_editing()
        self._changed()

    def _show_editing(self) -> None:
        if self._choices is not None:
            self._view.show_editing(self._editing, self._choices)

    # --- how many -------------------------------------------------------------------

    def _changed(self) -> None:
        self._count.drop()
        if self._editing.is_whole:
            self._view.show_counting()
        else:
            self._view.show_count(None, self._editing.refused)

    def recount(self) -> None:
        """Count what is edited; an answer that comes too late is dropped."""
        if self._editing.is_whole:
            self._count.count(self._text())

    def estimate(self) -> None:
        """Show about how many until the count is there."""
        self._count.estimate()

    def _text(self) -> str:
        return str(segment_of(self._editing.block, self._currency)[0])

    def text(self) -> str:
        """The conditions as they are now; "" while they are not whole."""
        return self._text() if self._editing.is_whole else ""

    # --- keeping --------------------------------------------------------------------

    def save(self) -> None:
        """Keep it under its name; another name than before renames it."""
        editing, segments = self._editing, self._shop.segments
        if self._saving:
            return
        if not editing.is_whole:
            reason = "segment_unfinished" if editing.block.parts else "segment_empty"
            self._view.refuse(editing.refused or FieldInvalid("conditions", reason))
            return
        text, called = self._text(), editing.called.strip()
        names = {name_key(each.name) for each in self._entries}
        if name_key(called) in names - {name_key(editing.name)}:
            self._view.refuse(FieldInvalid("name", "taken", called))
            return

        def work() -> tuple[SavedSegment | None, SavedSegment]:
            before = segments.get(editing.name) if editing.name else None
            if before is not None and called != before.name:
                segments.rename(before.name, called)
            return before, segments.save(called, text)

        def kept(answer: tuple[SavedSegment | None, SavedSegment]) -> None:
            self._saving = False
            before, after = answer
            self._editing = replace(self._editing, name=after.name, called=after.name, dirty=False)
            self._view.tell("saved", after.name, lambda: self._take_back(before, after))
            self.refresh(after.name)

        def refused(error: Exception) -> None:
            self._saving = False
            self._view.refuse(error)

        self._saving = True
        self._tasks.run(work, kept, refused)

    def _take_back(self, before: SavedSegment | None, after: SavedSegment) -> None:
        segments = self._shop.segments

        def work() -> None:
            if before is None:
                segments.remove(after.name)
                return
            if before.name != after.name:
                segments.rename(after.name, before.name)
            segments.save(before.name, before.conditions)

        self._editing = FRESH
        mark = None if before is None else before.name
        self._tasks.run(work, lambda _: self.refresh(mark), self._view.refuse)

    def remove(self) -> None:
        """Forget the segment that is edited; it can be brought back."""
        name, segments = self._editing.name, self._shop.segments
        if not name:
            self._editing = FRESH
            self._show_list(None)
            return

        def gone(segment: SavedSegment) -> None:
            def back() -> None:
                self._tasks.run(
                    lambda: segments.save(segment.name, segment.conditions),
                    lambda kept: self.refresh(kept.name),
                    self._view.refuse,
                )

            self._editing = FRESH
            self._view.tell("removed", segment.name, back)
            self.refresh()

        self._tasks.run(lambda: segments.remove(name), gone, self._view.refuse)

    # --- what it is used for --------------------------------------------------------

    def overlap(self, names: Sequence[str]) -> None:
        """Find how saved segments lie over each other."""
        texts = {each.name: each.conditions for each in self._entries}
        asked, segments = [texts[name] for name in names], self._shop.segments
        self._tasks.run_long(
            lambda progress, stop: segments.overlaps(asked, progress, stop),
            lambda overlap: self._view.show_overlap(names, overlap),
            self._unless_cancelled,
        )

    def find_people(self, then: Callable[[tuple[int, ...], str], None]) -> None:
        """Find who is in it: their keys, and the conditions, to `then`."""
        if not self._editing.is_whole:
            return
        text, segments = self._text(), self._shop.segments
        self._tasks.run_long(
            lambda _progress, _stop: segments.seqs(text),
            lambda seqs: then(seqs, text),
            self._unless_cancelled,
        )

    def exporting(self, path: FilePath, amount: Callable[[int], str]) -> Callable[[], int]:
        """The work of writing who is in it to a file."""
        text, segments = self._text(), self._shop.segments
        return lambda: int(segments.export(text, path, amount))

    def _unless_cancelled(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._view.refuse(error)
