"""About how many are in a segment, until they are counted: without a window."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import Cancelled, FieldInvalid, StorageBusy
from app.ui.insight.segments.presenter import SegmentsPresenter
from app.ui.insight.segments.presenting import counting
from app.ui.insight.segments.presenting.page import Counted
from app.ui.insight.segments.presenting.rows import Line
from tests.ui.segments_room import LateTasks, Page, edited, keeps_habits


@pytest.fixture
def large(shop, monkeypatch):
    """A shop that keeps habits, and has read none yet."""
    return keeps_habits(shop, monkeypatch)


def test_until_the_count_is_there_it_is_told_about_even_behind_other_work(large):
    late = LateTasks()
    page, presenter = edited(large, late, "visits >= 1 and number = a")
    presenter.estimate()
    assert (page.counted.members, page.counted.about, page.counted.read_percent) == (1, True, None)
    late.go_on()
    assert (page.counted.members, page.counted.about) == (1, False)
    presenter.estimate()
    assert not page.counted.about, "what is known is not told about again"


def test_an_estimate_that_comes_too_late_is_dropped(large):
    beside: list[tuple[Any, Any]] = []

    class Later(LateTasks):
        def run_beside(self, work, then=None, otherwise=None) -> None:
            beside.append((work, then))

    late = Later()
    page, presenter = edited(large, late, "visits >= 9")
    presenter.estimate()
    (_, then), found = beside[0], Counted(3, 4, about=True)
    late.go_on()
    then(found)
    assert (page.counted.members, page.counted.about) == (0, False), "the count came before it"
    presenter.change((0,), Line("visits", ">=", "2"))
    presenter.recount()
    then(found)
    assert page.counted is None, "it is of what was asked before"
    presenter.estimate()
    presenter.change((0,), Line("visits", ">=", "3"))
    assert beside[1][0]() is None, "nobody waits for it any more: nothing is read"


def test_conditions_that_make_no_sense_are_refused_also_behind_other_work(large):
    late = LateTasks()
    page, presenter = edited(large, late, "stage = asleep")
    presenter.estimate()
    assert isinstance(page.error, FieldInvalid)
    late.go_on()
    assert isinstance(page.error, FieldInvalid)


@pytest.mark.parametrize("error", [StorageBusy(), KeyError("a bug")])
def test_of_an_estimate_that_fails_only_what_is_a_bug_is_said(large, monkeypatch, error):
    def fail(_conditions, _stop):
        raise error

    monkeypatch.setattr(large.segments, "about", fail)
    late = LateTasks()
    page, presenter = edited(large, late, "visits >= 1")
    presenter.estimate()
    assert page.refused is (error if isinstance(error, KeyError) else None)
    assert page.error is None
    late.go_on()
    assert page.counted == Counted(4, 4), "it is counted all the same"


def test_it_is_told_about_once_however_often_that_is_wanted(large):
    beside: list[Any] = []

    class Later(LateTasks):
        def run_beside(self, work, then=None, otherwise=None) -> None:
            beside.append(work)

    late = Later()
    _, presenter = edited(large, late, "price_from >= 5.00")
    presenter.estimate()
    late.go_on()  # sales are read first, and that wants it, too
    assert len(beside) == 1


@pytest.mark.parametrize("waited_s", [-1, 5])
def test_an_estimate_ends_once_it_takes_too_long_or_is_no_longer_asked_for(
    large, monkeypatch, waited_s
):
    monkeypatch.setattr(counting, "_GIVEN_UP_S", waited_s)
    page: Any = Page()
    stops: list[bool] = []

    def about(_conditions, stop):
        stops.append(stop())
        presenter.change((0,), Line("visits", ">=", "2"))
        stops.append(stop())
        raise Cancelled

    monkeypatch.setattr(large.segments, "about", about)
    presenter = page.presenter = SegmentsPresenter(page, large, LateTasks())
    presenter.new("visits >= 1")
    presenter.recount()
    presenter.estimate()
    assert stops == [waited_s < 0, True]
    assert page.counted is None
    assert page.error is None
