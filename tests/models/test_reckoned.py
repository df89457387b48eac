"""What is kept of long reckoning is there whole, or not at all."""

import shutil
import subprocess
import sys
import time
from array import array
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from app.errors import StorageFailed
from app.models import reckoned
from app.models.database import Database, open_database
from app.models.reckoned import PART_BYTES, forget, forget_all, is_past, keep, kept, marks, past
from app.services import kept_columns as columns
from app.services.ids import uuid7
from app.shop import open_shop
from tests.shop_builder import add_member, sell

OLD, NEW = b"old" * PART_BYTES, b"newer" * PART_BYTES
KILLED = """
import os, sys
from pathlib import Path
from app.models.database import open_database
from app.models.reckoned import PART_BYTES, keep

left = int(sys.argv[2])

def turn():
    global left
    left -= 1
    if not left:
        os._exit(9)

keep(open_database(Path(sys.argv[1])), "habits", "new", b"newer" * PART_BYTES, turn)
"""

KEEPS_ON = """
import sys
from pathlib import Path
from app.models.database import open_database
from app.models.reckoned import PART_BYTES, keep

database = open_database(Path(sys.argv[1]))
print("begun", flush=True)
while True:
    keep(database, "habits", "new", b"newer" * PART_BYTES * 40)
"""


@pytest.fixture
def database(shop):
    return shop.desk.database


def parts(database: Database) -> int:
    return int(database.value("SELECT count(*) FROM reckoned_part"))


def killed_at(turn: int, shop_file: Path, code: str = KILLED) -> int:
    asked = [sys.executable, "-c", code, str(shop_file), str(turn)]
    return subprocess.run(asked, check=False, cwd=Path(__file__).parents[2]).returncode


def test_what_is_kept_comes_back_as_it_was_and_another_takes_its_place(database):
    assert kept(database, "habits") is None
    for mark, body in (("a", OLD), ("b", b""), ("c", NEW)):
        assert keep(database, "habits", mark, body)
        assert kept(database, "habits") == (mark, body)
    assert parts(database) == 5, "what was before has gone"


def test_killed_between_any_two_pieces_the_one_before_is_there_whole(database):
    long = OLD * 4
    keep(database, "habits", "old", long)
    for turn in range(1, 7):
        assert killed_at(turn, database.path) == 9
        assert kept(database, "habits") == ("old", long)
        database.close()  # as after the machine was switched on again
    # What was kept before is so much that some of it goes after the other is kept.
    assert killed_at(7, database.path) == 9
    assert kept(database, "habits") == ("new", NEW)
    assert killed_at(99, database.path) == 0
    assert kept(database, "habits") == ("new", NEW)
    assert parts(database) == 5, "nothing is left of those who were killed"


def test_the_first_one_killed_halfway_is_none(database):
    assert killed_at(3, database.path) == 9
    assert kept(database, "habits") is None
    assert marks(database, "hab") == {}
    assert keep(database, "habits", "new", NEW)
    assert kept(database, "habits") == ("new", NEW)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE reckoned_part SET body = zeroblob(length(body)) WHERE part = 2",
        "UPDATE reckoned_part SET body = substr(body, 2) WHERE part = 5",
        "DELETE FROM reckoned_part WHERE part = 3",
        "UPDATE reckoned SET mark = 'of another day'",
        "UPDATE reckoned SET generation = generation + 1",
        "UPDATE reckoned_part SET part = 19 - part",
    ],
)
def test_what_is_not_as_it_was_written_is_not_there(database, damage):
    keep(database, "habits", "new", NEW)
    database.execute(damage)
    assert kept(database, "habits") is None
    assert keep(database, "habits", "old", OLD)
    assert kept(database, "habits") == ("old", OLD)


def test_of_two_programs_who_keep_at_once_the_one_who_began_last_stays(database):
    other = open_database(database.path)
    told: list[bool] = []

    def turn() -> None:
        if not told:
            told.append(keep(other, "habits", "last", NEW))

    assert not keep(database, "habits", "first", OLD, turn)
    assert told == [True]
    assert kept(database, "habits") == kept(other, "habits") == ("last", NEW)
    assert parts(database) == 5
    other.close()


