"""Who waits for a long answer on the command line is told so, and may leave at once."""

import io
import json
import signal
import sys
import threading

import pytest

from app.cli import waiting
from app.cli.waiting import Waiting
from app.errors import Cancelled
from app.messages import sentence
from app.models.doctor import stoppable
from app.services.rules.money import CURRENCIES
from app.services.segments import Segments
from app.shop import Shop

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
LONG = (
    ("segment", "show", "visits >= 0"),
    ("segment", "list"),
    ("segment", "overlap", "visits >= 0", "visits >= 1"),
    ("insight", "rfm"),
    ("insight", "stages"),
    ("insight", "kpi"),
    ("insight", "pairs"),
)


class Told(io.StringIO):
    """What is said to somebody, who may be watching."""

    def __init__(self, watched: bool = True) -> None:
        super().__init__()
        self._watched = watched
        self.spoken = threading.Event()

    def isatty(self) -> bool:
        return self._watched

    def flush(self) -> None:
        self.spoken.set()


@pytest.fixture
def slow(monkeypatch):
    """Every count waits until something was said, or nobody watches."""
    monkeypatch.setattr(waiting, "EVERY_S", 0.001)
    count = Segments.count

    def counted(segments, conditions):
        if isinstance(sys.stderr, Told) and sys.stderr.isatty():
            assert sys.stderr.spoken.wait(60)
        return count(segments, conditions)

    monkeypatch.setattr(Segments, "count", counted)


def test_a_long_wait_is_told_and_leaves_an_empty_line(monkeypatch):
    monkeypatch.setattr(waiting, "EVERY_S", 0.001)
    told = Told()
    line = Waiting("Counting", told)
    assert told.spoken.wait(60)
    line.end()
    said = told.getvalue()
    assert said.startswith("\rCounting 0 s\033[K")
    assert said.endswith("\r\033[K")
    assert "\n" not in said


def test_a_short_wait_says_nothing():
    told = Told()
    Waiting("Counting", told).end()
    assert told.getvalue() == ""


def test_who_watches_sees_that_it_goes_on_and_scripts_get_json_alone(shop, slow, monkeypatch):
    shop("member", "add", "--name", "王芳")
    told = Told()
    monkeypatch.setattr(sys, "stderr", told)
    ran = shop("segment", "show", "visits >= 0", "--json")
    assert json.loads(ran.out)["members"] == 1
    assert "\rCounting " in told.getvalue()
    assert told.getvalue().endswith("\r\033[K")


def test_where_nobody_watches_nothing_is_told(shop, slow, monkeypatch):
    for words in LONG:
        told = Told(watched=False)
        monkeypatch.setattr(sys, "stderr", told)
        assert shop(*words).code == 0
        assert told.getvalue() == ""


def test_a_refusal_stands_on_a_line_of_its_own(shop, slow, monkeypatch):
    told = Told()
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(Segments, "unknown", lambda *_: 1 / 0)
    assert shop("segment", "show", "visits >= 0").code == 3
    assert told.getvalue().count("\n") == 1
    assert told.getvalue().split("\r\033[K")[-1].startswith("An internal error")


@pytest.mark.parametrize("words", [("show", "visits >= 0"), ("list",)])
def test_ctrl_c_is_heard_within_a_query_and_ends_in_one_line(shop, monkeypatch, words):
    shop("segment", "save", "All", "visits >= 0")
    running = threading.Event()

    def pressed():
        assert running.wait(60)
        signal.raise_signal(signal.SIGINT)

    def count(segments, _conditions):
        database = segments._desk.database
        database.connection.create_scalar_function("running", running.set, 0)
        with stoppable(database, lambda: False):
            pass
        return database.value(f"SELECT running(), ({FOR_EVER})")

    monkeypatch.setattr(Segments, "count", count)
    finger = threading.Thread(target=pressed)
    finger.start()
    said = shop("segment", *words).refused(code=130)
    finger.join()
    assert "cancelled" in said.casefold()


def test_ctrl_c_pressed_again_while_the_shop_is_closed_closes_it_all_the_same(shop, monkeypatch):
    pressed = []
    close = Shop.close

    def pressing(*_):
        pressed.append(True)
        raise KeyboardInterrupt

    def closed(opened):
        if len(pressed) == 1:
            pressing()
        close(opened)
        pressed.append(True)

    monkeypatch.setattr(Segments, "count", pressing)
    monkeypatch.setattr(Shop, "close", closed)
    assert "cancelled" in shop("segment", "show", "visits >= 0").refused(code=130).casefold()
    assert len(pressed) == 3


def test_ctrl_c_while_the_program_is_loaded_ends_in_the_same_line(shop, monkeypatch):
    said = sentence(Cancelled(), "en", CURRENCIES["CNY"])

    class Pressing:
        @staticmethod
        def find_spec(name, *_):
            if name == "app.cli.run":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "app.cli.run", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Pressing, *sys.meta_path])
    ran = shop("segment", "list")
    assert (ran.code, ran.out, ran.err) == (130, "", said + "\n")


def test_an_export_that_is_left_leaves_no_file(shop, monkeypatch, tmp_path):
    def pressed():
        raise KeyboardInterrupt

    monkeypatch.setattr(Segments, "members", lambda *_: iter(pressed, None))
    shop("segment", "export", "visits >= 0", str(tmp_path / "all.csv")).refused(code=130)
    assert not list(tmp_path.glob("*.csv"))
    assert not list(tmp_path.glob(".*.partial"))
