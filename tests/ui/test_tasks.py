"""Work away from the window's thread."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest

from app.errors import Cancelled
from app.ui.tasks import InlineTasks, LaneTasks
from app.ui.ui_thread import UiThread


@pytest.fixture
def lanes(qtbot):
    ui = UiThread()
    failures: list[Exception] = []
    tasks = LaneTasks(ui.deliver, failures.append)
    tasks.failures = failures  # type: ignore[attr-defined]
    tasks.ui = ui  # type: ignore[attr-defined]
    yield tasks
    tasks.close()
    ui.close()


def test_short_work_runs_in_order_on_one_thread_that_is_not_the_windows(lanes, qtbot):
    threads: list[int] = []
    order: list[int] = []

    def where(at: int) -> int:
        threads.append(threading.get_ident())
        return at

    for at in range(50):
        lanes.run(partial(where, at), order.append)
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_results_and_errors_arrive_on_the_windows_thread(lanes, qtbot):
    where: list[int] = []

    def fail() -> None:
        raise ValueError

    lanes.run(lambda: 1, lambda _: where.append(threading.get_ident()))
    lanes.run(fail, otherwise=lambda _: where.append(threading.get_ident()))
    qtbot.waitUntil(lambda: len(where) == 2)
    assert set(where) == {threading.get_ident()}


def test_an_error_nobody_handles_is_apologised_for(lanes, qtbot):
    def fail() -> None:
        raise KeyError("13800138000")

    lanes.run(fail)
    qtbot.waitUntil(lambda: bool(lanes.failures))
    assert isinstance(lanes.failures[0], KeyError)


def test_an_error_does_not_end_the_lane(lanes, qtbot):
    done: list[int] = []

    def fail() -> None:
        raise ValueError

    lanes.run(fail)
    lanes.run(lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])


def test_long_work_does_not_hold_up_short_work(lanes, qtbot):
    gate = threading.Event()
    done: list[str] = []
    lanes.run_long(lambda progress, stop: gate.wait(5), lambda _: done.append("long"))
    lanes.run(lambda: None, lambda _: done.append("short"))
    qtbot.waitUntil(lambda: done == ["short"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["short", "long"])


def test_what_is_read_beside_waits_for_neither_lane_and_is_finished_at_the_end(lanes, qtbot):
    gate = threading.Event()
    done: list[int] = []
    lanes.run_long(lambda progress, stop: gate.wait(5))
    lanes.run(lambda: gate.wait(5))
    lanes.run_beside(lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    ended: list[bool] = []
    gate.set()

    def work() -> None:
        time.sleep(0.1)
        ended.append(True)

    lanes.run_beside(work)
    assert lanes.close()
    assert ended == [True]


def test_while_the_file_is_replaced_nothing_else_is_done_with_it(lanes, qtbot):
    """Also nothing in a lane that was not needed before."""
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []

    def replace(_progress, _stop) -> None:
        begun.set()
        gate.wait(5)
        done.append("replaced")

    lanes.run_alone(replace)
    assert begun.wait(5)
    lanes.run(lambda: done.append("short"))
    lanes.run_beside(lambda: done.append("beside"))
    time.sleep(0.1)
    assert not done
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done[0] == "replaced"


def test_long_work_tells_its_progress_and_its_end(lanes, qtbot):
    seen: list[tuple[int, int]] = []
    done: list[str] = []

    def work(progress, stop) -> str:
        for at in range(2001):
            progress(at, 2000)
        return "end"

    lanes.run_long(work, done.append, on_progress=lambda *at: seen.append(at))
    qtbot.waitUntil(lambda: done == ["end"])
    assert seen[-1] == (2000, 2000)
    assert len(seen) < 100, "the window is told at most twenty times a second"


def test_cancelled_work_ends_as_cancelled(lanes, qtbot):
    began = threading.Event()
    errors: list[Exception] = []

    def work(progress, stop) -> None:
        began.set()
        while not stop():
            time.sleep(0.001)
        raise Cancelled

    job = lanes.run_long(work, otherwise=errors.append)
    began.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


def test_work_that_breaks_after_it_was_cancelled_says_why(lanes, qtbot):
    began, cancelled = threading.Event(), threading.Event()
    errors: list[Exception] = []

    def work(progress, stop) -> None:
        began.set()
        cancelled.wait(5)
        raise OSError("the disk is gone")

    job = lanes.run_long(work, otherwise=errors.append)
    began.wait(5)
    job.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)


def test_work_cancelled_before_its_turn_never_begins(lanes, qtbot):
    gate = threading.Event()
    ran: list[int] = []
    errors: list[Exception] = []
    lanes.run_long(lambda progress, stop: gate.wait(5))
    job = lanes.run_long(lambda progress, stop: ran.append(1), otherwise=errors.append)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert not ran


def test_a_printer_that_hangs_holds_up_neither_work_nor_the_end(lanes, qtbot):
    gate = threading.Event()
    done: list[int] = []
    lanes.run_aside(lambda: gate.wait(20))
    lanes.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    began = time.monotonic()
    assert lanes.close()
    assert time.monotonic() - began < 5
    gate.set()


def test_closing_finishes_what_was_begun_and_delivers_nothing_late(qtbot):
    ui = UiThread()
    kept: list[int] = []
    late: list[int] = []
    tasks = LaneTasks(ui.deliver, lambda error: None)

    def work() -> int:
        time.sleep(0.02)
        kept.append(1)
        return 1

    tasks.run(work, late.append)
    ui.close()
    assert tasks.close()
    qtbot.wait(20)
    assert kept == [1]
    assert late == []


def test_inline_tasks_do_everything_at_once():
    done: list[object] = []
    tasks = InlineTasks()
    tasks.run(lambda: 1, done.append)
    tasks.run_aside(lambda: 2, done.append)
    tasks.run_long(lambda progress, stop: 3, done.append)
    assert done == [1, 2, 3]
    with pytest.raises(ValueError, match="nobody"):
        tasks.run(lambda: (_ for _ in ()).throw(ValueError("nobody handles this")))
