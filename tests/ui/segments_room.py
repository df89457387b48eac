"""What tests of the page of segments need: a page without a window, long work that waits, and a
shop in which sales are read for long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from app.services import kept_habits
from app.ui.insight.segments.presenter import SegmentsPresenter
from app.ui.tasks import InlineTasks, Job
from tests.shop_builder import add_member, sell


class Page:
    """Keeps what it was last told."""

    presenter: SegmentsPresenter

    def __init__(self) -> None:
        self.entries = ()
        self.chosen = -1
        self.editing = None
        self.choices = None
        self.counting = 0
        self.counted: Any = None
        self.error: Any = None
        self.refused = None
        self.told: list[tuple[str, str]] = []
        self.undo: Callable[[], None] | None = None
        self.lying: Any = None

    def show_list(self, entries, chosen) -> None:
        self.entries, self.chosen = tuple(entries), chosen

    def show_editing(self, editing, choices) -> None:
        self.editing, self.choices = editing, choices

    def show_counting(self) -> None:
        self.counting += 1
        self.counted = self.error = None

    def show_count(self, counted, error) -> None:
        self.counted, self.error = counted, error

    def refuse(self, error) -> None:
        self.refused = error

    def tell(self, what, name, undo) -> None:
        self.told.append((what, name))
        self.undo = undo

    def show_overlap(self, names, overlap) -> None:
        self.lying = (tuple(names), overlap)


class LateTasks(InlineTasks):
    """Long work waits until it is asked to go on, as behind other work."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Job, Any, Any, Any]] = []

    def run_long(self, work, then=None, otherwise=None, on_progress=None) -> Job:
        job = Job()
        self.waiting.append((job, work, then, otherwise))
        return job

    def go_on(self, most: int = 1_000) -> None:
        for _ in range(most):
            if not self.waiting:
                return
            job, work, then, otherwise = self.waiting.pop(0)
            if not job.is_cancelled:
                self.run(partial(work, lambda *_: None, lambda: False), then, otherwise)


def keeps_habits(shop: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The shop with four members, each kept in a part of their own, of whom none is read yet."""
    monkeypatch.setattr(kept_habits, "KEPT_FROM_SALES", 0)
    monkeypatch.setattr(kept_habits, "PART", 1)
    monkeypatch.setattr(kept_habits, "_READ_AT_ONCE", 0)
    for number in ("a", "b", "c", "d"):
        member = add_member(shop, number=number)
        for _ in range(3):
            sell(shop, 500, member)
    return shop


def edited(shop: Any, tasks: InlineTasks, conditions: str) -> tuple[Any, SegmentsPresenter]:
    """A page whose presenter has begun a segment, and is asked how many are in it."""
    page: Any = Page()
    presenter = page.presenter = SegmentsPresenter(page, shop, tasks)
    presenter.new(conditions)
    presenter.recount()
    return page, presenter
