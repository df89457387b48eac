"""Speed of forecasts: what is made ahead once in the life of a shop and each day, and first counts
of a day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.config import TillConfig
from app.models import reckoned
from app.services.chances import FITTED_FOR_LISTS
from app.services.insight_pasts import NAME as PASTS
from app.services.insights import Insights
from app.services.kept_forecasts import NAME as MODELS
from app.shop import Shop, open_shop
from tests.benchmarks.measure import Figure

CONDITIONS = ("chance = unlikely", "expected_visits >= 1", "expected_spend >= 5.00")


# A work's seconds, and a note.
Seconds = Callable[[Callable[[], object]], tuple[float, str]]


def forecast_figures(config: TillConfig, seconds: Seconds) -> list[Figure]:
    """What is made ahead, and first counts of a day: as the window meets them, with that made;
    right after a start, with what is in the file; before anything of today is, and of all."""
    first = partial(_first_counts, config, seconds)
    shop = open_shop(config)
    _forget(shop, PASTS, MODELS)
    took, note = seconds(partial(forecasts_made, shop))
    figures = [Figure("forecasts made, once in the life of a shop", took, "s", None, note)]
    shop.close()
    shop = open_shop(config)
    _forget(shop, MODELS)
    took, note = seconds(partial(forecasts_made, shop))
    figures.append(Figure("forecasts made each day in idle moments", took, "s", None, note))
    insights = Insights(shop.desk)
    insights.pasts()
    took, note = seconds(partial(insights.models, fitted=FITTED_FOR_LISTS))
    figures.append(Figure("the models of a day fitted", took, "s", 2.0, note))
    shop.close()
    figures += first("made in idle moments", forecasts_made, 1.0)
    figures += first("kept, right after a start", lambda shop: None, None)
    figures += first("kept yesterday", lambda shop: _forget(shop, MODELS), None)
    return figures + first("nothing kept", lambda shop: _forget(shop, PASTS, MODELS), None)


def _first_counts(
    config: TillConfig,
    seconds: Seconds,
    name: str,
    before: Callable[[Shop], None],
    limit: float | None,
) -> list[Figure]:
    figures = []
    for text in CONDITIONS:
        shop = open_shop(config)
        before(shop)
        took, note = seconds(partial(shop.segments.count, text))
        shop.close()
        figures.append(Figure(f"first count, {name}: {text}", took, "s", limit, note))
    return figures


def forecasts_made(shop: Shop) -> None:
    """All that is made ahead, step by step."""
    while shop.insights.today.work():
        pass


def made_anew(shop: Shop) -> None:
    """The same with nothing kept and nothing in memory."""
    _forget(shop, PASTS, MODELS)
    today = Insights(shop.desk).today
    while today.work():
        pass


def _forget(shop: Shop, *names: str) -> None:
    for name in names:
        reckoned.forget(shop.desk.database, name)
