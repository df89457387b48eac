"""The groups of members without Qt: one way of looking at a time, reckoned in the long lane."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import Cancelled

if TYPE_CHECKING:
    from app.ui.tasks import Job, Tasks


class Lens(StrEnum):
    """A way of looking at the members."""

    RFM = "rfm"
    QUADRANTS = "quadrants"
    STAGES = "stages"
    FORECAST = "forecast"
    TRAITS = "traits"


class GroupsView(Protocol):
    """What the presenter asks of the page."""

    def show_working(self) -> None:
        """It is being reckoned."""

    def show_progress(self, done: int, total: int) -> None:
        """So far; a total of 0 is unknown."""

    def show_stopped(self) -> None:
        """Somebody stopped it."""

    def show_found(self, lens: Lens, found: Any) -> None:
        """Show what came out."""

    def show_people(self, title: str, seqs: array[int], conditions: str) -> None:
        """Show who is behind a figure."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class GroupsPresenter:
    """Keeps what was reckoned until the shop changes."""

    def __init__(self, view: GroupsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._found: dict[Lens, Any] = {}
        self._job: Job | None = None
        self._run = 0
        self.lens = Lens.RFM

    def show(self, lens: Lens) -> None:
        """Look at the members in another way."""
        self._stop()
        self.lens = lens
        if lens in self._found:
            self._view.show_found(lens, self._found[lens])
        else:
            self._reckon(lens)

    def refresh(self) -> None:
        """Show what is chosen, anew where it is stale."""
        if self._job is None:
            self.show(self.lens)

    def forget(self) -> None:
        """Sales, members or settings changed: what is known is stale."""
        self._found.clear()

    def stop(self) -> None:
        """Stop what is being reckoned."""
        if self._job is not None:
            self._stop()
            self._view.show_stopped()

    def people(self, title: str, who: Callable[[], array[int]], conditions: str = "") -> None:
        """Find who is behind a figure, and show them."""
        self._tasks.run_long(
            lambda _progress, _stop: who(),
            lambda seqs: self._view.show_people(title, seqs, conditions),
            self._view.refuse,
        )

    def save_limits(
        self,
        changes: Mapping[str, Any],
        saved: Callable[[], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """Keep other limits in the shop's settings, and part the members by them."""
        settings = self._shop.settings

        def work() -> None:
            settings.save(replace(settings.get(), **changes))

        def done(_none: None) -> None:
            self.forget()
            saved()
            self.refresh()

        self._tasks.run(work, done, refused)

    def _reckon(self, lens: Lens) -> None:
        mine = self._run
        self._view.show_working()

        def done(found: Any) -> None:
            if mine == self._run:
                self._job = None
                self._found[lens] = found
                self._view.show_found(lens, found)

        def failed(error: Exception) -> None:
            if mine == self._run:
                self._job = None
                self._view.show_stopped()
                if not isinstance(error, Cancelled):
                    self._view.refuse(error)

        def told(so_far: int, total: int) -> None:
            if mine == self._run:
                self._view.show_progress(so_far, total)

        work = self._work(lens)
        job = self._tasks.run_long(work, done, failed, told)
        if mine == self._run and lens not in self._found:
            self._job = job

    def _work(self, lens: Lens) -> Callable[[Any, Any], Any]:
        shop = self._shop

        def rfm(_progress: Any, _stop: Any) -> Any:
            from app.services.insight_cells import rfm_grid

            return rfm_grid(shop.insights.rfm())

        def quadrants(_progress: Any, _stop: Any) -> Any:
            from app.services.insight_points import cloud

            return cloud(shop.insights.quadrants())

        def stages(_progress: Any, _stop: Any) -> Any:
            from app.services.insight_rhythms import rhythms

            return rhythms(shop.insights.stages(), shop.desk.settings.stage_terms)

        def forecast(progress: Any, stop: Any) -> Any:
            from app.services.outlook import Outlooks

            return Outlooks(shop.desk, shop.insights, shop.people).read(None, progress, stop)

        def traits(progress: Any, stop: Any) -> Any:
            from app.services.demographics import read_demographics

            return read_demographics(shop.desk, shop.insights, progress, stop)

        return {
            Lens.RFM: rfm,
            Lens.QUADRANTS: quadrants,
            Lens.STAGES: stages,
            Lens.FORECAST: forecast,
            Lens.TRAITS: traits,
        }[lens]

    def _stop(self) -> None:
        self._run += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
