"""The page of hints, without Qt: what came of each kind, and which kinds are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from app.services.rules.insight.hints import HintKind
from app.services.rules.insight.shares import share_words

if TYPE_CHECKING:
    from app.services.hint_types import HintRate, HintRates
    from app.ui.tasks import Tasks

SPANS = (30, 90, 365)
"""The spans offered, in days; the second is shown first."""

PRODUCTS = (HintKind.DUE_AGAIN, HintKind.TOGETHER)
"""What is measured against the best-seller: the others sell nothing."""


class HintsView(Protocol):
    """What is asked of the page."""

    def show_rates(self, rates: HintRates) -> None:
        """Show what came of each kind."""

    def show_kinds(self, on: bool, kinds: dict[HintKind, bool]) -> None:
        """Show which kinds are said, and whether any is."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class HintsPresenter:
    """Reads the figures; a switch is kept at once."""

    def __init__(self, view: HintsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._days = SPANS[1]

    def load(self, days: int | None = None) -> None:
        """Show the last days, as many as before where none are named."""
        wanted = self._days = days or self._days
        book, desk = self._shop.hints, self._shop.desk

        def work() -> HintRates:
            last = desk.today()
            rates: HintRates = book.rates(last - timedelta(days=wanted - 1), last)
            return rates

        def found(rates: HintRates) -> None:
            if wanted == self._days:
                self._view.show_rates(rates)

        self._tasks.run(work, found, self._view.refuse)
        self._show_kinds()

    def switch(self, kind: HintKind | None, on: bool) -> None:
        """Say a kind from now on, or no longer; None stands for all of them."""
        name = "hints" if kind is None else f"hint_{kind.value}"
        settings = self._shop.settings

        def refused(error: Exception) -> None:
            self._show_kinds()
            self._view.refuse(error)

        self._tasks.run(
            lambda: settings.save(replace(settings.get(), **{name: on})),
            lambda _: self._show_kinds(),
            refused,
        )

    def _show_kinds(self) -> None:
        now = self._shop.settings.get()
        kinds = {kind: bool(getattr(now, f"hint_{kind.value}")) for kind in HintKind}
        self._view.show_kinds(now.hints, kinds)


def hit_rate(rate: HintRate) -> str:
    """The share of baskets that held what was named, of those a sale came of."""
    return share_words(rate.hits, rate.sales) if rate.kind in PRODUCTS else ""


def best_rate(rate: HintRate) -> str:
    """The share of the very same baskets that held the best-seller."""
    return share_words(rate.best_hits, rate.sales) if rate.kind in PRODUCTS else ""
