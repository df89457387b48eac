"""Speed of the live count while a segment is edited: from what is typed to the first figure."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from app.config import TillConfig
from app.models import reckoned
from app.services.kept_forecasts import NAME as MODELS
from app.shop import open_shop
from tests.benchmarks.measure import Figure
from tests.benchmarks.till_speed import opened_window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from app.ui.insight.segments.view import SegmentsPage

LONGEST_S = 10.0


def live_count_figures(config: TillConfig, conditions: Sequence[str]) -> list[Figure]:
    """The dearest of some conditions in a window whose long lane is taken, as by a backup: so that
    nothing that was made ahead tells, nor is made meanwhile."""
    from app.ui.shell import InsightTab
    from app.ui.tasks import LaneTasks
    from app.ui.ui_thread import UiThread

    shop = open_shop(config)
    reckoned.forget(shop.desk.database, MODELS)
    shop.close()
    ui, taken = UiThread(), threading.Event()
    tasks = LaneTasks(ui.deliver, _fail)
    tasks.run_long(lambda _progress, _stop: taken.wait())
    with opened_window(config, tasks) as (app, window, _):
        window.go("insight", InsightTab("segments"))
        page: SegmentsPage = window.current_screen().page_of("segments")  # type: ignore[attr-defined]
        page.presenter.show_text(True)
        listed: list[int] = []
        tasks.run_beside(lambda: 1, listed.append)  # behind what the page itself reads
        while not listed:
            app.processEvents()
        times = {text: _typed(app, page, text) for text in conditions}
        taken.set()
        tasks.close()
        ui.close()
    dearest = max(times, key=times.__getitem__)
    what = f"first figure of a live count, nothing made ahead: dearest of {len(times)}"
    return [Figure(what, times[dearest], "s", 1.0, dearest)]


def _typed(app: QApplication, page: SegmentsPage, text: str) -> float:
    """Seconds until a figure is there."""
    begun = time.perf_counter()
    page.text.setPlainText(text)
    before = page.count.figure.text()
    while not page.count.figure.text().startswith("≈"):
        app.processEvents()
        assert time.perf_counter() - begun < LONGEST_S, (text, before)
    took = time.perf_counter() - begun
    page.text.setPlainText("")
    app.processEvents()
    return took


def _fail(error: Exception) -> None:
    raise error
