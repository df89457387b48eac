"""What is made in idle moments stands back from a file that refuses to be written."""

import errno
import os
import shutil
import stat

import pytest

from app.errors import StorageFailed
from app.models.reckoned import hindrance, keep, marks
from app.services import bought_sales, kept_forecasts, kept_habits
from app.shop import open_shop
from tests.shop_builder import add_member, sell

IDLE = ("forecasts", "habits", "marks", "hints")


@pytest.fixture
def large(shop, monkeypatch):
    """A shop that has everything to make ahead, and has made nothing yet."""
    monkeypatch.setattr(kept_habits, "KEPT_FROM_SALES", 0)
    monkeypatch.setattr(kept_forecasts, "EXACT_AT_MOST", 0)
    monkeypatch.setattr(bought_sales, "LARGE", 1)
    for number in ("a", "b"):
        sell(shop, 500, add_member(shop, number=number))
    return shop


def work(shop, what):
    return {
        "forecasts": shop.insights.today.work,
        "habits": shop.habits.work,
        "marks": shop.segments.work,
        "hints": shop.hints.work,
    }[what]()


def idle_minute(shop):
    """What the window does once a minute, whatever comes of it."""
    told = []
    for what in IDLE:
        try:
            told.append(work(shop, what))
        except StorageFailed as error:
            told.append(error)
    return told


@pytest.mark.parametrize("first", IDLE)
def test_after_one_refusal_nothing_is_tried_again_and_no_connection_dropped(large, refusing, first):
    database = large.desk.database
    assert database.takes_writing
    with pytest.raises(StorageFailed):
        work(large, first)
    assert not database.takes_writing
    assert hindrance(database) == "not_written"
    kept, openings = database.connection, refusing.openings
    for _ in range(3):
        told = idle_minute(large)
        assert not any(isinstance(each, Exception) for each in told)
    assert database.connection is kept
    assert refusing.openings == openings
    assert marks(database, "") == {}


def test_once_something_was_written_again_the_rest_is_made(large, refusing):
    idle_minute(large)
    refusing.lift()
    sell(large, 500, add_member(large, number="c"))
    assert large.desk.database.takes_writing
    for _ in range(9):
        idle_minute(large)
    assert {"habits/0", "forecast/pasts"} <= set(marks(large.desk.database, ""))


def test_what_little_room_the_disk_has_is_left_to_the_sales(large, monkeypatch):
    usage = shutil.disk_usage(".")._replace(free=1 << 28)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    database = large.desk.database
    assert hindrance(database) == "disk_full"
    for what in IDLE:
        before = database.connection.total_changes()
        work(large, what)
        assert database.connection.total_changes() == before, what
    assert sell(large, 500).total_minor == 500


def test_a_refusal_of_a_full_disk_is_told_as_what_it_is(large, refusing, monkeypatch):
    idle_minute(large)
    assert hindrance(large.desk.database) == "not_written"
    usage = shutil.disk_usage(".")._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    assert hindrance(large.desk.database) == "disk_full"


def test_a_disk_that_is_taken_away_is_a_refusal_and_what_can_be_read_is_told(large, monkeypatch):
    def gone(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))

    monkeypatch.setattr(shutil, "disk_usage", gone)
    database = large.desk.database
    assert hindrance(database) == "not_written"
    assert not any(isinstance(each, Exception) for each in idle_minute(large))
    assert large.segments.count("visits >= 0") == 2
    assert large.segments.count("hour >= 0") == 0
    with pytest.raises(StorageFailed):
        keep(database, "habits/0", "", b"x")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_left_alone_and_read(large):
    config, path = large.config, large.desk.database.path
    large.close()
    path.chmod(stat.S_IREAD)
    again = open_shop(config)
    try:
        assert not again.desk.database.takes_writing
        kept = again.desk.database.connection
        assert not any(isinstance(each, Exception) for each in idle_minute(again))
        assert again.desk.database.connection is kept
        assert again.segments.count("hour >= 0") == 0
    finally:
        again.close()
        path.chmod(stat.S_IREAD | stat.S_IWRITE)