def test_who_is_done_does_not_disturb_who_began_later(database):
    begun, go_on = Event(), Event()

    def halfway() -> None:
        begun.set()
        assert go_on.wait(10)

    with ThreadPoolExecutor(1) as lane:
        second: list[Future[bool]] = []

        def turn() -> None:
            if not second:
                second.append(lane.submit(keep, database, "habits", "second", NEW, halfway))
                assert begun.wait(10)

        assert keep(database, "habits", "first", OLD, turn)
        assert kept(database, "habits") == ("first", OLD)
        go_on.set()
        assert second[0].result()
    assert kept(database, "habits") == ("second", NEW)
    assert parts(database) == 5


def test_many_threads_that_keep_one_name_leave_one_of_them_whole(database):
    bodies = {str(at): bytes([at]) * (PART_BYTES * 3 + at) for at in range(6)}
    with ThreadPoolExecutor(6) as lanes:
        done = list(lanes.map(lambda one: keep(database, "habits", *one), bodies.items()))
    found = kept(database, "habits")
    assert any(done)
    assert found is not None
    assert found.body == bodies[found.mark]
    assert parts(database) == 4


def test_a_sale_waits_for_one_piece_and_not_for_the_whole(shop, database):
    sold: list[str] = []

    def turn() -> None:
        # Another thread writes between any two pieces.
        with ThreadPoolExecutor(1) as till:
            sold.append(till.submit(sell, shop, 100).result().number)

    keep(database, "habits", "new", NEW, turn)
    assert len(sold) == 5
    assert kept(database, "habits") == ("new", NEW)


def test_names_lie_apart_and_are_forgotten_apart(database):
    for name in ("habits/1", "habits/2", "habit", "habits_"):
        keep(database, name, name.upper(), name.encode())
    assert marks(database, "habits/") == {"habits/1": "HABITS/1", "habits/2": "HABITS/2"}
    forget(database, "habits/1")
    assert kept(database, "habits/1") is None
    assert kept(database, "habits/2") == ("HABITS/2", b"habits/2")
    assert parts(database) == 3


def test_all_is_forgotten_with_what_was_killed_halfway(database):
    for name, turn in (("habits", 99), ("pasts", 2)):
        killed_at(turn, database.path, KILLED.replace('"habits"', f'"{name}"'))
    keep(database, "models", "m", b"x")
    assert set(marks(database, "")) == {"habits", "models"}
    assert parts(database) > 2
    forget_all(database)
    assert (marks(database, ""), parts(database)) == ({}, 0)


def test_how_far_the_file_was_read_is_known_again_in_it_and_in_its_backup(shop, tmp_path):
    database = shop.desk.database
    nothing = past(database)
    member = add_member(shop)
    sell(shop, 500, member)
    early = past(database)
    keep(database, "habits", "early", OLD)
    backup = shop.backups.make()
    sell(shop, 700, member)
    late = past(database)
    assert is_past(database, nothing)
    assert is_past(database, early)
    assert is_past(database, late)
    shop.backups.restore(backup.path)
    assert kept(database, "habits") == ("early", OLD)
    assert is_past(database, early)
    assert not is_past(database, late), "what came after the backup is gone"
    # Another sale takes the place of the one that is gone: it is not the same past.
    sell(shop, 900, member)
    assert past(database)[0][0] == late[0][0]
    assert not is_past(database, late)


def test_another_shops_file_has_another_past(shop, new_shop, tmp_path):
    import shutil

    from app.config import TillConfig

    other = open_shop(TillConfig(shutil.copytree(new_shop, tmp_path / "other")))
    for each in (shop, other):
        sell(each, 500, add_member(each))
    assert past(shop.desk.database)[0][0] == past(other.desk.database)[0][0]
    assert not is_past(other.desk.database, past(shop.desk.database))
    other.close()


