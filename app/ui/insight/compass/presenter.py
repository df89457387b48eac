"""The shop compass without Qt: which period, and its parts as they come, in the long lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import Cancelled, FieldInvalid
from app.services.compass_types import Compass
from app.services.rules.insight.periods import (
    Compared,
    Period,
    Preset,
    compared,
    preset_period,
)
from app.services.turns import give_way, hold

if TYPE_CHECKING:
    from app.services.compass import Behind, Listed
    from app.services.progress import Progress, StopAsked
    from app.services.sale_list import SaleFilter
    from app.ui.tasks import Job, Tasks


class Part(StrEnum):
    """What is read by itself, in the order in which it is asked for."""

    SALES = "sales"
    PEOPLE = "people"
    TIERS = "tiers"
    LEDGERS = "ledgers"
    BUYERS = "buyers"
    BENEFITS = "benefits"
    BEST = "best"
    PAIRS = "pairs"


class CompassView(Protocol):
    """What the presenter asks of the page."""

    def show_period(self, preset: Preset | None, periods: Compared) -> None:
        """These days are reckoned; no preset: they were given as dates. Nothing is known yet."""

    def show_part(self, part: Part, found: Any) -> None:
        """Show what came out."""

    def show_progress(self, done: int, total: int) -> None:
        """So many parts are there."""

    def show_stopped(self) -> None:
        """Somebody stopped it."""

    def show_people(self, title: str, behind: Behind, listed: Listed) -> None:
        """Show who is behind a figure, and what each has of it."""

    def show_sales(self, wanted: SaleFilter) -> None:
        """Show the documents behind a figure."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class CompassPresenter:
    """Keeps what was reckoned until the shop, the day or the period changes."""

    def __init__(self, view: CompassView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._run = 0
        self._jobs: list[Job] = []
        self._known: dict[Part, Any] = {}
        self._shown: Period | None = None
        self._custom: Period | None = None
        self.preset: Preset | None = Preset.THIS_MONTH

    def period(self) -> Period:
        """The days that are chosen, as of now."""
        if self.preset is None and self._custom is not None:
            return self._custom
        return preset_period(self.preset or Preset.THIS_MONTH, self._shop.desk.today())

    # -- choosing --------------------------------------------------------------------------

    def choose(self, preset: Preset) -> None:
        """Look at one of the usual stretches."""
        self.preset = preset
        self._reckon()

    def choose_days(self, first: date, last: date) -> None:
        """Look at these days; those after today are left out. Says so where they are none."""
        try:
            custom = self._shop.compass.period(first, last)
        except FieldInvalid as error:
            self._view.refuse(error)
            return
        self.preset, self._custom = None, custom
        self._reckon()

    def refresh(self) -> None:
        """Reckon what is stale."""
        if self._shown != self.period() or self._missing():
            self._reckon()

    def forget(self) -> None:
        """Sales, members or settings changed: what is known is stale."""
        self._drop()
        self._known.clear()

    def stop(self) -> None:
        """Stop what is being reckoned."""
        if self._jobs:
            self._drop()
            self._view.show_stopped()

    def whole(self) -> Compass | None:
        """The page as one value, None while parts are missing."""
        known = self._known
        if self._shown is None or len(known) < len(Part):
            return None
        buyers = known[Part.BUYERS]
        people, tiers, ledgers = known[Part.PEOPLE], known[Part.TIERS], known[Part.LEDGERS]
        return Compass(
            periods=compared(self._shown),
            figures=(
                *known[Part.SALES], *people.figures, *buyers.figures, *tiers.figures,
                *ledgers.figures,
            ),
            sources=people.sources,
            tiers=tiers,
            benefits=known[Part.BENEFITS],
            months=ledgers.months,
            cohorts=buyers.cohorts,
            best=known[Part.BEST],
            pairs=known[Part.PAIRS],
        )  # fmt: skip

    @property
    def is_working(self) -> bool:
        """Whether parts are still to come."""
        return bool(self._jobs)

    # -- the lists behind --------------------------------------------------------------------

    def open(self, behind: Behind, title: str) -> None:
        """Show the documents a figure counts, or the members."""
        compass = self._shop.compass
        wanted = compass.sales_behind(behind)
        if wanted is not None:
            self._view.show_sales(wanted)
            return
        self._tasks.run_long(
            lambda _progress, _stop: compass.members_behind(behind),
            lambda listed: self._view.show_people(title, behind, listed),
            self._view.refuse,
        )

    # -- inside --------------------------------------------------------------------------------

    def _missing(self) -> bool:
        return not self._jobs and len(self._known) < len(Part)

    def _reckon(self) -> None:
        """Drop what runs and read every part of the period anew, each by itself."""
        self._drop()
        self._known.clear()
        period = self._shown = self.period()
        mine = self._run
        # The page is painted before anything is read.
        hold()
        self._view.show_period(self.preset, compared(period))
        self._view.show_progress(0, len(Part))
        for part in Part:
            job = self._tasks.run_long(
                self._work(part, period), self._done(part, mine), self._failed(mine)
            )
            if mine != self._run:
                job.cancel()
                return
            if part not in self._known:
                self._jobs.append(job)

    def _work(self, part: Part, period: Period) -> Callable[[Any, Any], Any]:
        def work(_progress: Progress, _stop: StopAsked) -> Any:
            give_way()
            # Its services are loaded here: the page does not wait for them.
            return getattr(self._shop.compass, part.value)(period)

        return work

    def _done(self, part: Part, mine: int) -> Callable[[Any], None]:
        def done(found: Any) -> None:
            if mine != self._run:
                return
            self._known[part] = found
            if len(self._known) == len(Part):
                self._jobs.clear()
            self._view.show_part(part, found)
            self._view.show_progress(len(self._known), len(Part))

        return done

    def _failed(self, mine: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if mine != self._run:
                return
            self._drop()
            self._view.show_stopped()
            if not isinstance(error, Cancelled):
                self._view.refuse(error)

        return failed

    def _drop(self) -> None:
        self._run += 1
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
