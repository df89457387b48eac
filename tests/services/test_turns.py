"""Long work steps aside for whoever waits at the till, and only for as long as an answer takes."""

import gc
import threading
import time
from array import array
from datetime import date
from itertools import accumulate

import pytest

from app.services import insight_stages, turns
from app.services.ids import uuid7
from app.services.insight_members import Visits
from app.services.rules.cart import Item
from app.services.rules.insight.periods import Period
from app.services.rules.insight.stages import StageTerms
from app.ui.tasks import LaneTasks
from tests.shop_builder import cart_of, cash


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch):
    monkeypatch.setattr(turns, "_held_until", 0.0)


def waited(monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    turns.give_way()
    monkeypatch.undo()
    return sum(slept)


def test_long_work_goes_straight_on_while_nobody_waits(monkeypatch):
    assert waited(monkeypatch) == 0


def test_long_work_waits_for_an_answer_and_no_longer(monkeypatch):
    turns.hold()
    assert 0 < waited(monkeypatch) <= turns.HELD_S
    time.sleep(turns.HELD_S)
    assert waited(monkeypatch) == 0


def test_an_answer_holds_the_turn_until_it_is_painted(monkeypatch):
    done = threading.Event()
    tasks = LaneTasks(lambda call: call(), lambda error: None)
    tasks.run(lambda: time.sleep(2 * turns.HELD_S), lambda _: done.set())
    assert done.wait(5)
    held = turns._held_until
    assert tasks.close()
    assert turns._held_until >= held > time.monotonic() - turns.HELD_S


def test_what_reads_row_by_row_gives_way_between_some_and_the_next(shop, monkeypatch):
    goods = [Item(f"Product {at}", 100) for at in range(25)]
    for _ in range(2 * turns.ROWS_A_TURN // len(goods) + 1):
        shop.checkout.complete(uuid7(), cart_of(*goods), None, (cash(2_500),))
    today = shop.desk.today()
    for read in (shop.compass.best, shop.compass.pairs):
        slept: list[float] = []
        monkeypatch.setattr(turns, "_held_until", time.monotonic() + 600)
        monkeypatch.setattr(time, "sleep", slept.append)
        read(Period(today, today))
        monkeypatch.undo()
        assert len(slept) >= 3


def test_a_million_stages_leave_the_collector_of_garbage_nothing_to_look_through():
    """Each pass over them would stop every thread."""
    first = date(2024, 1, 1).toordinal()
    pasts = [
        [first + at + gap for gap in (0, 9, 50, 90)[:visits]]
        for at in range(500)
        for visits in (1, 2, 3, 4)
    ]
    visits = [len(past) for past in pasts]
    read = Visits(visits, list(accumulate(visits)), [day for past in pasts for day in past])
    last = array("i", [past[-1] for past in pasts])
    told = insight_stages._Told(first + 590, StageTerms())
    gc.collect()
    before = len(gc.get_objects())
    told.add(read)
    told.finish(last, told.shop_days())
    gc.collect()
    assert len(gc.get_objects()) - before < 20
    assert len(told.places) == len(pasts)
    assert len(told._threes) >= 100
