"""Looking over the members, without Qt: who is there twice, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.duplicates import DuplicatePair, Duplicates
    from app.services.member_gaps import Gap, GapCount
    from app.services.people import Person
    from app.ui.tasks import Tasks


class CleaningView(Protocol):
    """What is asked of the sheet."""

    def show_pairs(self, pairs: tuple[DuplicatePair, ...], total: int) -> None:
        """List the pairs; `total` counts those not listed, too."""

    def show_gaps(self, counts: tuple[GapCount, ...]) -> None:
        """List what is missing."""

    def show_people(self, gap: Gap, count: int) -> None:
        """List who has a gap; their rows are fetched by the page."""

    def told_different(self, pair: DuplicatePair) -> None:
        """Two are two people: say so, with a way to take it back."""

    def told_again(self, pair: DuplicatePair) -> None:
        """That was taken back: say so in its place."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class Cleaning:
    """Pairs come from a search that may take seconds; it is begun anew each time it is opened."""

    def __init__(self, view: CleaningView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._job: Any = None
        self._pairs: tuple[DuplicatePair, ...] = ()
        self._more = 0
        self._seqs: tuple[int, ...] = ()
        self._gap: Gap | None = None

    def load(self) -> None:
        """Find the pairs and count the gaps as they are now."""
        self.stop()
        shop = self._shop

        def found(duplicates: Duplicates) -> None:
            self._pairs = duplicates.pairs
            self._more = duplicates.total - len(duplicates.pairs)
            self._show()

        self._job = self._tasks.run_long(
            lambda progress, stop: shop.duplicates.find(cancelled=stop), found, self._failed
        )
        self._tasks.run_long(
            lambda progress, stop: shop.member_gaps.counts(),
            self._view.show_gaps,
            self._view.refuse,
        )

    def stop(self) -> None:
        """Search no longer."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _failed(self, error: Exception) -> None:
        from app.errors import Cancelled

        if not isinstance(error, Cancelled):
            self._view.refuse(error)

    def _show(self) -> None:
        self._view.show_pairs(self._pairs, len(self._pairs) + self._more)

    def different(self, pair: DuplicatePair) -> None:
        """Two are two people: they are listed no more."""
        finder = self._shop.duplicates
        one, other = pair.first.member_id, pair.second.member_id

        def done(_: None) -> None:
            self._pairs = tuple(each for each in self._pairs if each is not pair)
            self._show()
            self._view.told_different(pair)

        self._tasks.run(lambda: finder.different(one, other), done, self._view.refuse)

    def undo_different(self, pair: DuplicatePair) -> None:
        """They may be one person after all."""
        finder = self._shop.duplicates
        one, other = pair.first.member_id, pair.second.member_id

        def done(_: None) -> None:
            left = [each for each in self._pairs if each is not pair]
            self._pairs = tuple(sorted([*left, pair], key=lambda each: -each.score))
            self._show()
            self._view.told_again(pair)

        self._tasks.run(lambda: finder.undo_different(one, other), done, self._view.refuse)

    def list_gap(self, gap: Gap) -> None:
        """Show who has it."""
        gaps = self._shop.member_gaps
        self._gap = gap

        def found(seqs: tuple[int, ...]) -> None:
            if self._gap is gap:
                self._seqs = seqs
                self._view.show_people(gap, len(seqs))

        self._tasks.run_long(lambda progress, stop: gaps.seqs(gap), found, self._view.refuse)

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[Person]], None]) -> None:
        """A page of who has the gap shown."""
        some, people = self._seqs[offset : offset + limit], self._shop.people
        self._tasks.run(lambda: people.rows(some), give, self._view.refuse)
