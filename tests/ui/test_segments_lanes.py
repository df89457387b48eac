"""Segments with real lanes: behind a backup there is a page to edit, and a figure."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.ui.shell import InsightTab
from app.ui.tasks import LaneTasks
from app.ui.ui_thread import UiThread
from tests.shop_builder import add_member
from tests.ui.conftest import press, strike
from tests.ui.goods_room import window_on

CTRL = Qt.KeyboardModifier.ControlModifier


def failed(error: Exception) -> None:
    raise error


@pytest.fixture
def backup() -> threading.Event:
    """Set when it ends."""
    return threading.Event()


@pytest.fixture
def window(shown, shop, qapp, backup) -> Iterator[Any]:
    for number in ("a1", "a2", "b1"):
        add_member(shop, number=number)
    shop.segments.save("Those of a", "number contains a")
    thread = UiThread()
    tasks = LaneTasks(thread.deliver, failed)
    tasks.run_long(lambda _progress, _stop: backup.wait(30))
    yield shown(window_on(shop, "insight", tasks))
    backup.set()
    assert tasks.close()
    thread.close()


def test_behind_a_backup_a_segment_is_edited_and_told_about_and_counted_after_it(
    window, qtbot, backup
):
    window.go("insight", InsightTab("segments"))
    page = window.current_screen().page_of("segments")
    figure = page.count.figure
    qtbot.waitUntil(lambda: figure.text() == "≈ 2")
    assert page.presenter.entries[0].members is None
    page.mode.choose(1)
    page.mode.changed.emit(1)
    page.text.setFocus()
    press(window, Qt.Key.Key_A, CTRL)
    for sign in "not number contains a":
        strike(window, sign)
    qtbot.waitUntil(lambda: figure.text() == "≈ 1")
    assert page.count.words.text() == "of 3 members, 33% · counting…"
    backup.set()
    qtbot.waitUntil(lambda: figure.text() == "1")
    assert page.count.words.text() == "of 3 members, 33%"
    qtbot.waitUntil(lambda: page.presenter.entries[0].members == 2)


def test_the_lane_beside_keeps_little_of_the_file_in_memory(window, qtbot, shop):
    tasks = window.tasks
    sizes: list[int] = []
    window.go("insight", InsightTab("segments"))
    page = window.current_screen().page_of("segments")
    qtbot.waitUntil(lambda: page.count.figure.text() == "≈ 2")
    size = partial(shop.desk.database.value, "PRAGMA cache_size")
    tasks.run_beside(size, sizes.append)
    tasks.run(size, sizes.append)
    qtbot.waitUntil(lambda: len(sizes) == 2)
    beside, short = sorted(sizes, reverse=True)  # in KiB, less than none
    assert 8 * beside > short
