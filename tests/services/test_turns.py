"""Long work steps aside for whoever waits at the till, and only for as long as an answer takes."""

import threading
import time

import pytest

from app.services import turns
from app.ui.tasks import LaneTasks


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