def test_columns_come_back_with_their_widths_and_what_stood_beside_them(database):
    made: dict[str, array[Any]] = {
        "seqs": array("q", range(300_000)),
        "hour": array("b", [-1, 23]),
        "share": array("d", [0.5]),
        "none": array("i"),
    }
    mark = {"until": "2026-11-22", "past": past(database)}
    assert columns.keep_columns(database, "a", mark, made, ["茶", "tea"])
    found = columns.kept_columns(database, "a")
    assert found is not None
    assert found.columns == made
    assert [each.typecode for each in found.columns.values()] == ["q", "b", "d", "i"]
    assert found.facts == ["茶", "tea"]
    assert found.mark["until"] == "2026-11-22"
    assert is_past(database, found.mark["past"])
    assert columns.kept_marks(database, "a") == {"a": found.mark}
    assert columns.kept_columns(database, "b") is None


def test_a_column_that_is_wider_elsewhere_is_not_packed():
    with pytest.raises(ValueError, match="column wide of l"):
        columns.packed({"wide": array("l")})


def test_what_was_packed_in_another_form_is_not_there(database, monkeypatch):
    monkeypatch.setattr(columns, "_FORM", 2)
    columns.keep_columns(database, "a", str(uuid7()), {})
    monkeypatch.undo()
    assert reckoned.kept(database, "a") is not None
    assert columns.kept_columns(database, "a") is None


def test_what_others_left_goes_before_more_is_written(database):
    keep(database, "habits", "old", OLD)
    most = []
    for _ in range(3):
        assert killed_at(5, database.path) == 9
        most.append(parts(database))
    assert max(most) <= most[0] + 4, "what was left of one, never of two"


def test_the_last_room_of_the_disk_is_left_to_sales(database, monkeypatch):
    keep(database, "habits", "old", OLD)
    usage = shutil.disk_usage(database.path.parent)._replace(free=1 << 28)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(StorageFailed):
        keep(database, "habits", "new", NEW)
    assert kept(database, "habits") == ("old", OLD)
    assert parts(database) == 3


@pytest.mark.parametrize("kept_before", [False, True])
def test_who_began_later_is_kept_whoever_is_done_first(database, kept_before):
    if kept_before:
        keep(database, "habits", "old", OLD)
    done: list[bool | None] = []

    def turn() -> None:
        if not done:
            done.append(None)
            done[0] = keep(database, "habits", "later", NEW)

    assert not keep(database, "habits", "earlier", OLD, turn)
    assert done == [True]
    assert kept(database, "habits") == ("later", NEW)
    assert parts(database) == 5


@pytest.mark.parametrize(
    "damage", ["'x'", "substr(mark, 2)", "replace(mark, '1', '2')", "CAST(x'ff22' AS TEXT)"]
)
def test_a_damaged_mark_is_no_mark_and_the_others_are_read(database, damage):
    for name in ("a/1", "a/2"):
        assert columns.keep_columns(database, name, {"day": 1}, {})
    database.execute(f"UPDATE reckoned SET mark = {damage} WHERE name = 'a/1'")
    assert columns.kept_marks(database, "a/") == {"a/2": {"day": 1}}
    assert columns.kept_columns(database, "a/1") is None
    assert columns.keep_columns(database, "a/1", {"day": 2}, {})
    assert columns.kept_marks(database, "a/") == {"a/1": {"day": 2}, "a/2": {"day": 1}}


def test_another_program_that_keeps_much_lets_a_sale_in_between(database):
    asked = [sys.executable, "-c", KEEPS_ON, str(database.path)]
    with subprocess.Popen(asked, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        waited = []
        for _ in range(200):
            begun = time.monotonic()
            database.in_transaction(lambda: database.execute("DELETE FROM held_sale"))
            waited.append(time.monotonic() - begun)
            time.sleep(0.003)
        assert other.poll() is None, "it kept all the while"
        other.kill()
    assert max(waited) < 0.4
