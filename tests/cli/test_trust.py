"""Backup, restore and doctor on the command line: a shop comes back, whatever happened to it."""

import os
import sqlite3
from contextlib import closing

import pytest

from app.services import bought_sales, kept_columns


@pytest.fixture
def copy(shop, tmp_path):
    """A backup of a shop with one member."""
    shop("member", "add", "--name", "王芳")
    made = shop.json("backup", str(tmp_path / "copy.db"))
    assert made["members"] == 1
    return made["file"]


def found(shop) -> list[str]:
    return [member["name"] for member in shop.json("member", "find", "wang")]


def test_a_healthy_shop_adds_up(shop):
    told = shop.json("doctor")
    assert told["ok"]
    assert {"integrity", "points", "seals"} <= {check["name"] for check in told["checks"]}
    assert shop("doctor").out.startswith("Everything adds up.")


def test_a_check_that_fails_is_named_and_is_exit_code_1(shop):
    shop("member", "add", "--name", "王芳")
    with closing(sqlite3.connect(shop.folder / "shop.db")) as file, file:
        file.execute("UPDATE member_summary SET points = 7")
    assert "points" in shop("doctor").refused("Failed:", code=1)
    ran = shop("doctor", "--json")
    assert ran.code == 1
    assert [check["name"] for check in ran.told["checks"] if not check["ok"]] == ["points"]


def test_what_is_kept_only_to_answer_quickly_is_dropped_where_it_is_wrong(shop):
    nothing = bought_sales.Marks(bought_sales._digest([]), (0, ""), "2026-01-01", b"")
    mark = kept_columns._marked(bought_sales._mark(nothing))
    shop("member", "add", "--name", "王芳")
    with closing(sqlite3.connect(shop.folder / "shop.db")) as file, file:
        file.execute("INSERT INTO reckoned VALUES ('bought/tea', 1, 1, ?, zeroblob(32))", (mark,))
    said = shop("doctor").refused("Failed: bought", code=1)
    assert "doctor --renew" in said
    assert "restore" not in said
    told = shop("doctor", "--renew").out
    assert told.startswith("What was kept only to answer quickly is dropped; it will be made again")
    assert "Everything adds up." in told
    # There is nothing to drop any more.
    assert shop("doctor", "--renew").out == shop("doctor").out
    again = shop.json("doctor", "--renew")
    assert (again["ok"], again["renewed"]) == (True, False)


def test_a_file_that_is_no_shop_any_more_is_named_too(shop):
    (shop.folder / "shop.db").write_bytes(os.urandom(8192))
    shop("doctor").refused("Failed: file", code=1)
    shop("member", "find", "x").refused("restore a backup")


def test_a_backup_without_a_name_lies_in_the_shops_folder(shop):
    made = shop.json("backup")
    assert made["file"].startswith(str(shop.folder / "backups"))


def test_a_shop_goes_back_to_its_backup(shop, copy):
    shop("member", "add", "--name", "王伟")
    told = shop.json("restore", copy)
    assert told["kept_in"] == str(shop.folder / "backups")
    assert found(shop) == ["王芳"]


def test_a_new_pc_starts_from_a_backup(shop, copy, tmp_path):
    shop.folder = tmp_path / "new pc"
    assert shop.json("restore", copy)["kept_in"] is None
    assert found(shop) == ["王芳"]


def test_a_ruined_shop_comes_back(shop, copy):
    (shop.folder / "shop.db").write_bytes(b"ruined")
    assert shop("restore", copy).code == 0
    assert found(shop) == ["王芳"]


@pytest.mark.parametrize("name", ["nothing.db", "", "words.txt", "shop/shop.db"])
def test_what_is_no_backup_is_refused_and_the_shop_stays(shop, copy, tmp_path, name):
    (tmp_path / "words.txt").write_text("not a shop")
    shop("member", "add", "--name", "王伟")
    shop("restore", str(tmp_path / name)).refused()
    assert len(found(shop)) == 2


def test_a_backup_never_goes_over_the_shop_itself(shop, copy):
    shop("backup", str(shop.folder / "shop.db")).refused("the shop's own file")
    assert found(shop) == ["王芳"]


def test_a_backup_may_be_given_a_folder(shop, tmp_path):
    made = shop.json("backup", str(tmp_path))
    assert made["file"].startswith(str(tmp_path / "regulars-"))
